"""Rooms one lives in: bedroom, living room, kitchen, attic. The furniture stands across from the window, so that a lone
player always has something on either hand."""

from __future__ import annotations

import math

from engine.backends.animatic.palette import Palette, darker, lighter, mix
from engine.backends.animatic.paper import cells, chance
from engine.backends.animatic.sets import coverings as cover
from engine.backends.animatic.sets import furniture as fit
from engine.backends.animatic.sets import openings
from engine.backends.animatic.sets.decor import Decor, both, only, row
from engine.backends.animatic.sets.openings import CURTAINED
from engine.backends.animatic.sets.shell import CEILING, Shell, Windows, gardens, interior, town
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

PITCH = 6.4


def window_side(order: SetOrder) -> int:
    """On which side of the stage the window is: -1 left, 1 right."""
    return -1 if chance(order.seed, 1) < 0.5 else 1


def variant(order: SetOrder, of: int = 3) -> int:
    """Which of some dressings a place has."""
    return int(chance(order.seed, 50) * of)


def bedroom(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """A bed along the wall with a lamp at its head, a wardrobe, a mirror."""
    side = window_side(order)
    beds = (fit.bed(2.1), _alcove, fit.bed(2.3))
    shell = Shell(
        cover=cover.over(cover.paper, cover.skirting if variant(order) == 2 else cover.wainscot),
        floor=cover.rugged(cover.planks, 1.9),
        windows=CURTAINED,
        furniture=(
            ("bed", 2.7, both(
                row(PITCH * 2, -side * 2.05, _bedside(beds[variant(order)])),
                row(PITCH * 2, -side * 5.4, fit.cupboard(1.5, 2.2)),
                row(PITCH * 2, side * 4.2, _vanity, fit.bookcase(1.2, 2.1)),
            )),
            ("stools", -1.2, both(only(_toy_chest, side * 3.1), only(fit.plant, -side * 3.4))),
        ),
        lamps=_ceiling_lamps,
        behind=gardens if variant(order) else town,
    )  # fmt: skip
    return interior(shell, order, palette)


def _bedside(bed):
    """A bed, a night table, pictures over it."""

    def paint(decor: Decor, x: float) -> None:
        fit.pictures(decor, x + 0.3, 1.62)
        decor.box(x - 1.62, -0.03, 0.46, 0.6, decor.wood, 0.8)
        decor.box(x - 1.56, 0.24, 0.34, 0.2, lighter(decor.wood, 0.1), 0.3)
        fit.table_lamp(decor, x - 1.39, 0.57)
        bed(decor, x)

    return paint


def _alcove(decor: Decor, x: float) -> None:
    """A bed under a canopy."""
    cloth = lighter(decor.cloth, 0.12)
    decor.flat(x - 1.12, 0.4, 2.24, 2.1, darker(cloth, 0.25), 0.8)
    fit.bed(2.1)(decor, x)
    for end in (-1, 1):
        decor.box(x + end * 1.13 - 0.05, 0.0, 0.1, 2.6, decor.wood, 0.8)
        decor.knife.cut(openings.drape(x + end * 1.18, 0.75, 1.8, -end), cloth, 0.9)
    decor.box(x - 1.26, 2.5, 2.52, 0.2, decor.wood, 1.0)
    for k in range(9):
        decor.dot(x - 1.1 + 0.275 * k, 2.48, 0.14, 0.1, cloth)


def _vanity(decor: Decor, x: float) -> None:
    """A dressing table with a round mirror."""
    fit.table(1.1)(decor, x)
    decor.round(x, 1.42, 0.36, 0.46, lighter(decor.wood, 0.12), 0.8)
    decor.dot(x, 1.42, 0.30, 0.40, mix(decor.palette.sky_low, decor.pale, 0.4))
    decor.tint([(x - 0.16, 1.2), (x - 0.06, 1.2), (x + 0.12, 1.68), (x + 0.02, 1.7)], decor.pale, 0.5)
    fit.jars(decor, x - 0.1, 0.76, 0.7, 4)
    fit.chair(decor, x + 0.1)


def _toy_chest(decor: Decor, x: float) -> None:
    decor.box(x - 0.55, -0.03, 1.1, 0.5, decor.cloth, 1.0)
    decor.box(x - 0.6, 0.45, 1.2, 0.09, lighter(decor.cloth, 0.15), 0.7)
    for k in (-0.28, 0.28):
        decor.dot(x + k, 0.22, 0.12, 0.12, lighter(decor.cloth, 0.4))


def _ceiling_lamps(decor: Decor, x0: float, x1: float) -> None:
    joist(decor, x0, x1)
    side = window_side(decor.order)
    for i in cells(x0, x1, PITCH, 3):
        x = i * PITCH - side * decor.between(0.5, 0.9, 6)
        if variant(decor.order) == 1:
            fit.bell_lamp(decor, x, 2.62, CEILING, "#b98d4f")
        else:
            fit.paper_lamp(decor, x, 2.62, CEILING)


def joist(decor: Decor, x0: float, x1: float) -> None:
    """The beam of the ceiling, from which lamps hang."""
    decor.box(x0 - 1, CEILING - 0.02, x1 - x0 + 2, 0.22, darker(decor.palette.near, 0.26), 1.2)


def living_room(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """A sofa before the wall, bookcase, standing lamp, a cabinet with a wireless or a television."""
    side = window_side(order)
    last = _fireplace if order.period else (_cabinet, _piano, _fireplace)[variant(order)]
    cabinet = fit.bookcase(1.4, 1.7) if order.period else _cabinet
    shell = Shell(
        cover=cover.over(cover.paper, cover.skirting if variant(order) == 1 else cover.wainscot),
        floor=cover.rugged(cover.planks, 2.4),
        windows=CURTAINED,
        furniture=(
            ("wall pieces", 2.7, both(
                row(PITCH * 2, -side * 4.9, fit.bookcase(1.9, 2.4), fit.bookcase(1.5, 2.1)),
                row(PITCH * 2, side * 4.3, last, cabinet),
            )),
            ("sofa", 1.9, both(
                only(lambda d, x: fit.pictures(d, x + 0.1, 1.75), -side * 1.75),
                row(PITCH * 3, -side * 1.75, _own_sofa),
                row(PITCH * 3, -side * 3.35, fit.rug_lamp),
                row(PITCH * 3, side * 2.9, fit.armchair),
            )),
            ("low table", -1.25, both(only(_low_table, side * 3.3), only(fit.plant, -side * 3.5))),
        ),
        lamps=_ceiling_lamps,
        behind=town if variant(order) == 0 else gardens,
    )  # fmt: skip
    return interior(shell, order, palette)


def _own_sofa(decor: Decor, x: float) -> None:
    """The sofa, unless it has been brought forward for somebody to sit on."""
    if all(piece.what != "sofa" for piece in decor.order.fittings):
        fit.sofa(2.1)(decor, x)


def _cabinet(decor: Decor, x: float) -> None:
    """A low cabinet with a television and a vase."""
    fit.cupboard(1.8, 0.62, 3)(decor, x)
    decor.box(x - 0.55, 0.68, 1.05, 0.72, darker(decor.wood, 0.35), 0.9)
    decor.box(x - 0.47, 0.75, 0.76, 0.58, darker(mix(decor.palette.sky_top, decor.wood, 0.3), 0.5), 0.2)
    decor.tint([(x - 0.42, 0.8), (x - 0.2, 0.8), (x + 0.05, 1.28), (x - 0.17, 1.28)], decor.pale, 0.12)
    for k in range(3):
        decor.dot(x + 0.39, 0.86 + 0.16 * k, 0.04, 0.04, decor.palette.light)
    vase(decor, x + 0.72, 0.66)
    fit.clock(decor, x + 0.1, 2.15, 0.26)


def vase(decor: Decor, x: float, y: float) -> None:
    """A vase with three flowers."""
    for k, dx in enumerate((-0.13, 0.02, 0.15)):
        top = y + 0.5 + 0.07 * (k % 2)
        decor.line([(x, y + 0.2), (x + dx, top)], 0.016, decor.own("#5c8a55"))
        decor.round(
            x + dx,
            top,
            0.07,
            0.065,
            decor.pick((decor.own("#d9685a"), decor.own("#e3b04b"), decor.own("#c98bb0")), k),
            0.3,
        )
    decor.shape(
        [
            (x - 0.06, y),
            (x + 0.06, y),
            (x + 0.1, y + 0.14),
            (x + 0.045, y + 0.26),
            (x - 0.045, y + 0.26),
            (x - 0.1, y + 0.14),
        ],
        decor.own("#5d8391"),
        0.5,
    )


def _piano(decor: Decor, x: float) -> None:
    """An upright piano with a lamp on it."""
    wood = darker(decor.wood, 0.25)
    decor.box(x - 0.85, -0.03, 1.7, 1.25, wood, 1.0)
    decor.box(x - 0.9, 1.2, 1.8, 0.07, lighter(wood, 0.12), 0.6)
    decor.box(x - 0.85, 0.62, 1.7, 0.12, lighter(wood, 0.1), 0.8)
    decor.flat(x - 0.8, 0.68, 1.6, 0.055, decor.pale)
    for k in range(15):
        if k % 7 not in (2, 6):
            decor.flat(x - 0.72 + 0.1 * k, 0.695, 0.045, 0.045, darker(wood, 0.5))
    decor.box(x - 0.28, 0.84, 0.5, 0.34, decor.pale, 0.4)
    fit.table_lamp(decor, x + 0.55, 1.26)


def _fireplace(decor: Decor, x: float) -> None:
    """A fire in its surround; it burns when it is dark or cold."""
    stone = mix(decor.own("#b9a58c"), decor.palette.far, 0.3)
    decor.box(x - 0.95, -0.05, 1.9, 1.3, stone, 1.0)
    decor.box(x - 1.1, 1.22, 2.2, 0.14, lighter(stone, 0.2), 0.9)
    decor.box(x - 0.55, 0.0, 1.1, 0.85, darker(stone, 0.62), 0.2)
    burns = decor.lit or decor.order.weather in ("snow", "rain", "storm")
    if burns:
        decor.knife.glow(x, 0.35, 1.9, decor.own("#ff9a4a") if not decor.lit else decor.palette.light, 0.9)
        with decor.knife.stirring("flame"):
            for k, (dx, h) in enumerate(((-0.24, 0.36), (0.0, 0.58), (0.22, 0.42))):
                tone = decor.own("#e2762f") if k != 1 else decor.own("#f0b04a")
                decor.shape(
                    [
                        (x + dx - 0.15, 0.1),
                        (x + dx - 0.08, h * 0.7),
                        (x + dx + 0.02, h + 0.14),
                        (x + dx + 0.1, h * 0.6),
                        (x + dx + 0.15, 0.1),
                    ],
                    tone,
                    0.0,
                )
    for k in (-0.2, 0.15):
        decor.box(x + k - 0.2, 0.03, 0.4, 0.1, decor.own("#6b4a33"), 0.3)
    fit.clock(decor, x - 0.05, 1.62, 0.22)
    vase(decor, x + 0.7, 1.36)


def _low_table(decor: Decor, x: float) -> None:
    fit.table(1.25, 0.42)(decor, x)
    fit.books(decor, x - 0.4, 0.44, 0.34, 0.14)
    decor.round(x + 0.25, 0.5, 0.13, 0.07, decor.pale, 0.4)


def attic(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Under the roof: boards, slanting beams, a round window, trunks and everything that was ever put away."""
    side = window_side(order)
    shell = Shell(
        cover=cover.boards,
        floor=cover.planks,
        windows=Windows(openings.disc, openings.skylight, wide=1.35, tall=1.35, sill=1.25, shift=0.75),
        furniture=(
            ("stored", 2.7, both(
                row(PITCH * 1.5, -side * 2.1, _trunks, _wardrobe_mirror),
                row(PITCH * 1.5, side * 3.4, fit.bookcase(1.2, 1.5), _trunks),
                row(PITCH * 1.5, side * 1.9, _dummy),
            )),
            ("beams", 1.9, _rafters),
            ("boxes", -1.25, both(only(_crate, side * 3.2), only(_trunks, -side * 3.7))),
        ),
        lamps=_bare_bulb,
        top=_gable,
    )  # fmt: skip
    return interior(shell, order, palette)


def _rafters(decor: Decor, x0: float, x1: float) -> None:
    """Posts that lean together under the ridge."""
    wood = darker(decor.wood, 0.12)
    for i in cells(x0, x1, 7.6, 5):
        x = i * 7.6
        for end in (-1, 1):
            decor.shape(
                [(x + end * 3.9, -0.3), (x + end * 3.66, -0.3), (x + end * 2.3, 3.9), (x + end * 2.5, 3.9)], wood, 1.0
            )
            decor.shape(
                [(x + end * 3.1, 1.9), (x + end * 2.95, 2.1), (x + end * 1.9, 3.5), (x + end * 2.1, 3.55)],
                darker(wood, 0.1),
                0.8,
            )
        decor.box(x - 3.2, 3.3, 6.4, 0.2, lighter(wood, 0.05), 1.0)
        for k in range(3):
            px = x - 1.9 + 1.7 * k
            decor.line([(px, 3.3), (px, 2.95)], 0.014, darker(wood, 0.4))
            for j in range(3):
                decor.shape(
                    [(px - 0.1 + 0.06 * j, 2.62), (px - 0.02 + 0.05 * j, 2.6), (px + 0.01, 2.96)],
                    decor.own("#9a9a58"),
                    0.2,
                )


def _trunks(decor: Decor, x: float) -> None:
    """A chest with a suitcase and a hat box on it."""
    a, b, c = decor.own("#8a5a3a"), decor.own("#b5854f"), mix(decor.palette.accent, decor.palette.far, 0.3)
    decor.box(x - 0.7, -0.03, 1.4, 0.62, a, 1.0)
    for k in (-0.55, 0.45):
        decor.box(x + k, -0.03, 0.1, 0.62, darker(a, 0.25), 0.3)
    decor.box(x - 0.74, 0.46, 1.48, 0.06, lighter(a, 0.2), 0.4)
    decor.box(x - 0.1, 0.36, 0.2, 0.18, decor.own("#c9a24f"), 0.3)
    decor.box(x - 0.5, 0.6, 0.9, 0.34, b, 0.8)
    decor.box(x - 0.14, 0.92, 0.2, 0.06, darker(b, 0.4), 0.3)
    decor.box(x - 0.28, 0.96, 0.5, 0.3, c, 0.7)
    decor.box(x - 0.31, 1.2, 0.56, 0.08, lighter(c, 0.2), 0.4)


def _wardrobe_mirror(decor: Decor, x: float) -> None:
    """A standing mirror under a cloth."""
    fit.legs(decor, x, 0.35, 0.3, decor.wood)
    decor.round(x, 1.05, 0.46, 0.85, decor.wood, 0.9)
    decor.dot(x, 1.05, 0.38, 0.76, mix(decor.palette.sky_low, decor.palette.far, 0.4))
    decor.shape(
        [(x - 0.5, 0.9), (x - 0.44, 1.7), (x, 1.97), (x + 0.4, 1.75), (x + 0.1, 1.3), (x - 0.1, 0.75)], decor.pale, 0.7
    )


def _dummy(decor: Decor, x: float) -> None:
    """A dressmaker's dummy."""
    tone = mix(decor.palette.accent, decor.pale, 0.4)
    decor.box(x - 0.02, 0, 0.04, 0.8, decor.wood, 0.4)
    for end in (-1, 1):
        decor.line([(x, 0.25), (x + end * 0.22, 0)], 0.03, decor.wood)
    decor.shape(
        [
            (x - 0.2, 0.72),
            (x + 0.2, 0.72),
            (x + 0.13, 1.02),
            (x + 0.23, 1.4),
            (x + 0.06, 1.5),
            (x - 0.06, 1.5),
            (x - 0.23, 1.4),
            (x - 0.13, 1.02),
        ],
        tone,
        0.7,
    )
    decor.round(x, 1.54, 0.05, 0.05, decor.wood, 0.3)


def _crate(decor: Decor, x: float) -> None:
    tone = decor.own("#b08a58")
    decor.box(x - 0.55, -0.03, 1.1, 0.75, tone, 1.0)
    for k in range(3):
        decor.box(x - 0.55, 0.0 + 0.26 * k, 1.1, 0.2, lighter(tone, 0.06 * k), 0.4)
    decor.shape([(x - 0.5, 0.0), (x - 0.36, 0.0), (x + 0.5, 0.7), (x + 0.36, 0.7)], darker(tone, 0.12), 0.4)


def _bare_bulb(decor: Decor, x0: float, x1: float) -> None:
    for i in cells(x0, x1, 7.6, 3):
        x = i * 7.6 + 0.35
        if decor.order.period:
            fit.old_lamp(decor, x, 2.5, 4.6)
            continue
        decor.line([(x, 2.72), (x, 4.6)], 0.018, darker(decor.wood, 0.4))
        decor.glow(x, 2.62, 2.4, 0.95)
        decor.round(x, 2.62, 0.075, 0.1, decor.palette.light if decor.lit else decor.pale, 0.3)


def _gable(decor: Decor, x0: float, x1: float) -> None:
    """Slanting tiles over the ridge, house beside house."""
    tile = darker(mix(decor.palette.near, decor.palette.sky_top, 0.3), 0.3)
    for i in cells(x0, x1, 7.6, 8):
        x = i * 7.6
        decor.shape(
            [(x - 3.8, 3.0), (x, 5.9), (x + 3.8, 3.0), (x + 3.8, CEILING - 0.6), (x, 5.3), (x - 3.8, CEILING - 0.6)],
            darker(decor.wood, 0.15),
            0.8,
        )
        decor.shape(
            [(x - 4.3, 2.9), (x, 6.5), (x + 4.3, 2.9), (x + 3.8, 2.9), (x, 5.95), (x - 3.8, 2.9)],
            decor.palette.snow if decor.palette.snowy else tile,
            1.0,
        )
        for k in range(-9, 10):
            decor.dot(
                x + 0.42 * k, 6.3 - 0.82 * abs(0.42 * k) - math.copysign(0.0, k), 0.16, 0.1, darker(tile, 0.12), 0.5
            )
