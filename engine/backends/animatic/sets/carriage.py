"""Vehicles one sits in: a railway carriage (a bus, a tram, the underground by its words) and a car. Land passes outside."""

from __future__ import annotations

import re

import skia

from engine.backends.animatic.palette import Colour, Palette, darker, lighter, mix
from engine.backends.animatic.paper import Knife, cells, outline
from engine.backends.animatic.sets import coverings as cover
from engine.backends.animatic.sets import openings, parts, passing
from engine.backends.animatic.sets.decor import Decor, both, only, plane, row
from engine.backends.animatic.sets.home import variant
from engine.backends.animatic.sets.shell import WALL, Box, Shell, Windows, interior, is_wet
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

PITCH = 3.2
CAR_FLOOR = 0.16

_UNDERGROUND = re.compile(r"\b(?:subway|metro|underground|tube)\b|地铁", re.I)
_IN_TOWN = re.compile(r"\b(?:bus|tram|streetcar|city|taxi|cab|street|town)\b|公交|电车|城|出租|街|巴士", re.I)
_PARKED = re.compile(r"\b(?:parked|stopped|stationary|waiting)\b|停着|停在|停靠|停下", re.I)


def outside(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """What goes by the windows: tunnel, town or country, by the words; a parked car's view stands still."""
    speed = 0.0 if _PARKED.search(order.words) else passing.SPEED
    if _UNDERGROUND.search(order.words):
        return passing.tunnel(order, palette, speed)
    return (passing.city if _IN_TOWN.search(order.words) else passing.country)(order, palette, speed)


def train(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Seats face each other under wide windows; racks with luggage, brass lamps."""
    plain = bool(_UNDERGROUND.search(order.words) or _IN_TOWN.search(order.words))
    shell = Shell(
        cover=_metal if plain else _panels,
        floor=cover.carpet if not plain else cover.plates,
        windows=Windows(
            openings.rounded, _train_window, wide=2.3, tall=1.2, sill=1.0, pitch=PITCH, shift=0.0, either=False
        ),
        furniture=(
            ("racks", 1.9, row(PITCH, 0.0, _rail if plain else _rack)),
            ("seats", 1.25, row(PITCH, PITCH / 2, _facing_seats)),
            ("aisle seats", -1.15, both(only(_seat_back, -2.9), only(_seat_back, 3.1))),
        ),
        lamps=_carriage_lamps,
        lamp_z=1.1,
        top=_carriage_roof,
        behind=outside,
        ceiling=2.85,
        depth=2.2,
        pool=False,
    )
    return interior(shell, order, palette)


def _panels(decor: Decor, x0: float, x1: float, tone) -> None:
    """Polished wood below and between the windows, cloth above."""
    wood = decor.palette.near
    decor.flat(x0 - 1, -1, x1 - x0 + 2, 3.35, wood)
    for i in cells(x0, x1, PITCH / 2):
        decor.box(i * PITCH / 2 + 0.08, 0.12, PITCH / 2 - 0.16, 0.62, lighter(wood, 0.09), 0.4)
    for i in cells(x0, x1, PITCH):
        decor.box((i + 0.5) * PITCH - 0.3, 1.02, 0.6, 1.16, lighter(wood, 0.07), 0.4)
    decor.box(x0 - 1, 2.33, x1 - x0 + 2, 0.07, decor.own("#b8924c"), 0.5)
    decor.box(x0 - 1, 0.82, x1 - x0 + 2, 0.07, lighter(wood, 0.18), 0.5)


def _metal(decor: Decor, x0: float, x1: float, tone) -> None:
    """Painted sheet metal."""
    paint = lighter(mix(decor.own("#c9d2cf"), decor.palette.far, 0.2), 0.1)
    decor.flat(x0 - 1, -1, x1 - x0 + 2, 6, paint)
    decor.flat(x0 - 1, -1, x1 - x0 + 2, 1.85, mix(paint, decor.palette.accent, 0.35))
    for i in cells(x0, x1, PITCH):
        decor.flat((i + 0.5) * PITCH - 0.012, -1, 0.024, 6, darker(paint, 0.2))
        decor.box((i + 0.5) * PITCH - 0.3, 2.45, 0.6, 0.28, decor.own("#d9a441"), 0.3)


def _train_window(decor: Decor, box: Box, n: int) -> None:
    x, y, w, h = box
    openings.weather_beaten(decor, box)
    brass = mix(decor.own("#b8924c"), decor.palette.near, 0.3)
    openings.ring(decor, openings.rounded, box, 0.07, brass)
    decor.box(x, y + h * 0.72, w, 0.035, brass, 0.3)
    if variant(decor.order) != 1:
        cloth = decor.cloth
        for side in (-1, 1):
            edge = x + w / 2 + side * (w / 2 + 0.02)
            decor.knife.cut(openings.drape(edge, y - 0.02, h + 0.06, -side), cloth, 0.7)


def _rack(decor: Decor, x: float) -> None:
    """A net of brass with suitcases."""
    brass = decor.own("#b8924c")
    for k, (dx, w, h, hue) in enumerate(
        ((-0.9, 0.7, 0.34, "#8a5a3a"), (-0.1, 0.5, 0.28, "#5f7f86"), (0.55, 0.62, 0.36, "#b5793f"))
    ):
        if decor.odds(k, 1) < 0.75:
            decor.box(x + dx, 2.48, w, h, decor.own(hue), 0.7)
            decor.box(x + dx + w * 0.4, 2.48 + h, w * 0.2, 0.05, darker(decor.own(hue), 0.4), 0.3)
            decor.flat(x + dx + 0.1, 2.48, 0.05, h, darker(decor.own(hue), 0.25))
    decor.line([(x - 1.3, 2.47), (x + 1.3, 2.47)], 0.04, brass)
    for k in range(9):
        decor.line([(x - 1.2 + 0.3 * k, 2.47), (x - 1.2 + 0.3 * k, 2.36)], 0.02, brass)


def _rail(decor: Decor, x: float) -> None:
    """A rail with straps to hold on to."""
    decor.line([(x - 1.7, 2.46), (x + 1.7, 2.46)], 0.045, decor.own("#c9d0d0"))
    for k in range(4):
        px = x - 1.2 + 0.8 * k
        decor.line([(px, 2.46), (px, 2.18)], 0.03, decor.own("#8d8578"))
        decor.round(px, 2.11, 0.075, 0.085, decor.own("#e0d6bd"), 0.3)
        decor.dot(px, 2.11, 0.045, 0.055, darker(decor.palette.far, 0.1))


def _facing_seats(decor: Decor, x: float) -> None:
    """Two seats back to back between two windows."""
    for side in (-1, 1):
        _side_seat(decor, x + side * 0.42, side)
    decor.box(x - 0.06, 0.0, 0.12, 1.42, darker(decor.wood, 0.1), 0.7)


def _side_seat(decor: Decor, x: float, side: int) -> None:
    """A cushioned seat from its side, open toward `side`."""
    cloth, wood = decor.cloth, darker(decor.wood, 0.2)
    decor.box(x - 0.36, 0.0, 0.72, 0.3, wood, 0.6)
    back = [(x - side * 0.36, 0.3), (x - side * 0.10, 0.3), (x - side * 0.2, 1.35), (x - side * 0.42, 1.42)]
    decor.shape(back, darker(cloth, 0.06), 0.7)
    decor.box(x - 0.36, 0.28, 0.76, 0.18, lighter(cloth, 0.08), 0.6)
    decor.box(x - side * 0.3 - 0.12, 1.22, 0.24, 0.16, decor.pale, 0.4)


def _seat_back(decor: Decor, x: float) -> None:
    """The back of a seat near the lens."""
    cloth = darker(decor.cloth, 0.3)
    decor.box(x - 0.5, -0.3, 1.0, 1.1, cloth, 1.2)
    decor.round(x, 0.85, 0.5, 0.24, cloth, 1.0)
    decor.box(x - 0.36, 0.82, 0.72, 0.22, darker(decor.pale, 0.25), 0.5)


def _carriage_lamps(decor: Decor, x0: float, x1: float) -> None:
    brass = decor.own("#b8924c")
    for i in cells(x0, x1, PITCH, 2):
        x = i * PITCH + PITCH / 2
        decor.box(x - 0.04, 2.6, 0.08, 0.25, brass, 0.4)
        decor.glow(x, 2.5, 2.0, 0.95)
        decor.round(x, 2.5, 0.14, 0.12, decor.palette.light if decor.lit else decor.pale, 0.4)


def _carriage_roof(decor: Decor, x0: float, x1: float) -> None:
    """The curve of the ceiling and, for wide views, the roof with its ventilators."""
    tone = lighter(decor.palette.far, 0.3)
    decor.box(x0 - 1, 2.8, x1 - x0 + 2, 0.45, tone, 0.9)
    roof = darker(mix(decor.palette.near, decor.palette.sky_top, 0.35), 0.3)
    decor.box(x0 - 1, 3.2, x1 - x0 + 2, 0.32, roof, 1.0)
    for i in cells(x0, x1, 2.4, 1):
        decor.box(i * 2.4 - 0.3, 3.5, 0.6, 0.18, darker(roof, 0.12), 0.6)
    if decor.palette.snowy:
        decor.box(x0 - 1, 3.46, x1 - x0 + 2, 0.1, decor.palette.snow, 0.4)


def car(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """A car cut open lengthwise on its road: seats under one roof, a wheel to drive by, the door before their knees."""
    front = max((seat.x for seat in order.fittings), default=0.2) + 1.0
    road = darker(mix(palette.ground, palette.far, 0.2), 0.12)
    return (
        parts.sky(order, palette, clouds=0.5),
        *outside(order, palette),
        plane(WALL, 0.8, _cabin, order, palette, top=2.2, bottom=-0.4, apart=is_wet(order)),
        plane("dashboard", 0.2, only(_dashboard, front), order, palette, top=1.8, bottom=-0.3),
        plane("door", -0.42, _door, order, palette, top=0.9, bottom=-0.8, gap=1.4),
        *parts.ground(palette, lambda z: road, _asphalt, bump=0.0, until=24.0),
    )


def _asphalt(knife: Knife, x0: float, x1: float, z: float, line: int) -> None:
    """Nothing: at that speed one sees no stones."""


def _cabin(decor: Decor, x0: float, x1: float) -> None:
    """The far side of the car from inside, with its windows; the roof over it."""
    lining = darker(decor.palette.far, 0.12)
    body = outline(
        [(-2.5, -0.2), (-2.45, 0.7), (-1.95, 1.5), (-1.5, 1.7), (1.3, 1.7), (1.7, 1.5), (2.4, 0.8), (2.6, -0.2)]
    )
    panes = ((-1.62, 0.84, 1.42, 0.68), (-0.1, 0.84, 1.36, 0.68))
    for pane in panes:
        body.addPath(openings.rounded(*pane))
    screen = outline([(1.38, 0.86), (1.38, 1.5), (1.58, 1.46), (2.12, 0.86)])
    body.addPath(screen)
    body.setFillType(skia.PathFillType.kEvenOdd)
    decor.knife.cut(body, lining, 1.0)
    for pane in panes:
        openings.weather_beaten(decor, pane)
        openings.ring(decor, openings.rounded, pane, 0.05, darker(decor.palette.near, 0.3))
    decor.shape(
        [(-1.98, 1.5), (-1.5, 1.68), (1.3, 1.68), (1.72, 1.5), (1.5, 1.74), (1.2, 1.82), (-1.4, 1.82)],
        _paint(decor),
        0.8,
    )


def _paint(decor: Decor) -> Colour:
    """The car's own colour."""
    return decor.own(("#a8493a", "#3f6f86", "#c9a24f")[variant(decor.order)])


def _dashboard(decor: Decor, x: float) -> None:
    """Dashboard, steering wheel, mirror."""
    tone = darker(decor.palette.near, 0.3)
    decor.shape([(x - 0.18, 0.0), (x + 1.0, 0.0), (x + 1.0, 0.98), (x + 0.16, 0.96), (x - 0.22, 0.72)], tone, 1.0)
    decor.line([(x - 0.05, 0.7), (x - 0.3, 0.86)], 0.05, darker(tone, 0.2))
    decor.line([(x - 0.46, 0.62), (x - 0.2, 1.08)], 0.055, darker(tone, 0.35))
    for k in range(2):
        decor.round(x + 0.02 + 0.18 * k, 0.86, 0.06, 0.06, decor.palette.light if decor.lit else decor.pale, 0.3)
    decor.box(x - 0.25, 1.42, 0.34, 0.11, tone, 0.6)


def _door(decor: Decor, x0: float, x1: float) -> None:
    """The near door, below the window: bodywork with a handle, a wheel arch at either end."""
    paint = _paint(decor)
    left, right = -2.0, 2.35
    body = skia.Path()
    body.moveTo(left - 0.5, -0.2)
    body.lineTo(left - 0.62, 0.34)
    body.quadTo(left - 0.4, 0.56, left + 0.2, 0.58)
    body.lineTo(right - 0.4, 0.58)
    body.quadTo(right + 0.7, 0.56, right + 0.86, 0.2)
    body.lineTo(right + 0.8, -0.2)
    body.close()
    decor.knife.cut(body, paint, 1.4)
    decor.box(left - 0.5, 0.3, right - left + 1.2, 0.05, lighter(paint, 0.35), 0.3)
    for x in (-0.75, 0.55):
        decor.line([(x, -0.1), (x, 0.55)], 0.02, darker(paint, 0.3))
    decor.box(-0.62, 0.42, 0.26, 0.05, decor.own("#d9dcda"), 0.4)
    for x in (left + 0.15, right + 0.05):
        decor.round(x, -0.18, 0.36, 0.36, (0.16, 0.17, 0.19), 0.8)
        decor.round(x, -0.18, 0.19, 0.19, decor.own("#aeb4b4"), 0.4)
