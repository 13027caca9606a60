"""How long a shot denoised, what went on around that, and how much memory it took: what the next estimate is made of.

A GPU works behind the program's back, so its own clock is read between passes and its stream waited for only where decoding begins; the
next shot would have to wait for it there anyway.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import ExitStack
from itertools import pairwise
from statistics import median
from typing import Any

import torch

_COLD = 2.0
"""A pass of a run's first shot that took so many times longer than its median one has waited: for kernels, a compiler, the disk."""


class Watch:
    """Started with the shot. `stay` is the floor that is left when it has denoised; None: it stays till the end."""

    def __init__(self, device: torch.device, stay: ExitStack | None) -> None:
        self._device, self._stay = device, stay
        self._gpu, self._decoding = device.type == "cuda", False
        if self._gpu:
            torch.cuda.reset_peak_memory_stats(device)
        self.began_at = self.denoised_at = time.monotonic()
        self._marks: list[Any] = []
        self._laps: list[float] = []
        self._peak_mb: int | None = None

    def passing(self) -> None:
        """A pass through a transformer begins."""
        if not self._decoding:
            self._marks.append(self._mark())

    def denoised(self) -> None:
        """Decoding begins. Pipelines that decode in pieces say so more than once."""
        last = self._mark()
        if self._gpu:
            torch.cuda.current_stream(self._device).synchronize()
        if not self._decoding:
            self._decoding, self.denoised_at = True, time.monotonic()
            self._laps = [self._between(*two) for two in pairwise([*self._marks, last])]
        if self._stay is not None:
            self._stay.close()

    def decoded(self) -> None:
        """The pipeline has given its pictures: the peak of its memory is known."""
        if self._gpu:
            self._peak_mb = round(torch.cuda.max_memory_allocated(self._device) / 1e6)

    @property
    def denoising(self) -> float:
        """Seconds till it began to decode, with what was prepared for it."""
        return max(self.denoised_at - self.began_at, 1e-6)

    @property
    def passes(self) -> float:
        """Seconds of all passes and the scheduler's steps after them, of a shot that has begun to decode."""
        return max(sum(self._laps), 1e-6)

    @property
    def waited(self) -> float:
        """Seconds of them that a first shot waited for what later ones find ready."""
        usual = median(self._laps) if self._laps else 0.0
        return sum(max(0.0, lap - usual) for lap in self._laps if lap > _COLD * usual)

    @property
    def memory_mb(self) -> int | None:
        """The peak since the shot began; None on a CPU, where nobody counts."""
        return self._peak_mb

    def _mark(self) -> Any:
        """A moment on the clock of whoever does the work."""
        if not self._gpu:
            return time.monotonic()
        moment = torch.cuda.Event(enable_timing=True)
        moment.record(torch.cuda.current_stream(self._device))
        return moment

    def _between(self, one: Any, other: Any) -> float:
        """Seconds."""
        return one.elapsed_time(other) / 1000 if self._gpu else other - one


class Timesheet:
    """What each shot of a run adds to it. `opened_at` is when the run began to read its weights and words; None: they were there."""

    def __init__(self, opened_at: float | None) -> None:
        self._opened_at = opened_at
        self._left_at = 0.0

    def beside(self, watch: Watch) -> float:
        """Seconds to now in which the run did nothing else than what goes on around that shot's passes: another's may have hidden it."""
        return max(0.0, time.monotonic() - max(watch.began_at, self._left_at) - watch.passes)

    def opening(self, watch: Watch) -> float | None:
        """What the run took once, with its first shot; None of a later one."""
        return None if self._opened_at is None else watch.began_at - self._opened_at + watch.waited

    def left(self) -> None:
        """A shot has left its desk, finished or not."""
        self._opened_at, self._left_at = None, time.monotonic()


def idle_share(watches: Sequence[Watch]) -> float:
    """Of the time from the first shot's beginning to the last one's last step, the part in which no transformer worked: 0..1. The
    watches come in the order in which their shots denoised."""
    gaps = [max(0.0, after.began_at - before.denoised_at) for before, after in pairwise(watches)]
    span = watches[-1].denoised_at - watches[0].began_at if watches else 0.0
    return sum(gaps) / span if span > 0 else 0.0
