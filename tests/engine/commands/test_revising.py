"""`revise`, `revise --undo` and `lock-numbers` as a film-maker meets them; `film` on a folder that holds a film."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from engine.cli import main
from engine.film import board, store
from engine.film.document import Film
from engine.film.revision import history

SCRIPT = """\
Title: Two

EXT. STREET - DAY

WIDE SHOT. MARY, 30, in a red coat, walks past the lamps.

CLOSE-UP. Mary smiles.
"""
REVISED = SCRIPT.replace("Mary smiles.", "Mary is sad.") + "\nWIDE SHOT. A dog barks.\n"
SMALL = ("--size", "128x72", "--no-title")


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "two.fountain"
    path.write_text(SCRIPT, encoding="utf-8")
    return path


@pytest.fixture
def folder(script: Path, tmp_path: Path) -> Path:
    assert run("new", tmp_path / "two.film", "--script", script) == 0
    return tmp_path / "two.film"


def run(*words: object) -> int:
    return main([str(word) for word in words])


def result(out: str) -> dict[str, Any]:
    return json.loads(out.splitlines()[-1])


def slates(film: Film) -> list[str]:
    return [shot.slate for shot in film.shots]


def test_a_revision_is_shown_and_made_when_it_is_agreed_to(
    folder: Path, script: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = store.load(folder)
    script.write_text(REVISED, encoding="utf-8")
    assert run("revise", folder, script) == 0
    told = capsys.readouterr()
    assert "~ Shot 1B: the action was “Mary smiles.”, is “Mary is sad.”." in told.err
    assert "+ Shot 1C is new: “A dog barks.”." in told.err
    assert "Nothing was changed. Add --yes" in told.out
    assert store.load(folder) == before
    assert run("--json", "revise", folder, script, "--yes") == 0
    facts = result(capsys.readouterr().out)
    assert (facts["applied"], facts["revision"]) == (True, 1)
    assert {"kind": "new", "what": "shot"}.items() <= facts["changes"][-1].items()
    after = store.load(folder)
    assert slates(after) == ["1A", "1B", "1C"]
    assert [shot.id for shot in after.shots][:2] == [shot.id for shot in before.shots]


def test_the_same_script_again_changes_nothing(folder: Path, script: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = (folder / "film.json").read_bytes()
    assert run("revise", folder, script, "--yes") == 0
    assert "changes nothing" in capsys.readouterr().out
    assert (folder / "film.json").read_bytes() == before
    assert not history.versions(folder)


def test_one_command_takes_a_revision_back(folder: Path, script: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = store.load(folder)
    script.write_text(REVISED, encoding="utf-8")
    run("revise", folder, script, "--yes")
    after = store.load(folder)
    assert run("revise", folder, "--undo") == 0
    assert "two.fountain is taken back: 2 shots" in capsys.readouterr().out
    assert store.load(folder) == before
    kept = folder / history.FOLDER / "undone.1" / "film.json"
    assert kept.read_bytes() != (folder / "film.json").read_bytes()
    assert run("revise", folder, "--undo") == 2
    assert "no revision to take back" in capsys.readouterr().err
    assert run("revise", folder, script, "--yes") == 0
    assert store.load(folder) == after


def test_locked_numbers_get_letters_and_omitted_ones_stay(
    folder: Path, script: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("lock-numbers", folder) == 0
    assert "are locked" in capsys.readouterr().out
    script.write_text(
        SCRIPT.replace("CLOSE-UP. Mary smiles.", "A dog barks.\n\nINT. HALL - DAY\n\nRain."), encoding="utf-8"
    )
    assert run("revise", folder, script, "--yes") == 0
    film = store.load(folder)
    assert [(scene.number, [shot.slate for shot in scene.shots]) for scene in film.scenes] == [
        ("1", ["1A", "1B", "1C"]),
        ("2", ["2A"]),
    ]
    assert [shot.omitted for shot in film.shots] == [False, True, False, False]
    capsys.readouterr()
    assert run("show", folder) == 0
    assert "1B        2." in (told := capsys.readouterr().out)
    assert "OMITTED" in told
    assert run("lock-numbers", folder, "--unlock") == 0
    assert store.load(folder).numbering == "free"


def test_an_omitted_shot_is_not_rendered(folder: Path, script: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("lock-numbers", folder)
    script.write_text(SCRIPT.replace("CLOSE-UP. Mary smiles.", ""), encoding="utf-8")
    run("revise", folder, script, "--yes")
    capsys.readouterr()
    assert run("render", folder, "--shots", "1B") == 2
    assert "Shot 1B is omitted." in capsys.readouterr().err


def test_revise_without_a_script_says_what_it_takes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("revise", folder) == 2
    assert "takes the film and its revised script" in capsys.readouterr().err


def test_film_keeps_takes_and_edits_of_a_film_that_is_there(
    script: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, folder = tmp_path / "two.mp4", tmp_path / "two.film"
    assert run("film", script, out, *SMALL) == 0
    film = store.load(folder)
    first, second = film.shots
    circled = board.edit_shot(film, first.id, circled=first.takes[0].id, note="by hand", duration=40)
    store.save(circled, folder)
    script.write_text(REVISED, encoding="utf-8")
    capsys.readouterr()
    assert run("film", script, out, *SMALL) == 0
    told = capsys.readouterr().err
    assert "The film is brought up to its script: " in told
    assert "revise FILM --undo" in told
    after = store.load(folder)
    kept, changed, new = after.shots
    assert (kept.id, kept.note, kept.duration, kept.circled) == (first.id, "by hand", 40, first.takes[0].id)
    assert first.takes[0] in kept.takes
    assert changed.id == second.id
    assert second.takes[0] in changed.takes
    assert len(changed.takes) == 2
    assert new.action == "A dog barks."
    assert len(history.versions(folder)) == 1
    assert run("film", script, out, *SMALL) == 0
    assert store.load(folder) == after
    assert len(history.versions(folder)) == 1
    assert run("revise", folder, "--undo") == 0
    back = store.load(folder)
    assert [shot.action for shot in back.shots] == [shot.action for shot in circled.shots]
    assert {t.id for s in after.shots if s is not new for t in s.takes} <= {t.id for s in back.shots for t in s.takes}


def test_an_edited_film_keeps_its_rate(script: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "two.film"
    assert run("new", folder, "--script", script, "--size", "128x72") == 0
    film = store.load(folder)
    store.save(board.edit_shot(film, next(film.shots).id, duration=40), folder)
    assert run("film", script, tmp_path / "two.mp4", *SMALL, "--rate", "25") == 2
    assert "edited at 24 frames a second" in capsys.readouterr().err
    assert store.load(folder).rate == 24


def test_the_name_of_a_draft_is_no_title(tmp_path: Path) -> None:
    first, second = tmp_path / "night train.txt", tmp_path / "draft 2.txt"
    first.write_text("A dog runs in the snow.\n", encoding="utf-8")
    second.write_text("A dog runs in the snow.\n\nA cat sleeps.\n", encoding="utf-8")
    folder = tmp_path / "a.film"
    assert run("new", folder, "--script", first) == 0
    assert run("revise", folder, second, "--yes") == 0
    assert store.load(folder).title == "Night train"
