"""Locked numbers: letters behind, letters before, and an order that a person would sort them into."""

from __future__ import annotations

import pytest
from revised_scripts import read

from engine.errors import BadInput
from engine.film import board
from engine.film.numbers import between
from engine.film.revision.numbering import lock_numbers, unlock_numbers
from engine.film.revision.revise import revise


@pytest.mark.parametrize(
    ("before", "after", "taken", "number"),
    [
        ("12", "13", {"12", "13"}, "12A"),
        ("12", None, {"12"}, "12A"),
        ("12A", "13", {"12", "12A", "13"}, "12B"),
        ("12", "12A", {"12", "12A"}, "A12A"),
        ("A12A", "12A", {"12", "A12A", "12A"}, "A12A1"),
        ("12A", "12B", {"12", "12A", "12B"}, "12A1"),
        (None, "1", {"1"}, "A1"),
        (None, "1", {"1", "A1"}, "B1"),
        ("1A", "1B", {"1A", "1B"}, "1A1"),
        ("1-2", "1-3", {"1-2", "1-3"}, "1-2A"),
        ("1", "12", {"1", "12"}, "1A"),
        (None, None, set[str](), "A1"),
    ],
)
def test_numbers_between(before: str | None, after: str | None, taken: set[str], number: str) -> None:
    assert between(before, after, taken) == number


def test_what_comes_in_gets_a_letter_and_what_goes_out_leaves_its_number() -> None:
    one = read([("INT. HALL", ["Ann opens the door"]), ("EXT. ROAD", ["A cart rolls by"]), ("EXT. BEACH", ["Waves"])])
    film = lock_numbers(one)
    two = [
        ("INT. HALL", ["Ann opens the door"]),
        ("EXT. FOREST", ["An owl", "A fox"]),
        ("EXT. BEACH", ["Waves", "Sand"]),
    ]
    after = revise(film, read(two), one)
    told = [(s.number, s.omitted, [(shot.slate, shot.omitted) for shot in s.shots]) for s in after.film.scenes]
    assert told == [
        ("1", False, [("1A", False)]),
        ("2", True, [("2A", True)]),
        ("2A", False, [("2A-A", False), ("2A-B", False)]),
        ("3", False, [("3A", False), ("3B", False)]),
    ]
    assert [c.sentence for c in after.changes if c.what == "scene"] == [
        "Scene 2 (EXT. ROAD) is omitted.",
        "Scene 2A (EXT. FOREST) is new.",
    ]


def test_two_equal_numbers_cannot_be_locked() -> None:
    film = read([("INT. HALL", ["A", "B"])])
    film = board.edit_shot(film, list(film.shots)[1].id, slate="1A")
    with pytest.raises(BadInput, match="Two shots have the number 1A"):
        lock_numbers(film)


def test_locked_numbers_are_not_renumbered() -> None:
    film = lock_numbers(read([("INT. HALL", ["A"])]))
    with pytest.raises(BadInput, match="locked"):
        board.renumber(film)
    assert board.renumber(unlock_numbers(film)).numbering == "free"


def test_what_a_person_adds_to_locked_numbers_gets_a_letter_too() -> None:
    film = lock_numbers(read([("INT. HALL", ["Ann opens the door", "A dog"])]))
    first, second = film.shots
    assert [shot.slate for shot in board.duplicate_shot(film, first.id).shots] == ["1A", "1A1", "1B"]
    assert [shot.slate for shot in board.split_shot(film, second.id, 10).shots] == ["1A", "1B", "1C"]
    free = unlock_numbers(film)
    assert [shot.slate for shot in board.duplicate_shot(free, first.id).shots] == ["1A", "1C", "1B"]
