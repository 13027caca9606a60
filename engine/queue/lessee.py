"""Who holds a lease: this process, on this boot of the machine.

A lease left over from an earlier boot was ended by the machine, not by the job, so it does not count against the job.
"""

from __future__ import annotations

import os
import sys
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_STARTED = time.time()


@dataclass(frozen=True, slots=True)
class Lessee:
    """`pid` and the time it started (seconds since 1970; a pid alone is used again), and the boot it lived in."""

    pid: int
    started: float
    boot: str


def this_process() -> Lessee:
    """The lessee that is this process."""
    return Lessee(os.getpid(), _STARTED, boot_id())


@cache
def boot_id() -> str:
    """A name for the machine's present boot, the same for every process until it restarts."""
    if sys.platform == "linux":
        try:
            return Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        except OSError:
            pass
    # macOS and Windows count the monotonic clock from the boot. A corrected wall clock may shift this by a minute; then a
    # death is forgiven once too often, which does no harm.
    return f"boot-{round((time.time() - time.monotonic()) / 60)}"
