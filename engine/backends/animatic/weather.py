"""The weather department: what falls, flies and drifts behind and before the players, and when lightning strikes.

All of it is a function of time and seed, so any frame can be drawn alone. Only rain, snow and wind need every frame; the
rest is drawn on twos like the puppets, which looks like paper and leaves a still shot still for every other frame.
"""

from __future__ import annotations

import functools
import math
from dataclasses import dataclass, replace

import cv2
import numpy as np
import skia
from numpy.typing import NDArray

from engine.backends.animatic import heavens, motes
from engine.backends.animatic.falling import RAIN, SNOW, Fall, pieces_of, places, sheets_of
from engine.backends.animatic.heavens import BOLT, mists
from engine.backends.animatic.motes import View
from engine.backends.animatic.palette import Colour, Palette, darker, lighter
from engine.backends.animatic.paper import LINEAR, between, bgra, chance, outline, skia_colour
from engine.backends.animatic.stage import INDOORS, SHELTERED, SetKind, SetOrder
from engine.backends.animatic.winds import gust, wind_of

__all__ = [
    "BOLT", "RAIN", "SNOW", "Fall", "Ground", "draw_before", "draw_behind", "falls", "flash", "mists", "places", "sheets_of",
    "stirs", "struck",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Ground:
    """The ground in a frame: the row of the horizon, and the row of the players' feet, in pixels from the top."""

    horizon: float
    feet: float


_QUICK = frozenset({"rain", "snow", "storm", "wind"})


def falls(order: SetOrder) -> bool:
    """Whether something moves so fast that no two frames are alike."""
    return order.kind not in SHELTERED and (order.weather in _QUICK or "sandstorm" in order.air)


def stirs(order: SetOrder) -> bool:
    """Whether anything moves in the air, if only on twos."""
    outside = order.kind not in SHELTERED
    return falls(order) or bool(motes.flying(order)) or (outside and (order.weather == "fog" or wind_of(order) > 0.2))


_NO_WINDOW: frozenset[SetKind] = frozenset({"spaceship", "theatre", "cave"})


def beyond(order: SetOrder) -> SetOrder | None:
    """The weather outside the windows of a room, as the order of a place that stands in it; None where nothing falls."""
    if order.kind not in INDOORS or order.kind in _NO_WINDOW or order.weather not in ("rain", "snow", "storm"):
        return None
    return replace(order, kind="street", air=(), fittings=())


def draw_behind(
    canvas: skia.Canvas,
    order: SetOrder,
    palette: Palette,
    size: tuple[int, int],
    seconds: float,
    shift: tuple[float, float],
    ground: Ground | None = None,
) -> None:
    """The far sheets of weather. `size` is (width, height) in pixels, `shift` how far the camera has slid (pixels)."""
    view = View(*size, seconds, (shift[0] * 0.5, shift[1] * 0.5), near=False)
    _fall(canvas, order, palette, view)
    motes.draw(canvas, order, palette, view)
    if ground is not None and order.kind not in SHELTERED and order.weather in ("rain", "storm"):
        _splashes(canvas, order, palette, view, ground)
    if _is_thick(order):
        _banks(canvas, order, palette, view, ground)


def draw_before(
    canvas: skia.Canvas,
    order: SetOrder,
    palette: Palette,
    size: tuple[int, int],
    seconds: float,
    shift: tuple[float, float],
    ground: Ground | None = None,
) -> None:
    """The near sheets of weather."""
    view = View(*size, seconds, shift, near=True)
    if ground is not None and wind_of(order) > 0.2 and order.kind in _GRASSY and not palette.snowy:
        _blades(canvas, order, palette, view, ground)
    _fall(canvas, order, palette, view)
    motes.draw(canvas, order, palette, view)
    if wind_of(order) >= 0.5 and order.weather != "snow":
        _streaks(canvas, order, palette, view)
    if _is_thick(order):
        _banks(canvas, order, palette, view, ground)


_GRASSY = frozenset({"forest", "mountains", "night sky", "grassland", "farm field", "garden", "swamp", "river"})


def _is_thick(order: SetOrder) -> bool:
    return order.kind not in SHELTERED and (
        order.weather == "fog" or "sandstorm" in order.air or "blizzard" in order.air
    )


def _fall(canvas: skia.Canvas, order: SetOrder, palette: Palette, view: View) -> None:
    if order.kind in SHELTERED:
        return
    white = order.weather == "snow" or "hail" in order.air
    kind = "sand" if "sandstorm" in order.air else "snow" if white else "rain"
    size = (view.width, view.height)
    for layer, fall in enumerate(sheets_of(order, near=view.near)):
        pieces = pieces_of(kind, fall, round(fall.size * size[1] / 720, 1), palette)
        xs, ys = places(fall, order.seed + 7 * layer + view.near, size, view.seconds, view.shift)
        quick = kind != "snow" or "blizzard" in order.air
        if quick:  # too fast for half pixels, and whole ones are laid in half the time
            xs, ys = np.rint(xs), np.rint(ys)
        wide, tall = pieces[0].width(), pieces[0].height()
        seen = np.flatnonzero((xs > -wide) & (xs < size[0]) & (ys > -tall) & (ys < size[1]))
        for i, x, y in zip(seen.tolist(), xs[seen].tolist(), ys[seen].tolist(), strict=True):
            canvas.drawImage(pieces[i % len(pieces)], x, y, LINEAR)


def _splashes(canvas: skia.Canvas, order: SetOrder, palette: Palette, view: View, ground: Ground) -> None:
    """Where drops hit the ground: little crowns that open and are gone, smaller toward the horizon."""
    top = ground.horizon + 0.25 * (ground.feet - ground.horizon)
    if top > 0.97 * view.height or ground.feet - ground.horizon < 0.02 * view.height:
        return
    many = 16 if "drizzle" in order.air else 70 if "downpour" in order.air else 40
    tone = lighter(palette.sky_low, 0.35 if palette.is_dark else 0.55)
    beat = 0.34
    for i in range(many):
        late = chance(order.seed, i, 31)
        n = math.floor(view.seconds / beat + late)
        age = view.seconds / beat + late - n
        if age > 0.7:
            continue
        deep = chance(order.seed, i, n, 32) ** 0.8
        y = top + (view.height - top) * deep
        near = (y - ground.horizon) / max(1.0, view.height - ground.horizon)
        ring = _ring(round(view.height * 0.019 * near * (0.4 + age), 0), tone)
        x = chance(order.seed, i, n, 33) * view.width
        canvas.drawImage(ring, round(x), round(y), LINEAR, skia.Paint(Alphaf=0.75 * (1 - age / 0.7)))


@functools.lru_cache(maxsize=64)
def _ring(radius: float, tone: Colour) -> skia.Image:
    """A flat ring of splashed water with two drops over it."""
    r = max(2.0, radius)
    surface = skia.Surface(math.ceil(2 * r) + 4, math.ceil(1.4 * r) + 4)
    canvas = surface.getCanvas()
    paint = skia.Paint(AntiAlias=True, Color=skia_colour(tone, 0.9), StrokeWidth=max(0.8, 0.13 * r))
    paint.setStyle(skia.Paint.kStroke_Style)
    canvas.drawOval(skia.Rect.MakeLTRB(2, 0.9 * r, 2 * r, 1.35 * r), paint)
    paint.setStyle(skia.Paint.kFill_Style)
    for side in (-1, 1):
        canvas.drawCircle(r + 1 + 0.42 * r * side, 0.5 * r, max(0.6, 0.12 * r), paint)
    return surface.makeImageSnapshot()


def _blades(canvas: skia.Canvas, order: SetOrder, palette: Palette, view: View, ground: Ground) -> None:
    """Tall grass at the frame's foot that bends with the gusts, each tuft a little after its neighbour upwind."""
    w, h = view.width, view.height
    if not 0.55 * h < ground.feet < 0.97 * h:
        return
    tone = darker(palette.ground if not palette.is_dark else palette.near, 0.42)
    paint = skia.Paint(AntiAlias=True, Color=skia_colour(tone))
    path = skia.Path()
    for i in range(64):
        x = ((i + 0.7 * chance(order.seed, i, 51)) / 60 * 1.1 * w + 1.3 * view.shift[0]) % (1.1 * w) - 0.05 * w
        tall = h * between(0.035, 0.105, order.seed, i, 52)
        bend = gust(order, view.seconds + 0.5 * (x / w)) * tall * between(0.75, 1.15, order.seed, i, 53)
        half, low = 0.0035 * h, h + 0.01 * h
        tip = (x - bend, low - math.sqrt(max(0.15 * tall * tall, tall * tall - bend * bend)))
        middle = (x - 0.22 * bend, low - 0.62 * tall)
        path.moveTo(x - half, low)
        path.quadTo(middle[0] - half, middle[1], *tip)
        path.quadTo(middle[0] + half, middle[1], x + half, low)
        path.close()
    canvas.drawPath(path, paint)


def _streaks(canvas: skia.Canvas, order: SetOrder, palette: Palette, view: View) -> None:
    """The wind itself: thin slips of tissue that shoot past."""
    w, h = view.width, view.height
    strip = _streak(round(0.34 * h), lighter(palette.sky_low, 0.55))
    for i in range(7 if wind_of(order) < 0.9 else 11):
        pace = between(1.5, 2.3, order.seed, i, 54)
        x = (chance(order.seed, i, 55) * 3 * w - view.seconds * pace * h + view.shift[0]) % (3 * w) - 0.5 * h
        y = h * between(0.08, 0.86, order.seed, i, 56) + 0.02 * h * math.sin(view.seconds * 2 + i)
        if x < w:
            canvas.drawImage(strip, round(x), round(y))


@functools.lru_cache(maxsize=4)
def _streak(length: int, tone: Colour) -> skia.Image:
    surface = skia.Surface(length + 2, 14)
    slip = outline([(1, 8), (length * 0.3, 5.6), (length, 3.4), (length * 0.3, 7.2)])
    ends = [skia.Point(1, 0), skia.Point(length, 0)]
    stops = [skia_colour(tone, 0.55), skia_colour(tone, 0.0)]
    shader = skia.GradientShader.MakeLinear(ends, stops)
    surface.getCanvas().drawPath(slip, skia.Paint(AntiAlias=True, Shader=shader))
    return surface.makeImageSnapshot()


def _banks(canvas: skia.Canvas, order: SetOrder, palette: Palette, view: View, ground: Ground | None) -> None:
    """Fog (or driven snow and sand) that crawls past low over the ground, two banks at each depth."""
    w, h = view.width, view.height
    wild = order.weather != "fog"
    # by the sky's upper tone: its lower one is what a style paints rain with, dark on pale paper
    tone = lighter(heavens.air_tone(order, replace(palette, sky_low=palette.sky_top)), 0.15)
    low = ground.feet if ground is not None else 0.85 * h
    pace = (0.9 if view.near else 0.6) if wild else (0.035 if view.near else 0.02)
    for i in range(2):
        image = _bank(
            round(0.95 * w), round((0.5 if wild else 0.34) * h), tone, 0.34 if wild else 0.30, i + 2 * view.near
        )
        run = view.seconds * pace * h + chance(order.seed, i, view.near, 57) * 2 * w + i * w
        x = 2.05 * w - (run - view.shift[0]) % (2.05 * w) - 0.98 * w
        y = min(low, h) - image.height() * ((0.45 if view.near else 0.75) + 0.3 * (wild and i))
        canvas.drawImage(image, round(x), round(y))


@functools.lru_cache(maxsize=8)
def _bank(width: int, height: int, tone: Colour, strength: float, seed: int) -> skia.Image:
    return heavens.bank(width, height, tone, strength, seed)


def struck(pixels: NDArray[np.uint8], flash: float) -> NDArray[np.uint8]:
    """A frame lit by lightning: everything twice as bright and colder, so planes stay apart instead of going white."""
    cold = np.array([[[52 * flash, 40 * flash, 30 * flash, 0]]], np.float64)
    lit = cv2.convertScaleAbs(pixels, alpha=1 + 0.75 * flash)
    return bgra(cv2.add(lit, np.broadcast_to(cold, pixels.shape).astype(np.uint8)))


FLASH_EVERY = 4.2
"""Seconds between two strikes, on average."""


def flash(order: SetOrder, seconds: float) -> float:
    """How bright lightning is now, 0..1: a strike, a blink of dark, a weaker strike that dies away. Indoors it comes in by the
    window alone."""
    if order.weather != "storm" or "sandstorm" in order.air or order.kind in SHELTERED - INDOORS:
        return 0.0
    share = 0.45 if order.kind in INDOORS else 1.0
    n = math.floor(seconds / FLASH_EVERY)
    at = seconds - FLASH_EVERY * (n + 0.10 + 0.66 * chance(order.seed, n, 77))
    if 0 <= at < 0.085:
        return share
    return share * 0.8 * (1 - (at - 0.165) / 0.42) if 0.165 <= at < 0.585 else 0.0
