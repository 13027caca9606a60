"""The worker's life: hear a request, render its jobs, answer each one, keep the engine loaded for the next.

Every error becomes an event with a sentence; its traceback is logged once, here, because nobody above sees it. A job
that fails takes no other with it: what is left of the batch is handed to the back end again.
"""

from __future__ import annotations

import errno
import importlib
import json
import logging
import os
import queue
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from engine import protocol
from engine.backends import base, registry
from engine.errors import BadInput, Cancelled, RenderFailed, StorageFailed, StoryreelError, storage_failed
from engine.plan.orders import ShotOrder
from engine.takes.store import TakeStore
from engine.worker import chores
from engine.worker.closing import Closing
from engine.worker.picking_up import sweep_parents
from engine.worker.previews import Previews
from engine.worker.stopping import Stopping
from engine.worker.wire import Reporter, Wire
from engine.worker.writing import StoreWriter

_log = logging.getLogger(__name__)

LOG_FILE = "cache/worker.log"
"""In the film's folder."""

_DISK = {errno.ENOSPC, errno.EDQUOT, errno.EROFS}

_GRACE = 3.0
"""Seconds a worker has to clean up once its supervisor is gone."""


class Worker:
    """Renders for one film. `serve` returns when the supervisor says Shutdown or is gone."""

    def __init__(self, folder: Path, lane: protocol.Lane, wire: Wire, extra: Sequence[Path] = ()) -> None:
        self._folder = folder
        self._lane = lane
        self._wire = wire
        self._extra = tuple(extra)
        self._store = TakeStore(folder)
        self._previews = Previews(folder, wire)
        self._report = Reporter(wire, self._previews.show)
        self._stop = Stopping()
        self._closing = Closing(self._taken)
        self._runs: queue.SimpleQueue[protocol.Run | None] = queue.SimpleQueue()
        self._loaded: tuple[str, base.Backend, StoreWriter] | None = None

    def serve(self, requests: BinaryIO) -> None:
        """Work until told to leave."""
        threading.Thread(target=self._hear, args=(requests,), name="requests", daemon=True).start()
        self._store.sweep()
        if self._lane == "render":
            self._previews.sweep()
            sweep_parents(self._folder)
        self._wire.send(protocol.Hello(os.getpid(), self._lane))
        while (run := self._runs.get()) is not None:
            self._serve(list(run.jobs))
            self._wire.send(protocol.Idle())
        self._unload()

    def _hear(self, requests: BinaryIO) -> None:
        """Runs in its own thread, so that a cancel is heard while a shot is drawn."""
        for line in iter(requests.readline, b""):
            match protocol.decode_request(line):
                case protocol.Run() as run:
                    self._stop.fresh()  # here, in the order of the line: a cancel that follows at once must count
                    self._runs.put(run)
                case protocol.Cancel(keys):
                    self._stop.ask(keys)
                case protocol.Shutdown():
                    self._runs.put(None)
                    return  # hanging up after a good-bye is no alarm
                case None:
                    self._wire.send(protocol.Log(logging.WARNING, "The worker skipped a request it does not know."))
        self._leave()

    def _leave(self) -> None:
        """The supervisor is gone: stop, tidy up, and be gone for certain a little later."""
        self._stop.gone.set()
        self._stop.ask(())
        self._runs.put(None)
        last = threading.Timer(_GRACE, os._exit, (1,))
        last.daemon = True
        last.start()

    def _serve(self, jobs: list[protocol.Job]) -> None:
        if self._lane == "desk":
            for job in jobs:
                self._do_chore(job)
            return
        left = dict(filter(None, map(self._opened, jobs)))
        self._closing.fresh()
        while left:
            self._serve_some(left)

    def _serve_some(self, left: dict[str, ShotOrder]) -> None:
        """One run of the back end over what is left; every order it answers is taken out, and the one it fails at."""
        fault: Exception | None = None
        try:
            self._render(left)
        except Exception as raised:
            fault = raised
        trouble = self._unclosed(last=True)
        if isinstance(fault, Cancelled):
            self._cancelled(left)
        elif (cause := trouble or fault) is not None:
            self._fault(left, cause)

    def _fault(self, left: dict[str, ShotOrder], fault: Exception) -> None:
        """The order in hand fails; on a full disk all that are left, for the next would meet the same."""
        if not left:
            return
        culprit = self._report.underway(left)
        error = _explained(fault, left[culprit].engine)
        keys = tuple(left) if isinstance(error, StorageFailed) else (culprit,)
        self._fail(keys, error)
        for key in keys:
            del left[key]

    def _unclosed(self, *, last: bool = False) -> StorageFailed | None:
        """Tell of takes that could not be finished; returns what must stop everything."""
        trouble = None
        for key, fault in self._closing.failures(last=last):
            if isinstance(fault, Exception):
                error = _explained(fault, self._loaded[0] if self._loaded else "")
                self._fail((key,), error)
                trouble = error if isinstance(error, StorageFailed) else trouble
        return trouble

    def _opened(self, job: protocol.Job) -> tuple[str, ShotOrder] | None:
        """The job's order; None when the job is answered already: its take is there, or it cannot be read."""
        try:
            if self._store.sound(job.key):
                self._wire.send(protocol.Taken(job.key))
                return None
            return job.key, ShotOrder.model_validate(json.loads(job.payload)["order"])
        except StoryreelError as error:
            self._fail((job.key,), error)
        except (ValueError, KeyError, TypeError) as bad:
            self._fail((job.key,), _bad_order(bad))
        return None

    def _render(self, left: dict[str, ShotOrder]) -> None:
        """Run everything in `left`, taking out what is answered."""
        engine = next(iter(left.values())).engine
        backend, writer = self._engine(engine)
        for outcome in backend.run(tuple(left.items()), writer, self._report, self._stop):
            if isinstance(outcome, base.Failed) and isinstance(outcome.error, StorageFailed):
                raise outcome.error
            left.pop(outcome.key, None)
            if isinstance(outcome, base.Failed):
                self._fail((outcome.key,), outcome.error)
            elif outcome.key not in self._closing:
                self._taken(outcome.key)
            trouble = self._unclosed()
            if trouble is not None:
                raise trouble
        if left:
            raise RenderFailed(f"The {engine} engine gave no answer for this shot.", "Render it again.")

    def _do_chore(self, job: protocol.Job) -> None:
        try:
            self._stop.opened(job.key)
            self._report.started(job.key)
            chore = chores.find(job.engine, self._extra)
            chore(self._folder, job, self._report, self._stop)
            self._taken(job.key)
        except Cancelled:
            self._cancelled((job.key,))
        except Exception as error:
            self._fail((job.key,), _explained(error, job.engine))
        finally:
            self._stop.closed(job.key)

    def _engine(self, engine: str) -> tuple[base.Backend, StoreWriter]:
        if self._loaded is None or self._loaded[0] != engine:
            self._unload()
            backend, manifest = registry.find(engine, self._extra)
            backend.load(manifest, self._report)
            masters = registry.master_writer(engine, self._extra) or _masters()
            writer = StoreWriter(
                self._store, engine, backend.version, masters, self._report, self._stop, self._closing, self._previews
            )
            self._loaded = engine, backend, writer
        return self._loaded[1], self._loaded[2]

    def _unload(self) -> None:
        if self._loaded is not None:
            self._loaded[1].unload()
        self._loaded = None

    def _cancelled(self, left: Iterable[str]) -> None:
        """A cancel ends the whole run of the back end; the supervisor queues again what nobody cancelled."""
        for key in tuple(left):
            self._report.seconds(key)
            self._wire.send(protocol.Cancelled(key))
        if isinstance(left, dict):
            left.clear()

    def _taken(self, key: str) -> None:
        self._previews.forget(key)
        self._wire.send(protocol.Taken(key, round(self._report.seconds(key), 3)))

    def _fail(self, keys: Iterable[str], error: StoryreelError) -> None:
        _log.error("%s", error, exc_info=error)
        for key in keys:
            self._report.seconds(key)
            self._wire.send(protocol.Failed(key, error.sentence, error.action, type(error).__name__))


def _explained(error: Exception, engine: str) -> StoryreelError:
    """One sentence for whatever went wrong while rendering; the cause travels along for the log."""
    if isinstance(error, StoryreelError):
        return error
    if isinstance(error, OSError) and error.errno in _DISK:
        failed: StoryreelError = storage_failed(error, error.filename or "the film's folder")
    elif isinstance(error, MemoryError):
        failed = RenderFailed(
            "The machine ran out of memory while this shot was made.", "Close other programs, or render smaller."
        )
    else:
        failed = RenderFailed(
            f"The {engine} engine met a fault of its own ({type(error).__name__}).", f"The details are in {LOG_FILE}."
        )
    failed.__cause__ = error
    return failed


def _bad_order(cause: Exception) -> StoryreelError:
    bad = BadInput("This job's order cannot be read.", "Render the shot again.")
    bad.__cause__ = cause
    return bad


def _masters() -> Any:
    """engine.media.masters.MasterWriter; looked up late so that an engine with its own writer needs no ffmpeg."""
    return importlib.import_module("engine.media.masters").MasterWriter
