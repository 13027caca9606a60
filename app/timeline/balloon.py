"""Live numbers at the pointer while something is dragged: how far, how long it would be, and why it goes no further. The pictures
that decide it are shown large, in `two_up`."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from app.theme import tokens
from app.theme.lettering import figures, letters
from app.timeline.drags import Proposal
from app.timeline.scale import Scale
from app.timeline.showing import Showing
from app.words import tr
from engine.film.timecode import timecode


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


def paint_balloon(painter: QPainter, showing: Showing, proposal: Proposal, at: QPointF, inside: QRect) -> None:
    """The numbers beside the pointer, kept inside the view."""
    said, figure = _refusal(proposal), numbers(proposal, showing.film.rate)
    if not figure and not said:
        return
    wide, small = QFontMetricsF(figures(strong=True)), QFontMetricsF(letters(small=True))
    width = max(wide.horizontalAdvance(figure), max((small.horizontalAdvance(each) for each in said), default=0)) + 16
    height = (22 if figure else 4) + 18 * len(said) + (2 if said else 0)
    area = _placed(at, width, height, inside)
    now = tokens.now()
    painter.setPen(QPen(QColor(now.outline), 1))
    painter.setBrush(QColor(now.raised))
    painter.drawRoundedRect(area, now.radius, now.radius)
    _paint_words(painter, area.adjusted(8, 0, -8, 0), figure, said)


def _paint_words(painter: QPainter, area: QRectF, figure: str, said: list[str]) -> None:
    now = tokens.now()
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    if figure:
        painter.setFont(figures(strong=True))
        painter.setPen(QColor(now.text))
        painter.drawText(QRectF(area.left(), area.top(), area.width(), 22), flags, figure)
    painter.setFont(letters(small=True))
    for index, sentence in enumerate(said):
        painter.setPen(QColor(now.muted if index else now.warn))
        top = area.bottom() - 18 * (len(said) - index) - 2
        text = QFontMetricsF(painter.font()).elidedText(sentence, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(QRectF(area.left(), top, area.width(), 18), flags, text)


def _refusal(proposal: Proposal) -> list[str]:
    """Why it goes no further, and what to do instead."""
    if proposal.refused is None:
        return []
    return [tr(each) for each in (proposal.refused.sentence, proposal.refused.action) if each]


def _placed(at: QPointF, width: float, height: float, inside: QRect) -> QRectF:
    """Beside the pointer and above it, where there is room."""
    x = min(max(4.0, at.x() + 14), inside.width() - width - 4)
    y = at.y() - height - 10
    if y < 4:
        y = min(at.y() + 22, inside.height() - height - 4)
    return QRectF(x, max(4.0, y), width, height)


def numbers(proposal: Proposal, rate: Fraction) -> str:
    """How far, and how long it would be; of a level line, how loud."""
    if proposal.gain is not None:
        return tr("{gain} dB", gain=f"{proposal.gain:+.1f}")
    if proposal.insert_at is not None:
        return tr("Insert at {timecode}", timecode=timecode(proposal.insert_at, rate))
    if proposal.change is None and not proposal.by:
        return ""
    moved = f"{proposal.by:+d}" if proposal.by else (timecode(proposal.snapped or 0, rate))
    if proposal.length is None:
        return moved
    return f"{moved}    {timecode(max(0, proposal.length), rate)[3:]}"
