"""Coasts, laid over the sea set's waves: a beach to laze on, a harbour's quay, a lighthouse on its rock.

The open sea stays the sea set's; these bring what people do at its edge.
"""

from __future__ import annotations

import math

from engine.backends.animatic.palette import Colour, Palette, darker, lighter, local, mix
from engine.backends.animatic.paper import Knife, between, blob, cells, chance, choose, curve, land, outline, ridge
from engine.backends.animatic.sets import desert, eastern, overhead, parts, pieces, sea, waters
from engine.backends.animatic.sets.pieces import box
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

QUAY_Z = 2.3
CAPE_Z, TURF_Z = 27.0, 8.0
_SEA: Colour = (0.24, 0.55, 0.62)
_HULLS: tuple[Colour, ...] = ((0.66, 0.26, 0.22), (0.22, 0.40, 0.52), (0.30, 0.46, 0.38), (0.82, 0.66, 0.36))


def beach(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """The sea's own shore with palms, parasols, boats drawn up or a lifeguard's hut."""
    dressing = int(chance(order.seed, 70) * 4) if not _tropical(order) else 0
    shore = tuple(s for s in sea.sheets(order, palette) if s.name not in ("headland",) or dressing != 0)
    extra = {0: _palms, 1: _parasols, 2: _drawn_up, 3: _huts}[dressing]
    return (
        *shore,
        Sheet("headlands", 90.0, lambda k, a, b: _headlands(k, a, b, order, palette), top=14, bottom=-3),
        Sheet(
            "on the sand",
            2.0,
            lambda k, a, b: extra(k, a, b, order, palette),
            top=7,
            bottom=-0.6,
            gap=1.0,
            life=dressing in (1, 3),
        ),
        Sheet("driftwood", 1.3, lambda k, a, b: _driftwood(k, a, b, order, palette), top=1.0, bottom=-0.3, gap=0.7),
    )


def _tropical(order: SetOrder) -> bool:
    words = order.words.lower()
    return any(
        word in words for word in ("palm", "tropic", "island", "paradise", "desert", "椰", "热带", "海岛", "荒岛")
    )


def _headlands(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(mix(palette.far, local(pieces.LEAF, palette), 0.4), 46)
    knife.cut(land(x0, x1, 1.5, lambda x: 14 * ridge(x, 120, order.seed + 6, 4) - 4.5, -6), tone, 0.8)


def _palms(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    desert.palms(knife, x0, x1, 0.95, order, palette)


def _parasols(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    for i in cells(x0, x1, 4.4, 2):
        seed = order.seed * 3 + i
        x = i * 4.4 + between(2.0, 2.8, order.seed, i, 1)
        if abs(x) < 1.8 or chance(seed, 2) < 0.25:
            continue
        tone = local(choose(((0.86, 0.36, 0.30), (0.28, 0.56, 0.60), (0.95, 0.76, 0.36)), seed, 3), palette)
        knife.rect(x - 0.03, -0.2, 0.06, 2.2, local((0.90, 0.86, 0.78), palette), 0.4)
        for k in range(6):
            a, b = -1.15 + 2.3 * k / 6, -1.15 + 2.3 * (k + 1) / 6
            wedge = outline(
                [(x + a, 1.65 - 0.05 * abs(a)), (x + (a + b) / 2, 1.58), (x + b, 1.65 - 0.05 * abs(b)), (x, 2.25)]
            )
            knife.cut(wedge, tone if k % 2 else lighter(tone, 0.6), 0.5)
        towel = local(choose(((0.93, 0.83, 0.60), (0.52, 0.70, 0.70), (0.90, 0.60, 0.55)), seed, 4), palette)
        knife.cut(outline([(x - 0.4, -0.25), (x + 1.5, -0.25), (x + 1.35, -0.05), (x - 0.3, -0.05)]), towel, 0.4)


def _drawn_up(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """Rowing boats on the sand, an oar against them, a net on poles."""
    for i in cells(x0, x1, 6.5, 4):
        for side in (-1, 1):
            seed = order.seed * 5 + i * 2 + side
            x = i * 6.5 + side * between(3.0, 3.8, seed, 1)
            if chance(seed, 2) < 0.65:
                hull = local(choose(_HULLS, seed, 3), palette)
                shape = curve(
                    [
                        (x - 1.9, 0.75),
                        (x - 1.3, -0.15),
                        (x, -0.2),
                        (x + 1.4, -0.15),
                        (x + 2.1, 0.85),
                        (x + 1.2, 0.58),
                        (x, 0.5),
                        (x - 1.2, 0.56),
                    ]
                )
                knife.cut(shape, hull, 1.0)
                knife.dab(
                    curve(
                        [
                            (x - 1.75, 0.72),
                            (x - 1.2, 0.38),
                            (x, 0.3),
                            (x + 1.3, 0.38),
                            (x + 1.95, 0.8),
                            (x + 1.2, 0.56),
                            (x, 0.47),
                            (x - 1.2, 0.54),
                        ]
                    ),
                    lighter(hull, 0.4),
                )
                knife.stroke([(x - 0.2, -0.1), (x + 1.0, 1.3)], 0.06, local(pieces.WOOD, palette))
            else:
                post = darker(local(pieces.WOOD, palette), 0.2)
                for dx in (-1.0, 1.0):
                    knife.rect(x + dx, -0.2, 0.07, 1.9, post, 0.5)
                for k in range(7):
                    sag = [
                        (x - 1.0 + 2.0 * u, 1.6 - 0.17 * k - 0.35 * math.sin(math.pi * u))
                        for u in (0, 0.25, 0.5, 0.75, 1.0)
                    ]
                    knife.stroke(sag, 0.014, darker(local(pieces.REED, palette), 0.2), 0.8)


def _huts(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """A row of bathing huts, striped."""
    for i in cells(x0, x1, 2.0, 1):
        x = i * 2.0
        if abs(x + 0.8) < 2.6 or chance(order.seed, i, 1) < 0.12:
            continue
        tone = local(
            choose(((0.85, 0.42, 0.36), (0.36, 0.58, 0.62), (0.93, 0.78, 0.46), (0.55, 0.66, 0.48)), order.seed, i, 2),
            palette,
        )
        knife.rect(x, -0.2, 1.6, 2.1, tone, 0.9)
        for k in range(4):
            knife.dab(box(x + 0.1 + 0.4 * k, -0.2, 0.2, 2.1), lighter(tone, 0.55))
        knife.rect(x + 0.5, -0.2, 0.6, 1.5, darker(tone, 0.25), 0.4)
        knife.cut(
            outline([(x - 0.14, 1.85), (x + 1.74, 1.85), (x + 0.8, 2.65)]),
            palette.snow if palette.snowy else darker(tone, 0.15),
            0.7,
        )


def _driftwood(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """A log to sit on, rocks with a pool: clear of the middle."""
    wood, stone = local((0.66, 0.58, 0.48), palette), local(pieces.STONE, palette)
    for i in cells(x0, x1, 5.2, 2):
        seed = order.seed + i * 7
        x = i * 5.2 + between(1.9, 3.2, seed, 1)
        if abs(x) < 1.7:
            continue
        if chance(seed, 2) < 0.45:
            knife.cut(
                curve([(x - 1.0, -0.05), (x - 0.9, 0.28), (x, 0.34), (x + 0.9, 0.3), (x + 1.1, 0.02), (x, -0.12)]),
                wood,
                0.8,
            )
            knife.cut(outline([(x + 0.35, 0.28), (x + 0.75, 0.74), (x + 0.66, 0.3)]), wood, 0.4)
            knife.dab(blob(x - 0.95, 0.12, 0.08, 0.15, 3, 0.05), lighter(wood, 0.25))
        elif chance(seed, 2) < 0.8:
            pieces.rock(knife, x, -0.15, between(0.5, 1.1, seed, 3), between(0.3, 0.55, seed, 4), stone, seed, palette)


def _harbour_sea(order: SetOrder, palette: Palette, depths: tuple[float, ...], level: float) -> tuple[Sheet, ...]:
    tone = mix(local(_SEA, palette), palette.near, 0.35)
    return tuple(waters.strip(z, i, order, palette, tone=palette.at(mix(tone, palette.far, min(0.5, z / 120)), z * 0.5), level=level, calm=0.8) for i, z in enumerate(depths))  # fmt: skip


def harbour(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """The quay, boats at their moorings, warehouses and cranes across the basin."""
    return (
        parts.sky(order, palette, clouds=0.6),
        parts.hills(palette, "hills", 160.0, palette.far, 6.0, 9.0, 90, order.seed + 4, snow=0.5 * palette.snowy),
        Sheet("waterfront", 84.0, lambda k, a, b: _waterfront(k, a, b, order, palette), top=20, bottom=-3, built=True),
        *_harbour_sea(order, palette, (80.0, 55.0, 38.0), -1.1),
        Sheet("boats far", 27.0, lambda k, a, b: _boats(k, a, b, 27.0, 9.0, 1.0, order, palette), top=9, bottom=-2, life=True),
        *_harbour_sea(order, palette, (26.9, 18.0, 12.0), -1.1),
        Sheet("boats near", 8.0, lambda k, a, b: _boats(k, a, b, 8.0, 7.0, 0.95, order, palette), top=9, bottom=-2, gap=1.2, life=True),
        *_harbour_sea(order, palette, (7.9, 5.2, 3.4), -1.1),
        Sheet("gulls", 20.0, lambda k, a, b: pieces.birds(k, a, b, 7, 4, 10, 0.45, lighter(palette.sky_low, 0.4), order.seed), top=13, bottom=2, gap=0, life=True),
        Sheet("quay", QUAY_Z, lambda k, a, b: _quay(k, a, b, order, palette), top=1.2, bottom=-0.6, gap=0.9),
        Sheet("cargo", 1.7, lambda k, a, b: _cargo(k, a, b, order, palette), top=2.4, bottom=-0.3, gap=0.9),
        *parts.ground(palette, lambda z: _flags(palette), lambda k, a, b, z, row: _joints(k, a, b, z, row, order, palette), bump=0.0, until=QUAY_Z),
    )  # fmt: skip


def _flags(palette: Palette) -> Colour:
    return mix(local(pieces.STONE, palette), palette.ground, 0.5)


def _waterfront(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """Gabled warehouses shoulder to shoulder with a crane over them; upturned roofs where the words are Chinese."""
    for i in cells(x0, x1, 7.4, 8):
        seed = order.seed * 3 + i
        x, w, h = i * 7.4, between(6.4, 7.4, seed, 1), between(4.2, 7.6, seed, 2)
        wall = palette.at(
            mix(
                local(choose(((0.70, 0.42, 0.34), (0.82, 0.70, 0.50), (0.60, 0.62, 0.60)), seed, 3), palette),
                palette.far,
                0.25,
            ),
            40,
        )
        knife.rect(x, -3, w, h + 3, wall, 0.8)
        roof = palette.snow if palette.snowy else darker(wall, 0.25)
        if eastern.is_eastern(order):
            eastern.roof(knife, x + w / 2, h - 0.3, w * 0.62, 2.4, roof, palette)
        else:
            knife.cut(outline([(x - 0.2, h), (x + w + 0.2, h), (x + w / 2, h + w * 0.38)]), roof, 0.7)
        for k in range(6):
            on = palette.is_dark and chance(seed, k, 4) < 0.45
            knife.dab(
                box(x + w * (0.14 + 0.28 * (k % 3)), 1.0 + 2.2 * (k // 3), 0.9, 1.2),
                palette.light if on else darker(wall, 0.25),
                0.9,
            )
    if eastern.is_eastern(order) or order.period:
        return
    iron = palette.at(darker(palette.near, 0.3), 40)
    for i in cells(x0, x1, 52, 16):
        x = i * 52 + between(-16, 16, order.seed, i, 5)
        knife.cut(outline([(x - 1.2, -2), (x - 0.7, -2), (x + 0.2, 12), (x - 0.3, 12)]), iron, 0.5)
        knife.cut(outline([(x + 1.2, -2), (x + 1.7, -2), (x + 0.4, 12), (x - 0.1, 12)]), iron, 0.5)
        knife.cut(outline([(x - 4, 11.2), (x + 12, 13.6), (x + 12, 14.0), (x - 4, 12.4)]), iron, 0.5)
        knife.stroke([(x + 11, 13.7), (x + 11, 6)], 0.12, iron)


def _boats(
    knife: Knife, x0: float, x1: float, z: float, pitch: float, s: float, order: SetOrder, palette: Palette
) -> None:
    for i in cells(x0, x1, pitch, 5):
        seed = order.seed * 7 + i * 3 + int(z)
        if chance(seed, 1) < 0.3:
            continue
        x, hull = (i + between(0.1, 0.9, seed, 2)) * pitch, palette.at(local(choose(_HULLS, seed, 3), palette), z)
        if eastern.is_eastern(order):
            eastern.junk(knife, x, s * 0.8, palette.at(local((0.76, 0.50, 0.36), palette), z), darker(hull, 0.3))
        else:
            pieces.moored(knife, x, -1.1, s * between(0.85, 1.1, seed, 4), hull, palette, seed)


def _quay(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """The coping and the iron bollards on it, ropes over the edge."""
    stone = _flags(palette)
    knife.rect(x0 - 1, -0.6, x1 - x0 + 2, 0.72, lighter(stone, 0.10) if not palette.snowy else palette.snow, 0.9)
    for i in cells(x0, x1, 1.4, 1):
        knife.dab(box(i * 1.4, -0.6, 0.03, 0.7), darker(stone, 0.2))
    iron = darker(local((0.36, 0.38, 0.42), palette), 0.35)
    for i in cells(x0, x1, 3.4, 1):
        x = i * 3.4 + 1.5
        knife.cut(
            curve(
                [
                    (x - 0.20, 0.08),
                    (x - 0.13, 0.3),
                    (x - 0.24, 0.55),
                    (x, 0.66),
                    (x + 0.24, 0.55),
                    (x + 0.13, 0.3),
                    (x + 0.20, 0.08),
                ]
            ),
            iron,
            0.7,
        )
        knife.stroke([(x - 0.1, 0.32), (x + 0.6, 0.12), (x + 1.1, -0.3)], 0.05, local((0.80, 0.70, 0.50), palette))


def _cargo(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """Crates, barrels, coils and pots in stacks to sit on or hide behind, and a lamp."""
    wood, iron = local(pieces.WOOD, palette), darker(local((0.36, 0.40, 0.44), palette), 0.35)
    for i in cells(x0, x1, 6.2, 3):
        pieces.street_lamp(knife, i * 6.2 + 3.9, 3.0, iron, palette, pieces.lamps_lit(palette, order.time_of_day))
        for side in (-1, 1):
            seed = order.seed + i * 2 + side
            x, pick = i * 6.2 + side * between(2.2, 2.8, seed, 1), chance(seed, 2)
            if pick < 0.4:
                pieces.crate(knife, x - 0.6, 0, 0.8, wood)
                pieces.crate(knife, x + 0.2, 0, 0.7, darker(wood, 0.1))
                pieces.crate(knife, x - 0.25, 0.62, 0.65, lighter(wood, 0.08))
            elif pick < 0.75:
                pieces.barrel(knife, x - 0.4, 0, 0.95, wood)
                pieces.barrel(knife, x + 0.35, 0, 0.95, darker(wood, 0.14))
            else:
                for k in range(4):
                    knife.cut(
                        blob(x, 0.08 + 0.11 * k, 0.48 - 0.03 * k, 0.11, k, 0.02, 13),
                        local((0.80, 0.68, 0.46), palette),
                        0.5,
                    )


def _joints(knife: Knife, x0: float, x1: float, z: float, row: int, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(_flags(palette), z)
    for i in cells(x0, x1, 1.1, 1):
        knife.dab(box((i + 0.5 * (row % 2)) * 1.1, -0.7, 0.03, 0.7), darker(tone, 0.12), 0.8)
        if chance(order.seed, row, i, 1) < 0.2:
            knife.dab(
                blob(i * 1.1, -0.14, 0.4, 0.05, i, 0.2),
                mix(palette.sky_low, tone, 0.4) if order.weather in ("rain", "storm") else darker(tone, 0.07),
                0.7,
            )


def lighthouse(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """A grassy cape with the light standing on it, the keeper's house, a path, and the sea beyond."""
    side = -1 if chance(order.seed, 12) < 0.5 else 1
    waves = tuple(
        s
        for s in sea.sheets(order, palette)
        if s.name.startswith(("wave", "sky", "islands", "sails", "gulls")) and s.z > CAPE_Z
    )
    return (
        *waves,
        Sheet("cape", CAPE_Z, lambda k, a, b: _cape(k, a, b, side, order, palette), top=2.4, bottom=-3, gap=1.0),
        Sheet("light", CAPE_Z - 1, lambda k, a, b: _light(k, a, b, side, order, palette), top=17, bottom=-1, gap=1.2, built=True),
        Sheet("keeper's wall", 4.2, lambda k, a, b: _wall(k, a, b, order, palette), top=1.2, bottom=-0.4, gap=0.9),
        Sheet("rocks", 1.9, lambda k, a, b: _rocks(k, a, b, order, palette), top=1.3, bottom=-0.3, gap=0.8),
        *parts.ground(palette, lambda z: darker(palette.ground, 0.012 * max(0.0, 5 - z)), lambda k, a, b, z, row: _turf(k, a, b, z, row, order, palette), bump=0.08, until=TURF_Z),
    )  # fmt: skip


def _cape(knife: Knife, x0: float, x1: float, side: int, order: SetOrder, palette: Palette) -> None:
    """The rock in the sea that the tower stands on, grass on its back."""
    stone, turf = palette.at(local(pieces.STONE, palette), 20), palette.at(palette.ground, 20)
    for i in cells(x0, x1, 60, 20):
        x, seed = i * 60 + side * (between(5.5, 8.0, order.seed, 13) + 2.0), order.seed + i
        crest = [(-13, -1.2), (-11, 0.0), (-8, 0.5), (-5, 1.0), (0, 1.15), (5, 1.0), (8, 0.4), (10.5, -0.1), (13, -1.2)]
        knife.cut(outline([(x + dx, y) for dx, y in crest]), turf, 0.9)
        for k in range(9):
            dx = -11.5 + 2.9 * k
            wide, high = between(1.6, 3.2, seed, k, 3), between(0.6, 1.3, seed, k, 4)
            pieces.rock(knife, x + dx, -1.0, wide, high, stone, seed + k, palette)


def _light(knife: Knife, x0: float, x1: float, side: int, order: SetOrder, palette: Palette) -> None:
    """The tower, banded, with its gallery and lantern; the house beside it."""
    white, red = palette.at(local((0.95, 0.91, 0.84), palette), 18), palette.at(local((0.78, 0.28, 0.23), palette), 18)
    dim = palette.is_dark or order.time_of_day == "dusk" or order.weather in ("fog", "storm", "rain")
    on = dim and not order.dressing.ruined  # nobody tends it
    for i in cells(x0, x1, 60, 20):
        x = i * 60 + side * between(5.5, 8.0, order.seed, 13)
        _house(knife, x + side * 4.4, white, red, order, palette)
        for k in range(5):
            lo, hi = 2.1 * k - 0.4 * (k == 0), 2.1 * (k + 1)
            a, b = 1.75 - 0.075 * lo, 1.75 - 0.075 * hi
            band = outline([(x - a, lo), (x + a, lo), (x + b, hi), (x - b, hi)])
            knife.cut(band, red if k % 2 else white, 0.6 if k else 1.0)
            knife.dab(outline([(x + a * 0.4, lo), (x + a, lo), (x + b, hi), (x + b * 0.4, hi)]), palette.shade, 0.10)
        knife.rect(x - 0.4, -0.2, 0.8, 1.7, darker(red, 0.4), 0.5)
        for k in (1, 3):
            knife.dab(box(x - 0.18, 2.1 * k + 1.2, 0.36, 0.6), palette.light if on else darker(white, 0.45))
        knife.rect(x - 1.35, 10.45, 2.7, 0.24, darker(red, 0.45), 0.8)
        for k in range(9):
            knife.dab(box(x - 1.3 + 0.32 * k, 10.6, 0.04, 0.6), darker(red, 0.45))
        knife.rect(x - 0.72, 10.7, 1.44, 1.55, palette.light if on else mix(white, palette.sky_top, 0.5), 0.5)
        knife.dab(box(x - 0.04, 10.7, 0.08, 1.55), darker(red, 0.45))
        knife.cut(
            outline([(x - 0.95, 12.2), (x + 0.95, 12.2), (x + 0.12, 13.3), (x - 0.12, 13.3)]), darker(red, 0.1), 0.7
        )
        if on:
            knife.glow(x, 11.5, 8, palette.light, 0.95)
            sea.beam(knife, x, 11.5, -side * 40, palette)


def _house(knife: Knife, x: float, white: Colour, red: Colour, order: SetOrder, palette: Palette) -> None:
    lit = pieces.lamps_lit(palette, order.time_of_day) and not order.dressing.ruined
    knife.rect(x - 1.9, -0.4, 3.8, 2.5, darker(white, 0.06), 0.9)
    knife.cut(
        outline([(x - 2.2, 2.0), (x + 2.2, 2.0), (x + 1.5, 3.5), (x - 1.5, 3.5)]),
        palette.snow if palette.snowy else darker(red, 0.25),
        0.8,
    )
    knife.rect(x + 0.7, 3.2, 0.5, 1.0, darker(red, 0.3), 0.5)
    for dx in (-1.3, 0.7):
        knife.rect(x + dx, 0.75, 0.7, 0.8, palette.light if lit else darker(white, 0.45), 0.3)
    knife.rect(x - 0.35, -0.3, 0.75, 1.7, darker(red, 0.1), 0.4)
    if lit:
        knife.glow(x - 0.9, 1.1, 2.2, palette.light, 0.7)


def _wall(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """A white fence or a dry-stone wall, open in the middle."""
    tone = palette.at(local((0.90, 0.87, 0.80) if chance(order.seed, 14) < 0.5 else pieces.STONE, palette), 4)
    for a, b in ((x0, -2.4), (2.4, x1)):
        if a < b:
            pieces.fence(knife, a, b, tone, order.seed, 0.85, 1.3)


def _rocks(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    stone = local(pieces.STONE, palette)
    for i in cells(x0, x1, 2.6, 2):
        seed, x = order.seed * 3 + i, (i + chance(order.seed, i, 15)) * 2.6
        if abs(x) > 1.7 and chance(seed, 1) < 0.6:
            pieces.rock(knife, x, -0.15, between(0.6, 1.3, seed, 2), between(0.35, 0.8, seed, 3), stone, seed, palette)


def _turf(knife: Knife, x0: float, x1: float, z: float, row: int, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(palette.ground, z)
    pitch = 0.6 * max(1, math.ceil((x1 - x0) / 55)) if z < 6 else 1.8
    for i in cells(x0, x1, pitch):
        x, pick = (i + chance(order.seed, row, i, 1)) * pitch, chance(order.seed, row, i, 2)
        if pick < 0.4 and not palette.snowy:
            parts.grass(
                knife,
                x,
                -0.07,
                between(0.1, 0.26, order.seed, row, i, 3),
                mix(lighter(tone, 0.14), darker(tone, 0.1), chance(order.seed, row, i, 5)),
                order.seed + i,
            )


def wing(knife: Knife, side: int, seed: int, order: SetOrder, palette: Palette) -> None:
    """Stacked crates and a mooring rope in the corner of a harbour, rocks and grass elsewhere."""
    ink = palette.ink
    if order.kind != "harbour":
        sea.wing(knife, side, seed, order, palette)
        return
    knife.dab(box(-0.5, -0.3, 0.66, 0.50), ink)
    knife.dab(box(-0.5, 0.20, 0.52, 0.20), mix(ink, palette.near, 0.08))
    for k in range(3):
        knife.dab(box(-0.5, -0.02 + 0.08 * k, 0.65, 0.012), mix(ink, palette.near, 0.16))


def plan(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Flags and the edge of the quay, or sand and tide."""
    if order.kind == "beach":
        return sea.plan(order, palette)
    if order.kind == "lighthouse":
        mark = (
            overhead.tuft(darker(palette.ground, 0.12))
            if not palette.snowy
            else overhead.stone(darker(palette.ground, 0.06))
        )
        return (
            overhead.floor("turf", palette.ground, mark, 0.36, 0.5, order.seed),
            Sheet("cliff", 0.0, lambda k, a, b: _edge(k, a, b, 4.4, order, palette), gap=1.2),
        )
    tone = _flags(palette)
    return (overhead.floor("flags", tone, overhead.stone(darker(tone, 0.08)), 0.8, 0.3, order.seed), Sheet("edge", 0.0, lambda k, a, b: _edge(k, a, b, 1.9, order, palette), gap=1.2))  # fmt: skip


def _edge(knife: Knife, x0: float, x1: float, at: float, order: SetOrder, palette: Palette) -> None:
    water = mix(local(_SEA, palette), palette.near, 0.35)
    knife.dab(outline([(x0, at), (x1, at), (x1, 60), (x0, 60)]), water)
    for i in cells(x0, x1, 1.1):
        for k in range(5):
            if chance(order.seed, i, k, 91) < 0.6:
                knife.dab(
                    blob((i + chance(order.seed, i, k, 92)) * 1.1, at + 0.4 + 0.7 * k, 0.3, 0.03, i, 0.1, 8),
                    lighter(water, 0.18),
                    0.8,
                )
    knife.rect(
        x0 - 1, at - 0.3, x1 - x0 + 2, 0.3, palette.snow if palette.snowy else lighter(_flags(palette), 0.12), 1.6
    )
