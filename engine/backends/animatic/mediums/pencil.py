"""Pencil board: graphite lines with a second, searching line beside them, hatching for value and one grey of marker.

One tile of strokes holds for every pixel the darkness at which the pencil would reach it, so a whole plane is hatched by a
single comparison, and crossed strokes appear where it is darker.
"""

from __future__ import annotations

import functools

import cv2
import numpy as np
import skia

from engine.backends.animatic.light import Grade
from engine.backends.animatic.mediums import pigment
from engine.backends.animatic.mediums.medium import Cel, Plane
from engine.backends.animatic.mediums.pigment import Pixels, Plane8
from engine.backends.animatic.mediums.toning import table_of
from engine.backends.animatic.palette import from_hex
from engine.film.style import Pencil, StyleSheet


@functools.lru_cache(maxsize=8)
def hatching(pitch: int) -> Plane8:
    """Strokes as the darkness at which they begin: uint8 (512, 512), seamless; `pitch` pixels from stroke to stroke."""
    n = pigment.TILE
    y, x = np.mgrid[0:n, 0:n].astype(np.float32)
    wave = pigment.noise(71, 110, 500) * 0.22 + pigment.noise(72, 16, 60) * 0.05
    press = pigment.noise(73, 90, 400)
    out = np.full((n, n), 255, np.float32)
    count = n / pitch / 1.3
    for (across, down), begin in (((0.9, 1.0), 62), ((-0.75, 1.0), 138), ((0.15, 1.3), 196)):
        phase = (x * round(count * across) + y * round(count * down)) / n + wave
        beside = np.abs((phase % 1) - 0.5) * 2  # 0 in the middle of a stroke, 1 between two
        level = begin + 9 * press + 330 * np.clip(beside - 0.12, 0, 1) ** 1.3
        out = np.minimum(out, level)
    return np.clip(out, 12, 255).astype(np.uint8)


@functools.lru_cache(maxsize=4)
def _scribble(graphite: str) -> skia.Image:
    """The pencil drawn to and fro under a pair of feet, 256 x 64 pixels."""
    surface = skia.Surface(256, 64)
    r, g, b = (round(c * 255) for c in from_hex(graphite))
    paint = skia.Paint(AntiAlias=True, Color=skia.ColorSetARGB(150, r, g, b), StrokeWidth=2.2)
    paint.setStyle(skia.Paint.kStroke_Style)
    path = skia.Path()
    for k in range(15):
        y = 8 + 48 * k / 14
        half = 118 * (1 - ((y - 32) / 30) ** 2) ** 0.5 * (0.86 + 0.14 * (k % 3) / 2)
        (path.lineTo if k else path.moveTo)(128 + (half if k % 2 else -half), y)
    surface.getCanvas().drawPath(path, paint)
    return surface.makeImageSnapshot()


class Graphite:
    """The marks of a Pencil on planes and players."""

    cuts = False
    blurs = False

    def __init__(self, style: StyleSheet, pencil: Pencil) -> None:
        self.pencil = pencil
        self.sets = table_of(style.sets)
        self.figures = table_of(style.figures)
        board = np.array(from_hex(style.lighting.ground or "#f3efe6"), np.float32) * 255
        self._board = board[::-1]
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
        pin = plane.x - left, plane.y - top
        alpha = np.ascontiguousarray(part[:, :, 3])
        straight = pigment.unmixed(part)
        far = float(np.exp(-max(0.0, plane.z) / 34))
        lines = None if plane.veil else self._lines(part, plane.line, pin, 0, 0.45 + 0.55 * far)
        tone = pigment.luma_of(straight if self.sets is None else pigment.recolour(straight, self.sets))
        pixels[top:low, left:right] = pigment.mixed(self._drawn(tone, lines, plane.line, pin, 0.4 + 0.6 * far), alpha)

    def figure(self, pixels: Pixels, cel: Cel) -> Pixels:
        """A player, its lines redrawn for every hold."""
        alpha = np.ascontiguousarray(pixels[:, :, 3])
        pin = cel.x, cel.y
        tone = pigment.luma_of(pixels if self.figures is None else pigment.recolour(pixels, self.figures))
        lines = None if cel.soft else self._lines(pixels, cel.line, pin, 1 + (cel.hold + cel.seed) % 3, 1.0)
        return pigment.mixed(self._drawn(tone, lines, cel.line, pin, 1.0), alpha)

    def _lines(self, pixels: Pixels, line: float, pin: tuple[float, float], take: int, strength: float) -> Plane8:
        """Edges drawn twice, by a hand that shakes: uint8 (H, W), how much lead there is."""
        wide = max(2, round(1.6 * self.pencil.line * line))
        edge = pigment.edges(pixels, wide)
        sure = pigment.stretched(edge, 2.6 * strength, 13)
        shake = self.pencil.boil if take else 0.5
        first = pigment.shaken(pigment.bgra(sure), *pin, (0.25 + 0.5 * shake) * line, 16 * line, 81 + 2 * take)
        again = pigment.shaken(pigment.bgra(sure), pin[0] + 97, pin[1] + 41, 1.5 * line, 40 * line, 81)
        both = cv2.max(first, cv2.convertScaleAbs(again, alpha=0.42))
        tooth = pigment.tiled(pigment.noise8(74, 0.8, 3, 222, 28), both.shape[:2], *pin)
        return pigment.bgra(cv2.multiply(both, tooth, scale=1 / 255))

    def _drawn(
        self, tone: Plane8, lines: Plane8 | None, line: float, pin: tuple[float, float], strength: float
    ) -> Pixels:
        """Marker, hatching and lines for a brightness, opaque."""
        dark = pigment.bgra(cv2.bitwise_not(tone))
        tile = pigment.tiled(hatching(max(3, round(self.pencil.pitch * line))), dark.shape[:2], *pin)
        lead = pigment.stretched(cv2.subtract(dark, tile), 4.0 * self.pencil.hatch * strength)
        tooth = pigment.tiled(pigment.noise8(75, 0.8, 3, 214, 30), dark.shape[:2], *pin)
        lead = cv2.multiply(lead, tooth, scale=1 / 255)
        if lines is not None:
            lead = cv2.max(lead, lines)
        grey = cv2.LUT(dark, _MARKED)
        board = [round(float(c)) for c in self._board]
        out = np.empty((*dark.shape, 4), np.uint8)
        for c in range(3):
            under = cv2.convertScaleAbs(grey, alpha=-(board[c] - float(self._marker[c])) / 255, beta=board[c])
            drop = cv2.convertScaleAbs(lead, alpha=(board[c] - float(self._lead[c])) / 255)
            out[:, :, c] = cv2.subtract(under, drop)
        out[:, :, 3] = 255
        return out


_MARKED = pigment.tone_table((0.0, 0.42, 0.50, 0.72, 0.80, 1.0), (0.0, 0.0, 0.55, 0.6, 1.0, 1.0))
"""How much marker lies on a darkness: none, one coat, two coats."""
