"""Pictures on their way to ffmpeg: a thread pushes them into the pipe, so that the next one is drawn meanwhile.

A pipe holds a quarter of a picture, so whoever writes into it stands still until ffmpeg has read the rest; on two cores that
was a third of the painter's time.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

_DEPTH = 3
"""Pictures under way at most: one in the pipe, one behind it, one being copied. More only costs memory."""

_ROWS = 48
"""Every 48th row tells most pictures apart."""


class Feed:
    """Copies pictures and hands the copies to `push`, in order, in a thread of its own; what `push` raises comes out of the
    next `put`, or of `drain`."""

    def __init__(self, push: Callable[[memoryview], None], shape: tuple[int, ...], dtype: type[np.generic]) -> None:
        self._push = push
        self._free: queue.SimpleQueue[NDArray[Any]] = queue.SimpleQueue()
        self._full: queue.SimpleQueue[NDArray[Any] | None] = queue.SimpleQueue()
        self._trouble: BaseException | None = None
        for _ in range(_DEPTH):
            self._free.put(np.empty(shape, dtype))
        self._last: NDArray[Any] | None = None
        self._thread = threading.Thread(target=self._work, name="feed", daemon=True)
        self._thread.start()

    def put(self, picture: NDArray[Any]) -> None:
        """Take a picture over; waits while too many are under way."""
        copy = self._free.get()
        self._raise()
        np.copyto(copy, picture)
        self._last = copy
        self._full.put(copy)

    def repeats(self, picture: NDArray[Any]) -> bool:
        """Whether the picture is the one put last, to the bit. (That copy is let go of after the older ones, so it is whole.)"""
        last = self._last
        return last is not None and bool((last[::_ROWS] == picture[::_ROWS]).all()) and np.array_equal(last, picture)

    def drain(self) -> None:
        """Wait until every picture has gone through. Nothing may be put afterwards."""
        self.end()
        self._raise()

    def end(self) -> None:
        """Wait for the thread's end, whatever became of its pictures. Safe to call twice; who aborts kills the child first."""
        self._full.put(None)
        self._thread.join()

    def _raise(self) -> None:
        if self._trouble is not None:
            raise self._trouble

    def _work(self) -> None:
        while (picture := self._full.get()) is not None:
            if self._trouble is None:  # after a trouble pictures are only let go of, so that nobody waits for ever
                try:
                    self._push(picture.data)
                except BaseException as trouble:
                    self._trouble = trouble
            self._free.put(picture)
