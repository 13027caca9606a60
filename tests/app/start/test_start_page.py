"""The start page's switches follow choices that were made elsewhere; its posters are read one at a time."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from app import preferences, words
from app.start.page import LanguageSwitch
from app.start.posters import ONE_AT_A_TIME, Poster


def test_the_language_switch_follows_the_menu(qtbot: QtBot, tmp_path: Path) -> None:
    switch = LanguageSwitch(preferences.read(tmp_path / "editor.json"))
    qtbot.addWidget(switch)
    assert switch.buttons["en"].isChecked()
    words.speak("zh")
    assert switch.buttons["zh"].isChecked()
    switch.buttons["en"].click()
    assert words.language() == "en"


def test_a_poster_waits_until_no_other_is_being_read(qtbot: QtBot, tmp_path: Path) -> None:
    """Two threads that made the process's first picture readers at the same moment crashed it."""
    picture = QImage(320, 180, QImage.Format.Format_RGB32)
    picture.fill(QColor("#c04020"))
    picture.save(str(tmp_path / "poster.png"))

    def seen() -> str:
        return poster.grab().toImage().pixelColor(QPoint(40, 40)).name()

    with ONE_AT_A_TIME:
        poster = Poster("One", "English script", tmp_path / "poster.png")
        qtbot.addWidget(poster)
        qtbot.wait(100)
        assert seen() != "#c04020"
    qtbot.waitUntil(lambda: seen() == "#c04020")
