"""Outside the feathered mask a composited picture is the old one to the last bit; inside it is the new one."""

from __future__ import annotations

import numpy as np

from engine.media.compositing import composited, feathered, planes_of

SIZE = (64, 36)


def planes(seed: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    own = np.random.default_rng(seed)
    luma, blue, red = (own.integers(64, 940, (36, wide), np.uint16) for wide in (64, 32, 32))
    return luma, blue, red


def painted() -> np.ndarray:
    mask = np.zeros((36, 64), np.uint8)
    mask[10:20, 20:40] = 255
    return mask


def test_a_feathered_mask_ends_where_it_says() -> None:
    weight = feathered(painted(), SIZE, 4)
    assert (weight[10:20, 20:40] == 1).all()
    assert 0 < weight[15, 17] < 1
    assert (weight[:, :16] == 0).all()
    assert (weight[:, 45:] == 0).all()
    assert (np.unique(feathered(painted(), SIZE, 0)) == [0, 1]).all()


def test_outside_it_the_old_picture_stays_to_the_last_bit() -> None:
    old, new = planes(1), planes(2)
    weight = feathered(painted(), SIZE, 4)
    made = composited(old, new, weight)
    coarse = (weight[:, 0::2] + weight[:, 1::2]) / 2
    for was, is_, now, share in zip(old, made, new, (weight, coarse, coarse), strict=True):
        assert np.array_equal(is_[share == 0], was[share == 0])
        assert np.array_equal(is_[share == 1], now[share == 1])
        assert not np.array_equal(is_[(share > 0) & (share < 1)], was[(share > 0) & (share < 1)])


def test_a_mask_of_another_size_is_brought_to_the_film() -> None:
    weight = feathered(np.full((9, 16), 255, np.uint8), SIZE, 4)
    assert weight.shape == (36, 64)
    assert (weight == 1).all()
    assert not feathered(np.zeros((9, 16), np.uint8), SIZE, 4).any()


def test_white_grey_and_red_are_where_bt_709_has_them() -> None:
    picture = np.zeros((2, 2, 3), np.float32)
    picture[...] = 1
    assert [int(plane.flat[0]) for plane in planes_of(picture)] == [940, 512, 512]
    picture[...] = (1, 0, 0)
    assert [int(plane.flat[0]) for plane in planes_of(picture)] == [250, 409, 960]
