"""The kitchen: worktop, stove and pans; a brick hearth with a wok where the words are old."""

from __future__ import annotations

from engine.backends.animatic.palette import Palette, darker, lighter, mix
from engine.backends.animatic.paper import cells
from engine.backends.animatic.sets import coverings as cover
from engine.backends.animatic.sets import eastern, openings
from engine.backends.animatic.sets import furniture as fit
from engine.backends.animatic.sets.decor import Decor, both, only, row
from engine.backends.animatic.sets.home import PITCH, joist, variant, window_side
from engine.backends.animatic.sets.shell import CEILING, Shell, Windows, interior, tiled
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder


def kitchen(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Worktop and sink under the window, stove, pans on a rail, a table with fruit; a Chinese hearth where the words are old."""
    side = window_side(order)
    old = bool(order.period or set("灶伙柴") & set(order.words)) or (
        eastern.is_eastern(order) and "厨房" not in order.words
    )
    stove = _hearth if old else (_stove, _range, _stove)[variant(order)]
    shell = Shell(
        cover=cover.over(cover.plaster, cover.tiles) if not old else cover.over(cover.plaster, cover.brick),
        floor=cover.checks if variant(order) != 1 and not old else cover.planks,
        windows=Windows(openings.square, openings.checked, wide=1.6, tall=1.3, sill=1.32),
        furniture=(
            ("worktop", 2.8, both(
                row(PITCH, side * 1.15, _worktop),
                row(PITCH, -side * 1.75, stove),
                row(PITCH * 2, -side * 3.5, fit.cupboard(1.05, 2.15) if old else _fridge, fit.cupboard(1.2, 2.2)),
            )),
            ("racks", 2.6, both(row(PITCH, -side * 1.75, _pans), row(PITCH, side * 3.25, fit.boarded(1.3, (1.65, 2.2), 5)))),
            ("kitchen table", 1.25, only(_laid_table, side * 2.65)),
            ("baskets", -1.25, both(only(_basket, -side * 3.0), only(_basket, side * 3.7))),
        ),
        lamps=_kitchen_lamps,
        top=tiled if old else Shell.__dataclass_fields__["top"].default,
    )  # fmt: skip
    return interior(shell, order, palette)


def _worktop(decor: Decor, x: float) -> None:
    """A counter with a sink, a tap, bottles and a board."""
    paint = decor.palette.near
    decor.box(x - 1.3, -0.03, 2.6, 0.88, paint, 1.0)
    for k in range(4):
        decor.box(x - 1.22 + 0.64 * k, 0.1, 0.56, 0.64, lighter(paint, 0.08), 0.4)
        decor.dot(x - 1.22 + 0.64 * k + 0.28, 0.68, 0.07, 0.018, decor.palette.light)
    decor.box(x - 1.36, 0.84, 2.72, 0.09, lighter(decor.own("#c9a678"), 0.1), 0.7)
    steel = decor.own("#aab4b8")
    decor.box(x - 0.35, 0.80, 0.7, 0.07, darker(steel, 0.15), 0.2)
    decor.line([(x, 0.92), (x, 1.18), (x + 0.16, 1.22), (x + 0.2, 1.1)], 0.035, steel)
    fit.jars(decor, x - 0.86, 0.93, 0.8, 4)
    decor.box(x + 0.62, 0.93, 0.05, 0.34, decor.own("#b98a58"), 0.4)
    decor.round(x + 0.95, 1.03, 0.17, 0.11, decor.pale, 0.4)


def _stove(decor: Decor, x: float) -> None:
    """A white cooker with a kettle, under a hood."""
    white = decor.pale
    decor.box(x - 0.5, -0.03, 1.0, 0.92, white, 1.0)
    decor.box(x - 0.38, 0.12, 0.76, 0.46, darker(white, 0.45), 0.3)
    for k in range(4):
        decor.dot(x - 0.33 + 0.22 * k, 0.74, 0.045, 0.045, darker(white, 0.5))
    _kettle(decor, x - 0.2, 0.9)
    _stockpot(decor, x + 0.24, 0.9)
    hood = lighter(decor.palette.near, 0.15)
    decor.shape(
        [
            (x - 0.6, 1.95),
            (x + 0.6, 1.95),
            (x + 0.28, 2.35),
            (x + 0.28, CEILING),
            (x - 0.28, CEILING),
            (x - 0.28, 2.35),
        ],
        hood,
        1.0,
    )


def _range(decor: Decor, x: float) -> None:
    """An iron range with a pipe; fire shows behind its door."""
    iron = decor.own("#4a4f55")
    decor.box(x - 0.6, 0.06, 1.2, 0.82, iron, 1.0)
    fit.legs(decor, x, 0.52, 0.1, iron)
    decor.box(x - 0.65, 0.86, 1.3, 0.07, lighter(iron, 0.15), 0.6)
    decor.glow(x - 0.24, 0.45, 0.9, 0.8)
    decor.box(x - 0.46, 0.28, 0.42, 0.36, decor.palette.light if decor.lit else darker(iron, 0.3), 0.3)
    for k in range(3):
        decor.flat(x - 0.46 + 0.11 * (k + 1), 0.28, 0.03, 0.36, iron)
    decor.box(x + 0.06, 0.24, 0.42, 0.42, lighter(iron, 0.1), 0.3)
    decor.box(x + 0.32, 0.92, 0.17, CEILING - 0.92, darker(iron, 0.1), 0.8)
    _kettle(decor, x - 0.2, 0.93)


def _hearth(decor: Decor, x: float) -> None:
    """A brick hearth with an iron wok, steamers and a chimney."""
    clay = decor.own("#b3836a")
    decor.box(x - 1.0, -0.03, 2.0, 0.86, clay, 1.0)
    cover.brick(decor, x - 0.95, x + 0.5, clay)
    decor.box(x - 1.06, 0.8, 2.12, 0.09, lighter(clay, 0.2), 0.6)
    decor.glow(x - 0.4, 0.3, 0.9, 0.9)
    decor.round(x - 0.4, 0.26, 0.22, 0.2, decor.own("#e2863a") if decor.lit else darker(clay, 0.65), 0.2)
    decor.shape([(x - 0.85, 0.98), (x + 0.05, 0.98), (x - 0.1, 0.86), (x - 0.7, 0.86)], decor.own("#3f4347"), 0.5)
    for k in range(3):
        decor.box(x + 0.28, 0.9 + 0.17 * k, 0.56, 0.16, decor.own("#cfa873"), 0.5)
        decor.flat(x + 0.28, 0.95 + 0.17 * k, 0.56, 0.02, decor.own("#a67f50"))
    decor.round(x + 0.56, 1.44, 0.3, 0.1, decor.own("#cfa873"), 0.4)
    decor.box(x - 0.98, 1.4, 0.36, CEILING - 1.4, darker(clay, 0.08), 0.7)


def _kettle(decor: Decor, x: float, y: float) -> None:
    tone = decor.own("#c4573f")
    decor.shape([(x - 0.14, y), (x + 0.14, y), (x + 0.1, y + 0.18), (x - 0.1, y + 0.18)], tone, 0.4)
    decor.line([(x + 0.11, y + 0.08), (x + 0.2, y + 0.17)], 0.03, tone)
    decor.line([(x - 0.09, y + 0.18), (x, y + 0.29), (x + 0.09, y + 0.18)], 0.02, darker(tone, 0.4))


def _stockpot(decor: Decor, x: float, y: float) -> None:
    tone = decor.own("#8f9aa0")
    decor.box(x - 0.17, y, 0.34, 0.24, tone, 0.5)
    decor.box(x - 0.2, y + 0.23, 0.4, 0.035, lighter(tone, 0.2), 0.3)
    decor.dot(x, y + 0.29, 0.035, 0.03, darker(tone, 0.4))


def _fridge(decor: Decor, x: float) -> None:
    tone = lighter(mix(decor.pale, decor.palette.near, 0.18), 0.1)
    decor.box(x - 0.45, -0.03, 0.9, 1.95, tone, 1.0)
    decor.flat(x - 0.45, 1.32, 0.9, 0.025, darker(tone, 0.3))
    for y in (0.95, 1.42):
        decor.box(x + 0.28, y, 0.05, 0.3, darker(tone, 0.35), 0.4)
    for k in range(3):
        decor.box(
            x - 0.3 + 0.17 * k,
            1.52 + 0.06 * (k % 2),
            0.11,
            0.13,
            decor.pick((decor.palette.accent, decor.own("#5f8f86"), decor.own("#d9a441")), k),
            0.2,
        )


def _pans(decor: Decor, x: float) -> None:
    """Pans, a ladle and a string of peppers on a rail."""
    decor.box(x - 1.25, 1.78, 0.75, 0.035, darker(decor.wood, 0.3), 0.5)
    copper = decor.own("#b9703f")
    for k in range(3):
        px = x - 1.14 + 0.26 * k
        decor.line([(px, 1.78), (px, 1.56)], 0.022, darker(copper, 0.4))
        decor.round(px, 1.46, 0.1 + 0.015 * k, 0.1 + 0.015 * k, copper if k != 1 else decor.own("#6b7378"), 0.4)
    px = x + 0.86
    decor.line([(px, 2.3), (px, 1.62)], 0.015, decor.own("#6f5a3a"))
    for k in range(9):
        side = 1 if k % 2 else -1
        decor.round(px + side * 0.05, 2.2 - 0.065 * k, 0.035, 0.06, decor.own("#c0392b"), 0.2)


def _laid_table(decor: Decor, x: float) -> None:
    fit.chair(decor, x - 0.62)
    fit.table(1.45, cloth=variant(decor.order) == 0)(decor, x)
    decor.shape([(x - 0.24, 0.86), (x + 0.24, 0.86), (x + 0.13, 0.76), (x - 0.13, 0.76)], decor.own("#5f8391"), 0.5)
    for k, hue in enumerate(("#d9823b", "#c0392b", "#8fa84a", "#e0b04a")):
        decor.round(x - 0.15 + 0.1 * k, 0.90 + 0.03 * (k % 2), 0.075, 0.075, decor.own(hue), 0.3)
    decor.box(x + 0.42, 0.76, 0.1, 0.22, decor.pale, 0.4)


def _basket(decor: Decor, x: float) -> None:
    """A basket of vegetables."""
    straw = decor.own("#c79c5e")
    for k, hue in enumerate(("#7f9c4a", "#d97f3a", "#8fae55", "#b5533f")):
        decor.round(x - 0.27 + 0.18 * k, 0.46, 0.14, 0.13, decor.own(hue), 0.5)
    decor.shape([(x - 0.36, -0.03), (x + 0.36, -0.03), (x + 0.46, 0.42), (x - 0.46, 0.42)], straw, 0.9)
    for k in range(3):
        decor.flat(x - 0.42, 0.06 + 0.12 * k, 0.84, 0.03, darker(straw, 0.2))


def _kitchen_lamps(decor: Decor, x0: float, x1: float) -> None:
    joist(decor, x0, x1)
    side = window_side(decor.order)
    for i in cells(x0, x1, PITCH, 3):
        fit.bell_lamp(decor, i * PITCH + side * 2.65, 2.3, CEILING, "#c2653f" if variant(decor.order) else "#4c6a63")
