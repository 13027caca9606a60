"""Before a public building: the street with the hospital, school, church, library or office itself, its name over the door."""

from __future__ import annotations

import re

from engine.backends.animatic.palette import Colour, Palette, darker, lighter, mix
from engine.backends.animatic.sets import openings, street
from engine.backends.animatic.sets.decor import Decor, only, plane
from engine.backends.animatic.sets.home import variant
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

_CHURCH = re.compile(r"church|chapel|cathedral|abbey|教堂|礼拜堂", re.I)
_HOSPITAL = re.compile(r"hospital|clinic|infirmary|surgery|医院|诊所|卫生院", re.I)
_SCHOOL = re.compile(r"school|academy|kindergarten|学校|校|幼儿园|书院|学堂", re.I)
_SHOP = re.compile(r"shop|store|caf|restaurant|tavern|inn\b|pub\b|bar\b|diner|grocery|market|店|餐|馆|酒|超市|铺", re.I)
_MOST = 14
"""Letters of a name that fit over a door."""


def sheets(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """The street, and the building on its far side."""
    front = plane(
        "building", 6.2, only(_front(order), 0.0, 9.0), order, palette, top=16, bottom=-1, gap=1.6, built=True
    )
    return (*(s for s in street.sheets(order, palette) if s.name != "line"), front)


def _front(order: SetOrder):
    if _CHURCH.search(order.words):
        return _church
    return _shopfront if _SHOP.search(order.words) and not _HOSPITAL.search(order.words) else _institution


def _stone(decor: Decor) -> Colour:
    if _HOSPITAL.search(decor.order.words):
        return decor.palette.at(decor.own("#dfe3db"), 6)
    return decor.palette.at(decor.own(("#b9b29e", "#9c6e61", "#a6aeb0")[variant(decor.order)]), 6)


def _pane(decor: Decor, x: float, y: float, w: float, h: float, frame: Colour, key: int) -> None:
    """A window; one in two is lit by night."""
    on = decor.lit and decor.odds(key) < 0.38
    decor.box(x - w / 2 - 0.08, y - 0.08, w + 0.16, h + 0.16, frame, 0.5)
    glass = decor.palette.light if on else darker(mix(decor.palette.sky_top, decor.palette.sky_low, 0.2), 0.35)
    decor.flat(x - w / 2, y, w, h, glass)
    decor.flat(x - 0.03, y, 0.06, h, frame)
    decor.flat(x - w / 2, y + h * 0.55, w, 0.05, frame)


def _letters(decor: Decor, x: float, y: float, high: float, tone: Colour) -> None:
    """The building's own name, as much of it as a door is wide."""
    text = re.split(r"\s[-–—]\s|[,，.。]", decor.order.words.strip())[0][:_MOST]
    if text:
        decor.knife.letter(text, x, y, high, tone)


def _steps(decor: Decor, x: float, half: float, tone: Colour) -> None:
    for k in range(3):
        decor.box(x - half + 0.2 * k, -0.1 + 0.17 * k, 2 * half - 0.4 * k, 0.2, lighter(tone, 0.12 + 0.05 * k), 0.5)


def _institution(decor: Decor, x: float) -> None:
    """Two or three storeys, a portal with columns or a canopy, a clock or a cross, a flag."""
    stone, words = _stone(decor), decor.order.words
    frame, storeys = lighter(stone, 0.35), 2 + (variant(decor.order) > 0)
    tall = 1.1 + 2.3 * storeys
    decor.box(x - 7.0, -1, 14, tall + 1, stone, 1.0)
    decor.box(x - 7.2, tall - 0.05, 14.4, 0.35, decor.palette.snow if decor.palette.snowy else darker(stone, 0.2), 0.9)
    decor.box(x - 7.0, -1, 14, 1.7, darker(stone, 0.16), 0.3)
    for floor in range(storeys):
        for k in range(7):
            px = x - 5.7 + 1.9 * k
            hidden = 2.2 if floor == 0 else 0.5 if floor == 1 and _HOSPITAL.search(words) else -1.0
            if abs(px - x) > hidden:
                _pane(decor, px, 1.1 + 2.3 * floor, 0.95, 1.35, frame, 10 * floor + k)
    _portal(decor, x, stone)
    if _HOSPITAL.search(words):
        red = decor.own("#c8473c")
        decor.round(x, 4.75, 0.62, 0.62, lighter(stone, 0.5), 0.6)
        decor.flat(x - 0.13, 4.35, 0.26, 0.8, red)
        decor.flat(x - 0.4, 4.62, 0.8, 0.26, red)
    elif _SCHOOL.search(words):
        decor.shape([(x - 1.6, tall), (x + 1.6, tall), (x, tall + 1.5)], darker(stone, 0.08), 0.8)
        decor.round(x, tall + 0.5, 0.42, 0.42, lighter(stone, 0.5), 0.5)
        decor.line([(x, tall + 0.5), (x, tall + 0.78)], 0.05, darker(stone, 0.6))
        decor.line([(x, tall + 0.5), (x + 0.18, tall + 0.56)], 0.05, darker(stone, 0.6))
        decor.line([(x + 3.4, tall), (x + 3.4, tall + 3.0)], 0.07, darker(stone, 0.5))
        decor.shape(
            [(x + 3.4, tall + 3.0), (x + 5.0, tall + 2.85), (x + 4.9, tall + 2.0), (x + 3.4, tall + 2.1)],
            decor.own("#c0392b"),
            0.6,
        )


def _portal(decor: Decor, x: float, stone: Colour) -> None:
    """Steps, columns, a lettered beam, double doors under a lamp."""
    pale = lighter(stone, 0.3)
    decor.box(x - 2.1, -0.1, 4.2, 3.1, lighter(stone, 0.10), 0.8)
    door = decor.own(("#5f7f6a", "#6b4a33", "#3f5f76")[variant(decor.order)])
    for k in (-1, 1):
        decor.box(x + (0.04 if k > 0 else -0.94), 0.3, 0.9, 2.1, door, 0.5)
        decor.flat(
            x + (0.16 if k > 0 else -0.82), 1.1, 0.66, 1.1, decor.palette.light if decor.lit else lighter(door, 0.35)
        )
    for dx in (-1.75, -1.15, 0.95, 1.55):
        decor.box(x + dx, 0.3, 0.24, 2.4, pale, 0.7)
    decor.box(x - 2.3, 2.65, 4.6, 0.72, pale, 1.0)
    _letters(decor, x, 3.0, 0.46, darker(stone, 0.65))
    decor.shape([(x - 2.4, 3.36), (x + 2.4, 3.36), (x, 4.2)], lighter(stone, 0.18), 0.8)
    _steps(decor, x, 2.3, stone)
    decor.glow(x, 2.35, 2.6, 0.8)


def _church(decor: Decor, x: float) -> None:
    """A nave with a rose window, a tower with a spire beside it."""
    stone = decor.palette.at(decor.own(("#c9bda5", "#b5a08a", "#d6cdb9")[variant(decor.order)]), 6)
    roof = decor.palette.snow if decor.palette.snowy else decor.palette.at(decor.own("#5c6470"), 6)
    decor.box(x - 3.6, -1, 7.2, 5.2, stone, 1.0)
    decor.shape([(x - 4.0, 4.1), (x + 4.0, 4.1), (x, 8.0)], roof, 1.0)
    decor.shape([(x - 3.3, 4.1), (x + 3.3, 4.1), (x, 7.3)], stone, 0.5)
    side = -1 if decor.odds(3) < 0.5 else 1
    tx = x + side * 4.7
    decor.box(tx - 1.3, -1, 2.6, 9.2, darker(stone, 0.05), 1.0)
    decor.shape([(tx - 1.5, 8.1), (tx + 1.5, 8.1), (tx, 13.0)], roof, 1.0)
    decor.line([(tx, 12.9), (tx, 14.0)], 0.08, decor.own("#d9a441"))
    decor.line([(tx - 0.32, 13.6), (tx + 0.32, 13.6)], 0.08, decor.own("#d9a441"))
    decor.knife.cut(openings.pointed(tx - 0.45, 5.9, 0.9, 1.7), darker(stone, 0.5), 0.4)
    decor.round(tx, 4.6, 0.5, 0.5, lighter(stone, 0.35), 0.5)
    decor.round(x, 5.0, 0.85, 0.85, lighter(stone, 0.3), 0.5)
    for k, hue in enumerate(("#b8433d", "#3f6fa3", "#d99a3c", "#4f8b6a")):
        decor.dot(
            x + 0.36 * (1 if k % 2 else -1),
            5.0 + 0.36 * (1 if k < 2 else -1),
            0.3,
            0.3,
            mix(decor.own(hue), decor.palette.light, 0.5 * decor.lit),
        )
    decor.glow(x, 5.0, 1.8, 0.7)
    for dx in (-2.4, 2.4):
        decor.knife.cut(openings.pointed(x + dx - 0.5, 1.2, 1.0, 2.3), lighter(stone, 0.25), 0.5)
        glass = decor.palette.light if decor.lit else darker(decor.palette.sky_top, 0.3)
        decor.knife.dab(openings.pointed(x + dx - 0.38, 1.32, 0.76, 2.0), glass)
    decor.knife.cut(openings.pointed(x - 1.05, -0.1, 2.1, 3.2), lighter(stone, 0.25), 0.6)
    decor.knife.cut(openings.pointed(x - 0.82, -0.1, 1.64, 2.9), decor.own("#6b4a33"), 0.4)
    decor.flat(x - 0.03, 0.2, 0.06, 2.3, darker(decor.own("#6b4a33"), 0.4))
    _steps(decor, x, 1.6, stone)


def _shopfront(decor: Decor, x: float) -> None:
    """Show windows under an awning, a lettered board, lodgings above."""
    wall = decor.palette.at(decor.own(("#b5745a", "#c9b48f", "#8fa39a")[variant(decor.order)]), 6)
    paint = decor.own(("#3f5f53", "#8a3a33", "#3f5a76")[variant(decor.order)])
    decor.box(x - 4.2, -1, 8.4, 6.6, wall, 1.0)
    decor.box(x - 4.4, 5.5, 8.8, 0.35, decor.palette.snow if decor.palette.snowy else darker(wall, 0.25), 0.9)
    for k in range(4):
        _pane(decor, x - 3.0 + 2.0 * k, 3.65, 0.95, 1.3, lighter(wall, 0.35), k)
    decor.box(x - 4.0, -0.1, 8.0, 3.2, paint, 0.9)
    light = decor.palette.light if decor.lit else mix(decor.palette.sky_low, decor.palette.far, 0.4)
    for px in (x - 2.35, x + 2.35):
        decor.flat(px - 1.35, 0.55, 2.7, 1.7, light)
        decor.glow(px, 1.3, 2.4, 0.8)
        for k in range(5):
            decor.box(
                px - 1.1 + 0.5 * k,
                0.55,
                0.3,
                0.35 + 0.3 * decor.odds(k, round(px)),
                decor.pick((decor.own("#b5653f"), decor.own("#5f7f93"), decor.own("#c9a24f")), k),
                0.3,
            )
    decor.box(x - 0.6, -0.1, 1.2, 2.35, darker(paint, 0.3), 0.5)
    decor.flat(x - 0.42, 0.75, 0.84, 1.4, light)
    decor.box(x - 4.1, 2.55, 8.2, 0.65, lighter(paint, 0.08), 0.9)
    _letters(decor, x, 2.87, 0.46, lighter(paint, 0.75))
    for k in range(14):
        a = x - 4.0 + 8.0 * k / 14
        tone = paint if k % 2 else decor.pale
        decor.shape([(a, 1.98), (a + 8.0 / 14, 1.98), (a + 8.0 / 14, 2.55), (a, 2.55)], tone, 0.5)
