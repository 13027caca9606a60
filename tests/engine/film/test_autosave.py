"""Autosave waits for a pause, never blocks, and is offered only when it knows more than film.json."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.errors import StoryreelError
from engine.film.autosave import Autosave, discard, recoverable
from engine.film.copies import autosaves
from engine.film.document import Film
from engine.film.film_text import film_from
from engine.film.store import save


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    save(Film(title="saved"), tmp_path)
    os.utime(tmp_path / "film.json", (1, 1))
    return tmp_path


def titles(folder: Path) -> list[str]:
    return [film_from(path.read_bytes(), "x").title for path in autosaves(folder)]


def until(happened: Callable[[], object]) -> None:
    end = time.monotonic() + 20
    while not happened():
        assert time.monotonic() < end, "it never happened"
        time.sleep(0.005)


def fail(error: StoryreelError) -> None:
    raise AssertionError(error)


def test_a_burst_of_edits_is_written_once_after_a_pause(folder: Path) -> None:
    autosave = Autosave(folder, fail, delay=0.05)
    for index in range(20):
        autosave.edited(Film(title=f"edit {index}"))
    until(lambda: titles(folder))
    autosave.close()
    assert titles(folder) == ["edit 19"]


def test_edits_without_a_pause_are_written_all_the_same(folder: Path) -> None:
    autosave = Autosave(folder, fail, delay=60, longest=0.05)
    autosave.edited(Film(title="busy"))
    autosave.edited(Film(title="busy still"))
    until(lambda: titles(folder))
    autosave.close()
    assert titles(folder) == ["busy still"]


def test_closing_writes_what_is_pending_and_a_save_leaves_nothing_to_write(folder: Path) -> None:
    autosave = Autosave(folder, fail, delay=60)
    autosave.edited(Film(title="one"))
    autosave.saved()
    autosave.flush()
    assert titles(folder) == []
    autosave.edited(Film(title="two"))
    autosave.close()
    assert titles(folder) == ["two"]


def test_old_copies_go(folder: Path) -> None:
    autosave = Autosave(folder, fail, delay=60, keep=3)
    for index in range(12):
        autosave.edited(Film(title=str(index)))
        autosave.flush()
    autosave.close()
    assert titles(folder) == ["11", "10", "9"]


def test_a_disk_that_refuses_is_reported_and_the_film_kept_for_the_next_try(folder: Path) -> None:
    met: list[StoryreelError] = []
    (folder / "autosave").write_text("in the way")
    autosave = Autosave(folder, met.append, delay=60)
    autosave.edited(Film(title="precious"))
    autosave.flush()
    assert len(met) == 1
    (folder / "autosave").unlink()
    autosave.close()
    assert titles(folder) == ["precious"]


def test_recovery_is_offered_only_for_what_film_json_does_not_know(folder: Path) -> None:
    assert recoverable(folder) is None
    autosave = Autosave(folder, fail, delay=60)
    autosave.edited(Film(title="unsaved"))
    autosave.close()
    found = recoverable(folder)
    assert found is not None
    assert found.film.title == "unsaved"
    save(found.film, folder)
    assert recoverable(folder) is None


def test_a_damaged_copy_is_passed_over_for_an_older_one(folder: Path) -> None:
    autosave = Autosave(folder, fail, delay=60)
    autosave.edited(Film(title="good"))
    autosave.close()
    (folder / "autosave" / "film.7.json").write_bytes(b"{")
    found = recoverable(folder)
    assert found is not None
    assert found.film.title == "good"
    discard(folder)
    assert recoverable(folder) is None


def test_a_lost_film_json_is_recoverable(folder: Path) -> None:
    autosave = Autosave(folder, fail, delay=60)
    autosave.edited(Film(title="rescued"))
    autosave.close()
    (folder / "film.json").unlink()
    found = recoverable(folder)
    assert found is not None
    assert found.film.title == "rescued"


def test_saving_what_was_saved_before_settles_the_matter_too(folder: Path) -> None:
    autosave = Autosave(folder, fail, delay=60)
    autosave.edited(Film(title="undone later"))
    autosave.close()
    os.utime(autosaves(folder)[0], (2, 2))
    assert recoverable(folder) is not None
    save(Film(title="saved"), folder)
    assert recoverable(folder) is None
