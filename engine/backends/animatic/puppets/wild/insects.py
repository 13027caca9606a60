"""Insects and their neighbours: butterfly, moth, bee, wasp, firefly, dragonfly, ladybird, ant, spider, snail, worm. One unit high."""

from __future__ import annotations

import math

from engine.backends.animatic.puppets.colours import blend, tone
from engine.backends.animatic.puppets.outline import bent, shape
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, capsule, closed, oval
from engine.backends.animatic.puppets.wild.creature import CREAM, INK, Hue, Kind, eye, smile
from engine.backends.animatic.puppets.wild.habits import Motion


def _feelers(knife: Knife, at: Point, reach: Point, colour: str = INK, knob: float = 0.022) -> None:
    x, y = at
    for turn in (0.0, 0.10):
        tip = (x + reach[0] - turn, y + reach[1] - turn * 0.3)
        knife.plain(
            brush([at, (x + reach[0] * 0.3 - turn * 0.5, y + reach[1] * 0.8), tip], (0.022, 0.016, 0.010)), colour
        )
        knife.plain(oval(*tip, knob, knob), colour)


def _butterfly(knife: Knife, hue: Hue, m: Motion) -> None:
    """Both pairs of wings shut and open about the body, as a card does on its fold."""
    open_ = (
        0.18 + 0.82 * (0.5 + 0.5 * math.sin(2 * math.pi * m.beat * 0.35))
        if m.going or m.act.value == "fly"
        else 0.55 + 0.42 * m.idle(1.3)
    )
    lower = ".02 -.46, .24 -.50, .46 -.34, .42 -.10, .24 .0, .10 -.16"
    upper = ".02 -.52, .14 -.84, .46 -1.0, .68 -.92, .62 -.62, .38 -.44, .10 -.42"
    for side in (-1, 1):
        wide = side * max(0.2, open_) * (0.8 if side < 0 else 1.0)
        far = side < 0
        knife.sheet(bent(lower, lambda x, y, w=wide: (x * w, y)), tone(hue.mark, -0.03 if far else 0.02), drop=0.3)
        knife.sheet(bent(upper, lambda x, y, w=wide: (x * w, y)), tone(hue.main, -0.05 if far else 0.0), drop=0.4)
        knife.tint(bent(".62 -.92, .68 -.92, .62 -.62, .5 -.52, .54 -.74", lambda x, y, w=wide: (x * w, y)), INK, 0.7)
        for x, y, r in ((0.40, -0.78, 0.07), (0.30, -0.58, 0.05), (0.28, -0.20, 0.055)):
            knife.tint(oval(x * wide, y, r * abs(wide), r), hue.belly, 0.9)
    knife.sheet(capsule((0.0, -0.60), (0.0, -0.22), 0.045, 0.025), INK, drop=0.3)
    knife.sheet(oval(0.0, -0.65, 0.05, 0.05), INK, drop=0.1)
    _feelers(knife, (0.02, -0.68), (0.16, -0.22), INK, 0.016)


def _wings(knife: Knife, root: Point, long: float, m: Motion, lift: float = 0.0) -> None:
    """Two clear wings that blur when they beat."""
    for late in (0.0, 0.18):
        a = math.radians(112 + 42 * m.swing(late=late) + lift)
        tip = (root[0] + math.cos(a) * long, root[1] - math.sin(a) * long)
        nx, ny = -math.sin(a) * long * 0.26, -math.cos(a) * long * 0.26
        mid = ((root[0] + 2 * tip[0]) / 3, (root[1] + 2 * tip[1]) / 3)
        wing = [root, (mid[0] + nx, mid[1] + ny), tip, (mid[0] - nx * 0.8, mid[1] - ny * 0.8)]
        knife.plain(closed(wing), "#e6ecec", 0.72)
        knife.plain(brush([root, mid, tip], (0.014, 0.010, 0.004)), "#8d9ca6", 0.7)


def _striped(knife: Knife, hue: Hue, outline: str, bands: tuple[float, ...], wide: float) -> None:
    knife.sheet(shape(outline), hue.main)
    knife.canvas.save()
    knife.canvas.clipPath(shape(outline), doAntiAlias=True)
    for x in bands:
        knife.tint(
            brush([(x + 0.03, -1.0), (x - 0.03, -0.45), (x + 0.03, 0.0)], (wide, wide * 1.15, wide)), hue.mark, 0.95
        )
    knife.canvas.restore()


def _bee(knife: Knife, hue: Hue, m: Motion) -> None:
    _wings(knife, (0.04, -0.66), 0.42, m)
    knife.sheet(shape("-.56 -.36, -.72 -.32, -.56 -.28", 0.2), INK, drop=0.1)
    _striped(
        knife,
        hue,
        ".30 -.62, .06 -.70, -.26 -.64, -.54 -.44, -.58 -.32, -.42 -.18, -.10 -.10, .20 -.16, .34 -.36",
        (0.06, -0.18, -0.42),
        0.12,
    )
    for x in (-0.12, 0.04, 0.20):
        knife.plain(brush([(x, -0.14), (x - 0.05, -0.05), (x - 0.02, 0.02)], (0.04, 0.03, 0.02)), INK)
    knife.sheet(oval(0.40, -0.44, 0.23, 0.22), tone(hue.mark, 0.03))
    _feelers(knife, (0.48, -0.62), (0.16, -0.18))
    eye(knife, 0.48, -0.46, 0.085, m)
    smile(knife, 0.54, -0.31, 0.045, m, CREAM)


def _wasp(knife: Knife, hue: Hue, m: Motion) -> None:
    _wings(knife, (0.16, -0.62), 0.52, m, 18)
    knife.sheet(shape("-.74 -.14, -.92 -.04, -.72 -.20", 0.2), INK, drop=0.1)
    _striped(
        knife,
        hue,
        "-.06 -.52, -.22 -.60, -.46 -.50, -.72 -.24, -.76 -.14, -.56 -.16, -.26 -.32, -.10 -.44",
        (-0.24, -0.42, -0.60),
        0.09,
    )
    knife.sheet(oval(0.16, -0.52, 0.19, 0.16), INK)
    for x in (0.06, 0.16, 0.28):
        knife.plain(brush([(x, -0.40), (x - 0.10, -0.24), (x - 0.02, -0.10)], (0.03, 0.024, 0.014)), INK)
    knife.sheet(oval(0.42, -0.58, 0.15, 0.17), hue.main)
    _feelers(knife, (0.48, -0.72), (0.20, -0.16))
    eye(knife, 0.46, -0.60, 0.065, m)


def _firefly(knife: Knife, hue: Hue, m: Motion) -> None:
    """Its lantern swells and fades."""
    burn = 0.55 + 0.45 * m.idle(2.1)
    for r, a in ((0.62, 0.10), (0.42, 0.16), (0.28, 0.3)):
        knife.plain(oval(-0.36, -0.34, r, r * 0.9), "#f2e08a", a * burn)
    _wings(knife, (0.10, -0.60), 0.46, m)
    knife.sheet(
        shape("-.18 -.50, -.42 -.50, -.58 -.34, -.46 -.20, -.18 -.20"), blend("#c9a63f", "#f7edaa", burn), drop=0.2
    )
    knife.sheet(shape(".34 -.56, .10 -.64, -.30 -.54, -.30 -.20, .10 -.18, .32 -.30"), hue.main)
    knife.tint(brush([(0.30, -0.42), (0.0, -0.44), (-0.30, -0.38)], (0.01, 0.024, 0.01)), hue.mark, 0.9)
    knife.sheet(oval(0.38, -0.44, 0.15, 0.15), hue.mark)
    _feelers(knife, (0.44, -0.56), (0.18, -0.20))
    eye(knife, 0.43, -0.46, 0.065, m)


def _dragonfly(knife: Knife, hue: Hue, m: Motion) -> None:
    beat = 0.5 + 0.5 * m.swing() if m.going or m.act.value == "fly" else 0.8 + 0.1 * m.idle(2.0)
    for root, back, far in ((0.12, -0.38, True), (0.28, -0.06, True), (0.10, -0.52, False), (0.26, -0.20, False)):
        up = (0.42 * beat + 0.08) * (1.0 if far else -0.55)
        tip = (root + back, -0.62 - up)
        knife.plain(
            brush(
                [
                    (root, -0.62),
                    ((root + tip[0]) / 2, (-0.62 + tip[1]) / 2),
                    (tip[0] * 0.9 + root * 0.1, tip[1] * 0.9 - 0.062),
                    tip,
                ],
                (0.03, 0.12, 0.14, 0.03),
            ),
            "#dfe9e6",
            0.7 if far else 0.85,
        )
        knife.plain(oval(tip[0] * 0.94 + root * 0.06, tip[1], 0.03, 0.014), hue.mark, 0.8)
    knife.sheet(
        brush(
            [(0.30, -0.62), (-0.2, -0.60), (-0.7, -0.54), (-1.02, -0.48 + 0.04 * m.idle(1.8))],
            (0.16, 0.085, 0.06, 0.05),
        ),
        hue.main,
    )
    for i in range(5):
        knife.tint(oval(-0.15 - 0.17 * i, -0.595 + 0.022 * i, 0.016, 0.05), hue.mark, 0.9)
    knife.sheet(oval(0.24, -0.62, 0.17, 0.13), hue.main)
    knife.sheet(oval(0.46, -0.63, 0.12, 0.12), hue.mark)
    eye(knife, 0.49, -0.67, 0.085, m)


def _ladybird(knife: Knife, hue: Hue, m: Motion) -> None:
    for i in range(3):
        x = -0.30 + 0.28 * i
        lift = 0.06 * max(0.0, m.swing(late=i / 3)) * m.going
        knife.plain(brush([(x, -0.22), (x + 0.08, -0.12 - lift), (x + 0.04, -lift)], (0.06, 0.05, 0.03)), INK)
    if m.act.value == "fly":
        _wings(knife, (0.0, -0.70), 0.62, m)
    knife.sheet(oval(0.56, -0.36, 0.22, 0.24), INK)
    dome = ".52 -.20, .54 -.52, .34 -.84, -.02 -.98, -.40 -.86, -.64 -.52, -.66 -.20, -.06 -.12"
    knife.sheet(shape(dome, 0.8), hue.main)
    for x, y, r in (
        (0.24, -0.62, 0.09),
        (-0.10, -0.78, 0.08),
        (-0.14, -0.40, 0.10),
        (-0.44, -0.54, 0.085),
        (0.28, -0.30, 0.07),
        (-0.46, -0.26, 0.06),
    ):
        knife.tint(oval(x, y, r, r), hue.mark, 0.95)
    _feelers(knife, (0.62, -0.56), (0.18, -0.22))
    eye(knife, 0.63, -0.40, 0.085, m)


def _ant(knife: Knife, hue: Hue, m: Motion) -> None:
    for i in range(6):
        far = i < 3
        x = -0.02 + 0.12 * (i % 3)
        step = m.swing(late=0.5 * ((i + far) % 2)) * m.going
        foot = (
            x + (-0.40, 0.10, 0.44)[i % 3] + 0.14 * step,
            -0.10 * max(0.0, math.cos(2 * math.pi * m.beat + math.pi * (i + far))) * m.going,
        )
        knee = (x + (-0.30, 0.06, 0.30)[i % 3] + 0.08 * step, -0.66 + 0.06 * far)
        knife.plain(brush([(x, -0.42), knee, foot], (0.06, 0.05, 0.025)), tone(hue.main, 0.06 if far else 0.0))
    knife.sheet(oval(-0.52, -0.46, 0.34, 0.26), hue.main)
    for x in (-0.44, -0.60):
        knife.tint(brush([(x, -0.70), (x - 0.05, -0.46), (x, -0.22)], (0.012, 0.02, 0.012)), hue.mark, 0.9)
    knife.sheet(capsule((-0.20, -0.46), (0.26, -0.50), 0.10, 0.14), hue.main, drop=0.4)
    knife.sheet(shape(".34 -.66, .52 -.84, .78 -.78, .84 -.56, .66 -.42, .42 -.46"), hue.main)
    for reach in (0.22, 0.34):
        knife.plain(
            brush(
                [(0.66, -0.78), (0.70 + reach * 0.3, -1.02), (0.72 + reach, -0.94 + 0.04 * m.idle(3))],
                (0.03, 0.025, 0.015),
            ),
            hue.main,
        )
    knife.plain(brush([(0.80, -0.54), (0.92, -0.46), (0.86, -0.40)], (0.05, 0.04, 0.01)), hue.mark)
    eye(knife, 0.66, -0.64, 0.085, m)


def _spider(knife: Knife, hue: Hue, m: Motion) -> None:
    """From the front or above: eight bowed legs, a round back."""
    for side in (-1, 1):
        for i in range(4):
            step = 0.08 * m.swing(late=0.5 * ((i + (side > 0)) % 2)) * m.going
            out = (0.74, 0.90, 0.86, 0.62)[i]
            foot = (side * (out + step), (-0.02, -0.02, -0.02, -0.02)[i] - 0.05 * max(0.0, step * 10) * 0.5)
            knee = (side * (0.46 + 0.08 * i), (-0.58, -0.82, -0.96, -1.0)[i] + step * 0.4)
            knife.sheet(
                brush([(side * 0.14, -0.42 - 0.04 * i), knee, foot], (0.075, 0.06, 0.022)),
                tone(hue.main, -0.03 * (i % 2)),
                drop=0.3,
            )
    knife.sheet(oval(0.0, -0.60, 0.34, 0.32), hue.main)
    for y, w in ((-0.78, 0.07), (-0.66, 0.11), (-0.54, 0.09)):
        knife.tint(brush([(-w, y + 0.04), (0, y - 0.03), (w, y + 0.04)], (0.02, 0.045, 0.02)), hue.mark, 0.9)
    knife.sheet(oval(0.0, -0.32, 0.20, 0.18), tone(hue.main, 0.03))
    for x, y, r in ((-0.08, -0.36, 0.06), (0.08, -0.36, 0.06)):
        eye(knife, x, y, r, m)
    for side in (-1, 1):
        knife.plain(
            brush([(side * 0.05, -0.20), (side * 0.08, -0.14), (side * 0.04, -0.09)], (0.04, 0.035, 0.008)),
            tone(hue.main, -0.08),
        )


def _snail(knife: Knife, hue: Hue, m: Motion) -> None:
    stretch = 0.05 * m.swing()
    foot = "-.86 .0, -.70 -.12, -.2 -.16, .34 -.18, .54 -.46, .66 -.62, .86 -.58, .92 -.40, .84 -.14, .74 .0"
    for x in (0.70, 0.82):
        tip = (x + 0.10, -0.94 + 0.03 * m.idle(1.4, x * 9))
        knife.plain(brush([(x, -0.54), tip], (0.06, 0.035)), tone(hue.belly, -0.04))
        eye(knife, tip[0], tip[1], 0.05, m)
    knife.sheet(bent(foot, lambda x, y: (x * (1 + stretch), y)), hue.belly)
    knife.sheet(oval(-0.10, -0.54, 0.50, 0.46), hue.main)
    spiral = [
        (-0.10 + 0.40 * (1 - t) * math.cos(9.5 * t), -0.54 + 0.37 * (1 - t) * math.sin(9.5 * t))
        for t in (i / 18 for i in range(18))
    ]
    knife.tint(brush(spiral, [0.045 - 0.0015 * i for i in range(18)]), hue.mark, 0.85)
    smile(knife, 0.82, -0.36, 0.05, m)


def _worm(knife: Knife, hue: Hue, m: Motion) -> None:
    """A caterpillar: it draws itself together and stretches."""
    hump = 0.10 + 0.16 * (0.5 - 0.5 * math.cos(2 * math.pi * m.beat)) * m.going
    row = [(-0.95 + 0.31 * i, -0.30 - hump * math.sin(math.pi * i / 6) * (1 + (i % 2) * 0.1)) for i in range(7)]
    for x, y in row[:6]:
        knife.plain(brush([(x, y + 0.16), (x + 0.02, min(0.0, y + 0.36))], (0.10, 0.07)), hue.mark)
    for i, (x, y) in enumerate(row):
        r = 0.26 + 0.02 * (i % 2)
        knife.sheet(oval(x, y, r, r), tone(hue.main, 0.035 * (i % 2)), drop=0.5)
    x, y = row[-1]
    knife.sheet(oval(x + 0.06, y - 0.22, 0.32, 0.32), hue.main)
    _feelers(knife, (x + 0.10, y - 0.50), (0.14, -0.20), INK, 0.03)
    eye(knife, x + 0.18, y - 0.26, 0.10, m)
    smile(knife, x + 0.24, y - 0.08, 0.06, m)


def _gnat(knife: Knife, hue: Hue, m: Motion) -> None:
    """A fly or a mosquito: a dark drop, two clear wings, eyes that are half of it."""
    for x in (-0.10, 0.06, 0.20):
        knife.plain(brush([(x, -0.30), (x - 0.16, -0.16), (x - 0.06, 0.0)], (0.045, 0.035, 0.02)), INK)
    _wings(knife, (0.06, -0.58), 0.62, m, 24)
    knife.sheet(shape("-.02 -.54, -.34 -.52, -.62 -.34, -.48 -.22, -.14 -.22, .04 -.34"), hue.mark)
    knife.sheet(oval(0.12, -0.46, 0.24, 0.21), hue.main)
    knife.sheet(oval(0.42, -0.50, 0.20, 0.20), tone(hue.main, 0.05))
    eye(knife, 0.48, -0.54, 0.13, m)
    knife.plain(brush([(0.52, -0.36), (0.62, -0.18)], (0.035, 0.012)), INK)


def _cricket(knife: Knife, hue: Hue, m: Motion) -> None:
    """Long hind legs folded like a roof, wings laid back, two long feelers."""
    leap = abs(math.sin(math.pi * m.beat)) * m.going
    for far in (True, False):
        colour = tone(hue.main, -0.05 if far else 0.0)
        for x in (0.16, 0.40):
            knife.plain(
                brush([(x, -0.30), (x + 0.10, -0.18), (x + 0.06 + 0.05 * far, 0.0)], (0.055, 0.045, 0.025)), colour
            )
        knee = (-0.58 - 0.3 * leap, -0.98 + 0.55 * leap)
        knife.sheet(
            brush([(-0.16, -0.36), knee, (-0.84 - 0.5 * leap, -0.02 + 0.05 * leap)], (0.20, 0.075, 0.04)),
            colour,
            drop=0.4,
        )
        if far:
            knife.sheet(shape(".46 -.56, .10 -.58, -.56 -.46, -1.0 -.30, -.56 -.22, .10 -.22, .44 -.30"), hue.main)
            knife.sheet(shape(".26 -.58, -.30 -.54, -1.10 -.30, -.40 -.34, .20 -.40", 0.7), hue.mark, drop=0.4)
    knife.sheet(oval(0.54, -0.46, 0.21, 0.21), tone(hue.main, 0.03))
    for reach in (0.0, 0.12):
        knife.plain(
            brush(
                [(0.64, -0.62), (0.70 - reach, -0.98), (0.30 - reach, -1.12 + 0.03 * m.idle(2.2))],
                (0.022, 0.016, 0.006),
            ),
            INK,
        )
    eye(knife, 0.60, -0.50, 0.085, m)


def _starfish(knife: Knife, hue: Hue, m: Motion) -> None:
    tips = [
        (
            0.50 * math.sin(i * math.tau / 10) * (1.0 if i % 2 == 0 else 0.46),
            -0.50 - 0.50 * math.cos(i * math.tau / 10) * (1.0 if i % 2 == 0 else 0.46),
        )
        for i in range(10)
    ]
    knife.sheet(closed([(x + 0.012 * m.idle(1.3, i), y) for i, (x, y) in enumerate(tips)], 0.75), hue.main)
    for i in range(5):
        a = i * math.tau / 5
        for t in (0.16, 0.26, 0.35):
            knife.tint(oval(math.sin(a) * t, -0.50 - math.cos(a) * t, 0.022, 0.022), hue.belly, 0.9)
    for side in (-1, 1):
        eye(knife, side * 0.085, -0.54, 0.05, m)
    smile(knife, 0.0, -0.44, 0.05, m)


INSECTS: dict[str, Kind] = {
    "butterfly": Kind(_butterfly, 1.4, Hue("#d98b45", "#f2dca0", "#b8603f"), "flutter", (0.0, 0.6, 0.9), turns=False),
    "moth": Kind(_butterfly, 1.4, Hue("#b3a088", "#e2d5bb", "#8d7a66"), "flutter", (0.0, 0.6, 0.9), turns=False),
    "bee": Kind(_bee, 1.45, Hue("#e0ad45", "#f2dfb0", "#4a3a34"), "flutter", (0.35, 0.45, 0.8), reach=0.2),
    "wasp": Kind(_wasp, 1.9, Hue("#d9b53f", "#f2dfb0", "#3d3332"), "flutter", (0.4, 0.55, 0.7), reach=0.2),
    "firefly": Kind(_firefly, 1.4, Hue("#5a4a44", "#d9c48a", "#8f4a3c"), "flutter", (0.3, 0.45, 0.7), reach=0.3, glow=(0.9, 0.35)),
    "dragonfly": Kind(_dragonfly, 2.2, Hue("#3f7f86", "#cfe0d6", "#c0573f"), "flutter", (0.45, 0.62, 0.7), reach=0.2),
    "ladybird": Kind(_ladybird, 1.5, Hue("#c4473a", "#e8c9a0", "#33292c"), "scuttle", (0.55, 0.45, 0.8), reach=0.25),
    "ant": Kind(_ant, 2.0, Hue("#5f3d34", "#8f6a54", "#3f2a28"), "scuttle", (0.62, 0.62, 0.7), reach=0.15),
    "spider": Kind(_spider, 2.0, Hue("#4d4350", "#8d7f8c", "#c0573f"), "scuttle", (0.0, 0.45, 0.8), turns=False, reach=0.15),
    "gnat": Kind(_gnat, 1.4, Hue("#4a4a55", "#8d8f99", "#5f6a6a"), "flutter", (0.42, 0.5, 0.7), reach=0.3),
    "cricket": Kind(_cricket, 2.1, Hue("#7f9a4f", "#d5d9a5", "#5f7d40"), "hop", (0.56, 0.5, 0.6), reach=0.4),
    "starfish": Kind(_starfish, 1.05, Hue("#d98b5a", "#f0cfa5", "#b5673f"), "scuttle", (0.0, 0.52, 0.5), turns=False),
    "snail": Kind(_snail, 1.9, Hue("#b5824f", "#d9c79a", "#7d5638"), "scuttle", (0.8, 0.55, 0.8)),
    "caterpillar": Kind(_worm, 2.5, Hue("#8aa860", "#d5dcab", "#5f7d48"), "scuttle", (0.95, 0.5, 0.9), reach=0.2),
}  # fmt: skip
"""Name -> how it is cut."""
