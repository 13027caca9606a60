"""One lane of the queue: leases jobs, has its worker do them, and settles in the ledger how each one ended.

A lane is resting, working or stopping; what an event means depends on which, so the three are types.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from engine import protocol
from engine.errors import StorageFailed, StoryreelError
from engine.queue.child import Child, Gone, Inbox, ended
from engine.queue.ledger import Ledger

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Patience:
    """How long things may take, in seconds: a worker without a word while it renders; the steps from a polite cancel to
    terminate to kill."""

    stall: float = 900.0
    terminate: float = 5.0
    kill: float = 2.0


@dataclass(slots=True)
class Resting:
    """Nothing leased."""


@dataclass(slots=True)
class Working:
    """`left` are the jobs not yet answered, `begun` those whose pictures are being drawn, oldest first; `heard` is when
    the worker last said something."""

    left: dict[str, protocol.Job]
    begun: list[str] = field(default_factory=list[str])
    heard: float = field(default_factory=time.monotonic)


@dataclass(slots=True)
class Stopping:
    """Like Working, but the worker was asked at `since` to stop the jobs in `wanted`; `step` counts how hard."""

    left: dict[str, protocol.Job]
    begun: list[str]
    wanted: tuple[str, ...]
    since: float
    step: int = 0


class Lane:
    """One lane of one film's queue; used by the supervisor's thread only. `hire` starts a worker for it."""

    def __init__(
        self,
        name: protocol.Lane,
        ledger: Ledger,
        report: protocol.Report,
        hire: Callable[[], Child],
        patience: Patience,
    ) -> None:
        self.name: protocol.Lane = name
        self.trouble: StoryreelError | None = None
        """Why the whole run must stop: the disk is full."""
        self._ledger = ledger
        self._report = report
        self._hire = hire
        self._patience = patience
        self._child: Child | None = None
        self._state: Resting | Working | Stopping = Resting()

    @property
    def resting(self) -> bool:
        """Whether nothing is leased."""
        return isinstance(self._state, Resting)

    def owns(self, child: Child) -> bool:
        """Whether that worker is this lane's present one."""
        return child is self._child

    def begin(self, jobs: tuple[protocol.Job, ...]) -> None:
        """Have the worker do these leased jobs."""
        if self._child is None:
            self._child = self._hire()
        self._state = Working({job.key: job for job in jobs})
        self._child.send(protocol.Run(jobs))

    def hear(self, event: protocol.Event | Gone) -> None:
        """Settle what the worker says."""
        state = self._state
        if isinstance(state, Working):
            state.heard = time.monotonic()
        match event:
            case Gone():
                self._buried(event)
            case protocol.Log(level, text):
                _log.log(level, "%s", text)
            case protocol.Hello():
                pass
            case protocol.Note():
                self._report(event)
            case protocol.Idle():
                self._rest()
            case _ if not isinstance(state, Resting) and event.key in state.left:
                self._settle(event, state)
                self._calm_down()
            case _:
                pass

    def stop(self, keys: Collection[str] | None = None) -> None:
        """Ask the worker to stop these jobs (None: all it has)."""
        state = self._state
        if isinstance(state, Resting) or self._child is None:
            return
        wanted = tuple(key for key in state.left if keys is None or key in keys)
        if not wanted:
            return
        self._child.send(protocol.Cancel(wanted))
        if isinstance(state, Working) and (keys is None or any(key in state.begun for key in wanted)):
            self._state = Stopping(state.left, state.begun, wanted, time.monotonic())

    def hold(self) -> None:
        """Let the worker finish what it draws and give back the rest."""
        if isinstance(self._state, Working):
            self.stop([key for key in self._state.left if key not in self._state.begun])

    def tend(self) -> None:
        """Lose patience where it is due."""
        state, now = self._state, time.monotonic()
        if self._child is None:
            return
        if isinstance(state, Working) and now - state.heard > self._patience.stall:
            _log.error("The %s worker said nothing for %d seconds and is ended.", self.name, self._patience.stall)
            self._child.kill()
            state.heard = now
        elif isinstance(state, Stopping):
            self._insist(state, self._child, now - state.since)

    def close(self) -> None:
        """Let the worker leave, or end it when it still works; what is leased waits in line again."""
        state, self._state = self._state, Resting()
        child, self._child = self._child, None
        if child is not None:
            if not isinstance(state, Resting):
                child.kill()
            child.dismiss(self._patience.terminate)
        if not isinstance(state, Resting):
            self._ledger.give_back(tuple(state.left))

    def _insist(self, state: Stopping, child: Child, waited: float) -> None:
        if state.step == 0 and waited > self._patience.terminate:
            state.step = 1
            child.terminate()
        elif state.step == 1 and waited > self._patience.terminate + self._patience.kill:
            state.step = 2
            child.kill()

    def _settle(self, event: protocol.Event, state: Working | Stopping) -> None:
        match event:
            case protocol.Started(key):
                self._ledger.begun(key)
                state.begun.append(key)
            case protocol.Taken(key, seconds):
                self._ledger.done(key, seconds)
                _answered(state, key)
            case protocol.Failed(key, sentence, action, kind):
                _answered(state, key)
                if kind == StorageFailed.__name__ and self.name == "render":  # a desk may write to any disk
                    self._out_of_room(key, StorageFailed(sentence, action))
                    return
                self._ledger.failed(key, sentence, action)
            case protocol.Cancelled(key):
                self._give_back((key,))
                _answered(state, key)
                return
            case _:
                pass
        self._report(event)

    def _calm_down(self) -> None:
        """The jobs to be stopped are answered (a cancel may come just too late): what is left is ordinary work."""
        state = self._state
        if isinstance(state, Stopping) and state.left.keys().isdisjoint(state.wanted):
            self._state = Working(state.left, state.begun)

    def _out_of_room(self, key: str, error: StorageFailed) -> None:
        """The disk failed, not the shot: it waits for a better day, and so does everything else."""
        self._ledger.give_back((key,))
        self.trouble = self.trouble or error

    def _give_back(self, keys: Iterable[str]) -> None:
        """Stopped: cancelled for those a person took off the queue, back in line for the others."""
        wished = self._ledger.wishes()
        keys = tuple(keys)
        self._ledger.give_back(keys)
        for key in keys:
            if key in wished:
                self._report(protocol.Cancelled(key))

    def _rest(self) -> None:
        """The run is over; a job the worker forgot to answer counts as died, or it would be leased for ever."""
        state, self._state = self._state, Resting()
        if not isinstance(state, Resting):
            for key in state.left:
                self._mourn(key, "The renderer gave no answer for this shot.")

    def _buried(self, gone: Gone) -> None:
        """The worker is gone: blame the shot it was drawing, give back the rest; the next lease hires a new one."""
        state, self._state = self._state, Resting()
        self._child = None
        if isinstance(state, Stopping):
            self._give_back(tuple(state.left))
        elif isinstance(state, Working) and state.left:
            culprit = next((key for key in reversed(state.begun) if key in state.left), next(iter(state.left)))
            self._mourn(culprit, f"The renderer {ended(gone)} while it made this shot.")
            self._ledger.give_back([key for key in state.left if key != culprit])

    def _mourn(self, key: str, sentence: str) -> None:
        wished = key in self._ledger.wishes()
        action = "Render it again, or look at cache/worker.log."
        if self._ledger.died(key, sentence, action):
            self._report(protocol.Failed(key, sentence, action, "WorkerDied"))
        elif wished:
            self._report(protocol.Cancelled(key))
        else:
            self._report(protocol.Note(f"{sentence} It is tried once more."))


def _answered(state: Working | Stopping, key: str) -> None:
    state.left.pop(key, None)
    if key in state.begun:
        state.begun.remove(key)


def hirer(folder: Path, name: protocol.Lane, inbox: Inbox, extra: Collection[Path]) -> Callable[[], Child]:
    """Starts workers for a lane."""
    return lambda: Child(folder, name, inbox, tuple(extra))
