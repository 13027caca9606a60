"""Whether an engine can draw here: its weights first, then its packages, in a sentence that says what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.shelf import readiness
from engine.shelf.manifests import find
from engine.shelf.places import keep_link


def test_the_animatic_engine_always_draws(shelf_folder: Path) -> None:
    assert readiness.hurdle(find("animatic")) is None


def test_the_draft_engine_says_that_it_has_no_weights(
    shelf_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(readiness.DRAFT_WEIGHTS, str(tmp_path))
    told = readiness.hurdle(find("draft"))
    assert told is not None
    assert told.sentence == f"There are no weights for the draft engine in {tmp_path}."
    monkeypatch.delenv(readiness.DRAFT_WEIGHTS)
    monkeypatch.setattr(readiness, "assets_folder", lambda: tmp_path)
    told = readiness.hurdle(find("draft"))
    assert told is not None
    assert told.sentence == "The draft engine is not trained yet."  # no path: nobody named a folder
    monkeypatch.setenv(readiness.DRAFT_WEIGHTS, str(tmp_path))
    (tmp_path / "config.json").write_text("{}", encoding="utf-8")
    monkeypatch.setattr(readiness, "find_spec", lambda name: object())
    assert readiness.hurdle(find("draft")) is None


def test_a_model_wants_its_weights_and_then_its_packages(
    shelf_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wan = find("wan2.2-ti2v-5b")
    told = readiness.hurdle(wan)
    assert told is not None
    assert told.sentence == "The weights of Wan 2.2 TI2V 5B are not on this machine."
    keep_link(wan.id, tmp_path)
    monkeypatch.setattr(readiness, "find_spec", lambda name: None if name == "torch" else object())
    told = readiness.hurdle(wan)
    assert told is not None
    assert told.sentence == "Wan 2.2 TI2V 5B lacks packages it needs (torch)."
    assert "storyreel[diffusion]" in str(told.action)
    monkeypatch.setattr(readiness, "find_spec", lambda name: object())
    assert readiness.hurdle(wan) is None
