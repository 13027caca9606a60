"""Work away from the GUI thread: a function runs in a thread, and what it made comes back as a call in the GUI thread.

An errand belongs to a QObject: when that is gone, nobody is called any more. What the engine refuses arrives as its error, and so
does what nobody foresaw, because whoever waits for an answer would otherwise wait for ever.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

from app.faults import UNFORESEEN
from engine.errors import StoryreelError

T = TypeVar("T")


class _Return(QObject):
    """Lives in the GUI thread, so a signal from any other one arrives there."""

    came = Signal(object)


class _Errand(QRunnable):
    def __init__(self, work: Callable[[], Any], back: _Return) -> None:
        super().__init__()
        self._work, self._back = work, back

    def run(self) -> None:
        """In the thread."""
        try:
            made = self._work()
        except BaseException as error:
            made = _Refused(error)
        with contextlib.suppress(RuntimeError):  # the application has ended
            self._back.came.emit(made)


class _Refused:
    def __init__(self, error: BaseException) -> None:
        self.error = error


def send(
    owner: QObject,
    work: Callable[[], T],
    then: Callable[[T], object],
    sorry: Callable[[StoryreelError], object],
    *,
    pool: QThreadPool | None = None,
) -> None:
    """Run `work` in a thread; `then` gets what it returned, `sorry` the engine's refusal. Of any other error `sorry` hears
    one sentence, and the error goes on as an uncaught one in the GUI thread."""
    back = _Return()
    _away.add(back)

    def arrived(made: Any) -> None:
        _away.discard(back)
        if not shiboken6.isValid(owner):
            return
        if not isinstance(made, _Refused):
            then(made)
        elif isinstance(made.error, StoryreelError):
            sorry(made.error)
        else:
            sorry(StoryreelError(UNFORESEEN))
            raise made.error

    back.came.connect(arrived, Qt.ConnectionType.QueuedConnection)
    (pool or QThreadPool.globalInstance()).start(_Errand(work, back))


_away: set[_Return] = set()
"""What is under way; Python would otherwise let go of it."""
