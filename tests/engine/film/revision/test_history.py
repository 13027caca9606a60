"""Revisions on disk: the version before is there whatever happens, one step takes a revision back, nothing is deleted."""

from __future__ import annotations

from pathlib import Path

import pytest
from revised_scripts import Script, read, told, with_takes

from engine.errors import BadInput
from engine.film import store
from engine.film.document import Film
from engine.film.revision import history
from engine.film.revision.revise import revise

ONE: Script = [("INT. HALL - DAY", ["Ann opens the old door", "A dog runs in"])]
TWO: Script = [("INT. HALL - DAY", ["Ann slams the old door", "A dog runs in", "Rain"])]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    film = with_takes(read(ONE))
    store.save(film, tmp_path)
    history.keep_reading(tmp_path, read(ONE))
    return tmp_path


def revised(folder: Path, script: Script) -> Film:
    before = store.load(folder)
    done = revise(before, read(script), history.last_reading(folder))
    history.apply(folder, before, done, "draft.fountain")
    return done.film


def test_a_revision_and_back(folder: Path) -> None:
    before, reading = store.load(folder), history.last_reading(folder)
    after = revised(folder, TWO)
    assert store.load(folder) == after
    (version,) = history.versions(folder)
    assert (version.number, version.script) == (1, "draft.fountain")
    assert history.undo(folder) == before == store.load(folder)
    assert history.last_reading(folder) == reading
    assert not history.versions(folder)


def test_revisions_are_taken_back_one_by_one(folder: Path) -> None:
    first = store.load(folder)
    second = revised(folder, TWO)
    revised(folder, [*ONE, ("EXT. ROAD", ["A cart"])])
    assert [v.number for v in history.versions(folder)] == [1, 2]
    assert history.undo(folder) == second
    assert history.undo(folder) == first
    with pytest.raises(BadInput, match="no revision"):
        history.undo(folder)


def test_a_revision_that_changes_nothing_is_none(folder: Path) -> None:
    before = store.load(folder)
    assert history.apply(folder, before, revise(before, read(ONE), history.last_reading(folder))) == 0
    assert not history.versions(folder)


def test_takes_that_were_made_since_stay_with_their_shots(folder: Path) -> None:
    after = revised(folder, TWO)
    newer = {shot.id: shot.takes for shot in with_takes(after).shots}
    scenes = (
        s.with_(shots=tuple(shot.with_(takes=(*shot.takes, newer[shot.id][0].with_(id="late"))) for shot in s.shots))
        for s in after.scenes
    )
    store.save(after.with_(scenes=tuple(scenes)), folder)
    back = history.undo(folder)
    assert [shot.takes[0].id for shot in back.shots] == ["late", "late"]
    assert told(back) == told(read(ONE))


def test_a_crash_between_the_film_and_its_reading_does_no_harm(folder: Path) -> None:
    before, reading = store.load(folder), history.last_reading(folder)
    assert reading is not None
    after = revised(folder, TWO)
    history.keep_reading(folder, reading)  # as if we had been killed before it was written
    again = revise(after, read(TWO), history.last_reading(folder))
    assert told(again.film) == told(after)
    assert {s.id for s in before.shots} <= {s.id for s in again.film.shots}
    assert [len(shot.takes) for shot in again.film.shots] == [2, 2, 0]


def test_a_damaged_reading_is_as_good_as_none(folder: Path) -> None:
    (folder / history.FOLDER / history.READING).write_text("{", encoding="utf-8")
    assert history.last_reading(folder) is None


def test_old_versions_make_room(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "KEPT", 2)
    for number in range(4):
        revised(folder, [*ONE, ("EXT. ROAD", [f"Cart number {number}"])])
    assert [v.number for v in history.versions(folder)] == [3, 4]
