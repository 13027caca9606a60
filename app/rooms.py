"""The rooms of an open film, built when they are first entered: a cold start pays for none of them.

The column of shot and takes is one and the same in the board room and the cut room and moves along; each has a viewer of its
own, because one follows the shot in hand and the other plays the cut.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from app.actions import Actions
from app.empty import Empty
from app.preferences import Preferences
from app.side import Side
from app.state.session import Session
from app.theme.frames import column, ground_of
from app.words import word

if TYPE_CHECKING:
    from app.sketch.pad import SketchPad
    from app.viewer.viewer import ViewerPanel

COLUMN = 376
"""The width of the column of viewer, shot and takes, in points."""

FEW = 3
"""So many shots are drawn without asking what they cost."""

RoomName = str
"""One of `top_bar.ROOMS`."""


class Rooms(QWidget):
    """All rooms of one film, and what they share: the engine's bridge, the pictures."""

    entered = Signal(str)
    import_wanted = Signal()

    def __init__(
        self, session: Session, actions: Actions, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        from app.bridge import Engine
        from app.state.stills import Stills

        super().__init__(parent)
        self.session, self.table, self.preferences = session, actions, preferences
        self.engine = Engine(session)
        self.stills = Stills(session)
        self.engine.room_wanted.connect(self.enter)
        self._stack = QStackedWidget()
        self._built: dict[str, QWidget] = {}
        self._room = ""
        self._viewers: list[ViewerPanel] = []
        self._side: Side | None = None
        self._slots: dict[str, QWidget] = {}
        self._pad: SketchPad | None = None
        column(self, gap=0).addWidget(self._stack)

    @property
    def room(self) -> RoomName:
        """The one that is seen."""
        return self._room

    def enter(self, name: RoomName) -> None:
        """Show a room."""
        if name == self._room:
            return
        if name not in self._built:
            self._built[name] = self._builders[name](self)
            self._stack.addWidget(self._built[name])
        self._room = name
        if name in self._slots:
            self._bring_side(self._slots[name])
        self._stack.setCurrentWidget(self._built[name])
        self.entered.emit(name)

    def draw(self, shots: tuple[str, ...] | None = None) -> None:
        """Render these shots, or all that need it; more than a few are reckoned first."""
        from app.renders.estimate_sheet import offer_render

        if shots is not None and len(shots) <= FEW:
            self.engine.render(shots)
        else:
            offer_render(self.window(), self.session, self.engine, shots)

    def export(self) -> None:
        """Ask how the film should be written, and write it."""
        from app.renders.export_sheet import offer_export

        offer_export(self.window(), self.session, self.engine)

    def take_in(self, kind: str, paths: list[Path]) -> None:
        """A picture or clip was dropped where no panel wanted it: it goes to the shot in hand."""
        shot = self.session.shot_id
        for path in paths if shot else ():
            if kind == "clip":
                self.engine.import_take(path, shot)

    def settle(self) -> None:
        """Whatever a room holds back (a stroke, a half-written word) reaches the film."""
        focused = self.focusWidget()
        if focused is not None:
            focused.clearFocus()
        if self._pad is not None:
            self._pad.book.settle()

    def close_rooms(self) -> None:
        """The film is closed: nothing of it may play, render or wait on."""
        for viewer in self._viewers:
            viewer.close_film()
        if self._pad is not None:
            self._pad.prints.close()
        self.stills.close()
        self.engine.close()
        self.table.forget(self)

    # --- the rooms

    def _board(self) -> QWidget:
        from app.board.panel import BoardPanel

        board = BoardPanel(self.session, self.table, self.stills, self.engine.standing)
        board.render_wanted.connect(self.draw)
        board.import_wanted.connect(self.import_wanted)
        board.sketch_wanted.connect(self.sketch)
        self.engine.standing_changed.connect(lambda shots: board.restand())
        self._desk = QStackedWidget()
        self._desk.addWidget(board)
        right = _split(Qt.Orientation.Vertical, (self._viewer("board", leads=False), 0), (self._slot("board"), 1))
        right.setSizes([COLUMN * 9 // 16 + 72, 600])
        room = _split(Qt.Orientation.Horizontal, (self._desk, 1), (right, 0))
        room.setSizes([1000, COLUMN])
        return room

    def sketch(self, shot_id: str) -> None:
        """The sketch pad takes the board's place, for this shot."""
        from app.sketch.pad import SketchPad

        self.session.take_in_hand(shot_id)
        self.enter("board")
        if self._pad is None:
            self._pad = SketchPad(self.session, self.table, self.preferences)
            self._pad.closed.connect(lambda: self._desk.setCurrentIndex(0))
            self._desk.addWidget(self._pad)
        self._desk.setCurrentWidget(self._pad)
        self._pad.setFocus()

    def _cut(self) -> QWidget:
        from app.timeline.panel import TimelinePanel

        top = _split(Qt.Orientation.Horizontal, (self._viewer("cut", leads=True), 1), (self._slot("cut"), 0))
        top.setSizes([1000, COLUMN])
        timeline = TimelinePanel(self.session, self.table, self.stills, self.engine)
        timeline.board_wanted.connect(lambda: self.enter("board"))
        room = _split(Qt.Orientation.Vertical, (top, 3), (timeline, 2))
        room.setSizes([520, 340])
        return room

    def _cast(self) -> QWidget:
        return Empty("users", word("The cast"))

    def _renders(self) -> QWidget:
        from app.renders.room import RendersRoom

        return RendersRoom(self.session, self.table, self.engine, self.stills)

    def _models(self) -> QWidget:
        return Empty("boxes", word("The models"))

    _builders: ClassVar[dict[str, Callable[[Rooms], QWidget]]] = {
        "board": _board,
        "cut": _cut,
        "cast": _cast,
        "renders": _renders,
        "models": _models,
    }

    # --- inside

    def _viewer(self, name: str, *, leads: bool) -> ViewerPanel:
        from app.viewer.viewer import ViewerPanel

        viewer = ViewerPanel(self.session, self.table, name=name, leads=leads)
        viewer.sound_wanted.connect(self.engine.want_sound)
        self.engine.sound_ready.connect(lambda digest: viewer.look_again())
        self._viewers.append(viewer)
        return viewer

    def _slot(self, room: str) -> QWidget:
        """Where the column of shot and takes stands in a room."""
        slot = QWidget()
        ground_of(slot, "panel")
        column(slot, gap=0)
        slot.setMinimumWidth(COLUMN - 56)
        self._slots[room] = slot
        return slot

    def _bring_side(self, slot: QWidget) -> None:
        if self._side is None:
            self._side = self._made_side()
        layout = slot.layout()
        assert layout is not None
        layout.addWidget(self._side)

    def _made_side(self) -> Side:
        from app.board.inspector.panel import InspectorPanel
        from app.neighbours import Neighbours

        side = Side()
        inspector = InspectorPanel(self.session, self.stills)
        inspector.sketch_wanted.connect(self.sketch)
        neighbours = Neighbours(self.session, self.engine, inspector.frames.put, inspector)
        inspector.neighbour_wanted.connect(neighbours.fetch)
        side.add_page(inspector, word("Shot"))
        return side


def _split(way: Qt.Orientation, *parts: tuple[QWidget, int]) -> QSplitter:
    splitter = QSplitter(way)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    for at, (part, stretch) in enumerate(parts):
        splitter.addWidget(part)
        splitter.setStretchFactor(at, stretch)
    return splitter
