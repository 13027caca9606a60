"""What the supervisor tells its caller, written down for those who only watch: `cache/events.jsonl`.

Events are hints, so the file is never synced, is begun anew by every supervisor, and may be deleted at any time. A
watcher reads on from where it stood.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from engine import protocol

FILE = "cache/events.jsonl"


class Broadcast:
    """Writes events for watchers. A disk that refuses silences it; the queue goes on."""

    def __init__(self, folder: Path) -> None:
        self._file: IO[bytes] | None = None
        with contextlib.suppress(OSError):
            path = folder / FILE
            path.parent.mkdir(exist_ok=True)
            part = path.with_suffix(".part")
            self._file = part.open("wb", buffering=0)
            part.replace(path)  # a new file: watchers see that the old one ended

    def send(self, event: protocol.Event) -> None:
        """Write one event."""
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.write(protocol.encode(event))

    def close(self) -> None:
        """Stop writing."""
        if self._file is not None:
            self._file.close()


class Audience:
    """Reads the events of whoever supervises the film, from now on."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE
        self._file: IO[bytes] | None = None
        self._tail = b""
        self._follow(from_end=True)

    def heard(self) -> Iterator[protocol.Event]:
        """What was said since the last call."""
        yield from self._read()
        if self._is_over():
            self._follow(from_end=False)
            yield from self._read()

    def close(self) -> None:
        """Stop listening."""
        if self._file is not None:
            self._file.close()
        self._file = None

    def _follow(self, *, from_end: bool) -> None:
        self.close()
        self._tail = b""
        with contextlib.suppress(OSError):
            self._file = self._path.open("rb")
            if from_end:
                self._file.seek(0, 2)

    def _is_over(self) -> bool:
        """Whether a new supervisor has begun another file."""
        if self._file is None:
            return True
        try:
            return self._path.stat().st_ino != os.fstat(self._file.fileno()).st_ino
        except OSError:
            return False

    def _read(self) -> Iterator[protocol.Event]:
        if self._file is None:
            return
        *lines, self._tail = (self._tail + self._file.read()).split(b"\n")
        for line in lines:
            event = protocol.decode_event(line)
            if event is not None:
                yield event
