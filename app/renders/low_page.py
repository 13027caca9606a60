"""A page that gives way where the window is low: as tall as what it shows, or as much lower as the others need, and then it is scrolled.

A layout never makes a label that wraps lower than its words, and squeezes what stands beside it; in here they are scrolled instead.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QWidget


class LowPage(QScrollArea):
    """Between `least` and `most` pixels tall. Tab stops at it only where there is something to scroll."""

    def __init__(self, least: int, most: int | None = None) -> None:
        super().__init__()
        self._least, self._most = least, most
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.verticalScrollBar().rangeChanged.connect(self._on_range)
        self._on_range(0, 0)

    def turn_to(self, page: QWidget) -> None:
        """Show this in place of what was shown."""
        self.setWidget(page)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As tall as the page at this width, if it may be."""
        page = self.widget()
        if page is None:
            return QSize(0, 0)
        high = page.heightForWidth(self.viewport().width()) if page.hasHeightForWidth() else page.sizeHint().height()
        return QSize(page.sizeHint().width(), high if self._most is None else min(high, self._most))

    def minimumSizeHint(self) -> QSize:
        """The least, or all of a page that is lower."""
        return QSize(0, min(self._least, self.sizeHint().height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """At another width lines wrap elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def _on_range(self, _: int, most: int) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if most > 0 else Qt.FocusPolicy.NoFocus)
