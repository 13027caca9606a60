"""`--engine auto`: each shot gets the model that uses what it brings, it is written into the shot, and said."""

from __future__ import annotations

from pathlib import Path

import pytest
from paper_weights import lay

from engine.cli import main
from engine.commands.assigning import assigned, drawn_so, is_choice
from engine.commands.console import PersonConsole
from engine.errors import Unsupported
from engine.film import store
from engine.film.cast import Look, Reference, Subject
from engine.film.document import Film
from engine.film.shots import Casting, Line, Rendering, Scene, Shot
from engine.plan.plan import orders
from engine.shelf.linking import link
from engine.shelf.manifests import find

T2V, VACE = find("wan2.1-t2v-1.3b"), find("wan2.1-vace-1.3b")
PICTURE = Reference(path="cast/ivy.png", digest="a" * 64)
IVY = Subject(id="ivy", name="Ivy", looks=(Look(references=(PICTURE,)),), look_seed=1)
SHOTS = (
    Shot(id="a", slate="1A", action="Rain falls.", duration=48),
    Shot(id="b", slate="1B", action="Ivy runs.", cast=(Casting(subject="ivy"),), duration=48),
    Shot(id="c", slate="1C", duration=48, lines=(Line(id="l", speaker="ivy", text="Hello.", frames=24),)),
)
FILM = Film(title="One", cast=(IVY,), scenes=(Scene(id="s", number="1", shots=SHOTS),))
ALL = {"a", "b", "c"}


@pytest.fixture(autouse=True)
def shelf_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("STORYREEL_MODELS", str(tmp_path / "shelf"))
    for manifest in (T2V, VACE):
        link(lay(tmp_path / manifest.id, manifest), manifest)
    return tmp_path / "shelf"


def engines(film: Film) -> list[str | None]:
    return [shot.engine for shot in film.shots]


def test_shots_are_given_to_what_is_at_hand(capsys: pytest.CaptureFixture[str]) -> None:
    film = assigned(FILM, ALL, "auto", PersonConsole())
    assert engines(film) == [T2V.id, VACE.id, T2V.id]
    told = capsys.readouterr().err
    assert "Shot 1B goes to Wan 2.1 VACE 1.3B: it has reference pictures." in told
    assert "Shot 1A goes to Wan 2.1 T2V 1.3B: words are all it brings." in told


def test_only_the_wanted_shots_and_the_named_models() -> None:
    assert engines(assigned(FILM, {"b"}, "auto", PersonConsole())) == [None, VACE.id, None]
    assert engines(assigned(FILM, ALL, f"{VACE.id},", PersonConsole())) == [VACE.id] * 3
    with pytest.raises(Unsupported, match="are not on this machine"):
        assigned(FILM, ALL, f"{T2V.id},ltx-2", PersonConsole())


def test_where_no_model_speaks_the_line_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assigned(FILM, {"c"}, "auto", PersonConsole(), sound=True)
    assert "no model at hand can use the lines" in capsys.readouterr().err


def test_a_shot_that_no_model_can_draw_names_its_slate() -> None:
    long = FILM.with_(scenes=(FILM.scenes[0].with_(shots=(SHOTS[0].with_(duration=300),)),))
    with pytest.raises(Unsupported, match=r"Shot 1A: Wan 2\.1 T2V 1\.3B draws at most 5\.0 s") as told:
        assigned(long, {"a"}, "auto", PersonConsole())
    assert "--overlong stretch" in told.value.action


def test_wishes_stand_in_the_shot_and_reach_its_order() -> None:
    film = drawn_so(FILM, {"b"}, {"control": "depth", "overlong": "stretch"})
    assert film.scenes[0].shots[1].rendering == Rendering(control="depth", overlong="stretch")
    plain, wished, _ = (order for _, order in orders(film))
    assert (plain.control, wished.control, wished.overlong) == ("", "depth", "stretch")
    assert drawn_so(film, {"b"}, {"control": ""}).scenes[0].shots[1].rendering == Rendering(overlong="stretch")
    assert drawn_so(FILM, ALL, {}) == FILM


def test_a_choice_is_told_from_a_name() -> None:
    assert [is_choice(words) for words in ("auto", "a,b", "animatic", "")] == [True, True, False, False]


def test_a_shots_own_engine_stays_and_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "one.film"
    own = FILM.with_(scenes=(FILM.scenes[0].with_(shots=(SHOTS[0].with_(engine="nope"),)),))
    store.save(own, folder)
    assert main(["render", str(folder), "--engine", "animatic"]) == 7
    assert "1A: drawn with the engine that the shot itself names (nope)" in capsys.readouterr().err
