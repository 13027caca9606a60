"""The spoken lines over the pictures: where each is heard in the cut, to be pulled over an edit for a J or an L cut.

A line belongs to its shot and keeps its place there, so pulling one changes the shot and not the cut, and every cut that shows the shot
hears it there.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from app.commands.cuts import Change
from app.theme import tokens
from app.theme.lettering import letters
from app.timeline.drags import ByFrames
from app.timeline.showing import Showing
from app.words import tr, word
from engine.film.coverage import edit_line
from engine.film.document import Film
from engine.film.spoken import Spoken

HEIGHT = 24
"""Pixels of the strip above the lanes; none where nobody speaks."""


def pull(base: Film, spoken: Spoken, targets: tuple[int, ...]) -> ByFrames:
    """The line heard sooner or later."""

    def make(by: int) -> Change:
        start = spoken.line.start + by
        return lambda film: edit_line(film, spoken.shot, spoken.line.id, start=start)

    edges = (spoken.start, spoken.start + spoken.frames)
    return ByFrames(base, word("Move line"), make, edges, targets)


def paint_lines(painter: QPainter, showing: Showing, seen: QRectF, held: str) -> None:
    """The strip; `held` is the line that is being pulled."""
    now, scale = tokens.now(), showing.scale
    names = {subject.id: subject.name for subject in showing.film.cast}
    painter.setFont(letters(small=True))
    metrics = QFontMetricsF(painter.font())
    for each in showing.laid.lines:
        area = QRectF(scale.x(each.start), 3, each.frames * scale.per_frame - 1, HEIGHT - 4)
        if area.right() < seen.left() or area.left() > seen.right():
            continue
        painter.setPen(QPen(QColor(now.accent), 1) if each.line.id == held else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.clip_title))
        painter.drawRoundedRect(area, 3, 3)
        left = max(area.left(), seen.left() if area.left() < 0 else area.left()) + 4
        room = area.right() - left - 2
        told = told_in(room, names.get(each.line.speaker, ""), each.line.text, metrics)
        if told:
            painter.setPen(QColor(now.text))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
            cell = QRectF(left, area.top(), room, area.height())
            painter.drawText(cell, flags, told)


def told_in(room: float, name: str, words: str, metrics: QFontMetricsF) -> str:
    """What fits of a line: who says what; in little room who speaks; in none nothing, for a letter and dots tell nobody anything."""
    whole = tr("{speaker}: {words}", speaker=name, words=words) if name else words
    told = metrics.elidedText(whole, Qt.TextElideMode.ElideRight, room)
    begun = told[len(whole) - len(words) : -1]
    if told == whole or metrics.horizontalAdvance(begun) > metrics.horizontalAdvance("nn"):
        return told
    return name if metrics.horizontalAdvance(name) <= room else ""
