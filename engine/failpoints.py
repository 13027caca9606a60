"""Named places where a test can kill the process, to prove that nothing is lost there.

`STORYREEL_FAILPOINT=name` or `name:3` (the third time it is passed) ends the process at once, as SIGKILL would: no
`finally`, no `atexit`, no flush. Without the variable a failpoint is one dictionary look-up.
"""

from __future__ import annotations

import os
import signal
from collections import Counter

FAILPOINTS: frozenset[str] = frozenset()
"""Every name in use, so that tests can walk them all; each module's names are listed in `engine.failpoints`."""

_passed: Counter[str] = Counter()


def failpoint(name: str) -> None:
    """Die here when the environment says so."""
    armed = os.environ.get("STORYREEL_FAILPOINT", "")
    if not armed:
        return
    wanted, _, nth = armed.partition(":")
    if wanted != name:
        return
    _passed[name] += 1
    if _passed[name] == int(nth or "1"):
        _die()


def _die() -> None:
    if hasattr(signal, "SIGKILL"):
        os.kill(os.getpid(), signal.SIGKILL)
    os._exit(137)
