"""Over the city: a rooftop with its parapet and tanks (tiles and a ridge in old China), and a terrace before the skyline.

Both stand high, so what is behind the edge begins below the players' feet: that is what makes the height.
"""

from __future__ import annotations

import math

from engine.backends.animatic.palette import Colour, Palette, darker, lighter, local, mix
from engine.backends.animatic.paper import Knife, between, blob, cells, chance, choose, outline
from engine.backends.animatic.sets import eastern, overhead, parts, pieces, waters
from engine.backends.animatic.sets.pieces import box
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

EDGE_Z = 2.5
_SLAB: Colour = (0.66, 0.61, 0.55)
_BRICK: Colour = (0.66, 0.42, 0.33)
_TILE: Colour = (0.36, 0.42, 0.47)
_GLASS: Colour = (0.46, 0.56, 0.64)


def _is_tiled(order: SetOrder) -> bool:
    """Old Chinese roofs are walked on their ridges."""
    flat = any(word in order.words for word in ("天台", "楼顶", "阳台", "露台"))
    return eastern.is_eastern(order) and (order.period == "old east" or not flat)


def rooftop(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """The roof, its edge, other roofs below it and the city in the haze."""
    if _is_tiled(order):
        return _tiled(order, palette)
    glass, lit = local(_GLASS, palette), 0.38 if palette.is_dark else 0.0
    return (
        parts.sky(order, palette, clouds=0.5),
        Sheet("city far", 150.0, lambda k, a, b: pieces.towers(k, a, b, 150, order.seed, palette, palette.at(palette.far, 60), pitch=15, low=12, high=46, lit=lit * 0.6, old=bool(order.period)), top=70, bottom=-20, built=True),
        Sheet("city", 62.0, lambda k, a, b: pieces.towers(k, a, b, 62, order.seed + 1, palette, palette.at(mix(glass, palette.far, 0.4), 34), pitch=11, low=2, high=20, lit=lit, old=bool(order.period)), top=34, bottom=-20, built=True),
        Sheet("roofs", 20.0, lambda k, a, b: _roofs(k, a, b, 20.0, order, palette), top=6, bottom=-14, built=True),
        Sheet("near roofs", 9.0, lambda k, a, b: _roofs(k, a, b, 9.0, order, palette), top=3, bottom=-9, built=True, gap=1.4),
        Sheet("parapet", EDGE_Z, lambda k, a, b: _parapet(k, a, b, order, palette), top=1.2, bottom=-0.4, gap=1.0, built=True),
        Sheet("plant", 1.9, lambda k, a, b: _plant(k, a, b, order, palette), top=4.4, bottom=-0.3, gap=1.0, built=True),
        *parts.ground(palette, lambda z: _slab(z, palette), lambda k, a, b, z, row: _felt(k, a, b, z, row, order, palette), bump=0.0, until=EDGE_Z + 0.2),
    )  # fmt: skip


def _slab(z: float, palette: Palette) -> Colour:
    return darker(mix(local(_SLAB, palette), palette.ground, 0.4), 0.02 + 0.012 * max(0.0, 3 - z))


def _felt(knife: Knife, x0: float, x1: float, z: float, row: int, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(_slab(z, palette), z)
    for i in cells(x0, x1, 2.6, 1):
        knife.dab(box(i * 2.6 + 0.4 * (row % 2), -0.6, 0.03, 0.6), darker(tone, 0.10), 0.8)
        if chance(order.seed, row, i, 1) < 0.35:
            wet = order.weather in ("rain", "storm")
            shine = mix(palette.sky_low, tone, 0.35) if wet else darker(tone, 0.06)
            knife.dab(blob((i + chance(order.seed, row, i, 2)) * 2.6, -0.15, 0.7, 0.06, i, 0.2), shine, 0.7)


def _roofs(knife: Knife, x0: float, x1: float, z: float, order: SetOrder, palette: Palette) -> None:
    """Lower houses, seen from above their eaves: a wall, a flat or pitched head, chimneys, a lit window or two."""
    pitch = 3.6 + z * 0.14
    for i in cells(x0, x1, pitch, pitch):
        seed = order.seed * 5 + i * 3 + int(z)
        x, w, top = i * pitch, pitch * between(0.8, 1.02, seed, 1), between(-2.2, 0.5 + z * 0.06, seed, 2)
        wall = palette.at(
            mix(local(choose((_BRICK, _SLAB, (0.78, 0.68, 0.52)), seed, 3), palette), palette.near, 0.25), z * 1.4
        )
        knife.rect(x, -14, w, top + 14, wall, 1.0)
        if chance(seed, 4) < 0.5:
            roof = palette.snow if palette.snowy else darker(wall, 0.25)
            knife.cut(
                outline(
                    [(x - 0.2, top), (x + w + 0.2, top), (x + w * 0.7, top + w * 0.3), (x + w * 0.3, top + w * 0.3)]
                ),
                roof,
                0.8,
            )
        else:
            knife.rect(x - 0.1, top - 0.25, w + 0.2, 0.4, palette.snow if palette.snowy else lighter(wall, 0.14), 0.8)
        for k in range(2):
            knife.rect(x + w * (0.2 + 0.45 * k), top, 0.5, between(0.5, 1.3, seed, k, 5), darker(wall, 0.2), 0.6)
        for k in range(6):
            on = palette.is_dark and chance(seed, k, 6) < 0.5
            knife.dab(
                box(x + w * (0.14 + 0.28 * (k % 3)), top - 1.8 - 1.9 * (k // 3), 0.75, 1.05),
                palette.light if on else darker(wall, 0.28),
                0.9 if on else 0.7,
            )


def _parapet(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    rail = chance(order.seed, 61) < 0.35 and not order.period
    tone = palette.at(mix(local(_BRICK if chance(order.seed, 62) < 0.5 else _SLAB, palette), palette.near, 0.2), EDGE_Z)
    if rail:
        knife.rect(x0 - 1, -0.4, x1 - x0 + 2, 0.58, tone, 0.9)
        for i in cells(x0, x1, 0.5, 1):
            knife.rect(i * 0.5, 0.1, 0.045, 0.9, darker(tone, 0.45), 0.4)
        knife.rect(x0 - 1, 0.98, x1 - x0 + 2, 0.08, darker(tone, 0.4), 0.6)
        return
    knife.rect(x0 - 1, -0.4, x1 - x0 + 2, 1.2, tone, 0.9)
    for i in cells(x0, x1, 0.42, 1):
        for k in range(3):
            if chance(order.seed, i // 5, 63) < 0.4 and chance(order.seed, i, k, 64) < 0.7:
                knife.dab(box(i * 0.42 + 0.2 * (k % 2), 0.12 + 0.2 * k, 0.34, 0.13), darker(tone, 0.10), 0.8)
    knife.rect(x0 - 1, 0.78, x1 - x0 + 2, 0.17, palette.snow if palette.snowy else lighter(tone, 0.18), 1.0)


def _plant(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """What stands on a roof, beside the stage: a water tank, a stair head, chimneys, an aerial, pots and washing."""
    for i in cells(x0, x1, 6.6, 4):
        for side in (-1, 1):
            seed = order.seed * 7 + i * 2 + side
            x = i * 6.6 + side * between(2.3, 2.9, seed, 1)
            plant = _OLD_PLANT if order.period else _PLANT
            plant[int(chance(seed, 2) * len(plant))](knife, x, seed, order, palette)


def _tank(knife: Knife, x: float, seed: int, order: SetOrder, palette: Palette) -> None:
    wood = local(pieces.WOOD, palette)
    for dx in (-0.7, 0.6):
        knife.rect(x + dx, -0.1, 0.1, 1.5, darker(wood, 0.4), 0.5)
    knife.cut(outline([(x - 0.75, 0.6), (x - 0.65, 0.55), (x + 0.7, 1.3), (x + 0.6, 1.35)]), darker(wood, 0.4), 0.3)
    knife.rect(x - 0.95, 1.35, 1.9, 1.75, wood, 1.0, 0.02)
    for k in range(6):
        knife.dab(box(x - 0.9 + 0.31 * k, 1.35, 0.03, 1.75), darker(wood, 0.18))
    for y in (1.6, 2.6):
        knife.dab(box(x - 0.97, y, 1.94, 0.07), darker(wood, 0.45))
    knife.cut(
        outline([(x - 1.08, 3.08), (x + 1.08, 3.08), (x, 3.85)]),
        palette.snow if palette.snowy else darker(wood, 0.3),
        0.8,
    )


def _stair_head(knife: Knife, x: float, seed: int, order: SetOrder, palette: Palette) -> None:
    wall = local(_BRICK, palette)
    lit = pieces.lamps_lit(palette, order.time_of_day)
    knife.rect(x - 1.1, -0.1, 2.2, 2.7, wall, 1.0, 0.02)
    knife.rect(x - 1.25, 2.55, 2.5, 0.2, palette.snow if palette.snowy else lighter(wall, 0.2), 0.7)
    knife.rect(x - 0.45, -0.05, 0.9, 2.0, darker(local((0.30, 0.42, 0.44), palette), 0.1), 0.5)
    if lit:
        knife.glow(x, 2.25, 1.8, palette.light, 0.85)
    knife.dab(box(x - 0.12, 2.15, 0.24, 0.18), palette.light if lit else lighter(wall, 0.3))


def _chimneys(knife: Knife, x: float, seed: int, order: SetOrder, palette: Palette) -> None:
    wall = local(_BRICK, palette)
    knife.rect(x - 0.7, -0.1, 1.4, 1.5, wall, 0.9, 0.02)
    knife.rect(x - 0.78, 1.4, 1.56, 0.14, lighter(wall, 0.15), 0.5)
    for k in range(3):
        h = between(0.4, 0.7, seed, k, 3)
        knife.cut(
            outline(
                [
                    (x - 0.55 + 0.42 * k, 1.5),
                    (x - 0.28 + 0.42 * k, 1.5),
                    (x - 0.32 + 0.42 * k, 1.5 + h),
                    (x - 0.51 + 0.42 * k, 1.5 + h),
                ]
            ),
            darker(wall, 0.15),
            0.5,
        )
    if order.period:
        return
    mast = x + 0.95
    knife.rect(mast, 0, 0.05, 3.4, darker(wall, 0.55), 0.4)
    for k in range(4):
        knife.rect(mast - 0.45 + 0.06 * k, 2.5 + 0.25 * k, 0.95 - 0.12 * k, 0.035, darker(wall, 0.55), 0.3)


def _linen(knife: Knife, x: float, seed: int, order: SetOrder, palette: Palette) -> None:
    post = darker(local(pieces.WOOD, palette), 0.3)
    for dx in (-1.3, 1.3):
        knife.rect(x + dx, -0.1, 0.07, 2.2, post, 0.5)
        pieces.flowers(knife, x + dx, 0.05, 0.6, 0.5, seed + int(dx * 9), palette, 7)
    knife.stroke([(x - 1.3, 2.05), (x, 1.92), (x + 1.3, 2.05)], 0.02, post)
    if order.weather in ("rain", "storm", "snow") or order.dressing.empty:
        return
    for k in range(4):
        tone = local(choose(((0.93, 0.90, 0.83), (0.52, 0.64, 0.70), (0.86, 0.52, 0.42)), seed, k, 4), palette)
        w, h = between(0.4, 0.55, seed, k, 5), between(0.6, 1.0, seed, k, 6)
        px = x - 1.15 + 0.6 * k
        with knife.stirring("hang"):
            linen = [(px, 1.98), (px + w, 1.96), (px + w * 0.97, 1.96 - h), (px + 0.03, 1.98 - h)]
            knife.cut(outline(linen), tone, 0.6)


_PLANT = (_tank, _stair_head, _chimneys, _linen)
_OLD_PLANT = (_chimneys, _linen)


def _tiled(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    tile = darker(mix(local(_TILE, palette), palette.near, 0.2), 0.1)
    return (
        parts.sky(order, palette, clouds=0.5),
        parts.hills(palette, "far hills", 150.0, palette.far, 8.0, 12.0, 90, order.seed + 3, snow=0.5 * palette.snowy),
        Sheet("pagodas", 80.0, lambda k, a, b: _pagodas(k, a, b, order, palette), top=34, bottom=-14, built=True),
        *(
            Sheet(f"eaves {z:g}", z, lambda k, a, b, z=z: _eaves(k, a, b, z, order, palette), top=2 + z * 0.14, bottom=-12, gap=1.2, built=True)
            for z in (46.0, 26.0, 14.0, 7.5)
        ),
        Sheet("ridge", 2.2, lambda k, a, b: _ridge(k, a, b, order, palette), top=1.1, bottom=-0.4, gap=0.9),
        *parts.ground(palette, lambda z: darker(tile, 0.01 * max(0.0, 3 - z)), lambda k, a, b, z, row: _tiles(k, a, b, z, row, tile, palette), bump=0.0, until=2.4),
    )  # fmt: skip


def _pagodas(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    for i in cells(x0, x1, 70, 12):
        eastern.pagoda(knife, i * 70 + between(-28, 28, order.seed, i, 71), -8, 34, palette, 42)


def _eaves(knife: Knife, x0: float, x1: float, z: float, order: SetOrder, palette: Palette) -> None:
    """House behind house, each under an upturned roof; paper windows lit by night."""
    pitch = 5.6 + z * 0.10
    tone = palette.at(darker(local(_TILE, palette), 0.15), z * 0.9)
    for i in cells(x0, x1, pitch, pitch):
        seed = order.seed * 3 + i * 5 + int(z)
        x, y = (i + between(-0.15, 0.15, seed, 1)) * pitch, between(-3.4, -1.9, seed, 2) + z * 0.045
        wall = palette.at(mix(local((0.88, 0.84, 0.76), palette), palette.near, 0.15), z)
        half = pitch * between(0.50, 0.62, seed, 3)
        knife.rect(x - half * 0.78, y - 9, half * 1.56, 9.1, wall, 0.8)
        for k in range(3):
            on = palette.is_dark and chance(seed, k, 4) < 0.6
            knife.dab(
                box(x + half * (-0.5 + 0.36 * k), y - 1.5, half * 0.22, 0.95),
                palette.light if on else darker(wall, 0.3),
            )
        eastern.roof(knife, x, y, half, half * between(0.34, 0.46, seed, 5), tone, palette)


def _ridge(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    tone = darker(local(_TILE, palette), 0.3)
    knife.rect(x0 - 1, -0.4, x1 - x0 + 2, 0.78, tone, 0.9)
    for i in cells(x0, x1, 0.5):
        knife.dab(blob(i * 0.5, 0.14, 0.17, 0.12, i, 0.02, 11), lighter(tone, 0.10))
    knife.rect(x0 - 1, 0.34, x1 - x0 + 2, 0.14, palette.snow if palette.snowy else lighter(tone, 0.12), 0.8)
    for i in cells(x0, x1, 7.4, 1):
        x = i * 7.4 + 3.1  # a dragon-fish bites the ridge
        knife.cut(
            outline(
                [(x - 0.3, 0.4), (x + 0.3, 0.4), (x + 0.24, 0.8), (x + 0.42, 1.08), (x + 0.02, 0.92), (x - 0.12, 0.7)]
            ),
            tone,
            0.7,
        )


def _tiles(knife: Knife, x0: float, x1: float, z: float, row: int, tile: Colour, palette: Palette) -> None:
    tone = palette.at(tile, z) if not palette.snowy else palette.at(palette.snow, z)
    pitch = 0.36 * max(1, math.ceil((x1 - x0) / 60))
    for i in cells(x0, x1, pitch):
        knife.dab(blob((i + 0.5 * (row % 2)) * pitch, -0.02, pitch * 0.42, 0.10, 1, 0.0, 11), lighter(tone, 0.08))
        knife.dab(box((i + 0.5 + 0.5 * (row % 2)) * pitch - 0.02, -0.5, 0.04, 0.5), darker(tone, 0.2))


def skyline(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """A terrace with a rail and lamps, water below it, and the towers on the far bank."""
    glass, lit = local(_GLASS, palette), 0.5 if palette.is_dark else 0.2 if order.time_of_day == "dusk" else 0.0
    river = mix(local((0.36, 0.54, 0.62), palette), palette.sky_low, 0.3)
    rows = ((190.0, 14.0, 58.0, 19.0, 0.12), (120.0, 6.0, 33.0, 14.0, 0.4), (78.0, 0.0, 13.0, 9.0, 0.7))
    return (
        parts.sky(order, palette, clouds=0.45),
        *(_old_city(order, palette) if order.period == "old east" else (
            Sheet(
                f"towers {z:g}", z,
                lambda k, a, b, z=z, lo=lo, hi=hi, p=p, near=near: pieces.towers(k, a, b, z, order.seed + int(z), palette, palette.at(mix(palette.far, glass, near), z * 0.34), pitch=p, low=lo, high=hi, lit=lit, old=bool(order.period)),
                top=hi * 1.6, bottom=-10, gap=1.0, built=True,
            )
            for z, lo, hi, p, near in rows
        )),
        Sheet("far bank", 58.0, lambda k, a, b: pieces.tree_row(k, a, b, 3.4, 58, order.seed, palette, pieces.LEAF, 2.2, 4.2, y=-6.6), top=0, bottom=-9),
        *(waters.strip(z, i, order, palette, tone=palette.at(river, z * 0.5), level=-6.0) for i, z in enumerate((52.0, 36.0, 25.0, 17.0, 11.0, 7.0))),
        Sheet("lights on water", 16.9, lambda k, a, b: _reflections(k, a, b, order, palette), top=-5, bottom=-12, gap=0, veil=True),
        Sheet("rail", EDGE_Z, lambda k, a, b: _rail(k, a, b, order, palette), top=4.2, bottom=-0.4, gap=0.9),
        *parts.ground(palette, lambda z: _slab(z, palette), lambda k, a, b, z, row: _felt(k, a, b, z, row, order, palette), bump=0.0, until=EDGE_Z + 0.2),
    )  # fmt: skip


def _old_city(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Roof behind roof, and a pagoda over them."""
    return (
        Sheet("pagodas", 190.0, lambda k, a, b: _pagodas(k, a, b, order, palette), top=34, bottom=-14, built=True),
        *(
            Sheet(f"eaves {z:g}", z, lambda k, a, b, z=z: _eaves(k, a, b, z, order, palette), top=2 + z * 0.14, bottom=-12, built=True)
            for z in (120.0, 78.0)
        ),
    )  # fmt: skip


def _reflections(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    if not pieces.lamps_lit(palette, order.time_of_day):
        return
    for i in cells(x0, x1, 1.7):
        if chance(order.seed, i, 81) < 0.6:
            x, w = (i + chance(order.seed, i, 82)) * 1.7, between(0.1, 0.22, order.seed, i, 83)
            tone = mix(palette.light, palette.accent, 0.6 * chance(order.seed, i, 84))
            knife.tissue(box(x, -11, w, 4.9), tone, -6.1, -10.5, 0.55)


def _rail(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    iron = darker(local((0.36, 0.42, 0.46), palette), 0.3)
    if order.period == "old east":
        iron = darker(mix(palette.near, eastern.LACQUER, 0.7), 0.15)
    knife.rect(x0 - 1, -0.4, x1 - x0 + 2, 0.52, lighter(_slab(2, palette), 0.1), 0.8)
    for i in cells(x0, x1, 0.34, 1):
        knife.rect(i * 0.34, 0.1, 0.035, 0.9, iron, 0.4)
    knife.rect(x0 - 1, 0.98, x1 - x0 + 2, 0.09, iron, 0.7)
    if order.period == "old east":
        eastern.lantern_posts(knife, x0, x1, order, palette)
        return
    for i in cells(x0, x1, 7.0, 2):
        x = i * 7.0 + between(2.2, 3.2, order.seed, 85)
        pieces.street_lamp(knife, x, 3.1, iron, palette, pieces.lamps_lit(palette, order.time_of_day))


def wing(knife: Knife, side: int, seed: int, order: SetOrder, palette: Palette) -> None:
    """A wall's corner low in the frame, and an aerial or a bough above it."""
    ink = palette.ink
    knife.dab(outline([(-0.5, -0.3), (0.20, -0.3), (0.19, 0.20), (-0.5, 0.20)]), ink)
    knife.dab(box(-0.5, 0.19, 0.72, 0.035), mix(ink, palette.near, 0.12))
    if order.period:
        parts.leaf_spray(knife, -0.1, 0.9, -0.5, 0.42, ink, seed, 11)
        return
    knife.dab(box(0.05, 0.2, 0.012, 0.6), ink)
    for k in range(4):
        knife.dab(box(-0.06 + 0.012 * k, 0.52 + 0.07 * k, 0.24 - 0.03 * k, 0.008), ink)


def plan(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """The slab, its parapet as a line, and the street far below beyond it."""
    tone = _slab(1, palette)
    deep = darker(mix(palette.ground, palette.shade, 0.45), 0.2)
    return (
        overhead.floor("slab", tone, overhead.stone(darker(tone, 0.06)), 0.8, 0.3, order.seed),
        Sheet("drop", 0.0, lambda k, a, b: _drop(k, a, b, tone, deep, order, palette), gap=0),
    )


def _drop(knife: Knife, x0: float, x1: float, tone: Colour, deep: Colour, order: SetOrder, palette: Palette) -> None:
    knife.dab(box(x0, 2.3, x1 - x0, 60), deep)
    for i in cells(x0, x1, 1.3):
        for k in range(6):
            if chance(order.seed, i, k, 88) < 0.5:
                roof = mix(deep, darker(palette.near, 0.25), chance(order.seed, i, k, 89))
                knife.rect(i * 1.3, 2.9 + 1.2 * k, 1.0, 0.9, roof, 0.5)
    knife.rect(x0 - 1, 2.1, x1 - x0 + 2, 0.34, palette.snow if palette.snowy else lighter(tone, 0.16), 2.4)
