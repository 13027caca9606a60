"""Frames show what was ordered: sizes by mask, masks by difference, the same frame whatever was drawn before."""

from __future__ import annotations

import hashlib
import itertools
from fractions import Fraction

import numpy as np
import pytest

from engine.backends.animatic.scenes import Bakery
from engine.backends.animatic.theatre import Theatre
from engine.film.rate import Raster
from engine.film.setup import Angle, Move, Size


def _tall(mask):
    rows = np.flatnonzero(mask.any(axis=1))
    return (rows[-1] - rows[0] + 1) / mask.shape[0] if rows.size else 0.0


def _digest(picture):
    return hashlib.sha256(picture.tobytes()).hexdigest()


def test_a_picture_is_opaque_bgra_of_the_raster(theatre):
    picture = theatre().picture(0)
    assert picture.shape == (270, 480, 4)
    assert picture.dtype == np.uint8
    assert (picture[:, :, 3] == 255).all()


@pytest.mark.parametrize("move", [Move.STATIC, Move.PUSH_IN, Move.ROLL_CLOCKWISE, Move.FOLLOW, Move.WHIP_PAN_LEFT])
def test_any_frame_is_the_same_whatever_was_drawn_before(theatre, stand, move):
    walker = stand(-1.5, to=1.5)
    forward = theatre(walker, move=move, weather="rain")
    pictures = {f: _digest(forward.picture(f)) for f in (-3, 0, 7, 8, 41)}
    backward = theatre(walker, move=move, weather="rain")
    assert {f: _digest(backward.picture(f)) for f in (41, 8, 0, -3, 7)} == pictures
    assert len(set(pictures.values())) > 2


def test_the_picture_given_out_is_yours_to_change(theatre):
    stage = theatre()
    first = stage.picture(0)
    before = _digest(first)
    first[:] = 0
    assert _digest(stage.picture(0)) == before


@pytest.mark.parametrize(
    ("size", "least", "most"),
    [(Size.EXTREME_WIDE, 0.05, 0.10), (Size.WIDE, 0.25, 0.35), (Size.FULL, 0.75, 0.85)],
)
@pytest.mark.parametrize("height", [1.1, 1.9])
def test_the_whole_figure_has_the_height_of_its_size(theatre, stand, size, least, most, height):
    stage = theatre(stand(0.0, height=height), size=size, raster=Raster(width=1280, height=720))
    assert least <= _tall(stage.mask("Ann", 48)) <= most


def test_closer_sizes_show_less_of_the_figure(theatre):
    """The head (a circle of a quarter of the height) measures the closer sizes: its width over the frame's height."""
    heads = []
    for size in (Size.FULL, Size.MEDIUM, Size.MEDIUM_CLOSE, Size.CLOSE, Size.CLOSE_UP, Size.EXTREME_CLOSE_UP):
        stage = theatre(size=size)
        scale = stage.camera(48).scale(0.0)
        heads.append(scale * 1.7 * 0.25)
        rows = np.flatnonzero(stage.mask("Ann", 48).any(axis=1))
        assert rows.size, size
        if size is not Size.FULL:
            assert rows[-1] == 269, "closer than full, the figure is cut by the frame's foot"
    assert all(b > a * 1.15 for a, b in itertools.pairwise(heads))
    assert 0.72 <= heads[4] <= 0.88, "a close-up's face fills about four fifths"
    assert heads[5] > 1.2


def test_both_players_in_focus_are_wholly_between_the_sides(theatre, stand):
    cast = (stand(-1.6), stand(1.7, "Bo", colour=0xFF2255AA))
    stage = theatre(*cast, size=Size.MEDIUM, focus=("Ann", "Bo"))
    for name in ("Ann", "Bo"):
        columns = np.flatnonzero(stage.mask(name, 30).any(axis=0))
        assert columns[0] > 0
        assert columns[-1] < 479


def test_a_mask_is_exactly_where_the_player_changes_the_picture(theatre, stand):
    cast = (stand(-0.6), stand(0.8, "Bo", colour=0xFF2255AA, z=0.4))
    both = theatre(*cast)
    mask = both.mask("Bo", 10)
    alone = theatre(cast[0])
    changed = np.abs(both.picture(10).astype(int) - alone.picture(10)).max(axis=2) > 40
    assert (changed & ~mask).sum() < 0.06 * mask.sum()
    assert (mask & ~changed).sum() < 0.06 * mask.sum()


def test_who_stands_before_cuts_the_mask(theatre, stand):
    back, front = stand(0.1, "Back", z=0.6), stand(0.0, "Front", z=-0.2, colour=0xFF2255AA)
    alone = theatre(back, focus=("Back",)).mask("Back", 0)
    covered = theatre(back, front, focus=("Back",)).mask("Back", 0)
    assert covered.sum() < 0.6 * alone.sum()
    assert not (covered & ~alone).any()


def test_nobody_has_no_mask(theatre):
    assert not theatre().mask("Nobody", 0).any()


def test_puppets_are_on_twos_and_the_camera_is_not(theatre, stand):
    """At 24 frames/s two neighbours share a drawing; a moving camera still moves."""
    still = theatre(stand(-1.0, to=1.0))
    assert _digest(still.picture(24)) == _digest(still.picture(25))
    assert _digest(still.picture(24)) != _digest(still.picture(26))
    pushed = theatre(stand(-1.0, to=1.0), move=Move.PUSH_IN)
    assert _digest(pushed.picture(24)) != _digest(pushed.picture(25))


def test_other_rates_hold_for_a_twelfth_of_a_second(staging_of, stand):
    walker = stand(-1.0, to=1.0)
    stage = Theatre(staging_of(walker), Raster(width=320, height=180), Fraction(30000, 1001))
    drawings = {_digest(stage.picture(f)) for f in range(30)}
    assert 11 <= len(drawings) <= 13


def test_from_above_the_players_are_seen_from_above(theatre):
    stage = theatre(angle=Angle.BIRDS_EYE)
    mask = stage.mask("Ann", 0)
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    assert columns[-1] - columns[0] > rows[-1] - rows[0], "the doll seen from above is wider than deep"


def test_the_shoulder_is_big_dark_and_at_one_edge(theatre, stand):
    cast = (stand(0.7), stand(-0.7, "Bo", colour=0xFFDDDDDD))
    stage = theatre(*cast, angle=Angle.OVER_SHOULDER, size=Size.MEDIUM, shoulder="Bo")
    back, face = stage.mask("Bo", 20), stage.mask("Ann", 20)
    assert np.flatnonzero(back.any(axis=0)).mean() < 480 * 0.3
    assert np.flatnonzero(face.any(axis=0)).mean() > 480 * 0.5
    assert back.sum() > 0.08 * back.size
    assert stage.picture(20)[back][:, :3].mean() < 130


def test_lightning_lights_the_whole_frame(theatre):
    stage = theatre(weather="storm", time="night")
    means = [stage.picture(f)[:, :, :3].mean() for f in range(144)]
    assert max(means) > 1.4 * np.median(means)


def test_textures_are_shared_by_equal_setups_and_bounded(staging_of):
    bakery = Bakery(room=6_000_000)
    raster = Raster(width=320, height=180)
    first = Theatre(staging_of(), raster, Fraction(24), bakery)
    again = Theatre(staging_of(seconds=2.0), raster, Fraction(24), bakery)
    assert [id(a) for a in first.textures] == [id(b) for b in again.textures]
    for seed in range(40):
        Theatre(staging_of(seed=seed), raster, Fraction(24), bakery)
    assert bakery.held <= 6_000_000
