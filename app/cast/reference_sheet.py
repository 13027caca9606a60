"""The reference pictures of a look, a prop or a place as a contact sheet: drop, paste or choose more, drag none away by accident.

With the dropper in hand a click takes the colour under it into the palette instead of choosing the picture.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QMenu

from app.cast.contact_sheet import ContactSheet
from app.state.prints import Prints
from app.theme import tokens
from app.theme.icons import paint as paint_icon
from app.theme.lettering import letters
from app.words import say, tr
from engine.film.cast import Reference

SIDE = 112


class ReferenceSheet(ContactSheet):
    """Says what is wanted; the page does it. `brought` holds paths or one picture."""

    brought = Signal(object)
    asked_for_file = Signal()
    removed = Signal(str)
    put_first = Signal(str)
    picked = Signal(str)

    def __init__(self, prints: Prints) -> None:
        super().__init__(QSize(SIDE, SIDE))
        self._prints = prints
        self._shown: tuple[Reference, ...] = ()
        self._chosen = ""
        self._dropping = False
        self._dropper = False
        self._hover: QPoint | None = None
        self.setAcceptDrops(True)
        say(self.setAccessibleName, "Reference pictures")
        prints.ready.connect(self.update)
        tokens.changed.connect(self.update)

    def show_references(self, references: tuple[Reference, ...]) -> None:
        """These pictures, the first one standing for all."""
        self._shown = references
        if self._chosen not in {each.digest for each in references}:
            self._chosen = ""
        self.settle()

    def take_dropper(self, on: bool) -> None:
        """Clicks pick colours, or choose pictures."""
        self._dropper = on
        self.setCursor(Qt.CursorShape.CrossCursor if on else Qt.CursorShape.ArrowCursor)

    def places(self) -> int:
        """One more than there are pictures."""
        return len(self._shown) + 1

    def _at(self, point: QPoint) -> int | None:
        return next((i for i in range(len(self._shown) + 1) if self.box(i).contains(point)), None)

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pictures, and a place for the next one."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        for index, reference in enumerate(self._shown):
            self._paint_picture(painter, reference, self.box(index), first=index == 0)
        self._paint_place(painter, self.box(len(self._shown)))
        painter.end()

    def _paint_picture(self, painter: QPainter, reference: Reference, box: QRect, *, first: bool) -> None:
        now = tokens.now()
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(box), 4, 4)
        painter.fillPath(frame, QColor(now.picture_ground))
        print_ = self._prints.small(reference, round(SIDE * self.devicePixelRatioF()))
        if print_ is not None and not print_.isNull():
            painter.save()
            painter.setClipPath(frame)
            painter.drawImage(_whole(print_, box), print_)
            painter.restore()
        elif print_ is not None:
            paint_icon(
                painter, QRectF(box.center().x() - 10, box.center().y() - 10, 20, 20), "triangle-alert", now.warn
            )
        if first and len(self._shown) > 1:
            paint_icon(painter, QRectF(box.left() + 6, box.top() + 6, 14, 14), "star", now.accent)
        if reference.digest == self._chosen:
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 4, 4)

    def _paint_place(self, painter: QPainter, box: QRect) -> None:
        now = tokens.now()
        near = self._dropping or (self._hover is not None and box.contains(self._hover)) or self.hasFocus()
        ink = QColor(now.accent if self._dropping or self.hasFocus() else now.muted if near else now.outline)
        painter.setBrush(QColor(now.raised) if near else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(ink, 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        paint_icon(painter, QRectF(box.center().x() - 10, box.top() + 28, 20, 20), "image-plus", now.muted)
        painter.setPen(QColor(now.muted))
        painter.setFont(letters(small=True))
        words = tr("Drop a picture") if not self._shown else tr("Add")
        painter.drawText(box.adjusted(6, 54, -6, -6), Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, words)

    # --- the hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a picture, pick a colour, or ask for one more."""
        point = event.position().toPoint()
        index = self._at(point)
        if index is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if index == len(self._shown):
            self.asked_for_file.emit()
        elif self._dropper:
            self._pick(self._shown[index], point)
        else:
            self._chosen = self._shown[index].digest
        self.update()

    def _pick(self, reference: Reference, point: QPoint) -> None:
        print_ = self._prints.get(reference)
        box = self.box(self._shown.index(reference))
        if print_ is None or print_.isNull():
            return
        whole = _whole(print_, box)
        x = (point.x() - whole.left()) * print_.width() / whole.width()
        y = (point.y() - whole.top()) * print_.height() / whole.height()
        if print_.rect().contains(int(x), int(y)):
            self.picked.emit(print_.pixelColor(int(x), int(y)).name())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The place for the next one lights up."""
        self._hover = event.position().toPoint()
        self.update()

    def leaveEvent(self, event: object) -> None:
        """Nothing is under the pointer."""
        self._hover = None
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a picture."""
        index = self._at(event.pos())
        if index is None or index == len(self._shown):
            return
        digest = self._shown[index].digest
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(tr("Stand for all"), lambda: self.put_first.emit(digest)).setEnabled(index > 0)
        menu.addAction(tr("Remove picture"), lambda: self.removed.emit(digest))
        menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete removes the chosen picture, Enter asks for a file, arrows choose."""
        order = [each.digest for each in self._shown]
        at = order.index(self._chosen) if self._chosen in order else -1
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._chosen:
            self.removed.emit(self._chosen)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.asked_for_file.emit()
        elif step and order:
            self._chosen = order[max(0, min(at + step, len(order) - 1))]
            self.update()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A picture may be dropped."""
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()
            self._dropping = True
            self.update()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It went by."""
        self._dropping = False
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Here it is."""
        self._dropping = False
        self.update()
        mime = event.mimeData()
        files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
        if files:
            self.brought.emit(files)
            event.acceptProposedAction()
        elif mime.hasImage():
            self.brought.emit(QImage(mime.imageData()))
            event.acceptProposedAction()


def _whole(picture: QImage, box: QRect) -> QRectF:
    size = picture.size().toSizeF().scaled(box.size().toSizeF(), Qt.AspectRatioMode.KeepAspectRatio)
    middle = QRectF(box).center()
    return QRectF(middle.x() - size.width() / 2, middle.y() - size.height() / 2, size.width(), size.height())
