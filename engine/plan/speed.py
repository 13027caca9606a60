"""How long a shot will take on a machine that has made a few: learned from what they took, by their work and not by their length.

A forward pass takes a fixed moment (launches, the scheduler) and then time in proportion to its floating point operations; what goes on around
the passes (conditions are encoded, pictures decoded, conformed and written) takes a fixed moment and then time in proportion to the pixels.
Each is a line through the last shots, and the line that most of them lie on, because one that waited for a disk must not bend it. A run's first
shot waits around its passes for what later ones find ready (memory, kernels), and nobody can time that: it may lie above the line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations
from statistics import fmean, median
from typing import Annotated, NamedTuple

from pydantic import Field

from engine.film.values import Value
from engine.plan.architecture import Architecture, flops_per_forward

KEPT = 12
"""Shots remembered: a machine changes (a driver, another rung), and then what it once did misleads."""

OPENINGS_KEPT = 3

_SPREAD = 1.5
"""Shots whose work differs less than this cannot tell the fixed moment from the rest."""

_APART = 1.3
"""Two shots must differ so much in work for a line to be drawn through them."""

_NEVER = 0.1
"""Of what shots take on the whole so much is added to what one took, before an error is called large: some take nothing."""


_MAY_WAIT = 0.25
"""So much counts what a run's first shot took longer than a line says; what it took less counts in full, as nobody is quicker for waiting."""


class Shot(Value):
    """What one shot took: `forwards` passes over `tokens` tokens in `seconds`, without what a first pass waits for, and `beside` seconds
    around them for `pixels` of the model's pictures. `memory_mb` is the peak; `rung` how the weights lay in memory; `opens`: it was the
    first of a run."""

    tokens: Annotated[int, Field(ge=1)]
    forwards: Annotated[int, Field(ge=1)]
    seconds: Annotated[float, Field(gt=0)]
    pixels: Annotated[int, Field(ge=0)] = 0
    beside: Annotated[float, Field(ge=0)] = 0.0
    memory_mb: int | None = None
    rung: str = ""
    opens: bool = False


class Measured(NamedTuple):
    """So much work took so many seconds, in the first shot of a run (`opens`) or a later one."""

    work: int
    took: float
    opens: bool


class Line(NamedTuple):
    """A fixed moment, and seconds for each piece of work."""

    fixed: float
    rate: float

    def told(self, work: int) -> float:
        """Seconds for so much."""
        return self.fixed + self.rate * work


class Pace(Value):
    """A machine's pace with one model: its last shots, oldest first, and how many there were in all; and what its last runs took once
    each, to read weights and words and to warm up (`openings`)."""

    last: tuple[Shot, ...]
    shots: int
    openings: tuple[float, ...] = ()


def learned(pace: Pace | None, shot: Shot, opening: float | None = None) -> Pace:
    """The pace after one more shot, the first of a run where it comes with an `opening`."""
    before = pace or Pace(last=(), shots=0)
    if opening is None:
        return before.with_(last=(*before.last, shot)[-KEPT:], shots=before.shots + 1)
    opened = (*before.openings, opening)[-OPENINGS_KEPT:]
    return Pace(last=(*before.last, shot.with_(opens=True))[-KEPT:], shots=before.shots + 1, openings=opened)


def assumed(made_of: Architecture, tokens: int, speed: float) -> Pace:
    """A pace nobody measured: so many operations a second, from a maker's sheet or a guess."""
    return learned(None, Shot(tokens=tokens, forwards=1, seconds=flops_per_forward(made_of, tokens) / speed))


def seconds_for(pace: Pace, made_of: Architecture, tokens: int, forwards: int, pixels: int = 0) -> float:
    """Foretold seconds of a shot in a run that goes on: its passes and what goes on around them."""
    alike = _on_this_rung(pace)
    passes = tuple(
        Measured(flops_per_forward(made_of, shot.tokens), shot.seconds / shot.forwards, shot.opens) for shot in alike
    )
    around = _around(alike)
    beside = nearest_line(around).told(pixels) if around else 0.0
    return forwards * nearest_line(passes).told(flops_per_forward(made_of, tokens)) + beside


def opening_of(pace: Pace | None) -> float:
    """Seconds that a run takes once, whatever it draws, with what its first shot waits around its passes; 0 where nobody has
    measured it."""
    if pace is None or not pace.openings:
        return 0.0
    around = _around(_on_this_rung(pace))
    waits = [max(0.0, one.took - nearest_line(around).told(one.work)) for one in around if one.opens]
    return median(pace.openings) + (median(waits) if waits else 0.0)


def memory_for(pace: Pace, tokens: int) -> int | None:
    """The peak that a shot of so many tokens has met before: the largest of those not longer than it, else of all."""
    measured = [(shot.tokens, shot.memory_mb) for shot in pace.last if shot.memory_mb is not None]
    within = [peak for size, peak in measured if size <= tokens] or [peak for _, peak in measured]
    return max(within, default=None)


def flops_per_second(pace: Pace, made_of: Architecture) -> float:
    """What the machine did on the whole, to compare it with what its maker says."""
    work = sum(flops_per_forward(made_of, shot.tokens) * shot.forwards for shot in pace.last)
    return work / sum(shot.seconds for shot in pace.last)


def _on_this_rung(pace: Pace) -> list[Shot]:
    """Weights that stream from main memory have another pace than those that stay: only shots like the last one teach."""
    return [shot for shot in pace.last if shot.rung == pace.last[-1].rung]


def _around(shots: Sequence[Shot]) -> tuple[Measured, ...]:
    """What went on around their passes, by their pixels."""
    return tuple(Measured(shot.pixels, shot.beside, shot.opens) for shot in shots if shot.pixels)


@lru_cache(maxsize=64)
def nearest_line(measured: tuple[Measured, ...]) -> Line:
    """The line that lies nearest to most of what was measured (least absolute deviations): one through two of them, or all rate or all fixed
    moment, as the middle one of the later shots has it. Remembered, since a long film asks for the same one a thousand times."""
    works, usual = [one.work for one in measured], fmean(one.took for one in measured)
    later = [one for one in measured if not one.opens] or measured
    lines = [Line(0.0, median(one.took / one.work for one in later))]
    if max(works) >= _SPREAD * min(works):
        lines += [Line(median(one.took for one in later), 0.0), *_through_two(measured)]

    def off(line: Line) -> float:
        return sum(_off(line.told(one.work), one) / (one.took + _NEVER * usual or 1.0) for one in measured)

    return min(lines, key=off)


def _off(told: float, one: Measured) -> float:
    return (_MAY_WAIT if one.opens and one.took > told else 1.0) * abs(told - one.took)


def _through_two(measured: Sequence[Measured]) -> Iterator[Line]:
    """Lines, neither below nothing at their beginning nor falling, through two that differ enough."""
    for less, more in combinations(sorted(measured), 2):
        if more.work >= _APART * less.work:
            rate = (more.took - less.took) / (more.work - less.work)
            line = Line(less.took - rate * less.work, rate)
            if min(line) >= 0:
                yield line
