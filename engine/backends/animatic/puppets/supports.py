"""What people walk with or sit in: a cane, a crutch, a wooden leg, a wheelchair, and the bent back of the old.

A wheelchair is a seat that rolls: whoever has one sits in it whatever the script makes them do, and its wheels turn with the ground
covered, never with time.
"""

from __future__ import annotations

import math
from dataclasses import replace

import skia

from engine.backends.animatic.puppets.colours import tone
from engine.backends.animatic.puppets.costume import Body, Costume
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, capsule, closed, oval, polygon
from engine.backends.animatic.puppets.stance import Frame, Stance
from engine.backends.animatic.stage import Act, Pose

_WOOD, _FRAME, _TYRE = "#8a6242", "#7c848c", "#4a4650"
_DOWN = frozenset({Act.LIE, Act.FALL})


def rolls(costume: Costume, pose: Pose) -> bool:
    """Whether somebody is in their wheelchair now."""
    return costume.support == "wheelchair" and pose.act not in _DOWN


def seated_pose(costume: Costume, pose: Pose) -> Pose:
    """The pose as it is done from a wheelchair: gestures stay, steps become rolling."""
    if not rolls(costume, pose):
        return pose
    walks = pose.travel > 0 or pose.act in (Act.WALK, Act.RUN, Act.ENTER, Act.EXIT, Act.STAND)
    return replace(
        pose, act=Act.SIT if walks else pose.act, before=None, seated=True, seat="none", phase=pose.phase + 5.0
    )


def borne(stance: Stance, costume: Costume, pose: Pose) -> Stance:
    """The stance with the years on the back, and the hand on its stick."""
    if costume.stoop and abs(stance.tip) < 1:
        share = 0.5 if stance.seat > 0.5 else 1.0
        bent = costume.stoop * share
        stance = stance._replace(lean=stance.lean + bent, nod=stance.nod - 0.75 * bent, hip=stance.hip - 0.0012 * bent)
    if leans(costume, pose) and stance.seat < 0.5:
        swing = 0.25 * (stance.arm_r - 8) if pose.travel else 0.0
        stance = stance._replace(arm_r=22 + swing, arm_r_out=12, arm_r_bend=24)
    if rolls(costume, pose) and pose.travel > 0:
        push = 16 * math.sin(pose.gone * 5.0)
        stance = stance._replace(
            arm_l=4 + push, arm_r=4 + push, arm_l_bend=40, arm_r_bend=40, arm_l_out=16, arm_r_out=16
        )
    return stance


def leans(costume: Costume, pose: Pose) -> bool:
    """Whether the right hand is on a stick now: it goes under the arm when the hand holds something else."""
    free = not (pose.holds or pose.carries) and pose.act not in _DOWN and pose.act is not Act.FLY
    return costume.support in ("cane", "crutch") and free


def draw_stick(knife: Knife, costume: Costume, body: Body, hand: Point, shoulder: Point, side: float) -> None:
    """A cane from the hand to the ground, or a crutch from the armpit."""
    u = body.height
    foot = (hand[0] + 0.03 * u * side, -0.004)
    if costume.support == "cane":
        knife.sheet(
            brush([foot, (hand[0], hand[1] + 0.01 * u), hand], (0.014 * u, 0.018 * u, 0.020 * u)), _WOOD, drop=0.5
        )
        knob = [(hand[0], hand[1]), (hand[0] + 0.012 * u * side, hand[1] - 0.026 * u), (hand[0] + 0.04 * u * side, hand[1] - 0.018 * u)]  # fmt: skip
        knife.sheet(brush(knob, (0.022 * u, 0.024 * u, 0.020 * u)), tone(_WOOD, -0.05), drop=0.3)
        return
    pit = (shoulder[0], shoulder[1] + 0.05 * u)
    for out in (-1, 1):
        rail = [(pit[0] + out * 0.02 * u, pit[1]), ((hand[0] + pit[0]) / 2 + out * 0.022 * u, (hand[1] + pit[1]) / 2), (foot[0], foot[1] - 0.18 * u)]  # fmt: skip
        knife.sheet(brush(rail, [0.012 * u] * 3), _WOOD, drop=0.4)
    knife.sheet(brush([(foot[0], foot[1] - 0.20 * u), foot], (0.016 * u, 0.014 * u)), _WOOD, drop=0.4)
    knife.sheet(capsule((pit[0] - 0.03 * u, pit[1]), (pit[0] + 0.03 * u, pit[1]), 0.014 * u, 0.014 * u), tone(_WOOD, -0.08), drop=0.4)  # fmt: skip


def draw_peg(knife: Knife, body: Body, knee: Point, ankle: Point, ground: float) -> None:
    """A wooden leg from the knee down."""
    u = body.height
    foot = (ankle[0], ankle[1] + ground)
    knife.sheet(brush([knee, ((knee[0] + foot[0]) / 2, (knee[1] + foot[1]) / 2), foot], (0.034 * u, 0.024 * u, 0.018 * u)), _WOOD, drop=0.5)  # fmt: skip
    knife.sheet(capsule((knee[0] - 0.012 * u, knee[1]), (knee[0] + 0.012 * u, knee[1]), 0.026 * u, 0.026 * u), tone(_WOOD, -0.10), drop=0.4)  # fmt: skip


def chair_wheel(frame: Frame) -> float:
    """The radius of the great wheel."""
    return 0.36 * frame.leg


def draw_chair(knife: Knife, body: Body, pose: Pose, seat: Point, s: float, c: float, *, near: bool) -> None:
    """A wheelchair around a seat, in two passes: what is behind the sitter, then the wheel on our side."""
    r, u = chair_wheel(body.frame), body.height
    x, y = seat
    wide = abs(s)
    if not near:
        back = [(x - s * 0.13 * u - 0.10 * u * abs(c), y - 0.30 * u), (x - s * 0.13 * u + 0.10 * u * abs(c), y - 0.30 * u), (x - s * 0.08 * u + 0.11 * u * abs(c), y + 0.05 * u), (x - s * 0.08 * u - 0.11 * u * abs(c), y + 0.05 * u)]  # fmt: skip
        knife.sheet(closed([(a + (0.02 * u if k in (1, 2) else -0.02 * u), b) for k, (a, b) in enumerate(back)], 0.3), "#4a5d8f", drop=0.6)  # fmt: skip
        knife.sheet(brush([(x - s * 0.14 * u, y - 0.28 * u), (x - s * 0.22 * u, y - 0.30 * u)], (0.02 * u, 0.02 * u)), _TYRE, drop=0.3)  # fmt: skip
        step = (x + s * 0.25 * u, -0.05 * u)
        knife.sheet(brush([(x + s * 0.12 * u, y + 0.02 * u), step, (step[0] + 0.05 * u * (s or 1), step[1])], [0.016 * u] * 3), _FRAME, drop=0.4)  # fmt: skip
        if wide < 0.5:
            for side in (-1, 1):
                _wheel(knife, (x + side * 0.15 * u, -r), 0.035 * u + r * wide, r, pose)
        return
    if wide >= 0.5:
        _wheel(knife, (x - s * 0.03 * u, -r), r * (0.35 + 0.65 * wide), r, pose)
        knife.sheet(oval(x + s * 0.22 * u, -0.045 * u, 0.045 * u * wide, 0.045 * u), _TYRE, drop=0.4)
    knife.sheet(brush([(x - s * 0.10 * u, y - 0.10 * u), (x + s * 0.10 * u, y - 0.10 * u)], (0.022 * u, 0.022 * u)), _TYRE, drop=0.4)  # fmt: skip


def _wheel(knife: Knife, hub: Point, rx: float, ry: float, pose: Pose) -> None:
    """A spoked wheel that has rolled as far as the ground covered."""
    ring = oval(*hub, rx, ry)
    ring.addPath(oval(*hub, rx * 0.84, ry * 0.84))
    ring.setFillType(skia.PathFillType.kEvenOdd)
    turn = pose.gone / max(ry, 1e-6)
    for k in range(8):
        a = turn + k * math.pi / 4
        knife.plain(brush([hub, (hub[0] + rx * 0.86 * math.sin(a), hub[1] - ry * 0.86 * math.cos(a))], (0.010, 0.008)), _FRAME)  # fmt: skip
    knife.sheet(ring, _TYRE, drop=0.5)
    knife.sheet(oval(*hub, rx * 0.10, ry * 0.10), _FRAME, drop=0.3)


def draw_stool(knife: Knife, body: Body, x: float) -> None:
    """A plain stool under whoever sits: the same paper, so that nobody sits on air."""
    seat = 0.50 * body.frame.leg + body.frame.ankle - body.limb * 1.2
    w, wood = 0.115 * body.height, "#8d6b4c"
    for side in (-1, 1):
        a = x + side * w * 0.62
        leg = [(a - 0.016, -seat + 0.02), (a + 0.016, -seat + 0.02), (a + 0.013 + side * 0.02, 0.0), (a - 0.013 + side * 0.02, 0.0)]  # fmt: skip
        knife.sheet(polygon(leg), tone(wood, -0.07), drop=0.4)
    top = [(x - w, -seat), (x, -seat - 0.010), (x + w, -seat), (x + w * 0.97, -seat + 0.035), (x, -seat + 0.042), (x - w * 0.97, -seat + 0.035)]  # fmt: skip
    knife.sheet(closed(top, 0.7), wood, drop=0.6)
