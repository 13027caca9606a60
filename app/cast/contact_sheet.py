"""Equal places in as many lines as the width asks for: what a sheet of references and a shelf of shots have in common."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

GAP = 8


class ContactSheet(QWidget):
    """`place` is the size of one; a subclass says how many there are (`places`) and calls `settle` when that has changed."""

    def __init__(self, place: QSize) -> None:
        super().__init__()
        self._place = place
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def places(self) -> int:
        """How many places there are."""
        return 0

    def settle(self) -> None:
        """There are more places, or fewer."""
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self.updateGeometry()
        self.update()

    def _across(self, width: int) -> int:
        return max(1, (width + GAP) // (self._place.width() + GAP))

    def box(self, index: int) -> QRect:
        """Where a place is."""
        line, column = divmod(index, self._across(self.width()))
        wide, high = self._place.width(), self._place.height()
        return QRect(column * (wide + GAP), line * (high + GAP), wide, high)

    def hasHeightForWidth(self) -> bool:
        """More places, more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as all lines."""
        lines = -(-self.places() // self._across(width))
        return max(0, lines * (self._place.height() + GAP) - GAP)

    def sizeHint(self) -> QSize:
        """One line of four."""
        return QSize(4 * (self._place.width() + GAP), self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another number of lines."""
        self.setMinimumHeight(self.heightForWidth(self.width()))
