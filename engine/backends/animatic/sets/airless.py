"""The moon and the planets, dressed on the night sky's depths: crater rims, dust and a great Earth in a black sky.

Where there is no air the sky is black at noon and nothing fades with distance, so the time of day changes nothing here.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace

from engine.backends.animatic.palette import Colour, Palette, darker, lighter, mix
from engine.backends.animatic.paper import Knife, between, blob, cells, chance
from engine.backends.animatic.sets import overhead, parts
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

_AIRLESS = re.compile(
    r"\b(?:moon|lunar|mars|martian|mercury|asteroid|planet|space|orbit|crater)\b|月球|月面|火星|水星|小行星|星球|太空|宇宙|环形山",
    re.I,
)
_RED = re.compile(r"\b(?:mars|martian|red planet)\b|火星", re.I)
_SEA: Colour = (0.24, 0.47, 0.70)
_LAND: Colour = (0.45, 0.60, 0.38)
_CLOUD: Colour = (0.94, 0.95, 0.93)
_FADE = 2000.0  # metres of air: none


def is_airless(words: str) -> bool:
    """Whether the words speak of a place under a black sky."""
    return bool(_AIRLESS.search(words))


def sheets(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Grey (or rusty) ranges to a near horizon, and the Earth above them."""
    p = _dusty(order, palette)
    side = -1 if chance(order.seed, 4) < 0.5 else 1
    ranges = ((150.0, 9.0, 11.0, 90), (80.0, 4.0, 5.0, 60), (36.0, 1.2, 2.2, 36), (17.0, 0.2, 0.6, 15))
    return (
        parts.sky(order, p, clouds=0.0, moon=False),
        Sheet("earth", 280.0, lambda k, a, b: _earth(k, side, order), gap=0),
        *(
            parts.hills(p, f"rim {z:g}", z, mix(p.near, p.ground, 60 / (60 + z)), base, rise, wave, order.seed + wave)
            for z, base, rise, wave in ranges
        ),
        *parts.ground(p, lambda z: _dust(z, p), lambda k, a, b, z, row: _craters(k, a, b, z, row, order, p), bump=0.06),
    )


def plan(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Dust and stones from above."""
    ground = _dust(1, _dusty(order, palette))
    return (overhead.floor("dust", ground, overhead.stone(darker(ground, 0.12)), 0.5, 0.5, order.seed),)


def wing(knife: Knife, side: int, seed: int, order: SetOrder, palette: Palette) -> None:
    """A boulder at the frame's edge."""
    ink = darker(_dusty(order, palette).near, 0.5)
    knife.dab(blob(-0.06, 0.02, between(0.16, 0.26, seed, 1), 0.22, seed, 0.14, 11), ink)
    knife.dab(blob(0.16, -0.04, 0.12, between(0.07, 0.12, seed, 2), seed + 1, 0.14, 9), ink)


def _dusty(order: SetOrder, palette: Palette) -> Palette:
    dust: Colour = (0.66, 0.40, 0.28) if _RED.search(order.words) else (0.56, 0.56, 0.59)
    return replace(
        palette,
        sky_top=(0.03, 0.04, 0.09),
        sky_low=(0.09, 0.11, 0.20),
        far=darker(dust, 0.30),
        near=darker(dust, 0.38),
        ground=dust,
        air=_FADE,
        is_dark=True,
    )


def _dust(z: float, palette: Palette) -> Colour:
    return darker(palette.ground, min(0.3, 0.006 * max(0.0, z)))


def _earth(knife: Knife, side: int, order: SetOrder) -> None:
    x, y, r = -side * between(30, 44, order.seed, 8), between(60, 68, order.seed, 9), 17.0
    knife.dab(blob(x, y, r * 1.25, r * 1.25, 1, 0.01, 31), _SEA, 0.16)
    knife.cut(blob(x, y, r, r, 2, 0.008, 37), _SEA, 0.9)
    for dx, dy, w, h in ((-0.34, 0.30, 0.36, 0.28), (0.22, -0.10, 0.30, 0.42), (-0.30, -0.44, 0.22, 0.24)):
        knife.dab(blob(x + dx * r, y + dy * r, w * r, h * r, int(100 + 100 * dx), 0.24, 13), _LAND)
    for dx, dy, w in ((0.18, 0.52, 0.44), (-0.24, 0.02, 0.46), (0.30, -0.58, 0.34)):
        knife.dab(blob(x + dx * r, y + dy * r, w * r, 0.07 * r, int(300 + 100 * dx), 0.2, 11), _CLOUD, 0.85)


def dust(z: float, order: SetOrder, palette: Palette) -> Colour:
    """The ground's colour at a depth: grey on the moon, rust on Mars."""
    return _dust(z, _dusty(order, palette))


def _craters(knife: Knife, x0: float, x1: float, z: float, row: int, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(_dust(z, palette), z)
    pitch = 2.2 * max(1, math.ceil((x1 - x0) / 60))
    for i in cells(x0, x1, pitch, 2):
        x, big = (i + chance(order.seed, row, i, 1)) * pitch, chance(order.seed, row, i, 2)
        if big > 0.45:
            w, y = pitch * (0.16 + 0.22 * big), -between(0.16, 0.34, order.seed, row, i, 3)
            knife.dab(blob(x, y + 0.03, w * 1.12, 0.13, i, 0.05, 13), lighter(tone, 0.14), 0.9)
            knife.dab(blob(x, y, w, 0.10, i + 1, 0.05, 13), darker(tone, 0.22), 0.9)
        else:
            knife.cut(blob(x, -0.10, 0.05 + 0.12 * big, 0.04 + 0.07 * big, i, 0.16, 9), darker(tone, 0.14), 0.4)
