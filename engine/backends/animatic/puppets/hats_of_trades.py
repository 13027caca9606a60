"""Hats that tell a trade: police, cooks, sailors, soldiers, firemen, nurses, nuns, divers, astronauts.

In head heights around the head's centre, like `hats`; what points forward follows the turn of the head.
"""

from __future__ import annotations

import math

import skia

from engine.backends.animatic.puppets.colours import tone
from engine.backends.animatic.puppets.costume import Costume
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, closed, oval, polygon
from engine.backends.animatic.puppets.skull import Head
from engine.backends.animatic.puppets.trunk import GOLD, LINEN


def mirrored(half: list[Point]) -> list[Point]:
    """An outline from its left half, bottom to top."""
    return [*half, *((-x, y) for x, y in reversed(half) if abs(x) > 1e-6)]


def side_of(head: Head) -> float:
    """-1..1: how far it faces right."""
    return math.sin(math.radians(head.yaw))


def tipped(head: Head) -> float:
    """How far a brim goes down with the brow of a bowed head; seen from below it goes up with it, and the eyes stay free."""
    share = math.sin(math.radians(head.bow))
    return (0.10 if share > 0 else 0.42) * share


def above(head: Head, low: float, grow: float, top: float) -> list[Point]:
    """The skull above height `low`, grown."""
    return [p for p in head.outline(grow, top) if p[1] < low]


def dome(knife: Knife, head: Head, colour: str, low: float, grow: float, top: float) -> None:
    """A cap that fits the skull."""
    ring = above(head, low, grow, top)
    knife.sheet(closed([*ring, (0, low + 0.03)], 0.8), colour, drop=0.6)


def peak(knife: Knife, head: Head, colour: str, y: float = -0.155, long: float = 1.0) -> None:
    """What shades the eyes."""
    x, at, z = head.at(0, y, 1.25)
    left, right = head.at(-62, y - 0.01, 1.06), head.at(62, y - 0.01, 1.06)
    if z > -0.2:
        edge = [
            left[:2], ((left[0] + x) / 2 * 1.04, at + 0.06 * long), (x * (1 + 0.25 * long), at + 0.075 * long),
            ((right[0] + x) / 2 * 1.04, at + 0.06 * long), right[:2], (x * 0.7, at - 0.02),
        ]  # fmt: skip
        knife.sheet(closed(edge), colour, drop=0.6)


def badge(knife: Knife, head: Head, y: float, colour: str, size: float = 0.05) -> None:
    """A round badge in front."""
    x, at, z = head.at(0, y, 1.1)
    if z > 0.25:
        knife.plain(oval(x, at, size * z, size * 1.1), colour)
        knife.plain(oval(x, at, size * 0.5 * z, size * 0.55), tone(colour, -0.12))


def _peaked(knife: Knife, head: Head, costume: Costume) -> None:
    """The cap of police, officers, pilots and guards: a flared top, a band, a shiny peak."""
    y, s, colour = -0.20 + tipped(head), side_of(head), costume.hat_colour
    top = [(-0.40, y), (-0.43, y - 0.10), (-0.55, y - 0.25), (-0.34, y - 0.37 - 0.03 * s), (0, y - 0.41), (0.34, y - 0.37 + 0.03 * s), (0.55, y - 0.25), (0.43, y - 0.10), (0.40, y), (0, y + 0.05)]  # fmt: skip
    knife.sheet(closed(top, 0.7), colour, drop=0.7)
    strip = [(-0.41, y - 0.13), (0, y - 0.08), (0.41, y - 0.13), (0.41, y), (0, y + 0.055), (-0.41, y)]
    knife.plain(closed(strip, 0.5), tone(colour, -0.14))
    if knife.fine:
        knife.plain(brush([(-0.40, y - 0.015), (0, y + 0.04), (0.40, y - 0.015)], (0.016, 0.022, 0.016)), GOLD)
    peak(knife, head, "#34323c", y + 0.035)
    badge(knife, head, y - 0.20, GOLD, 0.062)


def _toque(knife: Knife, head: Head, costume: Costume) -> None:
    y, colour = -0.20 + tipped(head), costume.hat_colour
    puff = mirrored([(-0.40, y - 0.16), (-0.56, y - 0.38), (-0.42, y - 0.60), (-0.20, y - 0.56), (0, y - 0.68)])
    knife.sheet(closed(puff, 1.0), colour, drop=0.7)
    if knife.fine:
        for x in (-0.22, 0.0, 0.22):
            knife.tint(brush([(x, y - 0.18), (x * 1.2, y - 0.45)], (0.012, 0.03)), tone(colour, -0.07), 0.8)
    strip = [(-0.41, y - 0.22), (0, y - 0.17), (0.41, y - 0.22), (0.40, y), (0, y + 0.055), (-0.40, y)]
    knife.sheet(closed(strip, 0.4), tone(colour, -0.03), drop=0.5)


def _nurse(knife: Knife, head: Head, costume: Costume) -> None:
    y, s, colour = -0.36 + tipped(head) * 0.5, side_of(head), costume.hat_colour
    cap = mirrored([(-0.30, y + 0.08), (-0.36, y - 0.16), (-0.16, y - 0.20), (0, y - 0.22)])
    knife.sheet(closed([(x + 0.06 * s, h) for x, h in cap], 0.45), colour, drop=0.6)
    x, at, z = head.at(0, y + 0.26, 1.0)
    if z > 0.2:
        x, at = x * 0.8, y - 0.06
        knife.plain(brush([(x - 0.06 * z, at), (x + 0.06 * z, at)], (0.04, 0.04)), "#c63d32")
        knife.plain(brush([(x, at - 0.06), (x, at + 0.06)], (0.04 * z, 0.04 * z)), "#c63d32")


def _sailor(knife: Knife, head: Head, costume: Costume) -> None:
    """A round cap, its white top over a dark band, two ribbons behind."""
    y, s, colour = -0.21 + tipped(head), side_of(head), costume.hat_colour
    if abs(s) > 0.3 or abs(head.yaw) > 90:
        for shift in (0.0, 0.07):
            x = -s * (0.36 + shift)
            knife.sheet(brush([(x, y), (x * 1.12, y + 0.20), (x * 1.10 + 0.02, y + 0.42)], (0.05, 0.06, 0.06)), "#2c3e63", drop=0.3)  # fmt: skip
    top = mirrored([(-0.40, y - 0.08), (-0.54, y - 0.22), (-0.38, y - 0.33), (0, y - 0.37)])
    knife.sheet(closed([*top, (0, y - 0.02)], 0.8), colour, drop=0.6)
    strip = [(-0.41, y - 0.13), (0, y - 0.08), (0.41, y - 0.13), (0.40, y), (0, y + 0.05), (-0.40, y)]
    knife.sheet(closed(strip, 0.4), "#2c3e63", drop=0.4)


def _army(knife: Knife, head: Head, costume: Costume) -> None:
    """A steel helmet with its rim and chin strap."""
    y = -0.14 + tipped(head)
    ring = above(head, y + 0.02, 0.11, 0.06)
    knife.sheet(closed([(ring[0][0] * 1.10, y + 0.05), *ring, (ring[-1][0] * 1.10, y + 0.05), (0, y + 0.085)], 0.7), costume.hat_colour, drop=0.8)  # fmt: skip
    knife.tint(brush([(ring[0][0], y), (0, y + 0.05), (ring[-1][0], y)], (0.02, 0.03, 0.02)), tone(costume.hat_colour, -0.12), 1.0)  # fmt: skip
    _strap(knife, head, tone(costume.hat_colour, -0.16))


def _strap(knife: Knife, head: Head, colour: str) -> None:
    for side in (-1, 1):
        a, b = head.at(side * 70, 0.0, 1.03), head.at(side * 34, 0.44, 1.0)
        if min(a[2], b[2]) > -0.1:
            knife.plain(brush([a[:2], b[:2]], (0.03, 0.03)), colour)


def _fire(knife: Knife, head: Head, costume: Costume) -> None:
    """A fireman's helmet: a comb along the crown, a brim long at the nape, a shield in front."""
    y, s = -0.17 + tipped(head), side_of(head)
    brim = [(-0.56 - 0.12 * max(0.0, s), y + 0.06), (-0.30, y - 0.02), (0.30, y - 0.02), (0.56 + 0.12 * max(0.0, -s), y + 0.06), (0, y + 0.12)]  # fmt: skip
    knife.sheet(closed(brim, 0.8), tone(costume.hat_colour, -0.07), drop=0.9)
    dome(knife, head, costume.hat_colour, y + 0.02, 0.08, 0.10)
    knife.sheet(brush([(-0.02 - 0.2 * s, y - 0.48), (0.02, y - 0.50), (0.02 + 0.2 * s, y - 0.40)], (0.09, 0.11, 0.06)), GOLD, drop=0.4)  # fmt: skip
    x, at, z = head.at(0, y - 0.12, 1.2)
    if z > 0.1:
        w = 0.13 * z
        knife.sheet(closed([(x - w, at - 0.14), (x, at - 0.19), (x + w, at - 0.14), (x + w * 0.8, at + 0.05), (x, at + 0.10), (x - w * 0.8, at + 0.05)], 0.5), GOLD, drop=0.4)  # fmt: skip


def _hard(knife: Knife, head: Head, costume: Costume) -> None:
    y = -0.18 + tipped(head)
    dome(knife, head, costume.hat_colour, y, 0.085, 0.08)
    knife.plain(brush([(-0.03, y - 0.05), (0.0, y - 0.42)], (0.10, 0.07)), tone(costume.hat_colour, 0.06))
    peak(knife, head, tone(costume.hat_colour, -0.05), y + 0.01, 0.7)
    ring = above(head, y, 0.085, 0.08)
    knife.plain(brush([(ring[0][0], y - 0.01), (0, y + 0.04), (ring[-1][0], y - 0.01)], (0.04, 0.05, 0.04)), tone(costume.hat_colour, -0.06))  # fmt: skip


def _wimple(knife: Knife, head: Head, costume: Costume) -> None:
    """A nun's white band and black veil, which falls on the shoulders."""
    s = side_of(head)
    veil = [(-0.45, -0.20), (-0.30, -0.56), (0.0, -0.63), (0.30, -0.56), (0.45, -0.20), (0.50, 0.45), (0.44, 0.86), (-0.44, 0.86), (-0.50, 0.45)]  # fmt: skip
    spots = ((-70, 0.34), (-78, 0.05), (-60, -0.14), (-30, -0.24), (0, -0.26), (30, -0.24), (60, -0.14), (78, 0.05), (70, 0.34), (34, 0.49), (0, 0.52), (-34, 0.49))  # fmt: skip
    front = [head.at(a, h, 1.02) for a, h in spots]
    face = [(x, y) for x, y, z in front if z > -0.6]
    if abs(head.yaw) > 104 or len(face) < 4:
        knife.sheet(closed([(x - 0.06 * s, y) for x, y in veil], 0.7), costume.hat_colour, drop=0.8)
        return
    for path, colour in ((closed([(x - 0.06 * s, y) for x, y in veil], 0.7), costume.hat_colour), (closed([(x * 1.16, y * 1.12 - 0.01) for x, y in face], 0.9), LINEN)):  # fmt: skip
        path.addPath(closed(face, 0.9))
        path.setFillType(_EVEN_ODD)
        knife.sheet(path, colour, drop=0.5)


def _space(knife: Knife, head: Head, costume: Costume) -> None:
    """A glass bubble with a bright rim: the face looks out of it."""
    s = side_of(head)
    shell = closed(
        mirrored([(-0.34, 0.56), (-0.60, 0.30), (-0.66, -0.05), (-0.54, -0.46), (-0.26, -0.68), (0, -0.73)]), 0.9
    )
    pane = closed([(x * 0.80 + 0.14 * s, y * 0.80 - 0.02) for x, y in mirrored([(-0.30, 0.46), (-0.60, 0.22), (-0.64, -0.10), (-0.46, -0.46), (0, -0.56)])], 0.9)  # fmt: skip
    if abs(head.yaw) > 112:
        knife.sheet(shell, costume.hat_colour, drop=0.8)
        knife.plain(brush([(-0.5, 0.34), (0, 0.42), (0.5, 0.34)], (0.05, 0.06, 0.05)), costume.accent)
        return
    shell.addPath(pane)
    shell.setFillType(_EVEN_ODD)
    knife.sheet(shell, costume.hat_colour, drop=0.8)
    knife.plain(pane, "#bcd6e0", 0.20)
    knife.plain(brush([(-0.36 + 0.14 * s, -0.10), (-0.30 + 0.14 * s, -0.30), (-0.12 + 0.14 * s, -0.41)], (0.03, 0.07, 0.03)), "#f4f4ec", 0.75)  # fmt: skip


def _swim(knife: Knife, head: Head, costume: Costume) -> None:
    dome(knife, head, costume.hat_colour, -0.10, 0.035, 0.02)


def _headband(knife: Knife, head: Head, costume: Costume) -> None:
    """A strip round the brow, knotted behind."""
    s = side_of(head)
    ring = above(head, -0.10, 0.06, 0.03)
    knife.sheet(brush([(ring[0][0], -0.21), (0, -0.185), (ring[-1][0], -0.21)], (0.075, 0.085, 0.075)), costume.hat_colour, drop=0.4)  # fmt: skip
    if abs(s) > 0.25 or abs(head.yaw) > 90:
        x = -s * 0.45
        for end in (0.14, 0.22):
            knife.sheet(brush([(x, -0.20), (x * (1.1 + end), -0.05), (x * (1.1 + end * 1.4), 0.16)], (0.05, 0.06, 0.05)), costume.hat_colour, drop=0.3)  # fmt: skip


def _bandage(knife: Knife, head: Head, costume: Costume) -> None:
    ring = above(head, -0.10, 0.065, 0.03)
    for y, t in ((-0.30, -0.02), (-0.22, 0.0)):
        knife.sheet(brush([(ring[0][0], y - 0.02), (0, y + 0.02), (ring[-1][0], y)], (0.10, 0.12, 0.10)), tone("#ece2d0", t), drop=0.3)  # fmt: skip


def _mortarboard(knife: Knife, head: Head, costume: Costume) -> None:
    y = -0.22 + tipped(head)
    dome(knife, head, tone(costume.hat_colour, -0.03), y, 0.05, 0.0)
    knife.sheet(polygon([(-0.66, y - 0.28), (0.0, y - 0.42), (0.66, y - 0.28), (0.0, y - 0.12)]), costume.hat_colour, drop=0.7)  # fmt: skip
    knife.sheet(brush([(0.0, y - 0.27), (0.42, y - 0.24), (0.46, y + 0.10)], (0.022, 0.026, 0.06)), GOLD, drop=0.3)


def _hat_of_fur(knife: Knife, head: Head, costume: Costume) -> None:
    """A fur hat with its flaps."""
    y = -0.20 + tipped(head)
    for side in (-1, 1):
        x, at, z = head.at(side * 84, 0.10, 1.10)
        if z > -0.35:
            knife.sheet(oval(x, at, 0.12, 0.26), tone(costume.hat_colour, -0.04), drop=0.5)
    dome(knife, head, costume.hat_colour, y, 0.12, 0.10)
    ring = above(head, y, 0.13, 0.06)
    rim = [(ring[0][0] * 1.04 + (ring[-1][0] - ring[0][0]) * 1.04 * k / 12, y - 0.16 + (0.03 if k % 2 else 0.0)) for k in range(13)]  # fmt: skip
    low = [(ring[-1][0] * 1.04, y + 0.02), (0, y + 0.06), (ring[0][0] * 1.04, y + 0.02)]
    knife.sheet(closed([*rim, *low], 0.8), tone(costume.hat_colour, 0.06), drop=0.5)


def _bonnet(knife: Knife, head: Head, costume: Costume) -> None:
    """A servant's or pilgrim's cap with a frill round the face."""
    ring = above(head, -0.06, 0.10, 0.05)
    knife.sheet(closed([*ring, (0, -0.15)], 0.8), costume.hat_colour, drop=0.6)
    frill = [head.at(a, -0.20 + 0.10 * abs(a) / 70 + (0.03 if k % 2 else 0.0), 1.10) for k, a in enumerate(range(-72, 73, 12))]  # fmt: skip
    seen = [(x, y) for x, y, z in frill if z > 0.0]
    if len(seen) > 3:
        knife.sheet(brush(seen, [0.09] * len(seen)), tone(costume.hat_colour, 0.04), drop=0.4)


_EVEN_ODD = skia.PathFillType.kEvenOdd

TRADES = {
    "peaked": _peaked, "toque": _toque, "nurse": _nurse, "sailor": _sailor, "army": _army, "fire": _fire, "hard": _hard, "wimple": _wimple,
    "space": _space, "swim": _swim, "headband": _headband, "bandage": _bandage, "mortarboard": _mortarboard, "fur": _hat_of_fur, "bonnet": _bonnet,
}  # fmt: skip
