"""Finishing a take while the next one is drawn.

When the last picture is written the encoder still has work for some tenths of a second, and then the files are hashed and
synced; drawing needs none of that. One take is closed at a time, so a batch never has more than two encoders.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait


class Closing:
    """Takes on their way into the store. Used by one thread; the work is done in another, which calls `taken` with the
    key of each take as soon as it is in the store."""

    def __init__(self, taken: Callable[[str], None]) -> None:
        self._taken = taken
        self._pool = ThreadPoolExecutor(1, "closing")
        self._takes: dict[str, Future[None]] = {}

    def __contains__(self, key: str) -> bool:
        """Whether this take was left to us since `fresh`."""
        return key in self._takes

    def fresh(self) -> None:
        """A new run begins."""
        self._takes.clear()

    def add(self, key: str, finish: Callable[[], None]) -> None:
        """Finish this take soon; waits for the one before it."""
        wait(self._takes.values())
        self._takes[key] = self._pool.submit(self._close, key, finish)

    def failures(self, *, last: bool = False) -> list[tuple[str, BaseException]]:
        """Takes that could not be finished; `last` waits for those under way. Each is told once."""
        if last:
            wait(self._takes.values())
        ended = {key: take.exception() for key, take in self._takes.items() if take.done()}
        failed = [(key, fault) for key, fault in ended.items() if fault is not None]
        for key, _ in failed:
            self._takes[key] = _TOLD
        return failed

    def _close(self, key: str, finish: Callable[[], None]) -> None:
        finish()
        self._taken(key)


_TOLD: Future[None] = Future()
_TOLD.set_result(None)
