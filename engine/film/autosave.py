"""Autosave: a while after the last edit, a copy of the film goes into autosave/; film.json is the person's own to save.

Writing happens in a thread of its own, so that an edit never waits for a disk. `recoverable` tells, when a film is
opened, whether such a copy knows more than film.json does.
"""

from __future__ import annotations

import contextlib
import math
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from engine.errors import BadFilm, NewerFilm, StoryreelError, storage_failed
from engine.film.copies import autosaves, next_autosave
from engine.film.document import Film
from engine.film.durable import replace_file
from engine.film.film_text import film_from, film_text
from engine.film.store import FILM_FILE

OnError = Callable[[StoryreelError], None]


class Autosave:
    """Writes the newest film `delay` seconds after the last edit, or `longest` after the first; keeps `keep` copies.

    `on_error` is called from the writing thread with what the disk said; the film stays pending and is tried again
    with the next edit.
    """

    def __init__(
        self, folder: Path, on_error: OnError, *, delay: float = 2.0, longest: float = 20.0, keep: int = 5
    ) -> None:
        self._folder = folder
        self._on_error = on_error
        self._delay, self._longest, self._keep = delay, longest, keep
        self._pending: Film | None = None
        self._due = self._latest = 0.0
        self._closed = False
        self._changed = threading.Condition()
        self._writing = threading.Lock()
        self._thread = threading.Thread(target=self._watch, name="autosave", daemon=True)
        self._thread.start()

    def edited(self, film: Film) -> None:
        """The film is now this; returns at once."""
        with self._changed:
            now = time.monotonic()
            if self._pending is None or self._latest == math.inf:
                self._latest = now + self._longest
            self._pending = film
            self._due = min(now + self._delay, self._latest)
            self._changed.notify()

    def saved(self) -> None:
        """film.json holds the newest film: nothing is left to autosave."""
        with self._changed:
            self._pending = None

    def flush(self) -> None:
        """Write what is pending before returning."""
        self._write_pending()

    def close(self) -> None:
        """Write what is pending and end the thread."""
        with self._changed:
            self._closed = True
            self._changed.notify()
        self._thread.join()
        self.flush()

    def _watch(self) -> None:
        while self._wait_until_due():
            self._write_pending()

    def _wait_until_due(self) -> bool:
        """True when a film is due, False when autosaving is over."""
        with self._changed:
            while not self._closed:
                left = None if self._pending is None else self._due - time.monotonic()
                if left is not None and left <= 0:
                    return True
                self._changed.wait(None if left == math.inf else left)
            return False

    def _write_pending(self) -> None:
        with self._writing:
            with self._changed:
                film, self._pending = self._pending, None
            if film is None:
                return
            try:
                _write_copy(film, self._folder, self._keep)
            except OSError as error:
                self._keep_pending(film)
                self._on_error(storage_failed(error, self._folder))

    def _keep_pending(self, film: Film) -> None:
        """Not written: unless a newer one came meanwhile, keep this film for the next edit, `flush` or `close`."""
        with self._changed:
            if self._pending is None:
                self._pending, self._due, self._latest = film, math.inf, math.inf


def _write_copy(film: Film, folder: Path, keep: int) -> None:
    path = next_autosave(folder)
    path.parent.mkdir(exist_ok=True)
    replace_file(path, film_text(film))
    for old in autosaves(folder)[keep:]:
        with contextlib.suppress(OSError):
            old.unlink()


@dataclass(frozen=True, slots=True)
class Recovery:
    """An autosaved film that film.json does not know: the copy, when it was written (seconds since 1970), the film."""

    copy: Path
    written: float
    film: Film


def recoverable(folder: Path) -> Recovery | None:
    """The newest readable autosave, if it is younger than film.json and says something else; None otherwise."""
    film_file = folder / FILM_FILE
    try:
        saved, saved_at = film_file.read_bytes(), film_file.stat().st_mtime_ns
    except OSError:
        saved, saved_at = b"", 0
    for copy in autosaves(folder):
        with contextlib.suppress(OSError, BadFilm, NewerFilm):
            text, written = copy.read_bytes(), copy.stat().st_mtime_ns
            if written <= saved_at or text == saved:
                return None
            return Recovery(copy, written / 1e9, film_from(text, copy.name))
    return None


def discard(folder: Path) -> None:
    """Throw away every autosave: the person closed the film without them. Raises StorageFailed."""
    try:
        for copy in autosaves(folder):
            copy.unlink(missing_ok=True)
    except OSError as error:
        raise storage_failed(error, folder) from error
