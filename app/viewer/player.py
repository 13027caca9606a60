"""Plays programmes: a clock says which frame is due, the booth has made it ready, and what comes too late is dropped.

Picture never waits for picture: when a frame is not there, the last one stands and the next that is due is shown. So the film
neither slows down nor drifts from its sound, and `dropped` says what that cost.
"""

from __future__ import annotations

import contextlib
import math
import time
from dataclasses import dataclass
from fractions import Fraction

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.errands import send
from app.state.playhead import Playhead, Playing, Stopped
from app.viewer.booth import Booth, Lit, Wish
from app.viewer.clocks import Clock, SoundClock, WallClock
from app.viewer.decks import SMALL, Size
from app.viewer.mixing import Mixer
from app.viewer.programme import Programme
from app.viewer.route import Route
from app.viewer.speakers import Open, Score, Speakers, load_sound_system, open_speakers

AHEAD = 16
"""Pictures made ahead: two thirds of a second, which outlasts the opening of any file."""

FINE_AFTER = 250
"""Milliseconds of rest after which the original is shown instead of its light copy."""

FASTEST = 4

_SOON = 3
"""Milliseconds to the next look where something may come at any moment: a late picture, the first sound."""

WIDEST = 1920
"""Device pixels: what is larger is enlarged while it is painted, or a second of film would not fit the memory."""


@dataclass(slots=True)
class _Run:
    """A playing: the route, its clock, the number of the picture shown last, and the sound that goes with it."""

    route: Route
    clock: Clock
    sound: Speakers | None
    picture: int = 0


@dataclass(slots=True)
class Count:
    """Pictures shown and dropped since the playing began, and how long the first new one took (seconds)."""

    shown: int = 0
    dropped: int = 0
    started: float | None = None


class Player(QObject):
    """Drives a playhead. `shown` brings each picture to paint; whoever else moves the playhead scrubs."""

    shown = Signal(object)  # Lit
    ended = Signal()
    _lit = Signal(object)

    def __init__(
        self, playhead: Playhead, rate: Fraction, parent: QObject | None = None, *, speakers: Open = open_speakers
    ) -> None:
        super().__init__(parent)
        self.playhead = playhead
        self.count = Count()
        self._loops = False
        self._rate = rate
        self._layers: tuple[Programme, ...] = ()
        self._mixer: Mixer | None = None
        self._size = SMALL
        self._speakers = speakers
        self._card: Speakers | bool | None = False  # False: not asked for yet
        self._warming = False
        self._run: _Run | None = None
        self._pressed = 0.0
        self._moving = False
        self._lit.connect(self._on_lit, Qt.ConnectionType.QueuedConnection)
        self.booth = Booth(self._from_booth)
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)
        self._rest = QTimer(self, singleShot=True, interval=FINE_AFTER)
        self._rest.timeout.connect(self._look_closely)
        self._awake = True
        playhead.moved.connect(self._on_moved)
        self.destroyed.connect(self.booth.close)

    @property
    def rate(self) -> Fraction:
        """Frames a second."""
        return self._rate

    @property
    def frames(self) -> int:
        """How long what is loaded is."""
        return self._layers[0].frames if self._layers else 0

    @property
    def speed(self) -> int:
        """1 is real time, -1 backwards, 0 at rest."""
        return self._run.route.step if self._run else 0

    @property
    def loops(self) -> bool:
        """Whether it plays round and round between the marks."""
        return self._loops

    def load(self, layers: tuple[Programme, ...], mixer: Mixer | None = None, *, rate: Fraction | None = None) -> None:
        """Show these programmes, one over the other, from now on; the first says how long it lasts. A film that plays goes on."""
        self._layers, self._mixer = layers, mixer
        self._rate = rate or self._rate
        self._warm_up()
        self.playhead.resize(self.frames)
        if self._run is not None:
            self.play(self._run.route.step) if self.frames else self.stop()
        self._show()

    def sit_at(self, playhead: Playhead) -> None:
        """Drive another playhead; `load` says what it moves in."""
        if playhead is not self.playhead:
            self.stop()
            self.playhead.moved.disconnect(self._on_moved)
            self.playhead = playhead
            playhead.moved.connect(self._on_moved)

    def wake(self, awake: bool) -> None:
        """Nobody looks at a hidden viewer: it stops, and makes no pictures until it is seen again."""
        if not awake:
            self.stop()
        self._awake = awake
        self._show()

    def resize(self, size: Size) -> None:
        """Make pictures of this size (of at most WIDEST across)."""
        if size.width > WIDEST:
            size = Size(WIDEST, max(1, round(size.height * WIDEST / size.width)))
        if size != self._size:
            self._size = size
            self._show()

    def look_again(self) -> None:
        """Pictures may have come or changed."""
        self.booth.look_again()
        self._show()

    def listen_again(self) -> None:
        """Sounds may have been decoded."""
        if self._mixer is not None:
            self._mixer.look_again()

    def set_loops(self, loops: bool) -> None:
        """Play round and round, or once."""
        self._loops = loops
        if self._run is not None:
            self.play(self._run.route.step)

    def toggle(self) -> None:
        """Play, or stop."""
        self.stop() if self._run else self.play()

    def shuttle(self, way: int) -> None:
        """J (-1) and L (1): play that way, faster each time; against the way it plays, slower, then stop."""
        speed = self.speed
        if speed * way <= 0:
            self.play(way)
        else:
            self.play(way * min(FASTEST, abs(speed) * 2))

    def play(self, speed: int = 1) -> None:
        """Play from where the playhead is; from the head again when it rests at the tail."""
        if self.frames < 1:
            return
        self._hush()
        self._pressed = time.perf_counter()
        self.count = Count()
        self._rest.stop()
        route = self._route(speed)
        if route.frame(0) is not None and route.frame(1) is None:  # at the tail
            route = self._route(speed, start=route.first if speed > 0 else route.end - 1)
        self._go(route.start)
        self._run = self._begun(route)
        self.playhead.move(Playing(float(speed)))
        self.booth.want(self._wish(route.start, route.ahead(0, AHEAD)))
        self._tick()

    def stop(self) -> None:
        """Rest on the frame that is seen."""
        if self._run is None:
            return
        self._hush()
        self.playhead.move(Stopped())
        self._show()

    def step(self, frames: int) -> None:
        """So many frames on, or back."""
        self.stop()
        self.playhead.seek(self.playhead.frame + frames)

    def close(self) -> None:
        """End thread and sound; to be called before the film is closed."""
        self._hush()
        self._rest.stop()
        self.booth.close()

    # --- at rest

    def _on_moved(self, frame: int) -> None:
        if self._moving:
            return
        if self._run is not None:  # somebody else took the playhead: go on from there
            self.play(self._run.route.step)
        else:
            self._show()

    def _show(self) -> None:
        """Have the playhead's frame shown as soon as it is made."""
        if self._run is not None or not self._layers or not self._awake:
            return
        frame = self.playhead.frame
        near = (frame + 1, frame - 1, frame + 2, frame - 2)
        self.booth.want(self._wish(frame, tuple(each for each in near if 0 <= each < self.frames)))
        self._rest.start()

    def _look_closely(self) -> None:
        if self._run is None and self._layers and self._awake:
            self.booth.want(Wish(self._layers, self._size, self.playhead.frame, True))

    def _on_lit(self, lit: Lit) -> None:
        if self._run is not None:
            self._tick()
        elif lit.frame == self.playhead.frame < self.frames:  # it was on its way while the last shot was removed
            self.shown.emit(lit)

    # --- playing

    def _begun(self, route: Route) -> _Run:
        mixer = self._mixer
        card = self._sound_card() if route.step == 1 and mixer is not None and not mixer.silent else None
        if card is None or mixer is None:
            return _Run(route, WallClock(), None)
        card.start(Score(mixer, route, self._rate))
        return _Run(route, SoundClock(card.heard, float(1 / (2 * self._rate))), card)

    def _warm_up(self) -> None:
        """The sound system is loaded when sound is first laid, so that pressing play does not wait for it."""
        if self._mixer is not None and not self._mixer.silent and self._card is False and not self._warming:
            self._warming = True
            send(self, load_sound_system, lambda _: self._sound_card(), lambda _: None)

    def _sound_card(self) -> Speakers | None:
        if isinstance(self._card, bool):
            self._card = self._speakers()
        return self._card

    def _hush(self) -> None:
        self._timer.stop()
        if self._run is not None and self._run.sound is not None:
            self._run.sound.stop()
        self._run = None

    def _route(self, speed: int, start: int | None = None) -> Route:
        """Between the marks where it loops, else from one end to the other."""
        first, end = 0, self.frames
        if self._loops:
            first = min(self.playhead.in_mark or 0, end - 1)
            out = self.playhead.out_mark
            end = end if out is None else min(max(out + 1, first + 1), end)
        here = self.playhead.frame if start is None else start
        return Route(min(max(here, first), end - 1), first, end, speed, self._loops)

    def _wish(self, frame: int, ahead: tuple[int, ...]) -> Wish:
        return Wish(self._layers, self._size, frame, False, ahead)

    def _tick(self) -> None:
        """Show what is due, if it is there, and come back when the next is."""
        run = self._run
        if run is None:
            return
        seconds = run.clock.seconds()
        due = math.floor(seconds * self._rate)
        frame = run.route.frame(due)
        if frame is None:
            self._end(run)
            return
        if due > run.picture or self.count.shown == 0:
            self._project(run, due, frame)
        self.booth.follow(run.route.ahead(due, AHEAD))
        wait = float((due + 1) / self._rate) - seconds
        waits_for_sound = run.sound is not None and seconds == 0
        late = run.picture != due
        self._timer.start(_SOON if late or waits_for_sound else max(1, math.ceil(wait * 1000)))

    def _project(self, run: _Run, due: int, frame: int) -> None:
        lit = self.booth.ready(frame)
        if lit is None:
            return
        self.count.dropped += max(0, due - run.picture - 1)
        self.count.shown += 1
        if due > 0 and self.count.started is None:
            self.count.started = time.perf_counter() - self._pressed
        run.picture = due
        self._go(frame)
        self.shown.emit(lit)

    def _go(self, frame: int) -> None:
        self._moving = True
        try:
            self.playhead.seek(frame)
        finally:
            self._moving = False

    def _end(self, run: _Run) -> None:
        self._go(run.route.last)
        self.stop()
        self.ended.emit()

    def _from_booth(self, lit: Lit) -> None:
        """In the booth's thread; the player may be gone by then."""
        with contextlib.suppress(RuntimeError):
            self._lit.emit(lit)
