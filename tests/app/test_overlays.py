"""A sheet over the window goes away whatever has become of the rooms below it."""

from __future__ import annotations

import shiboken6
from PySide6.QtWidgets import QLineEdit, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.actions import Actions
from app.overlays import Overlay, ask, covered, scrolled, sheet_of
from app.theme.frames import column, text


def test_a_sheet_closes_when_what_had_the_focus_is_gone(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    field = QLineEdit(host)
    host.show()
    host.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    sheet = ask(host, "Remove these weights?", "They can be fetched again.", ("Close", "", lambda: None))
    shiboken6.delete(field)
    sheet.close_sheet()
    assert covered(host) is None


def test_no_command_of_the_rooms_runs_under_a_sheet(qtbot: QtBot) -> None:
    host, room, done = QWidget(), QWidget(), list[str]()
    qtbot.addWidget(host)
    room.setParent(host)
    host.show()
    cut = Actions(host).add("cut", "Cut", lambda: done.append("cut"), room="Board", where=room, keys=("Del",))
    sheet = ask(host, "Remove these weights?", "They can be fetched again.", ("Close", "", lambda: None))
    cut.trigger()
    assert not done
    sheet.close_sheet()
    cut.trigger()
    assert done == ["cut"]


def test_a_sheet_is_as_tall_as_its_wrapping_lines_and_scrolls_only_where_the_window_is_too_low(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(600, 700)
    host.show()
    frame, inside = sheet_of("Changes")
    page = QWidget()
    down = column(page)
    for _ in range(6):
        down.addWidget(text("A shot was long and is short now, and its line is another. " * 3, wrap=True))
    inside.addWidget(scrolled(page), 1)
    Overlay(host, frame, width=480)
    area = frame.findChild(QScrollArea)
    assert area is not None
    qtbot.waitUntil(lambda: area.height() >= page.heightForWidth(area.width()))
    assert area.verticalScrollBar().maximum() == 0
    host.resize(600, 300)
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
