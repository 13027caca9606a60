"""Finding by words in both languages, by state and by who is there."""

from __future__ import annotations

import pytest

from app.board.finding import Finder, Query
from app.state.standing import Failed, Fresh, Queued, Standing, Unrendered
from engine.film.casting import new_subject
from engine.film.document import Film
from engine.film.setup import Move, Setup, Size
from engine.film.shots import Casting, Line, Scene, Shot

MIRA = new_subject("MIRA", subject_id="mira").with_(aliases=("米拉",))
SHOTS = (
    Shot(id="a", slate="1A", duration=24, action="A ferry crosses the river at dusk."),
    Shot(
        id="b",
        slate="1B",
        duration=24,
        action="她抬头望着月亮。",
        cast=(Casting(subject="mira"),),
        setup=Setup(size=Size.CLOSE_UP),
        lines=(Line(id="l", speaker="mira", text="Last one tonight.", frames=20),),
    ),
    Shot(id="c", slate="2A", duration=24, action="The door opens.", setup=Setup(move=Move.PUSH_IN)),
)
FILM = Film(
    cast=(MIRA,),
    scenes=(
        Scene(id="s1", number="1", heading="EXT. RIVER - DUSK", shots=SHOTS[:2]),
        Scene(id="s2", number="2", heading="内景 船舱 夜", shots=SHOTS[2:]),
    ),
)


def standing(shot_id: str) -> Standing:
    return {"a": Fresh(), "b": Queued(1), "c": Failed("No.", "")}.get(shot_id, Unrendered())


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("ferry", "a"),
        ("FERRY dusk", "a"),
        ("river", "ab"),  # of the scene
        ("月亮", "b"),
        ("mira", "b"),
        ("米拉", "b"),  # an alias
        ("tonight", "b"),
        ("特写", "b"),
        ("close-up", "b"),
        ("推", "c"),
        ("push in", "c"),
        ("2a", "c"),
        ("船舱", "c"),
        ("ferry door", ""),
    ],
)
def test_every_word_must_be_somewhere(words: str, expected: str) -> None:
    assert Finder().found(FILM, Query(words), standing) == frozenset(expected)


def test_nothing_looked_for_is_no_search() -> None:
    assert Finder().found(FILM, Query("  "), standing) is None


def test_by_state_and_by_subject() -> None:
    finder = Finder()
    assert finder.found(FILM, Query(state="failed"), standing) == {"c"}
    assert finder.found(FILM, Query(state="working"), standing) == {"b"}
    assert finder.found(FILM, Query(subject="mira"), standing) == {"b"}
    assert finder.found(FILM, Query(words="moon", subject="mira"), standing) == frozenset()


def test_a_changed_shot_is_found_by_its_new_words() -> None:
    finder = Finder()
    assert finder.found(FILM, Query("lighthouse"), standing) == frozenset()
    changed = SHOTS[2].with_(action="The lighthouse.")
    film = FILM.with_(scenes=(FILM.scenes[0], FILM.scenes[1].with_(shots=(changed,))))
    assert finder.found(film, Query("lighthouse"), standing) == {"c"}
