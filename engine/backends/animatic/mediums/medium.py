"""What a set and a company are drawn with: the one place where paper, ink, graphite and dyed hide differ.

A medium works on planes (a sheet of the set, a player's drawing) and never on the finished picture, so depth, masks and
clean plates stay exact in every style.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import skia

from engine.backends.animatic.light import Grade
from engine.backends.animatic.mediums.pigment import Pixels
from engine.backends.animatic.palette import Palette


@dataclass(frozen=True, slots=True)
class Plane:
    """A sheet of the set as it lies on its scratch: (x, y) is where the world's origin is, in pixels; `line` pixels are a
    line of the picture; `z` its depth in metres. A `veil` is translucent tissue."""

    x: float
    y: float
    line: float
    z: float
    veil: bool
    palette: Palette
    is_ground: bool = False


@dataclass(frozen=True, slots=True)
class Cel:
    """A player's drawing: its feet at (x, y) pixels, `line` pixels to a line of the picture, `scale` pixels to a metre;
    `hold` counts drawings; a `soft` one is out of focus; `grade` is the light on it."""

    x: float
    y: float
    line: float
    scale: float
    hold: int
    soft: bool
    seed: int
    grade: Grade


class Marks(Protocol):
    """How one medium finishes what was painted. Both are pure functions of what they are given."""

    cuts: bool
    """Sheets are cut paper: lit edges and shadows within a sheet, and a shadow on the sheet behind."""

    blurs: bool
    """What is out of focus is soft."""

    lights: bool
    """`figure` puts a player in its light; else that is done before."""

    def contact(self, grade: Grade) -> skia.Image | None:
        """The dark under a pair of feet, four times as wide as high; None where there is none."""
        ...

    def sheet(self, pixels: Pixels, plane: Plane) -> None:
        """Finish a sheet of the set, premultiplied BGRA (H, W, 4), in place."""
        ...

    def figure(self, pixels: Pixels, cel: Cel) -> Pixels:
        """Finish a player's drawing, premultiplied BGRA (H, W, 4), with the same alpha; may be the same memory."""
        ...
