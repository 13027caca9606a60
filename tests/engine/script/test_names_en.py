"""A name is known by its title, by what its bearer does to something, or by who is said to speak; what only opens a sentence is nobody."""

from __future__ import annotations

import pytest

from engine.script.breakdown import breakdown
from engine.script.reading import read_text


def _cast(sentence: str) -> list[str]:
    return [subject.name for subject in breakdown(read_text(f"EXT. FIELD - DAY\n\n{sentence}\n")).cast]


@pytest.mark.parametrize(
    ("sentence", "cast"),
    [
        ("Zhang Lian cups her hands.", ["ZHANG LIAN"]),
        ("Greta carves figure eights.", ["GRETA"]),
        ("Old Mortimer plants himself by the gate.", ["OLD MORTIMER"]),
        ("Saoirse milks the goat.", ["SAOIRSE", "GOAT"]),
        ("Madame Fournier fans herself.", ["MADAME FOURNIER"]),
        ("“No,” says Bruno with a smile.", ["BRUNO"]),
        ("Wooden barrels line the wall.", []),
        ("Moonlight floods the hill.", []),
        ("Golden leaves carpet the path.", []),
    ],
)
def test_who_is_named(sentence: str, cast: list[str]) -> None:
    assert _cast(sentence) == cast


@pytest.mark.parametrize(
    ("sentence", "cast"),
    [
        ("ANNA (30) hugs her dog BISCUIT.", ["ANNA", "BISCUIT"]),
        ("ANNA (30) pets her cat PEPPER.", ["ANNA", "PEPPER"]),
        ("ANNA (30) waves. Anna's sister JUNE walks up.", ["ANNA", "JUNE"]),
        ("ANNA (30) and her friend JAMES walk.", ["ANNA", "JAMES"]),
        ("Her dog BARKS and her cat HISSES.", ["DOG", "CAT"]),
        ("The dog BARKS and runs.", ["DOG"]),
    ],
)
def test_capitals_behind_somebodys_animal_or_relation_are_its_name_and_what_it_does_is_none(
    sentence: str, cast: list[str]
) -> None:
    assert _cast(sentence) == cast
