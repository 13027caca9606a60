"""Qt's own menus and dialogs speak the language of the editor, and English again when it does."""

from __future__ import annotations

from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from app import words


def cancel(qtbot: QtBot) -> str:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    return box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "")


def test_a_dialog_of_the_toolkit_follows_the_language(qtbot: QtBot) -> None:
    words.speak("zh")
    assert cancel(qtbot) == "取消"
    words.speak("en")
    assert cancel(qtbot) == "Cancel"
