"""What an edit paints anew: words one clip, all else the whole view."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, QRect
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from engine.film import board

Room = Any


class _Painted(QObject):
    """The rectangles that were painted."""

    def __init__(self, room: Room) -> None:
        super().__init__(room.panel)
        self.rects: list[QRect] = []
        room.view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.rects.append(event.rect())
        return False

    def after(self, act: Any) -> QRect:
        """All that is painted because of it."""
        QApplication.processEvents()
        self.rects.clear()
        act()
        QApplication.processEvents()
        whole = QRect()
        for each in self.rects:
            whole = whole.united(each)
        return whole


def test_words_paint_their_clip_and_a_longer_cut_paints_all(room: Room, qtbot: QtBot) -> None:
    room.stills.arrived.disconnect()  # a picture that arrives paints anew too
    session, painted = room.session, _Painted(room)
    shot = list(session.film.shots)[1]
    (first, length) = room.placed()[1]
    seen = painted.after(lambda: session.edit("Words", lambda film: board.edit_shot(film, shot.id, action="Fog.")))
    assert seen.left() <= room.view.scale.x(first) <= seen.right()
    assert seen.width() <= length * room.view.scale.per_frame + 8
    assert painted.after(session.undo.undo).width() == seen.width()
    longer = painted.after(
        lambda: session.edit("Longer", lambda film: board.edit_shot(film, shot.id, duration=shot.duration + 10))
    )
    retitled = painted.after(lambda: session.edit("Title", lambda film: film.with_(title="Fog")))
    assert min(longer.width(), retitled.width()) >= room.view.viewport().width()
