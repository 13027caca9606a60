"""Places that no word names, by what stands or happens in them; names that a body or a hyphen gives away."""

from __future__ import annotations

import pytest

from engine.film.rate import FILM, Raster
from engine.script.breakdown import breakdown
from engine.script.fixtures import place_of_fixtures
from engine.script.introductions import new_names
from engine.script.nouns_en import find
from engine.script.places import place_in
from engine.script.reading import read_text


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Stalactites drip on the torches.", "cave"),
        ("Reapers swing their scythes.", "farm field"),
        ("The bosun climbs the rigging.", "deck of a ship"),
        ("Joss sticks smoke before the Buddha.", "temple hall"),
        ("A haggling crowd round the fishwives.", "market"),
        ("The ballerina bows to the audience.", "theatre"),
        ("Snowshoes and sledge tracks.", "snowfield"),
        ("Astronauts plant a flag; craters everywhere.", "moon"),
    ],
)
def test_what_stands_in_one_kind_of_place_tells_it(text: str, place: str) -> None:
    found = place_of_fixtures(text, "en")
    assert found is not None
    assert found[0] == place


def test_things_outweigh_a_place_only_passed() -> None:
    found = place_in("Thatched cottages: the goose girl drives her flock down to the pond.", "en")
    assert found == ("village", False)
    assert place_in("The guard paces the dungeon.", "en") == ("dungeon", True)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ling's nostrils flare.", ["Ling"]),
        ("Eun-ji skips home.", ["Eun-ji"]),
        ("Amir whoops and runs.", ["Amir"]),
        ("Veins stand out on his neck.", []),
        ("Gooseflesh on Pip's arms.", ["Pip"]),
    ],
)
def test_who_has_a_body_has_a_name(text: str, names: list[str]) -> None:
    assert [one.name for one in new_names(text, "en")] == names


def test_compounds_of_people_are_one() -> None:
    assert [noun.name for noun in find("The night nurse yawns.")] == ["night nurse"]
    assert [noun.name for noun in find("The shepherd boy gapes.")] == ["shepherd boy"]
    assert [noun.name for noun in find("The hedgehog curls into a ball.")] == ["hedgehog", "ball"]


def test_a_hyphenated_name_is_in_the_shot() -> None:
    film = breakdown(
        read_text("EXT. FIELD - DAY\n\nEun-ji skips home.\n"), rate=FILM, raster=Raster(width=320, height=180)
    )
    assert [subject.name for subject in film.cast] == ["EUN-JI"]
