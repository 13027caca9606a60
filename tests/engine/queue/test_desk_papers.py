"""Papers of the desk go when no job needs them, and never sooner."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from card_films import film

from engine.client import Client
from engine.film.board import edit_shot
from engine.film.document import Film
from engine.plan import desk
from engine.plan.key_frames import key_frame_node
from engine.plan.plan import orders
from engine.plan.second_unit import assignment


@pytest.fixture(autouse=True)
def _own_machine(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STORYREEL_RUNTIME_DIR", str(tmp_path_factory.mktemp("runtime")))


def worded(words: str) -> Film:
    made = film(["a"])
    return edit_shot(made, next(iter(made.shots)).id, action=words)


def aged(folder: Path) -> None:
    """All papers were written yesterday."""
    for paper in (folder / desk.PAPERS).iterdir():
        os.utime(paper, (paper.stat().st_atime - 86_400, paper.stat().st_mtime - 86_400))


def test_a_snapshot_stays_while_its_export_waits_and_goes_when_nothing_needs_it(tmp_path: Path) -> None:
    client = Client(tmp_path)
    needed = client.snapshot(worded("first"))
    key = client.order(desk.Export(film=needed, cut="c", out=str(tmp_path / "out.mp4")))
    forgotten = client.snapshot(worded("second"))
    (tmp_path / desk.answer_path("ab" * 32)).write_text("{}")
    aged(tmp_path)
    fresh = client.snapshot(worded("third"))
    left = {path.name for path in (tmp_path / desk.PAPERS).iterdir()}
    assert left == {Path(needed).name, Path(fresh).name}
    assert Path(forgotten).name not in left
    client.cancel([key])  # it may still be asked for again
    aged(tmp_path)
    client.snapshot(worded("fourth"))
    assert (tmp_path / needed).exists()
    client.forget_settled()
    client.snapshot(worded("fifth"))
    assert not (tmp_path / needed).exists()


def test_what_the_second_unit_waits_for_is_no_paper_of_the_desk(tmp_path: Path) -> None:
    client, story = Client(tmp_path), worded("first")
    shot, order = next(orders(story))
    waiting = assignment("key frame", key_frame_node(shot.id, order, "flux.2-klein-4b"))
    client.assign([waiting])
    client.snapshot(story)
    aged(tmp_path)
    note = tmp_path / waiting.note
    os.utime(note, (0, 0))
    client.snapshot(worded("second"))
    assert client.assignments() == (waiting,)


def test_a_payload_that_cannot_be_read_names_nothing() -> None:
    assert desk.snapshot_in("no json") == ""
