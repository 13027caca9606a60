"""A room: papered wall with a real window in it (a hole: outside goes by more slowly), shelf, pictures, lamp, curtains,
planked floor and rug. As in a doll's house, the wall goes on sideways and ends in a beam above."""

from __future__ import annotations

import skia

from engine.backends.animatic.palette import Colour, Palette, darker, lighter, mix
from engine.backends.animatic.paper import Knife, between, blob, cells, chance, choose, land, outline, ridge
from engine.backends.animatic.sets import eastern, parts
from engine.backends.animatic.sets import furniture as fit
from engine.backends.animatic.sets.decor import Decor
from engine.backends.animatic.sets.openings import arch
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

WALL_Z = 3.4
CEILING = 4.15
STOREYS = 1
"""Floors above the room before the roof: wide views show a house cut open, not a tower block."""
PITCH = 6.4
"""A window, and a piece of furniture beside it, every so many metres of wall."""

_SHELVES = ("study", "library", "office", "school", "class", "书", "教室", "办公")
_KITCHEN = (
    "kitchen",
    "cafe",
    "café",
    "restaurant",
    "tavern",
    "inn",
    "bar",
    "shop",
    "tea",
    "厨",
    "茶",
    "酒",
    "饭",
    "店",
    "馆",
)
_PARLOUR = ("living", "lounge", "hallway", "court", "lobby", "客厅", "法庭")
"""Nobody keeps plates there."""
_BED = ("bedroom", "bed", "hospital", "卧室", "床", "房间", "病房")


def sheets(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """The room from where its fourth wall was."""
    return (
        parts.sky(order, palette, sun=(between(-26, -8, order.seed, 5), 46), clouds=0.5),
        Sheet(
            "outside far",
            60.0,
            lambda k, a, b: _outside(k, a, b, 9, 7, 26, palette.at(_green(palette), 50), order.seed),
            top=18,
            bottom=-3,
        ),
        Sheet("outside near", 16.0, lambda k, a, b: _garden(k, a, b, order, palette), top=7, bottom=-2),
        Sheet(
            "wall",
            WALL_Z,
            lambda k, a, b: _wall(k, a, b, order, palette),
            top=60,
            bottom=-1,
            gap=1.8,
            apart=order.weather in ("rain", "snow", "storm"),
        ),
        Sheet("windows", WALL_Z - 0.1, lambda k, a, b: _windows(k, a, b, order, palette), top=4, bottom=0, gap=1.0),
        Sheet(
            "furniture",
            WALL_Z - 0.7,
            lambda k, a, b: _furniture(k, a, b, order, palette),
            top=3.2,
            bottom=-0.8,
            gap=1.4,
        ),
        Sheet("lamps", 1.4, lambda k, a, b: _lamps(k, a, b, order, palette), top=60, bottom=-0.5, gap=1.0),
        *parts.ground(
            palette,
            lambda z: _floor(z, palette),
            lambda k, a, b, z, row: _planks(k, a, b, z, row, order, palette),
            bump=0.0,
            until=3.0,
        ),
        Sheet("light pool", 0.5, lambda k, a, b: _pool(k, a, b, order, palette), top=0.1, bottom=-3, gap=0, veil=True),
    )


def _green(palette: Palette) -> Colour:
    return (
        mix(palette.sky_top, palette.ground, 0.45)
        if not palette.is_dark
        else mix(palette.sky_top, palette.sky_low, 0.4)
    )


def _wall_tone(palette: Palette) -> Colour:
    return palette.far


def _outside(
    knife: Knife, x0: float, x1: float, base: float, rise: float, wave: float, tone: Colour, seed: int
) -> None:
    knife.cut(land(x0, x1, wave / 20, lambda x: base * 0.4 + rise * ridge(x, wave, seed), -20), tone)


def _garden(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    tone = palette.at(mix(_green(palette), palette.near, 0.25), 14)
    knife.cut(
        land(x0, x1, 0.6, lambda x: 0.7 + 0.3 * ridge(x, 6, order.seed), -20),
        tone if not palette.snowy else palette.snow,
    )
    for i in cells(x0, x1, 4.4, 3):
        x = (i + chance(order.seed, i, 3)) * 4.4
        if palette.snowy:
            parts.bare_tree(knife, x, 0.2, between(4, 6, order.seed, i, 4), darker(tone, 0.3), order.seed + i, 4)
        else:
            parts.round_tree(
                knife, x, 0.3, between(3, 5.2, order.seed, i, 4), darker(tone, 0.08), darker(tone, 0.35), order.seed + i
            )


def _window_boxes(x0: float, x1: float, order: SetOrder) -> list[tuple[float, float, float, float]]:
    """(x, y, width, height) of the windows; the first is beside the stage's middle."""
    shift = -1.15 if chance(order.seed, 1) < 0.5 else 1.15
    return [(i * PITCH + shift - 0.85, 0.98, 1.7, 1.62) for i in cells(x0, x1, PITCH, 2)]


def _wall(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    tone = _wall_tone(palette)
    chinese = eastern.is_eastern(order)
    top = CEILING + (0.2 if chinese else 3.4 * STOREYS)
    wall = outline([(x0 - 1, -2), (x1 + 1, -2), (x1 + 1, top), (x0 - 1, top)])
    for box in _window_boxes(x0, x1, order):
        wall.addPath(eastern.moon_window(*box) if chinese else arch(*box))
    wall.setFillType(skia.PathFillType.kEvenOdd)
    knife.dab(wall, tone)
    knife.canvas.save()
    knife.canvas.clipPath(wall, doAntiAlias=True)
    _paper_pattern(knife, x0, x1, order, tone)
    knife.canvas.restore()
    for x, y, w, h in _window_boxes(x0, x1, order):
        if palette.is_dark:
            knife.glow(x + w / 2, y + h / 2, 1.4, palette.sky_low, 0.25)
    panel = darker(mix(tone, palette.near, 0.40), 0.05)
    knife.rect(x0 - 1, -1, x1 - x0 + 2, 1.72, panel, 0.8)
    pitch = 0.8
    if (x1 - x0) / pitch < 120:
        for i in cells(x0, x1, pitch):
            knife.rect(i * pitch + 0.09, 0.2, pitch - 0.18, 0.4, lighter(panel, 0.07), 0.4)
    knife.rect(x0 - 1, 0.70, x1 - x0 + 2, 0.07, lighter(panel, 0.14), 0.8)
    knife.rect(x0 - 1, -1, x1 - x0 + 2, 1.13, darker(panel, 0.25), 0.6)
    if chinese:
        eastern.long_roof(knife, x0, x1, CEILING, palette)
    else:
        _storeys(knife, x0, x1, order, palette)


def _storeys(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """What is above the ceiling, for wide views: floor over floor of a house cut open, each in its own dimmed paper."""
    for floor in range(STOREYS):
        y = CEILING + 3.4 * floor
        base = choose(
            (palette.far, mix(palette.far, palette.accent, 0.25), mix(palette.far, palette.sky_top, 0.35)),
            order.seed,
            floor,
            1,
        )
        tone = darker(mix(base, palette.near, 0.40), 0.30)
        knife.rect(x0 - 1, y, x1 - x0 + 2, 3.6, tone, 0.0)
        pitch = PITCH / 2
        for i in cells(x0, x1, pitch, 2):
            x = (i + 0.3 + 0.4 * chance(order.seed, i, floor, 2)) * pitch
            lit = chance(order.seed, i, floor, 3) < (0.45 if palette.is_dark else 0.2)
            glass = mix(palette.light, tone, 0.15) if lit else mix(darker(palette.sky_top, 0.2), tone, 0.4)
            knife.rect(x - 0.6, y + 0.9, 1.2, 1.5, lighter(tone, 0.15), 0.6)
            knife.dab(outline([(x - 0.5, y + 1.0), (x + 0.5, y + 1.0), (x + 0.5, y + 2.3), (x - 0.5, y + 2.3)]), glass)
            knife.dab(
                outline([(x - 0.03, y + 1.0), (x + 0.03, y + 1.0), (x + 0.03, y + 2.3), (x - 0.03, y + 2.3)]),
                lighter(tone, 0.15),
            )
        knife.rect(x0 - 1, y - 0.02, x1 - x0 + 2, 0.24, darker(palette.near, 0.18), 1.2)
    eastern.long_roof(knife, x0, x1, CEILING + 3.4 * STOREYS, palette)


def _paper_pattern(knife: Knife, x0: float, x1: float, order: SetOrder, tone: Colour) -> None:
    """Wallpaper: stripes, sprigs or dots by the seed; left out where it would be finer than the eye."""
    kind = int(chance(order.seed, 2) * 3)
    pitch = 0.42
    if (x1 - x0) / pitch > 90:
        return
    print_tone = darker(tone, 0.055) if chance(order.seed, 3) < 0.6 else lighter(tone, 0.12)
    for i in cells(x0, x1, pitch):
        if kind == 0:
            knife.dab(
                outline([(i * pitch, 0.7), (i * pitch + 0.2, 0.7), (i * pitch + 0.2, CEILING), (i * pitch, CEILING)]),
                print_tone,
            )
            continue
        for k in range(9):
            x, y = (i + 0.5 * (k % 2)) * pitch, 0.9 + 0.38 * k
            if kind == 1:
                for dx, dy in ((-0.05, 0.0), (0.05, 0.0), (0.0, 0.06)):
                    knife.dab(blob(x + dx, y + dy, 0.04, 0.032, 1, 0.02, 7), print_tone)
            else:
                knife.dab(parts.sparkle(x, y, 0.075), print_tone)


def _windows(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """Frames, bars, sill, curtains and a flower pot."""
    wood = lighter(mix(palette.near, palette.far, 0.45), 0.25 if not palette.is_dark else 0.0)
    cloth = mix(palette.accent, palette.far, 0.10)
    if eastern.is_eastern(order):
        for n, box in enumerate(_window_boxes(x0, x1, order)):
            eastern.window_dressing(knife, box, n, order, palette)
        return
    for n, (x, y, w, h) in enumerate(_window_boxes(x0, x1, order)):
        frame = arch(x - 0.1, y - 0.08, w + 0.2, h + 0.19)
        frame.addPath(arch(x, y, w, h))
        frame.setFillType(skia.PathFillType.kEvenOdd)
        knife.cut(frame, wood, 0.6)
        knife.rect(x + w / 2 - 0.03, y, 0.06, h, wood, 0.3)
        knife.rect(x, y + h * 0.48, w, 0.05, wood, 0.3)
        knife.rect(x - 0.22, y - 0.14, w + 0.44, 0.1, lighter(wood, 0.15), 1.0)
        knife.rect(x - 0.55, y + h + 0.12, w + 1.1, 0.05, darker(palette.near, 0.3), 0.6)
        for side in (-1, 1):
            edge = x + w / 2 + side * (w / 2 + 0.42)
            with knife.stirring("drape"):
                knife.cut(_drape(edge, y - 0.32, h + 0.46, -side), cloth, 1.0)
        px = x + w * (0.26 if n % 2 else 0.74)
        knife.cut(
            outline([(px - 0.09, y - 0.04), (px + 0.09, y - 0.04), (px + 0.12, y + 0.15), (px - 0.12, y + 0.15)]),
            mix(palette.accent, palette.ground, 0.5),
            0.4,
        )
        for k in range(5):
            parts.leaf_spray(
                knife, px, y + 0.14, 0.75 + 0.4 * k, 0.26, darker(_green(palette), 0.15), k + order.seed, 5
            )


def _drape(x: float, y: float, h: float, inward: int) -> skia.Path:
    """A gathered curtain that hangs from its outer edge and is tied at a third of its height."""
    path = skia.Path()
    path.moveTo(x, y)
    path.lineTo(x, y + h)
    path.lineTo(x + inward * 0.62, y + h)
    path.quadTo(x + inward * 0.55, y + h * 0.55, x + inward * 0.20, y + h * 0.36)
    path.quadTo(x + inward * 0.32, y + h * 0.18, x + inward * 0.36, y)
    path.close()
    return path


def _furniture(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """Beside each window a piece that tells what the room is for, and pictures above it."""
    words = order.words.lower()
    wood = darker(palette.near, 0.04)
    first = _window_boxes(0, 0.1, order)[2][0] + 0.85
    for i in cells(x0, x1, PITCH, 3):
        seed = order.seed + i * 7
        x = i * PITCH + (first % PITCH) + PITCH / 2
        if any(w in words for w in _SHELVES):
            kind = "shelf"
        elif any(w in words for w in _KITCHEN):
            kind = "dresser"
        elif any(w in words for w in _BED):
            kind = "bed"
        elif any(w in words for w in _PARLOUR):
            kind = choose(("shelf", "chest"), seed, 1)
        else:
            kind = choose(("shelf", "dresser", "chest", "shelf"), seed, 1)
        {"shelf": _shelf, "dresser": _dresser, "bed": _bed, "chest": _chest}[kind](knife, x, wood, seed, order, palette)


def _shelf(knife: Knife, x: float, wood: Colour, seed: int, order: SetOrder, palette: Palette) -> None:
    knife.rect(x - 0.95, -0.05, 1.9, 2.45, wood, 1.0)
    for k in range(4):
        y = 0.12 + 0.56 * k
        knife.rect(x - 0.85, y, 1.7, 0.5, darker(wood, 0.38), 0.0)
        bx, n = x - 0.82, 0
        while bx < x + 0.72:
            w, h = between(0.05, 0.12, seed, k, n, 2), between(0.26, 0.44, seed, k, n, 3)
            tone = choose(
                (
                    palette.accent,
                    palette.far,
                    palette.ground,
                    mix(palette.sky_top, palette.near, 0.4),
                    mix(palette.accent, palette.near, 0.6),
                ),
                seed,
                k,
                n,
                4,
            )
            if chance(seed, k, n, 5) > 0.12:
                knife.rect(bx, y + 0.01, w, h, tone, 0.3)
            bx += w + 0.008
            n += 1
    knife.cut(blob(x + 0.5, 2.58, 0.2, 0.2, seed, 0.02), mix(palette.sky_top, palette.far, 0.4), 0.5)


def _dresser(knife: Knife, x: float, wood: Colour, seed: int, order: SetOrder, palette: Palette) -> None:
    knife.rect(x - 1.1, -0.05, 2.2, 0.95, wood, 1.0)
    knife.rect(x - 1.16, 0.88, 2.32, 0.08, lighter(wood, 0.14), 0.6)
    for k in (-1, 1):
        knife.rect(x + k * 0.53 - 0.46, 0.1, 0.92, 0.66, lighter(wood, 0.06), 0.4)
        knife.dab(blob(x + k * 0.12, 0.45, 0.04, 0.04, 2, 0.0, 8), palette.light)
    for k in range(2):
        y = 1.45 + 0.55 * k
        knife.rect(x - 1.0, y - 0.05, 2.0, 0.07, lighter(wood, 0.1), 0.8)
        for n in range(6):
            px = x - 0.84 + 0.33 * n
            tone = choose(
                (lighter(palette.far, 0.4), palette.accent, mix(palette.sky_top, palette.far, 0.5)), seed, k, n
            )
            knife.cut(blob(px, y + 0.17, 0.13, 0.15, n, 0.02, 12), tone, 0.4)
            knife.dab(blob(px, y + 0.17, 0.08, 0.09, n, 0.02, 12), darker(tone, 0.06))
    knife.cut(blob(x - 0.62, 1.1, 0.2, 0.15, seed, 0.03), mix(palette.accent, wood, 0.3), 0.5)
    knife.cut(
        outline([(x + 0.4, 0.96), (x + 0.62, 0.96), (x + 0.58, 1.3), (x + 0.44, 1.3)]), lighter(palette.far, 0.3), 0.4
    )


def _bed(knife: Knife, x: float, wood: Colour, seed: int, order: SetOrder, palette: Palette) -> None:
    knife.rect(x - 1.35, -0.05, 0.14, 1.3, wood, 0.8)
    knife.rect(x + 1.2, -0.05, 0.14, 0.85, wood, 0.8)
    knife.rect(x - 1.3, 0.18, 2.6, 0.28, darker(wood, 0.1), 0.5)
    knife.cut(blob(x - 0.92, 0.66, 0.34, 0.17, seed, 0.06), lighter(palette.far, 0.55), 0.5)
    knife.cut(
        outline([(x - 0.62, 0.4), (x + 1.24, 0.4), (x + 1.24, 0.70), (x + 0.3, 0.76), (x - 0.62, 0.70)]),
        mix(palette.accent, palette.far, 0.25),
        0.6,
    )
    _pictures(knife, x, 1.7, seed, palette)


def _chest(knife: Knife, x: float, wood: Colour, seed: int, order: SetOrder, palette: Palette) -> None:
    knife.rect(x - 0.8, -0.05, 1.6, 1.02, wood, 1.0)
    for k in range(3):
        knife.rect(x - 0.72, 0.08 + 0.3 * k, 1.44, 0.25, lighter(wood, 0.08), 0.4)
        for side in (-0.36, 0.36):
            knife.dab(blob(x + side, 0.21 + 0.3 * k, 0.035, 0.035, 1, 0.0, 8), palette.light)
    if order.period:
        fit.table_lamp(Decor(knife, order, palette, seed), x - 0.45, 0.97)
        _pictures(knife, x + 0.15, 1.62, seed, palette)
        return
    knife.cut(outline([(x - 0.55, 0.97), (x - 0.35, 0.97), (x - 0.38, 1.12), (x - 0.52, 1.12)]), darker(wood, 0.3), 0.3)
    shade = outline([(x - 0.68, 1.12), (x - 0.22, 1.12), (x - 0.32, 1.46), (x - 0.58, 1.46)])
    if palette.is_dark:
        knife.glow(x - 0.45, 1.3, 1.9, palette.light, 0.8)
    knife.cut(shade, palette.light if palette.is_dark else lighter(palette.accent, 0.4), 0.4)
    _pictures(knife, x + 0.15, 1.62, seed, palette)


def _pictures(knife: Knife, x: float, y: float, seed: int, palette: Palette) -> None:
    for k, (dx, w, h) in enumerate(((-0.42, 0.55, 0.7), (0.34, 0.66, 0.5))):
        frame = darker(mix(palette.near, palette.accent, 0.3 * k), 0.15)
        knife.rect(x + dx - w / 2, y + 0.1 * k, w, h, frame, 0.8, 0.01)
        knife.rect(x + dx - w / 2 + 0.06, y + 0.1 * k + 0.06, w - 0.12, h - 0.12, lighter(palette.sky_low, 0.1), 0.0)
        hill = [
            (x + dx - w / 2 + 0.06, y + 0.1 * k + 0.06),
            (x + dx + w / 2 - 0.06, y + 0.1 * k + 0.06),
            (x + dx + w / 2 - 0.06, y + 0.1 * k + 0.2),
            (x + dx - 0.05, y + 0.1 * k + 0.32),
            (x + dx - w / 2 + 0.06, y + 0.1 * k + 0.16),
        ]
        knife.dab(outline(hill), mix(palette.sky_top, palette.ground, chance(seed, k)))
        knife.dab(blob(x + dx + 0.1, y + 0.1 * k + h * 0.68, 0.05, 0.05, 3, 0.02, 9), palette.accent)


def _lamps(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """Paper lamps on long strings, which hang from a joist of the ceiling."""
    on = palette.is_dark or order.time_of_day == "dusk"
    knife.rect(x0 - 1, CEILING - 0.02, x1 - x0 + 2, 0.22, darker(palette.near, 0.26), 1.2)
    for i in cells(x0, x1, PITCH, 3):
        x = i * PITCH + between(1.5, 2.3, order.seed, 6) * (1 if chance(order.seed, 7) < 0.5 else -1)
        chinese = eastern.is_eastern(order)
        knife.stroke([(x, 2.75), (x, CEILING)], 0.02, darker(palette.near, 0.4))
        if chinese:
            eastern.lantern(knife, x, 2.95, 0.72, palette, on)
            continue
        if order.period:
            fit.old_lamp(Decor(knife, order, palette, order.seed), x, 2.4, CEILING)
            continue
        if on:
            knife.glow(x, 2.5, 2.7, palette.light, 0.95)
        knife.cut(blob(x, 2.5, 0.34, 0.29, 4, 0.015, 15), palette.light if on else lighter(palette.far, 0.45), 0.7)
        for k in (-0.12, 0.0, 0.12):
            half = 0.33 * (1 - (k / 0.3) ** 2) ** 0.5
            knife.stroke([(x - half, 2.5 + k), (x + half, 2.5 + k)], 0.008, darker(palette.light, 0.25), 0.5)


def _floor(z: float, palette: Palette) -> Colour:
    return darker(palette.ground, 0.03 + 0.02 * max(0.0, 3 - z))


def _planks(knife: Knife, x0: float, x1: float, z: float, row: int, order: SetOrder, palette: Palette) -> None:
    tone = _floor(z, palette)
    pitch = 1.5 * max(1, (x1 - x0) / 60)
    for i in cells(x0, x1, pitch):
        x = (i + 0.5 * (row % 2) + 0.2 * chance(order.seed, row, i)) * pitch
        knife.dab(outline([(x, -0.02), (x + 0.018, -0.02), (x + 0.018, -1.2), (x, -1.2)]), darker(tone, 0.22), 0.8)
        if chance(order.seed, row, i, 2) < 0.5:
            knife.dab(blob(x + pitch * 0.5, -0.10, pitch * 0.3, 0.012, i, 0.1, 8), darker(tone, 0.1), 0.7)
    if -1.2 < z < 1.2:
        rug = mix(palette.accent, tone, 0.15 + 0.1 * (row % 2))
        wide = 2.3 if z > 0 else 2.55
        knife.rect(-wide, -1.5, 2 * wide, 1.485, rug, 0.3)
        for k in (0.12, 0.3):
            knife.dab(
                outline([(-wide + k, -0.05), (-wide + k + 0.06, -0.05), (-wide + k + 0.06, -1.4), (-wide + k, -1.4)]),
                lighter(rug, 0.4),
                0.8,
            )
            knife.dab(
                outline([(wide - k - 0.06, -0.05), (wide - k, -0.05), (wide - k, -1.4), (wide - k - 0.06, -1.4)]),
                lighter(rug, 0.4),
                0.8,
            )


def _pool(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    """What falls through the windows onto the floor (day and dawn), or lamplight."""
    if order.time_of_day == "night":
        knife.dab(blob(0, -0.16, 2.6, 0.14, 3, 0.02, 17), palette.light, 0.13)
        return
    for x, _, w, _ in _window_boxes(x0, x1, order):
        slant = 0.9
        knife.dab(
            outline(
                [
                    (x + slant, -0.02),
                    (x + w * 0.46 + slant, -0.02),
                    (x + w * 0.42 + 2.1 * slant, -0.42),
                    (x + 2.0 * slant, -0.42),
                ]
            ),
            palette.light,
            0.26,
        )
        knife.dab(
            outline(
                [
                    (x + w * 0.54 + slant, -0.02),
                    (x + w + slant, -0.02),
                    (x + w + 2.2 * slant, -0.42),
                    (x + w * 0.52 + 2.1 * slant, -0.42),
                ]
            ),
            palette.light,
            0.26,
        )


def wing(knife: Knife, side: int, seed: int, order: SetOrder, palette: Palette) -> None:
    """A heavy curtain drawn aside, as on a stage."""
    ink = mix(palette.ink, palette.accent, 0.16)
    for k, reach in enumerate((0.26, 0.17, 0.08)):
        tone = mix(ink, palette.accent, 0.05 * k) if k % 2 else darker(ink, 0.12)
        path = skia.Path()
        path.moveTo(-0.5, -0.2)
        path.lineTo(reach * 0.82, -0.2)
        path.quadTo(reach * 0.85, 0.14, reach * 0.42, 0.36)
        path.quadTo(reach * 1.05, 0.6, reach * 1.25, 1.3)
        path.lineTo(-0.5, 1.3)
        path.close()
        knife.cut(path, tone, 0.5)
    knife.dab(blob(0.03, 0.365, 0.055, 0.02, seed, 0.03), mix(palette.accent, ink, 0.45))


def plan(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Floorboards and the rug from above, with tables and chairs round it."""
    return (
        Sheet("boards", 0.0, lambda k, a, b: _plan_boards(k, a, b, order, palette), gap=0),
        Sheet("tables", -0.75, lambda k, a, b: _plan_tables(k, a, b, order, palette), gap=1.6),
    )


def _plan_boards(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    tone = _floor(1, palette)
    knife.dab(outline([(x0, -60), (x1, -60), (x1, 60), (x0, 60)]), tone)
    for k in range(-60, 61):
        y = k * 0.24
        shade = mix(darker(tone, 0.07), lighter(tone, 0.05), chance(order.seed, k, 1))
        knife.dab(outline([(x0, y), (x1, y), (x1, y + 0.225), (x0, y + 0.225)]), shade)
        for i in cells(x0, x1, 1.8):
            x = (i + chance(order.seed, k, 2)) * 1.8
            knife.dab(outline([(x, y), (x + 0.014, y), (x + 0.014, y + 0.225), (x, y + 0.225)]), darker(tone, 0.25))
    for grow, colour in (
        (1.0, palette.accent),
        (0.86, mix(palette.accent, palette.far, 0.55)),
        (0.80, palette.accent),
        (0.45, mix(palette.accent, palette.far, 0.3)),
    ):
        knife.cut(blob(0, 0, 2.2 * grow, 1.35 * grow, 5, 0.0, 25), colour, 0.3)


def _plan_tables(knife: Knife, x0: float, x1: float, order: SetOrder, palette: Palette) -> None:
    wood = palette.near
    for x, y, w, h in ((-3.1, 1.5, 1.5, 0.8), (3.2, -1.6, 1.3, 1.3), (3.4, 1.7, 1.9, 0.6)):
        for dx, dy in ((-0.75, 0), (0.75, 0)):
            knife.cut(blob(x + dx * w * 0.75, y + dy, 0.24, 0.24, 3, 0.04), darker(wood, 0.2), 0.8)
        knife.rect(x - w / 2, y - h / 2, w, h, lighter(wood, 0.08), 1.6, 0.02)
        knife.cut(blob(x + 0.2, y, 0.16, 0.16, 4, 0.02, 13), lighter(palette.far, 0.4), 0.4)
        knife.rect(x - 0.45, y - 0.12, 0.24, 0.32, lighter(palette.far, 0.5), 0.3)
