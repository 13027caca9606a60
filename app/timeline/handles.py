"""Handles on a clip: the level line of a sound, and the corners that are pulled inward for a fade or a dissolve.

One place for where they are, so that what is painted is what can be taken. The corners show on the clip under the pointer alone:
on every clip of a cut they would be measles.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.theme import tokens
from app.timeline.laid import Box, Lane
from app.timeline.scale import Scale
from engine.film.bench import Edge
from engine.film.cuts import Clip

LOUDEST, SOFTEST = 12.0, -60.0
"""Decibels at the top and at the foot of a sound clip."""

_UNCHANGED = 0.3
"""How far down the line of a clip lies that is as loud as it was recorded."""

NAME = 20
"""Pixels of the bar that carries a clip's name."""

GRIP = 4.0
"""Pixels above and below the level line that take hold of it."""

_INSET, _REACH, _DOT = 12.0, 7.0, 3.5
NARROWEST = 56.0
"""Clips narrower than this have no room for corners."""


def level_room(lane: Lane) -> tuple[float, float]:
    """The highest and lowest the level line goes in a lane of sounds."""
    return lane.top + NAME + 2.0, lane.bottom - 4.0


def level_y(lane: Lane, gain: float) -> float:
    """How high a level lies. Above the unchanged level evenly, below it finer where it is loud, as a fader is."""
    top, bottom = level_room(lane)
    if gain >= 0:
        part = _UNCHANGED * (1 - gain / LOUDEST)
    else:
        part = _UNCHANGED + (1 - _UNCHANGED) * (gain / SOFTEST) ** 0.5
    return top + (bottom - top) * part


def gain_at(lane: Lane, y: float) -> float:
    """The level that lies at a height, in tenths of a decibel."""
    top, bottom = level_room(lane)
    part = min(1.0, max(0.0, (y - top) / max(1.0, bottom - top)))
    if part <= _UNCHANGED:
        return round(LOUDEST * (1 - part / _UNCHANGED), 1)
    return round(SOFTEST * ((part - _UNCHANGED) / (1 - _UNCHANGED)) ** 2, 1)


def on_level(lane: Lane, box: Box, y: float) -> bool:
    """Whether the level line of a clip lies under the pointer."""
    sound = lane.track.kind == "sound" and isinstance(box.item, Clip)
    return sound and abs(level_y(lane, box.item.gain) - y) <= GRIP if isinstance(box.item, Clip) else False


def corner_at(lane: Lane, box: Box, scale: Scale, x: float, y: float) -> Edge | None:
    """The corner under the pointer that can be pulled inward, where no transition stands yet."""
    for edge, point in corners(lane, box, scale):
        if abs(point.x() - x) <= _REACH and abs(point.y() - y) <= _REACH:
            return edge
    return None


def corners(lane: Lane, box: Box, scale: Scale) -> list[tuple[Edge, QPointF]]:
    """Where the corners of a clip are taken: a little inside, so that the edge beside them can be trimmed."""
    first, end = scale.x(box.at), scale.x(box.end)
    if end - first < NARROWEST or not isinstance(box.item, Clip):
        return []
    taken = {join.point for join in lane.joins}
    y = lane.top + _INSET - 2
    places: list[tuple[Edge, QPointF]] = [("head", QPointF(first + _INSET, y)), ("tail", QPointF(end - _INSET, y))]
    return [each for each in places if (box.at if each[0] == "head" else box.end) not in taken]


def paint_corners(painter: QPainter, lane: Lane, box: Box, scale: Scale) -> None:
    """Small discs in the upper corners."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(0, 0, 0, 170), 1.5))
    painter.setBrush(QColor("#f4f4f4"))
    for _, point in corners(lane, box, scale):
        painter.drawEllipse(point, _DOT, _DOT)
    painter.restore()


def paint_level(painter: QPainter, lane: Lane, clip: Clip, body: QRectF) -> None:
    """The level line, in the accent where it is not as it was recorded."""
    y = round(level_y(lane, clip.gain)) + 0.5
    color = QColor(tokens.now().accent if clip.gain else tokens.now().text)
    color.setAlpha(255 if clip.gain else 120)
    painter.setPen(QPen(color, 1, Qt.PenStyle.SolidLine))
    painter.drawLine(QPointF(body.left(), y), QPointF(body.right() - 1, y))
