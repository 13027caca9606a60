"""Where a fish's, a whale's or a shark's points are drawn: nose, eye, back, belly and tail, for the pose pass."""

from __future__ import annotations

from engine.backends.animatic.puppets.wild.creature import Creature
from engine.backends.animatic.stage import Pose

_MIDDLE, _BACK, _BELLY, _NOSE, _ROOT, _TIP = -0.5, -0.86, -0.14, 0.455, -0.29, -0.46
"""Heights of the middle line, back and belly, and how far ahead nose and tail are, as shares of the width."""


def fish_marks(fish: Creature, pose: Pose) -> dict[str, tuple[float, float, bool]]:
    """The points of what swims; empty from straight above."""
    if pose.pitch > 66:
        return {}
    wide, (x, up, _) = fish.kind.wide, fish.kind.head
    told = {
        "nose": (_NOSE * wide, _MIDDLE), "eye": (max(x, 0.31 * wide), -up - 0.05), "back": (0.04 * wide, _BACK), "belly": (0.04 * wide, _BELLY),
        "tail_root": (_ROOT * wide, _MIDDLE), "tail_tip": (_TIP * wide, _MIDDLE),
    }  # fmt: skip
    matrix = fish.matrix(pose)
    spots = {name: matrix.mapXY(a * fish.height, b * fish.height) for name, (a, b) in told.items()}
    return {name: (spot.x(), spot.y(), True) for name, spot in spots.items()}
