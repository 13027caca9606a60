"""Names as chips, and a field that adds one by typing: who is seen, and what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from PySide6.QtCore import QEvent, QObject, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QMenu, QToolButton, QWidget

from app.board.inspector.flow import Flow
from app.theme.frames import column, ground_of, row, tool
from app.words import say, tr


@dataclass(frozen=True, slots=True)
class Chip:
    """One name. `detail` is what it wears; `choices` are what else it may wear; `every`: all of the shots have it."""

    id: str
    name: str
    detail: str = ""
    choices: tuple[str, ...] = ()
    every: bool = True


class Chips(QWidget):
    """Chips, and below them the field. What a person wants comes by signals."""

    added = Signal(str)  # a name, known or new
    removed = Signal(str)  # id
    chosen = Signal(str, str)  # id, which of the choices
    opened = Signal(str)  # id: show all there is about it

    def __init__(self, placeholder: str, accessible: str) -> None:
        super().__init__()
        self._shown: tuple[Chip, ...] = ()
        self._faces: list[ChipFace] = []
        self._flow_host = QWidget()
        self._flow = Flow(self._flow_host)
        self._flow_host.hide()
        self.field = QLineEdit()
        say(self.field.setPlaceholderText, placeholder)
        say(self.field.setAccessibleName, accessible)
        self._names = QStringListModel(self)
        completer = QCompleter(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.activated.connect(self._complete, Qt.ConnectionType.QueuedConnection)
        self.field.setCompleter(completer)
        self.field.returnPressed.connect(self._typed)
        self.field.installEventFilter(self)
        down = column(self, gap=6)
        down.addWidget(self._flow_host)
        down.addWidget(self.field)

    def show_chips(self, chips: Sequence[Chip], names: Sequence[str]) -> None:
        """Show these; `names` can be added by typing."""
        self._names.setStringList(list(names))
        if tuple(chips) == self._shown:
            return
        self._shown = tuple(chips)
        while len(self._faces) < len(chips):
            self._faces.append(face := ChipFace(self))
            self._flow.addWidget(face)
        for face, chip in zip_longest(self._faces, chips):
            face.show_chip(chip)
        self._flow_host.setVisible(bool(chips))
        self._flow_host.updateGeometry()

    @property
    def shown(self) -> tuple[Chip, ...]:
        """The chips that are shown."""
        return self._shown

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Backspace in the empty field takes the last one away."""
        empty = not self.field.text() and bool(self._shown)
        if empty and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Backspace:
                self.removed.emit(self._shown[-1].id)
            return event.key() == Qt.Key.Key_Backspace
        return False

    def _typed(self) -> None:
        name = self.field.text().strip()
        self.field.clear()
        if name:
            self.added.emit(name)

    def _complete(self, name: str) -> None:
        """A click in the list; Enter there has told it already."""
        if self.field.text().strip():
            self.field.clear()
            self.added.emit(name)


class ChipFace(QWidget):
    """One chip. It shows one name after the other, as a person walks from shot to shot: made anew each time, its style would be worked out
    anew, too."""

    def __init__(self, chips: Chips) -> None:
        super().__init__()
        self._chips = chips
        self._chip: Chip | None = None
        ground_of(self, "raised")
        across = row(self, gap=0)
        across.setContentsMargins(2, 0, 0, 0)
        self._face = QToolButton()
        self._face.setProperty("kind", "quiet")
        self._face.clicked.connect(self._open)
        self._cross = tool("x", "Remove")
        self._cross.setIconSize(QSize(12, 12))
        self._cross.clicked.connect(self._remove)
        across.addWidget(self._face)
        across.addWidget(self._cross)

    def show_chip(self, chip: Chip | None) -> None:
        """This name; None: nothing, until there is one again."""
        self._chip = chip
        self.setVisible(chip is not None)
        if (old := self._face.menu()) is not None:
            self._face.removeAction(old.menuAction())  # which is how a button loses its menu
            old.deleteLater()
        if chip is None:
            return
        self._face.setText(chip.name + (f" · {chip.detail}" if chip.detail else ""))
        self._face.setEnabled(chip.every)
        told = tr("Choose a look") if chip.choices else tr("Show in the cast room")
        self._face.setToolTip(told if chip.every else tr("Only in some of the selected shots"))
        self._cross.setAccessibleName(tr("Remove {name}", name=chip.name))
        mode = QToolButton.ToolButtonPopupMode
        self._face.setPopupMode(mode.InstantPopup if chip.choices else mode.DelayedPopup)
        if chip.choices:
            self._face.setMenu(self._menu(chip))

    def _menu(self, chip: Chip) -> QMenu:
        menu = QMenu(self._face)
        for choice in chip.choices:
            action = menu.addAction(choice)
            action.setCheckable(True)
            action.setChecked(choice == chip.detail or (not chip.detail and choice == chip.choices[0]))
            action.triggered.connect(lambda _=False, choice=choice: self._chips.chosen.emit(chip.id, choice))
        menu.addSeparator()
        menu.addAction(tr("Show in the cast room")).triggered.connect(lambda: self._chips.opened.emit(chip.id))
        return menu

    def _open(self) -> None:
        if self._chip is not None and not self._chip.choices:
            self._chips.opened.emit(self._chip.id)

    def _remove(self) -> None:
        if self._chip is not None:
            self._chips.removed.emit(self._chip.id)
