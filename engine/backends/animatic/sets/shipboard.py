"""On the deck of a ship: mast, shrouds and sails behind the players, the wheel, barrels and coils of rope; the sea beyond
the rail. A steamer's funnel and boats instead, where the words are of steam."""

from __future__ import annotations

import math
import re
from dataclasses import replace

from engine.backends.animatic.palette import Palette, darker, lighter, mix
from engine.backends.animatic.paper import cells
from engine.backends.animatic.sets import deck, sea
from engine.backends.animatic.sets.decor import Decor, both, only, plane, row
from engine.backends.animatic.sets.home import variant, window_side
from engine.backends.animatic.sets.stores import barrel
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder

_STEAM = re.compile(
    r"\b(?:ferry|liner|steamer|steamship|cruise|yacht|freighter|tanker|trawler)\b|轮船|渡轮|邮轮|货轮|客轮", re.I
)


def sheets(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """The sea set, seen over the rail of its ship, with what stands on deck."""
    at_sea = replace(order, kind="sea", words=f"{order.words} ship's deck")
    side = window_side(order)
    steam = bool(_STEAM.search(order.words))
    tall = (
        (only(_funnel, -side * 3.0, 4), only(_davits, side * 3.6, 4))
        if steam
        else (row(9.0, -side * 2.4, _mast, over=5),)
    )
    return (
        *(sheet for sheet in sea.sheets(at_sea, palette) if sheet.name not in ("headland",)),
        plane("mast", 1.9, both(*tall), order, palette, top=60, bottom=-0.4, gap=1.2),
        plane("wheel", 1.3, both(only(_vent if steam else _wheel, side * 2.6), only(_stores, -side * 4.6, 3)), order, palette, top=3, bottom=-0.4),
        plane("ropes", -1.2, both(only(_coil, -side * 3.1), only(barrel, side * 3.6)), order, palette, top=1.4, bottom=-0.5),
    )  # fmt: skip


def plan(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Planks from above."""
    return deck.plan(order, palette)


def wing(knife, side: int, seed: int, order: SetOrder, palette: Palette) -> None:
    """Shrouds: a ladder of ropes that narrows upward."""
    hand = Decor(knife, order, palette, seed)
    ink = palette.ink
    for k in range(4):
        hand.line([(-0.16 + 0.1 * k, -0.2), (-0.10 + 0.02 * k, 1.3)], 0.012, ink)
    for k in range(12):
        y = -0.1 + 0.11 * k
        hand.line([(-0.2, y), (0.14 - 0.09 * k / 12 * 1.6, y)], 0.008, ink)


def _canvas(decor: Decor):
    return decor.palette.at(
        mix(decor.own(("#e3d6b4", "#b5573f", "#d9c9a3")[variant(decor.order)]), decor.palette.sky_low, 0.1), 2
    )


def _mast(decor: Decor, x: float) -> None:
    """A mast with a furled and a full sail, a lantern, shrouds."""
    wood, sail = decor.own("#7c5a3c"), _canvas(decor)
    for n in (-1, 1):
        for k in range(3):
            decor.line([(x + n * (0.9 + 0.35 * k), 0.8), (x, 6.5)], 0.025, darker(wood, 0.3))
        for k in range(8):
            y = 1.2 + 0.55 * k
            u = (y - 0.8) / 5.7
            decor.line([(x + n * 0.9 * (1 - u), y), (x + n * 1.6 * (1 - u), y)], 0.018, darker(wood, 0.3))
    decor.shape(
        [(x - 2.5, 6.3), (x + 2.5, 6.3), (x + 2.7, 4.4), (x + 2.2, 3.0), (x, 3.35), (x - 2.2, 3.0), (x - 2.7, 4.4)],
        sail,
        1.0,
    )
    for k in range(-2, 3):
        decor.line([(x + 0.95 * k, 6.25), (x + 1.05 * k, 4.5), (x + 0.9 * k, 3.2)], 0.025, darker(sail, 0.14), 0.8)
    decor.shape([(x - 2.3, 11.0), (x + 2.3, 11.0), (x + 2.6, 7.4), (x - 2.6, 7.4)], lighter(sail, 0.06), 0.9)
    for y in (6.35, 11.0):
        decor.box(x - 2.9, y, 5.8, 0.16, wood, 0.8)
    decor.box(x - 0.17, -0.2, 0.34, 14, wood, 1.0)
    for y in (0.35, 1.1, 2.6):
        decor.box(x - 0.2, y, 0.4, 0.12, darker(wood, 0.3), 0.4)
    decor.glow(x + 0.36, 2.1, 2.4, 0.9)
    decor.line([(x + 0.1, 2.42), (x + 0.36, 2.38)], 0.04, darker(wood, 0.4))
    decor.box(x + 0.25, 1.95, 0.22, 0.36, decor.palette.light if decor.lit else decor.own("#b9a35c"), 0.5)


def _wheel(decor: Decor, x: float) -> None:
    wood, brass = decor.own("#8a5f3c"), decor.own("#c9a24f")
    decor.shape([(x - 0.3, -0.05), (x + 0.3, -0.05), (x + 0.2, 1.0), (x - 0.2, 1.0)], wood, 0.9)
    for k in range(8):
        a = k * math.pi / 4 + 0.2
        decor.line([(x, 1.15), (x + 0.72 * math.cos(a), 1.15 + 0.72 * math.sin(a))], 0.06, lighter(wood, 0.1))
        decor.round(x + 0.7 * math.cos(a), 1.15 + 0.7 * math.sin(a), 0.05, 0.05, wood, 0.3)
    for k in range(20):
        a = k * math.pi / 10
        decor.round(x + 0.5 * math.cos(a), 1.15 + 0.5 * math.sin(a), 0.09, 0.09, wood, 0.3)
    decor.round(x, 1.15, 0.14, 0.14, brass, 0.5)


def _stores(decor: Decor, x: float) -> None:
    """Crates under a net."""
    barrel(decor, x - 0.5, 0.9)
    tone = decor.own("#a98755")
    decor.box(x - 0.1, -0.05, 0.9, 0.8, tone, 0.9)
    decor.box(x + 0.02, 0.75, 0.66, 0.5, lighter(tone, 0.1), 0.8)
    for k in range(3):
        decor.flat(x - 0.1, 0.15 + 0.22 * k, 0.9, 0.03, darker(tone, 0.2))


def _coil(decor: Decor, x: float) -> None:
    rope = decor.own("#c2a676")
    for k in range(4):
        decor.round(x, 0.03 + 0.1 * k, 0.5 - 0.04 * k, 0.1, mix(rope, darker(rope, 0.16), (k % 2) * 0.8), 0.5)
    decor.dot(x, 0.36, 0.2, 0.05, darker(rope, 0.5))
    decor.line([(x + 0.45, 0.03), (x + 0.9, -0.02), (x + 1.2, 0.03)], 0.07, rope)


def _funnel(decor: Decor, x: float) -> None:
    """A deck house with portholes and the funnel over it."""
    white, red = decor.palette.at(decor.own("#e3ddcb"), 2), decor.own("#b5442f")
    decor.shape([(x - 0.6, 3.0), (x + 0.7, 3.0), (x + 0.5, 7.2), (x - 0.5, 7.2)], red, 1.0)
    decor.shape([(x - 0.55, 5.8), (x + 0.55, 5.8), (x + 0.5, 7.25), (x - 0.5, 7.25)], darker(red, 0.7), 0.6)
    decor.box(x - 2.2, -0.1, 4.4, 2.6, white, 1.0)
    decor.box(x - 2.4, 2.45, 4.8, 0.16, lighter(white, 0.2), 0.8)
    for k in range(4):
        px = x - 1.6 + 1.05 * k
        decor.round(px, 1.5, 0.27, 0.27, decor.own("#b08d45"), 0.5)
        decor.glow(px, 1.5, 1.0, 0.7)
        decor.dot(px, 1.5, 0.2, 0.2, decor.palette.light if decor.lit else darker(decor.palette.sky_top, 0.3))
    for i in cells(x - 2.2, x + 2.0, 0.6):
        decor.line([(i * 0.6, 2.6), (i * 0.6, 3.1)], 0.03, white)
    decor.line([(x - 2.3, 3.1), (x + 2.3, 3.1)], 0.04, white)


def _davits(decor: Decor, x: float) -> None:
    """A life boat in its davits."""
    iron, hull = decor.own("#5c6a6a"), decor.own("#e0d8c2")
    for dx in (-0.9, 0.9):
        decor.line([(x + dx, -0.1), (x + dx, 2.3), (x + dx * 0.7, 2.7)], 0.09, iron)
    decor.shape([(x - 1.4, 2.1), (x + 1.4, 2.1), (x + 1.05, 1.45), (x - 1.05, 1.45)], hull, 1.0)
    decor.flat(x - 1.34, 1.95, 2.68, 0.09, decor.own("#b5442f"))


def _vent(decor: Decor, x: float) -> None:
    """A cowl ventilator and a life belt."""
    white, red = decor.own("#d9d3c0"), decor.own("#b5442f")
    decor.box(x - 0.2, -0.05, 0.4, 1.2, white, 0.9)
    decor.shape(
        [(x - 0.2, 1.1), (x + 0.2, 1.1), (x + 0.42, 1.3), (x + 0.42, 1.95), (x - 0.02, 1.85), (x - 0.2, 1.5)],
        white,
        0.8,
    )
    decor.round(x + 0.4, 1.62, 0.12, 0.33, red, 0.4)
    decor.round(x - 1.1, 0.75, 0.36, 0.36, red, 0.8)
    decor.dot(x - 1.1, 0.75, 0.2, 0.2, mix(decor.palette.near, decor.palette.sky_low, 0.3))
    for k in range(4):
        a = k * math.pi / 2 + 0.8
        decor.dot(x - 1.1 + 0.28 * math.cos(a), 0.75 + 0.28 * math.sin(a), 0.09, 0.09, decor.pale)
