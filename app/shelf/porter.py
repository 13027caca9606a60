"""Carries models to and from the shelf in threads: fetches, links, checks, removes. The GUI thread hears how far it is.

One model is fetched at a time, because a line is shared and a disk is; stopping keeps what has come.
"""

from __future__ import annotations

import threading
import time
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal, SignalInstance

from app.errands import send
from app.farewell import see_off
from app.problems import Problem, note, problem_of
from app.words import tr
from engine.errors import Cancelled, StoryreelError
from engine.plan.capabilities import ModelManifest
from engine.shelf import licences, linking, places
from engine.shelf.fetching import Progress, fetch
from engine.shelf.soundness import check

_SLOWEST = 20_000  # milliseconds; a server that says nothing is noticed late
_EVERY = 0.2  # seconds between words about a download


@dataclass(frozen=True, slots=True)
class Idle:
    """Nothing is done with it."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """Another model is fetched first."""


@dataclass(frozen=True, slots=True)
class Fetching:
    """On its way: bytes, and bytes a second (0 until it can be told)."""

    done: int = 0
    total: int = 0
    speed: float = 0.0


@dataclass(frozen=True, slots=True)
class Checking:
    """Its files are looked at."""


Errand: TypeAlias = Idle | Waiting | Fetching | Checking


class Porter(QObject):
    """What is being done with each model. `changed(id)` when that or its place has changed, `said` for the bar."""

    changed = Signal(str)
    said = Signal(object)  # Problem
    _told = Signal(str, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._errands: dict[str, Errand] = {}
        self._stops: dict[str, threading.Event] = {}
        self._unwanted: dict[str, ModelManifest] = {}  # what has come of these goes when they have stopped
        self._line = QThreadPool(maxThreadCount=1)  # no child of ours: going, it would make the window wait
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)

    def errand(self, model: str) -> Errand:
        """What is being done with it."""
        return self._errands.get(model, Idle())

    def fetch(self, manifest: ModelManifest, *, revision: str = "", endpoint: str | None = None) -> None:
        """Fetch the weights, or the rest of them."""
        if not isinstance(self.errand(manifest.id), Idle):
            return
        self._unwanted.pop(manifest.id, None)
        stop = self._stops[manifest.id] = threading.Event()
        teller = _Teller(manifest.id, stop, self._told)
        self._do(manifest.id, Waiting())

        def work() -> None:
            teller.ask()
            teller.begin()
            fetch(manifest, revision=revision, endpoint=endpoint, tell=teller.tell, ask=teller.ask)

        done = tr("{title} is on the shelf.", title=tr(manifest.title))
        send(self, work, lambda _: self._end(manifest.id, note(done)), self._sorry(manifest.id), pool=self._line)

    def stop(self, model: str) -> None:
        """Stop fetching it; what has come stays."""
        if model in self._stops:
            self._stops[model].set()

    def cancel(self, manifest: ModelManifest) -> None:
        """Stop fetching it and throw away what has come."""
        self._unwanted[manifest.id] = manifest
        self.stop(manifest.id)

    def link(self, manifest: ModelManifest, folder: Path) -> None:
        """Use weights that are on the disk already."""
        self._do(manifest.id, Checking())
        done = note(tr("{title} is linked.", title=tr(manifest.title)))
        send(
            self,
            lambda: linking.link(folder, manifest),
            lambda _: self._end(manifest.id, done),
            self._sorry(manifest.id),
        )

    def check(self, manifest: ModelManifest) -> None:
        """Look whether its files are sound."""
        self._do(manifest.id, Checking())
        done = note(tr("{title} is sound.", title=tr(manifest.title)))

        def work() -> None:
            check(places.folder_of(manifest), manifest)

        send(self, work, lambda _: self._end(manifest.id, done), self._sorry(manifest.id))

    def remove(self, manifest: ModelManifest) -> None:
        """Take it off the shelf; a linked folder is only forgotten."""
        self._do(manifest.id, Checking())

        def gone(sentence: str) -> None:
            self._end(manifest.id, note(tr(sentence)))

        send(self, lambda: linking.remove(manifest), gone, self._sorry(manifest.id))

    def accept(self, manifest: ModelManifest) -> None:
        """A person has read the licence's limits and said yes."""
        try:
            licences.say_yes(manifest)
        except StoryreelError as error:
            self.said.emit(problem_of(error))

    def close(self) -> None:
        """Stop everything, and wait for nothing; what has come stays for the next time."""
        for stop in self._stops.values():
            stop.set()
        see_off(partial(self._line.waitForDone, _SLOWEST), "downloads stop")

    # --- inside

    def _do(self, model: str, errand: Errand) -> None:
        self._errands[model] = errand
        self.changed.emit(model)

    def _end(self, model: str, problem: Problem | None) -> None:
        self._errands.pop(model, None)
        self._stops.pop(model, None)
        self.changed.emit(model)
        if problem is not None:
            self.said.emit(problem)

    def _sorry(self, model: str) -> _Sorry:
        return _Sorry(self, model)

    def sorry(self, model: str, error: StoryreelError) -> None:
        """It did not work; being stopped is no trouble."""
        self._end(model, None if isinstance(error, Cancelled) else problem_of(error))
        unwanted = self._unwanted.pop(model, None)
        if unwanted is not None:
            send(self, lambda: places.standing(unwanted), partial(self._sweep, unwanted), self._sorry(model))

    def _sweep(self, manifest: ModelManifest, found: places.Standing) -> None:
        if isinstance(found, places.Unfinished):
            self.remove(manifest)

    def _on_told(self, model: str, errand: Errand) -> None:
        if model in self._stops:
            self._do(model, errand)


@dataclass(frozen=True, slots=True)
class _Sorry:
    porter: Porter
    model: str

    def __call__(self, error: StoryreelError) -> None:
        self.porter.sorry(self.model, error)


class _Teller:
    """In the fetching thread: passes on how far it is, and asks whether to go on."""

    def __init__(self, model: str, stop: threading.Event, told: SignalInstance) -> None:
        self._model, self._stop, self._told = model, stop, told
        self._said = 0.0
        self._first: tuple[float, int] | None = None

    def begin(self) -> None:
        """It is its turn; how much there is the hub has not said yet."""
        self._told.emit(self._model, Fetching())

    def tell(self, progress: Progress) -> None:
        """So many bytes have come."""
        now = time.monotonic()
        self._first = self._first or (now, progress.done)
        if now - self._said < _EVERY and progress.done < progress.total:
            return
        self._said = now
        since, had = self._first
        speed = (progress.done - had) / (now - since) if now - since > 1 else 0.0
        self._told.emit(self._model, Fetching(progress.done, progress.total, speed))

    def ask(self) -> None:
        """Raises Cancelled when a person asked to stop."""
        if self._stop.is_set():
            raise Cancelled("The download was stopped; what has come is kept.")
