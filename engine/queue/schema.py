"""The ledger's tables, their version, and what to do with a queue file that cannot be used.

Rows are only orders: they can be made again from the film's plan, and the takes lie in the store. So a damaged queue is
moved aside and a new one begun, and nothing a person made is lost.
"""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

from engine.errors import Locked, NewerFilm, StorageFailed

FILE = "queue.sqlite"
VERSION = 1

_TABLES = """
CREATE TABLE jobs (
    key       TEXT PRIMARY KEY,
    lane      TEXT NOT NULL CHECK (lane IN ('render', 'desk')),
    engine    TEXT NOT NULL,
    payload   TEXT NOT NULL,
    needs     TEXT NOT NULL DEFAULT '[]',
    priority  INTEGER NOT NULL DEFAULT 0,
    position  INTEGER NOT NULL,
    state     TEXT NOT NULL DEFAULT 'queued' CHECK (state IN ('queued', 'leased', 'done', 'failed', 'cancelled')),
    wish      TEXT NOT NULL DEFAULT '' CHECK (wish IN ('', 'cancel')),
    tries     INTEGER NOT NULL DEFAULT 0,
    begun     INTEGER NOT NULL DEFAULT 0,
    pid       INTEGER,
    started   REAL,
    boot      TEXT,
    sentence  TEXT NOT NULL DEFAULT '',
    action    TEXT NOT NULL DEFAULT '',
    seconds   REAL NOT NULL DEFAULT 0,
    enqueued  REAL NOT NULL,
    changed   REAL NOT NULL
) WITHOUT ROWID;
CREATE INDEX jobs_in_line ON jobs (state, lane, priority DESC, position);
CREATE TABLE switches (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""


class Unusable(Exception):
    """The file is no queue: damaged, or something else with the queue's name."""


def _into_wal(connection: sqlite3.Connection) -> None:
    """SQLite does not wait its timeout for this one change: two that open a new file at once must try again."""
    patience = time.monotonic() + 10.0
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > patience:
                raise
            time.sleep(0.02)


def connect(path: Path) -> sqlite3.Connection:
    """Open the queue at `path`, creating it when there is none.

    WAL lets watchers read while the supervisor writes. `synchronous=FULL` makes every commit survive a power cut: with
    NORMAL the last few could be forgotten, and a night's queue is typed in by a person, while one fsync a job costs
    nothing beside a render. Raises Unusable, NewerFilm, or sqlite3.Error.
    """
    connection = sqlite3.connect(path, timeout=10.0, isolation_level=None)
    try:
        connection.row_factory = sqlite3.Row
        _into_wal(connection)
        connection.execute("PRAGMA synchronous=FULL")
        _settle_version(connection, path)
        connection.execute("SELECT key FROM jobs LIMIT 1").fetchone()
    except sqlite3.OperationalError as error:
        connection.close()
        if "no such table" in str(error):
            raise Unusable(str(error)) from error
        raise
    except sqlite3.DatabaseError as error:
        connection.close()
        raise Unusable(str(error)) from error
    except BaseException:
        connection.close()
        raise
    return connection


def _settle_version(connection: sqlite3.Connection, path: Path) -> None:
    if _version(connection) == 0:
        connection.execute("BEGIN IMMEDIATE")
        if _version(connection) == 0:  # nobody was faster
            for statement in _TABLES.split(";"):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version={VERSION}")
        connection.execute("COMMIT")
    if _version(connection) > VERSION:
        raise NewerFilm(
            f"The render queue of {path.parent.name} was written by a newer Storyreel.", "Update Storyreel to go on."
        )


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def set_aside(path: Path) -> str:
    """Move a queue that cannot be used out of the way, keeping it; returns the sentence to show. Raises OSError."""
    number = 1
    while (kept := path.with_name(f"queue.damaged-{number}.sqlite")).exists():
        number += 1
    path.replace(kept)
    for suffix in ("-wal", "-shm"):
        companion = path.with_name(path.name + suffix)
        if companion.exists():
            companion.replace(kept.with_name(kept.name + suffix))
    return f"The render queue was damaged; it was kept as {kept.name} and a new one was begun from the film."


def explained(error: sqlite3.Error, path: Path) -> StorageFailed | Locked:
    """One sentence for what SQLite says about the queue at `path`."""
    text = str(error)
    if "full" in text:
        return StorageFailed(
            f"The disk that holds {path.parent} is full.",
            "Free some space and run the command again; nothing was lost.",
        )
    if "readonly" in text or "unable to open" in text:
        return StorageFailed(f"You may not write to {path.parent}.", "Choose a folder you may write to.")
    if "locked" in text or "busy" in text:
        return Locked(f"The render queue of {path.parent.name} is busy.", "Try again in a moment.")
    return StorageFailed(
        f"The render queue of {path.parent.name} cannot be used ({text}).",
        "Run the command again: it is set aside and made anew from the film.",
    )
