"""The way a playing head takes: from where it stands, at its speed, between the marks, once or round and round.

Picture and sound read the same route, the one in frames and the other in samples, so they cannot part at a loop.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from engine.film.rate import sample_at


@dataclass(frozen=True, slots=True)
class Route:
    """From `start` by `step` frames a picture (negative: backwards) inside [first, end)."""

    start: int
    first: int
    end: int
    step: int = 1
    loops: bool = False

    def frame(self, picture: int) -> int | None:
        """The frame of the picture of that number, counted from 0 at `start`; None past the end."""
        at = self.start + picture * self.step
        if self.first <= at < self.end:
            return at
        if not self.loops or self.end <= self.first:
            return None
        return self.first + (at - self.first) % (self.end - self.first)

    def ahead(self, picture: int, count: int) -> tuple[int, ...]:
        """The frames of `count` pictures from that one on, each once."""
        frames = (self.frame(picture + n) for n in range(count))
        return tuple(dict.fromkeys(frame for frame in frames if frame is not None))

    @property
    def last(self) -> int:
        """Where it comes to rest when it does not loop."""
        return self.end - 1 if self.step > 0 else self.first

    def samples(self, at: int, count: int, sample_rate: int, rate: Fraction) -> list[tuple[int, int]]:
        """Where `count` samples from the route's sample `at` on lie: runs of (first sample of the cut, how many). A run that
        begins at -1 is silence, past the end."""
        first, end = (sample_at(frame, sample_rate, rate) for frame in (self.first, self.end))
        place = sample_at(self.start, sample_rate, rate) + at
        if self.loops and place >= end > first:
            place = first + (place - first) % (end - first)
        runs: list[tuple[int, int]] = []
        while count > 0:
            left = end - place
            if left <= 0:
                runs.append((-1, count))
                break
            run = min(count, left)
            runs.append((place, run))
            count -= run
            place = first if self.loops else end
        return runs
