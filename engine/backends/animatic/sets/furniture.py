"""Furniture seen from the front, that several interiors share: seats, tables, beds, cupboards, shelves, lamps, pictures.

Each is a piece standing on the floor at x; its heights are those of the seats that puppets sit on (0.44 m) and of the
tables they sit at (0.74 m).
"""

from __future__ import annotations

import math

from engine.backends.animatic.palette import Colour, darker, lighter, mix
from engine.backends.animatic.sets import eastern
from engine.backends.animatic.sets.decor import Decor, Piece

SEAT, TABLE = 0.44, 0.74


def legs(decor: Decor, x: float, half: float, high: float, wood: Colour, thick: float = 0.06) -> None:
    """Two legs."""
    for side in (-1, 1):
        decor.box(x + side * half - thick / 2, -0.03, thick, high + 0.03, wood, 0.5)


def table(wide: float = 1.5, high: float = TABLE, *, cloth: bool = False) -> Piece:
    """A plain table, with or without a cloth."""

    def paint(decor: Decor, x: float) -> None:
        wood = lighter(decor.wood, 0.06)
        legs(decor, x, wide * 0.42, high, darker(wood, 0.15), 0.08)
        decor.box(x - wide * 0.44, high - 0.16, wide * 0.88, 0.12, darker(wood, 0.08), 0.3)
        decor.box(x - wide / 2, high - 0.05, wide, 0.06, wood, 0.8)
        if cloth:
            tone = mix(decor.palette.accent, decor.pale, 0.35)
            hem = [(x - wide * 0.52 + wide * 1.04 * k / 8, high - (0.34 if k % 2 else 0.28)) for k in range(9)]
            decor.shape([(x - wide * 0.52, high + 0.02), *hem, (x + wide * 0.52, high + 0.02)], tone, 0.6)

    return paint


def chair(decor: Decor, x: float) -> None:
    """A chair with a back of three slats."""
    wood = lighter(decor.wood, 0.03)
    legs(decor, x, 0.2, SEAT, darker(wood, 0.12), 0.05)
    for side in (-1, 1):
        decor.box(x + side * 0.2 - 0.025, SEAT, 0.05, 0.5, wood, 0.4)
    for k in range(2):
        decor.box(x - 0.2, SEAT + 0.18 + 0.2 * k, 0.4, 0.09, wood, 0.4)
    decor.box(x - 0.25, SEAT - 0.06, 0.5, 0.07, lighter(wood, 0.08), 0.6)


def bench(wide: float = 2.0, *, back: bool = False) -> Piece:
    """A wooden bench."""

    def paint(decor: Decor, x: float) -> None:
        wood = decor.wood
        if back:
            for k in range(2):
                decor.box(x - wide / 2, SEAT + 0.14 + 0.22 * k, wide, 0.14, lighter(wood, 0.04), 0.5)
            legs(decor, x, wide * 0.45, SEAT + 0.5, darker(wood, 0.1), 0.07)
        legs(decor, x, wide * 0.42, SEAT, darker(wood, 0.16), 0.09)
        decor.box(x - wide / 2, SEAT - 0.07, wide, 0.08, lighter(wood, 0.1), 0.7)

    return paint


def sofa(wide: float = 2.1) -> Piece:
    """A sofa with round arms and cushions."""

    def paint(decor: Decor, x: float) -> None:
        cloth = decor.cloth
        legs(decor, x, wide * 0.44, 0.14, darker(decor.wood, 0.25), 0.08)
        decor.round(x - wide * 0.25, 0.72, wide * 0.27, 0.27, darker(cloth, 0.06), 0.7)
        decor.round(x + wide * 0.25, 0.72, wide * 0.27, 0.27, darker(cloth, 0.06), 0.7)
        decor.box(x - wide * 0.47, 0.12, wide * 0.94, 0.56, darker(cloth, 0.06), 0.6)
        for side in (-1, 1):
            decor.box(x + side * wide * 0.235 - wide * 0.225, 0.28, wide * 0.45, 0.18, lighter(cloth, 0.08), 0.5)
            decor.round(x + side * wide * 0.5, 0.52, 0.14, 0.14, cloth, 0.6)
            decor.box(x + side * wide * 0.5 - 0.13, 0.08, 0.26, 0.46, cloth, 0.5)
        for k, side in enumerate((-1, 1)):
            px = x + side * wide * 0.33
            tone = (decor.own("#d9a441"), decor.own("#b5533f"))[k]
            decor.shape([(px - 0.17, 0.48), (px + 0.15, 0.45), (px + 0.19, 0.77), (px - 0.14, 0.80)], tone, 0.5)

    return paint


def armchair(decor: Decor, x: float) -> None:
    """A deep chair."""
    cloth = mix(decor.cloth, decor.wood, 0.25)
    legs(decor, x, 0.32, 0.14, darker(decor.wood, 0.25), 0.07)
    decor.round(x, 0.82, 0.36, 0.30, darker(cloth, 0.06), 0.7)
    decor.box(x - 0.36, 0.12, 0.72, 0.62, darker(cloth, 0.06), 0.5)
    decor.box(x - 0.30, 0.27, 0.60, 0.19, lighter(cloth, 0.08), 0.5)
    for side in (-1, 1):
        decor.round(x + side * 0.40, 0.54, 0.12, 0.12, cloth, 0.5)
        decor.box(x + side * 0.40 - 0.11, 0.08, 0.22, 0.48, cloth, 0.5)


def bed(wide: float = 2.1, *, hospital: bool = False) -> Piece:
    """A bed from its side: head left, pillow, blanket."""

    def paint(decor: Decor, x: float) -> None:
        frame = decor.wood if not hospital else lighter(decor.palette.near, 0.35)
        cover = mix(decor.palette.accent, decor.pale, 0.25 if not hospital else 0.72)
        decor.box(x - wide / 2 - 0.09, -0.03, 0.12, 1.15, frame, 0.8)
        decor.box(x + wide / 2 - 0.03, -0.03, 0.12, 0.76, frame, 0.8)
        if hospital:
            for k in range(3):
                decor.line(
                    [(x - wide / 2 - 0.03, 0.5 + 0.2 * k), (x - wide / 2 - 0.03, 0.6 + 0.2 * k)],
                    0.03,
                    darker(frame, 0.2),
                )
        decor.box(x - wide / 2, 0.20, wide, 0.20, darker(frame, 0.10), 0.5)
        decor.box(x - wide / 2 + 0.02, 0.36, wide - 0.04, 0.14, decor.pale, 0.4)
        decor.round(x - wide * 0.37, 0.57, 0.29, 0.12, lighter(decor.pale, 0.3), 0.5)
        fold = [
            (x - wide * 0.2, 0.30),
            (x + wide / 2 - 0.02, 0.27),
            (x + wide / 2 - 0.02, 0.55),
            (x, 0.585),
            (x - wide * 0.2, 0.56),
        ]
        decor.shape(fold, cover, 0.6)
        decor.tint(
            [(x - wide * 0.2, 0.47), (x - wide * 0.12, 0.47), (x - wide * 0.12, 0.573), (x - wide * 0.2, 0.56)],
            lighter(cover, 0.5),
        )

    return paint


def books(decor: Decor, x: float, y: float, wide: float, high: float) -> None:
    """A row of spines from x on, up to `wide` long."""
    palette = decor.palette
    hues = (
        palette.accent, palette.far, palette.ground, mix(palette.sky_top, palette.near, 0.4),
        mix(palette.accent, palette.near, 0.6), decor.own("#b5533f"), decor.own("#c99a3f"),
    )  # fmt: skip
    at, n, row = x, 0, round(y * 100)
    while at < x + wide - 0.12:
        w, h = decor.between(0.05, 0.11, row, n, 2), high * decor.between(0.62, 0.98, row, n, 3)
        if decor.odds(row, n, 5) > 0.12:
            decor.box(at, y, w, h, decor.pick(hues, row, n, 4), 0.3)
            decor.flat(at + w * 0.2, y + h * 0.72, w * 0.6, 0.02, decor.palette.light, 0.5)
        at, n = at + w + 0.008, n + 1


def bookcase(wide: float = 1.9, high: float = 2.4) -> Piece:
    """Shelves of books."""

    def paint(decor: Decor, x: float) -> None:
        wood, n = decor.wood, max(2, round(high / 0.58))
        decor.box(x - wide / 2, -0.05, wide, high + 0.05, wood, 1.0)
        step = (high - 0.1) / n
        for k in range(n):
            y = 0.08 + step * k
            decor.flat(x - wide / 2 + 0.08, y, wide - 0.16, step - 0.07, darker(wood, 0.4))
            books(decor, x - wide / 2 + 0.11, y, wide - 0.24, step - 0.10)
        decor.box(x - wide / 2 - 0.05, high, wide + 0.1, 0.09, lighter(wood, 0.1), 0.6)

    return paint


def jars(decor: Decor, x: float, y: float, wide: float, n: int) -> None:
    """Jars, bottles and tins on a board at height y, centred on x."""
    hues = (
        decor.own("#b5653f"),
        decor.pale,
        decor.palette.accent,
        decor.own("#6f8f6a"),
        decor.own("#c9a24f"),
        decor.own("#5f7f93"),
    )
    for k in range(n):
        px = x + wide * ((k + 0.5) / n - 0.5)
        tone, kind = decor.pick(hues, k, round(y * 10)), decor.odds(k, round(y * 10), 1)
        h = decor.between(0.16, 0.30, k, round(y * 10), 2)
        w = min(0.8 * wide / n, decor.between(0.11, 0.18, k, 3))
        if kind < 0.4:
            decor.box(px - w / 2, y, w, h, tone, 0.4)
            decor.flat(px - w / 2, y + h * 0.35, w, h * 0.25, decor.pale, 0.8)
        elif kind < 0.7:
            decor.box(px - w * 0.16, y + h * 0.55, w * 0.32, h * 0.6, tone, 0.3)
            decor.box(px - w * 0.4, y, w * 0.8, h * 0.68, tone, 0.4)
        else:
            decor.round(px, y + h * 0.48, w * 0.56, h * 0.48, tone, 0.4)


def boarded(wide: float, rows: tuple[float, ...], n: int = 6) -> Piece:
    """Open shelves on the wall at some heights, filled."""

    def paint(decor: Decor, x: float) -> None:
        for k, y in enumerate(rows):
            decor.box(x - wide / 2, y - 0.06, wide, 0.06, lighter(decor.wood, 0.1), 0.7)
            jars(decor.seeded(decor.seed + 11 * k), x, y, wide * 0.94, n)

    return paint


def cupboard(wide: float, high: float, doors: int = 2) -> Piece:
    """A cupboard with panelled doors."""

    def paint(decor: Decor, x: float) -> None:
        wood = decor.wood
        decor.box(x - wide / 2, -0.05, wide, high + 0.05, wood, 1.0)
        decor.box(x - wide / 2 - 0.05, high - 0.02, wide + 0.1, 0.08, lighter(wood, 0.14), 0.6)
        w = (wide - 0.12) / doors
        for k in range(doors):
            px = x - wide / 2 + 0.06 + w * k
            decor.box(px + 0.03, 0.1, w - 0.06, high - 0.26, lighter(wood, 0.07), 0.4)
            decor.dot(px + (w - 0.12 if k % 2 == 0 else 0.12), high * 0.52, 0.03, 0.03, decor.palette.light)

    return paint


def pictures(decor: Decor, x: float, y: float) -> None:
    """Two framed landscapes."""
    palette = decor.palette
    for k, (dx, w, h) in enumerate(((-0.42, 0.55, 0.7), (0.34, 0.66, 0.5))):
        px, py = x + dx - w / 2, y + 0.1 * k
        decor.box(px, py, w, h, darker(mix(palette.near, palette.accent, 0.3 * k), 0.15), 0.8)
        decor.flat(px + 0.06, py + 0.06, w - 0.12, h - 0.12, lighter(palette.sky_low, 0.1))
        hill = [(px + 0.06, py + 0.06), (px + w - 0.06, py + 0.06), (px + w - 0.06, py + 0.2), (x + dx - 0.05, py + 0.32), (px + 0.06, py + 0.16)]  # fmt: skip
        decor.tint(hill, mix(palette.sky_top, palette.ground, decor.odds(k)))
        decor.dot(x + dx + 0.1, py + h * 0.68, 0.05, 0.05, palette.accent)


def clock(decor: Decor, x: float, y: float, r: float = 0.24) -> None:
    """A wall clock."""
    decor.round(x, y, r, r, darker(decor.wood, 0.1), 0.8)
    decor.dot(x, y, r * 0.84, r * 0.84, lighter(decor.pale, 0.4))
    ink = darker(decor.wood, 0.5)
    decor.line([(x, y), (x + r * 0.42, y + r * 0.25)], 0.022, ink)
    decor.line([(x, y), (x - r * 0.12, y + r * 0.66)], 0.016, ink)


def _candles(decor: Decor, x: float, y: float, *, foot: float) -> None:
    """A candle at height y on a brass stick that stands at `foot`."""
    brass = decor.own("#a5813f")
    decor.round(x, foot + 0.02, 0.12, 0.03, darker(brass, 0.2), 0.4)
    decor.box(x - 0.016, foot + 0.02, 0.032, y - foot, brass, 0.4)
    decor.box(x - 0.03, y, 0.06, 0.2, decor.pale, 0.3)
    decor.glow(x, y + 0.28, 1.5, 0.85)
    if decor.lit:
        with decor.knife.stirring("flame"):
            decor.tint([(x - 0.035, y + 0.2), (x, y + 0.36), (x + 0.035, y + 0.2)], (0.99, 0.82, 0.45))


def old_lamp(decor: Decor, x: float, y: float, top: float) -> None:
    """What hung there before there was current: a red lantern in the East, a wheel of candles in the West."""
    if eastern.is_eastern(decor.order):
        red_lantern(decor, x, y + 0.3, top)
        return
    iron = darker(decor.palette.near, 0.5)
    for side in (-0.42, 0.42):
        decor.line([(x, y + 0.75), (x + side, y)], 0.018, iron)
    decor.line([(x, y + 0.75), (x, top)], 0.022, iron)
    decor.glow(x, y + 0.15, 2.5, 0.9)
    decor.box(x - 0.5, y - 0.06, 1.0, 0.09, darker(decor.wood, 0.25), 0.6)
    for k in range(5):
        px = x - 0.42 + 0.21 * k
        decor.box(px - 0.022, y + 0.03, 0.044, 0.13, decor.pale, 0.3)
        if decor.lit:
            with decor.knife.stirring("flame"):
                decor.tint([(px - 0.026, y + 0.16), (px, y + 0.27), (px + 0.026, y + 0.16)], (0.99, 0.82, 0.45))


def rug_lamp(decor: Decor, x: float) -> None:
    """A standing lamp; a standing candlestick in an old tale."""
    if decor.order.period:
        _candles(decor, x, 1.35, foot=0.0)
        return
    brass = decor.own("#a5813f")
    decor.round(x, 0.02, 0.17, 0.035, darker(brass, 0.2), 0.4)
    decor.box(x - 0.018, 0.02, 0.036, 1.38, brass, 0.4)
    decor.glow(x, 1.5, 2.1, 0.9)
    shade = decor.palette.light if decor.lit else decor.own("#e0c48c")
    decor.shape([(x - 0.25, 1.34), (x + 0.25, 1.34), (x + 0.15, 1.72), (x - 0.15, 1.72)], shade, 0.6)


def table_lamp(decor: Decor, x: float, y: float) -> None:
    """A lamp with a shade, on something at height y; a candle in an old tale."""
    if decor.order.period:
        _candles(decor, x, y + 0.14, foot=y)
        return
    decor.shape([(x - 0.09, y), (x + 0.09, y), (x + 0.05, y + 0.2), (x - 0.05, y + 0.2)], decor.own("#5f7f86"), 0.4)
    decor.glow(x, y + 0.32, 1.5, 0.85)
    shade = decor.palette.light if decor.lit else decor.own("#e6d2a0")
    decor.shape([(x - 0.21, y + 0.18), (x + 0.21, y + 0.18), (x + 0.12, y + 0.46), (x - 0.12, y + 0.46)], shade, 0.5)


def paper_lamp(decor: Decor, x: float, y: float, top: float) -> None:
    """A paper globe on a string from the ceiling."""
    if decor.order.period:
        old_lamp(decor, x, y, top)
        return
    decor.line([(x, y + 0.25), (x, top)], 0.02, darker(decor.palette.near, 0.4))
    decor.glow(x, y, 2.7, 0.95)
    tone = decor.palette.light if decor.lit else lighter(decor.palette.far, 0.45)
    decor.round(x, y, 0.34, 0.29, tone, 0.7)
    for k in (-0.12, 0.0, 0.12):
        half = 0.33 * (1 - (k / 0.3) ** 2) ** 0.5
        decor.line([(x - half, y + k), (x + half, y + k)], 0.008, darker(decor.palette.light, 0.25), 0.5)


def bell_lamp(decor: Decor, x: float, y: float, top: float, hexes: str = "#4c6a63") -> None:
    """An enamel shade on a wire, as in workshops, kitchens and bars."""
    if decor.order.period:
        old_lamp(decor, x, y, top)
        return
    decor.line([(x, y + 0.2), (x, top)], 0.018, darker(decor.palette.near, 0.5))
    decor.glow(x, y - 0.1, 2.5, 0.9)
    if decor.lit:
        decor.round(x, y - 0.06, 0.1, 0.1, decor.palette.light, 0.0)
    decor.shape(
        [(x - 0.32, y - 0.02), (x + 0.32, y - 0.02), (x + 0.1, y + 0.2), (x - 0.1, y + 0.2)], decor.own(hexes), 0.6
    )


def tube_lamp(decor: Decor, x: float, y: float, top: float) -> None:
    """A strip light on two rods."""
    if decor.order.period:
        old_lamp(decor, x, y, top)
        return
    for side in (-0.5, 0.5):
        decor.line([(x + side, y), (x + side, top)], 0.015, darker(decor.palette.near, 0.3))
    decor.glow(x, y - 0.1, 2.4, 0.7)
    decor.box(x - 0.75, y, 1.5, 0.09, decor.pale, 0.6)
    decor.box(x - 0.70, y - 0.05, 1.4, 0.06, decor.palette.light if decor.lit else lighter(decor.pale, 0.5), 0.2)


def red_lantern(decor: Decor, x: float, y: float, top: float, size: float = 0.72) -> None:
    """A paper lantern on a cord."""
    decor.line([(x, y), (x, top)], 0.02, darker(decor.palette.near, 0.4))
    eastern.lantern(decor.knife, x, y, size, decor.palette, decor.lit)


def plant(decor: Decor, x: float) -> None:
    """A tall plant in a tub."""
    leaf = decor.own("#5c8a55")
    for k in range(9):
        a = math.radians(30 + 15 * k + 6 * (decor.odds(k) - 0.5))
        r = 0.75 + 0.35 * decor.odds(k, 1)
        ex, ey = x + 0.62 * r * math.cos(a), 0.42 + r * math.sin(a)
        nx, ny = -math.sin(a) * 0.085, math.cos(a) * 0.085
        mx, my = x + 0.36 * r * math.cos(a), 0.42 + 0.62 * r * math.sin(a)
        decor.shape(
            [(x, 0.36), (mx - nx, my - ny), (ex, ey), (mx + nx, my + ny)],
            mix(leaf, lighter(leaf, 0.3), decor.odds(k, 2)),
            0.3,
        )
    decor.shape([(x - 0.17, -0.03), (x + 0.17, -0.03), (x + 0.23, 0.42), (x - 0.23, 0.42)], decor.own("#b5724a"), 0.6)
