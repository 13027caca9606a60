"""Whoever sits or lies uses what the set has for that, or what the script has named, and nobody hangs beside it."""

from __future__ import annotations

import pytest

from engine.backends.animatic.acting import pose_at
from engine.backends.animatic.blocking.seats import OFFERS
from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.palette import palette_for
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.sets import seating
from engine.backends.animatic.sets.shelf import SHELF
from engine.backends.animatic.stage import Act, Player, Staging
from engine.film.rate import Raster
from engine.film.setup import Setup, Size
from engine.plan.orders import PlaceOrder, PropOrder, ShotOrder, SubjectOrder

ANN = SubjectOrder(name="ANN", description="a woman, 30", look_seed=5, side=-1)
BEN = SubjectOrder(name="BEN", description="a man, 40", look_seed=9, side=1)
MIA = SubjectOrder(name="MIA", description="a girl of six", look_seed=3)


def shot(action: str, place: str, *cast: SubjectOrder, props: tuple[str, ...] = (), interior: bool = True) -> Staging:
    return stage(
        ShotOrder(
            engine="animatic", style="paper", language="en", raster=Raster(width=320, height=180), rate=24, frames=96,  # pyright: ignore[reportArgumentType]
            action=action, place=PlaceOrder(name=place, interior=interior), setup=Setup(size=Size.FULL), cast=cast,
            props=tuple(PropOrder(name=name) for name in props),
        )
    )  # fmt: skip


def named(staging: Staging, name: str) -> Player:
    return next(p for p in staging.players if p.name == name)


def hips(player: Player) -> float:
    assert isinstance(player.puppet, Person)
    placed = pose_at(player, 3.0)
    return placed.x


@pytest.mark.parametrize(
    ("place", "what"),
    [
        ("TEAHOUSE", "bench"),
        ("CLASSROOM", "chair"),
        ("TRAIN CARRIAGE", "train seat"),
        ("CHURCH", "pew"),
        ("OFFICE", "office chair"),
    ],
)
def test_the_set_has_a_seat_for_whoever_sits(place: str, what: str) -> None:
    staging = shot("Ann sits.", place, ANN)
    seat = next(piece for piece in staging.scenery.fittings if piece.what == what)
    assert named(staging, "ANN").seat == "none", "no stool of her own"
    assert abs(seat.x - hips(named(staging, "ANN"))) < 0.45
    assert seat.z > named(staging, "ANN").z


def test_nobody_needs_a_seat_who_stands_nor_who_sits_on_the_ground() -> None:
    assert shot("Ann waits.", "TEAHOUSE", ANN).scenery.fittings == ()
    assert shot("Ann sits on the ground.", "COURTYARD", ANN, interior=False).scenery.fittings == ()


def test_a_child_is_lifted_onto_a_seat_of_its_elders_height() -> None:
    staging = shot("Mia sits.", "CLASSROOM", MIA)
    assert pose_at(named(staging, "MIA"), 2.0).lift > 0.05
    assert pose_at(named(shot("Ann sits.", "CLASSROOM", ANN), "ANN"), 2.0).lift < 0.05


def test_two_who_face_each_other_have_one_table_between_them() -> None:
    staging = shot("Ann and Ben sit.", "TEAHOUSE", ANN, BEN)
    tables = [piece for piece in staging.scenery.fittings if piece.what == "square table"]
    assert len(tables) == 1
    assert named(staging, "ANN").beats[0].x0 < tables[0].x < named(staging, "BEN").beats[0].x0
    assert tables[0].z < min(p.z for p in staging.players)


def test_whoever_lies_down_at_home_lies_in_a_bed_and_on_the_floor_only_when_told() -> None:
    staging = shot("Ann lies down.", "BEDROOM", ANN)
    assert [piece.what for piece in staging.scenery.fittings] == ["bed"]
    assert pose_at(named(staging, "ANN"), 3.0).lift > 0.3
    assert shot("Ann lies on the floor.", "BEDROOM", ANN).scenery.fittings == ()


def test_two_on_a_couch_sit_on_it_and_not_beside_it() -> None:
    staging = shot("Ann and Ben sit on the couch.", "LIVING ROOM", ANN, BEN, props=("couch",))
    couch = named(staging, "couch")
    for name in ("ANN", "BEN"):
        assert named(staging, name).seat == "none"
        assert abs(hips(named(staging, name)) - couch.beats[0].x0) < 0.5 * couch.puppet.width
    assert couch.z > max(named(staging, name).z for name in ("ANN", "BEN"))


def test_in_a_car_everybody_sits_and_looks_ahead() -> None:
    staging = shot("Ben drives. Ann sleeps.", "CAR", ANN, BEN)
    for name in ("ANN", "BEN"):
        assert all(beat.act not in (Act.STAND, Act.LIE, Act.WALK) for beat in named(staging, name).beats)
    assert sum(piece.what == "car seat" for piece in staging.scenery.fittings) == 2
    turned = shot("Ann drives. Ben looks out.", "CAR", ANN, BEN)
    assert named(turned, "ANN").beats[-1].x1 > named(turned, "BEN").beats[-1].x1, "who drives sits in front"


def test_in_a_train_one_sits_unless_one_walks() -> None:
    assert any(b.act is Act.SIT for b in named(shot("Ann looks out.", "TRAIN CARRIAGE", ANN), "ANN").beats)
    assert all(b.act is not Act.SIT for b in named(shot("Ann walks.", "TRAIN CARRIAGE", ANN), "ANN").beats)


def test_every_offer_is_of_a_set_on_the_shelf_and_can_be_cut() -> None:
    assert set(OFFERS) <= set(SHELF)
    for place in ("TEAHOUSE", "PRISON", "ATTIC", "SPACESHIP", "PALACE"):
        order = shot("Ann sits.", place, ANN).scenery
        assert len(seating.sheets(order, palette_for(order))) == len(order.fittings) > 0
        assert seating.from_above(order, palette_for(order))
