"""Body plans of the pose pass: which points a person, a beast on four legs, a bird or a fish has, and how they are joined.

People have OpenPose's eighteen (Cao et al. 2019), four-legged animals the seventeen of AP-10K (Yu et al. 2021); for birds and fish there is
no custom, so theirs are the fewest from which the drawing could be made again.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from engine.backends.animatic.puppets.beast_joints import beast_marks, primate_marks
from engine.backends.animatic.puppets.bird import Bird
from engine.backends.animatic.puppets.bird_joints import bird_marks
from engine.backends.animatic.puppets.fish_joints import fish_marks
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.puppets.quadruped import Quadruped
from engine.backends.animatic.puppets.wild.clever import Clever
from engine.backends.animatic.puppets.wild.creature import Creature
from engine.backends.animatic.stage import Pose, Puppet

Plan = Literal["person", "quadruped", "bird", "fish"]

_RGB = (
    (255, 0, 0), (255, 85, 0), (255, 170, 0), (255, 255, 0), (170, 255, 0), (85, 255, 0), (0, 255, 0), (0, 255, 85), (0, 255, 170),
    (0, 255, 255), (0, 170, 255), (0, 85, 255), (0, 0, 255), (85, 0, 255), (170, 0, 255), (255, 0, 255), (255, 0, 170), (255, 0, 85),
)  # fmt: skip
COLOURS = tuple((b, g, r) for r, g, b in _RGB)
"""BGR, a point and limb each; limbs are drawn at six tenths, as the annotators of video models do."""


class Points(NamedTuple):
    """The points of a plan in their order, and the pairs of them that are joined."""

    names: tuple[str, ...]
    limbs: tuple[tuple[int, int], ...]


PLANS: dict[Plan, Points] = {
    "person": Points(
        ("nose", "neck", "shoulder_right", "elbow_right", "hand_right", "shoulder_left", "elbow_left", "hand_left", "thigh_right",
         "knee_right", "ankle_right", "thigh_left", "knee_left", "ankle_left", "eye_right", "eye_left", "ear_right", "ear_left"),
        ((1, 2), (1, 5), (2, 3), (3, 4), (5, 6), (6, 7), (1, 8), (8, 9), (9, 10), (1, 11), (11, 12), (12, 13), (1, 0), (0, 14), (14, 16), (0, 15), (15, 17)),
    ),
    "quadruped": Points(
        ("eye_left", "eye_right", "nose", "neck", "tail_root", "shoulder_left", "elbow_left", "front_paw_left", "shoulder_right", "elbow_right",
         "front_paw_right", "hip_left", "knee_left", "back_paw_left", "hip_right", "knee_right", "back_paw_right"),
        ((0, 1), (0, 2), (1, 2), (2, 3), (3, 4), (3, 5), (5, 6), (6, 7), (3, 8), (8, 9), (9, 10), (4, 11), (11, 12), (12, 13), (4, 14), (14, 15), (15, 16)),
    ),
    "bird": Points(
        ("eye", "beak", "nape", "breast", "tail_root", "tail_tip", "wing_left", "wing_tip_left", "wing_right", "wing_tip_right", "foot_left", "foot_right"),
        ((0, 1), (0, 2), (2, 3), (3, 4), (4, 5), (3, 6), (6, 7), (3, 8), (8, 9), (4, 10), (4, 11)),
    ),
    "fish": Points(("nose", "eye", "back", "belly", "tail_root", "tail_tip"), ((0, 1), (0, 2), (0, 3), (2, 4), (3, 4), (4, 5))),
}  # fmt: skip
"""People in OpenPose's order (its wrists are our hands, its hips the heads of the thighs), animals in AP-10K's."""


def plan_of(puppet: Puppet) -> Plan | None:
    """Which plan a puppet is built by; None for what has no joints to show: vehicles, things, insects, spirits."""
    if isinstance(puppet, Person):
        return "person"
    if isinstance(puppet, Quadruped | Clever):
        return "quadruped"
    if isinstance(puppet, Bird):
        return "bird"
    return "fish" if isinstance(puppet, Creature) and puppet.kind.habit == "swim" else None


def landmarks_of(puppet: Puppet, pose: Pose) -> dict[str, tuple[float, float, bool]]:
    """Where its points are drawn: metres to the right of and below the feet, and whether that side is turned to us."""
    match puppet:
        case Person():
            return puppet.landmarks(pose)
        case Quadruped():
            return beast_marks(puppet, pose)
        case Clever():
            return primate_marks(puppet, pose)
        case Bird():
            return bird_marks(puppet, pose)
        case Creature():
            return fish_marks(puppet, pose)
        case _:
            return {}
