"""What small creatures sit on up there: a branch with its tree, a wire, a roof's ridge, a wall, a fence, a lamp, a post, a sill, a rock, a log.

Each is cut to the height its sitter needs, ridge or branch exactly under the feet, and reaches down to the ground or out of the
frame: a twig that floats in the air is worse than none.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import skia

from engine.backends.animatic.puppets import climbed_cuts
from engine.backends.animatic.puppets.colours import blend, tone
from engine.backends.animatic.puppets.one_sheet import Thing
from engine.backends.animatic.puppets.paper_cut import Knife, brush, closed, oval, polygon
from engine.backends.animatic.stage import Pose

BARK, LEAF, STONE, TILE, WOOD, IRON = "#7a5a44", "#7d9a5c", "#a39c92", "#8a5348", "#9a7350", "#4a5058"

Cut = Callable[[Knife, float, str, Pose], None]
"""cut(knife, height of the surface in metres, colour, pose), in metres, the surface's middle at (0, -height)."""


def _branch(knife: Knife, h: float, colour: str, pose: Pose) -> None:
    """A tree at one side, its limb under the feet, leaves beyond."""
    sway = 0.012 * math.sin(pose.clock * 1.1)
    for x, y, r in (
        (-1.55, -h - 0.75, 0.75),
        (-0.95, -h - 1.05, 0.62),
        (-2.1, -h - 0.45, 0.62),
        (-1.45, -h - 1.35, 0.6),
    ):
        knife.sheet(_leafy(x + sway, y, r), tone(LEAF, -0.05 + 0.03 * (x > -1.2)))
    trunk = [(-1.72, 0.0), (-1.60, -h * 0.4), (-1.52, -h * 0.85), (-1.50, -h - 0.7)]
    knife.sheet(brush(trunk, (0.46, 0.32, 0.26, 0.14)), colour)
    limb = [(-1.56, -h + 0.16), (-0.85, -h + 0.02), (0.0, -h + 0.035), (0.62, -h - 0.05), (0.98, -h - 0.20)]
    knife.sheet(brush(limb, (0.20, 0.13, 0.075, 0.05, 0.015)), colour, drop=0.6)
    for x, y, dx, dy in ((-0.7, -h + 0.02, 0.22, -0.26), (0.45, -h - 0.01, 0.22, 0.14), (-0.3, -h + 0.05, 0.18, 0.16)):
        knife.sheet(
            brush([(x, y), (x + dx * 0.6, y + dy * 0.5), (x + dx, y + dy)], (0.035, 0.025, 0.008)), colour, drop=0.3
        )
        _twig_leaves(knife, x + dx, y + dy, sway)
    _twig_leaves(knife, 0.98, -h - 0.20, sway)
    knife.sheet(_leafy(-1.95 + sway, -h - 1.0, 0.5), tone(LEAF, 0.02), drop=0.6)


def _leafy(x: float, y: float, r: float) -> skia.Path:
    points = [
        (x + r * (1.0 + 0.12 * math.cos(5 * a)) * math.cos(a), y + r * (0.82 + 0.10 * math.sin(4 * a)) * math.sin(a))
        for a in (i * math.tau / 11 for i in range(11))
    ]
    return closed(points)


def _twig_leaves(knife: Knife, x: float, y: float, sway: float) -> None:
    for i, a in enumerate((-1.1, -0.3, 0.5, 1.4)):
        dx, dy = 0.13 * math.cos(a), 0.13 * math.sin(a)
        tip, side = (x + dx + sway, y + dy), (-dy * 0.36, dx * 0.36)
        mid = (x + dx * 0.5, y + dy * 0.5)
        knife.sheet(
            closed([(x, y), (mid[0] + side[0], mid[1] + side[1]), tip, (mid[0] - side[0], mid[1] - side[1])]),
            tone(LEAF, 0.03 * (i % 2)),
            drop=0.3,
        )


def _wire(knife: Knife, h: float, colour: str, pose: Pose) -> None:
    """Two poles and the wires between them, slack."""
    for x in (-3.4, 3.4):
        knife.sheet(brush([(x, 0.0), (x, -h - 0.75)], (0.15, 0.11)), BARK)
        for y in (-h - 0.32, -h - 0.62):
            knife.sheet(
                polygon([(x - 0.42, y), (x + 0.42, y), (x + 0.42, y + 0.07), (x - 0.42, y + 0.07)]),
                tone(BARK, -0.05),
                drop=0.4,
            )
    for up in (0.0, 0.30):
        row = [
            (-6.8, -h - up),
            *((-3.4 + 0.85 * i, -h - up - 0.32 * ((i - 4) / 4) ** 2) for i in range(9)),
            (6.8, -h - up),
        ]
        knife.plain(brush(row, [0.022] * len(row)), colour)


def _roof(knife: Knife, h: float, colour: str, pose: Pose) -> None:
    """A house seen from its long side: the ridge is what one walks on."""
    eaves = -h + min(1.3, 0.5 * h)
    knife.sheet(polygon([(-2.9, 0), (-2.9, eaves), (2.9, eaves), (2.9, 0)]), "#d9c9a8")
    for x in (-1.6, 1.2):
        knife.sheet(
            polygon(
                [(x - 0.35, eaves + 0.45), (x + 0.35, eaves + 0.45), (x + 0.35, eaves + 1.2), (x - 0.35, eaves + 1.2)]
            ),
            "#6f8694",
            drop=0.4,
        )
    knife.sheet(closed([(-2.55, -h), (2.55, -h), (3.35, eaves + 0.10), (-3.35, eaves + 0.10)], 0.12), colour)
    depth = eaves + 0.10 + h
    for i in range(1, 5):
        y, wide = -h + depth * i / 5, 2.55 + 0.8 * i / 5
        knife.tint(brush([(-wide, y), (0, y + 0.02), (wide, y)], (0.02, 0.03, 0.02)), tone(colour, -0.10), 0.8)
        for k in range(-6, 7):
            x = k * wide / 6.5 + 0.16 * (i % 2)
            knife.tint(brush([(x, y - depth / 5), (x * 1.03, y)], (0.012, 0.02)), tone(colour, -0.10), 0.6)
    knife.sheet(
        brush([(-2.6, -h + 0.05), (0, -h + 0.06), (2.6, -h + 0.05)], (0.12, 0.12, 0.12)), tone(colour, -0.06), drop=0.5
    )


def _eastern_roof(knife: Knife, h: float, colour: str, pose: Pose) -> None:
    """Grey tiles, a ridge with upturned ends, eaves that sweep up."""
    eaves, grey = -h + min(1.2, 0.5 * h), "#6a6c72"
    knife.sheet(polygon([(-2.6, 0), (-2.6, eaves), (2.6, eaves), (2.6, 0)]), "#e2d8c2")
    for x in (-2.3, -0.8, 0.8, 2.3):
        knife.sheet(polygon([(x - 0.09, 0), (x - 0.09, eaves), (x + 0.09, eaves), (x + 0.09, 0)]), "#a5483c", drop=0.4)
    sweep = [
        (-2.1, -h),
        (2.1, -h),
        (2.6, -h + 0.55),
        (3.4, eaves - 0.10),
        (2.9, eaves + 0.12),
        (0, eaves + 0.16),
        (-2.9, eaves + 0.12),
        (-3.4, eaves - 0.10),
        (-2.6, -h + 0.55),
    ]
    knife.sheet(closed(sweep, 0.5), grey)
    for k in range(-8, 9):
        x = k * 0.255
        knife.tint(
            brush([(x, -h + 0.05), (x * 1.12, (-h + eaves) / 2), (x * 1.38, eaves + 0.08)], (0.035, 0.04, 0.045)),
            tone(grey, -0.08),
            0.8,
        )
    knife.sheet(
        brush(
            [(-2.45, -h - 0.22), (-2.1, -h + 0.03), (0, -h + 0.06), (2.1, -h + 0.03), (2.45, -h - 0.22)],
            (0.03, 0.13, 0.13, 0.13, 0.03),
        ),
        tone(grey, -0.05),
        drop=0.5,
    )


def _wall(knife: Knife, h: float, colour: str, pose: Pose) -> None:
    """Stones in courses under a coping."""
    knife.sheet(polygon([(-3.2, 0), (-3.2, -h + 0.06), (3.2, -h + 0.06), (3.2, 0)]), colour)
    rows = max(2, round(h / 0.3))
    for row in range(rows):
        y = -h + 0.14 + row * (h - 0.1) / rows
        for i in range(9):
            x = -3.0 + 0.72 * i + 0.36 * (row % 2)
            knife.tint(
                closed([(x, y), (x + 0.58, y + 0.01), (x + 0.58, y + 0.21), (x, y + 0.22)], 0.3),
                tone(colour, -0.05 + 0.035 * ((i * 7 + row * 3) % 3)),
                0.9,
            )
    knife.sheet(closed([(-3.3, -h), (3.3, -h), (3.3, -h + 0.11), (-3.3, -h + 0.11)], 0.1), tone(colour, 0.05))


def _fence(knife: Knife, h: float, colour: str, pose: Pose) -> None:
    for y in (-h * 0.78, -h * 0.34):
        knife.sheet(polygon([(-2.7, y), (2.7, y), (2.7, y + 0.09), (-2.7, y + 0.09)]), tone(colour, -0.06))
    for i in range(15):
        x = -2.66 + 0.38 * i
        knife.sheet(
            polygon([(x - 0.08, 0), (x - 0.08, -h + 0.07), (x, -h), (x + 0.08, -h + 0.07), (x + 0.08, 0)]),
            tone(colour, 0.02 * (i % 3)),
            drop=0.4,
        )


def _lamp(knife: Knife, h: float, colour: str, pose: Pose) -> None:
    knife.plain(oval(0, -h + 0.26, 0.5, 0.42), "#f2cf7a", 0.20)
    knife.sheet(brush([(0, 0), (0, -h + 0.4)], (0.13, 0.08)), colour)
    knife.sheet(polygon([(-0.18, 0), (0.18, 0), (0.09, -0.34), (-0.09, -0.34)]), colour)
    knife.sheet(
        polygon([(-0.12, -h + 0.44), (0.12, -h + 0.44), (0.17, -h + 0.12), (-0.17, -h + 0.12)]), "#f3d98c", drop=0.2
    )
    knife.sheet(closed([(-0.23, -h + 0.13), (-0.10, -h), (0.10, -h), (0.23, -h + 0.13)], 0.4), colour)


def _post(knife: Knife, h: float, colour: str, pose: Pose) -> None:
    knife.sheet(polygon([(-0.09, 0), (-0.08, -h), (0.08, -h + 0.01), (0.09, 0)]), colour)
    for y in (0.3, 0.62):
        knife.tint(brush([(-0.06, -h * y), (0.02, -h * (y - 0.1))], (0.012, 0.006)), tone(colour, -0.12), 0.8)


def _sill(knife: Knife, h: float, colour: str, pose: Pose) -> None:
    """A window in a bit of wall, open behind its sill."""
    knife.sheet(polygon([(-0.95, 0), (-0.95, -h - 1.75), (0.95, -h - 1.75), (0.95, 0)]), "#d9c9a8")
    knife.sheet(polygon([(-0.66, -h), (-0.66, -h - 1.4), (0.66, -h - 1.4), (0.66, -h)]), colour)
    knife.sheet(polygon([(-0.57, -h), (-0.57, -h - 1.31), (0.57, -h - 1.31), (0.57, -h)]), "#8fa9b5", drop=0.3)
    knife.tint(polygon([(-0.4, -h), (0.1, -h - 1.31), (0.3, -h - 1.31), (-0.2, -h)]), "#d6e2e2", 0.5)
    knife.plain(polygon([(-0.03, -h), (-0.03, -h - 1.31), (0.03, -h - 1.31), (0.03, -h)]), colour)
    knife.sheet(polygon([(-0.85, -h), (0.85, -h), (0.82, -h + 0.10), (-0.82, -h + 0.10)]), tone(colour, 0.05))


def _rock(knife: Knife, h: float, colour: str, pose: Pose) -> None:
    wide = 0.75 + 0.5 * h
    knife.sheet(
        closed(
            [
                (-wide, 0),
                (-wide * 0.82, -h * 0.6),
                (-wide * 0.4, -h * 0.98),
                (wide * 0.35, -h * 1.0),
                (wide * 0.8, -h * 0.62),
                (wide, 0),
            ],
            0.55,
        ),
        colour,
    )
    knife.tint(
        closed([(-wide, 0), (-wide * 0.6, -h * 0.4), (0, -h * 0.26), (wide * 0.5, 0)], 0.6), tone(colour, -0.08), 0.8
    )


def _log(knife: Knife, h: float, colour: str, pose: Pose) -> None:
    knife.sheet(brush([(-1.1, -h / 2), (1.0, -h / 2)], (h, h * 0.96)), colour)
    knife.sheet(oval(1.0, -h / 2, h * 0.26, h * 0.48), tone(colour, 0.14))
    for r in (0.6, 0.3):
        knife.tint(oval(1.0, -h / 2, h * 0.26 * r, h * 0.48 * r), tone(colour, 0.02), 0.8)


def _flower(knife: Knife, h: float, colour: str, pose: Pose) -> None:
    """A flower big enough for what rests on it."""
    sway = 0.02 * math.sin(pose.clock * 1.2) * h
    knife.sheet(
        brush([(0.02, 0), (-0.03 * h, -h * 0.5), (sway * 0.5, -h * 0.96)], (0.04 * h, 0.035 * h, 0.03 * h)), "#6f8f55"
    )
    for way in (-1, 1):
        knife.sheet(
            closed(
                [(0, -h * 0.25), (way * 0.16 * h, -h * 0.46), (way * 0.34 * h, -h * 0.44), (way * 0.18 * h, -h * 0.30)]
            ),
            "#7d9a5c",
            drop=0.4,
        )
    for i in range(7):
        a = math.pi * (1 + i / 6)
        tip = (sway + 0.24 * h * math.cos(a), -h * 0.93 + 0.15 * h * math.sin(a))
        knife.sheet(oval(tip[0] * 0.7, tip[1] + 0.02 * h, 0.11 * h, 0.085 * h), tone(colour, 0.03 * (i % 2)), drop=0.3)
    knife.sheet(oval(sway, -h * 0.955, 0.10 * h, 0.055 * h), "#d8a93f", drop=0.3)


@dataclass(frozen=True, slots=True)
class Stand:
    """One kind of perch: how it is cut, its colour, how high its surface is where nobody says, how wide it is and how far it
    rises above and reaches beyond (metres)."""

    cut: Cut
    colour: str
    tall: float
    wide: float
    above: float = 0.1


STANDS: dict[str, Stand] = {
    "branch": Stand(_branch, BARK, 2.1, 6.0, 2.2), "wire": Stand(_wire, IRON, 3.4, 15.0, 0.9), "roof": Stand(_roof, TILE, 3.0, 7.2),
    "eastern roof": Stand(_eastern_roof, TILE, 3.0, 7.2, 0.4), "wall": Stand(_wall, STONE, 1.5, 6.8), "fence": Stand(_fence, WOOD, 1.05, 5.6),
    "lamp": Stand(_lamp, IRON, 3.2, 1.2), "post": Stand(_post, WOOD, 1.4, 0.3), "sill": Stand(_sill, WOOD, 1.0, 2.0, 1.8),
    "tree": Stand(climbed_cuts.tree, BARK, 2.0, 4.6, 3.2), "ladder": Stand(climbed_cuts.ladder, WOOD, 2.0, 3.6, 0.4),
    "cliff": Stand(climbed_cuts.cliff, STONE, 2.2, 7.6, 2.8), "stairs": Stand(climbed_cuts.stairs, STONE, 1.2, 6.4), "mast": Stand(climbed_cuts.mast, WOOD, 2.2, 2.8, 2.2),
    "rock": Stand(_rock, STONE, 0.55, 2.2), "log": Stand(_log, BARK, 0.34, 2.6), "flower": Stand(_flower, "#c9647a", 0.5, 0.6, 0.2),
}  # fmt: skip
"""Kind -> perch."""


class Perch(Thing):
    """A Puppet that somebody small sits on: its surface is `height` metres over the ground."""

    def __init__(self, kind: str, height: float) -> None:
        self.kind = kind
        self._stand = STANDS[kind]
        super().__init__(height, self._stand.wide)

    def bounds(self, pose: Pose) -> skia.Rect:
        """A box that holds every pixel."""
        w = max(self.width / 2, 0.8 + 0.55 * self.height) + 0.2
        return skia.Rect.MakeLTRB(-w, -self.height - self._stand.above - 0.2, w, 0.2)

    def draw(self, canvas: skia.Canvas, pose: Pose) -> None:
        """Draw with the foot at the origin (see Puppet); it never moves."""
        if pose.pitch > 66:  # from above it would hide whoever sits on it
            return
        canvas.save()
        self.cut(canvas, pose)
        canvas.restore()

    def cut(self, canvas: skia.Canvas, pose: Pose) -> None:
        """Draw the stand itself."""
        colour = blend(self._stand.colour, "#b9a98f", 0.08)
        self._stand.cut(Knife(canvas, 1.0), self.height, colour, pose)
