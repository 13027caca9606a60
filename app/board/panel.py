"""The board room's left side: a row of tools above the cards, and everything that menus and keys do to shots and scenes.

    BoardPanel(session, actions, stills, standing=...)

`standing` tells how a shot stands; `restand()` is to be called when that has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from app.actions import Actions
from app.board.commands import add_commands
from app.board.finding import Finder, Query
from app.board.hands import Hands
from app.board.jotting import Jotting
from app.board.scissors import Scissors
from app.board.tools import Tools
from app.board.view import BoardView
from app.commands import scenes, shots
from app.empty import Empty
from app.state.session import Session
from app.state.standing import Standing
from app.state.stills import Stills
from app.theme.frames import column, ground_of
from app.words import say, tr, word
from engine.film.document import Film


class BoardPanel(QWidget):
    """The board with its tools. What other rooms do it asks for by its signals."""

    render_wanted = Signal(object)  # shot ids
    sketch_wanted = Signal(str)  # shot id
    import_wanted = Signal()
    dropped = Signal(str, object)  # shot id, paths: panels, takes or sounds of that shot
    dropped_beside = Signal(str, object, object)  # scene id, position, paths: shots of their own

    def __init__(
        self,
        session: Session,
        actions: Actions,
        stills: Stills,
        standing: Callable[[str], Standing] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session, self.table = session, actions
        self.view = BoardView(session, stills, standing)
        self.hands = Hands(self.view)
        self.tools = Tools(session)
        self._finder = Finder()
        self._query = Query()
        self.jotting = Jotting(self.view, lambda step: self.add_shot(merge=step))
        self.scissors = Scissors(session, self)
        self.empty = self._made_empty()
        self.nothing = Empty("search", word("No shot fits."), act=(word("Show all shots"), self.clear_search))
        self.setFocusProxy(self.view)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.nothing)
        ground_of(self, "ground")
        down = column(self, gap=0)
        down.addWidget(self.tools)
        down.addWidget(self._stack, 1)
        say(self.view.setAccessibleName, "Board")
        self._connect()
        add_commands(self)
        self._on_film(session.film, session.film)

    # --- what commands do

    @property
    def chosen(self) -> tuple[str, ...]:
        """The selected shots in story order, or the one in hand."""
        selection = set(self.session.selection) or {self.session.shot_id}
        return tuple(shot.id for shot in self.session.film.shots if shot.id in selection)

    def add_shot(self, scene_id: str = "", *, merge: str = "") -> None:
        """A new card, ready to be written on."""
        self.clear_search()
        shot_id = shots.add(self.session, scene_id, merge=merge)
        if shot_id:
            self.edit_action(shot_id)

    def add_scene(self) -> None:
        """A new scene behind the one in hand, its heading ready to be written."""
        self.clear_search()
        scene_id = scenes.add(self.session, behind=self.scene_in_hand())
        if scene_id:
            self.view.fold(scene_id, False)
            self.rename(scene_id)

    def scene_in_hand(self) -> str:
        """The scene of the shot in hand, or ""."""
        hand = self.session.shot_id
        return next((s.id for s in self.session.film.scenes if any(shot.id == hand for shot in s.shots)), "")

    def remove(self) -> None:
        """The chosen shots leave; the bar is not needed, undo brings them back."""
        if self.chosen:
            shots.remove(self.session, self.chosen)

    def duplicate(self) -> None:
        """Copies behind each chosen shot."""
        if self.chosen:
            shots.duplicate(self.session, self.chosen)

    def split(self) -> None:
        """The shot in hand becomes two, at the playhead where that is in the shot, else in its middle."""
        session, shot = self.session, self.session.shot
        if shot is not None:
            place = shots.split_place(session.film, session.cut_id, shot, session.playhead.frame)
            shots.split(session, shot.id, place)

    def bring_back(self) -> None:
        """Those of the chosen shots that were left out are played again."""
        omitted = [shot.id for shot in self.session.film.shots if shot.omitted and shot.id in self.chosen]
        if omitted:
            shots.bring_back(self.session, omitted)

    def merge(self) -> None:
        """The chosen neighbours become one; one alone merges with the next."""
        chosen: Sequence[str] = self.chosen
        if len(chosen) == 1:
            behind = self.view.laid.neighbour(chosen[0], "right")
            chosen = (chosen[0], behind) if behind != chosen[0] else chosen
        shots.merge(self.session, chosen)

    def shift(self, by: int) -> None:
        """The chosen shots go one place to the left or right, into the next scene at its edge."""
        chosen = self.chosen
        film = self.session.film
        scene = next((s for s in film.scenes if any(shot.id in chosen for shot in s.shots)), None)
        if scene is None:
            return
        places = [at for at, shot in enumerate(scene.shots) if shot.id in chosen]
        at = places[0] - 1 if by < 0 else places[-1] + 2
        if 0 <= at <= len(scene.shots):
            shots.move(self.session, chosen, scene.id, at)
            return
        index = film.scenes.index(scene) + by
        if 0 <= index < len(film.scenes):
            other = film.scenes[index]
            shots.move(self.session, chosen, other.id, None if by < 0 else 0)

    def render_chosen(self) -> None:
        """Have the chosen shots drawn."""
        if self.chosen:
            self.render_wanted.emit(self.chosen)

    def sketch(self) -> None:
        """Draw the shot in hand."""
        if self.session.shot_id:
            self.sketch_wanted.emit(self.session.shot_id)

    def select_all(self) -> None:
        """All shots that are shown."""
        order = self.view.laid.order
        if order:
            hand = self.session.shot_id if self.session.shot_id in order else order[0]
            self.session.select(order, hand=hand)

    # --- finding

    def search(self) -> None:
        """Write what to look for."""
        self.tools.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tools.search.selectAll()

    def clear_search(self) -> None:
        """Show everything again."""
        self.tools.clear()

    def restand(self, *_: object) -> None:
        """Shots stand otherwise: the cards tell, and a search by standing finds others."""
        if self._query.state:
            self._find(self._query)
        self.view.restand()

    def _find(self, query: Query) -> None:
        self._query = query
        found = self._finder.found(self.session.film, query, self.view.standing)
        self.view.narrow(found)
        self.tools.count(found)
        self._turn()

    # --- writing on the board

    def edit_action(self, shot_id: str = "") -> None:
        """Write on a card ("": the one in hand)."""
        self.jotting.write(shot_id or self.session.shot_id)

    def edit_length(self) -> None:
        """Write how long the shot in hand lasts."""
        self.jotting.write(self.session.shot_id, "length")

    def rename(self, scene_id: str = "") -> None:
        """Write a scene's heading ("": of the scene in hand)."""
        self.jotting.name_scene(scene_id or self.scene_in_hand())

    @property
    def field(self) -> QWidget | None:
        """The field that is open on the board."""
        return self.jotting.field

    # --- menus

    def _shot_menu(self, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for names in (
            ("render", "sketch"),
            ("key_frames", "approve_key_frames"),
            ("edit", "add", "duplicate"),
            ("copy", "cut_out", "paste"),
            ("split", "merge", "split_scene"),
            ("bring_back", "remove"),
        ):
            for name in (each for each in names if f"board.{each}" in self.table):
                menu.addAction(self.table[f"board.{name}"])
            menu.addSeparator()
        menu.popup(where)

    def _scene_menu(self, scene_id: str, where: QPoint) -> None:
        session = self.session
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, act in (
            (word("Rename scene"), lambda: self.rename(scene_id)),
            (word("Add shot"), lambda: self.add_shot(scene_id)),
            (word("Render the scene"), lambda: self.render_wanted.emit(self._shots_of(scene_id))),
            (word("Move scene up"), lambda: scenes.move(session, scene_id, -1)),
            (word("Move scene down"), lambda: scenes.move(session, scene_id, 1)),
            (word("Merge with the next scene"), lambda: scenes.merge_with_next(session, scene_id)),
            (word("Remove scene"), lambda: scenes.remove(session, scene_id)),
        ):
            menu.addAction(tr(words)).triggered.connect(act)
        menu.popup(where)

    def split_scene(self) -> None:
        """The shot in hand begins a scene of its own."""
        scene = self.scene_in_hand()
        if scene:
            scenes.split(self.session, scene, self.session.shot_id)

    def _shots_of(self, scene_id: str) -> tuple[str, ...]:
        return next(
            (tuple(s.id for s in scene.shots) for scene in self.session.film.scenes if scene.id == scene_id), ()
        )

    # --- inside

    def _connect(self) -> None:
        hands, view = self.hands, self.view
        hands.edit_wanted.connect(self.edit_action)
        hands.rename_wanted.connect(self.rename)
        hands.add_wanted.connect(self.add_shot)
        hands.shot_menu_wanted.connect(self._shot_menu)
        hands.scene_menu_wanted.connect(self._scene_menu)
        hands.again_wanted.connect(lambda shot: self.render_wanted.emit((shot,)))
        hands.moved.connect(lambda ids, scene, at: shots.move(self.session, ids, scene, at))
        hands.dropped.connect(self.dropped)
        hands.dropped_beside.connect(self.dropped_beside)
        self.scissors.brought.connect(self.dropped_beside)
        self.tools.query_changed.connect(self._find)
        self.tools.zoom_wanted.connect(view.zoom)
        self.tools.board_wanted.connect(self._to_first)
        view.zoomed.connect(self.tools.show_zoom)
        self.session.film_changed.connect(self._on_film)

    def _to_first(self) -> None:
        order = self.view.laid.order
        if order and self.session.shot_id not in order:
            self.view.choose(order[0])
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_film(self, before: Film, after: Film) -> None:
        self._turn()
        if self._query.any and before.scenes is not after.scenes:
            self._find(self._query)

    def _turn(self) -> None:
        """The board, or what to do where there is nothing on it."""
        nothing = self.view.found is not None and not self.view.found
        page = self.empty if not self.session.film.scenes else self.nothing if nothing else self.view
        self._stack.setCurrentWidget(page)

    def _made_empty(self) -> Empty:
        return Empty(
            "layout-grid",
            word("The board is empty."),
            word("Add the first shot and write what happens in it, or drop a script here."),
            act=(word("Add a shot"), self.add_shot),
        )

    def showEvent(self, event: QShowEvent) -> None:
        """The room is entered: keys go to the board."""
        super().showEvent(event)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """The room is left: what is being written is kept."""
        super().hideEvent(event)
        self.jotting.leave()
