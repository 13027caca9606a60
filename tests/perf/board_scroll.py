"""How smoothly a board of two thousand shots scrolls: milliseconds a frame, and what an edit on it costs.

    python tests/perf/board_scroll.py [--shots 2000] [--pictures 400] [--out board.png]

Every frame scrolls a little (as a wheel does), then by a page (a flick), then jumps; it is painted at once and timed. 60 a second are
16.7 ms. Run it with QT_QPA_PLATFORM=offscreen, or under a real X server (xvfb-run).
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[1] / "fakes"))

from big_films import screenplay
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.actions import Actions
from app.board.inspector.panel import InspectorPanel
from app.board.panel import BoardPanel
from app.commands import shots
from app.state.opening import make_film
from app.state.session import Session
from app.state.standing import Fresh, Queued, Rendering, Standing
from app.state.stills import Stills
from app.theme.dressing import dress
from engine.film.cast import Reference
from engine.film.document import Film
from engine.film.shots import Panel
from engine.script.breakdown import breakdown
from engine.script.reading import read_text

Frames = list[tuple[float, float]]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shots", type=int, default=2000)
    parser.add_argument("--pictures", type=int, default=400, help="different pictures on the disk")
    parser.add_argument("--out", type=Path, help="a picture of the board at the end")
    args = parser.parse_args()
    application = QApplication([])
    dress(application)
    print(f"platform {application.platformName()}, {os.cpu_count()} cores, {args.shots} shots")
    with tempfile.TemporaryDirectory() as folder:
        film = breakdown(read_text(screenplay(args.shots), name="big.fountain"))
        opened = make_film(Path(folder) / "Big.film", film)
        session = Session(opened)
        session.edit("Panels", lambda film: _with_panels(film, session.folder, args.pictures))
        _measure(application, session, args.out)
        session.let_go()


def _measure(application: QApplication, session: Session, out: Path | None) -> None:
    order = [shot.id for shot in session.film.shots]
    started = time.perf_counter()
    stills = Stills(session)
    board = BoardPanel(session, Actions(), stills, _standing(order))
    inspector = InspectorPanel(session, stills)
    board.resize(1320, 900)
    inspector.resize(360, 900)
    board.show()
    inspector.show()
    application.processEvents()
    print(f"board and inspector made and painted: {1000 * (time.perf_counter() - started):.0f} ms")
    bar = board.view.verticalScrollBar()
    print(f"height {bar.maximum()} px, {board.view.laid.measures.columns} columns")

    def scroll(positions: Iterable[int]) -> Frames:
        wanted = list(positions)
        steps = iter(wanted)
        return _timed(application, lambda: bar.setValue(next(steps)), len(wanted))

    _tell("first pass, 40 px a frame, pictures still on the disk", scroll(range(0, 12_000, 40)))
    _tell("second pass over the same, all painted before", scroll(range(12_000, 0, -40)))
    _tell("flick, 300 px a frame", scroll(range(0, bar.maximum(), 300)))
    _tell("jumps over the whole board", scroll((n * 7919 * 31) % max(1, bar.maximum()) for n in range(120)))
    hand = order[len(order) // 2]
    session.select([hand])
    _tell("arrow keys, inspector follows", _timed(application, lambda: board.view.walk("right"), 60))
    number = iter(range(10_000))
    _tell(
        "one action edited", _timed(application, lambda: shots.set_action(session, [hand], f"Edit {next(number)}."), 30)
    )
    _tell("undo", _timed(application, session.undo.undo, 30))
    _tell("a duplicate", _timed(application, lambda: shots.duplicate(session, [hand]), 10))
    if out is not None:
        board.grab().save(str(out))
    stills.close()


def _timed(application: QApplication, act: Callable[[], object], count: int) -> Frames:
    """Each frame is what was done and everything that Qt has to do before the next one."""
    frames: Frames = []
    for _ in range(count):
        begun, used = time.perf_counter(), time.thread_time()
        act()
        application.processEvents()
        frames.append((1000 * (time.perf_counter() - begun), 1000 * (time.thread_time() - used)))
    return frames


def _tell(what: str, frames: Frames) -> None:
    """By the clock, and by what the window's thread used of a core, which a busy machine disturbs less."""
    clock, used = (sorted(each) for each in zip(*frames, strict=True))
    late = sum(1 for each in clock if each > 1000 / 60)
    at = int(len(clock) * 0.99)
    print(
        f"{what}: clock median {clock[len(clock) // 2]:.1f} ms, 99% {clock[at]:.1f}, worst {clock[-1]:.1f}; "
        f"core median {used[len(used) // 2]:.1f}, 99% {used[at]:.1f}; {late} of {len(clock)} over 16.7 ms"
    )


def _standing(order: list[str]) -> Callable[[str], Standing]:
    """Some are drawn, some wait."""
    place = {shot: at for at, shot in enumerate(order)}

    def standing(shot_id: str) -> Standing:
        at = place.get(shot_id, 0) % 9
        return Rendering(30, 100, 40.0) if at == 4 else Queued(at) if at == 7 else Fresh()

    return standing


def _with_panels(film: Film, folder: Path, count: int) -> Film:
    """Every shot has one of so many pictures."""
    (folder / "panels").mkdir(exist_ok=True)
    made = [_picture(folder, number) for number in range(count)]
    scenes = (
        scene.with_(
            shots=tuple(
                shot.with_(panels=(Panel(id=f"p{shot.id}", picture=made[hash(shot.id) % count]),))
                for shot in scene.shots
            )
        )
        for scene in film.scenes
    )
    return film.with_(scenes=tuple(scenes))


def _picture(folder: Path, number: int) -> Reference:
    picture = QImage(640, 360, QImage.Format.Format_RGB32)
    picture.fill(QColor.fromHsv(number * 37 % 360, 90, 120))
    painter = QPainter(picture)
    for at in range(12):
        painter.fillRect(at * 53, 40 + at * number % 200, 60, 120, QColor.fromHsv((number + at * 20) % 360, 120, 200))
    painter.end()
    path = f"panels/p{number}.jpg"
    picture.save(str(folder / path))
    return Reference(path=path, digest=f"{number:064x}")


if __name__ == "__main__":
    main()
