"""Things by name."""

from __future__ import annotations

from functools import lru_cache

import skia

from engine.backends.animatic.puppets.paper_cut import Knife, closed
from engine.backends.animatic.stage import Pose, Puppet


class _Block:
    def __init__(self) -> None:
        self.height, self.width, self.eye_line = 0.4, 0.4, 0.2

    def draw(self, canvas: skia.Canvas, pose: Pose) -> None:
        Knife(canvas, 0.4).sheet(closed([(-0.2, 0), (0.2, 0), (0.2, -0.4), (-0.2, -0.4)], 0.3), "#c8a06a")

    def bounds(self, pose: Pose) -> skia.Rect:
        return skia.Rect.MakeLTRB(-0.25, -0.45, 0.25, 0.05)


@lru_cache(maxsize=256)
def thing_for(name: str, description: str = "", aliases: tuple[str, ...] = ()) -> Puppet:
    """A thing."""
    return _Block()
