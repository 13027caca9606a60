"""The viewer: plays the cut in hand at any moment, or one take of the shot in hand.

The cut is laid out anew after every edit (a value, made in the time of a key press) and handed to the player, which keeps the
pictures that are still the same; so the viewer never says "rendering", it always shows the best there is.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from app.actions import Actions
from app.state.cut_names import cut_name
from app.state.playhead import Playhead
from app.state.session import Session
from app.theme.frames import column, ground_of, kind_of, row, tool
from app.viewer.booth import Lit
from app.viewer.laps import sounds_of, take_programme
from app.viewer.looks import Guides, Onion, Plain
from app.viewer.mixing import Mixer, laid_sounds
from app.viewer.player import Player
from app.viewer.programme import Blank, CutProgramme, Held, Programme, Showing
from app.viewer.screen import NOTHING_YET, Screen
from app.viewer.scrubber import Scrubber
from app.viewer.speakers import Open, open_speakers
from app.viewer.timecode_field import label
from app.viewer.transport import STEPS, Transport
from app.words import changed as language_changed
from app.words import say, tr, word
from engine.film.cuts import Cut
from engine.film.document import Film
from engine.film.spoken import Spoken, spoken

Mode = Literal["cut", "take"]


_RESTS = 40
"""Milliseconds after the last edit: who undoes step by step waits for no cut of a thousand clips to be laid flat between them."""


@dataclass(frozen=True, slots=True)
class _Reel:
    """What is loaded: the programme, its sound, and the lines spoken in it."""

    programme: Programme
    mixer: Mixer | None = None
    lines: tuple[Spoken, ...] = ()


class ViewerPanel(QWidget):
    """`name` tells the viewers of two rooms apart. `leads`: the arrow keys are the viewer's wherever the focus is; on the board
    they are the cards', so there the viewer follows the shot in hand instead."""

    review_wanted = Signal(str, str)  # shot id, take id ("" the chosen one)
    sound_wanted = Signal(str, str)  # source, digest: see engine.plan.desk
    turned = Signal()  # something else is shown: another take, another shot, the cut
    menu_wanted = Signal(QPoint)  # the right button on the picture: where on the screen

    def __init__(
        self,
        session: Session,
        actions: Actions,
        *,
        name: str = "viewer",
        room: str = word("Viewer"),
        leads: bool = True,
        speakers: Open = open_speakers,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._actions, self._prefix = actions, name
        self._mode: Mode = "cut"
        self._take_id = ""
        self._awaited = ""  # a new shot comes into the hand before it is in the programme
        self._take_head = Playhead(self)
        self._captions = False
        self._onion = False
        self._due = False
        self._reel = _Reel(Blank())
        self._asked: set[str] = set()
        self.player = Player(session.playhead, session.film.rate, self, speakers=speakers)
        self.screen_ = Screen(_aspect(session.film))
        self.scrubber = Scrubber(session.playhead)
        self.transport = Transport(actions, name, room, self, self.player)
        self._slate = QLabel()
        self._again = QTimer(self, singleShot=True, interval=_RESTS)
        self._again.timeout.connect(self._load)
        self._act()
        self._lay(actions, name)
        self._connect()
        self.lead(leads)
        self._load()

    # --- what others may ask

    @property
    def mode(self) -> Mode:
        """Whether the cut is seen, or one take."""
        return self._mode

    @property
    def take_id(self) -> str:
        """The take that is seen in take mode; "" is the chosen one."""
        return self._take_id

    @property
    def seen(self) -> Showing:
        """What is shown at the playhead."""
        return self._reel.programme.at(self.player.playhead.frame)

    @property
    def shot_seen(self) -> str:
        """The id of the shot at the playhead; in take mode the one in hand."""
        programme = self._reel.programme
        if isinstance(programme, CutProgramme):
            return programme.shot(self._session.playhead.frame)
        return self._session.shot_id

    @property
    def take_head(self) -> Playhead:
        """The playhead of take mode, with its marks."""
        return self._take_head

    def hang(self, button: QToolButton) -> None:
        """One more tool in the line over the picture."""
        self._tools.insertWidget(self._tools.count() - 1, button)

    def show_cut(self) -> None:
        """See the cut in hand."""
        self._turn("cut")

    def show_take(self, take_id: str = "") -> None:
        """See one take of the shot in hand; "" the chosen one."""
        if take_id != self._take_id:
            self._take_head.mark(None, None)  # marks are of one take
        self._take_id = take_id
        self._turn("take")

    def lead(self, leads: bool) -> None:
        """Whether the arrow keys, Home and End are the viewer's wherever the focus is; else the shot in hand leads it."""
        self._leads = leads
        own, everywhere = Qt.ShortcutContext.WidgetWithChildrenShortcut, Qt.ShortcutContext.WindowShortcut
        for each in STEPS:
            self._actions[f"{self._prefix}.{each}"].setShortcutContext(everywhere if leads else own)

    def look_again(self) -> None:
        """A take was rendered, a picture drawn, a sound decoded: read what could not be read before."""
        self.player.look_again()
        self.player.listen_again()

    def close_film(self) -> None:
        """End thread and sound; to be called before the film is closed."""
        self.player.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Awake while it is seen."""
        super().showEvent(event)
        if self._due:
            self._load()
        self.player.wake(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Asleep while it is not."""
        super().hideEvent(event)
        self.player.wake(False)

    # --- made once

    def _act(self) -> None:
        add = self.transport.add
        add("review", word("Review on the full screen"), self._review, ("F",), "fullscreen")
        add("safe", word("Safe areas"), self._guide, ("Ctrl+Alt+S",), "frame", check=True)
        add("thirds", word("Thirds"), self._guide, ("Ctrl+Alt+T",), "grid-3x3", check=True)
        add("onion", word("Onion skin of the shot before"), self._skin, ("Ctrl+Alt+O",), "layers-2", check=True)
        add("captions", word("Captions"), self._caption, ("Ctrl+Alt+C",), "captions", check=True)

    def _on(self, act: str) -> bool:
        return self._actions[f"{self._prefix}.{act}"].isChecked()

    def _lay(self, actions: Actions, name: str) -> None:
        ground_of(self, "panel")
        whole = column(self, gap=0)
        whole.addLayout(self._header(actions, name))
        whole.addWidget(self.screen_, 1)
        whole.addWidget(self.scrubber)
        whole.addLayout(self.transport.bar())

    def _header(self, actions: Actions, name: str) -> QHBoxLayout:
        line = row(gap=4)
        line.setContentsMargins(8, 4, 8, 4)
        group = QButtonGroup(self)
        self._tabs: dict[Mode, QToolButton] = {}
        modes: tuple[tuple[Mode, str], ...] = (("cut", word("Cut")), ("take", word("Take")))
        for mode, words in modes:
            tab = QToolButton()
            tab.setCheckable(True)
            tab.setProperty("kind", "quiet")
            say(tab.setText, words)
            tab.clicked.connect(self.show_cut if mode == "cut" else lambda: self.show_take(self._take_id))
            group.addButton(tab)
            line.addWidget(tab)
            self._tabs[mode] = tab
        self._tabs["cut"].setChecked(True)
        kind_of(self._slate, "muted")
        line.addSpacing(8)
        line.addWidget(self._slate, 1)
        line.addWidget(self._menu(actions, name))
        line.addWidget(actions.button(f"{name}.review"))
        self._tools = line
        return line

    def _menu(self, actions: Actions, name: str) -> QToolButton:
        made = tool("eye", "What is drawn over the picture")
        made.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(made)
        for each in ("safe", "thirds", "onion", "captions"):
            menu.addAction(actions[f"{name}.{each}"])
        made.setMenu(menu)
        return made

    def _connect(self) -> None:
        session, player = self._session, self.player
        session.film_changed.connect(self._on_film_changed)
        session.cut_changed.connect(self._later)
        session.shot_changed.connect(self._on_shot_changed)
        player.shown.connect(self._on_shown)
        self.screen_.wants.connect(player.resize)
        self.screen_.clicked.connect(player.toggle)
        self.screen_.entered.connect(self._review)
        self.screen_.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.screen_.customContextMenuRequested.connect(
            lambda place: self.menu_wanted.emit(self.screen_.mapToGlobal(place))
        )
        session.playhead.moved.connect(self._on_cut_sought)
        language_changed.connect(self._respeak)
        for head in (session.playhead, self._take_head):
            head.motion_changed.connect(self.transport.tell_motion)
            head.moved.connect(lambda frame, head=head: self._tell(frame) if head is self.player.playhead else None)

    # --- what is loaded

    def _later(self, *_: object) -> None:
        """Lay out once, however many edits come before the next picture; while nobody looks, when somebody does again."""
        self._due = True
        if self.isVisible():
            self._again.start()

    def _on_film_changed(self, before: Film, after: Film) -> None:
        if (
            before.scenes is not after.scenes
            or before.cuts is not after.cuts
            or before.rate != after.rate
            or before.raster != after.raster
        ):
            self._later()

    def _on_shot_changed(self, shot_id: str) -> None:
        if self._mode == "take":
            self._take_id = ""
            self._take_head.mark(None, None)
            self._load()
            self.turned.emit()
        elif not self._leads:
            self._follow(shot_id)

    def _follow(self, shot_id: str) -> None:
        """Go to the shot in hand, unless it is seen already or the film plays."""
        programme = self._reel.programme
        if self.player.speed or not isinstance(programme, CutProgramme):
            return
        if programme.shot(self._session.playhead.frame) != shot_id:
            frame = programme.first_of(shot_id)
            self._awaited = "" if frame is not None else shot_id
            if frame is not None:
                self._session.playhead.seek(frame)

    def _on_cut_sought(self, frame: int) -> None:
        """Somebody goes somewhere in the cut: it is the cut that they want to see."""
        if self._mode == "take" and self.isVisible():
            self.show_cut()

    def _turn(self, mode: Mode) -> None:
        self._mode = mode
        self._tabs[mode].setChecked(True)
        head = self._session.playhead if mode == "cut" else self._take_head
        self.player.sit_at(head)
        self.scrubber.sit_at(head)
        self._load()
        self.turned.emit()

    def _load(self) -> None:
        self._due = False
        film = self._session.film
        self._reel = self._cut_reel(film) if self._mode == "cut" else self._take_reel(film)
        programme = self._reel.programme
        self.screen_.set_aspect(_aspect(film))
        self.screen_.invite("" if programme.frames else NOTHING_YET)
        if programme.frames == 0:
            self.screen_.show_lit(None)
        self.scrubber.set_parts(programme.edits[1:-1] if isinstance(programme, CutProgramme) else ())
        self.player.load(self._layers(programme), self._reel.mixer, rate=film.rate)
        self._tell(self.player.playhead.frame)
        self.transport.length.setText(label(programme.frames, film.rate))
        self._ask_for_sound()
        if self._awaited and self._awaited == self._session.shot_id and not self._leads:
            self._follow(self._awaited)

    def _cut_reel(self, film: Film) -> _Reel:
        cut = self._cut(film)
        if cut is None or cut.frames == 0:
            return _Reel(Blank())
        before = self._reel.programme
        programme = CutProgramme(film, cut, self._session.folder, before if isinstance(before, CutProgramme) else None)
        if programme.as_before:
            return _Reel(programme, self._reel.mixer, self._reel.lines)
        return _Reel(programme, Mixer(laid_sounds(film, cut), self._session.folder), spoken(film, cut))

    def _take_reel(self, film: Film) -> _Reel:
        shot = self._session.shot
        if shot is None:
            return _Reel(Blank())
        take, folder = shot.take(self._take_id) or shot.chosen, self._session.folder
        lines = tuple(Spoken(line, shot.id, line.start, line.frames) for line in shot.lines)
        mixer = Mixer(sounds_of(take, film, (0, shot.duration)), folder)
        return _Reel(take_programme(film, folder, shot, take), mixer, lines)

    def _layers(self, programme: Programme) -> tuple[Programme, ...]:
        before = self._frame_before(programme) if self._onion and programme.frames else None
        self.screen_.set_look(Onion() if before else Plain())
        return (programme, before) if before else (programme,)

    def _frame_before(self, programme: Programme) -> Held | None:
        """The last frame of the shot before the one that is seen."""
        if isinstance(programme, CutProgramme):
            start = programme.start_of(self._session.playhead.frame)
            return Held(programme, start - 1) if start > 0 else None
        film, shot = self._session.film, self._session.shot
        shots = list(film.played.shots)
        at = next((n for n, each in enumerate(shots) if shot is not None and each.id == shot.id), 0)
        if at == 0:
            return None
        before = take_programme(film, self._session.folder, shots[at - 1], shots[at - 1].chosen)
        return Held(before, before.frames - 1)

    def _cut(self, film: Film) -> Cut | None:
        return next((cut for cut in film.cuts if cut.id == self._session.cut_id), None)

    def _ask_for_sound(self) -> None:
        """Have decoded what cannot be heard yet; each sound is asked for once."""
        if self._reel.mixer is None:
            return
        for sound in self._reel.mixer.wanting:
            if sound.digest not in self._asked:
                self._asked.add(sound.digest)
                self.sound_wanted.emit(sound.source, sound.digest)

    # --- what is seen

    def _on_shown(self, lit: Lit) -> None:
        self.screen_.show_lit(lit)

    def _tell(self, frame: int) -> None:
        """Timecode, slate and caption of the frame."""
        film, programme = self._session.film, self._reel.programme
        self.transport.timecode.tell(frame, film.rate, film.start if self._mode == "cut" else 0)
        self._slate.setText(self._name(frame) if programme.frames else "")
        self.screen_.set_caption(self._words(frame) if self._captions else "")
        if self._onion and isinstance(programme, CutProgramme):
            self._keep_skin(programme, frame)

    def _respeak(self) -> None:
        self._tell(self.player.playhead.frame)

    def _name(self, frame: int) -> str:
        slate = self._reel.programme.slate(frame)
        if self._mode == "cut":
            cut = self._cut(self._session.film)
            return " · ".join(filter(None, (cut_name(cut) if cut else "", slate)))
        shot = self._session.shot
        take = (shot.take(self._take_id) or shot.chosen) if shot else None
        number = shot.takes.index(take) + 1 if shot and take else 0
        return tr("{slate} · take {n}", slate=slate, n=number) if number else slate

    def _keep_skin(self, programme: CutProgramme, frame: int) -> None:
        """At rest, the skin is that of the shot the playhead is in."""
        if self.player.speed == 0 and programme.start_of(frame) != programme.start_of(self._skinned):
            self._skinned = frame
            self._later()

    _skinned = -1

    def _words(self, frame: int) -> str:
        said = (each for each in self._reel.lines if each.start <= frame < each.start + each.frames)
        return "\n".join(each.line.text for each in said)

    # --- what keys do

    def _guide(self) -> None:
        self.screen_.set_guides(Guides(self._on("safe"), self._on("thirds")))

    def _skin(self) -> None:
        self._onion = self._on("onion")
        self._load()

    def _caption(self) -> None:
        self._captions = self._on("captions")
        self._tell(self.player.playhead.frame)

    def _review(self) -> None:
        self.player.stop()
        shot = self._session.shot_id
        programme = self._reel.programme
        if self._mode == "cut" and isinstance(programme, CutProgramme):
            shot = programme.shot(self._session.playhead.frame) or shot
        if shot:
            self.review_wanted.emit(shot, self._take_id if self._mode == "take" else "")


def _aspect(film: Film) -> Fraction:
    return Fraction(film.raster.width, film.raster.height)
