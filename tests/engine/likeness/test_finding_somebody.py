"""Pixels: a subject's palette out of its mask, and the subject out of a picture of which nobody knows the blocking."""

from __future__ import annotations

import numpy as np
import pytest

from engine.likeness.finding import found
from engine.likeness.pixels import colours_in, lab_of, palette_of, shows_something, subject_of
from engine.likeness.tones import alike

RED, SKIN, BLUE, SNOW = (40, 40, 200), (150, 180, 220), (200, 90, 30), (235, 230, 225)


def figure(at: int = 100, coat: tuple[int, int, int] = RED) -> tuple[np.ndarray, np.ndarray]:
    """Somebody of 40 by 120 pixels in the snow, and where they are."""
    picture = np.full((270, 480, 3), SNOW, np.uint8)
    picture[140:260, at : at + 40] = coat
    picture[120:140, at + 10 : at + 30] = SKIN
    mask = (picture != np.array(SNOW)).any(axis=2)
    return picture, mask


def test_a_mask_gives_the_palette_of_the_figure_alone() -> None:
    palette = palette_of(colours_in([figure()[0]], [figure()[1]]))
    assert alike(palette, palette_of(colours_in([figure(300)[0]], [figure(300)[1]]))) > 0.98
    assert alike(palette, palette_of(colours_in([figure(300, BLUE)[0]], [figure(300, BLUE)[1]]))) < 0.3


def test_the_same_pixels_give_the_same_palette() -> None:
    pixels = np.random.default_rng(1).integers(0, 255, (5000, 3), np.uint8)
    assert palette_of(lab_of(pixels)) == palette_of(lab_of(pixels))


def test_too_few_pixels_tell_nothing() -> None:
    assert palette_of(lab_of(np.zeros((10, 3), np.uint8))) == ()


@pytest.mark.parametrize("at", [10, 200, 430])
def test_a_red_coat_is_found_in_the_snow(at: int) -> None:
    picture, mask = figure(at)
    seen = found(picture, palette_of(colours_in([picture], [mask])))
    assert (seen & mask).sum() > 0.5 * mask.sum()
    assert (seen & ~mask).sum() < 0.2 * mask.sum()


def test_who_is_not_there_is_not_found() -> None:
    picture, mask = figure(coat=BLUE)
    snow = np.full((270, 480, 3), SNOW, np.uint8)
    assert not found(snow, palette_of(colours_in([picture], [mask]))).any()


def test_a_mask_that_is_empty_but_for_its_rim_tells_nothing() -> None:
    picture, mask = figure()
    assert palette_of(colours_in([picture], [np.zeros_like(mask)])) == ()


def test_a_reference_is_parted_from_its_ground() -> None:
    picture, mask = figure(200)
    assert (subject_of(picture) == mask).mean() > 0.98
    plain = np.full((90, 160, 3), RED, np.uint8)  # nothing stands out: its middle
    assert 0.3 < subject_of(plain).mean() < 0.6


def test_the_black_of_a_fade_shows_nothing() -> None:
    assert not shows_something(np.full((270, 480, 3), 3, np.uint8))
    assert shows_something(figure()[0])
