"""Houses one eats and drinks in: tavern, café, restaurant; and the Chinese teahouse with its lanterns and lattices."""

from __future__ import annotations

import math

from engine.backends.animatic.palette import Palette, darker, lighter, mix
from engine.backends.animatic.paper import cells
from engine.backends.animatic.sets import coverings as cover
from engine.backends.animatic.sets import eastern, openings
from engine.backends.animatic.sets import furniture as fit
from engine.backends.animatic.sets.decor import Decor, both, only, row
from engine.backends.animatic.sets.home import PITCH, variant, window_side
from engine.backends.animatic.sets.shell import CEILING, Shell, Windows, gardens, interior, tiled, town
from engine.backends.animatic.sets.stores import candle, fire
from engine.backends.animatic.sets.study import hung
from engine.backends.animatic.sets.trade import lantern_lamp
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder


def tavern(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """A bar with bottles before a mirror, tables with candles; a café by one seed, a pub by another."""
    side = window_side(order)
    light = any(word in order.words.lower() for word in ("caf", "coffee", "diner", "咖啡", "餐", "食堂", "canteen"))
    shell = Shell(
        cover=cover.over(cover.plaster, cover.wainscot) if not light else cover.over(cover.paper, cover.dado),
        floor=cover.checks if light else cover.planks,
        windows=Windows(
            openings.arch if not light else openings.square,
            openings.curtained if not light else openings.checked,
            wide=1.6,
            tall=1.6,
            sill=1.15,
        ),
        furniture=(
            (
                "bottles",
                3.0,
                both(
                    row(PITCH * 2, -side * 2.0, _bottles),
                    row(PITCH * 2, side * 3.6, _menu if light else _hearth, _barrel_wall),
                ),
            ),
            (
                "bar",
                2.2,
                both(row(PITCH * 2, -side * 2.1, _bar), row(PITCH * 2, side * 4.6, fit.bench(1.9, back=True))),
            ),
            ("back table", 1.35, both(only(_set_table, side * 2.55), row(PITCH * 2, -side * 5.0, _set_table, over=3))),
            ("front table", -1.35, both(only(_near_table, -side * 3.6), only(_near_table, side * 4.2))),
        ),
        lamps=hung(_bar_lamp, -side * 2.0, 3.2),
        behind=town,
    )
    return interior(shell, order, palette)


def _bottles(decor: Decor, x: float) -> None:
    """Bottles on glass shelves before a mirror."""
    wood = decor.wood
    decor.box(x - 1.4, 0.9, 2.8, 2.0, wood, 1.0)
    decor.flat(x - 1.28, 1.05, 2.56, 1.68, mix(decor.palette.sky_low, wood, 0.55))
    if decor.lit:
        decor.knife.glow(x, 1.9, 1.9, decor.palette.light, 0.5)
    hues = tuple(decor.own(c) for c in ("#4f7a55", "#a5632f", "#c9a24f", "#7a3540", "#8fb0b5", "#3f5f6f"))
    for k in range(3):
        y = 1.1 + 0.54 * k
        decor.box(x - 1.28, y - 0.05, 2.56, 0.05, lighter(wood, 0.2), 0.5)
        for j in range(13):
            px, h = x - 1.16 + 0.193 * j, 0.24 + 0.1 * decor.odds(j, k)
            hue = decor.pick(hues, j, k, 1)
            decor.box(px - 0.05, y, 0.1, h * 0.66, hue, 0.3)
            decor.box(px - 0.02, y + h * 0.6, 0.04, h * 0.45, hue, 0.2)
            decor.flat(px - 0.05, y + 0.05, 0.1, 0.07, decor.pale, 0.6)
    decor.shape([(x - 1.5, 2.9), (x + 1.5, 2.9), (x + 1.2, 3.15), (x - 1.2, 3.15)], lighter(wood, 0.1), 0.8)


def _bar(decor: Decor, x: float) -> None:
    """The bar with taps and stools."""
    wood = darker(decor.wood, 0.06)
    decor.box(x - 1.5, -0.03, 3.0, 1.08, wood, 1.0)
    for k in range(5):
        decor.box(x - 1.42 + 0.58 * k, 0.16, 0.5, 0.72, lighter(wood, 0.08), 0.4)
    decor.box(x - 1.6, 1.04, 3.2, 0.1, lighter(wood, 0.22), 0.9)
    brass = decor.own("#c09a4a")
    decor.line([(x - 1.5, 0.12), (x + 1.5, 0.12)], 0.045, brass)
    for k in range(2):
        decor.box(x - 0.1 + 0.22 * k, 1.14, 0.08, 0.36, brass, 0.5)
        decor.box(x - 0.13 + 0.22 * k, 1.46, 0.14, 0.1, darker(decor.palette.accent, 0.1), 0.4)
    for k in range(4):
        decor.box(x - 1.25 + 0.17 * k, 1.14, 0.1, 0.15, decor.pale, 0.3)
    for dx in (-1.05, -0.2, 0.7):
        fit.legs(decor, x + dx, 0.13, 0.66, darker(wood, 0.3), 0.04)
        decor.round(x + dx, 0.7, 0.2, 0.06, decor.palette.accent, 0.7)


def _menu(decor: Decor, x: float) -> None:
    """A slate with the day's dishes."""
    decor.box(x - 0.6, 1.25, 1.2, 1.5, decor.wood, 0.9)
    slate = decor.own("#3a4442")
    decor.flat(x - 0.53, 1.32, 1.06, 1.36, slate)
    chalk = lighter(slate, 0.6)
    for k in range(6):
        decor.line([(x - 0.4, 2.45 - 0.19 * k), (x + 0.05 + 0.2 * decor.odds(k), 2.45 - 0.19 * k)], 0.028, chalk, 0.8)
        decor.line([(x + 0.33, 2.45 - 0.19 * k), (x + 0.44, 2.45 - 0.19 * k)], 0.028, chalk, 0.8)


def _hearth(decor: Decor, x: float) -> None:
    """A stone hearth with a fire."""
    stone = decor.own("#a3937f")
    decor.shape(
        [(x - 1.2, -0.03), (x + 1.2, -0.03), (x + 0.95, 2.1), (x + 0.5, CEILING), (x - 0.5, CEILING), (x - 0.95, 2.1)],
        stone,
        1.0,
    )
    for k in range(16):
        px, py = x - 0.85 + 1.7 * decor.odds(k, 1), 1.0 + 2.4 * decor.odds(k, 2)
        if abs(px - x) < 0.9 - 0.15 * py:
            decor.dot(px, py, 0.16, 0.09, darker(stone, 0.12 * decor.odds(k, 3)))
    decor.box(x - 1.05, 1.2, 2.1, 0.16, decor.wood, 0.8)
    decor.box(x - 0.7, -0.03, 1.4, 1.0, darker(stone, 0.65), 0.2)
    fire(decor, x, 1.0)
    decor.line([(x, 0.95), (x, 0.72)], 0.02, darker(stone, 0.8))
    decor.round(x, 0.58, 0.24, 0.18, decor.own("#3f4347"), 0.4)


def _barrel_wall(decor: Decor, x: float) -> None:
    """Casks lying in a rack."""
    for i in range(2):
        for k in range(3):
            px, py = x - 0.7 + 0.7 * k, 0.42 + 0.72 * i
            tone = decor.own("#a5754a")
            decor.round(px, py, 0.33, 0.33, tone, 0.8)
            decor.dot(px, py, 0.25, 0.25, lighter(tone, 0.14))
            decor.dot(px, py - 0.12, 0.04, 0.04, darker(tone, 0.4))
    decor.box(x - 1.1, -0.03, 2.2, 0.1, decor.wood, 0.7)


def _set_table(decor: Decor, x: float) -> None:
    """A table for two with a candle in a bottle."""
    fit.chair(decor, x - 0.55)
    fit.chair(decor, x + 0.55)
    fit.table(1.1, cloth=variant(decor.order) != 1)(decor, x)
    candle(decor, x, 0.76)
    for dx in (-0.32, 0.32):
        decor.round(x + dx, 0.78, 0.13, 0.025, decor.pale, 0.3)
        decor.box(x + dx * 0.62 - 0.035, 0.76, 0.07, 0.13, decor.own("#b9d3dc"), 0.2)


def _near_table(decor: Decor, x: float) -> None:
    fit.table(1.3)(decor, x)
    candle(decor, x - 0.2, 0.76)
    decor.round(x + 0.3, 0.84, 0.09, 0.1, decor.own("#b5853f"), 0.4)


def _bar_lamp(decor: Decor, x: float) -> None:
    hue = ("#a8493a", "#3f6a5c", "#b98d4f")[variant(decor.order)]
    fit.bell_lamp(decor, x, 2.75, CEILING, hue)


def teahouse(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Square tables and long benches under lanterns, lattice windows, scrolls, a tea chest, a little stage for the teller."""
    side = window_side(order)
    shell = Shell(
        cover=cover.over(cover.plaster, _posts, cover.skirting),
        floor=cover.planks if variant(order) else cover.slabs,
        windows=Windows(openings.square, openings.lattice, wide=1.8, tall=1.6, sill=1.05)
        if variant(order) != 1
        else Windows(openings.disc, openings.moon, wide=1.8, tall=1.8, sill=0.95),
        furniture=(
            ("tea chest", 2.9, both(
                row(PITCH, -side * 1.75, (_tea_shelf, _screen_painting, _tea_shelf)[variant(order)]),
                row(PITCH, -side * 3.6, _scroll),
                row(PITCH * 2, side * 3.4, _screen_painting, _tea_shelf),
            )),
            ("tables", 1.5, both(row(7.0, side * 2.7, _tea_table), row(14.0, -side * 4.4, _tea_table))),
            ("rail", -1.35, both(only(_bamboo_pot, -side * 3.5), only(_tea_table, side * 4.0))),
        ),
        lamps=hung(lantern_lamp, side * 1.6, 3.2),
        behind=gardens,
        top=tiled,
    )  # fmt: skip
    return interior(shell, order, palette)


def _posts(decor: Decor, x0: float, x1: float, tone) -> None:
    """Timber posts and a tie beam, between which the wall is white."""
    wood = darker(mix(decor.palette.near, eastern.LACQUER, 0.35), 0.1)
    for i in cells(x0, x1, 3.2, 1):
        decor.box(i * 3.2 - 0.1, -1, 0.2, 6, wood, 0.8)
    decor.box(x0 - 1, 3.25, x1 - x0 + 2, 0.22, wood, 0.9)
    for i in cells(x0, x1, 0.4):
        decor.box(i * 0.4, 3.5, 0.03, 0.6, darker(wood, 0.1), 0.3)


def _tea_shelf(decor: Decor, x: float) -> None:
    """An open cabinet of uneven shelves with pots and jars (博古架)."""
    wood = decor.wood
    decor.box(x - 0.95, -0.03, 1.9, 2.3, wood, 1.0)
    for px, y, w, h in (
        (-0.85, 0.1, 0.75, 0.5),
        (0.0, 0.1, 0.85, 0.7),
        (-0.85, 0.7, 0.5, 0.75),
        (-0.25, 0.9, 0.6, 0.55),
        (0.45, 0.9, 0.4, 0.95),
        (-0.85, 1.55, 0.9, 0.6),
        (0.15, 1.6, 0.2, 0.55),
    ):
        decor.flat(x + px, y, w, h, mix(decor.palette.far, wood, 0.35))
        if w > 0.3:
            fit.jars(decor.seeded(decor.seed + int(90 * (px + y))), x + px + w / 2, y, w * 0.8, 2 if w > 0.55 else 1)
    decor.box(x - 1.05, 2.27, 2.1, 0.1, lighter(wood, 0.12), 0.7)


def _scroll(decor: Decor, x: float) -> None:
    eastern.hanging_scroll(decor.knife, x, 2.75, decor.seed, decor.palette)


def _screen_painting(decor: Decor, x: float) -> None:
    """A folding screen painted with hills and a red sun."""
    for k in range(4):
        px = x - 1.2 + 0.6 * k
        decor.box(px, -0.03, 0.58, 1.95, decor.wood, 0.8)
        decor.flat(px + 0.05, 0.25, 0.48, 1.58, mix(decor.pale, decor.own("#e3d3a0"), 0.5))
    ink = darker(decor.palette.near, 0.35)
    hills = [
        (x - 1.15, 0.6),
        (x - 0.8, 1.1),
        (x - 0.5, 0.85),
        (x - 0.1, 1.35),
        (x + 0.3, 0.8),
        (x + 0.7, 1.05),
        (x + 1.13, 0.7),
        (x + 1.13, 0.3),
        (x - 1.15, 0.3),
    ]
    decor.tint(hills, ink, 0.35)
    decor.dot(x + 0.55, 1.45, 0.16, 0.16, eastern.LACQUER, 0.8)
    for k in range(1, 4):
        decor.box(x - 1.2 + 0.6 * k - 0.03, -0.03, 0.06, 1.95, decor.wood, 0.5)


def _tea_table(decor: Decor, x: float) -> None:
    """A square table with benches, a pot and cups."""
    wood = darker(decor.wood, 0.05)
    for dx in (-0.95, 0.95):
        fit.legs(decor, x + dx, 0.24, 0.44, darker(wood, 0.15), 0.06)
        decor.box(x + dx - 0.34, 0.40, 0.68, 0.07, lighter(wood, 0.1), 0.6)
    fit.legs(decor, x, 0.5, 0.74, darker(wood, 0.1), 0.09)
    decor.box(x - 0.6, 0.56, 1.2, 0.12, darker(wood, 0.05), 0.4)
    decor.box(x - 0.68, 0.72, 1.36, 0.08, lighter(wood, 0.14), 0.8)
    clay = decor.own("#8a4f3a")
    decor.round(x - 0.1, 0.9, 0.15, 0.11, clay, 0.5)
    decor.line([(x + 0.03, 0.9), (x + 0.15, 0.98)], 0.04, clay)
    decor.round(x - 0.1, 1.0, 0.06, 0.03, darker(clay, 0.2), 0.3)
    for dx in (-0.42, 0.3, 0.46):
        decor.shape(
            [(x + dx - 0.055, 0.87), (x + dx + 0.055, 0.87), (x + dx + 0.035, 0.80), (x + dx - 0.035, 0.80)],
            decor.pale,
            0.3,
        )


def _bamboo_pot(decor: Decor, x: float) -> None:
    leaf = decor.own("#5f8a4f")
    for k in range(4):
        px = x - 0.18 + 0.12 * k
        decor.line([(px, 0.4), (px + 0.1 * (k - 1.5), 1.75 - 0.12 * k)], 0.035, mix(leaf, decor.own("#b5ae5c"), 0.3))
        for j in range(5):
            y = 0.8 + 0.2 * j - 0.04 * k
            a = 0.3 + 2.5 * decor.odds(k, j)
            decor.shape(
                [
                    (px + 0.03 * (k - 1.5), y),
                    (px + 0.16 * math.cos(a), y + 0.1),
                    (px + 0.32 * math.cos(a), y + 0.02),
                    (px + 0.15 * math.cos(a), y - 0.02),
                ],
                leaf,
                0.3,
            )
    decor.shape([(x - 0.24, -0.03), (x + 0.24, -0.03), (x + 0.32, 0.42), (x - 0.32, 0.42)], decor.own("#5f7f86"), 0.7)
