"""The other cut, while two are compared: a thin row above the tracks with its clips where they stand there.

What this cut has left out is seen only here, so the row shows the other cut's lowest picture in its own time, and colours in it what
is gone or otherwise.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from app.theme import tokens
from app.theme.lettering import letters
from app.theme.tokens import Tokens
from app.timeline.laid import Box, Lane, lay
from engine.film.cuts import Clip, Cut

if TYPE_CHECKING:
    from app.timeline.showing import Showing

HEIGHT = 26
"""Pixels of the row; none while nothing is compared."""

_COLOURS = {
    "added": "ok",
    "removed": "bad",
    "trimmed": "warn",
    "slipped": "warn",
    "moved": "accent",
    "take": "accent",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """How an item differs from what it is in the other cut, and that in a word or a number."""

    kind: str
    tag: str = ""


@dataclass(frozen=True, slots=True)
class Against:
    """The cut that the one in hand is compared with."""

    name: str
    lane: Lane | None

    def box(self, item: str) -> Box | None:
        """Where an item stands there."""
        return next((box for box in self.lane.boxes if box.item.id == item), None) if self.lane else None


def against(name: str, cut: Cut) -> Against:
    """The row for a cut."""
    pictures = [lane for lane in lay(cut).lanes if lane.track.kind == "picture"]
    return Against(name, pictures[-1] if pictures else None)


def mark_color(mark: Mark, now: Tokens) -> str:
    """The colour of a kind of difference."""
    return getattr(now, _COLOURS.get(mark.kind, "warn"))


def paint_against(painter: QPainter, showing: Showing, seen: QRectF) -> None:
    """The row."""
    laid, scale, now = showing.laid, showing.scale, tokens.now()
    if showing.against is None or showing.against.lane is None or not laid.ghost:
        return
    top = laid.head - laid.ghost + 2
    painter.setFont(letters(small=True))
    metrics = QFontMetricsF(painter.font())
    for box in showing.against.lane.between(scale.frame(seen.left() - 2), scale.frame(seen.right() + 2) + 1):
        if isinstance(box.item, Clip):
            area = QRectF(scale.x(box.at), top, max(1.0, (box.end - box.at) * scale.per_frame - 1), HEIGHT - 5)
            _paint_clip(painter, showing, box.item, area, metrics, now)


def _paint_clip(
    painter: QPainter, showing: Showing, clip: Clip, area: QRectF, metrics: QFontMetricsF, now: Tokens
) -> None:
    mark = showing.differs.get(clip.id)
    color = QColor(mark_color(mark, now) if mark is not None else now.raised)
    if mark is not None:
        color.setAlpha(110 if mark.kind == "removed" else 60)
    painter.fillRect(area, color)
    shot = showing.shot(clip)
    name = shot.slate if shot is not None else ""
    if name and metrics.horizontalAdvance(name) + 8 < area.width():
        painter.setPen(QColor(now.text if mark is not None else now.muted))
        painter.drawText(area.adjusted(6, 0, 0, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
