"""How each garment is cut, as figures: how far it hangs, how it flares, how loose it sits, which sleeve it has.

One row is one cut, so that a new costume is a row here and a front in `fronts`, and every view, walk and seat comes by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.backends.animatic.puppets.costume import Garment

Sleeve = Literal["close", "loose", "wide", "hanging", "bare", "short", "puffed", "plate", "ringed", "straight"]
Legs = Literal["bare", "cloth", "same", "plate", "ringed", "wrapped"]
"""What the legs wear under it: nothing, trousers of their own colour, the garment's cloth."""


@dataclass(frozen=True, slots=True)
class Cut:
    """`hem`: how far down the leg it hangs (1: the ground); `flare`: how wide its hem is; `loose`: ease over the body; `low`: how far
    the trunk's sheet itself reaches below the hips; `sash`: width of a belt or sash (heights), 0 for none; `trim`: whether collar,
    cuffs and hem have a border of the accent colour; `slit`: whether the skirt is open at the sides."""

    hem: float = 0.0
    flare: float = 1.1
    loose: float = 1.0
    low: float = 0.05
    sleeve: Sleeve = "close"
    legs: Legs = "cloth"
    sash: float = 0.0
    trim: bool = False
    slit: bool = False


CUTS: dict[Garment, Cut] = {
    "shirt": Cut(low=0.07),
    "sweater": Cut(loose=1.10, low=0.16, sleeve="loose"),
    "jacket": Cut(0.06, 1.04, 1.09, 0.14, "loose"),
    "suit": Cut(0.14, 1.05, 1.05),
    "uniform": Cut(0.12, 1.05, 1.05),
    "coat": Cut(0.66, 1.22, 1.10, sleeve="loose", sash=0.024),
    "raincoat": Cut(0.58, 1.58, 1.16, sleeve="loose"),
    "dress": Cut(0.70, 1.62, sleeve="bare", legs="bare", sash=0.020, trim=True),
    "robe": Cut(0.985, 1.42, 1.08, sleeve="wide", sash=0.050, trim=True),
    "tunic": Cut(0.34, 1.22, sash=0.024),
    "qipao": Cut(0.90, 0.98, 0.98, sleeve="short", legs="bare", trim=True, slit=True),
    "kimono": Cut(0.965, 1.10, 1.06, sleeve="hanging", legs="bare", sash=0.105, trim=True),
    "hakama": Cut(0.95, 1.45, 1.10, sleeve="hanging", sash=0.045),
    "ruqun": Cut(0.99, 1.72, 1.02, sleeve="wide", legs="bare", trim=True),
    "beizi": Cut(0.80, 1.16, 1.05, sleeve="straight", legs="bare", trim=True, slit=True),
    "aoqun": Cut(0.22, 1.42, 1.14, 0.12, "straight", "bare"),
    "qizhuang": Cut(0.97, 1.18, 1.12, sleeve="straight", legs="bare", trim=True),
    "changshan": Cut(0.90, 1.10, 1.07, sleeve="straight", slit=True),
    "round robe": Cut(0.96, 1.26, 1.12, sleeve="straight", sash=0.030),
    "gi": Cut(0.26, 1.16, 1.06, sleeve="loose", legs="wrapped", sash=0.034, trim=True),
    "monk": Cut(0.93, 1.28, 1.10, sleeve="straight"),
    "habit": Cut(0.985, 1.34, 1.14, sleeve="straight", sash=0.018),
    "gown": Cut(0.99, 2.05, 0.98, sleeve="puffed", legs="bare", sash=0.022, trim=True),
    "plate": Cut(0.20, 1.30, 1.10, sleeve="plate", legs="plate", sash=0.022),
    "lamellar": Cut(0.62, 1.34, 1.12, sleeve="loose", sash=0.040),
    "spacesuit": Cut(0.0, 1.0, 1.34, 0.16, "ringed", "ringed"),
    "diving suit": Cut(0.0, 1.0, 1.0, 0.08, "close", "same"),
    "overalls": Cut(0.0, 1.0, 1.02, 0.08, "close", "same"),
    "tracksuit": Cut(0.0, 1.0, 1.09, 0.13, "loose"),
    "jersey": Cut(0.0, 1.0, 1.07, 0.10, "short"),
    "chef": Cut(0.10, 1.06, 1.08, 0.10),
    "lab coat": Cut(0.60, 1.20, 1.10),
    "scrubs": Cut(0.06, 1.06, 1.08, 0.12, "short"),
    "sailor": Cut(0.0, 1.0, 1.08, 0.10, "loose"),
    "turnout": Cut(0.24, 1.16, 1.20, 0.12, "loose"),
    "school": Cut(0.08, 1.05, 1.06, 0.08),
    "rags": Cut(0.34, 1.16, 1.08, sleeve="loose"),
    "tutu": Cut(0.20, 2.9, 0.96, sleeve="bare", legs="bare"),
    "mao": Cut(0.12, 1.05, 1.07, 0.10),
    "waistcoat": Cut(0.04, 1.02, 1.02, 0.10),
    "vest": Cut(0.05, 1.05, 1.08, 0.12),
}

OPENS = frozenset(
    {"coat", "raincoat", "jacket", "suit", "uniform", "lab coat", "chef", "turnout", "school", "mao", "beizi"}
)
"""Garments with a front edge that runs on down their skirt."""
WOUND = frozenset({"robe", "kimono", "hakama", "gi"})
"""Garments whose collar is crossed."""


def cut_of(garment: Garment) -> Cut:
    """How it is cut."""
    return CUTS[garment]
