"""A cave with its mouth of light; a mine has timber in it.

It is framed from above and below, so a plane is a sheet with an opening; the light is behind the last of them.
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
    grid,
    land,
    outline,
    ridge,
)
from engine.backends.animatic.sets import overhead, parts, pieces
from engine.backends.animatic.sets.pieces import box
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

_ROCK: Colour = (0.50, 0.46, 0.44)
_CRYSTAL: tuple[Colour, ...] = ((0.52, 0.80, 0.84), (0.78, 0.60, 0.86), (0.62, 0.86, 0.66))
_MINE = re.compile(r"\b(?:mine|mineshaft|tunnel)\b|矿|隧道", re.I)


def cave(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Rock before rock, each with a wider mouth, and the light (or crystals) at the end."""
    return (
        Sheet("sky", parts.SKY_Z, lambda k, a, b: _mouth_light(k, a, b, order, palette), gap=0),
        Sheet("outside", 120.0, lambda k, a, b: _outside(k, a, b, order, palette), top=24, bottom=-4),
        *(
            Sheet(f"rock {z:g}", z, lambda k, a, b, z=z: _arch(k, a, b, z, order, palette), top=60, bottom=-20, gap=1.5)
            for z in (46.0, 26.0, 15.0, 8.5)
        ),
        Sheet("shaft", 7.0, lambda k, a, b: _shaft(k, a, b, order, palette), top=14, bottom=-1, gap=0, veil=True),
        Sheet("stones", 4.6, lambda k, a, b: _stones(k, a, b, order, palette), top=3.0, bottom=-0.5, gap=1.0),
        Sheet("near stones", 2.0, lambda k, a, b: _litter(k, a, b, order, palette), top=1.4, bottom=-0.4, gap=0.8),
        *parts.ground(palette, lambda z: _floor(z, palette), lambda k, a, b, z, row: _puddles(k, a, b, z, row, order, palette), bump=0.10, until=40.0),
    )  # fmt: skip


def _floor(z: float, palette: Palette) -> Colour:
    return darker(mix(local(_ROCK, palette), palette.ground, 0.4), 0.16 + 0.02 * max(0.0, 6 - z))


def _mouth_light(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    knife.dab(box(x0, -400, x1 - x0, 800), mix(palette.sky_low, palette.sky_top, 0.3))
    if palette.is_dark:
        knife.dab(blob(8, 40, 9, 9, 2, 0.02, 17), palette.light)


def _outside(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    knife.cut(
        land(x0, x1, 2, lambda x: 6 + 6 * ridge(x, 50, order.seed + 1), -6),
        palette.at(mix(palette.far, palette.sky_low, 0.3), 30),
        0.6,
    )


def _arch(knife: Knife, x0: float, x1: float, z: float, order: SetOrder, palette: Palette) -> None:
    """A plane of rock: a ceiling hung with stalactites, piers between the openings, a floor's edge."""
    light = min(0.5, z / 110)
    tone = mix(
        darker(local(_ROCK, palette), (0.25 if palette.is_dark else 0.42) - 0.3 * light), palette.sky_low, light * 0.75
    )
    seed, pitch = order.seed * 3 + int(z), 19 + z * 0.03

    def ceiling(x: float) -> float:
        """Highest over the middle of an opening; at a pier it comes down through the floor."""
        u = (x / pitch + 0.5) % 1.0 - 0.5
        arch = (4.4 + 0.045 * z) * (1 + 0.12 * ridge(x, 9, seed))
        pier = max(0.0, abs(u) - 0.13) / 0.21
        return 0.4 + arch * (1 - pier**1.7 * 1.2) + 0.25 * ridge(x, 1.6 + z * 0.05, seed + 3)

    xs = grid(x0, x1, 0.16 + z * 0.014)
    knife.cut(outline([(x, ceiling(x)) for x in xs] + [(xs[-1], 90), (xs[0], 90)]), tone, 1.6)
    for i in cells(x0, x1, 1.0 + z * 0.05, 2):
        x = (i + chance(seed, i, 1)) * (1.0 + z * 0.05)
        if chance(seed, i, 2) < 0.55:
            long, w = (
                (0.5 + 0.05 * z) * between(0.4, 1.7, seed, i, 3),
                (0.14 + z * 0.008) * between(0.7, 1.3, seed, i, 4),
            )
            y = ceiling(x) + 0.3
            knife.cut(
                outline(
                    [
                        (x - w, y),
                        (x - w * 0.4, y - long * 0.5),
                        (x, y - long),
                        (x + w * 0.4, y - long * 0.45),
                        (x + w, y),
                    ]
                ),
                darker(tone, 0.05),
                0.8,
            )
    low = [(x, -0.2 + 0.25 * ridge(x, 3 + z * 0.1, seed + 5) + max(0.0, 1.4 - 1.1 * ceiling(x)) * 3) for x in xs]
    knife.cut(outline([*low, (xs[-1], -20), (xs[0], -20)]), tone, 1.0)
    if _MINE.search(order.words) and z < 30:
        _props(knife, x0, x1, z, pitch, palette)


def _props(knife: Knife, x0: float, x1: float, z: float, pitch: float, palette: Palette) -> None:
    """A mine's timber frame in the opening."""
    wood = palette.at(darker(local(pieces.WOOD, palette), 0.15), z)
    half, high = 3.0, 3.1 + 0.03 * z
    for i in cells(x0, x1, pitch, pitch):
        for x in (i * pitch - half, i * pitch + half):
            knife.rect(x - 0.16, -0.3, 0.32, high + 0.3, wood, 0.9)
        knife.rect(i * pitch - half - 0.4, high, half * 2 + 0.8, 0.36, lighter(wood, 0.06), 1.0)


def _shaft(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    tone = palette.light if not palette.is_dark else lighter(palette.sky_low, 0.25)
    for i in cells(x0, x1, 11, 9):
        x, w = i * 11 + between(-2.0, 2.0, order.seed, i, 6), between(0.9, 1.8, order.seed, i, 7)
        knife.tissue(outline([(x, -0.3), (x + w * 1.9, -0.3), (x + w + 3.6, 13), (x + 3.2, 13)]), tone, 13, -0.3, 0.30)


def _stones(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """Stalagmites, and clusters of crystal that give light of their own."""
    rock, gem = darker(local(_ROCK, palette), 0.22), local(choose(_CRYSTAL, order.seed, 8), palette)
    for i in cells(x0, x1, 2.4, 2):
        seed, x = order.seed * 5 + i, (i + chance(order.seed, i, 9)) * 2.4
        if abs(x) < 2.0 or chance(seed, 1) < 0.25:
            continue
        if chance(seed, 2) < 0.36:
            knife.glow(x, 0.5, 2.4, gem, 0.85)
            for k in range(5):
                lean, h = (k - 2) * 0.26, between(0.5, 1.15, seed, k, 3)
                tip = (x + lean * 1.5, h)
                knife.cut(
                    outline(
                        [
                            (x + lean * 0.5 - 0.11, -0.2),
                            (x + lean * 1.2 - 0.12, h * 0.75),
                            tip,
                            (x + lean * 1.2 + 0.1, h * 0.7),
                            (x + lean * 0.5 + 0.11, -0.2),
                        ]
                    ),
                    mix(gem, lighter(gem, 0.4), k / 4),
                    0.6,
                )
        else:
            for k in range(3):
                h, w = between(0.5, 2.2, seed, k, 4), between(0.16, 0.34, seed, k, 5)
                px = x + 0.45 * (k - 1)
                knife.cut(
                    outline(
                        [(px - w, -0.3), (px - w * 0.45, h * 0.5), (px, h), (px + w * 0.4, h * 0.45), (px + w, -0.3)]
                    ),
                    mix(rock, lighter(rock, 0.1), k / 3),
                    0.8,
                )


def _litter(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    for i in cells(x0, x1, 2.2, 2):
        seed, x = order.seed + i * 9, (i + chance(order.seed, i, 11)) * 2.2
        if abs(x) > 1.6 and chance(seed, 1) < 0.6:
            pieces.rock(
                knife,
                x,
                -0.2,
                between(0.5, 1.4, seed, 2),
                between(0.3, 0.9, seed, 3),
                darker(local(_ROCK, palette), 0.3),
                seed,
                palette,
            )


def _puddles(knife: Knife, x0: float, x1: float, z: float, row: int, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(_floor(z, palette), z)
    pitch = 1.6 * max(1, math.ceil((x1 - x0) / 60))
    for i in cells(x0, x1, pitch):
        x, pick = (i + chance(order.seed, row, i, 1)) * pitch, chance(order.seed, row, i, 2)
        if pick < 0.16:
            knife.dab(blob(x, -0.13, 0.6, 0.06, i, 0.1), mix(palette.sky_low, tone, 0.45), 0.85)
        elif pick < 0.6:
            knife.dab(
                blob(x, -between(0.06, 0.3, order.seed, row, i, 3), 0.2, 0.04, i, 0.15, 8),
                darker(tone, 0.12) if pick < 0.4 else lighter(tone, 0.07),
                0.9,
            )


def wing(knife: Knife, side: int, seed: int, order: SetOrder, palette: Palette) -> None:
    """Rock in the corner and overhead."""
    ink = palette.ink
    knife.dab(land(-0.5, 0.9, 0.03, lambda x: 0.26 - 0.42 * max(0.0, x) + 0.04 * ridge(x, 0.12, seed), -0.4), ink)
    xs = [0.035 * n - 0.3 for n in range(30)]
    teeth = [0.10 if k % 4 == 2 else 0.0 for k in range(30)]
    over = [(x, 0.80 + 0.35 * max(0.0, x) + 0.03 * ridge(x, 0.1, seed + 2) - t) for x, t in zip(xs, teeth, strict=True)]
    knife.dab(outline([*over, (0.8, 1.5), (-0.5, 1.5)]), ink)
    knife.dab(outline([(-0.5, -0.3), (0.05, -0.3), (0.02, 0.5), (0.07, 1.3), (-0.5, 1.3)]), ink)


def plan(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Stone with its puddles between walls of rock, from above."""
    tone = _floor(1, palette)
    walls = Sheet("walls", -1.6, lambda k, a, b: _walls(k, a, b, order, palette), gap=2.4)
    return (overhead.floor("rock", tone, overhead.stone(darker(tone, 0.14)), 0.5, 0.5, order.seed), walls)


def _walls(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    tone, xs = darker(local(_ROCK, palette), 0.4), grid(x0, x1, 0.25)
    for side in (-1, 1):
        edge = [(x, side * (2.3 + 0.5 * ridge(x, 2.6, order.seed + side))) for x in xs]
        knife.cut(outline([*edge, (xs[-1], side * 60), (xs[0], side * 60)]), tone, 2.4)
