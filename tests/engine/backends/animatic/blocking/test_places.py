"""A place finds its set; a place that only has a neighbour, or none, hangs out a sign."""

from __future__ import annotations

import pytest

from engine.backends.animatic.blocking.places import scenery, set_for
from engine.film.rate import Raster
from engine.film.setup import Setup
from engine.plan.orders import PlaceOrder, ShotOrder


@pytest.mark.parametrize(
    ("name", "interior", "kind", "sign"),
    [
        ("KITCHEN", True, "kitchen", ""),
        ("CAFE", True, "tavern", ""),
        ("MARY'S BEDROOM", True, "bedroom", ""),
        ("HARBOUR STREET", False, "street", ""),
        ("PINE FOREST", False, "forest", ""),
        ("SEASHORE", False, "beach", ""),
        ("CLIFFS", False, "mountains", ""),
        ("NIGHT SKY", False, "night sky", ""),
        ("DESERT", False, "desert", ""),
        ("XANADU", False, "street", "XANADU"),
        ("BUS STOP", False, "street", "BUS STOP"),
        ("COTTAGE", False, "street", "COTTAGE"),
        ("医院", False, "building", ""),
        ("寒江", False, "river", ""),
        ("竹林", False, "bamboo grove", ""),
        ("群山", False, "mountains", ""),
        ("书房", True, "library", ""),
        ("枫桥", False, "bridge", ""),
        ("夜空", False, "night sky", ""),
        ("老街", False, "street", ""),
        ("OLD STONE BRIDGE OVER THE RIVER", False, "bridge", ""),
        ("HOUSE ON THE BEACH", False, "beach", ""),
        ("ROOFTOP, OLD TOWN", False, "rooftop", ""),
        ("DESERT ROAD", False, "desert", ""),
        ("EDGE OF THE SWAMP", False, "swamp", ""),
        ("CAVE", True, "cave", ""),
        ("山洞", True, "cave", ""),
        ("雨巷", False, "alley", ""),
        ("SIDE STREET", False, "alley", ""),
    ],
)
def test_set_and_sign(name: str, interior: bool | None, kind: str, sign: str) -> None:
    assert set_for(name, "", "", interior, night=False) == (kind, sign)


@pytest.mark.parametrize(
    ("name", "kind", "time", "weather"),
    [
        ("MOON", "moon", "night", "clear"),
        ("火星", "moon", "night", "clear"),
        ("CAVE", "cave", "day", "clear"),
        ("ROOFTOP", "rooftop", "day", "rain"),
    ],
)
def test_where_there_is_no_air_there_is_neither_day_nor_rain(name: str, kind: str, time: str, weather: str) -> None:
    found = scenery(
        ShotOrder(
            engine="animatic", style="paper", language="en", raster=Raster(width=320, height=180), rate=24, frames=96,  # pyright: ignore[reportArgumentType]
            place=PlaceOrder(name=name, interior=False), time_of_day="day", weather="rain", setup=Setup(),
        )
    )  # fmt: skip
    assert (found.kind, found.time_of_day, found.weather) == (kind, time, weather)


def test_without_a_name_the_action_tells() -> None:
    assert set_for("", "", "A boat on the sea.", None, night=False)[0] == "sea"


@pytest.mark.parametrize(
    ("heading", "interior", "kind"),
    [
        ("PLAYGROUND", False, "garden"), ("FOOTBALL PITCH", False, "grassland"), ("操场", False, "grassland"), ("ALIEN SHIP", True, "spaceship"),
    ],
)  # fmt: skip
def test_grounds_to_play_on_and_ships_of_others(heading: str, interior: bool, kind: str) -> None:
    assert set_for(heading, "", "", interior, night=False)[0] == kind
