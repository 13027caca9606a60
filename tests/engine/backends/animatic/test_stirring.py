"""What is alive in the sets stirs: boughs, lanterns, curtains, kelp, flames, falling water; and the guides know it to the pixel."""

from __future__ import annotations

import itertools
from fractions import Fraction

import numpy as np
import pytest

from engine.backends.animatic.guides.flow import flow
from engine.backends.animatic.stage import SetOrder, Staging
from engine.backends.animatic.stirring import Moment, bands, leans
from engine.backends.animatic.theatre import Theatre
from engine.film.rate import Raster
from engine.film.setup import Move, Setup, Size

RASTER, RATE = Raster(width=320, height=180), Fraction(24)


def _theatre(kind: str, *, weather: str = "clear", time: str = "day", words: str = "", move=Move.STATIC) -> Theatre:
    order = SetOrder(kind, time, weather, 11, words=words)  # pyright: ignore[reportArgumentType]
    return Theatre(Staging(Setup(size=Size.WIDE, move=move), order, (), (), 4.0, 3), RASTER, RATE)


@pytest.mark.parametrize(
    ("kind", "stir", "order"),
    [
        ("forest", "sway", {}),
        ("bamboo grove", "sway", {}),
        ("grassland", "sway", {}),
        ("river", "sway", {}),
        ("river", "fall", {"words": "waterfall"}),
        ("street", "hang", {}),
        ("underwater", "waft", {}),
        ("underwater", "rise", {}),
        ("room", "drape", {}),
        ("living room", "flame", {"time": "night"}),
        ("tavern", "flame", {"time": "night"}),
        ("temple", "waft", {}),
        ("garden", "play", {"words": "garden with a fountain"}),
    ],
)
def test_what_is_alive_in_a_set_moves_while_the_camera_stands(kind, stir, order):
    theatre = _theatre(kind, **order)
    alive = [texture for texture in theatre.textures if texture.stir == stir]
    assert alive
    first, later = theatre.picture(0), theatre.picture(40)
    assert not np.array_equal(first, later)
    assert np.array_equal(first, _theatre(kind, **order).picture(0))  # whatever was drawn before


def test_a_gale_bends_farther_than_still_air_and_to_the_left():
    calm = [float(np.abs(leans("sway", 400, 1.0, Moment(t / 4))).max()) for t in range(40)]
    blown = [leans("sway", 400, 1.0, Moment(t / 4, gust=0.8)) for t in range(40)]
    assert 1.5 < max(calm) < 8.0
    assert min(float(np.abs(each).max()) for each in blown) > max(calm)
    assert all(each[0] < 0 for each in blown)


@pytest.mark.parametrize(("stir", "still"), [("sway", -1), ("hang", 0), ("drape", 0), ("waft", -1), ("flame", -1)])
def test_a_piece_bends_about_where_it_is_fast(stir, still):
    assert abs(leans(stir, 200, 0.3, Moment(1.7, gust=0.5))[still]) < 0.5


def test_bands_cover_every_row_once():
    found = bands("sway", 333, 0.3, Moment(2.0, gust=1.0))
    assert found[0][0] == 0
    assert found[-1][1] == 333
    assert all(a[1] == b[0] and a[2] != b[2] for a, b in itertools.pairwise(found))


def test_a_moving_camera_pays_for_one_sheet_that_stirs():
    for kind in ("forest", "bamboo grove", "underwater"):
        assert len({t.z for t in _theatre(kind, move=Move.PUSH_IN).textures if t.stir}) <= 2


def test_the_flow_of_a_bough_is_told_and_not_guessed():
    theatre = _theatre("mountains", weather="wind")
    told = [flow(theatre, frame) for frame in range(12)]
    assert any((np.abs(each.motion[..., 0]) >= 1).any() for each in told)
