"""The clips of a lane that are too narrow for anything but colour, painted by pixel column.

In a cut of a thousand clips that is fitted to the window a clip is a pixel wide. A rectangle for each takes longer than a hand may wait,
and rounds to stripes that look like gaps; here each column has the colour of what stands at its middle, and the seam between two clips
is the fainter the narrower they are, so that only a gap is dark.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from app.theme.tokens import Tokens
from app.timeline.against import mark_color
from app.timeline.laid import Box, Lane
from app.timeline.showing import Showing

PLAIN = 5.0
"""Clips narrower than this are bare colour."""

_SEAM = 3.0
"""Pixels from which on the seam between two clips is as dark as a gap."""

_GROUND, _CLIP, _FOREIGN = range(3)
"""Tones: nothing, a clip, and a sound that is no shot's own."""

Floats = NDArray[np.float64]
Tones = NDArray[np.float64]
"""Red, green and blue, a row for each."""


def paint_columns(
    painter: QPainter, showing: Showing, lane: Lane, boxes: Sequence[Box], seen: QRectF, now: Tokens
) -> None:
    """The narrow ones of `boxes`, which stand side by side; where a wide one stands, the lane's ground."""
    ratio = painter.device().devicePixelRatioF()
    edges = _edges(showing, boxes, seen.left()) * ratio
    widths = np.diff(edges) / ratio
    kinds = np.array(_kinds(lane, boxes), np.uint8)
    kinds[widths >= PLAIN] = _GROUND
    palette = _palette(lane, now)
    row = palette[_standing(edges, kinds, round(seen.width() * ratio))]
    _seam(row, edges, palette[kinds], palette[_GROUND], widths, ratio)
    for at, color in _marked(showing, lane, boxes, now):
        if widths[at] < PLAIN:
            first, end = edges[at], edges[at + 1] - min(1.0, widths[at] / _SEAM) * ratio
            column = max(0, ceil(first - 0.5))
            row[column : max(column + 1, ceil(end - 0.5))] = _tone(color)
    _put(painter, row, QRectF(seen.left(), lane.top, seen.width(), lane.height), ratio)


def _edges(showing: Showing, boxes: Sequence[Box], left: float) -> Floats:
    """Where each begins, and the last one ends, in pixels from the left of what is painted."""
    frames = np.array([*[box.at for box in boxes], boxes[-1].end], np.float64)
    return frames * showing.scale.per_frame - (showing.scale.left + left)


def _kinds(lane: Lane, boxes: Sequence[Box]) -> list[int]:
    if lane.track.kind == "picture":
        return [_CLIP if box.item.kind == "clip" else _GROUND for box in boxes]
    items = [box.item for box in boxes]
    return [_GROUND if item.kind == "gap" else _FOREIGN if item.shot is None else _CLIP for item in items]


def _palette(lane: Lane, now: Tokens) -> Tones:
    clip = now.clip_picture if lane.track.kind == "picture" else now.clip_sound
    return np.array([_tone(each) for each in (now.panel, clip, now.clip_music)])


def _tone(color: str) -> Tones:
    made = QColor(color)
    return np.array((made.red(), made.green(), made.blue()), np.float64)


def _standing(edges: Floats, kinds: NDArray[np.uint8], width: int) -> NDArray[np.uint8]:
    """What stands at the middle of every column."""
    around = np.full(len(kinds) + 2, _GROUND, np.uint8)
    around[1:-1] = kinds
    return around[np.searchsorted(edges, np.arange(width) + 0.5, side="right")]


def _seam(row: Tones, edges: Floats, tones: Tones, ground: Tones, widths: Floats, ratio: float) -> None:
    """The last pixel of each clip, darker by as much of it as a seam of a third of the clip would cover."""
    cover = np.clip(widths, 1.0, _SEAM)[:, np.newaxis] / _SEAM
    mixed = tones * (1 - cover) + ground * cover
    last = np.floor(edges[1:] - 0.5).astype(np.int64)
    for back in range(round(ratio)):
        own = last - back + 0.5 >= edges[:-1]  # a clip that has no column has no seam in its neighbour's
        there = own & (last - back >= 0) & (last - back < len(row)) & (widths < PLAIN)
        row[last[there] - back] = mixed[there]


def _marked(showing: Showing, lane: Lane, boxes: Sequence[Box], now: Tokens) -> Iterator[tuple[int, str]]:
    """Clips that are another than in the other cut, and those that are chosen: which of `boxes`, and their colour."""
    colors = {item: mark_color(mark, now) for item, mark in showing.differs.items()}
    for item, color in (colors | dict.fromkeys(showing.chosen, now.accent)).items():
        box = showing.laid.boxes.get(item)
        if box is not None and box.track == lane.track.id and box.item.kind == "clip":
            at = box.place - boxes[0].place
            if 0 <= at < len(boxes):
                yield at, color


def _put(painter: QPainter, row: Tones, area: QRectF, ratio: float) -> None:
    """The row, as high as the lane."""
    red, green, blue = row.astype(np.uint32).T
    line = np.uint32(0xFF000000) | red << 16 | green << 8 | blue
    high = round(area.height() * ratio)
    block = np.ascontiguousarray(np.broadcast_to(line, (high, len(line))))
    picture = QImage(block.data, len(line), high, 4 * len(line), QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(ratio)
    painter.drawImage(QPointF(area.left(), area.top()), picture)
