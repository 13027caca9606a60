"""Choosing a style as a film-maker does: an option, the title page, a file in the film's folder."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.cli import main
from engine.film import store
from engine.film.style import StyleSheet

SCRIPT = "Title: One\n{}\nEXT. STREET - DAY\n\nWIDE SHOT. MARY, 30, in a red coat, walks past the lamps.\n"
SMALL = ("--size", "192x108")
SEPIA = {"name": "sepia", "names": ["old photograph"], "sets": {"ramp": ["#2a1a0e", "#e8d4a8"]}}


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "one.fountain"
    path.write_text(SCRIPT.format(""), encoding="utf-8")
    return path


def run(*words: object) -> int:
    return main([str(word) for word in words])


def style_of(folder: Path) -> str:
    style = store.load(folder).style
    return style if isinstance(style, str) else f"own {style.name}"


def test_an_option_chooses_the_style_over_the_title_page(script: Path, tmp_path: Path) -> None:
    script.write_text(SCRIPT.format("Style: shadow play\n"), encoding="utf-8")
    assert run("new", tmp_path / "a.film", "--script", script, *SMALL) == 0
    assert style_of(tmp_path / "a.film") == "shadow"
    assert run("new", tmp_path / "b.film", "--script", script, "--style", "水墨", *SMALL) == 0
    assert style_of(tmp_path / "b.film") == "ink"
    assert run("new", tmp_path / "c.film", "--style", "pencil") == 0
    assert style_of(tmp_path / "c.film") == "pencil"


def test_an_unknown_option_is_refused_and_an_unknown_title_page_only_told(
    script: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("new", tmp_path / "a.film", "--script", script, "--style", "noir") == 2
    assert "ink, paper, pencil, shadow" in capsys.readouterr().err
    script.write_text(SCRIPT.format("Style: noir\n"), encoding="utf-8")
    assert run("new", tmp_path / "b.film", "--script", script, *SMALL) == 0
    assert style_of(tmp_path / "b.film") == "paper"
    assert "noir" in "".join(capsys.readouterr())


def test_a_style_in_the_films_folder_is_used_and_rendered_again_when_it_changes(
    script: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, own = tmp_path / "one.film", tmp_path / "one.film" / "styles" / "sepia.json"
    own.parent.mkdir(parents=True)
    own.write_text(json.dumps(SEPIA), encoding="utf-8")
    script.write_text(SCRIPT.format("Style: like an old photograph\n"), encoding="utf-8")
    assert run("film", script, tmp_path / "one.mp4", "--no-title", *SMALL) == 0
    assert style_of(folder) == "own sepia"
    assert run("--json", "render", folder) == 0
    assert '"rendered": 0' in capsys.readouterr().out
    own.write_text(json.dumps({**SEPIA, "lighting": {"corners": 0}}), encoding="utf-8")
    assert run("--json", "render", folder) == 0
    assert '"rendered": 1' in capsys.readouterr().out
    style = store.load(folder).style
    assert isinstance(style, StyleSheet)
    assert style.lighting.corners == 0


def test_render_takes_another_style_and_keeps_it(script: Path, tmp_path: Path) -> None:
    assert run("new", tmp_path / "a.film", "--script", script, *SMALL) == 0
    assert run("render", tmp_path / "a.film", "--style", "shadow play") == 0
    assert style_of(tmp_path / "a.film") == "shadow"


def test_a_style_file_can_be_named_and_travels_in_the_film(script: Path, tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_text(json.dumps(SEPIA), encoding="utf-8")
    assert run("new", tmp_path / "a.film", "--script", script, "--style", tmp_path / "mine.json", *SMALL) == 0
    (tmp_path / "mine.json").unlink()
    assert style_of(tmp_path / "a.film") == "own sepia"


def test_a_wrong_style_file_is_one_sentence(script: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.json").write_text('{"name": "mine", "medium": {"kind": "oil"}}', encoding="utf-8")
    assert run("new", tmp_path / "a.film", "--script", script, "--style", tmp_path / "mine.json") == 2
    said = capsys.readouterr().err
    assert "mine.json" in said
    assert "medium" in said
    assert "Traceback" not in said
    assert not (tmp_path / "a.film").exists()
