"""The sheet of keys (`?`): every command that has one, room by room, made from the table of commands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from app.actions import Actions, Command
from app.overlays import Overlay, scrolled, sheet_of
from app.theme.frames import column, row, text
from app.words import tr, word

_COLUMNS = 3


def show_shortcuts(host: QWidget, actions: Actions) -> Overlay:
    """Open the sheet over a window."""
    frame, inside = sheet_of(word("Keyboard shortcuts"))
    page = QWidget()
    line = row(page, gap=40)
    line.setContentsMargins(0, 0, 16, 0)  # the scroll bar stands beside the keys, not on them
    rooms = _by_room(actions)
    for names in _dealt(rooms):
        _lay_column(line, [(name, rooms[name]) for name in names])
    inside.addWidget(scrolled(page), 1)
    return Overlay(host, frame, width=1080)


def _lay_column(line: QHBoxLayout, rooms: list[tuple[str, list[Command]]]) -> None:
    down = column(gap=8)
    for name, commands in rooms:
        down.addWidget(text(name, "strong"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for at, command in enumerate(commands):
            words = QLabel(_told(command))
            keys = QLabel(_keys(command))
            keys.setProperty("kind", "muted")
            keys.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(words, at, 0)
            grid.addWidget(keys, at, 1)
        down.addLayout(grid)
        down.addSpacing(12)
    down.addStretch(1)
    line.addLayout(down, 1)


def _by_room(actions: Actions) -> dict[str, list[Command]]:
    rooms: dict[str, list[Command]] = {}
    for command in actions:
        there = rooms.setdefault(command.room, []) if command.action.shortcuts() else []
        if command.action.shortcuts() and all(_keys(other) != _keys(command) for other in there):
            there.append(command)
    return rooms


def _dealt(rooms: dict[str, list[Command]]) -> list[list[str]]:
    """The rooms dealt into columns of about the same height, in their order."""
    whole = sum(len(commands) + 2 for commands in rooms.values())
    columns: list[list[str]] = [[]]
    filled = 0
    for name, commands in rooms.items():
        if filled and filled + len(commands) / 2 > whole / _COLUMNS * len(columns) and len(columns) < _COLUMNS:
            columns.append([])
        columns[-1].append(name)
        filled += len(commands) + 2
    return columns


def _told(command: Command) -> str:
    """What it does; words with a gap (so many stars) are filled in only on the command itself."""
    return command.action.text() if "{" in command.words else tr(command.words)


def _keys(command: Command) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    named = dict.fromkeys(
        keys.toString(native) for keys in command.action.shortcuts()
    )  # both Enters have one Chinese name
    return "   ".join(named)
