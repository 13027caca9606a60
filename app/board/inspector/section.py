"""A part of the inspector: a small title with perhaps a warning beside it, and its fields below."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.board.inspector.inspected import Inspected
from app.state.session import Session
from app.theme import tokens
from app.theme.frames import column, row, text
from app.theme.icons import dress_icon
from app.words import tr


class Section(QWidget):
    """Made once, shown for one selection after the other. Subclasses fill `body` and override `show_shots`."""

    def __init__(self, session: Session, title: str = "", *, needs: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.session = session
        self.needs = needs
        self.of: Inspected | None = None
        self.body: QVBoxLayout = column(self, gap=6)
        self.head: QHBoxLayout = row(gap=6)
        self.warning = QLabel()
        self.warning.hide()
        if title:
            self.head.addWidget(text(title, "muted"))
            self.head.addWidget(self.warning)
            self.head.addStretch(1)
            self.body.addLayout(self.head)
            dress_icon(self._show_icon, "triangle-alert", lambda: tokens.now().warn)

    def inspect(self, of: Inspected, *, anew: bool = False) -> bool:
        """Show these shots; False where all that this part reads of them is shown already (`anew`: not even then)."""
        before, self.of = self.of, of
        fresh = before is None or before.ids != of.ids or before.shot.id != of.shot.id
        if before is not None and not (anew or fresh):
            read = self.reads(of)
            if read is not None and read == self.reads(before):
                return False
        self.show_shots(of, fresh=fresh)
        return True

    def reads(self, of: Inspected) -> tuple[object, ...] | None:
        """Everything that is shown here, to be compared with what was; None where looking costs no less than showing."""
        return None

    def show_shots(self, of: Inspected, *, fresh: bool) -> None:
        """`fresh`: other shots than before, not only other contents."""

    def leave(self) -> None:
        """Other shots come: what was being written is told."""

    def warn(self, unmet: tuple[str, ...], engine: str) -> None:
        """Mark what of this the engine cannot do; `unmet` are the plan's phrases."""
        mine = [phrase for phrase in unmet if phrase in self.needs]
        self.warning.setVisible(bool(mine))
        if mine:
            what = tr(", ").join(tr(phrase) for phrase in mine)
            self.warning.setToolTip(tr("{engine} cannot use {what}.", engine=engine, what=what))

    @property
    def ids(self) -> tuple[str, ...]:
        """Of the shots that are edited."""
        return self.of.ids if self.of else ()

    def _show_icon(self, icon: QIcon) -> None:
        self.warning.setPixmap(icon.pixmap(QSize(14, 14), self.devicePixelRatioF()))
        self.warning.setAlignment(Qt.AlignmentFlag.AlignVCenter)


def pairs() -> QGridLayout:
    """A grid for fields that stand beside their names."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    return grid
