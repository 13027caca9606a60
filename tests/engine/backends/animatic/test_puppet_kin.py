"""Things that nobody drew are drawn as what they are a kind of, in both languages."""

from __future__ import annotations

import pytest

from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.puppets.nouns import picture_of
from engine.backends.animatic.puppets.person import Person


@pytest.mark.parametrize(
    ("phrase", "drawn_as"),
    [
        ("a pewter stein", "beer mug"),
        ("her old moccasins", "shoe"),
        ("a flintlock", "pistol"),
        ("听诊器", "stethoscope"),
        ("一顶圆顶礼帽", "hat"),
    ],
)
def test_a_thing_is_drawn_as_its_kin(phrase: str, drawn_as: str) -> None:
    found, known = picture_of(phrase), picture_of(drawn_as)
    assert found is not None
    assert known is not None
    assert found.art == known.art


@pytest.mark.parametrize("phrase", ["the tailpipe", "a firearm's diacritical mark"])
def test_a_term_of_another_sense_draws_nothing(phrase: str) -> None:
    found = picture_of(phrase)
    assert found is None or found.noun not in {"pipe", "piece", "symbol", "mark"}


@pytest.mark.parametrize(
    ("description", "played_as"),
    [("a small spaniel", "a dog"), ("an osprey", "an eagle"), ("驯鹿", "a deer"), ("a limousine", "a car")],
)
def test_an_animal_or_vehicle_nobody_drew_is_played_by_its_kin(description: str, played_as: str) -> None:
    ours, theirs = puppet_for("BEN", description, "", 7), puppet_for("BEN", played_as, "", 7)
    assert type(ours) is type(theirs) is not Person


def test_a_name_that_is_a_beast_too_is_a_person() -> None:
    assert isinstance(puppet_for("MARA", "30, a potter", "", 7), Person)
    assert isinstance(puppet_for("MERLIN", "", "", 7), Person)
