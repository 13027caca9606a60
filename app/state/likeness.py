"""What is known of the film's likeness, kept up in the background: takes that arrive are looked at, a few at a time, when nothing is
being drawn, and whoever shows scores hears of it.

A few at a time, because the desk also decodes sound and takes stills for somebody who waits. What was found lies in the film's cache;
a film that somebody else has open shows what is there and asks for nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from itertools import islice
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from app import words
from app.state.line import Line
from app.state.session import Session
from app.words import tr
from engine.film.cuts import Clip
from engine.film.differing import differing
from engine.film.document import Film
from engine.film.shots import Shot
from engine.film.takes import Take
from engine.likeness.roll_call import RollCall, chosen_takes
from engine.plan.plan import Plan
from engine.plan.sittings import Sitting, sat_path

REST = 2500
"""Milliseconds after an edit or a take before anything is looked at: a person who works comes first."""

AT_ONCE = 4
"""Takes in one job: a second or two of the desk's time."""


class Desk(Protocol):
    """What is asked of the desk (app.desk_calls.DeskCalls)."""

    def look_at(self, sittings: tuple[Sitting, ...], then: Callable[[], object]) -> str:
        """Have these takes looked at; returns the job's key."""
        ...


class Looks(Protocol):
    """What is asked of the engine (app.bridge.Engine)."""

    plan: Plan
    line: Line
    desk: Desk
    planned: SignalInstance
    failed: SignalInstance
    cancelled: SignalInstance

    def ask(self, work: Callable[[], object], then: Callable[[object], object]) -> object:
        """Have something done in the engine's thread."""
        ...


_Of = tuple[Film | None, Plan | None, str]
"""What a roll call was made of: the film, its plan, the shot in hand."""


class Likenesses(QObject):
    """Scores of the takes that the film shows, and of all takes of the shot in hand. GUI thread only."""

    measured = Signal()

    def __init__(self, session: Session, engine: Looks, parent: QObject | None = None, *, rest: int = REST) -> None:
        super().__init__(parent)
        self._session, self._engine = session, engine
        self._roll: RollCall | None = None
        self._job = ""
        self._asked: set[str] = set()
        self._of: _Of = (None, None, "")
        self._soon = QTimer(self, singleShot=True, interval=rest)
        self._soon.timeout.connect(self.look)
        session.film_changed.connect(self._on_film)
        session.shot_changed.connect(self._later)
        engine.planned.connect(self._later)
        engine.failed.connect(self._on_ended)
        engine.cancelled.connect(self._on_ended)
        words.changed.connect(self.measured)

    def scores(self, shot: Shot) -> tuple[Mapping[str, float], Mapping[str, str]]:
        """Take id -> score and sentence of the shot's takes, as far as is known."""
        told = self._roll.takes(shot) if self._roll else ()
        return (
            {each.take: each.score for each in told if each.score is not None},
            {each.take: tr(each.sentence) for each in told},
        )

    def jumps(self, cut_id: str) -> tuple[Mapping[tuple[str, str], float], Mapping[tuple[str, str], str]]:
        """How far apart the takes are at each cut within a scene (0 nothing jumps, 1 everything does), by the clips on both
        sides, and what jumps."""
        cut = next((cut for cut in self._session.film.cuts if cut.id == cut_id), None)
        met = self._roll.cut(cut) if self._roll and cut else {}
        return {pair: 1 - each.score for pair, each in met.items()}, {
            pair: tr(each.sentence) for pair, each in met.items()
        }

    def look(self) -> None:
        """Find out what is known, and have looked at what is not."""
        if self._job:
            return
        if self._engine.line.rendering:
            self._soon.start()
            return
        film, planned, folder, known = self._session.film, self._engine.plan, self._session.folder, self._known()
        wanted = () if known else _wanted(film, self._session.shot)

        of = (film, planned, self._session.shot_id)

        def called() -> tuple[_Of, RollCall, tuple[Sitting, ...]]:
            roll = known or RollCall(film, planned, wanted)
            return of, roll, roll.look(folder)

        self._engine.ask(called, self._on_called)

    def _known(self) -> RollCall | None:
        """The roll call of the film, where nothing has changed since: a long film is called once for all of its jobs."""
        film, planned, shot_id = self._of
        same = film is self._session.film and planned is self._engine.plan and shot_id == self._session.shot_id
        return self._roll if same else None

    def _on_called(self, made: object) -> None:
        if not isinstance(made, tuple) or self._job:
            return
        self._of, self._roll, missing = made
        self.measured.emit()
        if self._session.read_only:
            return
        new = tuple(islice((each for each in missing if sat_path(each) not in self._asked), AT_ONCE))
        if new:
            self._asked |= {sat_path(each) for each in new}
            self._job = self._engine.desk.look_at(new, self._on_looked)

    def _on_looked(self) -> None:
        self._job = ""
        self.look()

    def _on_ended(self, key: str, *_: object) -> None:
        """It failed, which is said in the bar already, or somebody took everything off: the same takes are not asked for again while
        the film is open."""
        if key == self._job:
            self._on_looked()

    def _on_film(self, before: Film, after: Film) -> None:
        moved = before.cast is not after.cast or before.cuts is not after.cuts
        if moved or any(_facts(was) != _facts(now) for was, now in differing(before, after).values()):
            self._later()

    def _later(self, *_: object) -> None:
        self._soon.start()


def _wanted(film: Film, shot: Shot | None) -> Collection[tuple[Shot, Take]]:
    """The takes that are seen in the film or pinned in a cut, and those of the shot in hand."""
    clips = (item for cut in film.cuts for track in cut.tracks for item in track.items if isinstance(item, Clip))
    pinned = {clip.take for clip in clips if clip.take is not None}
    shown = [*chosen_takes(film)]
    for each in film.shots:
        wanted = each.takes if shot is not None and each.id == shot.id else [t for t in each.takes if t.id in pinned]
        shown += [(each, take) for take in wanted if take is not each.chosen]
    return shown


def _facts(shot: Shot | None) -> object:
    """What scores depend on: typing in an action changes none of it."""
    return None if shot is None else (shot.cast, shot.circled, [take.id for take in shot.takes])
