"""How fast the timeline is with a thousand clips: frame times while scrolling, zooming, playing and dragging, and edits.

    python -P tests/perf/timeline.py [CLIPS]

Where there is no display it draws into memory (offscreen). Prints; asserts nothing. `own` is what the window's thread itself
worked, which holds on a machine that is busy with other things. A frame at 60 a second has 16.7 ms. Pictures are made of one poster, so that painting them counts but
drawing a film does not.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))
sys.path.insert(0, str(Path(__file__).parent))

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from screen import or_offscreen

from app.actions import Actions
from app.state.opening import make_film
from app.state.session import Session
from app.state.stills import Stills
from app.theme.dressing import dress
from app.timeline.panel import TimelinePanel
from engine.film.cuts import Clip, Cut, Footage, Track
from engine.film.document import Film
from engine.film.shots import Scene, Shot
from engine.film.takes import Recipe, Take

SIZE = (1920, 460)


def film_of(clips: int) -> Film:
    """A film of so many shots with a take each, in one cut with a sound track of as many clips."""
    shots = tuple(
        Shot(
            id=f"s{n}",
            slate=f"{n // 20 + 1}{n % 20}",
            action="She looks out of the window.",
            duration=72,
            takes=(take(n),),
        )
        for n in range(clips)
    )
    sound = Footage(path="sound/night.wav", digest="b" * 64, rate=Fraction(24), frames=72)
    pictures = tuple(Clip(id=f"c{n}", shot=f"s{n}", frames=72) for n in range(clips))
    sounds = tuple(Clip(id=f"a{n}", footage=sound, frames=72) for n in range(clips))
    cut = Cut(
        id="cut",
        name="Assembly",
        tracks=(Track(id="v", name="V1", items=pictures), Track(id="a", name="A1", kind="sound", items=sounds)),
    )
    scenes = tuple(Scene(id=f"x{i}", number=str(i + 1), shots=shots[i : i + 20]) for i in range(0, clips, 20))
    return Film(scenes=scenes, cuts=(cut,))


def take(number: int) -> Take:
    """A take whose poster is one of sixteen."""
    return Take(
        id="t",
        recipe=Recipe(engine="animatic"),
        rate=Fraction(24),
        frames=84,
        head=6,
        media=f"takes/{number % 16}/master.mov",
        digest=f"{number:064x}",
    )


def posters(folder: Path) -> None:
    """Sixteen posters."""
    for number in range(16):
        (folder / "takes" / str(number)).mkdir(parents=True)
        picture = QImage(640, 360, QImage.Format.Format_RGB32)
        picture.fill(QColor.fromHsv(number * 22, 90, 120))
        picture.save(str(folder / "takes" / str(number) / "poster.jpg"))


def told(name: str, step: Callable[[int], object], times: int, app: QApplication) -> None:
    """Time one step after the other, each with what it paints."""
    taken: list[float] = []
    busy: list[float] = []
    for index in range(times):
        began, worked = time.perf_counter(), time.thread_time()
        step(index)
        app.processEvents()
        taken.append((time.perf_counter() - began) * 1000)
        busy.append((time.thread_time() - worked) * 1000)
    slow = sum(each > 16.7 for each in taken)
    worst = sorted(taken)[int(len(taken) * 0.99) - 1]
    middle, own = statistics.median(taken), statistics.median(busy)
    print(f"{name:32} median {middle:6.2f} ms (own {own:6.2f})   99% {worst:6.2f} ms   over 16.7 ms: {slow} of {times}")


def main(clips: int) -> None:
    """Print the figures."""
    or_offscreen()
    app = QApplication(sys.argv[:1])
    dress(app)
    with tempfile.TemporaryDirectory() as where:
        session = Session(make_film(Path(where) / "Long.film", film_of(clips)))
        posters(session.folder)
        began = time.perf_counter()
        stills = Stills(session)
        panel = TimelinePanel(session, Actions(), stills)
        panel.resize(*SIZE)
        panel.show()
        app.processEvents()
        print(f"{clips} clips and as many sounds, {SIZE[0]}x{SIZE[1]}")
        print(f"{'panel made and painted':42} {(time.perf_counter() - began) * 1000:8.2f} ms")
        measure(panel, session, clips, app)
        panel.waves.settle()
        session.close()
        stills.close()


def measure(panel: TimelinePanel, session: Session, clips: int, app: QApplication) -> None:
    """Everything a hand does."""
    view, frames = panel.view, clips * 72
    session.playhead.resize(frames)
    told("fitted: repaint all", lambda n: view.viewport().update(), 60, app)
    told("fitted: playhead moves", lambda n: session.playhead.seek(n * 48), 200, app)
    view.zoom(1.5 / view.scale.per_frame, 0)
    for _ in range(40):
        app.processEvents()
        time.sleep(0.01)
    told("scroll, 108 pixels a clip", lambda n: view.scroll_to(n * 97), 300, app)
    told("zoom with the wheel", lambda n: view.zoom(1.06 if n % 60 < 30 else 1 / 1.06, 800), 240, app)
    view.zoom(4 / view.scale.per_frame, 0)
    told("scroll, 288 pixels a clip", lambda n: view.scroll_to(n * 131), 300, app)
    view.scroll_to(0)
    told("playhead moves", lambda n: session.playhead.seek(n), 300, app)
    drag(panel, app, at=72)
    told(
        "ripple and undo", lambda n: panel.acts.trim_to_playhead("tail") if n % 2 == 0 else session.undo.undo(), 20, app
    )


def drag(panel: TimelinePanel, app: QApplication, at: int) -> None:
    """A ripple held for two hundred moves of the pointer."""
    view, none = panel.view, Qt.KeyboardModifier.NoModifier
    panel.hold.take("ripple")
    y = 40 + 60
    view.hands.press(QPointF(view.scale.x(at) - 4, y), none)
    told(
        "drag: ripple of the first clip",
        lambda n: view.hands.move(QPointF(view.scale.x(at) - 8 - n % 60, y), none),
        200,
        app,
    )
    view.hands.cancel()
    panel.hold.take("select")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
