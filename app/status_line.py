"""The status line: how long the film is and which shot is in hand, on the left; what the engine is doing, and the film's size and rate
on the right.

The size is a button, because that is where a film-maker looks for the settings of the whole film.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from app.bridge import Engine
from app.renders.run import Run, in_short
from app.state.session import Session
from app.theme.frames import ground_of, row
from app.theme.lettering import figures
from app.words import changed as language_changed
from app.words import say
from engine.errors import BadInput
from engine.film.rate import Rate, rate_told
from engine.film.shots import Scene
from engine.film.timecode import timecode

HEIGHT = 24


class StatusLine(QWidget):
    """Follows a session, and an engine; `work` is the engine's part."""

    settings_wanted = Signal()
    renders_wanted = Signal()

    def __init__(self, session: Session, engine: Engine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        ground_of(self, "panel")
        self.setFixedHeight(HEIGHT)
        self._film, self._shot = QLabel(), QLabel()
        self.work, self.size_button = _quiet(), _quiet()
        line = row(self, gap=24)
        line.setContentsMargins(12, 0, 12, 0)
        for label in (self._film, self._shot):
            label.setProperty("kind", "muted")
            label.setFont(figures(small=True))
            line.addWidget(label)
        line.addStretch(1)
        line.addWidget(self.work)
        line.addWidget(self.size_button)
        say(self.size_button.setToolTip, "Picture size and frames per second; click for the film settings")
        say(self.work.setToolTip, "What is being drawn; click for the queue")
        self.size_button.clicked.connect(self.settings_wanted)
        self.work.clicked.connect(self.renders_wanted)
        self._engine, self._run = engine, Run(engine, self)
        self._run.changed.connect(self._tell_work)
        language_changed.connect(self._tell_work)
        self._sums: dict[str, tuple[Scene, int, int]] = {}
        session.film_changed.connect(lambda: (self._tell_film(), self._tell()))
        session.shot_changed.connect(lambda: self._tell())
        session.selection_changed.connect(lambda: self._tell())
        self._tell_film()
        self._tell()
        self._tell_work()

    def _tell_work(self) -> None:
        told = in_short(self._engine.line, self._run.reach)
        self.work.setText(told)
        self.work.setVisible(bool(told))

    def _tell_film(self) -> None:
        film = self._session.film
        self._sums = {scene.id: self._summed(scene) for scene in film.scenes}
        count = sum(played for _, played, _ in self._sums.values())
        frames = sum(length for _, _, length in self._sums.values())
        say(self._film.setText, "{n} shots   {time}", n=count, time=clock(frames, film.rate))
        size = f"{film.raster.width} × {film.raster.height}"
        say(self.size_button.setText, "{size}   {rate} fps", size=size, rate=rate_told(film.rate))

    def _summed(self, scene: Scene) -> tuple[Scene, int, int]:
        """How many of its shots are played and how long they last; a scene that is the same value was summed before."""
        known = self._sums.get(scene.id)
        if known is not None and known[0] is scene:
            return known
        lengths = [shot.duration for shot in scene.shots if not shot.omitted and not scene.omitted]
        return scene, len(lengths), sum(lengths)

    def _tell(self) -> None:
        film, shot = self._session.film, self._session.shot
        chosen = len(self._session.selection)
        if chosen > 1:
            say(self._shot.setText, "{n} shots selected", n=chosen)
        elif shot is None:
            self._shot.setText("")
        else:
            say(self._shot.setText, "Shot {slate}   {time}", slate=shot.slate, time=clock(shot.duration, film.rate))


def _quiet() -> QToolButton:
    made = QToolButton()
    made.setProperty("kind", "line")
    made.setFont(figures(small=True))
    made.setFixedHeight(HEIGHT)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made


def clock(frames: int, rate: Rate) -> str:
    """A length as timecode, or in seconds where the rate has none."""
    try:
        return timecode(frames, rate)
    except BadInput:
        return f"{float(frames / rate):.2f} s"
