"""What lies over the tracks for a moment: the band that chooses clips, the razor's line, what a drag says, the ring of the focus.

It is painted last and changes with every step of the pointer; the tracks below are the same all the while.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from app.theme import tokens
from app.theme.lettering import letters
from app.timeline import balloon
from app.timeline.drags import Proposal
from app.timeline.laid import Lane
from app.timeline.ruler import HEIGHT
from app.timeline.showing import Showing
from app.words import tr


@dataclass(frozen=True, slots=True)
class Hovering:
    """Where the pointer and the band are (None: nowhere), what a drag would do, and whether clips are being cut."""

    pointer: QPointF | None
    band: QRectF | None
    proposal: Proposal | None
    cuts: bool


def paint_hovering(painter: QPainter, showing: Showing, over: Hovering, room: QRect) -> None:
    """All of it but the ring."""
    now = tokens.now()
    if over.band is not None:
        color = QColor(now.accent)
        color.setAlpha(40)
        painter.setPen(QPen(QColor(now.accent), 1))
        painter.setBrush(color)
        painter.drawRect(over.band)
    if over.cuts and over.pointer is not None and over.pointer.y() > HEIGHT:
        x = round(showing.scale.x(showing.scale.edge(over.pointer.x()))) + 0.5
        painter.setPen(QPen(QColor(now.text), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(x, HEIGHT), QPointF(x, room.height()))
    if over.proposal is not None and over.pointer is not None:
        balloon.paint_lines(painter, showing.scale, over.proposal, HEIGHT, room.height())
        balloon.paint_balloon(painter, showing, over.proposal, over.pointer, room)


def paint_ring(painter: QPainter, room: QRect) -> None:
    """The keys are the timeline's."""
    painter.setPen(QPen(QColor(tokens.now().accent), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5))


def paint_hint(painter: QPainter, lane: Lane, width: float) -> None:
    """What to do with an empty cut."""
    painter.setFont(letters())
    painter.setPen(QColor(tokens.now().muted))
    words = tr(
        "This cut is empty. F9 puts the shot in hand here; Follow the board, in the menu of the tab, all of them."
    )
    area = QRectF(16, lane.top, width - 32, lane.height)
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, words)
