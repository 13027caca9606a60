"""`storyreel keyframe`: a tiny image model draws the still, and approved it is what the video model begins with."""

from __future__ import annotations

import hashlib
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.cli import main
from engine.film import store
from engine.film.document import Film
from engine.film.rate import Raster
from engine.film.shots import Scene, Shot
from engine.plan.plan import orders

pytest.importorskip("diffusers", reason="the diffusion layer is not installed")


def said(*words: object) -> int:
    return main([str(word) for word in words])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shots = (Shot(id="a", slate="1A", action="A gull flies.", duration=8), Shot(id="b", slate="1B", duration=8))
    film = Film(title="One", raster=Raster(width=128, height=64), scenes=(Scene(id="s", number="1", shots=shots),))
    store.save(film, tmp_path / "one.film")
    return tmp_path / "one.film"


def test_an_approved_key_frame_is_the_shots_first_frame(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from tiny_shelf import shelve

    monkeypatch.setenv("STORYREEL_MODELS", str(tmp_path / "shelf"))
    engine = shelve("klein", tmp_path / "shelf", tmp_path)
    words = ("keyframe", folder, "--shots", "1A", "--engine", engine)
    assert said(*words) == 0
    assert store.load(folder).scenes[0].shots[0].first_frame is None
    capsys.readouterr()
    assert said(*words, "--approve") == 0
    assert "Nothing to render" in capsys.readouterr().err
    film = store.load(folder)
    first, other = film.scenes[0].shots
    assert first.first_frame is not None
    assert other.first_frame is None
    still = folder / first.first_frame.path
    assert cv2.imread(str(still)).shape == (64, 128, 3)
    assert hashlib.sha256(still.read_bytes()).hexdigest() == first.first_frame.digest
    assert next(order for _, order in orders(film, {"a"})).first_frame == first.first_frame.digest


def test_a_persons_own_picture_will_do(tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    own = tmp_path / "mine.png"
    cv2.imwrite(str(own), np.zeros((64, 128, 3), np.uint8))
    assert said("keyframe", folder, "--picture", own) == 2
    assert "for one shot" in capsys.readouterr().err
    assert said("keyframe", folder, "--picture", own, "--shots", "1B") == 0
    kept = store.load(folder).scenes[0].shots[1].first_frame
    assert kept is not None
    assert (folder / kept.path).read_bytes() == own.read_bytes()


def test_a_model_of_shots_draws_no_stills(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert said("keyframe", folder, "--engine", "animatic") == 7
    assert "draws no key frames" in capsys.readouterr().err
