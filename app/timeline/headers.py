"""The heads of the tracks: name, hide or mute, solo, lock and level, each row as high as its lane.

Real widgets and not paint, so that every switch has a name for a screen reader and a place in the focus order.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QMenu, QSlider, QToolButton, QWidget

from app.state.session import Session
from app.theme.frames import column, ground_of, row, text, tool
from app.theme.icons import dress_icon
from app.timeline.laid import Laid, Lane
from app.timeline.ruler import HEIGHT
from app.words import say, tr, word
from engine.film import cutting
from engine.film.bench import cut_of
from engine.film.cuts import Play, Track
from engine.film.document import Film
from engine.film.linking import next_track

WIDTH = 176
LEVELS = (-600, 120)
"""Tenths of a decibel."""


class Header(QWidget):
    """The head of one track."""

    def __init__(self, session: Session, track: Track) -> None:
        super().__init__()
        self._session, self._track = session, track
        ground_of(self, "panel")
        picture = track.kind == "picture"
        self.name = self._name_field()
        self.shown = _switch(
            "eye" if picture else "volume-2", word("Hide the track") if picture else word("Mute the track")
        )
        self.solo = _switch("headphones", word("Solo: only this track"))
        self.lock = _switch("lock-open", word("Lock the track"))
        self.in_step = _switch("link-2", word("Follows the ripples of other tracks"))
        self.level = self._slider()
        self._lay(picture=picture)
        self._connect()
        self.follow(track)

    def _lay(self, *, picture: bool) -> None:
        """The name above, the switches below it; a sound's level beside them."""
        down = column(self, gap=2)
        down.setContentsMargins(8, 4, 6, 4)
        switches = row(gap=0)
        for each in (self.shown, self.solo, self.lock, self.in_step):
            switches.addWidget(each)
        if picture:
            switches.addStretch(1)
            self.level.hide()
        else:
            switches.addWidget(self.level, 1)
        down.addWidget(self.name)
        down.addLayout(switches)
        if picture:
            down.addStretch(1)

    def _name_field(self) -> QLineEdit:
        name = QLineEdit()
        name.setProperty("kind", "bare")
        name.setFixedHeight(22)
        name.setStyleSheet("padding: 0 1px; min-height: 0;")
        say(name.setAccessibleName, "Name of the track")
        name.editingFinished.connect(self._rename)
        return name

    def shows(self, track: Track) -> bool:
        """Whether it stands here already as it is; most edits are of a track's clips, and change nothing here."""
        same = track.id == self._track.id and _told_of(track) == _told_of(self._track)
        self._track = track if same else self._track
        return same

    def follow(self, track: Track) -> None:
        """Show the track as it is now."""
        self._track = track
        if not self.name.hasFocus():
            self.name.setText(track.name)
        self.shown.setChecked(track.play == "off")
        self.solo.setChecked(track.play == "solo")
        self.lock.setChecked(track.locked)
        self.in_step.setChecked(track.in_step)
        off, on = ("eye-off", "eye") if track.kind == "picture" else ("volume-x", "volume-2")
        dress_icon(self.shown.setIcon, off if track.play == "off" else on)
        dress_icon(self.lock.setIcon, "lock" if track.locked else "lock-open")
        blocked = self.level.blockSignals(True)
        self.level.setValue(round(track.gain * 10))
        self.level.blockSignals(blocked)
        say(self.level.setToolTip, "Level: {db} dB", db=f"{track.gain:+.1f}")

    def _slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(*LEVELS)
        slider.setPageStep(30)
        slider.setFixedHeight(20)
        say(slider.setAccessibleName, "Level of the track")
        return slider

    def _connect(self) -> None:
        self.shown.clicked.connect(lambda: self._play("off"))
        self.solo.clicked.connect(lambda: self._play("solo"))
        self.lock.clicked.connect(lambda: self._set(tr("Lock track"), locked=not self._track.locked))
        self.in_step.clicked.connect(lambda: self._set(tr("Track in step"), in_step=not self._track.in_step))
        self.level.valueChanged.connect(lambda value: self._set(tr("Level of a track"), gain=value / 10))

    def _play(self, wanted: Play) -> None:
        self._set(tr("Hide or mute track"), play="on" if self._track.play == wanted else wanted)

    def _rename(self) -> None:
        name = self.name.text().strip()
        if name and name != self._track.name:
            self._set(tr("Rename track"), name=name)
        self.name.setText(self._track.name)

    def _set(self, step: str, /, **changes: object) -> None:
        cut_id, track_id = self._session.cut_id, self._track.id
        merge = f"level {track_id}" if "gain" in changes else ""
        if not self._session.edit(
            step, lambda film: cutting.edit_track(film, cut_id, track_id, **changes), merge=merge
        ):
            self.follow(self._track)


class Headers(QWidget):
    """All heads, beside the lanes; scrolled along with them."""

    scroll_asked = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._rows: dict[str, Header] = {}
        self._laid, self._down = Laid(), 0
        self._column = QWidget(self)
        self.lines = text(word("Lines"), "muted")
        self.lines.setParent(self._column)
        self.other = text(word("The other cut"), "muted")
        self.other.setParent(self._column)
        self.continuity = text(word("Continuity"), "muted")
        self.continuity.setParent(self._column)
        self.setFixedWidth(WIDTH)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask)

    def follow(self, laid: Laid, down: int) -> None:
        """Rows for these lanes, scrolled down by so many pixels."""
        self._laid, self._down = laid, down
        there = {lane.track.id for lane in laid.lanes}
        for gone in [each for each in self._rows if each not in there]:
            self._rows.pop(gone).deleteLater()
        for lane in laid.lanes:
            self._place(lane)
        self.lines.setGeometry(12, 0, WIDTH - 20, laid.head - laid.ghost)
        self.lines.setVisible(laid.head > laid.ghost)
        self.other.setGeometry(12, laid.head - laid.ghost, WIDTH - 20, laid.ghost)
        self.other.setVisible(laid.ghost > 0)
        self.continuity.setGeometry(12, laid.seam_top, WIDTH - 20, laid.strip)
        self.continuity.setVisible(laid.strip > 0)
        self._column.setGeometry(0, -down, WIDTH, max(laid.height, self.height()))

    def header(self, track_id: str) -> Header:
        """The head of a track."""
        return self._rows[track_id]

    def _place(self, lane: Lane) -> None:
        header = self._rows.get(lane.track.id)
        if header is None:
            header = self._rows[lane.track.id] = Header(self._session, lane.track)
            header.setParent(self._column)
            header.show()
        if not header.shows(lane.track):
            header.follow(lane.track)
        header.setGeometry(0, lane.top, WIDTH - 1, lane.height)

    def _ask(self, at: QPoint) -> None:
        lane = self._laid.lane_at(at.y() + self._down)
        menu = self.menu(lane)
        menu.exec(self.mapToGlobal(at))
        menu.deleteLater()

    def menu(self, lane: Lane | None) -> QMenu:
        """What can be done with a track, or with none."""
        menu = QMenu(self)
        menu.addAction(tr("Add picture track"), lambda: self.add("picture"))
        menu.addAction(tr("Add sound track"), lambda: self.add("sound"))
        if lane is not None:
            menu.addSeparator()
            menu.addAction(tr("Rename track"), lambda: self._begin_rename(lane.track.id))
            menu.addAction(tr("Remove track"), lambda: self.remove(lane.track.id))
        return menu

    def add(self, kind: str) -> None:
        """One more track of a kind."""
        cut_id = self._session.cut_id

        def change(film: Film) -> Film:
            return cutting.add_track(film, cut_id, next_track(cut_of(film, cut_id), kind))

        self._session.edit(tr("Add track"), change)

    def remove(self, track_id: str) -> None:
        """The track goes, with everything on it; undo brings it back."""
        cut_id = self._session.cut_id
        self._session.edit(tr("Remove track"), lambda film: cutting.remove_track(film, cut_id, track_id))

    def _begin_rename(self, track_id: str) -> None:
        name = self._rows[track_id].name
        name.setFocus()
        name.selectAll()


def _told_of(track: Track) -> tuple[object, ...]:
    """What a head says of its track."""
    return track.name, track.kind, track.play, track.locked, track.in_step, track.gain


def corner_height() -> int:
    """Pixels above the first head: the ruler's."""
    return HEIGHT


def _switch(icon: str, words: str) -> QToolButton:
    made = tool(icon, words, checkable=True)
    made.setFixedSize(24, 22)
    made.setStyleSheet("min-height: 0; padding: 0;")
    return made
