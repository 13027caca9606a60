"""A take is in the store whole or not at all, and a damaged one is kept aside."""

from __future__ import annotations

import errno
import hashlib
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import DamagedTake, StorageFailed
from engine.film.rate import NTSC
from engine.takes import store as store_module
from engine.takes.record import MASTER, RECORD, Rendered, read_record, record_json
from engine.takes.store import TakeStore

KEY = hashlib.sha256(b"order").hexdigest()
OTHER = hashlib.sha256(b"other order").hexdigest()
FACTS = Rendered(engine="cardboard", version="1", rate=NTSC, frames=6, head=1, facts={"wind": [1, 2]})


def put(store: TakeStore, key: str = KEY, master: bytes = b"pictures") -> None:
    draft = store.begin(key)
    (draft.folder / MASTER).write_bytes(master)
    (draft.folder / "proxy.mp4").write_bytes(b"small pictures")
    store.commit(draft, FACTS)


def test_take_is_found_again_as_it_was_written(tmp_path: Path) -> None:
    store = TakeStore(tmp_path)
    put(store)
    record = store.verify(KEY)
    assert store.path(KEY, MASTER) == tmp_path / "takes" / KEY[:2] / KEY / "master.mov"
    assert store.path(KEY, MASTER).read_bytes() == b"pictures"
    assert (record.key, record.rate, record.frames, record.head) == (KEY, NTSC, 6, 1)
    assert record.facts == {"wind": [1, 2]}
    master = record.file(MASTER)
    assert master is not None
    assert master.digest == hashlib.sha256(b"pictures").hexdigest()
    assert list(store.keys()) == [KEY]
    assert list((tmp_path / "takes" / ".tmp").iterdir()) == []


def test_reading_creates_nothing(tmp_path: Path) -> None:
    store = TakeStore(tmp_path)
    assert not store.has(KEY)
    assert list(store.keys()) == []
    with pytest.raises(KeyError):
        store.verify(KEY)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("key", ["", "../../film.json", "3F" * 32, "3f" * 31])
def test_what_is_no_key_never_becomes_a_path(tmp_path: Path, key: str) -> None:
    with pytest.raises(ValueError, match="not a take's key"):
        TakeStore(tmp_path).path(key, MASTER)


def test_a_sound_take_that_is_there_first_wins(tmp_path: Path) -> None:
    store = TakeStore(tmp_path)
    late = store.begin(KEY)
    (late.folder / MASTER).write_bytes(b"the same order, drawn again")
    put(store, master=b"first")
    record = store.commit(late, FACTS)
    assert store.path(KEY, MASTER).read_bytes() == b"first"
    assert record == store.verify(KEY)
    assert not late.folder.exists()


def test_a_new_take_replaces_a_damaged_one_which_is_kept(tmp_path: Path) -> None:
    store = TakeStore(tmp_path)
    put(store)
    store.path(KEY, MASTER).write_bytes(b"pixtures")
    put(store)
    assert store.verify(KEY).frames == 6
    [aside] = (tmp_path / "takes" / "damaged").iterdir()
    assert (aside / MASTER).read_bytes() == b"pixtures"


@pytest.mark.parametrize("harm", ["changed", "cut short", "missing", "no record", "foreign record"])
def test_a_damaged_take_is_one_sentence_and_kept_aside(tmp_path: Path, harm: str) -> None:
    store = TakeStore(tmp_path)
    put(store)
    put(store, OTHER)
    path = store.path(KEY, MASTER)
    match harm:
        case "changed":
            path.write_bytes(b"pixtures")
        case "cut short":
            path.write_bytes(b"pict")
        case "missing":
            path.unlink()
        case "no record":
            store.path(KEY, RECORD).write_bytes(b"\0" * 40)
        case _:
            store.path(KEY, RECORD).write_bytes(store.path(OTHER, RECORD).read_bytes())
    with pytest.raises(DamagedTake) as caught:
        store.verify(KEY)
    assert caught.value.sentence.count(".") >= 1
    assert "\n" not in caught.value.sentence
    assert not store.has(KEY)
    assert store.sound(OTHER)
    assert len(list((tmp_path / "takes" / "damaged").iterdir())) == 1


def test_intact_sees_what_needs_no_reading_of_media(tmp_path: Path) -> None:
    store = TakeStore(tmp_path)
    put(store)
    put(store, OTHER)
    store.path(KEY, MASTER).write_bytes(b"picTures")  # only its digest tells
    assert store.intact(KEY)
    store.path(KEY, MASTER).write_bytes(b"pict")
    store.path(OTHER, RECORD).write_bytes(b"{")
    assert not store.intact(KEY)
    assert not store.intact(OTHER)
    assert not store.has(KEY)
    assert not store.intact(KEY)
    assert len(list((tmp_path / "takes" / "damaged").iterdir())) == 2


def test_a_full_disk_is_one_sentence_and_leaves_no_draft(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", str(path))

    monkeypatch.setattr(store_module, "sync_file", full)
    store = TakeStore(tmp_path)
    with pytest.raises(StorageFailed, match="is full"):
        put(store)
    assert not store.has(KEY)
    assert list((tmp_path / "takes" / ".tmp").iterdir()) == []


def test_a_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "takes").write_text("a file is in the way")
    with pytest.raises(StorageFailed):
        TakeStore(tmp_path).begin(KEY)


def test_the_sweep_takes_dead_drafts_only(tmp_path: Path) -> None:
    store = TakeStore(tmp_path)
    mine = store.begin(KEY)
    code = f"""
import os, sys
from pathlib import Path
from engine.takes.store import TakeStore
draft = TakeStore(Path(sys.argv[1])).begin("{OTHER}")
(draft.folder / "master.mov").write_bytes(b"half")
os._exit(9)
"""
    subprocess.run([sys.executable, "-c", code, str(tmp_path)], check=False, env=os.environ)
    assert len(list((tmp_path / "takes" / ".tmp").glob("*-*/"))) == 2
    assert store.sweep() == 1
    assert mine.folder.is_dir()
    store.discard(mine)
    assert list((tmp_path / "takes" / ".tmp").iterdir()) == []


def test_many_writers_of_one_take_leave_one_take(tmp_path: Path) -> None:
    store = TakeStore(tmp_path)
    errors: list[BaseException] = []

    def write() -> None:
        try:
            put(store)
        except BaseException as error:
            errors.append(error)

    threads = [threading.Thread(target=write) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert store.verify(KEY).frames == 6
    assert not (tmp_path / "takes" / "damaged").exists()
    assert list((tmp_path / "takes" / ".tmp").iterdir()) == []


@given(
    frames=st.integers(1, 10_000),
    head=st.integers(0, 500),
    facts=st.dictionaries(st.text(), st.none() | st.booleans() | st.integers(-(2**53), 2**53) | st.text(), max_size=5),
)
def test_a_record_survives_its_json(frames: int, head: int, facts: dict[str, object]) -> None:
    rendered = Rendered.model_validate(dict(FACTS) | {"frames": frames, "head": head, "facts": facts})
    from engine.takes.record import TakeRecord

    record = TakeRecord(**dict(rendered), key=KEY, files=())
    assert read_record(record_json(record), KEY) == record


def test_a_removed_take_is_gone_and_may_be_made_again(tmp_path: Path) -> None:
    store = TakeStore(tmp_path)
    put(store)
    put(store, OTHER)
    store.remove(KEY)
    store.remove(KEY)  # gone already
    assert (store.has(KEY), store.has(OTHER)) == (False, True)
    assert list((tmp_path / "takes" / ".tmp").iterdir()) == []
    put(store)
    assert store.sound(KEY)


def test_a_removal_that_was_killed_is_swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = TakeStore(tmp_path)
    put(store)

    def killed(path: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(store_module.shutil, "rmtree", killed)
    with pytest.raises(KeyboardInterrupt):
        store.remove(KEY)
    monkeypatch.undo()
    assert (store.has(KEY), store.sweep()) == (False, 1)
    assert list((tmp_path / "takes" / ".tmp").iterdir()) == []
