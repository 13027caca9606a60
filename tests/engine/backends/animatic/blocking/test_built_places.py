"""Places that people build are found by their words, inside or outside, the part before the whole."""

from __future__ import annotations

import pytest

from engine.backends.animatic.blocking.built_places import BUILT_PLACES
from engine.backends.animatic.blocking.places import set_for


@pytest.mark.parametrize(
    ("name", "interior", "kind"),
    [
        ("ANNA'S LIVING ROOM", True, "living room"),
        ("HOSPITAL - KITCHEN", True, "kitchen"),
        ("KITCHEN OF THE PALACE", True, "kitchen"),
        ("TEMPLE", False, "temple"),
        ("TEMPLE", True, "temple hall"),
        ("古寺", None, "temple"),
        ("PALACE", True, "palace hall"),
        ("GRAND LIBRARY", False, "building"),
        ("教堂", False, "building"),
        ("TRAIN CARRIAGE", True, "train"),
        ("NIGHT TRAIN", True, "train"),
        ("CAR", True, "car"),
        ("MOVING TAXI", True, "car"),
        ("SPACESHIP", True, "spaceship"),
        ("TRAIN STATION", False, "station"),
        ("TRAIN STATION", True, "station"),
        ("OLD THEATRE", True, "theatre"),
        ("VILLAGE SQUARE", False, "village"),
        ("NIGHT MARKET", False, "market"),
        ("PIRATE SHIP - DECK", False, "deck"),
        ("客厅", None, "living room"),
        ("医院 病房", True, "hospital"),
        ("皇宫的厨房", True, "kitchen"),
        ("车厢", None, "train"),
        ("火车上", None, "train"),
        ("站台", False, "station"),
        ("图书馆", True, "library"),
        ("茶馆", True, "teahouse"),
        ("四合院", False, "courtyard"),
        ("牢房", True, "prison"),
        ("飞船驾驶舱", True, "spaceship"),
    ],
)
def test_a_built_place_has_its_own_set_and_needs_no_sign(name: str, interior: bool | None, kind: str) -> None:
    assert set_for(name, "", "", interior, night=False) == (kind, "")


@pytest.mark.parametrize(
    ("name", "kind"), [("HOSPITAL", "building"), ("RIVER BANK", "river"), ("TRAIN TRACKS", "mountains")]
)
def test_outside_a_building_nobody_stands_in_its_room(name: str, kind: str) -> None:
    assert set_for(name, "", "", False, night=False)[0] == kind


def test_what_passes_by_is_no_place_to_be() -> None:
    assert set_for("", "", "A train passes.", None, night=False)[0] != "train"


def test_no_word_stands_for_two_rows() -> None:
    words = [word.strip() for row in BUILT_PLACES for word in row.words.split(",")]
    assert sorted(words) == sorted(set(words))
    assert all(words)
