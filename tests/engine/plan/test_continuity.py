"""Who is in the boat, as a scene tells it: named people board, and nothing that only sounds like a boat carries anybody."""

from __future__ import annotations

import pytest

from engine.film.casting import new_subject
from engine.film.shots import Casting, Scene, Shot
from engine.plan.continuity import is_boat, passengers

CAST = {name: new_subject(name, subject_id=name) for name in ("ANN", "TOM", "BOAT", "老船夫", "小船")}


def aboard(*actions: str, cast: tuple[str, ...] = ("ANN", "TOM", "BOAT")) -> list[dict[str, str]]:
    who = tuple(Casting(subject=name) for name in cast)
    shots = tuple(
        Shot(id=str(index), slate=str(index), action=action, cast=who, duration=24)
        for index, action in enumerate(actions)
    )
    return list(passengers(Scene(id="s", number="1", shots=shots), CAST).values())


@pytest.mark.parametrize(
    "name", ["the boat", "Fishing boat", "BOAT #2", "boat of reeds", "小船", "孤舟", "皮筏子", "船"]
)
def test_a_boat_is_known_by_the_last_word_of_its_name(name: str) -> None:
    assert is_boat(new_subject(name))


@pytest.mark.parametrize("name", ["FERRYMAN", "FERRY CAPTAIN", "Boat builder", "船夫", "船长", "老船工", "飞船"])
def test_people_of_the_water_are_no_boats(name: str) -> None:
    assert not is_boat(new_subject(name))


def test_whoever_is_named_boards_and_stays_until_the_shore() -> None:
    seen = aboard("Tom sits in the boat.", "He looks up.", "Tom steps ashore.")
    assert seen == [{"TOM": "BOAT"}, {"TOM": "BOAT"}, {}]
    assert aboard("He rows hard.") == [{"ANN": "BOAT"}]
    assert aboard("老船夫坐在小船上。", cast=("老船夫", "小船")) == [{"老船夫": "小船"}]


@pytest.mark.parametrize("action", ["A row of trees stands there.", "Rows of houses.", "Ann sits in the front row."])
def test_a_row_is_not_rowing(action: str) -> None:
    assert aboard(action) == [{}]
    assert aboard("They row across the lake.") == [{"ANN": "BOAT", "TOM": "BOAT"}]


def test_a_name_inside_a_word_is_nobody() -> None:
    assert aboard("The tomcat cannot swim, and Tom sits in the boat.") == [{"TOM": "BOAT"}]


@pytest.mark.parametrize("action", ["老船夫坐上一只小船。", "老船夫跳进小船，划着桨。", "老船夫驾着一叶小船。"])
def test_who_gets_into_a_boat_is_aboard(action: str) -> None:
    assert aboard(action, cast=("老船夫", "小船")) == [{"老船夫": "小船"}]


@pytest.mark.parametrize(
    "action",
    [
        "Tom sits by the river.",
        "They sit side by side on the bank.",
        "Tom hugs Ann.",
        "Tom helps her up, smiling at Ann.",
    ],
)
def test_whoever_is_with_somebody_on_the_bank_has_left_the_boat(action: str) -> None:
    assert aboard("Tom stands in the boat.", action) == [{"TOM": "BOAT"}, {}]


@pytest.mark.parametrize("action", ["Tom helps Ann up into the boat.", "Tom waves at Ann on the bank."])
def test_whoever_takes_somebody_aboard_stays_there(action: str) -> None:
    assert aboard("Tom stands in the boat.", action)[1]["TOM"] == "BOAT"


@pytest.mark.parametrize("action", ["老船夫把她拉起来。", "两人并肩坐在河边看月亮。"])
def test_chinese_pairs_on_the_bank(action: str) -> None:
    assert aboard("老船夫站在船头。", action, cast=("老船夫", "ANN", "小船"))[1] == {}
