"""How long something takes, and when it is done, as people say it."""

from __future__ import annotations

from datetime import datetime, timedelta

from app.words import tr


def lasting(seconds: float) -> str:
    """40 s, 6 min, 2 h 10 min."""
    if seconds < 60:
        return tr("{n} s", n=max(1, round(seconds)))
    minutes = round(seconds / 60)
    if minutes < 60:
        return tr("{n} min", n=minutes)
    return tr("{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)


def roughly(seconds: float) -> str:
    """A length that is only guessed: whole hours, or days, for a minute of it would look measured."""
    hours = round(seconds / 3600)
    if hours < 2:
        return lasting(seconds)
    return tr("{n} h", n=hours) if hours <= 48 else tr("{n} days", n=round(seconds / 86_400))


def clock(after: float, now: datetime | None = None) -> str:
    """The time of day in so many seconds: 14:32, or tomorrow's."""
    now = now or datetime.now()
    then = now + timedelta(seconds=after)
    days = (then.date() - now.date()).days
    told = f"{then:%H:%M}"
    if days == 0:
        return told
    return tr("tomorrow {time}", time=told) if days == 1 else f"{then:%Y-%m-%d} {told}"
