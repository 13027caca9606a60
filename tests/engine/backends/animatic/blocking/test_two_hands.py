"""Who holds what in a shot: two things in two hands, the given thing with the giver, and close shots that see the hand."""

from __future__ import annotations

import pytest

from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.stage import Player, Staging
from engine.film.rate import Raster
from engine.film.setup import Setup, Size
from engine.plan.orders import PlaceOrder, PropOrder, ShotOrder, SubjectOrder

TOM = SubjectOrder(name="TOM", description="a man of 40", look_seed=7)
ANNA = SubjectOrder(name="ANNA", description="a woman of 30", look_seed=9)


def shot(action: str, *cast: SubjectOrder, props: tuple[str, ...], size: Size = Size.FULL) -> Staging:
    return stage(
        ShotOrder(
            engine="animatic", style="paper", language="en", raster=Raster(width=320, height=180), rate=24, frames=96,  # pyright: ignore[reportArgumentType]
            action=action, place=PlaceOrder(name="STREET", interior=False), setup=Setup(size=size), cast=cast,
            props=tuple(PropOrder(name=name) for name in props),
        )
    )  # fmt: skip


def named(staging: Staging, name: str) -> Player:
    return next(player for player in staging.players if player.name == name)


def test_a_suitcase_and_a_lantern_are_in_two_hands() -> None:
    staging = shot("Tom carries a suitcase and a lantern.", TOM, props=("suitcase", "lantern"))
    things = [named(staging, name) for name in ("suitcase", "lantern")]
    assert [thing.carried_by for thing in things] == ["TOM", "TOM"]
    assert sorted(thing.in_left for thing in things) == [False, True]
    tom = named(staging, "TOM")
    assert {tom.grip, tom.left} == {"hang", "lamp"}


def test_a_book_beside_a_cup_is_shut() -> None:
    tom = named(shot("Tom holds a cup and a book.", TOM, props=("cup", "book")), "TOM")
    assert {tom.grip, tom.left} == {"cup", "card"}


def test_what_is_given_is_the_givers() -> None:
    staging = shot("Tom gives Anna a letter.", TOM, ANNA, props=("letter",))
    assert named(staging, "letter").carried_by == "TOM"


@pytest.mark.parametrize("thing", ["letter", "cup", "book", "candle", "bouquet"])
def test_a_close_shot_sees_the_hand_that_holds(thing: str) -> None:
    staging = shot(f"Anna holds a {thing}.", ANNA, props=(thing,), size=Size.MEDIUM_CLOSE)
    assert named(staging, thing).carried_by == "ANNA"
    assert named(staging, "ANNA").carries


@pytest.mark.parametrize("furniture", ["table", "chair", "stool"])
def test_nobody_walks_about_with_a_table(furniture: str) -> None:
    order = PropOrder(name=furniture, held_by="TOM")
    staging = stage(
        ShotOrder(
            engine="animatic", style="paper", language="en", raster=Raster(width=320, height=180), rate=24, frames=96,  # pyright: ignore[reportArgumentType]
            action=f"Tom talks at the {furniture}.", place=PlaceOrder(name="TAVERN", interior=True), setup=Setup(size=Size.MEDIUM), cast=(TOM,), props=(order,),
        )
    )  # fmt: skip
    assert all(player.carried_by == "" for player in staging.players)
