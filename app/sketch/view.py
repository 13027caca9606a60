"""How the sheet lies under the window: moved, zoomed, turned and mirrored. A value; the pixels of the drawing are never touched."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QTransform

LEAST, MOST = 0.1, 16.0
"""Window pixels to a sheet pixel."""
_AIR = 0.86
"""How much of the window the sheet fills at first: a frame for a pull out is drawn beyond its edge."""


@dataclass(frozen=True, slots=True)
class View:
    """`centre` is the sheet point in the window's middle; `angle` in degrees, clockwise; `mirrored` left to right."""

    centre: QPointF
    scale: float
    angle: float = 0.0
    mirrored: bool = False

    def to_window(self, window: QSize) -> QTransform:
        """Sheet pixels to window pixels."""
        made = QTransform()
        made.translate(window.width() / 2, window.height() / 2)
        made.rotate(self.angle)
        made.scale(-self.scale if self.mirrored else self.scale, self.scale)
        made.translate(-self.centre.x(), -self.centre.y())
        return made

    def to_sheet(self, window: QSize) -> QTransform:
        """Window pixels to sheet pixels."""
        return self.to_window(window).inverted()[0]

    def zoomed(self, factor: float, at: QPointF, window: QSize) -> View:
        """Nearer or farther; the sheet point under `at` (window) stays there."""
        scale = max(LEAST, min(MOST, self.scale * factor))
        return replace(self, scale=scale)._held(self.to_sheet(window).map(at), at, window)

    def turned(self, degrees: float) -> View:
        """The paper turned under the hand, about the window's middle."""
        return replace(self, angle=(self.angle + degrees + 180) % 360 - 180)

    def moved(self, by: QPointF, window: QSize) -> View:
        """The paper pushed by so many window pixels."""
        middle = QPointF(window.width() / 2, window.height() / 2)
        return replace(self, centre=self.to_sheet(window).map(middle - by))

    def flipped(self) -> View:
        """Seen in a mirror: the old way to find out what is wrong with a face."""
        return replace(self, mirrored=not self.mirrored)

    def _held(self, point: QPointF, at: QPointF, window: QSize) -> View:
        return replace(self, centre=self.centre + point - self.to_sheet(window).map(at))


def fitting(sheet: QSize, window: QSize) -> View:
    """The whole sheet with some air around it."""
    room = QSizeF(window) * _AIR
    scale = min(room.width() / sheet.width(), room.height() / sheet.height())
    return View(QPointF(sheet.width() / 2, sheet.height() / 2), max(LEAST, scale))


def shown(part: QRect | QRectF, to_window: QTransform) -> QRect:
    """Where a part of the sheet lies in the window, with a pixel for soft edges."""
    return to_window.mapRect(QRectF(part)).toAlignedRect().adjusted(-2, -2, 2, 2)
