"""Letters that an input method still puts together are nobody's words yet: nothing of them is stored, and nothing of what they replace is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.board.inline import ActionField
from app.board.inspector.writing import WritingField
from app.board.panel import BoardPanel
from app.state.session import Session


def compose(field: QPlainTextEdit, letters: str, taken: str = "") -> None:
    event = QInputMethodEvent(letters, [])
    if taken:
        event.setCommitString(taken)
    QApplication.sendEvent(field, event)


def test_a_card_keeps_its_words_until_the_letters_over_them_are_taken(board: BoardPanel, session: Session) -> None:
    before = session.film
    shot = before.scenes[0].shots[0]
    board.edit_action(shot.id)  # all is selected: the first letter takes it out
    field = board.field
    assert isinstance(field, ActionField)
    compose(field, "shen'qing'yun")
    field.rest.timeout.emit()
    assert session.film is before
    compose(field, "", "沈青云推门进来。")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert session.film.shot(shot.id).action == "沈青云推门进来。"
    session.undo.undo()
    assert session.film == before


def test_the_inspector_waits_for_the_letters_too(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.board.inspector.writing.TOLD_AFTER", 1)
    field = WritingField("Action")
    qtbot.addWidget(field)
    field.setPlainText("Before.")
    field.tell()
    told: list[str] = []
    field.written.connect(lambda text, _: told.append(text))
    field.selectAll()
    compose(field, "deng'long")
    qtbot.wait(20)
    assert told == []
    compose(field, "", "灯笼")
    qtbot.waitUntil(lambda: told == ["灯笼"])
