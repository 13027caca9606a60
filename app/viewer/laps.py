"""What a review plays: a take between the tail of what comes before it and the head of what comes after, round and round.

The neighbours are those of the cut in hand; a shot that the cut does not show has the neighbours of the story.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.viewer.mixing import Laid
from app.viewer.programme import CutProgramme, Held, Lap, Programme, Shelf, TakeProgramme
from engine.film.document import Film
from engine.film.rate import sample_at
from engine.film.shots import Shot
from engine.film.supply import shots_by_id
from engine.film.takes import Take
from engine.plan.desk import SAMPLE_RATE

BESIDE = 1.0
"""Seconds of the neighbours."""

SILENT = ("animatic", "draft")
"""Engines whose takes never sound."""

_Part = tuple[Programme, int, int]


@dataclass(frozen=True)
class Round:
    """A lap, and where in it the take lies."""

    lap: Lap
    own: tuple[int, int]
    at: int  # which of the lap's parts the take is

    def of(self, programme: Programme) -> Round:
        """The same with another take."""
        return Round(self.lap.with_part(self.at, programme), self.own, self.at)

    @property
    def before(self) -> Held | None:
        """The last frame of what comes before, for the onion skin."""
        if self.at == 0:
            return None
        programme, first, frames = self.lap.parts[0]
        return Held(programme, first + frames - 1)


def take_programme(film: Film, folder: Path, shot: Shot, take: Take | None) -> TakeProgramme:
    """One take of a shot."""
    return TakeProgramme(Shelf(film, folder, shots_by_id(film)), shot, take)


def round_of(film: Film, folder: Path, cut_id: str, shot: Shot, take: Take | None, *, neighbours: bool) -> Round:
    """The take of the shot, with what stands beside it or alone."""
    own = take_programme(film, folder, shot, take)
    before, after = _beside(film, folder, cut_id, shot) if neighbours else (None, None)
    parts = tuple(part for part in (before, (own, 0, own.frames), after) if part is not None)
    start = before[2] if before else 0
    return Round(Lap(parts), (start, start + own.frames), 1 if before else 0)


def sounds_of(take: Take | None, film: Film, own: tuple[int, int]) -> tuple[Laid, ...]:
    """The take's own sound, where it may have one."""
    if take is None or (take.recipe.origin != "imported" and take.recipe.engine in SILENT):
        return ()
    first, end = (sample_at(frame, SAMPLE_RATE, film.rate) for frame in own)
    return (Laid(take.digest, take.media, first, sample_at(take.head, SAMPLE_RATE, take.rate), end - first),)


def _beside(film: Film, folder: Path, cut_id: str, shot: Shot) -> tuple[_Part | None, _Part | None]:
    length = max(1, round(BESIDE * film.rate))
    cut = next((each for each in film.cuts if each.id == cut_id), None)
    programme = CutProgramme(film, cut, folder) if cut else None
    seen = programme.span_of(shot.id) if programme else None
    if programme is not None and seen is not None:
        first, end = seen
        tail = (programme, max(0, first - length), min(length, first)) if first else None
        left = min(length, programme.frames - end)
        return tail, (programme, end, left) if left > 0 else None
    return _in_story(film, folder, shot, length)


def _in_story(film: Film, folder: Path, shot: Shot, length: int) -> tuple[_Part | None, _Part | None]:
    shots = list(film.played.shots)
    at = next((n for n, each in enumerate(shots) if each.id == shot.id), None)
    if at is None:
        return None, None
    before = take_programme(film, folder, shots[at - 1], shots[at - 1].chosen) if at else None
    after = take_programme(film, folder, shots[at + 1], shots[at + 1].chosen) if at + 1 < len(shots) else None
    tail = (before, max(0, before.frames - length), min(length, before.frames)) if before else None
    return tail, (after, 0, min(length, after.frames)) if after else None
