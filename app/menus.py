"""The menus, and the commands of the window itself: files, undo, rooms, language, theme, help.

Rooms add commands of their own to the table; here only their names are hung into menus, so every command has one place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.actions import Command
from app.top_bar import ROOMS
from app.words import LANGUAGES, say, tr, word

if TYPE_CHECKING:
    from app.main_window import MainWindow
    from app.state.session import Session

WINDOW = word("Window")


class Menus(QObject):
    """The menus of one window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)  # and so no film's undo stack calls it when the window is gone
        self._window = window
        self._session: Session | None = None
        self._needs_film: list[QAction] = []
        bar = window.top.menus
        self.file, self.edit = bar.addMenu(""), bar.addMenu("")
        self.commands, self.view, self.help = bar.addMenu(""), bar.addMenu(""), bar.addMenu("")
        self.commands.aboutToShow.connect(self._fill_commands)
        for menu, name in (
            (self.file, word("File")),
            (self.edit, word("Edit")),
            (self.commands, word("Commands")),
            (self.view, word("View")),
            (self.help, word("Help")),
        ):
            say(menu.setTitle, name)
        self._fill(window)
        self.follow(None)

    def follow(self, session: Session | None) -> None:
        """Undo and redo are this film's."""
        self._session = session
        for action in self._needs_film:
            action.setEnabled(session is not None)
        if session is not None:
            session.undo.indexChanged.connect(self._tell_undo)
        self._tell_undo()
        self.show_rooms()

    def show_rooms(self) -> None:
        """The menu of commands is there when something seen has any; it keeps its place, so that the tabs do."""
        self.commands.menuAction().setEnabled(any(self._seen()))

    def _seen(self) -> Iterator[Command]:
        """The commands of the panels that can be seen now."""
        for command in self._window.actions_table:
            where = command.action.parent()
            if command.room != WINDOW and isinstance(where, QWidget) and where.isVisible():
                yield command

    def _fill_commands(self) -> None:
        self.commands.clear()
        for room, commands in groupby(
            sorted(self._seen(), key=lambda command: command.room), key=lambda each: each.room
        ):
            self.commands.addMenu(self._section(room, list(commands)))

    def _section(self, room: str, commands: list[Command]) -> QMenu:
        menu = QMenu(tr(room), self.commands)
        menu.addActions([command.action for command in commands])
        return menu

    def _fill(self, window: MainWindow) -> None:
        self._fill_file(window)
        self._undo = self._add(self.edit, "undo", word("Undo"), lambda: self._step(back=True), "Ctrl+Z", icon="undo-2")
        self._redo = self._add(
            self.edit, "redo", word("Redo"), lambda: self._step(back=False), "Ctrl+Shift+Z", "Ctrl+Y", icon="redo-2"
        )
        for number, (name, title) in enumerate(ROOMS, 1):
            self._film(self._add(self.view, f"room.{name}", title, partial(window.enter, name), f"Ctrl+{number}"))
        self.view.addSeparator()
        self._fill_looks(window)
        self._add(self.help, "shortcuts", word("Keyboard shortcuts"), window.show_shortcuts, "?", "F1", icon="keyboard")
        self._add(self.help, "tour", word("Take the tour"), window.show_tour, icon="graduation-cap")
        self._add(self.help, "about", word("About Storyreel"), window.show_about, icon="info")

    def _fill_file(self, window: MainWindow) -> None:
        self._add(self.file, "import", word("Import a script"), window.pick_script, "Ctrl+I", icon="file-text")
        self._add(self.file, "new", word("New board"), window.new_board, "Ctrl+N", icon="plus")
        self._add(self.file, "open", word("Open a film"), window.pick_film, "Ctrl+O", icon="folder-open")
        self.file.addSeparator()
        self._film(self._add(self.file, "save", word("Save"), window.save, "Ctrl+S", icon="save"))
        self._film(
            self._add(
                self.file, "export", word("Export the film"), window.export, "Ctrl+E", "Ctrl+Shift+E", icon="file-down"
            )
        )
        self._film(
            self._add(self.file, "revise", word("Bring in a revised script"), window.pick_revision, icon="git-compare")
        )
        self._film(
            self._add(self.file, "settings", word("Film settings"), window.show_settings, "Ctrl+,", icon="settings")
        )
        self._film(self._add(self.file, "reveal", word("Show the film's folder"), window.reveal, icon="folder"))
        self.file.addSeparator()
        self._film(self._add(self.file, "close", word("Close the film"), lambda: window.close_film(), "Ctrl+W"))
        self._add(self.file, "quit", word("Quit"), window.close, "Ctrl+Q")

    def _fill_looks(self, window: MainWindow) -> None:
        languages = QMenu(self.view)
        self.view.addMenu(languages)
        say(languages.setTitle, "Language")
        for language, name in LANGUAGES.items():
            action = languages.addAction(name)
            action.triggered.connect(partial(window.speak, language))
        self._add(self.view, "theme", word("Dark or light"), window.turn_theme, icon="sun")
        self._add(self.view, "fullscreen", word("Full screen"), window.turn_full_screen, "F11", icon="fullscreen")

    def _add(
        self, menu: QMenu, command: str, title: str, run: Callable[[], object], *keys: str, icon: str = ""
    ) -> QAction:
        action = self._window.actions_table.add(
            f"window.{command}", title, run, room=WINDOW, where=self._window, keys=keys, icon=icon
        )
        action.setIconVisibleInMenu(bool(icon))
        menu.addAction(action)
        return action

    def _film(self, action: QAction) -> QAction:
        self._needs_film.append(action)
        return action

    def _step(self, *, back: bool) -> None:
        if self._session is not None:
            if self._window.rooms is not None:
                self._window.rooms.settle_drawing()  # a stroke on its way is the last step, not the one behind it
            (self._session.undo.undo if back else self._session.undo.redo)()

    def _tell_undo(self) -> None:
        if not shiboken6.isValid(self._undo) or not shiboken6.isValid(self._redo):
            return  # the window is going, and its commands with it
        stack = self._session.undo if self._session is not None else None
        can_undo, can_redo = (stack.canUndo(), stack.canRedo()) if stack else (False, False)
        self._undo.setEnabled(can_undo)
        self._redo.setEnabled(can_redo)
        say(self._undo.setText, "Undo: {what}" if can_undo else "Undo", what=stack.undoText() if stack else "")
        say(self._redo.setText, "Redo: {what}" if can_redo else "Redo", what=stack.redoText() if stack else "")
