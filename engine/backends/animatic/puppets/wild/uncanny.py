"""Who is nobody's animal: ghost, robot, alien, snowman, scarecrow. They have a front, a side and a back. One unit high."""

from __future__ import annotations

import math

from engine.backends.animatic.puppets.colours import blend, tone
from engine.backends.animatic.puppets.outline import bent, shape
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, capsule, closed, oval, polygon
from engine.backends.animatic.puppets.wild.creature import CREAM, INK, Hue, Kind, eye, smile
from engine.backends.animatic.puppets.wild.habits import Motion

STRAW = "#d9b569"


def _turned(m: Motion, reach: float) -> float:
    """How far a face slides to the side (the drawing is mirrored when it faces left)."""
    return reach * m.side


def _ghost(knife: Knife, hue: Hue, m: Motion) -> None:
    """A sheet with somebody under it: the hem waves, the arms are up in sorrow and joy alike."""

    def wave(x: float, y: float) -> Point:
        low = max(0.0, y + 0.5) / 0.5
        return x + low * (0.05 * math.sin(5 * y + 2 * math.pi * m.beat) - 0.22 * m.going), y

    for side in (-1, 1):
        up = 0.10 + 0.10 * m.idle(1.4, side) + 0.25 * m.raise_ * (side > 0)
        arm = [(side * 0.18, -0.60), (side * 0.34, -0.60 - up * 0.4), (side * 0.42, -0.62 - up)]
        knife.sheet(brush(arm, (0.20, 0.15, 0.08)), tone(hue.main, -0.03 if side < 0 else 0.0), drop=0.3)
    body = ".0 -1.0, .20 -.94, .28 -.76, .28 -.44, .36 -.06, .26 -.12, .18 .0, .08 -.10, -.02 .0, -.12 -.10, -.22 .0, -.30 -.08, -.34 -.02, -.28 -.44, -.28 -.76, -.20 -.94"
    knife.sheet(bent(body, wave, 0.8), hue.main)
    for x in (-0.14, 0.06):
        knife.tint(
            brush([wave(x, -0.44), wave(x + 0.02, -0.26), wave(x + 0.05, -0.08)], (0.01, 0.04, 0.01)), hue.mark, 0.5
        )
    if m.front < -0.3:
        return
    shift = _turned(m, 0.08)
    for side in (-1, 1):
        big = 0.048 * (1.2 if m.mood in ("surprised", "afraid") else 1.0)
        if m.shut > 0.6:
            eye(knife, shift + side * 0.09, -0.74, big, m, white=False)
        else:
            knife.plain(oval(shift + side * 0.09, -0.74, big, big * 1.5), INK)
            knife.plain(oval(shift + side * 0.09 - big * 0.3, -0.77, big * 0.3, big * 0.4), CREAM)
        knife.tint(oval(shift + side * 0.16, -0.66, 0.04, 0.026), "#dba7a0", 0.7)
    if m.gape > 0.15:
        knife.plain(oval(shift, -0.61, 0.035, 0.02 + 0.05 * m.gape), INK)
    else:
        smile(knife, shift, -0.63, 0.045, m)


def _feet_of(m: Motion, reach: float, lift: float) -> tuple[Point, Point]:
    out: list[Point] = []
    for late in (0.0, 0.5):
        t = (m.beat - late) % 1.0
        if not m.going:
            out.append((0.0, 0.0))
        elif t < 0.6:
            out.append((reach * (0.5 - t / 0.6), 0.0))
        else:
            out.append((reach * ((t - 0.6) / 0.4 - 0.5), lift * math.sin(math.pi * (t - 0.6) / 0.4)))
    return out[0], out[1]


def _robot(knife: Knife, hue: Hue, m: Motion) -> None:
    """Boxes and tubes; legs step, arms oppose, a lamp breathes in the chest, the head turns before the body."""
    dark, side = tone(hue.main, -0.12), m.side
    feet = _feet_of(m, 0.34 * side, 0.07)
    sits = 0.16 if m.act.value == "sit" else 0.0
    for i, way in enumerate((-1, 1)):
        x = way * 0.095 * (1 - 0.55 * side)
        dx, up = feet[i]
        foot = (x + dx + (0.14 * side if sits else 0.0), -0.035 - up)
        knife.sheet(
            brush(
                [(x, -0.28 + sits), ((x + foot[0]) / 2 + 0.03 * side, -0.16 + sits * 0.5 - up * 0.6), foot],
                (0.085, 0.08, 0.085),
            ),
            dark if way < 0 else tone(hue.main, -0.08),
        )
        knife.sheet(
            closed(
                [
                    (foot[0] - 0.065, foot[1] + 0.035),
                    (foot[0] - 0.055, foot[1] - 0.035),
                    (foot[0] + 0.06 + 0.03 * side, foot[1] - 0.025),
                    (foot[0] + 0.08 + 0.04 * side, foot[1] + 0.035),
                ],
                0.4,
            ),
            tone(hue.main, -0.04),
            drop=0.3,
        )
    knife.canvas.save()
    knife.canvas.translate(0, sits)
    _robot_arm(knife, hue, m, -1, feet[1][0])
    wide = 0.205 - 0.045 * side
    knife.sheet(closed([(-wide, -0.26), (-wide * 1.04, -0.60), (wide * 1.04, -0.60), (wide, -0.26)], 0.30), hue.main)
    if m.front > -0.3:
        _robot_chest(knife, hue, m, wide)
    _robot_head(knife, hue, m)
    _robot_arm(knife, hue, m, 1, feet[0][0])
    knife.canvas.restore()


def _robot_chest(knife: Knife, hue: Hue, m: Motion, wide: float) -> None:
    shift = 0.06 * m.side
    knife.sheet(
        closed(
            [
                (shift - wide * 0.62, -0.34),
                (shift - wide * 0.62, -0.53),
                (shift + wide * 0.62, -0.53),
                (shift + wide * 0.62, -0.34),
            ],
            0.35,
        ),
        tone(hue.main, 0.07),
        drop=0.3,
    )
    knife.plain(oval(shift, -0.46, 0.05, 0.05), hue.mark)
    knife.plain(oval(shift, -0.46, 0.036, 0.036), blend(hue.mark, CREAM, 0.45 + 0.3 * m.idle(2.2)))
    for i in range(3):
        knife.plain(oval(shift - 0.06 + 0.06 * i, -0.375, 0.014, 0.014), (hue.belly, "#b8483a", "#5f8f6a")[i])


def _robot_head(knife: Knife, hue: Hue, m: Motion) -> None:
    knife.plain(brush([(0, -0.58), (0, -0.66)], (0.10, 0.09)), tone(hue.main, -0.14))
    nod = 0.03 if m.mood in ("sad", "tired") else 0.0
    knife.plain(brush([(0.0, -0.92 + nod), (0.01 * m.idle(3), -0.985 + nod)], (0.016, 0.012)), tone(hue.main, -0.12))
    knife.sheet(oval(0.01 * m.idle(3), -0.985 + nod, 0.026, 0.026), hue.belly, drop=0.2)
    wide = 0.195 - 0.02 * m.side
    for side in (-1, 1):
        knife.sheet(oval(side * wide - 0.05 * m.side, -0.78 + nod, 0.035, 0.055), tone(hue.main, -0.08), drop=0.2)
    knife.sheet(
        closed(
            [(-wide, -0.65 + nod), (-wide * 1.03, -0.92 + nod), (wide * 1.03, -0.92 + nod), (wide, -0.65 + nod)], 0.38
        ),
        tone(hue.main, 0.04),
    )
    if m.front < -0.3:
        return
    shift = _turned(m, 0.075)
    knife.sheet(
        closed(
            [
                (shift - 0.125, -0.72 + nod),
                (shift - 0.13, -0.87 + nod),
                (shift + 0.125, -0.87 + nod),
                (shift + 0.12, -0.72 + nod),
            ],
            0.4,
        ),
        "#3d4a55",
        drop=0.2,
    )
    for side in (-1, 1):
        knife.plain(oval(shift + side * 0.06, -0.80 + nod, 0.040, 0.040 * (0.15 if m.shut > 0.6 else 1.0)), "#f2dc96")
        if m.shut <= 0.6:
            knife.plain(
                oval(shift + side * 0.06 + 0.012 * m.gaze[0], -0.80 + nod - 0.012 * m.gaze[1], 0.018, 0.02), "#3d4a55"
            )
            slant = {"angry": 0.03, "sad": -0.03, "afraid": -0.025}.get(m.mood, 0.0)
            if slant:
                a, b = (shift + side * 0.02, -0.845 + nod + slant), (shift + side * 0.10, -0.845 + nod - slant)
                knife.plain(brush([a, b], (0.018, 0.018)), "#f2dc96")
    mouth = 0.012 + 0.03 * m.gape
    knife.plain(
        closed(
            [
                (shift - 0.05, -0.693 + nod),
                (shift + 0.05, -0.693 + nod),
                (shift + 0.045, -0.693 + nod + mouth),
                (shift - 0.045, -0.693 + nod + mouth),
            ],
            0.3,
        ),
        "#3d4a55",
    )


def _robot_arm(knife: Knife, hue: Hue, m: Motion, side: int, swing: float) -> None:
    lift = m.raise_ if side > 0 else 0.0
    out = (1 - 0.75 * m.side) * 0.26 + 0.02
    x = side * out
    elbow = (x + side * 0.04 + swing * 0.4, -0.44)
    hand = (x + side * 0.03 + swing * 0.8 + 0.05 * m.side, -0.30)
    if lift:
        elbow = (x + 0.12 * lift, -0.54)
        hand = (x + 0.14 * lift + 0.04 * m.idle(9), -0.54 - 0.26 * lift)
    colour = tone(hue.main, -0.11 if side < 0 else -0.06)
    knife.sheet(brush([(x * 0.86, -0.55), elbow, hand], (0.075, 0.07, 0.065)), colour, drop=0.4)
    knife.sheet(oval(hand[0], hand[1], 0.05, 0.05), tone(hue.main, 0.05), drop=0.3)


def _alien(knife: Knife, hue: Hue, m: Motion) -> None:
    feet = _feet_of(m, 0.30 * m.side, 0.06)
    for i, way in enumerate((-1, 1)):
        x = way * 0.06 * (1 - 0.5 * m.side)
        foot = (x + feet[i][0], -0.02 - feet[i][1])
        knife.sheet(
            brush([(x, -0.28), (x + feet[i][0] * 0.4 + 0.02, -0.15), foot], (0.10, 0.07, 0.05)),
            tone(hue.main, -0.05 if way < 0 else 0.0),
        )
        knife.sheet(
            capsule(foot, (foot[0] + 0.02 + 0.05 * m.side, foot[1]), 0.035, 0.028), tone(hue.main, -0.03), drop=0.2
        )
    for side in (-1, 1):
        lift = m.raise_ if side > 0 else 0.0
        hand = (side * 0.20 + 0.05 * m.side, -0.24 - 0.36 * lift + 0.01 * m.idle(1.7, side))
        knife.sheet(
            brush([(side * 0.08, -0.46), (side * 0.20, -0.38 - 0.1 * lift), hand], (0.075, 0.05, 0.035)),
            tone(hue.main, -0.05 if side < 0 else 0.0),
            drop=0.3,
        )
        for a in (-0.03, 0.0, 0.03):
            knife.plain(brush([hand, (hand[0] + a, hand[1] + (0.06 if not lift else -0.06))], (0.022, 0.012)), hue.main)
    knife.sheet(shape(".0 -.54, .10 -.48, .13 -.36, .09 -.22, -.09 -.22, -.13 -.36, -.10 -.48"), hue.mark)
    knife.plain(oval(0.03 * m.side, -0.40, 0.028, 0.028), hue.belly)
    nod = 0.02 * (m.mood in ("sad", "tired"))
    for side in (-1, 1):
        knife.plain(
            brush([(side * 0.08, -0.90 + nod), (side * 0.14, -1.0 + nod + 0.01 * m.idle(2, side))], (0.02, 0.012)),
            hue.main,
        )
        knife.plain(oval(side * 0.14, -1.0 + nod, 0.024, 0.024), hue.belly)
    knife.sheet(
        bent(
            ".0 -.96, .20 -.90, .29 -.76, .22 -.62, .09 -.50, .0 -.48, -.09 -.50, -.22 -.62, -.29 -.76, -.20 -.90",
            lambda x, y: (x, y + nod),
        ),
        hue.main,
    )
    if m.front < -0.3:
        return
    shift = _turned(m, 0.06)
    for side in (-1, 1):
        x = shift + side * 0.115
        if m.shut > 0.6:
            eye(knife, x, -0.72 + nod, 0.07, m, white=False)
            continue
        big = [
            (x + side * a, -0.72 + nod + b)
            for a, b in ((-0.07, 0.06), (-0.05, -0.04), (0.04, -0.08), (0.085, -0.03), (0.03, 0.05))
        ]
        knife.plain(closed(big), INK)
        knife.plain(oval(x - 0.02 + 0.02 * m.gaze[0], -0.755 + nod, 0.020, 0.026), CREAM)
    smile(knife, shift, -0.57 + nod, 0.045, m)


def _snowman(knife: Knife, hue: Hue, m: Motion) -> None:
    for side in (-1, 1):
        lift = 0.14 * m.raise_ if side > 0 else 0.0
        twig = [
            (side * 0.16, -0.50),
            (side * 0.34, -0.56 - lift),
            (side * 0.46, -0.66 - lift * 2 + 0.01 * m.idle(2, side)),
        ]
        knife.sheet(brush(twig, (0.035, 0.028, 0.014)), "#6f5240", drop=0.3)
        knife.plain(brush([twig[1], (side * 0.44, -0.52 - lift)], (0.02, 0.008)), "#6f5240")
    for y, r in ((-0.21, 0.27), (-0.52, 0.195)):
        knife.sheet(oval(0, y, r, r * 0.92), hue.main if r < 0.2 else tone(hue.main, -0.02))
        knife.tint(oval(-r * 0.25, y + r * 0.35, r * 0.8, r * 0.5), hue.belly, 0.35)
    shift = _turned(m, 0.07)
    if m.front > -0.3:
        for y in (-0.58, -0.49, -0.40):
            knife.plain(oval(shift * 1.2, y, 0.020, 0.020), INK)
    knife.sheet(oval(0, -0.76, 0.15, 0.14), hue.main)
    scarf = hue.mark
    knife.sheet(brush([(-0.15, -0.655), (0.0, -0.63), (0.15, -0.655)], (0.06, 0.075, 0.06)), scarf, drop=0.5)
    knife.sheet(
        brush([(-0.09, -0.64), (-0.13, -0.54), (-0.11 + 0.02 * m.idle(1.8), -0.44)], (0.06, 0.07, 0.065)),
        scarf,
        drop=0.4,
    )
    knife.sheet(closed([(-0.20, -0.865), (0.20, -0.865), (0.19, -0.895), (-0.19, -0.895)], 0.3), "#4a4450", drop=0.4)
    knife.sheet(polygon([(-0.12, -0.89), (-0.11, -1.0), (0.11, -1.0), (0.12, -0.89)]), "#4a4450", drop=0.2)
    knife.plain(polygon([(-0.12, -0.905), (-0.118, -0.93), (0.118, -0.93), (0.12, -0.905)]), scarf)
    if m.front < -0.3:
        return
    for side in (-1, 1):
        eye(knife, shift + side * 0.052, -0.79, 0.022, m, white=False)
    knife.sheet(
        closed([(shift, -0.775), (shift + 0.03 + 0.15 * (0.35 + 0.65 * m.side), -0.745), (shift, -0.735)], 0.2),
        "#d9843f",
        drop=0.3,
    )
    smile(knife, shift, -0.70, 0.045, m)


def _scarecrow(knife: Knife, hue: Hue, m: Motion) -> None:
    """On its pole, arms out on the crossbar; when it goes, it goes on two legs of straw."""
    if m.going:
        for i, (dx, up) in enumerate(_feet_of(m, 0.32 * m.side, 0.06)):
            knife.sheet(
                brush([(0.03 - 0.06 * i, -0.36), (dx * 0.5 + 0.03, -0.18), (dx, -0.04 - up)], (0.10, 0.09, 0.06)),
                tone("#5f6f8a", -0.05 * (1 - i)),
            )
            knife.sheet(capsule((dx, -0.03 - up), (dx + 0.09, -0.025 - up), 0.032, 0.026), "#5a4438", drop=0.2)
    else:
        knife.sheet(brush([(0.0, -0.5), (0.005, 0.0)], (0.04, 0.045)), "#7d6048")
        for i, x in enumerate((-0.055, 0.055)):
            sway = 0.012 * m.idle(1.5, i)
            knife.sheet(
                brush([(x * 0.8, -0.40), (x + sway * 0.5, -0.25), (x * 1.3 + sway, -0.10)], (0.10, 0.095, 0.085)),
                "#5f6f8a",
                drop=0.3,
            )
            _straw(knife, (x * 1.3 + sway, -0.10), 90, 0.07)
    droop = 10 + 3 * m.idle(1.3)
    for side in (-1, 1):
        lift = 40 * m.raise_ if side > 0 else 0.0
        a = math.radians((droop if m.going else 4) - lift)
        hand = (side * (0.06 + 0.34 * math.cos(a)), -0.63 + 0.34 * math.sin(a))
        knife.sheet(
            brush(
                [(side * 0.05, -0.64), ((side * 0.05 + hand[0]) / 2, (-0.64 + hand[1]) / 2 + 0.015), hand],
                (0.14, 0.125, 0.12),
            ),
            tone(hue.main, -0.04 if side < 0 else 0.0),
            drop=0.3,
        )
        _straw(knife, hand, 0 if side > 0 else 180, 0.08)
    knife.sheet(
        shape(".0 -.70, .11 -.67, .14 -.50, .17 -.32, .06 -.34, .0 -.31, -.07 -.34, -.17 -.32, -.14 -.50, -.11 -.67"),
        hue.main,
    )
    knife.sheet(closed([(-0.10, -0.50), (-0.01, -0.51), (0.0, -0.42), (-0.09, -0.41)], 0.2), hue.mark, drop=0.2)
    knife.plain(brush([(-0.145, -0.46), (0.0, -0.445), (0.145, -0.46)], (0.022, 0.022, 0.022)), "#b89a5f")
    _straw(knife, (0.0, -0.70), 90, 0.08)
    _straw_head(knife, hue, m)


def _straw(knife: Knife, at: Point, degrees: float, long: float) -> None:
    for i in range(-2, 3):
        a = math.radians(degrees + 22 * i)
        end = (at[0] + math.cos(a) * long, at[1] + math.sin(a) * long)
        knife.plain(brush([at, end], (0.02, 0.006)), tone(STRAW, 0.03 * (i % 2)))


def _straw_head(knife: Knife, hue: Hue, m: Motion) -> None:
    tilt = 0.02 * m.idle(1.1)
    knife.sheet(oval(tilt, -0.79, 0.115, 0.115), hue.belly)
    shift = _turned(m, 0.045) + tilt
    if m.front > -0.3:
        for side in (-1, 1):
            if m.shut > 0.6:
                eye(knife, shift + side * 0.045, -0.80, 0.022, m, white=False)
            else:
                knife.plain(oval(shift + side * 0.045, -0.80, 0.021, 0.024), INK)
        knife.plain(closed([(shift, -0.785), (shift + 0.025, -0.75), (shift - 0.015, -0.75)], 0.1), "#c8793f")
        smile(knife, shift, -0.725, 0.05, m, "#7d4c38")
        for i in range(-2, 3):
            knife.plain(brush([(shift + 0.02 * i, -0.735), (shift + 0.02 * i, -0.715)], (0.006, 0.006)), "#7d4c38")
    hat = [
        (tilt + x, y)
        for x, y in (
            (-0.24, -0.83),
            (-0.10, -0.89),
            (-0.07, -0.98),
            (0.05, -1.0),
            (0.09, -0.89),
            (0.24, -0.84),
            (0.0, -0.855),
        )
    ]
    knife.sheet(closed(hat, 0.5), STRAW)
    knife.plain(brush([(tilt - 0.10, -0.885), (tilt, -0.875), (tilt + 0.095, -0.885)], (0.028, 0.03, 0.028)), hue.mark)


UNCANNY: dict[str, Kind] = {
    "ghost": Kind(_ghost, 0.8, Hue("#e9e6e2", "#f4f1ea", "#b9bcc8"), "hover", (0.0, 0.72, 0.4), turns=False, reach=0.2),
    "robot": Kind(_robot, 0.72, Hue("#7397a8", "#c9583f", "#e0b052"), "tramp", (0.0, 0.79, 0.36), turns=False, reach=0.2),
    "alien": Kind(_alien, 0.62, Hue("#93b07f", "#e3cf7a", "#5f6f8a"), "tramp", (0.0, 0.74, 0.46), turns=False, reach=0.15),
    "snowman": Kind(_snowman, 0.95, Hue("#eae7e0", "#c3cfda", "#c0493c"), "hop", (0.0, 0.78, 0.4), turns=False, reach=0.15),
    "scarecrow": Kind(_scarecrow, 0.95, Hue("#8f5f52", "#dcc492", "#c08a3f"), "tramp", (0.0, 0.82, 0.34), turns=False, reach=0.15),
}  # fmt: skip
"""Name -> how it is cut."""
