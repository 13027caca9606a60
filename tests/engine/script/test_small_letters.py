"""Names typed in a hurry, and what somebody is behind the name: one person each, with what they say."""

from __future__ import annotations

import pytest

from engine.film.document import Film
from engine.film.shots import Scene, Shot
from engine.script.dictation import taken_down
from engine.script.small_letters import with_capitals


def typed(*cards: str) -> Film:
    """The film after one card after the other was written."""
    shots = tuple(Shot(id=f"shot-{n}", slate=f"1{n}", action="", duration=72) for n in range(len(cards)))
    film = Film(scenes=(Scene(id="scene", number="1", heading="INT. KITCHEN - NIGHT", shots=shots),))
    for n, words in enumerate(cards):
        scene = film.scenes[0]
        written = (shot.with_(action=words) if shot.id == f"shot-{n}" else shot for shot in scene.shots)
        film = taken_down(film.with_(scenes=(scene.with_(shots=tuple(written)),)), {f"shot-{n}": ""})
    return film


def seen(film: Film) -> list[set[str]]:
    names = {subject.id: subject.name for subject in film.cast}
    return [{names[casting.subject] for casting in shot.cast} for shot in film.shots]


def test_a_story_in_small_letters_has_the_people_it_names() -> None:
    film = typed(
        "mara the old keeper sits at the table and lights a lantern",
        'a boy called finn comes in at the door. finn says: "the boat is gone"',
        "finn and mara on the rocks",
    )
    assert seen(film) == [{"MARA"}, {"FINN"}, {"FINN", "MARA"}]
    mara, finn = sorted(film.cast, key=lambda subject: subject.name, reverse=True)
    assert "old keeper" in mara.description
    (line,) = film.shot("shot-1").lines
    assert (line.speaker, line.text) == (finn.id, "the boat is gone")
    assert film.shot("shot-0").action.startswith("mara the old")  # what was typed stays


@pytest.mark.parametrize(
    "card", ["Tom the baker opens the shop.", "Tom, the baker, opens the shop.", "tom the baker opens the shop"]
)
def test_what_somebody_is_behind_the_name_is_nobody_else(card: str) -> None:
    film = typed(card)
    assert seen(film) == [{"TOM"}]
    assert "baker" in film.cast[0].description


def test_a_list_of_people_is_no_description() -> None:
    assert len(typed("Tom, the baker, and the priest wait at the door.").cast) > 1


@pytest.mark.parametrize(
    "card",
    [
        "a rose opens in the rain",
        "the will is signed",
        "ivy covers the wall",
        "a man called out in the dark",
        "she opens her hand: nothing",
        "the tom jumps off the wall",
        "in june the grass is high",
    ],
)
def test_no_other_word_gets_a_capital(card: str) -> None:
    assert with_capitals((card,)) == (card,)


def test_a_name_told_on_one_card_is_one_on_the_others() -> None:
    read = with_capitals(("a boy called rex waves", "close on rex", "the rex"))
    assert read == ("a boy called Rex waves", "close on Rex", "the rex")
    assert with_capitals(("close on mara",), ("MARA",)) == ("close on Mara",)
