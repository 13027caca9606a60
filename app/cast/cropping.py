"""One frame of a take, large: the slider finds the moment, a box drawn over the picture cuts the subject out of it.

A model that is given a whole frame as the reference of one person learns the room as well, so what is taken can be less.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSlider, QWidget

from app.state.stills import Stills
from app.theme import tokens
from app.theme.frames import button, column, ground_of, row, text
from app.words import say, word
from engine.film.takes import Take

WIDE, HIGH = 760, 428
"""The most that a picture takes of the window; a tall film's is as high as a wide one's."""

_WHOLE = QRectF(0, 0, 1, 1)
_LEAST = 0.02
"""A box smaller than this share of the picture was a click and not a box."""


class CropView(QWidget):
    """The picture and the box over it. `box` is in shares of the picture's width and height."""

    def __init__(self, take: Take, number: int, stills: Stills, aspect: float) -> None:
        super().__init__()
        self.box = _WHOLE
        self.number = number
        self._take, self._stills = take, stills
        self._from: QPointF | None = None
        self.setFixedSize(QSizeF(aspect, 1).scaled(WIDE, HIGH, Qt.AspectRatioMode.KeepAspectRatio).toSize())
        self.setCursor(Qt.CursorShape.CrossCursor)
        say(self.setAccessibleName, "Picture; drag a box around what is wanted")
        stills.arrived.connect(self._on_still)

    def show_frame(self, number: int) -> None:
        """Another frame of the take; the box stays."""
        self.number = number
        self.update()

    def _on_still(self, _path: object) -> None:
        self.update()

    def _share(self, event: QMouseEvent) -> QPointF:
        at = event.position()
        return QPointF(min(max(at.x() / self.width(), 0), 1), min(max(at.y() / self.height(), 0), 1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A box begins, and the last one is gone."""
        self._from, self.box = self._share(event), _WHOLE
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The box follows."""
        self._draw_to(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The box stands."""
        self._draw_to(event)
        self._from = None

    def _draw_to(self, event: QMouseEvent) -> None:
        if self._from is not None:
            drawn = QRectF(self._from, self._share(event)).normalized()
            self.box = drawn if min(drawn.width(), drawn.height()) >= _LEAST else _WHOLE
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture; what is outside of the box is dimmed."""
        now, painter, here = tokens.now(), QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(here, QColor(now.picture_ground))
        picture = self._stills.frame(self._take, self.number, self.width())
        if picture is not None:
            painter.drawImage(here, picture)
        if self.box != _WHOLE:
            _paint_box(painter, here, _of(here, self.box))
        painter.end()


def _paint_box(painter: QPainter, whole: QRectF, box: QRectF) -> None:
    outside, inside = QPainterPath(), QPainterPath()
    outside.addRect(whole)
    inside.addRect(box)
    dim = QColor(tokens.now().shade)
    dim.setAlpha(150)
    painter.fillPath(outside.subtracted(inside), dim)
    painter.setPen(QPen(QColor(tokens.now().accent), 2))
    painter.drawRect(box)


def _of(whole: QRectF, share: QRectF) -> QRectF:
    return QRectF(
        whole.width() * share.x(),
        whole.height() * share.y(),
        whole.width() * share.width(),
        whole.height() * share.height(),
    )


def cut_out(picture: QImage, box: QRectF) -> QImage:
    """The part of a picture that a box (in shares of it) holds."""
    part: QRect = _of(QRectF(picture.rect()), box).toAlignedRect().intersected(picture.rect())
    return picture.copy(part)


class CropSheet(QFrame):
    """The sheet over a window. `taken(take, frame, box)`: this is wanted. `back`: another shot."""

    taken = Signal(object, int, object)
    back = Signal()

    def __init__(self, take: Take, number: int, stills: Stills, aspect: float) -> None:
        super().__init__()
        self._take = take
        ground_of(self, "panel")
        say(self.setAccessibleName, "What of it?")
        inside = column(self, margin=24, gap=16)
        inside.addWidget(text(word("What of it?"), "title"))
        self.view = CropView(take, number, stills, aspect)
        self.frames = self._slider(number)
        # Else a click there would take the keys away from the sheet.
        self.view.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.view.setFocusProxy(self.frames)
        self.take_button = button(word("Take the picture"), "primary")
        other = button(word("Another frame…"), "quiet")
        inside.addWidget(self.view, 0, Qt.AlignmentFlag.AlignHCenter)
        inside.addWidget(self.frames)
        line = row()
        line.addWidget(text(word("Drag a box around what is wanted, or take the whole picture."), "muted"))
        line.addStretch(1)
        line.addWidget(other)
        line.addWidget(self.take_button)
        inside.addLayout(line)
        other.clicked.connect(self.back)
        self.take_button.clicked.connect(self._take_it)

    def _slider(self, number: int) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, self._take.frames - 1)
        slider.setValue(number)
        say(slider.setAccessibleName, "Frame of the take")
        slider.valueChanged.connect(self.view.show_frame)
        return slider

    def _take_it(self) -> None:
        self.taken.emit(self._take, self.view.number, self.view.box)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes it."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take_it()
        else:
            super().keyPressEvent(event)
