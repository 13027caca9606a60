"""Live numbers at the pointer while something is dragged: how far, how long it would be, why it goes no further, and the pictures
that decide it: the first or last of a trim, both sides of a roll, both ends of a slip."""

from __future__ import annotations

from fractions import Fraction

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen

from app.theme import tokens
from app.theme.lettering import figures, letters
from app.timeline.drags import Look, Proposal
from app.timeline.scale import Scale
from app.timeline.showing import Showing
from app.words import tr
from engine.film.cuts import Clip
from engine.film.supply import picture_at
from engine.film.timecode import timecode

PICTURE = 160.0
"""Width of a picture in the balloon."""


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
    """The numbers beside the pointer, and the pictures at the edges that move; kept inside the view."""
    numbers = _numbers(proposal, showing.film.rate)
    said = _refusal(proposal)
    if not numbers and not said:
        return
    pictures = [each for each in (_picture(showing, look) for look in proposal.looks) if each is not None]
    wide, small = QFontMetricsF(figures(strong=True)), QFontMetricsF(letters(small=True))
    tall = PICTURE / showing.aspect
    across = len(pictures) * (PICTURE + 2) - 2 if pictures else 0.0
    width = max(
        wide.horizontalAdvance(numbers) + 16,
        max((small.horizontalAdvance(each) for each in said), default=0) + 16,
        across + 8,
    )
    height = (22 if numbers else 4) + 18 * len(said) + (2 if said else 0) + (tall + 6 if pictures else 0)
    area = _placed(at, width, height, inside)
    now = tokens.now()
    painter.setPen(QPen(QColor(now.outline), 1))
    painter.setBrush(QColor(now.raised))
    painter.drawRoundedRect(area, now.radius, now.radius)
    for index, picture in enumerate(pictures):
        cell = QRectF(area.left() + 4 + index * (PICTURE + 2), area.top() + 4, PICTURE, tall)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(cell, picture)
    below = area.adjusted(8, tall + 6 if pictures else 0, -8, 0)
    _paint_words(painter, below, numbers, said)


def _paint_words(painter: QPainter, area: QRectF, numbers: str, said: list[str]) -> None:
    now = tokens.now()
    flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    if numbers:
        painter.setFont(figures(strong=True))
        painter.setPen(QColor(now.text))
        painter.drawText(QRectF(area.left(), area.top(), area.width(), 22), flags, numbers)
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


def _picture(showing: Showing, look: Look) -> QImage | None:
    """The picture at that edge, as it would be after the edit."""
    box = showing.laid.boxes.get(look.clip)
    if box is None or not isinstance(box.item, Clip) or showing.stills is None:
        return None
    clip, shot, take = box.item, showing.shot(box.item), showing.take(box.item)
    if shot is None or take is None:
        return None
    frame = clip.start if look.edge == "head" else clip.start + clip.frames - 1
    found = showing.stills.frame(take, picture_at(take, showing.film.rate, frame), round(PICTURE))
    return found or showing.stills.picture(shot, round(PICTURE))[1]


def _numbers(proposal: Proposal, rate: Fraction) -> str:
    if proposal.insert_at is not None:
        return tr("Insert at {timecode}", timecode=timecode(proposal.insert_at, rate))
    if proposal.change is None and not proposal.by:
        return ""
    moved = f"{proposal.by:+d}" if proposal.by else (timecode(proposal.snapped or 0, rate))
    if proposal.length is None:
        return moved
    return f"{moved}    {timecode(max(0, proposal.length), rate)[3:]}"
