"""A well for one picture: drop, paste or choose it there, see it, take it away."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMenu, QSizePolicy

from app.board.card_painter import paint_picture
from app.board.layout import picture_height
from app.drops import PICTURES
from app.theme import tokens
from app.theme.icons import paint as paint_icon
from app.theme.lettering import letters
from app.words import changed as language_changed
from app.words import say, tr


class PictureWell(QAbstractButton):
    """Shows a picture or says what belongs here. `more` are further rows of its menu: English words and what they do."""

    file_given = Signal(object)  # Path
    image_given = Signal(object)  # QImage
    emptied = Signal()

    def __init__(self, words: str, more: Sequence[tuple[str, Callable[[], object]]] = ()) -> None:
        super().__init__()
        self._words, self._more = words, tuple(more)
        self._picture: QImage | None = None
        self._filled = self._several = self._over = False
        self.aspect = 16 / 9
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        say(self.setAccessibleName, words)
        say(self.setToolTip, "Drop a picture, paste one, or click")
        tokens.changed.connect(self.update)
        language_changed.connect(self.update)
        self.clicked.connect(lambda: self.menu().popup(self.mapToGlobal(QPoint(0, self.height() + 2))))

    def show_picture(self, picture: QImage | None, *, filled: bool, several: bool = False) -> None:
        """`filled`: there is one, even while it is still being read."""
        self._picture, self._filled, self._several = picture, filled, several
        self.update()

    @property
    def filled(self) -> bool:
        """Whether there is a picture."""
        return self._filled

    def menu(self) -> QMenu:
        """What can be done with the well now."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Choose a picture…")).triggered.connect(self.choose)
        paste = menu.addAction(tr("Paste"))
        paste.setEnabled(not QGuiApplication.clipboard().image().isNull())
        paste.triggered.connect(self.paste)
        for words, act in self._more:
            menu.addAction(tr(words)).triggered.connect(act)
        if self._filled or self._several:
            menu.addSeparator()
            menu.addAction(tr("Remove the picture")).triggered.connect(self.emptied)
        return menu

    def choose(self) -> None:
        """Ask for a picture file."""
        kinds = f"{tr('Pictures')} ({' '.join('*' + kind for kind in PICTURES)})"
        chosen, _ = QFileDialog.getOpenFileName(self, tr("Choose a picture"), "", kinds)
        if chosen:
            self.file_given.emit(Path(chosen))

    def paste(self) -> None:
        """Take the picture of the clipboard."""
        image = QGuiApplication.clipboard().image()
        if not image.isNull():
            self.image_given.emit(image)

    def sizeHint(self) -> QSize:
        """Half the inspector's width."""
        return QSize(150, picture_height(150, self.aspect))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As high as a picture of the film is at that width."""
        super().resizeEvent(event)
        self.setFixedHeight(picture_height(self.width(), self.aspect))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V pastes, Del empties."""
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._filled:
            self.emptied.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Pictures may come in."""
        if _dropped(event) or event.mimeData().hasImage():
            self._over = True
            event.acceptProposedAction()
            self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It went away again."""
        self._over = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take it."""
        self._over = False
        path = _dropped(event)
        image = event.mimeData().imageData()
        if path:
            self.file_given.emit(Path(path))
        elif isinstance(image, QImage):
            self.image_given.emit(image)
        event.acceptProposedAction()
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The right button opens the menu too."""
        if event.button() is Qt.MouseButton.RightButton:
            self.menu().popup(event.globalPosition().toPoint())
        else:
            super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, or what belongs here."""
        now = tokens.now()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        box = self.rect()
        hot = self._over or self.hasFocus()
        edge = QColor(now.accent if hot else now.faint if self.underMouse() else now.outline)
        if self._picture is not None and not self._picture.isNull():
            painter.fillRect(box, QColor(now.picture_ground))
            paint_picture(painter, box, self._picture)
            self._paint_name(painter, box)
            painter.setPen(QPen(edge, 2 if hot else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(0, 0, -1, -1))
            return
        painter.setPen(QPen(edge, 1, Qt.PenStyle.DashLine))
        painter.setBrush(QColor(now.raised) if self.underMouse() else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), now.radius, now.radius)
        paint_icon(painter, QRectF(box.center().x() - 9, box.center().y() - 22, 18, 18), "image-plus", now.muted)
        painter.setPen(QColor(now.muted))
        painter.setFont(letters(small=True))
        said = tr("Several") if self._several else tr(self._words)
        painter.drawText(
            box.adjusted(4, 34, -4, 0), Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, said
        )

    def _paint_name(self, painter: QPainter, box: QRect) -> None:
        painter.setFont(letters(small=True))
        said = tr(self._words)
        shade = QColor(tokens.now().shade)
        shade.setAlpha(176)
        wide = painter.fontMetrics().horizontalAdvance(said) + 10
        tag = QRect(box.left() + 6, box.bottom() - 23, wide, 18)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shade)
        painter.drawRoundedRect(tag, 3, 3)
        painter.setPen(QColor("#f2f2f2"))
        painter.drawText(tag, Qt.AlignmentFlag.AlignCenter, said)


def _dropped(event: QDropEvent) -> str:
    paths = (url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile())
    return next((path for path in paths if path.lower().endswith(PICTURES)), "")
