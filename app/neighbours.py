"""A frame of the shot before or behind becomes a shot's first or last frame: the inspector asks, the engine takes the still.

Two rooms that do not know each other meet here, and the answer may come a second later, when another shot is in hand.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from app.bridge import Engine
from app.grabs import Grabs
from app.problems import Problem, note
from app.state.session import Session
from app.words import tr
from engine.film.shots import Shot


class Neighbours(QObject):
    """Answers `fetch` by calling `put(which, path)` while the shot that asked is still in hand."""

    def __init__(
        self,
        session: Session,
        engine: Engine,
        grabs: Grabs,
        put: Callable[[str, Path], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._engine, self._grabs, self._put = session, engine, grabs, put

    def fetch(self, shot_id: str, which: str) -> None:
        """`which` is "first" (the last frame of the shot before) or "last" (the first one of the shot behind)."""
        shots = list(self._session.film.played.shots)
        at = next((n for n, shot in enumerate(shots) if shot.id == shot_id), 0)
        other = at - 1 if which == "first" else at + 1
        if not 0 <= other < len(shots):
            self._session.say(
                note(tr("There is no shot before it.") if which == "first" else tr("There is no shot behind it."))
            )
            return
        self._ask(shots[other], shot_id, which)

    def _ask(self, neighbour: Shot, shot_id: str, which: str) -> None:
        take = neighbour.chosen
        if take is None:
            self._session.say(
                Problem(
                    tr("Shot {slate} has no take yet.", slate=neighbour.slate),
                    label=tr("Render it"),
                    act=lambda: self._engine.render((neighbour.id,)),
                )
            )
            return
        frame = neighbour.duration - 1 if which == "first" else 0
        self._grabs.grab_take(neighbour, take, frame, partial(self._came, shot_id, which))

    def _came(self, shot_id: str, which: str, path: Path) -> None:
        if shot_id == self._session.shot_id:
            self._put(which, path)
