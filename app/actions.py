"""The one table of commands: words, icon, keys and what each does. Menus, buttons and the shortcut sheet are made from it.

An action belongs to the widget it works in: while that is hidden its keys are free, so each room has J K L for itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QToolButton, QWidget

from app.overlays import covered
from app.theme.frames import tool
from app.theme.icons import dress_icon
from app.words import say, tr


@dataclass(frozen=True, slots=True)
class Command:
    """One row of the table; `words` and `room` are English (mark them with `word`)."""

    id: str
    words: str
    room: str
    action: QAction
    icon: str = ""


class Actions(QObject):
    """The commands of one window, in the order in which they were added."""

    added = Signal(object)  # Command

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._commands: dict[str, Command] = {}

    def add(
        self,
        command_id: str,
        words: str,
        run: Callable[[], object],
        *,
        room: str,
        where: QWidget,
        keys: Sequence[str] = (),
        icon: str = "",
        checkable: bool = False,
        focused: bool = False,
    ) -> QAction:
        """A new command. Its keys work while `where` is visible, or (`focused`) only while the focus is inside it; under a
        sheet nothing does, or Delete would cut shots that nobody sees."""
        if command_id in self:
            raise ValueError(f"the command {command_id} is there already")
        action = QAction(where)
        action.setObjectName(command_id)
        action.setCheckable(checkable)
        say(action.setText, words)
        if icon:
            dress_icon(action.setIcon, icon)
        action.setShortcuts([QKeySequence(key) for key in keys])
        inside, window = Qt.ShortcutContext.WidgetWithChildrenShortcut, Qt.ShortcutContext.WindowShortcut
        action.setShortcutContext(inside if focused else window)
        action.triggered.connect(lambda: _run(action, where, run))
        where.addAction(action)
        if focused and where.findChild(_OwnKeys, options=Qt.FindChildOption.FindDirectChildrenOnly) is None:
            where.installEventFilter(_OwnKeys(where))
        command = Command(command_id, words, room, action, icon)
        self._commands[command_id] = command
        self.added.emit(command)
        return action

    def forget_but(self, owner: QWidget) -> None:
        """Only the commands of `owner` itself stay: the panels of a film that is closed are built anew for the next one."""
        self._commands = {each.id: each for each in self if each.action.parent() is owner}

    def __getitem__(self, command_id: str) -> QAction:
        return self._commands[command_id].action

    def __contains__(self, command_id: object) -> bool:
        return any(command.id == command_id for command in self)

    def __iter__(self) -> Iterator[Command]:
        """The commands whose rooms are still there."""
        return iter([command for command in self._commands.values() if shiboken6.isValid(command.action)])

    def button(self, command_id: str) -> QToolButton:
        """A tool button for a command: its icon, its words and keys as a tool tip."""
        command = self._commands[command_id]
        made = tool(command.icon or "circle", command.words, checkable=command.action.isCheckable())
        made.setDefaultAction(command.action)
        keys = command.action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        say(made.setToolTip, "{words}  {keys}", words=Late(command.words), keys=keys)
        return made


class _OwnKeys(QObject):
    """While a widget itself has the focus, the keys of its focused commands are its own: a room that has one of them too would make
    it ambiguous, and Qt then does neither."""

    def __init__(self, where: QWidget) -> None:
        super().__init__(where)
        self._asked = QKeySequence()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The key is asked for first, and then pressed. One that comes up from a field that has just gone was never asked for."""
        kind = event.type()
        if kind not in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) or not isinstance(event, QKeyEvent):
            return False
        keys = QKeySequence(event.keyCombination())
        action = _own(watched, keys) if isinstance(watched, QWidget) else None
        if action is None or (kind == QEvent.Type.KeyPress and keys != self._asked):
            return False
        event.accept()
        if kind == QEvent.Type.KeyPress:
            self._asked = QKeySequence()
            action.trigger()
        else:
            self._asked = keys
        return True


def _own(where: QWidget, keys: QKeySequence) -> QAction | None:
    inside = (
        each for each in where.actions() if each.shortcutContext() == Qt.ShortcutContext.WidgetWithChildrenShortcut
    )
    return next((each for each in inside if where.hasFocus() and each.isEnabled() and keys in each.shortcuts()), None)


def _run(action: QAction, where: QWidget, run: Callable[[], object]) -> None:
    if covered(where.window()) is None:
        run()
    elif action.isCheckable():
        action.toggle()  # nothing was done, so nothing looks done


class Late:
    """A word that is translated each time it is put into a sentence."""

    def __init__(self, words: str) -> None:
        self._words = words

    def __format__(self, spec: str) -> str:
        return format(tr(self._words), spec)
