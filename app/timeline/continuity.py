"""The continuity lane: a number under each cut, the higher the more face, costume and palette jump there.

Whoever measures hands the distances in (`show`); the lane is not there until somebody has, for an empty one would only ask what it
is for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from app.theme import tokens
from app.theme.lettering import figures
from app.timeline.readings import Pair, Readings, Seam, hundredths, seams
from app.timeline.scale import Scale
from app.timeline.showing import Showing

HEIGHT = 24
"""Pixels of the lane; none while nothing was measured."""

GRIP = 14.0
"""Pixels to either side of a cut that its number may be taken at."""


class Continuity(QObject):
    """The readings of the cut in hand."""

    changed = Signal()
    asked = Signal(str, str)  # the clip before the cut and the one behind it: its number was clicked

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._readings = Readings()

    @property
    def readings(self) -> Readings:
        """What was measured, and the line."""
        return self._readings

    @property
    def height(self) -> int:
        """Pixels that the lane wants."""
        return HEIGHT if self._readings.distances else 0

    def show(self, distances: Mapping[Pair, float], words: Mapping[Pair, str] | None = None) -> None:
        """These distances from now on; none hides the lane. `words`: a sentence for each, said by its tool tip."""
        self._set(Readings(dict(distances), dict(words or {}), self._readings.line))

    def set_line(self, line: float) -> None:
        """The distance over which a cut is called a jump."""
        self._set(replace(self._readings, line=line))

    def _set(self, readings: Readings) -> None:
        if readings != self._readings:
            self._readings = readings
            self.changed.emit()


def seam_at(showing: Showing, x: float) -> Seam | None:
    """The number under x."""
    scale, laid = showing.scale, showing.laid
    found = [] if laid.measured is None else seams(
        laid.measured, showing.readings, scale.frame(x - GRIP), scale.frame(x + GRIP) + 1
    )  # fmt: skip
    near = [each for each in found if abs(scale.x(each.point) - x) <= GRIP]
    return min(near, key=lambda each: abs(scale.x(each.point) - x), default=None)


def paint_continuity(painter: QPainter, showing: Showing, seen: QRectF) -> None:
    """The lane: numbers, or where they would touch, marks in their colours."""
    now, laid, scale = tokens.now(), showing.laid, showing.scale
    if laid.measured is None:
        return
    painter.fillRect(QRectF(seen.left(), laid.seam_top, seen.width(), HEIGHT), QColor(now.panel))
    painter.setFont(figures(small=True))
    width = QFontMetricsF(painter.font()).horizontalAdvance("00") + 10
    first, end = scale.frame(seen.left() - 2 * width), scale.frame(seen.right() + 2 * width) + 1
    shown = tuple(seams(laid.measured, showing.readings, first, end))
    for each, free in zip(shown, _free(shown, scale, width), strict=True):
        color = QColor(now.bad if each.distance > showing.readings.line else now.ok)
        x = scale.x(each.point)
        if free:
            cell = QRectF(x - width / 2, laid.seam_top + 3, width, HEIGHT - 6)
            _paint_number(painter, cell, str(min(99, hundredths(each.distance))), color)
        else:
            painter.fillRect(QRectF(x - 1, laid.seam_top + 6, 2, HEIGHT - 12), color)


def _free(shown: Sequence[Seam], scale: Scale, width: float) -> list[bool]:
    """Which of the numbers have room for letters: those that are far enough from both neighbours."""
    far = [float("-inf"), *(scale.x(each.point) for each in shown), float("inf")]
    return [min(far[i] - far[i - 1], far[i + 1] - far[i]) > width + 2 for i in range(1, len(far) - 1)]


def _paint_number(painter: QPainter, cell: QRectF, number: str, color: QColor) -> None:
    ground = QColor(color)
    ground.setAlpha(46)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(cell, 3, 3)
    painter.setPen(color)
    painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, number)
