"""What the strip of takes asks of the engine and of the disk, so that a test can stand in for both."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import SignalInstance

from app.state.standing import Queued, Rendering, Standing, What
from app.words import tr, word
from engine.client import Client
from engine.film.takes import Take
from engine.plan.plan import Plan
from engine.takes.index import Departed, departure_of

_DRAWN: Mapping[What, str] = {
    "take": word("The next take is being drawn"),
    "pickup": word("A pickup is being drawn"),
    "key frame": word("A key frame is being drawn"),
}
_WAITS: Mapping[What, str] = {
    "take": word("The next take waits at place {place}"),
    "pickup": word("A pickup waits at place {place}"),
    "key frame": word("A key frame waits at place {place}"),
}


class Renders(Protocol):
    """What the strip asks of the engine (app.bridge.Engine)."""

    plan: Plan
    client: Client
    planned: SignalInstance
    standing_changed: SignalInstance

    def render(self, shots: tuple[str, ...]) -> object:
        """Put these shots in the queue."""
        ...

    def import_take(self, source: Path, shot_id: str, *, merge: str = "") -> object:
        """Make a take of a clip, in one undo step with others of that `merge`."""
        ...

    def standing(self, shot_id: str) -> Standing:
        """How a shot stands."""
        ...

    def ask(self, work: Callable[[], object], then: Callable[[object], object]) -> object:
        """Have something done in the engine's thread."""
        ...


@dataclass(frozen=True, slots=True)
class Filed:
    """What the disk tells of a take: when its files were written, and of a final how far it has come away from its draft."""

    made: datetime.datetime
    departed: Departed | None = None


def filed(folder: Path, takes: Sequence[Take]) -> dict[str, Filed]:
    """By id; takes whose files are gone are left out."""
    found: dict[str, Filed] = {}
    for take in takes:
        try:
            made = datetime.datetime.fromtimestamp((folder / take.media).stat().st_mtime)
        except OSError:
            continue
        found[take.id] = Filed(made, departure_of(folder, take.stored) if take.stored else None)
    return found


def work_words(standing: Rendering | Queued) -> str:
    """What is being drawn for a shot, or waits to be."""
    if isinstance(standing, Queued):
        return tr(_WAITS[standing.what], place=standing.place)
    return tr(_DRAWN[standing.what])
