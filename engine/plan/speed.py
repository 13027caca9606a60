"""How long a shot will take on a machine that has made a few: learned from what they took, by their work and not by their length.

A forward pass takes a fixed moment (launches, the scheduler) and then time in proportion to its floating point operations; what goes on around
the passes (conditions are encoded, pictures decoded, conformed and written) takes a fixed moment and then time in proportion to the pixels.
Each is a line through the last shots, and the line that most of them lie on, because one that waited for a disk must not bend it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from statistics import fmean, median
from typing import Annotated

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


class Shot(Value):
    """What one shot took: `forwards` passes over `tokens` tokens in `seconds`, without what a first pass waits for, and `beside` seconds
    around them for `pixels` of the model's pictures. `memory_mb` is the peak; `rung` how the weights lay in memory."""

    tokens: Annotated[int, Field(ge=1)]
    forwards: Annotated[int, Field(ge=1)]
    seconds: Annotated[float, Field(gt=0)]
    pixels: Annotated[int, Field(ge=0)] = 0
    beside: Annotated[float, Field(ge=0)] = 0.0
    memory_mb: int | None = None
    rung: str = ""


class Pace(Value):
    """A machine's pace with one model: its last shots, oldest first, and how many there were in all; and what its last runs took once
    each, to read weights and words and to warm up (`openings`)."""

    last: tuple[Shot, ...]
    shots: int
    openings: tuple[float, ...] = ()


def learned(pace: Pace | None, shot: Shot, opening: float | None = None) -> Pace:
    """The pace after one more shot, the first of a run where it comes with an `opening`."""
    before = pace or Pace(last=(), shots=0)
    opened = before.openings if opening is None else (*before.openings, opening)[-OPENINGS_KEPT:]
    return Pace(last=(*before.last, shot)[-KEPT:], shots=before.shots + 1, openings=opened)


def assumed(made_of: Architecture, tokens: int, speed: float) -> Pace:
    """A pace nobody measured: so many operations a second, from a maker's sheet or a guess."""
    return learned(None, Shot(tokens=tokens, forwards=1, seconds=flops_per_forward(made_of, tokens) / speed))


def seconds_for(pace: Pace, made_of: Architecture, tokens: int, forwards: int, pixels: int = 0) -> float:
    """Foretold seconds of a shot in a run that goes on: its passes and what goes on around them."""
    alike = _on_this_rung(pace)
    passes = [(flops_per_forward(made_of, shot.tokens), shot.seconds / shot.forwards) for shot in alike]
    around = [(shot.pixels, shot.beside) for shot in alike if shot.pixels]
    return forwards * _told(passes, flops_per_forward(made_of, tokens)) + (_told(around, pixels) if around else 0.0)


def opening_of(pace: Pace | None) -> float:
    """Seconds that a run takes once, whatever it draws; 0 where nobody has measured it."""
    return median(pace.openings) if pace is not None and pace.openings else 0.0


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


def _told(measured: Sequence[tuple[int, float]], work: int) -> float:
    """Seconds for so much work, on the line (fixed, rate) that lies nearest to most of the (work, seconds) measured: least absolute
    deviations, for which a line through two of them, or none but a fixed moment, or none at all, is always the best."""
    works, usual = [one for one, _ in measured], fmean(took for _, took in measured)
    lines = [(0.0, median(took / one for one, took in measured))]
    if max(works) >= _SPREAD * min(works):
        lines += [(median(took for _, took in measured), 0.0), *_through_two(measured)]

    def off(line: tuple[float, float]) -> float:
        return sum(abs(line[0] + line[1] * one - took) / (took + _NEVER * usual or 1.0) for one, took in measured)

    fixed, rate = min(lines, key=off)
    return fixed + rate * work


def _through_two(measured: Sequence[tuple[int, float]]) -> list[tuple[float, float]]:
    """Lines (fixed, rate), neither below nothing, through two that differ enough."""
    lines: list[tuple[float, float]] = []
    for (less, quick), (more, slow) in combinations(sorted(measured), 2):
        if more >= _APART * less:
            rate = (slow - quick) / (more - less)
            lines.append((quick - rate * less, rate))
    return [line for line in lines if min(line) >= 0]
