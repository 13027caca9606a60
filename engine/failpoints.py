"""Named places where a test can kill the process, to prove that nothing is lost there.

`STORYREEL_FAILPOINT=name` or `name:3` (the third time it is passed) ends the process at once, as SIGKILL would: no
`finally`, no `atexit`, no flush. `STORYREEL_FAILPOINT_MARK=path` makes it happen once however many processes inherit the
variable: whoever creates that file dies, the others live. Without the variable a failpoint is one dictionary look-up.
"""

from __future__ import annotations

import os
import signal
from collections import Counter
from pathlib import Path

WORKER_FAILPOINTS: frozenset[str] = frozenset(
    {
        "worker.before_render",  # the job is known, nothing is drawn
        "worker.mid_shot",  # half the pictures are written
        "worker.before_commit",  # every picture is encoded, the draft is not hashed
        "takes.after_write",  # the draft is whole and on the disk, not yet in the store
        "takes.after_rename",  # the take is in the store, nobody was told
    }
)
"""Passed in the process that renders."""

COMMAND_FAILPOINTS: frozenset[str] = frozenset(
    {
        "supervisor.after_enqueue",  # the jobs are in the queue, nobody works
        "ledger.after_lease",  # a job is leased, the worker does not know
        "ledger.before_done",  # the take is in the store, the queue does not know
        "command.after_render",  # every take is in the store, the film does not know
        "film.save.before_write",
        "film.save.after_write",
        "film.save.after_replace",
    }
)
"""Passed in the process that a person started."""

FAILPOINTS: frozenset[str] = WORKER_FAILPOINTS | COMMAND_FAILPOINTS
"""Every name in use, so that tests can walk them all."""

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
    if _passed[name] == int(nth or "1") and _chosen():
        _die()


def _chosen() -> bool:
    mark = os.environ.get("STORYREEL_FAILPOINT_MARK", "")
    if not mark:
        return True
    try:
        Path(mark).touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def _die() -> None:
    if hasattr(signal, "SIGKILL"):
        os.kill(os.getpid(), signal.SIGKILL)
    os._exit(137)
