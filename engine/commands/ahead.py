"""Pieces of the film are encoded while later shots are still drawn: drawing alone leaves a part of every core idle.

It only fills the cache that the export looks into, one piece at a time, and keeps its troubles to itself: the export
meets the same ones, and says them at the right moment.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from engine.errors import Cancelled

_PAUSE = 0.3  # seconds between looks for new takes, at least
_SHARE = 10  # a look that finds nothing is followed by ten times its length: in a film of 1,000 shots it lasts a tenth of a second

_log = logging.getLogger(__name__)


class Ahead:
    """What the work under way asks now and then. Implements engine.media.progress.Cancel."""

    def __init__(self) -> None:
        self._over = threading.Event()
        self._gone = threading.Event()
        self._abandoned = False
        self.made = 0
        """Pieces encoded so far."""

    @property
    def over(self) -> bool:
        """Whether nothing new should be begun."""
        return self._over.is_set()

    def check(self) -> None:
        """Raises Cancelled when even the piece in hand is not wanted any more."""
        if self._abandoned:
            raise Cancelled("The film was stopped.")

    def rest(self, seconds: float) -> bool:
        """Wait for the next look; False when there is none."""
        return not self._over.wait(seconds)

    def end(self, *, abandon: bool) -> None:
        """Begin nothing more; with `abandon` drop the piece in hand too."""
        self._abandoned = abandon
        self._over.set()

    def gone(self) -> None:
        """Nothing is in hand any more."""
        self._gone.set()

    def see_off(self) -> None:
        """Wait until nothing is in hand. Ctrl-C drops the piece, for its ffmpeg must not outlive us. (An event and not
        Thread.join: in Python 3.11 a join that was interrupted once returns at once ever after.)"""
        try:
            self._gone.wait()
        except BaseException:
            self.end(abandon=True)
            self._gone.wait()
            raise


@contextmanager
def ahead(look: Callable[[Ahead], None]) -> Iterator[Ahead]:
    """While the block runs, call `look` now and then in a thread of its own. Its errors are only logged. When the block
    ends well, the piece in hand is finished; when it is left by an error, it is dropped."""
    state = Ahead()
    threading.Thread(target=_work, args=(look, state), name="ahead", daemon=True).start()
    try:
        yield state
    except BaseException:
        state.end(abandon=True)
        raise
    else:
        state.end(abandon=False)
    finally:
        state.see_off()


def _work(look: Callable[[Ahead], None], state: Ahead) -> None:
    try:
        pause = _PAUSE
        while state.rest(pause):
            begun, before = time.monotonic(), state.made
            try:
                look(state)
            except Exception as error:
                _log.debug("Encoding ahead met a trouble: %s", error, exc_info=error)
            pause = _PAUSE if state.made > before else max(_PAUSE, _SHARE * (time.monotonic() - begun))
    finally:
        state.gone()
