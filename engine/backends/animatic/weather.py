"""What falls and drifts: rain, snow, blown leaves, mist, lightning. All of it is a function of time and seed.

Drops are slivers of paper on their own two sheets (behind and before the players), so they have depth without
simulation; any frame can be drawn alone.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass, replace

import numpy as np
import skia
from numpy.typing import NDArray

from engine.backends.animatic.palette import Palette, darker, lighter, mix
from engine.backends.animatic.paper import LINEAR, Knife, blob, cells, chance, outline, ridge, skia_colour
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SHELTERED, SetOrder


def mists(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Tissue between the planes when the air is thick (fog, and thinly in rain and snow)."""
    strength = {"fog": 0.52, "rain": 0.20, "storm": 0.26, "snow": 0.14}.get(order.weather, 0.0)
    if order.kind in SHELTERED or strength == 0:
        return ()

    def veil(z: float, share: float) -> Sheet:
        def paint(knife: Knife, x0: float, x1: float) -> None:
            h = 2.2 + z * 0.28
            knots = cells(x0, x1, h)
            path = skia.Path()
            path.moveTo(x0 - h, -3)
            for i in knots:
                path.lineTo(i * h, h * (1.1 + 0.5 * ridge(i * h, h * 5, order.seed + int(z))))
            path.lineTo(x1 + 2 * h, -3)
            path.close()
            knife.tissue(path, lighter(palette.sky_low, 0.1), -0.5, h * 1.5, share)

        return Sheet(f"mist {z:g}", z, paint, top=9 + z, bottom=-4, gap=0, veil=True)

    return tuple(veil(z, strength * k) for z, k in ((45.0, 1.0), (14.0, 0.9), (5.0, 0.7), (-0.9, 0.35)))


def falls(order: SetOrder) -> bool:
    """Whether anything moves in the air, so that no two drawings are alike."""
    return order.weather in ("rain", "snow", "storm", "wind") and order.kind not in SHELTERED


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

STORM_DRIFT, STORM_MORE = 0.20, 1.35

_SPEEDS = 0.06
"""How much one piece is faster or slower than its sheet: more, and what was strewn evenly soon lies in clumps."""


def draw_behind(
    canvas: skia.Canvas,
    order: SetOrder,
    palette: Palette,
    size: tuple[int, int],
    seconds: float,
    shift: tuple[float, float],
) -> None:
    """The far sheets of weather. `size` is (width, height) in pixels, `shift` how far the camera has slid (pixels)."""
    _draw(canvas, order, palette, size, seconds, (shift[0] * 0.5, shift[1] * 0.5), near=False)


def draw_before(
    canvas: skia.Canvas,
    order: SetOrder,
    palette: Palette,
    size: tuple[int, int],
    seconds: float,
    shift: tuple[float, float],
) -> None:
    """The near sheets of weather."""
    _draw(canvas, order, palette, size, seconds, shift, near=True)
    if order.weather == "wind":
        _leaves(canvas, order, palette, size, seconds, shift)


def _draw(
    canvas: skia.Canvas,
    order: SetOrder,
    palette: Palette,
    size: tuple[int, int],
    seconds: float,
    shift: tuple[float, float],
    *,
    near: bool,
) -> None:
    snow = order.weather == "snow"
    for layer, fall in enumerate(sheets_of(order, near=near)):
        pieces = _pieces(snow, fall, round(fall.size * size[1] / 720, 1), palette)
        xs, ys = places(fall, order.seed + 7 * layer + near, size, seconds, shift)
        if not snow:  # drops are too fast for half pixels, and whole ones are laid in half the time
            xs, ys = np.rint(xs), np.rint(ys)
        wide, tall = pieces[0].width(), pieces[0].height()
        seen = np.flatnonzero((xs > -wide) & (xs < size[0]) & (ys > -tall) & (ys < size[1]))
        for i, x, y in zip(seen.tolist(), xs[seen].tolist(), ys[seen].tolist(), strict=True):
            canvas.drawImage(pieces[i % len(pieces)], x, y, LINEAR)


def sheets_of(order: SetOrder, *, near: bool) -> tuple[Fall, ...]:
    """What falls before (`near`) or behind the players in that weather, far sheets first."""
    if order.weather == "snow":
        return SNOW[near]
    if order.weather == "storm":
        return tuple(
            replace(f, count=round(f.count * STORM_MORE), drift=f.drift + STORM_DRIFT, speed=f.speed * 1.15)
            for f in RAIN[near]
        )
    return RAIN[near] if order.weather == "rain" else ()


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
def _pieces(snow: bool, fall: Fall, size: float, palette: Palette) -> tuple[skia.Image, ...]:
    """The cut pieces of a sheet, `size` pixels large: pictures, since laying one costs a third of cutting it."""
    if snow:
        return tuple(_flake(size, fall.alpha, palette, k) for k in range(4))
    return (_drop(size, fall, palette),)


def _flake(r: float, alpha: float, palette: Palette, variant: int) -> skia.Image:
    """A snip of white paper with its shadow, without which it is lost before a pale sky."""
    surface = skia.Surface(math.ceil(r * 3.2) + 2, math.ceil(r * 3.2) + 2)
    middle = r * 1.4 + 1
    for dx, colour, share in ((0.35 * r, palette.shade, 0.20), (0.0, lighter(palette.snow, 0.5), alpha)):
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


def _leaves(
    canvas: skia.Canvas,
    order: SetOrder,
    palette: Palette,
    size: tuple[int, int],
    seconds: float,
    shift: tuple[float, float],
) -> None:
    w, h = size
    for i in range(16):
        run = seconds * w * (0.30 + 0.2 * chance(order.seed, i, 1))
        x = (chance(order.seed, i, 2) * 1.3 * w + run + shift[0]) % (1.3 * w) - 0.15 * w
        y = h * (0.15 + 0.8 * chance(order.seed, i, 3)) + math.sin(seconds * 2.4 + i * 1.9) * h * 0.05 + shift[1]
        canvas.save()
        canvas.translate(x, y)
        canvas.rotate(seconds * 190 * (0.5 + chance(order.seed, i, 4)) + i * 40)
        flat = 0.35 + 0.65 * abs(math.sin(seconds * 3 + i))
        tone = mix(palette.accent, palette.near, 0.6 * chance(order.seed, i, 5))
        canvas.drawPath(
            blob(0, 0, h * 0.015, h * 0.0075 * flat, i, 0.2, 7),
            skia.Paint(AntiAlias=True, Color=skia_colour(darker(tone, 0.05))),
        )
        canvas.restore()


def flash(order: SetOrder, seconds: float) -> float:
    """How bright lightning is now, 0..0.6; a storm has a double flash every six seconds or so."""
    if order.weather != "storm":
        return 0.0
    period = 5.6
    at = (seconds + period * chance(order.seed, 77)) % period
    return 0.55 if at < 0.09 else 0.38 if 0.17 <= at < 0.30 else 0.0
