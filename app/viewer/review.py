"""The review room: the whole screen for one take between its neighbours, round and round, judged by single keys.

A second take may be laid against it: wiped with the mouse, side by side, or as a difference. What is said here is said of the
take that is seen, as an undo step like any other.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from app.actions import Actions
from app.commands import takes
from app.state.playhead import Playhead
from app.state.session import Session
from app.state.stills import Final, Stills, place_of
from app.theme.frames import Elided, column, ground_of, hairline, kind_of, row
from app.viewer.booth import Lit
from app.viewer.laps import Round, round_of, sounds_of, take_programme
from app.viewer.looks import Beside, Difference, Guides, Look, Onion, Plain, Wipe
from app.viewer.marks import Marked, marked
from app.viewer.mixing import Mixer
from app.viewer.player import Player
from app.viewer.programme import Programme
from app.viewer.rail import Rail
from app.viewer.remarks import Remark, begun, finished, remarks, said_at
from app.viewer.screen import Screen
from app.viewer.scrubber import Scrubber
from app.viewer.speakers import Open, open_speakers
from app.viewer.take_rows import draft_words, recipe_words, tags_of
from app.viewer.timecode_field import label
from app.viewer.transport import Transport
from app.words import changed as language_changed
from app.words import say, tr, word
from engine.film.document import Film
from engine.film.shots import Shot
from engine.film.takes import Take

ROOM = word("Review")
_COMPARES = (Wipe, Beside, Difference)
_OF_TWO = ("wipe", "beside", "difference", "swap")
"""What a second take is needed for."""


@dataclass(frozen=True, slots=True)
class Seat:
    """What is looked at: a take of a shot, and the take it is compared with ("" where none is)."""

    shot_id: str = ""
    take_id: str = ""
    other_id: str = ""


class ReviewRoom(QWidget):
    """A window of its own over the whole screen. `left` says which shot was looked at last."""

    left = Signal(str)
    sound_wanted = Signal(str, str)  # source, digest

    def __init__(
        self,
        session: Session,
        actions: Actions,
        stills: Stills,
        *,
        speakers: Open = open_speakers,
        name: str = "review",
    ) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self._session, self._actions, self._stills, self._name = session, actions, stills, name
        self._seat = Seat()
        self._look: Look = Plain()
        self._round: Round | None = None
        self.playhead = Playhead(self)
        self.player = Player(self.playhead, session.film.rate, self, speakers=speakers)
        self.player.set_loops(True)
        raster = session.film.raster
        self.screen_ = Screen(Fraction(raster.width, raster.height))
        self.scrubber = Scrubber(self.playhead)
        self.rail = Rail(stills, session.folder, raster.width / raster.height)
        self.note = QLineEdit()
        self._title, self._facts = QLabel(), Elided("muted")
        self.transport = Transport(actions, name, ROOM, self, self.player)
        self._act()
        self._lay()
        self._connect()

    # --- what others may ask

    @property
    def seat(self) -> Seat:
        """What is looked at."""
        return self._seat

    def review(self, shot_id: str, take_id: str = "", other_id: str = "") -> None:
        """Look at a take ("" the chosen one) on the whole screen, and play; with another one, wiped against it."""
        self.screen_.show_lit(None)  # what was seen here last is not this
        self._sit(shot_id, take_id, other_id)
        self._hold_still()
        if other_id:
            self._turn(Wipe())
        window = QApplication.activeWindow()
        if window is not None and window is not self:  # the screen on which the person works
            self.setGeometry(window.screen().geometry())
        self.showFullScreen()
        self.setFocus()
        self.player.play()

    def _hold_still(self, *_: object) -> None:
        """On a busy machine the first picture takes seconds: until then the take's still is seen, not black."""
        take = self._take(self._seat.take_id)
        path = place_of(Final(take), self._session.folder) if take is not None else None
        if self.screen_.lit is None:
            self.screen_.hold(self._stills.image(path, self.screen_.width()) if path is not None else None)

    def leave(self) -> None:
        """Back to the window."""
        self.close()

    def close_film(self) -> None:
        """End thread and sound; to be called before the film is closed."""
        self.player.close()
        self.hide()

    def look_again(self) -> None:
        """Takes or sounds have come."""
        self.player.look_again()
        self.player.listen_again()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The film goes on where the review was."""
        super().closeEvent(event)
        self.player.wake(False)
        self.left.emit(self._seat.shot_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes away the comparison, and then the room."""
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif isinstance(self._look, Plain):
            self.leave()
        else:
            self._turn(Plain())

    # --- made once

    def _act(self) -> None:
        add, name = self.transport.add, self._name
        add("circle", word("Circle the take"), lambda: self._do(takes.circle), ("C",), "circle-check")
        add("reject", word("Reject the take"), lambda: self._do(takes.reject), ("X",), "circle-x")
        for stars in range(6):
            words = word("No stars") if stars == 0 else word("{n} stars")
            add(f"stars_{stars}", words, lambda stars=stars: self._do(takes.rate, stars), (str(stars),))
            if stars:
                say(self._actions[f"{name}.stars_{stars}"].setText, words, n=stars)
        add("note", word("Write a note"), self._write_note, ("N",), "message-square")
        add("remark", word("The next remark"), self._next_remark, ("Shift+N",), "")
        add("older", word("The take before"), lambda: self._next_take(-1), ("[", "Up"), "chevron-left")
        add("newer", word("The next take"), lambda: self._next_take(1), ("]", "Down"), "chevron-right")
        add("shot_before", word("The shot before"), lambda: self._next_shot(-1), ("PgUp",), "arrow-left")
        add("shot_after", word("The next shot"), lambda: self._next_shot(1), ("PgDown",), "arrow-right")
        add("neighbours", word("Between its neighbours"), self._reload, ("T",), "separator-vertical", check=True)
        for each in ("neighbours", "loop"):
            self._actions[f"{name}.{each}"].setChecked(True)
        looks = ((Wipe(), "wipe", word("Wipe"), "W", "columns-2"), (Beside(), "beside", word("Side by side"), "S", "copy"),
                 (Difference(), "difference", word("Difference"), "D", "git-compare"),
                 (Onion(), "onion", word("Onion skin of the shot before"), "G", "layers-2"))  # fmt: skip
        for look, act, words, key, icon in looks:
            add(act, words, lambda look=look: self._turn(look), (key,), icon, check=True)
        add("other", word("Compare with another take"), self._next_other, ("B",), "shuffle")
        add("swap", word("Change sides"), self._swap, ("A",), "arrow-left-right")
        add("safe", word("Safe areas"), self._guide, ("Ctrl+Alt+S",), "frame", check=True)
        add("bare", word("Nothing but the picture"), self._bare, ("H",), "eye-off")
        add("leave", word("Leave the review"), self.leave, ("F",), "x")

    def _lay(self) -> None:
        ground_of(self, "panel")
        say(self.setWindowTitle, "Review")
        whole = column(self, gap=0)
        head, foot = QWidget(), QWidget()
        head.setLayout(self._header())
        below = column(foot, gap=0)
        below.addWidget(self.scrubber)
        below.addLayout(self._foot())
        below.addWidget(hairline())
        below.addLayout(self._keys())
        self._bars = (head, foot)
        for each, room in ((head, 0), (self.screen_, 1), (foot, 0)):
            whole.addWidget(each, room)

    def _header(self) -> QHBoxLayout:
        line = row(gap=4)
        line.setContentsMargins(16, 6, 8, 6)
        kind_of(self._title, "title")
        line.addWidget(self._title)
        line.addSpacing(12)
        line.addWidget(self._facts, 1)
        for each in ("circle", "reject"):
            line.addWidget(self._button(each))
        line.addSpacing(12)
        for each in ("neighbours", "onion", "safe"):
            line.addWidget(self._button(each))
        line.addSpacing(12)
        for each in _OF_TWO:
            line.addWidget(self._button(each))
        line.addSpacing(12)
        line.addWidget(self._button("leave"))
        return line

    def _foot(self) -> QHBoxLayout:
        line = row(gap=16)
        line.setContentsMargins(12, 0, 12, 4)
        line.addWidget(self.rail, 1)
        middle = QWidget()
        middle.setMinimumWidth(440)
        middle.setLayout(self.transport.bar())
        line.addWidget(middle)
        say(self.note.setPlaceholderText, "Note on this take")
        say(self.note.setAccessibleName, "Note on this take")
        self.note.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        line.addWidget(self.note, 1)
        return line

    def _keys(self) -> QHBoxLayout:
        """What the keys do, in one quiet line."""
        line = row(gap=0)
        line.setContentsMargins(16, 6, 16, 6)
        hint = QLabel()
        kind_of(hint, "muted")
        words = "C circle   X reject   1–5 stars   N note   [ ] takes   PgUp PgDn shots   B compare   W wipe   S side by side   D difference   A change sides   G onion   T neighbours   H picture only   Esc back"
        say(hint.setText, words)
        hint.setWordWrap(True)
        hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        line.addWidget(hint, 1)
        return line

    def _button(self, act: str) -> QToolButton:
        return self._actions.button(f"{self._name}.{act}")

    def _connect(self) -> None:
        self.player.shown.connect(self._on_shown)
        self.screen_.wants.connect(self.player.resize)
        self.screen_.clicked.connect(self.player.toggle)
        self.screen_.wiped.connect(self._on_wiped)
        self.playhead.moved.connect(self._tell)
        self.playhead.motion_changed.connect(self.transport.tell_motion)
        self.rail.chosen.connect(lambda take: self._sit(self._seat.shot_id, take, self._seat.other_id))
        self.rail.compared.connect(self._compare_with)
        self.note.editingFinished.connect(self._noted)
        self._stills.arrived.connect(self._hold_still)
        self._session.film_changed.connect(self._on_film_changed)
        language_changed.connect(self._say)

    # --- what is looked at

    def _shot(self) -> Shot | None:
        return next((shot for shot in self._session.film.shots if shot.id == self._seat.shot_id), None)

    def _take(self, take_id: str) -> Take | None:
        shot = self._shot()
        return shot.take(take_id) if shot else None

    def _sit(self, shot_id: str, take_id: str = "", other_id: str = "") -> None:
        """Look at this; a take that is not there is the chosen one, and nothing is compared with itself."""
        shot = next((each for each in self._session.film.shots if each.id == shot_id), None)
        take = (shot.take(take_id) or shot.chosen) if shot else None
        own = take.id if take else ""
        other = other_id if shot and other_id != own and shot.take(other_id) else ""
        self._seat = Seat(shot_id if shot else "", own, other)
        self._reload()

    def _reload(self) -> None:
        shot, take = self._shot(), self._take(self._seat.take_id)
        film, folder = self._session.film, self._session.folder
        if shot is None:
            self.leave()
            return
        neighbours = self._actions[f"{self._name}.neighbours"].isChecked()
        self._round = round_of(film, folder, self._session.cut_id, shot, take, neighbours=neighbours)
        mixer = Mixer(sounds_of(take, film, self._round.own), folder)
        for sound in mixer.wanting:
            self.sound_wanted.emit(sound.source, sound.digest)
        self.player.load(self._layers(self._round, shot), mixer, rate=film.rate)
        first, end = self._round.own
        edges = tuple(each for each in (first, end) if 0 < each < self._round.lap.frames)
        self.scrubber.set_parts(edges, self._round.own)
        self._say()

    def _layers(self, looked: Round, shot: Shot) -> tuple[Programme, ...]:
        """The lap, and over it the other take or the skin; the look follows what there is."""
        other = self._take(self._seat.other_id)
        second: Programme | None = None
        if isinstance(self._look, Onion):
            second = looked.before
        elif isinstance(self._look, _COMPARES) and other is not None:
            second = looked.of(take_programme(self._session.film, self._session.folder, shot, other)).lap
        self.screen_.set_look(self._look if second is not None else Plain())
        return (looked.lap,) if second is None else (looked.lap, second)

    def _turn(self, look: Look) -> None:
        """Look so; the same key again looks plainly."""
        same = type(look) is type(self._look)
        self._look = Plain() if same else look
        if isinstance(self._look, _COMPARES) and not self._seat.other_id:
            self._next_other()
        for act, kind in (("wipe", Wipe), ("beside", Beside), ("difference", Difference), ("onion", Onion)):
            self._actions[f"{self._name}.{act}"].setChecked(isinstance(self._look, kind))
        self._reload()

    def _on_wiped(self, at: float) -> None:
        if isinstance(self._look, Wipe):
            self._look = Wipe(at)

    def _on_shown(self, lit: Lit) -> None:
        self.screen_.show_lit(lit)

    def _on_film_changed(self, before: Film, after: Film) -> None:
        if self.isVisible() and (before.scenes is not after.scenes or before.cuts is not after.cuts):
            self._sit(self._seat.shot_id, self._seat.take_id, self._seat.other_id)

    # --- what is said

    def _marks(self) -> tuple[Marked, ...]:
        shot = self._shot()
        return marked(self._session.film, shot, self._session.cut_id, None) if shot else ()

    def _say(self) -> None:
        """Slate, number, stars, tags, recipe; the rail; the names of the sides."""
        marks = self._marks()
        mine = next((each for each in marks if each.take.id == self._seat.take_id), None)
        other = next((each for each in marks if each.take.id == self._seat.other_id), None)
        self._title.setText(self._heading(mine, len(marks)))
        self._facts.show_words(_facts(mine))
        for each in (*_OF_TWO, "other"):
            self._actions[f"{self._name}.{each}"].setEnabled(len(marks) > 1)
        self.rail.show_takes(marks, self._seat.take_id, self._seat.other_id)
        sides = (_side("A", mine), _side("B", other)) if isinstance(self._look, _COMPARES) else ("", "")
        self.screen_.set_names(*sides)
        if not self.note.hasFocus():
            self.note.setText(mine.verdict.note if mine else "")
            self.note.home(False)
        self.note.setEnabled(mine is not None)
        self.scrubber.set_remarks(self._remarks(mine))
        self._tell(self.playhead.frame)

    def _heading(self, mine: Marked | None, count: int) -> str:
        shot = self._shot()
        slate = shot.slate if shot else ""
        return tr("{slate} · take {k} of {n}", slate=slate, k=mine.number, n=count) if mine else slate

    def _tell(self, frame: int) -> None:
        """The frame of the take, which is what remarks name too; minus over the neighbour before it."""
        if self._round is not None:
            film, own = self._session.film, self._round.own
            self.transport.zero = own[0]
            self.transport.timecode.tell(frame - own[0], film.rate)
            self.transport.length.setText(label(own[1] - own[0], film.rate))
            bare = self._bars[0].isHidden()
            self.screen_.set_caption("" if bare else said_at(self.scrubber.remarks, frame, film.rate))

    # --- what a person does

    def _do(self, command: Callable[..., object], *values: object) -> None:
        if self._seat.take_id:
            command(self._session, self._seat.shot_id, self._seat.take_id, *values)

    def _next_take(self, way: int) -> None:
        shot = self._shot()
        ids = [take.id for take in shot.takes] if shot else []
        if self._seat.take_id in ids:
            at = (ids.index(self._seat.take_id) + way) % len(ids)
            self._sit(self._seat.shot_id, ids[at], self._seat.other_id)

    def _next_shot(self, way: int) -> None:
        ids = [shot.id for shot in self._session.film.played.shots]
        if self._seat.shot_id in ids:
            at = ids.index(self._seat.shot_id) + way
            if 0 <= at < len(ids):
                self._sit(ids[at])
                self.playhead.seek(self._round.own[0] if self._round else 0)

    def _next_other(self) -> None:
        """The next take to compare with: the circled one first, then one after the other."""
        shot = self._shot()
        ids = [take.id for take in shot.takes if take.id != self._seat.take_id] if shot else []
        if shot is None or not ids:
            return
        known = self._seat.other_id in ids
        first = shot.circled if shot.circled in ids else ids[-1]
        self._compare_with(ids[(ids.index(self._seat.other_id) + 1) % len(ids)] if known else first or ids[-1])

    def _compare_with(self, take_id: str) -> None:
        if take_id == self._seat.take_id:
            return
        self._seat = Seat(self._seat.shot_id, self._seat.take_id, take_id)
        if not isinstance(self._look, _COMPARES):
            self._turn(Wipe())
        else:
            self._reload()

    def _guide(self) -> None:
        self.screen_.set_guides(Guides(safe=self._actions[f"{self._name}.safe"].isChecked()))

    def _bare(self) -> None:
        """Nothing but the picture; or everything again."""
        for each in self._bars:
            each.setHidden(not each.isHidden())
        self._tell(self.playhead.frame)

    def _swap(self) -> None:
        if self._seat.other_id:
            self._sit(self._seat.shot_id, self._seat.other_id, self._seat.take_id)

    def _remarks(self, mine: Marked | None) -> tuple[Remark, ...]:
        """What was said of frames of the take, where they are in the lap."""
        if mine is None or self._round is None:
            return ()
        first, end = self._round.own
        told = remarks(mine.verdict.note, self._session.film.rate)
        return tuple(Remark(first + each.frame, each.words) for each in told if first + each.frame < end)

    def _next_remark(self) -> None:
        """To the next frame of which something is said, round and round."""
        frames = [each.frame for each in self.scrubber.remarks]
        if frames:
            self.player.stop()
            self.playhead.seek(next((each for each in frames if each > self.playhead.frame), frames[0]))

    def _write_note(self) -> None:
        """Of the frame that is seen, behind what was said already; over a neighbour it is of the whole take."""
        if self._round is None or not self.note.isEnabled():
            return
        self.player.stop()
        first, end = self._round.own
        frame = self.playhead.frame - first if first <= self.playhead.frame < end else None
        self.note.setText(begun(self.note.text(), frame, self._session.film.rate))
        self.note.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.note.end(False)

    def _noted(self) -> None:
        mine = next((each for each in self._marks() if each.take.id == self._seat.take_id), None)
        note = finished(self.note.text())
        with QSignalBlocker(self.note):  # leaving the field would say the same once more
            self.setFocus()
        if mine is not None and note != mine.verdict.note:
            takes.annotate(self._session, self._seat.shot_id, self._seat.take_id, note)
        self._say()


def _facts(mine: Marked | None) -> str:
    """Recipe, stars and tags in one line."""
    if mine is None:
        return tr("Not rendered yet")
    stars = "★" * mine.verdict.rating
    tags = ", ".join(tr(text) for text, _ in tags_of(mine))
    return "   ".join(filter(None, (draft_words(mine), recipe_words(mine.take), stars, tags)))


def _side(letter: str, each: Marked | None) -> str:
    return "   ".join(filter(None, (letter, tr("Take {n}", n=each.number), draft_words(each)))) if each else ""
