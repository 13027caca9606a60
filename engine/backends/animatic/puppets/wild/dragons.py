"""Dragons of both worlds: the long one of the East that swims through clouds, the winged one of the West; and a dinosaur.

The Eastern dragon's waves run through the body like a snake's; the Western one's wings beat down fast and up slowly.
"""

from __future__ import annotations

import math
from itertools import pairwise

from engine.backends.animatic.puppets.colours import tone
from engine.backends.animatic.puppets.outline import hung, points, shape
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, capsule, closed, oval
from engine.backends.animatic.puppets.wild.creature import CREAM, INK, Hue, Kind, eye
from engine.backends.animatic.puppets.wild.habits import Motion

MANE, GOLD = "#c24a35", "#d8aa4a"
_SPINE = 30


def _spine(m: Motion) -> list[Point]:
    """From the tail's tip to the nape: two and a half waves that travel backwards and swell in flight."""
    strength = 0.20 + 0.05 * m.going
    row: list[Point] = []
    for i in range(_SPINE):
        t = i / (_SPINE - 1)
        x = -1.75 + 2.55 * t
        y = -0.42 + strength * (1 - 0.25 * t) * math.sin(13.2 * t - 2 * math.pi * m.beat * 0.8)
        rise = max(0.0, t - 0.80) / 0.20
        row.append((x, y + (-0.72 - y) * rise * rise * (3 - 2 * rise)))
    return row


def _girth(i: int) -> float:
    t = i / (_SPINE - 1)
    return 0.03 + 0.20 * min(1.0, t / 0.30) * (1.0 - 0.28 * max(0.0, t - 0.7) / 0.3)


def _normals(row: list[Point]) -> list[Point]:
    """Unit vectors to the left of the way: the dragon's back."""
    out: list[Point] = []
    for i in range(len(row)):
        (ax, ay), (bx, by) = row[max(0, i - 1)], row[min(len(row) - 1, i + 1)]
        n = math.hypot(bx - ax, by - ay) or 1.0
        out.append(((by - ay) / n, -(bx - ax) / n))
    return out


def _claw(knife: Knife, root: Point, m: Motion, late: float, colour: str) -> None:
    x, y = root
    kick = 0.06 * m.swing(late=late)
    knee, foot = (x - 0.12 + kick, y + 0.15), (x + 0.06 + kick, y + 0.27)
    knife.sheet(brush([root, knee, foot], (0.15, 0.10, 0.065)), colour, drop=0.4)
    for a in (-0.06, 0.0, 0.06):
        knife.plain(
            brush(
                [
                    foot,
                    (foot[0] + 0.06, foot[1] + 0.02 + a * 0.5),
                    (foot[0] + 0.09 + a * 0.4, foot[1] + 0.06 + a * 0.2),
                ],
                (0.03, 0.028, 0.004),
            ),
            GOLD,
        )


def _long(knife: Knife, hue: Hue, m: Motion) -> None:
    row = _spine(m)
    back = _normals(row)
    widths = [_girth(i) for i in range(_SPINE)]
    for i, late in ((9, 0.1), (21, 0.55)):
        _claw(knife, (row[i][0] + 0.05, row[i][1] + 0.02), m, late, tone(hue.main, -0.06))
    _tail_tuft(knife, row, m)
    for i in range(2, _SPINE - 1):
        (x, y), (nx, ny), w = row[i], back[i], widths[i]
        h = 0.07 + 0.05 * (i % 2)
        fin = [
            (x - 0.05 + nx * w * 0.35, y + ny * w * 0.35),
            (x - 0.07 + nx * (w * 0.5 + h), y + ny * (w * 0.5 + h)),
            (x + 0.05 + nx * w * 0.35, y + ny * w * 0.35),
        ]
        knife.plain(closed(fin, 0.3), hue.mark)
    path = brush(row, widths)
    knife.sheet(path, hue.main)
    knife.canvas.save()
    knife.canvas.clipPath(path, doAntiAlias=True)
    low = [(x - nx * w * 0.42, y - ny * w * 0.42) for (x, y), (nx, ny), w in zip(row, back, widths, strict=True)]
    knife.tint(brush(low, [w * 0.42 for w in widths]), hue.belly, 0.95)
    for i in range(3, _SPINE - 1):
        (x, y), (nx, ny), w = row[i], back[i], widths[i]
        knife.tint(
            brush([(x - nx * w * 0.2, y - ny * w * 0.2), (x - nx * w * 0.6, y - ny * w * 0.6)], (0.014, 0.014)),
            tone(hue.belly, -0.14),
            0.8,
        )
        if knife.fine:
            knife.tint(
                brush(
                    [
                        (x - 0.03 + nx * w * 0.3, y + ny * w * 0.3),
                        (x + 0.02 + nx * w * 0.12, y + ny * w * 0.12),
                        (x - 0.03, y),
                    ],
                    (0.008, 0.018, 0.008),
                ),
                tone(hue.main, -0.12),
                0.7,
            )
    knife.canvas.restore()
    for i, late in ((8, 0.35), (20, 0.8)):
        _claw(knife, (row[i][0], row[i][1] + 0.05), m, late, hue.main)
    _long_head(knife, hue, m, row[-1])


def _tail_tuft(knife: Knife, row: list[Point], m: Motion) -> None:
    x, y = row[0]
    for a in (-0.5, 0.0, 0.5):
        end = (x - 0.26, y + 0.20 * a + 0.05 * m.swing(late=0.3 + a * 0.2))
        knife.sheet(brush([(x + 0.08, y), (x - 0.10, y + 0.13 * a), end], (0.06, 0.10, 0.01)), MANE, drop=0.2)


def _long_head(knife: Knife, hue: Hue, m: Motion, nape: Point) -> None:
    """Camel's brow, stag's horns, catfish whiskers, a beard: each a strip."""
    canvas = knife.canvas
    canvas.save()
    canvas.translate(nape[0] + 0.10, nape[1] - 0.02)
    canvas.rotate(3 * m.idle(1.1) - 8 * m.raise_ + (8 if m.mood == "sad" else 0))
    flow = 0.05 * m.swing(0.8)
    for i in range(6):
        a = 0.34 - 0.15 * i
        knife.sheet(
            brush(
                [
                    (0.0, -0.04),
                    (-0.18, -0.10 + a * 0.5),
                    (-0.36 - 0.05 * (i % 2), a * 0.75 - 0.12 + flow * (i % 3 - 1)),
                ],
                (0.12, 0.11, 0.01),
            ),
            tone(MANE, 0.03 * (i % 2)),
            drop=0.3,
        )
    for far, x in ((True, 0.06), (False, 0.0)):
        horn = [(x, -0.14), (x - 0.10, -0.30), (x - 0.26, -0.40)]
        knife.sheet(brush(horn, (0.055, 0.045, 0.012)), tone("#d9c39a", -0.06 * far), drop=0.3)
        knife.plain(brush([(x - 0.09, -0.28), (x - 0.06, -0.38)], (0.03, 0.008)), tone("#d9c39a", -0.06 * far))
    gape = 0.03 + 0.09 * m.gape
    knife.plain(closed([(0.08, 0.04), (0.46, 0.02), (0.44, 0.05 + gape), (0.10, 0.08)], 0.4), "#8a3b44")
    knife.sheet(
        hung(".02 .04, .24 .08, .42 .06, .44 .10, .26 .15, .02 .14", (0.05, 0.06), 60 * gape, 0.6),
        tone(hue.main, -0.03),
        drop=0.3,
    )
    knife.sheet(brush([(0.16, 0.12), (0.12, 0.26), (0.02 + flow, 0.36)], (0.08, 0.07, 0.01)), MANE, drop=0.3)
    head = "-.10 -.02, -.04 -.16, .10 -.19, .20 -.12, .34 -.12, .44 -.16, .53 -.10, .54 .0, .46 .05, .20 .06, .0 .10"
    knife.sheet(shape(head), hue.main)
    knife.sheet(shape(".36 -.10, .46 -.15, .53 -.08, .50 .0, .40 -.01"), hue.belly, drop=0.2)
    knife.plain(oval(0.485, -0.075, 0.018, 0.014), INK)
    for x in (0.30, 0.38, 0.46):
        knife.plain(closed([(x, 0.04), (x + 0.04, 0.03), (x + 0.024, 0.09)], 0.1), CREAM)
    knife.sheet(brush([(0.06, -0.15), (0.14, -0.19), (0.24, -0.14)], (0.02, 0.055, 0.01)), MANE, drop=0.2)
    eye(knife, 0.15, -0.09, 0.05, m)
    for side in (0.0, 0.03):
        whisker = [(0.48, 0.0), (0.62, 0.10 + side), (0.58 + flow, 0.26 + side), (0.70 + flow * 2, 0.36)]
        knife.plain(brush(whisker, (0.026, 0.02, 0.014, 0.004)), GOLD)
    canvas.restore()


def _wing(knife: Knife, hue: Hue, m: Motion, far: bool) -> None:
    """Fingers from the shoulder with skin between: raised and half folded at rest, beating in flight."""
    aloft = (m.going and m.act.value == "fly") or m.act.value == "fly"
    beat = m.swing() if aloft else 0.25 + 0.06 * m.idle(1.2)
    lift = 0.62 * beat if aloft else 0.34
    spread = 1.0 if aloft else 0.72
    root = (0.02 - 0.06 * far, -0.66)
    tips: list[Point] = []
    for x, y in points("-.02 -.72, -.52 -.62, -.82 -.30, -.84 .0"):
        tips.append(
            (
                root[0] + x * spread,
                root[1] + (y - 0.10) * (0.35 + 0.65 * abs(lift) / 0.62) * math.copysign(1.0, lift + 0.25) + 0.02,
            )
        )
    wrist = (root[0] + 0.14 * spread, root[1] - 0.42 * (lift / 0.62 if aloft else 0.8))
    skin: list[Point] = [root, wrist]
    for a, b in pairwise(tips):
        mid = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
        skin += [a, (mid[0] * 0.80 + root[0] * 0.20, mid[1] * 0.80 + root[1] * 0.20)]
    skin += [tips[-1], (root[0] - 0.30, root[1] + 0.06)]
    knife.sheet(closed(skin, 0.25), tone(hue.mark, -0.05 if far else 0.02), drop=0.3 if far else 0.7)
    for tip in tips:
        knife.plain(
            brush([wrist, ((wrist[0] + tip[0]) / 2, (wrist[1] + tip[1]) / 2 - 0.02), tip], (0.045, 0.032, 0.010)),
            tone(hue.main, -0.08 if far else -0.03),
        )
    knife.sheet(brush([root, wrist], (0.11, 0.07)), tone(hue.main, -0.06 if far else 0.0), drop=0.2)


def _drake_legs(knife: Knife, hue: Hue, m: Motion, far: bool) -> None:
    tucked = m.act.value == "fly"
    colour = tone(hue.main, -0.07 if far else -0.01)
    for fore, x in ((False, -0.30), (True, 0.30)):
        late = 0.5 * ((far + fore) % 2)
        t = (m.beat - late) % 1.0
        ahead = (
            0.0 if tucked or not m.going else 0.17 * (1 - 4 * abs(t - 0.5)) if t > 0.6 else 0.17 * (0.5 - t / 0.6) * 2
        )
        up = 0.10 * max(0.0, math.sin(2 * math.pi * (t - 0.6) / 0.8)) if m.going and t > 0.6 and not tucked else 0.0
        foot = (x - 0.22, -0.16) if tucked else (x + 0.08 + ahead, -0.035 - up)
        knee = (x - (0.12 if fore else -0.06), -0.22)
        knife.sheet(brush([(x, -0.44), knee, foot], (0.20 if not fore else 0.15, 0.12, 0.08)), colour, drop=0.4)
        knife.sheet(capsule(foot, (foot[0] + 0.09, foot[1]), 0.042, 0.034), colour, drop=0.2)
        for c in (0.06, 0.10, 0.13):
            knife.plain(
                closed(
                    [
                        (foot[0] + c - 0.02, foot[1] + 0.02),
                        (foot[0] + c + 0.02, foot[1] + 0.01),
                        (foot[0] + c + 0.02, foot[1] + 0.045),
                    ],
                    0.1,
                ),
                CREAM,
            )


def _drake(knife: Knife, hue: Hue, m: Motion) -> None:
    sway = 0.06 * m.idle(1.2) + 0.08 * m.swing(late=0.2) * m.going
    tail = [
        (-0.40, -0.44),
        (-0.74, -0.26),
        (-1.08, -0.18 + sway * 0.4),
        (-1.40, -0.30 + sway),
        (-1.56, -0.48 + sway * 1.4),
    ]
    _wing(knife, hue, m, True)
    knife.sheet(brush(tail, (0.30, 0.20, 0.13, 0.075, 0.03)), hue.main)
    ex, ey = tail[-1]
    knife.sheet(
        closed([(ex + 0.02, ey + 0.04), (ex - 0.12, ey - 0.02), (ex - 0.04, ey - 0.20), (ex + 0.10, ey - 0.06)], 0.4),
        hue.mark,
        drop=0.3,
    )
    _drake_legs(knife, hue, m, True)
    nod = 0.02 * m.idle(1.1) + (0.10 if m.mood == "sad" else 0.0) - 0.05 * m.raise_
    neck = [(0.30, -0.50), (0.56, -0.58), (0.64, -0.78 + nod), (0.72, -0.94 + nod)]
    for i, (x, y) in enumerate(((0.46, -0.70), (0.55, -0.82), (0.60, -0.94))):
        knife.plain(
            closed([(x - 0.04, y + 0.10 + nod), (x - 0.09, y - 0.01 + nod), (x + 0.04, y + 0.02 + nod)], 0.2),
            tone(hue.mark, 0.02 * i),
        )
    for x, y in ((-1.2, -0.26), (-0.98, -0.28), (-0.76, -0.36), (-0.54, -0.52), (-0.30, -0.64)):
        knife.plain(closed([(x - 0.07, y + 0.06), (x - 0.04, y - 0.08), (x + 0.06, y + 0.02)], 0.2), hue.mark)
    knife.sheet(brush(neck, (0.36, 0.26, 0.19, 0.16)), hue.main, drop=0.3)
    body = ".46 -.62, .16 -.70, -.22 -.64, -.50 -.48, -.44 -.30, -.14 -.24, .22 -.24, .46 -.36"
    knife.sheet(shape(body), hue.main)
    knife.tint(shape(".48 -.52, .34 -.38, .0 -.30, -.34 -.34, -.1 -.20, .26 -.20, .5 -.36"), hue.belly, 0.9)
    for i in range(5):
        x = 0.36 - 0.14 * i
        knife.tint(brush([(x, -0.37 + 0.018 * i), (x + 0.03, -0.24)], (0.012, 0.016)), tone(hue.belly, -0.14), 0.7)
    _drake_legs(knife, hue, m, False)
    _drake_head(knife, hue, m, (0.72, -0.96 + nod))
    _wing(knife, hue, m, False)


def _drake_head(knife: Knife, hue: Hue, m: Motion, at: Point) -> None:
    canvas = knife.canvas
    canvas.save()
    canvas.translate(*at)
    for x in (0.02, -0.03):
        knife.sheet(brush([(x, -0.06), (x - 0.12, -0.15), (x - 0.24, -0.17)], (0.05, 0.04, 0.008)), "#d9c8a2", drop=0.2)
    gape = 6 + 24 * m.gape + (10 if m.mood == "angry" else 0)
    knife.plain(hung(".02 .02, .28 .03, .28 .09, .04 .09", (0.02, 0.03), gape * 0.5, 0.4), "#8a3b44")
    knife.sheet(
        hung("-.04 .03, .14 .05, .30 .04, .31 .09, .14 .12, -.04 .11", (0.0, 0.04), gape, 0.6), hue.belly, drop=0.2
    )
    knife.sheet(
        shape("-.12 .04, -.10 -.07, .02 -.11, .12 -.05, .26 -.05, .34 -.02, .36 .05, .30 .07, .10 .06, -.04 .10"),
        hue.main,
    )
    knife.plain(oval(0.31, -0.005, 0.014, 0.011), INK)
    for x in (0.16, 0.23, 0.30):
        knife.plain(closed([(x, 0.055), (x + 0.026, 0.055), (x + 0.014, 0.09)], 0.1), CREAM)
    knife.sheet(closed([(-0.08, 0.0), (-0.20, 0.02), (-0.16, 0.10), (-0.06, 0.07)], 0.4), hue.mark, drop=0.2)
    eye(knife, 0.055, -0.035, 0.04, m)
    canvas.restore()


def _dinosaur(knife: Knife, hue: Hue, m: Motion) -> None:
    """A tyrant lizard: tail out behind as a balance, two strong legs, two small arms."""
    step = m.swing() * m.going
    sway = 0.04 * m.idle(1.3) + 0.05 * step
    knife.sheet(
        brush(
            [(-0.12, -0.54), (-0.44, -0.46), (-0.74, -0.40 + sway), (-1.05, -0.46 + sway * 2)], (0.36, 0.26, 0.14, 0.02)
        ),
        hue.main,
    )
    for far, way in ((True, -1), (False, 1)):
        colour = tone(hue.main, -0.07 if far else -0.01)
        ahead, up = 0.18 * way * step, 0.08 * max(0.0, way * math.cos(2 * math.pi * m.beat)) * m.going
        if not m.going:
            ahead = 0.06 * way
        foot = (0.0 + ahead, -0.04 - up)
        knife.sheet(
            brush(
                [(-0.06, -0.46), (0.10 + ahead * 0.5, -0.28), (-0.08 + ahead, -0.15 - up), foot],
                (0.30, 0.20, 0.10, 0.10),
            ),
            colour,
            drop=0.4,
        )
        knife.sheet(capsule(foot, (foot[0] + 0.14, foot[1] + 0.01), 0.05, 0.03), colour, drop=0.2)
        if far:
            knife.sheet(
                shape(".34 -.86, .14 -.80, -.08 -.70, -.30 -.52, -.20 -.34, .04 -.34, .24 -.50, .34 -.64"), hue.main
            )
            knife.tint(shape(".34 -.62, .20 -.44, .0 -.36, .02 -.30, .30 -.44"), hue.belly, 0.9)
    knife.sheet(
        brush([(0.24, -0.58), (0.34, -0.48), (0.42, -0.52 - 0.08 * m.raise_)], (0.08, 0.05, 0.03)),
        tone(hue.main, -0.03),
        drop=0.3,
    )
    gape = 8 + 20 * m.gape
    knife.sheet(
        hung(".30 -.80, .50 -.78, .70 -.78, .68 -.72, .48 -.70, .30 -.72", (0.32, -0.80), gape, 0.6),
        hue.belly,
        drop=0.2,
    )
    knife.sheet(
        shape(".16 -.78, .20 -.96, .36 -1.0, .50 -.94, .66 -.92, .74 -.84, .70 -.79, .46 -.78, .30 -.76"), hue.main
    )
    for x in (0.44, 0.52, 0.60, 0.67):
        knife.plain(closed([(x, -0.785), (x + 0.03, -0.785), (x + 0.016, -0.74)], 0.1), CREAM)
    for i in range(5):
        x, y = 0.10 - 0.12 * i, -0.79 + 0.075 * i
        knife.tint(brush([(x, y), (x - 0.02, y + 0.14)], (0.05, 0.01)), hue.mark, 0.6)
    knife.plain(oval(0.69, -0.875, 0.014, 0.012), INK)
    eye(knife, 0.40, -0.90, 0.045, m)


DRAGONS: dict[str, Kind] = {
    "long": Kind(_long, 3.4, Hue("#3f7f72", "#e0c27a", "#c24a35"), "soar", (0.95, 0.78, 0.5), back=0.72, reach=0.16),
    "dragon": Kind(
        _drake, 2.7, Hue("#9c4a42", "#e6c48c", "#6f3440"), "tramp", (0.85, 0.94, 0.34), back=0.68, reach=0.30
    ),
    "dinosaur": Kind(_dinosaur, 1.8, Hue("#6f8a5a", "#dfd6a5", "#4d6a48"), "tramp", (0.42, 0.86, 0.3), back=0.75),
}
"""Name -> how it is cut."""
