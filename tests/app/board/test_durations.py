"""Durations as people write them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from app import words
from app.board.durations import as_label, frames_of, in_seconds, offset_of
from engine.errors import BadInput

RATE = Fraction(24)


@pytest.mark.parametrize(
    ("text", "frames"),
    [
        ("2.5s", 60),
        ("2.5", 60),
        ("3", 72),
        ("60f", 60),
        ("60 frames", 60),
        ("60帧", 60),
        ("60 格", 60),
        ("2.5秒", 60),
        ("2,5 s", 60),
        ("1:12", 36),
        ("1：12", 36),
        ("1:02:00", 62 * 24),
        ("1m30", 90 * 24),
        ("2分", 120 * 24),
        ("2s 6f", 54),
    ],
)
def test_what_people_type(text: str, frames: int) -> None:
    assert frames_of(text, RATE) == frames


@pytest.mark.parametrize("text", ["", "long", "0", "0f", "-1s", "1:30", "11m", "1.2.3"])
def test_what_is_no_duration_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(BadInput) as refused:
        frames_of(text, RATE)
    assert refused.value.sentence.endswith(".")


def test_a_line_may_begin_before_its_shot() -> None:
    assert offset_of("-0.5s", RATE) == -12
    assert offset_of("0", RATE) == 0


def test_how_they_are_shown() -> None:
    assert in_seconds(60, RATE) == "2.5 s"
    assert in_seconds(72, RATE) == "3 s"
    assert in_seconds(65 * 24, RATE) == "1:05"
    assert in_seconds(-12, RATE) == "-0.5 s"
    assert as_label(60, RATE) == "2:12"
    words.speak("zh")
    assert in_seconds(60, RATE) == "2.5 秒"


def test_what_is_shown_can_be_typed_again() -> None:
    for frames in (12, 60, 72, 24 * 59):
        assert frames_of(in_seconds(frames, RATE), RATE) == frames
