"""What every performance is made of: the moment it is drawn at, hands put where they belong, and the timing of a gesture.

A performance changes the stance that somebody already has (standing, seated, walking, in a mood), so that each of them plays in
every posture; whoever sits keeps the legs of a sitter.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

from engine.backends.animatic.puppets.stance import Frame, Stance, ease, settle
from engine.backends.animatic.stage import Pose


class Moment(NamedTuple):
    """`base` is how the figure would stand, sit or walk without it; `t` seconds since it began, of `length`."""

    pose: Pose
    frame: Frame
    base: Stance
    t: float
    length: float

    @property
    def clock(self) -> float:
        """Seconds that go on over a cut."""
        return self.pose.clock


Performance = Callable[[Moment], Stance]

SHOULDER_TO_MOUTH = (0.30, 0.36)
"""Where the mouth is from the shoulder, ahead and up, in lengths of the arm."""


def wave(t: float, hz: float, at: float = 0.0) -> float:
    """-1..1, `hz` times a second."""
    return math.sin(2 * math.pi * (hz * t + at))


def pulse(t: float, hz: float, at: float = 0.0) -> float:
    """0..1..0, `hz` times a second."""
    return 0.5 - 0.5 * math.cos(2 * math.pi * (hz * t + at))


def strike(t: float, hz: float) -> float:
    """0..1: drawn back slowly, down fast, a little rest; `hz` blows a second."""
    u = t * hz % 1.0
    return ease(u / 0.55) if u < 0.55 else 1 - ease((u - 0.55) / 0.16) if u < 0.71 else 0.0


def held(m: Moment, rise: float = 0.45, fall: float = 0.4) -> float:
    """0 to 1 with anticipation, held, and back before the end: how far a gesture is made."""
    last = max(m.length, rise + fall)
    return settle(m.t / rise) * (1 - ease((m.t - (last - fall)) / fall))


def kept(m: Moment, rise: float = 0.5) -> float:
    """0 to 1, and held."""
    return settle(m.t / rise)


def part(m: Moment, start: float, end: float) -> float:
    """0..1 from one share of the performance to another, eased."""
    last = max(0.1, m.length)
    return ease((m.t / last - start) / max(1e-6, end - start))


class Hand(NamedTuple):
    """Where a hand goes: `ahead` of and `up` from the shoulder, along the body, in lengths of the arm; the arm turned `out` degrees."""

    frame: Frame
    ahead: float
    up: float
    out: float


def arm(m: Moment, side: str, ahead: float, up: float, out: float = 9.0) -> dict[str, Hand]:
    """A hand for `posed`: the arm is bent so that it gets there, however the body leans."""
    return {f"hand_{side}": Hand(m.frame, ahead, up, out)}


def posed(base: Stance, share: float, **to: float | Hand) -> Stance:
    """The stance with some of its numbers, and its hands, brought `share` of the way to what is told."""
    lean = to.get("lean", base.lean)
    angles: dict[str, float] = {}
    for name, value in to.items():
        angles |= _bent(name[-1], value, _turn(lean)) if isinstance(value, Hand) else {name: value}
    return base._replace(
        **{name: getattr(base, name) + (value - getattr(base, name)) * share for name, value in angles.items()}
    )


def _turn(value: float | Hand) -> float:
    """A number that can be no hand."""
    assert not isinstance(value, Hand)
    return float(value)


def _bent(side: str, hand: Hand, lean: float) -> dict[str, float]:
    """Two bones to a point: shoulder and elbow by the law of cosines."""
    upper, fore = hand.frame.upper_arm, hand.frame.fore_arm
    a = math.radians(lean)
    ahead = hand.ahead * math.cos(a) + hand.up * math.sin(a)
    up = hand.up * math.cos(a) - hand.ahead * math.sin(a)
    reach = min(0.995 * (upper + fore), max(abs(upper - fore) + 0.01, math.hypot(ahead, up) * (upper + fore)))
    bend = math.acos(max(-1.0, min(1.0, (reach * reach - upper * upper - fore * fore) / (2 * upper * fore))))
    along = math.atan2(ahead, -up) - math.atan2(fore * math.sin(bend), upper + fore * math.cos(bend))
    return {
        f"arm_{side}": math.degrees(along) - lean * 0.4,
        f"arm_{side}_bend": math.degrees(bend),
        f"arm_{side}_out": hand.out,
    }


def added(base: Stance, **by: float) -> Stance:
    """The stance with something added to some of its numbers."""
    return base._replace(**{name: getattr(base, name) + value for name, value in by.items()})
