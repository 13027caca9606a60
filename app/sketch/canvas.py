"""The sheet on the screen and the pen on the sheet: mouse, tablet and touchpad in, finished drawings out.

Only the few window pixels that a pen's move has touched are painted again, so a stroke follows the hand within a frame however large the
window is. What a stroke means for the film is the pad's business.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QEnterEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPointingDevice,
    QResizeEvent,
    QTabletEvent,
    QTransform,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from app.sketch.camera_marks import readings, standing_for
from app.sketch.drawing import Drawing, Mark, flat
from app.sketch.easel import Easel, Ghost
from app.sketch.filling import filled
from app.sketch.gestures import Aiming, Framing, Gesture, Panning, Stroking, Turning
from app.sketch.marks_paint import hit, paint_mark, reach_of
from app.sketch.nibs import Nib, Stroke, Tool
from app.sketch.strokes import Sample
from app.sketch.view import View, fitting, shown
from app.theme import tokens
from app.words import say, tr
from engine.film.setup import Move

_STROKES = (Tool.PENCIL, Tool.INK, Tool.BRUSH, Tool.ERASER)


class Canvas(QWidget):
    """`drawn(drawing, text, move)`: the pen was lifted. `move` is the camera's where a mark was drawn, else None."""

    drawn = Signal(object, str, object)
    picked = Signal(str)
    turned_eraser = Signal(bool)
    view_changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setTabletTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(320, 180)
        say(self.setAccessibleName, "Paper")
        self.nib = Nib(Tool.PENCIL, 4.0)
        self.move_of_shot = Move.STATIC
        self.invitation = ""
        self._easel: Easel | None = None
        self._view: View | None = None
        self._fits = True
        self._gesture: Gesture | None = None
        self._hover: QPointF | None = None
        self._space = False
        self._strokes = 0
        self._claimed: dict[str, QAction] = {}
        tokens.changed.connect(self.update)

    # --- what the pad sets

    @property
    def drawing(self) -> Drawing | None:
        """What is on the easel; None while it is being fetched."""
        return self._easel.drawing if self._easel else None

    @property
    def hand(self) -> int:
        """The layer in hand."""
        return self._easel.hand if self._easel else 0

    @property
    def drawing_now(self) -> bool:
        """Whether the pen is down."""
        return self._gesture is not None

    def show_drawing(self, drawing: Drawing | None, hand: int, ghosts: tuple[Ghost, ...] = ()) -> None:
        """Put another drawing on the easel, or take it off."""
        before = self.drawing
        if drawing is None:
            self._easel = None
        elif self._easel is None or self._easel.hand != hand or self._easel.ghosts != ghosts:
            self._easel = Easel(drawing, hand, ghosts)
        else:
            self._easel.adopt(drawing)
        if drawing is not None and (before is None or before.size != drawing.size):
            self.fit()
        self.update()

    def take(self, nib: Nib) -> None:
        """Take a tool into the hand."""
        self.nib = nib
        wide = nib.tool in _STROKES
        self.setCursor(Qt.CursorShape.BlankCursor if wide and self._hover else Qt.CursorShape.CrossCursor)
        self.update()

    # --- the view

    @property
    def view(self) -> View:
        """How the sheet lies under the window."""
        if self._view is None:
            size = self.drawing.size if self.drawing else QSize(1280, 720)
            self._view = fitting(size, self.size())
        return self._view

    def look(self, view: View, *, fits: bool = False) -> None:
        """Look at the sheet like this."""
        self._view, self._fits = view, fits
        self.view_changed.emit(view)
        self.update()

    def fit(self) -> None:
        """The whole sheet, upright."""
        self._view = None
        self.look(self.view, fits=True)

    def zoom(self, factor: float) -> None:
        """Nearer or farther about the middle."""
        self.look(self.view.zoomed(factor, QPointF(self.rect().center()), self.size()))

    def turn(self, degrees: float) -> None:
        """Turn the paper."""
        self.look(self.view.turned(degrees))

    def straighten(self) -> None:
        """Paper upright, no mirror, as near as it is."""
        self.look(replace(self.view, angle=0.0, mirrored=False))

    def mirror(self) -> None:
        """Left for right."""
        self.look(self.view.flipped())

    def _to_window(self) -> QTransform:
        return self.view.to_window(self.size())

    def on_sheet(self, at: QPointF) -> QPointF:
        """The sheet point under a window point."""
        return self.view.to_sheet(self.size()).map(at)

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Only what has changed."""
        painter = QPainter(self)
        now = tokens.now()
        painter.fillRect(event.rect(), QColor(now.picture_ground))
        if self._easel is None:
            painter.end()
            return
        to_window = self._to_window()
        sheet = QRectF(QPointF(), self._easel.drawing.size.toSizeF())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, self.view.scale < 3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setTransform(to_window)
        self._paint_shadow(painter, sheet)
        part = to_window.inverted()[0].mapRect(QRectF(event.rect())).toAlignedRect().adjusted(-3, -3, 3, 3)
        stroke = self._gesture.stroke if isinstance(self._gesture, Stroking) else None
        self._easel.paint(painter, part, stroke)
        self._paint_marks(painter)
        painter.resetTransform()
        self._paint_invitation(painter, to_window.mapRect(sheet))
        self._paint_nib(painter)
        painter.end()

    def _paint_shadow(self, painter: QPainter, sheet: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        for far, alpha in ((7, 26), (4, 34), (2, 44)):
            spread = far / self.view.scale
            painter.setBrush(QColor(0, 0, 0, alpha))
            painter.drawRoundedRect(sheet.adjusted(-spread, -spread / 2, spread, spread * 1.4), spread, spread)

    def _paint_marks(self, painter: QPainter) -> None:
        drawing = self.drawing
        if drawing is None:
            return
        accent = QColor(tokens.now().accent)
        drawn = self._marks_that_say_the_move(drawing)
        pending = self._gesture.mark if isinstance(self._gesture, Framing | Aiming) else None
        for mark in (pending,) if pending else drawn:
            paint_mark(painter, mark, accent, scale=self.view.scale)
        if not drawn and not pending:
            for mark in standing_for(self.move_of_shot, drawing.size):
                paint_mark(painter, mark, accent, scale=self.view.scale, drawn=False)

    def _marks_that_say_the_move(self, drawing: Drawing) -> tuple[Mark, ...]:
        """A mark whose move the inspector has changed since says something that is no longer so."""
        return tuple(m for m in drawing.marks if self.move_of_shot in readings(m, drawing.size))

    def _paint_invitation(self, painter: QPainter, sheet: QRectF) -> None:
        if self.invitation and self._gesture is None:
            painter.setPen(QColor("#8c877d"))
            painter.drawText(sheet, Qt.AlignmentFlag.AlignCenter, self.invitation)

    def _paint_nib(self, painter: QPainter) -> None:
        if self._hover is None or self.nib.tool not in _STROKES or isinstance(self._gesture, Panning | Turning):
            return
        radius = max(1.5, self.nib.width * self.view.scale / 2)
        for colour, width in ((QColor(20, 20, 20, 160), 2.2), (QColor(250, 250, 250, 220), 1.0)):
            painter.setPen(QPen(colour, width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(self._hover, radius, radius)

    def _update_nib(self, at: QPointF | None) -> None:
        for where in (self._hover, at):
            if where is not None:
                reach = self.nib.width * self.view.scale / 2 + 4
                self.update(QRectF(where.x() - reach, where.y() - reach, 2 * reach, 2 * reach).toAlignedRect())
        self._hover = at

    # --- pen and mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The pen comes down."""
        if self._easel is None or self._gesture is not None:
            return
        turning = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.button() == Qt.MouseButton.MiddleButton or self._space:
            self._gesture = Turning(self._bearing(event.position())) if turning else Panning(event.position())
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() == Qt.MouseButton.LeftButton:
            self._press(event.position(), 0.72, event.timestamp(), event.modifiers(), even=True)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pen goes on."""
        self._drag(event.position(), None, event.timestamp(), event.modifiers())
        self._update_nib(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The pen is lifted, where it is now: a quick hand has gone on since it was last seen."""
        self._drag(event.position(), None, event.timestamp(), event.modifiers())
        self._release()

    def tabletEvent(self, event: QTabletEvent) -> None:
        """A tablet's pen presses as hard as it likes, and its other end erases."""
        event.accept()
        rubber = event.pointerType() is QPointingDevice.PointerType.Eraser
        pressure = max(0.04, event.pressure()) ** 0.8
        if event.type() == QEvent.Type.TabletPress and self._easel is not None and self._gesture is None:
            self.turned_eraser.emit(rubber)
            if self._space:
                self._gesture = Panning(event.position())
            else:
                self._press(event.position(), pressure, event.timestamp(), event.modifiers(), even=False)
        elif event.type() == QEvent.Type.TabletMove:
            self._drag(event.position(), pressure, event.timestamp(), event.modifiers())
            self._update_nib(event.position())
        elif event.type() == QEvent.Type.TabletRelease:
            self._drag(event.position(), pressure, event.timestamp(), event.modifiers())
            self._release()

    def _press(self, at: QPointF, pressure: float, when: int, held: Qt.KeyboardModifier, *, even: bool) -> None:
        easel = self._easel
        if easel is None:
            return
        sheet, point = easel.drawing.size, self.on_sheet(at)
        tool = self.nib.tool
        if held & Qt.KeyboardModifier.AltModifier and tool not in (Tool.FRAME, Tool.ARROW):
            self._pick(point)
        elif tool is Tool.FRAME:
            self._gesture = Framing(point, sheet)
        elif tool is Tool.ARROW:
            self._gesture = Aiming(sheet)
            self._gesture.drag(point)
        elif tool is Tool.FILL:
            self._fill(point)
        else:
            self._begin(point, pressure, when, even=even)

    def _begin(self, point: QPointF, pressure: float, when: int, *, even: bool) -> None:
        easel = self._easel
        if easel is None or not easel.drawing.layers[easel.hand].shown:
            return
        self._strokes += 1
        bounds = QRect(QPoint(), easel.drawing.size)
        stroke = Stroke(self.nib, bounds, even=even, seed=self._strokes)
        self._gesture = Stroking(stroke, point, when)
        self._touch(stroke.add(Sample(point.x(), point.y(), pressure)))

    def _drag(self, at: QPointF, pressure: float | None, when: int, held: Qt.KeyboardModifier) -> None:
        gesture, point = self._gesture, self.on_sheet(at)
        match gesture:
            case Stroking():
                press = gesture.pressed(point, when) if pressure is None else pressure
                self._touch(gesture.stroke.add(Sample(point.x(), point.y(), press)))
            case Panning():
                self.look(self.view.moved(at - gesture.at, self.size()))
                gesture.at = at
            case Turning():
                bearing = self._bearing(at)
                self.look(self.view.turned(bearing - gesture.angle))
                gesture.angle = bearing
            case Framing():
                gesture.drag(point, zoom=bool(held & Qt.KeyboardModifier.AltModifier))
                self.update()
            case Aiming():
                gesture.drag(point)
                self.update()
            case None:
                pass

    def _release(self) -> None:
        gesture, self._gesture = self._gesture, None
        easel = self._easel
        if easel is None:
            return
        match gesture:
            case Stroking():
                gesture.stroke.end()
                drawing = easel.dried(gesture.stroke)
                easel.adopt(drawing)
                self._touch(gesture.stroke.touched)
                self.drawn.emit(drawing, tr(self.nib.tool.value), None)
            case Framing() | Aiming():
                self._mark(gesture)
            case Panning() | Turning():
                self.take(self.nib)
            case None:
                pass

    def _mark(self, gesture: Framing | Aiming) -> None:
        drawing, mark = self.drawing, gesture.mark
        self.update()
        if drawing is None or mark is None:
            return
        move = readings(mark, drawing.size)[0]
        after = drawing.with_marks(mark)
        self.move_of_shot = move
        if self._easel is not None:
            self._easel.adopt(after)
        self.drawn.emit(after, tr(self.nib.tool.value), move)

    def _fill(self, point: QPointF) -> None:
        easel = self._easel
        if easel is None or not easel.drawing.layers[easel.hand].shown:
            return
        layer = easel.drawing.layers[easel.hand].picture
        picture, part = filled(layer, flat(easel.drawing), point.toPoint(), QColor(self.nib.colour))
        if part.isEmpty():
            return
        after = easel.drawing.with_layer(easel.hand, picture=picture)
        easel.adopt(after)
        self._touch(part)
        self.drawn.emit(after, tr(Tool.FILL.value), None)

    def _pick(self, point: QPointF) -> None:
        drawing, at = self.drawing, point.toPoint()
        if drawing is not None and QRect(QPoint(), drawing.size).contains(at):
            self.picked.emit(flat(drawing).pixelColor(at).name())

    def mark_under(self, at: QPointF) -> bool:
        """Whether a drawn mark lies under a window point."""
        point, near = self.on_sheet(at), 8 / self.view.scale
        return self.drawing is not None and any(hit(m, point.x(), point.y(), near) for m in self.drawing.marks)

    def mark_corner(self) -> QPoint | None:
        """Where a chip with the move's name stands well: under the mark, inside the window."""
        drawing = self.drawing
        marks = (drawing.marks or standing_for(self.move_of_shot, drawing.size)) if drawing else ()
        if not marks:
            return None
        box = self._to_window().mapRect(reach_of(marks[0]))
        room = QRectF(self.rect()).adjusted(12, 12, -12, -12)
        return QPointF(
            min(max(box.center().x(), room.left()), room.right()),
            min(max(box.bottom() + 10, room.top()), room.bottom()),
        ).toPoint()

    def _touch(self, part: QRect) -> None:
        if not part.isEmpty():
            self.update(shown(part, self._to_window()))

    # --- the paper under the hand

    def _bearing(self, at: QPointF) -> float:
        middle = QPointF(self.rect().center())
        return math.degrees(math.atan2(at.y() - middle.y(), at.x() - middle.x()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel zooms at the pointer; a touchpad's two fingers push the paper, with Ctrl they zoom."""
        fingers = event.pixelDelta()
        if not fingers.isNull() and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.look(self.view.moved(QPointF(fingers), self.size()))
        elif step := event.angleDelta().y():
            self.look(self.view.zoomed(1.0015**step, event.position(), self.size()))
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Pinch and turn with two fingers; keys that somebody else in the window has too."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_Space or self._claims(event) is not None:
                event.accept()
                return True
        elif isinstance(event, QNativeGestureEvent):
            if event.gestureType() is Qt.NativeGestureType.ZoomNativeGesture:
                self.look(self.view.zoomed(1 + event.value(), event.position(), self.size()))
                return True
            if event.gestureType() is Qt.NativeGestureType.RotateNativeGesture:
                self.turn(event.value())
                return True
        return super().event(event)

    def claim(self, actions: Iterable[QAction]) -> None:
        """The keys of these actions are the paper's while it has the focus, whoever else in the window has them too."""
        self._claimed = {key.toString(): action for action in actions for key in action.shortcuts()}

    def _claims(self, event: QKeyEvent) -> QAction | None:
        return self._claimed.get(QKeySequence(event.keyCombination()).toString())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """While the space bar is held the pen moves the paper; Esc drops a stroke that is being drawn."""
        if self._gesture is None and (action := self._claims(event)) is not None:
            action.trigger()
        elif event.key() == Qt.Key.Key_Space:
            self._space = True
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        elif event.key() == Qt.Key.Key_Escape and self._gesture is not None:
            self._gesture = None
            self.update()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The paper lies still again."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self.take(self.nib)
        else:
            super().keyReleaseEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The nib shows itself."""
        self._update_nib(event.position())
        self.take(self.nib)

    def leaveEvent(self, event: QEvent) -> None:
        """The nib goes."""
        self._update_nib(None)

    def focusOutEvent(self, event: object) -> None:
        """A space bar let go elsewhere is let go here too."""
        self._space = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A sheet that fits goes on fitting."""
        if self._fits:
            self._view = None
            self.view_changed.emit(self.view)
