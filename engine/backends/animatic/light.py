"""Light on the players and in the frame: tint by the hour, the shadow they throw, the fall-off toward the corners.

Players are graded less than the set (they must stand out when you squint), and all of it happens on their small
drawings, twelve times a second, never on whole frames.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
import skia
from numpy.typing import NDArray

from engine.backends.animatic.palette import Colour, Palette, luma, mix
from engine.backends.animatic.paper import LINEAR, bgra, skia_colour
from engine.backends.animatic.stage import INDOORS, SetOrder


@dataclass(frozen=True, slots=True)
class Grade:
    """How a player is lit: multiplied by `gel`, then `haze` of the `air` colour stirred in; `shade` is its shadow's."""

    gel: Colour
    air: Colour
    haze: float
    shade: Colour


@dataclass(frozen=True, slots=True)
class Lamp:
    """Something that gives light at a place in the world: `reach` metres round it, `strength` 0..1."""

    x: float
    y: float
    z: float
    reach: float
    strength: float


def nearness(lamps: Sequence[Lamp], x: float, z: float) -> float:
    """How much lamplight falls on somebody who stands there, 0..1: what they all give, each less with distance."""
    total = 0.0
    for lamp in lamps:
        away = math.hypot(lamp.x - x, 0.7 * (lamp.z - z)) / (1.5 * max(lamp.reach, 0.1))
        total += lamp.strength * max(0.0, 1 - away) ** 2
    return min(1.0, total)


def lit(grade: Grade, near: float, lamplight: Colour, share: float = 1.0) -> Grade:
    """The grade of somebody on whom that much lamplight falls: between the lamps one is darker, under them warm and bright.
    `share` is how much of it the style shows."""
    strong = 0.92 + 0.18 * near
    r, g, b = mix(grade.gel, lamplight, 0.34 * near)
    gel = mix(grade.gel, (min(1.0, r * strong), min(1.0, g * strong), min(1.0, b * strong)), share)
    return replace(grade, gel=gel, haze=grade.haze * (1 - 0.5 * near * share))


def grade_for(scenery: SetOrder, palette: Palette) -> Grade:
    """The light of a scene on its players."""
    white = (1.0, 1.0, 1.0)
    if scenery.kind in INDOORS and palette.is_dark:
        gel = mix(white, palette.light, 0.75)
        return Grade((gel[0] * 0.93, gel[1] * 0.88, gel[2] * 0.86), palette.far, 0.05, palette.shade)
    gels = {
        "day": mix(white, palette.light, 0.25),
        "dawn": mix(white, mix(palette.light, palette.sky_low, 0.5), 0.55),
        "dusk": mix((0.95, 0.92, 0.97), palette.sky_low, 0.38),
        # Faces stay warm by night, as if a lamp stood beside the lens: blue skin reads as illness.
        "night": mix(
            mix((0.93, 0.89, 0.93), palette.light, 0.34 if scenery.kind in ("street", "alley", "bridge") else 0.22),
            palette.sky_low,
            0.05,
        ),
    }
    gel = gels[scenery.time_of_day]
    dim = {"rain": 0.90, "storm": 0.82, "fog": 0.97}.get(scenery.weather, 1.0)
    haze = {"fog": 0.16, "snow": 0.05, "rain": 0.08, "storm": 0.10}.get(scenery.weather, 0.04)
    return Grade((gel[0] * dim, gel[1] * dim, gel[2] * dim), palette.sky_low, haze, palette.shade)


def shaded(grade: Grade, haze: float, dim: float = 1.0) -> Grade:
    """A grade with more haze; `dim` below 1 darkens (a shoulder in the foreground)."""
    r, g, b = (c * dim for c in grade.gel)
    return replace(grade, gel=(r, g, b), haze=min(0.9, grade.haze + haze))


def tint(canvas: skia.Canvas, grade: Grade) -> None:
    """Grade what is drawn on a player's own canvas, in place."""
    canvas.drawColor(skia_colour(grade.gel), skia.BlendMode.kModulate)
    canvas.drawColor(skia_colour(grade.air, grade.haze), skia.BlendMode.kSrcATop)


def close_up(grade: Grade) -> Grade:
    """The light on a thing that the shot is about: it must stand out, whatever the weather."""
    r, g, b = mix(grade.gel, (1.0, 1.0, 1.0), 0.6)
    return replace(grade, gel=(r, g, b), haze=grade.haze * 0.2)


def moonlit(grade: Grade) -> Grade:
    """The light on who is a thumb high in the night: paler than the land, and through no haze."""
    r, g, b = mix(grade.gel, (1.12, 1.12, 1.16), 0.75)
    return replace(grade, gel=(min(1.0, r), min(1.0, g), min(1.0, b)), haze=0.0)


def burning(grade: Grade) -> Grade:
    """What gives light itself takes none of the scene's."""
    return replace(grade, gel=(1.0, 1.0, 1.0), haze=0.0)


def lay_glow(picture: NDArray[np.uint8], x: float, y: float, radius: float, colour: Colour, strength: float) -> None:
    """Lamplight added to everything near (x, y), in pixels, in place: `picture` is BGRA (H, W, 4). Adding in OpenCV costs a
    tenth of a scaled sprite in skia."""
    size = max(8, round(radius / 8) * 16)
    h, w = picture.shape[:2]
    left, top = round(x) - size // 2, round(y) - size // 2
    x0, y0, x1, y1 = max(0, left), max(0, top), min(w, left + size), min(h, top + size)
    if x0 >= x1 or y0 >= y1 or size > 4 * (w + h):
        return
    part = _glow_of(size, colour)[y0 - top : y1 - top, x0 - left : x1 - left]
    lit = picture[y0:y1, x0:x1]
    lit[:] = cv2.addWeighted(lit, 1.0, part, strength, 0.0)


@functools.lru_cache(maxsize=6)
def _glow_of(size: int, colour: Colour) -> NDArray[np.uint8]:
    """A round of light that falls off like a lamp's, `size` pixels square: BGRA with an alpha of 0, to be added."""
    y, x = np.mgrid[-1:1:96j, -1:1:96j].astype(np.float32)
    fall = np.clip(1 - np.sqrt(x * x + y * y), 0, 1)
    a = (0.62 * fall**2.2 + 0.38 * fall**6) * 168
    small = np.stack([a * colour[2], a * colour[1], a * colour[0], 0 * a], axis=-1).astype(np.float32)
    return bgra(np.clip(cv2.resize(small, (size, size), interpolation=cv2.INTER_LINEAR), 0, 255).astype(np.uint8))


def thrown_shadow(drawing: NDArray[np.uint8], px: float, grade: Grade) -> skia.Image:
    """The soft shadow a player throws on the paper behind, at a quarter of the drawing's size. `drawing` is premultiplied
    BGRA (H, W, 4), `px` its pixels per picture line."""
    h, w = drawing.shape[:2]
    small = cv2.resize(drawing[:, :, 3], (max(1, w // 4), max(1, h // 4)), interpolation=cv2.INTER_AREA)
    soft = cv2.GaussianBlur(small, (0, 0), max(0.7, 2.2 * px), borderType=cv2.BORDER_CONSTANT)
    return shadow_image(bgra(soft), grade.shade, 0.30)


def over_shadow(figure: skia.Image, drawing: NDArray[np.uint8], px: float, reach: float, grade: Grade) -> skia.Image:
    """The figure over the shadow it throws, `reach` lines to the right and half as far down. Pressed into one drawing per
    hold, so that a frame lays one image for each player."""
    w, h = figure.width(), figure.height()
    dx, dy = reach * px, reach * px / 2
    surface = skia.Surface.MakeRasterN32Premul(math.ceil(w + dx), math.ceil(h + dy))
    canvas = surface.getCanvas()
    canvas.drawImageRect(thrown_shadow(drawing, px, grade), skia.Rect.MakeXYWH(dx, dy, w, h), LINEAR)
    canvas.drawImage(figure, 0, 0)
    return surface.makeImageSnapshot()


def over_halo(figure: skia.Image, drawing: NDArray[np.uint8], colour: Colour, wide: float) -> skia.Image:
    """The figure over a soft rim of one colour, `wide` pixels broad: what a draughtsman leaves bare round it."""
    h, w = drawing.shape[:2]
    small = cv2.resize(drawing[:, :, 3], (max(1, w // 4), max(1, h // 4)), interpolation=cv2.INTER_AREA)
    rim = cv2.GaussianBlur(small, (0, 0), max(0.5, wide / 4), borderType=cv2.BORDER_CONSTANT)
    surface = skia.Surface.MakeRasterN32Premul(w, h)
    canvas = surface.getCanvas()
    soft = shadow_image(bgra(cv2.convertScaleAbs(rim, alpha=1.7)), colour, 0.9)
    canvas.drawImageRect(soft, skia.Rect.MakeWH(w, h), LINEAR)
    canvas.drawImage(figure, 0, 0)
    return surface.makeImageSnapshot()


def shadow_image(alpha: NDArray[np.uint8], shade: Colour, strength: float) -> skia.Image:
    """A premultiplied image of one colour with that alpha (uint8, H x W) times `strength`."""
    r, g, b = (strength * c for c in shade)
    tones = [cv2.convertScaleAbs(alpha, alpha=k) for k in (b, g, r, strength)]
    pixels = bgra(cv2.merge(tones))
    return skia.Image.fromarray(pixels, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)


@functools.lru_cache(maxsize=4)
def contact_sprite(shade: Colour) -> skia.Image:
    """The dark under a pair of feet: a soft ellipse, 128 x 32 pixels."""
    y, x = np.mgrid[-1:1:32j, -1:1:128j]
    a = np.clip(1 - np.sqrt(x * x + y * y), 0, 1) ** 0.9 * 0.62 * 255
    r, g, b = shade
    pixels = np.stack([a * b, a * g, a * r, a], axis=-1).astype(np.uint8)
    return skia.Image.fromarray(pixels, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)


@functools.lru_cache(maxsize=4)
def vignette(width: int, height: int, strength: float, cool: bool) -> NDArray[np.uint8]:
    """Fall-off toward the corners as a multiplier: uint8 (H, W, 4), 255 in the middle. One multiply costs 0.5 ms."""
    x, y = np.linspace(-1, 1, width), np.linspace(-1, 1, height)[:, None]
    fall = np.clip((np.sqrt((x * 0.82) ** 2 + (y * 0.78) ** 2) - 0.52) / 0.62, 0, 1)
    corners = fall > 0  # powers are dear, and most of the picture has none
    fall[corners] = fall[corners] ** 1.8 * strength
    # Half a level of fixed noise keeps the slow slope from banding in 8 bits.
    noise = np.random.default_rng(7).uniform(-0.5, 0.5, (height, width))
    blue, rest = (
        np.clip(np.rint((1 - fall * share) * 255 + noise), 0, 255).astype(np.uint8)
        for share in (0.80 if cool else 0.9, 1.0)
    )
    return bgra(cv2.merge([blue, rest, rest, np.full_like(rest, 255)]))


def vignette_strength(palette: Palette) -> float:
    """Darker scenes close in more."""
    return 0.34 if palette.is_dark else 0.20 + 0.06 * (luma(palette.sky_low) < 0.6)
