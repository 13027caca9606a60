"""Shadow play: hide scraped thin and dyed, cut through in patterns, pressed against a lit cloth.

Light comes from behind, so colour is what the hide lets through: it multiplies the cloth's light, seams stay dark, and
what is pierced shows the lamp.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Any

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
from engine.film.style import Hide, StyleSheet

Cut = tuple[float, float, float, float, float]
"""One hole: its middle (x, y) and half axes in half cells of the pattern, and its turn in degrees."""

_CORNERS = ((-1, -1), (1, -1), (-1, 1), (1, 1))

MOTIFS: dict[str, tuple[Cut, ...]] = {
    "coins": (
        *((x * 0.42, y * 0.42, 0.30 if x else 0.13, 0.13 if x else 0.30, 0) for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1))),
        *((x, y, 0.22, 0.22, 0) for x, y in _CORNERS),
    ),
    "plum": (
        *((0.46 * pigment.turn(72 * k - 90)[0], 0.46 * pigment.turn(72 * k - 90)[1], 0.2, 0.2, 0) for k in range(5)),
        (0, 0, 0.13, 0.13, 0),
    ),
    "rice": tuple((x, y, 0.38, 0.12, -45) for x, y in ((0, 0), *_CORNERS)),
    "scales": tuple((x, y, 0.72, 0.72, 0) for x, y in ((0, -0.8), (-1, 0.2), (1, 0.2), (0, 1.2), (-1, -1.8), (1, -1.8))),
}  # fmt: skip
"""What is punched into wide pieces. Scales are the lower rims of their circles."""

Dyed = tuple[str, Plane8]
"""A motif, and where (255) it goes."""

_FAR = 90.0
"""Metres beyond which nothing is pierced: the sky is the cloth itself."""

_LATTICE = 30
"""From motif to motif on a set piece, in lines of the picture."""

_FINE = 4
_NARROW = 7
"""Pixels of a pattern's cell below which holes would only be noise."""


@functools.lru_cache(maxsize=24)
def piercing(motif: str, pitch: int) -> Plane8:
    """A pattern of punched holes: uint8 (n, n), 255 in a hole, seamless; `pitch` pixels from motif to motif."""
    half = pitch * _FINE / 2
    cell = np.zeros((pitch * _FINE, pitch * _FINE), np.uint8)
    thick = max(1, round(0.24 * half)) if motif == "scales" else -1
    ends = (20, 160) if motif == "scales" else (0, 360)
    for x, y, rx, ry, turn in MOTIFS[motif]:
        middle = (round(half * (1 + x)), round(half * (1 + y)))
        cv2.ellipse(cell, middle, (round(rx * half), round(ry * half)), turn, *ends, 255, thick, cv2.LINE_AA)
    small = cv2.resize(cell, (pitch, pitch), interpolation=cv2.INTER_AREA)
    return bgra(np.tile(small, (max(1, 512 // pitch),) * 2))


class Hides:
    """The cuts of a Hide on planes and players."""

    cuts = False
    blurs = True
    lights = False

    def __init__(self, style: StyleSheet, hide: Hide) -> None:
        self.hide = hide
        self.sets = table_of(style.sets)
        self.figures = table_of(style.figures)
        self._seam = [round(c * 255) for c in from_hex(hide.seam)[::-1]]
        self._lit = (*(round(c * 255) for c in from_hex(hide.screen)[::-1]), 255)

    def contact(self, grade: Grade) -> skia.Image | None:
        """None: the light comes from behind."""
        return None

    def sheet(self, pixels: Pixels, plane: Plane) -> None:
        """A set piece: further from the cloth means softer and paler."""
        box = pigment.crop(pixels, round(3 * plane.line))
        if box is None:
            return
        top, low, left, right = box
        part = np.ascontiguousarray(pixels[top:low, left:right])
        alpha = np.ascontiguousarray(part[:, :, 3])
        straight = pigment.unmixed(part)
        colours = straight if self.sets is None else pigment.recolour(straight, self.sets)
        if not plane.veil:
            ground = Ground((low - top, right - left), plane.x - left, plane.y - top, plane.line)
            near = float(np.exp(-max(0.0, plane.z) / 26))
            _mottle(colours, ground)
            if not plane.is_ground and plane.z < _FAR:
                pitch = round(_LATTICE * plane.line)
                self._pierce(colours, part, ground, pitch, _woods_of(colours), self.hide.lattice * near)
            self._seams(colours, part, plane.line, 0.75 * near)
        pixels[top:low, left:right] = pigment.mixed(colours, alpha)

    def figure(self, pixels: Pixels, cel: Cel) -> Pixels:
        """A player: dyed, pierced, seamed."""
        alpha = np.ascontiguousarray(pixels[:, :, 3])
        colours = pixels.copy() if self.figures is None else pigment.recolour(pixels, self.figures)
        if not cel.soft:
            ground = Ground((pixels.shape[0], pixels.shape[1]), cel.x, cel.y, cel.line)
            self._pierce(colours, pixels, ground, round(0.062 * cel.scale), _dyes_of(pixels), self.hide.pierce)
            self._seams(colours, pixels, cel.line, 1.0)
        return pigment.mixed(colours, alpha)

    def _seams(self, colours: Pixels, painted: Pixels, line: float, strength: float) -> None:
        """The dark bridges along every cut."""
        wide = 1.5 * self.hide.line * line
        edge = pigment.edges(painted, wide)
        dark = pigment.stretched(edge, 3.0 * strength, 20)
        keep = cv2.bitwise_not(dark)
        for c in range(3):
            seam = cv2.convertScaleAbs(dark, alpha=self._seam[c] / 255)
            colours[:, :, c] = cv2.add(cv2.multiply(np.ascontiguousarray(colours[:, :, c]), keep, scale=1 / 255), seam)

    def _pierce(
        self, colours: Pixels, painted: Pixels, ground: Ground, pitch: int, dyes: Iterable[Dyed], strength: float
    ) -> None:
        """Patterns in the middle of wide pieces, a different one for each dye; in place."""
        if strength == 0 or pitch < _NARROW:
            return
        rim = cv2.max(pigment.edges(painted, 3), cv2.bitwise_not(cv2.extractChannel(painted, 3)))
        inner = cv2.erode(cv2.bitwise_not(_above(rim, 20)), np.ones((pitch // 2 | 1, pitch // 2 | 1), np.uint8))
        holes = np.zeros(inner.shape, np.uint8)
        for motif, dyed in dyes:
            cv2.copyTo(ground.lay(piercing(motif, pitch)), cv2.bitwise_and(inner, dyed), holes)
        lit = cv2.merge([cv2.convertScaleAbs(holes, alpha=strength)] * 4)
        cv2.multiply(colours, cv2.bitwise_not(lit), dst=colours, scale=1 / 255)
        cv2.add(colours, cv2.multiply(lit, np.array(self._lit, np.float64), scale=1 / 255), dst=colours)


def _mottle(colours: Pixels, ground: Ground) -> None:
    """Hide is never even; in place."""
    cv2.multiply(colours, cv2.merge([ground.noise8(91, 220, 500, 243, 8)] * 4), dst=colours, scale=1 / 255)


def _above(plane: NDArray[Any], level: float) -> Plane8:
    return bgra(cv2.threshold(plane, level, 255, cv2.THRESH_BINARY)[1])


def _woods_of(colours: Pixels) -> tuple[Dyed, ...]:
    """Which pattern goes where on a set: coins on what is half dark, scales on what is darker."""
    value = pigment.luma_of(colours)
    dim, dark = cv2.bitwise_not(_above(value, 165)), cv2.bitwise_not(_above(value, 84))
    return ("coins", bgra(cv2.subtract(dim, dark))), ("scales", bgra(dark))


def _dyes_of(painted: Pixels) -> tuple[Dyed, ...]:
    """Which pattern goes where: blossoms on red, scales on blue and green, rice on what is dark."""
    b, g, r, _ = cv2.split(painted)
    cool = _above(cv2.subtract(cv2.max(g, b), r), 6)
    dark = cv2.bitwise_not(cv2.bitwise_or(_above(cv2.max(cv2.max(b, g), r), 112), cool))
    return ("plum", _above(cv2.subtract(r, cv2.max(g, b)), 60)), ("scales", cool), ("rice", bgra(dark))
