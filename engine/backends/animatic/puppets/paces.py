"""Gaits of four legs: where every foot of a walk, trot, amble, gallop or bound is, planted on the ground it covers.

A gait is when each foot leaves and how long it stands; the rest follows. All four feet are at rest at both ends of a way, so the
strides are fitted to it (a whole number of them) and the first and last of them are cut short. Orders of the feet and duty factors
are Hildebrand's ('Symmetrical gaits of horses', 1965; 'Analysis of asymmetrical gaits', 1977).
"""

from __future__ import annotations

import math
from typing import NamedTuple

from engine.backends.animatic.puppets.breeds import Breed
from engine.backends.animatic.puppets.gait import Footfall

_G = 9.81
_LEAST = 0.12
"""Share of a stride that a first or last step takes at least."""
_CLOSES = 0.22
"""Share of a stride in which the last foot is drawn up to the others."""


class Gait(NamedTuple):
    """`leaves`: when each foot (fore left, fore right, hind left, hind right) is lifted, in strides; `stands`: for which share of
    a stride it is on the ground; `long`: the stride in lengths of the leg, at rest and for each unit of speed; `lift` of the feet;
    `bob` of the body and `pitch` between its ends, both in shoulder heights; `flex` of the spine; `springs`: gathers and flies."""

    leaves: tuple[float, float, float, float]
    stands: float
    long: tuple[float, float]
    lift: float
    bob: float
    pitch: float = 0.0
    flex: float = 0.0
    springs: bool = False


WALK = Gait((0.40, 0.90, 0.15, 0.65), 0.65, (0.95, 0.55), 0.12, 0.010)
AMBLE = Gait((0.40, 0.90, 0.15, 0.65), 0.52, (1.05, 0.55), 0.13, 0.012)
TROT = Gait((0.10, 0.60, 0.60, 0.10), 0.46, (1.00, 0.75), 0.17, 0.030)
GALLOP = Gait((0.62, 0.74, 0.30, 0.40), 0.30, (1.35, 0.95), 0.30, 0.055, 0.075, 0.015, True)
ROTARY = Gait((0.60, 0.70, 0.36, 0.26), 0.27, (1.45, 1.10), 0.30, 0.060, 0.095, 0.090, True)
BOUND = Gait((0.70, 0.75, 0.30, 0.33), 0.30, (1.50, 1.20), 0.34, 0.110, 0.120, 0.110, True)
"""Fore left, fore right, hind left, hind right: the walk goes left hind, left fore, right hind, right fore."""


class Pace(NamedTuple):
    """The feet of one moment (fore left, fore right, hind left, hind right; metres), `beat` strides since the start, and `swing`,
    0 at both ends of the way and 1 on it."""

    gait: Gait
    feet: tuple[Footfall, Footfall, Footfall, Footfall]
    beat: float
    stride: float
    swing: float


def gait_of(breed: Breed, speed: float, leg: float, *, runs: bool) -> Gait:
    """How that animal goes at that speed (m/s) on legs `leg` metres long: elephants never gallop, hares never trot."""
    brisk = speed / math.sqrt(_G * leg)
    if breed.hops:
        return BOUND
    if breed.ears == "fan" or (breed.face == "snout" and breed.tall > 1):
        return AMBLE if runs or brisk > 0.5 else WALK
    if not runs and brisk < 0.95:
        return WALK if brisk < 0.62 else TROT
    if breed.deep > 0.75 or (breed.leg > 0.11 and breed.tall < 0.5) or brisk < 0.6:
        return TROT
    return GALLOP if breed.hooved or breed.leg > 0.11 else ROTARY


def paced(gait: Gait, gone: float, span: float, speed: float, leg: float) -> Pace:
    """Every foot after `gone` of `span` metres (0: no end in sight) at `speed` m/s on legs `leg` metres long."""
    brisk = min(2.2, speed / math.sqrt(_G * leg))
    natural = leg * (gait.long[0] + gait.long[1] * brisk)
    count = max(1, round(span / natural)) if span > 0 else 0
    stride = span / count if count else natural
    beat = gone / stride
    ends = min(1.0, beat / 0.4, max(0.0, (count - beat) / 0.4)) if count else 1.0
    short = min(1.0, stride / (0.6 * leg))
    feet = tuple(_foot(gait, beat, off, count, stride, gait.lift * leg * short) for off in gait.leaves)
    return Pace(gait, (feet[0], feet[1], feet[2], feet[3]), beat, stride, ends)


def _foot(gait: Gait, beat: float, off: float, count: int, stride: float, lift: float) -> Footfall:
    """One foot: it stands on the print it landed on last, or swings to the next."""
    at: float | None = None
    now = math.floor(beat - off)
    for k in range(now - 2, now + 3):
        step = _step(gait.stands, k + off, count)
        if step is None:
            continue
        leaves, lands, start, end = step
        if beat < leaves:
            at = start if at is None else at
            break
        if beat < lands:
            t = (beat - leaves) / (lands - leaves)
            where = start + (end - start) * t * t * (3 - 2 * t)
            up = lift * math.sin(math.pi * t**0.85) * min(1.0, 2 * abs(end - start))
            return Footfall((where - beat) * stride, up, 0.0, False)
        at = end
    if at is None:
        at = float(count) if beat > count / 2 else 0.0
    return Footfall((at - beat) * stride, 0.0, 0.0, True)


def _step(stands: float, leaves: float, count: int) -> tuple[float, float, float, float] | None:
    """(leaves, lands, from print, to print) of one step, in strides; None where it lies beyond the ends of the way."""
    lands = leaves + 1 - stands
    end = lands + stands / 2
    start = end - 1
    if not count:
        return leaves, lands, start, end
    if end <= 0 or start >= count:
        return None
    before = start - stands / 2  # when it landed last
    leaves = max(0.0, min(leaves, count - _CLOSES), before)
    return leaves, min(float(count), max(lands, leaves + _LEAST)), max(0.0, start), min(float(count), end)


def bob_of(pace: Pace, *, fore: bool) -> float:
    """How far shoulders or haunches are above their mean, in shoulder heights: up over a standing leg, down between two steps of
    a trot, and rocking from end to end in whatever springs."""
    gait = pace.gait
    off = gait.leaves[0 if fore else 2]
    if gait.springs:
        return (
            gait.bob * math.cos(2 * math.pi * (pace.beat - _flight(gait))) + _rock(pace) * (1 if fore else -1)
        ) * pace.swing
    over = math.cos(4 * math.pi * (pace.beat - (off + 1 - gait.stands / 2)))
    return gait.bob * (over if gait.stands > 0.5 else 0.5 - over) * pace.swing


def _flight(gait: Gait) -> float:
    """When all four are gathered under the body in the air, in strides: after the last fore foot left, before a hind foot lands."""
    return (max(gait.leaves[:2]) + 1 + min(gait.leaves[2:]) - gait.stands) / 2


def _rock(pace: Pace) -> float:
    """Chest up while the hind feet push, down while the fore feet carry."""
    push = (pace.gait.leaves[2] + pace.gait.leaves[3] - pace.gait.stands) / 2
    return pace.gait.pitch * math.cos(2 * math.pi * (pace.beat - push))


def stretch_of(pace: Pace) -> float:
    """How long the trunk is: short when it gathers, long when it reaches."""
    return 1 - pace.gait.flex * math.cos(2 * math.pi * (pace.beat - _flight(pace.gait))) * pace.swing
