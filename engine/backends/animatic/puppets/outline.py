"""Outlines written as text, "x y, x y, ...": a silhouette reads as one line and is cut once, however often it is drawn."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache

import skia

from engine.backends.animatic.puppets.paper_cut import Point, closed


@lru_cache(maxsize=4096)
def points(text: str) -> tuple[Point, ...]:
    """The points of an outline."""
    return tuple((float(x), float(y)) for x, y in (pair.split() for pair in text.split(",")))


@lru_cache(maxsize=4096)
def shape(text: str, tension: float = 1.0) -> skia.Path:
    """The closed path of an outline; shared, so never to be changed."""
    return closed(points(text), tension)


def bent(text: str, bend: Callable[[float, float], Point], tension: float = 1.0) -> skia.Path:
    """The path of an outline with every point moved by `bend`."""
    return closed([bend(x, y) for x, y in points(text)], tension)


def turned(outline: Sequence[Point], pivot: Point, degrees: float) -> list[Point]:
    """Points turned about a pin, clockwise on the screen."""
    c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
    px, py = pivot
    return [(px + (x - px) * c - (y - py) * s, py + (x - px) * s + (y - py) * c) for x, y in outline]


def hung(text: str, pivot: Point, degrees: float, tension: float = 1.0) -> skia.Path:
    """The path of a part that hangs on a pin, swung by so many degrees."""
    return closed(turned(points(text), pivot, degrees), tension)


def mirrored(text: str, tension: float = 1.0) -> skia.Path:
    """The other side of a part that is cut once for the right."""
    return closed([(-x, y) for x, y in points(text)], tension)


def curve(start: Point, middle: Point, end: Point, count: int = 6) -> list[Point]:
    """Points of a bow from start to end that is pulled toward the middle point."""
    row: list[Point] = []
    for i in range(count):
        t = i / (count - 1)
        a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
        row.append((a * start[0] + b * middle[0] + c * end[0], a * start[1] + b * middle[1] + c * end[1]))
    return row
