"""A row of small posters, one a take: which is seen (A), which it is compared with (B), which are circled or out."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.state.stills import POSTER, Stills
from app.theme import tokens
from app.theme.icons import paint as paint_icon
from app.viewer.marks import Marked
from app.viewer.take_rows import draft_words, paint_plate
from app.words import say

_HIGH, _GAP = 54.0, 8.0


class Rail(QWidget):
    """Click a poster to see that take; with Shift, to compare with it."""

    chosen = Signal(str)
    compared = Signal(str)

    def __init__(self, stills: Stills, folder: Path, aspect: float) -> None:
        super().__init__()
        self._stills, self._folder, self._aspect = stills, folder, aspect
        self._takes: tuple[Marked, ...] = ()
        self._seen, self._other = "", ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        say(self.setAccessibleName, "Takes")
        say(self.setToolTip, "Click: see this take. Shift: compare with it.")
        stills.arrived.connect(self._again)
        tokens.changed.connect(self.update)

    def show_takes(self, takes: tuple[Marked, ...], seen: str, other: str) -> None:
        """Oldest first, as they are numbered."""
        self._takes, self._seen, self._other = tuple(reversed(takes)), seen, other
        self.update()

    def sizeHint(self) -> QSize:
        """One row."""
        return QSize(200, int(_HIGH) + 8)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Which poster, and with Shift or not."""
        for n, each in enumerate(self._takes):
            if self._box(n).contains(event.position()):
                shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                (self.compared if shift else self.chosen).emit(each.take.id)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The posters."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        for n, each in enumerate(self._takes):
            self._paint(painter, self._box(n), each)
        painter.end()

    def _box(self, n: int) -> QRectF:
        wide = _HIGH * self._aspect
        return QRectF(4 + n * (wide + _GAP) - self._scrolled(wide + _GAP), 4, wide, _HIGH)

    def _scrolled(self, pitch: float) -> float:
        """How far the row is moved, so that the take that is seen stands in the middle of one that is too long."""
        too_long = 8 + len(self._takes) * pitch - self.width()
        at = next((n for n, each in enumerate(self._takes) if each.take.id == self._seen), 0)
        return min(max(0.0, at * pitch - (self.width() - pitch) / 2), max(0.0, too_long))

    def _paint(self, painter: QPainter, box: QRectF, each: Marked) -> None:
        now = tokens.now()
        edge = QPainterPath()
        edge.addRoundedRect(box, 3, 3)
        painter.save()
        painter.setClipPath(edge)
        painter.fillRect(box, QColor(now.picture_ground))
        picture = self._stills.image((self._folder / each.take.media).with_name(POSTER), 192)
        if picture is not None:
            painter.setOpacity(0.3 if each.verdict.rejected else 1.0)
            painter.drawImage(box, picture)
        painter.restore()
        if each.verdict.rejected:
            paint_icon(painter, QRectF(box.center().x() - 10, box.center().y() - 10, 20, 20), "x", now.bad)
        paint_plate(painter, box.topLeft() + QPointF(3, 3), draft_words(each), now)
        side = "A" if each.take.id == self._seen else "B" if each.take.id == self._other else ""
        words = f"{each.number} {side}".strip() + (" ○" if each.circled else "")
        paint_plate(painter, box.bottomLeft() + QPointF(3, -19), words, now)
        colors = {self._other: now.text, self._seen: now.accent}
        color = colors.get(each.take.id, now.ok if each.circled else "")
        if color:
            painter.setPen(QPen(QColor(color), 2))
            painter.drawPath(edge)

    def _again(self, *_: object) -> None:
        self.update()
