"""The queue as a list of slips: what is drawn now, what failed, what comes next, what ended since the film was opened.

Sound and stills that the editor's own panels ask for are no work of a person's: they are listed only where they failed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from pydantic import ValidationError

from app.state.engines import title_of
from app.state.line import Line
from app.words import tr, word
from engine.client import Failed, Row
from engine.film.document import Film
from engine.film.setup import Size
from engine.plan import desk
from engine.plan.guides import CHORE as GUIDES

_QUIET = frozenset({desk.Likeness.chore, desk.Sound.chore, desk.Still.chore, desk.Portrait.chore})


@dataclass(frozen=True, slots=True)
class Heading:
    """Begins a part of the list; words are English."""

    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Slip:
    """One job: `name` is a slate or what the desk does, `about` the shot's action or a file. `shot` is the first shot that
    asks for it now, "" when none does any more, and `size` how near it is seen."""

    row: Row
    name: str
    about: str
    shot: str = ""
    size: Size | None = None

    @property
    def key(self) -> str:
        """The job's."""
        return self.row.job.key


Entry: TypeAlias = Heading | Slip


def entries(line: Line, film: Film, shots_of: Callable[[str], tuple[str, ...]], since: float) -> tuple[Entry, ...]:
    """The list; `since` is when the film was opened (seconds since 1970)."""
    shots = {shot.id: shot for shot in film.shots}

    def slip(row: Row) -> Slip:
        if row.job.lane == "desk":
            return Slip(row, *_desk_words(row))
        shot = next((shots[each] for each in shots_of(row.job.key) if each in shots), None)
        if shot is None:
            return Slip(row, tr("Earlier wording"), tr(title_of(row.job.engine)))
        said = next((line.text for line in shot.lines), "")
        return Slip(row, shot.slate, shot.action or said, shot.id, shot.setup.size)

    recent = tuple(row for row in line.settled if row.changed >= since)
    failed = tuple(row for row in recent if isinstance(row.state, Failed))
    done = tuple(row for row in recent if not isinstance(row.state, Failed))
    parts = (
        (word("Now"), line.drawing),
        (word("Could not be done"), failed),
        (word("Next in line"), line.waiting),
        (word("Done in this session"), done),
    )
    return tuple(_listed(parts, slip))


def _listed(parts: Iterable[tuple[str, tuple[Row, ...]]], slip: Callable[[Row], Slip]) -> Iterator[Entry]:
    for words, rows in parts:
        shown = [slip(row) for row in rows if row.job.engine not in _QUIET or isinstance(row.state, Failed)]
        if shown:
            yield Heading(words, len(shown))
            yield from shown


def _desk_words(row: Row) -> tuple[str, str]:
    """What the desk does, and with what."""
    name, payload = row.job.engine, row.job.payload
    try:
        if name == desk.Export.chore:
            return tr("Export"), Path(desk.Export.model_validate_json(payload).out).name
        if name == desk.Import.chore:
            return tr("Import"), Path(desk.Import.model_validate_json(payload).source).name
        if name == desk.Sound.chore:
            return tr("Sound"), Path(desk.Sound.model_validate_json(payload).source).name
        if name == desk.Likeness.chore:
            return tr("Likeness"), ""
        if name == desk.Portrait.chore:
            return tr("Portrait"), ""
    except ValidationError:
        pass
    return (tr("Guides"), "") if name == GUIDES else (name, "")
