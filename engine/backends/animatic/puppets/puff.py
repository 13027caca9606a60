"""The puff of smoke in which somebody appears, vanishes or is changed: paper clouds that swell, hide, and thin out.

An old trick of every theatre: nobody sees the change itself, so nothing has to be drawn of it.
"""

from __future__ import annotations

import math

from engine.backends.animatic.puppets.paper_cut import Knife, oval
from engine.backends.animatic.puppets.stance import ease
from engine.backends.animatic.stage import Pose

PUFFS = frozenset({"vanish", "appear", "transform"})
_AT = {"vanish": 0.45, "appear": 0.30, "transform": 0.5}
"""At which share of it the smoke is thickest."""


def is_there(pose: Pose) -> bool:
    """Whether the figure is to be seen: not after it has vanished, nor before it appears."""
    share = pose.phase / max(0.1, pose.length)
    if pose.was == "vanish" and pose.business != "appear":
        return False
    return not (
        (pose.business == "vanish" and share > _AT["vanish"]) or (pose.business == "appear" and share < _AT["appear"])
    )


def draw_puff(knife: Knife, pose: Pose, height: float) -> None:
    """The smoke over a figure of that height."""
    if pose.business not in PUFFS:
        return
    share = pose.phase / max(0.1, pose.length) - _AT[pose.business]
    thick = ease((share + 0.14) / 0.14) * (1 - ease(share / 0.42))
    if thick < 0.02:
        return
    for i in range(11):
        angle, far = i * 2.399, 0.10 + 0.022 * i
        swell = 1 + 0.9 * max(0.0, share)
        x = math.cos(angle) * far * height * 0.75 * swell
        y = -0.5 * height + math.sin(angle) * far * height * 1.75 * swell - 0.25 * height * max(0.0, share)
        r = (0.23 - 0.008 * i) * height * (0.35 + 0.65 * ease((share + 0.14) / 0.2))
        knife.plain(oval(x, y, r, r * 0.9), ("#f1ece2", "#e2dace", "#d3c9bd")[i % 3], 0.92 * thick)
