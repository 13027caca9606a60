"""The cut: tabs, tools, the heads of the tracks and the tracks, and what connects them to the board.

A clip that is chosen is the shot in hand, and a shot that is chosen on the board is seen here; neither moves the playhead.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from app.actions import Actions
from app.commands.cuts import levelled
from app.empty import Empty
from app.state.session import Session
from app.state.stills import Stills
from app.theme.frames import column, ground_of, hairline, row, spring
from app.theme.lettering import figures
from app.timeline.acts import Acts
from app.timeline.clip_menu import menu_for
from app.timeline.continuity import Continuity
from app.timeline.differences import Differences
from app.timeline.footage import Desk, FootageIn
from app.timeline.headers import WIDTH, Headers
from app.timeline.hits import Hit, OnBody, OnLevel, OnMarker
from app.timeline.hold import Hold
from app.timeline.keys import add_commands
from app.timeline.marker_field import MarkerField
from app.timeline.news_bar import NewsBar
from app.timeline.ruler import HEIGHT
from app.timeline.tabs import CutTabs
from app.timeline.tool_bar import ToolBar, connect_styles
from app.timeline.two_up import TwoUp
from app.timeline.view import TracksView
from app.timeline.waves import Waves
from app.words import say, tr, word
from engine.film.cuts import Clip, Marker
from engine.film.document import Film
from engine.film.timecode import timecode
from engine.film.versions import add_cut, assembly


class TimelinePanel(QWidget):
    """The lower half of the cut room. `desk` makes peaks and takes media in (the bridge to the engine)."""

    board_wanted = Signal()

    def __init__(
        self,
        session: Session,
        actions: Actions,
        stills: Stills | None = None,
        desk: Desk | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._actions = session, actions
        ground_of(self, "panel")
        self.hold = Hold(session, self)
        self.waves = Waves(session.folder, desk, self)
        self.continuity = Continuity(self)
        self.view = TracksView(session, self.hold, stills, self.waves, self.continuity)
        self.acts = Acts(session, self.hold, self.view)
        self.footage = FootageIn(session, desk, self) if desk is not None else None
        add_commands(actions, self, self.acts, self.hold, self.view, self.footage)
        self.tabs = CutTabs(session, self.hold)
        self.tools = ToolBar(actions, self.hold, self.view)
        self.headers = Headers(session)
        self.differences = Differences(session, self.hold)
        self.news = NewsBar(session)
        self.marker_field = MarkerField(session, self.view)
        self.clock = QLabel()
        self._pages = QStackedWidget()
        self._asked = False
        self._telling = False
        self._lay()
        self._connect(desk)
        self._follow_film()

    def _lay(self) -> None:
        down = column(self, gap=0)
        top = row(gap=8)
        top.setContentsMargins(8, 0, 8, 0)
        top.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignBottom)  # its underline stands on the hairline
        top.addWidget(spring())
        top.addWidget(self.tools)
        bar = QWidget()
        bar.setFixedHeight(40)
        bar.setLayout(top)
        down.addWidget(hairline())
        down.addWidget(bar)
        down.addWidget(hairline())
        down.addWidget(self.news)
        self._pages.addWidget(self._tracks())
        self._pages.addWidget(self._no_shots())
        self._pages.addWidget(self._no_cut())
        down.addWidget(self._pages, 1)
        self.setFocusProxy(self.view)

    def _tracks(self) -> QWidget:
        page = QWidget()
        across = row(page, gap=0)
        heads = column(gap=0)
        self.clock.setFixedSize(WIDTH, HEIGHT)
        self.clock.setContentsMargins(12, 0, 0, 0)
        self.clock.setFont(figures(strong=True, title=True))
        say(self.clock.setAccessibleName, "Timecode of the playhead")
        heads.addWidget(self.clock)
        heads.addWidget(self.headers, 1)
        across.addLayout(heads)
        across.addWidget(hairline(upright=True))
        across.addWidget(self.view, 1)
        across.addWidget(self.differences)
        return page

    def _no_shots(self) -> QWidget:
        return Empty(
            "film",
            word("There is nothing to cut yet."),
            word("Write the first shot on the board; it stands in the cut at once."),
            act=(word("To the board"), self.board_wanted.emit),
        )

    def _no_cut(self) -> QWidget:
        return Empty(
            "film",
            word("The film has no cut."),
            word("An assembly is every shot of the board, whole and in order."),
            act=(word("Put the board together"), self.assemble),
        )

    def _connect(self, desk: Desk | None) -> None:
        session, view = self._session, self.view
        view.laid_out.connect(self._follow_lanes)
        view.verticalScrollBar().valueChanged.connect(lambda value: self._follow_lanes())
        view.menu_asked.connect(self._pop)
        view.opened.connect(self._open)
        session.film_changed.connect(self._on_film)
        session.cut_changed.connect(lambda cut: self._follow_film())
        session.playhead.moved.connect(lambda frame: self._show_clock())
        session.selection_changed.connect(self._on_selection)
        self.hold.chosen_changed.connect(self._on_chosen)
        self.differences.found.connect(view.differ)
        self.differences.wanted.connect(self._go_to)
        self.tabs.follow_asked.connect(self.news.ask)
        connect_styles(self.tools, self.acts.join)
        if desk is not None and self.footage is not None:
            desk.sound_ready.connect(self.waves.made)
            view.takes_files = True
            view.files_dropped.connect(self.footage.bring)
        self._show_clock()
        self._follow_lanes()

    def show_trims_over(self, screen: QWidget) -> TwoUp:
        """While an edge is dragged, the pictures at the edit point are shown over this: the viewer's picture."""
        return TwoUp(self.view, screen)

    # --- the film

    def assemble(self) -> None:
        """Every shot of the board, whole and in order, as the first cut."""
        name = tr("Assembly")
        self._session.edit(name, lambda film: add_cut(film, assembly(film, name=name)))

    def showEvent(self, event: QShowEvent) -> None:
        """A film without a cut gets its assembly when the room is entered; once, so that an undo of it stays undone."""
        super().showEvent(event)
        film = self._session.film
        if not self._asked and not self._session.read_only and not film.cuts and any(True for _ in film.played.shots):
            self.assemble()
        if not self._asked:
            self._stand_clear()
        self._asked = True
        self._on_selection(self._session.selection)

    def _stand_clear(self) -> None:
        """A film that begins by fading in is first seen behind the fade: black says nothing of the cut."""
        playhead = self._session.playhead
        fades = [join.end for lane in self.view.laid.lanes for join in lane.joins if join.point == 0]
        if playhead.frame == 0 and fades:
            playhead.seek(min(fades))

    def _on_film(self, before: Film, after: Film) -> None:
        if before.cuts is not after.cuts or before.scenes is not after.scenes:
            self._follow_film()

    def _follow_film(self) -> None:
        film = self._session.film
        if not film.cuts and film.cuts is not None and self._session.cut_id == "":
            self._pages.setCurrentIndex(2 if any(True for _ in film.played.shots) else 1)
            return
        if self._session.cut_id == "":
            self._session.choose_cut(film.cuts[0].id)
        self._pages.setCurrentIndex(0)
        self._follow_lanes()

    def _follow_lanes(self) -> None:
        self.headers.follow(self.view.laid, self.view.verticalScrollBar().value())

    def _show_clock(self) -> None:
        film = self._session.film
        self.clock.setText(timecode(self._session.playhead.frame + film.start, film.rate))

    # --- clips and shots

    def _on_chosen(self) -> None:
        """The shots of the chosen clips are chosen on the board."""
        if self._telling:
            return
        shots = self._shots_of(self.hold.clips)
        if shots:
            self._telling = True
            self._session.select(shots)
            self._telling = False

    def _on_selection(self, shots: tuple[str, ...]) -> None:
        """The clips of the shots that were chosen elsewhere are chosen here, and seen."""
        if self._telling or not self.isVisible() or not shots:
            return
        wanted = set(shots)
        boxes = [box for box in self.view.laid.boxes.values() if isinstance(box.item, Clip) and box.item.shot in wanted]
        if not boxes or set(self._shots_of(self.hold.clips)) == wanted:
            return
        self._telling = True
        self.hold.choose(box.item.id for box in boxes)
        self.view.reveal(min(box.at for box in boxes), max(box.end for box in boxes))
        self._telling = False

    def _shots_of(self, clips: tuple[str, ...]) -> tuple[str, ...]:
        items = (self.view.laid.boxes[each].item for each in clips if each in self.view.laid.boxes)
        return tuple(dict.fromkeys(item.shot for item in items if isinstance(item, Clip) and item.shot is not None))

    def _go_to(self, item: str) -> None:
        """To an item of the cut; one that is gone, to where it stands in the other cut."""
        box = self.view.laid.boxes.get(item)
        other = self.view.showing.against
        gone = other.box(item) if box is None and other is not None else None
        if box is not None:
            self.hold.choose((item,))
        if (place := box or gone) is not None:
            self._session.playhead.seek(place.at)
            self.view.reveal(place.at, place.end)

    # --- menus and fields

    def _open(self, hit: Hit) -> None:
        """A double click: on a marker to write, on a clip to look at its first frame."""
        if isinstance(hit, OnMarker):
            self.write_on(hit.marker)
        elif isinstance(hit, OnLevel):
            change = levelled(self._session.cut_id, {hit.box.item.id: 0.0})
            self._session.edit(tr("Level of a clip"), change)
        elif isinstance(hit, OnBody):
            self._session.playhead.seek(hit.box.at)

    def write_on(self, marker: Marker) -> None:
        """The field on a marker."""
        at = self.view.viewport().mapTo(self.view, QPoint(int(self.view.scale.x(marker.frame)), HEIGHT + 2))
        self.marker_field.open(marker, at)

    def _pop(self, hit: Hit, at: QPoint) -> None:
        menu = menu_for(hit, self._session, self.hold, self.acts, self._actions, self.write_on, self)
        menu.exec(at)
        menu.deleteLater()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._follow_lanes()
