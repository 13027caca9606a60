"""The shop: shelves to the ceiling, a counter, goods in barrels and sacks; an apothecary's drawers where the words are old."""

from __future__ import annotations

from engine.backends.animatic.palette import Palette, darker, lighter
from engine.backends.animatic.sets import coverings as cover
from engine.backends.animatic.sets import eastern, openings
from engine.backends.animatic.sets import furniture as fit
from engine.backends.animatic.sets.decor import Decor, both, only, row
from engine.backends.animatic.sets.home import PITCH, variant, window_side
from engine.backends.animatic.sets.shell import CEILING, Shell, Windows, interior, tiled, town
from engine.backends.animatic.sets.stores import barrel, sacks
from engine.backends.animatic.sets.study import hung, tubes
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder


def shop(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Shelves to the ceiling, a counter with a till and scales, goods in barrels."""
    side = window_side(order)
    old = eastern.is_eastern(order)
    shell = Shell(
        cover=cover.boards if variant(order) == 0 or old else cover.over(cover.paper, cover.wainscot),
        floor=cover.checks if variant(order) == 1 else cover.planks,
        windows=Windows(
            openings.square, openings.lattice if old else openings.sash, wide=2.2, tall=1.7, sill=0.95, shift=1.7
        ),
        furniture=(
            (
                "goods",
                2.9,
                both(row(PITCH, -side * 1.5, _drawers if old else _goods), row(PITCH, side * 3.7, _goods, _drawers)),
            ),
            ("counter", 2.1, row(PITCH * 2, -side * 1.6, _counter, fit.table(1.4))),
            ("barrels", 1.3, both(only(_barrels, side * 2.55), only(sacks, -side * 3.9))),
            ("front goods", -1.3, both(only(sacks, side * 3.5), only(_rack, -side * 3.6))),
        ),
        lamps=hung(lantern_lamp if old else (shade_lamp if variant(order) else tubes), -side * 1.2, 3.2),
        behind=town,
        top=tiled if old else Shell.__dataclass_fields__["top"].default,
    )
    return interior(shell, order, palette)


def lantern_lamp(decor: Decor, x: float) -> None:
    """A red lantern under the ceiling."""
    fit.red_lantern(decor, x, 2.95, CEILING)


def shade_lamp(decor: Decor, x: float) -> None:
    """An enamel shade under the ceiling."""
    fit.bell_lamp(decor, x, 2.7, CEILING, "#b5653f")


def _goods(decor: Decor, x: float) -> None:
    """Shelves of tins, jars and parcels."""
    wood = decor.wood
    decor.box(x - 1.3, -0.03, 2.6, 3.0, wood, 1.0)
    for k in range(5):
        y = 0.15 + 0.56 * k
        decor.flat(x - 1.22, y, 2.44, 0.49, darker(wood, 0.42))
        fit.jars(decor.seeded(decor.seed + 17 * k), x, y, 2.35, 11)
    decor.box(x - 1.38, 2.95, 2.76, 0.12, lighter(wood, 0.12), 0.7)


def _drawers(decor: Decor, x: float) -> None:
    """A wall of small drawers, as apothecaries have, jars on top."""
    wood = decor.wood
    decor.box(x - 1.3, -0.03, 2.6, 2.3, wood, 1.0)
    for i in range(8):
        for k in range(6):
            decor.box(x - 1.24 + 0.31 * i, 0.08 + 0.36 * k, 0.28, 0.32, lighter(wood, 0.1), 0.3)
            decor.flat(x - 1.16 + 0.31 * i, 0.26 + 0.36 * k, 0.12, 0.08, decor.pale, 0.7)
            decor.dot(x - 1.10 + 0.31 * i, 0.17 + 0.36 * k, 0.022, 0.022, decor.own("#c9a24f"))
    fit.jars(decor, x, 2.28, 2.4, 9)


def _counter(decor: Decor, x: float) -> None:
    """A counter with a till and scales."""
    wood = lighter(decor.wood, 0.05)
    decor.box(x - 1.35, -0.03, 2.7, 0.98, wood, 1.0)
    for k in range(4):
        decor.box(x - 1.25 + 0.64 * k, 0.1, 0.56, 0.7, darker(wood, 0.08), 0.4)
    decor.box(x - 1.43, 0.94, 2.86, 0.09, lighter(wood, 0.2), 0.8)
    brass = decor.own("#b08d45")
    decor.shape([(x - 1.1, 1.03), (x - 0.56, 1.03), (x - 0.62, 1.36), (x - 1.04, 1.36)], decor.own("#7c4b3a"), 0.7)
    decor.box(x - 1.0, 1.36, 0.34, 0.14, brass, 0.4)
    for k in range(6):
        decor.dot(x - 0.98 + 0.13 * (k % 3), 1.12 + 0.1 * (k // 3), 0.035, 0.03, decor.pale)
    decor.box(x + 0.42, 1.03, 0.05, 0.42, brass, 0.3)
    decor.line([(x + 0.16, 1.43), (x + 0.73, 1.47)], 0.03, brass)
    for px, y in ((0.16, 1.22), (0.73, 1.26)):
        decor.line([(x + px, y + 0.2), (x + px - 0.11, y), (x + px + 0.11, y), (x + px, y + 0.2)], 0.01, brass)
        decor.shape(
            [(x + px - 0.13, y), (x + px + 0.13, y), (x + px + 0.07, y - 0.05), (x + px - 0.07, y - 0.05)], brass, 0.3
        )
    decor.round(x - 0.25, 1.13, 0.12, 0.12, decor.own("#c9d3cf"), 0.4)


def _barrels(decor: Decor, x: float) -> None:
    """Barrels with apples."""
    for k, dx in enumerate((-0.36, 0.36)):
        barrel(decor, x + dx, 0.72 + 0.1 * k)
        for j in range(5):
            decor.round(
                x + dx - 0.18 + 0.09 * j,
                0.78 + 0.1 * k + 0.04 * (j % 2),
                0.08,
                0.08,
                decor.own(("#c0392b", "#d9a441")[k]),
                0.3,
            )


def _rack(decor: Decor, x: float) -> None:
    """A rack of rolled papers or umbrellas."""
    decor.box(x - 0.4, -0.03, 0.8, 0.5, decor.wood, 0.9)
    for k in range(5):
        px = x - 0.28 + 0.14 * k
        decor.shape(
            [(px - 0.05, 0.4), (px + 0.05, 0.4), (px + 0.09, 1.0 + 0.08 * (k % 2)), (px - 0.01, 1.02 + 0.08 * (k % 2))],
            decor.pick((decor.pale, decor.palette.accent, decor.own("#5f7f93")), k),
            0.5,
        )
