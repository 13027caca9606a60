"""What falls and drifts: rain, snow, blown leaves, mist, lightning. All of it is a function of time and seed.

Drops are slivers of paper on their own two sheets (behind and before the players), so they have depth without
simulation; any frame can be drawn alone.
"""

from __future__ import annotations

import functools
import math

import numpy as np
import skia
from numpy.typing import NDArray

from engine.backends.animatic.palette import Palette, darker, lighter, mix
from engine.backends.animatic.paper import Knife, blob, cells, chance, ridge, skia_colour
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder


def mists(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Tissue between the planes when the air is thick (fog, and thinly in rain and snow)."""
    strength = {"fog": 0.52, "rain": 0.20, "storm": 0.26, "snow": 0.14}.get(order.weather, 0.0)
    if order.kind == "room" or strength == 0:
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
    return order.weather in ("rain", "snow", "storm", "wind") and order.kind != "room"


def draw_behind(
    canvas: skia.Canvas,
    order: SetOrder,
    palette: Palette,
    size: tuple[int, int],
    seconds: float,
    shift: tuple[float, float],
) -> None:
    """The far sheet of weather. `size` is (width, height) in pixels, `shift` how far the camera has slid (pixels)."""
    _draw(canvas, order, palette, size, seconds, (shift[0] * 0.5, shift[1] * 0.5), far=True)


def draw_before(
    canvas: skia.Canvas,
    order: SetOrder,
    palette: Palette,
    size: tuple[int, int],
    seconds: float,
    shift: tuple[float, float],
) -> None:
    """The near sheet of weather."""
    _draw(canvas, order, palette, size, seconds, shift, far=False)


def _draw(
    canvas: skia.Canvas,
    order: SetOrder,
    palette: Palette,
    size: tuple[int, int],
    seconds: float,
    shift: tuple[float, float],
    *,
    far: bool,
) -> None:
    if order.weather in ("rain", "storm"):
        _rain(canvas, order, palette, size, seconds, shift, far)
    elif order.weather == "snow":
        _snow(canvas, order, palette, size, seconds, shift, far)
    elif order.weather == "wind" and not far:
        _leaves(canvas, order, palette, size, seconds, shift)


@functools.lru_cache(maxsize=16)
def _draws(seed: int, count: int, key: int) -> NDArray[np.float64]:
    """Five numbers in 0..1 for each drop or flake, (5, count): drawn once, for they cost more than the drawing."""
    return np.array([[chance(seed, i, key, k) for i in range(count)] for k in range(1, 6)])


def _rain(
    canvas: skia.Canvas,
    order: SetOrder,
    palette: Palette,
    size: tuple[int, int],
    seconds: float,
    shift: tuple[float, float],
    far: bool,
) -> None:
    w, h = size
    storm = order.weather == "storm"
    count = (150 if far else 64) + (50 if storm else 0)
    length = h * (0.045 if far else 0.095)
    slant = 0.34 if storm else 0.14
    speed = h * (1.5 if far else 2.3)
    u = _draws(order.seed, count, far)
    fall = seconds * speed * (0.9 + 0.2 * u[0])
    ys = (u[1] * 1.25 * h + fall + shift[1]) % (1.25 * h) - 0.12 * h
    xs = (u[2] * 1.3 * w - fall * slant + shift[0]) % (1.3 * w) - 0.1 * w
    points: list[skia.Point] = []
    for x, y in zip(xs.tolist(), ys.tolist(), strict=True):
        points += [skia.Point(x, y), skia.Point(x - length * slant, y + length)]
    tone = lighter(palette.sky_low, 0.45 if not palette.is_dark else 0.2)
    paint = skia.Paint(
        AntiAlias=True, Color=skia_colour(tone, 0.45 if far else 0.62), StrokeWidth=h / 720 * (1.7 if far else 3.0)
    )
    canvas.drawPoints(skia.Canvas.kLines_PointMode, points, paint)


def _snow(
    canvas: skia.Canvas,
    order: SetOrder,
    palette: Palette,
    size: tuple[int, int],
    seconds: float,
    shift: tuple[float, float],
    far: bool,
) -> None:
    w, h = size
    tone = lighter(palette.snow, 0.5)
    for layer, (count, radius, speed) in enumerate(
        ((110, 2.2, 0.085), (60, 3.4, 0.12)) if far else ((42, 5.4, 0.17), (12, 9.0, 0.25))
    ):
        u = _draws(order.seed, count, layer + 2 * far)
        fall = seconds * speed * h * (0.8 + 0.4 * u[0])
        sway = np.sin(seconds * (0.7 + u[3]) + 6.3 * u[4]) * h * 0.018
        ys = (u[1] * 1.1 * h + fall + shift[1]) % (1.1 * h) - 0.05 * h
        xs = (u[2] * 1.1 * w + sway - fall * 0.22 + shift[0]) % (1.1 * w) - 0.05 * w
        points = [skia.Point(x, y) for x, y in zip(xs.tolist(), ys.tolist(), strict=True)]
        paint = skia.Paint(
            AntiAlias=True,
            Color=skia_colour(tone, 0.9),
            StrokeWidth=radius * h / 720 * 2,
            StrokeCap=skia.Paint.kRound_Cap,
        )
        canvas.drawPoints(skia.Canvas.kPoints_PointMode, points, paint)


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
