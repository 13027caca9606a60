"""A railway station: the platform one stands on, its edge, the rails, the platform across, under an iron roof with a clock."""

from __future__ import annotations

from engine.backends.animatic.palette import Palette, darker, lighter, mix
from engine.backends.animatic.paper import cells
from engine.backends.animatic.sets import furniture as fit
from engine.backends.animatic.sets import parts
from engine.backends.animatic.sets.decor import Decor, both, only, plane, repainted, row
from engine.backends.animatic.sets.home import variant, window_side
from engine.backends.animatic.sets.shell import town
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

EDGE_Z = 2.0
"""Where the platform ends and the rails begin."""


def station(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Across the rails toward the other platform."""
    palette = repainted(order, palette)
    side = window_side(order)
    return (
        parts.sky(order, palette, clouds=0.5),
        *town(order, palette),
        plane("far platform", 11.0, _far_platform, order, palette, top=6, bottom=-1.5, gap=1.4, built=True),
        plane("rails", 5.0, _rails(0.0), order, palette, top=0.4, bottom=-1.4, gap=0.4),
        plane("near rails", 3.2, _rails(-0.28), order, palette, top=0.4, bottom=-1.4, gap=0.4),
        plane("bench", 1.5, both(row(9.0, side * 2.6, _bench, _trolley), row(9.0, -side * 4.3, _machine, _bench)), order, palette, top=2.4, bottom=-0.3),
        plane("pillars", 1.75, row(7.0, 3.5 * side, _pillar), order, palette, top=60, bottom=-0.4, gap=1.2, built=True),
        plane("canopy", 1.3, both(_canopy, row(9.0, -side * 1.7, _clock), row(14.0, side * 2.2, _board)), order, palette, top=60, bottom=1.6),
        plane("luggage", 0.85, both(only(_luggage, -side * 3.2), only(_bin, side * 3.6)), order, palette, top=1.6, bottom=-0.5),
        *parts.ground(palette, lambda z: darker(palette.ground, 0.02 if z < EDGE_Z else 0.30), _platform(order, palette), bump=0.0, until=9.0),
    )  # fmt: skip


def _platform(order: SetOrder, palette: Palette):
    def marks(knife, x0: float, x1: float, z: float, line: int) -> None:
        decor = Decor(knife, order, palette, order.seed)
        tone = palette.at(darker(palette.ground, 0.02), z)
        if z > EDGE_Z:
            for i in cells(x0, x1, 0.42, 1):
                decor.dot(
                    i * 0.42 + 0.2 * decor.odds(line, i),
                    -0.1 - 0.2 * decor.odds(line, i, 1),
                    0.1,
                    0.05,
                    darker(tone, 0.2 + 0.2 * decor.odds(line, i, 2)),
                )
            return
        pitch = 1.2 * max(1, round((x1 - x0) / 60))
        for i in cells(x0, x1, pitch, 1):
            decor.flat(i * pitch + 0.6 * (line % 2), -1.5, 0.02, 1.48, darker(tone, 0.15), 0.8)
        if 1.2 < z < EDGE_Z:
            decor.flat(x0 - 1, -0.16, x1 - x0 + 2, 0.16, lighter(tone, 0.25))
            decor.flat(x0 - 1, -0.42, x1 - x0 + 2, 0.14, decor.own("#d9b23f"))
        if order.weather in ("rain", "storm"):
            for i in cells(x0, x1, 2.9):
                decor.dot(
                    (i + decor.odds(line, i, 7)) * 2.9, -0.2, 0.7, 0.05, mix(palette.sky_low, palette.light, 0.3), 0.35
                )

    return marks


def _rails(drop: float):
    def paint(decor: Decor, x0: float, x1: float) -> None:
        rust, steel = decor.own("#6b5747"), decor.own("#aab0b0")
        for i in cells(x0, x1, 0.75, 1):
            decor.box(i * 0.75, drop - 0.14, 0.34, 0.12, rust, 0.4)
        for y in (0.0, -0.16):
            decor.box(x0 - 1, drop + y, x1 - x0 + 2, 0.05, steel, 0.5)

    return paint


def _far_platform(decor: Decor, x0: float, x1: float) -> None:
    """A brick building with arched windows behind the other platform, a fence and a canopy on posts."""
    palette = decor.palette
    brick = palette.at(decor.pick((decor.own("#a8604a"), decor.own("#c0a888"), decor.own("#8f7a6a")), 1), 10)
    decor.box(x0 - 1, -1.2, x1 - x0 + 2, 1.5, palette.at(decor.own("#b5ada0"), 10), 0.7)
    for i in cells(x0, x1, 15.0, 9):
        x = i * 15.0 + 2.0 * window_side(decor.order)
        decor.box(x - 5.2, 0.2, 10.4, 4.4, brick, 0.9)
        for k in range(5):
            px = x - 4.3 + 2.1 * k
            pane = palette.light if decor.lit else darker(mix(palette.sky_top, brick, 0.3), 0.25)
            decor.round(px, 2.3, 0.55, 0.55, lighter(brick, 0.3), 0.4)
            decor.flat(px - 0.55, 0.3 if k == 2 else 1.0, 1.1, 2.0 if k == 2 else 1.3, lighter(brick, 0.3))
            decor.round(px, 2.3, 0.44, 0.44, pane, 0.0)
            decor.flat(px - 0.44, 0.3 if k == 2 else 1.08, 0.88, 2.0 if k == 2 else 1.22, pane)
        roof = palette.snow if palette.snowy else palette.at(decor.own("#4f5a60"), 10)
        decor.shape([(x - 5.6, 4.5), (x + 5.6, 4.5), (x + 4.2, 5.8), (x - 4.2, 5.8)], roof, 0.9)
        for k in range(4):
            decor.box(x + 6.0 + 1.6 * (k % 3), 0.2, 0.1, 1.0, palette.at(decor.own("#6b7a6a"), 10), 0.4)
        decor.box(x + 5.4, 0.95, 4.4, 0.1, palette.at(decor.own("#6b7a6a"), 10), 0.4)
    for i in cells(x0, x1, 5.0, 2):
        decor.glow(i * 5.0, 3.2, 2.2, 0.7)


def _pillar(decor: Decor, x: float) -> None:
    """An iron pillar with brackets."""
    iron = mix(decor.own("#3f6a5f"), decor.palette.near, 0.25)
    decor.box(x - 0.2, -0.1, 0.4, 0.4, darker(iron, 0.15), 0.8)
    decor.box(x - 0.09, 0.2, 0.18, 3.5, iron, 0.9)
    for n in (-1, 1):
        decor.line([(x + n * 0.05, 2.9), (x + n * 0.35, 3.35), (x + n * 0.95, 3.62)], 0.09, iron)
        decor.round(x + n * 0.38, 3.2, 0.13, 0.13, darker(iron, 0.1), 0.3)


def _canopy(decor: Decor, x0: float, x1: float) -> None:
    """The edge of the roof with its fretted boards; glass above it."""
    iron = mix(decor.own("#3f6a5f"), decor.palette.near, 0.25)
    pale = mix(decor.own("#d9cfae"), decor.palette.far, 0.2)
    decor.box(x0 - 1, 3.62, x1 - x0 + 2, 0.3, iron, 1.2)
    for i in cells(x0, x1, 0.32):
        decor.shape(
            [
                (i * 0.32, 3.66),
                (i * 0.32 + 0.3, 3.66),
                (i * 0.32 + 0.3, 3.46),
                (i * 0.32 + 0.15, 3.32),
                (i * 0.32, 3.46),
            ],
            pale,
            0.4,
        )
    decor.flat(x0 - 1, 3.92, x1 - x0 + 2, 1.5, mix(decor.palette.sky_low, iron, 0.35))
    for i in cells(x0, x1, 1.1):
        decor.box(i * 1.1, 3.92, 0.06, 1.5, iron, 0.4)
    decor.box(x0 - 1, 5.3, x1 - x0 + 2, 0.24, decor.palette.snow if decor.palette.snowy else darker(iron, 0.15), 0.8)
    for i in cells(x0, x1, 4.5, 2):
        fit.bell_lamp(decor, i * 4.5 + 1.0, 2.95, 3.7, "#5f6a66")


def _clock(decor: Decor, x: float) -> None:
    """A double-faced clock on a bracket."""
    decor.box(x - 0.03, 3.0, 0.06, 0.7, decor.own("#3f4a4a"), 0.4)
    if decor.lit:
        decor.glow(x, 2.72, 1.2, 0.5)
    fit.clock(decor, x, 2.72, 0.36)


def _board(decor: Decor, x: float) -> None:
    """The departures board: rows of letters no one need read."""
    decor.line([(x - 0.7, 3.7), (x - 0.7, 3.2)], 0.03, decor.own("#3f4a4a"))
    decor.line([(x + 0.7, 3.7), (x + 0.7, 3.2)], 0.03, decor.own("#3f4a4a"))
    slate = decor.own("#2f3d48")
    decor.box(x - 1.0, 2.5, 2.0, 0.78, slate, 0.9)
    for k in range(4):
        hue = decor.own("#e0b24a") if k == 0 else lighter(slate, 0.6)
        decor.flat(x - 0.88, 3.08 - 0.16 * k, 0.5 + 0.3 * decor.odds(k), 0.07, hue)
        decor.flat(x + 0.5, 3.08 - 0.16 * k, 0.34, 0.07, hue)


def _bench(decor: Decor, x: float) -> None:
    fit.bench(1.9, back=True)(decor, x)


def _trolley(decor: Decor, x: float) -> None:
    """A luggage trolley with trunks."""
    iron = decor.own("#5c6a6a")
    decor.box(x - 0.8, 0.22, 1.6, 0.1, iron, 0.7)
    decor.line([(x + 0.8, 0.25), (x + 0.98, 1.15)], 0.06, iron)
    for dx in (-0.55, 0.55):
        decor.round(x + dx, 0.12, 0.15, 0.15, darker(iron, 0.3), 0.5)
    for dx, y, w, h, hue in (
        (-0.72, 0.32, 1.0, 0.42, "#8a5a3a"),
        (0.3, 0.32, 0.42, 0.56, "#5f7f86"),
        (-0.6, 0.74, 0.8, 0.32, "#b5793f"),
    ):
        decor.box(x + dx, y, w, h, decor.own(hue), 0.8)
        decor.flat(x + dx + w * 0.2, y, 0.05, h, darker(decor.own(hue), 0.3))
        decor.flat(x + dx + w * 0.75, y, 0.05, h, darker(decor.own(hue), 0.3))


def _machine(decor: Decor, x: float) -> None:
    """A kiosk with papers, or a ticket machine."""
    if variant(decor.order) == 0:
        decor.box(x - 0.45, -0.05, 0.9, 1.9, decor.own("#b5493a"), 1.0)
        decor.box(x - 0.34, 1.0, 0.68, 0.6, decor.own("#8fb5bd"), 0.4)
        decor.box(x - 0.2, 0.55, 0.4, 0.16, darker(decor.own("#b5493a"), 0.4), 0.3)
        return
    wood = decor.own("#4f6f5c")
    decor.box(x - 0.95, -0.05, 1.9, 1.0, wood, 1.0)
    for dx in (-0.95, 0.87):
        decor.box(x + dx, 0.9, 0.08, 1.3, wood, 0.6)
    decor.flat(x - 0.87, 0.95, 1.74, 1.2, darker(wood, 0.45))
    for k in range(6):
        decor.box(
            x - 0.8 + 0.28 * k,
            0.98 + 0.1 * (k % 2),
            0.23,
            0.34,
            decor.pick((decor.pale, decor.own("#c9533f"), decor.own("#d9b23f"), decor.own("#7f9fb0")), k),
            0.4,
        )
    decor.shape([(x - 1.15, 2.15), (x + 1.15, 2.15), (x + 0.9, 2.45), (x - 0.9, 2.45)], decor.own("#b5493a"), 0.8)
    decor.glow(x, 1.7, 1.4, 0.7)


def _luggage(decor: Decor, x: float) -> None:
    a, b = decor.own("#8a5a3a"), decor.own("#3f6f76")
    decor.box(x - 0.5, -0.05, 0.9, 0.6, a, 1.0)
    decor.box(x - 0.14, 0.55, 0.2, 0.07, darker(a, 0.4), 0.4)
    decor.box(x + 0.3, -0.05, 0.45, 0.8, b, 0.9)
    decor.flat(x - 0.36, -0.05, 0.06, 0.6, darker(a, 0.3))
    decor.flat(x + 0.2, -0.05, 0.06, 0.6, darker(a, 0.3))


def _bin(decor: Decor, x: float) -> None:
    decor.shape([(x - 0.22, -0.05), (x + 0.22, -0.05), (x + 0.28, 0.72), (x - 0.28, 0.72)], decor.own("#5c6a66"), 0.9)
    decor.round(x, 0.74, 0.3, 0.07, decor.own("#7c8a86"), 0.5)
