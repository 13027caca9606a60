"""Ink wash: washes that are dark along their upper edge and dissolve below, ink that gathers where a wash ends, a brush
that runs dry, paper left blank for mist and snow.

The foot of every plane is paper again: it hides what lies behind as mist does, so depth reads without a single shadow.
"""

from __future__ import annotations

import math

import cv2
import numpy as np
import skia

from engine.backends.animatic import light
from engine.backends.animatic.light import Grade
from engine.backends.animatic.mediums import pigment
from engine.backends.animatic.mediums.medium import Cel, Plane
from engine.backends.animatic.mediums.pigment import Ground, Pixels, Plane8
from engine.backends.animatic.mediums.toning import table_of
from engine.backends.animatic.palette import from_hex, mix
from engine.backends.animatic.paper import bgra
from engine.film.style import InkWash, StyleSheet

_NIGHT_MIST = 0.4


class Brush:
    """The marks of an InkWash on planes and players."""

    cuts = False
    blurs = True
    lights = False

    def __init__(self, style: StyleSheet, ink: InkWash) -> None:
        self.ink = ink
        self.sets = table_of(style.sets)
        self.figures = table_of(style.figures)
        self._dense = style.sets.ramp[0] if style.sets.ramp else "#17181c"
        self.paper = from_hex(style.sets.ramp[-1] if style.sets.ramp else "#ece4d2")

    def contact(self, grade: Grade) -> skia.Image | None:
        """A puddle of thin ink."""
        return light.contact_sprite(mix(from_hex(self._dense), self.paper, 0.35))

    def sheet(self, pixels: Pixels, plane: Plane) -> None:
        """A plane of the set, in place."""
        box = pigment.crop(pixels, round(4 * self.ink.bleed * plane.line))
        if box is None:
            return
        top, low, left, right = box
        ground = Ground((low - top, right - left), plane.x - left, plane.y - top, plane.line)
        part = ground.shaken(np.ascontiguousarray(pixels[top:low, left:right]), 0.5 * self.ink.bleed, 30, 51)
        alpha = np.ascontiguousarray(part[:, :, 3])
        colours = pigment.unmixed(part)
        if self.sets is not None:
            colours = pigment.recolour(colours, self.sets)
        if not plane.veil:
            self._wash(colours, part, plane, ground)
        pixels[top:low, left:right] = pigment.mixed(colours, alpha)

    def _wash(self, colours: Pixels, painted: Pixels, plane: Plane, ground: Ground) -> None:
        """Ink is what is missing from the paper: strong along the upper edge, thinner toward the foot (less so by night),
        gathered where a stroke ends. In place."""
        depth = min(1.0, max(0.0, plane.z) / 30)
        mist = self.ink.mist * (_NIGHT_MIST if plane.palette.is_dark else 1.0)
        ridge = 1 + 0.5 * self.ink.pool * (0.4 + 0.6 * depth)
        thin = pigment.below_edge(np.ascontiguousarray(painted[:, :, 3]), 150 * ground.line)
        thin *= 1 - ridge - mist * (0.35 + 0.65 * depth)
        thin += ridge
        thin *= ground.noise(62, 220, 500) * np.float32(0.08) + np.float32(1)
        thin8 = cv2.multiply(cv2.convertScaleAbs(thin, alpha=128), ground.noise8(61, 1, 6, 248, 7), scale=1 / 248)
        strokes = self._strokes(painted, plane.z, ground)
        kept = cv2.multiply(thin8, cv2.bitwise_not(strokes), scale=1 / 255)
        for c, paper in enumerate(round(value * 255) for value in self.paper[::-1]):
            missing = cv2.subtract(np.full_like(kept, paper), np.ascontiguousarray(colours[:, :, c]))
            left = cv2.subtract(np.full_like(kept, paper), cv2.multiply(missing, kept, scale=1 / 128))
            colours[:, :, c] = cv2.subtract(left, cv2.convertScaleAbs(strokes, alpha=(paper - 30) / 255))

    def _strokes(self, painted: Pixels, z: float, ground: Ground) -> Plane8:
        """Where the brush drew a line: along edges, thick and thin, dry here and there. uint8 (H, W)."""
        wide = 1.3 * self.ink.line * ground.line
        swell = ground.noise8(63, 60, 300, 150, 40)
        edge = cv2.multiply(pigment.edges(painted, wide), swell, scale=2.6 / 150)
        dry = cv2.convertScaleAbs(ground.lay(pigment.streaks(64)), alpha=-1.3 * self.ink.dry, beta=255 * 1.25)
        mark = cv2.multiply(cv2.subtract(edge, np.full_like(edge, 56)), dry, scale=1 / 255)
        soft = cv2.GaussianBlur(mark, (0, 0), max(0.6, 0.45 * wide))
        return bgra(cv2.convertScaleAbs(soft, alpha=0.9 * self.ink.pool * math.exp(-max(0.0, z) / 40)))

    def figure(self, pixels: Pixels, cel: Cel) -> Pixels:
        """A player: brush lines around thin washes."""
        alpha = np.ascontiguousarray(pixels[:, :, 3])
        colours = pixels.copy() if self.figures is None else pigment.recolour(pixels, self.figures)
        if not cel.soft:
            ground = Ground((pixels.shape[0], pixels.shape[1]), cel.x, cel.y, cel.line)
            lines = self._outlines(pixels, cel.hold // 2 % 3, ground)
            kept = cv2.multiply(cv2.bitwise_not(lines), self._thinned(alpha, ground), scale=1 / 255)
            cv2.multiply(colours, cv2.merge([kept] * 4), dst=colours, scale=1 / 255)
        return pigment.mixed(colours, alpha)

    def _thinned(self, alpha: Plane8, ground: Ground) -> Plane8:
        """How much light a wash lets through: uneven by nature, and less where it gathers toward the outline."""
        h, w = alpha.shape
        small = cv2.resize(cv2.bitwise_not(alpha), (max(1, w // 4), max(1, h // 4)), interpolation=cv2.INTER_AREA)
        pool = cv2.GaussianBlur(small, (0, 0), max(0.6, 1.9 * ground.line))
        pool = cv2.resize(pool, (w, h), interpolation=cv2.INTER_LINEAR)
        wash = cv2.add(ground.noise8(69, 60, 260, 228, 7), ground.noise8(70, 1.2, 5, 14, 4))
        return bgra(cv2.subtract(wash, cv2.convertScaleAbs(pool, alpha=0.7 * self.ink.pool)))

    def _outlines(self, pixels: Pixels, take: int, ground: Ground) -> Plane8:
        """Brush lines round a player's parts, thick and thin, drawn anew for each of three takes."""
        wide = 1.2 * self.ink.line * ground.line
        swell = ground.noise8(65 + take, 30, 160, 26, 20)
        lines = pigment.stretched(cv2.subtract(pigment.edges(pixels, wide), swell), 4.6)
        return bgra(cv2.GaussianBlur(lines, (0, 0), max(0.4, 0.3 * wide)))
