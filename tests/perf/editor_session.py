"""A long film in the session: opening, an edit, undo and redo, in milliseconds: first the session alone, then in the whole window, where
every panel listens and what they show is painted before the next.

    python -P tests/perf/editor_session.py [SHOTS]

It is a film of SHOTS (1,000), in the window first on the board, then in the cut room; every kind of edit is undone in both, and told side by
side at the end.
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
from screen import Frames, head, or_offscreen, tell, timed

from app import preferences
from app.commands import cast, shots
from app.commands.cuts import rippled
from app.main_window import MainWindow
from app.state.opening import make_film, open_film
from app.state.session import Session
from app.theme.dressing import dress
from engine.film import board
from engine.film.cuts import Clip
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
        in_the_window(application, Path(folder), count)


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
    undone: dict[str, dict[str, Frames]] = {}
    for room in ROOMS:
        window.enter(room)
        _rest(application, 2.5)  # the plan of the whole film is made behind, once
        undone[room] = dict(_steps(application, window.session, room))
    _side_by_side(undone)
    window.close_film()
    window.deleteLater()


def _steps(application: QApplication, session: Session, room: str) -> Iterator[tuple[str, Frames]]:
    hand = [shot.id for shot in session.film.shots][700 % len(tuple(session.film.shots))]
    for name, edits in KINDS.items():
        session.select([hand])
        _rest(application, 0.3)
        edit = edits(session, hand)
        tell(f"{room}: {name}", timed(lambda edit=edit: next(edit), application.processEvents, STEPS))
        undone = timed(session.undo.undo, application.processEvents, STEPS)
        tell(f"{room}: undo of it", undone)
        tell(f"{room}: redo of it", timed(session.undo.redo, application.processEvents, STEPS))
        yield name, undone
        for _ in range(STEPS):
            session.undo.undo()


def _side_by_side(undone: dict[str, dict[str, Frames]]) -> None:
    """What an undo costs the window's thread itself, one room beside the other."""
    print(f"\n{'undo, own milliseconds: median (worst)':<44}" + "".join(f"{room:>20}" for room in ROOMS))
    for name in KINDS:
        own = ([each for _, each in undone[room][name]] for room in ROOMS)
        print(f"{name:<44}" + "".join(f"{statistics.median(each):>12.1f} ({max(each):5.1f})" for each in own))


def _actions(session: Session, hand: str) -> Iterator[None]:
    for number in range(10_000):
        shots.set_action(session, [hand], f"Edit {number}.")
        yield


def _durations(session: Session, hand: str) -> Iterator[None]:
    while True:
        shots.set_duration(session, [hand], session.film.shot(hand).duration + 1)
        yield


def _reorders(session: Session, hand: str) -> Iterator[None]:
    """To the head of the film's next scene, again and again."""
    while True:
        at = next(n for n, scene in enumerate(session.film.scenes) if any(shot.id == hand for shot in scene.shots))
        shots.move(session, [hand], session.film.scenes[(at + 1) % len(session.film.scenes)].id, 0)
        yield


def _deletions(session: Session, hand: str) -> Iterator[None]:
    while True:
        shots.remove(session, [session.shot_id])
        yield


def _additions(session: Session, hand: str) -> Iterator[None]:
    while True:
        shots.add(session)
        yield


def _splits(session: Session, hand: str) -> Iterator[None]:
    order = [shot.id for shot in session.film.shots]
    for shot in order[order.index(hand) :]:
        shots.split(session, shot, session.film.shot(shot).duration // 2)
        yield


def _merges(session: Session, hand: str) -> Iterator[None]:
    """The first two shots of one scene after the other."""
    for scene in session.film.scenes[len(session.film.scenes) // 3 :]:
        shots.merge(session, [shot.id for shot in scene.shots[:2]])
        yield


def _renames(session: Session, hand: str) -> Iterator[None]:
    """One of six people, of whom every sixth shot tells."""
    who = session.film.cast[0]
    while True:
        for name in (f"{who.name} Smith", who.name):
            cast.rename(session, who.id, name)
            yield


def _trims(session: Session, hand: str) -> Iterator[None]:
    """The tail of the shot's clip, all behind it following."""
    for clip in (item for track in session.film.cuts[0].tracks for item in track.items):
        if isinstance(clip, Clip) and clip.shot == hand:
            while True:
                session.edit("Trim", rippled(session.cut_id, [clip.id], "tail", -1))
                yield


ROOMS = ("board", "cut")
STEPS = 20
KINDS: dict[str, Callable[[Session, str], Iterator[None]]] = {
    "an action edited": _actions,
    "a duration edited": _durations,
    "a shot moved": _reorders,
    "a shot removed": _deletions,
    "a shot added": _additions,
    "a shot split": _splits,
    "two shots merged": _merges,
    "a subject renamed": _renames,
    "a clip trimmed": _trims,
}


def _rest(application: QApplication, seconds: float) -> None:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        application.processEvents()
        time.sleep(0.01)


if __name__ == "__main__":
    main()
