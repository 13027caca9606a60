"""Desk work that the editor asks for: sound and stills for its panels, clips that are brought in, exports.

Every request is remembered by its job's key until the engine answers; what is on the disk already is answered at once. An
answer that comes after the film was closed finds nobody.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QObject, Signal

from app.problems import Problem, note, problem_of
from app.renders.reveal import reveal
from app.state.line import Line
from app.state.session import Session
from app.words import tr
from engine.client import Client, Done, Failed, TakenOff
from engine.errors import StoryreelError
from engine.film.cast import Reference
from engine.film.coverage import add_take
from engine.plan import desk
from engine.plan.orders import ShotOrder
from engine.plan.portraits import portrait_of
from engine.plan.sittings import Sitting

Ask = Callable[..., None]
"""`Engine.ask`: the clerk does something, and what it returned comes back."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What to do when a job is done that was asked for at `asked` (seconds since 1970)."""

    then: Callable[[], object]
    asked: float


class DeskCalls(QObject):
    """What was asked of the desk and by whom. GUI thread only."""

    sound_ready = Signal(str)  # digest
    still_ready = Signal(str, int, object)  # digest, picture, Path
    portrait_ready = Signal(str, str, object)  # subject, prop or place id, look, Reference
    take_imported = Signal(str, str)  # shot id, take id
    footage_ready = Signal(object, object)  # token, Footage
    export_progress = Signal(str, int, int)  # key, done, total frames
    export_done = Signal(str, object)  # key, Path
    export_failed = Signal(str, object)  # key, Problem; Problem is None when it was cancelled

    def __init__(self, session: Session, client: Client, ask: Ask, wake: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._client, self._ask, self._wake = session, client, ask, wake
        self._wanted: dict[str, _Wanted] = {}
        self._exports: set[str] = set()
        self._sat: dict[tuple[str, str], str] = {}  # the key of the portrait that was asked for last, by id and look

    def want_sound(self, source: str, digest: str) -> None:
        """Have the sound of a take or of footage decoded; `sound_ready` says when it lies at desk.pcm_path(digest)."""
        self._want(
            desk.Sound(source=source, digest=digest), desk.peaks_path(digest), lambda: self.sound_ready.emit(digest)
        )

    def want_still(self, source: str, digest: str, picture: int) -> None:
        """Have one picture of a take or of footage taken out at full size."""
        still = desk.Still(source=source, digest=digest, picture=picture)
        out = desk.still_path(still)
        self._want(still, out, lambda: self.still_ready.emit(digest, picture, self._session.folder / out))

    def want_portrait(self, entry_id: str, look: str = "") -> None:
        """Have a subject (in that look), a prop or a place drawn by itself; one that an undo took away asks for nothing, and a picture of
        words that are no longer asked for is kept and not told."""
        film = self._session.film
        if all(each.id != entry_id for each in (*film.cast, *film.props, *film.places)):
            return

        def known(work: desk.Portrait) -> None:
            picture = Reference(path=desk.portrait_path(work), digest=desk.key_of(work))
            self._sat[entry_id, look] = picture.digest
            self._want(work, picture.path, lambda: self._portrayed(entry_id, look, picture))

        self._ask(lambda: desk.Portrait(order=portrait_of(film, entry_id, look or None)), known)

    def want_drawing(self, order: ShotOrder, at: int, then: Callable[[Path], object]) -> None:
        """Have the paper theatre draw one picture of a shot; `then` gets it unless the same one is waited for already."""
        work = desk.Portrait(order=order, at=at)
        self._want(work, desk.portrait_path(work), lambda: then(self._session.folder / desk.portrait_path(work)))

    def look_at(self, sittings: tuple[Sitting, ...], then: Callable[[], object]) -> str:
        """Have takes looked at for their likeness, when the desk has nothing else to do; returns the job's key."""
        work = desk.Likeness(sittings=sittings)
        key = desk.key_of(work)
        self._order(key, work, then, priority=-1)
        return key

    def import_take(self, source: Path, shot_id: str, *, fill: bool = False, merge: str = "") -> None:
        """Make a take of a clip and give it to the shot, as one undo step; or as a part of the step with that `merge`."""
        self._import(source, "take", partial(self._take_arrived, shot_id, merge), fill=fill)

    def import_footage(self, source: Path, token: object = None) -> None:
        """Copy a clip or a sound into the film; `footage_ready` brings what a clip of a cut needs, with the token."""
        self._import(source, "footage", lambda made: self.footage_ready.emit(token, made.footage))

    def export(self, wanted: desk.Export, then: Callable[[str], object]) -> None:
        """Export the film as it is now (`wanted.film` is filled in here); `then` is told the job's key, by which
        `export_progress`, `export_done` and `export_failed` speak of it."""
        film = self._session.film

        def kept(path: str) -> None:
            work = wanted.with_(film=path)
            key = desk.key_of(work)
            self._order(key, work, partial(self._exported, key, Path(wanted.out)), priority=1)
            self._exports.add(key)
            then(key)

        self._ask(lambda: self._client.snapshot(film), kept)

    def exports(self, keys: Collection[str]) -> bool:
        """Whether all of these are exports that this editor asked for."""
        return self._exports.issuperset(keys)

    # --- what the engine answers

    def progressed(self, key: str, done: int, total: int) -> None:
        """A job is further."""
        if key in self._exports:
            self.export_progress.emit(key, done, total)

    def taken(self, key: str) -> bool:
        """A job is done; whether it was one of the desk's."""
        answer = self._wanted.pop(key, None)
        if answer is not None:
            answer.then()
        return answer is not None

    def failed(self, key: str, problem: Problem | None) -> None:
        """A job cannot be done, or (None) a person took it off."""
        self._wanted.pop(key, None)
        if key in self._exports:
            self._exports.discard(key)
            self.export_failed.emit(key, problem)

    def seen(self, line: Line) -> None:
        """The queue as it is: an event that was lost is made up for here."""
        for row in line.settled if self._wanted else ():
            wanted = self._wanted.get(row.job.key)
            if wanted is None or row.changed < wanted.asked:
                continue
            if isinstance(row.state, Done):
                self.taken(row.job.key)
            elif isinstance(row.state, Failed):
                self.failed(row.job.key, Problem(tr(row.state.sentence), tr(row.state.action)))
            elif isinstance(row.state, TakenOff):
                self.failed(row.job.key, None)

    # --- inside

    def _want(self, work: desk.Work, made: str, answer: Callable[[], object]) -> None:
        key = desk.key_of(work)
        if key in self._wanted:
            return
        if (self._session.folder / made).exists():
            answer()
            return
        self._order(key, work, answer)

    def _portrayed(self, entry_id: str, look: str, picture: Reference) -> None:
        if self._sat[entry_id, look] == picture.digest:
            self.portrait_ready.emit(entry_id, look, picture)

    def _order(self, key: str, work: desk.Work, then: Callable[[], object], *, priority: int = 0) -> None:
        self._wanted[key] = _Wanted(then, time.time())

        def refused(error: StoryreelError) -> None:
            self.failed(key, problem_of(error))

        self._ask(lambda: self._client.order(work, priority=priority), lambda _: self._wake(), refused)

    def _import(
        self,
        source: Path,
        into: Literal["take", "footage"],
        then: Callable[[desk.Arrived], object],
        *,
        fill: bool = False,
    ) -> None:
        """Into a film that somebody else has open nothing is copied."""
        if self._session.refuses():
            return
        try:
            work = self._client.import_of(self._session.film, source, into, fill=fill)
        except StoryreelError as error:
            self._session.say(problem_of(error))
            return
        key = desk.key_of(work)

        def arrived(made: desk.Arrived | None) -> None:
            if made is not None:
                then(made)

        self._order(key, work, lambda: self._ask(lambda: self._client.arrived(key), arrived), priority=1)

    def _exported(self, key: str, out: Path) -> None:
        self._exports.discard(key)
        told = tr("{name} is written.", name=out.name)
        self._session.say(note(told, label=tr("Show the file"), act=partial(reveal, out)))
        self.export_done.emit(key, out)

    def _take_arrived(self, shot_id: str, merge: str, made: desk.Arrived) -> None:
        take, named = made.take, tr("Import a take")
        if take is not None and self._session.edit(named, lambda film: add_take(film, shot_id, take), merge=merge):
            self.take_imported.emit(shot_id, take.id)
