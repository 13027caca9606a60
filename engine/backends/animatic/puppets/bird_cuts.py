"""What sets one kind of bird apart: an owl and a penguin stand up like people, a swan's body is a boat, tails fork, arch, or fan out.

Lengths are shares of the body's length; bodies lie along the x axis, breast at the right, unless they stand.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from engine.backends.animatic.puppets.colours import blend, tone
from engine.backends.animatic.puppets.flocks import Plumage
from engine.backends.animatic.puppets.motion import blink, breath
from engine.backends.animatic.puppets.outline import bent, mirrored, shape
from engine.backends.animatic.puppets.paper_cut import Knife, brush, capsule, closed, oval
from engine.backends.animatic.stage import Act, Pose

INK, CREAM = "#2f282c", "#f4ead2"


@dataclass(frozen=True, slots=True)
class Dress:
    """A bird's kind and the colours it wears."""

    plumage: Plumage
    main: str
    wing: str


def draw_tail(knife: Knife, dress: Dress, pose: Pose, flying: bool) -> None:
    """The tail, behind the body."""
    p, n = dress.plumage, dress.plumage.tail
    match p.style:
        case "peacock":
            _train(knife, dress, pose)
        case "phoenix":
            _plumes(knife, dress, pose)
        case "rooster":
            _sickles(knife, dress)
        case "fork":
            for end in ((-0.46 - n * 0.80, -0.09), (-0.40 - n * 0.78, 0.10)):
                knife.sheet(
                    brush([(-0.28, 0.0), (-0.5, (end[1]) * 0.3), end], (0.17, 0.11, 0.012)),
                    tone(dress.wing, -0.03),
                    drop=0.3,
                )
        case "swimmer":
            up = 0.0 if flying else -0.16
            knife.sheet(
                closed(
                    [(-0.28, -0.10), (-0.50 - n * 0.35, -0.16 + up), (-0.46 - n * 0.2, 0.02 + up * 0.3), (-0.28, 0.10)],
                    0.6,
                ),
                tone(dress.wing, -0.02),
                drop=0.3,
            )
        case _:
            knife.sheet(
                closed(
                    [
                        (-0.30, -0.10),
                        (-0.42 - n * 0.6, -0.10),
                        (-0.42 - n * 0.75, 0.03),
                        (-0.42 - n * 0.55, 0.06),
                        (-0.30, 0.08),
                    ],
                    0.6,
                ),
                tone(dress.wing, -0.03),
                drop=0.4,
            )


def _train(knife: Knife, dress: Dress, pose: Pose) -> None:
    """A peacock's: trailing, or spread to a wheel when it shows itself."""
    n, spread = dress.plumage.tail, pose.act is Act.WAVE or pose.mood == "happy"
    count = 13 if spread else 6
    for i in range(count):
        if spread:
            a = math.radians(205 - 190 * i / (count - 1) + 24)
            end = (-0.2 + math.cos(a) * n * 0.80, -0.05 - math.sin(a) * n * 0.80)
        else:
            end = (-0.42 - n * (0.62 - 0.02 * abs(i - 2)), -0.06 + 0.055 * i)
        mid = ((-0.25 + end[0]) / 2, end[1] / 2 - 0.02)
        knife.sheet(brush([(-0.25, -0.02), mid, end], (0.09, 0.10, 0.14)), tone(dress.wing, 0.03 * (i % 2)), drop=0.3)
        knife.plain(oval(end[0] * 0.97, end[1], 0.055, 0.05), blend(dress.main, "#d8a93f", 0.6))
        knife.plain(oval(end[0] * 0.97, end[1], 0.030, 0.027), tone(dress.main, -0.06))


def _plumes(knife: Knife, dress: Dress, pose: Pose) -> None:
    """A phoenix's: long ribbons that wave, each with an eye at its end."""
    n = dress.plumage.tail
    for i in range(5):
        late = i * 0.9
        row = []
        for k in range(7):
            t = k / 6
            row.append(
                (
                    -0.28 - n * (0.92 - 0.06 * abs(i - 2)) * t,
                    (0.02 + (i - 2) * 0.16 * t) + 0.14 * t * math.sin(pose.clock * 2.1 - 3.2 * t - late * 0.4),
                )
            )
        knife.sheet(
            brush(row, (0.08, 0.085, 0.08, 0.075, 0.075, 0.09, 0.02)), blend(dress.wing, "#d8a93f", 0.16 * i), drop=0.3
        )
        x, y = row[5]
        knife.sheet(oval(x, y, 0.085, 0.065), "#d8a93f", drop=0.2)
        knife.plain(oval(x, y, 0.05, 0.038), tone(dress.main, -0.06))


def _sickles(knife: Knife, dress: Dress) -> None:
    """A cock's: feathers that rise and fall over in an arch."""
    n = dress.plumage.tail
    for i in range(5):
        up, out = 0.62 - 0.11 * i, 0.30 + 0.08 * i
        row = [
            (-0.30, -0.02),
            (-0.42 - out * 0.3, -up * 0.75),
            (-0.46 - out * 0.95, -up * 0.95 * n / 0.8),
            (-0.46 - out * 1.5, -up * 0.35),
        ]
        knife.sheet(brush(row, (0.12, 0.13, 0.10, 0.015)), tone(dress.wing, 0.035 * (i % 2) - 0.02), drop=0.3)


def draw_trunk(knife: Knife, dress: Dress, pose: Pose) -> None:
    """The body with its pale breast."""
    p, air = dress.plumage, 0.01 * breath(pose.clock)
    if p.style == "swimmer":
        outline = [
            (-0.52, -0.10),
            (-0.24, -0.16 - air),
            (0.10, -0.20 - air),
            (0.40, -0.20),
            (0.55, -0.02),
            (0.44, 0.20 + air),
            (0.06, 0.29 + air),
            (-0.34, 0.20),
        ]
    elif p.style == "rooster":
        outline = [
            (-0.44, -0.12),
            (-0.20, -0.16 - air),
            (0.14, -0.28 - air),
            (0.40, -0.26),
            (0.50, 0.0),
            (0.38, 0.24 + air),
            (0.02, 0.28 + air),
            (-0.32, 0.12),
        ]
    else:
        outline = [
            (-0.46, -0.02),
            (-0.24, -0.20 - air),
            (0.10, -0.26 - air),
            (0.36, -0.19),
            (0.45, 0.0),
            (0.32, 0.18 + air),
            (0.02, 0.24 + air),
            (-0.28, 0.14),
        ]
    trunk = closed(outline)
    knife.sheet(trunk, dress.main, drop=0.6)
    knife.canvas.save()
    knife.canvas.clipPath(trunk, doAntiAlias=True)
    knife.tint(
        closed([(0.60, -0.05), (0.30, 0.02), (-0.05, 0.10), (-0.40, 0.10), (-0.2, 0.4), (0.5, 0.4)]), p.belly, 0.95
    )
    knife.canvas.restore()


def draw_folded_wing(knife: Knife, dress: Dress) -> None:
    """The wing at rest, feather by feather."""
    low = 0.05 if dress.plumage.style in ("swimmer", "rooster") else 0.0
    wing = closed(
        [(0.26, -0.12), (0.05, -0.20), (-0.25, -0.13), (-0.56, 0.03 - low), (-0.22, 0.10 + low), (0.10, 0.09 + low)]
    )
    knife.sheet(wing, dress.wing, drop=0.6)
    if not knife.fine:
        return
    for i in range(3):
        row = [(0.08 - 0.09 * i, 0.05), (-0.18 - 0.09 * i, 0.045), (-0.34 - 0.06 * i, 0.02)]
        knife.tint(brush(row, (0.004, 0.016, 0.004)), tone(dress.wing, -0.10), 0.8)


def draw_crest(knife: Knife, dress: Dress, at: tuple[float, float], r: float, clock: float) -> None:
    """What a phoenix, a peacock or a cockatoo wears on its head."""
    x, y = at
    style = dress.plumage.style
    if style == "peacock":
        for i in range(4):
            end = (x + r * (-0.9 + 0.5 * i), y - r * 2.1)
            knife.plain(brush([(x, y - r * 0.7), end], (0.016, 0.010)), tone(dress.main, -0.04))
            knife.plain(oval(*end, 0.035, 0.035), dress.main)
    elif style == "phoenix":
        for i in range(4):
            flow = 0.03 * math.sin(clock * 2.2 + i)
            row = [
                (x + r * 0.3, y - r * 0.7),
                (x - r * (0.4 + 0.4 * i), y - r * (1.7 - 0.22 * i)),
                (x - r * (1.6 + 0.5 * i), y - r * (1.6 - 0.6 * i) + flow),
            ]
            knife.sheet(brush(row, (0.05, 0.065, 0.012)), blend("#c63d32", "#d8a93f", 0.3 * i), drop=0.2)


def draw_standing(knife: Knife, dress: Dress, pose: Pose, side: float, front: float) -> None:
    """An owl or a penguin on its feet; the origin is between them."""
    (_penguin if dress.plumage.style == "penguin" else _owl)(knife, dress, pose, side, front)


def _lids(pose: Pose) -> bool:
    return blink(pose.clock) > 0.5 or pose.asleep or pose.act is Act.LIE


def _owl_breast(knife: Knife, dress: Dress, slide: float) -> None:
    p = dress.plumage
    knife.tint(
        closed(
            [
                (slide, -0.66),
                (slide + 0.18, -0.52),
                (slide + 0.16, -0.22),
                (slide, -0.10),
                (slide - 0.16, -0.22),
                (slide - 0.18, -0.52),
            ]
        ),
        p.belly,
        0.95,
    )
    for i, y in enumerate((-0.50, -0.40, -0.30, -0.20)):
        for k in range(3):
            x = slide + (-0.09 + 0.09 * k) + 0.045 * (i % 2)
            knife.tint(
                brush([(x - 0.025, y - 0.02), (x, y + 0.015), (x + 0.025, y - 0.02)], (0.006, 0.022, 0.006)),
                dress.wing,
                0.7,
            )


def _owl(knife: Knife, dress: Dress, pose: Pose, side: float, front: float) -> None:
    p, air = dress.plumage, 0.008 * breath(pose.clock)
    lift = 18 * math.sin(pose.phase * 9) if pose.act is Act.WAVE else 0.0
    knife.sheet(shape("-.14 -.22, -.22 .02, -.06 .05, .02 -.20", 0.5), tone(dress.wing, -0.05), drop=0.3)
    for x in (-0.09, 0.10):
        for toe in (-0.05, 0.0, 0.05):
            knife.plain(capsule((x, -0.06), (x + toe + 0.01, -0.005), 0.022, 0.016), p.leg_colour)
    knife.sheet(
        closed(
            [
                (0.0, -0.98 - air),
                (0.26, -0.86),
                (0.33, -0.50),
                (0.24, -0.16),
                (0.0, -0.05),
                (-0.24, -0.16),
                (-0.33, -0.50),
                (-0.26, -0.86),
            ]
        ),
        dress.main,
    )
    slide = 0.07 * side
    if front > -0.3:
        _owl_breast(knife, dress, slide)
    for way in (-1, 1):
        if way < 0 and side > 0.8:
            continue
        wing = [(way * 0.24, -0.72), (way * 0.38, -0.46), (way * 0.30, -0.14), (way * 0.20, -0.10), (way * 0.18, -0.50)]
        knife.canvas.save()
        knife.canvas.rotate(-way * lift * (way > 0), way * 0.24, -0.70)
        knife.sheet(closed(wing, 0.8), dress.wing, drop=0.5)
        knife.canvas.restore()
    _owl_head(knife, dress, pose, side, front)


def _owl_head(knife: Knife, dress: Dress, pose: Pose, side: float, front: float) -> None:
    p, y = dress.plumage, -1.00
    tilt = 9 * math.sin(pose.clock * 0.6) if pose.act is not Act.LIE else 0.0
    knife.canvas.save()
    knife.canvas.rotate(tilt, 0, y)
    for way in (-1, 1):
        knife.sheet(
            closed([(way * 0.10, y - 0.20), (way * 0.30, y - 0.38), (way * 0.30, y - 0.08)], 0.4), dress.main, drop=0.2
        )
    knife.sheet(oval(0, y, 0.32, 0.265), dress.main, drop=0.5)
    if front > -0.3:
        slide = 0.085 * side
        for way in (-1, 1):
            knife.plain(oval(slide + way * 0.125, y + 0.005, 0.145, 0.155), blend(p.belly, CREAM, 0.6))
        for way in (-1, 1):
            x = slide + way * 0.115
            if _lids(pose):
                knife.plain(brush([(x - 0.07, y), (x, y + 0.035), (x + 0.07, y)], (0.008, 0.028, 0.008)), INK)
                continue
            knife.plain(oval(x, y - 0.01, 0.088, 0.088), "#e0a83f")
            wide = 0.062 if pose.mood in ("surprised", "afraid") else 0.052
            knife.plain(oval(x + 0.02 * pose.gaze[0], y - 0.01 - 0.02 * pose.gaze[1], wide, wide), INK)
            knife.plain(oval(x - 0.022, y - 0.035, 0.018, 0.018), CREAM)
        gap = {"closed": 0.0, "teeth": 0.02, "wide": 0.03, "round": 0.04, "open": 0.05}[pose.mouth]
        knife.sheet(
            closed([(slide - 0.04, y + 0.06), (slide + 0.04, y + 0.06), (slide, y + 0.16 + gap)], 0.4),
            p.beak_colour,
            drop=0.3,
        )
    knife.canvas.restore()


_PENGUIN = ".0 -1.0, .22 -.90, .32 -.50, .24 -.10, .0 -.02, -.24 -.10, -.32 -.50, -.22 -.90"
_BIB = ".0 -.92, .17 -.78, .20 -.40, .12 -.08, -.12 -.08, -.20 -.40, -.17 -.78"
_FLIPPER = ".20 -.86, .33 -.62, .30 -.30, .24 -.34, .20 -.62"


def _penguin(knife: Knife, dress: Dress, pose: Pose, side: float, front: float) -> None:
    p, moving = dress.plumage, pose.act in (Act.WALK, Act.RUN, Act.ENTER, Act.EXIT)
    sway = math.sin(2 * math.pi * (pose.gone or 0.0) / (0.7 * p.body)) if moving else 0.25 * math.sin(pose.clock * 1.3)
    for i, x in enumerate((-0.10, 0.11)):
        up = 0.06 * max(0.0, sway * (1 if i else -1)) * moving
        toe = (x + 0.06 + 0.05 * side, -0.022 - up)
        knife.sheet(capsule((x, -0.03 - up), toe, 0.05, 0.035), p.leg_colour, drop=0.2)
    knife.canvas.save()
    knife.canvas.rotate(5 * sway)
    lift = 40 * abs(math.sin(pose.phase * 6)) if pose.act is Act.WAVE else 12 + 6 * sway
    for way in (1,) if side > 0.8 else (-1, 1):
        knife.canvas.save()
        knife.canvas.rotate(-way * lift, way * 0.24, -0.80)
        knife.sheet(shape(_FLIPPER, 0.8) if way > 0 else mirrored(_FLIPPER, 0.8), tone(dress.wing, -0.02), drop=0.4)
        knife.canvas.restore()
    knife.sheet(shape(_PENGUIN), dress.main)
    if front > -0.3:
        knife.tint(bent(_BIB, lambda x, y: (x + 0.10 * side, y)), p.belly, 1.0)
    if side > 0.8:
        knife.sheet(shape("-.02 -.82, .10 -.60, .06 -.30, -.02 -.26, -.08 -.55", 0.8), dress.wing, drop=0.5)
    knife.sheet(oval(0.02 * side, -1.08, 0.20, 0.19), dress.main, drop=0.4)
    if front > -0.3:
        _penguin_face(knife, dress, pose, side)
    knife.canvas.restore()


def _penguin_face(knife: Knife, dress: Dress, pose: Pose, side: float) -> None:
    p, slide = dress.plumage, 0.08 * side
    for way in (-1, 1):
        if way < 0 and side > 0.9:
            continue
        x = slide + way * 0.085
        knife.tint(oval(x, -1.06, 0.085, 0.105), p.belly, 1.0)
        knife.tint(oval(x + way * 0.05, -0.97, 0.05, 0.04), "#d9a03f", 0.8)
        if _lids(pose):
            knife.plain(brush([(x - 0.03, -1.09), (x, -1.075), (x + 0.03, -1.09)], (0.006, 0.018, 0.006)), INK)
        else:
            knife.plain(oval(x + 0.01 * pose.gaze[0], -1.09, 0.030, 0.034), INK)
            knife.plain(oval(x - 0.01, -1.10, 0.010, 0.010), CREAM)
    gap = {"closed": 0.0, "teeth": 0.02, "wide": 0.03, "round": 0.04, "open": 0.05}[pose.mouth]
    tip = slide + 0.05 + 0.20 * side
    knife.sheet(
        closed(
            [(slide - 0.03, -1.05), (slide + 0.06, -1.05), (tip, -1.02 - gap * 0.3), (slide + 0.02, -0.985 + gap)], 0.4
        ),
        p.beak_colour,
        drop=0.3,
    )
