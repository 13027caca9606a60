"""The shot's panels in a row, and over them a rule of the shot's time with a grip where each panel begins.

Thumbs are equally wide, because a picture of three frames must be seen too; the rule is true to time, because that is what is being edited.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from app.board.durations import as_label, in_seconds
from app.commands.panels import ends
from app.sketch.drawing import PAPER
from app.state.prints import Prints
from app.theme import tokens
from app.theme.icons import paint as paint_icon
from app.theme.lettering import figures, letters
from app.words import say
from engine.film.rate import FILM, Rate
from engine.film.shots import Panel, Shot

RULE, THUMB, CAPTION, GAP, EDGE = 22, 76, 22, 8, 8
HEIGHT = EDGE + RULE + GAP + THUMB + CAPTION + EDGE
_NEAR = 6
"""Pixels around a grip that still take it."""


@dataclass(frozen=True, slots=True)
class Laid:
    """Where the panels of a shot are, in a strip of some width. `thumbs` has one more: the empty one that adds a panel."""

    rule: QRect
    grips: tuple[int, ...]
    thumbs: tuple[QRect, ...]


def lay_out(shot: Shot, width: int, aspect: float, scrolled: int = 0) -> Laid:
    """The rule over the whole width, thumbs of the film's aspect under it."""
    rule = QRect(EDGE, EDGE, max(1, width - 2 * EDGE), RULE)
    grips = tuple(rule.left() + round(rule.width() * p.start / shot.duration) for p in shot.panels)
    wide = max(44, round(THUMB * aspect))
    top = rule.bottom() + 1 + GAP
    lefts = [EDGE - scrolled + index * (wide + GAP) for index in range(len(shot.panels) + 1)]
    return Laid(rule, grips, tuple(QRect(left, top, wide, THUMB) for left in lefts))


@dataclass(frozen=True, slots=True)
class Retiming:
    """A grip is being dragged."""

    panel_id: str


@dataclass(frozen=True, slots=True)
class Carrying:
    """A panel is being dragged to another position; `lifted` once the hand has moved far enough to mean it."""

    panel_id: str
    start: QPoint
    to: int
    lifted: bool = False


Grasp: TypeAlias = Retiming | Carrying


class Strip(QWidget):
    """Says what is wanted; the pad does it."""

    chosen = Signal(str)
    added = Signal()
    retimed = Signal(str, int)
    moved = Signal(str, int)
    asked = Signal(str, QPoint)  # a menu for the panel, at a global point

    def __init__(self, prints: Prints, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prints = prints
        self._shot: Shot | None = None
        self._rate: Rate = FILM
        self._aspect = 16 / 9
        self._chosen = ""
        self._scrolled = 0
        self._grasp: Grasp | None = None
        self._hover: QPoint | None = None
        self.setFixedHeight(HEIGHT)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        say(self.setAccessibleName, "Panels of the shot")
        prints.ready.connect(self.update)
        tokens.changed.connect(self.update)

    def show_shot(self, shot: Shot | None, rate: Rate, aspect: float, chosen: str) -> None:
        """Show this shot's panels, that one in hand."""
        self._shot, self._rate, self._aspect = shot, rate, aspect
        if chosen != self._chosen:
            self._chosen = chosen
            self._scroll_to_chosen()
        self.update()

    def sizeHint(self) -> QSize:
        """As high as it must be."""
        return QSize(480, HEIGHT)

    def _laid(self) -> Laid | None:
        return lay_out(self._shot, self.width(), self._aspect, self._scrolled) if self._shot else None

    def _scroll_to_chosen(self) -> None:
        laid, shot = self._laid(), self._shot
        if laid is None or shot is None:
            return
        box = next((b for p, b in zip(shot.panels, laid.thumbs, strict=False) if p.id == self._chosen), None)
        if box is not None and (box.left() < EDGE or box.right() > self.width() - EDGE):
            self._scroll(box.center().x() - self.width() // 2)

    def _scroll(self, by: int) -> None:
        laid = self._laid()
        if laid is not None:
            whole = laid.thumbs[-1].right() + self._scrolled + EDGE
            self._scrolled = max(0, min(self._scrolled + by, whole - self.width()))
            self.update()

    # --- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rule, the thumbs, and what the hand is doing."""
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(tokens.now().panel))
        laid = self._laid()
        if laid is not None and self._shot is not None:
            self._paint_rule(painter, laid, self._shot)
            for number, (panel, box) in enumerate(zip(self._shot.panels, laid.thumbs, strict=False), 1):
                self._paint_thumb(painter, panel, box, number)
            self._paint_adder(painter, laid.thumbs[-1])
            self._paint_landing(painter, laid)
        painter.end()

    def _paint_rule(self, painter: QPainter, laid: Laid, shot: Shot) -> None:
        now = tokens.now()
        edges = [*laid.grips, laid.rule.right() + 1]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.raised))
        painter.drawRoundedRect(laid.rule, 3, 3)
        for index, panel in enumerate(shot.panels):
            part = QRectF(edges[index] + 1, laid.rule.top(), max(2, edges[index + 1] - edges[index] - 2), RULE)
            mine = panel.id == self._chosen
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.accent_soft if mine else now.hover))
            painter.drawRoundedRect(part, 3, 3)
            painter.setBrush(QColor(now.accent if mine else now.muted))
            painter.drawRoundedRect(QRectF(edges[index], laid.rule.top() + 3, 3, RULE - 6), 1.5, 1.5)
            if part.width() > 40:
                painter.setFont(figures(small=True))
                painter.setPen(QColor(now.accent if mine else now.muted))
                length = in_seconds(ends(shot)[index] - panel.start, self._rate)
                painter.drawText(part.adjusted(8, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter, length)

    def _paint_thumb(self, painter: QPainter, panel: Panel, box: QRect, number: int) -> None:
        now = tokens.now()
        carried = isinstance(self._grasp, Carrying) and self._grasp.lifted and self._grasp.panel_id == panel.id
        painter.setOpacity(0.4 if carried else 1.0)
        painter.fillRect(box, QColor(PAPER))
        longest = round(max(box.width(), box.height()) * self.devicePixelRatioF())
        print_ = self._prints.small(panel.picture, longest) if panel.picture else None
        if print_ is not None and not print_.isNull():
            where = _inside(print_.size(), box)
            if where.width() < box.width() - 2 or where.height() < box.height() - 2:
                painter.fillRect(box, QColor(now.picture_ground))  # a panorama
                painter.drawImage(where, print_)
            else:
                painter.drawImage(box, print_)
        if panel.id == self._chosen:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.drawRect(box.adjusted(-1, -1, 1, 1))
        self._paint_caption(painter, panel, box, number)
        painter.setOpacity(1.0)

    def _paint_caption(self, painter: QPainter, panel: Panel, box: QRect, number: int) -> None:
        now = tokens.now()
        under = QRect(box.left(), box.bottom() + 3, box.width(), CAPTION - 2)
        painter.setFont(letters(small=True, strong=True))
        painter.setPen(QColor(now.text if panel.id == self._chosen else now.muted))
        painter.drawText(under, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(number))
        painter.setFont(figures(small=True))
        painter.setPen(QColor(now.muted))
        painter.drawText(
            under, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, as_label(panel.start, self._rate)
        )
        if panel.note:
            room = under.adjusted(14, 0, -round(QFontMetricsF(painter.font()).horizontalAdvance("00:00")) - 4, 0)
            words = QFontMetricsF(painter.font()).elidedText(panel.note, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _paint_adder(self, painter: QPainter, box: QRect) -> None:
        now = tokens.now()
        near = self._hover is not None and box.contains(self._hover)
        painter.setBrush(QColor(now.raised) if near else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(now.muted if near else now.outline), 1, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        middle = QRectF(box.center().x() - 9, box.center().y() - 9, 18, 18)
        paint_icon(painter, middle, "plus", now.text if near else now.muted)

    def _paint_landing(self, painter: QPainter, laid: Laid) -> None:
        if isinstance(self._grasp, Carrying) and self._grasp.lifted:
            others = [b for p, b in zip(self._shot.panels if self._shot else (), laid.thumbs, strict=False)]
            at = min(self._grasp.to, len(others) - 1)
            shift = 0 if self._grasp.to < len(others) else others[at].width() + GAP
            painter.fillRect(
                others[at].left() - GAP // 2 - 1 + shift, others[at].top(), 3, THUMB, QColor(tokens.now().accent)
            )

    # --- the hand

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a grip or a panel, or add one."""
        laid, shot, at = self._laid(), self._shot, event.position().toPoint()
        if laid is None or shot is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if (grip := self._grip_at(laid, at)) is not None:
            self._grasp = Retiming(shot.panels[grip].id)
            self.chosen.emit(shot.panels[grip].id)
            return
        index = self._at(laid, at)
        if index is None:
            return
        if index == len(shot.panels):
            self.added.emit()
        else:
            self._grasp = Carrying(shot.panels[index].id, at, index)
            self.chosen.emit(shot.panels[index].id)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what was taken."""
        laid, shot, at = self._laid(), self._shot, event.position().toPoint()
        self._hover = at
        if laid is None or shot is None:
            return
        if isinstance(self._grasp, Retiming):
            frame = round((at.x() - laid.rule.left()) * shot.duration / laid.rule.width())
            self.retimed.emit(self._grasp.panel_id, frame)
        elif isinstance(self._grasp, Carrying):
            lifted = self._grasp.lifted or (at - self._grasp.start).manhattanLength() > 8
            to = sum(box.center().x() < at.x() for box in laid.thumbs[:-1])
            self._grasp = Carrying(self._grasp.panel_id, self._grasp.start, to, lifted)
        grip = self._grip_at(laid, at) is not None
        self.setCursor(Qt.CursorShape.SplitHCursor if grip else Qt.CursorShape.ArrowCursor)
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        grasp, self._grasp = self._grasp, None
        if isinstance(grasp, Carrying) and grasp.lifted and self._shot is not None:
            index = next((i for i, p in enumerate(self._shot.panels) if p.id == grasp.panel_id), 0)
            self.moved.emit(grasp.panel_id, grasp.to - (grasp.to > index))
        self.update()

    def _grip_at(self, laid: Laid, at: QPoint) -> int | None:
        """The grip under the pointer; the first panel's stays at the shot's beginning."""
        if not laid.rule.adjusted(0, -4, 0, 4).contains(at):
            return None
        near = [(abs(x - at.x()), index) for index, x in enumerate(laid.grips) if index]
        return min(near)[1] if near and min(near)[0] <= _NEAR else None

    def _at(self, laid: Laid, at: QPoint) -> int | None:
        """The thumb under the pointer, or the panel that stands at that time on the rule."""
        if laid.rule.contains(at) and laid.grips:
            return max(0, sum(x <= at.x() for x in laid.grips) - 1)
        return next((i for i, box in enumerate(laid.thumbs) if box.adjusted(0, 0, 0, CAPTION).contains(at)), None)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with a panel."""
        laid, shot = self._laid(), self._shot
        index = self._at(laid, event.pos()) if laid else None
        if shot is not None and index is not None and index < len(shot.panels):
            self.chosen.emit(shot.panels[index].id)
            self.asked.emit(shot.panels[index].id, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from panel to panel, with Alt they move it."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        shot = self._shot
        index = next((i for i, p in enumerate(shot.panels) if p.id == self._chosen), -1) if shot else -1
        if not step or shot is None or not 0 <= index + step < len(shot.panels):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(self._chosen, index + step)
        else:
            self.chosen.emit(shot.panels[index + step].id)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll along."""
        self._scroll(-(event.angleDelta().y() or event.angleDelta().x()))
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer."""
        self._hover = None
        self.update()

    def resizeEvent(self, event: object) -> None:
        """What is in hand stays in sight."""
        self._scroll(0)


def _inside(size: QSize, box: QRect) -> QRectF:
    """The whole picture, in the middle of the box."""
    fit = size.toSizeF().scaled(box.size().toSizeF(), Qt.AspectRatioMode.KeepAspectRatio)
    middle = QPointF(QRectF(box).center())
    return QRectF(middle.x() - fit.width() / 2, middle.y() - fit.height() / 2, fit.width(), fit.height())
