"""How far the film is and when it will be done, from what was really drawn since the queue began to move.

An estimate made beforehand is about another machine on another day; after a second of drawing this one knows better. Frames
count, not shots: a long shot is more work than a short one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.state.line import Line
from engine.client import Done

_SURE = 1.0  # seconds of drawing before a speed is believed


@dataclass(frozen=True, slots=True)
class Reach:
    """Frames of this run: drawn, all, and the seconds that are left (None until they can be told). `shots` are (done, all)."""

    done: float
    total: int
    shots: tuple[int, int]
    seconds_left: float | None

    @property
    def share(self) -> float:
        """Between 0 and 1."""
        return min(1.0, self.done / self.total) if self.total else 0.0


@dataclass(slots=True)
class Pace:
    """One run of the queue: from the moment something waited until nothing does. Times are seconds of one clock."""

    lengths: dict[str, int] = field(default_factory=dict[str, int])
    _drawn: dict[str, float] = field(default_factory=dict[str, float])
    _done: set[str] = field(default_factory=set[str])
    _begun: float | None = None
    _frames_before: float = 0.0
    _spent: float = 0.0  # seconds of drawing before `_begun`
    _made: float = 0.0  # and the frames that came of them
    _holds: bool = False

    def see(self, line: Line, lengths: Mapping[str, int], now: float) -> None:
        """The queue as it is; `lengths` are the frames of the jobs that the plan knows."""
        open_ = [row.job.key for row in (*line.drawing, *line.waiting) if row.job.lane == "render"]
        if not open_:
            self._clear()
            return
        if not self.lengths:
            self._look_back(line, lengths)
        for key in open_:
            self.lengths[key] = lengths.get(key, self.lengths.get(key, self._usual()))
        for row in line.settled:
            if row.job.key in self.lengths and row.job.key not in open_:
                self._end(row.job.key, done=isinstance(row.state, Done))
        self._holds = line.paused
        if not any(row.job.lane == "render" for row in line.drawing):
            self._stop(now)  # paused, or between two shots: the clock stands, and what it told is kept

    def begin(self, now: float) -> None:
        """A picture is about to be drawn."""
        if self._begun is None:
            self._begun, self._frames_before = now, self._frames()

    def draw(self, key: str, share: float) -> None:
        """A job is so far, between 0 and 1."""
        if key in self.lengths and key not in self._done:
            self._drawn[key] = self.lengths[key] * share

    def reach(self, now: float) -> Reach:
        """How far it is."""
        total, done = sum(self.lengths.values()), self._frames()
        spent, made = self._spent, self._made
        if self._begun is not None:
            spent, made = spent + now - self._begun, made + done - self._frames_before
        stands = self._holds and self._begun is None
        left = (total - done) * spent / made if not stands and spent >= _SURE and made > 0 else None
        return Reach(done, total, (len(self._done), len(self.lengths)), left)

    def _stop(self, now: float) -> None:
        if self._begun is not None:
            self._spent += now - self._begun
            self._made += self._frames() - self._frames_before
            self._begun = None

    def _look_back(self, line: Line, lengths: Mapping[str, int]) -> None:
        """Who comes to a run late counts what was drawn since the first that still waits was put in line."""
        since = min((row.changed for row in line.waiting if row.job.lane == "render"), default=None)
        if since is None:
            return
        for row in line.settled:
            if row.job.lane == "render" and row.changed > since and isinstance(row.state, Done):
                self.lengths[row.job.key] = lengths.get(row.job.key, self._usual())

    def _end(self, key: str, *, done: bool) -> None:
        if done:
            self._done.add(key)
            self._drawn[key] = self.lengths[key]
        else:
            self._drawn.pop(key, None)
            del self.lengths[key]

    def _frames(self) -> float:
        return sum(self._drawn.values())

    def _usual(self) -> int:
        known = tuple(self.lengths.values())
        return sum(known) // len(known) if known else 48

    def _clear(self) -> None:
        self.lengths.clear()
        self._drawn.clear()
        self._done.clear()
        self._begun, self._spent, self._made = None, 0.0, 0.0
