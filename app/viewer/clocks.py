"""What time it is while the film plays: the sound card's time where there is sound, else the machine's.

A sound card reports its position in steps of a buffer, ten times coarser than a frame. So the clock runs on the machine's time and
is drawn, a little at every look, to what the card says; only a step of more than half a frame is taken at once. A card that says
nothing for a while is no clock: the film goes on without it.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

Now = Callable[[], float]
PULL = 0.1
"""How much of the difference is taken back at each look."""


PATIENCE = 0.6
"""Seconds without a word from the card after which the machine's time is taken instead."""


class Clock(Protocol):
    """Seconds since the playing began, never backwards."""

    def seconds(self) -> float:
        """So many."""
        ...


class WallClock:
    """The machine's own."""

    def __init__(self, now: Now = time.perf_counter) -> None:
        self._now = now
        self._began = now()

    def seconds(self) -> float:
        """Since it was made."""
        return self._now() - self._began


class SoundClock:
    """Follows `heard`, the seconds that have left the loudspeaker; `leap` is the difference that is jumped over."""

    def __init__(self, heard: Callable[[], float], leap: float, now: Now = time.perf_counter) -> None:
        self._heard, self._leap, self._now = heard, leap, now
        self._looked = self._spoke = now()
        self._time = self._said = self._last = 0.0
        self._steps = 0

    def seconds(self) -> float:
        """What the ear is at, as well as can be told."""
        now, heard = self._now(), self._heard()
        passed, self._looked = now - self._looked, now
        if heard != self._last:
            self._last, self._spoke = heard, now
            self._steps += 1
        silent = now - self._spoke > PATIENCE
        if (
            self._steps < 2 and not silent
        ):  # the card fills its buffer first; when it moves on, it plays, and so does the picture
            return self._said
        self._time += passed
        if not silent:
            off = heard - self._time
            self._time += off if abs(off) > self._leap else off * PULL
        self._said = max(self._said, self._time)
        return self._said
