"""A small brush over the paused picture: what is painted is drawn again, what is not stays to the last bit.

The paint is kept at the film's own size, so that a mask painted in a small viewer is as sharp as one painted on the full screen; the
feather is shown as a paler rim, because the engine begins to mix there.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QWidget

from app.viewer.screen import Screen
from app.words import say

Tool = Literal["paint", "rub out"]
_GREY = QImage.Format.Format_Grayscale8
_SMALLEST, _LARGEST = 4, 400
_RUBY = QColor(232, 44, 66)  # as on masking film: no picture's own light is this red
_STRENGTH, _RIM = 140, 80  # opacity of the paint and of its feather, of 255


class MaskLayer(QWidget):
    """Lies on a screen's picture while something is painted. `size_of` and `feather` are in the film's pixels."""

    painted = Signal()

    def __init__(self, screen: Screen, raster: QSize) -> None:
        super().__init__(screen)
        self._screen = screen
        self._mask = QImage(raster, _GREY)
        self._mask.fill(0)
        self._clean = self._mask.copy()
        self._shown: QImage | None = None
        self._last: QPointF | None = None
        self._pointer: QPointF | None = None
        self.tool: Tool = "paint"
        self.brush = max(8, raster.height() // 9)
        self._feather = 12
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)  # the right button rubs out
        say(self.setAccessibleName, "Paint over what is to be drawn again")
        screen.wants.connect(self.follow)  # bound, so that the screen forgets a layer that is gone
        self.follow()

    @property
    def empty(self) -> bool:
        """Whether nothing is painted."""
        return self._mask == self._clean

    @property
    def painting(self) -> QImage:
        """White where it is painted, in the film's size."""
        return self._mask.copy()

    def set_feather(self, pixels: int) -> None:
        """How far the new picture reaches over the paint."""
        self._feather = pixels
        self._anew()

    def set_brush(self, pixels: int) -> None:
        """How wide a stroke is."""
        self.brush = max(_SMALLEST, min(pixels, _LARGEST))
        self.update()

    def clear(self) -> None:
        """Nothing is painted."""
        self._mask.fill(0)
        self._anew()
        self.painted.emit()

    def follow(self, *_: object) -> None:
        """Lie where the picture lies."""
        self.setGeometry(self._screen.picture_rect().toAlignedRect())
        self._anew()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke; the right button rubs out."""
        self._last = self._place(event)
        self._stroke(self._last, rubs=self._rubs(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with it, or only show how wide the brush is."""
        self._pointer = event.position()
        if self._last is not None:
            here = self._place(event)
            self._stroke(here, rubs=self._rubs(event))
            self._last = here
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The stroke is done."""
        self._last = None
        self.painted.emit()

    def leaveEvent(self, event: object) -> None:
        """No brush is shown."""
        self._pointer = None
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wider or a narrower brush."""
        self.set_brush(round(self.brush * (1.15 if event.angleDelta().y() > 0 else 1 / 1.15)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The paint with its feather, and the brush."""
        painter = QPainter(self)
        if self._shown is None:
            self._shown = self._tinted()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawImage(QRectF(self.rect()), self._shown)
        if self._pointer is not None:
            radius = self.brush / 2 * self._scale
            for colour, width in ((QColor(0, 0, 0, 160), 3.0), (QColor(255, 255, 255), 1.2)):
                painter.setPen(QPen(colour, width))
                painter.drawEllipse(self._pointer, radius, radius)

    # --- inside

    @property
    def _scale(self) -> float:
        return self.width() / max(1, self._mask.width())

    def _place(self, event: QMouseEvent) -> QPointF:
        return event.position() / self._scale

    def _rubs(self, event: QMouseEvent) -> bool:
        return self.tool == "rub out" or bool(event.buttons() & Qt.MouseButton.RightButton)

    def _stroke(self, place: QPointF, *, rubs: bool) -> None:
        painter = QPainter(self._mask)
        pen = QPen(QColor(0, 0, 0) if rubs else QColor(255, 255, 255), self.brush)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if self._last is None or self._last == place:
            painter.drawPoint(place)
        else:
            painter.drawLine(self._last, place)
        painter.end()
        self._anew()

    def _anew(self, *_: object) -> None:
        self._shown = None
        self.update()

    def _tinted(self) -> QImage:
        """The mask in ruby at the widget's size: its rim blurred as wide as the feather, its middle as it is."""
        size = self.size() * self.devicePixelRatioF()
        smooth = Qt.TransformationMode.SmoothTransformation
        core = self._mask.scaled(size, mode=smooth)
        step = max(1.0, self._feather * self._scale * self.devicePixelRatioF())
        coarse = QSize(max(1, round(size.width() / step)), max(1, round(size.height() / step)))
        rim = core.scaled(coarse, mode=smooth).scaled(size, mode=smooth)
        shown = _coloured(rim, _RIM)
        painter = QPainter(shown)
        painter.drawImage(0, 0, _coloured(core, _STRENGTH))
        painter.end()
        return shown


def _coloured(mask: QImage, strength: int) -> QImage:
    """Ruby, as opaque as the mask is white."""
    ruby = QColor(_RUBY)
    ruby.setAlpha(strength)
    made = QImage(mask.size(), QImage.Format.Format_ARGB32_Premultiplied)
    made.fill(ruby)
    alpha = mask.convertToFormat(_GREY)
    alpha.reinterpretAsFormat(QImage.Format.Format_Alpha8)
    painter = QPainter(made)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.drawImage(0, 0, alpha)
    painter.end()
    return made
