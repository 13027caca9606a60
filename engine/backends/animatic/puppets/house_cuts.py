"""Paper-cuts of household and farm things: sacks, barrels, cupboards, wells, hoes, plates.

Each is drawn one unit high with the ground at y = 0 (down is positive), as in own_cuts.
"""

from __future__ import annotations

import math

from engine.backends.animatic.puppets.colours import tone
from engine.backends.animatic.puppets.own_cuts import DARK, GREEN, RED, STONE, WOOD, Cut
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, capsule, closed, oval, polygon


def _box(x: float, y: float, wide: float, tall: float) -> list[Point]:
    """A box with its lower left corner at (x, y)."""
    return [(x, y), (x, y - tall), (x + wide, y - tall), (x + wide, y)]


def _sack(knife: Knife, colour: str, _: float) -> None:
    knife.sheet(
        closed(
            [
                (-0.40, 0),
                (-0.48, -0.34),
                (-0.30, -0.66),
                (-0.10, -0.76),
                (0.12, -0.76),
                (0.32, -0.64),
                (0.48, -0.32),
                (0.40, 0),
            ],
            0.8,
        ),
        colour,
    )
    knife.sheet(
        closed(
            [(-0.10, -0.76), (-0.24, -0.96), (-0.06, -0.92), (0.04, -1.0), (0.14, -0.92), (0.26, -0.95), (0.12, -0.76)],
            0.6,
        ),
        tone(colour, 0.03),
    )
    knife.sheet(brush([(-0.15, -0.77), (0.0, -0.74), (0.16, -0.77)], (0.05, 0.06, 0.05)), tone(colour, -0.20), drop=0.3)
    knife.tint(polygon([(0.02, -0.22), (0.26, -0.26), (0.28, -0.06), (0.05, -0.04)]), tone(colour, -0.07), 0.8)


def _barrel(knife: Knife, colour: str, _: float) -> None:
    knife.sheet(closed([(-0.30, 0), (-0.38, -0.5), (-0.30, -1.0), (0.30, -1.0), (0.38, -0.5), (0.30, 0)], 0.6), colour)
    for x in (-0.18, 0.0, 0.18):
        knife.tint(brush([(x, -0.98), (x * 1.2, -0.5), (x, -0.02)], (0.014, 0.014, 0.014)), tone(colour, -0.16), 0.8)
    for y in (-0.14, -0.36, -0.64, -0.86):
        w = 0.385 - 0.16 * (y + 0.5) ** 2
        knife.sheet(polygon([(-w, y - 0.03), (w, y - 0.03), (w, y + 0.03), (-w, y + 0.03)]), DARK, drop=0.2)


def _shelf(knife: Knife, colour: str, _: float) -> None:
    knife.sheet(polygon(_box(-0.36, 0, 0.72, 1.0)), tone(colour, -0.14))
    for y in (0.0, -0.24, -0.48, -0.72, -0.96):
        knife.sheet(polygon(_box(-0.38, y, 0.76, 0.04)), colour, drop=0.5)
    books = ("#b8483a", "#4f6a68", "#c79a3f", "#6b5a7a", "#d8c9a8", "#5f8156")
    for row, y in enumerate((-0.04, -0.28, -0.52, -0.76)):
        for i in range(9):
            tall = 0.13 + 0.04 * math.sin(i * 2.1 + row)
            if (i + row * 2) % 5:
                knife.sheet(polygon(_box(-0.32 + 0.07 * i, y, 0.06, tall)), books[(i * 2 + row) % 6], drop=0.2)


def _cupboard(knife: Knife, colour: str, _: float) -> None:
    knife.sheet(polygon(_box(-0.34, 0, 0.68, 1.0)), colour)
    knife.sheet(polygon(_box(-0.37, -0.96, 0.74, 0.05)), tone(colour, -0.06))
    for x in (-0.30, 0.02):
        knife.sheet(polygon(_box(x, -0.06, 0.28, 0.84)), tone(colour, 0.04), drop=0.5)
        knife.plain(oval(x + (0.24 if x < 0 else 0.04), -0.48, 0.018, 0.018), "#c79a3f")


def _pillow(knife: Knife, colour: str, _: float) -> None:
    knife.sheet(
        closed(
            [
                (-1.0, -0.06),
                (-0.90, -0.5),
                (-1.0, -0.94),
                (0, -1.0),
                (1.0, -0.94),
                (0.90, -0.5),
                (1.0, -0.06),
                (0, 0.0),
            ],
            0.6,
        ),
        colour,
    )
    knife.tint(brush([(-0.8, -0.22), (0, -0.12), (0.8, -0.22)], (0.03, 0.06, 0.03)), tone(colour, -0.08), 0.8)


def _roll(knife: Knife, colour: str, _: float) -> None:
    """A rolled mat or blanket, tied."""
    knife.sheet(capsule((-1.3, -0.5), (1.3, -0.5), 0.5, 0.5), colour)
    knife.sheet(oval(1.32, -0.5, 0.42, 0.48), tone(colour, -0.06), drop=0.3)
    for r in (0.32, 0.18):
        knife.plain(oval(1.32, -0.5, r * 0.85, r), tone(colour, -0.14 if r > 0.2 else -0.02))
    for x in (-0.8, 0.5):
        knife.sheet(polygon(_box(x, 0.0, 0.14, 1.0)), tone(colour, -0.22), drop=0.3)


def _branch(knife: Knife, colour: str, clock: float) -> None:
    knife.sheet(brush([(-0.20, 0.0), (-0.02, -0.45), (0.10, -1.0)], (0.05, 0.040, 0.012)), WOOD)
    for i in range(8):
        t, side = 0.22 + 0.10 * i, -1 if i % 2 else 1
        x, y = -0.20 + 0.34 * t, -t
        sway = 0.02 * math.sin(clock * 1.2 + i)
        knife.sheet(
            brush(
                [(x, y), (x + side * 0.13 + sway, y - 0.06), (x + side * 0.28 + sway, y - 0.02)], (0.02, 0.085, 0.006)
            ),
            tone(colour, 0.03 * (i % 3)),
            drop=0.3,
        )


def _oar(knife: Knife, colour: str, _: float) -> None:
    knife.sheet(capsule((0, -0.28), (0, -0.97), 0.016, 0.018), colour)
    knife.sheet(
        closed(
            [(-0.055, -0.02), (-0.06, -0.20), (-0.014, -0.31), (0.014, -0.31), (0.06, -0.20), (0.055, -0.02), (0, 0.0)],
            0.6,
        ),
        tone(colour, 0.05),
    )


def _well(knife: Knife, colour: str, _: float) -> None:
    for side in (-1, 1):
        knife.sheet(polygon(_box(side * 0.30 - 0.03, -0.30, 0.06, 0.46)), WOOD)
    knife.sheet(capsule((-0.30, -0.62), (0.30, -0.62), 0.035, 0.035), tone(WOOD, -0.06))
    knife.plain(brush([(0.04, -0.62), (0.04, -0.34)], (0.014, 0.014)), DARK)
    knife.sheet(polygon([(-0.50, -0.70), (0.50, -0.70), (0.0, -1.0)]), "#4f5f68")
    knife.sheet(closed([(-0.42, 0), (-0.42, -0.36), (0, -0.40), (0.42, -0.36), (0.42, 0)], 0.3), colour)
    for row in range(3):
        for i in range(5):
            x = -0.36 + 0.17 * i + 0.08 * (row % 2)
            if x < 0.32:
                knife.tint(
                    polygon(_box(x, -0.02 - 0.12 * row, 0.14, 0.09)), tone(colour, 0.05 - 0.03 * ((i + row) % 3)), 0.8
                )


def _screen(knife: Knife, colour: str, _: float) -> None:
    """A folding screen of four panels with a branch of blossom."""
    for i in range(4):
        x, low = -0.60 + 0.30 * i, 0.0 if i % 2 else -0.02
        knife.sheet(
            polygon([(x, low), (x, -0.98), (x + 0.30, -1.0 + 0.02 * (i % 2)), (x + 0.30, low)]), tone(RED, -0.06)
        )
        knife.plain(
            polygon([(x + 0.025, low - 0.06), (x + 0.025, -0.93), (x + 0.275, -0.95), (x + 0.275, low - 0.06)]),
            tone(colour, -0.03 * (i % 2)),
        )
    knife.plain(brush([(-0.5, -0.2), (-0.1, -0.5), (0.45, -0.72)], (0.03, 0.022, 0.010)), DARK)
    for x, y in ((-0.3, -0.42), (-0.05, -0.58), (0.1, -0.5), (0.28, -0.72), (0.42, -0.64)):
        knife.plain(oval(x, y, 0.035, 0.035), "#d98f84")


def _plate(knife: Knife, colour: str, _: float) -> None:
    knife.sheet(oval(0, -0.5, 2.2, 0.5), colour)
    knife.plain(oval(0, -0.52, 1.5, 0.30), tone(colour, -0.06))


def _stele(knife: Knife, colour: str, _: float) -> None:
    knife.sheet(polygon(_box(-0.36, 0, 0.72, 0.14)), tone(colour, -0.05))
    knife.sheet(
        closed([(-0.25, -0.13), (-0.25, -0.86), (-0.14, -0.99), (0.14, -0.99), (0.25, -0.86), (0.25, -0.13)], 0.35),
        colour,
    )
    for i in range(3):
        for k in range(5):
            knife.tint(polygon(_box(-0.16 + 0.13 * i, -0.24 - 0.12 * k, 0.07, 0.07)), tone(colour, -0.16), 0.7)


def _bun(knife: Knife, colour: str, _: float) -> None:
    knife.sheet(closed([(-0.85, -0.05), (-0.80, -0.6), (0, -1.0), (0.80, -0.6), (0.85, -0.05), (0, 0.0)], 0.9), colour)
    for x in (-0.3, 0.0, 0.3):
        knife.tint(brush([(x * 0.3, -0.95), (x, -0.66)], (0.03, 0.05)), tone(colour, -0.09), 0.8)


def _hoe(knife: Knife, colour: str, _: float) -> None:
    knife.sheet(capsule((-0.06, 0.0), (0.04, -0.96), 0.016, 0.016), WOOD)
    knife.sheet(
        closed([(0.0, -0.99), (0.20, -0.97), (0.27, -0.80), (0.22, -0.79), (0.15, -0.90), (0.0, -0.92)], 0.4), colour
    )


def _spade(knife: Knife, colour: str, _: float) -> None:
    knife.sheet(capsule((0, -0.30), (0, -0.95), 0.018, 0.016), WOOD)
    knife.sheet(capsule((-0.07, -0.98), (0.07, -0.98), 0.020, 0.020), WOOD)
    knife.sheet(closed([(-0.10, -0.32), (-0.11, -0.10), (0, 0.0), (0.11, -0.10), (0.10, -0.32)], 0.5), colour)


def _rake(knife: Knife, colour: str, _: float) -> None:
    knife.sheet(capsule((0, -0.10), (0, -0.97), 0.014, 0.014), WOOD)
    knife.sheet(polygon(_box(-0.17, -0.08, 0.34, 0.04)), colour)
    for i in range(6):
        knife.plain(polygon(_box(-0.165 + 0.061 * i, 0.0, 0.02, 0.10)), colour)


def _gourd(knife: Knife, colour: str, _: float) -> None:
    knife.sheet(oval(0, -0.30, 0.30, 0.30), colour)
    knife.sheet(oval(0, -0.68, 0.20, 0.20), tone(colour, 0.03), drop=0.4)
    knife.sheet(brush([(0, -0.86), (0.02, -1.0)], (0.06, 0.04)), WOOD)
    knife.sheet(brush([(-0.15, -0.50), (0, -0.47), (0.15, -0.50)], (0.05, 0.06, 0.05)), RED, drop=0.3)


def _swing(knife: Knife, colour: str, clock: float) -> None:
    for side in (-1, 1):
        knife.sheet(brush([(side * 0.55, 0), (side * 0.42, -1.0)], (0.045, 0.040)), colour)
    knife.sheet(capsule((-0.48, -0.97), (0.48, -0.97), 0.024, 0.024), tone(colour, -0.05))
    sway = 0.05 * math.sin(clock * 1.4)
    for side in (-1, 1):
        knife.plain(brush([(side * 0.15, -0.96), (side * 0.15 + sway, -0.24)], (0.010, 0.010)), "#c9b78f")
    knife.sheet(polygon(_box(-0.19 + sway, -0.21, 0.38, 0.035)), tone(colour, 0.06))


def _hearth(knife: Knife, colour: str, clock: float) -> None:
    knife.sheet(polygon(_box(-0.46, 0, 0.92, 0.92)), colour)
    knife.sheet(polygon(_box(-0.54, -0.90, 1.08, 0.10)), WOOD)
    knife.plain(closed([(-0.27, 0), (-0.27, -0.42), (0, -0.60), (0.27, -0.42), (0.27, 0)], 0.4), DARK)
    for w, h, fill in ((0.17, 0.42, "#d9602f"), (0.11, 0.30, "#e9963a"), (0.06, 0.18, "#f6d98a")):
        lean = 0.02 * math.sin(clock * 7 + w * 30)
        knife.plain(closed([(-w, -0.03), (-w * 0.7, -h * 0.5), (lean, -h), (w * 0.7, -h * 0.45), (w, -0.03)]), fill)


def _bin(knife: Knife, colour: str, _: float) -> None:
    knife.sheet(polygon([(-0.30, 0), (-0.36, -0.84), (0.36, -0.84), (0.30, 0)]), colour)
    for x in (-0.18, 0.0, 0.18):
        knife.tint(brush([(x, -0.78), (x * 0.86, -0.06)], (0.03, 0.03)), tone(colour, -0.10), 0.8)
    knife.sheet(
        closed([(-0.42, -0.83), (-0.36, -0.92), (0, -1.0), (0.36, -0.92), (0.42, -0.83)], 0.5), tone(colour, -0.05)
    )


def _curtain(knife: Knife, colour: str, clock: float) -> None:
    sway = 0.01 * math.sin(clock * 0.9)
    for side in (-1, 1):
        edge = [
            (side * 0.42, 0),
            (side * 0.42, -0.95),
            (side * 0.04, -0.95),
            (side * 0.10, -0.5),
            (side * 0.28 + sway, -0.32),
            (side * 0.20 + sway, 0),
        ]
        knife.sheet(closed(edge, 0.35), colour)
        for k in (0.16, 0.28, 0.36):
            knife.tint(brush([(side * k, -0.93), (side * (k + 0.04), -0.05)], (0.012, 0.016)), tone(colour, -0.09), 0.7)
    knife.sheet(capsule((-0.50, -0.96), (0.50, -0.96), 0.022, 0.022), WOOD)


def _rug(knife: Knife, colour: str, _: float) -> None:
    knife.sheet(closed([(-4.6, 0), (-4.1, -1.0), (4.1, -1.0), (4.6, 0)], 0.15), colour)
    knife.tint(polygon([(-3.9, -0.16), (-3.6, -0.84), (3.6, -0.84), (3.9, -0.16)]), tone(colour, 0.08), 0.9)
    knife.tint(polygon([(-3.3, -0.30), (-3.1, -0.70), (3.1, -0.70), (3.3, -0.30)]), tone(colour, -0.06), 0.9)


HOUSE: dict[str, tuple[Cut, str, float]] = {
    "sack": (_sack, "#c2a574", 1.0), "barrel": (_barrel, WOOD, 0.80), "shelf": (_shelf, WOOD, 0.78), "cupboard": (_cupboard, WOOD, 0.76),
    "pillow": (_pillow, "#e4d9c4", 2.04), "roll": (_roll, "#c9ad72", 3.6), "branch": (_branch, GREEN, 0.72), "oar": (_oar, WOOD, 0.14),
    "well": (_well, STONE, 1.04), "screen": (_screen, "#e6d8b6", 1.24), "plate": (_plate, "#e4e0d6", 4.5), "stele": (_stele, STONE, 0.74),
    "bun": (_bun, "#efe4d0", 1.76), "hoe": (_hoe, "#7d8288", 0.36), "spade": (_spade, "#7d8288", 0.26), "rake": (_rake, "#7d8288", 0.38),
    "gourd": (_gourd, "#c79a4f", 0.64), "swing": (_swing, WOOD, 1.2), "hearth": (_hearth, "#a5694f", 1.1), "bin": (_bin, "#6f7a7f", 0.88),
    "curtain": (_curtain, RED, 1.06), "rug": (_rug, RED, 9.4),
}  # fmt: skip
"""Name -> (how to cut it, its own colour, width for a height of 1)."""
