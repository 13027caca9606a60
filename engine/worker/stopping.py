"""What a person asked to stop, shared by the thread that hears it and the one that renders.

Cancelling one shot of a batch must not throw away another one that is half drawn, so a key counts only once its shot is
open.
"""

from __future__ import annotations

import threading

from engine.errors import Cancelled


class Stopping:
    """Implements `engine.backends.base.Cancel`. All methods may be called from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._keys: set[str] = set()
        self._open: set[str] = set()
        self._all = False
        self.gone = threading.Event()
        """Set when the supervisor is gone: nothing more will be asked for."""

    def ask(self, keys: tuple[str, ...]) -> None:
        """Stop these jobs; none: all."""
        with self._lock:
            self._keys |= set(keys)
            self._all |= not keys

    def check(self) -> None:
        """Raises Cancelled when an open shot, or everything, is to stop."""
        if self._all or (self._keys and not self._keys.isdisjoint(self._open)):
            raise Cancelled("The shot was stopped.")

    def wants(self, key: str) -> bool:
        """Whether this job is to be stopped."""
        return self._all or key in self._keys

    def opened(self, key: str) -> None:
        """A shot is being drawn from now on. Raises Cancelled when it is to stop."""
        with self._lock:
            self._open.add(key)
        self.check()

    def closed(self, key: str) -> None:
        """A shot is no longer being drawn."""
        with self._lock:
            self._open.discard(key)

    def fresh(self) -> None:
        """A new run begins: what was asked of the last one is settled."""
        with self._lock:
            self._keys.clear()
            self._open.clear()
            self._all = self.gone.is_set()
