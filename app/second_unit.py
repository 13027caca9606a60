"""The second unit: pickups of takes and key frames of shots, ordered beside the plan and taken in when they have been drawn.

What was ordered is noted in the film's folder until the film that holds it has been saved; so nothing that took an hour to draw is
lost with the window.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path
from typing import Any, Protocol, cast

from PySide6.QtCore import QObject, Signal

from app.commands.takes import SEEDS
from app.desk_calls import DeskCalls
from app.grabs import Grabs, StillDesk
from app.problems import Problem
from app.state.line import Line
from app.state.save_state import Saved, SaveState
from app.state.session import Session
from app.state.standing import What
from app.words import tr
from engine.client import Client, Done, Submitted
from engine.film import key_frames, pictures
from engine.film.cast import Reference
from engine.film.coverage import add_take
from engine.film.shots import KeyFrame
from engine.film.takes import Take
from engine.plan.key_frames import LAYOUT, key_frame_node
from engine.plan.pickups import Part, pickup_node
from engine.plan.plan import orders
from engine.plan.second_unit import Assignment, assignment


class Ask(Protocol):
    """`Engine.ask`: the clerk does something, and what it returned comes back."""

    def __call__(self, work: Callable[[], Any], then: Callable[[Any], object] | None = None) -> None: ...


class SecondUnit(QObject):
    """What is being drawn beside the plan, by key. GUI thread only."""

    changed = Signal(object)  # tuple of shot ids
    picked_up = Signal(str, str)  # shot id, take id
    proposed = Signal(str)  # shot id: its key frame is there

    def __init__(
        self, session: Session, client: Client, ask: Ask, desk: DeskCalls, wake: Callable[[], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._client, self._ask, self._desk, self._wake = session, client, ask, desk, wake
        self._grabs = Grabs(session, cast(StillDesk, desk), self)  # its signals are descriptors
        self._ordered: dict[str, list[Assignment]] = {}
        self._failed: dict[str, list[Assignment]] = {}
        self._taken_in: list[Assignment] = []
        self._rounds = 0
        session.save_changed.connect(self._on_saved)

    def begin(self) -> None:
        """Take in what was finished while nobody looked, and wait for what still is in the queue."""
        if not self._session.read_only:
            self._ask(self._recalled, self._remember)

    def shots_of(self, key: str) -> tuple[str, ...]:
        """The shots that a piece of work is for."""
        return tuple(each.shot for each in self._ordered.get(key, ()))

    @property
    def by_shot(self) -> dict[str, tuple[Assignment, ...]]:
        """Shot id -> what is ordered for it."""
        found: dict[str, tuple[Assignment, ...]] = {}
        for each in (each for asked in self._ordered.values() for each in asked):
            found[each.shot] = (*found.get(each.shot, ()), each)
        return found

    def kind_of(self, key: str) -> What:
        """What a piece of work is; "take" for one that is none of ours."""
        asked = self._ordered.get(key)
        return asked[0].kind if asked else "take"

    def pick_up(self, shot_id: str, take_id: str, part: Part, engine: str, mask: bytes | None = None) -> None:
        """Draw that part of the take again; `mask` is a PNG, white where."""
        film, folder = self._session.film, self._session.folder
        shot = film.shot(shot_id)
        parent = shot.take(take_id)
        if parent is None or self._refused():
            return

        def order() -> tuple[tuple[Assignment, ...], Submitted]:
            painted = part
            if mask is not None:
                kept = pictures.keep_bytes(folder, pictures.PANELS, mask, f"{shot.slate}-mask")
                painted = Part(part.first, part.end, kept.digest, part.feather, part.more_head, part.more_tail)
            node = pickup_node(film, shot, parent, painted, engine, secrets.randbelow(SEEDS))
            return self._assign((assignment("pickup", node),))

        self._ask(order, self._on_ordered)

    def draw_key_frames(self, shot_ids: Collection[str], engine: str, *, another: bool = False) -> None:
        """Draw key frames for these shots, or with other seeds than before; the paper theatre lays them out at once."""
        film = self._session.film
        if self._refused():
            return
        self._rounds += 1  # what one click drew is one step of undo

        def order() -> tuple[tuple[Assignment, ...], Submitted | None]:
            seeds = {shot: secrets.randbelow(SEEDS) for shot in shot_ids} if another else {}
            nodes = [key_frame_node(shot.id, each, engine, seeds.get(shot.id)) for shot, each in orders(film, shot_ids)]
            asked = tuple(assignment("key frame", node) for node in nodes)
            return (asked, None) if engine == LAYOUT else self._assign(asked)

        def ordered(made: tuple[tuple[Assignment, ...], Submitted | None]) -> None:
            asked, submitted = made
            if submitted is not None:
                self._on_ordered((asked, submitted))
            for each in asked if submitted is None else ():
                self._desk.want_drawing(each.order, 0, partial(self._keep, each))

        self._ask(order, ordered)

    # --- what the engine answers

    def taken(self, key: str) -> bool:
        """A job is done; whether it was one of ours."""
        asked = self._ordered.pop(key, [])
        for each in asked:
            self._fetch(each)
        if asked:
            self.changed.emit(tuple(each.shot for each in asked))
        return bool(asked)

    def failed(self, key: str) -> None:
        """It could not be drawn; `again` asks once more."""
        if (asked := self._ordered.pop(key, [])) != []:
            self._failed[key] = asked
            self.changed.emit(tuple(each.shot for each in asked))

    def cancelled(self, key: str) -> None:
        """A person took it off: it is asked for no more."""
        if (asked := self._ordered.pop(key, [])) != []:
            self._forget(asked)
            self.changed.emit(tuple(each.shot for each in asked))

    def again(self, key: str) -> bool:
        """Ask once more for what failed, now or before the film was opened; whether that was ours."""
        asked = tuple(self._failed.pop(key, None) or self._ordered.get(key, ()))
        if asked:
            self._ask(lambda: self._assign(asked), self._on_ordered)
        return bool(asked)

    def seen(self, line: Line) -> None:
        """The queue as it is: an event that was lost is made up for here."""
        for row in line.settled if self._ordered else ():
            if row.job.key in self._ordered and isinstance(row.state, Done):
                self.taken(row.job.key)

    # --- inside

    def _assign(self, asked: tuple[Assignment, ...]) -> tuple[tuple[Assignment, ...], Submitted]:
        submitted = self._client.assign(asked, priority=1)
        if submitted.unsettled:
            self._client.resume()
        return asked, submitted

    def _on_ordered(self, made: tuple[tuple[Assignment, ...], Submitted]) -> None:
        asked, submitted = made
        there = frozenset(submitted.already_taken)
        for each in asked:
            if each.key in there:
                self._fetch(each)
            else:
                self._expect(each)
        self.changed.emit(tuple(each.shot for each in asked))
        if submitted.unsettled:
            self._wake()

    def _expect(self, wanted: Assignment) -> None:
        known = self._ordered.setdefault(wanted.key, [])
        if wanted not in known:
            known.append(wanted)

    def _recalled(self) -> tuple[Assignment, ...]:
        """What is waited for. A click that a crash had kept from the queue stands in it now."""
        if lost := self._client.unqueued():
            self._client.assign(lost, priority=1)
        return self._client.assignments()

    def _remember(self, found: tuple[Assignment, ...]) -> None:
        for each in found:
            self._fetch(each, else_expect=True)

    def _fetch(self, wanted: Assignment, *, else_expect: bool = False) -> None:
        """Ask the store for what was made, and take it in."""

        def made(take: Take | None) -> None:
            if take is not None:
                self._take_in(wanted, take)
            elif else_expect:
                self._expect(wanted)
                self.changed.emit((wanted.shot,))

        self._ask(partial(self._client.delivered, wanted), made)

    def _take_in(self, wanted: Assignment, take: Take) -> None:
        film = self._session.film
        shot = next((each for each in film.shots if each.id == wanted.shot), None)
        if self._session.read_only:
            return  # whoever may write takes it in
        if shot is None:
            self._forget([wanted])
        elif wanted.kind == "key frame":
            self._grabs.grab(take.media, take.digest, 0, partial(self._keep, wanted))
        else:
            known = {each.id for each in (*shot.takes, *shot.binned)}
            if take.id not in known:
                self._session.adopt(add_take(film, shot.id, take), film)
                self.picked_up.emit(shot.id, take.id)
            self._taken_in.append(wanted)

    def _keep(self, wanted: Assignment, path: Path) -> None:
        """The picture goes to the film's panels, and to its shot as a proposal."""
        folder = self._session.folder
        slate = next((shot.slate for shot in self._session.film.shots if shot.id == wanted.shot), "")

        def kept(picture: Reference) -> None:
            drawn = KeyFrame(picture=picture, engine=wanted.engine, seed=wanted.order.seed)
            if slate and self._session.edit(
                tr("Key frames"),
                lambda film: key_frames.propose(film, wanted.shot, drawn),
                merge=f"key frames {self._rounds}",
            ):
                self.proposed.emit(wanted.shot)
            self._taken_in.append(wanted)

        self._ask(lambda: pictures.keep(folder, pictures.PANELS, path, f"{slate}-key"), kept)

    def _on_saved(self, state: SaveState) -> None:
        """What the saved film holds needs no note any more."""
        if isinstance(state, Saved) and self._taken_in:
            self._forget(self._taken_in)
            self._taken_in = []

    def _forget(self, asked: Collection[Assignment]) -> None:
        gone = tuple(asked)
        if gone:
            self._ask(lambda: [self._client.dismiss(each) for each in gone])

    def _refused(self) -> bool:
        if self._session.read_only:
            self._session.say(Problem(self._session.who, tr("It can be looked at here, not rendered.")))
        return self._session.read_only
