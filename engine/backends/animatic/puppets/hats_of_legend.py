"""Hats of courts, wars and tales: crowns, helms, wizards, pirates, emperors' beads, the official's wings.

In head heights around the head's centre, like `hats`.
"""

from __future__ import annotations

import math

import skia

from engine.backends.animatic.puppets.colours import tone
from engine.backends.animatic.puppets.costume import Costume
from engine.backends.animatic.puppets.hats_of_trades import above, dome, mirrored, side_of, tipped
from engine.backends.animatic.puppets.paper_cut import Knife, brush, closed, oval, polygon
from engine.backends.animatic.puppets.skull import Head
from engine.backends.animatic.puppets.trunk import GOLD

_RED = "#c63d32"
_JADE = "#5fa583"


def _cone(knife: Knife, head: Head, costume: Costume, brim: float, buckle: bool) -> None:
    """A tall bent cone on a brim."""
    y, s, colour = -0.23 + tipped(head), side_of(head), costume.hat_colour
    bend = -0.20 * (s if abs(s) > 0.2 else 0.6)
    knife.sheet(oval(0, y, brim, 0.115), tone(colour, -0.06), drop=1.1)
    cone = [(-0.40, y + 0.01), (-0.27, y - 0.40), (-0.12 + bend * 0.5, y - 0.74), (bend * 1.5, y - 0.98), (0.12 + bend * 0.6, y - 0.66), (0.27, y - 0.36), (0.40, y + 0.01), (0, y + 0.065)]  # fmt: skip
    knife.sheet(closed(cone, 0.6), colour, drop=0.5)
    strip = [(-0.39, y - 0.12), (0, y - 0.07), (0.39, y - 0.12), (0.40, y), (0, y + 0.06), (-0.40, y)]
    knife.plain(closed(strip, 0.5), costume.accent if buckle else tone(GOLD, -0.05))
    if buckle and head.at(0, 0)[2] > 0.2:
        x = head.at(0, -0.24, 1.0)[0]
        frame = polygon([(x - 0.075, y - 0.12), (x + 0.075, y - 0.12), (x + 0.075, y + 0.03), (x - 0.075, y + 0.03)])
        frame.addPath(polygon([(x - 0.04, y - 0.085), (x + 0.04, y - 0.085), (x + 0.04, y - 0.005), (x - 0.04, y - 0.005)]))  # fmt: skip
        frame.setFillType(skia.PathFillType.kEvenOdd)
        knife.plain(frame, GOLD)
    elif knife.fine:
        for x, at in ((-0.12, y - 0.28), (0.10, y - 0.42), (0.02 + bend * 0.5, y - 0.64)):
            _star(knife, x, at, 0.055)


def _star(knife: Knife, x: float, y: float, r: float) -> None:
    points = [(x + (r if k % 2 == 0 else r * 0.42) * math.sin(k * math.pi / 5), y - (r if k % 2 == 0 else r * 0.42) * math.cos(k * math.pi / 5)) for k in range(10)]  # fmt: skip
    knife.plain(polygon(points), GOLD)


def _wizard(knife: Knife, head: Head, costume: Costume) -> None:
    _cone(knife, head, costume, 0.60, buckle=False)


def _witch(knife: Knife, head: Head, costume: Costume) -> None:
    _cone(knife, head, costume, 0.80, buckle=True)


def _tricorne(knife: Knife, head: Head, costume: Costume) -> None:
    """A pirate's three-cornered hat with a bright edge."""
    y, s, colour = -0.22 + tipped(head), side_of(head), costume.hat_colour
    dome(knife, head, tone(colour, 0.03), y, 0.07, 0.06)
    brim = [(-0.68, y - 0.08), (-0.42, y - 0.34), (0.10 * s, y - 0.24), (0.42, y - 0.34), (0.68, y - 0.08), (0.30, y + 0.02), (0.16 * s, y + 0.09), (-0.30, y + 0.02)]  # fmt: skip
    knife.sheet(closed(brim, 0.65), colour, drop=0.9)
    knife.plain(brush([(-0.66, y - 0.10), (-0.42, y - 0.325), (0.10 * s, y - 0.23), (0.42, y - 0.325), (0.66, y - 0.10)], [0.028] * 5), GOLD)  # fmt: skip
    x, at, z = head.at(0, y, 1.1)
    if z > 0.3:
        knife.plain(oval(x * 0.6, at - 0.10, 0.065, 0.06), "#e6dfcf")
        knife.plain(brush([(x * 0.6 - 0.08, at - 0.02), (x * 0.6 + 0.08, at - 0.05)], (0.025, 0.025)), "#e6dfcf")
        for side in (-1, 1):
            knife.plain(oval(x * 0.6 + side * 0.025, at - 0.10, 0.015, 0.018), tone(colour, -0.1))


def _cowboy(knife: Knife, head: Head, costume: Costume) -> None:
    y, colour = -0.22 + tipped(head), costume.hat_colour
    brim = mirrored(
        [(-0.30, y + 0.06), (-0.62, y + 0.02), (-0.80, y - 0.14), (-0.58, y - 0.07), (-0.30, y - 0.03), (0, y)]
    )
    knife.sheet(closed(brim, 0.8), tone(colour, -0.05), drop=1.1)
    crown = [(-0.40, y + 0.01), (-0.38, y - 0.22), (-0.27, y - 0.40), (-0.10, y - 0.34), (0.02, y - 0.30), (0.12, y - 0.34), (0.27, y - 0.40), (0.38, y - 0.22), (0.40, y + 0.01), (0, y + 0.06)]  # fmt: skip
    knife.sheet(closed(crown, 0.8), colour, drop=0.5)
    knife.plain(closed([(-0.40, y - 0.09), (0, y - 0.04), (0.40, y - 0.09), (0.40, y), (0, y + 0.055), (-0.40, y)], 0.5), costume.accent)  # fmt: skip


def _bowler(knife: Knife, head: Head, costume: Costume) -> None:
    y, colour = -0.22 + tipped(head), costume.hat_colour
    knife.sheet(closed(mirrored([(-0.30, y + 0.065), (-0.54, y - 0.02), (-0.40, y - 0.04), (0, y)]), 0.8), tone(colour, -0.05), drop=0.9)  # fmt: skip
    dome(knife, head, colour, y + 0.02, 0.065, 0.10)
    knife.plain(brush([(-0.41, y - 0.03), (0, y + 0.02), (0.41, y - 0.03)], (0.07, 0.07, 0.07)), tone(colour, -0.12))


def _helm(knife: Knife, head: Head, costume: Costume) -> None:
    """A knight's helm, its visor up, with a plume."""
    s, steel = side_of(head), costume.hat_colour
    out = -s if abs(s) > 0.25 else 0.5
    plume = [(0.0, -0.58), (out * 0.34, -0.78), (out * 0.74, -0.62), (out * 0.84, -0.28)]
    knife.sheet(brush(plume, (0.10, 0.24, 0.26, 0.05)), costume.accent, drop=0.6)
    outer = closed(head.outline(0.105, 0.08), 0.9)
    spots = ((-74, 0.40), (-80, 0.05), (-66, -0.15), (-30, -0.21), (0, -0.22), (30, -0.21), (66, -0.15), (80, 0.05), (74, 0.40), (34, 0.56), (-34, 0.56))  # fmt: skip
    face = [(x, y) for x, y, z in (head.at(a, h, 1.03) for a, h in spots) if z > -0.55]
    if abs(head.yaw) < 108 and len(face) > 3:
        outer.addPath(closed(face, 0.8))
        outer.setFillType(skia.PathFillType.kEvenOdd)
    knife.sheet(outer, steel, drop=0.8)
    left, top, right = head.at(-74, -0.16, 1.14), head.at(0, -0.34, 1.30), head.at(74, -0.16, 1.14)
    if top[2] > -0.25:
        visor = [left[:2], ((left[0] + top[0]) / 2, -0.44), (top[0], -0.50), ((right[0] + top[0]) / 2, -0.44), right[:2], (top[0], -0.20)]  # fmt: skip
        knife.sheet(closed(visor, 0.7), tone(steel, 0.05), drop=0.5)
        for t in (-0.30, -0.38):
            knife.plain(brush([(top[0] * 0.6 - 0.16, t), (top[0], t - 0.01), (top[0] * 0.6 + 0.16, t)], (0.012, 0.02, 0.012)), tone(steel, -0.22))  # fmt: skip


def _kabuto(knife: Knife, head: Head, costume: Costume) -> None:
    """A samurai's helmet: neck guard in rows, bowl, golden horns."""
    y, s, colour = -0.16 + tipped(head), side_of(head), costume.hat_colour
    for i in range(3):
        w = 0.46 + 0.09 * i
        guard = [(-w - 0.08 * max(0.0, s), y + 0.10 + 0.10 * i), (-0.38, y - 0.06), (0.38, y - 0.06), (w + 0.08 * max(0.0, -s), y + 0.10 + 0.10 * i), (w * 0.86, y + 0.17 + 0.10 * i), (0.40, y + 0.02), (-0.40, y + 0.02), (-w * 0.86, y + 0.17 + 0.10 * i)]  # fmt: skip
        knife.sheet(polygon(guard), tone(colour, -0.06 + 0.03 * i), drop=0.4)
    dome(knife, head, colour, y, 0.09, 0.08)
    x, at, z = head.at(0, y - 0.12, 1.1)
    for side in (-1, 1):
        horn = [(x + side * 0.03, at), (x + side * 0.26 * max(0.4, z), at - 0.20), (x + side * 0.34 * max(0.4, z), at - 0.52)]  # fmt: skip
        knife.sheet(brush(horn, (0.09, 0.085, 0.02)), GOLD, drop=0.5)
    if z > 0.2:
        knife.plain(oval(x, at + 0.01, 0.07 * z, 0.06), GOLD)


def _war_helm(knife: Knife, head: Head, costume: Costume) -> None:
    """A general's helmet (兜鍪): bowl, red tassel on a spike, cheek guards."""
    y, colour = -0.17 + tipped(head), costume.hat_colour
    knife.sheet(brush([(0.0, -0.50), (0.0, -0.82)], (0.05, 0.03)), GOLD, drop=0.3)
    knife.sheet(closed([(-0.03, -0.80), (0.03, -0.80), (0.15, -0.60), (0.10, -0.50), (-0.10, -0.50), (-0.15, -0.60)], 0.8), _RED, drop=0.4)  # fmt: skip
    for side in (-1, 1):
        x, at, z = head.at(side * 86, 0.10, 1.08)
        if z > -0.4:
            knife.sheet(closed([(x - 0.10, at - 0.24), (x + 0.10, at - 0.24), (x + 0.12, at + 0.22), (x, at + 0.32), (x - 0.12, at + 0.22)], 0.6), tone(colour, -0.05), drop=0.5)  # fmt: skip
    dome(knife, head, colour, y, 0.085, 0.08)
    ring = above(head, y, 0.085, 0.08)
    knife.sheet(brush([(ring[0][0], y - 0.03), (0, y + 0.02), (ring[-1][0], y - 0.03)], (0.08, 0.09, 0.08)), GOLD, drop=0.4)  # fmt: skip


def _official(knife: Knife, head: Head, costume: Costume) -> None:
    """The black gauze cap (乌纱帽) with its two wings."""
    y, s, colour = -0.19 + tipped(head), side_of(head), costume.hat_colour
    reach = 0.30 + 0.62 * max(0.25, abs(math.cos(math.radians(head.yaw))))
    for side in (-1, 1):
        wing = [(side * 0.28 - s * 0.2, y - 0.12), (side * reach * 0.8 - s * 0.25, y - 0.15), (side * reach - s * 0.25, y - 0.12)]  # fmt: skip
        knife.sheet(brush(wing, (0.04, 0.13, 0.08)), tone(colour, 0.03), drop=0.4)
    dome(knife, head, colour, y, 0.055, 0.03)
    knife.sheet(closed([(-0.30 - 0.08 * s, y - 0.18), (-0.26 - 0.10 * s, y - 0.46), (-0.10 * s, y - 0.52), (0.26 - 0.10 * s, y - 0.46), (0.30 - 0.08 * s, y - 0.18)], 0.8), tone(colour, 0.02), drop=0.3)  # fmt: skip
    x, at, z = head.at(0, y - 0.06, 1.1)
    if z > 0.2:
        knife.plain(oval(x, at, 0.045 * z, 0.05), _JADE)


def _mianguan(knife: Knife, head: Head, costume: Costume) -> None:
    """The emperor's board with strings of beads before and behind."""
    y, s = -0.24 + tipped(head), side_of(head)
    dome(knife, head, "#38353f", y, 0.05, 0.02)
    knife.plain(brush([(-0.40, y - 0.02), (0, y + 0.03), (0.40, y - 0.02)], (0.05, 0.06, 0.05)), GOLD)
    wide = 0.40 + 0.26 * abs(s)
    knife.sheet(polygon([(-wide, y - 0.34), (wide, y - 0.34), (wide * 1.08, y - 0.25), (-wide * 1.08, y - 0.25)]), "#38353f", drop=0.7)  # fmt: skip
    ends = (0.0,) if abs(s) < 0.3 else (1.0, -1.0)
    for end in ends:
        for k in range(7) if not end else range(3):
            x = (-0.36 + 0.12 * k) if not end else math.copysign(wide, s) * end - end * math.copysign(0.07 * k, s)
            if end or abs(x) > 0.13 or head.at(0, 0)[2] < 0:
                for row in range(5):
                    knife.plain(oval(x, y - 0.20 + 0.075 * row, 0.018, 0.024), (_RED, GOLD, _JADE)[row % 3])


def _phoenix(knife: Knife, head: Head, costume: Costume) -> None:
    """The phoenix crown of brides and empresses: gold filigree, pearls, tassels at the temples."""
    y = -0.24 + tipped(head)
    dome(knife, head, tone(GOLD, -0.03), y, 0.06, 0.05)
    fan = [(-0.42, y - 0.02), (-0.56, y - 0.20), (-0.44, y - 0.34), (-0.30, y - 0.30), (-0.24, y - 0.46), (-0.08, y - 0.40), (0.0, y - 0.56)]  # fmt: skip
    knife.sheet(closed([*mirrored(fan), (0, y + 0.03)], 0.8), GOLD, drop=0.6)
    for x, at, colour in ((0, y - 0.34, _RED), (-0.22, y - 0.26, _JADE), (0.22, y - 0.26, _JADE), (-0.12, y - 0.12, "#efe6d2"), (0.12, y - 0.12, "#efe6d2"), (-0.36, y - 0.16, _RED), (0.36, y - 0.16, _RED), (0, y - 0.16, "#3f6fb0")):  # fmt: skip
        knife.plain(oval(x, at, 0.044, 0.046), colour)
    for side in (-1, 1):
        x, at, z = head.at(side * 80, y + 0.10, 1.16)
        if z > -0.3:
            for row in range(5):
                knife.plain(oval(x, at + 0.085 * row, 0.022, 0.032), _RED if row == 4 else GOLD)


def _tiara(knife: Knife, head: Head, costume: Costume) -> None:
    spots = [(a, -0.30 - 0.14 * (1 - abs(a) / 70) - (0.07 if k % 2 else 0.0)) for k, a in enumerate(range(-66, 67, 11))]
    top = [head.at(a, h, 1.06) for a, h in spots]
    low = [head.at(a, -0.27, 1.06) for a in (66, 33, 0, -33, -66)]
    if sum(z for _, _, z in top) > 1.5:
        knife.sheet(polygon([(x, y) for x, y, _ in (*top, *low)]), GOLD, drop=0.4)
        x, y, z = head.at(0, -0.36, 1.06)
        knife.plain(oval(x, y, 0.034 * max(0.3, z), 0.04), costume.accent)


def _wreath(knife: Knife, head: Head, costume: Costume) -> None:
    _ring_of(knife, head, ("#5f8156", "#7d8c4a"), 0.075)


def _flowers(knife: Knife, head: Head, costume: Costume) -> None:
    _ring_of(knife, head, (costume.hat_colour, "#efd9d0", "#e9bd3f", tone(costume.hat_colour, 0.08)), 0.092)


def _ring_of(knife: Knife, head: Head, colours: tuple[str, ...], size: float) -> None:
    """Leaves or flowers round the head."""
    for k, angle in enumerate(range(-180, 180, 20)):
        x, y, z = head.at(angle, -0.28, 1.12)
        if z > -0.1:
            knife.sheet(oval(x, y - 0.02 * (k % 2), size * max(0.5, z), size), colours[k % len(colours)], drop=0.3)


def _fez(knife: Knife, head: Head, costume: Costume) -> None:
    y = -0.27 + tipped(head)
    knife.sheet(closed([(-0.33, y), (-0.27, y - 0.36), (0, y - 0.40), (0.27, y - 0.36), (0.33, y), (0, y + 0.06)], 0.45), costume.hat_colour, drop=0.6)  # fmt: skip
    knife.sheet(brush([(0, y - 0.38), (0.24, y - 0.33), (0.27, y - 0.08)], (0.02, 0.025, 0.06)), tone(costume.hat_colour, -0.2), drop=0.3)  # fmt: skip


def _mitre(knife: Knife, head: Head, costume: Costume) -> None:
    y = -0.24 + tipped(head)
    knife.sheet(closed([(-0.38, y), (-0.44, y - 0.32), (0, y - 0.78), (0.44, y - 0.32), (0.38, y), (0, y + 0.06)], 0.5), costume.hat_colour, drop=0.7)  # fmt: skip
    knife.plain(brush([(0, y + 0.03), (0, y - 0.66)], (0.08, 0.05)), GOLD)
    knife.plain(brush([(-0.38, y - 0.03), (0, y + 0.025), (0.38, y - 0.03)], (0.09, 0.09, 0.09)), GOLD)


def _santa(knife: Knife, head: Head, costume: Costume) -> None:
    y, s = -0.22 + tipped(head), side_of(head)
    out = math.copysign(1.0, -s) if abs(s) > 0.2 else 1.0
    tail = [(0.0, y - 0.36), (out * 0.34, y - 0.44), (out * 0.60, y - 0.24), (out * 0.61, y + 0.02)]
    knife.sheet(brush(tail, (0.40, 0.30, 0.20, 0.10)), tone(costume.hat_colour, -0.03), drop=0.5)
    dome(knife, head, costume.hat_colour, y, 0.06, 0.12)
    knife.sheet(brush([(-0.42, y - 0.03), (0, y + 0.025), (0.42, y - 0.03)], (0.14, 0.15, 0.14)), "#ece6da", drop=0.5)
    knife.sheet(oval(out * 0.61, y + 0.04, 0.105, 0.105), "#ece6da", drop=0.4)


def _jester(knife: Knife, head: Head, costume: Costume) -> None:
    """Three horns with bells, in two colours."""
    y = -0.20 + tipped(head)
    for k, (side, colour) in enumerate(((-1, costume.hat_colour), (1, costume.accent), (0, tone(costume.hat_colour, 0.06)))):  # fmt: skip
        tip = (side * 0.68, y - 0.02) if side else (0.12, y - 0.66)
        knife.sheet(brush([(side * 0.12, y - 0.16), (side * 0.40, y - 0.46 + 0.1 * (k == 2)), tip], (0.44, 0.26, 0.03)), colour, drop=0.5)  # fmt: skip
        knife.sheet(oval(tip[0], tip[1], 0.055, 0.055), GOLD, drop=0.3)


def _horned(knife: Knife, head: Head, costume: Costume) -> None:
    y = -0.18 + tipped(head)
    for side in (-1, 1):
        horn = [(side * 0.30, y - 0.18), (side * 0.58, y - 0.24), (side * 0.62, y - 0.54)]
        knife.sheet(brush(horn, (0.17, 0.13, 0.02)), "#e0d3b4", drop=0.5)
    dome(knife, head, costume.hat_colour, y, 0.085, 0.06)
    ring = above(head, y, 0.085, 0.06)
    knife.sheet(brush([(ring[0][0], y - 0.03), (0, y + 0.02), (ring[-1][0], y - 0.03)], (0.09, 0.10, 0.09)), tone(GOLD, -0.1), drop=0.4)  # fmt: skip


def _five_buddhas(knife: Knife, head: Head, costume: Costume) -> None:
    """The five-leaved crown (五佛冠) of a high monk."""
    y = -0.24 + tipped(head)
    for x in (-0.34, 0.34, -0.18, 0.18, 0.0):
        w, h = 0.13, 0.40 if x == 0 else 0.34
        knife.sheet(closed([(x - w, y - 0.02), (x - w * 1.1, y - h * 0.55), (x, y - h), (x + w * 1.1, y - h * 0.55), (x + w, y - 0.02)], 0.7), GOLD, drop=0.5)  # fmt: skip
        knife.plain(closed([(x - w * 0.6, y - 0.05), (x - w * 0.65, y - h * 0.5), (x, y - h * 0.82), (x + w * 0.65, y - h * 0.5), (x + w * 0.6, y - 0.05)], 0.7), _RED)  # fmt: skip
    knife.sheet(brush([(-0.42, y - 0.01), (0, y + 0.04), (0.42, y - 0.01)], (0.07, 0.08, 0.07)), GOLD, drop=0.4)


def _fillet(knife: Knife, head: Head, costume: Costume) -> None:
    """The golden band of the Monkey King."""
    ring = above(head, -0.10, 0.07, 0.03)
    knife.sheet(brush([(ring[0][0], -0.22), (0, -0.195), (ring[-1][0], -0.22)], (0.06, 0.065, 0.06)), GOLD, drop=0.4)
    x, y, z = head.at(0, -0.23, 1.12)
    if z > 0.1:
        for side in (-1, 1):
            knife.plain(brush([(x, y), (x + side * 0.06 * z, y - 0.07), (x + side * 0.11 * z, y - 0.03)], (0.035, 0.035, 0.02)), GOLD)  # fmt: skip


def _melon(knife: Knife, head: Head, costume: Costume) -> None:
    """The six-panelled cap of late empire and republic (瓜皮帽) with its knob."""
    dome(knife, head, costume.hat_colour, -0.20, 0.055, 0.03)
    knife.plain(oval(0, -0.585, 0.05, 0.048), _RED)
    if knife.fine:
        for x in (-0.2, 0.0, 0.2):
            knife.tint(brush([(0, -0.54), (x * 1.3, -0.36), (x * 1.7, -0.21)], (0.008, 0.012, 0.012)), tone(costume.hat_colour, 0.10), 0.8)  # fmt: skip


def _qitou(knife: Knife, head: Head, costume: Costume) -> None:
    """The board headdress of Manchu ladies, a flower in its middle, tassels at the side."""
    y, wide = -0.52, 0.30 + 0.42 * abs(math.cos(math.radians(head.yaw)))
    board = [(-wide, y + 0.10), (-wide * 1.08, y - 0.12), (0, y - 0.19), (wide * 1.08, y - 0.12), (wide, y + 0.10), (0, y + 0.04)]  # fmt: skip
    knife.sheet(closed(board, 0.5), "#34313a", drop=0.7)
    front = head.at(0, 0)[2] > -0.2
    if front:
        for k in range(6):
            knife.plain(oval(0.085 * math.cos(k * 1.05), y - 0.05 + 0.085 * math.sin(k * 1.05), 0.065, 0.065), costume.accent)  # fmt: skip
        knife.plain(oval(0, y - 0.05, 0.05, 0.05), GOLD)
    for side in (-1, 1):
        knife.plain(oval(side * wide * 0.62, y - 0.03, 0.05, 0.05), _JADE)
        knife.plain(brush([(side * wide * 0.98, y + 0.08), (side * wide, y + 0.44)], (0.02, 0.045)), _RED)


def _pharaoh(knife: Knife, head: Head, costume: Costume) -> None:
    """The striped cloth of Egypt's kings."""
    s = side_of(head)
    cloth = [(-0.36, -0.34), (0, -0.60), (0.36, -0.34), (0.56, 0.16), (0.54, 0.62), (0.28, 0.62), (0.40, 0.10), (0.34, -0.16), (0, -0.22), (-0.34, -0.16), (-0.40, 0.10), (-0.28, 0.62), (-0.54, 0.62), (-0.56, 0.16)]  # fmt: skip
    if abs(head.yaw) > 100:
        cloth = [*cloth[:5], (0, 0.70), *cloth[-2:]]
    path = closed([(x - 0.06 * s, y) for x, y in cloth], 0.6)
    knife.sheet(path, GOLD, drop=0.7)
    knife.canvas.save()
    knife.canvas.clipPath(path, doAntiAlias=True)
    for k in range(8):
        y = -0.50 + 0.15 * k
        knife.tint(brush([(-0.6, y + 0.08), (0, y), (0.6, y + 0.08)], (0.06, 0.06, 0.06)), "#3f6fb0", 1.0)
    knife.canvas.restore()


def _skullcap(knife: Knife, head: Head, costume: Costume) -> None:
    dome(knife, head, costume.hat_colour, -0.34, 0.045, 0.02)


LEGENDS = {
    "wizard": _wizard, "witch": _witch, "tricorne": _tricorne, "cowboy": _cowboy, "bowler": _bowler, "helm": _helm, "kabuto": _kabuto,
    "war helm": _war_helm, "official": _official, "mianguan": _mianguan, "phoenix": _phoenix, "tiara": _tiara, "wreath": _wreath,
    "flowers": _flowers, "fez": _fez, "mitre": _mitre, "santa": _santa, "jester": _jester, "horned": _horned, "crown of buddhas": _five_buddhas,
    "fillet": _fillet, "melon": _melon, "qitou": _qitou, "pharaoh": _pharaoh, "skullcap": _skullcap,
}  # fmt: skip
