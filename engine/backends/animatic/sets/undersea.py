"""The bottom of the sea: blue behind blue, kelp, coral and shoals, light that falls from the surface.

The words may sink a palace there (龙宫); else chance sinks a ship or a temple's columns.
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

_SAND: Colour = (0.80, 0.74, 0.56)
_PALACE = re.compile(r"\b(?:palace|temple|atlantis|ruins?)\b|龙宫|宫", re.I)
_CORAL: tuple[Colour, ...] = ((0.90, 0.46, 0.42), (0.93, 0.66, 0.42), (0.74, 0.46, 0.66), (0.92, 0.76, 0.52))


def underwater(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Blue behind blue, kelp and coral, a shoal, light that falls from the surface; a sunken palace where it is one."""
    return (
        Sheet("sky", parts.SKY_Z, lambda k, a, b: _depths(k, a, b, order, palette), gap=0),
        *(
            Sheet(f"reef {z:g}", z, lambda k, a, b, z=z, h=h: _reef(k, a, b, z, h, order, palette), top=h * 1.8, bottom=-6, gap=0.8)
            for z, h in ((110.0, 24.0), (58.0, 10.0), (28.0, 3.6))
        ),
        Sheet("wreck", 34.0, lambda k, a, b: _wreck(k, a, b, order, palette), top=16, bottom=-2, built=True),
        Sheet("shoal", 18.0, lambda k, a, b: _shoal(k, a, b, order, palette), top=11, bottom=1, gap=0.6, life=True),
        Sheet("rays", 15.0, lambda k, a, b: _rays(k, a, b, order, palette), top=26, bottom=-2, gap=0, veil=True),
        Sheet("kelp far", 10.0, lambda k, a, b: _kelp(k, a, b, 10.0, order, palette), top=9, bottom=-0.5, gap=0.9),
        Sheet("coral", 4.6, lambda k, a, b: _corals(k, a, b, 4.6, order, palette), top=2.8, bottom=-0.5, gap=0.9),
        Sheet("coral near", 2.0, lambda k, a, b: _corals(k, a, b, 2.0, order, palette), top=1.6, bottom=-0.4, gap=0.8),
        Sheet("bubbles", 3.2, lambda k, a, b: _bubbles(k, a, b, order, palette), top=7, bottom=0, gap=0, veil=True),
        *parts.ground(palette, lambda z: _sand(palette), lambda k, a, b, z, row: _bed(k, a, b, z, row, order, palette), bump=0.10),
    )  # fmt: skip


def _sand(palette: Palette) -> Colour:
    return mix(local(_SAND, palette), palette.sky_low, 0.34)


def _depths(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """Bands of water, palest at the surface."""
    top = palette.sky_top
    knife.dab(box(x0, -400, x1 - x0, 800), top)
    for i in range(8):
        base, tone = 128 - 17 * i, mix(top, palette.sky_low, ((i + 1) / 8) ** 0.9)
        edge = land(x0, x1, 4, lambda x, b=base, i=i: b + 5 * ridge(x, 70, order.seed + i), -400)
        knife.dab(edge, lighter(tone, 0.08))
        knife.canvas.save()
        knife.canvas.translate(0, -2.2 * knife.line)
        knife.dab(edge, tone)
        knife.canvas.restore()


def _reef(knife: Knife, x0: float, x1: float, z: float, high: float, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(mix(palette.near, palette.far, min(0.8, z / 110)), z)
    knife.cut(
        land(
            x0,
            x1,
            high / 14,
            lambda x: high * (0.35 + 0.9 * max(-0.3, ridge(x, high * 4.5, order.seed + int(z), 4))),
            -8,
        ),
        tone,
        1.0,
    )


def _wreck(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """A palace's gates for the Dragon King; else a ship that went down, or columns."""
    tone = palette.at(mix(local(pieces.STONE, palette), palette.near, 0.3), 26)
    pick = 0.0 if _PALACE.search(order.words) else between(0.3, 1.0, order.seed, 21)
    for i in cells(x0, x1, 62, 14):
        x = i * 62 + between(6, 15, order.seed, i, 22) * (1 if chance(order.seed, 23) < 0.5 else -1)
        if pick < 0.3:
            gold = palette.at(local((0.90, 0.70, 0.36), palette), 18)
            for k, (w, y) in enumerate(((9.0, 0.0), (6.6, 4.4), (4.0, 8.2))):
                knife.rect(x - w / 2, y - 0.5 * (k == 0), w, 3.2, mix(tone, gold, 0.35), 0.8)
                for c in range(4):
                    knife.rect(x - w * 0.42 + w * 0.26 * c, y - 0.4 * (k == 0), 0.5, 3.1, gold, 0.5)
                knife.glow(x, y + 1.5, 4.0, palette.light, 0.35)
                eastern.roof(
                    knife, x, y + 3.0, w * 0.66, 1.7, palette.at(local((0.28, 0.52, 0.52), palette), 18), palette
                )
        elif pick < 0.62:
            wood = palette.at(darker(local(pieces.WOOD, palette), 0.35), 26)
            knife.cut(
                curve(
                    [
                        (x - 9, 5.6),
                        (x - 7, 1.0),
                        (x - 2, -1.2),
                        (x + 5, -1),
                        (x + 8, 1.4),
                        (x + 9.4, 4.2),
                        (x + 5, 3.2),
                        (x - 1, 3.0),
                        (x - 5, 3.8),
                    ]
                ),
                wood,
                1.0,
            )
            for dx, h in ((-3.5, 9.5), (2.5, 7.0)):
                knife.cut(
                    outline([(x + dx - 0.2, 2), (x + dx + 0.2, 2), (x + dx + 1.4, h), (x + dx + 1.2, h)]), wood, 0.5
                )
                knife.cut(
                    outline(
                        [
                            (x + dx - 1.4, h * 0.72),
                            (x + dx + 3.2, h * 0.80),
                            (x + dx + 3.2, h * 0.83),
                            (x + dx - 1.4, h * 0.75),
                        ]
                    ),
                    wood,
                    0.3,
                )
            for k in range(5):
                knife.dab(blob(x - 5 + 2.4 * k, 1.6, 0.42, 0.42, k, 0.03), darker(wood, 0.35))
        else:
            for k in range(4):
                h = between(3.0, 9.0, order.seed, i, k, 24)
                knife.rect(x - 5 + 3.2 * k, -0.5, 1.1, h, tone, 0.8, 0.05)
                knife.rect(x - 5.3 + 3.2 * k, h - 0.6, 1.7, 0.5, lighter(tone, 0.08), 0.5)


def _shoal(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """Two or three shoals of paper fish, all one way."""
    for i in cells(x0, x1, 15, 5):
        seed = order.seed * 3 + i
        way, tone = (1 if chance(seed, 31) < 0.5 else -1), palette.at(local(choose(_CORAL, seed, 32), palette), 11)
        cx, cy = (i + chance(seed, 33)) * 15, between(3.0, 7.5, seed, 34)
        for k in range(9):
            x, y = cx + between(-3.2, 3.2, seed, k, 35), cy + between(-1.1, 1.1, seed, k, 36)
            s = between(0.28, 0.5, seed, k, 37)
            knife.cut(
                curve(
                    [
                        (x + way * s, y),
                        (x + way * 0.3 * s, y + 0.42 * s),
                        (x - way * 0.7 * s, y + 0.1 * s),
                        (x - way * 0.7 * s, y - 0.1 * s),
                        (x + way * 0.3 * s, y - 0.42 * s),
                    ]
                ),
                mix(tone, lighter(tone, 0.25), chance(seed, k, 38)),
                0.3,
            )
            knife.dab(
                outline(
                    [(x - way * 0.55 * s, y), (x - way * 1.15 * s, y + 0.38 * s), (x - way * 1.15 * s, y - 0.38 * s)]
                ),
                tone,
            )


def _rays(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    strength = 0.10 if palette.is_dark else 0.26
    for i in cells(x0, x1, 4.6, 12):
        if chance(order.seed, i, 41) < 0.6:
            x, w = (i + chance(order.seed, i, 42)) * 4.6, between(0.7, 2.0, order.seed, i, 43)
            knife.tissue(
                outline([(x, -1), (x + w * 2.2, -1), (x + w + 6.5, 24), (x + 6.0, 24)]),
                lighter(palette.sky_top, 0.4),
                22,
                -0.5,
                strength,
            )


@living("waft")
def _kelp(knife: Knife, x0: float, x1: float, z: float, order: SetOrder, palette: Palette) -> None:
    """Ribbons that sway in one current, each with its leaves."""
    tone = palette.at(local((0.30, 0.50, 0.34), palette), z)
    for i in cells(x0, x1, 1.5, 2):
        seed = order.seed * 7 + i
        x, tall = (i + chance(seed, 1)) * 1.5, between(2.4, 7.5, seed, 2)
        if abs(x) < 2.6 or chance(order.seed, i // 4, 3) < 0.42:
            continue
        spine = [(x + 0.30 * math.sin(0.75 * k + seed) * (0.4 + k / 12) + 0.05 * k, tall * k / 12) for k in range(13)]
        knife.stroke(spine, 0.08, darker(tone, 0.15))
        for k, (px, py) in enumerate(spine[1:]):
            side = 1 if k % 2 else -1
            long = 0.55 * (1 - 0.4 * k / 12)
            knife.dab(
                curve(
                    [
                        (px, py),
                        (px + side * long * 0.5, py + 0.28),
                        (px + side * long, py + 0.45),
                        (px + side * long * 0.6, py + 0.12),
                    ]
                ),
                mix(tone, lighter(tone, 0.18), chance(seed, k, 4)),
            )


def _corals(knife: Knife, x0: float, x1: float, z: float, order: SetOrder, palette: Palette) -> None:
    """Fans, fingers, brains and stones, clear of the middle."""
    for i in cells(x0, x1, 1.9, 1):
        seed = order.seed * 5 + i * 3 + int(z * 10)
        x, s = (i + chance(seed, 1)) * 1.9, between(0.5, 1.0, seed, 2) * (0.7 if z < 3 else 1.25)
        if abs(x) < 1.6 or chance(seed, 3) < 0.2:
            continue
        tone, pick = palette.at(local(choose(_CORAL, seed, 4), palette), z), chance(seed, 5)
        if pick < 0.34:
            parts.bare_tree(knife, x, -0.2, s * 1.9, tone, seed, 4)
        elif pick < 0.55:
            for k in range(5):
                knife.cut(
                    curve(
                        [
                            (x + 0.2 * s * (k - 2) - 0.1 * s, -0.2),
                            (x + 0.3 * s * (k - 2) - 0.12 * s, s * 0.9),
                            (x + 0.32 * s * (k - 2), s * (1.25 - 0.16 * abs(k - 2))),
                            (x + 0.3 * s * (k - 2) + 0.12 * s, s * 0.85),
                            (x + 0.2 * s * (k - 2) + 0.1 * s, -0.2),
                        ]
                    ),
                    mix(tone, lighter(tone, 0.2), k / 5),
                    0.6,
                )
        elif pick < 0.75:
            knife.cut(blob(x, 0.25 * s, 0.62 * s, 0.5 * s, seed, 0.05, 14), tone, 0.8)
            for k in range(6):
                knife.dab(
                    blob(
                        x + s * between(-0.4, 0.4, seed, k, 6),
                        s * between(0.1, 0.6, seed, k, 7),
                        0.09 * s,
                        0.05 * s,
                        k,
                        0.1,
                        8,
                    ),
                    darker(tone, 0.14),
                )
        else:
            pieces.rock(
                knife,
                x,
                -0.2,
                1.5 * s,
                0.9 * s,
                palette.at(mix(local(pieces.STONE, palette), palette.near, 0.4), z),
                seed,
                palette,
            )


@living("rise")
def _bubbles(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    for i in cells(x0, x1, 2.3):
        for k in range(4):
            if chance(order.seed, i, 51) < 0.4:
                r = between(0.03, 0.09, order.seed, i, k, 52)
                x, y = (
                    (i + chance(order.seed, i, 53)) * 2.3 + 0.12 * math.sin(k * 2.1),
                    0.5 + 1.2 * k + chance(order.seed, i, k, 54),
                )
                knife.dab(blob(x, y, r, r, k, 0.0, 10), lighter(palette.sky_top, 0.5), 0.45)
                knife.dab(
                    blob(x - r * 0.3, y + r * 0.3, r * 0.3, r * 0.3, k, 0.0, 8), lighter(palette.sky_top, 0.9), 0.8
                )


def _bed(knife: Knife, x0: float, x1: float, z: float, row: int, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(_sand(palette), z)
    pitch = 1.0 * max(1, math.ceil((x1 - x0) / 60))
    for i in cells(x0, x1, pitch):
        x, pick = (i + chance(order.seed, row, i, 1)) * pitch, chance(order.seed, row, i, 2)
        if pick < 0.55:
            knife.dab(
                blob(x, -between(0.08, 0.35, order.seed, row, i, 4), pitch * 0.35, 0.025, i, 0.1, 8),
                darker(tone, 0.09) if pick < 0.3 else lighter(tone, 0.12),
                0.8,
            )
        elif pick > 0.95 and z < 5:
            knife.dab(parts.sparkle(x, -0.1, 0.12), palette.at(local(_CORAL[1], palette), z))


def wing(knife: Knife, side: int, seed: int, order: SetOrder, palette: Palette) -> None:
    """Rock in the corner, and ribbons of weed that rise from it."""
    ink = palette.ink
    knife.dab(land(-0.5, 0.9, 0.03, lambda x: 0.24 - 0.42 * max(0.0, x) + 0.04 * ridge(x, 0.12, seed), -0.4), ink)
    for k in range(5):
        x, h = -0.02 + 0.05 * k, between(0.45, 0.85, seed, k, 1) * (1 - 0.12 * k)
        left = [(x - 0.014 * (1 - u) + 0.035 * math.sin(4 * u + k), u * h) for u in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)]
        right = [(px + 0.03 * (1.05 - py / h), py) for px, py in reversed(left)]
        knife.dab(curve([*left, *right]), mix(ink, palette.near, 0.07 * k))


def plan(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Sand between corals, from above."""
    tone, coral = _sand(palette), local(choose(_CORAL, order.seed, 61), palette)
    return (
        overhead.floor("sea bed", tone, overhead.ripple(lighter(tone, 0.14)), 0.6, 0.5, order.seed),
        overhead.crowns(palette, coral, order.seed + 7, clear=1.9, pitch=3.4),
    )
