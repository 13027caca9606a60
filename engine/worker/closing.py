"""Finishing a take while the next one is drawn.

When the last picture is written the encoder still has work for some tenths of a second, and then the files are hashed and
synced; drawing needs none of that. One take is closed at a time, so a batch never has more than two encoders.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor, wait


class Closing:
    """Takes on their way into the store. Used by one thread; the work is done in another."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(1, "closing")
        self._takes: dict[str, Future[None]] = {}

    def __contains__(self, key: str) -> bool:
        return key in self._takes

    def add(self, key: str, finish: Callable[[], None]) -> None:
        """Finish this take soon; waits for the one before it."""
        wait(self._takes.values())
        self._takes[key] = self._pool.submit(finish)

    def settled(self, *, all_of_them: bool = False) -> list[tuple[str, BaseException | None]]:
        """Takes that are in the store (None) or failed since the last call; `all_of_them` waits for the rest."""
        if all_of_them:
            wait(self._takes.values())
        ready = [key for key, future in self._takes.items() if future.done()]
        return [(key, self._takes.pop(key).exception()) for key in ready]
