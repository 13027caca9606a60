"""The sea: islands, a lighthouse, sails, wave after scalloped wave, and a beach to stand on; open water when the place
itself is a boat."""

from __future__ import annotations

import math

import skia

from engine.backends.animatic.palette import Colour, Palette, darker, lighter, mix
from engine.backends.animatic.paper import Knife, between, blob, cells, chance, grid, land, outline, ridge, skia_colour
from engine.backends.animatic.sets import deck, eastern, overhead, parts
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

SHORE_Z = 3.6
"""Where the water begins when there is a beach."""

_AFLOAT = ("boat", "ship", "raft", "aboard", "deck", "open sea", "ferry", "船", "舟", "筏", "甲板", "江心", "海上")
_ASHORE = ("beach", "shore", "sand", "pier", "dock", "bank", "side", "沙滩", "岸", "码头", "滩", "边", "畔")


def is_afloat(order: SetOrder) -> bool:
    """Whether the stage itself is water."""
    return order.kind == "sea" and not deck.has_deck(order) and afloat(order.words)


def afloat(words: str) -> bool:
    """Whether words for a place put us on the water, and not on its shore."""
    words = words.lower()
    return any(word in words for word in _AFLOAT) and not any(word in words for word in _ASHORE)


def sheets(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Out to sea from the water's edge."""
    shore = -30.0 if is_afloat(order) else SHORE_Z
    depths = [
        z
        for z in (110.0, 68.0, 44.0, 29.0, 19.0, 12.5, 8.2, 5.4, 3.2, 1.7, 0.6, -0.5, -1.6, -3.0, -5.0, -8.0, -13.0)
        if z > shore
    ]
    return (
        parts.sky(order, palette, sun=(between(-60, -24, order.seed, 5), 50), clouds=0.6),
        Sheet("islands", 150.0, lambda k, a, b: _islands(k, a, b, order, palette), top=22, bottom=-3),
        Sheet("headland", 66.0, lambda k, a, b: _headland(k, a, b, order, palette), top=24, bottom=-3),
        Sheet("sails", 34.0, lambda k, a, b: _sails(k, a, b, order, palette), top=9, bottom=-1),
        *(_wave(z, i, order, palette) for i, z in enumerate(depths)),
        *((_wave(-0.12, 40, order, palette, raised=0.16),) if is_afloat(order) else ()),
        Sheet("gulls", 24.0, lambda k, a, b: _gulls(k, a, b, order, palette), top=14, bottom=2, gap=0),
        *_foreground(order, palette),
        *(
            ()
            if is_afloat(order) or deck.has_deck(order) or not eastern.is_eastern(order)
            else (_willow_sheet(order, palette),)
        ),
    )


def _foreground(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """What one stands on: planks, sand, or nothing but water."""
    if deck.has_deck(order):
        return deck.sheets(order, palette)
    return () if is_afloat(order) else _beach(order, palette)


def _willow_sheet(order: SetOrder, palette: Palette) -> Sheet:
    side = -1 if chance(order.seed, 12) < 0.5 else 1  # across from the headland, or both would crowd one edge
    return Sheet(
        "willow", 2.3, lambda k, a, b: eastern.willows(k, a, b, 2.3, -side, order, palette), top=5, bottom=-0.5, gap=1.2
    )


def water(z: float, palette: Palette) -> Colour:
    """Deep water near, the sky's colour far away."""
    deep = darker(palette.near, 0.05 + 0.02 * max(0.0, 4 - z))
    return palette.at(mix(deep, palette.far, 0.25 + 0.45 * min(1.0, max(0.0, z) / 80)), z * 0.6)


def _wave(z: float, row: int, order: SetOrder, palette: Palette, raised: float = 0.0) -> Sheet:
    """A scalloped strip of water; the one just before the stage is `raised`, so that hulls sit in it and not on it."""
    swell = {"storm": 2.4, "wind": 1.6, "rain": 1.2}.get(order.weather, 1.0)
    high = (0.10 + 0.006 * max(z, 0)) * swell
    length = 1.5 + max(z, 0.0) * 0.10

    def edge(x: float) -> float:
        u = (x / length + 0.37 * row) % 1.0
        return raised + high * (1.5 * (2 * abs(u - 0.5)) ** 2 - 0.9 + 0.5 * ridge(x, length * 5, order.seed + row))

    def paint(knife: Knife, x0: float, x1: float) -> None:
        tone = water(z, palette)
        step = max(length / 18, (x1 - x0) / 900)
        shape = land(x0, x1, step, edge, -60)
        for up, alpha in ((2.4, 0.06), (1.1, 0.08)):
            knife.canvas.save()
            knife.canvas.translate(0, up * knife.line)
            knife.dab(shape, palette.shade, alpha)
            knife.canvas.restore()
        knife.dab(shape, lighter(tone, 0.32 if z < 10 else 0.16))
        knife.canvas.save()
        knife.canvas.translate(0, -(1.6 if z > 12 else 2.3) * knife.line)
        knife.dab(shape, tone)
        knife.canvas.restore()
        _ripples(knife, x0, x1, z, row, order, palette, tone)

    return Sheet(f"wave {z:g}", z, paint, top=raised + high * 2, gap=0, joins=True)


def _ripples(
    knife: Knife, x0: float, x1: float, z: float, row: int, order: SetOrder, palette: Palette, tone: Colour
) -> None:
    pitch = (2.0 + max(z, 0) * 0.25) * max(1, math.ceil((x1 - x0) / (2.0 + max(z, 0) * 0.25) / 60))
    glitter = mix(palette.light, tone, 0.35)
    sun = between(-60, -24, order.seed, 5) / parts.SKY_Z
    for i in cells(x0, x1, pitch):
        if chance(order.seed, row, i, 5) < 0.45:
            continue
        x = (i + chance(order.seed, row, i, 6)) * pitch
        near_sun = abs(x - sun * (z + 8)) < 0.10 * (z + 10) and order.weather in ("clear", "wind")
        y = -0.22 - 0.01 * max(z, 0) - 0.25 * chance(order.seed, row, i, 7)
        w = pitch * between(0.12, 0.26, order.seed, row, i, 8)
        knife.dab(
            blob(x, y, w, 0.028 + 0.0022 * max(z, 0), i + row, 0.1, 8),
            glitter if near_sun else lighter(tone, 0.13),
            0.85,
        )


def _islands(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(palette.far, 70)
    knife.cut(
        land(x0, x1, 2.2, lambda x: 13 * ridge(x, 85, order.seed + 3) - 4 + 1.5 * ridge(x, 11, order.seed), -6),
        tone,
        0.6,
    )


def _headland(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """Cliffs to one side with a lighthouse, again every so often for wide views."""
    # Nearer than its place by the air: a cliff as pale as the sky would leave the lighthouse floating.
    tone = palette.at(mix(palette.far, palette.near, 0.6), 22)
    side = 1 if chance(order.seed, 12) < 0.5 else -1
    for i in cells(x0, x1, 170, 60):
        x = i * 170 + side * between(26, 36, order.seed, 13)
        hill = [
            (x - 26, -2),
            (x - 21, 1.5),
            (x - 12, 3),
            (x - 7, 7),
            (x + 3, 8.2),
            (x + 12, 7.4),
            (x + 20, 4),
            (x + 30, 3),
            (x + 34, -2),
        ]
        knife.cut(outline([(px if side > 0 else 2 * x - px, py) for px, py in hill]), tone, 0.9)
        lx = x + side * 1.5
        if eastern.is_eastern(order):
            eastern.pagoda(knife, lx, 7.4, 13, palette, 26)
            continue
        knife.cut(
            outline([(lx - 1.1, 7.5), (lx + 1.1, 7.5), (lx + 0.7, 14.5), (lx - 0.7, 14.5)]),
            palette.at(lighter(palette.sky_low, 0.35), 20),
            0.6,
        )
        knife.dab(
            outline([(lx - 0.96, 9.6), (lx + 0.96, 9.6), (lx + 0.83, 11.7), (lx - 0.83, 11.7)]),
            palette.at(palette.accent, 24),
        )
        knife.cut(outline([(lx - 0.6, 14.5), (lx + 0.6, 14.5), (lx + 0.6, 15.8), (lx - 0.6, 15.8)]), palette.light, 0.3)
        knife.cut(outline([(lx - 0.9, 15.8), (lx + 0.9, 15.8), (lx, 17.1)]), palette.at(palette.accent, 24), 0.3)
        if palette.is_dark or order.weather in ("fog", "storm"):
            knife.glow(lx, 15.1, 7, palette.light, 0.9)
            beam(knife, lx, 15.1, -side * 46, palette)


def beam(knife: Knife, x: float, y: float, reach: float, palette: Palette) -> None:
    """The lighthouse's light, `reach` metres to the right, gone before it ends."""
    ends = [skia.Point(x, y), skia.Point(x + reach, y)]
    stops = [skia_colour(palette.light, 0.20), skia_colour(palette.light, 0.07), skia_colour(palette.light, 0)]
    shader = skia.GradientShader.MakeLinear(ends, stops, [0.0, 0.4, 1.0])
    wedge = outline([(x, y + 0.25), (x + reach, y + 5), (x + reach, y - 0.8), (x, y - 0.1)])
    knife.canvas.drawPath(wedge, skia.Paint(AntiAlias=True, Shader=shader))


def _sails(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    if order.weather == "storm":
        return
    for i in cells(x0, x1, 24, 6):
        if chance(order.seed, i, 21) < 0.45:
            continue
        x, s = (i + between(0.2, 0.8, order.seed, i, 22)) * 24, between(0.75, 1.25, order.seed, i, 23)
        sail = palette.at(palette.accent if chance(order.seed, i, 24) < 0.4 else lighter(palette.sky_low, 0.5), 16)
        if eastern.is_eastern(order):
            eastern.junk(
                knife,
                x,
                s,
                mix(sail, palette.at(mix(palette.accent, palette.ground, 0.5), 16), 0.5),
                palette.at(darker(palette.near, 0.4), 18),
            )
            continue
        knife.cut(outline([(x - 0.1 * s, 1.0 * s), (x - 0.1 * s, 6 * s), (x + 2.5 * s, 1.2 * s)]), sail, 0.6)
        knife.cut(
            outline([(x - 0.35 * s, 1.1 * s), (x - 0.35 * s, 5 * s), (x - 1.7 * s, 1.3 * s)]), darker(sail, 0.08), 0.6
        )
        knife.cut(
            outline([(x - 2.0 * s, 0.75 * s), (x + 2.6 * s, 0.75 * s), (x + 1.8 * s, -0.5), (x - 1.5 * s, -0.5)]),
            palette.at(darker(palette.near, 0.4), 18),
            0.6,
        )


def _gulls(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    if order.weather in ("storm", "fog"):
        return
    tone = lighter(palette.sky_low, 0.5) if not palette.is_dark else palette.at(palette.near, 10)
    for i in cells(x0, x1, 7):
        if chance(order.seed, i, 31) < 0.6:
            continue
        x, y, s = (
            (i + chance(order.seed, i, 32)) * 7,
            between(5, 11, order.seed, i, 33),
            between(0.35, 0.6, order.seed, i, 34),
        )
        lift = between(0.25, 0.5, order.seed, i, 35)
        knife.dab(
            outline(
                [
                    (x - 2 * s, y + lift * s),
                    (x - 0.9 * s, y + (lift + 0.35) * s),
                    (x, y),
                    (x + 0.9 * s, y + (lift + 0.35) * s),
                    (x + 2 * s, y + lift * s),
                    (x + 0.8 * s, y + lift * 0.5 * s),
                    (x, y - 0.28 * s),
                    (x - 0.8 * s, y + lift * 0.5 * s),
                ]
            ),
            tone,
        )


def _beach(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Wet sand, a foam line, dry sand with shells and grass."""

    def foam(knife: Knife, x0: float, x1: float) -> None:
        def edge(x: float, lag: float = 0.0) -> float:
            return -0.02 + 0.05 * ridge(x + lag, 2.6, order.seed + 40) + 0.03 * math.sin(x * 1.7 + lag)

        step = max(0.16, (x1 - x0) / 700)
        knife.dab(land(x0, x1, step, lambda x: edge(x) + 0.10, -60), lighter(water(3, palette), 0.62), 0.95)
        knife.dab(land(x0, x1, step, lambda x: edge(x) + 0.03, -60), palette.at(darker(palette.ground, 0.17), 3))

    def tone(z: float) -> Colour:
        return mix(darker(palette.ground, 0.10), lighter(palette.ground, 0.08), min(1, max(0, (2.6 - z) / 3)))

    dunes = Sheet(
        "dune grass", 1.2, lambda k, a, b: _dune_grass(k, a, b, order, palette), top=1.0, bottom=-0.2, gap=0.6
    )
    rows = parts.ground(
        palette, tone, lambda k, a, b, z, row: _shells(k, a, b, z, row, order, palette), bump=0.05, until=3.0
    )
    return (Sheet("foam", 3.5, foam, top=0.4, gap=0), dunes, *rows)


def _dune_grass(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(mix(palette.near, palette.ground, 0.45), 2)
    for i in cells(x0, x1, 2.4):
        x = (i + chance(order.seed, i, 51)) * 2.4
        if abs(x) > 2 and chance(order.seed, i, 52) < 0.6:
            for k in range(3):
                parts.grass(
                    knife,
                    x + 0.14 * k,
                    -0.02,
                    between(0.35, 0.7, order.seed, i, k, 53),
                    mix(tone, lighter(tone, 0.2), 0.3 * k),
                    order.seed + i + k,
                )


def _shells(knife: Knife, x0: float, x1: float, z: float, row: int, order: SetOrder, palette: Palette) -> None:
    sand = palette.at(palette.ground, z)
    pitch = 0.9 * max(1, math.ceil((x1 - x0) / 70))
    for i in cells(x0, x1, pitch):
        x, pick = (i + chance(order.seed, row, i, 1)) * pitch, chance(order.seed, row, i, 2)
        y = -between(0.06, 0.3, order.seed, row, i, 3)
        if pick < 0.10:
            knife.cut(blob(x, y, 0.05, 0.035, i, 0.1, 8), lighter(mix(palette.accent, sand, 0.55), 0.2), 0.3)
        elif pick < 0.6:
            knife.dab(blob(x, y, between(0.15, 0.4, order.seed, row, i, 4), 0.016, i, 0.1, 8), darker(sand, 0.07), 0.7)


def wing(knife: Knife, side: int, seed: int, order: SetOrder, palette: Palette) -> None:
    """Reeds or rocks in the lower corner and, half of the time, a bough from above."""
    if deck.has_deck(order):
        return  # no reeds on a ship
    ink = palette.ink
    for i in range(9):
        x = -0.03 + 0.035 * i
        h = between(0.35, 0.75, seed, i, 1) * (1 - i * 0.07)
        sway = between(0.02, 0.10, seed, i, 2)
        knife.dab(
            outline(
                [
                    (x - 0.008, -0.1),
                    (x + sway * 0.4, h * 0.6),
                    (x + sway, h),
                    (x + sway * 0.45 + 0.012, h * 0.6),
                    (x + 0.010, -0.1),
                ]
            ),
            ink,
        )
        if i % 3 == 0:
            knife.dab(blob(x + sway * 0.8, h * 0.9, 0.012, 0.05, i, 0.05), mix(ink, palette.accent, 0.2))
    knife.dab(land(-0.3, 0.9, 0.03, lambda x: 0.12 - 0.3 * max(0.0, x) + 0.02 * ridge(x, 0.1, seed), -0.3), ink)
    if chance(seed, 7) < 0.5:
        for i in range(4):
            parts.leaf_spray(knife, -0.05, 1.04, -0.2 - 0.2 * i, between(0.3, 0.5, seed, i, 8), ink, seed + i, 11)


def plan(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Sand and foam, or water all over, from above."""
    if deck.has_deck(order):
        return deck.plan(order, palette)
    if is_afloat(order):
        tone = water(1.0, palette)
        return (overhead.floor("water", tone, _arc(lighter(tone, 0.16)), 0.62, 0.55, order.seed),)
    sand = palette.ground
    floor = overhead.floor("sand", sand, overhead.stone(lighter(sand, 0.15)), 0.55, 0.25, order.seed)
    return (floor, Sheet("tide", 0.0, lambda k, a, b: _tide(k, a, b, order, palette), gap=0.5))


def _arc(tone: Colour) -> overhead.Mark:
    def mark(knife: Knife, x: float, y: float, seed: int) -> None:
        r = between(0.16, 0.34, seed, 1)
        over = [(x + r * math.cos(a), y + r * 0.45 * math.sin(a)) for a in (0.4, 0.9, 1.57, 2.2, 2.7)]
        under = [(px, py - 0.035 * (1 - abs(px - x) / r)) for px, py in reversed(over)]
        knife.dab(outline(over + under), tone, 0.9)

    return mark


def _tide(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    step = max(0.12, (x1 - x0) / 500)
    for lag, tone in (
        (0.0, darker(palette.ground, 0.15)),
        (0.22, lighter(water(3, palette), 0.6)),
        (0.34, water(3, palette)),
        (0.95, darker(water(2, palette), 0.08)),
    ):
        xs = grid(x0, x1, step)
        line = [(x, 0.9 + lag + 0.16 * ridge(x, 2.4, order.seed + int(lag * 9))) for x in xs]
        knife.dab(outline([*line, (xs[-1], 60), (xs[0], 60)]), tone)
