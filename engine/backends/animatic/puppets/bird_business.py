"""What birds can of the verbs: they peck, drink, preen, sleep with the head turned back, look about, call and spread their wings.

A bird has no hands either: trunk, head and wings tell it all, and the head tells most.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from engine.backends.animatic.puppets.performances.moment import pulse, wave
from engine.backends.animatic.puppets.stance import ease
from engine.backends.animatic.stage import Act, Pose

_PECKS = frozenset({"eat", "drink", "pick up", "search", "dig", "look down", "kiss", "chop", "fish", "catch", "bow"})
_PREENS = frozenset({"wash", "bathe", "scratch head", "sew", "rub"})
_LOOKS = frozenset({"look around", "listen", "peek", "look back"})
_SPREADS = frozenset({"dance", "cheer", "clap", "stretch", "fight", "shout", "wave", "spin", "exercise"})
FLARE_SECONDS, RISE_SECONDS = 0.7, 0.6
"""How long before it lands a bird brakes, and how long it labours when it takes off."""


class Manner(NamedTuple):
    """`dip`: how far the head is down on the ground (0..1); `back`: it is laid on the back, beak to the tail; `aside`: it looks the other
    way; `up`: it is thrown up; `spread`: how the wings stand, -1..1, None when they are folded; `flare`: brakes in the air, or labours up."""

    dip: float = 0.0
    back: float = 0.0
    aside: bool = False
    up: float = 0.0
    spread: float | None = None
    flare: float = 0.0


def manner_of(pose: Pose) -> Manner:
    """What it does of its business in that pose."""
    if pose.act is Act.FLY:
        return Manner(flare=max(_braking(pose), _labouring(pose)))
    name, t = pose.over or pose.business, pose.phase
    on = ease(t / 0.4)
    if name in _PECKS:
        bout = 1.0 if t % 3.1 < 2.3 else 0.0
        return Manner(dip=on * (0.25 + 0.75 * bout * pulse(t, 1.3)))
    if name == "sleep" or pose.asleep:
        return Manner(back=on if pose.before is not None else 1.0)
    if name in _PREENS:
        return Manner(back=on * (0.8 + 0.2 * wave(t, 1.8)), spread=None)
    if name in _LOOKS:
        return Manner(aside=math.floor(t / 0.8) % 2 == 1)
    if name in ("sing", "shout", "look up"):
        return Manner(up=on * (0.6 + 0.4 * pulse(t, 1.2)), spread=0.1 if name == "shout" else None)
    if pose.act is Act.WAVE or name in _SPREADS:
        return Manner(spread=0.3 + 0.6 * math.sin(t * 9), up=0.2)
    return Manner()


def _braking(pose: Pose) -> float:
    return ease(1 - pose.landing / FLARE_SECONDS) if pose.landing < FLARE_SECONDS else 0.0


def _labouring(pose: Pose) -> float:
    fresh = pose.before is not None and pose.before is not Act.FLY and pose.phase < RISE_SECONDS
    return 1 - ease(pose.phase / RISE_SECONDS) if fresh else 0.0
