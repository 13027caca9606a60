"""Where a set's lamps are, found by watching its painters: whatever they let glow lights the ground and the players near it.

So a street lamp, a window, a fire or a paper lantern needs no second list, and a set painted tomorrow lights its players too.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import replace

import skia

from engine.backends.animatic.light import Lamp
from engine.backends.animatic.palette import Colour, Palette
from engine.backends.animatic.paper import Knife, Points
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

REACH, DEEP = 9.0, 5.2
"""Metres to either side of the stage, and behind it, within which lamps count."""

_LOW = 4.6
"""A lamp higher than this throws no pool of light on the ground."""

Painted = Callable[[SetOrder, Palette], tuple[Sheet, ...]]


class _Watch(Knife):
    """Cuts nothing; notes where light comes from."""

    def __init__(self) -> None:
        super().__init__(skia.Surface(4, 4).getCanvas(), 0.01, (0.0, 0.0, 0.0))
        self.seen: list[tuple[float, float, float, float]] = []

    def dab(self, path: skia.Path, colour: Colour, alpha: float = 1.0) -> None:
        """Nothing."""

    def cut(self, path: skia.Path, colour: Colour, lift: float = 1.0) -> None:
        """Nothing."""

    def stroke(self, points: Points, width: float, colour: Colour, alpha: float = 1.0) -> None:
        """Nothing."""

    def tissue(self, path: skia.Path, colour: Colour, y_full: float, y_none: float, strength: float = 1.0) -> None:
        """Nothing."""

    def letter(self, text: str, cx: float, cy: float, size: float, colour: Colour) -> None:
        """Nothing."""

    def glow(self, cx: float, cy: float, radius: float, colour: Colour, strength: float = 0.5) -> None:
        """A lamp, wherever the painter has moved its canvas."""
        at = self.canvas.getTotalMatrix().mapXY(cx, cy)
        self.seen.append((at.x(), at.y(), radius, strength))


def lamps_of_set(paint: Painted, order: SetOrder, palette: Palette) -> tuple[Lamp, ...]:
    """The lamps that burn near the stage; none by day."""
    if order.time_of_day not in ("dusk", "night"):
        return ()
    return _watched(paint, replace(order, fittings=(), air=()), palette)


@functools.lru_cache(maxsize=12)
def _watched(paint: Painted, order: SetOrder, palette: Palette) -> tuple[Lamp, ...]:
    lamps: list[Lamp] = []
    for sheet in paint(order, palette):
        if sheet.joins or sheet.veil or not -3.0 < sheet.z < DEEP:
            continue
        watch = _Watch()
        sheet.paint(watch, -REACH, REACH)
        lamps += [Lamp(x, y, sheet.z, radius, strength) for x, y, radius, strength in watch.seen if abs(x) < REACH]
    return tuple(lamps)


def pools(lamps: Sequence[Lamp], palette: Palette) -> tuple[Sheet, ...]:
    """Light on the ground under the lamps: a veil for each depth at which some stand."""
    depths = sorted({round(lamp.z, 1) for lamp in lamps if lamp.y < _LOW})
    return tuple(_pool(z, [lamp for lamp in lamps if round(lamp.z, 1) == z and lamp.y < _LOW], palette) for z in depths)


def _pool(z: float, lamps: Sequence[Lamp], palette: Palette) -> Sheet:
    def paint(knife: Knife, x0: float, x1: float) -> None:
        for lamp in lamps:
            knife.canvas.save()
            knife.canvas.translate(lamp.x, -0.22)
            knife.canvas.scale(1.0, 0.20)
            knife.glow(0, 0, 0.85 * lamp.reach, palette.light, 0.5 * lamp.strength)
            knife.canvas.restore()

    return Sheet(f"pool {z:g}", max(0.04, z - 0.35), paint, top=0.3, bottom=-1.2, gap=0, veil=True)
