"""A long film in the session: opening, an edit, undo and redo, in milliseconds: first the session alone, then in the whole window, where
every panel listens and what they show is painted before the next.

    python -P tests/perf/editor_session.py [SHOTS]

Alone it is a film of SHOTS (1,000), in the window one of twice as many, first on the board, then in the cut room.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parents[1] / "fakes"))
sys.path.insert(0, str(Path(__file__).parent))

from big_films import screenplay
from PySide6.QtWidgets import QApplication
from screen import head, or_offscreen, tell, timed

from app import preferences
from app.commands import shots
from app.main_window import MainWindow
from app.state.opening import make_film, open_film
from app.state.session import Session
from app.theme.dressing import dress
from engine.film import board
from engine.film.document import Film
from engine.film.rate import FILM, Raster
from engine.film.shots import Shot
from engine.film.takes import Recipe, Take
from engine.script.breakdown import breakdown
from engine.script.reading import read_text

TIMES = 50


def taken(what: Callable[[], object]) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    what()
    return (time.perf_counter() - began) * 1000


def told(name: str, times: list[float]) -> None:
    """One line."""
    print(f"{name}: median {statistics.median(times):.2f} ms, worst {max(times):.2f} ms")


def film_of(count: int) -> Film:
    """So many shots, every one drawn once; the pictures are on no disk."""
    film = breakdown(read_text(screenplay(count), name="big.fountain"), rate=FILM, raster=Raster())
    return film.with_(
        scenes=tuple(
            scene.with_(shots=tuple(shot.with_(takes=(_drawn(shot),)) for shot in scene.shots)) for scene in film.scenes
        )
    )


def _drawn(shot: Shot) -> Take:
    recipe = Recipe(engine="animatic")
    frames = shot.duration + 24
    return Take(
        id=f"take-{shot.id}", recipe=recipe, rate=FILM, frames=frames, head=12, media="take.mov", digest="0" * 64
    )


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    or_offscreen()
    sys.setswitchinterval(0.001)  # as the editor does
    application = QApplication([])
    dress(application)
    with tempfile.TemporaryDirectory() as folder:
        alone(Path(folder) / "Big.film", count)
        in_the_window(application, Path(folder), 2 * count)


def alone(there: Path, count: int) -> None:
    """No window."""
    Session(make_film(there, film_of(count))).close()
    opening: list[float] = []
    for _ in range(5):
        began = time.perf_counter()
        session = Session(open_film(there))
        opening.append((time.perf_counter() - began) * 1000)
        session.close()
    told(f"open {count} shots", opening)
    session = Session(open_film(there))
    ids = [shot.id for shot in session.film.shots]

    def edit(number: int) -> Callable[[], object]:
        shot = ids[number * 7 % count]
        return lambda: session.edit("Edit", lambda film: board.edit_shot(film, shot, action=f"Edit {number}."))

    told("edit", [taken(edit(number)) for number in range(TIMES)])
    told("undo", [taken(session.undo.undo) for _ in range(TIMES)])
    told("redo", [taken(session.undo.redo) for _ in range(TIMES)])
    session.close()


def in_the_window(application: QApplication, folder: Path, count: int) -> None:
    """The editor as a person has it."""
    there = folder / "Bigger.film"
    Session(make_film(there, film_of(count))).close()
    kept = preferences.read(folder / "editor.json")
    kept.tour_seen = True
    window = MainWindow(kept)
    window.resize(1600, 1000)
    window.show()
    window.open_folder(there)
    while window.session is None or window.rooms is None:
        application.processEvents()
        time.sleep(0.01)
    print(f"\nthe whole window with {count} shots, platform {application.platformName()}")
    head()
    for room in ("board", "cut"):
        window.enter(room)
        _rest(application, 2.5)  # the plan of the whole film is made behind, once
        _steps(application, window.session, room)
    window.close_film()
    window.deleteLater()


def _steps(application: QApplication, session: Session, room: str) -> None:
    hand = [shot.id for shot in session.film.shots][len(session.selection) + 700 % 1000]
    session.select([hand])
    _rest(application, 0.3)
    for name, edit in (("an action", _actions(session, hand)), ("a duration", _durations(session, hand))):
        tell(f"{room}: {name} edited", timed(lambda edit=edit: next(edit), application.processEvents, 30))
        tell(f"{room}: undo of it", timed(session.undo.undo, application.processEvents, 30))
        tell(f"{room}: redo of it", timed(session.undo.redo, application.processEvents, 30))


def _actions(session: Session, hand: str) -> Iterator[None]:
    for number in range(10_000):
        shots.set_action(session, [hand], f"Edit {number}.")
        yield


def _durations(session: Session, hand: str) -> Iterator[None]:
    while True:
        shots.set_duration(session, [hand], session.film.shot(hand).duration + 1)
        yield


def _rest(application: QApplication, seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        application.processEvents()
        time.sleep(0.01)


if __name__ == "__main__":
    main()
