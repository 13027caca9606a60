"""How a four-legged animal holds itself: where trunk, feet and head are in every act, before anything is drawn.

Whatever it does is a change of a few joints, so a sitting cat and a bear on its haunches are one kind of value, and one may grow out
of the other.
"""

from __future__ import annotations

import math

from engine.backends.animatic.puppets.beast_build import Build, between
from engine.backends.animatic.puppets.beast_business import beasts_business
from engine.backends.animatic.puppets.beast_hands import on_end
from engine.backends.animatic.puppets.breeds import Breed
from engine.backends.animatic.puppets.gait import pace_of
from engine.backends.animatic.puppets.motion import WALKING, breath
from engine.backends.animatic.puppets.paces import bob_of, gait_of, paced, stretch_of
from engine.backends.animatic.puppets.paper_cut import Point
from engine.backends.animatic.puppets.stance import ease, settle
from engine.backends.animatic.stage import Act, Pose

FRONT_FROM = 0.22
"""Sine of the yaw under which an animal is drawn from its front or back (13 degrees)."""


def stands(half: float) -> tuple[float, float, float, float]:
    """Where the feet are at rest: the far pair a little ahead of the near one, or four legs would look like two."""
    return half * 0.88, half * 0.88 + 0.13, -half * 1.04, -half * 1.04 + 0.14


def _standing(breed: Breed, pose: Pose) -> Build:
    half = breed.long / 2 - breed.deep / 2
    up = 1 - breed.deep / 2
    air = 0.006 * breath(pose.clock)
    low = {"sad": 14, "tired": 16, "angry": 8, "afraid": 10, "happy": -6, "surprised": -10}.get(pose.mood, 0)
    quick = {"happy": 9.0, "sad": 1.0, "angry": 2.0}.get(pose.mood, 2.6)
    wag = math.sin(pose.clock * quick) * (0.9 if pose.mood == "happy" else 0.35)
    feet = tuple((at, 0.0) for at in stands(half))
    lift = 14 * settle(pose.phase / 0.6) if pose.act == Act.LOOK else 0.0
    if breed.hops:  # a hare at rest is a ball on its haunches
        hip = breed.deep * 0.46 + air
        crouch = ((half * 1.05, 0.0), (half * 1.20, 0.0), (-half * 0.42, 0.0), (-half * 0.50, 0.0))
        return Build((-half * 0.85, hip), (half * 0.75, hip * 1.30), crouch, low - lift, wag, 1.0)
    return Build(
        (-half, up + air),
        (half, up + air),
        (feet[0], feet[1], feet[2], feet[3]),
        low - lift + 2 * math.sin(pose.clock * 0.8),
        wag,
    )


def _going(breed: Breed, pose: Pose, base: Build, tall: float) -> Build:
    """On the feet of its gait, the spine and the head with them."""
    leg = (1 - breed.deep * 0.6) * tall
    runs = pose.act is Act.RUN
    speed = pace_of(pose, 2.6 if runs else 0.9)
    side = max(0.46, abs(facing(pose.yaw)))
    gait = gait_of(breed, speed, leg, runs=runs)
    pace = paced(gait, (pose.gone or pose.phase * speed) / side, pose.span / side, speed, leg)
    reach = min(0.62, gait.stands * pace.stride / 2 / leg)
    low = (1 - math.sqrt(1 - reach * reach)) * leg / tall * (0.35 if gait.springs else 0.6)
    level = breed.long / 2 - breed.deep / 2  # the prints don't move with the spine
    half = level * stretch_of(pace)
    up = 1 - breed.deep / 2 - 0.10 * breed.hops - low * pace.swing
    fore, hind = bob_of(pace, fore=True), bob_of(pace, fore=False)
    feet = tuple((at + foot.ahead / tall, foot.up / tall) for at, foot in zip(stands(level), pace.feet, strict=True))
    nod = 90 * (hind - fore) + (10 if runs else 3) * pace.swing  # the head is level while the trunk rocks
    return Build(
        (-half, up + hind),
        (half, up + fore),
        (feet[0], feet[1], feet[2], feet[3]),
        base.nod + nod,
        0.35 * math.sin(2 * math.pi * pace.beat),
    )


def _sitting(breed: Breed, base: Build) -> Build:
    """On its haunches, the fore legs straight under the chest; who has hands sits upright, with them in its lap."""
    if breed.hands:
        return upright(breed, base, seated=True)
    half = base.chest[0]
    low = breed.deep * 0.46
    feet = ((half * 0.60, 0.0), (half * 0.70, 0.0), (-half * 0.42, 0.0), (-half * 0.48, 0.0))
    return Build(
        (-half * 0.66, low), (half * 0.42, base.chest[1] * 0.96), feet, base.nod - 6, base.wag, 1.0, reared=0.12
    )


def upright(breed: Breed, base: Build, *, seated: bool) -> Build:
    """The trunk on end: on the rump with the hind feet out in front, or up on the hind legs."""
    long = (breed.long - breed.deep) * (0.94 if seated else 1.0)
    hip = breed.deep * 0.42 if seated else 1 - breed.deep * 0.52
    rump, chest = (-breed.deep * 0.22, hip), (-breed.deep * 0.10, hip + long)
    lap = (chest[0] + breed.deep * 0.42, chest[1] - 0.40)
    hind = (
        ((breed.deep * 0.55, 0.0), (breed.deep * 0.66, 0.0))
        if seated
        else ((rump[0] + 0.06, 0.0), (rump[0] - 0.08, 0.0))
    )
    return Build(
        rump, chest, (lap, (lap[0] + 0.06, lap[1] + 0.02), *hind), base.nod, base.wag, 1.0 * seated, reared=1.0
    )


def curls(breed: Breed) -> bool:
    """Whether it sleeps curled up, nose to tail."""
    return breed.tall < 0.9 and not breed.hooved and breed.face == "" and not breed.hops and breed.marking != "spines"


def _lying(breed: Breed, base: Build, asleep: bool) -> Build:
    half, low = base.chest[0], breed.deep * 0.46
    feet = ((half * 1.45, 0.01), (half * 1.55, 0.01), (-half * 0.55, 0.0), (-half * 0.6, 0.0))
    rolled = asleep and curls(breed)
    return Build(
        (-half, low),
        (half, low * (1.0 if rolled else 1.06)),
        feet,
        base.nod + (34 if asleep else 6) - (52 if breed.ears == "fan" else 0),  # a trunk needs room
        base.wag * 0.4,
        1.0,
        1.0,
        1.0 if asleep else 0.0,
        curled=1.0 if rolled else 0.0,
    )


def build_of(breed: Breed, pose: Pose, tall: float) -> Build:
    """The trunk, feet and head of that pose, for an animal `tall` metres high at the shoulder."""
    build = _in_act(breed, pose, tall)
    base = _standing(breed, pose)
    raised = on_end(breed, build, pose, upright(breed, base, seated=True), upright(breed, base, seated=False))
    return raised or beasts_business(build, pose)


def _falling(breed: Breed, base: Build, t: float) -> Build:
    """First the forelegs give way, then the rest; `t` is 1 when it lies."""
    rump, chest = (base.rump[0], base.rump[1] + 0.04), (base.chest[0] + 0.05, base.chest[1] - 0.12)
    stagger = Build(rump, chest, base.feet, 22)
    if t < 0.4:
        return between(base, stagger, ease(t / 0.4))
    return between(stagger, _lying(breed, base, False), settle((t - 0.4) / 0.6, 1.6))


def _in_act(breed: Breed, pose: Pose, tall: float) -> Build:
    base = _standing(breed, pose)
    match pose.act:
        case act if act in WALKING:
            return _going(breed, pose, base, tall)
        case Act.SIT if breed.face == "long" and breed.tall > 0.65:  # the hoofed kneel, they have no haunches to sit on
            return between(base, _lying(breed, base, False), settle(pose.phase / 1.2) if pose.before else 1.0)
        case Act.SIT:
            return between(base, _sitting(breed, base), settle(pose.phase / 0.8) if pose.before else 1.0)
        case Act.WAVE:
            sit = _sitting(breed, base)
            paw = (sit.feet[0][0] + 0.32, 0.52 + 0.10 * math.sin(pose.phase * 8))
            raised = Build(sit.rump, sit.chest, (paw, *sit.feet[1:]), sit.nod - 6, sit.wag, 1.0)
            return between(base, raised, settle(pose.phase / 0.8))
        case Act.LIE:
            dozes = pose.asleep or pose.business == "sleep" or pose.mood == "tired"
            return between(base, _lying(breed, base, dozes), ease(pose.phase / 0.9) if pose.before else 1.0)
        case Act.FALL:
            return _falling(breed, base, pose.phase / 0.7)
        case Act.FLY:
            half = base.chest[0]
            feet = ((half * 1.5, 0.42), (half * 1.7, 0.36), (-half * 1.6, 0.34), (-half * 1.75, 0.42))
            return Build(base.rump, base.chest, feet, -8, 0.4)
        case _:
            return base


def facing(yaw: float) -> float:
    """How far the trunk is turned to the right (-1..1). Between the three-quarter view and the front it jumps: a squashed side view
    is nobody's."""
    s = math.sin(math.radians(yaw))
    return math.copysign(max(0.46, abs(s)) if abs(s) > FRONT_FROM else 0.5 * abs(s), s if abs(s) > 1e-6 else 1.0)


def neck_line(b: Breed, chest: Point, s: float, nod: float, reared: float = 0.0) -> tuple[Point, Point]:
    """Where the neck begins and where the head's middle is, in shoulder heights, y down."""
    up = math.radians(b.up - nod + (82 - b.up) * reared)
    root = (chest[0] + b.deep * 0.16 * s, chest[1] - b.deep * 0.16)
    return root, (
        root[0] + math.cos(up) * b.neck * s + b.head * 0.18 * s,
        root[1] - math.sin(up) * b.neck - b.head * 0.05,
    )
