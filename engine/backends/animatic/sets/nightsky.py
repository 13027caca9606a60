"""The night sky: a low hill under a great sky, a large moon, the Milky Way as torn tissue, a lone tree or roofs. By day
the same hill has kites and clouds."""

from __future__ import annotations

import math

from engine.backends.animatic import heavens
from engine.backends.animatic.palette import Colour, Palette, darker, lighter, mix
from engine.backends.animatic.paper import Knife, between, blob, cells, chance, grid, land, living, outline, ridge
from engine.backends.animatic.sets import airless, overhead, parts
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

_ROOF = ("roof", "tower", "balcony", "city", "屋顶", "楼", "城", "台")


def sheets(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Looking up more than out."""
    if airless.is_airless(order.words):
        return airless.sheets(order, palette)
    side = -1 if chance(order.seed, 4) < 0.5 else 1
    high = any(word in order.words.lower() for word in _ROOF)
    stage = _roof_rows(order, palette) if high else _hill_rows(order, palette)
    return (
        parts.sky(
            order,
            palette,
            sun=(side * between(22, 44, order.seed, 5), between(58, 70, order.seed, 6)),
            clouds=0.25,
            moon=False,
        ),
        Sheet("milky way", 290.0, lambda k, a, b: _milky_way(k, a, b, order, palette), gap=0, veil=True),
        Sheet("great moon", 280.0, lambda k, a, b: _great_moon(k, side, order, palette), gap=0),
        Sheet("cloud bank", 140.0, lambda k, a, b: _bank(k, a, b, side, order, palette), top=60, bottom=-4, gap=1.0),
        parts.hills(palette, "far hills", 95.0, palette.far, 4.5, 6.0, 70, order.seed + 3, snow=0.5 * palette.snowy),
        parts.hills(
            palette,
            "mid hills",
            42.0,
            mix(palette.far, palette.near, 0.6),
            1.6,
            2.6,
            36,
            order.seed + 6,
            snow=0.5 * palette.snowy,
        ),
        Sheet("village", 26.0, lambda k, a, b: _village(k, a, b, order, palette), top=7, bottom=-2, gap=0.8),
        Sheet(
            "lone tree", 7.0, lambda k, a, b: _lone_tree(k, a, b, -side, order, palette), top=7, bottom=-0.5, gap=1.2
        ),
        *stage,
    )


def _moon_at(side: int, order: SetOrder) -> tuple[float, float]:
    return -side * between(34, 48, order.seed, 8), between(50, 60, order.seed, 9)


_MARIA = (
    (-0.35, 0.25, 0.30),
    (0.10, 0.42, 0.17),
    (0.32, -0.05, 0.23),
    (-0.10, -0.42, 0.20),
    (-0.55, -0.22, 0.12),
    (0.55, 0.40, 0.10),
)


def _great_moon(knife: Knife, side: int, order: SetOrder, palette: Palette) -> None:
    """A moon four times life size, with three halos; a shooting star now and then."""
    if not palette.is_dark or order.weather in ("rain", "storm", "fog", "snow"):
        return
    x, y = _moon_at(side, order)
    r = 19.0
    lit = heavens.moon(order, x, y, r)
    if lit is None:
        return
    for grow, alpha in ((2.5, 0.07), (1.85, 0.09), (1.4, 0.13)):
        knife.dab(blob(x, y, r * grow, r * grow, order.seed, 0.02, 19), palette.light, alpha)
    knife.cut(lit, palette.light, 0.8)
    whole = "crescent" not in order.air and "half moon" not in order.air
    mare = mix(palette.light, palette.far, 0.20)
    for dx, dy, size in _MARIA if whole else ():
        knife.dab(blob(x + dx * r, y + dy * r, size * r, size * r * 0.84, int(size * 100), 0.14, 11), mare)
    sx, sy = side * 20, 92
    knife.dab(outline([(sx, sy), (sx + side * 26, sy + 12), (sx + side * 0.9, sy - 0.6)]), palette.light, 0.5)
    knife.dab(parts.sparkle(sx, sy, 1.9), palette.light)


def _milky_way(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    if not palette.is_dark or order.weather in ("rain", "storm", "fog", "snow"):
        return
    xs = grid(x0, x1, 6)

    def middle(x: float) -> float:
        return 96 + 0.22 * x + 9 * ridge(x, 110, order.seed + 11)

    for wide, alpha in ((27, 0.09), (17, 0.10), (8, 0.12)):
        over = [(x, middle(x) + wide * (0.8 + 0.4 * ridge(x, 30, order.seed + wide))) for x in xs]
        under = [(x, middle(x) - wide * (0.8 + 0.4 * ridge(x, 26, order.seed + wide + 1))) for x in reversed(xs)]
        knife.dab(outline(over + under), lighter(palette.sky_low, 0.3), alpha)
    for i in cells(x0, x1, 2.2):
        x = (i + chance(order.seed, i, 1)) * 2.2
        y = middle(x) + 22 * (chance(order.seed, i, 2) + chance(order.seed, i, 3) - 1)
        knife.dab(blob(x, y, 0.30, 0.30, i, 0.2, 6), palette.light, 0.4 + 0.5 * chance(order.seed, i, 4))


def _bank(knife: Knife, x0: float, x1: float, side: int, order: SetOrder, palette: Palette) -> None:
    tone = mix(palette.sky_low, palette.far, 0.35)
    for i in cells(x0, x1, 36, 30):
        if chance(order.seed, i, 21) < 0.75:
            x, w = (i + chance(order.seed, i, 22)) * 36, between(20, 42, order.seed, i, 24)
            # The bank is half as far away as the moon: half the distance, half the size.
            if palette.is_dark and abs(x - _moon_at(side, order)[0] / 2) < w / 2 + 15:
                continue
            knife.cut(
                parts.cloud(x, between(10, 24, order.seed, i, 23), w, order.seed + i),
                lighter(tone, 0.08),
                1.1,
            )


def _village(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """A few small roofs with one lit window each, down in the valley."""
    tone = palette.at(darker(palette.near, 0.05), 26)
    for i in cells(x0, x1, 3.2, 3):
        if ridge(i * 3.2, 40, order.seed + 31, 2) < 0.05:
            continue
        x, w, h = (
            (i + 0.4 * chance(order.seed, i, 32)) * 3.2,
            between(1.8, 2.8, order.seed, i, 33),
            between(1.2, 2.4, order.seed, i, 34),
        )
        knife.rect(x, -1, w, h + 1, tone, 0.5)
        knife.cut(
            outline([(x - 0.3, h), (x + w + 0.3, h), (x + w / 2, h + w * 0.5)]),
            darker(tone, 0.15) if not palette.snowy else palette.snow,
            0.5,
        )
        if chance(order.seed, i, 35) < 0.75:
            lit = palette.is_dark or order.time_of_day == "dusk"
            if lit:
                knife.glow(x + w / 2, h * 0.45, 2.0, palette.light, 0.6)
            knife.dab(
                outline(
                    [
                        (x + w / 2 - 0.22, h * 0.3),
                        (x + w / 2 + 0.22, h * 0.3),
                        (x + w / 2 + 0.22, h * 0.3 + 0.6),
                        (x + w / 2 - 0.22, h * 0.3 + 0.6),
                    ]
                ),
                palette.light if lit else darker(tone, 0.25),
            )


@living("sway")
def _lone_tree(knife: Knife, x0: float, x1: float, side: int, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(darker(palette.near, 0.25), 6)
    for i in cells(x0, x1, 34, 8):
        x = i * 34 + side * between(3.9, 5.2, order.seed, 41)
        parts.bare_tree(knife, x, -0.3, 6.2, tone, order.seed + 3, 5)
        parts.foot(knife, x, 0.24, palette, 3.0, order.seed)
        if not palette.snowy:
            for k in range(16):
                a, r = 6.28 * chance(order.seed, k, 42), 1.5 * math.sqrt(chance(order.seed, k, 43))
                knife.dab(
                    blob(x + r * math.cos(a) * 1.15, 4.3 + r * math.sin(a) * 0.85, 0.30, 0.2, k, 0.2, 9),
                    mix(tone, lighter(tone, 0.16), chance(order.seed, k, 44)),
                    0.95,
                )


def _grass_tone(z: float, palette: Palette) -> Colour:
    return darker(palette.ground, 0.02 * max(0.0, 6 - z))


def _hill_rows(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    def blades(knife: Knife, x0: float, x1: float, z: float, row: int) -> None:
        if palette.snowy:
            return
        tone = palette.at(_grass_tone(z, palette), z)
        pitch = 0.36 * max(1, math.ceil((x1 - x0) / 34)) if z < 6 else 1.2
        for i in cells(x0, x1, pitch):
            x = (i + chance(order.seed, row, i, 1)) * pitch
            if chance(order.seed, row, i, 2) < 0.7:
                parts.grass(
                    knife,
                    x,
                    -0.05,
                    between(0.10, 0.30, order.seed, row, i, 3),
                    mix(lighter(tone, 0.10), darker(tone, 0.16), chance(order.seed, row, i, 4)),
                    order.seed + i,
                )

    crest = Sheet(
        "crest",
        10.0,
        lambda k, a, b: k.cut(
            land(a, b, 0.5, lambda x: 0.25 + 0.35 * ridge(x, 16, order.seed + 9), -40),
            palette.at(_grass_tone(8, palette), 9),
        ),
        top=1.2,
        gap=1.0,
    )
    fireflies = Sheet(
        "fireflies", 1.2, lambda k, a, b: _fireflies(k, a, b, order, palette), top=2.4, bottom=0, gap=0, veil=True
    )
    return (crest, fireflies, *parts.ground(palette, lambda z: _grass_tone(z, palette), blades, bump=0.10, until=8.0))


def _fireflies(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    if not palette.is_dark or order.weather not in ("clear", "wind"):
        return
    for i in cells(x0, x1, 0.9):
        if chance(order.seed, i, 51) < 0.5:
            x, y = (i + chance(order.seed, i, 52)) * 0.9, between(0.2, 1.7, order.seed, i, 53)
            knife.glow(x, y, 0.12, palette.light, 0.9)
            knife.dab(blob(x, y, 0.017, 0.017, i, 0.1, 7), palette.light)


def _roof_rows(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Ridge tiles instead of grass: a flat roof with its parapet, chimneys of the neighbours behind."""
    tile = darker(mix(palette.ground, palette.near, 0.35), 0.05)

    def tiles(knife: Knife, x0: float, x1: float, z: float, row: int) -> None:
        pitch = 0.42 * max(1, math.ceil((x1 - x0) / 40))
        tone = palette.at(tile, z)
        for i in cells(x0, x1, pitch):
            knife.dab(
                blob((i + 0.5 * (row % 2)) * pitch, -0.10, pitch * 0.42, 0.10, i + row, 0.03, 9),
                mix(tone, darker(tone, 0.14), chance(order.seed, row, i)),
                0.9,
            )

    parapet = Sheet("parapet", 5.6, lambda k, a, b: _parapet(k, a, b, order, palette), top=3.4, bottom=-1, gap=1.2)
    return (parapet, *parts.ground(palette, lambda z: tile, tiles, bump=0.0, until=5.0))


def _parapet(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(darker(palette.near, 0.12), 6)
    knife.rect(x0 - 1, -1, x1 - x0 + 2, 1.5, tone, 0.8)
    knife.rect(x0 - 1, 0.46, x1 - x0 + 2, 0.14, lighter(tone, 0.1), 0.8)
    for i in cells(x0, x1, 5.4, 2):
        x = (i + between(0.2, 0.8, order.seed, i, 61)) * 5.4
        knife.rect(x, 0.3, 0.8, between(1.2, 2.3, order.seed, i, 62), darker(tone, 0.14), 0.8)


def wing(knife: Knife, side: int, seed: int, order: SetOrder, palette: Palette) -> None:
    """Tall grass and a bare bough."""
    if airless.is_airless(order.words):
        airless.wing(knife, side, seed, order, palette)
        return
    ink = palette.ink
    for i in range(14):
        x = -0.04 + 0.03 * i
        parts.grass(knife, x, -0.04, between(0.16, 0.34, seed, i, 1) * (1 - 0.05 * i), ink, seed + i)
    knife.dab(land(-0.4, 0.95, 0.03, lambda x: 0.10 - 0.28 * max(0, x) + 0.02 * ridge(x, 0.1, seed), -0.3), ink)
    for k in range(3):
        y = 1.02 - 0.09 * k
        knife.dab(
            outline(
                [(-0.1, y - 0.01), (0.14, y - 0.06), (0.32 - 0.05 * k, y - 0.05), (0.14, y - 0.045), (-0.1, y + 0.03)]
            ),
            ink,
        )
        parts.leaf_spray(knife, 0.10, y - 0.05, -0.3 - 0.3 * k, 0.24, ink, seed + k, 7)


def plan(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Grass from above."""
    if airless.is_airless(order.words):
        return airless.plan(order, palette)
    ground = _grass_tone(1, palette)
    mark = overhead.tuft(lighter(ground, 0.12)) if not palette.snowy else overhead.stone(darker(ground, 0.06))
    return (
        overhead.floor("grass", ground, mark, 0.32, 0.6, order.seed),
        overhead.crowns(palette, darker(palette.near, 0.1), order.seed + 3, clear=1.9, pitch=3.6),
    )
