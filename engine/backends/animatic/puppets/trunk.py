"""The trunk as a cylinder that turns, and the few strokes every garment's details are made of.

A detail is placed by its angle round from the breastbone and its height between neck and hips, so that it goes round with the body
and is simply not drawn once it is behind.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engine.backends.animatic.puppets.colours import blend
from engine.backends.animatic.puppets.costume import Body, Costume
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, oval, polygon

LINEN = "#efe6d6"
GOLD = "#d8b25a"
STEEL = "#9aa3ab"


@dataclass(frozen=True, slots=True)
class Torso:
    """The trunk as seen: local coordinates have the hips at the origin, the neck at (0, -length), y down."""

    body: Body
    yaw: float
    length: float

    @property
    def s(self) -> float:
        """How much to the side it faces (right positive)."""
        return math.sin(math.radians(self.yaw))

    @property
    def c(self) -> float:
        """How much it faces us."""
        return math.cos(math.radians(self.yaw))

    def half(self, front: float, deep: float) -> float:
        """Half width of a cylinder `front` wide and `deep` thick, turned by the yaw."""
        return math.hypot(front * self.c, deep * self.s)

    def at(self, angle: float, t: float) -> tuple[float, float, float]:
        """A point on the trunk: `angle` round from the breastbone, `t` from neck (0) to hips (1); x, y, facing."""
        b = self.body
        front = (
            b.chest + (b.waist - b.chest) * min(1.0, t / 0.62)
            if t < 0.62
            else b.waist + (b.seat - b.waist) * (t - 0.62) / 0.38
        )
        a = math.radians(angle + self.yaw)
        half = self.half(front, max(b.deep * 0.92, front * 0.78)) if abs(math.cos(a)) < 0.99 else front
        return half * math.sin(a) + self.bulge(t), -self.length * (1 - t), math.cos(a)

    def bulge(self, t: float) -> float:
        """How far a belly pushes out at height t."""
        return self.body.belly * self.s * math.sin(math.pi * min(1.0, max(0.0, t)) ** 1.3)

    def outline(self, ease: float, low: float = 0.06) -> list[Point]:
        """The trunk's cut, `ease` looser than the body, reaching `low` (of its length) below the hips."""
        b, n = self.body, self.length
        sh = self.half(b.frame.shoulder * 1.06, b.deep * 0.80) * ease
        chest, waist, seat = (self.half(w, max(b.deep * 0.95, w * 0.8)) * ease for w in (b.chest, b.waist, b.seat))
        neck = self.half(0.030 * b.height, 0.030 * b.height)
        mid, tum = self.bulge(0.35), self.bulge(0.7)
        return [
            (-neck, -n * 1.035), (-sh * 0.72, -n * 0.995), (-sh, -n * 0.90), (mid * 0.3 - chest, -n * 0.66), (tum * 0.35 - waist, -n * 0.36),
            (-seat, n * low * 0.2), (-seat * 0.86, n * low), (seat * 0.86, n * low), (seat, n * low * 0.2), (tum + waist, -n * 0.36),
            (mid + chest, -n * 0.66), (sh, -n * 0.90), (sh * 0.72, -n * 0.995), (neck, -n * 1.035),
        ]  # fmt: skip


Front = Callable[[Knife, Torso, Costume], None]
"""Paints the details of a garment on its trunk, which clips them."""
Spot = tuple[float, float]
"""Angle round from the breastbone (degrees) and height from neck (0) to hips (1)."""


def band(knife: Knife, torso: Torso, t: float, width: float, colour: str, alpha: float = 1.0) -> None:
    """A strip round the trunk at height t, `width` in heights of the body."""
    left, right = torso.at(-90 - torso.yaw, t), torso.at(90 - torso.yaw, t)
    w, sag = width * torso.body.height, 0.010 * torso.body.height
    points = [(left[0] * 1.3, left[1]), ((left[0] + right[0]) / 2, left[1] + sag), (right[0] * 1.3, right[1])]
    knife.tint(brush(points, (w, w, w)), colour, alpha)


def line(knife: Knife, torso: Torso, spots: Sequence[Spot], width: float, colour: str, alpha: float = 1.0) -> None:
    """A strip along the trunk, `width` in heights; not drawn where it is all behind."""
    points = [torso.at(*spot) for spot in spots]
    if max(z for _, _, z in points) > 0.02:
        w = width * torso.body.height
        knife.tint(brush([p[:2] for p in points], [w] * len(points)), colour, alpha)


def patch(knife: Knife, torso: Torso, spots: Sequence[Spot], colour: str, alpha: float = 1.0) -> None:
    """A piece of cloth on the trunk; not drawn when its middle is behind."""
    points = [torso.at(*spot) for spot in spots]
    if sum(z for _, _, z in points) > 0.08 * len(points):
        knife.tint(polygon([p[:2] for p in points]), colour, alpha)


def knobs(knife: Knife, torso: Torso, spots: Sequence[Spot], colour: str, size: float = 0.0088) -> None:
    """Round buttons, rivets, beads: `size` is their radius in heights."""
    r = size * torso.body.height
    for spot in spots:
        x, y, z = torso.at(*spot)
        if z > 0.08:
            knife.plain(oval(x, y, r * (0.4 + 0.6 * z), r), colour)


def trim_of(costume: Costume) -> str:
    """The border of collar, cuffs and hem."""
    return blend(costume.accent, LINEN, 0.22)


def collar(knife: Knife, torso: Torso, colour: str, width: float = 0.026) -> None:
    """A stand collar round the neck."""
    u, n = torso.body.height, torso.length
    half = torso.half(0.040 * u, 0.040 * u)
    knife.tint(brush([(-half, -n * 1.02), (0, -n * 0.985), (half, -n * 1.02)], [width * u] * 3), colour, 1.0)
