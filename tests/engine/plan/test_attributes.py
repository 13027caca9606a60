"""A sleeping man sleeps, though nobody says so with a verb; who does something else does that."""

from __future__ import annotations

import pytest

from engine.backends.animatic.blocking.sleep import sleepers
from engine.plan.acts import Act
from engine.plan.reading import read_action

COMPANY = [("TOM", ()), ("OLD MAN", ("man",)), ("GIRL 1", ("girl",)), ("GIRL 2", ("girl",)), ("和尚", ()), ("老人", ())]


@pytest.mark.parametrize(
    ("text", "doer", "act"),
    [
        ("Tom checks on a sleeping old man.", "OLD MAN", Act.LIE),
        ("Tom looks at the kneeling man.", "OLD MAN", Act.SIT),
        ("Tom watches two kneeling girls.", "GIRL 2", Act.SIT),
        ("和尚看着跪着的老人。", "老人", Act.SIT),
        ("和尚走近熟睡的老人。", "老人", Act.LIE),
    ],
)
def test_a_word_before_the_noun_tells_what_it_does(text: str, doer: str, act: Act) -> None:
    assert [deed.act for deed in read_action(text, COMPANY).of(doer)] == [act]


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("The limping man sits down.", [Act.SIT]),
        ("Tom takes the walking stick.", []),
        ("The boring man waits.", [Act.STAND]),
    ],
)
def test_who_does_something_else_does_only_that(text: str, acts: list[Act]) -> None:
    assert [deed.act for deed in read_action(text, COMPANY).of("OLD MAN")] == acts


def test_the_one_who_looks_at_a_sleeper_is_awake() -> None:
    assert sleepers("Tom checks on a sleeping old man.", [("TOM", ()), ("OLD MAN", ())]) == {"OLD MAN"}
    assert sleepers("和尚走近熟睡的老人。", [("和尚", ()), ("老人", ())]) == {"老人"}
    assert sleepers("Tom is sleeping like an old man.", [("TOM", ()), ("OLD MAN", ())]) == {"TOM"}
