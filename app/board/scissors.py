"""Scissors and paste for cards. What is cut out stays where it is until it is pasted, so nothing is lost on the way.

The clipboard of the machine has the cards' words: they can be pasted into a letter, and words from elsewhere become a card. Which shots
were meant is known here alone; another film's clipboard is words to us.
"""

from __future__ import annotations

import json

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QGuiApplication

from app.board.hands import SHOTS, files_in, shots_in
from app.commands import shots
from app.commands.dictation import dictation_of
from app.problems import note
from app.state.session import Session
from app.words import tr
from engine.film.several import place_behind
from engine.film.shots import Shot
from engine.film.values import fresh_id


class Scissors(QObject):
    """What was copied last, of one film."""

    brought = Signal(str, object, object)  # scene, position, paths: files that were copied elsewhere

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._copied: tuple[Shot, ...] = ()
        self._cut = False

    def copy(self) -> None:
        """The selected shots as they are now."""
        self._take(cut=False)

    def cut_out(self) -> None:
        """The selected shots are to go where they will be pasted."""
        self._take(cut=True)
        if self._copied:
            told = tr("Paste, and {n} shots go behind the shot in hand.", n=len(self._copied))
            self._session.say(note(told))

    def paste(self) -> None:
        """What the clipboard holds, behind the shot in hand: shots, or files and words from elsewhere."""
        carried = QGuiApplication.clipboard().mimeData() or QMimeData()  # None where nothing was ever copied
        ids = [shot.id for shot in self._copied]
        if ids and shots_in(carried) == ids:
            self._put(ids)
        elif files := files_in(carried):
            self.brought.emit(*self._behind(), files)
        elif words := carried.text().strip():
            self._write(words)
        else:
            self._session.say(note(tr("Nothing in the clipboard can be pasted here.")))

    def _take(self, *, cut: bool) -> None:
        chosen = self._session.selection
        self._copied = tuple(shot for shot in self._session.film.shots if shot.id in chosen)
        self._cut = cut
        if not self._copied:
            return
        carried = QMimeData()
        carried.setData(SHOTS, json.dumps({"shots": [shot.id for shot in self._copied]}).encode())
        carried.setText("\n".join(shot.action for shot in self._copied))
        QGuiApplication.clipboard().setMimeData(carried)

    def _put(self, ids: list[str]) -> None:
        if self._cut:
            shots.carry(self._session, ids)
            self._cut = False
        else:
            shots.paste(self._session, self._copied)

    def _write(self, words: str) -> None:
        """A card with these words, read as if they were typed."""
        step = f"paste {fresh_id()}"
        shot = shots.add(self._session, merge=step)
        if shot:
            taken = dictation_of(self._session)
            taken.write([shot], words, merge=step)
            taken.take_down()

    def _behind(self) -> tuple[str, int | None]:
        hand = self._session.shot_id
        return place_behind(self._session.film, hand) if hand else ("", None)
