"""What vehicles share: wheels that turn with the ground covered, lamps, windows."""

from __future__ import annotations

import math

from engine.backends.animatic.puppets.colours import tone
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, closed, oval, polygon
from engine.backends.animatic.stage import Pose

GLASS, TYRE, METAL, WARM = "#a9c0c8", "#3b3840", "#8d9196", "#f0d48a"


def box(a: float, b: float, c: float, d: float) -> list[Point]:
    """A rectangle by its corners."""
    return [(a, b), (c, b), (c, d), (a, d)]


def wheel(knife: Knife, x: float, r: float, pose: Pose, spokes: int = 5, thin: bool = False) -> None:
    """A wheel on the ground; it has turned as far as the ground covered says."""
    turn = (pose.gone or pose.phase * pose.travel) / r
    if thin:
        ring = oval(x, -r, r, r)
        inner = oval(x, -r, r * 0.86, r * 0.86)
        ring.addPath(inner)
        ring.setFillType(ring.getFillType().kEvenOdd)
        knife.plain(ring, TYRE)
    else:
        knife.sheet(oval(x, -r, r, r), TYRE, (x, -r), drop=0.5)
        knife.plain(oval(x, -r, r * 0.55, r * 0.55), METAL)
    for i in range(spokes):
        a = turn + i * 2 * math.pi / spokes
        reach = r * (0.86 if thin else 0.48)
        knife.plain(
            brush(
                [(x, -r), (x + math.cos(a) * reach, -r + math.sin(a) * reach)],
                (r * (0.05 if thin else 0.13), r * (0.04 if thin else 0.10)),
            ),
            tone(METAL, -0.10 if not thin else 0.02),
        )
    knife.plain(oval(x, -r, r * 0.13, r * 0.13), tone(METAL, -0.16))


def lamps(knife: Knife, n: float, y: float, r: float) -> None:
    """Head and tail lamp."""
    knife.plain(oval(n * 0.478, y, r * 0.7, r), WARM)
    knife.plain(oval(-n * 0.482, y, r * 0.55, r * 0.8), "#b8483a")


def windows(knife: Knife, xs: list[float], w: float, top: float, low: float) -> None:
    """A row of windows with a slanting gleam."""
    for x in xs:
        knife.plain(closed(box(x, top, x + w, low), 0.18), GLASS)
        knife.tint(
            polygon([(x + w * 0.1, low), (x + w * 0.55, top), (x + w * 0.8, top), (x + w * 0.35, low)]), "#d6e2e2", 0.5
        )
