"""Frames and arrows mean what story artists mean by them."""

from __future__ import annotations

import math

import pytest
from PySide6.QtCore import QSize

from app.sketch.camera_marks import readings, standing_for
from app.sketch.drawing import Arrow, Frame
from engine.film.setup import Move

SHEET = QSize(1280, 720)


def _arrow(*points: tuple[float, float]) -> Arrow:
    return Arrow(tuple(points))


def _ring(turns: float, sign: int = 1) -> Arrow:
    angles = [math.radians(sign * 360 * turns * i / 40) for i in range(41)]
    return Arrow(tuple((640 + 150 * math.cos(a), 360 + 150 * math.sin(a)) for a in angles))


@pytest.mark.parametrize(
    ("mark", "move"),
    [
        (Frame(300, 150, 640, 360), Move.PUSH_IN),
        (Frame(300, 150, 640, 360, zoom=True), Move.ZOOM_IN),
        (Frame(-100, -60, 1500, 840), Move.PULL_OUT),
        (Frame(-100, -60, 1500, 840, zoom=True), Move.ZOOM_OUT),
        (Frame(500, 20, 1280, 720), Move.PAN_RIGHT),
        (Frame(20, -300, 1280, 720), Move.TILT_UP),
        (_arrow((40, 90), (600, 100)), Move.PAN_RIGHT),
        (_arrow((1250, 90), (600, 100)), Move.PAN_LEFT),
        (_arrow((60, 700), (70, 200)), Move.TILT_UP),
        (_arrow((60, 30), (70, 500)), Move.TILT_DOWN),
        (_arrow((400, 500), (800, 510)), Move.TRUCK_RIGHT),
        (_arrow((800, 500), (400, 510)), Move.TRUCK_LEFT),
        (_arrow((300, 550), (310, 250)), Move.CRANE_UP),
        (_ring(0.97), Move.ROLL_CLOCKWISE),
        (_ring(0.97, -1), Move.ROLL_COUNTERCLOCKWISE),
        (_arrow(*((300 + 40 * i, 600 + (30 if i % 2 else -30)) for i in range(9))), Move.HANDHELD),
    ],
)
def test_a_mark_is_read_as_a_move(mark: Frame | Arrow, move: Move) -> None:
    assert readings(mark, SHEET)[0] is move


def test_a_bow_goes_around_to_the_side_it_ends_on() -> None:
    bow = _arrow(*((400 + 24 * i, 500 + 110 * math.sin(math.pi * i / 20)) for i in range(21)))
    assert readings(bow, SHEET)[0] is Move.ORBIT_RIGHT
    assert readings(Arrow(tuple(reversed(bow.points))), SHEET)[0] is Move.ORBIT_LEFT


@pytest.mark.parametrize("move", [move for move in Move if move is not Move.STATIC])
def test_every_move_has_a_mark_that_can_be_read_as_it(move: Move) -> None:
    (mark,) = standing_for(move, SHEET)
    assert move in readings(mark, SHEET)


def test_a_still_camera_needs_no_mark() -> None:
    assert standing_for(Move.STATIC, SHEET) == ()
