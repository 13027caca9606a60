"""Opening a film's folder: who holds it, what it says, and whether a crash left more behind.

Everything here touches the disk and nothing touches Qt, so that it can run in a thread while the window is painted.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from engine.errors import Locked
from engine.film import store
from engine.film.autosave import Recovery, recoverable
from engine.film.document import Film
from engine.film.lock import FilmLock

PROGRAM = "the Storyreel editor"


@dataclass(frozen=True, slots=True)
class Held:
    """The film is ours to edit."""

    lock: FilmLock


@dataclass(frozen=True, slots=True)
class ReadOnly:
    """Somebody else has the film open; `who` is the engine's own sentence about it."""

    who: str


Access: TypeAlias = Held | ReadOnly


@dataclass(frozen=True, slots=True)
class Opened:
    """A film that has been read. `recovery` is an autosave that knows more than film.json does."""

    folder: Path
    film: Film
    access: Access
    recovery: Recovery | None = None


def open_film(folder: Path) -> Opened:
    """Lock and read the film in `folder`; where it is open elsewhere, only read it. Raises StoryreelError."""
    lock = FilmLock(folder, PROGRAM)
    try:
        lock.acquire()
    except Locked as held:
        return Opened(folder, store.load(folder), ReadOnly(held.sentence))
    try:
        return Opened(folder, store.load(folder), Held(lock), recoverable(folder))
    except BaseException:
        lock.release()
        raise


def make_film(folder: Path, film: Film) -> Opened:
    """Write a new film into a new folder and open it. Raises BadInput where something is there already."""
    store.must_be_new(folder)
    store.save(film, folder)
    return open_film(folder)
