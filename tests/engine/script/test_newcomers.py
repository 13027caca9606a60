"""What a newcomer's scripts taught: whose a thing is, what dresses a thing, what is no name."""

from __future__ import annotations

import pytest

from engine.film.document import Film
from engine.film.setup import Angle
from engine.script.breakdown import breakdown
from engine.script.fountain import read_fountain
from engine.script.headings import time_in
from engine.script.nouns import nouns_in
from engine.script.prose import read_prose


def _film(action: str) -> Film:
    return breakdown(read_fountain(f"INT. KITCHEN - DAY\n\n{action}\n"))


@pytest.mark.parametrize(
    ("action", "cast", "props"),
    [
        ("A goat eats a chef's hat.", ["GOAT"], ["chef hat"]),
        ("A woman finds a doll in a red dress.", ["WOMAN"], ["doll"]),
        ("A man looks through a telescope at Saturn and a kite.", ["MAN"], ["telescope", "kite"]),
        ("A boot steps on the broom.", [], ["boot", "broom"]),
    ],
)
def test_who_is_there_and_what(action: str, cast: list[str], props: list[str]) -> None:
    film = _film(action)
    assert [subject.name for subject in film.cast] == cast
    assert [prop.name for prop in film.props] == props


def test_a_guess_ends_before_a_verb_and_a_back_seat_is_no_car() -> None:
    assert [noun.name for noun in nouns_in("一条石板路通向远处的桥。", "zh")][-1] == "桥"
    assert all("通" not in noun.name for noun in nouns_in("一条石板路通向远处的桥。", "zh"))
    assert [noun.name for noun in nouns_in("车后座放着一捆报纸。", "zh")] == ["报纸"]


@pytest.mark.parametrize(
    ("words", "time"), [("Dawn. A girl walks.", "dawn"), ("Night.", "night"), ("That night she sleeps.", "night"), ("A dawn raid.", None)]
)  # fmt: skip
def test_a_bare_word_tells_the_time(words: str, time: str | None) -> None:
    assert time_in(words) == time


def test_who_is_only_spoken_of_does_not_lend_a_shoulder() -> None:
    script = "INT. KITCHEN - DAY\n\nAnn and Ben stand by a goat.\n\nANN\nWhat?\n\nOVER THE SHOULDER.\n\nANN\nIs that a goat?\n"
    shot = [s for scene in breakdown(read_fountain(script)).scenes for s in scene.shots][-1]
    assert "cast-goat" not in [cast.subject for cast in shot.cast]


def test_hours_pass_where_the_words_say_so_and_not_before() -> None:
    story = "A girl sits on a bench.\n\nA boy waves.\n\nThat night the girl walks home."
    assert [scene.time_of_day for scene in breakdown(read_prose(story)).scenes] == ["day", "night"]
    assert time_in("A station on a winter morning.") == "day"


@pytest.mark.parametrize(
    ("action", "cast", "props"),
    [
        ("A pirate ship sails past.", ["SHIP"], []),
        ("A girl opens a chest full of coins. A coin lies on her chest.", ["GIRL"], ["chest", "coin"]),
        ("A girl named Lily cries. A tall woman in a purple coat runs in. Lily hugs her mother.", ["LILY", "WOMAN"], []),
    ],
)  # fmt: skip
def test_a_word_beside_a_word_says_what_it_is(action: str, cast: list[str], props: list[str]) -> None:
    film = _film(action)
    assert [subject.name for subject in film.cast] == cast
    assert [prop.name for prop in film.props] == props


def test_nobody_speaks_over_the_shoulder_of_a_camel() -> None:
    script = "EXT. DESERT - DAY\n\nANN rides a camel.\n\nANN\nWater!\n"
    last = [s for scene in breakdown(read_fountain(script)).scenes for s in scene.shots][-1]
    assert last.setup.angle is not Angle.OVER_SHOULDER


def test_a_beard_is_part_of_the_description() -> None:
    film = breakdown(read_prose("商人马可，四十岁，大胡子，穿蓝色长袍，骑马过来。"))
    assert film.cast[0].looks[0].description == "穿蓝色长袍"
