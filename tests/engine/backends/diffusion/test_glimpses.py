"""What is seen of a shot before it is decoded: soon something, and after the first shot nearly the picture itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch
from tiny_studio import Studio

from engine.backends.diffusion import following
from engine.backends.diffusion.glimpses import fitted, grid_of, keep, kept, shown
from engine.shelf import places

Open = Callable[..., Studio]


def test_a_fitted_matrix_shows_the_picture() -> None:
    dice = np.random.default_rng(0)
    picture = np.repeat(np.repeat(dice.random((8, 12, 3), np.float32), 8, 0), 8, 1)
    mixed = picture[4::8, 4::8] @ dice.normal(size=(3, 16)).astype(np.float32) + 0.3
    matrix = fitted(mixed, picture)
    seen = shown(mixed, matrix)
    assert seen.shape == (320, 480, 3)
    assert np.abs(seen[20::40, 20::40] / 255.0 - picture[4::8, 4::8]).mean() < 0.05


def test_before_the_first_shot_something_is_seen() -> None:
    grid = np.random.default_rng(0).normal(size=(4, 8, 16)).astype(np.float32)
    seen = shown(grid, None)
    assert seen.shape == (240, 480, 3)
    assert seen.std() > 10


@pytest.mark.parametrize(
    ("shape", "layout", "wanted"),
    [
        ((1, 16, 3, 4, 8), "cthw", (4, 8, 16)),
        ((1, 3, 16, 4, 8), "tchw", (4, 8, 16)),
        ((1, 3 * 32, 128), "packed", (4, 8, 128)),
        ((1, 31, 16), "packed", (1, 31, 16)),
    ],
)
def test_latents_of_every_layout_become_rows_and_columns(shape, layout, wanted) -> None:
    assert grid_of(torch.zeros(shape), layout, (4, 8)).shape == wanted


def test_a_matrix_is_kept_and_a_torn_file_is_none(tmp_path: Path) -> None:
    matrix = np.eye(17, 3, dtype=np.float32)
    keep(tmp_path / "own" / "wan.npy", matrix)
    assert np.array_equal(kept(tmp_path / "own" / "wan.npy"), matrix)
    (tmp_path / "own" / "wan.npy").write_bytes(b"torn")
    assert kept(tmp_path / "own" / "wan.npy") is None


def test_a_render_shows_itself_and_keeps_what_it_learnt(studio: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(following, "_GLIMPSE_EVERY", 0.0)
    own = studio("wan-t2v")
    own.take()
    assert len(own.previews) == 4
    assert own.previews[0].shape == (240, 480, 3)
    assert own.previews[0].dtype == np.uint8
    matrix = kept(places.shelf() / "glimpses" / "tiny-wan-t2v.npy")
    assert matrix is not None
    assert matrix.shape == (17, 3)
    take = own.take(seed=9)
    error = np.abs(own.previews[-1][::7, ::7].mean((0, 1)) / 255 - take.seen[len(take.seen) // 2].mean((0, 1)))
    assert error.max() < 0.1
