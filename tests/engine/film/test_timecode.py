"""Timecode against the published landmarks of SMPTE ST 12-1, and round trips over whole days."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.errors import BadInput
from engine.film.rate import FILM, FILM_NTSC, NTSC, PAL
from engine.film.timecode import frame_at, frames_in_a_day, timecode

KINDS = [(FILM, False), (PAL, False), (FILM_NTSC, False), (NTSC, False), (NTSC, True)]
kinds = st.sampled_from(KINDS)


@given(kinds, st.integers(-(10**8), 10**8))
def test_a_label_leads_back_to_its_frame_within_the_day(kind: tuple[Fraction, bool], frame: int) -> None:
    rate, drop = kind
    assert frame_at(timecode(frame, rate, drop=drop), rate) == frame % frames_in_a_day(rate, drop=drop)


@given(kinds, st.integers(0, 23), st.integers(0, 59), st.integers(0, 59), st.integers(0, 29))
def test_a_label_that_exists_is_written_as_it_was_read(
    kind: tuple[Fraction, bool], hour: int, minute: int, second: int, left: int
) -> None:
    rate, drop = kind
    label = f"{hour:02}:{minute:02}:{second:02}{';' if drop else ':'}{left:02}"
    exists = left < round(rate) and not (drop and second == 0 and left < 2 and minute % 10)
    if exists:
        assert timecode(frame_at(label, rate), rate, drop=drop) == label
    else:
        with pytest.raises(BadInput):
            frame_at(label, rate)


@pytest.mark.parametrize(
    ("frame", "rate", "drop", "label"),
    [
        (86_400, FILM, False, "01:00:00:00"),
        (86_400, FILM_NTSC, False, "01:00:00:00"),
        (90_000, PAL, False, "01:00:00:00"),
        (1_799, NTSC, True, "00:00:59;29"),
        (1_800, NTSC, True, "00:01:00;02"),
        (17_982, NTSC, True, "00:10:00;00"),
        (107_892, NTSC, True, "01:00:00;00"),
        (2_589_408, NTSC, True, "00:00:00;00"),
        (-1, NTSC, True, "23:59:59;29"),
        (108_000, NTSC, False, "01:00:00:00"),
    ],
)
def test_landmarks(frame: int, rate: Fraction, drop: bool, label: str) -> None:
    assert timecode(frame, rate, drop=drop) == label


def test_every_frame_of_a_drop_frame_day_has_a_label_of_its_own() -> None:
    labels = [timecode(frame, NTSC, drop=True) for frame in range(17_982 * 2)]
    assert labels == sorted(set(labels))


def test_drop_frame_stays_within_two_frames_of_the_clock() -> None:
    for frame in range(0, frames_in_a_day(NTSC, drop=True), 997):
        hour, minute, rest = timecode(frame, NTSC, drop=True).split(":")
        second, left = rest.split(";")
        shown = int(hour) * 3600 + int(minute) * 60 + int(second) + Fraction(int(left), 30)
        # ST 12-1 allows the residual error of 86.4 ms a day on top.
        assert abs(shown - frame / NTSC) <= Fraction(2, 30) + Fraction(864, 10_000)


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("", FILM),
        ("1:2:3:4", FILM),
        ("00:00:00:24", FILM),
        ("00:60:00:00", PAL),
        ("24:00:00:00", PAL),
        ("00:00:00;00", FILM_NTSC),
        ("00:01:00;01", NTSC),
        ("00:00:00:00", Fraction(12_345, 1_000)),
        ("٠٠:00:00:00", FILM),
    ],
)
def test_what_is_no_timecode_gets_one_sentence(text: str, rate: Fraction) -> None:
    with pytest.raises(BadInput) as refused:
        frame_at(text, rate)
    assert refused.value.sentence.endswith(".")
    assert refused.value.action
