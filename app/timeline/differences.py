"""What differs between two cuts, said in the language of the editor and shown as a list; a click goes to the place.

The engine says it in English sentences; here each kind of difference is put into words again from the two cuts, so that it can be
translated.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QWidget

from app import words
from app.state.cut_names import cut_name
from app.state.session import Session
from app.theme import tokens
from app.theme.frames import column, ground_of, row, tool
from app.timeline.against import Mark, against, mark_color
from app.timeline.hold import Hold
from app.timeline.marker_field import dot
from app.words import say, tr, word
from engine.film.bench import cut_of
from engine.film.compare import Difference, compare
from engine.film.cuts import Clip, Cut, Item
from engine.film.document import Film
from engine.film.supply import shots_by_id

WIDTH = 296

_PLAIN: Mapping[str, str] = {
    "added": word("{name} is new"),
    "removed": word("{name} is gone"),
    "moved": word("{name} stands elsewhere"),
    "take": word("{name} shows another take"),
    "transition": word("{name} was changed"),
    "gap": word("{name} was changed"),
    "track": word("Track {name} is new or gone"),
}


def sentence(film: Film, before: Cut, after: Cut, difference: Difference) -> str:
    """One difference in the language of now."""
    if difference.kind == "length":
        more = after.frames - before.frames
        return tr("The cut is {n} frames longer", n=more) if more > 0 else tr("The cut is {n} frames shorter", n=-more)
    was, item = _item(before, difference.item), _item(after, difference.item)
    name = _name(film, before, after, difference.item)
    if isinstance(was, Clip) and isinstance(item, Clip) and difference.kind in ("trimmed", "slipped"):
        return _trimmed(name, was, item, slipped=difference.kind == "slipped")
    return tr(_PLAIN[difference.kind], name=name)


def _trimmed(name: str, was: Clip, clip: Clip, *, slipped: bool) -> str:
    head = clip.start - was.start
    tail = clip.start + clip.frames - was.start - was.frames
    if slipped:
        return tr("{name} is slipped by {by} frames", name=name, by=f"{head:+d}")
    parts = [tr("head {by}", by=f"{head:+d}")] * bool(head) + [tr("tail {by}", by=f"{tail:+d}")] * bool(tail)
    return tr("{name}: {what}", name=name, what=tr(", ").join(parts))


def _item(cut: Cut, item_id: str) -> Item | None:
    return next((item for track in cut.tracks for item in track.items if item.id == item_id), None)


def _name(film: Film, before: Cut, after: Cut, item_id: str) -> str:
    item = _item(after, item_id) or _item(before, item_id)
    if isinstance(item, Clip):
        shot = shots_by_id(film).get(item.shot or "")
        return shot.slate if shot else item.footage.title if item.footage else "?"
    if item is not None:
        return tr("A gap") if item.kind == "gap" else tr("A transition")
    tracks = {track.id: track.name for cut in (before, after) for track in cut.tracks}
    return tracks.get(item_id, "")


def _mark(before: Cut, after: Cut, difference: Difference) -> Mark:
    """The difference in a word, or in frames."""
    was, item = _item(before, difference.item), _item(after, difference.item)
    if isinstance(was, Clip) and isinstance(item, Clip) and difference.kind in ("trimmed", "slipped"):
        by = item.start - was.start if difference.kind == "slipped" else item.frames - was.frames
        return Mark(difference.kind, f"{by:+d}" if by else "")
    tags = {"added": tr("new"), "moved": tr("moved"), "take": tr("other take")}
    return Mark(difference.kind, tags.get(difference.kind, ""))


class Differences(QWidget):
    """The list beside the tracks while two cuts are compared."""

    found = Signal(object, object)  # item id -> Mark, and Against: the other cut; {} and None for no comparison
    wanted = Signal(str)  # item id

    def __init__(self, session: Session, hold: Hold, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._hold = session, hold
        self.setFixedWidth(WIDTH)
        ground_of(self, "panel")
        down = column(self, gap=4)
        down.setContentsMargins(12, 6, 8, 8)
        top = row(gap=4)
        self.title = QLabel()
        self.title.setProperty("kind", "strong")
        top.addWidget(self.title, 1)
        close = tool("x", word("End the comparison"))
        close.clicked.connect(lambda: hold.compare_with(""))
        top.addWidget(close)
        down.addLayout(top)
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setIconSize(QSize(8, 8))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        say(self.list.setAccessibleName, "Differences between the cuts")
        self.list.itemActivated.connect(self._go)
        self.list.itemClicked.connect(self._go)
        down.addWidget(self.list, 1)
        hold.compared.connect(lambda other: self.refresh())
        session.cut_changed.connect(lambda cut: self.refresh())
        session.film_changed.connect(lambda before, after: self.refresh())
        words.changed.connect(self.refresh)
        tokens.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Compare again."""
        other, film = self._hold.other, self._session.film
        there = bool(other) and any(cut.id == self._session.cut_id for cut in film.cuts)
        self.setVisible(there)
        self.list.clear()
        if not there:
            self.found.emit({}, None)
            return
        before, after = cut_of(film, other), cut_of(film, self._session.cut_id)
        differences = compare(film, before.id, after.id)
        say(self.title.setText, "Against {name}: {n} differences", name=cut_name(before), n=len(differences))
        now = tokens.now()
        for each in differences:
            line = QListWidgetItem(dot(QColor(mark_color(Mark(each.kind), now))), sentence(film, before, after, each))
            line.setData(Qt.ItemDataRole.UserRole, each.item)
            self.list.addItem(line)
        if not differences:
            self.list.addItem(tr("The two cuts show the same."))
        marks = {each.item: _mark(before, after, each) for each in differences}
        self.found.emit(marks, against(cut_name(before), before))

    def _go(self, line: QListWidgetItem) -> None:
        if item := line.data(Qt.ItemDataRole.UserRole):
            self.wanted.emit(item)
