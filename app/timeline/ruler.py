"""Paints the ruler: timecode, marks, markers, and the head of the playhead."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from app.theme import tokens
from app.theme.lettering import figures, letters
from app.theme.tokens import Tokens
from app.timeline.scale import Scale, ticks
from app.timeline.showing import Showing
from engine.film.cuts import Colour, Marker

HEIGHT = 40
"""Pixels: timecode above, markers below."""

_WORDS = 240.0
"""Pixels that a tick's or a marker's words reach to the right of it, at most."""

_DARK: dict[Colour, str] = {
    "amber": "#e0a04a",
    "red": "#e06c5f",
    "green": "#6fb27a",
    "blue": "#6a9bd8",
    "violet": "#a98bd6",
}
_LIGHT: dict[Colour, str] = {
    "amber": "#b86e10",
    "red": "#b3372a",
    "green": "#2f7a3c",
    "blue": "#2d64a8",
    "violet": "#7048a8",
}


def marker_color(colour: Colour) -> QColor:
    """A marker's colour in the theme of now."""
    return QColor((_DARK if tokens.now().name == "dark" else _LIGHT)[colour])


def paint_ruler(painter: QPainter, showing: Showing, seen: QRectF, marks: tuple[int | None, int | None]) -> None:
    """The ruler over the tracks."""
    now, scale = tokens.now(), showing.scale
    painter.fillRect(QRectF(seen.left(), 0, seen.width(), HEIGHT), QColor(now.raised))
    _paint_marks(painter, showing, marks, now)
    painter.setFont(figures(small=True))
    _paint_ticks(painter, showing, seen, now)
    painter.setPen(QColor(now.line))
    painter.drawLine(QPointF(seen.left(), HEIGHT - 0.5), QPointF(seen.right(), HEIGHT - 0.5))
    for marker in showing.cut.markers:
        if seen.left() - _WORDS <= scale.x(marker.frame) <= seen.right() + 8:
            _paint_marker(painter, scale, marker, now)


def _paint_ticks(painter: QPainter, showing: Showing, seen: QRectF, now: Tokens) -> None:
    short: list[QLineF] = []
    told: list[tuple[float, str]] = []
    film = showing.film
    for tick in ticks(showing.scale, seen.right(), film.rate, film.start, seen.left() - _WORDS):
        x = round(showing.scale.x(tick.frame)) + 0.5
        if tick.label:
            told.append((x, tick.label))
        else:
            short.append(QLineF(x, 19, x, 23))
    painter.setPen(QColor(now.outline))
    painter.drawLines(short)
    painter.setPen(QColor(now.faint))
    painter.drawLines([QLineF(x, 14, x, 23) for x, _ in told])
    painter.setPen(QColor(now.muted))
    for x, label in told:
        painter.drawText(QPointF(x + 4, 15), label)


def paint_playhead(painter: QPainter, x: float, bottom: float) -> None:
    """A line through all tracks, with a head in the ruler."""
    now = tokens.now()
    x = round(x) + 0.5
    painter.setPen(QPen(QColor(now.accent), 1))
    painter.drawLine(QPointF(x, 12), QPointF(x, bottom))
    head = QPainterPath(QPointF(x - 6, 2))
    head.lineTo(x + 6, 2)
    head.lineTo(x + 6, 8)
    head.lineTo(x, 15)
    head.lineTo(x - 6, 8)
    head.closeSubpath()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(head, QColor(now.accent))
    painter.restore()


def _paint_marks(painter: QPainter, showing: Showing, marks: tuple[int | None, int | None], now: Tokens) -> None:
    first, last = marks
    if first is None and last is None:
        return
    left = showing.scale.x(first or 0)
    right = showing.scale.x(last + 1 if last is not None else showing.laid.frames)
    painter.fillRect(QRectF(left, 23, right - left, HEIGHT - 24), QColor(now.accent_soft))
    painter.setPen(QPen(QColor(now.accent), 2))
    for x, inward, there in ((left + 1, 4, first is not None), (right - 1, -4, last is not None)):
        if there:
            painter.drawLine(QPointF(x, 24), QPointF(x, HEIGHT - 2))
            painter.drawLine(QPointF(x, 24), QPointF(x + inward, 24))
            painter.drawLine(QPointF(x, HEIGHT - 2), QPointF(x + inward, HEIGHT - 2))


def _paint_marker(painter: QPainter, scale: Scale, marker: Marker, now: Tokens) -> None:
    x = round(scale.x(marker.frame)) + 0.5
    flag = QPainterPath(QPointF(x - 5, 24))
    for px, py in ((x + 5, 24), (x + 5, 31), (x, 37), (x - 5, 31)):
        flag.lineTo(px, py)
    flag.closeSubpath()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillPath(flag, marker_color(marker.colour))
    painter.restore()
    if marker.text:
        painter.setFont(letters(small=True))
        painter.setPen(QColor(now.text))
        room = 22 * QFontMetricsF(painter.font()).averageCharWidth()
        text = QFontMetricsF(painter.font()).elidedText(marker.text, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(x + 9, 35), text)
