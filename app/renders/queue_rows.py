"""The queue as Qt's list: slips and headings, and where a dragged slip may go."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal

from app.renders.slips import Entry, Heading, Slip
from app.words import tr
from engine.client import InLine

ENTRY = Qt.ItemDataRole.UserRole
MIME = "application/x-storyreel-job"

Index = QModelIndex | QPersistentModelIndex


class QueueRows(QAbstractListModel):
    """The list. `moved(key, before)` says where a slip was dropped; before is "" for the end of the line."""

    moved = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._entries: tuple[Entry, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is listed."""
        return self._entries

    def show(self, entries: tuple[Entry, ...]) -> None:
        """List these; rows that stay in their place stay selected."""
        same = [_name(entry) for entry in entries] == [_name(entry) for entry in self._entries]
        if same:
            self._entries = entries
            if entries:
                self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def row_of(self, key: str) -> int:
        """Where a job is listed; -1 where it is not."""
        return next((n for n, entry in enumerate(self._entries) if isinstance(entry, Slip) and entry.key == key), -1)

    def redraw(self, key: str) -> None:
        """A job is further."""
        row = self.row_of(key)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index | None = None) -> int:
        """Of the list; items have no children."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The entry, and its words for those who cannot see it."""
        if not 0 <= index.row() < len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == ENTRY:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return tr(entry.words) if isinstance(entry, Heading) else f"{entry.name} {entry.about}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Slips are chosen; those that wait are dragged; headings are neither."""
        between = Qt.ItemFlag.ItemIsDropEnabled
        entry = self._entries[index.row()] if index.isValid() and index.row() < len(self._entries) else None
        if not isinstance(entry, Slip):
            return between if entry is None else Qt.ItemFlag.NoItemFlags
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen | Qt.ItemFlag.ItemIsDragEnabled if isinstance(entry.row.state, InLine) else chosen

    def supportedDropActions(self) -> Qt.DropAction:
        """Slips are moved, never copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """What may be dropped here."""
        return [MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The keys that are dragged, in line order."""
        made = QMimeData()
        rows = sorted(index.row() for index in indexes)
        keys = [entry.key for row in rows if isinstance(entry := self._entries[row], Slip)]
        made.setData(MIME, "\n".join(keys).encode())
        return made

    def canDropMimeData(self, mime: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Only among those that wait."""
        return mime.hasFormat(MIME) and not parent.isValid() and self._slot(row) is not None

    def dropMimeData(self, mime: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index) -> bool:
        """Tell where the slips were dropped."""
        before = self._slot(row)
        if before is None or not mime.hasFormat(MIME):
            return False
        for key in bytes(mime.data(MIME).data()).decode().split("\n"):
            self.moved.emit(key, before)
        return True

    def _slot(self, row: int) -> str | None:
        """The key before which a slip dropped at `row` stands; "" for the end; None where nothing waits beside it."""
        here = self._entries[row] if 0 <= row < len(self._entries) else None
        above = self._entries[row - 1] if 0 < row <= len(self._entries) else None
        if isinstance(here, Slip) and isinstance(here.row.state, InLine):
            return here.key
        return "" if isinstance(above, Slip) and isinstance(above.row.state, InLine) else None


def _name(entry: Entry) -> str:
    return entry.key if isinstance(entry, Slip) else f"# {entry.words}"
