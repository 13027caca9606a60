"""What the desk leaves in `cache/desk` and nobody will read again: films as they were exported, answers that were heard.

A snapshot is a whole film, and every export of an edited one writes another; a paper of the last hour stays, because the
job that will name it may not be in the ledger yet.
"""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterable
from pathlib import Path

from engine.plan import desk
from engine.queue.ledger import Done, Row

_FRESH = 3600.0  # seconds


def sweep(folder: Path, rows: Iterable[Row], now: float | None = None) -> int:
    """Remove the papers that no job of `rows` still needs, which may be tried again after a failure; returns how many."""
    named = _named(rows)
    before = (time.time() if now is None else now) - _FRESH
    return sum(_remove(paper, before) for paper in (folder / desk.PAPERS).glob("*.json") if paper.name not in named)


def _named(rows: Iterable[Row]) -> frozenset[str]:
    open_ = [row.job for row in rows if row.job.engine == desk.Export.chore and not isinstance(row.state, Done)]
    return frozenset(Path(told).name for job in open_ if (told := desk.snapshot_in(job.payload)))


def _remove(paper: Path, before: float) -> bool:
    with contextlib.suppress(OSError):
        if paper.stat().st_mtime < before:
            paper.unlink()
            return True
    return False
