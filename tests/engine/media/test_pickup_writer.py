"""The master of a pickup: its parent's pictures to the last bit but where something was drawn anew, and longer where it was asked."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np
import pytest

from engine.errors import MediaFailed
from engine.film.rate import Raster
from engine.media.compositing import feathered
from engine.media.ffmpeg import address, run
from engine.media.masters import MasterWriter
from engine.media.pickups import PickupWriter

RASTER, RATE = Raster(width=128, height=64), Fraction(24)
RNG = np.random.default_rng(9)


def decoded(path: Path) -> np.ndarray:
    """(T, 2 H, W) ten bits."""
    raw = path.with_suffix(".raw")
    run(["-i", address(path), "-f", "rawvideo", "-pix_fmt", "yuv422p10le", address(raw)], doing="reading", out=raw)
    return np.fromfile(raw, np.uint16).reshape(-1, 128, 128)


@pytest.fixture
def parent(tmp_path: Path) -> Path:
    with MasterWriter(tmp_path / "parent", RASTER, RATE, "rgb_float") as writer:
        for _ in range(6):
            writer.write(cv2.GaussianBlur(RNG.random((64, 128, 3), np.float32), (0, 0), 2))
        return writer.close().master


def picked_up(
    folder: Path, parent: Path, weight: Callable[[int], np.ndarray | None], count: int, ahead: int = 0
) -> np.ndarray:
    writer = PickupWriter(folder, RASTER, RATE, parent, weight, ahead)
    for n in range(count):
        writer.write(np.full((64, 128, 3), n / 10, np.float32))
    made = writer.close()
    assert sorted(path.name for path in folder.iterdir()) == ["master.mov", "poster.jpg", "proxy.mp4"]
    assert made.frames == count
    return decoded(made.master)


def test_pictures_outside_the_range_are_the_parents_to_the_last_bit(tmp_path: Path, parent: Path) -> None:
    nothing = np.zeros((64, 128), np.float32)
    was, now = decoded(parent), picked_up(tmp_path / "child", parent, lambda n: None if n in (2, 3) else nothing, 6)
    for n in (0, 1, 4, 5):
        assert np.array_equal(was[n], now[n])
    assert (now[2][:64] == 239).all()  # 0.2 of 876, and 64


def test_outside_the_feathered_mask_too(tmp_path: Path, parent: Path) -> None:
    mask = np.zeros((64, 128), np.uint8)
    mask[8:20, 8:24] = 255
    weight = feathered(mask, (128, 64), 3)
    was, now = decoded(parent), picked_up(tmp_path / "child", parent, lambda n: weight, 6)
    luma = now[:, :64], was[:, :64]
    assert np.array_equal(luma[0][:, weight == 0], luma[1][:, weight == 0])
    assert (luma[0][4][weight == 1] == round(0.4 * 876 + 64)).all()


def test_a_longer_head_and_tail_are_new_and_the_rest_is_not(tmp_path: Path, parent: Path) -> None:
    nothing = np.zeros((64, 128), np.float32)
    was, now = decoded(parent), picked_up(tmp_path / "child", parent, lambda n: nothing, 10, ahead=2)
    assert len(now) == 10
    assert np.array_equal(now[2:8], was)
    assert (now[1][:64] == round(0.1 * 876 + 64)).all()
    assert (now[9][:64] == round(0.9 * 876 + 64)).all()


def test_a_take_of_another_size_is_refused(tmp_path: Path, parent: Path) -> None:
    with pytest.raises(MediaFailed, match="another size or rate"):
        PickupWriter(tmp_path / "child", Raster(width=64, height=64), RATE, parent, lambda n: None)
