"""What the editor asks of the desk comes back as a signal, once, and an imported clip is one undo step of its shot."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import imageio_ffmpeg
import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.bridge import Engine
from app.commands import cast
from app.desk_calls import DeskCalls
from app.problems import Problem
from app.state.opening import open_film
from app.state.session import Session
from engine.client import Client
from engine.errors import StorageFailed
from engine.film.cuts import Footage
from engine.plan import desk
from engine.plan.portraits import portrait_of

PATIENCE = 20_000


@pytest.fixture(scope="module")
def clip(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A second of a test card with a tone."""
    out = tmp_path_factory.mktemp("clips") / "walk.mp4"
    card = ["-f", "lavfi", "-i", "testsrc=size=160x90:rate=24:duration=1", "-f", "lavfi", "-i", "sine=duration=1"]
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-v", "error", *card, "-pix_fmt", "yuv420p", str(out)]
    subprocess.run(command, check=True)
    return out


@pytest.fixture
def engine(session: Session) -> Iterator[Engine]:
    made = Engine(session, engines=[], linger=1.0, look=0.1)
    yield made
    made.close()


def test_an_imported_clip_is_a_take_of_its_shot_and_one_undo_step(
    engine: Engine, session: Session, qtbot: QtBot, clip: Path
) -> None:
    shot = next(iter(session.film.shots)).id
    with qtbot.waitSignal(engine.take_imported, timeout=PATIENCE) as imported:
        engine.import_take(clip, shot)
    take = next(iter(session.film.shots)).chosen
    assert take is not None
    assert imported.args == [shot, take.id]
    assert (take.recipe.origin, take.frames) == ("imported", 24)
    assert session.undo.count() == 1
    session.undo.undo()
    assert next(iter(session.film.shots)).takes == ()


def test_footage_sound_and_stills_come_back(engine: Engine, session: Session, qtbot: QtBot, clip: Path) -> None:
    with qtbot.waitSignal(engine.footage_ready, timeout=PATIENCE) as ready:
        engine.import_footage(clip, "mine")
    token, footage = ready.args
    assert token == "mine"
    assert isinstance(footage, Footage)
    with qtbot.waitSignal(engine.sound_ready, timeout=PATIENCE):
        engine.want_sound(footage.path, footage.digest)
    assert (session.folder / desk.pcm_path(footage.digest)).stat().st_size > 100_000
    with qtbot.waitSignal(engine.sound_ready, timeout=200):  # it lies there: no job, no waiting
        engine.want_sound(footage.path, footage.digest)
    with qtbot.waitSignal(engine.still_ready, timeout=PATIENCE) as still:
        engine.want_still(footage.path, footage.digest, 12)
    assert QImage(str(still.args[2])).width() == 160
    assert session.undo.count() == 0


def test_a_clip_that_cannot_be_read_is_one_sentence(
    engine: Engine, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    said: list[Problem] = []
    session.said.connect(said.append)
    shot = next(iter(session.film.shots)).id
    engine.import_take(tmp_path / "gone.mp4", shot)
    assert "gone.mp4 cannot be read" in said[0].sentence
    (tmp_path / "words.mp4").write_text("no film")
    engine.import_take(tmp_path / "words.mp4", shot)
    qtbot.waitUntil(lambda: len(said) > 1, timeout=PATIENCE)
    assert "words.mp4" in said[1].sentence
    assert session.undo.count() == 0


def test_what_the_ledger_refused_is_asked_again_when_it_is_wanted_again(
    engine: Engine, session: Session, qtbot: QtBot, clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignal(engine.footage_ready, timeout=PATIENCE) as ready:
        engine.import_footage(clip)
    footage = ready.args[1]
    said: list[Problem] = []
    session.said.connect(said.append)

    def full(*_: object, **__: object) -> str:
        raise StorageFailed("The disk is full.", "Free some room.")

    with monkeypatch.context() as patched:
        patched.setattr(engine.client, "order", full)
        engine.want_sound(footage.path, footage.digest)
        qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE)
    assert said[0].sentence == "The disk is full."
    with qtbot.waitSignal(engine.sound_ready, timeout=PATIENCE):
        engine.want_sound(footage.path, footage.digest)


def test_nobody_is_drawn_whom_an_undo_took_away(session: Session) -> None:
    asked: list[object] = []
    calls = DeskCalls(session, Client(session.folder), lambda *work: asked.append(work), lambda: None, session)
    subject = session.film.cast[0].id
    calls.want_portrait(subject)
    session.edit("Nobody", lambda film: film.with_(cast=(), scenes=()))
    calls.want_portrait(subject)
    assert len(asked) == 1


def test_a_portrait_of_words_that_an_undo_took_back_does_not_come_late(session: Session) -> None:
    """Described anew, ordered, undone: the old portrait lies there and is told at once, and the one of the new words comes after it."""
    calls = DeskCalls(session, Client(session.folder), _at_once, lambda: None, session)
    told: list[str] = []
    calls.portrait_ready.connect(lambda _id, _look, picture: told.append(picture.digest))
    subject, first = session.film.cast[0].id, desk.Portrait(order=portrait_of(session.film, session.film.cast[0].id))
    lies = session.folder / desk.portrait_path(first)
    lies.parent.mkdir(parents=True)
    lies.write_bytes(b"a picture")
    cast.describe(session, subject, description="a tall woman with a scar")
    second = desk.Portrait(order=portrait_of(session.film, subject))
    assert second != first
    calls.want_portrait(subject)
    session.undo.undo()
    calls.want_portrait(subject)
    calls.taken(desk.key_of(second))
    assert told == [desk.key_of(first)]
    session.undo.redo()
    calls.want_portrait(subject)
    calls.taken(desk.key_of(second))
    assert told == [desk.key_of(first), desk.key_of(second)]


def _at_once(work: Callable[[], object], then: Callable[[object], object], *_: object) -> None:
    then(work())


def test_nothing_is_copied_into_a_film_that_is_open_elsewhere_nor_drawn_from_here(
    session: Session, qtbot: QtBot, clip: Path
) -> None:
    other = Session(open_film(session.folder))
    said: list[Problem] = []
    other.said.connect(said.append)
    watching = Engine(other, engines=[], linger=0.1, look=0.1)
    try:
        assert other.read_only
        watching.render()
        assert "not rendered" in said[0].hint
        watching.import_take(clip, session.shot_id)
        watching.import_footage(clip, "mine")
        assert ["not edited" in problem.hint for problem in said[1:]] == [True, True]
        qtbot.wait(300)
        assert not list((session.folder).glob("queue.sqlite"))
    finally:
        watching.close()
        other.let_go()
