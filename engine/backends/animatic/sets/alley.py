"""An alley: a wall close behind the stage, cut by a gap in which wall behind wall recedes to a lit street.

The light stands at the end of the gap, so whoever is in the middle is seen against it. Brick, plaster or stone by chance;
a hutong's grey wall with a tiled coping where the words are Chinese and old.
"""

from __future__ import annotations

import math

from engine.backends.animatic.palette import Colour, Palette, darker, greyer, lighter, local, mix
from engine.backends.animatic.paper import Knife, between, blob, cells, chance, choose, outline
from engine.backends.animatic.sets import eastern, overhead, parts, pieces
from engine.backends.animatic.sets.pieces import box
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

WALL_Z = 3.2
_PITCH, _HALF = 11.0, 1.75
_WALLS: tuple[Colour, ...] = ((0.64, 0.42, 0.33), (0.80, 0.71, 0.57), (0.56, 0.56, 0.56), (0.55, 0.50, 0.60))
_GREY: Colour = (0.60, 0.61, 0.61)
_LIME: Colour = (0.86, 0.84, 0.78)


def sheets(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """The alley seen from its other wall."""
    walls = ((13.5, 0.45), (8.6, 0.25), (5.4, 0.10), (WALL_Z, 0.0))
    return (
        parts.sky(order, palette, clouds=0.3),
        Sheet("street end", 44.0, lambda k, a, b: _end(k, a, b, order, palette), top=22, bottom=-2, built=True),
        *(
            Sheet(f"wall {z:g}", z, lambda k, a, b, z=z, d=d: _wall(k, a, b, z, d, order, palette), top=_high(order) + 0.6, bottom=-1, gap=1.6, built=True)
            for z, d in walls
        ),
        Sheet("washing", 4.4, lambda k, a, b: _washing(k, a, b, order, palette), top=5.2, bottom=2, life=True),
        Sheet("bins", 2.3, lambda k, a, b: _bins(k, a, b, order, palette), top=1.6, bottom=-0.3, gap=0.8),
        *parts.ground(palette, lambda z: _paving(z, palette), lambda k, a, b, z, row: _setts(k, a, b, z, row, order, palette), bump=0.01),
    )  # fmt: skip


def _high(order: SetOrder) -> float:
    return 3.7 if eastern.is_eastern(order) else 10.0


def _paving(z: float, palette: Palette) -> Colour:
    return darker(palette.ground, 0.10 + 0.012 * max(0.0, 4 - z))


def _tone(order: SetOrder, palette: Palette) -> Colour:
    if eastern.is_eastern(order):
        return local(_LIME if chance(order.seed, 91) < 0.5 else _GREY, palette)
    return local(choose(_WALLS, order.seed, 90), palette)


def _end(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """The street at the far end: lit windows and a glow, so that the gap is the lightest place in the picture."""
    tone = palette.at(mix(palette.far, palette.sky_low, 0.35), 30)
    for i in cells(x0, x1, 6.0, 6):
        seed = order.seed + i * 3
        h = between(7, 15, seed, 1)
        knife.rect(i * 6.0, -1, 5.7, h + 1, mix(tone, darker(tone, 0.14), chance(seed, 2)), 0.6)
        for k in range(8):
            on = palette.is_dark and chance(seed, k, 3) < 0.5
            knife.dab(
                box(i * 6.0 + 0.7 + 2.6 * (k % 2), 1.2 + 1.9 * (k // 2), 1.0, 1.1),
                palette.light if on else darker(tone, 0.16),
                0.85,
            )
    glow = lighter(palette.sky_low, 0.3) if not palette.is_dark else palette.light
    for i in cells(x0, x1, _PITCH, 6):
        knife.glow(i * _PITCH, 2.5, 8.0, glow, 0.7)


def _gap(i: int, order: SetOrder) -> tuple[float, float]:
    """Left and right edge of the gap of a cell."""
    middle = i * _PITCH + between(-0.4, 0.4, order.seed, i, 93)
    half = _HALF * between(0.9, 1.15, order.seed, i, 94)
    return middle - half, middle + half


def _wall(knife: Knife, x0: float, x1: float, z: float, light: float, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(darker(_tone(order, palette), 0.20), z)
    tone = mix(tone, palette.sky_low if not palette.is_dark else palette.far, light)
    for i in cells(x0, x1, _PITCH, _PITCH):
        a, b = _gap(i, order)[1], _gap(i + 1, order)[0]
        jut = between(-0.25, 0.25, order.seed, i, int(z), 95) * (z > WALL_Z)
        _stretch(knife, a + jut, b + jut, z, tone, order.seed * 7 + i * 3 + int(z), order, palette)


def _stretch(
    knife: Knife, a: float, b: float, z: float, tone: Colour, seed: int, order: SetOrder, palette: Palette
) -> None:
    """The wall between two gaps."""
    high = _high(order) * (1.0 if eastern.is_eastern(order) else between(0.8, 1.0, seed, 1))
    knife.rect(a, -1, b - a, high + 1, tone, 1.4, 0.03)
    knife.dab(box(a, 0, b - a, 0.5), darker(tone, 0.22))
    _bricks(knife, a, b, high, tone, seed)
    if z == WALL_Z or chance(seed, 2) < 0.5:
        _openings(knife, a, b, z, tone, seed, order, palette)
    if eastern.is_eastern(order):
        _coping(knife, a, b, high, tone, palette)
        return
    for x in (a + 0.22, b - 0.3):  # a downpipe at each corner
        if chance(seed, int(x * 7), 3) < 0.6:
            knife.rect(x, 0, 0.12, high, darker(greyer(tone, 0.4), 0.25), 0.8)
    if chance(seed, 4) < 0.55 and z == WALL_Z:
        _board(knife, a, seed, order, palette)


def _bricks(knife: Knife, a: float, b: float, high: float, tone: Colour, seed: int) -> None:
    """Patches of bare brick: a few courses, never the whole wall."""
    for patch in range(7):
        px, py = between(a, b, seed, patch, 11), between(0.4, min(high, 6.0), seed, patch, 12)
        for k in range(9):
            x, y = px + 0.34 * (k % 3) + 0.17 * (k // 3 % 2), py + 0.15 * (k // 3)
            if a < x < b - 0.3 and y < high - 0.2 and chance(seed, patch, k, 13) < 0.75:
                knife.dab(box(x, y, 0.29, 0.10), darker(tone, 0.12) if k % 2 else lighter(tone, 0.10), 0.7)


def _openings(
    knife: Knife, a: float, b: float, z: float, tone: Colour, seed: int, order: SetOrder, palette: Palette
) -> None:
    """Windows above, a door below with a lamp over it."""
    chinese = eastern.is_eastern(order)
    door = a + (b - a) * between(0.25, 0.7, seed, 21)
    wood = local(choose(((0.42, 0.24, 0.19), (0.26, 0.36, 0.34), (0.55, 0.20, 0.17)), seed, 22), palette)
    knife.rect(door - 0.62, 0, 1.24, 2.28, darker(tone, 0.30), 0.5)
    knife.rect(door - 0.5, 0, 1.0, 2.12, wood, 0.5)
    knife.dab(box(door - 0.02, 0, 0.04, 2.12), darker(wood, 0.35))
    lit = pieces.lamps_lit(palette, order.time_of_day)
    if chinese:
        for side in (-0.9, 0.9):
            eastern.lantern(knife, door + side, 2.75, 0.5, palette, lit)
        return
    if lit:
        knife.glow(door, 2.62, 2.0, palette.light, 0.85)
    knife.cut(
        outline([(door - 0.2, 2.5), (door + 0.2, 2.5), (door + 0.09, 2.74), (door - 0.09, 2.74)]),
        palette.light if lit else darker(tone, 0.4),
        0.5,
    )
    for k in range(int((b - a) / 2.1)):
        for floor in range(1, 4):
            on = chance(seed, k, floor, 23) < (0.4 if palette.is_dark else 0.05)
            x, y = a + 0.8 + 2.1 * k, 0.9 + 2.3 * floor
            knife.rect(x - 0.08, y - 0.1, 1.06, 1.36, lighter(tone, 0.12), 0.4)
            knife.dab(box(x, y, 0.9, 1.16), palette.light if on else darker(tone, 0.42))
            knife.dab(box(x + 0.43, y, 0.05, 1.16), lighter(tone, 0.12))
            if on:
                knife.glow(x + 0.45, y + 0.5, 1.4, palette.light, 0.6)


def _coping(knife: Knife, a: float, b: float, high: float, tone: Colour, palette: Palette) -> None:
    tile = palette.snow if palette.snowy else darker(local(_GREY, palette), 0.45)
    knife.cut(
        outline([(a - 0.3, high - 0.1), (b + 0.3, high - 0.1), (b + 0.05, high + 0.42), (a - 0.05, high + 0.42)]),
        tile,
        1.0,
    )
    for i in cells(a, b, 0.34):
        if a < i * 0.34 < b:
            knife.dab(blob(i * 0.34, high - 0.1, 0.13, 0.09, 1, 0.0, 9), darker(tile, 0.2))
    knife.rect(a - 0.1, high + 0.38, b - a + 0.2, 0.12, darker(tile, 0.12), 0.5)


def _board(knife: Knife, a: float, seed: int, order: SetOrder, palette: Palette) -> None:
    """A shop's board that sticks out over the alley; it glows by night, but not in an old tale."""
    tone = local(choose(((0.80, 0.30, 0.26), (0.25, 0.50, 0.52), (0.88, 0.66, 0.28)), seed, 31), palette)
    y, x = between(2.9, 3.7, seed, 32), a - 0.65
    knife.rect(x + 0.5, y + 0.9, 0.5, 0.07, darker(tone, 0.5), 0.4)
    if palette.is_dark and not order.period:
        knife.glow(x + 0.28, y + 0.5, 1.7, mix(tone, palette.light, 0.5), 0.8)
        tone = mix(tone, palette.light, 0.35)
    knife.rect(x, y, 0.58, 1.15, tone, 0.9)
    for k in range(3):
        knife.dab(box(x + 0.13, y + 0.18 + 0.3 * k, 0.32, 0.16), lighter(tone, 0.55), 0.9)


def _washing(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """Linen on a line across the gap."""
    if order.weather in ("rain", "storm", "snow"):
        return
    for i in cells(x0, x1, _PITCH, 4):
        left, right = _gap(i, order)
        for line in range(1 + int(chance(order.seed, i, 41) * 2)):
            y = 3.6 + 0.75 * line if not eastern.is_eastern(order) else 3.0
            knife.stroke(
                [(left - 0.2, y + 0.1), ((left + right) / 2, y - 0.08), (right + 0.2, y + 0.12)],
                0.02,
                darker(palette.near, 0.5),
            )
            for k in range(5):
                w, h = between(0.32, 0.5, order.seed, i, k, 42), between(0.4, 0.75, order.seed, i, k, 43)
                x = left + 0.2 + (right - left) * k / 5.2
                tone = local(
                    choose(
                        ((0.92, 0.89, 0.82), (0.80, 0.40, 0.36), (0.44, 0.58, 0.66), (0.90, 0.78, 0.5)),
                        order.seed,
                        i,
                        k,
                        44,
                    ),
                    palette,
                )
                with knife.stirring("hang"):
                    linen = [(x, y), (x + w, y), (x + w * 0.95, y - h), (x + w * 0.08, y - h * 0.94)]
                    knife.cut(outline(linen), tone, 0.5)


def _bins(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """Crates, a bin, a bicycle's worth of clutter against the wall, beside the gap; something to crouch behind."""
    wood, tin = local(pieces.WOOD, palette), local((0.50, 0.54, 0.55), palette)
    for i in cells(x0, x1, _PITCH, 3):
        for side, edge in zip((-1, 1), _gap(i, order), strict=True):
            seed = order.seed * 5 + i * 2 + side
            x, pick = edge + side * between(0.5, 1.1, seed, 51), chance(seed, 52)
            if pick < 0.4:
                pieces.crate(knife, x - 0.35, 0, 0.75, wood)
                pieces.crate(knife, x - 0.2, 0.6, 0.55, darker(wood, 0.12))
            elif pick < 0.75:
                knife.cut(outline([(x - 0.34, 0), (x + 0.34, 0), (x + 0.4, 0.95), (x - 0.4, 0.95)]), tin, 0.9)
                knife.cut(
                    outline([(x - 0.46, 0.95), (x + 0.46, 0.95), (x + 0.3, 1.12), (x - 0.3, 1.12)]),
                    lighter(tin, 0.12),
                    0.5,
                )
            else:
                pieces.barrel(knife, x, 0, 0.95, wood)
                pieces.barrel(knife, x + side * 0.7, 0, 0.8, darker(wood, 0.15))


def _setts(knife: Knife, x0: float, x1: float, z: float, row: int, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(_paving(z, palette), z)
    pitch = 0.42 * max(1, math.ceil((x1 - x0) / 50))
    for i in cells(x0, x1, pitch):
        if chance(order.seed, row, i // 4, 1) < 0.4:
            continue
        shade = darker(tone, 0.08) if chance(order.seed, row, i, 2) < 0.5 else lighter(tone, 0.08)
        knife.dab(blob((i + 0.5 * (row % 2)) * pitch, -0.08, 0.4 * pitch, 0.035, i + row, 0.08, 8), shade, 0.75)
    if order.weather in ("rain", "storm") or palette.is_dark:  # wet stones give the lamps back
        for i in cells(x0, x1, 3.3):
            if chance(order.seed, row, i, 4) < 0.35:
                shine = mix(palette.light, tone, 0.45 if palette.is_dark else 0.7)
                knife.dab(blob((i + chance(order.seed, row, i, 5)) * 3.3, -0.13, 0.6, 0.045, i, 0.2), shine, 0.4)


def wing(knife: Knife, side: int, seed: int, order: SetOrder, palette: Palette) -> None:
    """The dark corner of the near wall, with a pipe and a hanging lamp."""
    ink = palette.ink
    knife.dab(outline([(-0.6, -0.2), (0.10, -0.2), (0.085, 1.3), (-0.6, 1.3)]), ink)
    knife.dab(box(0.11, -0.1, 0.018, 1.4), darker(ink, 0.2))
    knife.dab(blob(0.14, -0.03, 0.12, 0.13, seed, 0.1), darker(ink, 0.1))
    knife.dab(outline([(0.09, 0.74), (0.20, 0.74), (0.20, 0.752), (0.09, 0.752)]), ink)
    if palette.is_dark:
        knife.glow(0.19, 0.69, 0.18, palette.light, 0.6)
    knife.dab(
        outline([(0.165, 0.67), (0.215, 0.67), (0.20, 0.735), (0.18, 0.735)]),
        mix(palette.light, ink, 0.1 if palette.is_dark else 0.6),
    )


def plan(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Two roofs and the strip of paving between them."""
    tone = _paving(0, palette)
    return (
        overhead.floor("paving", tone, overhead.stone(darker(tone, 0.10)), 0.34, 0.5, order.seed),
        Sheet("roofs", -1.4, lambda k, a, b: _roofs(k, a, b, order, palette), gap=2.4),
    )


def _roofs(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    for i in cells(x0, x1, 4.6, 5):
        for side in (-1, 1):
            seed = order.seed * 3 + i * 2 + side
            roof = mix(darker(_tone(order, palette), 0.3), darker(palette.near, 0.2), chance(seed, 1))
            low, high = sorted((side * between(1.9, 2.4, seed, 2), side * 12.0))
            knife.rect(i * 4.6, low, 4.5, high - low, palette.snow if palette.snowy else roof, 2.0, 0.05)
            knife.rect(i * 4.6 + 1.2, low + 1.0 + 2 * chance(seed, 3), 0.8, 0.7, darker(roof, 0.3), 1.2)
