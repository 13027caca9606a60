"""Where a walker's feet are: planted on footprints, so that ground speed and stride can never disagree.

The footprints are laid out first (a whole number of steps over the way to go, feet together at both ends), then each foot is
either standing on a print or swinging to the next. Walking has both feet down for a moment, running neither (the contact, down,
passing and up drawings of Williams, 'The Animator's Survival Kit').
"""

from __future__ import annotations

import math
from typing import NamedTuple

from engine.backends.animatic.stage import Pose

RUN_FROM = 2.1
"""Ground speed in units/s from which an adult runs."""


class Footfall(NamedTuple):
    """A foot, in metres: ahead of the hips (negative: behind), above the ground, tilt in degrees (toe up positive)."""

    ahead: float
    up: float
    tilt: float
    planted: bool


class Stride(NamedTuple):
    """Both feet of one moment, and `beat`: how many steps have been made (a whole number is the passing position)."""

    left: Footfall
    right: Footfall
    beat: float
    step: float
    swing: float


def _prints(parity: int, steps: int) -> list[int]:
    """The prints of one foot: both start together at 0 and end together at `steps`."""
    prints = [0, *range(2 if parity == 0 else 1, steps + 1, 2)]
    return prints if prints[-1] == steps else [*prints, steps]


def _foot(beat: float, parity: int, steps: int, step: float, half: float, lift: float) -> Footfall:
    prints = _prints(parity, steps)
    here = prints[0]
    for there in prints[1:]:
        leaves = _leaves(here, there, parity, half)
        lands = _lands(here, there, parity, half, steps)
        if beat <= leaves:
            break
        if beat < lands:
            t = (beat - leaves) / (lands - leaves)
            swing = t * t * (3 - 2 * t)
            where = here + (there - here) * swing
            up = lift * math.sin(math.pi * t**0.8)
            tilt = -38 * math.sin(math.pi * min(1.0, t / 0.55)) + 20 * max(0.0, (t - 0.55) / 0.45)
            return Footfall((where - beat) * step, up, tilt * min(1.0, step / 0.5), False)
        here = there
    return Footfall((here - beat) * step, 0.0, 0.0, True)


def _leaves(here: int, there: int, parity: int, half: float) -> float:
    """The beat at which a foot leaves its print."""
    if here == 0 and parity == 1:
        return 0.0
    if (there - parity) % 2:  # the closing half step at the end
        return there - 1 + half
    return here + half


def _lands(here: int, there: int, parity: int, half: float, steps: int) -> float:
    if (there - parity) % 2:
        return float(steps)
    return there - half


def pace_of(pose: Pose, otherwise: float) -> float:
    """The speed that decides the footprints: one number for the whole act, though the walker eases in and out of it."""
    if pose.span > 0 and pose.length > 0:
        return 1.1 * pose.span / pose.length
    return pose.travel or otherwise


def _reach(speed: float, leg: float) -> float:
    """How long a step is at that speed."""
    size = leg / 0.72
    running = speed > RUN_FROM * size**0.5
    reach = (0.95 + 0.10 * speed) if running else (0.42 + 0.14 * speed)
    return min(reach * size, leg * (1.75 if running else 1.05))


def steps_of(span: float, speed: float, leg: float) -> int:
    """How many steps a way of `span` metres takes."""
    return max(1, round(span / _reach(speed, leg)))


def stride(gone: float, span: float, speed: float, leg: float) -> Stride:
    """Both feet after `gone` of `span` metres (span 0: no end in sight) at `speed` m/s on legs `leg` metres long."""
    size = leg / 0.72
    running = speed > RUN_FROM * size**0.5
    reach = _reach(speed, leg)
    endless = span <= 0
    steps = 10_000_000 if endless else steps_of(span, speed, leg)
    step = reach if endless else span / steps
    beat = gone / step + (2 if endless else 0)
    half = 0.30 if running else 0.56
    lift = leg * (0.30 if running else 0.13)
    if endless:
        whole = int(beat) // 2 * 2
        beat, steps = beat - whole + 2, 8
    left = _foot(beat, 0, steps, step, half, lift)
    right = _foot(beat, 1, steps, step, half, lift)
    ends = 1.0 if endless else min(1.0, beat / 0.8, max(0.0, (steps - beat) / 0.8))
    return Stride(left, right, beat, step, ends)
