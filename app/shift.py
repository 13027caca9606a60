"""The thread in which the editor works a film's queue, or watches another Storyreel that does.

It sleeps while there is nothing to do and looks up now and then, because a command line may begin to render the same film.
After the last job the worker stays for a while: what it has loaded is worth more than what it holds.
"""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable

from engine import protocol
from engine.client import Client
from engine.errors import Cancelled, StoryreelError

LINGER = 60.0
"""Seconds a worker stays when the queue is empty."""

LOOK = 2.0
"""Seconds between looks for work that others began."""


class Shift(threading.Thread):
    """Works until `end`. `report` hears events and `trouble` what stopped a run, both in this thread."""

    def __init__(
        self,
        client: Client,
        report: protocol.Report,
        trouble: Callable[[StoryreelError], None],
        *,
        linger: float = LINGER,
        look: float = LOOK,
    ) -> None:
        super().__init__(name="render shift", daemon=True)
        self._client, self._report, self._trouble = client, report, trouble
        self._linger, self._look = linger, look
        self._wake, self._over = threading.Event(), threading.Event()
        self._held = threading.Event()

    def wake(self) -> None:
        """There is work."""
        self._held.clear()
        self._wake.set()

    def end(self, patience: float = 10.0) -> None:
        """Stop what is being drawn (it waits in line again) and let the workers leave."""
        self._over.set()
        self._wake.set()
        until = time.monotonic() + patience
        while self.is_alive() and time.monotonic() < until:
            self._client.stop()  # again: a run that was just beginning did not hear the first
            self.join(0.2)

    def run(self) -> None:
        """The thread."""
        while not self._over.is_set():
            self._wake.wait(self._look)
            self._wake.clear()
            if not self._over.is_set() and not self._held.is_set():
                self._work()

    def _work(self) -> None:
        try:
            with contextlib.suppress(Cancelled):  # the end of the shift, or another supervisor's business
                if self._client.has_work:
                    self._client.run(self._report, linger=self._linger)
        except StoryreelError as error:
            self._held.set()  # a full disk is full until somebody says "again"
            self._trouble(error)
