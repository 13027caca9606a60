"""How many shots stand how: the legend of the film strip, with the counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.renders.film_strip import STANDS, color_of
from app.state.session import Session
from app.state.standing import Failed, Fresh, Queued, Rendering, Stale, Standing, Unrendered
from app.theme import tokens
from app.theme.lettering import figures
from app.words import tr

_ORDER: tuple[Standing, ...] = (Rendering(), Queued(1), Fresh(), Stale(), Failed("", ""), Unrendered())


class StandingsLine(QWidget):
    """A dot, a number and a word for each standing that occurs; nothing until `known` says that somebody has looked."""

    def __init__(
        self, session: Session, standing: Callable[[str], Standing], known: Callable[[], bool] | None = None
    ) -> None:
        super().__init__()
        self._session, self._standing, self._known = session, standing, known
        self._counts: Counter[type] = Counter()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        tokens.changed.connect(self.update)
        self.refresh()

    def sizeHint(self) -> QSize:
        """One line of text."""
        return QSize(200, 20)

    def refresh(self) -> None:
        """Count again."""
        known = self._known is None or self._known()
        shots = (shot for shot in self._session.film.shots if known and not shot.omitted)
        self._counts = Counter(type(self._standing(shot.id)) for shot in shots)
        told = [self._told(type(kind)) for kind in _ORDER if self._counts[type(kind)]]
        self.setAccessibleName(tr(", ").join(told))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line."""
        painter, now, left = QPainter(self), tokens.now(), 0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(figures())
        metrics = QFontMetrics(figures())
        for kind in _ORDER:
            count = self._counts[type(kind)]
            if not count:
                continue
            painter.setPen(QColor(now.line))
            painter.setBrush(QColor(now.accent if isinstance(kind, Rendering) else color_of(kind, now)))
            painter.drawRoundedRect(left, self.height() // 2 - 4, 8, 8, 2, 2)
            told = self._told(type(kind))
            painter.setPen(QColor(now.muted))
            painter.drawText(left + 14, (self.height() + metrics.ascent() - metrics.descent()) // 2, told)
            left += 14 + metrics.horizontalAdvance(told) + 24
        painter.end()

    def _told(self, kind: type) -> str:
        return tr("{n} {stands}", n=self._counts[kind], stands=tr(STANDS[kind]))
