"""A line sets the length of its shot."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.film.rate import FILM, FILM_NTSC, NTSC
from engine.script.timing import (
    LONGEST_ACTION,
    SHORTEST_ACTION,
    TAIL,
    action_seconds,
    layout,
    line_frames,
    shot_frames,
    spoken_seconds,
)


def test_english_is_spoken_at_2_7_words_a_second() -> None:
    assert spoken_seconds(" ".join(["word"] * 27)) == 10


def test_chinese_is_spoken_at_4_5_characters_a_second() -> None:
    assert spoken_seconds("床前明月光疑是地上霜") == Fraction(10) / Fraction(9, 2)
    assert spoken_seconds("床前明月光，疑是地上霜。") == spoken_seconds("床前明月光疑是地上霜")


def test_numbers_and_pauses_take_time() -> None:
    assert spoken_seconds("Room 35") > spoken_seconds("Room")
    assert spoken_seconds("Wait... what?") > spoken_seconds("Wait what")
    assert spoken_seconds("I know. I do.") > spoken_seconds("I know I do")


@given(st.text(max_size=200))
def test_every_text_takes_some_time(text: str) -> None:
    assert spoken_seconds(text) >= Fraction(3, 5)


@pytest.mark.parametrize("rate", [FILM, FILM_NTSC, NTSC])
def test_lines_follow_each_other_and_the_shot_holds_them(rate: Fraction) -> None:
    spans = layout(["One two three four.", "Five six."], rate)
    (first, length), (second, last) = spans
    assert first > 0
    assert second > first + length
    assert length == line_frames("One two three four.", rate)
    assert shot_frames(spans, Fraction(0), rate) >= second + last + int(TAIL * rate)


@given(st.text(max_size=400), st.sampled_from(["en", "zh"]))
def test_an_action_lasts_between_2_5_and_6_seconds(text: str, language: str) -> None:
    seconds = action_seconds(text, "zh" if language == "zh" else "en")
    assert SHORTEST_ACTION <= seconds <= LONGEST_ACTION


def test_going_somewhere_takes_longer_than_standing() -> None:
    assert action_seconds("Mary walks to the old door", "en") > action_seconds("Mary opens the old door", "en")
    assert action_seconds("老人慢慢走过石桥", "zh") > action_seconds("老人慢慢看着石桥", "zh")
