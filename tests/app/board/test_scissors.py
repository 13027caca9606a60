"""Cards are copied, carried and pasted as anything else is; words and files from elsewhere become cards."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QClipboard, QGuiApplication
from pytestqt.qtbot import QtBot

from app.board.panel import BoardPanel
from app.commands import shots
from app.state.session import Session


@pytest.fixture(autouse=True)
def _clipboard(board: BoardPanel) -> Iterator[None]:
    yield
    QGuiApplication.clipboard().clear()


def ids(session: Session) -> list[str]:
    return [shot.id for shot in session.film.shots]


def test_copies_stand_behind_the_shot_in_hand_as_one_step(board: BoardPanel, session: Session) -> None:
    a, b, c, d, e = ids(session)
    session.select([a, b])
    board.table["board.copy"].trigger()
    shots.set_action(session, [a], "Something else.")  # what was copied is what was seen then
    session.select([d])
    board.table["board.paste"].trigger()
    now = ids(session)
    assert (now[:4], now[6:]) == ([a, b, c, d], [e])
    pasted = [session.film.shot(shot) for shot in now[4:6]]
    assert pasted[0].action not in ("", "Something else.")
    assert session.selection == (now[4], now[5])
    assert len({shot.slate for shot in session.film.shots}) == 7
    session.undo.undo()
    assert ids(session) == [a, b, c, d, e]


def test_what_is_cut_out_stays_until_it_is_pasted_and_is_the_same_shot_then(
    board: BoardPanel, session: Session
) -> None:
    a, b, c, d, e = ids(session)
    session.select([a, b])
    board.table["board.cut_out"].trigger()
    assert ids(session) == [a, b, c, d, e]
    session.select([d])
    board.table["board.paste"].trigger()
    assert ids(session) == [c, d, a, b, e]
    board.table["board.paste"].trigger()  # once more: copies now
    assert len(ids(session)) == 7


def test_words_from_elsewhere_become_a_card_in_one_step(board: BoardPanel, session: Session) -> None:
    before = ids(session)
    session.select([before[0]])
    board.table["board.copy"].trigger()
    QGuiApplication.clipboard().setText("A heron lands on the roof.")
    board.table["board.paste"].trigger()
    assert session.film.shot(ids(session)[1]).action == "A heron lands on the roof."
    session.undo.undo()
    assert ids(session) == before


def test_files_that_were_copied_elsewhere_come_behind_the_shot(
    board: BoardPanel, session: Session, qtbot: QtBot
) -> None:
    session.select([ids(session)[1]])
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile("/far/a.png")])
    QGuiApplication.clipboard().setMimeData(carried)
    with qtbot.waitSignal(board.dropped_beside) as wanted:
        board.table["board.paste"].trigger()
    assert wanted.args == [session.film.scenes[0].id, 2, (Path("/far/a.png"),)]


def test_a_copy_of_a_shot_whose_forerunner_is_gone_follows_none(board: BoardPanel, session: Session) -> None:
    a, b, *_ = ids(session)
    shots.set_follows(session, [b], a)
    session.select([b])
    board.table["board.copy"].trigger()
    shots.remove(session, [a])
    board.table["board.paste"].trigger()
    assert session.film.shot(session.shot_id).follows is None


def test_an_empty_clipboard_is_a_sentence(board: BoardPanel, session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    film, said = session.film, list[str]()
    session.said.connect(lambda problem: said.append(problem.sentence))
    QGuiApplication.clipboard().clear()
    board.table["board.paste"].trigger()
    monkeypatch.setattr(QClipboard, "mimeData", lambda clipboard: None)  # as on a machine where nothing was ever copied
    board.table["board.paste"].trigger()
    assert said == ["Nothing in the clipboard can be pasted here."] * 2
    assert session.film is film
