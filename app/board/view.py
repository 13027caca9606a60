"""The board itself: scenes with their cards, painted, scrolled, walked with the arrow keys.

It paints what comes into sight and nothing else, from cards that were painted before: what was seen already moves along as it is, so two
thousand shots scroll like twenty. What the mouse does is in `hands`, what the menus and keys do in `panel`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, cast

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHelpEvent, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from app.board.card import Card, Names
from app.board.card_painter import foot_box, paint_picture, paint_receiving, picture_box
from app.board.card_prints import CardPrints
from app.board.headings import HeadingPrints
from app.board.layout import GAP, HEADING, CardRow, HeadingRow, Layout, Slot, Way, measured, picture_height
from app.board.lookout import Lookout
from app.state.session import Session
from app.state.standing import Rendering, Standing, Unrendered
from app.state.stills import Still, Stills
from app.theme import tokens
from app.theme.icons import paint as paint_icon
from app.words import changed as language_changed
from app.words import tr
from engine.film.document import Film
from engine.film.shots import Shot

SMALLEST, LARGEST, USUAL = 152, 400, 216
"""Widths of a card that the zoom goes between."""

HOVER_NOTHING = ""

_EDGE = 4
"""Pixels that the line around a card reaches out of it."""

_WAYS: dict[int, Way] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
}
_WALKS = (*_WAYS, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)
_PLAIN = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class BoardView(QAbstractScrollArea):
    """The cards of a film. `standing` tells how a shot stands; call `restand` when that has changed."""

    zoomed = Signal(int)

    def __init__(self, session: Session, stills: Stills, standing: Callable[[str], Standing] | None = None) -> None:
        super().__init__()
        self.session, self.stills = session, stills
        self.standing: Callable[[str], Standing] = standing or (lambda shot_id: Unrendered())
        self.card_width = USUAL
        self.collapsed: frozenset[str] = frozenset()
        self.found: frozenset[str] | None = None
        self.slot: Slot | None = None  # where a drop would go
        self.band: QRect | None = None  # what the rubber band spans, in board coordinates
        self.hovered = HOVER_NOTHING  # shot or scene id under the pointer
        # The shot's id under files that are dragged, and what dropping them would do.
        self.receiving: tuple[str, str] = ("", "")
        self.scrub: tuple[str, float] | None = None  # shot id and how far across its picture the pointer is
        self._marked: frozenset[str] = frozenset()  # the cards with a line around them
        self._held = ""  # the one whose line is the strongest
        self.prints, self.headings = CardPrints(), HeadingPrints()
        self._names = Names(session.film)
        self.laid = self._lay(None)
        self._lookout = Lookout(self)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # nothing behind it need be painted
        session.film_changed.connect(self._on_film)
        session.selection_changed.connect(self._on_selection)
        session.shot_changed.connect(self._on_hand)
        tokens.changed.connect(self.repaint_all)
        language_changed.connect(self.repaint_all)

    # --- what lies where

    @property
    def aspect(self) -> float:
        """Width to height of the film's picture."""
        raster = self.session.film.raster
        return raster.width / raster.height

    @property
    def top(self) -> int:
        """The board's y at the head of the window."""
        return self.verticalScrollBar().value()

    def to_board(self, point: QPoint) -> QPoint:
        """A point of the viewport on the board."""
        return point + QPoint(0, self.top)

    def to_view(self, box: QRect) -> QRect:
        """A box of the board in the viewport."""
        return box.translated(0, -self.top)

    def card_of(self, shot_id: str) -> QRect | None:
        """Where the shot's card is in the viewport."""
        box = self.laid.card_of(shot_id)
        return self.to_view(box) if box else None

    # --- changes

    def relay(self) -> None:
        """Lay the film out anew; where nothing has moved, only the scenes that changed are painted."""
        before, self.laid = self.laid, self._lay(self.laid)
        changed = self.laid.changed(before)
        self.prints.room_for(self.laid.measures.columns * (self.page() + 2))
        bar = self.verticalScrollBar()
        bar.setPageStep(max(1, self.viewport().height() - HEADING))
        bar.setSingleStep(max(24, self.laid.measures.height // 5))
        bar.setRange(0, max(0, self.laid.height - self.viewport().height()))
        bar.setEnabled(
            bar.maximum() > 0
        )  # its place is kept, so that the cards do; its handle is seen when it has a use
        if changed is None:
            self.viewport().update()
        else:
            self.touch(changed)

    def touch(self, boxes: Iterable[QRect]) -> None:
        """Have these boxes of the board painted anew."""
        for box in boxes:
            self.viewport().update(self.to_view(box).adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE))

    def _touch_cards(self, shot_ids: Iterable[str]) -> None:
        self.touch(box for shot_id in shot_ids if (box := self.laid.card_of(shot_id)) is not None)

    def narrow(self, found: frozenset[str] | None) -> None:
        """Show only these shots (None: all)."""
        if found != self.found:
            self.found = found
            self.relay()

    def fold(self, scene_id: str, folded: bool | None = None) -> None:
        """Fold a scene, or unfold it (None: the other way)."""
        shut = scene_id not in self.collapsed if folded is None else folded
        self.collapsed = self.collapsed | {scene_id} if shut else self.collapsed - {scene_id}
        self.relay()

    def fold_all(self, folded: bool) -> None:
        """Fold all scenes, or none."""
        self.collapsed = frozenset(scene.id for scene in self.session.film.scenes) if folded else frozenset()
        self.relay()

    def zoom(self, width: int) -> None:
        """Cards of about this width; the shot in hand stays where the eye is."""
        width = max(SMALLEST, min(width, LARGEST))
        if width == self.card_width:
            return
        self.card_width = width
        self.prints.forget()
        self.relay()
        self.reveal(self.session.shot_id)
        self.zoomed.emit(width)

    def restand(self, shot_ids: object = None) -> None:
        """Shots stand otherwise than before."""
        self.viewport().update()

    def repaint_all(self, *_: Any) -> None:
        """Nothing that was painted holds any more."""
        self.prints.forget()
        self.headings.forget()
        self.viewport().update()

    def reveal(self, shot_id: str) -> None:
        """Scroll until the shot's card is seen."""
        box = self.laid.card_of(shot_id)
        if box is None:
            return
        bar = self.verticalScrollBar()
        if box.top() - HEADING < self.top:
            bar.setValue(box.top() - HEADING)
        elif box.bottom() + GAP > self.top + self.viewport().height():
            bar.setValue(box.bottom() + GAP - self.viewport().height())

    def walk(self, way: Way, *, extend: bool = False, by: int = 1) -> None:
        """Take the neighbour in hand; `extend` keeps what is selected and adds all up to it."""
        start = self.session.shot_id
        goal = self.laid.neighbour(start, way, by)
        if goal:
            self.choose(goal, extend=extend)

    def choose(self, shot_id: str, *, extend: bool = False, toggle: bool = False) -> None:
        """Select a shot alone, with all from the one in hand to it, or add it and take it away."""
        session = self.session
        if toggle:
            left = tuple(each for each in session.selection if each != shot_id)
            chosen = left if shot_id in session.selection else (*left, shot_id)
            session.select(chosen, hand=shot_id if shot_id in chosen else (chosen[-1] if chosen else ""))
        elif extend and session.selection and session.selection[0] in self.laid.order:
            session.select(self._run(session.selection[0], shot_id), hand=shot_id)
        else:
            session.select([shot_id])

    def page(self) -> int:
        """How many rows of cards fit in the window."""
        return max(1, (self.viewport().height() - HEADING) // (self.laid.measures.height + GAP))

    def _run(self, first: str, last: str) -> list[str]:
        order = self.laid.order
        a, b = order.index(first), order.index(last)
        return list(order[a : b + 1]) if a <= b else list(reversed(order[b : a + 1]))

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that the event touches, each of its parts by itself: what lies between two of them stays as it is."""
        painter = QPainter(self.viewport())
        self.prints.begin()
        for part in cast(Iterable[QRect], event.region()):  # which PySide's stubs do not know
            painter.setClipRect(part)
            self._paint_part(painter, part)
        painter.end()
        if self.prints.owing:
            QTimer.singleShot(0, self.viewport(), self._pay)

    def _paint_part(self, painter: QPainter, part: QRect) -> None:
        now, pinned = tokens.now(), self.pinned() if part.top() < HEADING else None
        if pinned is not None and pinned[1].contains(part):
            self._paint_heading(painter, pinned[1], pinned[0], pinned=True)
            return
        painter.fillRect(part, QColor(now.ground))
        seen = part.translated(0, self.top)
        for row in self.laid.between(seen.top(), seen.bottom() + 1):
            if isinstance(row, CardRow):
                self._paint_row(painter, row, seen)
            else:
                self._paint_heading(painter, self.to_view(row.rect), row)
        if pinned is not None:
            self._paint_heading(painter, pinned[1], pinned[0], pinned=True)
        if self.slot is not None:
            painter.fillRect(self.to_view(self.slot.caret), QColor(now.accent))
        if self.band is not None:
            self._paint_band(painter, self.to_view(self.band))

    def _pay(self) -> None:
        """The cards whose turn did not come."""
        owing, self.prints.owing = self.prints.owing, set()
        self._touch_cards(owing)

    def picture_of(self, shot: Shot) -> tuple[Still, QImage | None]:
        """What stands for the shot, as large as its card shows it; where it is not there yet it is asked for."""
        width = self.laid.measures.width
        return self.stills.fitted(shot, QSize(width, picture_height(width, self.aspect)) * self.devicePixelRatioF())

    def card_for(self, shot: Shot) -> tuple[Card, QImage | None]:
        """What the shot's card shows now."""
        still, picture = self.picture_of(shot)
        standing = self.standing(shot.id)
        if isinstance(standing, Rendering) and standing.preview:
            width = round(self.laid.measures.width * self.devicePixelRatioF())
            preview = self.session.folder / standing.preview
            picture = self.stills.image(preview, width, stamp=standing.done) or picture
        names, told, film = self._names.of(shot), self._names.words_of(shot), self.session.film
        key = picture.cacheKey() if picture is not None else 0
        return Card(shot, names, told, still, key, standing, film.rate, len(shot.takes), bool(shot.circled)), picture

    def _paint_row(self, painter: QPainter, row: CardRow, seen: QRect) -> None:
        size = QSize(self.laid.measures.width, self.laid.measures.height)
        ratio = self.devicePixelRatioF()
        for column, shot in enumerate(row.shots):
            place = self.laid.card(row, column)
            if not place.adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE).intersects(seen):
                continue
            box = self.to_view(place)
            card, picture = self.card_for(shot)
            painter.drawPixmap(box.topLeft(), self.prints.print_of(card, picture, size, ratio, self.aspect))
            self._paint_scrub(painter, box, shot)
            self._paint_edge(painter, box, shot)
            if shot.id == self.receiving[0]:
                paint_receiving(painter, box, self.receiving[1])
        adder = self.laid.adder(row)
        if adder is not None:
            self._paint_adder(painter, self.to_view(adder), row)

    def _paint_scrub(self, painter: QPainter, box: QRect, shot: Shot) -> None:
        """The take's picture under the pointer."""
        if self.scrub is None or self.scrub[0] != shot.id or shot.chosen is None:
            return
        take, share = shot.chosen, self.scrub[1]
        frame = picture_box(box, self.aspect)
        picture = self.stills.frame(
            take, int(share * (take.frames - 1)), round(frame.width() * self.devicePixelRatioF())
        )
        if picture is not None:
            painter.save()
            painter.setClipRect(frame.adjusted(0, 2, 0, 0))
            paint_picture(painter, frame, picture)
            painter.restore()
        x = frame.left() + round(share * frame.width())
        painter.fillRect(QRect(x, frame.top(), 1, frame.height()), QColor(tokens.now().accent))

    def _paint_edge(self, painter: QPainter, box: QRect, shot: Shot) -> None:
        """Selected, in hand, or under the pointer."""
        now = tokens.now()
        chosen, hand = shot.id in self.session.selection, shot.id == self.session.shot_id
        if not (chosen or hand or shot.id == self.hovered):
            return
        color = QColor(now.accent if chosen or hand else now.outline)
        wide = 2.0 if hand or chosen else 1.0
        if chosen and not hand:
            color.setAlpha(150)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(color, wide))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = QRectF(box).adjusted(-wide / 2, -wide / 2, wide / 2, wide / 2)
        painter.drawRoundedRect(edge, now.radius + 3, now.radius + 3)

    def _paint_adder(self, painter: QPainter, box: QRect, row: CardRow) -> None:
        """The empty place behind the last card; with nothing in the scene it says what it is for."""
        now = tokens.now()
        hovered = self.hovered == adder_id(row.scene.id)
        pen = QPen(QColor(now.accent if hovered else now.outline), 1, Qt.PenStyle.DashLine)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), now.radius + 2, now.radius + 2)
        mark = QRectF(0, 0, 20, 20)
        mark.moveCenter(QRectF(box).center())
        paint_icon(painter, mark, "plus", now.accent if hovered else now.faint)

    def _paint_heading(self, painter: QPainter, box: QRect, row: HeadingRow, *, pinned: bool = False) -> None:
        film, hovered = self.session.film, self.hovered == row.scene.id
        self.headings.paint(painter, box, row, film, hovered=hovered, pinned=pinned)

    def pinned(self) -> tuple[HeadingRow, QRect] | None:
        """The heading that stays at the head of the window while its scene scrolls by, and where."""
        found = self.laid.pinned(self.top)
        if found is None:
            return None
        row, below = found
        y = min(0, below - self.top - HEADING) if below is not None else 0
        return row, QRect(0, y, self.viewport().width(), HEADING)

    def _paint_band(self, painter: QPainter, box: QRect) -> None:
        color = QColor(tokens.now().accent)
        painter.setPen(QPen(color, 1))
        color.setAlpha(36)
        painter.setBrush(color)
        painter.drawRect(box)

    # --- Qt

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """What is painted moves along; painted is what comes into sight, and the head of the window, where a heading is pinned."""
        view = self.viewport()
        writing = any(isinstance(child, QWidget) and child.isVisible() for child in view.children())
        if self._lookout.give_up() or writing:  # a field that is written in would leave its picture behind
            view.update()
        else:
            view.scroll(0, dy, view.rect())
            view.update(0, 0, view.width(), HEADING + max(0, dy))
        self._lookout.look_ahead(dy)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other columns."""
        super().resizeEvent(event)
        self.relay()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl the cards grow and shrink."""
        if Qt.KeyboardModifier.ControlModifier in event.modifiers():
            self.zoom(round(self.card_width * 1.1 ** (event.angleDelta().y() / 120)))
            event.accept()
        else:
            super().wheelEvent(event)

    def event(self, event: QEvent) -> bool:
        """The arrow keys walk the board here, even while the viewer next to it would step frames with them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _walks(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the board; Shift selects what is walked over."""
        extend = Qt.KeyboardModifier.ShiftModifier in event.modifiers()
        key = event.key()
        order = self.laid.order
        if not _walks(event):
            event.ignore()
        elif key in _WAYS:
            self.walk(_WAYS[key], extend=extend)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self.walk("up" if key == Qt.Key.Key_PageUp else "down", extend=extend, by=self.page())
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and order:
            self.choose(order[0] if key == Qt.Key.Key_Home else order[-1], extend=extend)
        else:
            event.ignore()

    def viewportEvent(self, event: QEvent) -> bool:
        """The pointer has left: nothing is under it. Where it rests on a sign, that is told."""
        if event.type() == QEvent.Type.Leave:
            self.hovered, self.scrub = HOVER_NOTHING, None
            self.viewport().update()
        elif isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.told_at(event.pos()), self.viewport())
            return True
        return super().viewportEvent(event)

    def told_at(self, at: QPoint) -> str:
        """What the signs at the foot of a card mean, "" where there are none."""
        shot = self.laid.shot_at(self.to_board(at))
        box = self.card_of(shot.id) if shot is not None else None
        if shot is None or box is None or at.y() < foot_box(box).top() or not self.card_for(shot)[0].waits:
            return ""
        return tr("Key frame to approve")

    def _lay(self, before: Layout | None) -> Layout:
        measures = measured(self.viewport().width(), self.card_width, self.aspect)
        return Layout(self.session.film, measures, collapsed=self.collapsed, found=self.found, before=before)

    def _on_film(self, before: Film, after: Film) -> None:
        if before.cast is not after.cast:
            self._names = Names(after)
        if before.scenes is not after.scenes or before.raster != after.raster:
            self.relay()
        else:
            self.viewport().update()

    def _tell_reader(self, shot_id: str) -> None:
        """A screen reader cannot see cards: it is told the one in hand."""
        shot = self.session.shot
        self.setAccessibleDescription(f"{shot.slate}: {shot.action}" if shot else "")

    def _on_selection(self, _: object) -> None:
        self._mark(frozenset(self.session.selection) | {self.session.shot_id})

    def _on_hand(self, shot_id: str) -> None:
        self.reveal(shot_id)
        self._mark(frozenset(self.session.selection) | {shot_id}, shot_id)
        self._tell_reader(shot_id)

    def _mark(self, marked: frozenset[str], *hand: str) -> None:
        """The lines around cards have moved: those that had one and those that get one are painted anew."""
        before, self._marked = self._marked, marked
        touched = (before ^ marked) | {*hand, self._held}
        self._held = self.session.shot_id
        self._touch_cards(touched)


def adder_id(scene_id: str) -> str:
    """What is under the pointer when it is the place for a new shot."""
    return f"+{scene_id}"


def _walks(event: QKeyEvent) -> bool:
    """Whether the key walks the board; with Alt or Ctrl it is a command's."""
    return event.key() in _WALKS and not event.modifiers() & ~_PLAIN
