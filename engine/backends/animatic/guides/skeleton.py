"""The pose pass: the points of everybody who has joints, by their body plan, joined and coloured as OpenPose does it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.backends.animatic.guides.body_plans import COLOURS, PLANS, Plan, landmarks_of, plan_of
from engine.backends.animatic.guides.layers import Seen, matrix
from engine.backends.animatic.stage import Player
from engine.backends.animatic.theatre import Theatre

POINTS, LIMBS = PLANS["person"]
"""OpenPose's order for people; see body_plans for the others."""

SEEN, HIDDEN = 1.0, 0.5


class Point(NamedTuple):
    """A point in the frame's pixels; `sure` is 1 where it is seen, 0.5 where something hides it, 0 out of frame or turned away."""

    x: float
    y: float
    sure: float


@dataclass(frozen=True, slots=True)
class Skeleton:
    """One body's points, in the order of its plan."""

    name: str
    points: tuple[Point, ...]
    plan: Plan = "person"


def skeletons(theatre: Theatre, frame: int, now: Seen) -> tuple[Skeleton, ...]:
    """Everybody in the frame who has joints, far to near: people, beasts, birds, fish."""
    found: list[Skeleton] = []
    for number, laid in enumerate(now.layers):
        player = laid.layer
        plan = plan_of(player.puppet) if isinstance(player, Player) else None
        if isinstance(player, Player) and plan is not None:
            points = _points(theatre, frame, player, plan, (now, number))
            if any(point.sure for point in points):
                found.append(Skeleton(player.name, points, plan))
    return tuple(found)


def _points(theatre: Theatre, frame: int, player: Player, plan: Plan, seen: tuple[Seen, int]) -> tuple[Point, ...]:
    posed = theatre.posed(player, frame)
    if posed is None:
        return ()
    now, number = seen
    _, placed, easel, way = posed
    marks = landmarks_of(player.puppet, placed.pose)
    lens = now.lens @ matrix(way)
    found: list[Point] = []
    for name in PLANS[plan].names:
        if name not in marks:
            found.append(Point(0.0, 0.0, 0.0))
            continue
        right, down, turned = marks[name]
        x, y, w = lens @ np.array([easel.x + easel.scale * right, easel.y + easel.scale * down, 1.0])
        found.append(_seen(float(x / w), float(y / w), now, number) if turned else Point(0.0, 0.0, 0.0))
    return tuple(found)


def _seen(x: float, y: float, now: Seen, number: int) -> Point:
    height, width = now.index.shape
    if not (0 <= x < width and 0 <= y < height):
        return Point(0.0, 0.0, 0.0)
    before = int(now.index[int(y), int(x)]) > number
    return Point(round(x, 2), round(y, 2), HIDDEN if before else SEEN)


def drawn(people: tuple[Skeleton, ...], size: tuple[int, int]) -> NDArray[np.uint8]:
    """The skeletons on black: uint8 (H, W, 3) BGR; `size` is (width, height)."""
    width, height = size
    picture = np.zeros((height, width, 3), np.uint8)
    thick = max(2.0, height / 180)
    for person in people:
        for colour, (a, b) in zip(COLOURS, PLANS[person.plan].limbs, strict=False):
            one, other = person.points[a], person.points[b]
            if one.sure and other.sure:
                _limb(picture, one, other, tuple(int(0.6 * part) for part in colour), thick)
        for colour, point in zip(COLOURS, person.points, strict=False):
            if point.sure:
                cv2.circle(picture, (round(point.x), round(point.y)), round(thick), colour, -1, cv2.LINE_AA)
    return picture


def _limb(picture: NDArray[np.uint8], one: Point, other: Point, colour: tuple[int, ...], thick: float) -> None:
    middle = (round((one.x + other.x) / 2), round((one.y + other.y) / 2))
    long = float(np.hypot(one.x - other.x, one.y - other.y))
    turn = float(np.degrees(np.arctan2(one.y - other.y, one.x - other.x)))
    outline = cv2.ellipse2Poly(middle, (max(1, round(long / 2)), max(1, round(thick))), round(turn), 0, 360, 4)
    cv2.fillConvexPoly(picture, np.asarray(outline, np.int32), colour, cv2.LINE_AA)
