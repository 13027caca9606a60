"""A garden or a park: lawn and beds, a piece to look at, a hedge or a white wall.

A Chinese garden has its moon gate, pavilion and rockery; a western one its hedge, fountain or arch.
"""

from __future__ import annotations

import math
import re

import skia

from engine.backends.animatic.palette import Colour, Palette, darker, lighter, local, mix
from engine.backends.animatic.paper import Knife, between, blob, cells, chance, curve, land, outline, ridge
from engine.backends.animatic.sets import eastern, overhead, parts, pieces
from engine.backends.animatic.sets.pieces import box
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

_LAWN: Colour = (0.55, 0.66, 0.36)
HEDGE: Colour = (0.31, 0.48, 0.29)
_LIME: Colour = (0.90, 0.88, 0.82)


def _lawn(z: float, palette: Palette) -> Colour:
    return (
        palette.ground
        if palette.snowy
        else darker(mix(local(_LAWN, palette), palette.ground, 0.4), 0.012 * max(0.0, 6 - z))
    )


def garden(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Lawn and beds, a piece to look at, a hedge or a white wall, trees beyond."""
    chinese = eastern.is_eastern(order)
    wall, piece = (_white_wall, _chinese_piece) if chinese else (_hedge, _western_piece)
    return (
        parts.sky(order, palette, clouds=0.5),
        parts.hills(palette, "hills", 150.0, palette.far, 7.0, 8.0, 90, order.seed + 2, snow=0.5 * palette.snowy),
        Sheet("trees far", 40.0, lambda k, a, b: pieces.tree_row(k, a, b, 4.0, 40, order.seed, palette, pieces.LEAF, 8, 14), top=17, bottom=-1),
        Sheet("trees", 20.0, lambda k, a, b: pieces.tree_row(k, a, b, 4.6, 20, order.seed + 5, palette, (0.42, 0.58, 0.32), 5, 8.5, share=0.6), top=11, bottom=-1, gap=1.0),
        Sheet("wall", 12.0, lambda k, a, b: wall(k, a, b, order, palette), top=4.6, bottom=-1, gap=1.0, built=chinese),
        Sheet("piece", 7.0, lambda k, a, b: piece(k, a, b, order, palette), top=7.5, bottom=-0.6, gap=1.2, built=True),
        Sheet("beds", 4.4, lambda k, a, b: _beds(k, a, b, 4.4, order, palette), top=1.6, bottom=-0.4, gap=0.8),
        Sheet("seat", 2.4, lambda k, a, b: _seats(k, a, b, order, palette), top=1.6, bottom=-0.4, gap=0.9),
        *parts.ground(palette, lambda z: _path(palette) if -0.9 < z < 1.0 else _lawn(z, palette), lambda k, a, b, z, row: _lawn_marks(k, a, b, z, row, order, palette), bump=0.05),
    )  # fmt: skip


def _path(palette: Palette) -> Colour:
    return palette.ground if palette.snowy else mix(local((0.82, 0.74, 0.60), palette), palette.ground, 0.3)


def _hedge(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """A clipped hedge with balls and cones on it, and a gap now and then."""
    tone = palette.at(local(HEDGE, palette), 12)
    knife.cut(land(x0, x1, 0.4, lambda x: 1.9 + 0.06 * ridge(x, 0.8, order.seed), -1), tone, 1.0)
    for i in cells(x0, x1, 0.7, 1):
        knife.dab(
            blob((i + chance(order.seed, i, 1)) * 0.7, between(0.2, 1.75, order.seed, i, 2), 0.16, 0.1, i, 0.25, 8),
            lighter(tone, 0.10),
            0.8,
        )
    for i in cells(x0, x1, 5.5, 2):
        x = i * 5.5 + 1.4
        if chance(order.seed, 3) < 0.5:
            knife.cut(blob(x, 2.4, 0.62, 0.62, i, 0.06, 14), lighter(tone, 0.05), 0.8)
        else:
            knife.cut(
                outline([(x - 0.6, 1.8), (x + 0.6, 1.8), (x + 0.08, 3.7), (x - 0.08, 3.7)]), lighter(tone, 0.05), 0.8
            )
    if palette.snowy:
        knife.dab(outline([(x0, 1.8), (x1, 1.8), (x1, 2.06), (x0, 2.06)]), palette.snow, 0.95)


def _white_wall(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """Limewashed, tiled, with a round moon gate and windows of lattice; bamboo behind it."""
    wall, z = palette.at(local(_LIME, palette), 12), 12.0
    shape, holes = box(x0 - 1, -1, x1 - x0 + 2, 4.4), skia.Path()
    gates = [i * 17 + between(-5.5, -3.5, order.seed, 4) for i in cells(x0, x1, 17, 6)]
    for x in gates:
        holes.addOval(skia.Rect.MakeLTRB(x - 1.45, 0.1, x + 1.45, 3.0))
    knife.cut(skia.Op(shape, holes, skia.PathOp.kDifference_PathOp) or shape, wall, 1.2)
    tile = palette.snow if palette.snowy else palette.at(darker(local((0.40, 0.43, 0.46), palette), 0.3), z)
    for x in gates:
        ring = skia.Path()
        ring.addOval(skia.Rect.MakeLTRB(x - 1.65, -0.1, x + 1.65, 3.2))
        inner = skia.Path()
        inner.addOval(skia.Rect.MakeLTRB(x - 1.45, 0.1, x + 1.45, 3.0))
        knife.cut(
            skia.Op(ring, inner, skia.PathOp.kDifference_PathOp) or ring,
            tile if not palette.snowy else darker(wall, 0.3),
            0.6,
        )
        for k in (5.0, 8.4, 11.8):
            knife.cut(blob(x + k, 1.9, 0.72, 0.62, 6, 0.0, 6), darker(wall, 0.5), 0.4)
            for s in (-0.3, 0.0, 0.3):
                knife.stroke([(x + k + s, 1.4), (x + k + s, 2.4)], 0.05, wall)
                knife.stroke([(x + k - 0.6, 1.9 + s), (x + k + 0.6, 1.9 + s)], 0.05, wall)
    wave = land(x0, x1, 0.3, lambda x: 3.62 + 0.35 * math.sin(x * 0.37 + order.seed), 3.3)
    knife.cut(wave, tile, 0.9)


def _western_piece(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """A fountain, a rose arch, a statue or a bandstand, to one side."""
    side, pick = (1 if chance(order.seed, 11) < 0.5 else -1), int(chance(order.seed, 12) * 3)
    pick = 0 if _FOUNTAIN.search(order.words) else pick
    stone = palette.at(local((0.80, 0.77, 0.70), palette), 6)
    for i in cells(x0, x1, 21, 5):
        x = i * 21 + side * between(2.6, 3.8, order.seed, 13)
        (_fountain, _rose_arch, _statue)[pick](knife, x, stone, order, palette)


_FOUNTAIN = re.compile(r"\bfountains?\b|喷泉|喷水池", re.I)


def _fountain(knife: Knife, x: float, stone: Colour, order: SetOrder, palette: Palette) -> None:
    water = mix(palette.sky_low, palette.sky_top, 0.4)
    knife.cut(
        curve([(x - 2.1, 0.75), (x - 1.9, -0.2), (x, -0.3), (x + 1.9, -0.2), (x + 2.1, 0.75), (x, 0.7)]), stone, 1.0
    )
    knife.dab(blob(x, 0.68, 1.85, 0.10, 2, 0.0, 15), water)
    knife.cut(outline([(x - 0.3, 0.6), (x + 0.3, 0.6), (x + 0.16, 2.0), (x - 0.16, 2.0)]), darker(stone, 0.06), 0.8)
    knife.cut(
        curve([(x - 1.1, 2.15), (x - 0.7, 1.75), (x, 1.7), (x + 0.7, 1.75), (x + 1.1, 2.15), (x, 2.1)]), stone, 0.8
    )
    knife.cut(outline([(x - 0.12, 2.1), (x + 0.12, 2.1), (x + 0.06, 2.8), (x - 0.06, 2.8)]), stone, 0.5)
    if palette.snowy or order.dressing.frozen or order.dressing.ruined:
        return
    with knife.stirring("play"):
        for k in range(7):
            u = (k - 3) / 3
            arc = [
                (x + u * 1.7 * t, 2.8 + 1.6 * t * (0.9 - abs(u) * 0.3) - 3.3 * t * t)
                for t in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
            ]
            knife.stroke(arc, 0.035, lighter(water, 0.5), 0.75)


def _rose_arch(knife: Knife, x: float, stone: Colour, order: SetOrder, palette: Palette) -> None:
    leaf, rose = local(HEDGE, palette), local((0.88, 0.42, 0.46), palette)
    for k in range(44):
        a = math.pi * k / 43
        px, py = x - 1.3 * math.cos(a), 1.7 + 1.3 * math.sin(a)
        if k < 2 or k > 41:
            for j in range(7):
                knife.cut(
                    blob(px, 0.1 + 0.27 * j, 0.26, 0.22, k + j, 0.2, 9),
                    mix(leaf, lighter(leaf, 0.15), chance(order.seed, k, j)),
                    0.4,
                )
        knife.cut(
            blob(px, py, 0.26, 0.24, k, 0.2, 9),
            palette.snow
            if palette.snowy and 12 < k < 32
            else mix(leaf, lighter(leaf, 0.15), chance(order.seed, k, 14)),
            0.4,
        )
        if chance(order.seed, k, 15) < 0.5 and not palette.snowy:
            knife.dab(
                blob(px + 0.1, py + 0.04, 0.09, 0.09, k, 0.1, 8),
                mix(rose, lighter(rose, 0.4), chance(order.seed, k, 16)),
            )


def _statue(knife: Knife, x: float, stone: Colour, order: SetOrder, palette: Palette) -> None:
    knife.rect(x - 0.7, -0.3, 1.4, 1.2, stone, 0.9)
    knife.rect(x - 0.82, 0.85, 1.64, 0.16, lighter(stone, 0.1), 0.6)
    tone = darker(stone, 0.08)
    knife.cut(
        curve(
            [(x - 0.42, 1.0), (x - 0.5, 1.8), (x - 0.3, 2.5), (x, 2.7), (x + 0.3, 2.5), (x + 0.46, 1.8), (x + 0.4, 1.0)]
        ),
        tone,
        0.8,
    )
    knife.cut(blob(x, 2.92, 0.2, 0.25, 4, 0.03, 12), tone, 0.6)
    knife.cut(outline([(x + 0.2, 2.45), (x + 0.34, 2.35), (x + 0.85, 3.15), (x + 0.74, 3.22)]), tone, 0.6)
    if palette.snowy:
        knife.dab(blob(x, 3.14, 0.2, 0.08, 4, 0.05), palette.snow)


def _chinese_piece(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """A pavilion, or a rockery with a plum tree."""
    side = 1 if chance(order.seed, 11) < 0.5 else -1
    for i in cells(x0, x1, 21, 5):
        x = i * 21 + side * between(3.0, 4.0, order.seed, 13)
        if chance(order.seed, 12) < 0.55:
            _pavilion(knife, x, order, palette)
        else:
            _rockery(knife, x, order, palette)


def _pavilion(knife: Knife, x: float, order: SetOrder, palette: Palette) -> None:
    red, tile = (
        palette.at(local((0.66, 0.26, 0.20), palette), 6),
        palette.at(darker(local((0.36, 0.44, 0.44), palette), 0.2), 6),
    )
    knife.rect(x - 2.2, -0.4, 4.4, 0.6, palette.at(local(pieces.STONE, palette), 6), 0.8)
    for dx in (-1.8, -0.7, 0.6, 1.7):
        knife.rect(x + dx, 0.2, 0.17, 2.9, red, 0.6)
    knife.rect(x - 1.8, 0.62, 3.6, 0.12, red, 0.5)
    knife.rect(x - 1.9, 2.85, 3.8, 0.3, darker(red, 0.12), 0.5)
    eastern.roof(knife, x, 3.0, 2.7, 1.9, tile, palette)
    knife.cut(blob(x, 5.1, 0.2, 0.26, 3, 0.0, 11), palette.at(local((0.86, 0.66, 0.32), palette), 6), 0.5)
    eastern.lantern(knife, x, 2.85, 0.55, palette, pieces.lamps_lit(palette, order.time_of_day))


def _rockery(knife: Knife, x: float, order: SetOrder, palette: Palette) -> None:
    stone = palette.at(local((0.62, 0.63, 0.62), palette), 6)
    for k, (dx, w, h) in enumerate(((-1.0, 1.2, 1.6), (0.9, 1.4, 1.2), (0.0, 1.3, 2.9))):
        pieces.rock(knife, x + dx, -0.3, w * 1.3, h, mix(stone, darker(stone, 0.12), k / 2), order.seed + k, palette)
    for k in range(5):
        knife.dab(
            blob(x + between(-0.4, 0.4, order.seed, k, 17), between(0.4, 2.0, order.seed, k, 18), 0.13, 0.2, k, 0.1),
            darker(stone, 0.4),
        )
    parts.bare_tree(knife, x + 1.8, -0.2, 4.4, darker(local(pieces.WOOD, palette), 0.4), order.seed, 4)
    bloom = palette.snow if palette.snowy else local((0.93, 0.62, 0.66), palette)
    for k in range(46):
        a, r = 6.28 * chance(order.seed, k, 19), 1.5 * math.sqrt(chance(order.seed, k, 20))
        knife.dab(
            blob(x + 1.8 + r * math.cos(a), 2.9 + 0.8 * r * math.sin(a), 0.10, 0.09, k, 0.15, 8),
            mix(bloom, lighter(bloom, 0.5), chance(order.seed, k, 21)),
        )


def _beds(knife: Knife, x0: float, x1: float, z: float, order: SetOrder, palette: Palette) -> None:
    for i in cells(x0, x1, 3.0, 2):
        seed, x = order.seed * 3 + i, i * 3.0 + between(0.0, 0.8, order.seed, i, 22)
        if chance(seed, 1) < 0.55:
            pieces.flowers(knife, x, -0.08, 2.2, 0.75, seed, palette, 16)
        else:
            pieces.bush(knife, x, -0.1, 1.7, 1.2, palette.at(local(HEDGE, palette), z), seed, palette)


def _seats(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """A bench to each side (stone drums in a Chinese garden) and pots between."""
    wood, stone = local(pieces.WOOD, palette), local(pieces.STONE, palette)
    for i in cells(x0, x1, 6.4, 3):
        x = i * 6.4 + 3.2 + between(-0.5, 0.5, order.seed, i, 23)
        if eastern.is_eastern(order):
            for dx in (-0.9, 0.0, 0.9):
                h = 0.75 if dx == 0.0 else 0.5
                knife.cut(
                    curve(
                        [
                            (x + dx - 0.26, -0.1),
                            (x + dx - 0.36, h * 0.5),
                            (x + dx - 0.26, h),
                            (x + dx + 0.26, h),
                            (x + dx + 0.36, h * 0.5),
                            (x + dx + 0.26, -0.1),
                        ]
                    ),
                    stone,
                    0.8,
                )
            continue
        for dx in (-0.75, 0.68):
            knife.rect(x + dx, -0.1, 0.09, 1.05, darker(wood, 0.5), 0.5)
        for y in (0.42, 0.66, 0.86):
            knife.rect(
                x - 0.9, y, 1.8, 0.1 if y > 0.5 else 0.13, palette.snow if palette.snowy and y < 0.5 else wood, 0.6
            )


def _lawn_marks(knife: Knife, x0: float, x1: float, z: float, row: int, order: SetOrder, palette: Palette) -> None:
    if palette.snowy:
        return
    tone = palette.at(_lawn(z, palette), z)
    pitch = 0.6 * max(1, math.ceil((x1 - x0) / 55)) if z < 8 else 2.0
    for i in cells(x0, x1, pitch):
        x, pick = (i + chance(order.seed, row, i, 1)) * pitch, chance(order.seed, row, i, 2)
        if -0.9 < z < 1.0:
            if pick < 0.4:
                path = palette.at(_path(palette), z)
                knife.dab(
                    blob(x, -0.1, 0.16, 0.035, i, 0.15, 8),
                    darker(path, 0.08) if pick < 0.2 else lighter(path, 0.12),
                    0.8,
                )
        elif pick < 0.4:
            parts.grass(
                knife, x, -0.06, between(0.08, 0.18, order.seed, row, i, 3), lighter(tone, 0.12), order.seed + i
            )
        elif pick > 0.93:
            knife.dab(blob(x, 0.03, 0.035, 0.035, i, 0.1, 8), lighter(palette.light, 0.3))


def wing(knife: Knife, side: int, seed: int, order: SetOrder, palette: Palette) -> None:
    """Leaves in both corners."""
    leafy(knife, seed, palette)


def leafy(knife: Knife, seed: int, palette: Palette) -> None:
    """Sprays that hang from above and stand from below, dark against the picture."""
    ink = palette.ink
    for i in range(6):
        high, low = between(0.22, 0.4, seed, i, 3), between(0.13, 0.24, seed, i, 5)
        tone = mix(ink, palette.near, 0.1 * (i % 3))
        parts.leaf_spray(knife, 0.0, 1.05 - 0.03 * i, -0.15 - 0.17 * i, high, tone, seed + i, 11)
        parts.leaf_spray(knife, 0.02 + 0.055 * i, -0.05, 1.9 - 0.22 * i, low, ink, seed + 9 * i, 9)


def plan(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Lawn, a path, and crowns round them."""
    tone = _lawn(1, palette)
    mark = overhead.tuft(darker(tone, 0.12)) if not palette.snowy else overhead.stone(darker(tone, 0.06))
    return (
        overhead.floor("lawn", tone, mark, 0.34, 0.55, order.seed),
        Sheet("path", 0.0, lambda k, a, b: strip_above(k, a, b, _path(palette), 0.7, order), gap=0.4),
        overhead.crowns(palette, local(HEDGE, palette), order.seed + 5, clear=1.7, pitch=2.8),
    )


def strip_above(knife: Knife, x0: float, x1: float, tone: Colour, half: float, order: SetOrder) -> None:
    """A band along the stage with a wavering edge, `half` wide to each side."""
    xs = [x0 + (x1 - x0) * k / 160 for k in range(161)]
    over = [(x, half * (1 + 0.16 * ridge(x, 2.4, order.seed))) for x in xs]
    under = [(x, -half * (1 + 0.16 * ridge(x, 2.1, order.seed + 1))) for x in reversed(xs)]
    knife.cut(outline([*over, *under]), tone, 0.5)
