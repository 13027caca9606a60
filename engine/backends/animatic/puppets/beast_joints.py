"""Where a four-legged animal's joints and features are drawn, by name: what the pose pass shows of it.

The names are AP-10K's seventeen (Yu et al. 2021), the set that models of animal poses know, for beasts on four feet and on two hands.
"""

from __future__ import annotations

import math

from engine.backends.animatic.puppets.animal_face import on_ball
from engine.backends.animatic.puppets.animal_legs import joints, leg_of
from engine.backends.animatic.puppets.animal_trunk import Coat
from engine.backends.animatic.puppets.bearing import build_of, facing, neck_line
from engine.backends.animatic.puppets.beast_build import Build
from engine.backends.animatic.puppets.paper_cut import Point
from engine.backends.animatic.puppets.quadruped import FRONT_ON, Quadruped
from engine.backends.animatic.puppets.wild.clever import Clever
from engine.backends.animatic.puppets.wild.primates import joints as of_primate
from engine.backends.animatic.stage import Act, Pose

Marks = dict[str, tuple[float, float, bool]]
"""Name -> metres to the right of and below the feet, and whether that side is turned to us."""

_LIMBS = (("left", "shoulder", "elbow", "front_paw"), ("right", "shoulder", "elbow", "front_paw"), ("left", "hip", "knee", "back_paw"), ("right", "hip", "knee", "back_paw"))  # fmt: skip


def beast_marks(beast: Quadruped, pose: Pose) -> Marks:
    """The joints of a quadruped; empty from straight above."""
    if pose.pitch > 66:
        return {}
    b, body = beast.breed, build_of(beast.breed, pose, beast.tall)
    s, c = facing(pose.yaw), math.cos(math.radians(pose.yaw))
    found: dict[str, tuple[Point, bool]] = _head(beast, body, pose, s)
    if body.curled <= 0.5:
        rump, chest = (body.rump[0] * s, -body.rump[1]), (body.chest[0] * s, -body.chest[1])
        coat = Coat(b, "", "", rump, chest, s, c)
        found["tail_root"] = ((rump[0] - 0.4 * b.deep * s, rump[1] - 0.22 * b.deep), True)
        for i, (side, *names) in enumerate(_LIMBS):
            for name, at in zip(names, _limb(beast, body, i, coat), strict=True):
                found[f"{name}_{side}"] = (at, True)
    air = 0.3 + 0.03 * math.sin(pose.clock * 2) if pose.act is Act.FLY else 0.0
    return {name: (x * beast.tall, (y - air) * beast.tall, turned) for name, ((x, y), turned) in found.items()}


def _limb(beast: Quadruped, body: Build, i: int, coat: Coat) -> tuple[Point, Point, Point]:
    """Its upper joint, the elbow or knee, the paw."""
    b = beast.breed
    leg = leg_of(b, body, i, coat, far=False, end_on=abs(coat.s) < FRONT_ON)
    if (body.fold_fore if i < 2 else body.folded) > 0.5:
        way = leg.way * leg.side
        paw = (leg.toe[0] + (0.14 * way if i > 1 else 0.0), -0.8 * b.leg)
        knee = (leg.hip[0] + 0.30 * b.deep * way, leg.hip[1] - 0.04) if i > 1 else ((leg.hip[0] + paw[0]) / 2, -b.leg)
        return leg.hip, knee, paw
    hip, middle, _, toe = joints(leg, 0.45 if b.leg > 0.098 else 1.0)
    return hip, middle, toe


def _head(beast: Quadruped, body: Build, pose: Pose, s: float) -> dict[str, tuple[Point, bool]]:
    b = beast.breed
    if body.curled > 0.5:
        half = b.long / 2 * max(0.62, abs(s))
        at = (half * 0.66 * math.copysign(1.0, s), -max(b.head * 0.52, b.deep * 0.40))
        root, nod = (at[0] * 0.6, at[1] * 1.2), 24.0
    else:
        root, at = neck_line(b, (body.chest[0] * s, -body.chest[1]), s, body.nod, body.reared)
        nod = body.nod * 0.7
    yaw = ((pose.yaw + 180) % 360 - 180) * 0.94
    side = math.sin(math.radians(yaw))
    r, turn = b.head * 0.56, math.radians(nod * side * 0.8)

    def on(x: float, y: float) -> Point:
        return at[0] + x * math.cos(turn) - y * math.sin(turn), at[1] + x * math.sin(turn) + y * math.cos(turn)

    toward = math.cos(math.radians(yaw))
    found = {"neck": (root, True), "nose": (on(side * (r * 0.9 + b.muzzle * 0.7), r * 0.30), toward > -0.3)}
    for name, way in (("left", 1), ("right", -1)):
        x, y, z = on_ball(r, yaw, way * (44 if b.face == "long" else 33), 0.20)
        found[f"eye_{name}"] = (on(x, y), z > 0.10)
    return found


def primate_marks(beast: Clever, pose: Pose) -> Marks:
    """The joints of a monkey or an ape, by the same names: its hands are front paws."""
    if pose.pitch > 66:
        return {}
    at = of_primate(beast.body(pose))
    way = beast.way(pose)
    sides = {"near": "right", "far": "left"} if way > 0 else {"near": "left", "far": "right"}
    head, shoulder, hip = at["head"], at["shoulder"], at["hip"]
    toward = beast.motion(pose).front >= -0.3
    shift = 0.075 * beast.motion(pose).side
    told: dict[str, tuple[Point, bool]] = {
        "neck": (shoulder, True),
        "tail_root": ((hip[0] - 0.06, hip[1]), True),
        "nose": ((head[0] + 1.6 * shift, head[1] + 0.06), toward),
        f"eye_{sides['far']}": ((head[0] + shift + 0.062, head[1] - 0.03), toward),
        f"eye_{sides['near']}": ((head[0] + shift - 0.062, head[1] - 0.03), toward),
    }
    for part, side in sides.items():
        told[f"shoulder_{side}"], told[f"hip_{side}"] = (shoulder, True), (hip, True)
        told[f"elbow_{side}"], told[f"front_paw_{side}"] = (at[f"elbow {part}"], True), (at[f"hand {part}"], True)
        told[f"knee_{side}"], told[f"back_paw_{side}"] = (at[f"knee {part}"], True), (at[f"foot {part}"], True)
    matrix = beast.matrix(pose)
    found: Marks = {}
    for name, ((x, y), turned) in told.items():
        spot = matrix.mapXY(x * beast.height, y * beast.height)
        found[name] = (spot.x(), spot.y(), turned)
    return found
