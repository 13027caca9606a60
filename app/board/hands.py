"""What the mouse does on the board: take a shot in hand, select, drag cards to another place, span a band, scrub a take, fold.

Cards are dragged as Qt drags, so that they can be let go on the timeline too; `SHOTS` is what both know them by.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import QApplication

from app.board.card_painter import failed_box, paint_picture, picture_box
from app.board.headings import add_box, fold_box, more_box, text_box
from app.board.layout import CardRow, HeadingRow, picture_height
from app.board.view import HOVER_NOTHING, BoardView, adder_id
from app.drops import CLIPS, PICTURES, SOUNDS, onto
from app.state.standing import Failed, Queued, Stale
from app.theme import tokens
from app.theme.lettering import letters
from app.words import in_a_row, tr

SHOTS = "application/x-storyreel-shots"
_EDGE = 48
"""Pixels from the window's edge in which a drag scrolls the board."""


@dataclass(frozen=True, slots=True)
class Resting:
    """No button is down."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """A button went down on a card and has not moved yet; `alone`: letting go selects the shot alone."""

    shot_id: str
    at: QPoint
    alone: bool


@dataclass(frozen=True, slots=True)
class Banding:
    """A band is spanned from `origin` (on the board); `kept` stays selected."""

    origin: QPoint
    kept: tuple[str, ...]


Gesture: TypeAlias = Resting | Pressed | Banding


class Hands(QObject):
    """Watches a board's viewport. What it cannot do itself it asks for by a signal."""

    edit_wanted = Signal(str)  # shot
    rename_wanted = Signal(str)  # scene
    add_wanted = Signal(str)  # scene
    shot_menu_wanted = Signal(QPoint)
    scene_menu_wanted = Signal(str, QPoint)
    again_wanted = Signal(str)  # shot
    moved = Signal(object, str, int)  # shot ids, scene, position
    dropped = Signal(str, object)  # shot, paths
    dropped_beside = Signal(str, object, object)  # scene, position, paths

    def __init__(self, view: BoardView) -> None:
        super().__init__(view)
        self.view = view
        self.gesture: Gesture = Resting()
        view.setAcceptDrops(True)
        view.viewport().setAcceptDrops(True)
        view.viewport().installEventFilter(self)
        self._scrolling = QTimer(self, interval=30)
        self._scrolling.timeout.connect(self._scroll_on)
        self._speed = 0
        self._near = QPoint()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Every mouse and drag event of the viewport comes by here."""
        if isinstance(event, QMouseEvent):
            return self._mouse(event)
        if isinstance(event, QDragEnterEvent | QDragMoveEvent):
            self._drag_over(event)
            return True
        if isinstance(event, QDragLeaveEvent):
            self._drag_over(None)
            return True
        if isinstance(event, QDropEvent):
            self._dropped(event)
            return True
        return False

    def _mouse(self, event: QMouseEvent) -> bool:
        at = event.position().toPoint()
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() is Qt.MouseButton.LeftButton:
                self.view.setFocus(Qt.FocusReason.MouseFocusReason)
                self._press(at, event.modifiers())
            case QEvent.Type.MouseButtonPress if event.button() is Qt.MouseButton.RightButton:
                self._menu(at, event.globalPosition().toPoint())
            case QEvent.Type.MouseButtonRelease:
                self._release()
            case QEvent.Type.MouseButtonDblClick if event.button() is Qt.MouseButton.LeftButton:
                self._double(at)
            case QEvent.Type.MouseMove:
                self._move(at, event.buttons())
            case _:
                return False
        return True

    # --- pressing

    def _press(self, at: QPoint, keys: Qt.KeyboardModifier) -> None:
        view = self.view
        heading = self.heading_at(at)
        if heading is not None:
            self._press_heading(*heading, at)
            return
        shot = view.laid.shot_at(view.to_board(at))
        if shot is None:
            self._press_ground(at, keys)
            return
        box = view.card_of(shot.id)
        if (
            box
            and isinstance(view.standing(shot.id), Failed)
            and failed_box(picture_box(box, view.aspect)).contains(at)
        ):
            view.choose(shot.id)
            self.again_wanted.emit(shot.id)
            return
        toggle, extend = Qt.KeyboardModifier.ControlModifier in keys, Qt.KeyboardModifier.ShiftModifier in keys
        held = shot.id in view.session.selection and not toggle and not extend
        if held:
            view.session.take_in_hand(shot.id)
        else:
            view.choose(shot.id, extend=extend, toggle=toggle)
        self.gesture = Pressed(shot.id, at, held)

    def _press_heading(self, row: HeadingRow, box: QRect, at: QPoint) -> None:
        scene = row.scene.id
        if add_box(box).contains(at):
            self.add_wanted.emit(scene)
        elif more_box(box).contains(at):
            self.scene_menu_wanted.emit(scene, self.view.viewport().mapToGlobal(more_box(box).bottomLeft()))
        elif fold_box(box).contains(at) or not text_box(box).contains(at):
            self.view.fold(scene)
        else:
            self.view.session.select(
                [shot.id for shot in row.scene.shots], hand=row.scene.shots[0].id if row.scene.shots else ""
            )

    def _press_ground(self, at: QPoint, keys: Qt.KeyboardModifier) -> None:
        view = self.view
        scene = self.adder_at(at)
        if scene:
            self.add_wanted.emit(scene)
            return
        kept = view.session.selection if Qt.KeyboardModifier.ControlModifier in keys else ()
        self.gesture = Banding(view.to_board(at), kept)

    def _release(self) -> None:
        gesture, self.gesture = self.gesture, Resting()
        self._speed = 0
        self._scrolling.stop()
        if isinstance(gesture, Pressed) and gesture.alone:
            self.view.session.select([gesture.shot_id])
        elif isinstance(gesture, Banding):
            if self.view.band is None:
                self.view.session.select(gesture.kept, hand=self.view.session.shot_id)
            self.view.band = None
            self.view.viewport().update()

    def _double(self, at: QPoint) -> None:
        view = self.view
        heading = self.heading_at(at)
        if heading is not None:
            if text_box(heading[1]).contains(at):
                self.rename_wanted.emit(heading[0].scene.id)
            return
        shot = view.laid.shot_at(view.to_board(at))
        if shot is not None:
            self.gesture = Resting()
            self.edit_wanted.emit(shot.id)

    def _menu(self, at: QPoint, where: QPoint) -> None:
        view = self.view
        heading = self.heading_at(at)
        if heading is not None:
            self.scene_menu_wanted.emit(heading[0].scene.id, where)
            return
        shot = view.laid.shot_at(view.to_board(at))
        if shot is not None:
            if shot.id not in view.session.selection:
                view.choose(shot.id)
            self.shot_menu_wanted.emit(where)

    # --- moving

    def _move(self, at: QPoint, buttons: Qt.MouseButton) -> None:
        match self.gesture:
            case Resting():
                self._hover(at)
            case Pressed(shot_id, start, _) if Qt.MouseButton.LeftButton in buttons:
                if (at - start).manhattanLength() >= QApplication.startDragDistance():
                    self.gesture = Resting()
                    self._drag(shot_id)
            case Banding():
                self._span(at)
            case _:
                pass

    def _hover(self, at: QPoint) -> None:
        view = self.view
        heading = self.heading_at(at)
        shot = None if heading else view.laid.shot_at(view.to_board(at))
        adder = "" if heading or shot else self.adder_at(at)
        hovered = heading[0].scene.id if heading else shot.id if shot else adder_id(adder) if adder else HOVER_NOTHING
        scrub = None
        if shot is not None and shot.chosen is not None and (box := view.card_of(shot.id)):
            frame = picture_box(box, view.aspect)
            if frame.contains(at):
                scrub = (shot.id, max(0.0, min((at.x() - frame.left()) / max(1, frame.width() - 1), 1.0)))
        if (hovered, scrub) != (view.hovered, view.scrub):
            view.hovered, view.scrub = hovered, scrub
            view.viewport().setCursor(self._cursor(at, heading, adder))
            view.viewport().setToolTip(self._tip(shot.id if shot else ""))
            view.viewport().update()

    def _cursor(self, at: QPoint, heading: tuple[HeadingRow, QRect] | None, adder: str) -> Qt.CursorShape:
        pressed = adder or (heading and not text_box(heading[1]).contains(at))
        return Qt.CursorShape.PointingHandCursor if pressed else Qt.CursorShape.ArrowCursor

    def _tip(self, shot_id: str) -> str:
        match self.view.standing(shot_id) if shot_id else None:
            case Failed(sentence, action):
                return in_a_row(tr(sentence), tr(action))
            case Queued(place):
                return tr("Number {place} in the queue", place=place)
            case Stale():
                return tr("It was drawn for another wording, look or engine; render it again.")
            case _:
                return ""

    def _span(self, at: QPoint) -> None:
        view = self.view
        if not isinstance(self.gesture, Banding):
            return
        view.band = QRect(self.gesture.origin, view.to_board(at)).normalized()
        touched = view.laid.shots_in(view.band)
        chosen = tuple(dict.fromkeys((*self.gesture.kept, *touched)))
        view.session.select(chosen, hand=touched[-1] if touched else view.session.shot_id)
        self._scroll_near(at)
        view.viewport().update()

    def heading_at(self, at: QPoint) -> tuple[HeadingRow, QRect] | None:
        """The heading under a point of the viewport, the pinned one before all, and where it is."""
        pinned = self.view.pinned()
        if pinned is not None and pinned[1].contains(at):
            return pinned
        row = self.view.laid.row_at(self.view.to_board(at))
        return (row, self.view.to_view(row.rect)) if isinstance(row, HeadingRow) else None

    def adder_at(self, at: QPoint) -> str:
        """The scene whose place for a new shot is under the point, or ""."""
        row = self.view.laid.row_at(self.view.to_board(at))
        if isinstance(row, CardRow) and (box := self.view.laid.adder(row)) and self.view.to_view(box).contains(at):
            return row.scene.id
        return ""

    # --- dragging

    def _drag(self, shot_id: str) -> None:
        view = self.view
        shots = [each for each in view.laid.order if each in view.session.selection] or [shot_id]
        carried = QMimeData()
        carried.setData(SHOTS, json.dumps({"shots": shots}).encode())
        drag = QDrag(view)
        drag.setMimeData(carried)
        drag.setPixmap(self._carried(shot_id, len(shots)))
        drag.setHotSpot(QPoint(24, 24))
        drag.exec(Qt.DropAction.MoveAction | Qt.DropAction.CopyAction, Qt.DropAction.MoveAction)
        self._drag_over(None)

    def _carried(self, shot_id: str, count: int) -> QPixmap:
        """A small card under the pointer, with how many there are."""
        view, ratio = self.view, self.view.devicePixelRatioF()
        now, size = tokens.now(), QSize(160, picture_height(160, view.aspect) + 24)
        made = QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setOpacity(0.92)
        shot = view.session.film.shot(shot_id)
        picture = view.card_for(shot)[1]
        painter.fillRect(QRect(QPoint(0, 0), size), QColor(now.raised))
        if picture is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            paint_picture(painter, QRect(0, 0, size.width(), size.height() - 24), picture)
        foot = QRect(0, size.height() - 24, size.width(), 24)
        painter.fillRect(foot, QColor(now.accent))
        painter.setFont(letters(strong=True))
        painter.setPen(QColor(now.accent_text))
        words = tr("{n} shots", n=count) if count > 1 else shot.slate
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
        return made

    def _drag_over(self, event: QDragMoveEvent | None) -> None:
        view = self.view
        slot, before = None, view.receiving
        view.receiving = ("", "")
        if event is not None:
            at = event.position().toPoint()
            if shots_in(event.mimeData()):
                slot = view.laid.slot_at(view.to_board(at))
                event.setDropAction(Qt.DropAction.MoveAction)
                event.accept()
                self._scroll_near(at)
            elif files := files_in(event.mimeData()):
                shot = view.laid.shot_at(view.to_board(at))
                slot = view.laid.slot_at(view.to_board(at)) if shot is None and _can_be_shots(files) else None
                shot = shot if shot or slot else view.session.shot
                view.receiving = (shot.id, onto(files[0], shot.slate)) if shot else ("", "")
                event.setDropAction(Qt.DropAction.CopyAction)
                event.accept()
            else:
                event.ignore()
        else:
            self._speed = 0
            self._scrolling.stop()
        if (slot, before) != (view.slot, view.receiving) or event is not None:
            view.slot = slot
            view.viewport().update()

    def _dropped(self, event: QDropEvent) -> None:
        view = self.view
        at = view.to_board(event.position().toPoint())
        slot = view.laid.slot_at(at)
        self._drag_over(None)
        shots, shot = shots_in(event.mimeData()), view.laid.shot_at(at)
        files = files_in(event.mimeData())
        if shots and slot is not None:
            event.acceptProposedAction()
            self.moved.emit(shots, slot.scene_id, slot.at)
        elif shot is None and slot is not None and _can_be_shots(files):
            event.acceptProposedAction()
            self.dropped_beside.emit(slot.scene_id, slot.at, files)
        elif files and (shot_id := shot.id if shot is not None else view.session.shot_id):
            event.acceptProposedAction()
            self.dropped.emit(shot_id, files)
        else:
            event.ignore()

    def _scroll_near(self, at: QPoint) -> None:
        """Near an edge the board comes along."""
        high = self.view.viewport().height()
        self._near = at
        above, below = _EDGE - at.y(), at.y() - (high - _EDGE)
        self._speed = -above if above > 0 else max(0, below)
        if self._speed and not self._scrolling.isActive():
            self._scrolling.start()

    def _scroll_on(self) -> None:
        bar = self.view.verticalScrollBar()
        bar.setValue(bar.value() + self._speed // 2)
        if not self._speed:
            self._scrolling.stop()
        elif isinstance(self.gesture, Banding):
            self._span(self._near)  # the pointer rests, and the board goes on below it
        elif self.view.slot is not None:
            self.view.slot = self.view.laid.slot_at(self.view.to_board(self._near))
            self.view.viewport().update()


def files_in(carried: QMimeData) -> tuple[Path, ...]:
    """The pictures, clips and sounds among what is dragged."""
    paths = (Path(url.toLocalFile()) for url in carried.urls() if url.isLocalFile())
    return tuple(path for path in paths if path.suffix.lower() in (*PICTURES, *CLIPS, *SOUNDS))


def _can_be_shots(files: tuple[Path, ...]) -> bool:
    return any(path.suffix.lower() in (*PICTURES, *CLIPS) for path in files)


def shots_in(carried: QMimeData) -> list[str]:
    """Ids of the shots that are being dragged; none for a take, which belongs on the timeline."""
    try:
        told = json.loads(bytes(carried.data(SHOTS).data()))
        return [] if told.get("take") else [str(each) for each in told["shots"]]
    except (ValueError, KeyError, TypeError, AttributeError):
        return []
