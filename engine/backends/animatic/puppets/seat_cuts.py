"""Paper-cuts of furniture to sit and lie on, cut as long as furniture is: an emoji couch would be a child's.

Each is drawn one unit high with the ground at y = 0 (down is positive), as in own_cuts.
"""

from __future__ import annotations

from engine.backends.animatic.puppets.colours import tone
from engine.backends.animatic.puppets.own_cuts import DARK, WOOD, Cut
from engine.backends.animatic.puppets.paper_cut import Knife, Point, closed, oval, polygon


def _box(x: float, y: float, wide: float, tall: float) -> list[Point]:
    """A box with its lower left corner at (x, y)."""
    return [(x, y), (x, y - tall), (x + wide, y - tall), (x + wide, y)]


def _sofa(knife: Knife, colour: str, _: float) -> None:
    _upholstered(knife, colour, 1.17, 2)
    for x, hue in ((-0.72, "#d9a441"), (0.60, "#b8483a")):
        knife.sheet(
            polygon([(x - 0.16, -0.52), (x + 0.15, -0.49), (x + 0.19, -0.83), (x - 0.13, -0.86)]), hue, drop=0.5
        )


def _armchair(knife: Knife, colour: str, _: float) -> None:
    _upholstered(knife, colour, 0.56, 1)


def _upholstered(knife: Knife, colour: str, half: float, seats: int) -> None:
    """Feet, a back of as many cushions as seats, the seats, two round arms."""
    for x in (-half + 0.08, half - 0.16):
        knife.sheet(polygon(_box(x, 0, 0.08, 0.16)), DARK, drop=0.3)
    wide = 2 * (half - 0.16) / seats
    for k in range(seats):
        x = -half + 0.16 + wide * k
        knife.sheet(
            closed([(x, -0.4), (x, -0.9), (x + wide * 0.5, -1.0), (x + wide, -0.9), (x + wide, -0.4)], 0.5),
            tone(colour, -0.04),
        )
    knife.sheet(polygon(_box(-half + 0.10, -0.12, 2 * half - 0.2, 0.26)), tone(colour, -0.07))
    for k in range(seats):
        x = -half + 0.17 + wide * k
        knife.sheet(
            closed([(x, -0.36), (x + 0.02, -0.52), (x + wide - 0.04, -0.52), (x + wide - 0.02, -0.36)], 0.4),
            tone(colour, 0.03),
            drop=0.5,
        )
    for side in (-1, 1):
        x = side * (half - 0.10)
        knife.sheet(polygon(_box(x - 0.12, -0.08, 0.24, 0.48)), colour)
        knife.sheet(oval(x, -0.60, 0.145, 0.13), tone(colour, 0.02), drop=0.4)


def _stool(knife: Knife, colour: str, _: float) -> None:
    for x in (-0.34, 0.22):
        knife.sheet(polygon([(x, -0.9), (x + 0.12, -0.9), (x + 0.10, 0), (x + 0.02, 0)]), tone(colour, -0.07))
    knife.sheet(polygon(_box(-0.3, -0.32, 0.6, 0.09)), tone(colour, -0.1), drop=0.3)
    knife.sheet(closed([(-0.52, -0.86), (-0.5, -1.0), (0.5, -1.0), (0.52, -0.86)], 0.4), colour)


def _bed(knife: Knife, colour: str, _: float) -> None:
    """From its side: the head on the left, a pillow, a blanket turned down."""
    knife.sheet(polygon(_box(-1.12, 0, 0.11, 1.0)), colour)
    knife.sheet(polygon(_box(1.02, 0, 0.11, 0.68)), colour)
    knife.sheet(polygon(_box(-1.04, -0.16, 2.1, 0.18)), tone(colour, -0.06))
    knife.sheet(polygon(_box(-1.02, -0.32, 2.06, 0.12)), "#ece4d2", drop=0.4)
    knife.sheet(closed([(-0.98, -0.42), (-0.94, -0.58), (-0.56, -0.58), (-0.52, -0.42)], 0.7), "#f3ecdc", drop=0.4)
    knife.sheet(closed([(-0.42, -0.22), (-0.42, -0.49), (0.1, -0.51), (1.0, -0.48), (1.03, -0.20)], 0.15), "#8fa3b5")
    knife.tint(polygon([(-0.42, -0.40), (-0.32, -0.40), (-0.32, -0.50), (-0.42, -0.49)]), "#c9d2d8", 0.9)


SEATS: dict[str, tuple[Cut, str, float]] = {
    "sofa": (_sofa, "#557f83", 2.42), "armchair": (_armchair, "#8a5f4f", 1.2), "stool": (_stool, WOOD, 1.1),
    "bed": (_bed, WOOD, 2.3),
}  # fmt: skip
"""Name -> (how to cut it, its own colour, width for a height of 1)."""
