"""The durable list of jobs in a film's folder, `queue.sqlite`: what is to be done, by whom, and how it ended.

The rows are the truth; events are hints. A lease has no clock: only the supervisor leases, and it holds the film's kernel
lock, so whatever is leased when a new supervisor gets that lock belonged to a dead one (`recover`). A job has been
tried once its first picture was begun, so a death in the middle of a batch is blamed on the right job.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
import time
from collections.abc import Collection, Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock

from engine.errors import storage_failed
from engine.failpoints import failpoint
from engine.protocol import Job, Lane
from engine.queue.lessee import Lessee
from engine.queue.schema import FILE, Unusable, connect, explained, set_aside

MAX_TRIES = 2
"""A job whose worker died is tried once more."""

_READY = """
    state = 'queued' AND lane = :lane AND (:among IS NULL OR key IN (SELECT value FROM json_each(:among)))
    AND NOT EXISTS (SELECT 1 FROM json_each(jobs.needs) AS need JOIN jobs AS other ON other.key = need.value
                    WHERE other.state <> 'done')
"""
_IN_LINE = "ORDER BY priority DESC, position"


@dataclass(frozen=True, slots=True)
class Queued:
    """Waiting for its turn."""


@dataclass(frozen=True, slots=True)
class Leased:
    """With a worker; `stopping` when a person asked to cancel it, `begun` once its first picture is being made."""

    lessee: Lessee
    stopping: bool
    begun: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """Its take is in the store; it took `seconds`."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Failed:
    """It cannot be done."""

    sentence: str
    action: str


@dataclass(frozen=True, slots=True)
class Cancelled:
    """A person took it off the queue."""


State = Queued | Leased | Done | Failed | Cancelled


@dataclass(frozen=True, slots=True)
class Row:
    """One job and how it stands; `tries` counts how often its first picture was begun, `changed` is when it last changed
    (seconds since 1970)."""

    job: Job
    tries: int
    state: State
    changed: float = 0.0


class Ledger:
    """The ledger of one film. One object serves one thread; any number of processes may have it open.

    `repaired` is a sentence when the file was damaged and begun anew, else empty. Every method raises StorageFailed when
    the disk says no, and Locked when another process keeps the file busy for ten seconds.
    """

    def __init__(self, film_folder: Path) -> None:
        self.path = film_folder / FILE
        self.repaired = ""
        self._connection = self._opened()

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    # What a person asks for

    def enqueue(self, jobs: Iterable[Job]) -> int:
        """Add jobs at the end of the line; returns how many are new in it.

        A key that waits or is being rendered is left where it is (a cancel asked for is taken back). A key that is done,
        failed or cancelled waits again, with fresh tries: somebody asked for it anew.
        """
        with self._change() as db:
            return sum(_enqueue(db, job) for job in jobs)

    def found(self, keys: Collection[str]) -> int:
        """The takes of these jobs are in the store, whoever made them: settle the rows a killed command left behind."""
        with self._change() as db:
            settled = "UPDATE jobs SET state = 'done', wish = '' WHERE state IN ('queued', 'leased')"
            return _count(db, f"{settled} AND {_CHOSEN}", _json(keys))

    def cancel(self, keys: Collection[str] | None = None) -> int:
        """Take jobs off the queue (None: all). A leased one is only marked: its supervisor stops it. Returns how many."""
        chosen = _json(keys)
        with self._change() as db:
            off = f"UPDATE jobs SET state = 'cancelled', changed = :now WHERE state = 'queued' AND {_CHOSEN}"
            queued = _count(db, off, chosen | _now())
            leased = _count(db, f"UPDATE jobs SET wish = 'cancel' WHERE state = 'leased' AND {_CHOSEN}", chosen)
            _fail_orphans(db)
            return queued + leased

    def pause(self, paused: bool = True) -> None:
        """Lease nothing more in the render lane until `pause(False)`: an export needs no picture drawn."""
        with self._change() as db:
            db.execute("INSERT OR REPLACE INTO switches VALUES ('paused', ?)", (str(int(paused)),))

    @property
    def paused(self) -> bool:
        """Whether the queue is paused."""
        return self._ask("SELECT 1 FROM switches WHERE name = 'paused' AND value = '1'") != []

    def move(self, key: str, before: str | None = None) -> None:
        """Let a job be next, or stand just before another one. It takes on the priority of its new neighbours."""
        with self._change() as db:
            line = db.execute(f"SELECT key, priority FROM jobs WHERE state = 'queued' {_IN_LINE}").fetchall()
            ahead = [row["key"] for row in db.execute(f"SELECT key FROM jobs WHERE state = 'leased' {_IN_LINE}")]
            _move(db, [(row["key"], row["priority"]) for row in line], key, before, ahead)

    # What the supervisor does

    def lease(
        self, lane: Lane, lessee: Lessee, *, limit: int = 1, among: Collection[str] | None = None
    ) -> tuple[Job, ...]:
        """Take the next jobs in line, all for one engine, whose needs are done; empty when paused or none is ready."""
        if lane == "render" and self.paused:
            return ()
        with self._change() as db:
            wanted: dict[str, Any] = {"lane": lane, "limit": limit, **_json(among)}
            first = db.execute(f"SELECT engine FROM jobs WHERE {_READY} {_IN_LINE} LIMIT 1", wanted).fetchone()
            if first is None:
                return ()
            wanted |= {"engine": first["engine"], "pid": lessee.pid, "started": lessee.started, "boot": lessee.boot}
            rows = db.execute(_LEASE, wanted | {"now": time.time()}).fetchall()
        failpoint("ledger.after_lease")
        return tuple(_job(row) for row in sorted(rows, key=lambda row: (-row["priority"], row["position"])))

    def upcoming(self, lane: Lane, among: Collection[str] | None = None) -> str | None:
        """The engine of the next job that could be leased; None when there is none, or the lane is paused."""
        if lane == "render" and self.paused:
            return None
        rows = self._ask(f"SELECT engine FROM jobs WHERE {_READY} {_IN_LINE} LIMIT 1", lane=lane, **_json(among))
        return rows[0]["engine"] if rows else None

    def begun(self, key: str) -> None:
        """The job's first picture is being made: this is a try."""
        self._set(key, "tries = tries + 1, begun = 1")

    def done(self, key: str, seconds: float = 0.0) -> None:
        """The job's take is in the store."""
        failpoint("ledger.before_done")
        self._set(key, "state = 'done', wish = '', sentence = '', action = '', seconds = :seconds", seconds=seconds)

    def failed(self, key: str, sentence: str, action: str = "") -> None:
        """The job cannot be done; neither can what stands on it."""
        with self._change() as db:
            _fail(db, key, sentence, action)
            _fail_orphans(db)

    def give_back(self, keys: Collection[str]) -> None:
        """The jobs were stopped for no fault of theirs: they wait again, or are cancelled when a person asked so."""
        with self._change() as db:
            db.execute(f"{_GIVE_BACK}, changed = :now WHERE state = 'leased' AND {_CHOSEN}", _json(keys) | _now())
            _fail_orphans(db)

    def died(self, key: str, sentence: str, action: str = "") -> bool:
        """The worker died over this job, begun or not. True when that was its last try and it has failed now."""
        with self._change() as db:
            db.execute("UPDATE jobs SET tries = tries + 1 - begun WHERE key = ? AND state = 'leased'", (key,))
            row = db.execute("SELECT tries, wish FROM jobs WHERE key = ? AND state = 'leased'", (key,)).fetchone()
            if row is None:
                return False
            last = row["tries"] >= MAX_TRIES and not row["wish"]
            if last:
                _fail(db, key, sentence, action)
                _fail_orphans(db)
            else:
                db.execute(f"{_LET_GO} WHERE key = ?", (key,))
            return last

    def recover(self, lessee: Lessee) -> int:
        """Settle what a dead supervisor left leased; only for the holder of the film's queue lock. Returns how many.

        A job that was begun on this boot of the machine and has no try left fails; a reboot gives the try back.
        """
        with self._change() as db:
            left = db.execute("SELECT key, tries, begun, boot, wish FROM jobs WHERE state = 'leased'").fetchall()
            for row in left:
                _recover(db, row, lessee)
            _fail_orphans(db)
            return len(left)

    def wishes(self) -> frozenset[str]:
        """Keys that are leased and that a person wants cancelled."""
        return frozenset(row["key"] for row in self._ask("SELECT key FROM jobs WHERE state = 'leased' AND wish <> ''"))

    # What anybody may look at

    def rows(self, among: Collection[str] | None = None) -> tuple[Row, ...]:
        """Every job (of those keys), in line order."""
        return tuple(_row(row) for row in self._ask(f"SELECT * FROM jobs WHERE {_CHOSEN} {_IN_LINE}", **_json(among)))

    def line(self) -> tuple[Row, ...]:
        """Every job in line order, without the orders of the render lane: those of a thousand shots are ten megabytes."""
        return tuple(_row(row) for row in self._ask(f"SELECT {_BRIEF} FROM jobs {_IN_LINE}"))

    def with_needs(self, keys: Collection[str]) -> frozenset[str]:
        """These keys and everything they stand on, as far as the ledger knows it."""
        rows = self._ask(_NEEDED, **_json(keys))
        return frozenset(row["key"] for row in rows) | frozenset(keys)

    def row(self, key: str) -> Row | None:
        """The job of that key."""
        return next((_row(row) for row in self._ask("SELECT * FROM jobs WHERE key = :key", key=key)), None)

    def counts(self, among: Collection[str] | None = None) -> dict[str, int]:
        """How many jobs there are in each state that occurs."""
        rows = self._ask(f"SELECT state, count(*) AS n FROM jobs WHERE {_CHOSEN} GROUP BY state", **_json(among))
        return {row["state"]: row["n"] for row in rows}

    def unsettled(self, among: Collection[str] | None = None, lane: Lane | None = None) -> int:
        """How many jobs wait or are being worked on."""
        where = f"state IN ('queued', 'leased') AND (:lane IS NULL OR lane = :lane) AND {_CHOSEN}"
        return self._ask(f"SELECT count(*) AS n FROM jobs WHERE {where}", lane=lane, **_json(among))[0]["n"]

    def stamp(self) -> int:
        """A number that changes when another process changed the ledger (nearly free to ask)."""
        return int(self._ask("PRAGMA data_version")[0][0])

    def forget_settled(self) -> int:
        """Drop the rows of jobs that ended; returns how many."""
        with self._change() as db:
            return _count(db, "DELETE FROM jobs WHERE state NOT IN ('queued', 'leased')", {})

    def whole(self) -> bool:
        """Whether SQLite finds the file free of damage (reads all of it)."""
        try:
            return self._connection.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
        except sqlite3.DatabaseError:
            return False

    def begin_anew(self) -> None:
        """Move the damaged file aside and start an empty one; `repaired` says so."""
        self._connection.close()
        try:
            self.repaired = set_aside(self.path)
        except OSError as error:
            raise storage_failed(error, self.path) from error
        self._connection = self._opened()

    def _opened(self) -> sqlite3.Connection:
        try:
            return connect(self.path)
        except Unusable:
            self._repair()
            return self._opened()
        except sqlite3.Error as error:
            raise explained(error, self.path) from error

    def _repair(self) -> None:
        """Set the file aside, unless another process did so while this one waited."""
        try:
            with FileLock(self.path.with_name("queue.repair.lock"), timeout=30):
                try:
                    connect(self.path).close()
                except Unusable:
                    self.repaired = set_aside(self.path)
        except sqlite3.Error as error:
            raise explained(error, self.path) from error
        except OSError as error:
            raise storage_failed(error, self.path) from error

    @contextmanager
    def _change(self) -> Generator[sqlite3.Connection]:
        """One transaction, all or nothing."""
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            yield self._connection
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise explained(error, self.path) from error
        finally:
            if self._connection.in_transaction:  # SQLite has rolled back by itself when the disk was full
                with contextlib.suppress(sqlite3.Error):  # what went wrong first is what is told
                    self._connection.execute("ROLLBACK")

    def _ask(self, sql: str, **values: Any) -> list[sqlite3.Row]:
        try:
            return self._connection.execute(sql, values).fetchall()
        except sqlite3.Error as error:
            raise explained(error, self.path) from error

    def _set(self, key: str, change: str, **values: Any) -> None:
        with self._change() as db:
            db.execute(f"UPDATE jobs SET {change}, changed = :now WHERE key = :key", values | _now() | {"key": key})


_CHOSEN = "(:among IS NULL OR key IN (SELECT value FROM json_each(:among)))"
_BRIEF = """key, engine, lane, needs, priority, position, state, wish, tries, begun, pid, started, boot, sentence, action,
            seconds, changed, CASE lane WHEN 'desk' THEN payload ELSE '' END AS payload"""
_NEEDED = """WITH RECURSIVE needed (key) AS (
                 SELECT value FROM json_each(:among)
                 UNION SELECT need.value FROM needed JOIN jobs USING (key), json_each(jobs.needs) AS need)
             SELECT key FROM needed"""
_GIVE_BACK = """UPDATE jobs SET state = CASE wish WHEN 'cancel' THEN 'cancelled' ELSE 'queued' END, wish = '',
                tries = max(0, tries - begun), pid = NULL, started = NULL, boot = NULL"""
_LET_GO = """UPDATE jobs SET state = CASE wish WHEN 'cancel' THEN 'cancelled' ELSE 'queued' END, wish = '',
             pid = NULL, started = NULL, boot = NULL"""
_LEASE = f"""UPDATE jobs SET state = 'leased', wish = '', begun = 0, pid = :pid, started = :started, boot = :boot, changed = :now
             WHERE key IN (SELECT key FROM jobs WHERE {_READY} AND engine = :engine {_IN_LINE} LIMIT :limit)
             RETURNING *"""


def _enqueue(db: sqlite3.Connection, job: Job) -> int:
    known = db.execute("SELECT state FROM jobs WHERE key = ?", (job.key,)).fetchone()
    if known is not None and known["state"] in ("queued", "leased"):
        db.execute("UPDATE jobs SET wish = '', priority = max(priority, ?) WHERE key = ?", (job.priority, job.key))
        return 0
    db.execute(
        """INSERT OR REPLACE INTO jobs (key, lane, engine, payload, needs, priority, position, enqueued, changed)
           VALUES (:key, :lane, :engine, :payload, :needs, :priority,
                   (SELECT coalesce(max(position), 0) + 1 FROM jobs), :now, :now)""",
        _now()
        | {
            "key": job.key,
            "lane": job.lane,
            "engine": job.engine,
            "payload": job.payload,
            "needs": json.dumps(job.needs),
            "priority": job.priority,
        },
    )
    return 1


def _move(
    db: sqlite3.Connection, line: list[tuple[str, int]], key: str, before: str | None, ahead: Collection[str]
) -> None:
    """`ahead` are those a worker has in hand: what of them is given back stands in front again, not among the others."""
    keys = [name for name, _ in line]
    if key not in keys or key == before:
        return
    priority = dict(line)
    keys.remove(key)
    place = keys.index(before) if before in keys else 0
    neighbour = keys[place] if keys else key
    keys.insert(place, key)
    db.execute("UPDATE jobs SET priority = ? WHERE key = ?", (priority[neighbour], key))
    db.executemany("UPDATE jobs SET position = ? WHERE key = ?", enumerate((*ahead, *keys)))


def _fail(db: sqlite3.Connection, key: str, sentence: str, action: str) -> None:
    db.execute(
        """UPDATE jobs SET state = 'failed', wish = '', sentence = :sentence, action = :action, changed = :now
           WHERE key = :key""",
        _now() | {"key": key, "sentence": sentence, "action": action},
    )


def _fail_orphans(db: sqlite3.Connection) -> None:
    """What stands on a job that will not be done cannot be done either; neither can what stands on that."""
    orphans = """UPDATE jobs SET state = 'failed', sentence = 'What this shot stands on was not made.',
                 action = 'Render it again.', changed = :now
                 WHERE state = 'queued' AND EXISTS (
                     SELECT 1 FROM json_each(jobs.needs) AS need JOIN jobs AS other ON other.key = need.value
                     WHERE other.state IN ('failed', 'cancelled'))"""
    while _count(db, orphans, _now()):
        pass


def _recover(db: sqlite3.Connection, row: sqlite3.Row, lessee: Lessee) -> None:
    if row["boot"] != lessee.boot or not row["begun"]:
        db.execute(f"{_GIVE_BACK} WHERE key = ?", (row["key"],))
    elif row["tries"] >= MAX_TRIES and not row["wish"]:
        _fail(
            db,
            row["key"],
            "Storyreel ended unexpectedly twice while it made this shot.",
            "Render it again, or look at the log.",
        )
    else:
        db.execute(f"{_LET_GO} WHERE key = ?", (row["key"],))


def _count(db: sqlite3.Connection, sql: str, values: dict[str, Any]) -> int:
    return max(0, db.execute(sql, values).rowcount)


def _json(keys: Collection[str] | None) -> dict[str, Any]:
    return {"among": None if keys is None else json.dumps(sorted(keys))}


def _now() -> dict[str, Any]:
    return {"now": time.time()}


def _job(row: sqlite3.Row) -> Job:
    return Job(
        key=row["key"],
        engine=row["engine"],
        payload=row["payload"],
        lane=row["lane"],
        needs=tuple(json.loads(row["needs"])),
        priority=row["priority"],
    )


def _row(row: sqlite3.Row) -> Row:
    return Row(_job(row), row["tries"], _state(row), row["changed"])


def _state(row: sqlite3.Row) -> State:
    match row["state"]:
        case "queued":
            return Queued()
        case "leased":
            return Leased(Lessee(row["pid"], row["started"], row["boot"]), bool(row["wish"]), bool(row["begun"]))
        case "done":
            return Done(row["seconds"])
        case "failed":
            return Failed(row["sentence"], row["action"])
        case _:
            return Cancelled()
