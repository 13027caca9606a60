"""The rooms of an open film, built when they are first entered: nobody waits for a room he does not enter.

A room is only an arrangement; what is in it lives on the bench or in a room's own package.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSplitter, QStackedWidget, QWidget

from app.actions import Actions
from app.bench import Bench
from app.board.panel import BoardPanel
from app.intake import Importer, Intake
from app.preferences import Preferences
from app.renders.estimate_sheet import FEW, offer_render
from app.renders.export_sheet import offer_export
from app.state.session import Session
from app.theme.frames import column, ground_of
from engine.film.cuts import Clip
from engine.film.rows import row_of

if TYPE_CHECKING:
    from app.cast.room import CastRoom
    from app.sketch.pad import SketchPad
    from app.timeline.panel import TimelinePanel

COLUMN = 376
"""The width of the column of viewer, shot and takes, in points."""


class Rooms(QWidget):
    """All rooms of one film."""

    entered = Signal(str)
    import_wanted = Signal()

    def __init__(
        self, session: Session, actions: Actions, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._table, self._preferences = session, actions, preferences
        self.bench = Bench(session, actions, self)
        self.engine = self.bench.engine
        self.engine.room_wanted.connect(self.enter)
        self.bench.inspector.sketch_wanted.connect(self.sketch)
        self.bench.inspector.panel_wanted.connect(self.sketch)
        self.bench.inspector.cast_wanted.connect(self.look_at)
        self.intake = Intake(session, cast(Importer, self.engine), self._lay_sounds, self)
        self._desk, self._stack = QStackedWidget(), QStackedWidget()
        self._built: dict[str, QWidget] = {}
        self._slots: dict[str, tuple[QWidget, QWidget]] = {}
        self._room = ""
        self._pad: SketchPad | None = None
        self._cast_room: CastRoom | None = None
        self._timeline: TimelinePanel | None = None
        column(self, gap=0).addWidget(self._stack)

    @property
    def room(self) -> str:
        """The one that is seen, as `top_bar.ROOMS` names it."""
        return self._room

    def enter(self, name: str) -> None:
        """Show a room."""
        if name == self._room:
            return
        self._build(name)
        self._room = name
        for slot, panel in zip(self._slots.get(name, ()), (self.bench.viewer, self.bench.side), strict=False):
            _put(slot, panel)
        self.bench.viewer.lead(name == "cut")
        self._stack.setCurrentWidget(self._built[name])
        if self._built[name].focusProxy() is not None:
            self._built[name].setFocus()  # else whichever button comes first has it
        self.entered.emit(name)

    def draw(self, shots: tuple[str, ...] | None = None) -> None:
        """Render these shots, or all that need it; more than a few are reckoned first. What is being written belongs to it."""
        self._settle_writing()
        if shots is not None and len(shots) <= FEW:
            self.engine.render(shots)
        else:
            offer_render(self.window(), self._session, self.engine, shots)

    def export(self) -> None:
        """Ask how the film should be written, and write it."""
        offer_export(self.window(), self._session, self.engine)

    def look_at(self, entry_id: str) -> None:
        """The page of somebody, or of a prop or place, in the cast room."""
        self.enter("cast")
        if self._cast_room is not None:
            self._cast_room.look_at(entry_id)

    def sketch(self, shot_id: str, panel_id: str = "") -> None:
        """The sketch pad takes the board's place, for this shot; with one of its panels on the paper."""
        self._session.take_in_hand(shot_id)
        self.enter("board")
        if self._pad is None:
            self._pad = self._made_pad()
        if panel_id:
            self._pad.open_panel(panel_id)
        self._desk.setCurrentWidget(self._pad)
        self._pad.setFocus()

    def settle(self) -> None:
        """Whatever a panel holds back (a stroke, a half-written word) reaches the film."""
        focused = self.window().focusWidget()
        if focused is not None:
            focused.clearFocus()
        self.settle_drawing()

    def _settle_writing(self) -> None:
        """A field that is being written in is left; the board keeps its keys."""
        focused = self.window().focusWidget()
        if isinstance(focused, QLineEdit | QPlainTextEdit):
            focused.clearFocus()

    def settle_drawing(self) -> None:
        """Every stroke has reached the film."""
        if self._pad is not None:
            self._pad.book.settle()

    def close_rooms(self) -> None:
        """The film is closed."""
        if self._pad is not None:
            self._pad.prints.close()
        if self._cast_room is not None:
            self._cast_room.prints.close()
        for room in self._built.values():
            room.close()
        self.bench.close()

    # --- the rooms

    def _board(self) -> QWidget:
        board = BoardPanel(self._session, self._table, self.bench.stills, self.engine.standing)
        board.render_wanted.connect(self.draw)
        board.import_wanted.connect(self.import_wanted)
        board.sketch_wanted.connect(self.sketch)
        board.dropped.connect(self.intake.to_shot)
        board.dropped_beside.connect(self.intake.as_cards)
        self.engine.standing_changed.connect(lambda shots: board.restand())
        self._desk.addWidget(board)
        self.setFocusProxy(board)
        viewer, side = self._slotted("board")
        right = _split(Qt.Orientation.Vertical, (viewer, 0), (side, 1))
        right.setSizes([COLUMN * 9 // 16 + 100, 600])
        room = _split(Qt.Orientation.Horizontal, (self._desk, 1), (right, 0))
        room.setSizes([1000, COLUMN])
        return room

    def _cut(self) -> QWidget:
        from app.timeline.panel import TimelinePanel

        viewer, side = self._slotted("cut")
        top = _split(Qt.Orientation.Horizontal, (viewer, 1), (side, 0))
        top.setSizes([1000, COLUMN])
        timeline = self._timeline = TimelinePanel(self._session, self._table, self.bench.stills, self.engine)
        self._show_jumps_in(timeline)
        timeline.board_wanted.connect(lambda: self.enter("board"))
        timeline.show_trims_over(self.bench.viewer.screen_)
        room = _split(Qt.Orientation.Vertical, (top, 3), (timeline, 2))
        room.setSizes([520, 340])
        return room

    def _cast(self) -> QWidget:
        from app.cast.room import CastRoom

        self._cast_room = CastRoom(self._session, self._table, self.bench.stills, self.engine)
        self._cast_room.shot_wanted.connect(lambda shot: self.enter("board"))
        return self._cast_room

    def _renders(self) -> QWidget:
        from app.renders.room import RendersRoom

        return RendersRoom(self._session, self._table, self.engine, self.bench.stills)

    def _models(self) -> QWidget:
        from app.shelf.room import ModelsRoom

        return ModelsRoom(self._session)

    _builders: ClassVar[dict[str, Callable[[Rooms], QWidget]]] = {
        "board": _board,
        "cut": _cut,
        "cast": _cast,
        "renders": _renders,
        "models": _models,
    }

    # --- inside

    def _build(self, name: str) -> None:
        if name not in self._built:
            self._built[name] = self._builders[name](self)
            self._stack.addWidget(self._built[name])

    def _lay_sounds(self, paths: Sequence[Path], at: int, shot: str) -> None:
        """The cut room brings them in, though nobody has been there yet; they are a shot's, and go where it goes."""
        self._build("cut")
        if self._timeline is not None and self._timeline.footage is not None:
            self._timeline.footage.bring(paths, "", at, shot=shot)

    def _show_jumps_in(self, timeline: TimelinePanel) -> None:
        """What is known of the cut in hand stands in its continuity lane."""

        def show(*_: object) -> None:
            timeline.continuity.show(*self.bench.likenesses.jumps(self._session.cut_id))

        timeline.continuity.asked.connect(self._look_behind)
        self.bench.likenesses.measured.connect(show)
        self._session.cut_changed.connect(show)
        show()

    def _look_behind(self, before: str, clip_id: str) -> None:
        """A jump was clicked: the shot behind the cut is in hand with its takes, and the playhead stands on the cut."""
        cut = next((cut for cut in self._session.film.cuts if cut.id == self._session.cut_id), None)
        placed = ((at, clip) for track in cut.tracks for _, at, clip in row_of(track).placed()) if cut else ()
        for at, clip in placed:
            if clip.id == clip_id and isinstance(clip, Clip) and clip.shot is not None:
                self._session.take_in_hand(clip.shot)
                self._session.playhead.seek(at)
                self.bench.side.setCurrentWidget(self.bench.takes)

    def _made_pad(self) -> SketchPad:
        from app.sketch.pad import SketchPad

        pad = SketchPad(self._session, self._table, self._preferences)
        pad.closed.connect(lambda: self._desk.setCurrentIndex(0))
        pad.closed.connect(self.bench.look_again)
        self._desk.addWidget(pad)
        return pad

    def _slotted(self, room: str) -> tuple[QWidget, QWidget]:
        """Where viewer and side column stand in a room."""
        viewer, side = QWidget(), QWidget()
        for slot in (viewer, side):
            ground_of(slot, "panel")
            column(slot, gap=0)
        side.setMinimumWidth(COLUMN - 56)
        self._slots[room] = (viewer, side)
        return viewer, side


def _put(slot: QWidget, panel: QWidget) -> None:
    layout = slot.layout()
    assert layout is not None
    layout.addWidget(panel)
    panel.show()


def _split(way: Qt.Orientation, *parts: tuple[QWidget, int]) -> QSplitter:
    splitter = QSplitter(way)
    splitter.setChildrenCollapsible(False)
    splitter.setHandleWidth(1)
    for at, (part, stretch) in enumerate(parts):
        splitter.addWidget(part)
        splitter.setStretchFactor(at, stretch)
    return splitter
