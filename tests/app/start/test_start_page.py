"""The start page's switches follow choices that were made elsewhere."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from app import preferences, words
from app.start.page import LanguageSwitch


def test_the_language_switch_follows_the_menu(qtbot: QtBot, tmp_path: Path) -> None:
    switch = LanguageSwitch(preferences.read(tmp_path / "editor.json"))
    qtbot.addWidget(switch)
    assert switch.buttons["en"].isChecked()
    words.speak("zh")
    assert switch.buttons["zh"].isChecked()
    switch.buttons["en"].click()
    assert words.language() == "en"
