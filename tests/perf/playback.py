"""Playing a cut of 200 shots in 1080p24 from its proxies, with sound: dropped frames, start, sound against picture, scrubbing.

    python -P tests/perf/playback.py [seconds to play]

The sound card is a thread that draws 20 ms at a time in real time and reports its position in those steps, as pull buffers do; what
it has really played is known to it alone, and that is what each picture is measured against.
"""

from __future__ import annotations

import os
import random
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import imageio_ffmpeg
import numpy as np
from PySide6.QtWidgets import QApplication

from app.actions import Actions
from app.state.opening import open_film
from app.state.session import Session
from app.theme.dressing import dress
from app.viewer.booth import Lit
from app.viewer.speakers import Score
from app.viewer.viewer import ViewerPanel
from engine.film import store
from engine.film.cuts import Clip, Footage, Track
from engine.film.cutting import add_track
from engine.film.document import Film
from engine.film.rate import Raster, sample_at
from engine.film.shots import Scene, Shot
from engine.film.takes import Recipe, Take
from engine.film.transitions import add_transition
from engine.film.versions import add_cut, assembly
from engine.plan.desk import SAMPLE_RATE, pcm_path

SHOTS, HANDLES, RATE = 200, 6, Fraction(24)
LENGTHS = (36, 48, 60, 30, 42)
SOURCES = ("mandelbrot=size=640x360:rate=24", "testsrc2=size=640x360:rate=24", "life=size=640x360:rate=24:mold=10")
BLOCK, BUFFERED = 0.02, 0.06


class Card:
    """A sound card in real time. `played` is the truth, `heard` what it says."""

    def __init__(self) -> None:
        self._score: Score | None = None
        self._began = 0.0
        self._drawn = 0
        self._going = threading.Event()

    def start(self, score: Score) -> None:
        self._score, self._drawn = score, 0
        self._going.set()
        threading.Thread(target=self._work, daemon=True).start()
        self._began = time.perf_counter() + BUFFERED

    def stop(self) -> None:
        self._going.clear()

    def heard(self) -> float:
        return max(0.0, int(self.played() / BLOCK) * BLOCK)

    def played(self) -> float:
        return max(0.0, time.perf_counter() - self._began)

    def _work(self) -> None:
        score, ahead = self._score, int(BUFFERED / BLOCK)
        while self._going.is_set() and score is not None:
            while self._drawn < self.played() / BLOCK + ahead:
                score.next(int(BLOCK * SAMPLE_RATE))
                self._drawn += 1
            time.sleep(BLOCK / 2)


def film_of(folder: Path) -> Film:
    """200 shots with takes, a cut with a dissolve at every tenth join, and one sound under all of it."""
    shots = tuple(_shot(folder, n) for n in range(SHOTS))
    film = Film(title="Long", rate=RATE, raster=Raster(width=1920, height=1080), handles=HANDLES)
    film = film.with_(scenes=(Scene(id="s", number="1", shots=shots),))
    film = add_cut(film, assembly(film))
    cut = film.cuts[0]
    for item in cut.tracks[0].items[9::10]:
        film = add_transition(film, cut.id, item.id, "head")
    digest = "5" * 64
    sound = folder / pcm_path(digest)
    sound.parent.mkdir(parents=True)
    samples = sample_at(cut.frames, SAMPLE_RATE, RATE)
    np.random.default_rng(1).integers(-3000, 3000, (samples, 2), np.int16).tofile(sound)
    footage = Footage(path="footage/wind.wav", digest=digest, rate=RATE, frames=cut.frames)
    clip = Clip(id="wind", footage=footage, frames=cut.frames)
    return add_track(film, cut.id, Track(id="a1", kind="sound", items=(clip,)))


def _shot(folder: Path, n: int) -> Shot:
    length = LENGTHS[n % len(LENGTHS)]
    home = folder / f"takes/{n:03}"
    home.mkdir(parents=True)
    os.link(folder / f"source-{n % len(SOURCES)}.mp4", home / "proxy.mp4")
    take = Take(
        id=f"t{n}",
        recipe=Recipe(engine="perf"),
        rate=RATE,
        frames=length + 2 * HANDLES,
        head=HANDLES,
        media=f"takes/{n:03}/master.mov",
        digest="0" * 64,
    )
    return Shot(id=f"s{n}", slate=f"{n + 1}A", action="Moves.", duration=length, takes=(take,))


def sources(folder: Path) -> None:
    for n, source in enumerate(SOURCES):
        coder = ["-c:v", "libx264", "-preset", "ultrafast", "-tune", "fastdecode", "-g", "1", "-crf", "20"]
        command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", "-f", "lavfi", "-i", f"{source},format=yuv420p"]
        subprocess.run([*command, "-t", "4", *coder, str(folder / f"source-{n}.mp4")], check=True)


def until(application: QApplication, over: Callable[[], bool], longest: float) -> None:
    end = time.perf_counter() + longest
    while not over() and time.perf_counter() < end:
        application.processEvents()
        time.sleep(0.0005)


def play(application: QApplication, panel: ViewerPanel, card: Card, seconds: float) -> None:
    offsets: list[float] = []

    def shown(lit: Lit) -> None:
        panel.screen_.repaint()  # painted is shown
        if panel.player.count.started is not None:
            offsets.append(card.played() - float((lit.frame + Fraction(1, 2)) / RATE))

    panel.player.shown.connect(shown)
    panel.player.play()
    until(application, lambda: panel.player.speed == 0, seconds)
    panel.player.stop()
    panel.player.shown.disconnect(shown)
    count = panel.player.count
    worst = max(abs(each) for each in offsets) * 1000
    near = sum(abs(each) <= float(1 / (2 * RATE)) for each in offsets) / len(offsets)
    print(f"played            {seconds:.0f} s: {count.shown} pictures shown, {count.dropped} dropped")
    print(
        f"start             {(count.started or 0) * 1000:.0f} ms to the first new picture (with {BUFFERED * 1000:.0f} ms in the card)"
    )
    print(
        f"sound to picture  {statistics.fmean(offsets) * 1000:+.1f} ms in the mean, {worst:.1f} ms at worst, {near:.1%} within half a frame"
    )


def silent_start(application: QApplication, panel: ViewerPanel) -> None:
    times: list[float] = []
    for frame in range(500, 5000, 450):
        panel.player.stop()
        panel.player.playhead.seek(frame)
        until(application, lambda: False, 0.4)
        panel.player._mixer = None
        panel.player.play()
        until(application, lambda: panel.player.count.started is not None, 2)
        times.append((panel.player.count.started or 9) * 1000)
    panel.player.stop()
    print(f"start, silent     {statistics.median(times):.0f} ms in the median, {max(times):.0f} ms at worst")


def scrub(application: QApplication, panel: ViewerPanel) -> None:
    seen: list[int] = []
    times: list[float] = []
    panel.player.shown.connect(lambda lit: seen.append(lit.frame))
    dice = random.Random(3)
    for _ in range(60):
        frame = dice.randrange(panel.player.frames)
        seen.clear()
        began = time.perf_counter()
        panel.player.playhead.seek(frame)
        until(application, lambda frame=frame: frame in seen, 2)
        times.append((time.perf_counter() - began) * 1000)
    print(
        f"scrub anywhere    {statistics.median(times):.0f} ms in the median, {sorted(times)[-4]:.0f} ms for the slowest but three"
    )


def main() -> None:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 60
    application = QApplication([])
    dress(application)
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made) / "Long.film"
        folder.mkdir()
        sources(folder)
        store.save(film_of(folder), folder)
        session = Session(open_film(folder))
        card = Card()
        panel = ViewerPanel(session, Actions(), speakers=lambda: card)
        panel.resize(1280, 720 + 100)
        panel.show()
        until(application, lambda: panel.screen_.lit is not None, 5)
        began = time.perf_counter()
        panel._load()
        print(f"laying out        {SHOTS} clips in {(time.perf_counter() - began) * 1000:.1f} ms after an edit")
        play(application, panel, card, seconds)
        silent_start(application, panel)
        scrub(application, panel)
        panel.close_film()
        session.let_go()


if __name__ == "__main__":
    main()
