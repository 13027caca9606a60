"""What frames and arrows on a panel mean for the camera, as story artists draw them.

A frame inside the panel is what the camera ends on: push in. One around it: pull out. An arrow that starts at the panel's edge turns the
camera (pan, tilt); one inside the panel carries it (truck, crane), because there it runs beside what is drawn; a bow goes around, a ring
rolls. One drawing fits more than one move, so `readings` gives the likeliest first and the others for a person to choose.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

from PySide6.QtCore import QSize

from app.sketch.drawing import Arrow, Frame, Mark, Point
from engine.film.setup import Move

_EDGE = 0.14
"""An arrow that starts within this share of the sheet from its edge turns the camera."""
_SIDEWAYS = {
    -1: (Move.PAN_LEFT, Move.TRUCK_LEFT, Move.WHIP_PAN_LEFT, Move.FOLLOW, Move.ORBIT_LEFT),
    1: (Move.PAN_RIGHT, Move.TRUCK_RIGHT, Move.WHIP_PAN_RIGHT, Move.FOLLOW, Move.ORBIT_RIGHT),
}
_UPRIGHT = {-1: (Move.TILT_UP, Move.CRANE_UP), 1: (Move.TILT_DOWN, Move.CRANE_DOWN)}
_AROUND = {
    -1: (Move.ORBIT_LEFT, Move.ROLL_COUNTERCLOCKWISE),
    1: (Move.ORBIT_RIGHT, Move.ROLL_CLOCKWISE),
}


def readings(mark: Mark, sheet: QSize) -> tuple[Move, ...]:
    """The moves that a mark can mean, likeliest first."""
    return _of_frame(mark, sheet) if isinstance(mark, Frame) else _of_arrow(mark, sheet)


def _of_frame(frame: Frame, sheet: QSize) -> tuple[Move, ...]:
    share = frame.width * frame.height / (sheet.width() * sheet.height())
    inward = share < 1.0
    if 0.8 < share < 1.25 and (shift := _shift(frame, sheet)) is not None:
        return shift
    pair = (Move.PUSH_IN, Move.ZOOM_IN) if inward else (Move.PULL_OUT, Move.ZOOM_OUT)
    return (pair[1], pair[0]) if frame.zoom else pair


def _shift(frame: Frame, sheet: QSize) -> tuple[Move, ...] | None:
    """A frame as large as the panel that stands beside it: the camera goes there."""
    dx = frame.left + frame.width / 2 - sheet.width() / 2
    dy = frame.top + frame.height / 2 - sheet.height() / 2
    if math.hypot(dx / sheet.width(), dy / sheet.height()) < 0.12:
        return None
    return _SIDEWAYS[_sign(dx)] if abs(dx) >= abs(dy) else _UPRIGHT[_sign(dy)]


def _of_arrow(arrow: Arrow, sheet: QSize) -> tuple[Move, ...]:
    (x, y), (end_x, end_y) = arrow.points[0], arrow.points[-1]
    turned = turning(arrow.points)
    if abs(turned) > 300:
        return _first(_AROUND[_sign(turned)], 1)
    if _shakes(arrow.points):
        return (Move.HANDHELD,)
    if abs(turned) > 55:
        return _around(arrow, turned)
    moves = _SIDEWAYS[_sign(end_x - x)] if abs(end_x - x) >= abs(end_y - y) else _UPRIGHT[_sign(end_y - y)]
    return moves if _starts_at_the_edge(x, y, sheet) else _first(moves, 1)


def _around(arrow: Arrow, turned: float) -> tuple[Move, ...]:
    """A bow under or over the figure: the camera goes to the side on which it ends."""
    side = _sign(arrow.points[-1][0] - arrow.points[0][0])
    return (_AROUND[side][0], _AROUND[_sign(turned)][1])


def _starts_at_the_edge(x: float, y: float, sheet: QSize) -> bool:
    across, down = x / sheet.width(), y / sheet.height()
    return min(across, 1 - across, down, 1 - down) < _EDGE


def turning(points: Sequence[Point]) -> float:
    """Degrees by which a line turns from end to end, clockwise positive; small wobbles even out."""
    spaced = _spaced(points, 14)
    headings = [math.atan2(b[1] - a[1], b[0] - a[0]) for a, b in itertools.pairwise(spaced)]
    return math.degrees(sum(_turn(one, other) for one, other in itertools.pairwise(headings)))


def _shakes(points: Sequence[Point]) -> bool:
    """A zigzag: it goes from one side of its way to the other three times or more."""
    (x, y), (u, v) = points[0], points[-1]
    length = math.hypot(u - x, v - y) or 1.0
    off = [((u - x) * (b - y) - (a - x) * (v - y)) / length for a, b in _spaced(points, 49)]
    swings, side = 0, 0
    middle = sum(off) / len(off)
    for each in off:
        if abs(each - middle) > length * 0.03 and _sign(each - middle) != side:
            swings, side = swings + 1, _sign(each - middle)
    return swings > 3


def _turn(one: float, other: float) -> float:
    return (other - one + math.pi) % (2 * math.pi) - math.pi


def _spaced(points: Sequence[Point], count: int) -> list[Point]:
    """So many points, evenly along the line."""
    along = [0.0]
    for a, b in itertools.pairwise(points):
        along.append(along[-1] + math.dist(a, b))
    wanted = [along[-1] * index / (count - 1) for index in range(count)]
    spaced: list[Point] = []
    at = 0
    for far in wanted:
        while at < len(points) - 2 and along[at + 1] < far:
            at += 1
        length = along[at + 1] - along[at] or 1.0
        share = (far - along[at]) / length
        (x, y), (u, v) = points[at], points[at + 1]
        spaced.append((x + (u - x) * share, y + (v - y) * share))
    return spaced


def standing_for(move: Move, sheet: QSize) -> tuple[Mark, ...]:
    """The mark that stands for a move nobody drew: chosen in the inspector, or read in the script."""
    w, h = sheet.width(), sheet.height()
    if move in (Move.PUSH_IN, Move.ZOOM_IN):
        return (Frame(w * 0.2, h * 0.2, w * 0.6, h * 0.6, move is Move.ZOOM_IN),)
    if move in (Move.PULL_OUT, Move.ZOOM_OUT):
        return (Frame(-w * 0.12, -h * 0.12, w * 1.24, h * 1.24, move is Move.ZOOM_OUT),)
    line = _LINES.get(move)
    return (Arrow(tuple((w * x, h * y) for x, y in line)),) if line else ()


def _bow(start: float, end: float) -> tuple[Point, ...]:
    """A flat bow under the figure, in shares of the sheet."""
    steps = [index / 16 for index in range(17)]
    return tuple((start + (end - start) * s, 0.72 + 0.16 * math.sin(math.pi * s)) for s in steps)


def _ring(sign: int) -> tuple[Point, ...]:
    angles = [math.radians(-90 + sign * 330 * index / 24) for index in range(25)]
    return tuple((0.5 + 0.12 * math.cos(a), 0.5 + 0.21 * math.sin(a)) for a in angles)


_SHAKE = tuple((0.3 + 0.4 * i / 8, 0.9 + (0.04 if i % 2 else -0.04)) for i in range(9))
_LINES: dict[Move, tuple[Point, ...]] = {
    Move.PAN_LEFT: ((0.95, 0.1), (0.55, 0.1)),
    Move.PAN_RIGHT: ((0.05, 0.1), (0.45, 0.1)),
    Move.WHIP_PAN_LEFT: ((0.95, 0.1), (0.1, 0.1)),
    Move.WHIP_PAN_RIGHT: ((0.05, 0.1), (0.9, 0.1)),
    Move.TILT_UP: ((0.06, 0.92), (0.06, 0.45)),
    Move.TILT_DOWN: ((0.06, 0.08), (0.06, 0.55)),
    Move.TRUCK_LEFT: ((0.7, 0.84), (0.3, 0.84)),
    Move.TRUCK_RIGHT: ((0.3, 0.84), (0.7, 0.84)),
    Move.FOLLOW: ((0.25, 0.84), (0.75, 0.84)),
    Move.CRANE_UP: ((0.2, 0.8), (0.2, 0.3)),
    Move.CRANE_DOWN: ((0.2, 0.25), (0.2, 0.75)),
    Move.ORBIT_LEFT: _bow(0.75, 0.25),
    Move.ORBIT_RIGHT: _bow(0.25, 0.75),
    Move.ROLL_CLOCKWISE: _ring(1),
    Move.ROLL_COUNTERCLOCKWISE: _ring(-1),
    Move.HANDHELD: _SHAKE,
}


def _first(moves: tuple[Move, ...], index: int) -> tuple[Move, ...]:
    """The same moves with that one first."""
    return (moves[index], *moves[:index], *moves[index + 1 :])


def _sign(value: float) -> int:
    return 1 if value >= 0 else -1
