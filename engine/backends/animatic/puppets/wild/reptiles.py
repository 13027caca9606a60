"""Creatures of pond, sand and tree: turtle, crocodile, frog, snake, lizard, bat, kangaroo. One unit high, facing right."""

from __future__ import annotations

import math

from engine.backends.animatic.puppets.colours import tone
from engine.backends.animatic.puppets.outline import bent, hung, points, shape
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, capsule, closed, oval
from engine.backends.animatic.puppets.wild.creature import CREAM, INK, Hue, Kind, eye, leg
from engine.backends.animatic.puppets.wild.habits import Motion


def _paddle(m: Motion, late: float, lift: float, swing: float) -> tuple[float, float]:
    """(ahead, up) of a foot that steps: back on the ground, forward in the air."""
    t = (m.beat - late) % 1.0
    if not m.going:
        return 0.0, 0.0
    if t < 0.6:
        return swing * (0.5 - t / 0.6), 0.0
    u = (t - 0.6) / 0.4
    return swing * (u - 0.5), lift * math.sin(math.pi * u)


def _turtle(knife: Knife, hue: Hue, m: Motion) -> None:
    skin = hue.belly
    for i, x in enumerate((0.42, -0.50, 0.56, -0.36)):
        ahead, up = _paddle(m, 0.25 * (0, 2, 1, 3)[i], 0.12, 0.34)
        far = i < 2
        foot = (x + 0.06 + ahead, -0.06 - up)
        knife.sheet(capsule((x, -0.30), foot, 0.15, 0.12), tone(skin, -0.05 if far else 0.0), drop=0.3)
    knife.sheet(shape("-.80 -.26, -1.06 -.14, -.80 -.16", 0.5), skin, drop=0.2)
    lift = 0.10 * m.raise_ + 0.03 * m.idle(1.2) + (0.0 if m.mood not in ("sad", "afraid", "tired") else -0.08)
    drawn = 0.22 if m.mood == "afraid" else 0.0
    neck, head = (0.66, -0.32), (1.02 - drawn, -0.56 - lift)
    knife.sheet(brush([neck, (0.88 - drawn * 0.6, -0.38), head], (0.26, 0.22, 0.20)), skin, drop=0.3)
    knife.sheet(oval(head[0] + 0.04, head[1], 0.19, 0.15), skin)
    knife.plain(brush([(head[0] + 0.10, head[1] + 0.06), (head[0] + 0.22, head[1] + 0.04)], (0.008, 0.018)), INK, 0.7)
    eye(knife, head[0] + 0.09, head[1] - 0.04, 0.048, m)
    dome = ".82 -.30, .74 -.56, .44 -.86, .0 -1.0, -.46 -.88, -.78 -.58, -.88 -.28, -.02 -.20"
    knife.sheet(shape(dome, 0.8), hue.main)
    for x, y, rx, ry in (
        (0.0, -0.74, 0.20, 0.17),
        (-0.42, -0.60, 0.17, 0.15),
        (0.42, -0.58, 0.17, 0.15),
        (0.20, -0.38, 0.14, 0.09),
        (-0.22, -0.38, 0.14, 0.09),
    ):
        hexagon = [(x + rx * math.cos(a), y + ry * math.sin(a)) for a in (i * math.pi / 3 for i in range(6))]
        knife.tint(closed(hexagon, 0.35), hue.mark, 0.55)
    knife.sheet(
        brush([(-0.90, -0.26), (0.0, -0.20), (0.86, -0.28)], (0.05, 0.10, 0.05)), tone(hue.main, 0.05), drop=0.3
    )


def _crocodile(knife: Knife, hue: Hue, m: Motion) -> None:
    sway = 0.08 * (m.swing(0.5) if m.going else m.idle(1.1))
    for i, x in enumerate((0.40, -0.66, 0.56, -0.50)):
        ahead, up = _paddle(m, (0.0, 0.5, 0.5, 0.0)[i], 0.16, 0.36)
        far = i < 2
        colour = tone(hue.main, -0.06 if far else -0.01)
        knife.sheet(
            brush([(x, -0.46), (x - 0.16, -0.22), (x + ahead, -0.06 - up)], (0.30, 0.20, 0.15)), colour, drop=0.3
        )
        knife.sheet(capsule((x + ahead, -0.05 - up), (x + ahead + 0.16, -0.045 - up), 0.055, 0.045), colour, drop=0.2)
    gape = 4 + 20 * m.gape + (10 if m.mood == "angry" else 0)
    knife.plain(hung(".92 -.42, 1.72 -.36, 1.74 -.30, .90 -.30", (0.92, -0.42), gape * 0.5, 0.4), "#8a3b44")
    knife.sheet(
        hung(".80 -.40, 1.30 -.34, 1.76 -.36, 1.78 -.26, 1.30 -.22, .80 -.20", (0.86, -0.40), gape, 0.5), hue.belly
    )
    body = "1.0 -.80, .62 -.86, .2 -.88, -.4 -.86, -.9 -.70, -1.4 -.52, -2.05 -.26, -1.4 -.20, -.9 -.20, -.3 -.16, .4 -.16, .86 -.24, 1.0 -.40"
    path = bent(body, lambda x, y: (x, y + sway * max(0.0, -0.8 - x) ** 1.4), 0.8)
    for i in range(13):
        x = 0.62 - 0.19 * i
        y = -0.85 + max(0.0, -0.35 - x) * 0.36 + sway * max(0.0, -0.8 - x) ** 1.4
        knife.plain(
            closed([(x - 0.10, y + 0.06), (x - 0.02, y - 0.12), (x + 0.08, y + 0.06)], 0.2), tone(hue.main, -0.08)
        )
    knife.sheet(path, hue.main)
    knife.canvas.save()
    knife.canvas.clipPath(path, doAntiAlias=True)
    knife.tint(shape("1.0 -.36, .2 -.32, -.8 -.32, -1.9 -.22, -.8 .1, .8 .1"), hue.belly, 0.9)
    for i in range(5):
        knife.tint(oval(0.45 - 0.27 * i, -0.62 + 0.03 * (i % 2), 0.09, 0.045), hue.mark, 0.5)
    knife.canvas.restore()
    lift = -gape * 0.55
    knife.sheet(
        hung(
            ".70 -.80, .88 -.92, 1.04 -.90, 1.16 -.70, 1.56 -.58, 1.76 -.62, 1.82 -.48, 1.66 -.42, 1.1 -.40, .74 -.40",
            (0.86, -0.44),
            lift,
            0.8,
        ),
        hue.main,
    )
    for i in range(6):
        tooth = hung(
            f"{1.06 + 0.12 * i:.2f} -.43, {1.12 + 0.12 * i:.2f} -.43, {1.09 + 0.12 * i:.2f} -.35",
            (0.86, -0.44),
            lift,
            0.2,
        )
        knife.plain(tooth, CREAM)
    x, y = 0.96, -0.82 - 0.004 * gape
    knife.sheet(oval(x, y - 0.02, 0.11, 0.10), hue.main, drop=0.2)
    eye(knife, x + 0.01, y - 0.03, 0.066, m)


def _frog(knife: Knife, hue: Hue, m: Motion) -> None:
    leap = abs(math.sin(math.pi * m.beat)) * m.going
    for far in (True, False):
        colour = tone(hue.main, -0.06 if far else -0.015)
        x = -0.34 + 0.08 * far
        toe = (x + 0.30 - 1.0 * leap, -0.03 + 0.02 * leap)
        knee = (x + 0.36 - 0.66 * leap, -0.62 + 0.34 * leap)
        knife.sheet(
            brush([(x - 0.06, -0.30), knee, (x - 0.10 - 0.5 * leap, -0.12), toe], (0.26, 0.22, 0.14, 0.08)),
            colour,
            drop=0.5,
        )
        knife.sheet(
            shape("-.10 .0, .10 -.05, .26 -.02, .24 .02, -.08 .02", 0.6)
            if not leap
            else oval(toe[0], toe[1], 0.12, 0.03),
            colour,
            drop=0.2,
        )
        hand = (0.50 + 0.22 * leap - 0.10 * far, -0.03 - 0.30 * leap)
        knife.sheet(
            brush([(0.30, -0.36), (0.26 + 0.1 * leap, -0.16 - 0.1 * leap), hand], (0.15, 0.10, 0.08)), colour, drop=0.3
        )
    throat = 0.03 * m.idle(3.1) + 0.05 * m.gape
    body = ".70 -.60, .58 -.74, .36 -.76, .0 -.66, -.34 -.46, -.56 -.22, -.40 -.10, .10 -.10, .46 -.20, .68 -.42"
    knife.sheet(shape(body), hue.main)
    knife.sheet(oval(0.46, -0.36 + throat * 0.4, 0.22 + throat, 0.17 + throat), hue.belly, drop=0.2)
    for x, y, r in ((-0.16, -0.46, 0.06), (0.06, -0.56, 0.05), (-0.30, -0.30, 0.05)):
        knife.tint(oval(x, y, r * 1.3, r), hue.mark, 0.55)
    for x in (0.36, 0.54):
        knife.sheet(oval(x, -0.82, 0.135, 0.135), hue.main, drop=0.3)
        eye(knife, x + 0.03, -0.83, 0.095, m)
    knife.plain(brush([(0.70, -0.56), (0.46, -0.49), (0.24, -0.55)], (0.012, 0.026, 0.012)), tone(hue.mark, -0.1))
    if m.gape > 0.2:
        knife.plain(closed([(0.70, -0.55), (0.26, -0.54), (0.5, -0.50 + 0.14 * m.gape)], 0.7), "#8a3b44")


def _snake(knife: Knife, hue: Hue, m: Motion) -> None:
    """Its waves stay where they are on the ground while it runs through them."""
    body: list[Point] = []
    for i in range(26):
        t = i / 25
        x = -1.9 + 2.45 * t
        wave = 0.13 * math.sin(5.6 * x + 2 * math.pi * m.beat) * (1 - 0.4 * t)
        body.append((x, -0.14 + wave * (1 if m.going else 0.8)))
    lift = 0.16 * m.raise_ + 0.05 * m.idle(1.3)
    sway = 0.05 * m.idle(0.9)
    neck = [(0.70, -0.20), (0.88 + sway, -0.44), (0.78 + sway, -0.72 - lift), (0.92 + sway, -0.86 - lift)]
    row = [*body, *neck]
    widths = [0.03 + 0.17 * min(1.0, i / 9) for i in range(26)] + [0.19, 0.175, 0.16, 0.15]
    knife.sheet(brush(row, widths), hue.main)
    for i in range(3, 26, 2):
        x, y = body[i]
        diamond = [(x - 0.06, y), (x, y - widths[i] * 0.34), (x + 0.06, y), (x, y + widths[i] * 0.34)]
        knife.tint(closed(diamond, 0.3), hue.mark, 0.8)
    hx, hy = 0.98 + sway, -0.88 - lift
    flick = 0.5 + 0.5 * math.sin(m.clock * 9) if m.clock % 2.6 < 0.7 else 0.0
    if flick > 0.05 or m.gape > 0.3:
        tip = hx + 0.24 + 0.20 * max(flick, m.gape)
        knife.plain(brush([(hx + 0.2, hy + 0.03), (tip, hy + 0.04)], (0.02, 0.014)), "#b8483a")
        for fork in (-0.035, 0.035):
            knife.plain(brush([(tip, hy + 0.04), (tip + 0.07, hy + 0.04 + fork)], (0.014, 0.005)), "#b8483a")
    head = [(hx + x, hy + y) for x, y in points("-.14 -.08, .04 -.13, .20 -.08, .28 .02, .18 .09, -.02 .10, -.16 .07")]
    knife.sheet(closed(head), hue.main)
    knife.tint(
        closed([(hx + x, hy + y) for x, y in points("-.1 .05, .1 .04, .26 .03, .16 .10, -.02 .12")]), hue.belly, 0.9
    )
    eye(knife, hx + 0.07, hy - 0.035, 0.045, m)


def _lizard(knife: Knife, hue: Hue, m: Motion) -> None:
    sway = 0.10 * (m.swing(0.5) if m.going else m.idle(1.0))
    for i, x in enumerate((0.52, -0.34, 0.62, -0.24)):
        ahead, up = _paddle(m, (0.0, 0.5, 0.5, 0.0)[i], 0.14, 0.4)
        leg(
            knife,
            (x, -0.42),
            (x + 0.05 + ahead, -0.02 - up),
            -0.16,
            (0.15, 0.07),
            tone(hue.main, -0.05 if i < 2 else 0.0),
        )
    tail = [(-0.40, -0.44), (-0.9, -0.34 + sway), (-1.4, -0.20 - sway), (-1.85, -0.16 + sway * 1.5)]
    knife.sheet(brush(tail, (0.30, 0.20, 0.11, 0.02)), hue.main)
    knife.sheet(
        shape(
            "1.16 -.62, .98 -.84, .72 -.82, .5 -.66, .0 -.66, -.46 -.56, -.46 -.34, .0 -.24, .5 -.28, .86 -.44, 1.12 -.50"
        ),
        hue.main,
    )
    knife.tint(shape(".5 -.36, .0 -.32, -.46 -.36, .0 -.20, .5 -.24"), hue.belly, 0.9)
    for i in range(6):
        knife.tint(oval(0.42 - 0.17 * i, -0.58 + 0.01 * i, 0.05, 0.035), hue.mark, 0.7)
    eye(knife, 0.88, -0.70, 0.08, m)
    knife.plain(brush([(1.14, -0.54), (0.94, -0.54), (0.8, -0.58)], (0.008, 0.02, 0.006)), INK, 0.7)


def _bat(knife: Knife, hue: Hue, m: Motion) -> None:
    """Hangs in the air on two webbed wings; folded about itself when it rests."""
    flap = m.swing() if m.going or m.act.value == "fly" else 0.35 + 0.2 * m.idle(1.5)
    for side in (-1, 1):
        lift = 0.34 * flap
        wing = [
            (side * x, y - lift * x * (1.2 - 0.5 * x))
            for x, y in points(
                ".10 -.66, .38 -.92, .74 -.98, 1.06 -.76, 1.14 -.40, .96 -.52, .80 -.36, .62 -.50, .44 -.30, .28 -.44, .10 -.32"
            )
        ]
        knife.sheet(closed(wing, 0.35), tone(hue.main, -0.02 if side > 0 else 0.0), drop=0.3)
        for end in (4, 6, 8):
            knife.tint(
                brush(
                    [wing[1], ((wing[1][0] + wing[end][0]) / 2, (wing[1][1] + wing[end][1]) / 2), wing[end]],
                    (0.02, 0.018, 0.008),
                ),
                hue.mark,
                0.8,
            )
    knife.sheet(shape(".0 -.74, .16 -.66, .18 -.40, .08 -.18, .0 -.12, -.08 -.18, -.18 -.40, -.16 -.66"), hue.mark)
    shift = 0.07 * m.side
    for side in (-1, 1):
        knife.sheet(
            closed([(side * 0.05 + shift, -0.86), (side * 0.20 + shift, -1.10), (side * 0.20 + shift, -0.80)], 0.4),
            hue.mark,
            drop=0.2,
        )
    knife.sheet(oval(shift * 0.6, -0.76, 0.21, 0.19), hue.mark, drop=0.3)
    for side in (-1, 1):
        eye(knife, side * 0.085 + shift, -0.79, 0.055, m)
    for side in (-1, 1):
        knife.plain(
            closed(
                [
                    (shift + side * 0.05 - 0.02, -0.68),
                    (shift + side * 0.05 + 0.02, -0.68),
                    (shift + side * 0.05, -0.62),
                ],
                0.1,
            ),
            CREAM,
        )


def _kangaroo(knife: Knife, hue: Hue, m: Motion) -> None:
    leap = abs(math.sin(math.pi * m.beat)) * m.going
    tail = [(-0.24, -0.34), (-0.52, -0.18 - 0.12 * leap), (-0.80, -0.05 - 0.26 * leap), (-1.0, -0.03 - 0.20 * leap)]
    knife.sheet(brush(tail, (0.20, 0.13, 0.08, 0.025)), tone(hue.main, -0.02))
    for far in (True, False):
        colour = tone(hue.main, -0.05 if far else 0.0)
        hip, knee = (-0.10 + 0.05 * far, -0.36), (0.14 - 0.12 * leap, -0.27 - 0.02 * leap)
        heel = (-0.12 - 0.16 * leap, -0.07 + 0.02 * leap)
        toe = (0.20 - 0.34 * leap, -0.03 + 0.10 * leap)
        knife.sheet(brush([hip, knee, heel], (0.26, 0.20, 0.07)), colour, drop=0.4)
        knife.sheet(capsule(heel, toe, 0.035, 0.03), colour, drop=0.2)
        if far:
            body = ".22 -.78, .10 -.76, -.06 -.62, -.30 -.44, -.34 -.26, -.10 -.18, .10 -.30, .18 -.50, .26 -.66"
            knife.sheet(shape(body), hue.main)
            knife.tint(shape(".2 -.70, .10 -.54, .02 -.32, -.06 -.24, .12 -.28, .22 -.5"), hue.belly, 0.9)
        else:
            knife.sheet(
                brush([(0.14, -0.62), (0.24, -0.50), (0.34, -0.52 - 0.2 * m.raise_)], (0.09, 0.065, 0.045)),
                colour,
                drop=0.4,
            )
    nod = 0.02 * m.idle(1.2)
    for x in (0.14, 0.22):
        knife.sheet(
            brush([(x, -0.88 + nod), (x - 0.06, -0.98 + nod), (x - 0.03, -1.08 + nod)], (0.04, 0.075, 0.02)),
            tone(hue.main, -0.05),
            drop=0.2,
        )
    knife.sheet(brush([(0.12, -0.70), (0.20, -0.82 + nod)], (0.17, 0.14)), hue.main, drop=0.3)
    head = [(x, y + nod) for x, y in points(".08 -.86, .20 -.93, .32 -.88, .46 -.81, .47 -.75, .36 -.74, .20 -.76")]
    knife.sheet(closed(head), hue.main)
    knife.plain(oval(0.455, -0.79 + nod, 0.022, 0.018), INK)
    eye(knife, 0.27, -0.855 + nod, 0.032, m, white=False)


REPTILES: dict[str, Kind] = {
    "turtle": Kind(_turtle, 2.1, Hue("#6f7f4f", "#a9b07a", "#4d5a3a"), "scuttle", (1.0, 0.55, 0.5), back=0.95),
    "crocodile": Kind(_crocodile, 4.0, Hue("#6a7d55", "#d0cca0", "#4a5a3f"), "scuttle", (1.2, 0.6, 0.7), reach=0.06),
    "frog": Kind(_frog, 1.5, Hue("#7a9f55", "#dfe0b0", "#557a42"), "hop", (0.45, 0.65, 0.6), reach=0.35),
    "toad": Kind(_frog, 1.5, Hue("#8f7d55", "#d9cca0", "#6a5a3f"), "hop", (0.45, 0.65, 0.6), reach=0.35),
    "snake": Kind(_snake, 3.4, Hue("#73884f", "#d6cf9a", "#4a5a38"), "slither", (0.95, 0.85, 0.5), reach=0.15),
    "lizard": Kind(_lizard, 3.2, Hue("#6f9468", "#d5d9aa", "#4a6f50"), "scuttle", (0.9, 0.65, 0.6)),
    "bat": Kind(_bat, 2.2, Hue("#5a505f", "#8f8494", "#423a4a"), "flutter", (0.0, 0.75, 0.6), turns=False, reach=0.25),
    "kangaroo": Kind(_kangaroo, 1.5, Hue("#b07f54", "#e0c79c", "#6f4c34"), "hop", (0.28, 0.84, 0.3), reach=0.25),
}  # fmt: skip
"""Name -> how it is cut."""
