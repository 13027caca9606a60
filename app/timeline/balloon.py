"""Live numbers at the pointer while something is dragged: how far, how long it would be, and why it goes no further."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from app.theme import tokens
from app.theme.lettering import figures, letters
from app.timeline.drags import Proposal
from app.timeline.scale import Scale
from app.words import tr
from engine.film.timecode import timecode

_LONGEST = 340.0


def paint_lines(painter: QPainter, scale: Scale, proposal: Proposal, top: float, bottom: float) -> None:
    """Where an edge has snapped, and where something would come in."""
    now = tokens.now()
    if proposal.snapped is not None:
        x = round(scale.x(proposal.snapped)) + 0.5
        painter.setPen(QPen(QColor(now.accent), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(x, top), QPointF(x, bottom))
    if proposal.insert_at is not None:
        x = round(scale.x(proposal.insert_at))
        painter.fillRect(QRectF(x - 1.5, top, 3, bottom - top), QColor(now.accent))


def paint_balloon(painter: QPainter, proposal: Proposal, at: QPointF, inside: QRect, rate: Fraction) -> None:
    """The numbers beside the pointer, kept inside the view."""
    numbers = _numbers(proposal, rate)
    if not numbers and not proposal.refused:
        return
    now = tokens.now()
    wide, tall = QFontMetricsF(figures(strong=True)), QFontMetricsF(letters(small=True))
    refused = tall.elidedText(tr(proposal.refused), Qt.TextElideMode.ElideRight, _LONGEST)
    width = max(wide.horizontalAdvance(numbers), tall.horizontalAdvance(refused)) + 16
    height = (22 if numbers else 4) + (20 if refused else 0)
    x = min(max(4.0, at.x() + 14), inside.width() - width - 4)
    y = min(max(4.0, at.y() - height - 10), inside.height() - height - 4)
    area = QRectF(x, y, width, height)
    painter.setPen(QPen(QColor(now.outline), 1))
    painter.setBrush(QColor(now.raised))
    painter.drawRoundedRect(area, now.radius, now.radius)
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    if numbers:
        painter.setFont(figures(strong=True))
        painter.setPen(QColor(now.text))
        painter.drawText(QRectF(x + 8, y, width - 16, 22), flags, numbers)
    if refused:
        painter.setFont(letters(small=True))
        painter.setPen(QColor(now.warn))
        painter.drawText(QRectF(x + 8, y + height - 20, width - 16, 18), flags, refused)


def _numbers(proposal: Proposal, rate: Fraction) -> str:
    if proposal.insert_at is not None:
        return tr("Insert at {timecode}", timecode=timecode(proposal.insert_at, rate))
    if proposal.change is None and not proposal.by:
        return ""
    moved = f"{proposal.by:+d}" if proposal.by else (timecode(proposal.snapped or 0, rate))
    if proposal.length is None:
        return moved
    return f"{moved}    {timecode(max(0, proposal.length), rate)[3:]}"
