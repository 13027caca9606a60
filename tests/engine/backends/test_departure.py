"""What is measured between a draft and its final: 1 for the same shot, less for one that moves or stands otherwise."""

from __future__ import annotations

import cv2
import numpy as np

from engine.backends.departure import departure, flow_correlation, layout_correlation, seen_small

RNG = np.random.default_rng(5)
PAPER = cv2.GaussianBlur(RNG.integers(0, 255, (90, 400, 3), np.uint8), (0, 0), 3)


def pan(step: int, count: int = 6, start: int = 100) -> list[np.ndarray]:
    """A window of 160x90 that moves over the paper by `step` pixels a picture."""
    return [seen_small(np.ascontiguousarray(PAPER[:, start + step * n :][:, :160])) for n in range(count)]


def test_a_final_that_is_sharper_is_the_same_shot() -> None:
    soft = [cv2.GaussianBlur(picture, (0, 0), 1) for picture in pan(2)]
    far = departure(soft, pan(2))
    assert far.flow > 0.95
    assert far.layout > 0.95
    assert not far.visible


def test_a_pan_the_other_way_is_another_shot() -> None:
    assert flow_correlation(pan(2), pan(-2)) < -0.8
    assert departure(pan(2), pan(-2)).visible


def test_where_only_one_moves_nothing_is_alike() -> None:
    assert flow_correlation(pan(0), pan(2)) == 0
    assert flow_correlation(pan(0), pan(0)) == 1


def test_another_composition_is_seen_without_any_motion() -> None:
    mirrored = [np.ascontiguousarray(picture[:, ::-1]) for picture in pan(0)]
    assert layout_correlation(pan(0), mirrored) < 0.7
    assert departure(pan(0), mirrored).visible


def test_floats_and_bytes_are_seen_alike() -> None:
    picture = np.ascontiguousarray(PAPER[:, :160])
    assert np.abs(seen_small(picture).astype(int) - seen_small(picture.astype(np.float32) / 255)).max() <= 1
