"""A copy of a film that is open elsewhere: whole or not there at all."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from app.start.beginnings import blank, copy_of
from app.state.opening import Held
from engine.errors import StorageFailed


@pytest.fixture
def film(tmp_path: Path) -> Path:
    opened = blank(tmp_path / "films", "夜车", "zh")
    assert isinstance(opened.access, Held)
    opened.access.lock.release()
    for name in (
        "panels/1.png",
        "takes/3f/3fa9/master.mov",
        "takes/.tmp/3fa9-1/master.mov",
        "cache/x.jpg",
        "queue.sqlite",
    ):
        path = opened.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return opened.folder


def test_what_belongs_to_the_film_comes_along_and_unfinished_takes_do_not(film: Path, tmp_path: Path) -> None:
    copied = copy_of(film, tmp_path / "copies")
    assert isinstance(copied.access, Held)
    copied.access.lock.release()
    there = {path.relative_to(copied.folder).as_posix() for path in copied.folder.rglob("*") if path.is_file()}
    assert {"film.json", "panels/1.png", "takes/3f/3fa9/master.mov"} <= there
    assert not {name for name in there if name.startswith(("takes/.tmp", "cache", "queue"))}
    assert list((tmp_path / "copies").iterdir()) == [copied.folder]


def test_a_copy_that_is_cut_short_leaves_nothing(film: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copyfile = shutil.copyfile

    def full(source: Path, target: Path) -> object:
        if source.parent.name == "panels":
            raise OSError(28, "No space left on device", str(target))
        return copyfile(source, target)

    monkeypatch.setattr(shutil, "copyfile", full)
    with pytest.raises(StorageFailed):
        copy_of(film, tmp_path / "copies")
    assert list((tmp_path / "copies").iterdir()) == []
