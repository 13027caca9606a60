"""How a run of the queue ended, for whoever asked for it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from engine.queue.ledger import Cancelled, Done, Failed, Ledger


@dataclass(frozen=True, slots=True)
class Outcome:
    """Keys of jobs by how they ended; `failed` pairs a key with its sentence and action; `waiting` are still in line."""

    done: tuple[str, ...] = ()
    failed: tuple[tuple[str, Failed], ...] = ()
    cancelled: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()


def outcome(ledger: Ledger, among: Collection[str] | None) -> Outcome:
    """What the ledger says about these jobs (None: all)."""
    rows = ledger.rows(among)
    return Outcome(
        done=tuple(row.job.key for row in rows if isinstance(row.state, Done)),
        failed=tuple((row.job.key, row.state) for row in rows if isinstance(row.state, Failed)),
        cancelled=tuple(row.job.key for row in rows if isinstance(row.state, Cancelled)),
        waiting=tuple(row.job.key for row in rows if not isinstance(row.state, Done | Failed | Cancelled)),
    )
