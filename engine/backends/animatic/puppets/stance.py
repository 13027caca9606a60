"""How a jointed figure holds itself: a stance is a handful of numbers, an act is a stance that changes with time.

Stances blend number by number, which is how one act grows out of another; joints are solved afterwards, so a blend never
tears a limb off.
"""

from __future__ import annotations

import math
from typing import NamedTuple

Triple = tuple[float, float, float]
"""A point of the figure: forward, up, toward its own left; metres from the spot between its feet."""


class Stance(NamedTuple):
    """Lengths are in leg lengths, angles in degrees; `l` and `r` are the figure's own left and right.

    hip: height of the hips; lean: torso forward; nod: head forward; turn: head away from the body; foot: forward, up and
    tilt of a foot; arm: swing forward, out to the side, bend of the elbow; tip: the whole figure falling over forward; rise: both
    feet off the ground; sway: hips forward.
    """

    hip: float = 0.985
    sway: float = 0.0
    lean: float = 0.0
    nod: float = 0.0
    turn: float = 0.0
    foot_l: float = 0.0
    foot_l_up: float = 0.0
    foot_l_tilt: float = 0.0
    foot_r: float = 0.0
    foot_r_up: float = 0.0
    foot_r_tilt: float = 0.0
    arm_l: float = 4.0
    arm_l_out: float = 9.0
    arm_l_bend: float = 12.0
    arm_r: float = 4.0
    arm_r_out: float = 9.0
    arm_r_bend: float = 12.0
    tip: float = 0.0
    rise: float = 0.0
    stretch: float = 1.0
    seat: float = 0.0
    lids: float = 0.0


def between(a: Stance, b: Stance, share: float) -> Stance:
    """The stance `share` (0..1) of the way from a to b."""
    if share <= 0:
        return a
    if share >= 1:
        return b
    return Stance(*(p + (q - p) * share for p, q in zip(a, b, strict=True)))


def ease(t: float) -> float:
    """0..1 with slow ends."""
    t = min(1.0, max(0.0, t))
    return t * t * (3 - 2 * t)


def settle(t: float, overshoot: float = 1.0) -> float:
    """0 to 1 with anticipation before and an overshoot after; 1 from t = 1 on."""
    if t <= 0:
        return 0.0
    if t >= 1:
        return 1.0
    wind = -0.07 * overshoot * math.sin(math.pi * min(1.0, t / 0.22)) if t < 0.22 else 0.0
    u = ease(min(1.0, max(0.0, (t - 0.15) / 0.5)))
    ring = 0.10 * overshoot * math.sin(math.pi * (t - 0.65) / 0.35) * (1 - t) / 0.35 if t > 0.65 else 0.0
    return u + wind + ring


class Bones(NamedTuple):
    """The solved joints of a figure (forward, up, left; metres), and the turns the drawing needs (degrees)."""

    hips: Triple
    neck: Triple
    head: Triple
    thigh: tuple[Triple, Triple]
    knee: tuple[Triple, Triple]
    ankle: tuple[Triple, Triple]
    tilt: tuple[float, float]
    shoulder: tuple[Triple, Triple]
    elbow: tuple[Triple, Triple]
    hand: tuple[Triple, Triple]
    lean: float
    nod: float
    turn: float
    tip: float
    seat: float
    lids: float


class Frame(NamedTuple):
    """Lengths of a figure's parts in metres."""

    leg: float
    ankle: float
    torso: float
    neck: float
    shoulder: float
    hip: float
    upper_arm: float
    fore_arm: float


def _knee(hip: Triple, ankle: Triple, bone: float) -> Triple:
    """The knee between hip and ankle, bent forward, thigh and shin each `bone` long (stretched when out of reach)."""
    df, du = ankle[0] - hip[0], ankle[1] - hip[1]
    reach = math.hypot(df, du) or 1e-6
    out = math.sqrt(max(0.0, bone * bone - reach * reach / 4))
    lateral = (hip[2] + ankle[2]) / 2
    return (hip[0] + df / 2 - du / reach * out, hip[1] + du / 2 + df / reach * out, lateral)


def _arm(
    shoulder: Triple, frame: Frame, swing: float, out: float, bend: float, lean: float, side: int
) -> tuple[Triple, Triple]:
    """Elbow and hand of an arm that swings forward, lifts out to its side and bends at the elbow (degrees)."""
    a, o, b = math.radians(swing + lean * 0.4), math.radians(out), math.radians(bend)
    upper = (math.sin(a) * math.cos(o), -math.cos(a) * math.cos(o), math.sin(o) * side)
    inward = o - b * 0.35 if abs(out) < 60 else o + b
    along = a + b if abs(out) < 60 else a
    lower = (math.sin(along) * math.cos(inward), -math.cos(along) * math.cos(inward), math.sin(inward) * side)
    elbow = _from(shoulder, upper, frame.upper_arm)
    return elbow, _from(elbow, lower, frame.fore_arm)


def _from(joint: Triple, way: Triple, bone: float) -> Triple:
    """Where a bone ends that goes that way from a joint."""
    return (joint[0] + way[0] * bone, joint[1] + way[1] * bone, joint[2] + way[2] * bone)


def solve(stance: Stance, frame: Frame) -> Bones:
    """Joints from a stance, standing on the ground line (a `tip` is left to the drawing, which turns the whole sheet)."""
    leg, ground = frame.leg, frame.ankle
    rise = stance.rise * leg
    hips = (stance.sway * leg, stance.hip * leg + ground + rise, 0.0)
    lean = math.radians(stance.lean)
    torso = frame.torso * stance.stretch
    up = (math.sin(lean), math.cos(lean))
    neck = (hips[0] + up[0] * torso, hips[1] + up[1] * torso, 0.0)
    nod = lean + math.radians(stance.nod) * 0.5
    head = (neck[0] + math.sin(nod) * frame.neck, neck[1] + math.cos(nod) * frame.neck, 0.0)
    thighs: list[Triple] = []
    knees: list[Triple] = []
    ankles: list[Triple] = []
    shoulders: list[Triple] = []
    elbows: list[Triple] = []
    hands: list[Triple] = []
    feet = ((stance.foot_l, stance.foot_l_up, 1), (stance.foot_r, stance.foot_r_up, -1))
    arms = (
        (stance.arm_l, stance.arm_l_out, stance.arm_l_bend, 1),
        (stance.arm_r, stance.arm_r_out, stance.arm_r_bend, -1),
    )
    for forward, lift, side in feet:
        thigh = (hips[0], hips[1], side * frame.hip)
        ankle = (forward * leg, ground + lift * leg + rise, side * frame.hip * 1.12)
        thighs.append(thigh)
        ankles.append(ankle)
        knees.append(_knee(thigh, ankle, leg / 2))
    for swing, out, bend, side in arms:
        drop = frame.torso * 0.125
        shoulder = (neck[0] - up[0] * drop, neck[1] - up[1] * drop, side * frame.shoulder)
        elbow, hand = _arm(shoulder, frame, swing, out, bend, stance.lean, side)
        shoulders.append(shoulder)
        elbows.append(elbow)
        hands.append(hand)
    return Bones(
        hips, neck, head, (thighs[0], thighs[1]), (knees[0], knees[1]), (ankles[0], ankles[1]),
        (stance.foot_l_tilt, stance.foot_r_tilt), (shoulders[0], shoulders[1]), (elbows[0], elbows[1]),
        (hands[0], hands[1]), stance.lean, stance.nod, stance.turn, stance.tip, stance.seat, stance.lids,
    )  # fmt: skip
