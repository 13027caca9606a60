"""Watches over the pictures of the cards: those that arrive are painted, all of a moment in one frame, and those of the page that comes
next are asked for before it is seen.

A card whose picture is there when its turn comes is painted once; without looking ahead every card of a new page is painted twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QTimer

from app.board.layout import CardRow
from app.state.standing import Rendering
from app.state.stills import PROXY, candidates, place_of
from engine.film.shots import Shot

if TYPE_CHECKING:
    from app.board.view import BoardView

_GATHERED = 8
"""Milliseconds that a picture waits for others."""
_PAGES = 4
"""So many pages of pictures may wait to be read; of more, most have scrolled away."""


class Lookout(QObject):
    """For one board."""

    def __init__(self, view: BoardView) -> None:
        super().__init__(view)
        self._view = view
        self._arrived: set[Path] = set()
        self._gathering = QTimer(self, singleShot=True, interval=_GATHERED)
        self._gathering.timeout.connect(self._show)
        view.stills.arrived.connect(self._on_arrived)

    def look_ahead(self, dy: int) -> None:
        """The board has moved by so many pixels, up if that is less than 0: ask for what comes one page on, the nearest first."""
        view = self._view
        high = view.viewport().height()
        far = min(abs(dy), high)
        top = view.top + 2 * high - far if dy < 0 else view.top - high
        for row in reversed([row for row in view.laid.between(top, top + far) if isinstance(row, CardRow)]):
            for shot in reversed(row.shots):
                view.picture_of(shot)

    def give_up(self) -> bool:
        """Forget what is still to be read, if that is more than anybody will see; then all in sight must be asked for again."""
        view = self._view
        crowded = view.stills.waiting > _PAGES * view.laid.measures.columns * (view.page() + 2)
        if crowded:
            view.stills.forget_fitted()
        return crowded

    def _on_arrived(self, path: Path) -> None:
        self._arrived.add(path)
        if not self._gathering.isActive():
            self._gathering.start()

    def _show(self) -> None:
        arrived, self._arrived = self._arrived, set()
        self._view.touch(box for shot, box in self._in_sight() if not arrived.isdisjoint(self._pictures_of(shot)))
        if not self._view.stills.waiting:
            self.look_ahead(-self._view.viewport().height())

    def _in_sight(self) -> Iterator[tuple[Shot, QRect]]:
        """The shots whose cards are seen, and where on the board those are."""
        view = self._view
        for row in view.laid.between(view.top, view.top + view.viewport().height()):
            if isinstance(row, CardRow):
                yield from ((shot, view.laid.card(row, column)) for column, shot in enumerate(row.shots))

    def _pictures_of(self, shot: Shot) -> Iterator[Path]:
        """All that its card may show, whether it is there or not."""
        session, standing = self._view.session, self._view.standing(shot.id)
        if isinstance(standing, Rendering) and standing.preview:
            yield session.folder / standing.preview
        for still in candidates(session.film, shot):
            if (path := place_of(still, session.folder)) is not None:
                yield path
        scrub = self._view.scrub
        if scrub is not None and scrub[0] == shot.id and shot.chosen is not None:
            yield (session.folder / shot.chosen.media).with_name(PROXY)
