"""Who still has something to finish when a film is closed: workers that stop, downloads that let go.

The window waits for none of them; the program does, after its window has gone, because a worker without its editor would be
killed in the middle of a file.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

PATIENCE = 30.0
"""Seconds that the program waits for them at its end."""

_leaving: set[threading.Thread] = set()


def see_off(work: Callable[[], object], name: str) -> threading.Thread:
    """Run `work`, which ends by itself in some seconds, in a thread of its own."""

    def go() -> None:
        try:
            work()
        finally:
            _leaving.discard(threading.current_thread())

    thread = threading.Thread(target=go, name=name, daemon=True)
    _leaving.add(thread)
    thread.start()
    return thread


def all_gone(patience: float = PATIENCE) -> bool:
    """Wait until nobody is left; False where somebody still is after so many seconds."""
    until = time.monotonic() + patience
    for thread in tuple(_leaving):
        thread.join(max(0.0, until - time.monotonic()))
    return not any(thread.is_alive() for thread in _leaving)
