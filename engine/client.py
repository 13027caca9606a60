"""How the command line and the editor render: put jobs in a film's queue, work them off or watch who does, ask for changes.

Every method opens the ledger for itself, so one client may be used from any thread, and nothing is held between calls.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import ValidationError

from engine import protocol
from engine.errors import BadInput, Cancelled, DamagedTake, Locked, storage_failed
from engine.failpoints import failpoint
from engine.film.document import Film
from engine.film.durable import replace_file
from engine.film.film_text import film_text
from engine.film.takes import Take
from engine.plan import desk, second_unit
from engine.plan.more_takes import siblings
from engine.plan.orders import canonical
from engine.plan.plan import Node, Plan
from engine.plan.second_unit import Assignment
from engine.queue import desk_papers
from engine.queue import ledger as ledgers
from engine.queue.broadcast import Audience
from engine.queue.interrupts import Interrupts
from engine.queue.lane import Patience
from engine.queue.ledger import Leased, Ledger, Queued, Row
from engine.queue.locks import queue_lock
from engine.queue.outcome import Outcome, outcome
from engine.queue.schema import FILE
from engine.queue.supervisor import Supervisor
from engine.takes.adopt import adopt, take_of
from engine.takes.store import TakeStore

_LOOK = 0.1  # seconds between a watcher's looks


@dataclass(frozen=True, slots=True)
class Empty:
    """Nothing waits and nothing runs."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Jobs wait, nobody works on them."""

    queued: int


@dataclass(frozen=True, slots=True)
class Running:
    """A supervisor works: `by` is its process id, `rendering` the keys on its workers."""

    queued: int
    rendering: tuple[str, ...]
    by: int


@dataclass(frozen=True, slots=True)
class Paused:
    """A person paused the queue."""

    queued: int


QueueState = Empty | Waiting | Running | Paused

InLine, AtWork, Done, Failed, TakenOff = Queued, Leased, ledgers.Done, ledgers.Failed, ledgers.Cancelled
"""How a row of the queue stands, by names that front ends may import."""


@dataclass(frozen=True, slots=True)
class Submitted:
    """What became of submitted nodes: keys put in line, in line before, and rendered before."""

    queued: tuple[str, ...]
    already_queued: tuple[str, ...]
    already_taken: tuple[str, ...]

    @property
    def unsettled(self) -> tuple[str, ...]:
        """Keys that are still to be rendered."""
        return self.queued + self.already_queued


class Client:
    """The engine, for one film folder. `extra` are engines that Storyreel does not ship; without it those named in
    STORYREEL_EXTRA_BACKENDS (paths, separated as in PATH) are used."""

    def __init__(self, folder: Path, *, extra: Sequence[Path] | None = None, patience: Patience | None = None) -> None:
        self.folder = folder
        self.store = TakeStore(folder)
        self._extra = _extra_from_environment() if extra is None else tuple(extra)
        self._patience = patience
        self._supervisor: Supervisor | None = None

    def submit(self, nodes: Iterable[Node], *, priority: int = 0) -> Submitted:
        """Put every node whose take is missing in the queue, in order. Asking twice changes nothing."""
        nodes = tuple(nodes)
        taken = tuple(node.key for node in nodes if self.store.intact(node.key))
        known = frozenset(taken)
        missing = [node for node in nodes if node.key not in known]
        with Ledger(self.folder) as ledger:
            ledger.found(taken)
            in_line = {row.job.key for row in ledger.rows([node.key for node in missing]) if _in_line(row)}
            ledger.enqueue(job_for(node, priority) for node in missing)
        failpoint("supervisor.after_enqueue")
        return Submitted(
            queued=tuple(node.key for node in missing if node.key not in in_line),
            already_queued=tuple(node.key for node in missing if node.key in in_line),
            already_taken=taken,
        )

    def assign(self, wanted: Iterable[Assignment], *, priority: int = 0) -> Submitted:
        """Put work of the second unit in the queue, and note what it is for: `assignments` tells it after a crash, and `unqueued` what
        had not come so far. Raises StorageFailed."""
        wanted = tuple(wanted)
        for each in wanted:
            path = self._asked(each)
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
                replace_file(path, each.model_dump_json(by_alias=True).encode())
            except OSError as error:
                raise storage_failed(error, path) from error
        submitted = self.submit(tuple({each.key: each.node for each in wanted}.values()), priority=priority)
        for each in wanted:
            with contextlib.suppress(FileNotFoundError):  # asked for twice at once
                self._asked(each).replace(self.folder / each.note)
        return submitted

    def unqueued(self) -> tuple[Assignment, ...]:
        """What the second unit was asked for by a program that died before it stood in the queue."""
        return self._noted("*.asked")

    def assignments(self) -> tuple[Assignment, ...]:
        """What the second unit was asked for and nobody has taken in yet; a note that cannot be read is passed over."""
        return self._noted("*.json")

    def _asked(self, wanted: Assignment) -> Path:
        return (self.folder / wanted.note).with_suffix(".asked")

    def _noted(self, names: str) -> tuple[Assignment, ...]:
        found: list[Assignment] = []
        for path in sorted((self.folder / second_unit.NOTES).glob(names)):
            with contextlib.suppress(OSError, ValidationError):
                found.append(Assignment.model_validate_json(path.read_bytes()))
        return tuple(found)

    def delivered(self, wanted: Assignment) -> Take | None:
        """The take it made; None while there is none that can be read."""
        try:
            return take_of(wanted.node, self.store, "pickup" if wanted.kind == "pickup" else "rendered")
        except (DamagedTake, KeyError):
            return None

    def dismiss(self, wanted: Assignment) -> None:
        """It was taken in, or is not wanted any more: the note goes."""
        with contextlib.suppress(OSError):
            (self.folder / wanted.note).unlink(missing_ok=True)

    def order(self, work: desk.Work, *, priority: int = 0) -> str:
        """Put desk work in the queue; returns its key. Asking twice is one job; work that is done is done again."""
        job = protocol.Job(desk.key_of(work), work.chore, desk.payload(work), lane="desk", priority=priority)
        self.add([job])
        return job.key

    def import_of(
        self, film: Film, source: Path, into: Literal["take", "footage"], *, fill: bool = False
    ) -> desk.Import:
        """The import of that file, as it is now, into this film. Raises BadInput when it cannot be read."""
        try:
            facts = source.stat()
        except OSError as unread:
            raise BadInput(f"{source.name} cannot be read.", "Check that it is there and may be read.") from unread
        return desk.Import(
            source=str(source.absolute()),
            size=facts.st_size,
            changed=facts.st_mtime_ns,
            rate=film.rate,
            raster=film.raster,
            into=into,
            fill=fill,
        )

    def snapshot(self, film: Film) -> str:
        """Keep the film as it is now for an export; returns its path in the folder (desk.Export.film). Raises
        StorageFailed."""
        text = film_text(film)
        path = desk.snapshot_path(hashlib.sha256(text).hexdigest())
        try:
            (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
            replace_file(self.folder / path, text)
        except OSError as error:
            raise storage_failed(error, self.folder) from error
        desk_papers.sweep(self.folder, self.line())
        return path

    def arrived(self, key: str) -> desk.Arrived | None:
        """What the import of that key made; None when it is not done."""
        try:
            return desk.Arrived.model_validate_json((self.folder / desk.answer_path(key)).read_bytes())
        except (OSError, ValidationError):
            return None

    def adopt(self, film: Film, planned: Plan) -> Film:
        """The film with every finished take that answers an order of the plan as its shot's newest take. Only takes that
        the film has not as the newest are looked for."""
        newest = {shot.id: shot.takes[-1].recipe.key for shot in film.shots if shot.takes}
        keys = planned.keys
        open_ = {key for shot, key in keys.items() if newest.get(shot) != key}
        return adopt(film, Plan(tuple(node for node in planned.nodes if node.key in open_)), self.store)

    def siblings(self, planned: Plan) -> tuple[Node, ...]:
        """Further takes (other seeds) that the queue was asked for and that answer shots of the plan still. Creates nothing."""
        return siblings(planned, {row.job.key: row.job.payload for row in self.rows() if row.job.lane == "render"})

    def remove(self, media: Iterable[str]) -> None:
        """Delete the takes with these media (paths inside the folder) for good. Raises StorageFailed."""
        for path in media:
            self.store.remove(Path(path).parent.name)

    def add(self, jobs: Iterable[protocol.Job]) -> int:
        """Put desk work (or ready-made jobs) in the queue; returns how many are new."""
        with Ledger(self.folder) as ledger:
            return ledger.enqueue(jobs)

    def render(self, keys: Collection[str], report: protocol.Report) -> Outcome:
        """Have these jobs done: by this process, or by the one that works on the film already.

        When that one ends first, this one takes over. Raises Cancelled on Ctrl-C (the queue can go on), StorageFailed.
        """
        ended = self._supervised(report, frozenset(keys)) if keys else Outcome()
        failpoint("command.after_render")
        return ended

    def run(self, report: protocol.Report, *, linger: float = 0.0) -> Outcome:
        """Work the queue off (`storyreel queue run`), or watch whoever does until it is empty. For `linger` seconds after
        that the workers stay for new jobs."""
        return self._supervised(report, None, linger)

    def stop(self) -> None:
        """End a `render` or `run` that goes on in another thread; the queue can go on later."""
        if self._supervisor is not None:
            self._supervisor.stop()

    def watch(self, report: protocol.Report, *, until: Callable[[], bool]) -> None:
        """Hear the events of whoever works on the film until `until()` says so."""
        audience = Audience(self.folder)
        try:
            while True:
                over = until()
                for event in audience.heard():  # also what was said just before the end
                    report(event)
                if over:
                    return
                time.sleep(_LOOK)
        finally:
            audience.close()

    def state(self) -> QueueState:
        """How the queue stands. Creates nothing."""
        rows = self.line()
        queued = sum(1 for row in rows if _in_line(row) and not isinstance(row.state, Leased))
        leased = [(row.job.key, row.state) for row in rows if isinstance(row.state, Leased)]
        if leased and self.supervised:
            return Running(queued, tuple(key for key, _ in leased), leased[0][1].lessee.pid)
        waiting = queued + len(leased)
        if not waiting:
            return Empty()
        return Paused(waiting) if self.paused else Waiting(waiting)

    def rows(self) -> tuple[Row, ...]:
        """Every job in line order. Creates nothing."""
        if not (self.folder / FILE).exists():
            return ()
        with Ledger(self.folder) as ledger:
            return ledger.rows()

    def line(self) -> tuple[Row, ...]:
        """Like `rows`, without the orders of what is rendered: quick enough to ask again and again. Creates nothing."""
        if not (self.folder / FILE).exists():
            return ()
        with Ledger(self.folder) as ledger:
            return ledger.line()

    def forget_settled(self) -> int:
        """Drop the rows of jobs that ended; returns how many."""
        with Ledger(self.folder) as ledger:
            return ledger.forget_settled()

    @property
    def supervised(self) -> bool:
        """Whether some process works on this film's queue now."""
        lock = queue_lock(self.folder)
        free = lock.try_take()
        lock.release()
        return not free

    @property
    def paused(self) -> bool:
        """Whether the queue is paused."""
        if not (self.folder / FILE).exists():
            return False
        with Ledger(self.folder) as ledger:
            return ledger.paused

    @property
    def has_work(self) -> bool:
        """Whether something waits that may be begun, or is being worked on. Creates nothing."""
        paused = self.paused
        return any(_in_line(row) and not (paused and row.job.lane == "render") for row in self.line())

    def cancel(self, keys: Collection[str] | None = None) -> int:
        """Take jobs off the queue (None: all), stopping those being rendered; returns how many."""
        with Ledger(self.folder) as ledger:
            return ledger.cancel(keys)

    def pause(self) -> None:
        """Begin nothing more; what is being drawn is finished."""
        with Ledger(self.folder) as ledger:
            ledger.pause()

    def resume(self) -> None:
        """Go on after a pause."""
        with Ledger(self.folder) as ledger:
            ledger.pause(False)

    def move(self, key: str, before: str | None = None) -> None:
        """Let a job be next, or stand just before another one."""
        with Ledger(self.folder) as ledger:
            ledger.move(key, before)

    def _supervised(self, report: protocol.Report, until: frozenset[str] | None, linger: float = 0.0) -> Outcome:
        """Supervise, or watch until the other supervisor has done it or is gone."""
        last: Supervisor | None = None
        while True:
            self._supervisor = Supervisor(self.folder, extra=self._extra, patience=self._patience)
            if last is not None and last.stopping:  # `stop` came between two looks
                self._supervisor.stop()
            last = self._supervisor
            try:
                return self._supervisor.run(report, until=until, linger=linger)
            except Locked:
                settled = self._watched(report, until)
            if settled is not None:
                return settled

    def _watched(self, report: protocol.Report, until: frozenset[str] | None) -> Outcome | None:
        """What the other supervisor made of it; None when it ended with work left."""
        stopped = self._supervisor
        with Ledger(self.folder) as ledger, Interrupts() as interrupts:

            def over() -> bool:
                stop = interrupts.count or (stopped is not None and stopped.stopping)
                if stop:
                    raise Cancelled("Stopped watching; the other Storyreel goes on rendering.")
                return ledger.unsettled(until) == 0 or not self.supervised

            self.watch(_only(report, until), until=over)
            return outcome(ledger, until) if ledger.unsettled(until) == 0 else None


def job_for(node: Node, priority: int = 0) -> protocol.Job:
    """The queue's job for a plan's node."""
    return protocol.Job(
        key=node.key,
        engine=node.engine,
        payload=canonical(node.order, node.stands_on).decode(),
        needs=node.stands_on,
        priority=priority,
    )


def _in_line(row: Row) -> bool:
    return isinstance(row.state, Queued | Leased)


def _only(report: protocol.Report, keys: frozenset[str] | None) -> protocol.Report:
    """Events about other people's jobs are left out."""

    def tell(event: protocol.Event) -> None:
        key = getattr(event, "key", None)
        if keys is None or key is None or key in keys:
            report(event)

    return tell


def _extra_from_environment() -> tuple[Path, ...]:
    named = os.environ.get("STORYREEL_EXTRA_BACKENDS", "")
    return tuple(Path(path) for path in named.split(os.pathsep) if path)
