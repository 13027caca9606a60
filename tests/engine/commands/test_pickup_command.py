"""`storyreel pickup`, from a rendered take to its child, with a tiny VACE: what was not asked for is the parent's to the last bit."""

from __future__ import annotations

import json
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.cli import main
from engine.film import store
from engine.film.document import Film
from engine.film.rate import Raster
from engine.film.shots import Scene, Shot
from engine.media.ffmpeg import address, run

pytest.importorskip("diffusers", reason="the diffusion layer is not installed")


def said(*words: object) -> int:
    return main([str(word) for word in words])


def luma(master: Path) -> np.ndarray:
    raw = master.parent.parent / "raw"
    run(["-i", address(master), "-f", "rawvideo", "-pix_fmt", "yuv422p10le", address(raw)], doing="reading", out=raw)
    return np.fromfile(raw, np.uint16).reshape(-1, 128, 128)[:, :64]


def test_a_part_of_a_take_is_drawn_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from tiny_shelf import shelve

    monkeypatch.setenv("STORYREEL_MODELS", str(tmp_path / "shelf"))
    engine = shelve("wan-vace", tmp_path / "shelf", tmp_path)
    folder, mask = tmp_path / "one.film", tmp_path / "mask.png"
    film = Film(
        title="One",
        engine="animatic",
        raster=Raster(width=128, height=64),
        handles=0,
        scenes=(Scene(id="s", number="1", shots=(Shot(id="a", slate="1A", action="A gull flies.", duration=8),)),),
    )
    store.save(film, folder)
    painted = np.zeros((64, 128), np.uint8)
    painted[:, :40] = 255
    cv2.imwrite(str(mask), painted)
    assert said("pickup", folder, "1A", "--from", 2, "--to", 5, "--engine", engine) == 2
    assert "Shot 1A has no take yet." in capsys.readouterr().err
    assert said("render", folder) == 0
    assert said("pickup", folder, "1A", "--from", 2, "--to", 5) == 7
    assert "Animatic (paper theatre) cannot draw a part of a take again." in capsys.readouterr().err
    words = ("pickup", folder, "1A", "--from", 2, "--to", 5, "--mask", mask, "--feather", 4, "--tail", 3)
    assert said(*words, "--engine", engine) == 0
    parent, child = store.load(folder).scenes[0].shots[0].takes
    assert (child.recipe.origin, child.frames, child.head) == ("pickup", 11, 0)
    was, now = luma(folder / parent.media), luma(folder / child.media)
    assert np.array_equal(was[[0, 1, 5, 6, 7]], now[[0, 1, 5, 6, 7]])
    assert np.array_equal(was[2:5, :, 46:], now[2:5, :, 46:])
    assert not np.array_equal(was[2:5, :, :40], now[2:5, :, :40])
    kept = json.loads((folder / child.media).with_name("take.json").read_text(encoding="utf-8"))
    assert kept["facts"]["pickup"]["take"] == parent.recipe.key
    capsys.readouterr()
    assert said("show", folder) == 0
    shown = capsys.readouterr().out
    assert f"{parent.id}  animatic, rendered" in shown
    assert f"{child.id}  {engine}, pickup" in shown
    assert said(*words, "--engine", engine, "--take", parent.id) == 0  # asked again: it is there
    assert len(store.load(folder).scenes[0].shots[0].takes) == 2
