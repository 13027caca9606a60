"""The renders room: on the left the queue, on the right what is being drawn and how far the film is."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QSplitter, QStackedWidget, QWidget

from app.actions import Actions
from app.bridge import Engine
from app.empty import Empty
from app.renders.estimate_sheet import offer_render
from app.renders.export_sheet import offer_export
from app.renders.film_strip import FilmStrip
from app.renders.preview import PreviewPanel
from app.renders.queue_view import QueueView
from app.renders.run import Run, heading, telling
from app.renders.slip_painter import deeds
from app.renders.slips import Slip
from app.renders.standings_line import StandingsLine
from app.state.engines import title_of
from app.state.session import Session
from app.state.standing import Failed, Fresh
from app.state.stills import Stills
from app.theme.frames import button, column, ground_of, hairline, kind_of, reicon, row, sheet
from app.theme.lettering import figures
from app.words import changed as language_changed
from app.words import say, tr, word
from engine.film.shots import Shot

ROOM = word("Renders")


class RendersRoom(QWidget):
    """Everything about drawing the film."""

    def __init__(self, session: Session, actions: Actions, engine: Engine, stills: Stills) -> None:
        super().__init__()
        self._session, self._engine = session, engine
        self._run, self._all_drawn = Run(engine, self), False
        self.queue = QueueView(session, engine, stills)
        self.preview = PreviewPanel(session, engine, stills)
        self.strip = FilmStrip(session, engine.standing)
        self.standings = StandingsLine(session, engine.standing, lambda: bool(engine.plan.nodes))
        self.heading, self.telling, self.caption = QLabel(), QLabel(), QLabel()
        self.pause_button = button(word("Pause"), icon="pause")
        self.cancel_button = button(word("Cancel all"), icon="x")
        self.empty = Empty(
            "list-video",
            word("Nothing waits to be drawn."),
            word("Change a shot on the board, or render what is missing; it is listed here while it is drawn."),
            act=(word("Render the film…"), self._begin),
        )
        self._lay()
        self._connect()
        if session.read_only:
            self._keep_off()
        self._add_actions(actions)
        self.setFocusProxy(self.queue)
        self._refresh()
        self._on_hand()

    def offer_render(self) -> None:
        """Say what drawing the film would cost, and draw it when that is fine."""
        offer_render(self.window(), self._session, self._engine)

    def offer_export(self) -> None:
        """Ask how the cut is to leave the house."""
        offer_export(self.window(), self._session, self._engine)

    def _begin(self) -> None:
        """What comes next: the drawing, or where everything is drawn the export."""
        if self._all_drawn:
            self.offer_export()
        else:
            self.offer_render()

    def pause_or_resume(self) -> None:
        """Hold the queue, or let it go on."""
        if self._engine.line.paused:
            self._engine.resume()
        else:
            self._engine.pause()

    def cancel_all(self) -> None:
        """Take everything off the queue."""
        self._engine.cancel()

    # --- inside

    def _keep_off(self) -> None:
        """Whoever has the film open elsewhere holds or stops his queue; keys that would do it here say why not."""
        for each in (self.pause_button, self.cancel_button):
            each.setEnabled(False)
            say(each.setToolTip, "It can be looked at here, not rendered.")
        self.queue.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)

    def _add_actions(self, actions: Actions) -> None:
        def add(name: str, words: str, run: Callable[[], object], *keys: str) -> None:
            actions.add(f"renders.{name}", words, run, room=ROOM, where=self, keys=keys)

        add("render", word("Render the film"), self.offer_render, "Ctrl+R")
        add("pause", word("Pause or go on"), self.pause_or_resume, "Ctrl+P")

    def _lay(self) -> None:
        ground_of(self, "ground")
        kind_of(self.heading, "title")
        kind_of(self.caption, "muted")
        kind_of(self.telling, "muted")
        self.telling.setFont(figures())
        self.caption.setWordWrap(True)
        down = column(self, gap=0)
        down.addWidget(self._head())
        down.addWidget(hairline())
        down.addWidget(self._body(), 1)

    def _head(self) -> QWidget:
        head = sheet("panel")
        down = column(head, gap=8)
        down.setContentsMargins(24, 16, 24, 12)
        line, words = row(gap=8), column(gap=2)
        words.addWidget(self.heading)
        words.addWidget(self.telling)
        line.addLayout(words, 1)
        for each in (self.cancel_button, self.pause_button):
            line.addWidget(each)
        down.addLayout(line)
        down.addWidget(self.strip)
        down.addWidget(self.standings)
        return head

    def _body(self) -> QWidget:
        wide = QSplitter(Qt.Orientation.Horizontal)
        self._list = QStackedWidget()
        self._list.addWidget(self.queue)
        self._list.addWidget(self.empty)
        side = sheet("panel")
        down = column(side, margin=24, gap=12)
        down.addWidget(self.preview)
        down.addWidget(self.caption)
        down.addStretch(1)
        wide.addWidget(self._list)
        wide.addWidget(side)
        wide.setStretchFactor(0, 3)
        wide.setStretchFactor(1, 2)
        wide.setSizes([820, 560])
        wide.setChildrenCollapsible(False)
        return wide

    def _connect(self) -> None:
        self.pause_button.clicked.connect(self.pause_or_resume)
        self.cancel_button.clicked.connect(self.cancel_all)
        self.queue.chosen.connect(self._on_chosen)
        self._session.shot_changed.connect(self._on_hand)
        self._engine.queue_changed.connect(self._refresh)
        self._engine.planned.connect(self._refresh)
        self._engine.standing_changed.connect(self._on_standing)
        self._run.changed.connect(self._tell)
        language_changed.connect(self._refresh)

    def _on_chosen(self, slip: Slip | None) -> None:
        if slip is not None and slip.shot and not self._engine.line.drawing:
            self.preview.show_shot(slip.shot)
            self._tell()

    def _on_hand(self, *_: object) -> None:
        """While nothing is drawn, the shot in hand is seen large."""
        if self._session.shot_id and not self._engine.line.rendering:
            self.preview.show_shot(self._session.shot_id)
            self._tell()

    def _on_standing(self, shots: object) -> None:
        self.strip.update()
        self.standings.refresh()

    def _refresh(self, *_: object) -> None:
        line = self._engine.line
        say(self.pause_button.setText, "Go on" if line.paused else "Pause")
        reicon(self.pause_button, "play" if line.paused else "pause")
        self.pause_button.setVisible(line.paused or line.rendering)
        slips = [entry for entry in self.queue.rows.entries if isinstance(entry, Slip)]
        self.cancel_button.setVisible(any("cancel" in deeds(slip) for slip in slips))
        self._list.setCurrentIndex(0 if self.queue.rows.entries else 1)
        self.standings.refresh()
        self.strip.update()
        self._tell()

    def _tell(self) -> None:
        reach, line = self._run.reach, self._engine.line
        stand = [self._engine.standing(shot.id) for shot in self._session.film.shots if not shot.omitted]
        failed = sum(isinstance(each, Failed) for each in stand)
        drawn = self._all_drawn = bool(stand) and all(isinstance(each, Fresh) for each in stand)
        say(self.empty.button.setText, "Export…" if drawn else "Render the film…")
        self.heading.setText(heading(line, reach, drawn=drawn))
        self.telling.setText(telling(line, reach, failed, drawn=drawn))
        shot = next((shot for shot in self._session.film.shots if shot.id == self.preview.shot_id), None)
        self.caption.setText(self._about(shot) if shot else "")

    def _about(self, shot: Shot) -> str:
        """The slate and the action; below them who draws the shot, how long and how large."""
        film = self._session.film
        engine, size = tr(title_of(shot.engine or film.engine)), f"{film.raster.width} × {film.raster.height}"
        length = tr("{n} frames", n=shot.duration)
        return (
            f"<b>{escape(shot.slate)}</b>&nbsp;&nbsp;{escape(shot.action)}<p>{escape(engine)} · {length} · {size}</p>"
        )
