"""Where a bird's points are drawn: eye, beak, nape, breast, tail, wings and feet, for the pose pass."""

from __future__ import annotations

import math

from engine.backends.animatic.puppets.bird import Bird, open_wing
from engine.backends.animatic.stage import Act, Pose

_STAND_UPS = ("owl", "penguin")


def bird_marks(bird: Bird, pose: Pose) -> dict[str, tuple[float, float, bool]]:
    """The points of a bird in its side view; empty from straight above, and while it tumbles."""
    if pose.pitch > 66 or pose.act is Act.FALL:
        return {}
    if bird.plumage.style in _STAND_UPS and pose.act is not Act.FLY:
        return _standing(bird)
    p, perch, flying = bird.plumage, bird.perch(pose), pose.act is Act.FLY
    head, r, beak = bird.head_at(pose), p.head * 0.5, bird.beak_at(pose)
    a = math.radians(perch.lean)
    middle = (perch.hip[0], perch.hip[1] - 0.12)

    def on(x: float, y: float) -> tuple[float, float]:
        return middle[0] + x * math.cos(a) + y * math.sin(a), middle[1] - x * math.sin(a) + y * math.cos(a)

    turned = -1.0 if bird.looks_back(pose) else 1.0
    told = {
        "eye": (head[0] + 0.34 * r * turned, head[1] - 0.1 * r), "beak": beak, "nape": (head[0] - 0.8 * r * turned, head[1] + 0.3 * r),
        "breast": on(0.36, 0.05), "tail_root": on(-0.42, 0.0), "tail_tip": on(-0.46 - 0.8 * p.tail, 0.0),
    }  # fmt: skip
    far, near = ("left", "right") if perch.way > 0 else ("right", "left")
    for side, x, y in ((far, 0.05, -0.26), (near, 0.06, -0.24)):
        root = (perch.hip[0] + x, perch.hip[1] + y)
        tip = open_wing(root, bird.beat(pose), p.wing)[1] if flying else on(-0.42, 0.06)
        told[f"wing_{side}"], told[f"wing_tip_{side}"] = root, tip
    if not flying:
        told |= {f"foot_{far}": (0.02, -perch.hop * 0.9), f"foot_{near}": (0.09, -perch.hop * 0.9)}
    return {name: (x * perch.way * bird.long, y * bird.long, True) for name, (x, y) in told.items()}


def _standing(bird: Bird) -> dict[str, tuple[float, float, bool]]:
    """An owl's or a penguin's, that stands upright: the line from head to tail."""
    n = bird.long
    return {
        "eye": (0.0, -bird.eye_line, True),
        "nape": (0.0, -0.86 * n, True),
        "breast": (0.0, -0.5 * n, True),
        "tail_root": (0.0, -0.1 * n, True),
    }
