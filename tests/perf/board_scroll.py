"""How smoothly a board of two thousand shots scrolls: milliseconds a frame, and what an edit on it costs with the inspector open.

    python -P tests/perf/board_scroll.py [--shots 2000] [--pictures 400] [--out board.png]

Real events go in: notches of a wheel, page keys, the handle of the scroll bar dragged with the mouse. A pass is cold while its pictures
are still on the disk, warm when all were seen before; both begin when the film has been saved, the one that is told apart runs while it
is. It takes the screen there is (try xvfb-run too), or none.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[1] / "fakes"))
sys.path.insert(0, str(Path(__file__).parent))

from big_films import screenplay
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionSlider
from screen import head, or_offscreen, tell, timed
from wheels import wheel

from app.actions import Actions
from app.board.inspector.panel import InspectorPanel
from app.board.panel import BoardPanel
from app.board.view import BoardView
from app.commands import shots
from app.main_window import set_aside
from app.state.opening import make_film
from app.state.save_state import Saved
from app.state.session import Session
from app.state.standing import Fresh, Queued, Rendering, Standing
from app.state.stills import Stills
from app.theme.dressing import dress
from engine.film.cast import Reference
from engine.film.document import Film
from engine.film.shots import Panel
from engine.script.breakdown import breakdown
from engine.script.reading import read_text


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shots", type=int, default=2000)
    parser.add_argument("--pictures", type=int, default=400, help="different pictures on the disk")
    parser.add_argument("--out", type=Path, help="a picture of the board at the end")
    args = parser.parse_args()
    or_offscreen()
    sys.setswitchinterval(0.001)  # as the editor does
    application = QApplication([])
    dress(application)
    print(f"platform {application.platformName()}, {os.cpu_count()} cores, {args.shots} shots")
    with tempfile.TemporaryDirectory() as folder:
        film = breakdown(read_text(screenplay(args.shots), name="big.fountain"))
        session = Session(make_film(Path(folder) / "Big.film", film))
        session.edit("Panels", lambda film: with_panels(film, session.folder, args.pictures))
        _measure(application, session, args.out)
        session.let_go()


def _measure(application: QApplication, session: Session, out: Path | None) -> None:
    started = time.perf_counter()
    stills = Stills(session)
    board = BoardPanel(session, Actions(), stills, _standing([shot.id for shot in session.film.shots]))
    inspector = InspectorPanel(session, stills)
    board.resize(1320, 900)
    inspector.resize(360, 900)
    board.show()
    inspector.show()
    application.processEvents()
    print(f"board and inspector made and painted: {1000 * (time.perf_counter() - started):.0f} ms")
    print(f"height {board.view.verticalScrollBar().maximum()} px, {board.view.laid.measures.columns} columns")
    set_aside()
    head()
    _saved(application, session)
    _scroll(application, board.view)
    _scroll_while_saving(application, session, board.view)
    _edit(application, session, board)
    if out is not None:
        board.grab().save(str(out))
    stills.close()


def _scroll(application: QApplication, view: BoardView) -> None:
    bar, settle = view.verticalScrollBar(), application.processEvents
    bar.setValue(0)
    for kind in ("cold", "warm"):
        tell(f"wheel, a notch a frame, {kind}", timed(lambda: wheel(view, -120), settle, 240))
        bar.setValue(0)
        settle()
    for kind in ("cold", "warm"):
        bar.setValue(bar.maximum() // 2)
        settle()
        tell(f"wheel flicked, three notches a frame, {kind}", timed(lambda: wheel(view, -360), settle, 180))
    for kind in ("cold", "warm"):
        view.session.select([view.laid.order[len(view.laid.order) // 4]])
        settle()
        tell(f"page keys, inspector follows, {kind}", timed(lambda: _press(view, Qt.Key.Key_PageDown), settle, 60))
    _drag_bar(application, view)
    tell("jumps over the whole board", timed(_jumps(view), settle, 120))


def _saved(application: QApplication, session: Session) -> None:
    """Until film.json holds the film."""
    while not isinstance(session.save_state, Saved):
        application.processEvents()
        time.sleep(0.02)


def _scroll_while_saving(application: QApplication, session: Session, view: BoardView) -> None:
    """The first seconds after an edit: an autosave, and film.json, are written meanwhile."""
    bar, shot = view.verticalScrollBar(), session.film.shot(view.laid.order[0])
    bar.setValue(0)
    shots.set_action(session, [shot.id], "Somebody writes.")
    application.processEvents()
    tell("wheel, while the film is saved", timed(lambda: wheel(view, -120), application.processEvents, 330))
    _saved(application, session)


def _drag_bar(application: QApplication, view: BoardView) -> None:
    """The handle goes from the head of the board to its foot in two seconds."""
    bar = view.verticalScrollBar()
    bar.setValue(0)
    application.processEvents()
    option = QStyleOptionSlider()
    bar.initStyleOption(option)
    handle = bar.style().subControlRect(
        QStyle.ComplexControl.CC_ScrollBar, option, QStyle.SubControl.SC_ScrollBarSlider, bar
    )
    path = [handle.center() + QPoint(0, (bar.height() - handle.height()) * at // 120) for at in range(1, 121)]
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=handle.center())
    steps = iter(path)
    tell("scroll bar dragged", timed(lambda: QTest.mouseMove(bar, next(steps)), application.processEvents, len(path)))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=path[-1])
    print(f"{'':<44}the bar came to {bar.value()} of {bar.maximum()}")


def _edit(application: QApplication, session: Session, board: BoardPanel) -> None:
    settle, hand = application.processEvents, board.view.laid.order[len(board.view.laid.order) // 2]
    session.select([hand])
    settle()
    number = iter(range(10_000))
    tell("arrow keys, inspector follows", timed(lambda: _press(board.view, Qt.Key.Key_Right), settle, 60))
    for kind in ("the first time", "again"):
        tell(f"arrow down, {kind}", timed(lambda: _press(board.view, Qt.Key.Key_Down), settle, 30))
        session.select([hand])
        settle()
    tell("one action edited", timed(lambda: shots.set_action(session, [hand], f"Edit {next(number)}."), settle, 30))
    tell("undo of it", timed(session.undo.undo, settle, 30))
    tell("redo of it", timed(session.undo.redo, settle, 30))
    tell("one duration, the cut keeps in step", timed(_longer(session, hand), settle, 20))
    tell("undo of it", timed(session.undo.undo, settle, 20))
    tell("a duplicate", timed(lambda: shots.duplicate(session, [hand]), settle, 10))
    tell("undo of it", timed(session.undo.undo, settle, 10))


def _press(view: BoardView, key: Qt.Key) -> None:
    QTest.keyClick(view, key)


def _jumps(view: BoardView) -> Callable[[], object]:
    bar, number = view.verticalScrollBar(), iter(range(10_000))
    return lambda: bar.setValue((next(number) * 7919 * 31) % max(1, bar.maximum()))


def _longer(session: Session, shot_id: str) -> Callable[[], object]:
    return lambda: shots.set_duration(session, [shot_id], session.film.shot(shot_id).duration + 1)


def _standing(order: list[str]) -> Callable[[str], Standing]:
    """Some are drawn, some wait."""
    place = {shot: at for at, shot in enumerate(order)}

    def standing(shot_id: str) -> Standing:
        at = place.get(shot_id, 0) % 9
        return Rendering(30, 100, 40.0) if at == 4 else Queued(at) if at == 7 else Fresh()

    return standing


def with_panels(film: Film, folder: Path, count: int) -> Film:
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
