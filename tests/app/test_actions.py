"""The table of commands: keys that two rooms have belong to the one that has the focus."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.actions import Actions
from app.words import word


class Room(QWidget):
    """A room with a list in it; both have a command on C. `done` says which ones ran."""

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.list, self.done, self.table = QListView(), list[str](), Actions()
        QVBoxLayout(self).addWidget(self.list)
        for name, where in (("room", self), ("list", self.list)):
            self.table.add(
                name,
                word("Choose"),
                lambda name=name: self.done.append(name),
                room=word("Board"),
                where=where,
                keys=("C",),
                focused=where is self.list,
            )


class Claims(QObject):
    """Keeps a field's keys from being commands, as the fields on the board do."""

    asked = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride:
            return False
        self.asked += 1
        event.accept()
        return True


@pytest.fixture
def shown(qtbot: QtBot) -> Room:
    made = Room()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    return made


def test_a_key_that_two_have_is_the_focused_ones(shown: Room, qtbot: QtBot) -> None:
    shown.list.setFocus()
    qtbot.waitUntil(shown.list.hasFocus)
    qtbot.keyClick(shown.list, Qt.Key.Key_C)
    assert shown.done == ["list"]
    shown.setFocus()
    qtbot.keyClick(shown, Qt.Key.Key_C)
    assert shown.done == ["list", "room"]


def test_a_command_that_cannot_be_given_leaves_its_key_to_the_room(shown: Room, qtbot: QtBot) -> None:
    shown.table["list"].setEnabled(False)
    shown.list.setFocus()
    qtbot.waitUntil(shown.list.hasFocus)
    qtbot.keyClick(shown.list, Qt.Key.Key_C)
    assert shown.done == ["room"]


def test_a_key_that_closed_a_field_is_not_the_command_below_it(shown: Room, qtbot: QtBot) -> None:
    field = QLineEdit(shown.list)
    field.returnPressed.connect(lambda: (shown.list.setFocus(), field.hide()))
    shown.table["list"].setShortcuts([QKeySequence("Return")])
    field.installEventFilter(claims := Claims(field))
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (claims.asked, shown.list.hasFocus(), shown.done) == (1, True, [])
    qtbot.keyClick(shown.list, Qt.Key.Key_Return)
    assert shown.done == ["list"]
