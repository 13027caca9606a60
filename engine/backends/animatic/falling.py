"""Rain and snow as sheets of slivers and snips: how many, how large, how fast, and where each piece is at a moment.

Drops are slivers of paper on their own sheets (behind and before the players), so they have depth without simulation;
any frame can be drawn alone.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass, replace

import numpy as np
import skia
from numpy.typing import NDArray

from engine.backends.animatic.palette import SAND, Palette, darker, lighter, mix
from engine.backends.animatic.paper import blob, chance, outline, skia_colour
from engine.backends.animatic.stage import SetOrder
from engine.backends.animatic.winds import wind_of


@dataclass(frozen=True, slots=True)
class Fall:
    """One sheet of what falls. `size` is a drop's length or a flake's radius in lines of the picture, `speed` heights a
    second, `drift` how far it goes left for each height, `sway` how far from side to side (heights)."""

    count: int
    size: float
    speed: float
    drift: float
    alpha: float
    sway: float = 0.0


RAIN = (
    (Fall(170, 26, 1.4, 0.12, 0.50), Fall(90, 42, 1.8, 0.13, 0.60)),
    (Fall(60, 66, 2.3, 0.14, 0.66),),
)
SNOW = (
    (Fall(180, 2.0, 0.07, 0.22, 0.85, 0.012), Fall(90, 3.0, 0.11, 0.22, 0.90, 0.016)),
    (Fall(46, 4.3, 0.16, 0.22, 0.92, 0.020), Fall(12, 6.6, 0.23, 0.24, 0.88, 0.024)),
)
"""The sheets behind the players, and those before them. Many small ones far away and few near the lens: the other way
round it looks like confetti on the glass."""

GRAINS = (
    (Fall(240, 9, 0.05, 9.0, 0.55, 0.01), Fall(120, 15, 0.07, 9.5, 0.60, 0.014)),
    (Fall(70, 26, 0.11, 9.0, 0.60, 0.02),),
)
"""Grains that the wind drives almost level; a grain's `size` is the length of its streak."""

HAIL = (
    (Fall(240, 2.0, 1.5, 0.10, 0.95), Fall(130, 3.0, 1.8, 0.11, 0.95)),
    (Fall(60, 4.8, 2.3, 0.12, 0.95),),
)

STORM_DRIFT, STORM_MORE = 0.20, 1.35

_SPEEDS = 0.06
"""How much one piece is faster or slower than its sheet: more, and what was strewn evenly soon lies in clumps."""


def sheets_of(order: SetOrder, *, near: bool) -> tuple[Fall, ...]:
    """What falls before (`near`) or behind the players in that weather, far sheets first."""
    wind = wind_of(order)
    if "sandstorm" in order.air:
        return GRAINS[near]
    if order.weather == "snow":
        return tuple(_snowing(fall, order, wind) for fall in SNOW[near])
    if order.weather not in ("rain", "storm"):
        return ()
    if "hail" in order.air:
        return HAIL[near]
    more = STORM_MORE if order.weather == "storm" else 1.0
    aslant = STORM_DRIFT if order.weather == "storm" else 0.34 * wind
    falls = tuple(
        replace(f, count=round(f.count * more), drift=f.drift + aslant, speed=f.speed * (1.15 if more > 1 else 1.0))
        for f in RAIN[near]
    )
    return tuple(_raining(fall, order) for fall in falls)


def _raining(fall: Fall, order: SetOrder) -> Fall:
    if "drizzle" in order.air:
        return replace(fall, count=round(0.6 * fall.count), size=0.45 * fall.size, speed=0.6 * fall.speed)
    if "downpour" in order.air:
        return replace(fall, count=round(1.7 * fall.count), size=1.25 * fall.size, speed=1.2 * fall.speed)
    return fall


def _snowing(fall: Fall, order: SetOrder, wind: float) -> Fall:
    if "blizzard" in order.air:
        return replace(fall, count=round(2.0 * fall.count), speed=2.6 * fall.speed, drift=3.4, sway=2 * fall.sway)
    if "flurry" in order.air:
        return replace(fall, count=round(0.45 * fall.count), speed=0.8 * fall.speed, drift=0.4 * fall.drift)
    return replace(fall, drift=fall.drift + 1.2 * wind, speed=fall.speed * (1 + wind)) if wind else fall


def places(
    fall: Fall, seed: int, size: tuple[int, int], seconds: float, shift: tuple[float, float]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Where the pieces of a sheet are: x and y in pixels, (count,) each. They leave the picture below and come in again
    above, with room for a piece of any size."""
    w, h = size
    u = _draws(seed, fall.count)
    way = seconds * fall.speed * (1 - _SPEEDS + 2 * _SPEEDS * u[0]) * h
    sway = np.sin(seconds * (0.7 + u[3]) + 2 * math.pi * u[4]) * fall.sway * h
    over, beside = 0.12 * h, 0.1 * h
    ys = (u[1] * (h + 2 * over) + way + shift[1]) % (h + 2 * over) - over
    xs = (u[2] * (w + 2 * beside) + sway - way * fall.drift + shift[0]) % (w + 2 * beside) - beside
    return xs, ys


@functools.lru_cache(maxsize=16)
def _draws(seed: int, count: int) -> NDArray[np.float64]:
    """Five numbers in 0..1 for each piece, (5, count): drawn once, for they cost more than the drawing. Rows 1 and 2, the
    places, are strewn evenly (R2 sequence, Roberts 2018) and then shaken a little: pure chance makes clumps and holes."""
    u = np.array([[chance(seed, i, k) for i in range(count)] for k in range(1, 6)])
    g = 1.32471795724474602596
    for row, step in ((1, 1 / g), (2, 1 / g**2)):
        u[row] = (chance(seed, row, 99) + step * np.arange(count) + 0.6 * u[row] / math.sqrt(count)) % 1.0
    return u


@functools.lru_cache(maxsize=24)
def pieces_of(kind: str, fall: Fall, size: float, palette: Palette) -> tuple[skia.Image, ...]:
    """The cut pieces of a sheet of "snow", "sand" or "rain", `size` pixels large: pictures, since laying one costs a third
    of cutting it."""
    if kind == "snow":
        driven = 2.6 if fall.drift > 2 else 1.0
        return tuple(_flake(size, fall, palette, k, driven) for k in range(4))
    return tuple(_grain(size, fall, palette, k) for k in range(3)) if kind == "sand" else (_drop(size, fall, palette),)


def _flake(r: float, fall: Fall, palette: Palette, variant: int, driven: float) -> skia.Image:
    """A snip of white paper with its shadow, without which it is lost before a pale sky; `driven` snow is drawn out along its
    way."""
    box = math.ceil(r * 3.2 * driven) + 2
    surface = skia.Surface(box, box)
    middle = r * 1.4 + 1
    if driven > 1:
        canvas = surface.getCanvas()
        canvas.translate(box / 2, box / 2)
        canvas.rotate(-math.degrees(math.atan2(1, fall.drift)))
        canvas.scale(driven, 0.8)
        canvas.translate(-middle, -middle)
    for dx, colour, share in ((0.35 * r, palette.shade, 0.20), (0.0, lighter(palette.snow, 0.5), fall.alpha)):
        paint = skia.Paint(AntiAlias=True, Color=skia_colour(colour, share))
        if r > 5:
            paint.setMaskFilter(skia.MaskFilter.MakeBlur(skia.kNormal_BlurStyle, 0.10 * r))
        shape = blob(middle + dx, middle + dx, r, r * 0.94, variant + 1, 0.10, 9)
        surface.getCanvas().drawPath(shape, paint)
    return surface.makeImageSnapshot()


def _drop(length: float, fall: Fall, palette: Palette) -> skia.Image:
    """A sliver of paper, pointed above."""
    wide = 0.026 * length + 0.9
    lean = length * fall.drift
    surface = skia.Surface(math.ceil(lean + 2 * wide) + 2, math.ceil(length + wide) + 2)
    tone = lighter(palette.sky_low, 0.36 if palette.is_dark else 0.52)
    x = lean + wide + 1
    sliver = outline([(x, 1), (x - lean + wide / 2, length), (x - lean - wide / 2, length)])
    surface.getCanvas().drawPath(sliver, skia.Paint(AntiAlias=True, Color=skia_colour(tone, fall.alpha)))
    return surface.makeImageSnapshot()


def _grain(length: float, fall: Fall, palette: Palette, variant: int) -> skia.Image:
    """A level streak of sand that thins out behind, light or dark: of one tone it would be lost before the dunes."""
    wide = 0.05 * length + 1.0
    surface = skia.Surface(math.ceil(length) + 4, math.ceil(2 * wide) + 4)
    sand = (lighter(SAND, 0.45), darker(SAND, 0.42), lighter(SAND, 0.2))[variant]
    tone = mix(palette.own(sand), palette.sky_top, 0.45 if palette.is_dark else 0.0)
    streak = outline([(1, wide + 1), (length * 0.25, 1), (length + 2, wide * 0.8), (length * 0.25, 2 * wide)])
    surface.getCanvas().drawPath(streak, skia.Paint(AntiAlias=True, Color=skia_colour(tone, fall.alpha)))
    return surface.makeImageSnapshot()
