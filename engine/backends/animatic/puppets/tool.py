"""Where a tool is gripped, and the two or three shapes that all of them are cut from.

A room of its own, because both halves of the tool shed need it and neither may need the other.
"""

from __future__ import annotations

from typing import NamedTuple

import skia

from engine.backends.animatic.puppets.paper_cut import Point, capsule


class Grip(NamedTuple):
    """The hands of one drawing, in the figure's own space (metres; x right, y down, feet at 0): `hand` does the work, `other`
    holds; `mouth` is where the face is. `s` is +1 facing right, -1 left; `h` the figure's height; `t` seconds."""

    hand: Point
    other: Point
    mouth: Point
    s: float
    h: float
    t: float
    length: float
    reach: float = 0.0
    sits: bool = False
    goes: bool = False  # while walking

    @property
    def table(self) -> float:
        """How high a table or a row of keys stands before the figure: it does not move with the hands."""
        return (-0.345 if self.sits else -0.455) * self.h

    @property
    def middle(self) -> Point:
        """Between the hands."""
        return (self.hand[0] + self.other[0]) / 2, (self.hand[1] + self.other[1]) / 2


def across(g: Grip, ahead: float, up: float) -> Point:
    """A point ahead of and above the working hand, in heights of the figure."""
    return g.hand[0] + ahead * g.h * g.s, g.hand[1] - up * g.h


def bar(a: Point, b: Point, r: float) -> skia.Path:
    """A stick of even thickness, `r` metres from its middle to its edge."""
    return capsule(a, b, r, r)
