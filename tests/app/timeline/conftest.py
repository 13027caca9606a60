"""A cut room over the small film: a panel in a window, with hands that press, drag and let go in frames instead of pixels."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.actions import Actions
from app.state.session import Session
from app.state.stills import Stills
from app.timeline.panel import TimelinePanel
from app.timeline.ruler import HEIGHT
from engine.film.cuts import Clip, Cut
from engine.film.rows import row_of

NONE = Qt.KeyboardModifier.NoModifier


class CutRoom:
    """The panel and a pair of hands."""

    def __init__(self, session: Session, qtbot: QtBot) -> None:
        self.session, self._qtbot = session, qtbot
        self.actions = Actions()
        self.stills = Stills(session)
        self.panel = TimelinePanel(session, self.actions, self.stills)
        qtbot.addWidget(self.panel)
        self.panel.resize(1280, 420)
        self.panel.show()
        qtbot.waitExposed(self.panel)
        self.view, self.hold = self.panel.view, self.panel.hold
        self.panel.activateWindow()
        self.view.setFocus()
        qtbot.waitUntil(self.view.hasFocus)
        self.view.zoom(4 / self.view.scale.per_frame, 0)

    @property
    def cut(self) -> Cut:
        return next(cut for cut in self.session.film.cuts if cut.id == self.session.cut_id)

    def clips(self, track: int = 0) -> list[Clip]:
        return [item for item in self.cut.tracks[track].items if isinstance(item, Clip)]

    def placed(self, track: int = 0) -> list[tuple[int, int]]:
        """(first record frame, frames) of the clips of a track."""
        return [(at, i.frames) for _, at, i in row_of(self.cut.tracks[track]).placed() if isinstance(i, Clip)]

    def at(self, frame: float, track: int = 0, *, down: float = 0.7) -> QPoint:
        """A point on the screen; `down` is how far down its lane."""
        lane = self.view.laid.lane(self.cut.tracks[track].id)
        assert lane is not None
        return QPoint(round(self.view.scale.x(frame)), round(HEIGHT + lane.top + lane.height * down))

    def drag(self, *points: QPoint, keys: Qt.KeyboardModifier = NONE, let_go: bool = True) -> None:
        """Press on the first point, move over the others, let go on the last."""
        self._qtbot.mousePress(self.view.viewport(), Qt.MouseButton.LeftButton, keys, points[0])
        for point in points[1:]:
            self.move(point, keys)
        if let_go:
            self.let_go(points[-1], keys)

    def let_go(self, point: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
        self._qtbot.mouseRelease(self.view.viewport(), Qt.MouseButton.LeftButton, keys, point)

    def move(self, to: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
        port = self.view.viewport()
        at = QPointF(to)
        where = QPointF(port.mapToGlobal(to))
        left = Qt.MouseButton.LeftButton
        QApplication.sendEvent(port, QMouseEvent(QEvent.Type.MouseMove, at, where, Qt.MouseButton.NoButton, left, keys))

    def click(self, point: QPoint, keys: Qt.KeyboardModifier = NONE) -> None:
        self._qtbot.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, keys, point)

    def key(self, *keys: object) -> None:
        self._qtbot.keyClick(self.view, *keys)

    def do(self, command: str) -> None:
        self.actions[command].trigger()


@pytest.fixture
def room(session_with_takes: Session, qtbot: QtBot) -> Iterator[CutRoom]:
    """The small film with takes, in a cut room at four pixels a frame."""
    made = CutRoom(session_with_takes, qtbot)
    yield made
    made.panel.waves.settle()
    made.stills.close()
