"""What lives in the water: fish, sharks, whales, dolphins, an octopus, jellyfish, crabs, a seal. One unit high, facing right."""

from __future__ import annotations

import math

from engine.backends.animatic.puppets.colours import blend, tone
from engine.backends.animatic.puppets.outline import bent, hung, points, shape
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, closed, oval
from engine.backends.animatic.puppets.wild.creature import CREAM, INK, Hue, Kind, eye, leg, smile
from engine.backends.animatic.puppets.wild.habits import Motion


def _waving(m: Motion, size: float, nose: float = 0.9, long: float = 2.0):
    """A bend that grows toward the tail, as a whale's does."""

    def bend(x: float, y: float) -> Point:
        back = max(0.0, (nose - x) / long)
        strength = size * (0.35 + 0.65 * m.going)
        return x, y + strength * back**1.7 * math.sin(2 * math.pi * m.beat - 2.1 * back)

    return bend


def _fan(knife: Knife, text: str, root: float, m: Motion, colour: str, drop: float = 0.5) -> None:
    """A tail that beats toward and away from us: it shows as getting narrow and wide."""
    wide = 0.80 + 0.20 * m.swing()
    knife.sheet(
        bent(text, lambda x, y: (root + (x - root) * wide, y + 0.02 * m.swing(late=0.2)), 0.8), colour, drop=drop
    )


def _scales(knife: Knife, outline: str, colour: str) -> None:
    if not knife.fine:
        return
    knife.canvas.save()
    knife.canvas.clipPath(shape(outline), doAntiAlias=True)
    for row in range(4):
        for i in range(6):
            x, y = -0.42 + 0.17 * i + 0.085 * (row % 2), -0.74 + 0.15 * row
            knife.tint(
                brush([(x - 0.05, y - 0.075), (x + 0.035, y), (x - 0.05, y + 0.075)], (0.006, 0.022, 0.006)),
                colour,
                0.45,
            )
    knife.canvas.restore()


_FISH = (
    "1.02 -.48, .86 -.66, .52 -.84, .08 -.90, -.36 -.74, -.66 -.56, -.66 -.44, -.36 -.26, .08 -.12, .52 -.16, .86 -.32"
)


def _fish(knife: Knife, hue: Hue, m: Motion) -> None:
    fin = tone(hue.mark, 0.02)
    _fan(knife, "-.58 -.50, -.80 -.80, -1.10 -.92, -.98 -.50, -1.10 -.08, -.80 -.20", -0.58, m, fin)
    knife.sheet(
        bent(".42 -.82, .20 -1.0, -.20 -1.02, -.42 -.72", lambda x, y: (x + 0.02 * m.idle(2), y), 0.7), fin, drop=0.4
    )
    knife.sheet(shape(".02 -.16, -.18 .0, -.36 -.04, -.30 -.28", 0.7), fin, drop=0.3)
    knife.sheet(shape(_FISH), hue.main)
    knife.tint(
        shape("1.0 -.46, .70 -.34, .10 -.30, -.60 -.42, -.36 -.24, .08 -.10, .52 -.14, .86 -.30"), hue.belly, 0.9
    )
    _scales(knife, _FISH, hue.mark)
    knife.tint(brush([(0.52, -0.76), (0.42, -0.50), (0.52, -0.24)], (0.02, 0.05, 0.02)), hue.mark, 0.7)
    knife.sheet(
        hung(".36 -.42, .10 -.22, -.06 -.26, .12 -.46", (0.34, -0.44), 16 * m.swing(late=0.3), 0.7), fin, drop=0.4
    )
    eye(knife, 0.70, -0.58, 0.085, m)
    knife.plain(
        brush([(0.84, -0.36), (0.94, -0.42), (1.01, -0.47 + 0.05 * m.gape)], (0.01, 0.03, 0.02)), tone(hue.mark, -0.08)
    )


def _goldfish(knife: Knife, hue: Hue, m: Motion) -> None:
    veil = blend(hue.main, CREAM, 0.38)
    sway = 0.07 * m.swing()
    tail = "-.38 -.54, -.70 -.92, -1.16 -1.0, -1.02 -.66, -1.22 -.36, -.98 -.28, -.92 .02, -.62 -.16, -.40 -.44"
    knife.sheet(bent(tail, lambda x, y: (x, y + sway * (-0.38 - x) * 2), 0.8), veil)
    knife.sheet(
        bent(".36 -.84, .10 -1.04, -.34 -.98, -.26 -.74", lambda x, y: (x + sway * 0.3, y), 0.7), veil, drop=0.4
    )
    knife.sheet(
        hung("-.02 -.20, -.16 .02, -.38 .0, -.24 -.24", (-0.05, -0.22), 8 * m.swing(late=0.2), 0.8), veil, drop=0.3
    )
    body = ".98 -.50, .84 -.68, .50 -.86, .06 -.90, -.30 -.72, -.46 -.54, -.44 -.44, -.24 -.26, .10 -.10, .52 -.14, .84 -.32"
    knife.sheet(shape(body), hue.main)
    knife.tint(shape(".92 -.44, .62 -.32, .1 -.28, -.40 -.42, -.2 -.22, .10 -.08, .52 -.12, .84 -.30"), hue.belly, 0.85)
    _scales(knife, body, hue.mark)
    knife.sheet(
        hung(".34 -.40, .14 -.14, -.06 -.14, .12 -.44", (0.34, -0.42), 18 * m.swing(late=0.3), 0.8), veil, drop=0.4
    )
    eye(knife, 0.68, -0.60, 0.095, m)
    knife.plain(oval(0.965, -0.49, 0.022, 0.02 + 0.03 * m.gape), tone(hue.mark, -0.1))


def _koi(knife: Knife, hue: Hue, m: Motion) -> None:
    _fish(knife, Hue("#ece4d6", "#f3ece0", "#c9bfae"), m)
    knife.canvas.save()
    knife.canvas.clipPath(shape(_FISH), doAntiAlias=True)
    for patch in ("1.1 -.9, .60 -.92, .50 -.66, .66 -.52, .84 -.62", ".24 -.96, -.30 -.82, -.24 -.56, .06 -.50, .28 -.66", "-.44 -.8, -.8 -.6, -.6 -.40, -.40 -.52"):  # fmt: skip
        knife.tint(shape(patch), hue.main, 0.95)
    knife.canvas.restore()
    eye(knife, 0.70, -0.58, 0.085, m)


def _shark(knife: Knife, hue: Hue, m: Motion) -> None:
    bend = _waving(m, 0.14, 1.4, 2.9)
    dark = tone(hue.main, -0.05)
    knife.sheet(bent("-1.06 -.50, -1.30 -.80, -1.62 -1.02, -1.46 -.54, -1.56 -.18, -1.26 -.36", bend, 0.5), dark)
    knife.sheet(bent(".28 -.74, .08 -1.02, -.14 -1.14, -.12 -.90, -.24 -.66", bend, 0.5), dark, drop=0.4)
    knife.sheet(bent("-.72 -.60, -.84 -.76, -.96 -.78, -.92 -.56", bend, 0.5), dark, drop=0.3)
    knife.sheet(bent(".30 -.24, .02 .04, -.22 .12, -.10 -.22", bend, 0.5), tone(hue.main, -0.10), drop=0.3)
    body = "1.46 -.56, 1.16 -.72, .60 -.82, .06 -.80, -.52 -.68, -1.16 -.54, -1.16 -.44, -.60 -.30, .0 -.16, .56 -.12, 1.02 -.24, 1.30 -.42"
    path = bent(body, bend, 0.8)
    knife.sheet(path, hue.main)
    knife.canvas.save()
    knife.canvas.clipPath(path, doAntiAlias=True)
    knife.tint(bent("1.5 -.46, 1.0 -.42, .3 -.38, -.6 -.40, -1.3 -.48, -1.2 .2, 1.2 .2", bend), hue.belly, 0.95)
    knife.canvas.restore()
    for i in range(4):
        x = 0.52 - 0.075 * i
        knife.tint(brush([(x, -0.60), (x - 0.04, -0.48), (x, -0.36)], (0.008, 0.022, 0.008)), hue.mark, 0.8)
    _jaws(knife, m)
    knife.sheet(bent(".36 -.36, .12 -.10, -.10 .06, -.02 -.24, .10 -.42", bend, 0.5), dark, drop=0.6)
    eye(knife, 1.04, -0.60, 0.05, m, white=False)


def _jaws(knife: Knife, m: Motion) -> None:
    gape = 0.05 + 0.10 * m.gape
    knife.plain(
        closed([(1.28, -0.43), (1.02, -0.36), (0.86, -0.40), (1.0, -0.33 + gape * 0.4), (1.2, -0.37 + gape)], 0.6),
        "#7c3b42",
    )
    for i in range(5):
        x = 0.98 + 0.062 * i
        knife.plain(closed([(x, -0.385), (x + 0.05, -0.40), (x + 0.028, -0.345)], 0.1), CREAM)


def _whale(knife: Knife, hue: Hue, m: Motion) -> None:
    bend = _waving(m, 0.30, 1.2, 2.6)
    dark = tone(hue.main, -0.05)
    knife.sheet(bent("-1.12 -.46, -1.34 -.66, -1.62 -.72, -1.52 -.50, -1.60 -.24, -1.30 -.30", bend, 0.7), dark)
    body = "1.36 -.62, 1.30 -.80, 1.02 -.96, .52 -1.0, -.02 -.92, -.56 -.72, -1.18 -.52, -1.20 -.38, -.66 -.22, -.10 -.06, .50 -.0, 1.02 -.08, 1.30 -.30"
    path = bent(body, bend)
    knife.sheet(path, hue.main)
    knife.canvas.save()
    knife.canvas.clipPath(path, doAntiAlias=True)
    knife.tint(bent("1.5 -.44, .9 -.40, .2 -.36, -.5 -.30, -1.0 -.34, -.6 .2, 1.5 .2", bend), hue.belly, 0.95)
    for i in range(6):
        y = -0.34 + 0.055 * i
        knife.tint(
            brush([(1.30 - 0.05 * i, y), (0.7, y + 0.05), (0.0 + 0.06 * i, y + 0.07)], (0.006, 0.016, 0.004)),
            hue.mark,
            0.6,
        )
    knife.canvas.restore()
    knife.plain(
        brush(
            [(1.34, -0.50 + 0.02 * m.gape), (1.02, -0.44), (0.80, -0.40), (0.72, -0.43)], (0.012, 0.024, 0.02, 0.008)
        ),
        hue.mark,
    )
    if m.gape > 0.2:
        knife.plain(closed([(1.34, -0.50), (0.9, -0.43), (1.26, -0.43 + 0.12 * m.gape)], 0.6), "#7c3b42")
    knife.sheet(
        hung(".38 -.24, .18 .04, -.08 .18, -.02 -.04, .12 -.26", (0.3, -0.25), 12 * m.swing(late=0.25), 0.7),
        dark,
        drop=0.6,
    )
    eye(knife, 0.80, -0.54, 0.048, m)


def _dolphin(knife: Knife, hue: Hue, m: Motion) -> None:
    bend = _waving(m, 0.34, 1.1, 2.2)
    dark = tone(hue.main, -0.05)
    knife.sheet(bent("-.94 -.46, -1.14 -.70, -1.36 -.78, -1.24 -.52, -1.34 -.30, -1.08 -.34", bend, 0.6), dark)
    knife.sheet(bent(".02 -.76, -.16 -1.0, -.40 -1.06, -.30 -.86, -.34 -.64", bend, 0.6), dark, drop=0.4)
    body = "1.32 -.46, 1.12 -.52, .98 -.60, .90 -.74, .64 -.86, .22 -.86, -.30 -.72, -1.0 -.50, -1.0 -.42, -.50 -.26, .06 -.14, .56 -.16, .92 -.34, 1.10 -.40, 1.30 -.40"
    path = bent(body, bend, 0.8)
    knife.sheet(path, hue.main)
    knife.canvas.save()
    knife.canvas.clipPath(path, doAntiAlias=True)
    knife.tint(bent("1.4 -.42, .86 -.46, .4 -.40, -.2 -.34, -.9 -.42, -.5 .1, 1.2 .1", bend), hue.belly, 0.95)
    knife.canvas.restore()
    knife.plain(brush([(1.30, -0.425 + 0.02 * m.gape), (1.04, -0.45), (0.84, -0.50)], (0.01, 0.018, 0.006)), hue.mark)
    if m.gape > 0.2:
        knife.plain(closed([(1.30, -0.42), (0.98, -0.46), (1.24, -0.38 + 0.08 * m.gape)], 0.4), "#7c3b42")
    knife.sheet(
        hung(".40 -.28, .22 -.02, .0 .10, .06 -.10, .18 -.32", (0.34, -0.3), 12 * m.swing(late=0.25), 0.6),
        dark,
        drop=0.6,
    )
    eye(knife, 0.76, -0.60, 0.05, m, white=False)


def _octopus(knife: Knife, hue: Hue, m: Motion) -> None:
    for i, x in enumerate((-0.21, 0.21, -0.15, 0.15, -0.08, 0.08, -0.02, 0.03)):
        far = i < 4
        way = 1 if x > 0 else -1
        reach = (0.62, 0.54, 0.40, 0.24)[i // 2]
        curl = 0.06 * m.idle(1.7, i * 0.9) + 0.10 * m.swing(late=i * 0.07) * m.going
        row = [(x, -0.40), (x + way * reach * 0.5, -0.20 + curl), (x + way * reach, -0.06 - curl), (x + way * (reach + 0.07), -0.13 - curl * 1.5), (x + way * (reach + 0.01), -0.17 - curl)]  # fmt: skip
        knife.sheet(brush(row, (0.15, 0.12, 0.085, 0.055, 0.02)), tone(hue.main, -0.06 if far else 0.0), drop=0.5)
        if not far and knife.fine:
            for t in (0.35, 0.55, 0.75):
                knife.tint(oval(x + way * reach * t, -0.22 + 0.16 * t + curl * 0.5, 0.018, 0.014), hue.belly, 0.9)
    puff = 0.02 * m.idle(1.5)
    knife.sheet(
        bent(
            ".0 -1.0, .24 -.94, .36 -.74, .30 -.50, .20 -.34, -.20 -.34, -.30 -.50, -.36 -.74, -.24 -.94",
            lambda x, y: (x * (1 + puff), y),
        ),
        hue.main,
    )
    for x, y, r in ((-0.2, -0.84, 0.035), (0.12, -0.9, 0.026), (0.22, -0.78, 0.03), (-0.05, -0.93, 0.02)):
        knife.tint(oval(x, y, r, r * 0.8), hue.mark, 0.5)
    if m.front > -0.3:
        shift = 0.10 * m.side
        for side in (-1, 1):
            eye(knife, side * 0.125 + shift, -0.56, 0.068, m)
        smile(knife, shift, -0.44, 0.05, m)


def _jellyfish(knife: Knife, hue: Hue, m: Motion) -> None:
    puff = 0.07 * m.swing()
    for i in range(7):
        x = -0.27 + 0.09 * i
        sway = [
            (x * (1 - 0.2 * t) + 0.05 * math.sin(6 * t + i + 2 * math.pi * m.beat), -0.58 + (0.5 + 0.06 * (i % 3)) * t)
            for t in (0, 0.33, 0.66, 1)
        ]
        knife.plain(brush(sway, (0.05, 0.04, 0.03, 0.01)), hue.belly if i % 2 else hue.mark, 0.75)
    for i, x in enumerate((-0.1, 0.02, 0.12)):
        frill = [(x, -0.58), (x + 0.05 * m.idle(1.4, i), -0.42), (x - 0.04 * m.idle(1.4, i + 1), -0.26), (x, -0.12)]
        knife.sheet(brush(frill, (0.11, 0.12, 0.08, 0.02)), tone(hue.belly, -0.02), drop=0.2)
    bell = ".0 -1.0, .26 -.94, .41 -.76, .44 -.58, .30 -.53, .22 -.58, .11 -.53, .0 -.58, -.11 -.53, -.22 -.58, -.30 -.53, -.44 -.58, -.41 -.76, -.26 -.94"
    knife.sheet(bent(bell, lambda x, y: (x * (1 - puff), y - puff * (0.5 + y)), 0.9), hue.main)
    knife.tint(shape(".0 -.96, .18 -.92, .26 -.78, .1 -.70, -.1 -.70, -.26 -.78, -.18 -.92"), hue.belly, 0.45)
    for x in (-0.24, 0.0, 0.24):
        knife.tint(brush([(x * 0.7, -0.92), (x, -0.78), (x * 1.12, -0.62)], (0.01, 0.035, 0.01)), hue.mark, 0.5)


def _crab(knife: Knife, hue: Hue, m: Motion) -> None:
    for side in (-1, 1):
        for i in range(4):
            lift = 0.08 * max(0.0, m.swing(late=0.5 * (i % 2) + 0.25 * (side > 0))) * m.going
            hip = (side * (0.30 + 0.05 * i), -0.34 + 0.03 * i)
            foot = (side * (0.92 - 0.10 * i), -lift)
            knee = (side * (0.76 - 0.06 * i), -0.44 + 0.06 * i - lift)
            knife.sheet(brush([hip, knee, foot], (0.10, 0.085, 0.03)), tone(hue.main, -0.06), drop=0.3)
        wave = 8 * m.idle(1.6, side) + 24 * m.raise_ * (side > 0)
        knife.sheet(
            brush([(side * 0.40, -0.46), (side * 0.72, -0.58), (side * 0.70, -0.76)], (0.10, 0.12, 0.10)),
            hue.main,
            drop=0.3,
        )
        claw = [
            (side * x, y)
            for x, y in points(
                ".60 -.72, .54 -.92, .62 -1.06, .74 -1.10, .68 -.92, .78 -.86, .88 -1.02, .94 -.88, .86 -.72, .72 -.66"
            )
        ]
        knife.canvas.save()
        knife.canvas.rotate(-side * wave, side * 0.70, -0.74)
        knife.sheet(closed(claw, 0.6), tone(hue.main, 0.02), drop=0.5)
        knife.canvas.restore()
        knife.sheet(brush([(side * 0.13, -0.52), (side * 0.15, -0.70)], (0.05, 0.05)), hue.main, drop=0.2)
    knife.sheet(
        shape(".0 -.64, .34 -.60, .54 -.44, .44 -.24, .20 -.14, -.20 -.14, -.44 -.24, -.54 -.44, -.34 -.60"), hue.main
    )
    knife.tint(shape(".0 -.28, .3 -.30, .4 -.22, .18 -.10, -.18 -.10, -.4 -.22, -.3 -.30"), hue.belly, 0.7)
    for side in (-1, 1):
        eye(knife, side * 0.15, -0.72, 0.065, m)
    smile(knife, 0.0, -0.36, 0.10, m)


def _seal(knife: Knife, hue: Hue, m: Motion) -> None:
    bob = 0.02 * m.swing()
    knife.sheet(shape("-.70 -.16, -.98 -.30, -1.06 -.18, -.96 -.06, -.72 -.04", 0.7), tone(hue.main, -0.06))
    body = ".50 -.98, .30 -.94, .20 -.76, .10 -.56, -.30 -.36, -.76 -.20, -.78 -.04, -.30 -.02, .28 -.02, .52 -.22, .56 -.52, .66 -.70, .70 -.86"
    knife.sheet(bent(body, lambda x, y: (x, y - bob * (y < -0.4))), hue.main)
    knife.tint(shape(".5 -.60, .42 -.30, .1 -.06, .3 -.02, .56 -.22, .6 -.56"), hue.belly, 0.85)
    knife.sheet(
        hung(".20 -.26, .36 .0, .16 .02, .02 -.18", (0.15, -0.24), 14 * m.swing(late=0.2), 0.6),
        tone(hue.main, -0.06),
        drop=0.5,
    )
    knife.sheet(oval(0.66, -0.80 - bob, 0.10, 0.08), hue.belly, drop=0.3)
    knife.plain(oval(0.74, -0.84 - bob, 0.035, 0.026), INK)
    eye(knife, 0.54, -0.87 - bob, 0.042, m, white=False)
    for i in range(3):
        knife.plain(brush([(0.66, -0.79 + 0.02 * i), (0.84, -0.80 + 0.05 * i)], (0.006, 0.002)), INK, 0.6)


def _shrimp(knife: Knife, hue: Hue, m: Motion) -> None:
    """A prawn or lobster from the side."""
    for i in range(5):
        x = 0.26 - 0.12 * i
        leg(knife, (x, -0.46), (x + 0.06 * m.swing(late=i * 0.15) - 0.02, 0.0), 0.05, (0.035, 0.015), hue.mark)
    curl = [(-0.80, -0.06), (-0.86, -0.34), (-0.60, -0.58), (-0.20, -0.66), (0.20, -0.62), (0.55, -0.54), (0.78, -0.60)]
    knife.sheet(shape("-.80 -.12, -1.02 -.04, -.94 .04, -.72 .04, -.66 -.06", 0.5), hue.mark)
    knife.sheet(brush(curl, (0.10, 0.20, 0.30, 0.36, 0.38, 0.28, 0.06)), hue.main)
    for i, (x, y) in enumerate(curl[1:5]):
        knife.tint(brush([(x, y - 0.2), (x + 0.04, y), (x, y + 0.2)], (0.01, 0.03, 0.01)), hue.mark, 0.7 - 0.05 * i)
    for way in (0.0, 0.12):
        knife.plain(
            brush([(0.70, -0.60), (0.62 - way, -0.92), (0.10 - way, -1.0 + way)], (0.022, 0.014, 0.004)), hue.mark
        )
    knife.sheet(
        brush([(0.40, -0.40), (0.70, -0.28), (0.96, -0.36), (1.06, -0.48)], (0.08, 0.09, 0.13, 0.02)),
        tone(hue.main, -0.03),
        drop=0.5,
    )
    eye(knife, 0.60, -0.62, 0.05, m)


SEA: dict[str, Kind] = {
    "fish": Kind(_fish, 2.2, Hue("#6c97a3", "#e4dcc6", "#4a6f80"), "swim", (0.55, 0.52, 0.8)),
    "goldfish": Kind(_goldfish, 2.2, Hue("#d9713a", "#efcf9a", "#b5502f"), "swim", (0.5, 0.52, 0.8)),
    "koi": Kind(_koi, 2.2, Hue("#d0562f", "#f0e6d2", "#3d3a44"), "swim", (0.55, 0.52, 0.8)),
    "shark": Kind(_shark, 3.1, Hue("#72818e", "#dcdad0", "#4d5a68"), "swim", (0.95, 0.5, 0.75)),
    "whale": Kind(_whale, 3.1, Hue("#4d6a8a", "#d5d6cc", "#33496a"), "swim", (0.85, 0.5, 0.95), back=0.9),
    "dolphin": Kind(_dolphin, 2.7, Hue("#6288a5", "#dfe2dc", "#41637f"), "swim", (0.75, 0.55, 0.7), back=0.72),
    "octopus": Kind(_octopus, 1.55, Hue("#b5635f", "#e8c3ae", "#8a4450"), "drift", (0.0, 0.65, 0.7), turns=False, reach=0.2),
    "jellyfish": Kind(_jellyfish, 0.9, Hue("#c79ab8", "#ecd9e2", "#a3739c"), "drift", (0.0, 0.75, 0.5), turns=False),
    "crab": Kind(_crab, 1.9, Hue("#c65a3d", "#ecc39a", "#8f3d30"), "scuttle", (0.0, 0.5, 0.8), turns=False, reach=0.2),
    "seal": Kind(_seal, 2.0, Hue("#77777f", "#c4c0bb", "#4d4d55"), "hop", (0.5, 0.84, 0.4)),
    "lobster": Kind(_shrimp, 2.1, Hue("#c25a40", "#e9b48c", "#92402f"), "scuttle", (0.6, 0.6, 0.5)),
}  # fmt: skip
"""Name -> how it is cut."""
