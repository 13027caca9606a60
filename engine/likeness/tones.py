"""How far apart two palettes are, in what way, and what that is as a likeness from 0 to 1. Plain numbers, so that the editor compares
without a library of pixels.

The distance is an earth mover's (Rubner et al. 2000), moved greedily: on our puppets it parts the same subject from another one as
well as the exact one (AUC 0.87 both). Saturated colours weigh more than their area, or a coat's grey would hide its red scarf.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from engine.plan.sittings import Palette, Tone

LIGHT_COUNTS = 0.6
"""What a step of lightness counts beside one of colour: light changes from shot to shot, paint does not."""

_CHROMA = 0.02
_FARTHEST = 40.0
"""Beyond it colours are simply others (in steps of L*a*b*)."""

HALF, STEEP = 15.5, 0.30
"""Fitted on the company of puppets (tests/perf/likeness.py): at this distance it is as likely somebody else."""

_COLOURLESS = 7.0
"""Mean chroma below which a palette is greys: a drawing in pencil, a night."""

_MOST_OF_IT = 0.6
"""A shift explains a distance when no more than this part of it is left without the shift."""


@dataclass(frozen=True, slots=True)
class Shift:
    """How the second palette differs from the first: lighter by `light`, redder by `a`, yellower by `b` (means, in steps of L*a*b*),
    stronger in colour by `chroma`; `left` are the distances without the first, and without a and b."""

    distance: float
    light: float
    a: float
    b: float
    chroma: float
    without_light: float
    without_colour: float

    @property
    def is_of_light(self) -> bool:
        """Whether light alone explains it."""
        return self.without_light <= _MOST_OF_IT * self.distance

    @property
    def is_of_colour(self) -> bool:
        """Whether one tint over everything explains it."""
        return self.without_colour <= _MOST_OF_IT * self.distance


def distance(one: Palette, other: Palette) -> float:
    """0 for the same colours in the same parts, up to 40 for colours that have nothing in common."""
    mine, theirs = _weights(one), _weights(other)
    gaps = sorted((min(_gap(a, b), _FARTHEST), i, j) for i, a in enumerate(one) for j, b in enumerate(other))
    moved = 0.0
    for gap, i, j in gaps:
        flow = min(mine[i], theirs[j])
        moved += flow * gap
        mine[i] -= flow
        theirs[j] -= flow
    return moved


def likeness(apart: float) -> float:
    """0 to 1: how likely that far apart is the same subject, where the same and others are as frequent."""
    return 1.0 / (1.0 + math.exp(STEEP * (apart - HALF)))


def alike(one: Palette, other: Palette) -> float:
    """The likeness of two palettes, 0 to 1."""
    return likeness(distance(one, other))


def shift(one: Palette, other: Palette) -> Shift:
    """In what way `other` differs from `one`."""
    mine, theirs = mean(one), mean(other)
    light, a, b = theirs.lightness - mine.lightness, theirs.a - mine.a, theirs.b - mine.b
    return Shift(
        distance(one, other),
        light,
        a,
        b,
        chroma(other) - chroma(one),
        distance(moved(one, light, 0, 0), other),
        distance(moved(one, 0, a, b), other),
    )


def mean(palette: Palette) -> Tone:
    """The mean colour."""
    whole = sum(tone.share for tone in palette) or 1.0
    light, a, b = (
        sum(tone.share * value(tone) for tone in palette) / whole
        for value in (lambda tone: tone.lightness, lambda tone: tone.a, lambda tone: tone.b)
    )
    return Tone(lightness=light, a=a, b=b, share=1.0)


def chroma(palette: Palette) -> float:
    """How strong the colours are in the mean."""
    whole = sum(tone.share for tone in palette) or 1.0
    return sum(tone.share * math.hypot(tone.a, tone.b) for tone in palette) / whole


def is_colourless(palette: Palette) -> bool:
    """Whether there is hardly a colour to tell anybody by."""
    return chroma(palette) < _COLOURLESS


def moved(palette: Palette, light: float, a: float, b: float) -> Palette:
    """The palette under another light."""
    return tuple(tone.with_(lightness=tone.lightness + light, a=tone.a + a, b=tone.b + b) for tone in palette)


def _gap(one: Tone, other: Tone) -> float:
    return math.hypot(LIGHT_COUNTS * (one.lightness - other.lightness), one.a - other.a, one.b - other.b)


def _weights(palette: Palette) -> list[float]:
    weights = [tone.share * (1 + _CHROMA * math.hypot(tone.a, tone.b)) for tone in palette]
    whole = sum(weights) or 1.0
    return [weight / whole for weight in weights]
