"""Where eyes go: to the other's eyes, at the other's height, and off screen to the side where the other is known to be.

A child looks up at a father and he looks down, in the two-shot and in both singles; that is what makes two singles one talk.
"""

from __future__ import annotations

from engine.backends.animatic.blocking.parts import LOW_DOWN, Blocking, Part, puppet_of
from engine.plan.orders import Posture, SubjectOrder

_FAR_APART = 1.1  # metres to somebody off screen, and
_NEAREST = 0.45  # at least between two who stand together
_STEEPEST = 0.85
_LEVEL = 0.10  # metres: nobody looks up to who is taller by a hat
_LOWERED: dict[Posture, float] = {"upright": 1.0, "seated": 0.78, "on the ground": 0.62, "lying": 0.25}
_TOLD = {"up": 0.75, "down": -0.75}


def eyeline(part: Part, partner: Part | None, blocking: Blocking) -> float:
    """How far up (1) or down (-1) somebody looks: as the words say, else into the eyes of the partner or of who is off
    screen."""
    told = [deed for deed in part.deeds if deed.gaze]
    if told and not told[-1].target:
        return _TOLD.get(told[-1].gaze, 0.0)
    mine = part.mark.lift + part.puppet.eye_line * _low(part)
    if partner is not None:
        apart = abs(partner.mark.x - part.mark.x)
        return _slope(partner.mark.lift + partner.puppet.eye_line * _low(partner) - mine, apart)
    other = blocking.order.opposite
    return _slope(_eyes_of(other) - mine, _FAR_APART) if other is not None else 0.0


def side_of(part: Part, blocking: Blocking) -> int:
    """On which side whoever is off screen is: -1 left, 1 right, 0 nobody, or nobody knows."""
    other = blocking.order.opposite
    if other is None or other.side == part.order.side:
        return 0
    return 1 if other.side > part.order.side else -1


def _slope(higher: float, apart: float) -> float:
    if abs(higher) < _LEVEL:
        return 0.0
    return min(_STEEPEST, max(-_STEEPEST, 0.9 * higher / max(apart, _NEAREST)))


def _low(part: Part) -> float:
    """How much of somebody's height is left at the end of the shot."""
    downs = [LOW_DOWN[deed.act] for deed in part.deeds if deed.act in LOW_DOWN]
    return downs[-1] if downs else _LOWERED[part.order.posture]


def _eyes_of(other: SubjectOrder) -> float:
    puppet = puppet_of(other)
    return puppet.eye_line * _LOWERED[other.posture]
