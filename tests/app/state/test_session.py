"""The open film: edits, undo, arriving takes, selection, saving, the lock."""

from __future__ import annotations

from pathlib import Path

import pytest
from editor_films import FILM, put_take
from pytestqt.qtbot import QtBot

from app.problems import Problem
from app.state.opening import ReadOnly, make_film, open_film
from app.state.save_state import Saved, Unsaved
from app.state.session import Session
from engine.errors import BadInput
from engine.film import board, store
from engine.film.cuts import Clip
from engine.film.document import Film
from engine.film.transitions import add_transition, first_clear


def ids(film: Film) -> list[str]:
    return [shot.id for shot in film.shots]


def act(session: Session, number: int, action: str, merge: str = "") -> bool:
    shot = ids(session.film)[number]
    return session.edit("Edit action", lambda film: board.edit_shot(film, shot, action=action), merge=merge)


def test_an_edit_is_one_undo_step(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.film_changed) as heard:
        assert act(session, 0, "A boat.")
    before, after = heard.args
    assert before.scenes[1] is after.scenes[1]
    assert next(iter(session.film.shots)).action == "A boat."
    assert session.undo.undoText() == "Edit action"
    session.undo.undo()
    assert session.film == FILM
    session.undo.redo()
    assert next(iter(session.film.shots)).action == "A boat."


def test_an_edit_that_changes_nothing_is_no_step(session: Session) -> None:
    assert not act(session, 0, next(iter(FILM.shots)).action)
    assert session.undo.count() == 0
    assert session.save_state == Saved()


def test_typing_merges_into_one_step_until_something_else_is_done(session: Session) -> None:
    for word in ("A", "A b", "A boat"):
        act(session, 0, word, merge="action of 1")
    act(session, 1, "Else.", merge="action of 2")
    act(session, 0, "A boat.", merge="action of 1")
    assert session.undo.count() == 3
    session.undo.setIndex(0)
    assert session.film == FILM


def test_what_the_engine_refuses_is_said_and_changes_nothing(session: Session, qtbot: QtBot) -> None:
    def refuse(film: Film) -> Film:
        raise BadInput("No.", "Ask again.")

    with qtbot.waitSignal(session.said) as heard:
        assert not session.edit("Refuse", refuse)
    [problem] = heard.args
    assert (problem.sentence, problem.hint, problem.weight) == ("No.", "Ask again.", "refusal")
    assert session.film == FILM


def arrive(session: Session, number: int, key: str) -> str:
    shot = list(session.film.shots)[number]
    take = put_take(session.folder, key * 64, shot)
    session.adopt(board.edit_shot(session.film, shot.id, takes=(*shot.takes, take)))
    return take.id


def takes(session: Session, number: int) -> list[str]:
    return [take.id for take in list(session.film.shots)[number].takes]


def test_takes_that_arrive_survive_undo_and_redo(session: Session) -> None:
    act(session, 0, "One.")
    take = arrive(session, 1, "a")
    assert session.undo.count() == 1
    act(session, 0, "Two.")
    session.undo.setIndex(0)
    assert takes(session, 1) == [take]
    session.undo.setIndex(2)
    assert takes(session, 1) == [take]


def test_a_take_that_was_trashed_stays_so_on_redo(session: Session) -> None:
    take = arrive(session, 0, "b")
    shot = ids(session.film)[0]
    session.edit("Trash", lambda film: board.edit_shot(film, shot, takes=()))
    session.undo.undo()
    assert takes(session, 0) == [take]
    session.undo.redo()
    assert takes(session, 0) == []


def test_a_take_arrives_though_the_film_was_edited_meanwhile(session: Session) -> None:
    asked = session.film
    shot = next(iter(asked.shots))
    take = put_take(session.folder, "c" * 64, shot)
    act(session, 0, "Meanwhile.")
    session.adopt(board.edit_shot(asked, shot.id, takes=(take,)), before=asked)
    first = next(iter(session.film.shots))
    assert (first.action, takes(session, 0)) == ("Meanwhile.", [take.id])


def test_a_take_of_a_shot_that_went_comes_back_with_it(session: Session) -> None:
    shot = ids(session.film)[0]
    session.edit("Delete shot", lambda film: board.remove_shot(film, shot))
    take = put_take(session.folder, "d" * 64, next(iter(FILM.shots)))
    session.adopt(board.edit_shot(FILM, shot, takes=(take,)), before=FILM)
    assert ids(session.film)[0] != shot
    session.undo.undo()
    assert takes(session, 0) == [take.id]


def test_when_the_shot_in_hand_goes_its_neighbour_comes_to_hand(session: Session) -> None:
    order = ids(session.film)
    session.select(order[:2], hand=order[0])
    session.edit("Delete shot", lambda film: board.remove_shot(film, order[0]))
    assert session.selection == (order[1],)
    assert session.shot_id == order[1]
    session.take_in_hand(order[-1])
    session.edit("Delete shot", lambda film: board.remove_shot(film, order[-1]))
    assert session.shot_id == order[-2]


def test_saving_writes_the_film_and_says_so(session: Session, qtbot: QtBot) -> None:
    act(session, 0, "Kept.")
    assert session.save_state == Unsaved()
    session.save()
    qtbot.waitUntil(lambda: session.save_state == Saved())
    assert store.load(session.folder) == session.film


def test_closing_saves_and_lets_go(session: Session) -> None:
    act(session, 0, "Kept.")
    assert session.close()
    again = open_film(session.folder)
    assert again.film == session.film
    assert again.recovery is None
    Session(again).let_go()


def test_a_film_that_is_open_elsewhere_can_be_looked_at_only(session: Session, qtbot: QtBot) -> None:
    second = Session(open_film(session.folder))
    assert second.read_only
    said: list[Problem] = []
    second.said.connect(said.append)
    assert not second.edit("Edit", lambda film: film.with_(title="Mine"))
    assert "is open in the Storyreel editor" in said[0].sentence
    assert second.film.title == "The Ferry"
    assert second.close()
    assert isinstance(open_film(session.folder).access, ReadOnly)


def test_a_crash_leaves_an_autosave_that_can_be_recovered(tmp_path: Path) -> None:
    first = Session(make_film(tmp_path / "Crash.film", FILM))
    act(first, 0, "Typed just before.")
    first.let_go()  # what autosave does on the way out; film.json is never written
    opened = open_film(tmp_path / "Crash.film")
    assert opened.recovery is not None
    second = Session(opened)
    second.recover()
    assert next(iter(second.film.shots)).action == "Typed just before."
    second.undo.undo()
    assert second.film == FILM
    second.let_go()


def test_a_disk_that_refuses_is_one_sentence_and_the_film_stays_open(
    session: Session, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store, "save", _refuse)
    act(session, 0, "Not kept.")
    said: list[Problem] = []
    session.said.connect(said.append)
    assert not session.close()
    assert said[0].label == "Try again"
    monkeypatch.undo()
    assert session.close()


def _refuse(film: Film, folder: Path) -> None:
    raise BadInput("The disk is full.", "Free some space.")


def test_a_film_that_fades_in_opens_on_its_first_clear_frame(tmp_path: Path) -> None:
    film = FILM
    cut = film.cuts[0].id
    clip = next(item.id for item in film.cuts[0].tracks[0].items if isinstance(item, Clip))
    if first_clear(film.cuts[0]) == 0:
        film = add_transition(film, cut, clip, "head", style="fade", before=0, after=12)
    opened = Session(make_film(tmp_path / "Faded.film", film))
    assert opened.playhead.frame == first_clear(film.cuts[0]) > 0
    opened.let_go()
