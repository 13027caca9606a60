"""Weights that cannot be used: one sentence each, before anything is drawn, and nothing changed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from tiny_studio import Studio

from engine.backends import registry
from engine.backends.base import Failed, Taken
from engine.errors import Unsupported
from engine.shelf import places

Open = Callable[..., Studio]


@pytest.fixture
def damaged(studio: Open, tmp_path: Path) -> Callable[[Callable[[Path], None]], str]:
    """Loads a tiny Wan that something was done to, and returns what is said of it; the folder is as it was left."""

    def load(harm: Callable[[Path], None]) -> str:
        own = studio("wan-t2v")
        folder = tmp_path / "weights"
        shutil.copytree(places.folder_of(own.manifest), folder)
        harm(folder)
        places.keep_link(own.engine, folder)
        before = sorted((path, path.stat().st_mtime_ns) for path in folder.rglob("*"))
        with pytest.raises(Unsupported) as refused:
            first_error(own)
        assert sorted((path, path.stat().st_mtime_ns) for path in folder.rglob("*")) == before
        assert refused.value.action
        return refused.value.sentence

    return load


def first_error(own: Studio) -> None:
    """Load and render; raises what is answered."""
    own.reopen()
    answer = own.render(own.order())[0]
    assert isinstance(answer, Failed)
    raise answer.error


def the_weights(folder: Path) -> Path:
    return next((folder / "transformer").glob("*.safetensors"))


def truncate(folder: Path) -> None:
    path = the_weights(folder)
    path.write_bytes(path.read_bytes()[:-4000])


def pickle(folder: Path) -> None:
    path = the_weights(folder)
    torch.save({}, path.with_suffix(".bin"))
    path.unlink()


def another_family(folder: Path) -> None:
    index = json.loads((folder / "model_index.json").read_text())
    (folder / "model_index.json").write_text(json.dumps(index | {"_class_name": "CogVideoXPipeline"}))


def other_sizes(folder: Path) -> None:
    config = json.loads((folder / "transformer" / "config.json").read_text())
    (folder / "transformer" / "config.json").write_text(json.dumps(config | {"ffn_dim": 64}))


@pytest.mark.parametrize(
    ("harm", "told"),
    [
        (truncate, "diffusion_pytorch_model.safetensors"),
        (pickle, "pickle"),
        (another_family, "CogVideoXPipeline"),
        (other_sizes, "The transformer of Tiny wan-t2v"),
        (lambda folder: shutil.rmtree(folder / "vae"), "vae"),
        (lambda folder: (folder / "model_index.json").unlink(), "model_index.json"),
    ],
)
def test_bad_weights_are_refused_in_one_sentence(damaged, harm: Callable[[Path], None], told: str) -> None:
    sentence = damaged(harm)
    assert told in sentence
    assert "Traceback" not in sentence
    assert "\n" not in sentence


def test_a_model_that_is_not_here_says_how_to_get_it(studio: Open) -> None:
    own = studio("wan-t2v")
    places.keep_link(own.engine, None)
    with pytest.raises(Unsupported) as refused:
        own.reopen()
    assert "storyreel models get tiny-wan-t2v" in refused.value.action


def test_a_manifest_dropped_on_the_shelf_is_an_engine(studio: Open) -> None:
    """One file and no code: that is how every tiny model of these tests gets its renderer."""
    own = studio("ltx")
    assert registry.find("tiny-ltx")[1] == own.manifest
    assert own.render(own.order()) == [Taken("0")]


@pytest.mark.parametrize(
    ("name", "lacks"), [("wan-i2v", "a first frame"), ("wan-flf", "a first frame and a last frame")]
)
def test_a_shot_without_the_picture_a_model_needs_is_told_so(studio: Open, name: str, lacks: str) -> None:
    own = studio(name)
    failed = own.render(own.order(first_frame=None, last_frame=None))[0]
    assert isinstance(failed, Failed)
    assert failed.error.sentence == f"Tiny {name} draws nothing without {lacks}."
    assert own.steps == []


def test_a_shot_longer_than_the_model_draws_is_told_so(studio: Open) -> None:
    own = studio("cogvideox")
    long, short = own.render(own.order(frames=400), own.order())
    assert isinstance(long, Failed)
    assert "at most" in long.error.sentence
    assert short == Taken("1")
