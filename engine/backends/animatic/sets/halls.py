"""Halls: church, Buddhist temple, throne hall. High, symmetrical about the stage, so that whoever stands there
stands on the axis."""

from __future__ import annotations

import math

from engine.backends.animatic.palette import Palette, darker, lighter, mix
from engine.backends.animatic.paper import cells
from engine.backends.animatic.sets import coverings as cover
from engine.backends.animatic.sets import eastern, openings
from engine.backends.animatic.sets import furniture as fit
from engine.backends.animatic.sets.decor import Decor, both, only, row
from engine.backends.animatic.sets.home import variant
from engine.backends.animatic.sets.shell import Shell, Windows, gardens, interior, tiled, vault
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

GOLD = "#d9a441"


def church(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Stained glass between columns, an altar with candles, pews."""
    shell = Shell(
        cover=cover.stone if variant(order) != 1 else cover.over(cover.plaster, cover.wainscot),
        floor=cover.slabs if variant(order) else cover.checks,
        windows=Windows(
            openings.pointed, openings.stained, wide=1.25, tall=3.3, sill=1.35, pitch=3.4, shift=1.7, either=False
        ),
        furniture=(
            ("altar", 2.9, both(only(_altar, 0.0), row(6.8, 3.4, _organ, _saint))),
            ("columns", 2.0, row(5.6, 2.8, _column)),
            ("back pews", 1.2, _pews(1.05)),
            ("front pews", -1.25, _pews(2.35)),
        ),
        lamps=_chandeliers,
        lamp_z=1.6,
        top=vault,
        ceiling=5.7,
    )
    return interior(shell, order, palette)


def _altar(decor: Decor, x: float) -> None:
    cloth = lighter(decor.pale, 0.3)
    for k in range(3):
        decor.box(x - 1.7 + 0.2 * k, -0.03 + 0.12 * k, 3.4 - 0.4 * k, 0.13, lighter(decor.palette.ground, 0.1 * k), 0.6)
    decor.box(x - 0.95, 0.33, 1.9, 0.9, cloth, 1.0)
    decor.box(x - 0.25, 0.33, 0.5, 0.8, decor.palette.accent, 0.3)
    gold = decor.own(GOLD)
    decor.box(x - 0.06, 1.23, 0.12, 1.35, gold, 0.7)
    decor.box(x - 0.4, 2.05, 0.8, 0.12, gold, 0.7)
    for dx in (-0.72, -0.5, 0.5, 0.72):
        decor.box(x + dx - 0.03, 1.23, 0.06, 0.3 + 0.16 * (abs(dx) > 0.6), decor.pale, 0.3)
        top = 1.58 + 0.16 * (abs(dx) > 0.6)
        decor.knife.glow(x + dx, top, 0.5, decor.palette.light, 0.7)
        decor.dot(x + dx, top, 0.03, 0.06, (0.99, 0.82, 0.42))


def _organ(decor: Decor, x: float) -> None:
    """Organ pipes."""
    decor.box(x - 0.7, -0.03, 1.4, 1.3, decor.wood, 1.0)
    for k in range(9):
        h = 1.3 + 1.2 * (1 - abs(k - 4) / 5)
        decor.box(x - 0.63 + 0.14 * k, 1.25, 0.12, h, lighter(decor.own("#b9b09a"), 0.1 * (k % 2)), 0.5)


def _saint(decor: Decor, x: float) -> None:
    """A statue in a niche."""
    stone = lighter(decor.palette.far, 0.25)
    decor.box(x - 0.4, -0.03, 0.8, 0.8, darker(decor.palette.far, 0.15), 0.8)
    decor.shape([(x - 0.3, 0.77), (x + 0.3, 0.77), (x + 0.2, 1.7), (x - 0.2, 1.7)], stone, 0.7)
    decor.round(x, 1.9, 0.15, 0.19, stone, 0.5)
    decor.dot(x, 1.95, 0.26, 0.26, decor.own(GOLD), 0.35)


def _column(decor: Decor, x: float) -> None:
    stone = lighter(decor.palette.far, 0.10)
    decor.box(x - 0.26, -0.1, 0.52, 7.0, stone, 1.2)
    for dx in (-0.13, 0.0, 0.13):
        decor.flat(x + dx - 0.02, 0.3, 0.03, 5.0, darker(stone, 0.10))
    decor.box(x - 0.36, -0.1, 0.72, 0.35, darker(stone, 0.06), 0.8)
    decor.box(x - 0.38, 4.6, 0.76, 0.22, lighter(stone, 0.08), 0.8)


def _pews(clear: float):
    """Pews on both sides of the aisle, seen from their backs."""

    def paint(decor: Decor, x0: float, x1: float) -> None:
        wood = decor.wood
        for side in (-1, 1):
            for k in range(3):
                x = side * (clear + 1.15 + 2.5 * k)
                decor.box(x - 1.15, -0.05, 2.3, 0.92, wood, 1.1)
                decor.box(x - 1.05, 0.1, 2.1, 0.6, lighter(wood, 0.07), 0.4)
                decor.box(x - 1.2, 0.84, 2.4, 0.09, lighter(wood, 0.16), 0.7)
                for end in (-1.17, 1.05):
                    decor.box(x + end, -0.05, 0.12, 1.05, darker(wood, 0.12), 0.7)

    return paint


def _chandeliers(decor: Decor, x0: float, x1: float) -> None:
    iron = decor.own("#4a4744")
    for i in cells(x0, x1, 5.6, 2):
        x = i * 5.6
        decor.line([(x, 3.75), (x, 9.0)], 0.025, iron)
        decor.glow(x, 3.75, 2.6, 0.9)
        decor.round(x, 3.62, 0.75, 0.07, iron, 0.6)
        for k in range(7):
            px = x - 0.66 + 0.22 * k
            decor.box(px - 0.025, 3.66, 0.05, 0.17, decor.pale, 0.2)
            if decor.lit:
                decor.dot(px, 3.89, 0.028, 0.06, (0.99, 0.82, 0.42))


def temple_hall(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """A great seated Buddha between red columns, banners, incense and lamps."""
    shell = Shell(
        cover=cover.over(cover.plaster, _beams),
        floor=cover.slabs,
        windows=Windows(
            openings.square, openings.lattice, wide=1.5, tall=1.9, sill=0.9, pitch=8.4, shift=4.2, either=False
        ),
        furniture=(
            (
                "Buddha",
                2.9,
                both(only((_buddha, _buddha, _tablets)[variant(order)], 0.0), row(8.4, 4.2, _guardian, _guardian)),
            ),
            ("columns", 2.2, row(4.6, 2.3, _red_column)),
            ("altar", 1.7, both(only(_incense_table, 0.0), only(_drum, -3.3), only(_bell, 3.3))),
            ("cushions", -1.2, both(only(_cushion, -2.6), only(_cushion, 2.6))),
        ),
        lamps=_banners,
        lamp_z=1.5,
        top=tiled,
        behind=gardens,
        ceiling=4.6,
    )
    return interior(shell, order, palette)


def _beams(decor: Decor, x0: float, x1: float, tone) -> None:
    """Painted beams in blue and green with gold."""
    blue, leaf, gold = decor.own("#3f6f8f"), decor.own("#4f8a6f"), decor.own(GOLD)
    decor.box(x0 - 1, 3.55, x1 - x0 + 2, 0.32, blue, 0.8)
    for i in cells(x0, x1, 0.8):
        decor.dot(i * 0.8, 3.71, 0.2, 0.1, leaf if i % 2 else gold)
        decor.box(i * 0.8 - 0.14, 3.9, 0.28, 0.18, leaf if i % 2 else blue, 0.5)
    decor.box(x0 - 1, 4.1, x1 - x0 + 2, 0.26, darker(decor.palette.near, 0.05), 0.8)


def _buddha(decor: Decor, x: float) -> None:
    """Seated on a lotus before a halo."""
    gold = mix(decor.own("#d0983f"), decor.palette.accent, 0.3)
    decor.round(x, 2.3, 1.25, 1.35, darker(decor.palette.near, 0.1), 0.9)
    for k in range(16):
        a = k * math.pi / 8
        decor.dot(x + 1.1 * math.cos(a), 2.3 + 1.18 * math.sin(a), 0.11, 0.11, mix(gold, decor.palette.near, 0.3))
    decor.knife.glow(x, 2.5, 1.8, decor.palette.light, 0.5)
    decor.box(x - 1.5, -0.03, 3.0, 0.75, darker(decor.palette.near, 0.05), 1.0)
    for k in range(7):
        px = x - 1.14 + 0.38 * k
        decor.shape(
            [(px - 0.22, 0.98), (px - 0.16, 0.74), (px + 0.16, 0.74), (px + 0.22, 0.98), (px, 1.12)],
            decor.own("#d98a8a"),
            0.4,
        )
    decor.shape(
        [(x - 1.05, 1.02), (x + 1.05, 1.02), (x + 0.9, 1.35), (x + 0.5, 1.5), (x - 0.5, 1.5), (x - 0.9, 1.35)],
        gold,
        0.8,
    )
    decor.shape(
        [(x - 0.55, 1.4), (x + 0.55, 1.4), (x + 0.62, 2.05), (x + 0.3, 2.25), (x - 0.3, 2.25), (x - 0.62, 2.05)],
        lighter(gold, 0.08),
        0.7,
    )
    decor.tint([(x - 0.3, 2.24), (x + 0.25, 1.42), (x + 0.5, 1.42), (x - 0.08, 2.24)], darker(gold, 0.16))
    decor.round(x, 2.6, 0.34, 0.38, lighter(gold, 0.14), 0.6)
    decor.round(x, 2.98, 0.17, 0.12, decor.own("#3f5570"), 0.4)
    decor.dot(x, 2.9, 0.31, 0.12, decor.own("#3f5570"))
    for dx in (-0.13, 0.13):
        decor.line([(x + dx - 0.07, 2.60), (x + dx + 0.07, 2.60)], 0.022, darker(gold, 0.6))
    decor.dot(x, 2.72, 0.025, 0.025, decor.own("#c0392b"))
    decor.line([(x - 0.06, 2.42), (x, 2.40), (x + 0.06, 2.42)], 0.022, darker(gold, 0.55))
    decor.round(x, 1.48, 0.3, 0.11, lighter(gold, 0.14), 0.4)


def _tablets(decor: Decor, x: float) -> None:
    """Ancestors' tablets on steps, as in a family shrine (祠堂)."""
    for k in range(3):
        y, n = 0.8 + 0.62 * k, 7 - 2 * k
        decor.box(x - 1.6 + 0.3 * k, y - 0.2 if k else -0.03, 3.2 - 0.6 * k, 0.2 if k else 0.83, decor.wood, 0.9)
        for j in range(n):
            px = x + 0.38 * (j - (n - 1) / 2)
            decor.box(px - 0.11, y, 0.22, 0.4, decor.own("#8a2f26"), 0.5)
            decor.flat(px - 0.045, y + 0.06, 0.09, 0.28, decor.own(GOLD))
    decor.box(x - 0.9, 2.75, 1.8, 0.5, darker(decor.wood, 0.2), 0.9)
    decor.knife.letter("德泽流芳", x, 3.0, 0.3, decor.own(GOLD))


def _guardian(decor: Decor, x: float) -> None:
    """A guardian of painted wood with a halberd."""
    cloth = decor.pick((decor.own("#3f7a6a"), decor.own("#b5493a"), decor.own("#4f6f9a")), 1)
    decor.box(x - 0.7, -0.03, 1.4, 0.5, darker(decor.palette.near, 0.1), 0.9)
    decor.shape(
        [
            (x - 0.55, 0.45),
            (x + 0.55, 0.45),
            (x + 0.34, 1.3),
            (x + 0.62, 1.75),
            (x + 0.3, 2.1),
            (x - 0.3, 2.1),
            (x - 0.62, 1.75),
            (x - 0.34, 1.3),
        ],
        cloth,
        0.9,
    )
    decor.box(x - 0.36, 1.22, 0.72, 0.14, decor.own(GOLD), 0.4)
    decor.round(x, 2.32, 0.25, 0.27, decor.own("#c98a5c"), 0.6)
    decor.shape([(x - 0.3, 2.42), (x + 0.3, 2.42), (x + 0.12, 2.8), (x - 0.12, 2.8)], decor.own(GOLD), 0.5)
    decor.box(x + 0.6, 0.45, 0.06, 2.5, darker(decor.wood, 0.2), 0.5)
    decor.shape([(x + 0.55, 2.9), (x + 0.71, 2.9), (x + 0.63, 3.3)], decor.own("#b9c0c0"), 0.4)


def _red_column(decor: Decor, x: float) -> None:
    red = mix(eastern.LACQUER, decor.palette.near, 0.45)
    decor.box(x - 0.2, 0.1, 0.4, 4.5, red, 1.2)
    decor.flat(x - 0.13, 0.3, 0.06, 3.9, lighter(red, 0.16))
    decor.round(x, 0.06, 0.32, 0.14, decor.own("#a59a88"), 0.7)
    for y in (0.5, 3.2):
        decor.flat(x - 0.2, y, 0.4, 0.1, decor.own(GOLD))


def _incense_table(decor: Decor, x: float) -> None:
    wood = darker(decor.wood, 0.1)
    fit.legs(decor, x, 1.0, 0.8, wood, 0.12)
    decor.box(x - 1.2, 0.72, 2.4, 0.14, lighter(wood, 0.12), 0.8)
    cloth = mix(decor.palette.accent, eastern.LACQUER, 0.6)
    decor.box(x - 0.75, 0.2, 1.5, 0.55, cloth, 0.5)
    for k in range(6):
        decor.tint(
            [(x - 0.75 + 0.25 * k, 0.2), (x - 0.5 + 0.25 * k, 0.2), (x - 0.625 + 0.25 * k, 0.1)], decor.own(GOLD)
        )
    bronze = decor.own("#7c6a45")
    decor.shape([(x - 0.24, 1.08), (x + 0.24, 1.08), (x + 0.16, 0.86), (x - 0.16, 0.86)], bronze, 0.6)
    for dx in (-0.1, 0.0, 0.1):
        decor.line([(x + dx * 0.6, 1.08), (x + dx, 1.38)], 0.014, decor.own("#a5573f"))
        decor.dot(x + dx, 1.39, 0.018, 0.018, (0.98, 0.55, 0.25))
    smoke = [(x + 0.05 * math.sin(k * 0.9), 1.42 + 0.13 * k) for k in range(9)]
    with decor.knife.stirring("waft"):
        decor.line(smoke, 0.05, decor.pale, 0.3)
    for dx in (-0.85, 0.85):
        decor.box(x + dx - 0.035, 0.86, 0.07, 0.32, decor.own("#c0392b"), 0.4)
        decor.knife.glow(x + dx, 1.24, 0.6, decor.palette.light, 0.7)
        with decor.knife.stirring("flame"):
            decor.dot(x + dx, 1.23, 0.03, 0.06, (0.99, 0.80, 0.40))


def _drum(decor: Decor, x: float) -> None:
    fit.legs(decor, x, 0.35, 0.8, decor.wood, 0.08)
    decor.round(x, 1.2, 0.5, 0.48, decor.own("#b5493a"), 0.9)
    decor.dot(x, 1.2, 0.38, 0.37, decor.own("#d9c59a"))
    for k in range(12):
        a = k * math.pi / 6
        decor.dot(x + 0.44 * math.cos(a), 1.2 + 0.42 * math.sin(a), 0.025, 0.025, decor.own(GOLD))


def _bell(decor: Decor, x: float) -> None:
    for dx in (-0.55, 0.55):
        decor.box(x + dx - 0.05, -0.03, 0.1, 1.9, decor.wood, 0.7)
    decor.box(x - 0.7, 1.85, 1.4, 0.12, decor.wood, 0.8)
    bronze = decor.own("#6f7a5c")
    decor.shape(
        [(x - 0.34, 0.85), (x + 0.34, 0.85), (x + 0.27, 1.45), (x + 0.12, 1.68), (x - 0.12, 1.68), (x - 0.27, 1.45)],
        bronze,
        0.8,
    )
    for y in (0.98, 1.3):
        decor.flat(x - 0.3, y, 0.6, 0.035, lighter(bronze, 0.2))


def _cushion(decor: Decor, x: float) -> None:
    decor.round(x, 0.1, 0.42, 0.14, decor.own("#c99a4a"), 0.8)
    decor.dot(x, 0.16, 0.34, 0.06, decor.own("#dcb56c"))


def _banners(decor: Decor, x0: float, x1: float) -> None:
    """Long embroidered banners and lanterns."""
    for i in cells(x0, x1, 4.6, 3):
        x = i * 4.6 + 1.8
        for k, dx in enumerate((0.0, 1.0)):
            hue = decor.own(("#c99a3f", "#a8392f")[k])
            with decor.knife.stirring("hang"):
                decor.box(x + dx - 0.16, 2.35, 0.32, 2.6, hue, 0.6)
                decor.tint([(x + dx - 0.16, 2.35), (x + dx + 0.16, 2.35), (x + dx, 2.12)], hue)
                for j in range(4):
                    decor.dot(x + dx, 2.65 + 0.4 * j, 0.09, 0.09, lighter(hue, 0.35))
        fit.red_lantern(decor, x + 1.35, 3.1, 5.0, 0.62)


def palace_hall(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """A throne on steps under a canopy, red or stone columns, guards' standards, a long carpet."""
    east = eastern.is_eastern(order) or any("\u3400" <= c <= "\u9fff" for c in order.words)
    throne = _dragon_throne if east else _throne
    shell = Shell(
        cover=cover.over(cover.plaster, _beams) if east else cover.stone,
        floor=cover.rugged(cover.checks, 1.5),
        windows=Windows(
            openings.square, openings.lattice, wide=1.5, tall=2.2, sill=1.0, pitch=8.8, shift=4.4, either=False
        )
        if east
        else Windows(
            openings.pointed, openings.stained, wide=1.1, tall=3.0, sill=1.5, pitch=4.4, shift=2.2, either=False
        ),
        furniture=(
            ("throne", 2.8, both(only(throne, 0.0), row(8.8, 4.4, _screen_of_state if east else _tapestry))),
            ("columns", 2.0, row(5.0, 2.5, _red_column if east else _column)),
            ("burners", 1.4, both(only(_brazier, -2.7), only(_brazier, 2.7))),
            ("standards", -1.2, both(only(_standard, -3.3), only(_standard, 3.3))),
        ),
        lamps=_banners if east else _chandeliers,
        lamp_z=1.6,
        top=tiled if east else vault,
        ceiling=4.6 if east else 5.7,
        wall=lambda p: p.far if east else mix(p.far, (0.72, 0.68, 0.60) if not p.is_dark else (0.36, 0.32, 0.30), 0.75),
    )
    return interior(shell, order, palette)


def _steps(decor: Decor, x: float) -> None:
    for k in range(3):
        decor.box(
            x - 2.0 + 0.3 * k, -0.03 + 0.17 * k, 4.0 - 0.6 * k, 0.18, lighter(decor.palette.ground, 0.12 * (k + 1)), 0.7
        )
    decor.shape([(x - 0.6, -0.03), (x + 0.6, -0.03), (x + 0.45, 0.48), (x - 0.45, 0.48)], decor.own("#a8322c"), 0.3)


def _dragon_throne(decor: Decor, x: float) -> None:
    """A golden throne before a screen of dragons and clouds."""
    gold = decor.own(GOLD)
    decor.box(x - 1.7, 0.45, 3.4, 2.3, darker(gold, 0.3), 1.0)
    for k in range(5):
        decor.box(x - 1.62 + 0.66 * k, 0.55, 0.6, 2.1, mix(decor.own("#8a2f26"), gold, 0.12 * (k % 2)), 0.4)
        decor.round(x - 1.32 + 0.66 * k, 1.9, 0.2, 0.2, gold, 0.3)
        decor.line([(x - 1.5 + 0.66 * k + 0.05 * j, 1.2 + 0.14 * math.sin(j * 1.4)) for j in range(8)], 0.05, gold)
    decor.shape([(x - 1.8, 2.72), (x + 1.8, 2.72), (x + 1.3, 3.0), (x, 3.18), (x - 1.3, 3.0)], gold, 0.8)
    _steps(decor, x)
    decor.box(x - 0.62, 0.48, 1.24, 0.5, gold, 0.8)
    decor.box(x - 0.7, 0.92, 1.4, 0.13, decor.own("#c0392b"), 0.6)
    decor.shape([(x - 0.62, 1.0), (x + 0.62, 1.0), (x + 0.56, 1.75), (x, 2.0), (x - 0.56, 1.75)], gold, 0.7)
    decor.round(x, 1.5, 0.24, 0.24, decor.own("#c0392b"), 0.3)
    for side in (-1, 1):
        decor.box(x + side * 0.66 - 0.07, 1.0, 0.14, 0.42, gold, 0.5)


def _throne(decor: Decor, x: float) -> None:
    """A high-backed throne under a canopy of cloth."""
    red, gold = decor.own("#a8322c"), decor.own(GOLD)
    decor.shape([(x - 1.5, 0.5), (x - 0.9, 3.8), (x + 0.9, 3.8), (x + 1.5, 0.5)], red, 1.0)
    for k in range(5):
        decor.tint(
            [(x - 1.2 + 0.5 * k, 0.5), (x - 0.6 + 0.26 * k, 3.8), (x - 0.5 + 0.26 * k, 3.8), (x - 1.0 + 0.5 * k, 0.5)],
            darker(red, 0.18),
        )
    decor.shape([(x - 1.05, 3.7), (x + 1.05, 3.7), (x + 0.8, 4.1), (x, 4.35), (x - 0.8, 4.1)], gold, 0.8)
    _steps(decor, x)
    decor.shape([(x - 0.5, 0.48), (x + 0.5, 0.48), (x + 0.46, 2.2), (x, 2.6), (x - 0.46, 2.2)], gold, 0.9)
    decor.shape(
        [(x - 0.36, 1.05), (x + 0.36, 1.05), (x + 0.32, 2.05), (x, 2.3), (x - 0.32, 2.05)], darker(red, 0.1), 0.4
    )
    decor.box(x - 0.6, 0.9, 1.2, 0.16, red, 0.7)
    for side in (-1, 1):
        decor.box(x + side * 0.55 - 0.08, 0.48, 0.16, 0.85, gold, 0.6)
        decor.round(x + side * 0.55, 1.38, 0.11, 0.11, lighter(gold, 0.2), 0.4)


def _screen_of_state(decor: Decor, x: float) -> None:
    decor.box(x - 0.9, -0.03, 1.8, 2.4, decor.wood, 0.9)
    decor.flat(x - 0.8, 0.2, 1.6, 2.05, decor.own("#cfc09a"))
    for k in range(3):
        px = x - 0.5 + 0.5 * k
        decor.tint([(px - 0.5, 0.25), (px, 0.8 + 0.4 * decor.odds(k)), (px + 0.5, 0.25)], decor.own("#5f8a86"), 0.7)
    decor.line([(x - 0.3, 1.4), (x + 0.1, 1.75), (x + 0.35, 1.6)], 0.04, decor.own("#6b4a33"))
    for k in range(5):
        decor.dot(x - 0.2 + 0.14 * k, 1.55 + 0.1 * (k % 3), 0.07, 0.06, decor.own("#d98a8a"))


def _tapestry(decor: Decor, x: float) -> None:
    hue = decor.pick((decor.own("#3f5f86"), decor.own("#7a3540"), decor.own("#4f7a55")), 2)
    decor.box(x - 0.65, 1.1, 1.3, 2.9, hue, 0.8)
    decor.box(x - 0.75, 3.95, 1.5, 0.09, decor.own(GOLD), 0.5)
    decor.shape([(x - 0.36, 3.3), (x + 0.36, 3.3), (x + 0.36, 2.5), (x, 2.05), (x - 0.36, 2.5)], decor.own(GOLD), 0.3)
    decor.shape(
        [(x - 0.26, 3.2), (x + 0.26, 3.2), (x + 0.26, 2.56), (x, 2.22), (x - 0.26, 2.56)], darker(hue, 0.2), 0.2
    )


def _brazier(decor: Decor, x: float) -> None:
    bronze = decor.own("#8a6a3a")
    for dx in (-0.2, 0.2):
        decor.line([(x + dx * 1.4, -0.03), (x + dx, 0.72)], 0.06, bronze)
    decor.shape([(x - 0.36, 1.0), (x + 0.36, 1.0), (x + 0.24, 0.66), (x - 0.24, 0.66)], bronze, 0.8)
    glow = mix(decor.palette.light, (1.0, 0.6, 0.28), 0.5)
    decor.knife.glow(x, 1.2, 1.5, glow, 0.85 if decor.lit else 0.4)
    for dx, h in ((-0.14, 0.3), (0.12, 0.34), (0.0, 0.48)):
        decor.tint(
            [
                (x + dx - 0.11, 1.0),
                (x + dx - 0.05, 1.0 + h * 0.6),
                (x + dx, 1.0 + h),
                (x + dx + 0.06, 1.0 + h * 0.55),
                (x + dx + 0.11, 1.0),
            ],
            (0.95, 0.60, 0.24) if dx else (0.99, 0.80, 0.42),
        )


def _standard(decor: Decor, x: float) -> None:
    red = decor.own("#a8322c")
    decor.box(x - 0.04, -0.1, 0.08, 3.6, darker(decor.wood, 0.2), 0.7)
    decor.shape([(x + 0.04, 3.3), (x + 0.95, 3.2), (x + 0.8, 2.5), (x + 0.98, 1.7), (x + 0.04, 1.9)], red, 0.9)
    decor.round(x + 0.45, 2.6, 0.22, 0.22, decor.own(GOLD), 0.3)
    decor.round(x, 3.55, 0.08, 0.12, decor.own(GOLD), 0.4)
