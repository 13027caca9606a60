"""A prison cell: stone, a high barred window, a bunk on chains."""

from __future__ import annotations

import math

from engine.backends.animatic.palette import Palette, darker, lighter, mix
from engine.backends.animatic.paper import cells
from engine.backends.animatic.sets import coverings as cover
from engine.backends.animatic.sets import openings
from engine.backends.animatic.sets.decor import Decor, both, only, row
from engine.backends.animatic.sets.home import window_side
from engine.backends.animatic.sets.shell import Shell, Windows, interior
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder


def prison(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Stone blocks, a high barred window, a bunk on chains, tally marks, bars before the lens at the sides."""
    side = window_side(order)
    shell = Shell(
        cover=cover.over(cover.stone, _tally),
        floor=cover.slabs,
        windows=Windows(openings.square, openings.bars, wide=0.95, tall=0.75, sill=2.35, pitch=5.4, shift=0.9),
        furniture=(
            ("bunk", 2.7, both(row(5.4, -side * 1.7, _bunk), row(10.8, side * 3.1, _door, _straw))),
            ("chain", 2.0, both(row(10.8, side * 1.9, _chain), only(_straw, side * 2.5))),
            ("pillar", -1.2, both(only(_cell_bars, -side * 3.2), only(_cell_bars, side * 3.2))),
        ),
        lamps=_torches,
        behind=lambda o, p: (),
    )
    return interior(shell, order, palette)


def _tally(decor: Decor, x0: float, x1: float, tone) -> None:
    """Days scratched into the wall."""
    for i in cells(x0, x1, 5.4, 1):
        x = i * 5.4 + 1.9 * window_side(decor.order)
        for k in range(4):
            for j in range(4):
                px, y = x + 0.28 * (k % 2) + 0.05 * j, 1.5 - 0.28 * (k // 2)
                decor.line([(px, y), (px + 0.01, y + 0.18)], 0.016, lighter(tone, 0.3), 0.8)
            px = x + 0.28 * (k % 2)
            decor.line(
                [(px - 0.03, 1.52 - 0.28 * (k // 2)), (px + 0.2, 1.66 - 0.28 * (k // 2))],
                0.016,
                lighter(tone, 0.3),
                0.8,
            )


def _bunk(decor: Decor, x: float) -> None:
    """A plank bed on two chains."""
    wood, iron = decor.own("#7c6347"), decor.own("#4f555a")
    decor.box(x - 1.0, 0.42, 2.0, 0.12, wood, 0.9)
    for dx in (-0.92, 0.92):
        decor.line([(x + dx, 0.54), (x + dx * 0.86, 1.5)], 0.03, iron)
        decor.dot(x + dx * 0.86, 1.52, 0.06, 0.06, iron)
    decor.box(x - 0.98, 0.52, 1.96, 0.1, mix(decor.palette.accent, decor.palette.far, 0.5), 0.5)
    decor.round(x - 0.7, 0.68, 0.24, 0.09, decor.pale, 0.4)


def _door(decor: Decor, x: float) -> None:
    """An iron door with a hatch."""
    iron = decor.own("#5f666b")
    decor.box(x - 0.62, -0.03, 1.24, 2.35, darker(decor.palette.far, 0.35), 0.6)
    decor.box(x - 0.5, -0.03, 1.0, 2.22, iron, 0.9)
    decor.box(x - 0.24, 1.5, 0.48, 0.3, darker(iron, 0.5), 0.3)
    for k in range(4):
        decor.box(x - 0.2 + 0.12 * k, 1.5, 0.03, 0.3, lighter(iron, 0.15), 0.2)
    for k in range(12):
        decor.dot(x + (-0.43 if k % 2 else 0.43), 0.15 + 0.36 * (k // 2), 0.025, 0.025, lighter(iron, 0.25))


def _straw(decor: Decor, x: float) -> None:
    straw = decor.own("#b59a5c")
    decor.round(x, 0.06, 0.75, 0.14, straw, 0.6)
    for k in range(14):
        px = x - 0.7 + 0.1 * k
        decor.line(
            [(px, 0.05), (px + 0.3 * (decor.odds(k) - 0.5), 0.22 + 0.1 * decor.odds(k, 1))],
            0.018,
            lighter(straw, 0.2 * decor.odds(k, 2)),
        )
    decor.shape([(x + 0.75, -0.03), (x + 1.0, -0.03), (x + 1.04, 0.32), (x + 0.71, 0.32)], decor.own("#8a6a48"), 0.6)


def _chain(decor: Decor, x: float) -> None:
    iron = decor.own("#4f555a")
    decor.round(x, 1.9, 0.08, 0.08, iron, 0.4)
    for k in range(9):
        decor.round(x + 0.03 * math.sin(k * 1.3), 1.78 - 0.09 * k, 0.035, 0.055, lighter(iron, 0.1 * (k % 2)), 0.3)
    decor.round(x, 0.92, 0.11, 0.09, iron, 0.5)
    decor.dot(x, 0.92, 0.07, 0.055, decor.palette.far)


def _cell_bars(decor: Decor, x: float) -> None:
    iron = decor.own("#474d52")
    for k in range(6):
        decor.box(x - 0.75 + 0.3 * k, -0.1, 0.07, 6.0, iron, 0.9)
    for y in (0.12, 2.3):
        decor.box(x - 0.9, y, 1.8, 0.1, darker(iron, 0.1), 0.7)


def _torches(decor: Decor, x0: float, x1: float) -> None:
    """Torches in iron rings on the wall."""
    for i in cells(x0, x1, 5.4, 3):
        x = i * 5.4 - 0.35 * window_side(decor.order)
        decor.glow(x, 2.3, 2.6, 1.0)
        decor.shape([(x - 0.05, 1.55), (x + 0.05, 1.55), (x + 0.09, 2.05), (x - 0.09, 2.05)], decor.own("#6b4a33"), 0.6)
        decor.box(x - 0.12, 1.75, 0.24, 0.06, decor.own("#4f555a"), 0.4)
        if decor.lit:
            with decor.knife.stirring("flame"):
                decor.tint(
                    [(x - 0.11, 2.04), (x - 0.08, 2.25), (x + 0.01, 2.5), (x + 0.07, 2.28), (x + 0.11, 2.04)],
                    (0.97, 0.62, 0.26),
                )
