"""The takes of the shot in hand: look at each, circle, reject, rate, note, pin, compare, shoot again, make final, throw away.

What is being rendered stands above the list; what was thrown away waits in the bin. Choosing a row shows that take in the viewer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QToolButton,
    QWidget,
)

from app.actions import Actions
from app.commands import takes
from app.empty import Empty
from app.errands import send
from app.state.session import Session
from app.state.standing import Fresh
from app.state.stills import Stills
from app.theme import tokens
from app.theme.frames import Elided, column, ground_of, hairline, row, tool
from app.viewer.bin import Bin
from app.viewer.engine_room import Filed, Renders, filed
from app.viewer.finishing import Finisher, finishers, stopped, way_words
from app.viewer.marks import Marked, families, marked, newest_versions
from app.viewer.take_rows import ROW, Row, TakePainter, TakeRows
from app.viewer.work_line import WorkLine
from app.words import changed as language_changed
from app.words import say, tr, word
from engine.film.differing import differing, other_takes
from engine.film.document import Film
from engine.film.shots import Shot
from engine.film.takes import Take
from engine.film.values import fresh_id
from engine.plan.drafts import can_be_made_final
from engine.plan.more_takes import answers
from engine.plan.pickups import can_be_picked_up

CLIPS = "*.mp4 *.mov *.mkv *.webm *.avi *.m4v *.mxf *.gif"


class TakeStrip(QWidget):
    """`renders` None: nothing can be rendered or imported from here (a test, a film that somebody else has open)."""

    take_shown = Signal(str)  # take id: the viewer shows it
    review_wanted = Signal(str, str)  # shot id, take id
    pickup_wanted = Signal(str, str)  # shot id, take id
    compare_wanted = Signal(str, str, str)  # shot id, take id, other take id

    def __init__(
        self, session: Session, actions: Actions, stills: Stills, renders: Renders | None = None, *, name: str = "takes"
    ) -> None:
        super().__init__()
        self._session, self._actions, self._stills, self._renders = session, actions, stills, renders
        self._name = name
        self._filed: dict[str, Filed] = {}
        self._newest = newest_versions(session.film)
        self._scores: Mapping[str, float] = {}
        self._told: Mapping[str, str] = {}
        self._hung = row(gap=0)
        self.rows = TakeRows()
        self.list = QListView()
        self.note = QLineEdit()
        self.final = tool("badge-check", "Make it final")
        self._final_menu = QMenu(self.final)
        self.title = Elided("strong", Qt.TextElideMode.ElideMiddle)
        self.bin, self.work = Bin(session, renders, self), WorkLine()
        self._act()
        self._lay()
        self._connect()
        self._refresh()

    @property
    def take(self) -> Take | None:
        """The take of the chosen row."""
        row = self._row()
        return row.marked.take if row else None

    def choose(self, take_id: str) -> None:
        """Choose a take's row."""
        for n, each in enumerate(self.rows.rows):
            if each.marked.take.id == take_id:
                self.list.setCurrentIndex(self.rows.index(n))

    def set_scores(self, scores: Mapping[str, float], told: Mapping[str, str] | None = None) -> None:
        """How alike each take's subjects are, 0 to 1, by take id, and a sentence each; measured apart."""
        if (self._scores, self._told) != (scores, told or {}):
            self._scores, self._told = scores, told or {}
            self._refresh()

    def hang(self, button: QToolButton) -> None:
        """A tool that is made elsewhere, beside the one that shoots again."""
        self._hung.addWidget(button)

    def dock(self, panel: QWidget) -> None:
        """A panel over the list, for one of its takes."""
        self._docked.addWidget(panel)

    def import_clips(self, sources: Iterable[Path]) -> None:
        """Make takes of the shot in hand from clips, as one undo step."""
        shot, together = self._session.shot, fresh_id()
        for source in sources:
            if shot is not None and self._renders is not None:
                self._renders.import_take(source, shot.id, merge=together)

    def showEvent(self, event: QShowEvent) -> None:
        """Behind its tab the strip has followed the shot without knowing how high it is."""
        super().showEvent(event)
        self.list.scrollTo(self.list.currentIndex())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Clips from outside are taken."""
        if event.mimeData().hasUrls() and self._renders is not None and self._session.shot is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Each becomes a take."""
        self.import_clips(Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile())
        event.acceptProposedAction()

    # --- made once

    def _act(self) -> None:
        """The keys work in the list alone: in the note they are letters."""

        def add(act: str, words: str, run: Callable[[], object], keys: tuple[str, ...] = (), icon: str = "") -> None:
            self._actions.add(
                f"{self._name}.{act}",
                words,
                run,
                room=word("Takes"),
                where=self.list,
                keys=keys,
                icon=icon,
                focused=True,
            )

        add("circle", word("Circle the take"), lambda: self._do(takes.circle), ("C",), "circle-check")
        add("reject", word("Reject the take"), lambda: self._do(takes.reject), ("X",), "circle-x")
        add("pin", word("Pin the take in the cut"), lambda: self._do(takes.pin), ("P",), "pin")
        add("compare", word("Compare with the circled take"), self._compare, ("W",), "git-compare")
        add("pickup", word("Pick up a part of the take"), self._pick_up, ("U",), "brush")
        add("again", word("Again with another seed"), self._again, ("A",), "dices")
        add("review", word("Review the take"), self._review, ("Return", "Enter"), "fullscreen")
        add("write", word("Write a note"), self._write_note, ("N",), "message-square")
        add("reveal", word("Show its files"), self._reveal, ("Ctrl+Shift+R",), "folder-open")
        add("throw_away", word("Throw the take away"), lambda: self._do(takes.throw_away), ("Delete",), "trash-2")
        add("import", word("Import a clip as a take"), self._import, ("Ctrl+Shift+I",), "import")
        for stars in range(6):
            words = word("No stars") if stars == 0 else word("{n} stars")
            add(f"stars_{stars}", words, lambda stars=stars: self._do(takes.rate, stars), (str(stars),))
            if stars:
                action = self._actions[f"{self._name}.stars_{stars}"]
                say(action.setText, words, n=stars)

    def _lay(self) -> None:
        ground_of(self, "panel")
        self.setAcceptDrops(True)
        whole = column(self, gap=0)
        whole.addLayout(self._header())
        whole.addWidget(hairline())
        whole.addWidget(self.work)
        self._docked = column(gap=0)
        whole.addLayout(self._docked)
        self._pages = [self._list_page()]
        self._empty = Empty(
            "film",
            word("No takes yet"),
            word("Render the shot, or drop a clip here."),
            act=(word("Render this shot"), self._render) if self._renders is not None else None,
        )
        self._pages.append(self._empty)
        self._pages.append(Empty("clapperboard", word("No shot in hand"), word("Choose a card on the board.")))
        # Not a stack: that is as tall as its tallest page, and a pickup's panel would be cropped.
        for page in self._pages:
            whole.addWidget(page, 1)
        self.setFocusProxy(self.list)

    def _header(self) -> QHBoxLayout:
        line = row(gap=0)
        line.setContentsMargins(16, 4, 4, 4)
        line.addWidget(self.title, 1)
        line.addWidget(self.bin.button)
        if self._renders is not None:
            line.addWidget(self._actions.button(f"{self._name}.import"))
        return line

    def _list_page(self) -> QWidget:
        page = QWidget()
        down = column(page, gap=0)
        raster = self._session.film.raster
        self._painter = TakePainter(self._stills, self._session.folder, raster.width / raster.height)
        self.list.setModel(self.rows)
        self.list.setItemDelegate(self._painter)
        self.list.setMouseTracking(True)
        self.list.setUniformItemSizes(True)
        self.list.setDragEnabled(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        say(self.list.setAccessibleName, "Takes of the shot in hand")
        down.addWidget(self.list, 1)
        down.addWidget(hairline())
        foot = row(gap=0)
        foot.setContentsMargins(5, 4, 8, 4)
        say(self.note.setPlaceholderText, "Note on this take")
        say(self.note.setAccessibleName, "Note on this take")
        self.note.setProperty("kind", "bare")
        foot.addWidget(self.note, 1)
        down.addLayout(foot)
        down.addLayout(self._tools())
        return page

    def _tools(self) -> QHBoxLayout:
        line = row(gap=0)
        line.setContentsMargins(6, 0, 6, 8)
        for each in ("circle", "reject", "pin", "compare", "review"):
            line.addWidget(self._actions.button(f"{self._name}.{each}"))
        line.addStretch(1)
        if self._renders is not None:
            line.addWidget(self._actions.button(f"{self._name}.pickup"))
            line.addWidget(self._actions.button(f"{self._name}.again"))
            line.addLayout(self._hung)
            self.final.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            self._final_menu.setToolTipsVisible(True)
            self._final_menu.aboutToShow.connect(self._fill_final)
            self.final.setMenu(self._final_menu)
            line.addWidget(self.final)
        line.addWidget(self._actions.button(f"{self._name}.throw_away"))
        return line

    def _connect(self) -> None:
        session = self._session
        session.film_changed.connect(self._on_film_changed)
        session.shot_changed.connect(self._on_shot_changed)
        session.cut_changed.connect(self._refresh)
        self._stills.arrived.connect(lambda _: self.list.viewport().update())
        self.list.selectionModel().currentChanged.connect(self._on_chosen)
        self.rows.modelReset.connect(self._choose_again)
        self.list.doubleClicked.connect(lambda _: self._review())
        self.list.customContextMenuRequested.connect(self._menu)
        self.note.editingFinished.connect(self._noted)
        language_changed.connect(self._refresh)
        tokens.changed.connect(self.list.viewport().update)
        if self._renders is not None:
            self._renders.planned.connect(self._refresh)
            self._renders.standing_changed.connect(self._on_standing)

    # --- what is shown

    def _on_film_changed(self, before: Film, after: Film) -> None:
        """Only what is listed here: the shot in hand, and takes of others that may have made an engine's older."""
        changed = differing(before, after)
        takes = other_takes(before, after)
        if takes:
            self._newest = newest_versions(after)
        if takes or self._session.shot_id in changed or before.cuts is not after.cuts:
            self._refresh()

    def _on_shot_changed(self, shot_id: str) -> None:
        self._chosen = ""
        self._refresh()

    def _on_standing(self, shots: object) -> None:
        if isinstance(shots, tuple) and self._session.shot_id in shots:
            self._stand()

    _chosen = ""

    def _refresh(self, *_: object) -> None:
        """Rows of the shot in hand as it is now."""
        shot = self._session.shot
        self.rows.show_rows(self._rows_of(shot) if shot else ())
        seen = self._pages[2 if shot is None else 0 if shot.takes else 1]
        for page in sorted(self._pages, key=lambda page: page is seen):
            page.setVisible(page is seen)
        self.title.show_words(tr("{slate}  ·  {n} takes", slate=shot.slate, n=len(shot.takes)) if shot else "")
        self.bin.show_shot(shot)
        self._stand()
        self._tell_note()
        self._look_at_files(shot)

    def _rows_of(self, shot: Shot) -> tuple[Row, ...]:
        film = self._session.film
        wanted = answers(self._renders.plan, shot) if self._renders else None
        found = families(marked(film, shot, self._session.cut_id, wanted, self._newest))
        return tuple(self._row_of(each, shot) for each in found)

    def _row_of(self, each: Marked, shot: Shot) -> Row:
        seconds = float(each.take.frames / each.take.rate)
        take = each.take.id
        rivals = [self._scores[other.id] for other in shot.takes if other.id in self._scores and other.id != take]
        score, told = self._scores.get(take), self._told.get(take, "")
        closest = score is not None and bool(rivals) and round(100 * score) > round(100 * max(rivals))  # as they read
        return Row(each, shot.id, seconds, self._filed.get(take), score, told, closest)

    def _choose_again(self) -> None:
        """After other takes have come: the row that was chosen, or the take that is used."""
        ids = [row.marked.take.id for row in self.rows.rows]
        used = next((n for n, row in enumerate(self.rows.rows) if row.marked.used), 0)
        at = ids.index(self._chosen) if self._chosen in ids else used
        if ids:
            selection = self.list.selectionModel()
            selection.blockSignals(True)
            selection.setCurrentIndex(self.rows.index(at), QItemSelectionModel.SelectionFlag.ClearAndSelect)
            selection.blockSignals(False)
            self.list.scrollTo(self.rows.index(at))
        self._tell_note()

    def _on_chosen(self, current: QModelIndex, _: QModelIndex) -> None:
        row = current.data(ROW)
        if isinstance(row, Row):
            self._chosen = row.marked.take.id
            self._tell_note()
            self.take_shown.emit(self._chosen)

    def _tell_note(self) -> None:
        row = self._row()
        if not self.note.hasFocus():
            self.note.setText(row.marked.verdict.note if row else "")
            self.note.home(False)
        self._update_actions(row)

    def _update_actions(self, row: Row | None) -> None:
        shot = self._session.shot
        several = shot is not None and len(shot.takes) > 1
        for each in ("circle", "reject", "pin", "review", "write", "reveal", "throw_away", "stars_0"):
            self._actions[f"{self._name}.{each}"].setEnabled(row is not None)
        self._actions[f"{self._name}.compare"].setEnabled(row is not None and several)
        fit = row is not None and can_be_picked_up(row.marked.take, self._session.film)
        self._actions[f"{self._name}.pickup"].setEnabled(fit and self._renders is not None)
        self._actions[f"{self._name}.again"].setEnabled(shot is not None and self._renders is not None)
        self._offer_final(row, shot)

    def _offer_final(self, row: Row | None, shot: Shot | None) -> None:
        """A draft is made final, and what no final is drawn of says so."""
        offered = row is not None and shot is not None and can_be_made_final(row.marked.take, shot)
        self.final.setEnabled(offered)
        if row is None or offered:
            say(self.final.setToolTip, "Make it final: the same seed from another engine")
        else:
            say(self.final.setToolTip, "Take {n} is final: it was drawn with all its steps.", n=row.marked.number)

    def _stand(self) -> None:
        """What the engine does for the shot now."""
        shot = self._session.shot
        standing = self._renders.standing(shot.id) if shot and self._renders else Fresh()
        self.work.tell(standing, [row.marked for row in self.rows.rows])

    def _fill_final(self) -> None:
        """Engines that could make the chosen take final; one that lacks something says what."""
        self._final_menu.clear()
        shot, take = self._session.shot, self.take
        if shot is None or take is None or self._renders is None:
            return
        orders = {
            each: node.order for node in self._renders.plan.nodes for each in node.shots if node.stage == "motion"
        }
        found = finishers(orders.get(shot.id), take)
        for each in found:
            told = each.lacks or way_words(each.way)
            action = self._final_menu.addAction(f"{each.title}\t{told}")
            action.setToolTip(told)
            action.setData(each.engine)
            action.triggered.connect(lambda _=False, each=each: self._finish(each))
        send(self, lambda: stopped(found), self._mark_stopped, lambda error: None)

    def _mark_stopped(self, engines: frozenset[str]) -> None:
        """Those that cannot draw here now stay in the list: it says what could be had."""
        menu = self._final_menu
        for action in menu.actions():
            if action.data() in engines:
                action.setText(tr("{title} (not ready)", title=action.text()))
        room = menu.screen().availableGeometry()
        menu.move(max(room.left(), min(menu.x(), room.right() - menu.sizeHint().width())), menu.y())  # it became wider

    def _look_at_files(self, shot: Shot | None) -> None:
        """What the takes' files tell: asked of the disk, so in a thread."""
        unknown = [take for take in shot.takes if take.id not in self._filed] if shot else []
        if not unknown:
            return
        folder = self._session.folder

        def told(found: dict[str, Filed]) -> None:
            self._filed |= found
            if found:
                self._refresh()

        send(self, lambda: filed(folder, unknown), told, lambda error: None)

    # --- what a person does

    def _row(self) -> Row | None:
        row = self.list.currentIndex().data(ROW) if self.list.currentIndex().isValid() else None
        return row if isinstance(row, Row) else None

    def _do(self, command: Callable[..., object], *values: object) -> None:
        row = self._row()
        if row is not None:
            command(self._session, row.shot_id, row.marked.take.id, *values)

    def _compare(self) -> None:
        """With the circled take, or else with the one that is used, or else with the one before."""
        row = self._row()
        others = [each.marked for each in self.rows.rows if row and each.marked.take.id != row.marked.take.id]
        if row is not None and others:
            other = next((m for m in others if m.circled), next((m for m in others if m.used), others[0]))
            self.compare_wanted.emit(row.shot_id, row.marked.take.id, other.take.id)

    def _pick_up(self) -> None:
        row = self._row()
        if row is not None and self._renders is not None:
            self.pickup_wanted.emit(row.shot_id, row.marked.take.id)

    def _review(self) -> None:
        row = self._row()
        if row is not None:
            self.review_wanted.emit(row.shot_id, row.marked.take.id)

    def _again(self) -> None:
        shot = self._session.shot
        if shot is not None and self._renders is not None and takes.another_seed(self._session, shot.id):
            self._renders.render((shot.id,))

    def _finish(self, finisher: Finisher) -> None:
        row = self._row()
        if row is None or self._renders is None:
            return
        if takes.finish(self._session, row.shot_id, row.marked.take.id, finisher.engine, finisher.way):
            self._renders.render((row.shot_id,))

    def _render(self) -> None:
        shot = self._session.shot
        if shot is not None and self._renders is not None:
            self._renders.render((shot.id,))

    def _reveal(self) -> None:
        take = self.take
        if take is not None:
            folder = (self._session.folder / take.media).parent
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _import(self) -> None:
        chosen, _ = QFileDialog.getOpenFileNames(self, tr("Import a clip as a take"), "", f"{tr('Clips')} ({CLIPS})")
        self.import_clips(map(Path, chosen))

    def _write_note(self) -> None:
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.note.selectAll()

    def _noted(self) -> None:
        row = self._row()
        if row is not None and self.note.text().strip() != row.marked.verdict.note:
            takes.annotate(self._session, row.shot_id, row.marked.take.id, self.note.text())
        if self.note.hasFocus():
            self.list.setFocus()

    def _menu(self, place: QPoint) -> None:
        if not self.list.indexAt(place).isValid():
            return
        menu = QMenu(self)
        for each in ("review", "circle", "reject", "pin", "compare"):
            menu.addAction(self._actions[f"{self._name}.{each}"])
        stars = menu.addMenu(tr("Stars"))
        for n in range(6):
            stars.addAction(self._actions[f"{self._name}.stars_{n}"])
        menu.addSeparator()
        menu.addAction(self._actions[f"{self._name}.pickup"])
        if self._renders is not None:
            final = menu.addMenu(self._final_menu)
            final.setText(tr("Make it final"))
            final.setIcon(self.final.icon())
            final.setEnabled(self.final.isEnabled())
        for each in ("write", "reveal", "throw_away"):
            menu.addAction(self._actions[f"{self._name}.{each}"])
        menu.exec(self.list.viewport().mapToGlobal(place))
        menu.deleteLater()
