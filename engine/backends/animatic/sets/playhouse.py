"""A theatre's stage: a painted cloth between red curtains, footlights, and the heads of the audience before it."""

from __future__ import annotations

import math

import skia

from engine.backends.animatic.palette import Palette, darker, lighter, mix
from engine.backends.animatic.paper import Knife, cells
from engine.backends.animatic.sets import coverings as cover
from engine.backends.animatic.sets import openings
from engine.backends.animatic.sets.decor import Decor, both, only, row
from engine.backends.animatic.sets.halls import GOLD
from engine.backends.animatic.sets.home import variant
from engine.backends.animatic.sets.shell import Shell, interior
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder


def theatre(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """A stage with a painted backcloth between red curtains, footlights, and the first rows' heads before it."""
    east = any(word in order.words for word in ("戏台", "戏园", "戏院"))
    shell = Shell(
        cover=(_opera_cloth if east else _backcloth),
        floor=_stage_boards,
        windows=None,
        furniture=(
            ("flats", 2.6, both(row(60.0, 0.0, _legs), only(_moon_flat, 2.2 if variant(order) else -2.2))),
            ("drapes", 1.5, _house_curtain),
            ("footlights", -0.95, _footlights),
            ("stalls", -2.1, _stalls),
        ),
        lamps=_border,
        lamp_z=1.3,
        top=lambda d, a, b: d.flat(a - 1, 5.4, b - a + 2, 60, darker(d.palette.far, 0.62)),
        behind=lambda o, p: (),
        ceiling=5.4,
        pool=False,
    )
    return interior(shell, order, palette)


def _backcloth(decor: Decor, x0: float, x1: float, tone) -> None:
    """A painted landscape: hills, a lake, a castle or the sea, by the seed."""
    sky, hill = decor.own(("#9fc4cf", "#e3c39a", "#5f6f9a")[variant(decor.order)]), decor.own("#7f9f6f")
    decor.flat(x0 - 1, -1, x1 - x0 + 2, 7, sky)
    decor.flat(x0 - 1, 1.6, x1 - x0 + 2, 0.8, lighter(sky, 0.3), 0.6)
    points = [
        (x0 - 1, -1),
        *(
            (x, 1.5 + 0.5 * math.sin(x * 0.9) + 0.3 * math.sin(x * 2.1))
            for x in (x0 + k * (x1 - x0) / 60 for k in range(61))
        ),
        (x1 + 1, -1),
    ]
    decor.tint(points, mix(hill, sky, 0.35))
    points = [
        (x0 - 1, -1),
        *((x, 0.8 + 0.4 * math.sin(x * 0.7 + 2)) for x in (x0 + k * (x1 - x0) / 60 for k in range(61))),
        (x1 + 1, -1),
    ]
    decor.tint(points, hill)
    wall = decor.own("#b9a08a")
    for dx, w, h in ((-1.9, 0.34, 2.5), (-1.5, 0.7, 2.0), (-0.9, 0.3, 2.8)):
        decor.flat(dx, 1.0, w, h - 1.0, wall)
        decor.tint([(dx - 0.08, h), (dx + w + 0.08, h), (dx + w / 2, h + 0.5)], decor.own("#8a4a42"))
    for k in range(3):
        decor.dot(-3.0 + 3.1 * k, 3.6 + 0.3 * (k % 2), 0.7, 0.2, lighter(sky, 0.5), 0.8)


def _opera_cloth(decor: Decor, x0: float, x1: float, tone) -> None:
    """An embroidered cloth with peonies and clouds."""
    decor.flat(x0 - 1, -1, x1 - x0 + 2, 7, decor.own("#b5362c"))
    for i in cells(x0, x1, 1.5):
        for k in range(4):
            x, y = (i + 0.5 * (k % 2)) * 1.5, 0.6 + 1.1 * k
            for a in range(5):
                decor.dot(
                    x + 0.17 * math.cos(a * 1.257), y + 0.17 * math.sin(a * 1.257), 0.14, 0.14, decor.own("#e0a05c")
                )
            decor.dot(x, y, 0.1, 0.1, decor.own(GOLD))


def _stage_boards(decor: Decor, x0: float, x1: float, z: float, row_: int, tone) -> None:
    if z < -1.2:
        decor.flat(x0 - 1, -40, x1 - x0 + 2, 40.1, darker(decor.palette.far, 0.7))
        return
    cover.planks(decor, x0, x1, z, row_, tone)


def _legs(decor: Decor, x: float) -> None:
    """Painted trees that mask the sides."""
    for side in (-1, 1):
        px = x + side * 3.5
        decor.box(px - 0.12, 0, 0.24, 3.2, decor.own("#7c5a3c"), 0.8)
        for dx, y, r in ((0.0, 3.3, 0.8), (-0.5, 2.7, 0.5), (0.45, 2.8, 0.55)):
            decor.round(
                px + dx, y, r, r * 0.8, mix(decor.own("#5f8a55"), decor.own("#8fae5c"), decor.odds(int(10 * r))), 0.8
            )


def _moon_flat(decor: Decor, x: float) -> None:
    decor.line([(x, 3.4), (x, 7.0)], 0.02, darker(decor.wood, 0.4))
    decor.knife.glow(x, 3.0, 1.3, decor.palette.light, 0.5)
    decor.round(x, 3.0, 0.42, 0.42, decor.own("#f0dca0"), 0.8)


def _house_curtain(decor: Decor, x0: float, x1: float) -> None:
    """The curtain drawn to both sides, and beyond it the proscenium."""
    red, gold = decor.own("#a8302c"), decor.own(GOLD)
    for side in (-1, 1):
        for k in range(6):
            inner, outer = side * (3.15 + 0.28 * k), side * (3.5 + 0.28 * k)
            path = skia.Path()
            path.moveTo(inner, 5.0)
            path.quadTo(inner + side * 0.5, 2.4, inner + side * 0.22, 0.0)
            path.lineTo(outer + side * 0.25, 0.0)
            path.quadTo(outer + side * 0.45, 2.4, outer, 5.0)
            path.close()
            decor.knife.cut(path, mix(red, darker(red, 0.3), (k % 2) * 0.7), 0.7)
        edge = side * 4.9
        decor.box(min(edge, edge + side * 0.7), -0.1, 0.7, 5.4, gold, 1.0)
        for k in range(9):
            decor.round(edge + side * 0.35, 0.5 + 0.52 * k, 0.16, 0.16, darker(gold, 0.2), 0.3)
        decor.flat(min(edge + side * 0.7, edge + side * 40), -40, 40, 90, darker(decor.palette.far, 0.55))


def _border(decor: Decor, x0: float, x1: float) -> None:
    """The valance with its fringe, and the proscenium's crown."""
    red, gold = decor.own("#b3332f"), decor.own(GOLD)
    for k in range(-9, 10):
        decor.round(k * 0.58, 4.55, 0.36, 0.5, mix(red, darker(red, 0.25), (k % 2) * 0.8), 0.6)
    decor.box(-5.6, 4.55, 11.2, 0.6, darker(red, 0.1), 0.8)
    for k in range(-48, 49):
        decor.line(
            [(k * 0.115, 4.16 + 0.06 * math.cos(k * 1.24)), (k * 0.115, 4.03 + 0.06 * math.cos(k * 1.24))], 0.035, gold
        )
    decor.box(-5.7, 5.1, 11.4, 0.5, gold, 1.0)
    decor.round(0, 5.5, 0.9, 0.5, gold, 0.8)
    decor.flat(-60, 5.55, 120, 60, darker(decor.palette.far, 0.6))


def _footlights(decor: Decor, x0: float, x1: float) -> None:
    """A row of lights at the stage's edge: they always burn."""
    wood = darker(decor.wood, 0.2)
    decor.box(-5.2, -1.4, 10.4, 1.46, wood, 1.0)
    for i in range(11):
        x = -4.5 + 0.9 * i
        decor.knife.glow(x, 0.14, 0.9, decor.palette.light, 0.55)
        decor.shape([(x - 0.13, 0.06), (x + 0.13, 0.06), (x + 0.1, 0.2), (x - 0.1, 0.2)], decor.own("#c99a4a"), 0.4)


def _stalls(decor: Decor, x0: float, x1: float) -> None:
    """Seat backs and heads of the audience, dark before the light."""
    tone = darker(decor.palette.far, 0.72)
    for i in cells(x0, x1, 0.74, 1):
        x, h = i * 0.74, 0.1 * decor.odds(i)
        decor.knife.dab(openings.rounded(x - 0.34, -1.6, 0.68, 1.02), tone)
        if decor.odds(i, 2) < 0.7:
            head = darker(tone, 0.25)
            decor.dot(x, -0.38 + h, 0.15, 0.18, head)
            decor.dot(x, -0.72 + h, 0.3, 0.22, head)


def wing(knife: Knife, side: int, seed: int, order: SetOrder, palette: Palette) -> None:
    """Nothing: the house curtain frames the picture already."""
