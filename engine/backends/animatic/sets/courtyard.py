"""A courtyard: the house round it, a tree, a stone table, pots; Chinese by its words, else arches and shutters."""

from __future__ import annotations

import math

from engine.backends.animatic.palette import Palette, darker, lighter, mix
from engine.backends.animatic.paper import cells, land, living, ridge
from engine.backends.animatic.sets import eastern, parts
from engine.backends.animatic.sets import furniture as fit
from engine.backends.animatic.sets.decor import Decor, Painter, both, only, plane, repainted
from engine.backends.animatic.sets.home import variant, window_side
from engine.backends.animatic.sets.shell import green
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder


def courtyard(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """A house round a paved yard: a tree, a stone table with stools, jars, a gate; arches and ivy in the West."""
    palette = repainted(order, palette)
    side = window_side(order)
    east = eastern.is_eastern(order)
    house = _arcade if not east else _hall_front
    return (
        parts.sky(order, palette, clouds=0.6),
        plane("roofs beyond", 26.0, _beyond(east), order, palette, top=14, bottom=-1),
        plane("house", 7.0, house, order, palette, top=10, bottom=-1, gap=1.6, built=True),
        plane("side wings", 4.4, both(only(_side_wing(east, -1), -7.4, 6), only(_side_wing(east, 1), 7.4, 6)), order, palette, top=7, bottom=-1, gap=1.6, built=True),
        plane("tree", 3.4, both(only(_yard_tree, -side * 3.4), only(_jars, side * 4.2)), order, palette, top=7, bottom=-0.5, gap=1.2),
        plane("table", 1.6, both(only(_stone_table, side * 2.6), only(_pots, -side * 4.0)), order, palette, top=2, bottom=-0.4),
        plane("front pots", -1.3, both(only(_pots, side * 3.6), only(fit.plant, -side * 3.5)), order, palette, top=2, bottom=-0.5),
        *parts.ground(palette, lambda z: darker(palette.ground, 0.04), slabs(order, palette), bump=0.01),
    )  # fmt: skip


def slabs(order: SetOrder, palette: Palette):
    """The flags of a yard, as marks on its strips of ground."""

    def marks(knife, x0: float, x1: float, z: float, line: int) -> None:
        decor = Decor(knife, order, palette, order.seed)
        tone = palette.at(darker(palette.ground, 0.04), z)
        pitch = 1.1 * max(1, round((x1 - x0) / 60))
        for i in cells(x0, x1, pitch, 1):
            x = (i + 0.5 * (line % 2)) * pitch
            decor.flat(
                x + 0.02,
                -1.5,
                pitch - 0.04,
                1.46,
                mix(darker(tone, 0.08), lighter(tone, 0.06), decor.odds(line, i)),
                0.8,
            )

    return marks


def _beyond(east: bool) -> Painter:
    def paint(decor: Decor, x0: float, x1: float) -> None:
        if east:
            eastern.back_row(decor.knife, x0, x1, decor.order, decor.palette)
            return
        leaf = decor.palette.at(green(decor.palette), 24)
        decor.knife.cut(land(x0, x1, 1.0, lambda x: 4.5 + 2.2 * ridge(x, 14, decor.seed), -20), leaf)

    return paint


def _hall_front(decor: Decor, x0: float, x1: float) -> None:
    """The main house of a siheyuan: tiled roof, red posts, latticed doors."""
    for i in cells(x0, x1, 13.0, 8):
        eastern.house(decor.knife, i * 13.0 - 4.6, 9.2, decor.order.seed * 3 + abs(i), decor.order, decor.palette)
    wall = decor.palette.at(decor.own("#b9b3a6"), 7)
    for i in cells(x0 - 6.5, x1 - 6.5, 13.0, 3):
        decor.box(i * 13.0 + 4.9, -1, 3.2, 3.6, wall, 0.6)
        decor.box(i * 13.0 + 4.8, 2.55, 3.4, 0.22, decor.palette.at(decor.own("#4f555a"), 7), 0.6)


def _arcade(decor: Decor, x0: float, x1: float) -> None:
    """Two storeys of arches with shutters over them, ivy, a tiled eave."""
    palette = decor.palette
    wall = palette.at(decor.pick((decor.own("#e0c09a"), decor.own("#d9a883"), decor.own("#d6cbb0")), 1), 7)
    decor.box(x0 - 1, -1, x1 - x0 + 2, 7.2, wall, 0.8)
    for i in cells(x0, x1, 2.5, 2):
        x = i * 2.5
        decor.round(x, 1.6, 0.85, 0.85, darker(wall, 0.45), 0.2)
        decor.flat(x - 0.85, -0.2, 1.7, 1.8, darker(wall, 0.45))
        decor.box(x + 1.25 - 0.2, -0.3, 0.4, 2.4, lighter(wall, 0.12), 0.8)
        decor.box(x - 0.42, 3.5, 0.84, 1.3, darker(wall, 0.3), 0.4)
        decor.flat(
            x - 0.34,
            3.56,
            0.68,
            1.18,
            palette.light if decor.lit and decor.odds(i, 3) < 0.6 else darker(palette.sky_top, 0.35),
        )
        shutter = decor.own("#5f8a7f")
        for dx in (-0.86, 0.44):
            decor.box(x + dx, 3.48, 0.42, 1.34, shutter, 0.6)
    decor.box(x0 - 1, 2.75, x1 - x0 + 2, 0.16, lighter(wall, 0.18), 0.7)
    decor.box(
        x0 - 1, 6.0, x1 - x0 + 2, 0.5, palette.snow if palette.snowy else palette.at(decor.own("#a8573f"), 7), 1.0
    )
    leaf = palette.at(mix(green(palette), decor.own("#5f8a4a"), 0.6), 7)
    for k in range(60):
        x = -6.5 + 2.4 * decor.odds(k, 7) - 0.5
        decor.round(x, 5.4 * decor.odds(k, 8) ** 0.7, 0.2, 0.17, mix(leaf, lighter(leaf, 0.2), decor.odds(k, 9)), 0.2)


def _side_wing(east: bool, side: int):
    """The end of a wing of the house, at the yard's side."""

    def paint(decor: Decor, x: float) -> None:
        palette = decor.palette
        wall = palette.at(decor.own("#b9aa98" if east else "#d6b48f"), 4)
        tile = palette.snow if palette.snowy else palette.at(decor.own("#4f555a" if east else "#a8573f"), 4)
        decor.box(x - 2.2, -1, 4.4, 4.0, wall, 1.0)
        decor.shape([(x - 2.7, 2.9), (x + 2.7, 2.9), (x + 1.2 * side, 4.6), (x + 0.4 * side, 4.6)], tile, 1.0)
        px = x - side * 1.1
        decor.box(px - 0.55, 0.8, 1.1, 1.2, darker(wall, 0.35), 0.5)
        decor.glow(px, 1.4, 1.6, 0.8)
        decor.flat(px - 0.47, 0.88, 0.94, 1.04, palette.light if decor.lit else darker(palette.sky_top, 0.4))
        for k in (1, 2, 3):
            decor.flat(px - 0.47 + 0.235 * k - 0.02, 0.88, 0.04, 1.04, darker(wall, 0.4))

    return paint


@living("sway")
def _yard_tree(decor: Decor, x: float) -> None:
    """A persimmon, a flowering plum or a plane tree by the seed; bare in snow."""
    bark = decor.own("#5f4a3c")
    parts.bare_tree(decor.knife, x, -0.1, 5.2, bark, decor.order.seed + 3, 5)
    if decor.palette.snowy:
        parts.foot(decor.knife, x, 0.3, decor.palette, 3.4, decor.order.seed)
        return
    hues = (("#7f9c4a", "#d9722f"), ("#e3a5b0", "#f0d0d3"), ("#7a9a55", "#93ad5f"))[variant(decor.order)]
    for k in range(46):
        a, r = 6.28 * decor.odds(k, 1), 1.7 * decor.odds(k, 2) ** 0.5
        px, py = x + r * math.cos(a) * 1.15, 4.3 + r * math.sin(a) * 0.8
        decor.round(px, py, 0.24, 0.2, mix(decor.own(hues[0]), decor.palette.near, 0.15 * decor.odds(k, 3)), 0.4)
    for k in range(12):
        a, r = 6.28 * decor.odds(k, 5), 1.6 * decor.odds(k, 6) ** 0.5
        decor.round(x + r * math.cos(a) * 1.1, 4.1 + r * math.sin(a) * 0.8, 0.11, 0.11, decor.own(hues[1]), 0.3)


def _stone_table(decor: Decor, x: float) -> None:
    stone = decor.own("#a8a497")
    for dx in (-0.95, 0.95):
        decor.shape(
            [
                (x + dx - 0.2, -0.04),
                (x + dx + 0.2, -0.04),
                (x + dx + 0.24, 0.2),
                (x + dx + 0.2, 0.44),
                (x + dx - 0.2, 0.44),
                (x + dx - 0.24, 0.2),
            ],
            darker(stone, 0.06),
            0.8,
        )
    decor.shape([(x - 0.3, -0.04), (x + 0.3, -0.04), (x + 0.2, 0.7), (x - 0.2, 0.7)], darker(stone, 0.12), 0.6)
    decor.round(x, 0.74, 0.78, 0.09, lighter(stone, 0.12), 0.9)
    decor.round(x - 0.15, 0.9, 0.13, 0.1, decor.own("#8a4f3a"), 0.4)
    for dx in (0.2, 0.38):
        decor.box(x + dx, 0.82, 0.1, 0.08, decor.pale, 0.3)


def _jars(decor: Decor, x: float) -> None:
    """A water jar with lotus."""
    clay = decor.own("#5f6f6a")
    leaf = decor.own("#6f9a5f")
    for k in range(4):
        px = x - 0.45 + 0.3 * k
        decor.line([(px * 0.4 + x * 0.6, 0.8), (px, 1.15 + 0.12 * (k % 2))], 0.025, leaf)
        decor.round(px, 1.18 + 0.12 * (k % 2), 0.2, 0.08, leaf, 0.4)
    decor.round(x + 0.1, 1.42, 0.11, 0.12, decor.own("#e3a5b0"), 0.4)
    decor.shape(
        [(x - 0.38, -0.05), (x + 0.38, -0.05), (x + 0.58, 0.5), (x + 0.5, 0.86), (x - 0.5, 0.86), (x - 0.58, 0.5)],
        clay,
        1.0,
    )
    decor.flat(x - 0.52, 0.68, 1.04, 0.05, lighter(clay, 0.2))


def _pots(decor: Decor, x: float) -> None:
    """Three flower pots."""
    for k in range(3):
        px, h = x - 0.5 + 0.5 * k, 0.3 + 0.1 * (k % 2)
        leaf = decor.own("#6f8f4a")
        for j in range(6):
            a = 0.5 + 0.43 * j
            decor.round(px + 0.22 * math.cos(a), h + 0.1 + 0.24 * math.sin(a), 0.12, 0.1, leaf, 0.3)
            if j % 2:
                decor.round(
                    px + 0.22 * math.cos(a),
                    h + 0.16 + 0.24 * math.sin(a),
                    0.07,
                    0.07,
                    decor.pick((decor.own("#d9685a"), decor.own("#e3b04b"), decor.own("#c98bb0")), k),
                    0.2,
                )
        decor.shape([(px - 0.14, -0.05), (px + 0.14, -0.05), (px + 0.2, h), (px - 0.2, h)], decor.own("#b5653f"), 0.6)
