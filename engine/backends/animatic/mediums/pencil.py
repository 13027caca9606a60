"""Pencil board: graphite lines with a second, searching line beside them, hatching for value and one grey of marker.

One tile of strokes holds for every pixel the darkness at which the pencil would reach it, so a whole plane is hatched by a
single comparison, and crossed strokes appear where it is darker.
"""

from __future__ import annotations

import functools
import math
from dataclasses import replace

import cv2
import numpy as np
import skia
from numpy.typing import NDArray

from engine.backends.animatic.light import Grade
from engine.backends.animatic.mediums import pigment
from engine.backends.animatic.mediums.medium import Cel, Plane
from engine.backends.animatic.mediums.pigment import Ground, Pixels, Plane8
from engine.backends.animatic.mediums.toning import table_of
from engine.backends.animatic.palette import from_hex
from engine.backends.animatic.paper import bgra
from engine.film.style import Pencil, StyleSheet

_BEHIND = 0.6
"""How hard the pencil is pressed on the set, of what it is on a player: it gives value, and is no player's rival."""

_BROAD = 1.35
"""How far apart the strokes on the set are, of those on a player, and drawn with the blunt side of the lead: fine hatching under
a moving camera crawls, and is half of what the film's encoders spend."""


@functools.lru_cache(maxsize=8)
def hatching(pitch: int, blunt: float = 0.0) -> Plane8:
    """Strokes as the darkness at which they begin: uint8 (512, 512), seamless; `pitch` pixels from stroke to stroke, `blunt` pixels
    of softness."""
    n = pigment.TILE
    y, x = np.mgrid[0:n, 0:n].astype(np.float32)
    wave = pigment.noise(71, 110, 500) * 0.18 + pigment.noise(72, 20, 80) * 0.03
    press = pigment.noise(73, 90, 400)
    out = np.full((n, n), 255, np.float32)
    count = n / pitch / 1.3
    for (across, down), begin in (((0.9, 1.0), 62), ((-0.75, 1.0), 138), ((0.15, 1.3), 196)):
        phase = (x * round(count * across) + y * round(count * down)) / n + wave
        beside = np.abs((phase % 1) - 0.5) * 2  # 0 in the middle of a stroke, 1 between two
        level = begin + 9 * press + 330 * np.clip(beside - 0.12, 0, 1) ** 1.3
        out = np.minimum(out, level)
    strokes = np.clip(out, 12, 255)
    if blunt:
        strokes = cv2.GaussianBlur(np.pad(strokes, 8, mode="wrap"), (0, 0), blunt)[8:-8, 8:-8]
    return strokes.astype(np.uint8)


@functools.lru_cache(maxsize=4)
def _scribble(graphite: str) -> skia.Image:
    """The pencil drawn to and fro under a pair of feet, 256 x 64 pixels."""
    surface = skia.Surface(256, 64)
    r, g, b = (round(c * 255) for c in from_hex(graphite))
    paint = skia.Paint(AntiAlias=True, Color=skia.ColorSetARGB(130, r, g, b), StrokeWidth=2.2)
    paint.setStyle(skia.Paint.kStroke_Style)
    path = skia.Path()
    for k in range(15):
        y = 8 + 48 * k / 14
        half = 92 * (1 - ((y - 32) / 30) ** 2) ** 0.5 * (0.86 + 0.14 * (k % 3) / 2)
        (path.lineTo if k else path.moveTo)(128 + (half if k % 2 else -half), y)
    surface.getCanvas().drawPath(path, paint)
    return surface.makeImageSnapshot()


class Graphite:
    """The marks of a Pencil on planes and players."""

    cuts = False
    blurs = False
    lights = True

    def __init__(self, style: StyleSheet, pencil: Pencil) -> None:
        self.pencil = pencil
        self.sets = table_of(style.sets)
        self._figures = pigment.tones_of(table_of(style.figures))
        board = from_hex(style.lighting.ground or "#f3efe6")[::-1]
        self._lit = functools.lru_cache(maxsize=48)(functools.partial(pigment.lit_tones, self._figures))
        self._bare = np.array([*(round(c * 255) for c in board), 255], np.uint8)
        self._lead = np.array(from_hex(pencil.graphite), np.float32)[::-1] * 255
        self._marker = np.array(from_hex(pencil.marker), np.float32)[::-1] * 255

    def contact(self, grade: Grade) -> skia.Image | None:
        """A few strokes to and fro."""
        return _scribble(self.pencil.graphite)

    def sheet(self, pixels: Pixels, plane: Plane) -> None:
        """A plane of the set, in place."""
        box = pigment.crop(pixels, round(4 * plane.line))
        if box is None:
            return
        top, low, left, right = box
        part = np.ascontiguousarray(pixels[top:low, left:right])
        alpha = np.ascontiguousarray(part[:, :, 3])
        if plane.veil:  # mist is what the eraser left
            drawn = np.broadcast_to(self._bare, part.shape).copy()
        else:
            ground = Ground((low - top, right - left), plane.x - left, plane.y - top, plane.line)
            far = math.exp(-max(0.0, plane.z) / 34)
            lines = self._lines(part, ground, 0, 0.45 + 0.55 * far)
            tone = _toned(pigment.unmixed(part), self.sets)
            drawn = self._drawn(tone, lines, ground, _BEHIND * (0.4 + 0.6 * far), self._strokes(ground, _BROAD))
        pixels[top:low, left:right] = pigment.mixed(drawn, alpha)

    def figure(self, pixels: Pixels, cel: Cel) -> Pixels:
        """A player, its lines redrawn for every other hold; marker alone for one out of focus."""
        ground = Ground((pixels.shape[0], pixels.shape[1]), cel.x, cel.y, cel.line)
        held = _held(cel.grade)
        dim = (1 - held.haze) * sum(held.gel) / 3
        lines = None if cel.soft else self._lines(pixels, ground, 1 + (cel.hold // 2 + cel.seed) % 3, dim)
        tone = pigment.toned(pixels, self._lit(held.gel, held.air, held.haze))
        drawn = self._drawn(tone, lines, ground, 0.0 if cel.soft else 1.0, self._strokes(ground, 1.0))
        return pigment.mixed(drawn, np.ascontiguousarray(pixels[:, :, 3]))

    def _lines(self, pixels: Pixels, ground: Ground, take: int, strength: float) -> Plane8:
        """Edges drawn twice, by a hand that shakes: uint8 (H, W), how much lead there is."""
        wide = 1.6 * self.pencil.line * ground.line
        sure = pigment.stretched(pigment.edges(pixels, wide), 3.8 * strength, round(10 / strength) if take else 10)
        shake = self.pencil.boil if take else 0.5
        first = ground.shaken(sure, 0.25 + 0.5 * shake, 16, 81 + 2 * take)
        again = replace(ground, x=ground.x + 97, y=ground.y + 41).shaken(sure, 1.5, 40, 81)
        both = cv2.max(first, cv2.convertScaleAbs(again, alpha=0.42))
        return bgra(cv2.multiply(both, ground.noise8(74, 1.6, 5, 228, 15), scale=1 / 255))

    def _strokes(self, ground: Ground, broad: float) -> Plane8:
        """The hatching under a plane or a player, `broad` times as wide as the style says."""
        pitch = max(3, round(broad * self.pencil.pitch * ground.line))
        return hatching(pitch, 0.0 if broad == 1 else round(0.8 * ground.line, 2))

    def _drawn(self, tone: Plane8, lines: Plane8 | None, ground: Ground, strength: float, strokes: Plane8) -> Pixels:
        """Marker, hatching and lines for a brightness, opaque. `strokes` is a tile of hatching."""
        dark = bgra(cv2.bitwise_not(tone))
        lead = pigment.stretched(cv2.subtract(dark, ground.lay(strokes)), 2.8 * self.pencil.hatch * strength)
        lead = cv2.multiply(lead, ground.noise8(75, 1.6, 5, 226, 15), scale=1 / 255)
        lead = lead if lines is None else cv2.max(lead, lines)
        grey = cv2.LUT(dark, _MARKED)
        out = np.empty((*dark.shape, 4), np.uint8)
        for c, board in enumerate(self._bare[:3].tolist()):
            under = cv2.convertScaleAbs(grey, alpha=(float(self._marker[c]) - board) / 255, beta=board)
            out[:, :, c] = cv2.subtract(under, cv2.convertScaleAbs(lead, alpha=(board - float(self._lead[c])) / 255))
        out[:, :, 3] = 255
        return out


def _held(grade: Grade) -> Grade:
    """The light in steps that no eye tells apart, so that who walks through it needs few tables."""
    gel, air = (tuple(round(part * 48) / 48 for part in colour) for colour in (grade.gel, grade.air))
    return replace(grade, gel=gel, air=air, haze=round(grade.haze * 48) / 48)


def _toned(pixels: Pixels, table: NDArray[np.uint32] | None) -> Plane8:
    return pigment.luma_of(pixels if table is None else pigment.recolour(pixels, table))


_MARKED = pigment.tone_table((0.0, 0.42, 0.50, 0.72, 0.80, 1.0), (0.0, 0.0, 0.55, 0.6, 1.0, 1.0))
"""How much marker lies on a darkness: none, one coat, two coats."""
