"""Workshops: bench and tools, and by the words or the seed a forge, an easel, a machine or flasks."""

from __future__ import annotations

import math

from engine.backends.animatic.palette import Palette, darker, lighter, mix
from engine.backends.animatic.sets import coverings as cover
from engine.backends.animatic.sets import furniture as fit
from engine.backends.animatic.sets import openings
from engine.backends.animatic.sets.decor import Decor, both, only, row
from engine.backends.animatic.sets.home import variant, window_side
from engine.backends.animatic.sets.shell import CEILING, Shell, Windows, interior, town
from engine.backends.animatic.sets.stores import barrel, fire
from engine.backends.animatic.sets.study import hung
from engine.backends.animatic.sets.trade import shade_lamp
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder


def workshop(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """A bench with a vice, tools on a board, an anvil by a forge or an easel by the window, by the words or the seed."""
    side = window_side(order)
    words = order.words.lower()
    art = any(w in words for w in ("studio", "atelier", "画", "pottery"))
    smith = any(w in words for w in ("smith", "forge", "铁", "打铁"))
    lab = any(w in words for w in ("lab", "实验"))
    star = _easel if art else _forge if smith else _glassware if lab else (_easel, _forge, _machine)[variant(order)]
    shell = Shell(
        cover=cover.over(cover.plaster, cover.brick),
        floor=cover.slabs if not art else cover.planks,
        windows=Windows(openings.square, openings.steel, wide=2.6, tall=1.8, sill=1.25, shift=1.6, pitch=7.2),
        furniture=(
            (
                "tool board",
                2.9,
                both(
                    row(7.2, -side * 2.0, _tools if not lab else fit.boarded(2.2, (1.5, 2.1), 9)),
                    row(14.4, side * 5.2, fit.boarded(1.6, (1.3, 1.9, 2.5), 6)),
                ),
            ),
            ("workbench", 2.2, row(7.2, -side * 2.0, _workbench)),
            ("machine", 1.35, both(only(star, side * 2.6), only(_planks_leaning, -side * 4.5))),
            ("front", -1.3, both(only(barrel, side * 3.6), only(_toolbox, -side * 3.3))),
        ),
        lamps=hung(shade_lamp, -side * 1.6, 3.6),
        behind=town,
    )
    return interior(shell, order, palette)


def _tools(decor: Decor, x: float) -> None:
    """Saw, hammers, pliers and chisels on a board."""
    decor.box(x - 1.2, 1.3, 2.4, 1.25, lighter(decor.wood, 0.2), 0.8)
    iron, haft = decor.own("#7f8a90"), decor.own("#b07a45")
    decor.shape([(x - 1.05, 2.3), (x - 0.35, 2.2), (x - 0.35, 2.28), (x - 1.05, 2.46)], iron, 0.5)
    decor.box(x - 0.38, 2.16, 0.2, 0.18, haft, 0.4)
    for k in range(3):
        px = x - 0.95 + 0.3 * k
        decor.box(px - 0.02, 1.5, 0.04, 0.42, haft, 0.3)
        decor.box(px - 0.1, 1.9, 0.2, 0.09, iron, 0.4)
    for k in range(5):
        px = x + 0.1 + 0.2 * k
        decor.box(px - 0.025, 2.05, 0.05, 0.2, haft, 0.3)
        decor.box(px - 0.015, 1.72 + 0.03 * k, 0.03, 0.34 - 0.03 * k, iron, 0.3)
    decor.round(x + 0.55, 1.55, 0.12, 0.12, iron, 0.4)
    decor.dot(x + 0.55, 1.55, 0.07, 0.07, lighter(decor.wood, 0.2))


def _workbench(decor: Decor, x: float) -> None:
    wood = lighter(decor.wood, 0.08)
    fit.legs(decor, x, 1.05, 0.8, darker(wood, 0.12), 0.14)
    decor.box(x - 1.1, 0.2, 2.2, 0.08, darker(wood, 0.15), 0.5)
    fit.jars(decor, x - 0.4, 0.28, 1.0, 4)
    decor.box(x - 1.3, 0.78, 2.6, 0.13, lighter(wood, 0.1), 0.9)
    iron = decor.own("#5f7380")
    decor.box(x + 0.8, 0.91, 0.36, 0.2, iron, 0.6)
    decor.line([(x + 1.16, 1.0), (x + 1.34, 1.0)], 0.04, iron)
    decor.box(x - 0.8, 0.91, 0.7, 0.09, decor.own("#c99f66"), 0.5)
    for k in range(4):
        decor.round(x - 0.05 + 0.13 * k, 0.94, 0.06, 0.04, decor.own("#dcc08c"), 0.2)


def _easel(decor: Decor, x: float) -> None:
    wood = lighter(decor.wood, 0.18)
    for dx in (-0.45, 0.45):
        decor.shape(
            [(x + dx - 0.04, -0.03), (x + dx + 0.04, -0.03), (x + dx * 0.2 + 0.03, 2.1), (x + dx * 0.2 - 0.03, 2.1)],
            wood,
            0.7,
        )
    decor.box(x - 0.55, 0.78, 1.1, 0.08, wood, 0.6)
    decor.box(x - 0.52, 0.86, 1.04, 1.0, lighter(decor.pale, 0.3), 0.9)
    decor.flat(x - 0.46, 0.92, 0.92, 0.45, decor.own("#7f9f6f"))
    decor.flat(x - 0.46, 1.37, 0.92, 0.43, decor.own("#a9c6cf"))
    decor.dot(x + 0.18, 1.55, 0.11, 0.11, decor.own("#e0a03c"))
    decor.tint([(x - 0.4, 1.2), (x - 0.15, 1.55), (x + 0.1, 1.2)], decor.own("#8a5a4a"))


def _forge(decor: Decor, x: float) -> None:
    stone, iron = decor.own("#8a7a6c"), decor.own("#4a5056")
    decor.box(x - 0.7, -0.03, 1.4, 0.8, stone, 1.0)
    decor.shape(
        [(x - 0.8, 1.6), (x + 0.8, 1.6), (x + 0.3, 2.5), (x + 0.3, CEILING), (x - 0.3, CEILING), (x - 0.3, 2.5)],
        darker(stone, 0.2),
        1.0,
    )
    decor.knife.canvas.save()
    decor.knife.canvas.translate(0, 0.74)
    fire(decor, x, 0.9)
    decor.knife.canvas.restore()
    px = x - 1.25
    decor.box(px - 0.2, -0.03, 0.4, 0.45, decor.own("#7c5a3c"), 0.8)
    decor.shape(
        [
            (px - 0.42, 0.78),
            (px + 0.34, 0.78),
            (px + 0.34, 0.64),
            (px + 0.12, 0.56),
            (px + 0.18, 0.42),
            (px - 0.18, 0.42),
            (px - 0.12, 0.58),
        ],
        iron,
        0.7,
    )


def _machine(decor: Decor, x: float) -> None:
    """A machine with a wheel and gauges."""
    iron = decor.own("#5f7a74")
    decor.box(x - 0.8, -0.03, 1.6, 0.9, iron, 1.0)
    decor.box(x - 0.5, 0.85, 1.0, 0.6, lighter(iron, 0.1), 0.8)
    for k in range(2):
        decor.round(x - 0.22 + 0.44 * k, 1.18, 0.16, 0.16, decor.pale, 0.4)
        decor.line([(x - 0.22 + 0.44 * k, 1.18), (x - 0.14 + 0.44 * k, 1.27)], 0.02, decor.own("#c0392b"))
    decor.round(x + 0.85, 0.62, 0.42, 0.42, decor.own("#b5533f"), 0.8)
    decor.dot(x + 0.85, 0.62, 0.32, 0.32, mix(decor.palette.far, iron, 0.4))
    for k in range(6):
        a = k * math.pi / 3
        decor.line(
            [(x + 0.85, 0.62), (x + 0.85 + 0.36 * math.cos(a), 0.62 + 0.36 * math.sin(a))], 0.045, decor.own("#b5533f")
        )
    decor.box(x - 0.72, 1.4, 0.16, CEILING - 1.4, darker(iron, 0.15), 0.6)


def _glassware(decor: Decor, x: float) -> None:
    """A bench of flasks."""
    fit.table(1.7, 0.85)(decor, x)
    for k, hue in enumerate(("#6fb08a", "#c9845c", "#7f9fd0", "#d0b04f")):
        px = x - 0.6 + 0.4 * k
        if k % 2:
            decor.shape(
                [
                    (px - 0.16, 0.86),
                    (px + 0.16, 0.86),
                    (px + 0.04, 1.14),
                    (px + 0.04, 1.3),
                    (px - 0.04, 1.3),
                    (px - 0.04, 1.14),
                ],
                decor.own("#c3d6da"),
                0.4,
            )
            decor.shape(
                [(px - 0.14, 0.88), (px + 0.14, 0.88), (px + 0.08, 1.02), (px - 0.08, 1.02)], decor.own(hue), 0.0
            )
        else:
            decor.round(px, 1.0, 0.14, 0.14, decor.own("#c3d6da"), 0.4)
            decor.dot(px, 0.97, 0.11, 0.09, decor.own(hue))
            decor.box(px - 0.03, 1.12, 0.06, 0.22, decor.own("#c3d6da"), 0.3)
    decor.line([(x - 0.6, 1.34), (x - 0.4, 1.46), (x - 0.2, 1.3)], 0.025, decor.own("#9fb5ba"))


def _planks_leaning(decor: Decor, x: float) -> None:
    for k in range(4):
        px = x - 0.3 + 0.2 * k
        tone = mix(decor.own("#c99f66"), decor.own("#a5754a"), decor.odds(k))
        decor.shape([(px, -0.03), (px + 0.16, -0.03), (px + 0.4, 2.3 - 0.2 * k), (px + 0.24, 2.3 - 0.2 * k)], tone, 0.7)


def _toolbox(decor: Decor, x: float) -> None:
    tone = decor.own("#b5493a")
    decor.box(x - 0.4, -0.03, 0.8, 0.36, tone, 0.9)
    decor.shape([(x - 0.42, 0.33), (x + 0.42, 0.33), (x + 0.34, 0.46), (x - 0.34, 0.46)], lighter(tone, 0.12), 0.6)
    decor.line([(x - 0.2, 0.46), (x - 0.2, 0.6), (x + 0.2, 0.6), (x + 0.2, 0.46)], 0.04, darker(tone, 0.5))
