"""The queue on the screen: slips that are dragged into another order, stopped, and tried again, by mouse and by keys."""

from __future__ import annotations

import time
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu

from app.bridge import Engine
from app.renders.queue_rows import ENTRY, QueueRows
from app.renders.reveal import open_file
from app.renders.slip_painter import Deed, Looks, SlipPainter, deeds
from app.renders.slips import Slip, entries
from app.state.session import Session
from app.state.stills import Stills
from app.theme import tokens
from app.words import changed as language_changed
from app.words import say, tr, word
from engine.client import Failed, InLine
from engine.film.board import edit_shot
from engine.film.document import Film

LOG = "cache/worker.log"
"""What the worker wrote, in the film's folder."""

_WIDE = 192  # pixels of a row's picture


class QueueView(QListView):
    """The queue of the open film."""

    chosen = Signal(object)  # Slip, or None

    def __init__(self, session: Session, engine: Engine, stills: Stills) -> None:
        super().__init__()
        self._session, self._engine, self._stills = session, engine, stills
        self._since = time.time()
        self.rows = QueueRows()
        self.setModel(self.rows)
        self._painter = SlipPainter(self, Looks(self._picture, engine.drawn, self._aspect))
        self._painter.done.connect(self.do)
        self.setItemDelegate(self._painter)
        self._set_up()
        self._connect()
        self.refresh()

    def refresh(self, *_: object) -> None:
        """List the queue as it is."""
        held, at = self.slip, self.verticalScrollBar().value()
        self.rows.show(entries(self._engine.line, self._session.film, self._engine.shots_of, self._since))
        row = self.rows.row_of(held.key) if held is not None else -1
        if row >= 0 and row != self.currentIndex().row():
            self.setCurrentIndex(self.rows.index(row))
            if self.slip is None or not isinstance(self.slip.row.state, InLine):
                # Done, it went to the foot of the list: what is drawn now stays in sight.
                self.verticalScrollBar().setValue(at)

    @property
    def slip(self) -> Slip | None:
        """The job that is chosen."""
        entry = self.currentIndex().data(ENTRY) if self.currentIndex().isValid() else None
        return entry if isinstance(entry, Slip) else None

    def slips(self) -> tuple[Slip, ...]:
        """Every job that is chosen."""
        found = (index.data(ENTRY) for index in self.selectedIndexes())
        return tuple(entry for entry in found if isinstance(entry, Slip))

    def do(self, slip: Slip, deed: str) -> None:
        """What a row's button says."""
        match deed:
            case "cancel":
                self._engine.cancel([slip.key])
            case "first":
                self._engine.move(slip.key)
            case "again":
                self._engine.again(slip.key)
            case _:
                self._draw_with_animatic(slip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes off, Alt+Up and Alt+Down move, Enter goes to the shot or tries again."""
        slip = self.slip
        if slip is None:
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._engine.cancel([each.key for each in self.slips() if "cancel" in deeds(each)])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(slip)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() == Qt.Key.Key_Up:
            self._step(slip, -1)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and event.key() == Qt.Key.Key_Down:
            self._step(slip, 1)
        else:
            super().keyPressEvent(event)

    # --- inside

    def _set_up(self) -> None:
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDragDropOverwriteMode(False)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        say(self.setAccessibleName, "Render queue")

    def _connect(self) -> None:
        self.customContextMenuRequested.connect(self._menu)
        self.doubleClicked.connect(lambda index: self._open(index.data(ENTRY)))
        self.rows.moved.connect(self._on_moved)
        self._engine.queue_changed.connect(self.refresh)
        self._engine.planned.connect(self.refresh)
        self._engine.progress.connect(self._further)
        self._session.film_changed.connect(self.refresh)
        self._stills.arrived.connect(self._repaint)
        self.selectionModel().currentChanged.connect(self._on_current)
        tokens.changed.connect(self._repaint)
        language_changed.connect(self.refresh)

    def _repaint(self, *_: object) -> None:
        self.viewport().update()

    def _further(self, key: str, *_: object) -> None:
        self.rows.redraw(key)

    def _on_current(self, *_: object) -> None:
        self.chosen.emit(self.slip)

    def _picture(self, slip: Slip) -> QImage | None:
        shot = next((shot for shot in self._session.film.shots if shot.id == slip.shot), None)
        return self._stills.picture(shot, _WIDE)[1] if shot is not None else None

    def _aspect(self) -> float:
        raster = self._session.film.raster
        return raster.width / raster.height

    def _waiting(self) -> list[str]:
        return [row.job.key for row in self._engine.line.waiting if isinstance(row.state, InLine)]

    def _on_moved(self, key: str, before: str) -> None:
        """A slip was dropped. Nothing stands behind the end of the line, so there the last one is moved in front of it."""
        last = self._waiting()[-1]
        if before:
            self._engine.move(key, before)
        elif key != last:
            self._engine.move(key, last)
            self._engine.move(last, key)

    def _step(self, slip: Slip, by: int) -> None:
        """One place up or down."""
        line = self._waiting()
        if not isinstance(slip.row.state, InLine) or slip.key not in line:
            return
        at = line.index(slip.key) + by
        if at < 0 or at >= len(line):
            return
        if by < 0:
            self._engine.move(slip.key, line[at])
        else:
            self._engine.move(line[at], slip.key)

    def _open(self, slip: object) -> None:
        """A job that failed is tried again; of any other one its shot comes to hand."""
        if not isinstance(slip, Slip):
            return
        if isinstance(slip.row.state, Failed):
            self._engine.again(slip.key)
        elif slip.shot:
            self._session.take_in_hand(slip.shot)
            self._engine.room_wanted.emit("board")

    def _draw_with_animatic(self, slip: Slip) -> None:
        shots = self._engine.shots_of(slip.key)

        if shots and self._session.edit(tr("Draw with the animatic engine"), lambda film: _by_animatic(film, shots)):
            self._engine.render(shots)

    def _menu(self, at: QPoint) -> None:
        slip = self.slip
        if slip is None:
            return
        menu = QMenu(self)
        for deed, words in _WORDS.items():
            if deed in deeds(slip):
                menu.addAction(tr(words), lambda deed=deed: [self.do(each, deed) for each in self.slips()])
        if slip.shot:
            menu.addAction(tr("Show the shot"), lambda: self._show(slip))
        if isinstance(slip.row.state, Failed):
            menu.addAction(tr("Open the log"), partial(open_file, self._session.folder / LOG))
        menu.exec(self.viewport().mapToGlobal(at))

    def _show(self, slip: Slip) -> None:
        self._session.take_in_hand(slip.shot)
        self._engine.room_wanted.emit("board")


def _by_animatic(film: Film, shots: tuple[str, ...]) -> Film:
    """The film with these shots left to the engine that needs nothing."""
    for shot in shots:
        film = edit_shot(film, shot, engine="animatic")
    return film


_WORDS: dict[Deed, str] = {
    "first": word("Draw next"),
    "again": word("Again"),
    "animatic": word("With the animatic engine"),
    "cancel": word("Take off the queue"),
}
