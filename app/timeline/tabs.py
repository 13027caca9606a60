"""The film's cuts as tabs: choose, make, duplicate, rename, lock, compare, remove.

A rename happens in the tab itself; a lock is seen on it, because a locked cut refuses every edit.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QLineEdit, QMenu, QTabBar, QWidget

from app import words
from app.state.cut_names import cut_name
from app.state.session import Session
from app.theme import icons, tokens
from app.theme.frames import row, tool
from app.timeline.hold import Hold
from app.words import say, tr, word
from engine.film import versions
from engine.film.cuts import Cut
from engine.film.document import Film


class _Bar(QTabBar):
    """Qt's own keeps room for scroll buttons that it shows only when it is crowded, and the plus would stand far away."""

    def minimumSizeHint(self) -> QSize:
        """Room for one tab."""
        return QSize(64, super().minimumSizeHint().height())


class CutTabs(QWidget):
    """One tab a cut, and a plus."""

    follow_asked = Signal()

    def __init__(self, session: Session, hold: Hold, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._hold = session, hold
        self.bar = _Bar()
        self.bar.setExpanding(False)
        self.bar.setDrawBase(False)
        self.bar.setUsesScrollButtons(True)
        self.bar.setIconSize(QSize(12, 12))
        self.bar.setElideMode(Qt.TextElideMode.ElideRight)
        self.bar.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        say(self.bar.setAccessibleName, "Cuts of the film")
        self.more = tool("plus", word("New cut, and more"))
        self.more.clicked.connect(lambda: self._pop(self.more.mapToGlobal(QPoint(0, self.more.height())), ""))
        self._field: QLineEdit | None = None
        across = row(self, gap=4)
        across.addWidget(self.bar)
        across.addWidget(self.more)
        self.bar.currentChanged.connect(self._on_tab)
        self.bar.tabBarDoubleClicked.connect(self.begin_rename)
        self.bar.customContextMenuRequested.connect(self._ask)
        session.film_changed.connect(self._on_film)
        session.cut_changed.connect(lambda cut: self.follow())
        tokens.changed.connect(self.follow)
        words.changed.connect(self.follow)
        self.follow()

    def follow(self) -> None:
        """Tabs for the cuts of the film as it is."""
        cuts = self._session.film.cuts
        with QSignalBlocker(self.bar):
            while self.bar.count() > len(cuts):
                self.bar.removeTab(self.bar.count() - 1)
            while self.bar.count() < len(cuts):
                self.bar.addTab("")
            for index, cut in enumerate(cuts):
                self._show(index, cut)
            self.bar.setCurrentIndex(next((i for i, cut in enumerate(cuts) if cut.id == self._session.cut_id), -1))

    def menu(self, cut_id: str) -> QMenu:
        """What can be done with a cut ("" for none: only what makes one)."""
        menu = QMenu(self)
        menu.addAction(tr("New empty cut"), self.make)
        menu.addAction(tr("New cut from the board"), self.assemble)
        cut = next((each for each in self._session.film.cuts if each.id == cut_id), None)
        if cut is None:
            return menu
        menu.addAction(tr("Duplicate"), lambda: self.duplicate(cut_id))
        menu.addAction(tr("Follow the board"), self.follow_asked.emit)
        menu.addSeparator()
        menu.addAction(tr("Rename"), lambda: self.begin_rename(self._index(cut_id)))
        menu.addAction(tr("Unlock") if cut.locked else tr("Lock"), lambda: self.lock(cut_id, not cut.locked))
        others = [each for each in self._session.film.cuts if each.id != cut_id]
        if others:
            compare = menu.addMenu(tr("Compare with"))
            for other in others:
                compare.addAction(cut_name(other), lambda other=other: self._compare(cut_id, other.id))
        menu.addSeparator()
        menu.addAction(tr("Remove"), lambda: self.remove(cut_id))
        return menu

    def make(self) -> None:
        """An empty cut."""
        name = self._free_name(tr("Cut"))
        self._added(tr("New cut"), lambda film: versions.new_cut(film, name))

    def assemble(self) -> None:
        """The board, played from head to tail."""
        name = self._free_name(tr("Assembly"))
        self._added(tr("New cut"), lambda film: versions.add_cut(film, versions.assembly(film, name=name)))

    def duplicate(self, cut_id: str) -> None:
        """An unlocked copy."""
        self._added(tr("Duplicate cut"), lambda film: versions.duplicate_cut(film, cut_id))

    def lock(self, cut_id: str, locked: bool) -> None:
        """Nothing changes the cut any more; or it may be edited again."""
        change = versions.lock_cut if locked else versions.unlock_cut
        self._session.edit(tr("Lock cut") if locked else tr("Unlock cut"), lambda film: change(film, cut_id))

    def remove(self, cut_id: str) -> None:
        """The cut goes; undo brings it back."""
        self._session.edit(tr("Remove cut"), lambda film: versions.remove_cut(film, cut_id))

    def rename(self, cut_id: str, name: str) -> None:
        """The cut under another name."""
        if name.strip():
            self._session.edit(tr("Rename cut"), lambda film: versions.rename_cut(film, cut_id, name.strip()))

    def begin_rename(self, index: int) -> None:
        """A field over the tab."""
        if not 0 <= index < self.bar.count():
            return
        cut = self._session.film.cuts[index]
        field = self._field = QLineEdit(cut_name(cut), self.bar)
        say(field.setAccessibleName, "Name of the cut")
        field.setGeometry(self.bar.tabRect(index).adjusted(2, 3, -2, -3))
        field.setMinimumWidth(96)
        field.editingFinished.connect(lambda: self._end_rename(cut))
        field.show()
        field.setFocus()
        field.selectAll()

    def _end_rename(self, cut: Cut) -> None:
        field, self._field = self._field, None
        if field is not None:
            field.deleteLater()
            if field.text().strip() != cut_name(cut):
                self.rename(cut.id, field.text())

    def _show(self, index: int, cut: Cut) -> None:
        self.bar.setTabText(index, cut_name(cut))
        self.bar.setTabIcon(index, icons.icon("lock") if cut.locked else QIcon())
        self.bar.setTabToolTip(index, tr("Locked: duplicate it to go on cutting.") if cut.locked else "")

    def _added(self, text: str, change: Callable[[Film], Film]) -> None:
        before = {cut.id for cut in self._session.film.cuts}
        if self._session.edit(text, change):
            fresh = [cut.id for cut in self._session.film.cuts if cut.id not in before]
            self._session.choose_cut(fresh[-1] if fresh else self._session.cut_id)

    def _free_name(self, name: str) -> str:
        taken = {cut.name for cut in self._session.film.cuts}
        number, free = 1, name
        while free in taken:
            number += 1
            free = f"{name} {number}"
        return free

    def _compare(self, cut_id: str, other: str) -> None:
        self._session.choose_cut(cut_id)
        self._hold.compare_with(other)

    def _index(self, cut_id: str) -> int:
        return next((i for i, cut in enumerate(self._session.film.cuts) if cut.id == cut_id), -1)

    def _on_tab(self, index: int) -> None:
        if 0 <= index < len(self._session.film.cuts):
            self._session.choose_cut(self._session.film.cuts[index].id)

    def _on_film(self, before: Film, after: Film) -> None:
        if before.cuts is not after.cuts and _told_of(before) != _told_of(after):
            self.follow()  # tabs are laid anew: most edits are of the clips in a cut

    def _ask(self, at: QPoint) -> None:
        index = self.bar.tabAt(at)
        cut = self._session.film.cuts[index].id if index >= 0 else ""
        self._pop(self.bar.mapToGlobal(at), cut)

    def _pop(self, at: QPoint, cut_id: str) -> None:
        menu = self.menu(cut_id or self._session.cut_id)
        menu.exec(at)
        menu.deleteLater()


def _told_of(film: Film) -> list[tuple[str, str, bool]]:
    """What the tabs say."""
    return [(cut.id, cut.name, cut.locked) for cut in film.cuts]
