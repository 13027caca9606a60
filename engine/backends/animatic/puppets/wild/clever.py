"""A clever beast: a monkey has hands, so it carries, gives, bows, scratches its head and dances as people do.

It goes on all fours; what it does is told by one hand and by how far the body leans, which its cut is drawn with.
"""

from __future__ import annotations

import math
from dataclasses import replace

import skia

from engine.backends.animatic.puppets.stance import settle
from engine.backends.animatic.puppets.wild.creature import Creature
from engine.backends.animatic.puppets.wild.habits import Motion
from engine.backends.animatic.stage import Pose

_CARRIED = (0.52, -0.44)
_PAWS = {
    "give": (0.70, -0.52), "take": (0.68, -0.50), "offer": (0.70, -0.52), "show": (0.66, -0.56), "point": (0.72, -0.70), "reach": (0.66, -0.92),
    "raise": (0.52, -0.96), "scratch head": (0.30, -0.97), "think": (0.40, -0.64), "rub": (0.28, -0.96), "eat": (0.42, -0.66),
    "drink": (0.42, -0.66), "knock": (0.66, -0.60), "pick up": (0.60, -0.14), "clap": (0.46, -0.56), "hug": (0.56, -0.60), "cry": (0.38, -0.76),
    "salute": (0.36, -0.94), "pour": (0.62, -0.50),
}  # fmt: skip
"""Where the near hand goes in what it does: (ahead, down) in its own heights."""

_SHAKES = frozenset({"scratch head", "rub", "knock", "clap", "eat"})


def paw_of(pose: Pose) -> tuple[float, float] | None:
    """Where the near hand is; None where it walks on it."""
    name = pose.over or pose.business
    rest = _CARRIED if pose.carries else None
    goal = _PAWS.get(name)
    if goal is None:
        return rest
    x0, y0 = rest or (0.34, -0.10)
    on = settle(pose.phase / 0.55)
    shake = 0.025 * math.sin(9 * pose.phase) if name in _SHAKES else 0.0
    return x0 + (goal[0] - x0) * on, y0 + (goal[1] - y0) * on + shake


def lean_of(pose: Pose) -> float:
    """How far the body leans forward, in degrees."""
    name = pose.over or pose.business
    if name == "bow":
        return 24 * math.sin(math.pi * min(1.0, pose.phase / max(pose.length, 0.6)))
    if name in ("dance", "cheer", "clap"):
        return -12 + 10 * math.sin(2 * math.pi * 1.1 * pose.phase)
    return {"reach": -16.0, "raise": -12.0, "pick up": 12.0, "give": 4.0}.get(name, 0.0) * settle(pose.phase / 0.5)


class Clever(Creature):
    """A creature with hands (see Handed)."""

    def motion(self, pose: Pose) -> Motion:
        """The motion of its habit, with the near hand where it is wanted."""
        return replace(super().motion(pose), paw=paw_of(pose))

    def _matrix(self, pose: Pose) -> skia.Matrix:
        matrix = super()._matrix(pose)
        hop = abs(math.sin(math.pi * 1.1 * pose.phase)) if (pose.over or pose.business) in ("dance", "cheer") else 0.0
        matrix.preTranslate(0, -0.10 * hop * self.height)
        matrix.preRotate(lean_of(pose), -0.12 * self.height, 0)
        return matrix

    def grasp(self, pose: Pose) -> tuple[float, float] | None:
        """Where the near hand is, if it carries something."""
        paw = paw_of(pose) if pose.carries and pose.pitch <= 66 else None
        if paw is None:
            return None
        at = self._matrix(pose).mapXY(paw[0] * self.height, paw[1] * self.height)
        return at.x(), -at.y()
