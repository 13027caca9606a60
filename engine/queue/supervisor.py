"""One supervisor per film: leases jobs, drives a worker per lane, and keeps the ledger true whatever dies.

It holds the film's queue lock, a lock of the kernel's, so no two can lease at once and a dead one leaves nothing to clean
by hand. The render lane also holds its device's lock, so two films do not fight over one machine; the desk lane does not,
so a long render never blocks an export.
"""

from __future__ import annotations

import queue
import threading
import time
from collections.abc import Callable, Collection, Sequence
from contextlib import ExitStack
from pathlib import Path

from engine import protocol
from engine.errors import Cancelled, StoryreelError, Unsupported
from engine.plan.capabilities import load_manifest
from engine.queue.broadcast import Broadcast
from engine.queue.child import Inbox
from engine.queue.interrupts import Interrupts
from engine.queue.lane import Lane, Patience, hirer
from engine.queue.ledger import Ledger
from engine.queue.lessee import this_process
from engine.queue.locks import KernelLock, device_lock, queue_lock
from engine.queue.outcome import Outcome, outcome
from engine.shelf.manifests import find

BATCH = 4
"""Jobs given to a worker at once: enough for a back end to overlap them, few enough that a reordered queue is soon felt."""

_TICK = 0.05  # seconds between looks at what people ask for


class Supervisor:
    """Runs the queue of the film in `folder`. `extra` are engines that Storyreel does not ship (engine.backends.registry)."""

    def __init__(self, folder: Path, *, extra: Sequence[Path] = (), patience: Patience | None = None) -> None:
        self._folder = folder
        self._extra = tuple(path.resolve() for path in extra)
        self._patience = patience or Patience()
        self._stop = threading.Event()

    def stop(self) -> None:
        """Let `run` end soon, with a queue that can go on; from any thread."""
        self._stop.set()

    @property
    def stopping(self) -> bool:
        """Whether `stop` was called."""
        return self._stop.is_set()

    def run(self, report: protocol.Report, *, until: Collection[str] | None = None, linger: float = 0.0) -> Outcome:
        """Work until the queue is empty, or until the jobs in `until` (and what they stand on) are settled; only those
        are then worked on. For `linger` seconds after that the workers stay, with what they have loaded, for new jobs.

        Raises Locked when another supervisor has the film, Cancelled when stopped or interrupted (the queue can go on),
        StorageFailed when the disk is full or read-only (likewise).
        """
        with ExitStack() as stack:
            stack.enter_context(queue_lock(self._folder))
            interrupts = stack.enter_context(Interrupts())
            ledger = stack.enter_context(Ledger(self._folder))
            broadcast = Broadcast(self._folder)
            stack.callback(broadcast.close)
            shift = _Shift(self._folder, ledger, _both(report, broadcast.send), until, self._extra, self._patience)
            stack.callback(shift.close)
            shift.open()
            busy = time.monotonic()
            while True:
                more = shift.goes_on()
                if more:
                    busy = time.monotonic()
                if self.stopping or interrupts.count:
                    shift.stop(lambda: interrupts.count > 1)
                    raise _stopped(outcome(ledger, until), self._folder)
                if shift.trouble is not None:
                    shift.stop(lambda: interrupts.count > 0)
                    raise shift.trouble
                if not more and time.monotonic() - busy >= linger:
                    ended = outcome(ledger, until)
                    break
        if interrupts.count:  # pressed while the workers left
            raise _stopped(ended, self._folder)
        return ended


class _Shift:
    """One run of the supervisor: the lanes, what they wait for, and what people ask of them."""

    def __init__(
        self,
        folder: Path,
        ledger: Ledger,
        report: protocol.Report,
        until: Collection[str] | None,
        extra: tuple[Path, ...],
        patience: Patience,
    ) -> None:
        self._ledger = ledger
        self._report = report
        self._until = until
        self._extra = extra
        self._inbox: Inbox = queue.SimpleQueue()
        self._lanes = tuple(
            Lane(name, ledger, report, hirer(folder, name, self._inbox, extra), patience) for name in ("render", "desk")
        )
        self._among: frozenset[str] | None = None
        self._device: tuple[str, KernelLock] | None = None
        self._told: set[str] = set()
        self._stamp = -1

    def open(self) -> None:
        """Settle what a dead supervisor left."""
        if not self._ledger.whole():
            self._ledger.begin_anew()
        if self._ledger.repaired:
            self._report(protocol.Note(self._ledger.repaired))
        self._ledger.recover(this_process())
        self._among = None if self._until is None else self._ledger.with_needs(self._until)

    def goes_on(self) -> bool:
        """One step; False when nothing is left to do."""
        self._listen()
        self._heed()
        for lane in self._lanes:
            lane.tend()
            if lane.resting and self.trouble is None:
                self._lease(lane)
        return any(not lane.resting for lane in self._lanes) or self._ledger.unsettled(self._among) > 0

    @property
    def trouble(self) -> StoryreelError | None:
        """What must stop the whole run."""
        return next((lane.trouble for lane in self._lanes if lane.trouble is not None), None)

    def stop(self, at_once: Callable[[], bool]) -> None:
        """Stop the workers, politely while `at_once()` is false; what was leased waits in line again."""
        for lane in self._lanes:
            lane.stop()
        while any(not lane.resting for lane in self._lanes) and not at_once():
            self._listen()
            for lane in self._lanes:
                lane.tend()

    def close(self) -> None:
        """Let the workers leave and free the device."""
        for lane in self._lanes:
            lane.close()
        if self._device is not None:
            self._device[1].release()

    def _listen(self) -> None:
        """Hear what the workers say: wait one tick for the first word, then take all there is."""
        wait = _TICK
        while True:
            try:
                child, event = self._inbox.get(timeout=wait) if wait else self._inbox.get_nowait()
            except queue.Empty:
                return
            for lane in self._lanes:
                if lane.owns(child):
                    lane.hear(event)
            wait = 0.0

    def _heed(self) -> None:
        """Pass on what people asked for since the last look."""
        stamp = self._ledger.stamp()
        if stamp == self._stamp:
            return
        self._stamp = stamp
        if self._until is not None:
            self._among = self._ledger.with_needs(self._until)
        wishes = self._ledger.wishes()
        paused = self._ledger.paused
        if paused:
            self._tell(protocol.PAUSED)
        for lane in self._lanes:
            if wishes:
                lane.stop(wishes)
            if paused and lane.name == "render":
                lane.hold()

    def _lease(self, lane: Lane) -> None:
        engine = self._ledger.upcoming(lane.name, self._among)
        if engine is None or (lane.name == "render" and not self._has_device(engine)):
            return
        jobs = self._ledger.lease(lane.name, this_process(), limit=BATCH, among=self._among)
        if jobs:
            lane.begin(jobs)

    def _has_device(self, engine: str) -> bool:
        """Whether this film may use the engine's device; says once that it has to wait."""
        device = _device_of(engine, self._extra)
        if self._device is not None and self._device[0] != device:
            self._device[1].release()
            self._device = None
        if self._device is None:
            lock = device_lock(device)
            if not lock.try_take():
                self._tell(f"Another film is rendering on this machine's {device.upper()}; this one goes on after it.")
                return False
            self._device = device, lock
        return True

    def _tell(self, sentence: str) -> None:
        if sentence not in self._told:
            self._told.add(sentence)
            self._report(protocol.Note(sentence))


def _device_of(engine: str, extra: Sequence[Path]) -> str:
    """The device an engine needs; one nobody knows fails in the worker, with its own sentence."""
    brought = next((path.parent for path in extra if path.stem == engine), None)
    try:
        return (find(engine) if brought is None else load_manifest(brought, engine)).device
    except Unsupported:
        return "cpu"


def _both(report: protocol.Report, also: protocol.Report) -> protocol.Report:
    def tell(event: protocol.Event) -> None:
        also(event)
        report(event)

    return tell


def _stopped(so_far: Outcome, folder: Path) -> StoryreelError:
    done, waiting = len(so_far.done), len(so_far.waiting)
    return Cancelled(
        f"Stopped: {done} of {done + waiting} shots are rendered and kept.",
        f'Run the same command again, or "storyreel queue run {folder.name}", to go on.',
    )
