"""Writing on cards: read when the field is left, in the undo step of the typing, and never while somebody types."""

from __future__ import annotations

from app.commands import company, shots
from app.commands.dictation import dictation_of, rename_scene
from app.problems import Problem
from app.state.session import Session


def blank(session: Session) -> str:
    """A new card in a scene of its own words, in hand."""
    return shots.add(session, session.film.scenes[-1].id)


def who(session: Session, shot_id: str) -> list[str]:
    return [session.film.subject(each.subject).name for each in session.film.shot(shot_id).cast]


def test_words_cast_nobody_while_they_are_typed_and_all_they_name_when_the_field_is_left(session: Session) -> None:
    shot = blank(session)
    steps = session.undo.count()
    for words in ("Li W", "Li Wei walks", "Li Wei walks to the window."):
        dictation_of(session).write([shot], words, merge="typing")
        assert who(session, shot) == []
    dictation_of(session).take_down()
    assert who(session, shot) == ["LI WEI"]
    assert session.undo.count() == steps + 1
    session.undo.undo()
    assert session.film.shot(shot).action == ""
    assert "LI WEI" not in {subject.name for subject in session.film.cast}
    session.undo.redo()
    assert who(session, shot) == ["LI WEI"]


def test_nothing_is_read_twice(session: Session) -> None:
    shot = blank(session)
    dictation_of(session).write([shot], "Li Wei waits.", merge="typing")
    dictation_of(session).take_down()
    company.uncast(session, [shot], session.film.cast[-1].id)
    film = session.film
    dictation_of(session).take_down()
    assert session.film is film
    dictation_of(session).read_anew([shot])
    assert who(session, shot) == ["LI WEI"]


def test_many_lines_on_a_card_are_offered_as_shots_and_made_in_one_step(session: Session) -> None:
    said: list[Problem] = []
    session.said.connect(said.append)
    shot = blank(session)
    dictation_of(session).write([shot], "Mara wakes up.\nTom knocks.\nMara opens the door.\nThey hug.", merge="typing")
    dictation_of(session).take_down()
    film = session.film
    [problem] = said
    assert problem.act is not None
    problem.act()
    assert sum(1 for _ in session.film.shots) == sum(1 for _ in film.shots) + 3
    session.undo.undo()
    assert session.film == film


def test_a_heading_that_is_rewritten_tells_the_place_and_the_hour(session: Session) -> None:
    scene = session.film.scenes[0].id
    rename_scene(session, scene, "INT. TEA HOUSE - NIGHT")
    first = session.film.scenes[0]
    assert first.place is not None
    assert session.film.place(first.place).name == "TEA HOUSE"
    assert first.time_of_day == "night"
    session.undo.undo()
    assert session.film.scenes[0].heading != "INT. TEA HOUSE - NIGHT"
