"""How long a shot will take on a machine that has made a few: learned from what they took, by their work and not by their length.

A forward pass takes a fixed moment (launches, the scheduler) and then time in proportion to its floating point operations. Both are fitted
to the last shots, so that a long shot can be foretold from short ones; the fit minds relative errors, because a film has both.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median
from typing import Annotated

from pydantic import Field

from engine.film.values import Value
from engine.plan.architecture import Architecture, flops_per_forward

KEPT = 12
"""Shots remembered: a machine changes (a driver, another rung), and then what it once did misleads."""

_WARMING = 1.6
"""A machine's first shot that took so many times longer than the others foretell has waited for kernels and disks; it teaches nothing."""

_SPREAD = 1.5
"""Shots whose passes differ less than this in work cannot tell the fixed moment from the rest."""


class Shot(Value):
    """What one shot took: `forwards` passes over `tokens` tokens in `seconds`, then `decode_seconds`; `memory_mb` is the peak."""

    tokens: Annotated[int, Field(ge=1)]
    forwards: Annotated[int, Field(ge=1)]
    seconds: Annotated[float, Field(gt=0)]
    decode_seconds: Annotated[float, Field(ge=0)] = 0.0
    memory_mb: int | None = None


class Pace(Value):
    """A machine's pace with one model: its last shots, oldest first, and how many there were in all."""

    last: tuple[Shot, ...]
    shots: int


def learned(pace: Pace | None, shot: Shot) -> Pace:
    """The pace after one more shot."""
    if pace is None:
        return Pace(last=(shot,), shots=1)
    return Pace(last=(*pace.last, shot)[-KEPT:], shots=pace.shots + 1)


def assumed(made_of: Architecture, tokens: int, speed: float) -> Pace:
    """A pace nobody measured: so many operations a second, from a maker's sheet or a guess."""
    return learned(None, Shot(tokens=tokens, forwards=1, seconds=flops_per_forward(made_of, tokens) / speed))


def seconds_for(pace: Pace, made_of: Architecture, tokens: int, forwards: int) -> float:
    """Foretold seconds of a shot: its passes and its decoding."""
    fixed, per_flop = _fitted(_steady(pace, made_of))
    decoding = median(shot.decode_seconds / shot.tokens for shot in pace.last)
    return forwards * (fixed + per_flop * flops_per_forward(made_of, tokens)) + decoding * tokens


def memory_for(pace: Pace, tokens: int) -> int | None:
    """The peak that a shot of so many tokens has met before: the largest of those not longer than it, else of all."""
    measured = [(shot.tokens, shot.memory_mb) for shot in pace.last if shot.memory_mb is not None]
    within = [peak for size, peak in measured if size <= tokens] or [peak for _, peak in measured]
    return max(within, default=None)


def flops_per_second(pace: Pace, made_of: Architecture) -> float:
    """What the machine did on the whole, to compare it with what its maker says."""
    work = sum(flops_per_forward(made_of, shot.tokens) * shot.forwards for shot in pace.last)
    return work / sum(shot.seconds for shot in pace.last)


def _steady(pace: Pace, made_of: Architecture) -> list[tuple[int, float]]:
    """(operations, seconds) of a pass in each shot, without the first of all where it was but warming up."""
    passes = [(flops_per_forward(made_of, shot.tokens), shot.seconds / shot.forwards) for shot in pace.last]
    if len(passes) < 3 or pace.shots > len(passes):
        return passes
    (work, seconds), *others = passes
    fixed, per_flop = _fitted(others)
    return others if seconds > _WARMING * (fixed + per_flop * work) else passes


def _fitted(passes: Sequence[tuple[int, float]]) -> tuple[float, float]:
    """(fixed seconds, seconds per operation) of passes (operations, seconds), neither below nothing. Least squares of relative
    errors: with u = 1/t and v = w/t the sum of (fixed*u + rate*v - 1)^2."""
    works = [work for work, _ in passes]
    proportional = median(seconds / work for work, seconds in passes)
    if max(works) < _SPREAD * min(works):
        return 0.0, proportional
    uu = sum(1 / seconds**2 for _, seconds in passes)
    vv = sum((work / seconds) ** 2 for work, seconds in passes)
    uv = sum(work / seconds**2 for work, seconds in passes)
    u, v = sum(1 / seconds for _, seconds in passes), sum(work / seconds for work, seconds in passes)
    bottom = uu * vv - uv**2
    fixed, rate = (u * vv - v * uv) / bottom, (v * uu - u * uv) / bottom
    if fixed <= 0 or rate <= 0:
        return 0.0, v / vv
    return fixed, rate
