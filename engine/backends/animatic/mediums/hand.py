"""The hand that draws a film: a style, made ready. Colours, light, marks and what the frame is seen through.

Made once per style and kept; nothing in it changes, so a shot looks the same whatever was drawn before.
"""

from __future__ import annotations

import functools
import math
from dataclasses import replace

import cv2
import numpy as np
import skia
from numpy.typing import NDArray

from engine.assets import assets_folder
from engine.backends.animatic import light
from engine.backends.animatic.acting import Placed
from engine.backends.animatic.light import Grade
from engine.backends.animatic.mediums import pigment
from engine.backends.animatic.mediums.hide import Hides
from engine.backends.animatic.mediums.ink import Brush
from engine.backends.animatic.mediums.medium import Marks
from engine.backends.animatic.mediums.paper_cut import Scissors
from engine.backends.animatic.mediums.pencil import Graphite
from engine.backends.animatic.mediums.toning import affine_of
from engine.backends.animatic.palette import Palette, from_hex, mix, palette_for
from engine.backends.animatic.stage import SetOrder, Staging
from engine.film.style import STYLES, Hide, Hues, InkWash, Pencil, StyleSheet, Toning, styles_in

_HUES = tuple(name for name in Hues.model_fields if name != "light")


class Hand:
    """A style made ready to draw with."""

    def __init__(self, style: StyleSheet) -> None:
        self.style = style
        self.key = style.model_dump_json()
        self.marks = _marks_of(style)
        self._dye = () if style.figures == Toning() else affine_of(style.figures)

    def palette(self, scenery: SetOrder) -> Palette:
        """What the set is painted with: the style's own colours for the place and hour, or the paper style's."""
        own = self._hues(scenery)
        lighting = self.style.lighting
        palette = palette_for(scenery, own)
        if lighting.weather < 1:
            calm = palette_for(replace(scenery, weather="clear"), own)
            palette = replace(
                palette, **{n: mix(getattr(calm, n), getattr(palette, n), lighting.weather) for n in _HUES}
            )
        if scenery.weather == "snow" and palette.snowy:  # flakes are bare paper: they need a sky to be seen before
            top = mix(palette.sky_top, palette.near, lighting.snow_wash)
            palette = replace(
                palette, sky_top=top, sky_low=mix(palette.sky_low, palette.near, 0.6 * lighting.snow_wash)
            )
        return replace(palette, air=palette.air / lighting.air)

    def _hues(self, scenery: SetOrder) -> dict[str, str] | None:
        """The style's own colours for a place and hour; None where it has none."""
        for place in (scenery.kind, "*"):
            hours = self.style.palettes.get(place, {})
            if hues := hours.get(scenery.time_of_day) or hours.get("*"):
                return hues.model_dump()
        return None

    def rim(self, line: float) -> int:
        """How many pixels round a player's drawing its halo needs."""
        lighting = self.style.lighting
        return 0 if lighting.halo is None or self.marks.cuts else math.ceil(2 * lighting.halo_width * line)

    def backed(
        self, figure: skia.Image, pixels: NDArray[np.uint8], line: float, reach: float, grade: Grade
    ) -> skia.Image:
        """A player's drawing with what belongs behind it: the shadow that cut paper throws `reach` lines away, the halo
        that a style leaves. Never part of the figure, so masks stay exact. `pixels` is the drawing, premultiplied BGRA."""
        if self.marks.cuts:
            return light.over_shadow(figure, pixels, line, reach, grade)
        lighting = self.style.lighting
        if lighting.halo is None:
            return figure
        return light.over_halo(figure, pixels, from_hex(lighting.halo), lighting.halo_width * line)

    def air(self, palette: Palette) -> Palette:
        """What falls and drifts is painted with: on pale paper rain is dark, and leaves take the style's colours."""
        rain = self.style.lighting.rain
        palette = replace(palette, dye=self._dye)
        return palette if rain is None or palette.snowy else replace(palette, sky_low=from_hex(rain))

    def grade(self, scenery: SetOrder, palette: Palette) -> Grade:
        """The light on the players, as much of it as the style shows."""
        grade = light.grade_for(scenery, palette)
        share = self.style.lighting.gel
        return grade if share == 1 else replace(grade, gel=mix((1.0, 1.0, 1.0), grade.gel, share))

    def blocking(self, staging: Staging) -> Staging:
        """The shot as this style's players can play it: shadow puppets are framed as they are cut, in profile."""
        if not isinstance(self.style.medium, Hide):
            return staging
        sided = (
            replace(p, beats=tuple(replace(beat, yaw=_profile(beat.yaw)) for beat in p.beats)) for p in staging.players
        )
        return replace(staging, players=tuple(sided))

    def pose(self, placed: Placed) -> Placed:
        """How a player stands: shadow puppets are cut in profile."""
        if not isinstance(self.style.medium, Hide):
            return placed
        return replace(placed, pose=replace(placed.pose, yaw=_profile(placed.pose.yaw)))

    def glass(self, width: int, height: int, palette: Palette) -> NDArray[np.uint8]:
        """What the finished frame is seen through, as a multiplier: uint8 (H, W, 4), 255 is clear."""
        lighting = self.style.lighting
        strength = light.vignette_strength(palette) * lighting.corners
        clear = light.vignette(width, height, strength, palette.is_dark)
        if isinstance(self.style.medium, Hide):
            clear = _lamp(width, height, self.style.medium.lamp)
        if palette.is_dark and lighting.night:
            moon = pigment.cast(from_hex(lighting.night))[::-1]
            clear = pigment.bgra(np.rint(clear * np.append(moon, 1)))
        return clear if lighting.weave == 0 else _woven(clear, lighting.weave, height / 720)


def _profile(yaw: float) -> float:
    return 86.0 if (yaw + 180) % 360 - 180 >= 0 else -86.0


def _marks_of(style: StyleSheet) -> Marks:
    match style.medium:
        case InkWash() as ink:
            return Brush(style, ink)
        case Pencil() as pencil:
            return Graphite(style, pencil)
        case Hide() as hide:
            return Hides(style, hide)
        case _:
            return Scissors(style)


@functools.lru_cache(maxsize=4)
def _lamp(width: int, height: int, fall: float) -> NDArray[np.uint8]:
    """One lamp behind a stretched cloth, and the dark round its frame."""
    y, x = np.mgrid[-1 : 1 : complex(height), -1 : 1 : complex(width)].astype(np.float32)
    spot = np.exp(-((x * 0.80) ** 2 + ((y + 0.10) * 0.70) ** 2) * fall)
    edge = np.clip((1.0 - np.maximum(np.abs(x), np.abs(y))) / 0.045, 0, 1)
    edge = edge * edge * (3 - 2 * edge) * 0.8 + 0.2
    dim = np.stack([spot**1.7 * edge, spot**1.2 * edge, spot**0.9 * edge, np.ones_like(spot)], axis=-1)
    noise = np.random.default_rng(7).uniform(-0.5, 0.5, (height, width, 1))
    return np.clip(dim * 255 + noise * [1, 1, 1, 0], 0, 255).round().astype(np.uint8)


def _woven(clear: NDArray[np.uint8], weave: float, line: float) -> NDArray[np.uint8]:
    """The same with the fibres of the paper or cloth that the film is drawn on."""
    h, w = clear.shape[:2]
    fibres = pigment.noise(101, 1.3, 4) * 2.4 + pigment.noise(102, 220, 500) * 2.0 + pigment.noise(103, 8, 40) * 0.8
    size = max(64, round(pigment.TILE * max(0.5, line)))
    tile = cv2.resize(np.clip(250 + fibres * weave, 200, 255).astype(np.uint8), (size, size))
    cloth = pigment.tiled(tile, (h, w), 0, 0)
    return pigment.bgra(cv2.multiply(clear, cv2.merge([cloth, cloth, cloth, np.full_like(cloth, 255)]), scale=1 / 255))


def hand_for(style: StyleSheet | str) -> Hand:
    """The hand for a style, given in full or as a shipped one's name. Raises Unsupported for a name that is none."""
    return _hand(style if isinstance(style, str) else style.model_dump_json(by_alias=True))


@functools.lru_cache(maxsize=8)
def _hand(style: str) -> Hand:
    if style.startswith("{"):
        return Hand(StyleSheet.model_validate_json(style))
    return Hand(styles_in(assets_folder() / STYLES)[style])
