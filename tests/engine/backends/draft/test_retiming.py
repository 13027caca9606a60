"""From eight pictures a second to the film's rate and raster: every frame answered, motion carried through, shapes kept."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from engine.backends.draft.retiming import facts, native_frames
from engine.backends.retiming import conformed, kept, moments, scaled

NTSC = Fraction(24000, 1001)
FPS = Fraction(8)


def ball(count: int, step: int = 4) -> np.ndarray:
    """A bright ball that goes right before a dark wall, (T, 72, 128, 3) in 0..1."""
    down, across = np.indices((72, 128))
    frames = [((across - 30 - step * n) ** 2 + (down - 36) ** 2 < 120) * 0.8 + 0.1 for n in range(count)]
    return np.repeat(np.stack(frames)[..., None], 3, axis=-1).astype(np.float32)


def drawn(ball: np.ndarray) -> np.ndarray:
    """As the draft engine hands its pictures on."""
    return np.rint(ball * 255).astype(np.uint8)


def middle(picture: np.ndarray) -> float:
    """Where the ball is, in pixels from the left."""
    bright = picture[..., 0].astype(float) - picture[..., 0].min()
    return float((bright.sum(0) * np.arange(picture.shape[1])).sum() / bright.sum())


@pytest.mark.parametrize(
    ("length", "rate"),
    [(1, Fraction(24)), (8, Fraction(24)), (48, Fraction(24)), (49, Fraction(24)), (60, NTSC), (5, Fraction(6))],
)
def test_a_draft_reaches_to_the_last_frame_in_whole_slabs(length: int, rate: Fraction) -> None:
    frames = native_frames(length, rate)
    asked = list(moments(length, rate, FPS))
    assert frames % 4 == 0
    assert len(asked) == length
    assert asked[0] == (0, 0.0)
    assert asked[-1][0] + (asked[-1][1] > 0) <= frames - 1
    assert frames <= float(length * 8 / rate) + 5
    assert all(0 <= share < 1 for _, share in asked)


def test_between_two_pictures_the_ball_is_between() -> None:
    film = list(conformed(drawn(ball(4)), 10, Fraction(24), FPS, (128, 72)))
    ways = [middle(picture) for picture in film]
    assert len(film) == 10
    assert film[0].dtype == np.uint8
    assert film[0].shape == (72, 128, 3)
    assert ways == sorted(ways)
    assert ways[9] - ways[0] == pytest.approx(12, abs=0.8)
    assert ways[1] - ways[0] == pytest.approx(4 / 3, abs=0.7)


def test_flow_keeps_the_ball_whole_where_a_dissolve_doubles_it() -> None:
    moving = drawn(ball(4, step=9))
    by = {
        how: list(conformed(moving, 10, Fraction(24), FPS, (128, 72), how))[1] for how in ("flow", "blend", "nearest")
    }
    solid = {how: int((picture[..., 0] > 180).sum()) for how, picture in by.items()}
    assert solid["flow"] > 1.2 * solid["blend"]
    assert np.array_equal(by["nearest"], next(conformed(moving, 1, Fraction(24), FPS, (128, 72))))


def test_other_shapes_are_cut_about_the_middle_and_never_stretched() -> None:
    picture = (ball(1)[0] * 255).astype(np.uint8)
    assert kept((256, 144), (1280, 720)) == (256, 144)
    assert kept((256, 144), (720, 1280)) == (81, 144)
    assert kept((256, 144), (2390, 1000)) == (256, 107)
    tall = scaled(np.roll(picture, 34, 1), (144, 144))
    assert tall.shape == (144, 144, 3)
    assert middle(tall) == pytest.approx(72, abs=2)
    bright = tall[..., 0] > 128
    assert bright.any(0).sum() == pytest.approx(bright.any(1).sum(), abs=2)


def test_a_take_says_how_it_was_done() -> None:
    told = facts(16, (256, 144), (1280, 720), "flow")
    assert told["drafted"] == {"frames": 16, "rate": 8, "width": 256, "height": 144}
    assert (told["between"], told["cropped"], told["scaled"]) == ("flow", [256, 144], "lanczos")


def test_floats_stay_floats_within_their_bounds() -> None:
    film = list(conformed(ball(4), 10, Fraction(24), FPS, (256, 144)))
    assert film[1].dtype == np.float32
    assert 0.0 <= min(picture.min() for picture in film) < max(picture.max() for picture in film) <= 1.0
    bytes_ = list(conformed(drawn(ball(4)), 10, Fraction(24), FPS, (256, 144)))
    assert np.abs(film[4] * 255 - bytes_[4]).max() < 3
