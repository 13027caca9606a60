"""The whole film on one line: a cell a shot, as long as the shot, in the colour of how it stands.

One look tells what is drawn, what is old, what failed and where the engine is; a click brings the shot to hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from app.state.session import Session
from app.state.standing import Failed, Fresh, Queued, Rendering, Stale, Standing, Unrendered
from app.theme import tokens
from app.theme.tokens import Tokens
from app.words import say, tr, word
from engine.film.shots import Shot

HIGH = 28
_GAP = 1.0
_SMALLEST = 3.0  # a cell narrower than this has no gap

STANDS: dict[type, str] = {
    Fresh: word("drawn"),
    Stale: word("out of date"),
    Unrendered: word("not drawn"),
    Queued: word("waiting"),
    Rendering: word("drawing"),
    Failed: word("failed"),
}


class FilmStrip(QWidget):
    """A film at a glance."""

    def __init__(self, session: Session, standing: Callable[[str], Standing]) -> None:
        super().__init__()
        self._session, self._standing = session, standing
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        say(self.setAccessibleName, "The film, shot by shot")
        session.film_changed.connect(self._repaint)
        session.shot_changed.connect(self._repaint)
        tokens.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(320, HIGH)

    def shot_at(self, x: float) -> Shot | None:
        """The shot under a place."""
        return next((shot for shot, left, wide in self._cells() if left <= x < left + wide), None)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Every cell."""
        painter, now = QPainter(self), tokens.now()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for shot, left, wide in self._cells():
            gap = _GAP if wide >= _SMALLEST else 0.0
            box = QRectF(left, 4, max(0.6, wide - gap), HIGH - 8)
            _paint_cell(painter, box, self._standing(shot.id), now)
            if shot.id == self._session.shot_id:
                painter.setBrush(QColor(now.text))
                painter.drawRect(QRectF(box.left(), HIGH - 2, box.width(), 2))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The shot comes to hand."""
        shot = self.shot_at(event.position().x())
        if shot is not None:
            self._session.take_in_hand(shot.id)

    def event(self, event: QEvent) -> bool:
        """Tells the shot under the pointer."""
        if isinstance(event, QHelpEvent):
            shot = self.shot_at(event.pos().x())
            if shot is not None:
                stands = tr(STANDS[type(self._standing(shot.id))])
                QToolTip.showText(
                    event.globalPos(), tr("Shot {slate}: {stands}", slate=shot.slate, stands=stands), self
                )
            return True
        return super().event(event)

    def _repaint(self, *_: object) -> None:
        self.update()

    def _cells(self) -> Iterator[tuple[Shot, float, float]]:
        """Every shot that is played, with where its cell begins and how wide it is."""
        shots = [shot for shot in self._session.film.shots if not shot.omitted]
        total = sum(shot.duration for shot in shots)
        scale, left = (self.width() / total if total else 0.0), 0.0
        for shot in shots:
            wide = shot.duration * scale
            yield shot, left, wide
            left += wide


def _paint_cell(painter: QPainter, box: QRectF, standing: Standing, now: Tokens) -> None:
    painter.setBrush(QColor(color_of(standing, now)))
    painter.drawRoundedRect(box, 1.5, 1.5)
    if isinstance(standing, Rendering):
        share = standing.done / standing.total if standing.total else 0.0
        painter.setBrush(QColor(now.accent))
        painter.drawRoundedRect(QRectF(box.left(), box.top(), max(1.5, box.width() * share), box.height()), 1.5, 1.5)


def color_of(standing: Standing, now: Tokens) -> str:
    """The colour of a cell."""
    match standing:
        case Fresh():
            return now.ok
        case Stale():
            return now.warn
        case Failed():
            return now.bad
        case Rendering():
            return now.accent_soft
        case Queued():
            return now.faint
        case Unrendered():
            return now.outline
