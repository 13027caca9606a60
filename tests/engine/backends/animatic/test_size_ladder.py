"""Every size of the grammar is a step nearer than the one before it, for beasts and vehicles as for people."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest

from engine.backends.animatic.framing import shoot_for
from engine.backends.animatic.puppets.casting import puppet_for, thing_for
from engine.backends.animatic.stage import Act, Beat, Player, SetOrder, Staging
from engine.backends.animatic.theatre import Theatre
from engine.film.rate import Raster
from engine.film.setup import Angle, Setup, Size

RASTER = Raster(width=320, height=180)


def standing(name: str, x: float = 0.0, z: float = 0.0) -> Player:
    return Player(name, puppet_for(name, "", "", 7), (Beat(Act.STAND, 0.0, 3.0, x, x, 38.0),), z=z, seed=2)


def staged(size: Size, *players: Player, angle: Angle = Angle.EYE_LEVEL) -> Staging:
    scenery = SetOrder("street", "day", "clear", 3)
    focus = tuple(player.name for player in players)
    return Staging(Setup(size=size, angle=angle), scenery, players, focus, 3.0, 1)


@pytest.mark.parametrize("name", ["fox", "cat", "dog", "horse", "rabbit", "sparrow", "man", "girl", "bus", "red car"])
def test_each_size_is_plainly_nearer_than_the_last(name: str) -> None:
    talls = [shoot_for(staged(size, standing(name)), 16 / 9).frame.tall for size in Size]
    assert min(wide / near for wide, near in pairwise(talls)) > 1.06


@pytest.mark.parametrize("name", ["bus", "red car"])
def test_a_vehicle_is_seen_from_its_front_in_close_sizes(name: str) -> None:
    player = standing(name)
    shoot = shoot_for(staged(Size.CLOSE_UP, player), 16 / 9)
    right = shoot.middle.x + 0.5 * 16 / 9 * shoot.frame.tall
    assert 0 < shoot.middle.x < player.puppet.width / 2 < right  # what it ends with on the right is in the frame


def extent(mask: np.ndarray) -> tuple[int, int]:
    return int(np.ptp(np.flatnonzero(mask.any(axis=1)))), int(np.ptp(np.flatnonzero(mask.any(axis=0))))


def test_from_above_a_waiting_car_lies_along_the_road_and_is_in_the_picture_whole() -> None:
    car = standing("red car", z=1.1)
    staging = staged(Size.FULL, standing("man", -1.4), standing("girl", 1.4), car, angle=Angle.BIRDS_EYE)
    mask = Theatre(staging, RASTER, Fraction(24)).mask("red car", 24)
    tall, wide = extent(mask)
    assert wide > 1.4 * tall
    assert not mask[0].any()


def test_from_above_an_umbrella_is_a_round_roof_over_its_holder() -> None:
    puppet = puppet_for("ann", "a woman, 30, a blue coat", "", 3)
    ann = Player("ann", puppet, (Beat(Act.STAND, 0.0, 3.0, 0.0, 0.0, 0.0),), seed=2)
    roof = Player(
        "umbrella",
        thing_for("umbrella"),
        (Beat(Act.STAND, 0.0, 3.0, 0.0, 0.0, 0.0),),
        z=0.012,
        lift=0.75,
        is_thing=True,
    )
    theatre = Theatre(staged(Size.FULL, ann, roof, angle=Angle.BIRDS_EYE), RASTER, Fraction(24))
    tall, wide = extent(theatre.mask("umbrella", 24))
    assert 0.85 < tall / wide < 1.18
    seen, whole = theatre.mask("ann", 24).sum(), theatre.mask("umbrella", 24).sum()
    assert 0.1 * whole < seen < 0.6 * whole  # it is over her, and she is there
