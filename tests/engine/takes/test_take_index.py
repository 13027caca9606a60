"""The index knows what is in the store without opening every take each time."""

from __future__ import annotations

import hashlib
import os
import time
from pathlib import Path

import pytest

from engine.film.rate import FILM
from engine.takes.index import TakeIndex
from engine.takes.record import MASTER, POSTER, Rendered
from engine.takes.store import TakeStore


def put(folder: Path, seed: int, version: str = "2") -> str:
    key = hashlib.sha256(str(seed).encode()).hexdigest()
    store = TakeStore(folder)
    draft = store.begin(key)
    (draft.folder / MASTER).write_bytes(b"x" * seed)
    store.commit(draft, Rendered(engine="cardboard", version=version, rate=FILM, frames=seed, head=0))
    return key


def grow_old(folder: Path) -> None:
    """As if every shard had last changed a minute ago."""
    then = time.time() - 60
    for shard in (folder / "takes").iterdir():
        os.utime(shard, (then, then))


def test_an_empty_film_has_an_empty_index(tmp_path: Path) -> None:
    index = TakeIndex(tmp_path)
    assert dict(index.entries) == {}
    assert not index.refresh()
    assert list(tmp_path.iterdir()) == []


def test_takes_come_and_go(tmp_path: Path) -> None:
    index = TakeIndex(tmp_path)
    key = put(tmp_path, 7)
    assert not index.has(key)
    assert index.refresh()
    assert (index.entries[key].frames, index.entries[key].bytes, index.entries[key].version) == (7, 7, "2")
    assert index.bytes == 7
    assert index.poster(key) == TakeStore(tmp_path).path(key, POSTER)
    assert not index.refresh()
    TakeStore(tmp_path).path(key, MASTER).write_bytes(b"")
    assert not TakeStore(tmp_path).sound(key)
    assert index.refresh()
    assert not index.has(key)


def test_a_take_that_was_rendered_anew_since_the_last_look_is_the_new_one(tmp_path: Path) -> None:
    key = put(tmp_path, 7)
    index = TakeIndex(tmp_path)
    TakeStore(tmp_path).path(key, MASTER).unlink()
    assert not TakeStore(tmp_path).sound(key)
    put(tmp_path, 7, version="3")
    index.refresh()
    assert index.entries[key].version == "3"


def test_a_second_look_opens_no_take_that_it_knows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = {put(tmp_path, seed) for seed in range(1, 40)}
    grow_old(tmp_path)
    TakeIndex(tmp_path)
    late = put(tmp_path, 40)
    read: list[str] = []
    honest = TakeStore.read
    monkeypatch.setattr(TakeStore, "read", lambda self, key: (read.append(key), honest(self, key))[1])
    assert set(TakeIndex(tmp_path).entries) == keys | {late}
    assert read == [late]


def test_a_shard_that_changed_within_a_clock_tick_is_looked_at_again(tmp_path: Path) -> None:
    first = put(tmp_path, 1)
    index = TakeIndex(tmp_path)
    shard = tmp_path / "takes" / first[:2]
    stamp = shard.stat().st_mtime_ns
    other = shard / (first[:2] + "0" * 62)
    other.mkdir()
    record = (shard / first / "take.json").read_text().replace(first, other.name)
    (other / "take.json").write_text(record)
    os.utime(shard, ns=(stamp, stamp))
    index.refresh()
    assert index.has(other.name)


@pytest.mark.parametrize(
    "junk", ["", "[]", '{"version": 99}', '{"version": 1, "shards": {"ab": 3}}', '{"version": 1, "shards": []}']
)
def test_the_cache_may_be_anything(tmp_path: Path, junk: str) -> None:
    key = put(tmp_path, 3)
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / "takes.json").write_text(junk)
    assert set(TakeIndex(tmp_path).entries) == {key}


def test_a_damaged_record_is_left_out(tmp_path: Path) -> None:
    good, bad = put(tmp_path, 1), put(tmp_path, 2)
    TakeStore(tmp_path).path(bad, "take.json").write_text("{")
    assert set(TakeIndex(tmp_path).entries) == {good}
