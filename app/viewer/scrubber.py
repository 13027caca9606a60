"""A thin bar under a picture: where the playhead is, what lies between the marks, and where the parts begin."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.state.playhead import Playhead
from app.theme import tokens
from app.viewer.remarks import Remark
from app.words import say

_HIGH = 20
_EDGE = 8.0
_APART = 3.0
_REACH = 5.0


class Scrubber(QWidget):
    """Drag to scrub. `parts` are frames at which something begins, drawn as notches; what lies outside `own` is dimmed."""

    def __init__(self, playhead: Playhead, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._playhead = playhead
        self._parts: tuple[int, ...] = ()
        self._own: tuple[int, int] | None = None
        self._remarks: tuple[Remark, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        say(self.setAccessibleName, "Position")
        self._listen(playhead)
        tokens.changed.connect(self.update)

    def sit_at(self, playhead: Playhead) -> None:
        """Show another playhead."""
        if playhead is not self._playhead:
            for signal in (self._playhead.moved, self._playhead.marks_changed, self._playhead.length_changed):
                signal.disconnect(self._again)
            self._listen(playhead)

    def set_parts(self, parts: tuple[int, ...], own: tuple[int, int] | None = None) -> None:
        """Notches at these frames; [first, end) of `own` is what it is about."""
        if (parts, own) != (self._parts, self._own):
            self._parts, self._own = parts, own
            self.update()

    def set_remarks(self, remarks: tuple[Remark, ...]) -> None:
        """What is said of these frames: a dot each, its words as the tool tip, and a click on it goes to the very frame."""
        if remarks != self._remarks:
            self._remarks = remarks
            self.update()

    @property
    def remarks(self) -> tuple[Remark, ...]:
        """Those that are shown."""
        return self._remarks

    def remark_at(self, x: float) -> Remark | None:
        """The remark whose dot is under a place."""
        near = [each for each in self._remarks if abs(self.x_of(each.frame + 0.5) - x) <= _REACH]
        return min(near, key=lambda each: abs(self.x_of(each.frame + 0.5) - x), default=None)

    def event(self, event: QEvent) -> bool:
        """A dot tells its words."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            remark = self.remark_at(event.pos().x())
            QToolTip.showText(event.globalPos(), remark.words if remark else "", self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        """A slim bar."""
        return QSize(200, _HIGH)

    def x_of(self, frame: float) -> float:
        """Where a frame begins."""
        return _EDGE + (self.width() - 2 * _EDGE) * frame / max(1, self._playhead.length)

    def frame_at(self, x: float) -> int:
        """The frame under a place."""
        return int((x - _EDGE) * max(1, self._playhead.length) / max(1.0, self.width() - 2 * _EDGE))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go there."""
        if event.button() == Qt.MouseButton.LeftButton:
            x = event.position().x()
            remark = self.remark_at(x)
            self._playhead.seek(remark.frame if remark else self.frame_at(x))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Scrub."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._playhead.seek(self.frame_at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows step while the bar has the focus."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._playhead.seek(self._playhead.frame + step)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Groove, notches, marks, head."""
        now, head = tokens.now(), self._playhead
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = self.height() / 2
        self._bar(painter, 0, head.length, middle, now.outline)
        if self._own is not None:
            self._bar(painter, *self._own, middle, now.muted)
        if head.in_mark is not None or head.out_mark is not None:
            last = head.length if head.out_mark is None else head.out_mark + 1
            self._bar(painter, head.in_mark or 0, last, middle, now.accent, high=4)
            self._ears(painter, middle, QColor(now.accent))
        painter.setPen(QColor(now.panel))
        painter.drawLines([QLineF(x, middle - 3, x, middle + 3) for x in self._notches()])
        self._dots(painter, middle)
        self._head(painter, middle)
        painter.end()

    def _dots(self, painter: QPainter, middle: float) -> None:
        now = tokens.now()
        painter.setPen(QColor(now.panel))
        painter.setBrush(QColor(now.accent))
        for remark in self._remarks:
            painter.drawEllipse(QPointF(self.x_of(remark.frame + 0.5), middle), 4, 4)

    def _notches(self) -> list[float]:
        """Where parts begin; of those that would run into each other only the first."""
        scale = (self.width() - 2 * _EDGE) / max(1, self._playhead.length)
        near = {int((_EDGE + part * scale) / _APART): part for part in reversed(self._parts)}
        return [_EDGE + part * scale for part in near.values()]

    def _bar(self, painter: QPainter, first: int, end: int, middle: float, color: str, *, high: float = 3) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(color))
        left, right = self.x_of(first), self.x_of(end)
        painter.drawRoundedRect(QRectF(left, middle - high / 2, max(1.0, right - left), high), high / 2, high / 2)

    def _ears(self, painter: QPainter, middle: float, color: QColor) -> None:
        painter.setBrush(color)
        head = self._playhead
        if head.in_mark is not None:
            x = self.x_of(head.in_mark)
            painter.drawPolygon(QPolygonF([QPointF(x, middle - 6), QPointF(x + 4, middle - 6), QPointF(x, middle + 6)]))
        if head.out_mark is not None:
            x = self.x_of(head.out_mark + 1)
            painter.drawPolygon(QPolygonF([QPointF(x, middle - 6), QPointF(x - 4, middle - 6), QPointF(x, middle + 6)]))

    def _head(self, painter: QPainter, middle: float) -> None:
        now = tokens.now()
        x = self.x_of(self._playhead.frame + 0.5) if self._playhead.length else _EDGE
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.accent if self.hasFocus() else now.text))
        painter.drawRoundedRect(QRectF(x - 1.5, middle - 8, 3, 16), 1.5, 1.5)

    def _listen(self, playhead: Playhead) -> None:
        self._playhead = playhead
        for signal in (playhead.moved, playhead.marks_changed, playhead.length_changed):
            signal.connect(self._again)
        self.update()

    def _again(self, *_: object) -> None:
        self.update()
