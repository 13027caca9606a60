"""What is done to takes: each is one undo step, and the same key takes it back."""

from __future__ import annotations

import pytest

from app.commands import takes
from app.problems import Problem
from app.state.session import Session
from app.viewer.marks import marked
from engine.film import board
from engine.film.coverage import add_take
from engine.film.shots import Shot


def shot(session: Session, number: int = 0) -> Shot:
    return list(session.film.shots)[number]


def test_circling_twice_takes_the_circle_off(session_with_takes: Session) -> None:
    session, first = session_with_takes, shot(session_with_takes, 1)
    takes.circle(session, first.id, first.takes[0].id)
    assert shot(session, 1).circled == first.takes[0].id
    takes.circle(session, first.id, first.takes[0].id)
    assert shot(session, 1) == first
    session.undo.undo()
    assert shot(session, 1).circled == first.takes[0].id


def test_rejecting_and_accepting(session_with_takes: Session) -> None:
    session, first = session_with_takes, shot(session_with_takes)
    takes.reject(session, first.id, first.takes[0].id)
    assert (shot(session).circled, shot(session).verdict(first.takes[0].id).rejected) == (None, True)
    takes.reject(session, first.id, first.takes[0].id)
    assert not shot(session).verdict(first.takes[0].id).rejected


def test_a_pin_holds_every_clip_of_the_shot_in_the_cut_in_hand(session_with_takes: Session) -> None:
    session, first = session_with_takes, shot(session_with_takes)
    takes.pin(session, first.id, first.takes[1].id)
    assert takes.pinned(session.film, session.cut_id, first.id) == {first.takes[1].id}
    takes.pin(session, first.id, first.takes[1].id)
    assert takes.pinned(session.film, session.cut_id, first.id) == frozenset()


def test_a_shot_that_the_cut_does_not_show_is_not_pinned(session_with_takes: Session) -> None:
    said: list[Problem] = []
    session_with_takes.said.connect(said.append)
    first = shot(session_with_takes)
    session_with_takes.choose_cut("")
    assert not takes.pin(session_with_takes, first.id, first.takes[0].id)
    assert len(said) == 1


def test_a_take_thrown_away_comes_back_by_undo_or_from_the_bin(session_with_takes: Session) -> None:
    session, first = session_with_takes, shot(session_with_takes)
    takes.throw_away(session, first.id, first.takes[0].id)
    assert [take.id for take in shot(session).takes] == [first.takes[1].id]
    session.undo.undo()
    assert shot(session) == first
    session.undo.redo()
    takes.restore(session, first.id, first.takes[0].id)
    assert [take.id for take in shot(session).takes] == [first.takes[1].id, first.takes[0].id]


def test_another_seed_is_one_that_no_take_has(session_with_takes: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    session, first = session_with_takes, shot(session_with_takes)
    take = first.takes[0].with_(id="seeded", recipe=first.takes[0].recipe.with_(seed=5))
    session.edit("x", lambda film: add_take(film, first.id, take))
    drawn = iter([0, 5, 9])
    monkeypatch.setattr(takes.secrets, "randbelow", lambda _: next(drawn))
    takes.another_seed(session, first.id)
    assert shot(session).seed == 9


def test_another_take_of_the_animatic_engine_is_told_to_look_like_the_last(session_with_takes: Session) -> None:
    session, first = session_with_takes, shot(session_with_takes)
    said: list[str] = []
    session.said.connect(lambda problem: said.append(problem.sentence))
    for engine in ("animatic", "wan2.2-ti2v-5b"):
        session.edit("x", lambda film, engine=engine: board.edit_shot(film, first.id, engine=engine))
        takes.another_seed(session, first.id)
    assert [words.split(":")[0] for words in said] == ["The animatic engine stages every take alike"]


def test_a_final_keeps_the_drafts_seed(session_with_takes: Session) -> None:
    session, first = session_with_takes, shot(session_with_takes)
    take = first.takes[0].with_(id="seeded", recipe=first.takes[0].recipe.with_(seed=77, engine="draft"))
    session.edit("x", lambda film: add_take(film, first.id, take))
    takes.finish(session, first.id, "seeded", "wan2.2-ti2v-5b")
    assert (shot(session).engine, shot(session).seed) == ("wan2.2-ti2v-5b", 77)


def test_marks_say_what_each_take_is(session_with_takes: Session) -> None:
    session, first = session_with_takes, shot(session_with_takes)
    newer = first.takes[1].with_(id="n", recipe=first.takes[1].recipe.with_(version="1.10"))
    between = first.takes[1].with_(id="b", recipe=first.takes[1].recipe.with_(version="1.9"))
    for each in (between, newer):
        session.edit("x", lambda film, each=each: add_take(film, first.id, each))
    found = marked(session.film, shot(session), session.cut_id, {first.takes[1].recipe.key})
    assert [each.number for each in found] == [4, 3, 2, 1]
    assert [each.older for each in found] == [False, True, True, True]
    assert [each.stale for each in found] == [False, False, False, True]
    assert [each.circled for each in found] == [each.used for each in found] == [False, False, False, True]
