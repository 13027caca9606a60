"""A farm's fields: the crop in rows up to a barn, a scarecrow in it, patchwork hills behind.

The words choose the crop (稻 stands in water, corn over one's head); a Chinese farm has white walls under tiled roofs.
"""

from __future__ import annotations

import math
import re

from engine.backends.animatic.palette import Colour, Palette, darker, lighter, local, mix
from engine.backends.animatic.paper import (
    Knife,
    between,
    blob,
    cells,
    chance,
    choose,
    curve,
    land,
    living,
    outline,
    ridge,
)
from engine.backends.animatic.sets import eastern, overhead, parts, pieces
from engine.backends.animatic.sets.pieces import box
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

_PADDY = re.compile(r"\b(?:rice|padd(?:y|ies)|terraces?)\b|稻|水田|梯田", re.I)
_CORN = re.compile(r"\b(?:corn\w*|maize|sunflowers?)\b|玉米|向日葵", re.I)
_GREENS = re.compile(r"\b(?:vineyard|cabbage|vegetables?|tea)\b|菜|茶园|瓜", re.I)
_WHEAT: Colour = (0.87, 0.70, 0.36)
GRASS: Colour = (0.56, 0.66, 0.33)
_SOIL: Colour = (0.55, 0.42, 0.31)


def _crop(order: SetOrder) -> str:
    for kind, words in (("rice", _PADDY), ("corn", _CORN), ("greens", _GREENS)):
        if words.search(order.words):
            return kind
    return (
        "wheat"
        if re.search(r"\bwheat|barley|rye\b|麦", order.words, re.I)
        else choose(("wheat", "greens", "corn"), order.seed, 51)
    )


_CROPS: dict[str, Colour] = {
    "wheat": _WHEAT,
    "rice": (0.52, 0.68, 0.34),
    "corn": (0.46, 0.58, 0.28),
    "greens": (0.42, 0.60, 0.32),
}


def farm(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """A track by a fence, the crop in rows up to a barn, patchwork hills."""
    crop = _crop(order)
    green = local(_CROPS[crop], palette)
    return (
        parts.sky(order, palette, clouds=0.6),
        parts.hills(palette, "hills 3", 170.0, palette.far, 7.0, 10.0, 100, order.seed + 2, snow=0.5 * palette.snowy),
        Sheet("patchwork", 92.0, lambda k, a, b: _patchwork(k, a, b, order, palette), top=14, bottom=-3),
        Sheet("trees", 52.0, lambda k, a, b: pieces.tree_row(k, a, b, 6.5, 52, order.seed, palette, pieces.LEAF, 4, 7.5, share=0.6), top=11, bottom=-1),
        Sheet("barn", 30.0, lambda k, a, b: _barns(k, a, b, order, palette), top=11, bottom=-1, gap=1.0, built=True),
        *(Sheet(f"crop {z:g}", z, lambda k, a, b, z=z: _rows(k, a, b, z, crop, palette.at(green, z), order, palette), top=2.4, bottom=-0.5, gap=0.5) for z in (22.0, 15.5, 11.0, 8.0, 5.8, 4.3)),
        Sheet("scarecrow", 5.0, lambda k, a, b: _scarecrows(k, a, b, order, palette), top=3.2, bottom=-0.5, gap=0.9),
        Sheet("fence", 2.6, lambda k, a, b: _field_edge(k, a, b, order, palette), top=1.4, bottom=-0.4, gap=0.8),
        *parts.ground(palette, lambda z: _earth(z, palette), lambda k, a, b, z, row: _furrows(k, a, b, z, row, order, palette), bump=0.07),
    )  # fmt: skip


def _earth(z: float, palette: Palette) -> Colour:
    soil = (
        mix(local(_SOIL, palette), palette.ground, 0.4)
        if z > 3
        else mix(local((0.70, 0.58, 0.42), palette), palette.ground, 0.4)
    )
    return palette.ground if palette.snowy else darker(soil, 0.01 * max(0.0, 4 - z))


def _patchwork(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    knife.cut(
        land(x0, x1, 3, lambda x: 6 + 4 * ridge(x, 70, order.seed + 4), -6),
        palette.at(mix(palette.far, local(GRASS, palette), 0.6), 40),
        1.0,
    )
    for i in cells(x0, x1, 9, 10):
        seed = order.seed + i * 3
        x, top = i * 9, 5.2 + 4 * ridge(i * 9.0, 70, order.seed + 4)
        tone = palette.at(
            palette.snow
            if palette.snowy
            else local(choose((_WHEAT, GRASS, (0.70, 0.62, 0.40), (0.42, 0.56, 0.32)), seed, 1), palette),
            44,
        )
        knife.dab(
            outline([(x, top), (x + 8, top + between(-1, 1, seed, 2)), (x + 9.5, top - 3.5), (x - 1, top - 4.2)]),
            tone,
            0.85,
        )


def _barns(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    side = 1 if chance(order.seed, 52) < 0.5 else -1
    for i in cells(x0, x1, 48, 10):
        x = i * 48 + side * between(6, 10, order.seed, 53)
        if eastern.is_eastern(order):
            wall = palette.at(local((0.88, 0.84, 0.76), palette), 18)
            for dx, s in ((0.0, 1.0), (5.4, 0.8)):
                knife.rect(x + dx - 2.6 * s, -0.4, 5.2 * s, 2.9 * s, wall, 0.9)
                knife.rect(
                    x + dx - 0.5 * s,
                    -0.3,
                    1.0 * s,
                    1.8 * s,
                    palette.light if pieces.lamps_lit(palette, order.time_of_day) else darker(wall, 0.45),
                    0.4,
                )
                eastern.roof(
                    knife,
                    x + dx,
                    2.4 * s,
                    3.4 * s,
                    1.7 * s,
                    palette.at(darker(local((0.40, 0.43, 0.46), palette), 0.2), 18),
                    palette,
                )
            continue
        _barn(knife, x, order, palette)


def _barn(knife: Knife, x: float, order: SetOrder, palette: Palette) -> None:
    red = palette.at(local((0.70, 0.28, 0.22), palette), 16)
    trim = palette.at(local((0.93, 0.88, 0.78), palette), 14)
    roof = palette.snow if palette.snowy else darker(red, 0.35)
    knife.rect(x + 3.4, -0.4, 2.2, 7.4, lighter(mix(red, trim, 0.6), 0.05), 0.9)  # the silo
    knife.cut(curve([(x + 3.2, 6.8), (x + 3.7, 8.0), (x + 4.5, 8.4), (x + 5.3, 8.0), (x + 5.8, 6.8)]), roof, 0.7)
    knife.rect(x - 3.2, -0.4, 6.4, 3.8, red, 1.0)
    knife.cut(outline([(x - 3.6, 3.2), (x - 2.5, 5.0), (x, 6.3), (x + 2.5, 5.0), (x + 3.6, 3.2)]), roof, 0.8)
    knife.cut(outline([(x - 2.7, 3.3), (x - 1.9, 4.7), (x, 5.6), (x + 1.9, 4.7), (x + 2.7, 3.3)]), red, 0.4)
    knife.rect(x - 1.1, -0.4, 2.2, 2.5, trim, 0.5)
    knife.rect(x - 0.95, -0.4, 1.9, 2.35, darker(red, 0.2), 0.3)
    for s in (-1, 1):
        knife.cut(
            outline([(x - 0.9 * s, -0.3), (x - 0.7 * s, -0.3), (x + 0.9 * s, 1.9), (x + 0.7 * s, 1.9)]), trim, 0.2
        )
    knife.rect(
        x - 0.45,
        3.5,
        0.9,
        0.9,
        palette.light if pieces.lamps_lit(palette, order.time_of_day) else darker(red, 0.45),
        0.3,
    )


def _rows(
    knife: Knife, x0: float, x1: float, z: float, crop: str, tone: Colour, order: SetOrder, palette: Palette
) -> None:
    """One row of the crop; under snow only stubble."""
    pitch = {"wheat": 0.13, "rice": 0.34, "corn": 0.55, "greens": 0.62}[crop] * max(1.0, z / 6, (x1 - x0) / 34)
    tall = 0.25 if palette.snowy else {"wheat": 0.85, "rice": 0.42, "corn": 1.9, "greens": 0.32}[crop]
    tone = mix(tone, palette.snow, 0.4) if palette.snowy else tone
    if crop == "rice" and not palette.snowy:
        water = palette.at(mix(palette.sky_low, palette.sky_top, 0.35), z * 0.4)
        knife.dab(box(x0, -0.5, x1 - x0, 0.62), lighter(water, 0.1))
    if crop == "wheat":
        knife.dab(
            land(x0, x1, pitch, lambda x: tall * (0.62 + 0.08 * ridge(x, 1.4, order.seed)), -0.5), darker(tone, 0.10)
        )
    for i in cells(x0, x1, pitch, 1):
        seed, x = order.seed + i * 3 + int(z * 7), (i + 0.4 * chance(order.seed, i, int(z), 54)) * pitch
        _plant(
            knife,
            x,
            tall * between(0.85, 1.1, seed, 1),
            crop,
            mix(tone, lighter(tone, 0.18), chance(seed, 2)),
            seed,
            palette,
            max(1.0, z / 6),
        )


@living("sway")
def _plant(knife: Knife, x: float, h: float, crop: str, tone: Colour, seed: int, palette: Palette, fat: float) -> None:
    if crop == "wheat":
        lean = between(-0.06, 0.14, seed, 3)
        knife.dab(outline([(x - 0.012 * fat, 0), (x + 0.012 * fat, 0), (x + lean, h)]), tone)
        knife.dab(blob(x + lean, h, 0.032 * fat, 0.10, seed, 0.1, 8), lighter(tone, 0.12))
    elif crop == "corn":
        knife.dab(box(x - 0.025 * fat, -0.2, 0.05 * fat, h), tone)
        for k in range(5):
            parts.grass(knife, x, h * (0.1 + 0.18 * k), h * 0.34, darker(tone, 0.05 * (k % 2)), seed + k)
        knife.dab(blob(x + 0.05, h * 0.55, 0.06 * fat, 0.14, seed, 0.05, 9), mix(tone, (0.93, 0.76, 0.34), 0.6))
    elif crop == "greens":
        for dx, r in ((-0.14, 0.16), (0.14, 0.16), (0.0, 0.20)):
            knife.cut(
                blob(x + dx * fat, h * 0.5, r * fat, h * 0.5, seed + int(dx * 50), 0.2, 10),
                tone if dx else lighter(tone, 0.1),
                0.4,
            )
    else:
        parts.grass(knife, x, 0.05, h, tone, seed)


def _scarecrows(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    wood, coat = (
        local(pieces.WOOD, palette),
        local(choose(((0.36, 0.44, 0.56), (0.62, 0.36, 0.30), (0.45, 0.42, 0.30)), order.seed, 55), palette),
    )
    straw = local(_WHEAT, palette)
    for i in cells(x0, x1, 23, 4):
        x = i * 23 + between(-5.5, -3.5, order.seed, i, 56)
        knife.rect(x - 0.05, -0.3, 0.1, 2.5, wood, 0.6)
        knife.rect(x - 0.95, 1.52, 1.9, 0.09, wood, 0.5)
        knife.cut(
            outline(
                [
                    (x - 0.75, 1.42),
                    (x - 0.72, 1.68),
                    (x + 0.72, 1.68),
                    (x + 0.75, 1.42),
                    (x + 0.34, 1.36),
                    (x + 0.42, 0.55),
                    (x + 0.1, 0.7),
                    (x - 0.2, 0.5),
                    (x - 0.4, 0.65),
                    (x - 0.32, 1.36),
                ]
            ),
            coat,
            0.8,
        )
        for side in (-1, 1):
            for k in range(3):
                knife.dab(
                    outline([(x + side * 0.74, 1.55), (x + side * 1.0, 1.42 + 0.1 * k), (x + side * 0.74, 1.6)]), straw
                )
        knife.cut(blob(x, 1.92, 0.2, 0.23, 5, 0.06), straw, 0.6)
        knife.cut(
            outline(
                [
                    (x - 0.42, 2.06),
                    (x + 0.42, 2.06),
                    (x + 0.16, 2.14),
                    (x + 0.05, 2.5),
                    (x - 0.12, 2.45),
                    (x - 0.17, 2.14),
                ]
            ),
            darker(wood, 0.25),
            0.6,
        )


def _field_edge(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """A fence with a gap behind the stage, or bales of hay to sit on."""
    wood, hay = local(pieces.WOOD, palette), local(_WHEAT, palette)
    if chance(order.seed, 57) < 0.55 and not eastern.is_eastern(order):
        for a, b in ((x0, -3.0), (3.0, x1)):
            if a < b:
                pieces.fence(knife, a, b, wood, order.seed, 0.95, 1.6)
        return
    for i in cells(x0, x1, 7.5, 2):
        x = i * 7.5 + between(2.4, 4.0, order.seed, i, 58)
        knife.cut(blob(x, 0.52, 0.62, 0.60, i, 0.04, 14), mix(hay, palette.snow, 0.4 * palette.snowy), 0.9)
        spiral = [(x + 0.055 * k * math.cos(k * 0.75), 0.52 + 0.055 * k * math.sin(k * 0.75)) for k in range(1, 11)]
        knife.stroke(spiral, 0.035, darker(hay, 0.22), 0.8)
        for k in range(5):
            knife.dab(blob(x - 0.5 + 0.25 * k, 0.02, 0.16, 0.08, k, 0.2, 8), darker(hay, 0.12))
        parts.grass(knife, x - 0.7, -0.1, 0.3, darker(hay, 0.2), i)


def _furrows(knife: Knife, x0: float, x1: float, z: float, row: int, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(_earth(z, palette), z)
    pitch = 0.9 * max(1, math.ceil((x1 - x0) / 60))
    for i in cells(x0, x1, pitch):
        x, pick = (i + chance(order.seed, row, i, 1)) * pitch, chance(order.seed, row, i, 2)
        if pick < 0.5:
            knife.dab(
                blob(
                    x,
                    -between(0.08, 0.3, order.seed, row, i, 3),
                    between(0.15, 0.45, order.seed, row, i, 4),
                    0.03,
                    i,
                    0.1,
                    8,
                ),
                darker(tone, 0.09),
                0.8,
            )
        elif pick > 0.86 and z < 3 and not palette.snowy:
            parts.grass(knife, x, -0.06, 0.16, local(GRASS, palette), i)


def _rows_above(knife: Knife, x0: float, x1: float, tone: Colour, order: SetOrder, palette: Palette) -> None:
    pitch = 0.3 * max(1, math.ceil((x1 - x0) / 24))
    for row in range(-12, 22):
        y = row * 0.62
        if -1.3 < y < 1.1:
            continue
        for i in cells(x0, x1, pitch):
            knife.dab(
                blob((i + chance(order.seed, row, i, 1)) * pitch, y, pitch * 0.6, 0.2, i + row, 0.2, 8),
                palette.snow if palette.snowy else mix(tone, darker(tone, 0.2), chance(order.seed, row, i, 2)),
            )


def wing(knife: Knife, side: int, seed: int, order: SetOrder, palette: Palette) -> None:
    """Grass and ears of wheat in the lower corner."""
    ink = palette.ink
    for i in range(13):
        x, h = -0.04 + 0.034 * i, between(0.2, 0.46, seed, i, 1) * (1 - 0.055 * i)
        parts.grass(knife, x, -0.05, h * 0.7, ink, seed + i)
        if i % 2:
            knife.dab(outline([(x - 0.004, -0.05), (x + 0.004, -0.05), (x + 0.03, h)]), ink)
            knife.dab(blob(x + 0.03, h, 0.012, 0.045, i, 0.1, 8), mix(ink, palette.accent, 0.15))
    knife.dab(land(-0.4, 0.95, 0.03, lambda x: 0.09 - 0.26 * max(0.0, x) + 0.02 * ridge(x, 0.1, seed), -0.3), ink)


def plan(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Rows of crop on both sides of a track, from above."""
    tone, green = _earth(1, palette), local(_CROPS[_crop(order)], palette)
    rows = Sheet("rows", 0.0, lambda k, a, b: _rows_above(k, a, b, green, order, palette), gap=0.8)
    return (overhead.floor("earth", tone, overhead.stone(darker(tone, 0.10)), 0.5, 0.35, order.seed), rows)
