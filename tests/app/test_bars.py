"""The bar that says what happened: as wide as its sentence from the first word on."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.bars import ProblemBar
from app.problems import note


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
