"""The sketch pad: the paper for the shot in hand, its tools on the left, its layers on the right, its panels below.

The film is the only truth. The pad shows the panel that the film names, tells the sketchbook what was drawn, and follows when an undo, an
import or another window names another picture.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QWidget

from app import words
from app.actions import Actions
from app.commands import panels, shots
from app.preferences import Preferences
from app.sketch.canvas import Canvas
from app.sketch.drawing import Drawing, blank, clear, sheet_size
from app.sketch.easel import Ghost
from app.sketch.exchange import Exchange
from app.sketch.keys import pad_commands
from app.sketch.layer_rack import LayerRack
from app.sketch.nibs import Nib, Tool
from app.sketch.onion import Onion
from app.sketch.pad_bar import PadBar
from app.sketch.painter import Lent
from app.sketch.panel_card import PanelCard
from app.sketch.sketchbook import Sketchbook, Wanted
from app.sketch.strip import Strip
from app.sketch.tool_rack import ToolRack
from app.state.prints import Prints
from app.state.session import Session
from app.theme.frames import column, ground_of, hairline, row, sheet
from app.words import tr
from engine.film.board import edit_shot
from engine.film.document import Film
from engine.film.setup import Move
from engine.film.shots import Shot
from engine.film.values import fresh_id

_HELD = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
"""Keys that make another key of an arrow."""


class SketchPad(QWidget):
    """`closed`: the person goes back to the board."""

    closed = Signal()

    def __init__(self, session: Session, actions: Actions, preferences: Preferences | None = None) -> None:
        super().__init__()
        self._session = session
        self._panel_id = ""
        self._hand = 2
        self._strength = 0.5
        self._skin = False
        self.prints = Prints(session.folder, self)
        self.book = Sketchbook(session, self, prints=self.prints)
        self._onion = Onion(self.prints)
        self.canvas = Canvas()
        self.exchange = Exchange(session, self, preferences)
        self.tools = ToolRack()
        self.layers = LayerRack()
        self.card = PanelCard()
        self.strip = Strip(self.prints)
        self.bar = PadBar()
        self.setAcceptDrops(True)
        self.setFocusProxy(self.canvas)
        ground_of(self, "ground")
        self._lay_out()
        self.commands = pad_commands(self, actions)
        self.bar.take_commands(actions, self.exchange.menu)
        self.canvas.claim(self.commands.values())
        self._connect()
        self.tools.choose(Tool.PENCIL)

    def _lay_out(self) -> None:
        whole = column(self, gap=0)
        whole.addWidget(self.bar)
        whole.addWidget(hairline())
        middle = row(gap=0)
        left, right = sheet("panel"), sheet("panel")
        column(left, gap=0).addWidget(self.tools)
        right.setFixedWidth(240)
        rack = column(right, gap=8)
        rack.addWidget(self.layers)
        rack.addWidget(self.card)
        rack.addStretch(1)
        middle.addWidget(left)
        middle.addWidget(self.canvas, 1)
        middle.addWidget(right)
        whole.addLayout(middle, 1)
        whole.addWidget(hairline())
        whole.addWidget(self.strip)

    def _connect(self) -> None:
        session, canvas, strip, layers, card = self._session, self.canvas, self.strip, self.layers, self.card
        session.film_changed.connect(self._on_film)
        session.shot_changed.connect(self._follow_shot)
        words.changed.connect(self._show_invitation)
        self.book.read.connect(self._on_read)
        self.prints.ready.connect(lambda _: self._show_ghosts() if self._skin else None)
        self.tools.changed.connect(self._take)
        canvas.drawn.connect(self._on_drawn)
        canvas.picked.connect(self.tools.colour)
        canvas.turned_eraser.connect(self.tools.turn_over)
        canvas.view_changed.connect(lambda view: self.bar.show_scale(view.scale))
        strip.chosen.connect(self.open_panel)
        strip.added.connect(self.add_panel)
        strip.retimed.connect(lambda panel, frame: panels.retime_panel(session, session.shot_id, panel, frame))
        strip.moved.connect(lambda panel, at: panels.move_panel(session, session.shot_id, panel, at))
        strip.asked.connect(self._panel_menu)
        layers.chosen.connect(self.take_layer)
        layers.shown.connect(lambda i, on: self._layer(tr("Show layer") if on else tr("Hide layer"), i, shown=on))
        layers.thinned.connect(lambda i, share: self._layer(tr("Layer density"), i, opacity=share))
        layers.fronted.connect(lambda i, on: self._layer(tr("Layer in front"), i, front=on))
        layers.raised.connect(self._raise_layer)
        card.noted.connect(lambda text: panels.note_panel(session, session.shot_id, self._panel_id, text))
        card.flattened.connect(lambda on: panels.flatten_panel(session, session.shot_id, self._panel_id, on))
        card.moved.connect(self._change_move)
        card.skinned.connect(self.see_through)
        card.cleared.connect(self.clear_camera)

    # --- which panel

    @property
    def panel_id(self) -> str:
        """The panel on the paper; it is in the film once something has been drawn."""
        return self._panel_id

    def _shot(self) -> Shot | None:
        return self._session.shot

    def sheet(self) -> QSize:
        """A sheet of the film's, in pixels."""
        raster = self._session.film.raster
        return sheet_size(raster.width, raster.height)

    def _follow_shot(self, shot_id: str) -> None:
        if not self.isVisible():  # nobody looks: whoever goes through the board must not wait for drawings
            return
        shot = self._shot()
        there = shot is not None and panels.panel_of(shot, self._panel_id) is not None
        if shot is not None and shot.panels and not there:
            self.open_panel(shot.panels[0].id)
        elif not there:
            self.open_panel(fresh_id())
        elif shot is not None:
            self._catch_up(shot)
            self._show_shot()

    def open_panel(self, panel_id: str) -> None:
        """Lay this panel on the paper; an id that the shot does not know is a blank sheet for its next one."""
        self._panel_id = panel_id
        self._lay_panel()
        self._show_shot()

    def _lay_panel(self) -> None:
        shot = self._shot()
        panel = panels.panel_of(shot, self._panel_id) if shot else None
        if shot is None:
            drawing = None
        elif panel is None or panel.picture is None:
            drawing = blank(self.sheet())
        else:
            drawing = self.book.remembered(panel.picture.digest)
            if drawing is None:
                self.book.ask(panel, self.sheet())
        self._put(drawing)

    def _put(self, drawing: Drawing | None) -> None:
        ghosts = self._ghosts(drawing)
        self.canvas.show_drawing(drawing, self._hand, ghosts)
        self.layers.show_drawing(drawing, self._hand)
        self._show_invitation()

    def _on_read(self, digest: str, drawing: Drawing) -> None:
        shot = self._shot()
        panel = panels.panel_of(shot, self._panel_id) if shot else None
        if panel is not None and panel.picture is not None and panel.picture.digest == digest:
            self._put(drawing)

    def _on_film(self, before: Film, after: Film) -> None:
        shot = self._shot()
        if self.canvas.drawing_now or not self.isVisible():
            return
        if shot is None:
            self._put(None)
            return
        if panels.panel_of(shot, self._panel_id) is None and shot.panels and not self.book.busy(self._panel_id):
            self.open_panel(self._heir(before, shot))
            return
        self._catch_up(shot)
        self._show_shot()

    def _heir(self, before: Film, shot: Shot) -> str:
        """The panel that comes to hand where the one in hand is gone: what now stands at its position."""
        was = next((s for s in before.shots if s.id == shot.id), shot)
        at = next((i for i, p in enumerate(was.panels) if p.id == self._panel_id), 0)
        return shot.panels[min(at, len(shot.panels) - 1)].id

    def _catch_up(self, shot: Shot) -> None:
        """Show the picture that the film names, unless a stroke that is newer is on its way."""
        if self.book.busy(self._panel_id):
            return
        panel = panels.panel_of(shot, self._panel_id)
        known = self.book.remembered(panel.picture.digest) if panel and panel.picture else None
        if known is None or known is not self.canvas.drawing:
            self._lay_panel()

    def _show_shot(self) -> None:
        shot, film = self._shot(), self._session.film
        self.strip.show_shot(shot, film.rate, film.raster.width / film.raster.height, self._panel_id)
        self.bar.show_shot(shot)
        panel = panels.panel_of(shot, self._panel_id) if shot else None
        self.card.show_panel(shot, panel, self.canvas.drawing, words.language())
        move = shot.setup.move if shot else Move.STATIC
        if move != self.canvas.move_of_shot and not self.book.busy(self._panel_id):  # a mark may be on its way
            self.canvas.move_of_shot = move
            self.canvas.update()
        self._show_invitation()
        if self._skin:
            self._show_ghosts()

    def _show_invitation(self) -> None:
        shot = self._shot()
        panel = panels.panel_of(shot, self._panel_id) if shot else None
        empty = shot is not None and (panel is None or panel.picture is None) and not self.book.busy(self._panel_id)
        self.canvas.invitation = tr("Draw here, or drop a picture.") if empty else ""
        self.canvas.update()

    # --- what is drawn

    def _take(self, nib: Nib) -> None:
        self.canvas.take(nib)

    def _on_drawn(self, drawing: Drawing, text: str, move: Move | None) -> None:
        shot = self._shot()
        if shot is None:
            return
        if self._session.read_only:
            self._session.edit(text, lambda film: film)  # says why not
            self._lay_panel()
            return
        self.layers.show_drawing(drawing, self._hand)
        self.book.keep(Wanted(text, shot.id, self._panel_id, shot.slate, drawing, move))
        self._show_invitation()

    def keep(self, drawing: Drawing, text: str, move: Move | None = None) -> None:
        """Put a changed drawing on the paper and into the film."""
        self._put(drawing)
        self._on_drawn(drawing, text, move)

    def _layer(self, text: str, index: int, **changes: object) -> None:
        if self.canvas.drawing is not None:
            self.keep(self.canvas.drawing.with_layer(index, **changes), text)

    def _raise_layer(self, index: int, by: int) -> None:
        drawing = self.canvas.drawing
        if drawing is None or not 0 <= index + by < len(drawing.layers):
            return
        order = list(range(len(drawing.layers)))
        order[index], order[index + by] = order[index + by], order[index]
        self._hand = order.index(self._hand)
        self.keep(drawing.with_order(order), tr("Move layer"))

    def take_layer(self, index: int) -> None:
        """Draw on this layer, counted from below."""
        self._hand = index
        self._put(self.canvas.drawing)

    def clear_layer(self) -> None:
        """Everything off the layer in hand."""
        drawing = self.canvas.drawing
        if drawing is not None:
            self._layer(tr("Clear layer"), self._hand, picture=clear(drawing.size))

    # --- the camera

    def clear_camera(self) -> None:
        """No marks, and the camera stands."""
        drawing = self.canvas.drawing
        if drawing is not None and drawing.marks:
            self.canvas.move_of_shot = Move.STATIC
            self.keep(drawing.with_marks(), tr("Clear camera move"), Move.STATIC)
        else:
            self._change_move(Move.STATIC)

    def _change_move(self, move: Move) -> None:
        shot = self._shot()
        if shot is not None and shot.setup.move != move:
            setup = shot.setup.with_(move=move)
            self._session.edit(tr("Camera move"), lambda film: edit_shot(film, shot.id, setup=setup))

    # --- panels

    def add_panel(self) -> None:
        """One more panel behind the one in hand; with none drawn yet the blank sheet becomes the first."""
        shot = self._shot()
        if shot is not None and (made := panels.add_panel(self._session, shot.id, self._panel_id)):
            self.open_panel(made)

    def duplicate_panel(self) -> None:
        """The panel in hand once more, to draw the next moment on."""
        shot = self._shot()
        if shot is None or panels.panel_of(shot, self._panel_id) is None:
            return
        self.book.settle()
        if made := panels.duplicate_panel(self._session, shot.id, self._panel_id):
            self.open_panel(made)

    def remove_panel(self) -> None:
        """The panel in hand goes; undo brings it back."""
        shot = self._shot()
        if shot is not None and panels.panel_of(shot, self._panel_id) is not None:
            panels.remove_panel(self._session, shot.id, self._panel_id)
            if not self._session.film.shot(shot.id).panels:
                self.open_panel(fresh_id())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows that no field, slider or strip in it wanted leaf through the board."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        if step and not event.modifiers() & _HELD:
            self.step_panel(step)
        else:
            super().keyPressEvent(event)

    def step_panel(self, by: int) -> None:
        """To the next or previous panel, over the cut into the neighbouring shot."""
        shot = self._shot()
        order = [p.id for p in shot.panels] if shot else []
        at = order.index(self._panel_id) + by if self._panel_id in order else -1
        if 0 <= at < len(order):
            self.open_panel(order[at])
        else:
            self.step_shot(by)

    def step_shot(self, by: int) -> None:
        """To the next or previous shot."""
        order = [shot.id for shot in self._session.film.shots if not shot.omitted]
        if self._session.shot_id in order:
            at = order.index(self._session.shot_id) + by
            if 0 <= at < len(order):
                self._session.select((order[at],))

    def add_shot(self) -> None:
        """A blank shot behind this one, and its first panel on the paper: a board is drawn shot by shot without leaving it."""
        shots.add(self._session)

    def _panel_menu(self, panel_id: str, at: QPoint) -> None:
        menu = QMenu(self)
        for name in ("sketch.panel.duplicate", "sketch.panel.remove", "sketch.panel.spread"):
            menu.addAction(self.commands[name])
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def spread_panels(self) -> None:
        """Every panel of the shot stands equally long."""
        shot = self._shot()
        if shot is not None and shot.panels:
            panels.spread_panels(self._session, shot.id)

    # --- onion skin

    def see_through(self, on: bool, strength: float) -> None:
        """The neighbours shine through, or do not."""
        self._skin, self._strength = on, strength
        self.commands["sketch.onion"].setChecked(on)
        self._show_ghosts()

    def toggle_onion(self) -> None:
        """Onion skin on or off."""
        self.card.set_onion(not self._skin)

    def _ghosts(self, drawing: Drawing | None) -> tuple[Ghost, ...]:
        if drawing is None or not self._skin:
            return ()
        film = self._session.film
        return self._onion.ghosts(film, self._session.shot_id, self._panel_id, drawing.size, self._strength)

    def _show_ghosts(self) -> None:
        self.canvas.show_drawing(self.canvas.drawing, self._hand, self._ghosts(self.canvas.drawing))

    def lay(self, under: Drawing, text: str) -> None:
        """A picture comes in as the lowest layer; what was drawn on the others stays over it where the sheet is the same."""
        drawing = self.canvas.drawing
        if drawing is not None and drawing.size == under.size:
            under = drawing.with_layer(0, picture=under.layers[0].picture)
        self.keep(under, text)

    def take_back(self, lent: Lent, drawing: Drawing) -> None:
        """A panel that was saved in the painter."""
        if lent.panel_id == self._panel_id:
            self._put(drawing)
        self.book.keep(Wanted(tr("Saved in the painter"), lent.shot_id, lent.panel_id, lent.slate, drawing))

    # --- the window

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A picture may be dropped."""
        if event.mimeData().hasImage() or event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Lay it on the paper."""
        if self.exchange.lay_carried(event.mimeData()):
            event.acceptProposedAction()

    def showEvent(self, event: QShowEvent) -> None:
        """The pen is ready at once, on the panel that is in hand by now."""
        self._follow_shot(self._session.shot_id)
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever looks next sees every stroke."""
        self.book.settle()

    def close_pad(self) -> None:
        """Back to the board."""
        self.book.settle()
        self.closed.emit()
