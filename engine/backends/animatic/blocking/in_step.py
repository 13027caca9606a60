"""Match on action, down to the foot: a walk that goes over a cut is cut as the left foot passes the right, in both shots.

Neither shot knows how far the other's frame lets somebody walk, so both bring the same moment of the step to the cut: how long
before it the walk began, and a little of its way, are chosen for that.
"""

from __future__ import annotations

import math
from dataclasses import replace

from engine.backends.animatic.acting import RUNS, covered
from engine.backends.animatic.puppets.gait import steps_of
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.stage import Act, Beat, Puppet

LEAD = 0.8
"""Seconds of an act that lie beyond a cut: more than its ease into and out of motion."""

_LEADS = tuple(LEAD + 0.01 * n for n in range(-14, 81))
"""Of which the one is taken that brings the feet together, the shortest of the good ones."""

_FARTHER = tuple(sorted((0.04 * n for n in range(-20, 21)), key=abs))
"""Metres that somebody goes more in a shot, or less, to be on the right foot at its end."""

_MORE = tuple(0.03 * n for n in range(24))

_GOOD = 0.06
"""Of a step: so far off nobody sees it."""


def met_half_way(beat: Beat, lead: float, puppet: Puppet) -> Beat:
    """The beat, begun about `lead` seconds before the shot, so much farther back that it keeps its pace."""
    if lead < LEAD or not _steps(beat, puppet):
        return _begun(beat, lead)
    return min((_begun(beat, each) for each in _LEADS), key=lambda b: _misses(b, puppet, 0.0))


def carried_on(beat: Beat, seconds: float, puppet: Puppet) -> Beat:
    """The beat, that goes on at its pace when the shot ends after `seconds`."""
    if not _steps(beat, puppet):
        return _ended(beat, seconds, LEAD)
    way = math.copysign(1.0, beat.x1 - beat.x0)
    ended = [_ended(replace(beat, x0=beat.x0 - way * far), seconds, LEAD) for far in _FARTHER]
    if beat.start < 0:  # begun before the shot too: both cuts are met
        both = [_begun(each, more) for each in ended for more in _MORE]
        return min(both, key=lambda b: _misses(b, puppet, 0.0) + _misses(b, puppet, seconds))
    return min(ended, key=lambda b: _misses(b, puppet, seconds))


def _begun(beat: Beat, lead: float) -> Beat:
    pace = (beat.x1 - beat.x0) / max(beat.end - beat.start, 1e-6)
    return replace(beat, start=beat.start - lead, x0=beat.x0 - pace * lead)


def _ended(beat: Beat, seconds: float, lead: float) -> Beat:
    share = (seconds - beat.start + lead) / max(seconds - beat.start, 1e-6)
    return replace(beat, end=seconds + lead, x1=beat.x0 + (beat.x1 - beat.x0) * share)


def _steps(beat: Beat, puppet: Puppet) -> bool:
    return isinstance(puppet, Person) and beat.act in (Act.WALK, Act.RUN) and abs(beat.x1 - beat.x0) > 0.1


def _misses(beat: Beat, puppet: Puppet, at: float) -> int:
    """How far from the passing of the left foot the feet are at a moment, as so many times what nobody sees."""
    return math.floor(abs((step_at(beat, puppet, at) + 1) % 2 - 1) / _GOOD)


def step_at(beat: Beat, puppet: Puppet, at: float) -> float:
    """How many steps somebody has made at a moment of a walk; whole and even when the left foot passes."""
    if not isinstance(puppet, Person):
        return 0.0
    span, length = abs(beat.x1 - beat.x0), beat.end - beat.start
    facing = max(0.5, abs(math.sin(math.radians(beat.yaw))))
    runs = beat.act is Act.RUN or span / max(1e-6, length) > RUNS
    speed = max(1.1 * span / length, 2.6 if runs else 0.0)
    return steps_of(span / facing, speed, puppet.body.frame.leg) * covered(at - beat.start, length)[0]
