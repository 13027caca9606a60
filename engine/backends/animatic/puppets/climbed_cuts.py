"""What is climbed, cut from paper: a tree with a limb to stand on, a ladder to a platform, a cliff with a ledge, stairs, a mast.

Each has its surface at (0, -height), as perches do, so whoever arrives up there stands on something.
"""

from __future__ import annotations

import math

import skia

from engine.backends.animatic.puppets.colours import tone
from engine.backends.animatic.puppets.paper_cut import Knife, brush, closed, oval, polygon
from engine.backends.animatic.stage import Pose

LEAF = "#7d9a5c"


def tree(knife: Knife, h: float, colour: str, pose: Pose) -> None:
    """A trunk that goes on above, limbs to both sides at the height of the feet, a crown beyond."""
    sway = 0.012 * math.sin(pose.clock * 1.1)
    for x, y, r in ((-1.0, -h - 1.35, 0.95), (0.95, -h - 1.45, 0.98), (0.0, -h - 2.0, 1.05), (-0.15, -h - 1.2, 0.8)):
        knife.sheet(_leafy(x + sway, y, r), tone(LEAF, -0.03 + 0.03 * (x > -0.5)))
    trunk = [(0.02, 0.02), (0.0, -h * 0.35), (0.05, -h * 0.8), (0.0, -h - 0.9), (0.02, -h - 1.5)]
    stout = min(1.0, 0.35 + 0.33 * h)
    knife.sheet(brush(trunk, [stout * wide for wide in (0.66, 0.46, 0.42, 0.27, 0.2)]), colour)
    for x, y, r in ((-0.5, -h - 1.55, 0.62), (0.5, -h - 1.6, 0.6), (0.02, -h - 2.05, 0.72), (0.02, -h - 1.22, 0.42)):
        knife.sheet(_leafy(x - sway, y, r), tone(LEAF, 0.02), drop=0.6)
    for way, reach in ((-1, 1.25), (1, 1.35)):
        limb = [(0.0, -h + 0.14), (way * 0.5, -h + 0.07), (way * reach * 0.8, -h - 0.02), (way * reach, -h - 0.22)]
        knife.sheet(brush(limb, [stout * wide for wide in (0.22, 0.15, 0.09, 0.02)]), colour, drop=0.5)
        knife.sheet(_leafy(way * reach + sway, -h - 0.36, 0.32), tone(LEAF, 0.02), drop=0.5)
    for i in range(5):
        y = -h * (0.14 + 0.17 * i)
        knife.tint(brush([(-0.12 + 0.05 * (i % 3), y), (-0.06, y - 0.16)], (0.02, 0.006)), tone(colour, -0.09), 0.8)


def _leafy(x: float, y: float, r: float) -> skia.Path:
    turns = (i * math.tau / 11 for i in range(11))
    return closed(
        [
            (x + r * (1 + 0.12 * math.cos(5 * a)) * math.cos(a), y + r * (0.8 + 0.1 * math.sin(4 * a)) * math.sin(a))
            for a in turns
        ]
    )


def ladder(knife: Knife, h: float, colour: str, pose: Pose) -> None:
    """Two rails and rungs before a platform on posts."""
    dark = tone(colour, -0.07)
    for x in (-1.35, 1.35):
        knife.sheet(polygon([(x - 0.09, 0), (x - 0.09, -h), (x + 0.09, -h), (x + 0.09, 0)]), dark)
    for way in (-1, 1):
        knife.sheet(brush([(way * 1.35, -h + 0.75), (way * 0.75, -h + 0.1)], (0.09, 0.09)), dark, drop=0.4)
    knife.sheet(polygon([(-1.7, -h), (1.7, -h), (1.7, -h + 0.14), (-1.7, -h + 0.14)]), colour)
    for x in (-0.27, 0.27):
        knife.sheet(brush([(x * 1.12, 0.0), (x, -h - 0.22)], (0.075, 0.065)), tone(colour, 0.05), drop=0.5)
    for i in range(max(3, round(h / 0.3))):
        y = -0.2 - i * (h - 0.2) / max(3, round(h / 0.3))
        knife.sheet(polygon([(-0.31, y), (0.31, y), (0.31, y + 0.06), (-0.31, y + 0.06)]), tone(colour, 0.02), drop=0.4)


def cliff(knife: Knife, h: float, colour: str, pose: Pose) -> None:
    """A face of rock with cracks, a ledge on it, and more rock behind."""
    back = [(-0.6, 0.0), (-0.5, -h - 0.4), (0.3, -h - 1.5), (1.5, -h - 2.3), (3.2, -h - 2.6), (3.8, 0.0)]
    knife.sheet(closed(back, 0.35), tone(colour, -0.07))
    front = [(-1.5, 0.02), (-1.25, -h * 0.5), (-0.95, -h * 0.93), (-0.6, -h), (1.9, -h), (2.5, -h * 0.8), (3.0, 0.02)]
    knife.sheet(closed(front, 0.3), colour)
    for i in range(7):
        x, y = -0.9 + 0.5 * i, -h * (0.22 + 0.11 * ((i * 3) % 6))
        crack = [(x, y - 0.28), (x + 0.10, y - 0.05), (x + 0.02, y + 0.12), (x + 0.14, y + 0.3)]
        knife.tint(brush(crack, (0.01, 0.035, 0.025, 0.006)), tone(colour, -0.12), 0.8)
    knife.tint(
        brush([(-0.7, -h + 0.05), (0.6, -h + 0.07), (1.9, -h + 0.05)], (0.05, 0.09, 0.05)), tone(colour, 0.07), 0.9
    )


def stairs(knife: Knife, h: float, colour: str, pose: Pose) -> None:
    """Stone steps from the left, a landing at the top."""
    count = max(3, round(h / 0.19))
    run = 1.25 * h
    for i in range(count):
        left, top = -0.35 - run + run * i / count, -h * (i + 1) / count
        knife.sheet(
            polygon([(left, 0.02), (left, top), (2.4, top), (2.4, 0.02)]),
            tone(colour, 0.05 * (1 - i / count)),
            drop=0.6,
        )


def mast(knife: Knife, h: float, colour: str, pose: Pose) -> None:
    """A pole that goes on above, and a yard across it."""
    knife.sheet(brush([(0.0, 0.0), (0.0, -h - 1.9)], (0.20, 0.12)), colour)
    knife.sheet(
        brush([(-1.25, -h + 0.05), (0.0, -h + 0.06), (1.25, -h + 0.05)], (0.06, 0.12, 0.06)),
        tone(colour, -0.05),
        drop=0.6,
    )
    for way in (-1, 1):
        knife.plain(brush([(way * 1.2, -h + 0.03), (0.0, -h - 1.5)], (0.016, 0.016)), tone(colour, -0.12))
    knife.sheet(oval(0.0, -h - 1.92, 0.09, 0.09), tone(colour, 0.08))
