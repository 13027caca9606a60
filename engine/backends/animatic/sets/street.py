"""A street: a row of gabled houses with lit windows, a second row behind, towers in the haze, lamps and a washing line."""

from __future__ import annotations

import math

import skia

from engine.backends.animatic.palette import Colour, Palette, darker, greyer, lighter, mix
from engine.backends.animatic.paper import Knife, between, blob, cells, chance, choose, outline
from engine.backends.animatic.sets import eastern
from engine.backends.animatic.sets.parts import ground, sky
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

HOUSES_Z = 8.0


def sheets(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """The street seen from the pavement opposite."""
    chinese = eastern.is_eastern(order)
    towers, back_row = (eastern.skyline, eastern.back_row) if chinese else (_towers, _back_row)
    lamps = eastern.lantern_posts if chinese else _lamps
    return (
        sky(order, palette),
        Sheet("towers", 70.0, lambda k, a, b: towers(k, a, b, order, palette), top=34, bottom=-2, built=True),
        Sheet("back row", 22.0, lambda k, a, b: back_row(k, a, b, order, palette), top=16, bottom=-1, built=True),
        Sheet(
            "houses",
            HOUSES_Z,
            lambda k, a, b: _houses(k, a, b, order, palette),
            top=9.5,
            bottom=-1,
            gap=1.6,
            built=True,
        ),
        Sheet("line", 6.4, lambda k, a, b: _washing(k, a, b, order, palette), top=6, bottom=2, life=True),
        Sheet("lamps", 2.0, lambda k, a, b: lamps(k, a, b, order, palette), top=6.4, bottom=-0.4, gap=0.8),
        *ground(
            palette,
            lambda z: _paving(z, palette),
            lambda k, a, b, z, row: _cobbles(k, a, b, z, row, order, palette),
            bump=0.012,
        ),
    )


def _paving(z: float, palette: Palette) -> Colour:
    """Pavement at the houses' feet, road before them."""
    if z > 4.5:
        return lighter(palette.ground, 0.10)
    road = mix(palette.ground, palette.far, 0.25)
    return darker(road, 0.05 + 0.012 * max(0.0, 4 - z))


def _cobbles(knife: Knife, x0: float, x1: float, z: float, row: int, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(_paving(z, palette), z)
    pitch = 0.30 if z < 4.5 else 0.7
    pitch *= max(1, math.ceil((x1 - x0) / pitch / 120))
    for i in cells(x0, x1, pitch):
        if chance(order.seed, row, i // 6, 5) < 0.35 or chance(order.seed, row, i, 3) < 0.3:
            continue
        x = (i + 0.5 * chance(order.seed, row, i)) * pitch
        y = -0.05 - 0.055 * (i % 2) - between(0, 0.02, order.seed, row, i, 2)
        shade = darker(tone, 0.09) if chance(order.seed, row, i, 4) < 0.55 else lighter(tone, 0.10)
        knife.dab(blob(x, y, 0.38 * pitch, 0.028, row * 31 + i, 0.08, 7), shade, 0.8)
    if order.weather in ("rain", "storm"):
        for i in cells(x0, x1, 3.1):
            if chance(order.seed, row, i, 7) < 0.4:
                x = (i + chance(order.seed, row, i, 8)) * 3.1
                wet = mix(palette.sky_low, palette.light, 0.3 if palette.is_dark else 0.1)
                knife.dab(blob(x, -0.14, 0.75, 0.06, i, 0.2), wet, 0.35)


def _towers(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(palette.far, 52)
    for i in cells(x0, x1, 9, 12):
        w = between(6, 12, order.seed, i, 1)
        h = between(7, 15, order.seed, i, 2)
        x = i * 9
        knife.cut(
            outline([(x, -2), (x + w, -2), (x + w, h), (x + w / 2, h + between(0, 4, order.seed, i, 3)), (x, h)]),
            tone,
            0.6,
        )
        if chance(order.seed, i, 4) < 0.16:
            _spire(knife, x + w / 2, h, palette, tone)
        for k in range(3 if palette.is_dark else 0):
            if chance(order.seed, i, k, 5) < 0.5:
                knife.dab(outline(_box(x + 1 + k * 2, h * 0.6 - k, 0.6, 0.9)), palette.light, 0.55)


def _spire(knife: Knife, x: float, h: float, palette: Palette, tone: Colour) -> None:
    knife.cut(outline([(x - 2, 0), (x + 2, 0), (x + 2, h + 7), (x, h + 17), (x - 2, h + 7)]), darker(tone, 0.05), 0.6)
    knife.dab(blob(x, h + 4.6, 1.0, 1.0, 1, 0.02), lighter(tone, 0.4))


def _back_row(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    for i in cells(x0, x1, 5.5, 8):
        w, h = between(4.6, 7.0, order.seed, i, 11), between(4.5, 9.0, order.seed, i, 12)
        x = i * 5.5
        tone = palette.at(mix(palette.far, palette.near, between(0.1, 0.5, order.seed, i, 13)), 20)
        roof = palette.at(mix(darker(palette.near, 0.3), palette.far, 0.4), 20)
        knife.rect(x, -1, w, h + 1, tone, 0.8, 0.05)
        gable = outline([(x - 0.3, h), (x + w + 0.3, h), (x + w * 0.5, h + w * 0.42)])
        knife.cut(gable, roof, 0.7)
        if palette.snowy:
            knife.dab(
                outline([(x + w * 0.1, h + w * 0.14), (x + w * 0.9, h + w * 0.14), (x + w * 0.5, h + w * 0.42)]),
                palette.snow,
                0.9,
            )
        for k in range(6):
            wx, wy = x + w * (0.2 + 0.3 * (k % 3)), h - 1.4 - 1.7 * (k // 3)
            lit = palette.is_dark and chance(order.seed, i, k, 14) < 0.4
            knife.dab(
                outline(_box(wx, wy, 0.55, 0.85)), palette.light if lit else darker(tone, 0.2), 0.85 if lit else 0.6
            )


def _box(x: float, y: float, w: float, h: float) -> list[tuple[float, float]]:
    return [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]


def _houses(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    for i in cells(x0, x1, 5.2, 7):
        if chance(order.seed, i, 20) < 0.12:
            continue
        x = i * 5.2 + between(0, 0.35, order.seed, i, 21)
        (eastern.house if eastern.is_eastern(order) else _house)(
            knife, x, between(4.3, 4.9, order.seed, i, 22), order.seed * 131 + i, order, palette
        )


def _house(knife: Knife, x: float, w: float, seed: int, order: SetOrder, palette: Palette) -> None:
    storeys = 1 + int(chance(seed, 1) * 2.4)
    h = 0.5 + 1.65 * storeys
    family = (palette.near, mix(palette.near, palette.ground, 0.55), mix(palette.near, palette.far, 0.6),
              mix(palette.accent, palette.ground, 0.5), mix(palette.near, palette.accent, 0.4))  # fmt: skip
    wall = palette.at(choose(family, seed, 2), 7)
    roof = palette.at(darker(mix(palette.near, palette.sky_top, 0.25), 0.28), 7)
    knife.rect(x, -1, w, h + 1, wall, 1.0, 0.03)
    _roof(knife, x, w, h, seed, roof, palette)
    knife.rect(x, 0, w, 0.32, darker(wall, 0.22), 0.0)
    door = int(chance(seed, 3) * 3)
    for floor in range(storeys):
        for k in range(3):
            wx = x + w * (0.2 + 0.3 * k)
            if floor == 0 and k == door:
                _door(knife, wx, seed, wall, palette)
            else:
                _window(knife, wx, 0.95 + 1.65 * floor, seed + 7 * k + 31 * floor, wall, palette)


def _roof(knife: Knife, x: float, w: float, h: float, seed: int, roof: Colour, palette: Palette) -> None:
    if chance(seed, 4) < 0.6:
        cx = x + w * between(0.2, 0.75, seed, 5)
        knife.rect(cx, h + 0.3, 0.42, 1.7, darker(roof, 0.15), 0.6)
    kind = int(chance(seed, 6) * 3)
    rise = between(1.1, 2.0, seed, 7)
    if kind == 0:
        points = [(x - 0.25, h), (x + w + 0.25, h), (x + w / 2, h + rise)]
    elif kind == 1:
        points = [(x - 0.2, h), (x + w + 0.2, h), (x + w * 0.82, h + rise * 0.7), (x + w * 0.18, h + rise * 0.7)]
    else:
        step = rise / 4
        left = [(x - 0.1 + w * 0.125 * j, h + step * (j + d)) for j in range(4) for d in (0, 1)]
        right = [(2 * x + w - px, py) for px, py in reversed(left)]
        points = left + right
    shape = outline(points)
    knife.cut(shape, roof, 1.0)
    if palette.snowy:
        knife.canvas.save()
        knife.canvas.clipPath(shape, doAntiAlias=True)
        knife.cut(blob(x + w / 2, h + rise * 0.95, w * 0.62, rise * 0.62, seed, 0.1), palette.snow, 0.5)
        knife.canvas.restore()


def _window(knife: Knife, cx: float, y: float, seed: int, wall: Colour, palette: Palette) -> None:
    w, h = 0.66, 0.98
    lit = chance(seed, 50) < (0.55 if palette.is_dark else 0.12)
    frame = lighter(wall, 0.4 if not palette.is_dark else 0.1)
    glass = palette.light if lit and palette.is_dark else darker(mix(palette.sky_top, palette.sky_low, 0.15), 0.42)
    if lit and not palette.is_dark:
        glass = mix(palette.light, palette.accent, 0.25)
    knife.rect(cx - w / 2 - 0.08, y - 0.08, w + 0.16, h + 0.16, frame, 0.5, 0.012)
    knife.dab(outline(_box(cx - w / 2, y, w, h)), glass)
    if lit and chance(seed, 51) < 0.3:
        knife.dab(curtain(cx - w / 2, y, w, h), mix(palette.accent, glass, 0.3))
    knife.dab(outline(_box(cx - 0.025, y, 0.05, h)), frame)
    knife.dab(outline(_box(cx - w / 2, y + h * 0.52, w, 0.05)), frame)
    if lit and palette.is_dark:
        knife.glow(cx, y + h / 2, 1.5, palette.light, 0.75)
    if chance(seed, 52) < 0.35:
        knife.rect(cx - w / 2 - 0.1, y - 0.26, w + 0.2, 0.16, darker(wall, 0.3), 0.5)
        for k in range(4):
            knife.dab(
                blob(cx - 0.28 + 0.19 * k, y - 0.04, 0.13, 0.11, seed + k), mix(palette.accent, palette.near, 0.25 * k)
            )


def curtain(x: float, y: float, w: float, h: float) -> skia.Path:
    """Two drawn curtains."""
    path = skia.Path()
    for a, b in ((x, x + w * 0.36), (x + w, x + w * 0.64)):
        path.moveTo(a, y)
        path.lineTo(a, y + h)
        path.lineTo(b + (b - a) * 0.25, y + h)
        path.quadTo(b, y + h * 0.45, a + (b - a) * 0.5, y)
        path.close()
    return path


def _door(knife: Knife, cx: float, seed: int, wall: Colour, palette: Palette) -> None:
    tone = palette.at(
        choose((palette.accent, darker(palette.near, 0.35), mix(palette.sky_top, palette.near, 0.3)), seed, 60), 5
    )
    knife.rect(cx - 0.56, 0, 1.12, 2.12, lighter(wall, 0.25), 0.4, 0.01)
    path = skia.Path()
    path.moveTo(cx - 0.44, 0)
    path.lineTo(cx - 0.44, 1.6)
    path.quadTo(cx, 2.35, cx + 0.44, 1.6)
    path.lineTo(cx + 0.44, 0)
    path.close()
    knife.cut(path, greyer(tone, 0.1), 0.5)
    knife.dab(blob(cx + 0.28, 0.95, 0.05, 0.05, 1, 0.0, 7), palette.light)
    knife.dab(blob(cx, 1.68, 0.2, 0.16, 2, 0.02), palette.light if palette.is_dark else lighter(tone, 0.4), 0.9)


def _washing(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """A line from house to house; flags by day, lanterns when it is dark."""
    string = palette.at(darker(palette.near, 0.5), 6)
    for i in cells(x0, x1, 13, 14):
        if chance(order.seed, i, 70) < 0.35:
            continue
        a, b = i * 13 + between(-2, 2, order.seed, i, 71), i * 13 + between(7, 11, order.seed, i, 72)
        y = between(3.9, 4.5, order.seed, i, 73)

        def hang(x: float, a: float = a, b: float = b, y: float = y) -> float:
            u = (x - a) / (b - a)
            return y - 2.2 * u * (1 - u)

        knife.stroke([(a + (b - a) * k / 20, hang(a + (b - a) * k / 20)) for k in range(21)], 0.025, string)
        for k in range(1, 9):
            x = a + (b - a) * k / 9
            tone = choose(
                (palette.accent, palette.light, palette.near, mix(palette.accent, palette.light, 0.5)),
                order.seed,
                i,
                k,
                74,
            )
            if palette.is_dark:
                knife.glow(x, hang(x) - 0.24, 0.9, palette.light, 0.5)
                with knife.stirring("hang"):
                    knife.cut(
                        blob(x, hang(x) - 0.24, 0.17, 0.21, k, 0.03), mix(palette.accent, palette.light, 0.35), 0.3
                    )
            else:
                with knife.stirring("hang"):
                    flag = outline([(x - 0.2, hang(x)), (x + 0.2, hang(x)), (x, hang(x) - 0.42)])
                    knife.cut(flag, palette.at(tone, 5), 0.4)


def _lamps(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    iron = palette.at(darker(mix(palette.near, palette.sky_top, 0.6), 0.5), 2)
    for i in cells(x0, x1, 7.5, 4):
        x = i * 7.5 + between(2.6, 4.6, order.seed, i, 80)
        knife.cut(
            outline(
                [
                    (x - 0.2, -0.05),
                    (x + 0.2, -0.05),
                    (x + 0.07, 0.5),
                    (x + 0.045, 3.3),
                    (x - 0.045, 3.3),
                    (x - 0.07, 0.5),
                ]
            ),
            iron,
            0.5,
        )
        knife.rect(x - 0.36, 2.94, 0.72, 0.06, iron, 0.2)
        lamp = outline([(x - 0.15, 3.3), (x + 0.15, 3.3), (x + 0.25, 3.78), (x - 0.25, 3.78)])
        on = palette.is_dark or order.time_of_day == "dusk"
        if on:
            knife.glow(x, 3.5, 2.6, palette.light, 0.85)
        knife.cut(lamp, palette.light if on else lighter(palette.sky_low, 0.3), 0.4)
        knife.cut(
            outline([(x - 0.32, 3.78), (x + 0.32, 3.78), (x + 0.06, 4.08), (x - 0.06, 4.08)]),
            palette.snow if palette.snowy else iron,
            0.4,
        )


def wing(knife: Knife, side: int, seed: int, order: SetOrder, palette: Palette) -> None:
    """A doorway or awning corner at the frame's edge (frame heights, origin in the lower outer corner, x inward)."""
    ink = palette.ink
    knife.dab(outline([(-0.6, -0.2), (0.13, -0.2), (0.12, 1.3), (-0.6, 1.3)]), ink)
    knife.dab(outline([(-0.6, 0.90), (0.34, 0.86), (0.36, 0.90), (-0.6, 1.3)]), ink)
    for k in range(8):
        x = -0.2 + 0.07 * k
        knife.dab(blob(x, 0.865 + 0.004 * k, 0.036, 0.035, k, 0.02), mix(ink, palette.accent, 0.25 if k % 2 else 0.05))
    knife.dab(outline([(0.12, 0.66), (0.26, 0.66), (0.26, 0.672), (0.12, 0.672)]), ink)
    if palette.is_dark:
        knife.glow(0.25, 0.585, 0.22, palette.light, 0.6)
    knife.dab(blob(0.25, 0.585, 0.045, 0.058, seed, 0.03), mix(palette.accent, ink, 0.15 if palette.is_dark else 0.45))
    knife.dab(blob(0.16, -0.02, 0.14, 0.13, seed + 1), darker(ink, 0.1))
    knife.dab(blob(0.30, -0.05, 0.10, 0.11, seed + 2), ink)


def plan(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """The street from above: paving, pavements, a carpet of roofs along both sides."""
    return (
        Sheet("road", 0.0, lambda k, a, b: _plan_road(k, a, b, order, palette), gap=0),
        Sheet("roofs", -1.6, lambda k, a, b: _plan_roofs(k, a, b, order, palette), gap=2.2),
    )


def _plan_road(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    road = darker(mix(palette.ground, palette.far, 0.25), 0.06)
    knife.dab(outline(_box(x0, -60, x1 - x0, 120)), road)
    for y, h in ((1.5, 2.6), (-4.6, 2.4)):
        knife.rect(x0, y, x1 - x0, h, lighter(palette.ground, 0.14), 0.6)
    pitch = 0.24 * max(1, math.ceil((x1 - x0) / 24))
    for i in cells(x0, x1, pitch):
        for k in range(-28, 29):
            patch = chance(order.seed, i // 5, k // 4, 89)
            if patch < 0.5 or chance(order.seed, i, k, 90) < 0.25:
                continue
            x, y = (i + 0.5 * (k % 2)) * pitch, k * 0.17
            if not -2.1 < y < 1.45:
                continue
            tone = darker(road, 0.08) if chance(order.seed, i, k, 93) < 0.5 else lighter(road, 0.10)
            knife.dab(blob(x, y, 0.095, 0.07, i * 29 + k, 0.08, 7), tone, 0.75)
    knife.cut(blob(1.5, -0.9, 0.34, 0.34, 5, 0.01, 15), darker(road, 0.25), 0.4)
    knife.dab(blob(1.5, -0.9, 0.27, 0.27, 6, 0.01, 15), darker(road, 0.14))


def _plan_roofs(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    for i in cells(x0, x1, 4.2, 5):
        for side in (-1, 1):
            seed = order.seed * 17 + i * 2 + side
            x, w = i * 4.2, between(3.6, 4.1, seed, 1)
            near = (3.6 if side > 0 else -4.2) + between(-0.25, 0.25, seed, 2)
            roof = choose((darker(palette.near, 0.2), palette.near, mix(palette.near, palette.accent, 0.35)), seed, 3)
            low, high = sorted((near, near + 9 * side))
            knife.rect(x, low, w, high - low, roof, 2.0, 0.04)
            knife.dab(outline(_box(x + w / 2, low, w / 2, high - low)), darker(roof, 0.15))
            knife.rect(x + w * 0.66, near + 1.2 * side, 0.5, 0.5, darker(roof, 0.35), 1.4)
            if palette.snowy:
                knife.dab(outline(_box(x, low, w / 2, high - low)), palette.snow, 0.75)
