"""The worker's private line to its supervisor, made from the standard streams it was started with.

Libraries print, and ffmpeg reads standard input; either would corrupt the conversation. So the worker keeps private
copies of both pipes, gives its standard output to standard error and its standard input to the null device. Copies made
by os.dup are not inherited, so no grandchild holds the line open after the worker died.
"""

from __future__ import annotations

import contextlib
import os
import threading
import time
from collections.abc import Callable, Iterable
from typing import Any, BinaryIO

from engine import protocol

Show = Callable[[str, Any], None]
"""Shows a picture of the job with that key (engine.worker.previews)."""

_PROGRESS_EVERY = 0.1  # seconds; a fast engine draws a picture in less


class Wire:
    """Sends events; safe from any thread. A supervisor that is gone is not an error: its end is noticed elsewhere."""

    def __init__(self, out: BinaryIO) -> None:
        self._out = out
        self._lock = threading.Lock()

    def send(self, event: protocol.Event) -> None:
        """Send one event at once."""
        with self._lock, contextlib.suppress(OSError, ValueError):
            self._out.write(protocol.encode(event))
            self._out.flush()


class Reporter:
    """Implements `engine.backends.base.Report`: progress is thinned out and given the seconds that are left."""

    def __init__(self, wire: Wire, show: Show | None = None) -> None:
        self._wire = wire
        self._show = show
        self._began: dict[str, float] = {}
        self._waited: dict[str, float] = {}
        self._pace: dict[str, tuple[float, int]] = {}
        self._sent = 0.0

    def started(self, key: str) -> None:
        """The first picture of the job is about to be drawn."""
        self._began[key] = time.monotonic()
        self._wire.send(protocol.Started(key))

    def progress(self, key: str, done: int, total: int) -> None:
        """`done` of `total` steps."""
        now = time.monotonic()
        self._paced(key, done, now)
        if now - self._sent < _PROGRESS_EVERY and done < total:
            return
        self._sent = now
        self._wire.send(protocol.Progress(key, done, total, self._left(key, done, total, now)))

    def preview(self, key: str, picture: Any) -> None:
        """What the job looks like so far."""
        if self._show is not None:
            self._show(key, picture)

    def note(self, sentence: str) -> None:
        """One line worth telling the user."""
        self._wire.send(protocol.Note(sentence))

    def seconds(self, key: str) -> float:
        """How long the job has been drawn; forgets it."""
        began = self._began.pop(key, None)
        self._waited.pop(key, None)
        self._pace.pop(key, None)
        return 0.0 if began is None else time.monotonic() - began

    def underway(self, left: Iterable[str]) -> str:
        """Which of these jobs is being drawn: the last one begun, or the first in line when none was."""
        keys = tuple(left)
        return next((key for key in reversed(self._began) if key in keys), keys[0])

    def _paced(self, key: str, done: int, now: float) -> None:
        """From when on, and from which step on, the job's pace is taken: since nothing of it was done; but where it goes on from an
        earlier life its first steps took no time in this one, and it is taken from there."""
        if done < 1:
            self._waited[key] = now
            self._pace.pop(key, None)
        elif key not in self._pace:
            waited = self._waited.get(key, self._began.get(key, now))
            self._pace[key] = (now, done) if done > 1 else (waited, 0)

    def _left(self, key: str, done: int, total: int, now: float) -> float | None:
        since, first = self._pace.get(key, (now, done))
        if key not in self._began or done <= first:
            return None
        return round((now - since) / (done - first) * (total - done), 2)


def private_line() -> tuple[BinaryIO, Wire]:
    """Take over the standard streams; returns where requests come from, and the wire for events."""
    requests = os.fdopen(os.dup(0), "rb")
    events = os.fdopen(os.dup(1), "wb")
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    os.dup2(2, 1)
    return requests, Wire(events)
