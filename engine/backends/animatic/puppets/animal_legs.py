"""Legs of four-legged animals: a hind leg folds at stifle and hock, a fore leg at elbow and wrist, and each ends in a paw or a hoof.

The joints are where a horse's or a dog's are, because a leg without its hock reads as a table's.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from engine.backends.animatic.puppets.animal_trunk import FRONTAL, Coat
from engine.backends.animatic.puppets.beast_build import Build
from engine.backends.animatic.puppets.breeds import Breed
from engine.backends.animatic.puppets.colours import tone
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, capsule, closed, oval


@dataclass(frozen=True, slots=True)
class Leg:
    """One leg to be drawn, in shoulder heights, y down: from its joint to its toe; `way` is +1 when the animal faces right;
    `side` how much of a profile is seen; `slack` its full length."""

    fore: bool
    far: bool
    hip: Point
    toe: Point
    way: float
    side: float
    slack: float


def leg_of(breed: Breed, body: Build, i: int, coat: Coat, *, far: bool, end_on: bool) -> Leg:
    """The leg `i` (fore left, fore right, hind left, hind right) of a build as seen: `far` legs are behind the trunk."""
    s, fore, left = coat.s, i < 2, 1 if i % 2 == 0 else -1
    joint, foot = body.chest if fore else body.rump, body.feet[i]
    lateral = left * breed.deep * FRONTAL * 0.80 * coat.c
    hip = (joint[0] * s + lateral - 0.03 * s * (1 if fore else -1), -(joint[1] - breed.deep * 0.10))
    back = 0.035 * abs(coat.c) * (far and end_on)  # what stands behind stands higher in the picture
    toe = (foot[0] * s + lateral, -foot[1] - breed.leg * 0.55 - back)
    slack = (1 - breed.deep * 0.60 - breed.leg * 0.55) * 1.003
    return Leg(fore, far, hip, toe, coat.way, min(1.0, abs(s) * 1.1), slack)


def joints(leg: Leg, bend: float = 1.0) -> tuple[Point, Point, Point, Point]:
    """Hip, stifle (elbow), hock (wrist), toe: the nearer the toe is to the hip, the more it folds. `bend` is less for
    heavy animals, that stand on columns."""
    (hx, hy), (tx, ty) = leg.hip, leg.toe
    dx, dy = tx - hx, ty - hy
    reach = math.hypot(dx, dy) or 1e-6
    fold = math.sqrt(max(0.0, leg.slack**2 - reach * reach)) * 0.42
    ahead = leg.way * leg.side * bend
    nx, ny = dy / reach * ahead, -dx / reach * ahead  # forward of the leg
    if leg.fore:
        first, second = -(0.030 * leg.slack + 0.75 * fold), 0.018 * leg.slack + 0.55 * fold
        a, b = 0.40, 0.70
    else:
        first, second = 0.075 * leg.slack + 0.60 * fold, -(0.105 * leg.slack + 0.85 * fold)
        a, b = 0.36, 0.68
    return (
        leg.hip,
        (hx + dx * a + nx * first, hy + dy * a + ny * first),
        (hx + dx * b + nx * second, hy + dy * b + ny * second),
        leg.toe,
    )


def _widths(breed: Breed, fore: bool) -> tuple[float, float, float, float]:
    """How thick the leg is at its four joints: haunch to pastern. Heavy animals have columns."""
    if breed.leg > 0.098:
        shares = (3.6, 3.0, 2.3, 2.15) if fore else (4.2, 3.4, 2.3, 2.15)
    else:
        shares = (3.4, 2.2, 1.45, 1.30) if fore else (4.9, 3.2, 1.5, 1.30)
    return (breed.leg * shares[0], breed.leg * shares[1], breed.leg * shares[2], breed.leg * shares[3])


def draw_leg(knife: Knife, breed: Breed, leg: Leg, coat: str, dark: str) -> None:
    """One leg; `dark` is the colour of what is below the hock on an animal in socks."""
    row = joints(leg, 0.45 if breed.leg > 0.098 else 1.0)
    slim = 0.55 + 0.45 * min(1.0, leg.side / 0.5)  # a haunch is broad from the side only
    widths = _widths(breed, leg.fore)
    widths = (widths[0] * slim, widths[1] * (0.5 + 0.5 * slim), widths[2], widths[3])
    whole = breed.marking == "panda"
    knife.sheet(brush(row, widths), dark if whole else coat, leg.hip, drop=0.5)
    if breed.marking == "socks":
        knife.sheet(
            brush(
                [_share(row[1], row[2], 0.75), row[2], row[3]], (widths[2] * 1.15, widths[2] * 1.08, widths[3] * 1.06)
            ),
            dark,
            drop=0.0,
        )
    if breed.hooved:
        _hoof(knife, breed, leg)
    else:
        _paw(knife, breed, leg, dark if breed.marking in ("socks", "panda") else coat)


def _share(p: Point, q: Point, t: float) -> Point:
    return p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t


def _hoof(knife: Knife, breed: Breed, leg: Leg) -> None:
    x, y = leg.toe
    w, out = breed.leg * 0.80, leg.way * leg.side * breed.leg
    shape = [
        (x - w * 0.85, y - w * 0.55),
        (x + w * 0.85, y - w * 0.55),
        (x + w * 1.05 + out * 0.45, y + breed.leg * 0.58),
        (x - w * 1.0 + out * 0.15, y + breed.leg * 0.58),
    ]
    knife.sheet(closed(shape, 0.25), tone(breed.mark, -0.02 if leg.far else 0.03), drop=0.2)


def _paw(knife: Knife, breed: Breed, leg: Leg, colour: str) -> None:
    x, y = leg.toe
    n, out = breed.leg, leg.way * leg.side
    stout = 1.25 if n > 0.098 else 1.0
    shape = [
        (x - n * 0.78 * stout, y + n * 0.58), (x - n * 0.72 * stout, y - n * 0.30), (x + n * 0.30 * out, y - n * 0.62), (x + n * (0.75 * stout + 0.55 * out), y - n * 0.12),
        (x + n * (0.80 * stout + 0.80 * out), y + n * 0.58),
    ]  # fmt: skip
    knife.sheet(closed(shape, 0.75), colour, drop=0.2)
    if knife.scale * n > 7:
        for t in (0.35, 0.75):
            at = x + n * (t + 0.6 * out * t)
            knife.tint(
                brush([(at, y + n * 0.10), (at + n * 0.06 * out, y + n * 0.55)], (n * 0.07, n * 0.12)),
                tone(colour, -0.16),
                0.8,
            )


def draw_folded(knife: Knife, breed: Breed, leg: Leg, colour: str) -> None:
    """A leg that its owner sits or lies on: a round haunch and the foot that looks out, or a forearm along the ground."""
    (hx, hy), (tx, _), s = leg.hip, leg.toe, leg.way * leg.side
    if breed.marking == "panda":
        colour = breed.mark
    if not leg.fore:
        knife.sheet(oval(hx + 0.05 * s, hy + 0.03, breed.deep * 0.42, breed.deep * 0.40), colour, drop=0.5)
        knife.sheet(
            capsule(
                (hx + 0.02 * s, -breed.leg * 0.8), (tx + 0.14 * s, -breed.leg * 0.75), breed.leg * 0.9, breed.leg * 0.85
            ),
            colour,
            drop=0.4,
        )
        return
    knife.sheet(capsule((hx, -breed.leg), (tx, -breed.leg * 0.8), breed.leg * 1.1, breed.leg * 0.9), colour, drop=0.5)
