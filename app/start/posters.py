"""Posters on the start page: a picture, a title, a line below it; a button as a whole, so that keys and screen readers find it.

A film without a picture yet shows a slate: there is always something.
"""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.errands import send
from app.theme import icons, tokens
from app.theme.lettering import letters

ASPECT = 16 / 9
ONE_AT_A_TIME = threading.Lock()
"""Two threads that made the process's first picture readers at the same moment were seen to crash it (PySide 6.11.3, two of 70 starts)."""
_WORDS = 48  # the height of the two lines below the picture
_NARROWEST = 208
_GAP = 16


class Poster(QAbstractButton):
    """One film. `line` is the second, quiet line."""

    def __init__(self, title: str, line: str, picture: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self._picture: QImage | None = None
        self.setText(title)
        self.setAccessibleName(f"{title}, {line}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        tokens.changed.connect(self.update)
        if picture is not None:
            send(self, lambda: _read(picture), self._show, lambda error: None)

    def show_line(self, line: str) -> None:
        """Say something else below the title."""
        self._line = line
        self.setAccessibleName(f"{self.text()}, {line}")
        self.update()

    def heightForWidth(self, width: int) -> int:
        """Picture and words."""
        return round(width / ASPECT) + _WORDS

    def sizeHint(self) -> QSize:
        """As wide as the wall makes it."""
        return QSize(_NARROWEST, self.heightForWidth(_NARROWEST))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Picture, title, line; the edge tells hover and focus."""
        now = tokens.now()
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect())  # flush with the headings
        picture = QRectF(box.x(), box.y(), box.width(), box.width() / ASPECT)
        self._paint_picture(painter, picture)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(QColor(now.accent if self.hasFocus() else now.muted), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(picture.adjusted(1, 1, -1, -1), now.radius, now.radius)
        self._paint_words(painter, QRectF(box.x(), picture.bottom() + 6, box.width(), 20))
        painter.end()

    def _paint_picture(self, painter: QPainter, box: QRectF) -> None:
        now = tokens.now()
        rounded = QPainterPath()
        rounded.addRoundedRect(box, now.radius, now.radius)
        painter.save()
        painter.setClipPath(rounded)
        painter.fillRect(box, QColor(now.picture_ground))
        if self._picture is not None:
            painter.drawImage(box, self._picture, _cropped(self._picture))
        else:
            side = box.height() / 4
            icons.paint(
                painter,
                QRectF(box.center().x() - side / 2, box.center().y() - side / 2, side, side),
                "clapperboard",
                now.faint,
            )
        painter.restore()

    def _paint_words(self, painter: QPainter, box: QRectF) -> None:
        now = tokens.now()
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        for font, color, words in (
            (letters(strong=True), now.text, self.text()),
            (letters(small=True), now.muted, self._line),
        ):
            painter.setFont(font)
            painter.setPen(QColor(color))
            painter.drawText(
                box, left, painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
            )
            box = box.translated(0, 19)

    def _show(self, picture: QImage | None) -> None:
        self._picture = picture
        self.update()


class Wall(QWidget):
    """Posters in as many columns as fit, all the same size."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._posters: list[Poster] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def posters(self) -> tuple[Poster, ...]:
        """What hangs there."""
        return tuple(self._posters)

    def hang(self, posters: list[Poster]) -> None:
        """Show these and no others."""
        for old in self._posters:
            old.hide()
            old.deleteLater()
        self._posters = posters
        for poster in posters:
            poster.setParent(self)
            poster.show()
        self._arrange()
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:
        """Rows of posters and the gaps between them."""
        columns, wide = _columns(width)
        rows = -(-len(self._posters) // columns)
        high = round(wide / ASPECT) + _WORDS
        return max(0, rows * (high + _GAP) - _GAP)

    def sizeHint(self) -> QSize:
        """For three columns."""
        width = 3 * _NARROWEST + 2 * _GAP
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: object) -> None:
        """Follow the width."""
        self._arrange()

    def _arrange(self) -> None:
        columns, wide = _columns(self.width())
        for at, poster in enumerate(self._posters):
            high = poster.heightForWidth(wide)
            poster.setGeometry((at % columns) * (wide + _GAP), (at // columns) * (high + _GAP), wide, high)
        self.setMinimumHeight(self.heightForWidth(self.width()))


def _columns(width: int) -> tuple[int, int]:
    columns = max(1, (width + _GAP) // (_NARROWEST + _GAP))
    return columns, (width - (columns - 1) * _GAP) // columns


def _read(path: Path) -> QImage | None:
    """In a thread: a poster at twice its size on the wall, which is enough for any screen."""
    with ONE_AT_A_TIME:
        reader = QImageReader(str(path))
        size = reader.size()
        if size.width() > 2 * _NARROWEST * 2:
            reader.setScaledSize(size.scaled(4 * _NARROWEST, 4 * _NARROWEST, Qt.AspectRatioMode.KeepAspectRatio))
        picture = reader.read()
    return None if picture.isNull() else picture


def _cropped(picture: QImage) -> QRectF:
    """The largest part of the picture with the wall's shape."""
    wide, high = picture.width(), picture.height()
    if wide > high * ASPECT:
        kept = high * ASPECT
        return QRectF((wide - kept) / 2, 0, kept, high)
    kept = wide / ASPECT
    return QRectF(0, (high - kept) / 2, wide, kept)
