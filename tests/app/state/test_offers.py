"""What other engines would make of a film: they are asked for what the shots wish, also where the film's own engine cannot use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from app.state.forecast import Offer, Wish, forecast, offers
from engine.assets import assets_folder
from engine.film.document import Film
from engine.film.shots import Rendering, Scene, Shot
from engine.plan import speed
from engine.shelf.speeds import learn


def offered(rendering: Rendering, engine: str = "wan2.1-t2v-1.3b") -> Offer:
    """By that engine, for a film of the paper theatre's with two equal shots that are long for it."""
    shots = tuple(Shot(id=name, slate=f"1{name}", duration=200, rendering=rendering) for name in "AB")
    film = Film(title="One", engine="animatic", scenes=(Scene(id="s", number="1", shots=shots),))
    return next(each for each in offers(film, None, Wish(), lambda key: False) if each.manifest.id == engine)


def test_a_shot_that_may_be_slowed_down_is_not_too_long_for_another_engine() -> None:
    assert "draws at most" in offered(Rendering()).lacks
    assert offered(Rendering(overlong="stretch")).lacks == ""


def test_equal_shots_are_drawn_once() -> None:
    assert offered(Rendering(overlong="stretch")).cost.shots == 1


@pytest.mark.parametrize("carded", [False, True])
def test_without_a_graphics_card_the_time_of_a_new_model_is_a_guess(
    carded: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STORYREEL_MODELS", str(tmp_path))
    monkeypatch.setattr("engine.shelf.guessing.has_card", lambda: carded)
    offer = offered(Rendering(overlong="stretch"))
    assert (offer.guessed, offer.cost.seconds is None, offer.on_card) == (not carded, carded, carded)
    learn("wan2.1-t2v-1.3b", "cpu", speed.Shot(tokens=10_000, forwards=100, seconds=100.0))
    assert not offered(Rendering(overlong="stretch")).guessed  # what was measured is none


def test_a_draft_is_priced_without_quick_weights_that_are_not_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STORYREEL_MODELS", str(tmp_path))
    told = json.loads((assets_folder() / "models" / "wan2.1-t2v-1.3b.json").read_text(encoding="utf-8"))
    recipe = {"steps": 4, "guidance": 1.0}
    quick = {"hub": {"id": "somebody/quick"}, "files": ["quick.safetensors"], "licence": "Apache-2.0", "recipe": recipe}
    (tmp_path / "manifests").mkdir()
    (tmp_path / "manifests" / "own-wan.json").write_text(
        json.dumps({**told, "id": "own-wan", "engine": "own-wan", "drafts": quick}), encoding="utf-8"
    )
    learn("own-wan", "cpu", speed.Shot(tokens=10_000, forwards=100, seconds=100.0))
    shot = Shot(id="a", slate="1A", duration=48)
    film = Film(title="One", engine="own-wan", scenes=(Scene(id="s", number="1", shots=(shot,)),))

    def seconds(wish: Wish) -> float:
        offer = next(each for each in offers(film, None, wish, lambda key: False) if each.manifest.id == "own-wan")
        cost = forecast(film, None, wish, lambda key: False).cost
        assert offer.cost.seconds == cost.seconds
        return cost.seconds or 0.0

    assert seconds(Wish(finish="draft")) == pytest.approx(0.4 * seconds(Wish()), rel=0.05)
    (tmp_path / "own-wan.drafts").mkdir()
    (tmp_path / "own-wan.drafts" / "quick.safetensors").write_bytes(b"weights")
    assert seconds(Wish(finish="draft")) < 0.1 * seconds(Wish())
