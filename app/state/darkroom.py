"""One thread that fetches pictures from the disk, the latest wish first: what was wished for long ago has scrolled away since.

Developing (decoding, scaling) holds no lock of the window's, so the board scrolls on while a hundred posters are read. The window is woken
once for all that is done by then, the thread once for all that a frame wishes for: at each call the two wait for each other.
"""

from __future__ import annotations

import contextlib
import logging
import threading
import weakref
from collections import OrderedDict, deque
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Qt, QTimer, Signal

_LONGEST_QUEUE = 400
Job = Callable[[], object]


@dataclass(slots=True)
class _Desk:
    """What the thread and the window share."""

    wishes: OrderedDict[Hashable, Job] = field(default_factory=OrderedDict[Hashable, Job])
    door: threading.Condition = field(default_factory=threading.Condition)
    begun: set[Hashable] = field(default_factory=set[Hashable])
    done: deque[tuple[Hashable, object]] = field(default_factory=deque[tuple[Hashable, object]])
    open: bool = True

    def wish(self, key: Hashable, job: Job) -> None:
        with self.door:
            if key in self.begun:
                return
            self.wishes[key] = job
            self.wishes.move_to_end(key)
            while len(self.wishes) > _LONGEST_QUEUE:
                self.wishes.popitem(last=False)

    def call(self) -> None:
        with self.door:
            self.door.notify()

    def next(self) -> tuple[Hashable, Job] | None:
        with self.door:
            while self.open and not self.wishes:
                self.door.wait()
            if not self.open:
                return None
            key, job = self.wishes.popitem(last=True)
            self.begun.add(key)
            return key, job

    def close(self) -> None:
        with self.door:
            self.open = False
            self.wishes.clear()
            self.door.notify_all()


class _Hatch(QObject):
    """Where developed pictures come out; it lives as long as the thread."""

    ready = Signal()


class Darkroom(QObject):
    """`developed(key, what the job returned)` comes in the window's thread; None where the job failed."""

    developed = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = _Desk()
        self._calling = QTimer(self, singleShot=True, interval=0)
        self._calling.timeout.connect(self._desk.call)
        hatch = _Hatch()
        hatch.ready.connect(self._hand_out, Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=_work, args=(self._desk, hatch), name="darkroom", daemon=True)
        self._thread.start()
        self._closed = weakref.finalize(self, self._desk.close)

    def wish(self, key: Hashable, job: Job) -> None:
        """Have `job` done in the thread; a wish for the same key again comes to the front, unless it was begun. Of too many the oldest are
        forgotten."""
        self._desk.wish(key, job)
        if not self._calling.isActive():
            self._calling.start()

    @property
    def waiting(self) -> int:
        """How many wishes have not been begun."""
        return len(self._desk.wishes)

    def forget(self, which: Callable[[Hashable], bool]) -> None:
        """These are wanted no more; one that was begun comes all the same, and may be wished for anew."""
        with self._desk.door:
            for key in [key for key in self._desk.wishes if which(key)]:
                del self._desk.wishes[key]
            self._desk.begun = {key for key in self._desk.begun if not which(key)}

    def close(self) -> None:
        """End the thread after the picture it is at."""
        self._desk.close()
        self._thread.join(2.0)

    def _hand_out(self) -> None:
        done = self._desk.done
        while done:
            key, picture = done.popleft()
            with self._desk.door:
                self._desk.begun.discard(key)
            self.developed.emit(key, picture)


def _work(desk: _Desk, hatch: _Hatch) -> None:
    while (wish := desk.next()) is not None:
        key, job = wish
        try:
            picture = job()
        except Exception:  # a broken picture is no reason for the board to lose all others
            logging.getLogger(__name__).warning("a picture could not be read", exc_info=True)
            picture = None
        desk.done.append((key, picture))
        with contextlib.suppress(RuntimeError):
            if len(desk.done) == 1:
                hatch.ready.emit()
