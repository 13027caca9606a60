"""Moments are words in a note, read by people and by the scrubber alike."""

from __future__ import annotations

from fractions import Fraction

from app.viewer.remarks import Remark, begun, finished, moment, remarks

RATE = Fraction(24000, 1001)


def test_a_note_may_speak_of_moments_and_of_the_whole() -> None:
    note = "3:02 hold this; lovely light；0:20 手慢了"
    assert remarks(note, RATE) == (Remark(20, "手慢了"), Remark(74, "hold this"))
    assert moment(74, RATE) == "3:02"


def test_what_only_looks_like_a_moment_is_none() -> None:
    assert remarks("at 3:02 she turns; 16:9 is wrong; 10:300 lux; 4:10", RATE) == ()


def test_a_remark_begins_behind_what_was_said_and_is_dropped_where_nothing_follows() -> None:
    assert begun("", 30, RATE) == "1:06 "
    assert begun("0:02 hold", 30, RATE) == "0:02 hold; 1:06 "
    assert begun("0:02 hold", None, RATE) == "0:02 hold; "
    assert finished("0:02 hold; 1:06 ") == "0:02 hold"
    assert finished("plain words") == "plain words"
