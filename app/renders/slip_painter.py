"""Paints the queue's rows: a small picture, the slate and the action, and on the right how far it is and what can be done.

The reason of a failure stands in the place of the action: it is what the eye looks for, and the button stands beside it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

from app.board import pictograms
from app.renders.queue_rows import ENTRY
from app.renders.slips import Heading, Slip
from app.state.standing import Rendering
from app.theme import tokens
from app.theme.icons import paint as paint_icon
from app.theme.lettering import figures, letters
from app.theme.tokens import Tokens
from app.times import lasting
from app.words import in_a_row, tr, word
from engine.client import AtWork, Done, Failed, InLine

Index = QModelIndex | QPersistentModelIndex
Deed = Literal["cancel", "first", "again", "animatic"]

HEADING, ROW = 40, 64
_PAD = 12
_STATE = 176  # the column of states
_BUTTON = 28
_LEFT, _MIDDLE = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignVCenter

_DEEDS: dict[Deed, tuple[str, str]] = {
    "cancel": ("x", word("Take off the queue")),
    "first": ("arrow-up", word("Draw next")),
    "again": ("rotate-ccw", word("Again")),
    "animatic": ("clapperboard", word("With the animatic engine")),
}


@dataclass(frozen=True, slots=True)
class Looks:
    """What a row shows besides its slip."""

    picture: Callable[[Slip], QImage | None]
    drawn: Callable[[str], Rendering]
    aspect: Callable[[], float]


def deeds(slip: Slip) -> tuple[Deed, ...]:
    """What can be done with a job, from the right."""
    match slip.row.state:
        case InLine():
            return ("cancel", "first")
        case AtWork(stopping=True):
            return ()
        case AtWork():
            return ("cancel",)
        case Failed() if slip.shot and slip.row.job.engine != "animatic":
            return ("again", "animatic")
        case Done():
            return ()
        case _:
            return ("again",)


class SlipPainter(QStyledItemDelegate):
    """Draws rows and answers clicks on their buttons."""

    done = Signal(object, str)  # Slip, Deed

    def __init__(self, view: QAbstractItemView, looks: Looks) -> None:
        super().__init__(view)
        self._view, self._looks = view, looks

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Headings are lower than rows."""
        return QSize(200, HEADING if isinstance(index.data(ENTRY), Heading) else ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        entry, now, box = index.data(ENTRY), tokens.now(), QRect(option.rect)
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        if isinstance(entry, Heading):
            _paint_heading(painter, box, entry, now)
        elif isinstance(entry, Slip):
            self._paint_slip(painter, box, entry, option, now)
        painter.restore()

    def editorEvent(self, event: QEvent, model: object, option: QStyleOptionViewItem, index: Index) -> bool:
        """A click on a button of the row."""
        entry = index.data(ENTRY)
        if isinstance(event, QMouseEvent) and isinstance(entry, Slip) and event.button() == Qt.MouseButton.LeftButton:
            deed = self._deed_at(QRect(option.rect), entry, event.position().toPoint())
            if deed is not None:
                if event.type() == QEvent.Type.MouseButtonRelease:
                    self.done.emit(entry, deed)
                return True
        return False

    def helpEvent(self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index) -> bool:
        """What a button does, or the whole of a sentence that is cut off."""
        entry = index.data(ENTRY)
        if not isinstance(entry, Slip):
            return False
        QToolTip.showText(event.globalPos(), self.told_at(QRect(option.rect), entry, event.pos()), view)
        return True

    def told_at(self, box: QRect, slip: Slip, at: QPoint) -> str:
        """What is said under the pointer at that point of the slip's row; "" where all is to be read already."""
        if (deed := self._deed_at(box, slip, at)) is not None:
            return tr(_DEEDS[deed][1])
        cut_off = QFontMetrics(letters()).horizontalAdvance(_said(slip)) > self._words_box(box, slip).width()
        return _said(slip) if cut_off else ""

    def _deed_at(self, box: QRect, slip: Slip, at: QPoint) -> Deed | None:
        return next((deed for deed, place in places(box, slip) if place.contains(at)), None)

    def _paint_slip(self, painter: QPainter, box: QRect, slip: Slip, option: QStyleOptionViewItem, now: Tokens) -> None:
        states = QStyle.StateFlag
        chosen, over = bool(option.state & states.State_Selected), bool(option.state & states.State_MouseOver)
        inside = _inside(box)
        if chosen or over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.accent_soft if chosen else now.raised))
            painter.drawRoundedRect(inside, now.radius, now.radius)
        self._paint_picture(painter, self._frame(inside), slip, now)
        _paint_words(painter, self._words_box(box, slip), slip, now)
        if not isinstance(slip.row.state, Failed):
            _paint_state(painter, _state_box(inside), slip, self._looks.drawn(slip.key), now)
        if over or chosen or _matters(slip):
            self._paint_buttons(painter, box, slip, now)

    def _words_box(self, box: QRect, slip: Slip) -> QRect:
        """Where the name and what is told stand; a reason takes the room of the state, and says by itself that it failed."""
        inside = _inside(box)
        left, state = self._frame(inside).right() + _PAD, _state_box(inside)
        end = state.right() + 1 if isinstance(slip.row.state, Failed) else state.left()
        return QRect(left, inside.top(), end - _PAD - left, inside.height())

    def _frame(self, inside: QRect) -> QRect:
        high = inside.height() - 12
        return QRect(inside.left() + 8, inside.top() + 6, round(high * min(self._looks.aspect(), 2.4)), high)

    def _paint_picture(self, painter: QPainter, frame: QRect, slip: Slip, now: Tokens) -> None:
        painter.fillRect(frame, QColor(now.picture_ground))
        picture = self._looks.picture(slip)
        if picture is not None:
            size = picture.size().scaled(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect(QPoint(0, 0), size)
            place.moveCenter(frame.center())
            painter.drawImage(place, picture)
        elif slip.size is not None:
            pictograms.stamp_bare(painter, frame, slip.size)
        else:
            box = QRectF(0, 0, 20, 20)
            box.moveCenter(QRectF(frame).center())
            paint_icon(painter, box, "clapperboard" if slip.row.job.lane == "render" else "package", "#8d8d8d")

    def _paint_buttons(self, painter: QPainter, box: QRect, slip: Slip, now: Tokens) -> None:
        pointer = self._view.viewport().mapFromGlobal(self._view.cursor().pos())
        for deed, place in places(box, slip):
            if place.contains(pointer):
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(now.hover))
                painter.drawRoundedRect(place, now.radius, now.radius)
            paint_icon(painter, QRectF(place).adjusted(6, 6, -6, -6), _DEEDS[deed][0], now.text)


def _inside(box: QRect) -> QRect:
    return box.adjusted(8, 2, -8, -2)


def _state_box(inside: QRect) -> QRect:
    return QRect(inside.right() - _PAD - _BUTTON * 2 - 8 - _STATE, inside.top(), _STATE, inside.height())


def _said(slip: Slip) -> str:
    """The line below the name."""
    state = slip.row.state
    return in_a_row(tr(state.sentence), tr(state.action)) if isinstance(state, Failed) else slip.about


def _matters(slip: Slip) -> bool:
    """Its buttons are seen without the pointer: it failed or is being drawn. What a worker only holds looks like the rest of the line."""
    state = slip.row.state
    return isinstance(state, Failed) or (isinstance(state, AtWork) and state.begun)


def places(box: QRect, slip: Slip) -> tuple[tuple[Deed, QRect], ...]:
    """Where a row's buttons are."""
    top = box.center().y() - _BUTTON // 2
    right = box.right() - 8 - _PAD // 2 - _BUTTON
    return tuple((deed, QRect(right - n * _BUTTON, top, _BUTTON, _BUTTON)) for n, deed in enumerate(deeds(slip)))


def _paint_heading(painter: QPainter, box: QRect, heading: Heading, now: Tokens) -> None:
    font = letters(strong=True)
    painter.setFont(font)
    painter.setPen(QColor(now.muted))
    place = box.adjusted(16, 8, -16, 0)
    painter.drawText(place, _LEFT | _MIDDLE, tr(heading.words))
    wide = QFontMetrics(font).horizontalAdvance(tr(heading.words))
    painter.setFont(figures())
    painter.setPen(QColor(now.faint))
    painter.drawText(place.adjusted(wide + 8, 0, 0, 0), _LEFT | _MIDDLE, str(heading.count))


def _paint_words(painter: QPainter, box: QRect, slip: Slip, now: Tokens) -> None:
    name, about = letters(strong=True), letters()
    upper = QRect(box.left(), box.top() + 8, box.width(), 20)
    lower = QRect(box.left(), box.top() + 29, box.width(), 22)
    painter.setFont(name)
    painter.setPen(QColor(now.text))
    painter.drawText(
        upper, _LEFT | _MIDDLE, QFontMetrics(name).elidedText(slip.name, Qt.TextElideMode.ElideRight, upper.width())
    )
    painter.setFont(about)
    painter.setPen(QColor(now.bad if isinstance(slip.row.state, Failed) else now.muted))
    told = QFontMetrics(about).elidedText(_said(slip), Qt.TextElideMode.ElideRight, lower.width())
    painter.drawText(lower, _LEFT | _MIDDLE, told)


def _paint_state(painter: QPainter, box: QRect, slip: Slip, drawn: Rendering, now: Tokens) -> None:
    match slip.row.state:
        case AtWork(stopping=True):
            _paint_mark(painter, box, "loader", tr("Stopping"), now.muted)
        case AtWork(begun=True):
            _paint_progress(painter, box, drawn, now)
        case Done(seconds):
            _paint_mark(painter, box, "check", lasting(seconds) if seconds else tr("Done"), now.ok)
        case InLine() | AtWork():
            _paint_mark(painter, box, "clock", tr("Waiting"), now.muted)
        case _:
            _paint_mark(painter, box, "minus", tr("Taken off"), now.faint)


def _paint_mark(painter: QPainter, box: QRect, icon: str, words: str, color: str) -> None:
    place = QRectF(box.left(), box.center().y() - 8, 16, 16)
    paint_icon(painter, place, icon, color)
    painter.setFont(figures())
    painter.setPen(QColor(color))
    painter.drawText(box.adjusted(24, 0, 0, 0), _LEFT | _MIDDLE, words)


def _paint_progress(painter: QPainter, box: QRect, drawn: Rendering, now: Tokens) -> None:
    share = drawn.done / drawn.total if drawn.total else 0.0
    groove = QRectF(box.left(), box.center().y() + 8, box.width() - 16, 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(now.outline))
    painter.drawRoundedRect(groove, 2, 2)
    painter.setBrush(QColor(now.accent))
    painter.drawRoundedRect(QRectF(groove.left(), groove.top(), max(4.0, groove.width() * share), 4), 2, 2)
    painter.setFont(figures())
    painter.setPen(QColor(now.text))
    upper = QRect(box.left(), box.center().y() - 18, box.width() - 16, 22)
    painter.drawText(upper, _LEFT | _MIDDLE, f"{100 * share:.0f}%" if drawn.total else tr("Begins"))
    if drawn.seconds_left is not None:
        painter.setPen(QColor(now.muted))
        left = tr("{time} left", time=lasting(drawn.seconds_left))
        painter.drawText(upper, Qt.AlignmentFlag.AlignRight | _MIDDLE, left)
