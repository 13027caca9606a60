"""Ink wash: washes that are dark along their upper edge and dissolve below, ink that gathers where a wash ends, a brush
that runs dry, paper left blank for mist and snow.

The foot of every plane is paper again: it hides what lies behind as mist does, so depth reads without a single shadow.
"""

from __future__ import annotations

import cv2
import numpy as np
import skia

from engine.backends.animatic import light
from engine.backends.animatic.light import Grade
from engine.backends.animatic.mediums import pigment
from engine.backends.animatic.mediums.medium import Cel, Plane
from engine.backends.animatic.mediums.pigment import Pixels, Plane8
from engine.backends.animatic.mediums.toning import table_of
from engine.backends.animatic.palette import from_hex, mix
from engine.film.style import InkWash, StyleSheet


class Brush:
    """The marks of an InkWash on planes and players."""

    cuts = False
    blurs = True

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
        part = np.ascontiguousarray(pixels[top:low, left:right])
        x, y = plane.x - left, plane.y - top
        part = pigment.shaken(part, x, y, 0.7 * self.ink.bleed * plane.line, 26 * plane.line, 51)
        alpha = np.ascontiguousarray(part[:, :, 3])
        colours = pigment.recolour(pigment.unmixed(part), self.sets) if self.sets is not None else pigment.unmixed(part)
        if not plane.veil:
            colours = self._washed(colours, part, alpha, plane, (x, y))
        pixels[top:low, left:right] = pigment.mixed(colours, alpha)

    def _washed(
        self, colours: Pixels, painted: Pixels, alpha: Plane8, plane: Plane, pin: tuple[float, float]
    ) -> Pixels:
        """Ink is what is missing from the paper: thinned toward the foot, gathered at edges, broken by the dry brush."""
        size = alpha.shape[0], alpha.shape[1]
        reach = plane.line * 150
        fall = pigment.below_edge(alpha, reach)
        depth = min(1.0, max(0.0, plane.z) / 30)
        ridge = 1 + 0.5 * self.ink.pool * (0.4 + 0.6 * depth)
        thin = ridge - (ridge - 1 + self.ink.mist * (0.35 + 0.65 * depth)) * fall
        grain = pigment.tiled(pigment.noise(61, 1.0, 6), size, *pin) * 0.035
        cloud = pigment.tiled(pigment.noise(62, 110, 500), size, *pin) * 0.10
        thin = thin * (1 + grain + cloud)
        paper = np.array([round(c * 255) for c in self.paper[::-1]], np.float32)
        missing = (paper - colours[:, :, :3]) * thin[:, :, None]
        lines = self._strokes(painted, plane.line, plane.z, pin)
        missing += (paper - 30 - missing) * lines[:, :, None]
        colours[:, :, :3] = np.clip(paper - missing, 0, 255)
        return colours

    def _strokes(self, painted: Pixels, line: float, z: float, pin: tuple[float, float]) -> np.ndarray:
        """Where the brush drew a line: along edges, thick and thin, dry here and there. float32 (H, W), 0..1."""
        size = painted.shape[0], painted.shape[1]
        wide = max(2, round(1.3 * self.ink.line * line))
        edge = pigment.edges(painted, wide).astype(np.float32) / 255
        swell = pigment.tiled(pigment.noise(63, 40, 200), size, *pin)
        dry = pigment.tiled(pigment.streaks(64), size, *pin).astype(np.float32) / 255
        mark = np.clip(edge * 2.6 - 0.22 + 0.16 * swell, 0, 1) * np.clip(1.25 - self.ink.dry * dry * 1.3, 0, 1)
        return (cv2.GaussianBlur(mark, (0, 0), 0.45 * wide) * self.ink.pool * 0.9 * np.exp(-max(0.0, z) / 40)).astype(
            np.float32
        )

    def figure(self, pixels: Pixels, cel: Cel) -> Pixels:
        """A player: brush lines around thin washes."""
        alpha = np.ascontiguousarray(pixels[:, :, 3])
        colours = pigment.recolour(pixels, self.figures) if self.figures is not None else pixels
        if not cel.soft:
            lines = self._figure_lines(pixels, cel)
            wash = pigment.tiled(pigment.noise8(69, 60, 300, 236, 14), lines.shape[:2], cel.x, cel.y)
            kept = cv2.multiply(cv2.bitwise_not(lines), wash, scale=1 / 255)
            cv2.multiply(colours, cv2.merge([kept] * 4), dst=colours, scale=1 / 255)
        return pigment.mixed(colours, alpha)

    def _figure_lines(self, pixels: Pixels, cel: Cel) -> Plane8:
        wide = max(2, round(1.2 * self.ink.line * cel.line))
        edge = pigment.edges(pixels, wide)
        swell = pigment.tiled(pigment.noise8(65 + cel.hold % 3, 30, 160, 34, 26), edge.shape[:2], cel.x, cel.y)
        lines = pigment.stretched(cv2.subtract(edge, swell), 3.4)
        return pigment.bgra(cv2.GaussianBlur(lines, (0, 0), 0.3 * wide))
