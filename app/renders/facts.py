"""Facts in two columns: what, and how much. Sheets and the hardware page are made of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.theme.frames import kind_of, text
from app.theme.lettering import figures


class Facts(QWidget):
    """Rows of a name (English words) and a value (ready to be read)."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(24)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._names: dict[str, QLabel] = {}
        self._values: dict[str, QLabel] = {}

    def put(self, name: str, value: str, kind: str = "") -> None:
        """Say this value in the row of that name, which is added when it is new and hidden while it has nothing to say."""
        if name not in self._values:
            self._add(name)
        self._values[name].setText(value)
        kind_of(self._values[name], kind)
        for cell in (self._names[name], self._values[name]):
            cell.setVisible(bool(value))

    def _add(self, name: str) -> None:
        line, valued = self._grid.rowCount(), QLabel()
        valued.setFont(figures())
        valued.setWordWrap(True)
        valued.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        named = text(name, "muted")
        self._grid.addWidget(named, line, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(valued, line, 1)
        self._names[name], self._values[name] = named, valued
