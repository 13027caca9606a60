"""film.json, written in a thread of its own: an edit never waits for a disk.

A save asked for while another is being written waits its turn, and only the newest of those is written.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from engine.errors import StoryreelError
from engine.film import store
from engine.film.document import Film


class Saver:
    """Writes one film after the other into `folder`; `done` hears of each, from the writing thread."""

    def __init__(self, folder: Path, done: Callable[[Film, StoryreelError | None], None]) -> None:
        self._folder = folder
        self._done = done
        self._next: Film | None = None
        self._writing = False
        self._turn = threading.Condition()

    def save(self, film: Film) -> None:
        """Have this film written; returns at once."""
        with self._turn:
            self._next = film
            if not self._writing:
                self._writing = True
                threading.Thread(target=self._work, name="save", daemon=True).start()

    def wait(self) -> None:
        """Until nothing is left to write."""
        with self._turn:
            self._turn.wait_for(lambda: not self._writing)

    def _work(self) -> None:
        try:
            while (film := self._take()) is not None:
                self._write(film)
        except BaseException:
            self._rest()  # else closing the film would wait for ever
            raise

    def _write(self, film: Film) -> None:
        try:
            store.save(film, self._folder)
        except StoryreelError as error:
            self._done(film, error)
        else:
            self._done(film, None)

    def _rest(self) -> None:
        with self._turn:
            self._writing = False
            self._turn.notify_all()

    def _take(self) -> Film | None:
        with self._turn:
            film, self._next = self._next, None
            if film is None:
                self._rest()  # a Condition lets the same thread in twice
            return film
