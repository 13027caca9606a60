"""The pictures of the cast room: references by digest, and for who has none a portrait drawn by the paper theatre.

A portrait is asked for when it is first painted and again when its words have changed; until it comes the last one stays, or the card
of coloured paper.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QObject, QTimer, SignalInstance

from app.commands.cast import Entry
from app.state.prints import Prints
from app.state.session import Session
from engine.film.cast import Reference

_AFTER = 500
"""Milliseconds between the wish for a portrait and the order: nobody is drawn anew at every letter of a description."""


class Studio(Protocol):
    """Who draws portraits (app.bridge.Engine does)."""

    portrait_ready: SignalInstance
    """id, look, Reference"""

    def want_portrait(self, entry_id: str, look: str = "") -> None: ...


class Faces(Prints):
    """Prints of a film's pictures, and of the portraits that `studio` draws (None: there are none)."""

    def __init__(self, session: Session, studio: Studio | None, parent: QObject | None = None) -> None:
        super().__init__(session.folder, parent)
        self._session, self._studio = session, studio
        self._drawn: dict[tuple[str, str], Reference] = {}
        self._asked: dict[tuple[str, str], tuple[Entry, object]] = {}
        self._soon = QTimer(self, singleShot=True, interval=_AFTER)
        self._soon.timeout.connect(self._ask)
        self._wanted: dict[tuple[str, str], tuple[Entry, object]] = {}
        if studio is not None:
            studio.portrait_ready.connect(self._hang)

    def drawn(self, entry: Entry, look: str = "") -> Reference | None:
        """The portrait of a subject (in that look), prop or place, if it has been drawn."""
        key, as_told = (entry.id, look), (entry, self._session.film.style)
        drawable = self._studio is not None and not self._session.read_only
        if drawable and self._wanted.get(key, self._asked.get(key)) != as_told:
            self._wanted[key] = as_told
            self._soon.start()
        return self._drawn.get(key)

    def _ask(self) -> None:
        """Order what was wished for. What an undo has changed or taken away meanwhile is not asked for and not remembered as if it
        were: after the redo it is wished for again when it is painted."""
        film = self._session.film
        there = {each.id: (each, film.style) for each in (*film.cast, *film.props, *film.places)}
        wanted = {key: told for key, told in self._wanted.items() if there.get(key[0]) == told}
        self._wanted = {}
        self._asked |= wanted
        for entry_id, look in wanted:
            if self._studio is not None:
                self._studio.want_portrait(entry_id, look)

    def _hang(self, entry_id: str, look: str, picture: Reference) -> None:
        self._drawn[entry_id, look] = picture
        self.ready.emit(picture.digest)
