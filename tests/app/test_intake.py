"""Files that are dropped are never turned away for want of a card: they are a shot's, or shots of their own."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from app.commands.cuts import start_of
from app.drops import kind_of
from app.intake import Importer, Intake
from app.start.beginnings import bare
from app.state.session import Session
from engine.film.coverage import add_take
from engine.film.takes import Recipe, Take


class Importing(QObject):
    """An engine that has a clip's take the moment it is told."""

    take_imported = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, str]] = []
        self.steps: list[str] = []

    def import_take(self, source: Path, shot_id: str, *, merge: str) -> None:
        self.asked.append((source.name, shot_id))
        self.steps.append(merge)

    def deliver(self, session: Session, shot_id: str, take: Take) -> None:
        """As the desk does once the clip is in the film."""
        session.edit("Import a take", lambda film: add_take(film, shot_id, take), merge=self.steps[-1])
        self.take_imported.emit(shot_id, take.id)


class Sounds:
    """What was to be laid into the cut."""

    def __init__(self) -> None:
        self.laid: list[tuple[list[str], int]] = []

    def __call__(self, paths: Any, at: int, shot: str) -> None:
        self.laid.append(([path.name for path in paths], at))


@pytest.fixture
def engine() -> Importing:
    return Importing()


@pytest.fixture
def sounds() -> Sounds:
    return Sounds()


@pytest.fixture
def intake(session: Session, engine: Importing, sounds: Sounds) -> Intake:
    return Intake(session, cast(Importer, engine), sounds, session)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Session]:
    """A film that was begun with what is about to be dropped."""
    opened = Session(bare(tmp_path, "Drawn", "en"))
    yield opened
    opened.let_go()


def drawing(folder: Path, name: str) -> Path:
    picture = QImage(32, 18, QImage.Format.Format_RGB32)
    picture.fill(QColor(*(40 + 20 * (ord(each) % 8) for each in name[:3])))
    picture.save(str(folder / name))
    return folder / name


def take_of(digest: str, frames: int) -> Take:
    return Take(
        id="clip", recipe=Recipe(engine="import", version="1", key=digest), rate=Fraction(25), frames=frames,
        media=f"takes/{digest[:2]}/{digest}/master.mov", digest=digest,
    )  # fmt: skip


def test_pictures_for_a_shot_are_its_panels(session: Session, intake: Intake, tmp_path: Path, qtbot: QtBot) -> None:
    shot = next(iter(session.film.shots))
    files = [drawing(tmp_path, "one.png"), drawing(tmp_path, "two.png")]
    intake.to_shot(shot.id, files)
    qtbot.waitUntil(lambda: len(session.film.shot(shot.id).panels) == 2)
    first, second = session.film.shot(shot.id).panels
    assert (first.start, second.start) == (0, shot.duration // 2)
    assert first.picture is not None
    assert (session.folder / first.picture.path).read_bytes() == files[0].read_bytes()
    session.undo.undo()
    assert session.film.shot(shot.id).panels == ()


def test_a_board_of_pictures_is_a_film_of_them_shot_by_shot(empty: Session, tmp_path: Path, qtbot: QtBot) -> None:
    names = ("10.png", "2.png", "3a.png", "3b.png", "2.matte.png")
    Intake(empty, cast(Importer, Importing()), Sounds(), empty).take(
        "picture", [drawing(tmp_path, name) for name in names]
    )
    qtbot.waitUntil(lambda: len(tuple(empty.film.shots)) == 3)
    second, third, tenth = empty.film.shots
    assert [len(shot.panels) for shot in (second, third, tenth)] == [1, 2, 1]
    assert second.panels[0].matte is not None
    assert [panel.start for panel in third.panels] == [0, round(2.5 * empty.film.rate)]
    assert third.duration == 2 * second.duration == 2 * round(2.5 * empty.film.rate)
    assert len(empty.film.cuts) == 1  # it can be played at once
    assert set(empty.selection) == {second.id, third.id, tenth.id}
    empty.undo.undo()
    assert empty.film.scenes == ()


def test_clips_beside_the_cards_are_shots_as_long_as_they_are(
    session: Session, intake: Intake, engine: Importing
) -> None:
    scene = session.film.scenes[0]
    intake.as_cards(scene.id, 1, [Path("/far/a.mov"), Path("/far/b.mp4")])
    first, second = session.film.scenes[0].shots[1:3]
    assert engine.asked == [("a.mov", first.id), ("b.mp4", second.id)]
    take = take_of("ab" * 32, 100)
    engine.deliver(session, first.id, take)
    assert session.film.shot(first.id).duration == round(4 * session.film.rate)
    engine.take_imported.emit(scene.shots[0].id, take.id)  # anybody else's take changes no shot
    assert session.film.shot(scene.shots[0].id).duration == scene.shots[0].duration


def test_a_drop_of_clips_is_one_undo_step(session: Session, intake: Intake, engine: Importing) -> None:
    before = session.film
    intake.as_cards(before.scenes[0].id, 1, [Path("/far/a.mov"), Path("/far/b.mp4")])
    made = session.film.scenes[0].shots[1:3]
    for shot, digest in zip(made, ("ab", "cd"), strict=True):
        engine.deliver(session, shot.id, take_of(digest * 32, 100))
    assert (session.undo.count(), session.undo.undoText()) == (1, "Add 2 shots")
    session.undo.undo()
    assert session.film == before
    session.undo.redo()
    assert [len(session.film.shot(shot.id).takes) for shot in made] == [1, 1]
    intake.to_shot(made[0].id, [Path("/far/c.mov"), Path("/far/d.mov")])
    assert engine.steps[0] == engine.steps[1] != engine.steps[2] == engine.steps[3]  # the next drop is another step


def test_work_between_a_drop_and_its_clips_keeps_its_own_step(
    session: Session, intake: Intake, engine: Importing
) -> None:
    intake.as_cards(session.film.scenes[0].id, 1, [Path("/far/a.mov")])
    session.edit("Rename the film", lambda film: film.with_(title="Else"))
    engine.deliver(session, session.film.scenes[0].shots[1].id, take_of("ab" * 32, 100))
    assert [session.undo.text(at) for at in range(session.undo.count())] == [
        "Add shot", "Rename the film", "Import a take",
    ]  # fmt: skip


def test_a_sound_lies_under_its_shot(session: Session, intake: Intake, sounds: Sounds) -> None:
    shot = list(session.film.shots)[2]
    intake.to_shot(shot.id, [Path("/far/rain.wav")])
    start = start_of(session.film.cuts[0], shot.id)
    assert start == sum(each.duration for each in list(session.film.shots)[:2])
    assert sounds.laid == [(["rain.wav"], start)]


def test_what_no_panel_wanted_goes_to_the_shot_in_hand(session: Session, intake: Intake, engine: Importing) -> None:
    session.select([list(session.film.shots)[1].id])
    intake.take("clip", [Path("/far/a.mov")])
    assert engine.asked == [("a.mov", session.shot_id)]


def test_sounds_are_known_by_their_names() -> None:
    assert [kind_of(Path(name)) for name in ("a.wav", "a.MP3", "a.pdf")] == ["sound", "sound", None]


def test_a_film_that_somebody_else_has_open_takes_nothing_in(
    session: Session, intake: Intake, engine: Importing, sounds: Sounds, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(type(session), "read_only", property(lambda self: True))
    film, said = session.film, list[str]()
    session.said.connect(lambda problem: said.append(problem.hint))
    intake.to_shot(session.shot_id, [Path("walk.mp4"), Path("rain.wav")])
    intake.as_cards("", None, [Path("walk.mp4")])
    assert (engine.asked, sounds.laid, session.film) == ([], [], film)
    assert set(said) == {"It can be looked at here, not edited."}
