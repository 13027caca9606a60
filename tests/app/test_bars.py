"""The bar that says what happened: as wide as its sentence from the first word on."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.bars import ProblemBar
from app.problems import Problem, note, refusal_of
from engine.errors import BadInput


def test_a_refusal_goes_with_the_next_edit_and_trouble_stays(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    bar = ProblemBar(window, window)
    bar.show_problem(Problem("The disk is full."))
    bar.show_problem(refusal_of(BadInput("The cut is locked.", "Unlock it.")))
    bar.move_on()
    assert bar.problem is not None
    assert bar.problem.sentence == "The disk is full."
    bar.move_on()
    assert not bar.isHidden()


@pytest.mark.parametrize("sentence", ["正在打开“未命名”", "Opening The Ferry"])
def test_the_first_sentence_is_not_broken_where_there_is_room(qtbot: QtBot, sentence: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 720)
    ground = QWidget(window)
    ground.resize(1280, 700)
    bar = ProblemBar(window, ground)
    window.show()
    qtbot.waitExposed(window)
    bar.show_problem(note(sentence))
    (label,) = (each for each in bar.findChildren(QLabel) if each.text() == sentence)
    assert label.width() >= label.fontMetrics().horizontalAdvance(sentence) + 4
