"""The rooms of an open film, built when they are first entered: a cold start pays for none of them.

The viewer and the column of shot and takes are one and the same in the board room and the cut room; they move along, so that
the player keeps its place.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.actions import Actions
from app.empty import Empty
from app.state.session import Session
from app.theme.frames import column
from app.words import word

COLUMN = 360
"""The width of the column of viewer, shot and takes, in points."""


class Rooms(QWidget):
    """All rooms of one film."""

    entered = Signal(str)

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session, self._actions = session, actions
        self._stack = QStackedWidget()
        self._rooms: dict[str, QWidget] = {}
        self._room = ""
        self._builders: dict[str, Callable[[], QWidget]] = {
            "board": self._board,
            "cut": self._cut,
            "cast": self._cast,
            "renders": self._renders,
            "models": self._models,
        }
        column(self, gap=0).addWidget(self._stack)

    @property
    def room(self) -> str:
        """The one that is seen."""
        return self._room

    def enter(self, name: str) -> None:
        """Show a room."""
        if name == self._room:
            return
        if name not in self._rooms:
            self._rooms[name] = self._builders[name]()
            self._stack.addWidget(self._rooms[name])
        self._room = name
        self._stack.setCurrentWidget(self._rooms[name])
        self.entered.emit(name)

    def take_in(self, kind: str, paths: list[Path]) -> None:
        """A picture or clip was dropped where no panel wanted it: it goes to the shot in hand."""

    def close_rooms(self) -> None:
        """The film is closed: nothing of it may play or wait on."""
        for room in self._rooms.values():
            room.close()

    def _board(self) -> QWidget:
        return Empty("layout-grid", word("The board"))

    def _cut(self) -> QWidget:
        return Empty("film", word("The cut"))

    def _cast(self) -> QWidget:
        return Empty("users", word("The cast"))

    def _renders(self) -> QWidget:
        return Empty("list-video", word("The renders"))

    def _models(self) -> QWidget:
        return Empty("boxes", word("The models"))
