"""The top bar: menus, the film's title and how it stands on the disk, the rooms, and the one button that renders.

One row of 44 pixels instead of three: height belongs to pictures.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QLineEdit, QMenuBar, QToolButton, QWidget

from app.state.save_state import NotSaved, Saved, SaveState, Saving
from app.theme.frames import button, ground_of, hairline, kind_of, row
from app.theme.lettering import letters
from app.words import say, word

HEIGHT = 44
_WIDEST, _STATE = 200, 72  # of the title and of what is said beside it

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
        self.tabs = {name: self._tab(name, words) for name, words in ROOMS}
        self._edge = hairline(upright=True)
        self._film_parts: list[QWidget] = [self._edge, self.title, self._saved, self.render_button, *self.tabs.values()]
        self._lay()
        self.show_film(False)

    def show_film(self, there: bool) -> None:
        """Without a film only the menus make sense."""
        for part in self._film_parts:
            part.setVisible(there)

    def show_title(self, title: str) -> None:
        """The film is called this; not while somebody writes there."""
        if not self.title.hasFocus() and self.title.text() != title:
            self.title.setText(title)
            self.title.setCursorPosition(0)
        self._fit_title()

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
        group = QButtonGroup(self)
        for tab in self.tabs.values():
            group.addButton(tab)
            line.addWidget(tab)
        line.addStretch(1)
        line.addWidget(self.render_button)

    def _lay_title(self, line: QHBoxLayout) -> None:
        self.title.setProperty("kind", "bare")
        self.title.setFont(letters(strong=True))
        self.title.setMaximumWidth(_WIDEST)
        say(self.title.setAccessibleName, "Title of the film")
        say(self.title.setToolTip, "Title of the film")
        self.title.textEdited.connect(lambda: self._fit_title())
        self.title.editingFinished.connect(self._done)
        self.title.returnPressed.connect(
            self.title.clearFocus
        )  # or Ctrl+E would be the field's, and Space a blank in it
        line.addWidget(self.title)
        self._saved.setFixedWidth(_STATE)  # the tabs must not move when a word gets longer
        line.addWidget(self._saved)

    def _fit_title(self) -> None:
        wide = self.title.fontMetrics().horizontalAdvance(self.title.text()) + 24
        self.title.setFixedWidth(max(96, min(_WIDEST, wide)))

    def _done(self) -> None:
        if self.title.isModified():
            self.title.setModified(False)
            self.title_edited.emit(self.title.text())
