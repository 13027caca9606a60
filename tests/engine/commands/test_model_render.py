"""From a linked checkpoint to a take, as it goes with the real one: `models link`, `render --engine`, `estimate`; a tiny model, a short shot."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.cli import main
from engine.film import store
from engine.film.document import Film
from engine.film.rate import Raster
from engine.film.shots import Scene, Shot
from engine.shelf import guessing
from engine.takes.index import TakeIndex

pytest.importorskip("diffusers", reason="the diffusion layer is not installed")


def run(*words: object) -> int:
    return main([str(word) for word in words])


def test_a_linked_model_renders_a_film_and_teaches_the_estimate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from tiny_models import tiny

    monkeypatch.setenv("STORYREEL_MODELS", str(tmp_path / "shelf"))
    monkeypatch.setattr(guessing, "has_card", lambda: False)
    folder = tmp_path / "one.film"
    shots = (Shot(id="a", slate="1A", action="A gull flies.", duration=5), Shot(id="b", slate="1B", duration=200))
    film = Film(
        title="One", raster=Raster(width=64, height=64), handles=0, scenes=(Scene(id="s", number="1", shots=shots),)
    )
    store.save(film, folder)
    assert run("models", "link", tiny("wan-5b", tmp_path), "wan2.2-ti2v-5b") == 0
    capsys.readouterr()
    assert run("render", folder, "--shots", "1A") == 0
    finish = ("--finish", "final", "--follow", "chosen")
    assert run("render", folder, "--engine", "wan2.2-ti2v-5b", "--shots", "1A", *finish) == 0
    told = capsys.readouterr().err
    assert "1 shot to render (5 frames, about " in told
    assert "a guess: it has drawn nothing here yet), 0 already there." in told
    draft, taken = store.load(folder).scenes[0].shots[0].takes
    assert (
        f"Shot 1A, from the take {draft.id} by animatic: The final starts from its draft's pictures: 19 of 50 steps over them."
        in told
    )
    assert "Against its draft (A gull flies.): motion" in told
    far = TakeIndex(folder).departure(taken.recipe.key or "")
    assert far is not None
    assert far.draft == draft.recipe.key
    assert (taken.frames, taken.head, taken.rate, taken.recipe.seed) == (draft.frames, 0, draft.rate, draft.recipe.seed)
    kept = json.loads((folder / taken.media).with_name("take.json").read_text(encoding="utf-8"))
    assert taken.frames == 5
    assert "wan2.2-ti2v-5b" in json.dumps(kept)
    assert run("render", folder, "--engine", "auto", "--shots", "1B") == 7  # longer than the model draws at once
    assert "Shot 1B: Wan 2.2 TI2V 5B draws at most 5.0 s at once" in capsys.readouterr().err
    assert run("--json", "estimate", folder, "--shots", "1A") == 0
    facts = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert facts["speed"].startswith("measured on this machine over 1 shot")
    assert facts["seconds"] > 0
