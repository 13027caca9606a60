"""The tracks: ruler, lanes, clips and playhead, painted in one view that scrolls and zooms.

One view and not a widget a clip, because a cut of a thousand clips is to scroll at sixty frames a second; only what is in sight
is painted, and a moving playhead repaints two columns.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from app import words
from app.state.playhead import Playing
from app.state.session import Session
from app.state.stills import Stills
from app.theme import tokens
from app.timeline import cursors, dialogue, drops
from app.timeline.against import HEIGHT as GHOST
from app.timeline.against import Against, Mark, paint_against
from app.timeline.clips import paint_lane
from app.timeline.continuity import Continuity, paint_continuity, seam_at
from app.timeline.drags import Proposal
from app.timeline.handles import paint_corners
from app.timeline.hands import Dragging, Hands, Idle
from app.timeline.hits import Hit, OnBody, OnCorner, OnEdge, OnLevel, OnMarker, OnSeam, hit
from app.timeline.hold import Hold
from app.timeline.hovering import Hovering, paint_hint, paint_hovering, paint_ring
from app.timeline.laid import Box, Laid, lay
from app.timeline.ruler import HEIGHT, paint_playhead, paint_ruler
from app.timeline.scale import Scale, fitted
from app.timeline.showing import Showing, shots_of, speaks_otherwise
from app.timeline.tellings import telling
from app.timeline.waves import Waves
from app.words import say
from engine.film.cuts import Clip, Cut
from engine.film.differing import differing, only_shots_differ
from engine.film.document import Film
from engine.film.spoken import spoken

EMPTY = Cut(id="", name="")
EDGE = 24.0
"""Pixels at either side where a drag scrolls the view."""

_BLANK = 480
"""Frames that are in sight while there is nothing in the cut."""

STEP = 1.25
"""One notch of the wheel, or one press of + or -."""


class TracksView(QAbstractScrollArea):
    """The cut in hand. Coordinates are the viewport's; the ruler is its top."""

    zoomed = Signal()
    laid_out = Signal()
    menu_asked = Signal(object, object)  # Hit, QPoint (global)
    opened = Signal(object)  # Hit, double-clicked
    proposed = Signal()  # what a drag would do has changed, or it is over
    files_dropped = Signal(object, str, int)  # paths, track id or "", record frame

    def __init__(
        self,
        session: Session,
        hold: Hold,
        stills: Stills | None = None,
        waves: Waves | None = None,
        continuity: Continuity | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.session, self.hold = session, hold
        self.stills, self._waves = stills, waves
        self.continuity = continuity or Continuity(self)
        self._proposal: Proposal | None = None
        self._pointer: QPointF | None = None
        self._over: Box | None = None
        self._band: QRectF | None = None
        self._fitted = True
        self._playhead_x = 0.0
        self._differs: dict[str, Mark] = {}
        self._against: Against | None = None
        self.takes_files = False
        self._room = 0
        self._scroll_on = QTimer(self, singleShot=True, interval=30)
        self._scroll_on.timeout.connect(self.drag_on)
        self.hands = Hands(self)
        self.showing = Showing(session.film, EMPTY, Laid(), Scale(), shots_of(session.film), stills=stills, waves=waves)
        self._dress()
        self._listen()
        self.refresh()

    def _dress(self) -> None:
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.viewport().setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setMinimumHeight(HEIGHT + 96)
        say(self.setAccessibleName, "Tracks of the cut")
        self.horizontalScrollBar().valueChanged.connect(self._on_scrolled)
        self.verticalScrollBar().valueChanged.connect(lambda: self.viewport().update())

    def _listen(self) -> None:
        session, hold = self.session, self.hold
        session.film_changed.connect(self._on_film)
        session.cut_changed.connect(self._on_cut)
        session.playhead.moved.connect(self._on_playhead)
        session.playhead.marks_changed.connect(lambda first, last: self.viewport().update())
        hold.chosen_changed.connect(self.refresh)
        self.continuity.changed.connect(self.refresh)
        hold.tool_changed.connect(lambda tool: self._point(self._pointer))
        tokens.changed.connect(self.viewport().update)
        words.changed.connect(self.viewport().update)
        for source in (self.stills, self._waves):
            if source is not None:
                source.arrived.connect(lambda what: self.viewport().update())

    # --- what is shown

    @property
    def laid(self) -> Laid:
        """The lanes as they are painted."""
        return self.showing.laid

    @property
    def scale(self) -> Scale:
        """The zoom and how far it is scrolled."""
        return self.showing.scale

    @property
    def proposal(self) -> Proposal | None:
        """What a drag would do now."""
        return self._proposal

    def refresh(self, edited: Collection[str] | None = None) -> None:
        """Show the film as it is, or as a drag proposes it. `edited` are the shots that have changed, where no more has."""
        before = self.showing
        film = self._proposal.film if self._proposal is not None else self.session.film
        cut = _cut_of(film, self.session.cut_id)
        laid = self._laid_of(film, cut, before)
        self.showing = Showing(
            film, cut, laid, before.scale, shots_of(film, before), frozenset(self.hold.chosen), self._differs,
            self.stills, self._waves, self.continuity.readings, self._against,
        )  # fmt: skip
        if self._fitted and self._proposal is None and laid.frames != before.laid.frames:
            self._set_scale(fitted(laid.frames or _BLANK, self.viewport().width()))
        self._fit_bars()
        if laid is not before.laid and laid.heads != before.laid.heads:
            self.laid_out.emit()
        if edited is None or laid is not before.laid or self._proposal is not None:
            self.viewport().update()
        else:
            self._repaint_shots(edited)

    def _repaint_shots(self, edited: Collection[str]) -> None:
        """Words that were written concern the clips of their shots: of a cut of a thousand one is painted."""
        for lane in self.laid.lanes:
            for box in lane.boxes:
                if isinstance(box.item, Clip) and box.item.shot in edited:
                    left, right = self.scale.x(box.at), self.scale.x(box.end)
                    self.viewport().update(int(left) - 1, 0, int(right - left) + 3, self.viewport().height())

    def _laid_of(self, film: Film, cut: Cut, before: Showing) -> Laid:
        """The lanes, laid out again where the cut, the lines or the window has changed."""
        room = self.viewport().height() - HEIGHT
        same = cut is before.cut and before.cut is not EMPTY and not speaks_otherwise(before.film, film)
        strip = self.continuity.height
        ghost = GHOST if self._against is not None else 0
        if same and (room, strip, ghost) == (self._room, before.laid.strip, before.laid.ghost):
            return before.laid
        self._room = room
        lines = before.laid.lines if same else spoken(film, cut)
        head = (dialogue.HEIGHT if lines else 0) + ghost
        return lay(cut, before.laid, room, lines, head, strip, ghost)

    def differ(self, differs: dict[str, Mark], other: Against | None) -> None:
        """Mark these items by how they differ from another cut, and show that one above; None: no longer."""
        if differs or self._differs or other is not self._against:
            self._differs, self._against = differs, other
            self.refresh()

    def propose(self, proposal: Proposal | None, at: QPointF | None = None) -> None:
        """Show what a drag would do; None shows the film as it is."""
        self._pointer = at or self._pointer
        if proposal is not self._proposal:
            self._proposal = proposal
            self.refresh()
            self.proposed.emit()

    def band(self, band: QRectF | None) -> None:
        """Show the band that chooses clips."""
        if band != self._band:
            self._band = band
            self.viewport().update()

    def hit(self, at: QPointF) -> Hit:
        """What is under a point."""
        y = self._lane_y(at.y())
        if 0 <= y - self.laid.seam_top < self.laid.strip and (seam := seam_at(self.showing, at.x())) is not None:
            return OnSeam(seam)
        return hit(self.laid, self.showing.cut, self.scale, at.x(), y)

    def below_ruler(self, y: float) -> float:
        """A height of the view as a height of the lanes."""
        return y - HEIGHT + self.verticalScrollBar().value()

    def above(self, y: float) -> float:
        """A height of the lanes as a height of the view."""
        return y + HEIGHT - self.verticalScrollBar().value()

    def _lane_y(self, y: float) -> float:
        return -1.0 if y < HEIGHT else self.below_ruler(y)

    # --- zoom and scroll

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Nearer or farther around x (None: the playhead where it is in sight, else the middle)."""
        if x is None:
            x = self.scale.x(self.session.playhead.frame)
            x = x if 0 <= x <= self.viewport().width() else self.viewport().width() / 2
        self._fitted = False
        self._set_scale(self.scale.zoomed(factor, x))

    def fit(self) -> None:
        """The whole cut in the window; it stays whole while clips come and go, until somebody zooms."""
        self._fitted = True
        self._set_scale(fitted(self.laid.frames or _BLANK, self.viewport().width()))

    def scroll_to(self, left: float) -> None:
        """Begin at this pixel of the cut."""
        self.horizontalScrollBar().setValue(round(left))

    def reveal(self, first: int, end: int) -> None:
        """Scroll so far that these frames are in sight, no farther."""
        left, right = self.scale.x(first), self.scale.x(end)
        width = self.viewport().width()
        if left < 0 or right > width:
            room = max(24.0, (width - (right - left)) / 2) if right - left < width else 24.0
            self.scroll_to(self.scale.left + left - room)

    def keep_in_sight(self, x: float) -> None:
        """Scroll on while a drag is held at the edge, as long as it is held there."""
        width = self.viewport().width()
        over = x - (width - EDGE) if x > width - EDGE else min(0.0, x - EDGE)
        self._scroll_on.stop()
        if over and not isinstance(self.hands.state, Idle):
            self.scroll_to(self.scale.left + over / 2)
            self._scroll_on.start()

    def drag_on(self) -> None:
        """The pointer stands still with the button down, but what is under it has changed or moved on."""
        if self._pointer is not None and not isinstance(self.hands.state, Idle):
            self.hands.move(self._pointer, QGuiApplication.keyboardModifiers())

    def _set_scale(self, scale: Scale) -> None:
        self.showing = replace(self.showing, scale=scale)
        self._fit_bars()
        bar = self.horizontalScrollBar()
        blocked = bar.blockSignals(True)
        bar.setValue(round(scale.left))
        bar.blockSignals(blocked)
        self.showing = replace(self.showing, scale=scale.scrolled(bar.value()))
        self.viewport().update()
        self.zoomed.emit()

    def _fit_bars(self) -> None:
        width, height = self.viewport().width(), self.viewport().height() - HEIGHT
        across = self.horizontalScrollBar()
        across.setPageStep(max(1, width))
        across.setSingleStep(48)
        across.setMaximum(max(0, round((self.laid.frames + 1) * self.scale.per_frame) - width // 2))
        down = self.verticalScrollBar()
        down.setPageStep(max(1, height))
        down.setSingleStep(24)
        down.setMaximum(max(0, self.laid.height - height))

    def _on_scrolled(self, left: int) -> None:
        self.showing = replace(self.showing, scale=self.scale.scrolled(left))
        self.viewport().update()
        self.zoomed.emit()

    # --- what happens elsewhere

    def _on_film(self, before: Film, after: Film) -> None:
        if _cut_of(before, self.session.cut_id) is _cut_of(after, self.session.cut_id):
            self.hands.rebase(after)
        elif not isinstance(self.hands.state, Idle):
            self.hands.cancel()  # an undo in mid-drag: what was dragged is gone
        self.refresh(differing(before, after) if only_shots_differ(before, after) else None)

    def _on_cut(self, cut_id: str) -> None:
        self.hands.cancel()
        self.refresh()
        self.fit()

    def _on_playhead(self, frame: int) -> None:
        old, new = self._playhead_x, self.scale.x(frame)
        running = isinstance(self.session.playhead.state, Playing)
        if running and self.hold.follows and not 0 <= new <= self.viewport().width():
            self.scroll_to(frame * self.scale.per_frame - 48)
            return
        for x in (old, new):
            self.viewport().update(int(x) - 8, 0, 17, self.viewport().height())

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lanes, playhead, ruler, and what a drag says."""
        painter = QPainter(self.viewport())
        now, seen = tokens.now(), QRectF(event.rect())
        painter.fillRect(seen, QColor(now.ground))
        self._paint_lanes(painter, seen)
        playhead = self.session.playhead
        paint_ruler(
            painter, self.showing, QRectF(seen.left(), 0, seen.width(), HEIGHT), (playhead.in_mark, playhead.out_mark)
        )
        self._playhead_x = self.scale.x(playhead.frame)
        paint_playhead(painter, self._playhead_x, self.viewport().height())
        room, cuts = self.viewport().rect(), self.hold.tool == "razor"
        paint_hovering(painter, self.showing, Hovering(self._pointer, self._band, self._proposal, cuts), room)
        if self.hasFocus():
            paint_ring(painter, room)
        painter.end()

    def _paint_lanes(self, painter: QPainter, seen: QRectF) -> None:
        down = self.verticalScrollBar().value()
        painter.save()
        painter.setClipRect(QRectF(seen.left(), HEIGHT, seen.width(), self.viewport().height() - HEIGHT))
        painter.translate(0, HEIGHT - down)
        paint_against(painter, self.showing, seen)
        if self.laid.lines:
            dialogue.paint_lines(painter, self.showing, seen, self.hands.line)
        lanes = QRectF(seen.left(), seen.top() - HEIGHT + down, seen.width(), seen.height())
        for lane in self.laid.lanes:
            if lane.top < lanes.bottom() and lane.bottom > lanes.top():
                paint_lane(painter, self.showing, lane, QRectF(seen.left(), lane.top, seen.width(), lane.height))
        over = self._over and self.laid.boxes.get(self._over.item.id)
        if over and self.hold.tool != "razor" and (on := self.laid.lane(over.track)) is not None:
            paint_corners(painter, on, over, self.scale)
        paint_continuity(painter, self.showing, seen)
        if self.laid.frames == 0 and self.laid.lanes:
            paint_hint(painter, self.laid.lanes[0], self.viewport().width())
        painter.restore()

    # --- events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A cut that was fitted stays fitted."""
        super().resizeEvent(event)
        if self._fitted:
            self._set_scale(fitted(self.laid.frames or _BLANK, self.viewport().width()))
        self.refresh()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._pointer = event.position()
        if event.button() == Qt.MouseButton.MiddleButton:
            self.hands.pan(event.position())
        elif event.button() == Qt.MouseButton.LeftButton:
            self.hands.press(event.position(), event.modifiers())
        self._point(self._pointer)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        before, self._pointer = self._pointer, event.position()
        if event.buttons() != Qt.MouseButton.NoButton:
            self.hands.move(event.position(), event.modifiers())
        elif self.hold.tool == "razor":
            for each in (before, self._pointer):
                if each is not None:
                    self.viewport().update(int(each.x()) - 30, HEIGHT, 60, self.viewport().height())
        self._point(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.hands.release(event.position())
        self._point(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.hands.cancel()
        found = self.hit(event.position())
        if isinstance(found, OnBody | OnMarker | OnLevel):
            self.opened.emit(found)
        else:
            self.hands.press(event.position(), event.modifiers())  # two quick trims are no double click

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            if not self.hands.cancel():
                self.hold.choose(())
                self.hold.take("select")
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl zooms around the pointer, Shift goes up and down; else sideways, unless a trackpad says which way."""
        pixels, notches = event.pixelDelta(), event.angleDelta()
        if event.modifiers() & Modifier.ControlModifier:
            self.zoom(STEP ** (notches.y() / 120), event.position().x())
        elif event.modifiers() & Modifier.ShiftModifier or (not pixels.isNull() and abs(pixels.y()) > abs(pixels.x())):
            down = self.verticalScrollBar()
            down.setValue(down.value() - (pixels.y() or (notches.y() or notches.x()) // 2))
        else:
            self.scroll_to(self.scale.left - (pixels.x() or (notches.y() or notches.x())))
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        where = self.hit(QPointF(event.pos()))
        self.menu_asked.emit(where, event.globalPos())

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), telling(self.showing, self.hit(QPointF(event.pos()))), self.viewport())
            return True
        if event.type() == QEvent.Type.Leave and not isinstance(self.hands.state, Dragging):
            self._pointer = self._over = None
            self.viewport().update()
        return super().viewportEvent(event)

    def _point(self, at: QPointF | None) -> None:
        if at is not None:
            found = self.hit(at)
            self._hover(found)
            self.viewport().setCursor(cursors.cursor_for(self.hold.tool, found, self.hands.rolls(found, at.x())))

    def _hover(self, found: Hit) -> None:
        """The clip under the pointer shows its handles."""
        over = found.box if isinstance(found, OnBody | OnEdge | OnCorner | OnLevel) else None
        for box in (self._over, over) if over != self._over else ():
            if box is not None:
                left, right = self.scale.x(box.at), self.scale.x(box.end)
                self.viewport().update(int(left) - 1, HEIGHT, int(right - left) + 3, self.viewport().height())
        self._over = over

    # --- what is dropped

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        drops.greet(self, event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        drops.consider(self, event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self.propose(None)

    def dropEvent(self, event: QDropEvent) -> None:
        drops.take_in(self, event)


Modifier = Qt.KeyboardModifier


def _cut_of(film: Film, cut_id: str) -> Cut:
    return next((cut for cut in film.cuts if cut.id == cut_id), EMPTY)
