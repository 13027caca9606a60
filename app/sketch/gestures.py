"""What the hand is doing on the sheet. One of these at a time; none of them means that it only hovers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

from PySide6.QtCore import QPointF, QRectF, QSize

from app.sketch.drawing import Arrow, Frame, Mark, Point
from app.sketch.nibs import Stroke


@dataclass(slots=True)
class Stroking:
    """A stroke is being drawn. `speed` is the mouse's, in sheet pixels per millisecond, evened out."""

    stroke: Stroke
    at: QPointF
    when: int
    speed: float = 0.0

    def pressed(self, at: QPointF, when: int) -> float:
        """How hard a mouse would press: a quick hand presses less."""
        span = max(1, when - self.when)
        way = at - self.at
        now = (way.x() ** 2 + way.y() ** 2) ** 0.5 / span
        self.speed += (now - self.speed) * 0.25
        self.at, self.when = at, when
        return 0.78 - 0.38 * min(1.0, self.speed / 4.0)


@dataclass(slots=True)
class Panning:
    """The paper is pushed about; `at` in window pixels."""

    at: QPointF


@dataclass(slots=True)
class Turning:
    """The paper is turned about the window's middle; `angle` is where the pointer was, in degrees."""

    angle: float


@dataclass(slots=True)
class Framing:
    """A camera frame is being drawn from corner to corner, in the sheet's shape."""

    start: QPointF
    sheet: QSize
    frame: Frame | None = None

    def drag(self, to: QPointF, *, zoom: bool) -> None:
        """The other corner is here now."""
        aspect = self.sheet.width() / self.sheet.height()
        dx, dy = to.x() - self.start.x(), to.y() - self.start.y()
        width = max(abs(dx), abs(dy) * aspect)
        height = width / aspect
        left = self.start.x() if dx >= 0 else self.start.x() - width
        top = self.start.y() if dy >= 0 else self.start.y() - height
        self.frame = Frame(round(left, 1), round(top, 1), round(width, 1), round(height, 1), zoom)

    @property
    def mark(self) -> Mark | None:
        """What was drawn; a slip of the hand is nothing."""
        return self.frame if self.frame and self.frame.width > self.sheet.width() * 0.06 else None


@dataclass(slots=True)
class Aiming:
    """A camera arrow is being drawn."""

    sheet: QSize
    points: list[Point] = field(default_factory=list[Point])

    def drag(self, to: QPointF) -> None:
        """The tip is here now."""
        point = (round(to.x(), 1), round(to.y(), 1))
        if not self.points or abs(point[0] - self.points[-1][0]) + abs(point[1] - self.points[-1][1]) > 3:
            self.points.append(point)

    @property
    def mark(self) -> Mark | None:
        """What was drawn; nearly straight lines are straight, and a slip of the hand is nothing."""
        if len(self.points) < 2:
            return None
        (x, y), (u, v) = self.points[0], self.points[-1]
        box = QRectF(QPointF(x, y), QPointF(u, v)).normalized()
        if len(self.points) < 5 and box.width() + box.height() < self.sheet.width() * 0.04:
            return None
        return Arrow(_straightened(tuple(self.points)))


def _straightened(points: tuple[Point, ...]) -> tuple[Point, ...]:
    (x, y), (u, v) = points[0], points[-1]
    length = ((u - x) ** 2 + (v - y) ** 2) ** 0.5
    if length < 1:
        return points
    off = max(abs((u - x) * (y - b) - (x - a) * (v - y)) / length for a, b in points)
    return (points[0], points[-1]) if off < length * 0.08 else points


Gesture: TypeAlias = Stroking | Panning | Turning | Framing | Aiming
