"""The command line as a film-maker meets it: results, sentences, exit codes. Small rasters, real engine, no fakes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.cli import main
from engine.film import store
from engine.film.lock import FilmLock
from engine.media.probe import probe

SCRIPT = """\
Title: Two

EXT. STREET - DAY

WIDE SHOT. MARY, 30, in a red coat, walks past the lamps.

CLOSE-UP. Mary smiles.
"""

SMALL = ("--size", "192x108", "--no-title")


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "two.fountain"
    path.write_text(SCRIPT, encoding="utf-8")
    return path


def run(*words: object) -> int:
    return main([str(word) for word in words])


def results(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_a_script_becomes_a_film(script: Path, tmp_path: Path) -> None:
    out = tmp_path / "two.mp4"
    assert run("film", script, out, *SMALL) == 0
    film = store.load(tmp_path / "two.film")
    told = probe(out)
    assert told.frames == film.cuts[0].frames
    assert (told.width, told.height) == (192, 108)
    assert told.has_audio
    assert all(shot.takes for shot in film.shots)


def test_only_the_changed_shot_is_rendered_again(
    script: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--json", "film", script, tmp_path / "two.mp4", *SMALL) == 0
    first = [e for e in results(capsys.readouterr().out) if e["type"] == "taken"]
    script.write_text(SCRIPT.replace("Mary smiles.", "Mary is sad."), encoding="utf-8")
    assert run("film", script, tmp_path / "two.mp4", *SMALL, "--json") == 0
    again = [e for e in results(capsys.readouterr().out) if e["type"] in ("taken", "result")]
    assert len(first) == 2
    assert [e["type"] for e in again] == ["taken", "result"]
    assert again[-1]["encoded"] == 1
    assert again[-1]["reused"] == 1


def test_new_render_show_and_export(script: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "mine.film"
    assert run("new", folder, "--script", script, "--size", "192x108") == 0
    assert run("new", folder) == 2
    slates = [shot.slate for shot in store.load(folder).shots]
    assert run("render", folder, "--shots", slates[1]) == 0
    assert [len(shot.takes) for shot in store.load(folder).shots] == [0, 1]
    capsys.readouterr()
    assert run("show", folder, "--json") == 0
    (shown,) = results(capsys.readouterr().out)
    states = [shot["state"] for scene in shown["scenes"] for shot in scene["shots"]]  # type: ignore[index, union-attr]
    assert states == ["not rendered", "rendered"]
    assert run("queue", "show", folder) == 0
    assert run("export", folder, tmp_path / "half.mp4", "--captions", "srt") == 0
    assert probe(tmp_path / "half.mp4").frames > 0


def test_a_newcomer_is_told_what_to_do(script: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cases = [
        (("film", tmp_path / "nothing.fountain", tmp_path / "o.mp4"), 4),
        (("show", tmp_path), 2),
        (("film", script, tmp_path / "o.mp4", "--size", "odd"), 2),
        (("film", script, tmp_path / "o.mp4", "--engine", "imax"), 7),
    ]
    for words, code in cases:
        assert run(*words) == code
        told = capsys.readouterr()
        assert "Traceback" not in told.err + told.out
        assert told.err.strip()
    assert not (tmp_path / "o.mp4").exists()
    assert not (tmp_path / "o.film").exists()


def test_a_film_open_elsewhere_is_left_alone(script: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "two.film"
    folder.mkdir()
    with FilmLock(folder, "another"):
        assert run("film", script, tmp_path / "two.mp4", *SMALL) == 3
    assert "another" in capsys.readouterr().err
    assert not (folder / store.FILM_FILE).exists()


def test_a_folder_that_is_no_film_is_never_written_into(script: Path, tmp_path: Path) -> None:
    folder = tmp_path / "two.film"
    folder.mkdir()
    (folder / "holiday.txt").write_text("mine", encoding="utf-8")
    assert run("film", script, tmp_path / "two.mp4", *SMALL) == 2
    assert sorted(path.name for path in folder.iterdir() if path.suffix != ".lock") == ["holiday.txt"]


def test_a_place_that_cannot_hold_a_film_is_one_sentence(
    script: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert run("film", script, tmp_path / "file" / "two.mp4", *SMALL) == 4
    assert "Traceback" not in capsys.readouterr().err


def test_doctor_finds_this_machine_fit(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("doctor", "--json") == 0
    (told,) = results(capsys.readouterr().out)
    assert all(finding["fine"] for finding in told["findings"])  # type: ignore[union-attr, index]


def test_help_names_every_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run("--help")
    told = capsys.readouterr().out
    for code in ("0", "1", "2", "3", "4", "5", "6", "7", "130", "141"):
        assert f"\n  {code} " in told


def test_a_film_may_be_named_like_an_option_or_an_address(
    script: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("film", script, "./-x:y.mp4", *SMALL) == 0
    assert probe(tmp_path / "-x:y.mp4").frames > 0


def test_a_bad_script_makes_no_folder_for_the_film(tmp_path: Path) -> None:
    assert run("film", tmp_path / "nothing.txt", tmp_path / "new" / "o.mp4") == 4
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("words", [["show"], ["render"], ["export"], ["queue", "run"]])
def test_the_film_file_is_not_the_film(words: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    film = tmp_path / "two.mp4"
    film.touch()
    (tmp_path / "two.film").mkdir()
    assert run(*words, film, *([tmp_path / "o.mp4"] if words == ["export"] else [])) == 2
    assert f"Its film folder is {tmp_path / 'two.film'}." in capsys.readouterr().err


def test_a_script_without_a_shot_is_refused_before_anything_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = tmp_path / "empty.fountain"
    script.write_text("EXT.\n\n.DAY\n")
    assert run("film", script, tmp_path / "out.mp4") == 2
    assert "nothing to shoot" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [script]


@pytest.mark.parametrize(
    ("name", "title"), [("2-the-last_ferry.txt", "The last ferry"), ("江雪.txt", "江雪"), ("7.txt", "7")]
)
def test_a_script_without_a_title_lends_the_film_its_name(
    name: str, title: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / name).write_text("A fox runs.\n", encoding="utf-8")
    assert run("new", tmp_path / "a.film", "--script", tmp_path / name) == 0
    capsys.readouterr()
    assert run("show", tmp_path / "a.film") == 0
    assert capsys.readouterr().out.startswith(f"{title}: 1 shot, ")
