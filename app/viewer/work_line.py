"""What the engine does for the shot in hand, over the list of its takes: drawn, waiting, failed with the reason, or out of date."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from app.state.standing import Failed, Fresh, Queued, Rendering, Stale, Standing, Unrendered
from app.theme.frames import kind_of, row
from app.times import lasting
from app.viewer.engine_room import work_words
from app.viewer.marks import Marked
from app.words import in_a_row, tr


class WorkLine(QWidget):
    """A sentence and perhaps a progress bar; hidden while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__()
        self.status, self.progress = QLabel(), QProgressBar()
        line = row(self, gap=8)
        line.setContentsMargins(16, 6, 16, 6)
        kind_of(self.status, "muted")
        self.status.setWordWrap(True)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(96)
        line.addWidget(self.status, 1)
        line.addWidget(self.progress)

    def tell(self, standing: Standing, takes: Collection[Marked]) -> None:
        """How the shot with these takes stands now."""
        self.progress.setVisible(isinstance(standing, Rendering))
        kind_of(self.status, "bad" if isinstance(standing, Failed) else "muted")
        if isinstance(standing, Rendering):
            self.progress.setRange(0, standing.total)
            self.progress.setValue(standing.done)
        self.status.setText(_sentence(standing, takes))
        self.setVisible(bool(self.status.text()))


def _sentence(standing: Standing, takes: Collection[Marked]) -> str:
    match standing:
        case Rendering(seconds_left=left) if left is not None:
            return tr("{what}, {time} left", what=work_words(standing), time=lasting(left))
        case Rendering() | Queued():
            return work_words(standing)
        case Failed():
            return in_a_row(tr(standing.sentence), tr(standing.action))
        case Stale():
            return _what_is_stale(takes)
        case Fresh() | Unrendered():
            return ""


def _what_is_stale(takes: Collection[Marked]) -> str:
    """All takes, or only the one that was chosen (another seed was tried, and the circle stayed where it was)."""
    if any(not each.stale and not each.verdict.rejected for each in takes):
        return tr("A take of the shot as it is now is here; circle it to use it")
    return tr("The shot has changed since these takes")
