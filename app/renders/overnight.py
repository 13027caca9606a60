"""What a night is good for: how many takes of each shot are drawn until the morning, from what one take of each costs here."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.times import lasting
from app.words import tr

MORNING = 8
"""The hour when somebody wants to look at it."""

MOST = 8
"""Takes of a shot; more are seen by nobody."""

_WORTH_SAYING = 1800.0  # seconds


@dataclass(frozen=True, slots=True)
class Night:
    """From now until the morning: `seconds` of it, the takes of each shot that fit (0: not even one of each), the seconds these
    take, and how many shots get at least one."""

    seconds: float
    takes: int
    works: float
    shots: int


def night(shots: int, one_of_each: float, now: datetime | None = None) -> Night:
    """What fits; `one_of_each` are the seconds of one take of each of the shots, more than 0."""
    now = now or datetime.now()
    morning = now.replace(hour=MORNING, minute=0, second=0, microsecond=0)
    if morning <= now:
        morning += timedelta(days=1)
    seconds = (morning - now).total_seconds()
    takes = min(MOST, math.floor(seconds / one_of_each))
    drawn = shots if takes else math.floor(shots * seconds / one_of_each)
    return Night(seconds, takes, takes * one_of_each if takes else seconds, drawn)


def told(shots: int, one_of_each: float | None, now: datetime | None = None) -> str:
    """The plan in a line; "" where nobody knows how long anything takes, or where even the most takes are drawn before tea."""
    if not one_of_each or not shots:
        return ""
    plan = night(shots, one_of_each, now)
    if plan.works < _WORTH_SAYING:
        return ""
    until = f"{MORNING:02}:00"
    if plan.takes:
        each = tr("{n} takes of each", n=plan.takes)
        return tr("Overnight, until {until}: {n} shots, {each}, {time}.",
                  until=until, n=shots, each=each, time=lasting(plan.works))  # fmt: skip
    return tr("Overnight, until {until}: {n} of {all} shots; the rest waits in line.",
              until=until, n=plan.shots, all=shots)  # fmt: skip
