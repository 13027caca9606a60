"""The engine as Qt sees it: requests go out from the GUI thread and never wait, what happens comes back as signals in it.

Three threads stand behind it: the shift works the queue (or watches who does), a clerk plans and writes the ledger in the order
he was asked, and the GUI thread alone knows the film. Whatever an event says is a hint; the rows that the clerk reads are the truth.
"""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QCoreApplication,
    QObject,
    Qt,
    QThreadPool,
    QTimer,
    Signal,
    SignalInstance,
)

from app.desk_calls import DeskCalls
from app.errands import send
from app.farewell import PATIENCE, see_off
from app.night_shift import go_on_alone
from app.problems import Problem, note, problem_of
from app.second_unit import SecondUnit
from app.shift import LINGER, LOOK, Shift
from app.state.forecast import Forecast, Offer, Wish, forecast, offers
from app.state.line import Line
from app.state.orders import same_orders
from app.state.session import Session
from app.state.standing import Known, Rendering, Standing, Unrendered, otherwise, standings
from app.words import tr
from engine import client, protocol
from engine.client import Client
from engine.errors import StoryreelError
from engine.film.document import Film
from engine.film.judging import binned_answers, restore_takes
from engine.plan import desk
from engine.plan.more_takes import more_takes
from engine.plan.plan import Node, Plan, plan

PLAN_AFTER = 300
"""Milliseconds after an edit: typing is planned once, when it rests."""

_FILES = frozenset({desk.Export.chore, desk.Import.chore})
"""Desk work that a person waits for."""

_LOOK_AFTER = 100  # milliseconds; a burst of events is one look at the ledger


@dataclass(frozen=True, slots=True)
class _Submitted:
    """What was put in the queue; which binned takes answer a shot again (shot -> take); the nodes of further takes."""

    submitted: client.Submitted
    answers: dict[str, str]
    more: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class _Planned:
    """The plan, further takes that the queue knows of, and the film with what was finished."""

    plan: Plan
    more: tuple[Node, ...]
    film: Film


class Engine(QObject):
    """The engine for one open film. GUI thread only; `leave` or `close` before the session is closed."""

    started = Signal(str)
    progress = Signal(str, int, int, object)  # key, done, total, seconds left or None
    preview = Signal(str, str)  # key, path of a picture inside the film's folder
    taken = Signal(str)
    failed = Signal(str, object)  # key, Problem
    cancelled = Signal(str)
    noted = Signal(str)
    queue_changed = Signal(object)  # Line
    standing_changed = Signal(object)  # tuple of shot ids
    planned = Signal(object)  # Plan
    room_wanted = Signal(str)  # a problem's button leads there
    _heard = Signal(object)
    _stopped = Signal(object)

    def __init__(
        self, session: Session, *, engines: Collection[Path] | None = None, linger: float = LINGER, look: float = LOOK
    ) -> None:
        super().__init__(session)
        self._session = session
        self._closed = False
        self._farewell: threading.Thread | None = None
        self.client = Client(session.folder, extra=None if engines is None else tuple(engines))
        self.line = Line()
        self.plan = Plan(())
        self._clerk = QThreadPool(self, maxThreadCount=1)
        self._standings: dict[str, Standing] = {}
        self._stood_by: Known | None = None
        self._keys: dict[str, str] = {}
        self._drawn: dict[str, Rendering] = {}
        self._more: dict[str, Node] = {}  # further takes that were asked for, by key
        self._shots_of: dict[str, tuple[str, ...]] = {}
        self._plan_soon = QTimer(self, singleShot=True, interval=PLAN_AFTER)
        self._plan_soon.timeout.connect(self._plan_now)
        self._look_soon = QTimer(self, singleShot=True, interval=_LOOK_AFTER)
        self._look_soon.timeout.connect(self._look_now)
        self._heard.connect(self._hear, Qt.ConnectionType.QueuedConnection)
        self._stopped.connect(self._on_stopped, Qt.ConnectionType.QueuedConnection)
        self._shift = Shift(
            self.client, partial(_tell, self._heard), partial(_tell, self._stopped), linger=linger, look=look
        )
        self.desk = DeskCalls(session, self.client, self.ask, self._shift.wake, self)
        self.sound_ready, self.still_ready = self.desk.sound_ready, self.desk.still_ready
        self.take_imported, self.footage_ready = self.desk.take_imported, self.desk.footage_ready
        self.want_sound, self.want_still = self.desk.want_sound, self.desk.want_still
        self.portrait_ready, self.want_portrait = self.desk.portrait_ready, self.desk.want_portrait
        self.import_take, self.import_footage = self.desk.import_take, self.desk.import_footage
        self.export = self.desk.export
        self.unit = SecondUnit(session, self.client, self.ask, self.desk, self._shift.wake, self)
        self.unit.changed.connect(lambda _: self._restand())
        session.film_changed.connect(self._on_film)
        self._open()

    # --- what a person asks for

    def render(self, shots: Collection[str] | None = None, *, priority: int = 0, takes: int = 1) -> None:
        """Put the shots (None: all) whose takes are missing in the queue and begin; with further `takes` of each, with other
        seeds, behind them."""
        if self._refused():
            return
        film, ids = self._session.film, None if shots is None else frozenset(shots)

        def submit() -> _Submitted:
            planned, more = plan(film, ids), more_takes(film, ids, takes)
            return self._put_in_line(planned.nodes, more, binned_answers(film, planned.keys), priority)

        self.ask(submit, self._on_submitted)

    def forecast(
        self, shots: Collection[str] | None, then: Callable[[Forecast], object], wish: Wish | None = None
    ) -> None:
        """Tell `then` what rendering these shots (None: all) would cost."""
        film, ids = self._session.film, None if shots is None else frozenset(shots)
        self.ask(lambda: forecast(film, ids, wish or Wish(), self.client.store.has), then)

    def offers(self, shots: Collection[str] | None, wish: Wish, then: Callable[[tuple[Offer, ...]], object]) -> None:
        """Tell `then` what each engine there is would make of these shots (None: all)."""
        film, ids = self._session.film, None if shots is None else frozenset(shots)
        self.ask(lambda: offers(film, ids, wish, self.client.store.has), then)

    def pause(self) -> None:
        """Begin no more drawing; what is being drawn is finished."""
        if not self._refused():
            self.ask(self.client.pause)

    def resume(self) -> None:
        """Go on after a pause, or with what waits from another day."""
        if not self._refused():
            self.ask(self.client.resume, lambda _: self._shift.wake())

    def cancel(self, keys: Collection[str] | None = None) -> None:
        """Take jobs off the queue (None: all), also what is being drawn. Of a film that is open elsewhere only what this editor
        exports."""
        if (keys and self.desk.exports(keys)) or not self._refused():
            self.ask(lambda: self.client.cancel(keys))

    def move(self, key: str, before: str | None = None) -> None:
        """Let a job be next (None), or stand just before another."""
        if not self._refused():
            self.ask(lambda: self.client.move(key, before))

    def again(self, key: str) -> None:
        """Try a job once more that failed or was taken off."""
        if self._refused() or self.unit.again(key):
            return
        shots, further = self._shots_of.get(key, ()), self._more.get(key)
        row = next((row for row in self.line.rows if row.job.key == key), None)
        if further is not None and key not in self.plan.keys.values():  # the shots themselves ask for another one
            self.ask(lambda: self._put_in_line((), (further,)), self._on_submitted)
        elif shots:
            self.render(shots)
        elif row is not None and row.job.lane == "desk":
            self.ask(lambda: self.client.add([row.job]), lambda _: self._shift.wake())

    def forget_settled(self) -> None:
        """Empty the history."""
        self.ask(self.client.forget_settled)

    def shots_of(self, key: str) -> tuple[str, ...]:
        """The shots that ask for the take of that key now, or for whom the second unit draws it."""
        return self._shots_of.get(key, ()) or self.unit.shots_of(key)

    def standing(self, shot_id: str) -> Standing:
        """How a shot stands, as far as is known."""
        return self._standings.get(shot_id, Unrendered())

    def drawn(self, key: str) -> Rendering:
        """How far the job of that key is."""
        return self._drawn.get(key, Rendering())

    @property
    def busy(self) -> bool:
        """Whether closing now would stop a render or an export that this editor does."""
        files = any(row.job.engine in _FILES for row in (*self.line.drawing, *self.line.waiting))
        return (self.line.rendering or files) and self.line.elsewhere is None

    def leave(self, *, leave_running: bool = False) -> None:
        """End the work of this editor without waiting for it; with `leave_running` a process of its own goes on with the queue."""
        if self._closed:
            return
        self._closed = True
        self._plan_soon.stop()
        self._look_soon.stop()
        self.setParent(QCoreApplication.instance())  # the session goes before the workers have stopped
        self._farewell = see_off(partial(self._end, self._session.folder, leave_running), "the engine leaves")

    def close(self, *, leave_running: bool = False) -> None:
        """`leave`, and wait until the workers have stopped."""
        self.leave(leave_running=leave_running)
        if self._farewell is not None:
            self._farewell.join(PATIENCE)

    def ask(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], object] | None = None,
        sorry: Callable[[StoryreelError], object] | None = None,
    ) -> None:
        """Have the clerk do something in his thread; a refusal goes to the bar (`sorry` hears of it first), and the queue is
        looked at after it."""

        def done(made: object) -> None:
            if self._closed:
                return  # the film is no longer open: nobody waits for this
            if then is not None:
                then(made)
            self._look_soon.start()

        def refused(error: StoryreelError) -> None:
            if sorry is not None and not self._closed:
                sorry(error)
            self._refuse(error)

        send(self, work, done, refused, pool=self._clerk)

    # --- inside

    def _end(self, folder: Path, leave_running: bool) -> None:
        """In a thread of its own."""
        self._shift.end()
        self._clerk.waitForDone(5000)
        if leave_running:
            go_on_alone(folder)
        with contextlib.suppress(RuntimeError):  # the application has ended
            self.deleteLater()

    def _open(self) -> None:
        """What waits from another day waits for a person: nobody expects a film to render because it was opened."""

        read_only = self._session.read_only

        def first_look() -> int:
            state = self.client.state()
            leaving = isinstance(state, client.Running) and state.by == os.getpid()  # ours of a moment ago
            if read_only or not (leaving or isinstance(state, client.Waiting | client.Paused)):
                return 0
            self.client.pause()
            line = Line(self.client.line())
            return sum(row.job.lane == "render" for row in (*line.drawing, *line.waiting))

        def seen(waiting: int) -> None:
            self._shift.start()
            if waiting and self._session.recovery is None:  # that is asked first; the status line tells of the queue
                told = tr("{n} shots wait in line from last time.", n=waiting)
                self._session.say(note(told, label=tr("Go on"), act=self.resume))

        self.ask(first_look, seen)
        self.unit.begin()
        self._plan_soon.start(0)

    def _put_in_line(
        self, nodes: tuple[Node, ...], more: tuple[Node, ...], answers: dict[str, str] | None = None, priority: int = 0
    ) -> _Submitted:
        """In the clerk's thread: these wait to be drawn, and a queue that was paused goes on."""
        submitted = self.client.submit((*nodes, *more), priority=priority)
        if submitted.unsettled:
            self.client.resume()
        return _Submitted(submitted, answers or {}, more)

    def _refused(self) -> bool:
        """A film that somebody else has open is not rendered from here."""
        if self._session.read_only:
            self._session.say(Problem(self._session.who, tr("It can be looked at here, not rendered.")))
        return self._session.read_only

    def _refuse(self, error: StoryreelError) -> None:
        if not self._closed:
            self._session.say(problem_of(error))
            self._look_soon.start()

    def _on_submitted(self, made: _Submitted) -> None:
        submitted, answers = made.submitted, made.answers
        self._more |= {node.key: node for node in made.more}
        if submitted.unsettled:
            self._shift.wake()
        if answers:
            self._session.edit(tr("Take it out of the bin"), lambda film: restore_takes(film, answers))
            self._session.say(note(tr("{n} takes were in the bin and are back.", n=len(answers))))
        elif not submitted.unsettled:
            self._session.say(note(tr("Nothing to render: every shot is there already.")))
        self._plan_soon.start(0)

    def _on_film(self, before: Film, after: Film) -> None:
        if same_orders(before, after):
            self._restand()
        else:
            self._plan_soon.start(PLAN_AFTER)

    def _plan_now(self) -> None:
        """Plan the film and take in what is finished, in the clerk's thread."""
        film, read_only, first = self._session.film, self._session.read_only, not self.plan.nodes

        def work() -> _Planned:
            planned = plan(film)
            more = self.client.siblings(planned) if first else ()
            if read_only:
                return _Planned(planned, more, film)
            after = film
            for node in (each for each in more if not _has(film, each)):
                after = self.client.adopt(after, Plan((node,)))
            return _Planned(planned, more, self.client.adopt(after, planned))

        def done(made: _Planned) -> None:
            self._more |= {node.key: node for node in made.more}
            self._know(made.plan)
            if made.film is not film:
                self._session.adopt(made.film, film)
            self._restand()
            self.planned.emit(self.plan)

        self.ask(work, done)

    def _know(self, planned: Plan) -> None:
        self.plan = planned
        self._keys = planned.keys
        shots = {node.key: node.shots for node in self._more.values()}
        for shot, key in self._keys.items():
            known = shots.get(key)
            shots[key] = (shot,) if known is None else (*(each for each in known if each != shot), shot)
        self._shots_of = shots

    def _look_now(self) -> None:
        def look() -> Line:
            state = self.client.state()
            by = state.by if isinstance(state, client.Running) else None
            return Line(self.client.line(), self.client.paused, by if by != os.getpid() else None)

        def seen(line: Line) -> None:
            if line != self.line and not self._closed:
                self.line = line
                at_work = {row.job.key for row in line.rows if isinstance(row.state, client.AtWork)}
                self._drawn = {key: drawn for key, drawn in self._drawn.items() if key in at_work}
                self._restand()
                self.queue_changed.emit(line)
                self.desk.seen(line)
                self.unit.seen(line)

        send(self, look, seen, self._refuse_to_look, pool=self._clerk)

    def _refuse_to_look(self, error: StoryreelError) -> None:
        if not self._closed:
            self._session.say(problem_of(error))

    def _restand(self) -> None:
        """Tell which shots stand otherwise than before."""
        known = Known(self._session.film, self._keys, self.line, dict(self._drawn), self.unit.by_shot)
        shots = otherwise(self._stood_by, known)
        now = standings(known, shots)
        changed = tuple(shot for shot, standing in now.items() if standing != self._standings.get(shot))
        self._standings |= now
        for gone in shots - now.keys():
            self._standings.pop(gone, None)
        self._stood_by = known
        if changed:
            self.standing_changed.emit(changed)

    def _drawing(self, key: str, drawn: Rendering) -> None:
        """One job is further: only its shots stand otherwise."""
        self._drawn[key] = drawn
        shots = self.shots_of(key)
        told = replace(drawn, what=self.unit.kind_of(key))
        for shot in shots:
            self._standings[shot] = told
        if shots:
            self.standing_changed.emit(shots)

    def _hear(self, event: protocol.Event) -> None:
        """What the shift heard, in the GUI thread."""
        if self._closed:
            return
        match event:
            case protocol.Started(key):
                self._drawing(key, Rendering())
                self.started.emit(key)
            case protocol.Progress(key, done, total, left):
                self._drawing(key, replace(self.drawn(key), done=done, total=total, seconds_left=left))
                self.progress.emit(key, done, total, left)
                self.desk.progressed(key, done, total)
                return
            case protocol.Preview(key, picture):
                self._drawing(key, replace(self.drawn(key), preview=picture))
                self.preview.emit(key, picture)
                return
            case protocol.Taken(key):
                self._on_taken(key)
            case protocol.Failed(key, sentence, action):
                self._on_failed(key, sentence, action)
            case protocol.Cancelled(key):
                self.desk.failed(key, None)
                self.unit.cancelled(key)
                self.cancelled.emit(key)
            case protocol.Note(sentence) if sentence != protocol.PAUSED:
                self._session.say(note(tr(sentence)))
                self.noted.emit(sentence)
            case _:
                return
        self._look_soon.start()

    def _on_taken(self, key: str) -> None:
        if not self.desk.taken(key) and not self.unit.taken(key):
            self._adopt(key)
        self.taken.emit(key)

    def _adopt(self, key: str) -> None:
        """One take has arrived: it goes to its shots at once, without planning the film again."""
        film = self._session.film
        nodes = tuple(node for node in (*self.plan.nodes, *self._more.values()) if node.key == key)
        if not nodes or self._session.read_only:
            return

        def taken_in(after: Film) -> None:
            if after is not film:
                self._session.adopt(after, film)
            if key in self._more:
                self._plan_soon.start(0)  # the take that the shot asks for stays its newest

        self.ask(lambda: self.client.adopt(film, Plan(nodes)), taken_in)

    def _on_failed(self, key: str, sentence: str, action: str) -> None:
        slates = {shot.id: shot.slate for shot in self._session.film.shots}
        shot = next((slates[shot] for shot in self.shots_of(key) if shot in slates), "")
        told = tr("Shot {slate}: {sentence}", slate=shot, sentence=tr(sentence)) if shot else tr(sentence)
        problem = Problem(told, tr(action) if action else "", tr("Show"), lambda: self.room_wanted.emit("renders"))
        self.desk.failed(key, problem)
        self.unit.failed(key)
        self._session.say(problem)
        self.failed.emit(key, problem)

    def _on_stopped(self, error: StoryreelError) -> None:
        """The whole run stopped: a full disk, say."""
        if self._closed:
            return
        self._session.say(problem_of(error, label=tr("Try again"), act=self._shift.wake))
        self._look_soon.start()


def _has(film: Film, node: Node) -> bool:
    """Whether the shots know that take, kept or binned: then it keeps its place among the others."""
    shots = (film.shot(shot) for shot in node.shots)
    return all(any(take.recipe.key == node.key for take in (*shot.takes, *shot.binned)) for shot in shots)


def _tell(signal: SignalInstance, told: object) -> None:
    """Say it in the GUI thread, or to nobody where the application has ended meanwhile."""
    with contextlib.suppress(RuntimeError):
        signal.emit(told)
