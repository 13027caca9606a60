"""Untended green: a bamboo grove whose stands pale as they go back, and a swamp of drowned trees.

Both are made of many thin uprights, so the middle of the near planes stays open for the players.
"""

from __future__ import annotations

import math

from engine.backends.animatic.palette import Colour, Palette, darker, lighter, local, mix
from engine.backends.animatic.paper import (
    Knife,
    between,
    blob,
    cells,
    chance,
    land,
    living,
    outline,
    ridge,
)
from engine.backends.animatic.sets import eastern, overhead, parts, pieces, waters
from engine.backends.animatic.sets.gardens import HEDGE, leafy, strip_above
from engine.backends.animatic.sets.pieces import box
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

_STALK: Colour = (0.50, 0.64, 0.34)
_MURK: Colour = (0.36, 0.42, 0.30)


def bamboo(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Stand before stand of stalks, paler and thinner as they go back, light between them, a path of leaves."""
    return (
        parts.sky(order, palette, clouds=0.2),
        Sheet("haze", 80.0, lambda k, a, b: _far_side(k, a, b, order, palette), top=30, bottom=-3),
        *(
            Sheet(f"stalks {z:g}", z, lambda k, a, b, z=z, p=p: _stalks(k, a, b, z, p, order, palette), top=9 + z * 0.55, bottom=-1, gap=1.1)
            for z, p in ((40.0, 0.95), (24.0, 0.85), (14.0, 0.95), (8.0, 1.2), (4.4, 1.7))
        ),
        Sheet("shafts", 6.5, lambda k, a, b: _shafts(k, a, b, order, palette), top=18, bottom=-1, gap=0, veil=True),
        Sheet("shoots", 2.0, lambda k, a, b: _shoots(k, a, b, order, palette), top=1.6, bottom=-0.3, gap=0.8),
        *parts.ground(palette, lambda z: darker(palette.ground, 0.05 + 0.012 * max(0.0, 6 - z)), lambda k, a, b, z, row: _fallen(k, a, b, z, row, order, palette), bump=0.08),
    )  # fmt: skip


def _far_side(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """The grove's far side, a pale wall of green."""
    knife.cut(
        land(x0, x1, 1.2, lambda x: 20 + 5 * ridge(x, 26, order.seed) + abs(math.sin(x * 1.1)), -6),
        palette.at(mix(palette.far, palette.sky_low, 0.35), 40),
        0.5,
    )


def _stalks(knife: Knife, x0: float, x1: float, z: float, pitch: float, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(darker(local(_STALK, palette), max(0.0, 0.30 - 0.016 * z)), z * 1.1)
    for i in cells(x0, x1, pitch, 3):
        seed = order.seed + i * 13 + int(z)
        x = (i + between(0, 0.85, seed, 1)) * pitch
        if (z < 9 and abs(x) < 2.0) or chance(seed, 2) < 0.12:
            continue
        _stalk(
            knife,
            x,
            between(0.07, 0.13, seed, 3) * (1 + z * 0.010),
            8 + z * 0.5,
            mix(tone, lighter(tone, 0.2), chance(seed, 4)),
            seed,
            palette,
        )


@living("sway")
def _stalk(knife: Knife, x: float, w: float, tall: float, tone: Colour, seed: int, palette: Palette) -> None:
    """A jointed cane that leans, with sprays of leaves from its upper joints."""
    lean, joint = between(-0.7, 0.7, seed, 5), between(0.75, 1.0, seed, 6)
    for k in range(math.ceil(tall / joint)):
        y = -0.5 + k * joint
        a, b = x + lean * (y / 11) ** 2, x + lean * ((y + joint) / 11) ** 2
        knife.dab(outline([(a - w, y), (a + w, y), (b + w, y + joint * 0.95), (b - w, y + joint * 0.95)]), tone)
        knife.dab(
            outline([(a + w * 0.3, y), (a + w, y), (b + w, y + joint * 0.95), (b + w * 0.3, y + joint * 0.95)]),
            darker(tone, 0.12),
        )
        knife.dab(box(b - w * 1.25, y + joint * 0.94, w * 2.5, joint * 0.06), darker(tone, 0.22))
        if k > 2 and chance(seed, k, 7) < 0.45:
            side = 1 if chance(seed, k, 8) < 0.5 else -1
            leaf = palette.snow if palette.snowy and chance(seed, k, 9) < 0.5 else darker(tone, 0.10)
            parts.leaf_spray(
                knife, b, y + joint, math.pi / 2 - side * 1.3, between(0.8, 1.4, seed, k, 10), leaf, seed + k, 6
            )


def _shafts(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    if order.weather not in ("clear", "wind"):
        return
    tone = palette.light if not palette.is_dark else lighter(palette.sky_low, 0.3)
    for i in cells(x0, x1, 4.1, 9):
        if chance(order.seed, i, 31) < 0.6:
            x, w = (i + chance(order.seed, i, 32)) * 4.1, between(0.5, 1.4, order.seed, i, 33)
            knife.tissue(
                outline([(x, -0.4), (x + w * 1.6, -0.4), (x + w + 5.6, 14), (x + 5.2, 14)]),
                tone,
                14,
                -0.2,
                0.26 if not palette.is_dark else 0.14,
            )


def _shoots(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """Young shoots, a stone lantern or a mossy stone."""
    stone, tip = local(pieces.STONE, palette), local((0.62, 0.52, 0.36), palette)
    for i in cells(x0, x1, 2.1, 2):
        seed, x = order.seed * 3 + i, (i + chance(order.seed, i, 34)) * 2.1
        if abs(x) < 1.6 or chance(seed, 1) < 0.4:
            continue
        if chance(seed, 2) < 0.4:
            for k in range(3):
                h, px = between(0.3, 0.7, seed, k, 3), x + 0.3 * (k - 1)
                knife.cut(outline([(px - 0.1, -0.15), (px + 0.1, -0.15), (px + 0.03, h), (px - 0.02, h)]), tip, 0.6)
        elif chance(seed, 2) < 0.85 or not eastern.is_eastern(order):
            pieces.rock(
                knife,
                x,
                -0.15,
                between(0.5, 1.1, seed, 4),
                between(0.3, 0.6, seed, 5),
                mix(stone, local(HEDGE, palette), 0.3),
                seed,
                palette,
            )
        else:
            _stone_lantern(knife, x, stone, order, palette)


def _stone_lantern(knife: Knife, x: float, stone: Colour, order: SetOrder, palette: Palette) -> None:
    lit = pieces.lamps_lit(palette, order.time_of_day)
    knife.rect(x - 0.28, -0.1, 0.56, 0.16, stone, 0.6)
    knife.rect(x - 0.10, 0.05, 0.20, 0.6, stone, 0.6)
    knife.rect(x - 0.26, 0.62, 0.52, 0.46, stone, 0.6)
    if lit:
        knife.glow(x, 0.85, 1.6, palette.light, 0.85)
    knife.dab(box(x - 0.14, 0.70, 0.28, 0.28), palette.light if lit else darker(stone, 0.4))
    knife.cut(
        outline([(x - 0.46, 1.02), (x + 0.46, 1.02), (x + 0.12, 1.34), (x - 0.12, 1.34)]),
        palette.snow if palette.snowy else darker(stone, 0.1),
        0.7,
    )


def _fallen(knife: Knife, x0: float, x1: float, z: float, row: int, order: SetOrder, palette: Palette) -> None:
    if palette.snowy:
        return
    tone = palette.at(palette.ground, z)
    pitch = 0.4 * max(1, math.ceil((x1 - x0) / 50)) if z < 8 else 1.6
    for i in cells(x0, x1, pitch):
        if chance(order.seed, row, i, 2) < 0.6:
            x, y = (i + chance(order.seed, row, i, 1)) * pitch, -between(0.04, 0.3, order.seed, row, i, 3)
            shade = (
                palette.at(local((0.80, 0.72, 0.42), palette), z)
                if chance(order.seed, row, i, 4) < 0.4
                else darker(tone, 0.1)
            )
            knife.dab(outline([(x - 0.13, y), (x, y + 0.02), (x + 0.13, y + 0.01), (x, y - 0.015)]), shade, 0.9)


def swamp(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Drowned trees hung with moss, black pools with lilies, a strip of firm ground to stand on."""
    murk = mix(local(_MURK, palette), palette.sky_low, 0.25)
    return (
        parts.sky(order, palette, clouds=0.4),
        parts.hills(palette, "far wood", 110.0, palette.far, 9.0, 6.0, 50, order.seed + 3),
        *(Sheet(f"dead trees {z:g}", z, lambda k, a, b, z=z: _dead_trees(k, a, b, z, order, palette), top=9 + z * 0.25, bottom=-1, gap=1.0) for z in (52.0, 27.0, 13.0, 6.5)),
        Sheet("mist", 18.0, lambda k, a, b: k.tissue(box(a, -1, b - a, 5.0), lighter(palette.sky_low, 0.15), -0.5, 3.8, 0.6), top=5, bottom=-1, gap=0, veil=True),
        *(waters.strip(z, i, order, palette, tone=palette.at(darker(murk, 0.02 * i), z * 0.5), level=-0.08 if z > 2.5 else 0.04, calm=0.25) for i, z in enumerate((48.0, 30.0, 20.0, 12.0, 7.5, 4.6, 3.0, 2.0))),
        Sheet("lilies", 3.4, lambda k, a, b: _pads(k, a, b, order, palette), top=0.6, bottom=-0.6, gap=0.3),
        Sheet("reeds", 1.7, lambda k, a, b: _swamp_reeds(k, a, b, order, palette), top=1.9, bottom=-0.4, gap=0.7),
        Sheet("wisps", 4.0, lambda k, a, b: _wisps(k, a, b, order, palette), top=4, bottom=0, gap=0, veil=True),
        *parts.ground(palette, lambda z: darker(palette.ground, 0.06 + 0.015 * max(0.0, 3 - z)), lambda k, a, b, z, row: _mud(k, a, b, z, row, order, palette), bump=0.12, until=1.2),
    )  # fmt: skip


def _dead_trees(knife: Knife, x0: float, x1: float, z: float, order: SetOrder, palette: Palette) -> None:
    bark = palette.at(darker(mix(local(pieces.WOOD, palette), palette.near, 0.4), 0.42), z * 1.3)
    moss = palette.at(mix(local((0.52, 0.58, 0.38), palette), palette.near, 0.35), z * 1.3)
    pitch = 3.4 + z * 0.12
    for i in cells(x0, x1, pitch, 4):
        seed = order.seed * 7 + i * 3 + int(z)
        x, h = (i + chance(seed, 1)) * pitch, between(6, 9.5, seed, 2) * (1 + z * 0.02)
        if (z < 8 and abs(x) < 2.6) or chance(seed, 3) < 0.2:
            continue
        for root in (-0.6, 0.0, 0.6):  # stilted roots
            knife.dab(
                outline(
                    [
                        (x - 0.12, h * 0.16),
                        (x + 0.12, h * 0.16),
                        (x + root * 1.5 + 0.14, -0.5),
                        (x + root * 1.5 - 0.14, -0.5),
                    ]
                ),
                bark,
            )
        parts.bare_tree(knife, x, h * 0.05, h, bark, seed, 4)
        for k in range(9):
            mx, my = x + between(-0.26, 0.26, seed, k, 4) * h, h * between(0.42, 0.82, seed, k, 5)
            long = h * between(0.06, 0.2, seed, k, 6)
            knife.dab(
                outline([(mx - 0.09, my), (mx + 0.10, my), (mx + 0.03, my - long), (mx - 0.02, my - long * 0.8)]),
                moss,
                0.9,
            )


def _pads(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    leaf = local((0.40, 0.52, 0.30), palette)
    if order.dressing.frozen:
        return
    for i in cells(x0, x1, 0.9, 1):
        seed = order.seed + i * 5
        if chance(seed, 1) < 0.55:
            x, y = (i + chance(seed, 2)) * 0.9, -between(0.14, 0.42, seed, 3)
            knife.cut(
                blob(x, y, between(0.2, 0.4, seed, 4), 0.06, seed, 0.06),
                mix(leaf, darker(leaf, 0.2), chance(seed, 5)),
                0.3,
            )
    for i in cells(x0, x1, 6.8, 2):
        x = i * 6.8 + between(2.2, 4.2, order.seed, i, 41)
        stump = darker(local(pieces.WOOD, palette), 0.35)
        knife.cut(
            outline(
                [
                    (x - 0.55, -0.5),
                    (x + 0.55, -0.5),
                    (x + 0.36, 0.42),
                    (x + 0.12, 0.34),
                    (x - 0.1, 0.5),
                    (x - 0.36, 0.4),
                ]
            ),
            stump,
            0.7,
        )


def _swamp_reeds(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    tone = mix(local(pieces.REED, palette), palette.near, 0.35)
    for i in cells(x0, x1, 0.75, 1):
        seed, x = order.seed * 3 + i, (i + chance(order.seed, i, 42)) * 0.75
        if abs(x) > 1.4 and chance(order.seed, i // 3, 43) < 0.6:
            pieces.reeds(
                knife, x, -0.25, between(0.8, 1.7, seed, 1), mix(tone, palette.snow, 0.5 * palette.snowy), seed
            )


def _wisps(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """Fireflies, or will-o'-the-wisps, once it is dark."""
    if not pieces.lamps_lit(palette, order.time_of_day):
        return
    tone = mix(palette.light, (0.70, 0.92, 0.60), 0.5)
    for i in cells(x0, x1, 1.3):
        if chance(order.seed, i, 44) < 0.5:
            x, y = (i + chance(order.seed, i, 45)) * 1.3, between(0.4, 2.8, order.seed, i, 46)
            knife.glow(x, y, 0.42, tone, 0.8)
            knife.dab(blob(x, y, 0.035, 0.035, i, 0.0, 8), lighter(tone, 0.5))


def _mud(knife: Knife, x0: float, x1: float, z: float, row: int, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(palette.ground, z)
    pitch = 0.8 * max(1, math.ceil((x1 - x0) / 60))
    for i in cells(x0, x1, pitch):
        x, pick = (i + chance(order.seed, row, i, 1)) * pitch, chance(order.seed, row, i, 2)
        if pick < 0.3 and not palette.snowy:
            parts.grass(
                knife,
                x,
                -0.06,
                between(0.12, 0.3, order.seed, row, i, 3),
                darker(mix(tone, local(HEDGE, palette), 0.5), 0.1),
                order.seed + i,
            )
        elif pick < 0.5:
            knife.dab(blob(x, -0.14, 0.45, 0.05, i, 0.15), mix(palette.sky_low, tone, 0.55), 0.7)


def wing(knife: Knife, side: int, seed: int, order: SetOrder, palette: Palette) -> None:
    """Leaves in both corners; canes for the grove, hanging moss for the swamp."""
    ink = palette.ink
    if order.kind == "bamboo grove":
        for k in range(3):
            knife.dab(box(0.06 * k, -0.2, 0.03 - 0.006 * k, 1.5), mix(ink, palette.near, 0.08 * k))
    else:
        for k in range(7):
            x = -0.02 + 0.05 * k
            drop = 1.0 - between(0.1, 0.36, seed, k, 1)
            knife.dab(outline([(x - 0.02, 1.1), (x + 0.025, 1.1), (x + 0.008, drop)]), ink)
        for i in range(4):
            pieces.reeds(knife, 0.03 + 0.07 * i, -0.05, between(0.3, 0.55, seed, i, 2), ink, seed + i)
    leafy(knife, seed, palette)


def plan(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """The grove's floor under its crowns, or a bank in black water."""
    if order.kind == "swamp":
        murk = mix(local(_MURK, palette), palette.sky_low, 0.12)
        return (
            overhead.floor("murk", murk, overhead.ripple(lighter(murk, 0.14)), 0.8, 0.3, order.seed),
            Sheet("bank", 0.0, lambda k, a, b: strip_above(k, a, b, palette.ground, 1.2, order), gap=1.0),
            overhead.crowns(palette, local(pieces.LEAF, palette), order.seed + 3, clear=2.2, pitch=4.2),
        )
    mark = overhead.stone(darker(palette.ground, 0.1))
    return (
        overhead.floor("leaves", palette.ground, mark, 0.34, 0.55, order.seed),
        Sheet("path", 0.0, lambda k, a, b: strip_above(k, a, b, lighter(palette.ground, 0.2), 0.7, order), gap=0.4),
        overhead.crowns(palette, local(_STALK, palette), order.seed + 5, clear=1.7, pitch=2.4),
    )
