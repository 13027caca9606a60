"""Pictures of the editor for the README and docs/editor.md: every room, in both languages and themes, with films that are drawn.

    .venv/bin/python -P packaging/editor_pictures.py [OUT]        (default: docs/pictures)

Two sample films are imported and rendered small in a temporary folder, so the pictures show what a newcomer sees after the
first minutes. The window is painted offscreen, a pixel to the point.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import imageio_ffmpeg
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.__main__ import window_for
from app.board.card import progress_of
from app.main_window import MainWindow
from app.renders.preview import PreviewPanel
from app.rooms import Rooms
from app.state.session import Session
from app.state.standing import Rendering
from app.timeline.panel import TimelinePanel
from app.timeline.ruler import HEIGHT
from app.words import Language
from engine.film.rate import Raster
from engine.film.rows import row_of

ROOT = Path(__file__).resolve().parent.parent
FILMS = ROOT / "assets" / "films"
QUALITY = 88
LARGEST = 350_000  # bytes
SIZE = (1440, 900)
LEFT, PRESS, MOVE = Qt.MouseButton.LeftButton, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove
SMALL = Raster(width=960, height=540)


class Photographer:
    """A window and the folder its pictures go to."""

    def __init__(self, window: MainWindow, out: Path) -> None:
        self.window, self.out = window, out

    @property
    def session(self) -> Session:
        assert self.window.session is not None
        return self.window.session

    @property
    def rooms(self) -> Rooms:
        assert self.window.rooms is not None
        return self.window.rooms

    def rest(self, seconds: float) -> None:
        """Let the window work."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            QApplication.processEvents()
            time.sleep(0.005)

    def until(self, what: Callable[[], bool], patience: float = 300) -> None:
        """Let it work until something is so."""
        end = time.monotonic() + patience
        while not what() and time.monotonic() < end:
            self.rest(0.05)

    def wear(self, theme: str, language: Language) -> None:
        """Another theme and language."""
        if self.window.preferences.theme != theme:
            self.window.turn_theme()
        self.window.speak(language)

    def take(self, name: str, of: QWidget | None = None, *, rest: float = 1.2) -> None:
        """Keep a picture of the window as it is, or of another one."""
        self.rest(rest)
        picture: QImage = (of or self.window).grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        path = self.out / f"{name}.jpg"
        quality = QUALITY
        picture.save(str(path), quality=quality)
        while path.stat().st_size > LARGEST and quality > 60:
            quality -= 6
            picture.save(str(path), quality=quality)
        print(f"{path.name}: {path.stat().st_size // 1000} KB")

    def open_sample(self, script: str) -> None:
        """Import a sample film, small."""
        self.window.import_script(FILMS / script)
        self.until(lambda: self.window.session is not None)
        self.session.edit("", lambda film: film.with_(raster=SMALL))
        self.window.bar.clear()

    def measured(self) -> None:
        """Wait until every cut within a scene has its number in the continuity lane."""
        film = self.session.film.played
        inside = sum(max(0, len(scene.shots) - 1) for scene in film.scenes)
        likenesses = self.rooms.bench.likenesses
        self.until(lambda: len(likenesses.jumps(self.session.cut_id)[0]) >= inside, patience=60)

    def several(self, shot: str, takes: int) -> None:
        """So many takes of a shot, each with its likeness."""
        self.rooms.engine.render((shot,), takes=takes)
        scored = self.rooms.bench.likenesses.scores
        self.until(lambda: self.session.shot is not None and len(scored(self.session.shot)[0]) >= takes, patience=240)
        self.window.bar.clear()

    def odd_take(self, shot: str, folder: Path) -> None:
        """Bring in a clip of the shot in which nobody is like the cast: its own take with the colours turned."""
        take, clip = self.session.film.shot(shot).takes[-1], folder / "odd colours.mov"
        recolour = ["-vf", "hue=h=150", "-c:v", "prores_ks", "-profile:v", "0"]
        source = str(self.session.folder / take.media)
        subprocess.run(
            [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-y", "-i", source, *recolour, str(clip)], check=True
        )
        count = len(self.session.film.shot(shot).takes)
        self.rooms.engine.import_take(clip, shot)
        self.until(lambda: len(self.session.film.shot(shot).takes) > count)
        scored = self.rooms.bench.likenesses.scores
        self.until(lambda: len(scored(self.session.film.shot(shot))[0]) > count, patience=240)
        self.window.bar.clear()

    def hold_edge(self, number: int, by: int) -> None:
        """Take hold of the edge before a clip of the first track and drag it by so many frames, without letting go."""
        (panel,) = self.rooms.findChildren(TimelinePanel)
        panel.hold.toggle_snapping()
        view, track = panel.view, next(cut for cut in self.session.film.cuts if cut.id == self.session.cut_id).tracks[0]
        lane, at = view.laid.lane(track.id), row_of(track).edge(number)
        assert lane is not None
        for frame, kind in ((at - 0.25, PRESS), (at + 12, MOVE), (at + by, MOVE)):
            place = QPointF(view.scale.x(frame), HEIGHT + lane.top + lane.height * 0.7)
            held = Qt.MouseButton.NoButton if kind is MOVE else LEFT
            where = QPointF(view.viewport().mapToGlobal(place))
            QApplication.sendEvent(
                view.viewport(), QMouseEvent(kind, place, where, held, LEFT, Qt.KeyboardModifier.NoModifier)
            )

    def let_go(self) -> None:
        """Esc: nothing has happened."""
        (panel,) = self.rooms.findChildren(TimelinePanel)
        QTest.keyClick(panel.view, Qt.Key.Key_Escape)
        QApplication.sendEvent(panel.view.viewport(), QEvent(QEvent.Type.Leave))
        panel.hold.toggle_snapping()

    def review(self, name: str, shot: str, first: int, second: int) -> None:
        """Two takes of a shot, one wiped over the other."""
        room, takes = self.rooms.bench.review, next(each for each in self.session.film.shots if each.id == shot).takes
        room.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        room.review(shot, takes[first].id, takes[second].id)
        room.showNormal()
        room.resize(*SIZE)
        for act in ("halt", "head", "second_on", "second_on"):  # behind the second before the take
            self.window.actions_table[f"review.{act}"].trigger()
        self.rest(3)
        self.take(name, room)
        room.leave()

    def draw(self, meanwhile: str = "") -> None:
        """Render the film; a picture of the renders room while that is done."""
        self.rooms.engine.render(None)
        shots = list(self.session.film.played.shots)
        if meanwhile:
            self.rooms.enter("renders")
            self.until(lambda: sum(bool(shot.takes) for shot in self.session.film.shots) >= len(shots) // 2)
            self.until(self._well_on)
            self.take(meanwhile, rest=0.0)
        self.until(lambda: all(shot.takes for shot in self.session.film.played.shots))
        self.window.bar.clear()

    def _well_on(self) -> bool:
        """Whether a shot is half drawn and seen."""
        (panel,) = self.rooms.findChildren(PreviewPanel)
        standing = self.rooms.engine.standing(panel.shot_id)
        if not isinstance(standing, Rendering) or not standing.preview:
            return False
        return 0.4 < progress_of(standing) < 0.7 and panel.picture is not None


def photograph(window: MainWindow, out: Path, scratch: Path) -> None:
    """All pictures, in the order in which a film is made."""
    at = Photographer(window, out)
    at.wear("dark", "en")
    at.take("editor-start")
    the_fox(at, scratch)
    window.close_film()
    river_snow(at)
    window.close_film()


def the_fox(at: Photographer, scratch: Path) -> None:
    """An English film, from its first render to a take in which nobody is like the cast."""
    at.open_sample("3-the-fox-and-the-balloon.fountain")
    at.draw(meanwhile="editor-renders")
    shots = list(at.session.film.played.shots)
    at.rooms.enter("board")
    at.session.take_in_hand(shots[4].id)
    at.take("editor-board")
    at.rooms.enter("cut")
    at.session.playhead.seek(sum(shot.duration for shot in shots[:4]) + shots[4].duration // 2)
    at.measured()
    at.take("editor-cut")
    at.hold_edge(5, -4)
    at.take("editor-trim")
    at.let_go()
    at.wear("light", "en")
    at.session.take_in_hand(shots[1].id)
    at.session.playhead.seek(shots[0].duration + shots[1].duration // 2)
    at.rooms.bench.side.setCurrentWidget(at.rooms.bench.takes)
    at.several(shots[1].id, 3)
    at.take("editor-takes")
    at.rooms.enter("cast")
    at.rest(8)  # the portraits are drawn
    at.take("editor-cast")
    at.rooms.enter("cut")
    at.odd_take(shots[1].id, scratch)
    at.review("editor-review", shots[1].id, 0, 3)
    at.wear("dark", "en")
    at.session.playhead.seek(shots[0].duration + shots[1].duration // 2)
    at.measured()
    at.rest(4)  # the cuts to the odd take are measured too
    at.take("editor-continuity")


def river_snow(at: Photographer) -> None:
    """A Chinese one: the board by day, the cut by night."""
    at.wear("light", "zh")
    at.open_sample("2-river-snow.txt")
    at.draw()
    shots = list(at.session.film.played.shots)
    at.rooms.enter("board")
    at.session.take_in_hand(shots[2].id)
    at.take("editor-board-zh")
    at.wear("dark", "zh")
    at.rooms.enter("cut")
    at.session.playhead.seek(sum(shot.duration for shot in shots[:2]) + shots[2].duration // 2)
    at.measured()
    at.rooms.bench.side.setCurrentWidget(at.rooms.bench.takes)
    at.take("editor-cut-zh")


def main() -> None:
    """Make the pictures."""
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "pictures"
    with tempfile.TemporaryDirectory() as folder:
        os.environ["STORYREEL_PREFERENCES"] = str(Path(folder) / "editor.json")
        application = QApplication(["storyreel", "-platform", "offscreen"])
        window = window_for(application)
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.preferences.tour_seen = True
        window.preferences.films = str(Path(folder) / "films")
        window.resize(*SIZE)
        window.show()
        photograph(window, out, Path(folder))


if __name__ == "__main__":
    main()
