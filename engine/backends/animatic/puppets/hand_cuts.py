"""Paper-cuts of the tools that hands hold upright: broom, brush, pen, knife, axe, cup, phone, open book, candle, spear, bouquet.

Drawn one unit high with the ground at y = 0 (down is positive) and the grip low on the shaft, as a hand has them; drawn art of these
lies aslant and cannot be held.
"""

from __future__ import annotations

import math

from engine.backends.animatic.puppets.colours import tone
from engine.backends.animatic.puppets.own_cuts import DARK, RED, WOOD, Cut
from engine.backends.animatic.puppets.paper_cut import Knife, brush, closed, oval, polygon


def _shaft(knife: Knife, colour: str, low: float, top: float, wide: float) -> None:
    knife.sheet(
        brush([(0.0, low), (0.004, (low + top) / 2), (0.0, top)], (wide, wide * 0.92, wide * 0.86)), colour, drop=0.4
    )


def _broom(knife: Knife, colour: str, _: float) -> None:
    """Bristles down."""
    _shaft(knife, WOOD, -0.26, -1.0, 0.026)
    head = [(-0.035, -0.28), (0.035, -0.28), (0.085, -0.20), (0.125, 0.0), (-0.125, 0.0), (-0.085, -0.20)]
    knife.sheet(closed(head, 0.35), colour, drop=0.5)
    for y, w in ((-0.245, 0.055), (-0.205, 0.085)):
        knife.plain(brush([(-w, y), (w, y)], (0.014, 0.014)), RED)
    for k in range(5):
        x = -0.08 + 0.04 * k
        knife.tint(brush([(x * 0.7, -0.18), (x * 1.2, -0.01)], (0.006, 0.008)), tone(colour, -0.12), 0.8)


def _ink_brush(knife: Knife, colour: str, _: float) -> None:
    """A writing brush, its tip down."""
    _shaft(knife, colour, -0.26, -1.0, 0.075)
    knife.sheet(
        closed([(-0.055, -0.28), (0.055, -0.28), (0.05, -0.16), (0.0, 0.0), (-0.05, -0.16)], 0.6), "#3a3d45", drop=0.3
    )
    knife.plain(oval(0.0, -0.985, 0.045, 0.02), RED)


def _pen(knife: Knife, colour: str, _: float) -> None:
    _shaft(knife, colour, -0.20, -1.0, 0.085)
    knife.sheet(polygon([(-0.045, -0.21), (0.045, -0.21), (0.0, 0.0)]), "#c79a3f", drop=0.3)
    knife.plain(brush([(0.05, -0.95), (0.055, -0.66)], (0.022, 0.018)), "#c79a3f")


def _feather_pen(knife: Knife, colour: str, _: float) -> None:
    vane = [(0.0, -0.28), (0.09, -0.46), (0.13, -0.72), (0.06, -0.98), (0.0, -1.0), (-0.07, -0.80), (-0.08, -0.5)]
    knife.sheet(closed(vane, 0.9), colour, drop=0.4)
    knife.plain(brush([(0.0, 0.0), (0.0, -0.3), (0.03, -0.95)], (0.014, 0.022, 0.010)), tone(colour, -0.2))


def _kitchen_knife(knife: Knife, colour: str, _: float) -> None:
    """Point up, edge forward."""
    blade = [(-0.055, -0.36), (0.075, -0.36), (0.09, -0.72), (0.02, -1.0), (-0.055, -0.86)]
    knife.sheet(closed(blade, 0.35), colour, drop=0.4)
    knife.tint(
        polygon([(0.05, -0.37), (0.075, -0.36), (0.09, -0.72), (0.02, -1.0), (0.06, -0.72)]), tone(colour, 0.14), 1.0
    )
    knife.sheet(closed([(-0.05, 0.0), (0.05, 0.0), (0.055, -0.36), (-0.055, -0.36)], 0.3), "#5a3a34", drop=0.4)
    for y in (-0.09, -0.25):
        knife.plain(oval(0.0, y, 0.016, 0.016), "#d8b25a")


def _axe(knife: Knife, colour: str, _: float) -> None:
    _shaft(knife, WOOD, 0.0, -1.0, 0.06)
    head = [(-0.05, -0.96), (0.10, -0.97), (0.30, -1.04), (0.33, -0.86), (0.30, -0.70), (0.10, -0.80), (-0.05, -0.80)]
    knife.sheet(closed(head, 0.5), colour, drop=0.5)
    knife.tint(brush([(0.30, -1.03), (0.325, -0.86), (0.30, -0.71)], (0.03, 0.04, 0.03)), tone(colour, 0.13), 1.0)


def _cup(knife: Knife, colour: str, clock: float) -> None:
    """A mug with its handle away, a curl of steam over it."""
    handle = [(0.40, -0.78), (0.66, -0.72), (0.66, -0.34), (0.38, -0.26)]
    knife.sheet(brush(handle, (0.10, 0.11, 0.11, 0.10)), tone(colour, -0.05), drop=0.4)
    knife.sheet(
        closed([(-0.42, -0.92), (0.42, -0.92), (0.37, -0.10), (0.24, 0.0), (-0.24, 0.0), (-0.37, -0.10)], 0.4), colour
    )
    knife.plain(oval(0.0, -0.92, 0.42, 0.075), tone(colour, -0.08))
    knife.plain(oval(0.0, -0.91, 0.36, 0.055), "#5a3a2c")
    knife.tint(brush([(-0.41, -0.42), (0.0, -0.36), (0.40, -0.42)], (0.09, 0.10, 0.09)), tone(colour, 0.10), 0.9)


def _bowl(knife: Knife, colour: str, clock: float) -> None:
    """A bowl seen a little from above, with water in it that holds the light like a small moon."""
    knife.sheet(polygon([(-0.34, -0.12), (0.34, -0.12), (0.30, 0.0), (-0.30, 0.0)]), tone(colour, -0.08))
    knife.sheet(
        closed([(-0.92, -0.82), (0.92, -0.82), (0.74, -0.36), (0.34, -0.08), (-0.34, -0.08), (-0.74, -0.36)], 0.5),
        colour,
    )
    knife.plain(oval(0.0, -0.82, 0.92, 0.20), tone(colour, 0.06))
    knife.plain(oval(0.0, -0.80, 0.82, 0.155), "#4f7486")
    sway = 0.03 * math.sin(clock * 1.1)
    knife.plain(oval(0.12 + sway, -0.80, 0.34, 0.095), "#f4e6b4")
    knife.plain(oval(-0.46 - sway, -0.77, 0.16, 0.014), "#9fc0cc", 0.8)


def _dough(knife: Knife, colour: str, _: float) -> None:
    """A soft lump that sinks under its weight, with a fold and a dusting of flour."""
    lump = [(-0.86, -0.34), (-0.52, -0.84), (-0.06, -1.0), (0.44, -0.90), (0.84, -0.42), (0.80, -0.06), (0.0, 0.0)]
    knife.sheet(closed([*lump, (-0.82, -0.06)], 0.6), colour)
    knife.tint(brush([(-0.70, -0.14), (0.0, -0.08), (0.70, -0.14)], (0.05, 0.10, 0.05)), tone(colour, -0.08), 0.8)
    knife.tint(brush([(-0.46, -0.62), (-0.10, -0.80), (0.40, -0.76)], (0.02, 0.07, 0.02)), tone(colour, -0.08), 0.8)
    for x, y in ((-0.62, -0.40), (-0.34, -0.72), (0.10, -0.90), (0.34, -0.60), (0.62, -0.40), (-0.42, -0.26)):
        knife.plain(oval(x, y, 0.035, 0.025), "#fbf6ea")


def _phone(knife: Knife, colour: str, _: float) -> None:
    knife.sheet(closed([(-0.26, -1.0), (0.26, -1.0), (0.26, 0.0), (-0.26, 0.0)], 0.22), colour)
    knife.plain(polygon([(-0.21, -0.93), (0.21, -0.93), (0.21, -0.08), (-0.21, -0.08)]), "#a9cdd6")
    knife.plain(polygon([(-0.15, -0.84), (0.10, -0.84), (0.10, -0.76), (-0.15, -0.76)]), "#f2ede0")
    knife.plain(polygon([(-0.10, -0.66), (0.15, -0.66), (0.15, -0.58), (-0.10, -0.58)]), "#6fae7c")


def _phone_back(knife: Knife, colour: str, _: float) -> None:
    knife.sheet(closed([(-0.26, -1.0), (0.26, -1.0), (0.26, 0.0), (-0.26, 0.0)], 0.22), tone(colour, 0.06))
    knife.plain(oval(0.13, -0.88, 0.05, 0.05), DARK)


def _open_book(knife: Knife, colour: str, _: float) -> None:
    """Its covers toward us, the pages' edge above them."""
    pages = [
        (-0.66, -0.90),
        (-0.30, -1.0),
        (0.0, -0.92),
        (0.30, -1.0),
        (0.66, -0.90),
        (0.66, -0.10),
        (0.0, -0.06),
        (-0.66, -0.10),
    ]
    knife.sheet(closed(pages, 0.3), "#f1e8d2", drop=0.5)
    for side in (-1, 1):
        cover = [(0.0, -0.82), (side * 0.70, -0.86), (side * 0.72, -0.02), (0.0, 0.0)]
        knife.sheet(polygon(cover), tone(colour, 0.02 * side), drop=0.3)
        frame = [(side * 0.12, -0.66), (side * 0.60, -0.69), (side * 0.60, -0.18), (side * 0.12, -0.16)]
        knife.tint(polygon(frame), tone(colour, 0.075), 0.9)
    knife.plain(brush([(0.0, -0.84), (0.0, 0.0)], (0.05, 0.05)), tone(colour, -0.10))


def _candle(knife: Knife, colour: str, clock: float) -> None:
    flick = 0.02 * math.sin(clock * 11) + 0.012 * math.sin(clock * 27)
    knife.plain(oval(0, -0.84, 0.22, 0.20), "#f2cf7a", 0.24)
    knife.sheet(polygon([(-0.30, -0.16), (0.30, -0.16), (0.20, 0.0), (-0.20, 0.0)]), "#c79a3f", drop=0.4)
    knife.sheet(closed([(-0.09, -0.16), (0.09, -0.16), (0.085, -0.68), (-0.085, -0.68)], 0.25), colour)
    knife.plain(closed([(-0.085, -0.68), (-0.06, -0.55), (-0.03, -0.64), (0.02, -0.68)], 0.6), tone(colour, 0.07))
    knife.plain(
        closed([(-0.065, -0.74), (0.0, -0.69), (0.065, -0.74), (0.035, -0.86), (flick, -1.0), (-0.04, -0.86)]),
        "#e8963a",
    )
    knife.plain(closed([(-0.03, -0.74), (0.0, -0.71), (0.03, -0.74), (flick * 0.6, -0.86)]), "#f8e2a0")


def _spear(knife: Knife, colour: str, _: float) -> None:
    _shaft(knife, WOOD, 0.0, -0.88, 0.018)
    knife.sheet(
        closed([(-0.018, -0.87), (0.0, -1.0), (0.018, -0.87), (0.010, -0.84), (-0.010, -0.84)], 0.4), colour, drop=0.3
    )
    knife.sheet(
        closed([(-0.012, -0.86), (0.012, -0.86), (0.034, -0.78), (0.0, -0.80), (-0.034, -0.78)], 0.5), RED, drop=0.3
    )


def _bouquet(knife: Knife, colour: str, _: float) -> None:
    """Seven flowers in a paper cone."""
    for x, y, r, fill in ((-0.22, -0.62, 0.15, 0), (0.22, -0.62, 0.15, 1), (-0.10, -0.80, 0.16, 1), (0.12, -0.82, 0.16, 0), (0.0, -0.64, 0.16, 2), (-0.26, -0.80, 0.11, 2), (0.27, -0.80, 0.11, 2)):  # fmt: skip
        petal = (colour, tone(colour, 0.10), "#e9bd3f")[fill]
        knife.sheet(oval(x * 1.2, y - 0.12, 0.07, 0.10), "#5f8156", drop=0.2)
        knife.sheet(oval(x, y, r, r), petal, drop=0.3)
        knife.plain(oval(x, y, r * 0.36, r * 0.36), tone(petal, -0.14))
    knife.sheet(
        closed([(-0.34, -0.56), (0.0, -0.48), (0.34, -0.56), (0.07, 0.0), (-0.07, 0.0)], 0.35), "#efe2c6", drop=0.5
    )
    knife.plain(brush([(-0.14, -0.20), (0.14, -0.20)], (0.07, 0.07)), RED)


HAND: dict[str, tuple[Cut, str, float]] = {
    "broom": (_broom, "#d8b05a", 0.26), "ink-brush": (_ink_brush, "#b08a4e", 0.14), "pen": (_pen, "#3c4560", 0.14),
    "quill": (_feather_pen, "#ece6da", 0.28), "kitchen-knife": (_kitchen_knife, "#b9c0c6", 0.22), "axe": (_axe, "#8d959c", 0.74),
    "bowl": (_bowl, "#a8523a", 1.86), "dough": (_dough, "#ead6ae", 1.74), "cup": (_cup, "#d6c28a", 1.34), "phone": (_phone, "#3c3f52", 0.54), "open-book": (_open_book, "#a8523a", 1.46),
    "candle": (_candle, "#efe2c6", 0.62), "spear": (_spear, "#b9c0c6", 0.08), "bouquet": (_bouquet, "#d9788a", 0.80),
}  # fmt: skip
"""Name -> (how to cut it, its own colour, width for a height of 1)."""

HAND_GRIPS = {
    "cut:broom": 0.62, "cut:ink-brush": 0.42, "cut:pen": 0.34, "cut:quill": 0.22, "cut:kitchen-knife": 0.18, "cut:axe": 0.34, "cut:cup": 0.46, "cut:bowl": 0.40,
    "cut:phone": 0.24, "cut:open-book": 0.12, "cut:candle": 0.10, "cut:spear": 0.46, "cut:bouquet": 0.20,
}  # fmt: skip

HAND_BACKS: dict[str, Cut] = {"phone": _phone_back}
