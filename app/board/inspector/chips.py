"""Names as chips, and a field that adds one by typing: who is seen, and what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

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
        while (item := self._flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for chip in chips:
            self._flow.addWidget(self._made(chip))
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

    def _made(self, chip: Chip) -> QWidget:
        box = QWidget()
        ground_of(box, "raised")
        across = row(box, gap=0)
        across.setContentsMargins(2, 0, 0, 0)
        face = QToolButton()
        face.setProperty("kind", "quiet")
        face.setText(chip.name + (f" · {chip.detail}" if chip.detail else ""))
        face.setEnabled(chip.every)
        if chip.choices:
            face.setMenu(self._menu(chip, face))
            face.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            face.setToolTip(tr("Choose a look"))
        else:
            face.setToolTip(tr("Show in the cast room"))
            face.clicked.connect(lambda: self.opened.emit(chip.id))
        if not chip.every:
            face.setToolTip(tr("Only in some of the selected shots"))
        cross = tool("x", "Remove")
        cross.setIconSize(QSize(12, 12))
        cross.setAccessibleName(tr("Remove {name}", name=chip.name))
        cross.clicked.connect(lambda: self.removed.emit(chip.id))
        across.addWidget(face)
        across.addWidget(cross)
        return box

    def _menu(self, chip: Chip, parent: QWidget) -> QMenu:
        menu = QMenu(parent)
        for choice in chip.choices:
            action = menu.addAction(choice)
            action.setCheckable(True)
            action.setChecked(choice == chip.detail or (not chip.detail and choice == chip.choices[0]))
            action.triggered.connect(lambda _=False, choice=choice: self.chosen.emit(chip.id, choice))
        menu.addSeparator()
        menu.addAction(tr("Show in the cast room")).triggered.connect(lambda: self.opened.emit(chip.id))
        return menu

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
