"""What the store, its index, adopting and the queue cost. Prints; asserts nothing.

Run: PYTHONPATH=.:tests/fakes python tests/perf/takes_and_queue.py
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from card_films import CARDBOARD, film, node

from engine.client import Client
from engine.film.rate import FILM
from engine.plan.plan import plan
from engine.queue.ledger import Ledger
from engine.takes.adopt import adopt
from engine.takes.index import TakeIndex
from engine.takes.record import MASTER, Rendered, StoredFile, TakeRecord, record_json
from engine.takes.store import TakeStore


@contextmanager
def timed(what: str) -> Iterator[None]:
    began = time.perf_counter()
    yield
    print(f"{what:58} {1000 * (time.perf_counter() - began):9.1f} ms")


def put(store: TakeStore, key: str) -> None:
    """A take without its syncs: ten thousand of them are to be looked at, not to survive a power cut."""
    rendered = Rendered(engine="cardboard", version="1", rate=FILM, frames=6, head=1)
    master = StoredFile(name=MASTER, digest=hashlib.sha256(b"x").hexdigest(), size=1)
    store.folder(key).mkdir(parents=True)
    store.path(key, MASTER).write_bytes(b"x")
    record = TakeRecord(**dict(rendered), key=key, files=(master,))
    store.path(key, "take.json").write_bytes(record_json(record))


def index(folder: Path, takes: int) -> None:
    for n in range(takes):
        put(TakeStore(folder), hashlib.sha256(str(n).encode()).hexdigest())
    then = time.time() - 60
    for shard in (folder / "takes").iterdir():
        os.utime(shard, (then, then))
    with timed(f"index of {takes} takes, never seen"):
        TakeIndex(folder)
    with timed(f"index of {takes} takes, seen before"):
        known = TakeIndex(folder)
    with timed(f"refresh of {takes} takes, nothing new"):
        known.refresh()


def adopting(folder: Path, shots: int) -> None:
    cards = film([f"card {n}" for n in range(shots)])
    work = plan(cards)
    for each in work.nodes:
        put(TakeStore(folder), each.key)
    with timed(f"adopt {shots} new takes"):
        cards = adopt(cards, work, TakeStore(folder))
    with timed(f"adopt {shots} known takes"):
        adopt(cards, work, TakeStore(folder))


def queue(folder: Path, jobs: int) -> None:
    client = Client(folder, extra=[CARDBOARD])
    nodes = [node(n) for n in range(jobs)]
    with timed(f"submit {jobs} jobs"):
        client.submit(nodes)
    with Ledger(folder) as ledger, timed(f"look at {jobs} rows"):
        ledger.rows()
    with timed(f"work off {jobs} jobs of six tiny pictures"):
        client.run(lambda event: None)
    with timed(f"submit {jobs} jobs again (all taken)"):
        client.submit(nodes)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as base:
        for name, work, count in (("index", index, 10_000), ("adopt", adopting, 1000), ("queue", queue, 200)):
            place = Path(base) / name
            place.mkdir()
            work(place, count)
