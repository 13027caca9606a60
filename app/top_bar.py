"""The top bar: menus, the film's title and how it stands on the disk, the rooms, and the two buttons that render and export.

One row of 44 pixels instead of three: height belongs to pictures. In a small window the title gives way first, then the air between
the rooms and the icons of the buttons; no word does.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QLineEdit, QMenuBar, QToolButton, QWidget

from app.actions import Late
from app.state.save_state import NotSaved, Saved, SaveState, Saving
from app.theme.frames import button, ground_of, hairline, kind_of, row
from app.theme.lettering import letters
from app.words import changed as language_changed
from app.words import say, word

HEIGHT = 44
_NARROWEST, _WIDEST, _STATE = 96, 200, 72  # of the title and of what is said beside it
_ICON, _GAP = 20, 8  # of the buttons, and between the rooms, where there is room

ROOMS: Sequence[tuple[str, str]] = (
    ("board", word("Board")),
    ("cut", word("Cut")),
    ("cast", word("Cast")),
    ("renders", word("Renders")),
    ("models", word("Models")),
)
"""Name and words of the rooms, in the order of the work."""


class TopBar(QWidget):
    """Tells which room is wanted; everything else is told to it."""

    room_wanted = Signal(str)
    render_wanted = Signal()
    export_wanted = Signal()
    title_edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        ground_of(self, "panel")
        self.setFixedHeight(HEIGHT)
        self.menus = QMenuBar()
        self.menus.setNativeMenuBar(False)
        self.title, self._saved = QLineEdit(), QLabel()
        self.render_button = button(word("Render"), "primary", icon="clapperboard")
        self.render_button.clicked.connect(self.render_wanted)
        self.export_button = button(word("Export…"), "quiet", icon="file-down")
        self.export_button.clicked.connect(self.export_wanted)
        self.tabs = {name: self._tab(name, words) for name, words in ROOMS}
        self._rooms = row(gap=_GAP)
        self._edge = hairline(upright=True)
        told = [self.title, self._saved, self.export_button, self.render_button]
        self._film_parts: list[QWidget] = [self._edge, *told, *self.tabs.values()]
        self._lay()
        self.show_film(False)
        self.show_cut(False)
        language_changed.connect(self._fit)

    def show_film(self, there: bool) -> None:
        """Without a film only the menus make sense."""
        for part in self._film_parts:
            part.setVisible(there)

    def show_title(self, title: str) -> None:
        """The film is called this; not while somebody writes there."""
        if not self.title.hasFocus() and self.title.text() != title:
            self.title.setText(title)
            self.title.setCursorPosition(0)
        self._fit()

    def show_cut(self, filled: bool) -> None:
        """Whether the cut in hand has anything to export."""
        self.export_button.setEnabled(filled)
        if filled:
            say(self.export_button.setToolTip, "{words}  {keys}", words=Late("Export the film"), keys="Ctrl+E")
        else:
            say(self.export_button.setToolTip, "There is nothing in the cut yet.")

    def show_room(self, name: str) -> None:
        """This room is seen."""
        self.tabs[name].setChecked(True)

    def show_save(self, state: SaveState, *, read_only: bool) -> None:
        """How film.json stands to the film."""
        kind_of(self._saved, "bad" if isinstance(state, NotSaved) else "warn" if read_only else "muted")
        if read_only:
            say(self._saved.setText, "Read-only")
        elif isinstance(state, Saved):
            say(self._saved.setText, "Saved")
        elif isinstance(state, Saving):
            say(self._saved.setText, "Saving")
        else:
            say(self._saved.setText, "Not saved" if isinstance(state, NotSaved) else "Edited")
        self.title.setReadOnly(read_only)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another window, another fit."""
        super().resizeEvent(event)
        self._fit()

    def _tab(self, name: str, words: str) -> QToolButton:
        tab = QToolButton()
        tab.setProperty("kind", "tab")
        tab.setCheckable(True)
        tab.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        say(tab.setText, words)
        tab.clicked.connect(lambda: self.room_wanted.emit(name))
        return tab

    def _lay(self) -> None:
        line = row(self, gap=8)
        line.setContentsMargins(8, 0, 8, 0)
        line.addWidget(self.menus)
        line.addWidget(self._edge)
        self._lay_title(line)
        line.addStretch(1)
        line.addLayout(self._rooms)
        group = QButtonGroup(self)
        for tab in self.tabs.values():
            group.addButton(tab)
            self._rooms.addWidget(tab)
        line.addStretch(1)
        line.addWidget(self.export_button)
        line.addWidget(self.render_button)

    def _lay_title(self, line: QHBoxLayout) -> None:
        self.title.setProperty("kind", "bare")
        self.title.setFont(letters(strong=True))
        self.title.setMaximumWidth(_WIDEST)
        say(self.title.setAccessibleName, "Title of the film")
        say(self.title.setToolTip, "Title of the film")
        self.title.textEdited.connect(lambda: self._fit())
        self.title.editingFinished.connect(self._done)
        self.title.returnPressed.connect(
            self.title.clearFocus
        )  # or Ctrl+E would be the field's, and Space a blank in it
        line.addWidget(self.title)
        self._saved.setFixedWidth(_STATE)  # the tabs must not move when a word gets longer
        line.addWidget(self._saved)

    def _fit(self) -> None:
        """The title is as long as it is, as far as there is room; where there is little, the rest moves together."""
        wanted = self.title.fontMetrics().horizontalAdvance(self.title.text()) + 24
        wanted = max(_NARROWEST, min(_WIDEST, wanted))
        left = 0
        for tight in (False, True):
            self._tighten(tight)
            left = self.width() - (self.sizeHint().width() - self.title.width())
            if left >= wanted:
                break
        self.title.setFixedWidth(max(_NARROWEST, min(wanted, left)))

    def _tighten(self, tight: bool) -> None:
        self._rooms.setSpacing(0 if tight else _GAP)
        for each in (self.export_button, self.render_button):
            each.setIconSize(QSize(0 if tight else _ICON, 16))

    def _done(self) -> None:
        if self.title.isModified():
            self.title.setModified(False)
            self.title_edited.emit(self.title.text())
