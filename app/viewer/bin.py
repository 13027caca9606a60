"""The bin of a shot: what was thrown away can be taken back until somebody empties it.

Emptying deletes files, so it is asked and cannot be undone; undo goes on working and leaves these takes out.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from app.commands import takes
from app.overlays import ask
from app.state.session import Session
from app.theme.frames import tool
from app.viewer.engine_room import Renders
from app.viewer.take_rows import recipe_words
from app.words import tr, word
from engine.film.judging import only_in_bin
from engine.film.shots import Shot


class Bin(QObject):
    """Its `button` opens what was thrown away of the shot that it was told of last; hidden while that is nothing."""

    def __init__(self, session: Session, renders: Renders | None, host: QWidget) -> None:
        super().__init__(host)
        self._session, self._renders, self._host = session, renders, host
        self.button = tool("trash-2", "What was thrown away")
        self.thrown = QMenu(self.button)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setMenu(self.thrown)

    def show_shot(self, shot: Shot | None) -> None:
        """What lies in it now."""
        self.thrown.clear()
        self.button.setVisible(shot is not None and bool(shot.binned))
        if shot is None or not shot.binned:
            return
        for take in shot.binned:
            text = tr("Take back: {recipe}", recipe=recipe_words(take))
            self.thrown.addAction(text, lambda take=take: takes.restore(self._session, shot.id, take.id))
        if self._renders is not None:
            self.thrown.addSeparator()
            self.thrown.addAction(tr("Empty the bin"), lambda: self._ask_to_empty(shot))

    def empty(self, shot_id: str) -> None:
        """The files go first: a take whose file is there would be taken in again."""
        if self._renders is not None and not self._session.refuses():
            media, client = only_in_bin(self._session.film, shot_id), self._renders.client
            self._renders.ask(lambda: client.remove(media), lambda _: takes.forget(self._session, shot_id, media))

    def _ask_to_empty(self, shot: Shot) -> None:
        ask(
            self._host.window(),
            word("Empty the bin?"),
            word("{n} takes and their files are deleted for good. This cannot be undone."),
            (word("Delete for good"), "danger", lambda: self.empty(shot.id)),
            (word("Keep them"), "", lambda: None),
            n=len(shot.binned),
        )
