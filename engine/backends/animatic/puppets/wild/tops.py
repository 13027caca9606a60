"""Creatures from straight above: the back and no belly, fins or wings to both sides, and a tail that beats from side to side.

Drawn about the middle, nose to the right, one unit for the creature's height as its side view is; the puppet turns the sheet to where it goes.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from engine.backends.animatic.puppets.colours import blend, tone
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, capsule, closed, oval
from engine.backends.animatic.puppets.wild.creature import CREAM, INK, Hue
from engine.backends.animatic.puppets.wild.habits import Motion

Top = Callable[[Knife, Hue, Motion], None]

_SIDES = (-1, 1)


def _spine(m: Motion, long: float, bend: float, count: int = 9) -> list[Point]:
    """From nose to tail, `long` units: it bends more and more toward the tail."""
    size = bend * long * (0.35 + 0.65 * m.going)
    steps = [i / (count - 1) for i in range(count)]
    return [(long * (0.5 - t), size * t**1.6 * math.sin(2 * math.pi * m.beat - 2.4 * t)) for t in steps]


def _back(knife: Knife, row: Sequence[Point], hue: Hue, widths: Sequence[float]) -> None:
    """The trunk with a darker ridge."""
    knife.sheet(brush(row, widths), hue.main)
    inner = list(row[1:-1])
    knife.tint(brush(inner, [0.26 * w for w in widths[1:-1]]), tone(hue.main, -0.06), 0.8)


def _eyes(knife: Knife, x: float, y: float, r: float) -> None:
    for side in _SIDES:
        knife.plain(oval(x, side * y, r, r), INK)
        knife.plain(oval(x + r * 0.2, side * (y + r * 0.2), r * 0.34, r * 0.34), CREAM)


def _fin(knife: Knife, at: Point, side: int, long: float, back: float, wide: float, colour: str) -> None:
    x, y = at
    tip = (x - back, y + side * long)
    knife.sheet(
        closed([(x + wide / 2, y), tip, (tip[0] - wide * 0.35, tip[1] - side * 0.02), (x - wide / 2, y)], 0.7),
        colour,
        drop=0.5,
    )


def _fluke(knife: Knife, end: Point, long: float, colour: str, m: Motion) -> None:
    """A whale's tail: it lies flat, so from above it is the widest thing behind."""
    beat = 1 + 0.12 * m.swing()
    half = [(-0.05, 0.17 * beat), (-0.12, 0.22 * beat)]
    lobes = [(0.10, 0.0), *half, (-0.06, 0.0), *((x, -y) for x, y in reversed(half))]
    knife.sheet(closed([(end[0] + x * long * 0.8, end[1] + y * long) for x, y in lobes], 0.6), colour)


def _veil(knife: Knife, end: Point, long: float, colour: str) -> None:
    for side in _SIDES:
        veil = [
            (end[0] + 0.10 * long, end[1]),
            (end[0] - 0.20 * long, end[1] + side * 0.20 * long),
            (end[0] - 0.26 * long, end[1] + side * 0.04 * long),
        ]
        knife.sheet(closed(veil, 0.9), colour, drop=0.4)


def _tail_fin(knife: Knife, before: Point, end: Point, long: float, colour: str) -> None:
    """A fish's tail: it stands on edge, so from above it is a stroke."""
    wide = 0.05 * long
    tip = (end[0] - 0.13 * long, end[1] + (end[1] - before[1]) * 1.8)
    knife.sheet(brush([before, end, tip], (wide * 0.6, wide, wide * 0.3)), colour, drop=0.4)


def _swimmer(long: float, girth: float, *, tail: str, fin: float, bend: float = 0.16, head: float = 0.62) -> Top:
    """A fish, a shark or a whale: `girth` is how wide it is, `tail` a fin on edge, a fluke or a veil."""
    shares = (0.10, head, 0.92, 1.0, 0.92, 0.74, 0.50, 0.28, 0.12)

    def top(knife: Knife, hue: Hue, m: Motion) -> None:
        row = _spine(m, long, bend if tail != "fluke" else 0.03)
        dark = tone(hue.main, -0.05)
        for side in _SIDES:
            _fin(
                knife,
                (row[3][0] + 0.10 * long, row[3][1] + side * girth * 0.36),
                side,
                fin,
                0.10 * long,
                0.13 * long,
                dark,
            )
        if tail == "fluke":
            _fluke(knife, row[-1], long, dark, m)
        elif tail == "veil":
            _veil(knife, row[-1], long, blend(hue.main, CREAM, 0.38))
        else:
            _tail_fin(knife, row[-2], row[-1], long, dark)
        _back(knife, row, hue, [girth * share for share in shares])
        if tail != "fluke" or fin < 0.5:
            knife.sheet(brush([row[3], row[4], row[5]], (0.01, 0.035 * long, 0.01)), dark, drop=0.4)
        _eyes(knife, row[1][0] - 0.02 * long, girth * head * 0.42, 0.022 * long)

    return top


def _koi(knife: Knife, hue: Hue, m: Motion) -> None:
    pale = Hue("#ece4d6", "#f3ece0", "#c9bfae")
    _swimmer(2.2, 0.62, tail="veil", fin=0.30)(knife, pale, m)
    row = _spine(m, 2.2, 0.16)
    for i, r in ((1, 0.17), (3, 0.24), (5, 0.17)):
        knife.tint(oval(row[i][0], row[i][1] + 0.05 * (i - 3), r * 1.2, r), hue.main, 0.95)


def _turtle(knife: Knife, hue: Hue, m: Motion) -> None:
    skin = hue.belly
    for i, (x, side) in enumerate(((0.48, 1), (0.48, -1), (-0.52, 1), (-0.52, -1))):
        reach = 0.10 * m.swing(late=0.5 * (i in (1, 2)))
        knife.sheet(
            capsule((x * 0.8, side * 0.44), (x * 1.25 + reach, side * 0.84), 0.15, 0.11), tone(skin, -0.04), drop=0.5
        )
    knife.sheet(brush([(-0.7, 0.0), (-1.02, 0.05 * m.idle(1.3))], (0.14, 0.03)), skin, drop=0.3)
    knife.sheet(capsule((0.6, 0.0), (1.02, 0.03 * m.idle(1.1)), 0.13, 0.18), skin, drop=0.5)
    _eyes(knife, 1.10, 0.11, 0.035)
    knife.sheet(oval(0.0, 0.0, 0.86, 0.70), hue.main)
    knife.tint(oval(-0.02, 0.0, 0.20, 0.17), hue.mark, 0.8)
    for i in range(6):
        a = math.pi / 6 + i * math.pi / 3
        knife.tint(oval(0.48 * math.cos(a), 0.40 * math.sin(a), 0.15, 0.13), hue.mark, 0.7)


def _lizard(long: float, girth: float) -> Top:
    def top(knife: Knife, hue: Hue, m: Motion) -> None:
        row = _spine(m, long, 0.10, 11)
        for i, at in enumerate((3, 3, 6, 6)):
            side = 1 if i % 2 else -1
            step = 0.10 * m.swing(late=0.5 * (i in (1, 2))) * m.going
            x, y = row[at]
            elbow = (x + 0.10 + step, y + side * (girth * 0.5 + 0.18))
            knife.sheet(
                brush(
                    [(x, y + side * girth * 0.3), elbow, (elbow[0] + 0.16, elbow[1] + side * 0.10)], (0.16, 0.13, 0.07)
                ),
                tone(hue.main, -0.05),
                drop=0.4,
            )
        shares = (0.34, 0.66, 0.58, 0.86, 1.0, 0.98, 0.80, 0.55, 0.36, 0.20, 0.05)
        _back(knife, row, hue, [girth * share for share in shares])
        for x, y in row[3:8]:
            knife.tint(oval(x, y, 0.05, girth * 0.24), hue.mark, 0.6)
        _eyes(knife, row[1][0], girth * 0.22, 0.045)

    return top


def _frog(knife: Knife, hue: Hue, m: Motion) -> None:
    leap = abs(math.sin(math.pi * m.beat)) * m.going
    for side in _SIDES:
        knee, foot = (
            (-0.20 - 0.4 * leap, side * (0.62 - 0.25 * leap)),
            (-0.34 - 0.75 * leap, side * (0.58 - 0.25 * leap)),
        )
        knife.sheet(brush([(-0.36, side * 0.22), knee, foot], (0.26, 0.18, 0.09)), tone(hue.main, -0.04), drop=0.5)
        knife.sheet(
            brush([(0.28, side * 0.28), (0.40, side * 0.52), (0.58, side * 0.48)], (0.14, 0.11, 0.06)),
            tone(hue.main, -0.04),
            drop=0.5,
        )
    knife.sheet(
        closed([(0.62, 0.0), (0.42, 0.30), (-0.1, 0.40), (-0.52, 0.22), (-0.52, -0.22), (-0.1, -0.40), (0.42, -0.30)]),
        hue.main,
    )
    for side in _SIDES:
        knife.sheet(oval(0.36, side * 0.24, 0.11, 0.10), tone(hue.main, 0.03), drop=0.4)
    _eyes(knife, 0.39, 0.25, 0.05)


def _snake(knife: Knife, hue: Hue, m: Motion) -> None:
    row = [
        (1.6 - 3.1 * i / 14, 0.30 * math.sin(2 * math.pi * (m.beat + i / 6.5)) * min(1.0, 0.35 + i / 10))
        for i in range(15)
    ]
    knife.sheet(brush(row, [0.22, 0.26, *([0.24] * 8), 0.20, 0.16, 0.12, 0.08, 0.03]), hue.main)
    for x, y in row[2:-2]:
        knife.tint(oval(x, y, 0.06, 0.07), hue.mark, 0.7)
    _eyes(knife, row[0][0] - 0.06, 0.08 + 0.0, 0.03)


def _primate(knife: Knife, hue: Hue, m: Motion) -> None:
    dark = tone(hue.main, -0.05)
    if hue.mark != "#2f2b30":
        sway = 0.08 * m.idle(1.7)
        knife.sheet(
            brush(
                [(-0.26, 0.0), (-0.52, 0.10 + sway), (-0.74, -0.04), (-0.86, 0.12 + sway)], (0.08, 0.075, 0.06, 0.02)
            ),
            dark,
        )
    for side in _SIDES:
        step = 0.10 * m.swing(late=0.5 * (side > 0)) * m.going
        knife.sheet(
            brush([(-0.16, side * 0.14), (-0.02 - step, side * 0.30), (0.10 - step, side * 0.26)], (0.17, 0.13, 0.07)),
            dark,
            drop=0.5,
        )
        knife.sheet(oval(0.12 - step, side * 0.26, 0.07, 0.045), hue.belly, drop=0.3)
        knife.sheet(
            brush([(0.06, side * 0.18), (0.20 + step, side * 0.34), (0.38 + step, side * 0.28)], (0.15, 0.11, 0.07)),
            hue.main,
            drop=0.5,
        )
        knife.sheet(oval(0.40 + step, side * 0.28, 0.06, 0.05), hue.belly, drop=0.3)
    trunk = closed([(-0.34, 0.0), (-0.24, 0.16), (0.04, 0.20), (0.16, 0.0), (0.04, -0.20), (-0.24, -0.16)])
    knife.sheet(trunk, hue.main)
    knife.tint(brush([(-0.28, 0.0), (-0.05, 0.0), (0.1, 0.0)], (0.02, 0.09, 0.02)), dark, 0.8)
    for side in _SIDES:
        knife.sheet(oval(0.30, side * 0.17, 0.05, 0.055), hue.belly, drop=0.3)
    knife.sheet(oval(0.44, 0.0, 0.06, 0.09), hue.belly, drop=0.2)
    knife.sheet(oval(0.31, 0.0, 0.165, 0.165), hue.main, drop=0.7)


_WING = ((0.34, 0.10), (0.42, 0.62), (0.20, 1.18), (-0.16, 1.0), (-0.22, 0.66), (-0.46, 0.56), (-0.40, 0.30), (-0.52, 0.12))  # fmt: skip
_HORN = "#d8c9a8"


def _wing(knife: Knife, hue: Hue, spread: float) -> None:
    """A dragon's wing with two fingers; a negative `spread` is the one on the left."""
    knife.sheet(closed([(x, y * spread) for x, y in _WING], 0.35), blend(hue.main, hue.mark, 0.5), drop=1.0)
    for x, y in ((-0.16, 1.0), (-0.46, 0.56)):
        knife.tint(brush([(0.40, 0.62 * spread), (x, y * spread)], (0.035, 0.012)), hue.mark, 0.8)


def _drake(knife: Knife, hue: Hue, m: Motion) -> None:
    """A dragon with wings: they shorten as they beat."""
    spread = 0.82 + 0.18 * m.swing() if m.act.value == "fly" or m.going else 0.34
    row = _spine(m, 2.5, 0.06, 11)
    for side in _SIDES:
        _wing(knife, hue, side * spread)
    x, y = row[-1]
    knife.sheet(closed([(x + 0.1, y), (x - 0.06, y + 0.14), (x - 0.26, y), (x - 0.06, y - 0.14)], 0.4), hue.mark)
    _back(knife, row, hue, (0.12, 0.20, 0.15, 0.20, 0.38, 0.44, 0.34, 0.22, 0.14, 0.09, 0.04))
    for x, y in row[2:-1]:
        knife.tint(closed([(x + 0.06, y), (x - 0.04, y + 0.04), (x - 0.04, y - 0.04)], 0.2), hue.mark, 0.9)
    for side in _SIDES:
        horn = [(1.06, side * 0.07), (0.92, side * 0.14), (0.82, side * 0.13)]
        knife.sheet(brush(horn, (0.05, 0.04, 0.01)), _HORN, drop=0.4)
    _eyes(knife, 1.08, 0.075, 0.026)


def _long(knife: Knife, hue: Hue, m: Motion) -> None:
    """A dragon of the east: all waves, with a mane, antlers and whiskers."""
    row = [
        (1.5 - 3.0 * i / 17, 0.26 * math.sin(2 * math.pi * (0.5 * m.beat + i / 7.5)) * min(1.0, 0.2 + i / 7))
        for i in range(18)
    ]
    for at in (4, 10):
        x, y = row[at]
        for side in _SIDES:
            knife.sheet(
                brush([(x, y), (x + 0.08, y + side * 0.26), (x + 0.22, y + side * 0.30)], (0.12, 0.08, 0.03)),
                tone(hue.main, -0.05),
                drop=0.4,
            )
    widths = [0.20, 0.26, *([0.25] * 8), 0.23, 0.20, 0.17, 0.14, 0.11, 0.08, 0.05, 0.02]
    knife.sheet(brush(row, widths), hue.main)
    for x, y in row[2:-1]:
        knife.tint(closed([(x + 0.07, y), (x - 0.05, y + 0.05), (x - 0.05, y - 0.05)], 0.2), hue.mark, 0.9)
    _long_head(knife, hue, *row[0])


def _long_head(knife: Knife, hue: Hue, x: float, y: float) -> None:
    for side in _SIDES:
        antler = [(x - 0.05, y + side * 0.06), (x - 0.22, y + side * 0.20), (x - 0.36, y + side * 0.18)]
        knife.sheet(brush(antler, (0.05, 0.04, 0.01)), _HORN, drop=0.4)
        whisker = [(x + 0.14, y + side * 0.06), (x + 0.10, y + side * 0.30), (x - 0.14, y + side * 0.42)]
        knife.plain(brush(whisker, (0.025, 0.018, 0.005)), hue.mark)
    skull = [(x + 0.24, y), (x + 0.06, y + 0.15), (x - 0.2, y + 0.12), (x - 0.2, y - 0.12), (x + 0.06, y - 0.15)]
    knife.sheet(closed(skull, 0.8), hue.main, drop=0.6)
    for side in _SIDES:
        knife.plain(oval(x + 0.02, y + side * 0.09, 0.03, 0.03), INK)


TOPS: dict[str, tuple[Top, float]] = {
    "fish": (_swimmer(2.2, 0.52, tail="fin", fin=0.26), 1.4), "goldfish": (_swimmer(1.9, 0.60, tail="veil", fin=0.28), 1.5), "koi": (_koi, 1.8),
    "shark": (_swimmer(3.1, 0.56, tail="fin", fin=0.62, bend=0.12, head=0.5), 2.0), "whale": (_swimmer(3.1, 0.86, tail="fluke", fin=0.50, head=0.86), 2.0),
    "dolphin": (_swimmer(2.6, 0.50, tail="fluke", fin=0.34, head=0.5), 1.7), "seal": (_swimmer(2.0, 0.56, tail="fluke", fin=0.34, head=0.6), 1.4),
    "turtle": (_turtle, 1.3), "crocodile": (_lizard(4.0, 0.72), 2.4), "lizard": (_lizard(3.0, 0.46), 1.9), "frog": (_frog, 1.4), "toad": (_frog, 1.4),
    "snake": (_snake, 2.0), "monkey": (_primate, 1.05), "ape": (_primate, 1.05), "dragon": (_drake, 1.7), "long": (_long, 1.9),
}  # fmt: skip
"""Name of the creature -> how its back is drawn, and how far from its middle that reaches (its own heights)."""
