"""A desert, dressed on the mountain set's depths: dune behind dune with a lit and a shaded flank, palms where there is water."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from engine.backends.animatic.palette import Colour, Palette, darker, lighter, mix
from engine.backends.animatic.paper import Knife, between, blob, cells, chance, land, living, outline, ridge
from engine.backends.animatic.sets import parts
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

_ARID = re.compile(r"\b(?:desert|dunes?|oasis|sahara|gobi|caravan|savannah?)\b|沙漠|戈壁|绿洲|沙丘|大漠")
_WATER = re.compile(r"\b(?:oasis|well|palms?)\b|绿洲")


def is_arid(order: SetOrder) -> bool:
    """Whether the words speak of sand."""
    return order.kind == "desert" or bool(_ARID.search(order.words.lower()))


def sandy(palette: Palette) -> Palette:
    """The palette with sand for meadows and warm dust for distance."""
    sand: Colour = (0.87, 0.70, 0.45)
    light = (palette.light[0], palette.light[1], palette.light[2])
    lit = mix(sand, light, 0.12) if not palette.is_dark else mix(sand, palette.sky_top, 0.66)
    return replace(
        palette,
        ground=mix(palette.ground, lit, 0.25 if palette.snowy else 0.82),
        near=mix(palette.near, darker(lit, 0.18), 0.72),
        far=mix(palette.far, mix(lit, palette.sky_low, 0.45), 0.75),
    )


def sheets(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Dunes to the horizon."""
    p = sandy(palette)
    share = 0.95 if _WATER.search(order.words.lower()) else 0.35
    return (
        parts.sky(order, palette, clouds=0.12),
        *(
            Sheet(f"dune {z:g}", z, lambda k, a, b, z=z, h=h: _dunes(k, a, b, z, h, order, p), top=h + 3, bottom=-6)
            for z, h in ((160.0, 15.0), (90.0, 9.0), (48.0, 5.0), (25.0, 2.6))
        ),
        Sheet("palms", 9.0, lambda k, a, b: palms(k, a, b, share, order, p), top=8, bottom=-0.5, gap=1.2),
        *parts.ground(p, lambda z: _sand(z, p), lambda k, a, b, z, row: _ripples(k, a, b, z, row, order, p), bump=0.10),
    )


def _sand(z: float, palette: Palette) -> Colour:
    return darker(palette.ground, 0.010 * max(0.0, 8 - z))


def _dunes(knife: Knife, x0: float, x1: float, z: float, high: float, order: SetOrder, palette: Palette) -> None:
    """A row of dunes, each with a lit back and a slip face in shade that a wandering crest divides."""
    tone = palette.at(mix(palette.ground, palette.far, min(1.0, z / 170)), z * 0.35)
    shade = darker(mix(tone, palette.sky_top, 0.12), 0.12)
    knife.cut(land(x0, x1, high / 4, lambda x: high * (0.16 + 0.10 * ridge(x, high * 6, order.seed)), -60), tone, 1.0)
    for i in cells(x0, x1, high * 4.2, high * 7):
        seed = order.seed * 3 + int(z) + i * 7
        x, top = (i + between(-0.3, 0.3, seed, 1)) * high * 4.2, high * between(0.5, 1.05, seed, 2)
        back, face = top * between(3.2, 4.6, seed, 3), top * between(1.7, 2.6, seed, 4)
        left = [(x - back, -2.0), (x - back * 0.55, top * 0.22), (x - back * 0.2, top * 0.72)]
        right = [(x + face * 0.3, top * 0.60), (x + face * 0.65, top * 0.2), (x + face, -2.0)]
        knife.cut(outline([*left, (x, top), *right]), tone, 0.9)
        crest = [
            (x - 0.30 * top, top * 0.74),
            (x - 0.05 * top, top * 0.5),
            (x - 0.42 * top, top * 0.2),
            (x - 0.2 * top, -2.0),
        ]
        knife.dab(outline([(x, top), *right, *reversed(crest)]), shade, 0.9)


def _ripples(knife: Knife, x0: float, x1: float, z: float, row: int, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(_sand(z, palette), z)
    pitch = 1.1 * max(1, math.ceil((x1 - x0) / 60))
    for i in cells(x0, x1, pitch):
        x, w = (i + chance(order.seed, row, i, 1)) * pitch, between(0.2, 0.5, order.seed, row, i, 2) * pitch
        shade = darker(tone, 0.07) if chance(order.seed, row, i, 3) < 0.6 else lighter(tone, 0.12)
        knife.dab(blob(x, -between(0.08, 0.4, order.seed, row, i, 4), w, 0.016, i, 0.1, 8), shade, 0.8)
        if chance(order.seed, row, i, 5) < 0.05:
            knife.cut(blob(x, -0.05, 0.09, 0.05, i, 0.15, 8), darker(tone, 0.25), 0.4)


@living("sway")
def palms(knife: Knife, x0: float, x1: float, share: float, order: SetOrder, palette: Palette) -> None:
    """Leaning palms to both sides of the stage; `share` of the places for one have one."""
    bark = palette.at(darker(palette.near, 0.38), 8)
    leaf = palette.at(
        mix((0.30, 0.46, 0.30), palette.near, 0.25) if not palette.is_dark else darker(palette.near, 0.45), 8
    )
    side = -1 if chance(order.seed, 15) < 0.5 else 1
    for i in cells(x0, x1, 9, 5):
        seed = order.seed * 7 + i
        if chance(seed, 1) > share:
            continue
        x, tall = i * 9 + side * between(5.4, 7.0, seed, 2), between(4.2, 5.8, seed, 3)
        lean = between(-0.9, 0.9, seed, 4)
        spine = [(x + lean * t * t, tall * t) for t in (0.0, 0.33, 0.66, 1.0)]
        left = [(px - 0.17 + 0.06 * k / 3, py - 0.3 * (k == 0)) for k, (px, py) in enumerate(spine)]
        right = [(px + 0.17 - 0.06 * k / 3, py - 0.3 * (k == 0)) for k, (px, py) in enumerate(spine)]
        knife.cut(outline(left + right[::-1]), bark, 0.8)
        for k in range(9):
            _frond(
                knife,
                spine[-1],
                math.pi * (0.02 + 0.12 * k),
                between(1.5, 2.1, seed, k, 5),
                mix(leaf, lighter(leaf, 0.2), 0.11 * k),
            )


def _frond(knife: Knife, at: tuple[float, float], angle: float, long: float, tone: Colour) -> None:
    """A leaf that rises and then hangs."""
    over = [(t, 0.42 * math.sin(t * math.pi * 0.8) - 0.75 * t * t) for t in (0.0, 0.25, 0.5, 0.75, 1.0)]
    way, up = math.cos(angle), math.sin(angle)
    top = [(at[0] + way * t * long, at[1] + (h + 0.55 * up * t) * long) for t, h in over]
    low = [(px - way * 0.03, py - 0.16 * long * math.sin(math.pi * k / 4) - 0.02) for k, (px, py) in enumerate(top)]
    knife.cut(outline([*top, *reversed(low)]), tone, 0.5)
