"""The frame in the viewer becomes a first frame, a last frame, a panel or a reference: at full size, as one step."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QObject, Qt, QThreadPool, Signal
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.actions import Actions
from app.commands import shots
from app.grabs import Grabs, StillDesk
from app.keeping import keep_files, keep_image
from app.problems import Problem
from app.state.session import Session
from app.viewer.frame_uses import FrameUses
from app.viewer.programme import Card, Dark
from app.viewer.viewer import ViewerPanel
from engine.film import casting
from engine.film.cast import Reference
from engine.film.shots import Shot


class FakeDesk(QObject):
    """Takes a still out at once, and writes down of what."""

    still_ready = Signal(str, int, object)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.asked: list[tuple[str, str, int]] = []

    def want_still(self, source: str, digest: str, picture: int) -> None:
        self.asked.append((source, digest, picture))
        path = self.folder / f"still-{picture}.png"
        image = QImage(64, 36, QImage.Format.Format_RGB32)
        image.fill(QColor(40, 90, picture % 255))
        image.save(str(path))
        self.still_ready.emit(digest, picture, path)


@pytest.fixture
def desk(session_with_takes: Session, tmp_path: Path) -> FakeDesk:
    return FakeDesk(tmp_path)


@pytest.fixture
def uses(session_with_takes: Session, actions: Actions, viewer: ViewerPanel, desk: FakeDesk) -> FrameUses:
    return FrameUses(
        session_with_takes, actions, viewer, lambda: viewer.seen, Grabs(session_with_takes, cast(StillDesk, desk))
    )


def row(session: Session) -> list[Shot]:
    return list(session.film.shots)


def test_a_key_lets_the_shot_in_hand_begin_with_the_frame_that_is_seen(
    qtbot: QtBot, viewer: ViewerPanel, uses: FrameUses, desk: FakeDesk, session_with_takes: Session
) -> None:
    session = session_with_takes
    first, second, *_ = row(session)
    session.take_in_hand(second.id)
    session.playhead.seek(7)  # in the first shot
    viewer.activateWindow()
    qtbot.waitUntil(viewer.isActiveWindow)
    qtbot.keyClick(viewer, Qt.Key.Key_BracketLeft, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: row(session)[1].first_frame is not None)
    taken = first.takes[0]  # the circled one
    assert desk.asked == [(taken.media, taken.digest, taken.head + 7)]
    frame = row(session)[1].first_frame
    assert frame is not None
    assert (session.folder / frame.path).is_file()
    assert session.undo.count() == 1
    session.undo.undo()
    assert row(session)[1].first_frame is None


def test_a_frame_of_any_take_ends_the_shot_before(
    qtbot: QtBot, viewer: ViewerPanel, uses: FrameUses, desk: FakeDesk, session_with_takes: Session
) -> None:
    session = session_with_takes
    first, second, *_ = row(session)
    session.take_in_hand(second.id)
    viewer.show_take(second.takes[1].id)
    viewer.player.playhead.seek(3)
    menu = QMenu(viewer)
    uses.fill(menu)
    wanted = next(each for each in menu.actions() if each.text() == f"It ends shot {first.slate}")
    wanted.trigger()
    qtbot.waitUntil(lambda: row(session)[0].last_frame is not None)
    assert desk.asked[0][0] == second.takes[1].media


def test_a_frame_becomes_a_reference_of_somebody_in_the_look_that_is_worn(
    qtbot: QtBot, uses: FrameUses, session_with_takes: Session
) -> None:
    session = session_with_takes
    session.edit("x", lambda film: casting.add_subject(film, casting.new_subject("NILS", subject_id="nils")))
    uses.use_as_reference("nils", session.film.cast[-1].looks[0].name)
    qtbot.waitUntil(lambda: len(session.film.cast[-1].looks[0].references) == 1)
    assert session.film.cast[-1].looks[0].references[0].path.startswith("cast/NILS")


def test_a_panel_that_stands_for_a_shot_is_used_as_it_is(
    qtbot: QtBot, uses: FrameUses, viewer: ViewerPanel, desk: FakeDesk, session_with_takes: Session, tmp_path: Path
) -> None:
    session = session_with_takes
    last = row(session)[-1]  # without takes
    QImage(64, 36, QImage.Format.Format_RGB32).save(str(session.folder / "drawn.png"))
    shots.set_first_frame(session, (last.id,), Reference(path="drawn.png", digest="0" * 64))
    session.take_in_hand(last.id)
    viewer.show_take()
    uses.use("last")
    qtbot.waitUntil(lambda: row(session)[-1].last_frame is not None)
    assert desk.asked == []


@pytest.mark.parametrize("seen", [Dark(), Card("1A")])
def test_where_nothing_was_drawn_it_says_so(
    uses: FrameUses,
    session_with_takes: Session,
    desk: FakeDesk,
    seen: Dark | Card,
    actions: Actions,
    viewer: ViewerPanel,
) -> None:
    said: list[Problem] = []
    session_with_takes.said.connect(said.append)
    Grabs(session_with_takes, cast(StillDesk, desk)).grab_seen(seen, lambda path: pytest.fail("there is none"))
    assert said[0].sentence.startswith("There is no picture here yet")


def test_no_file_comes_into_a_film_that_somebody_else_has(
    session_with_takes: Session, uses: FrameUses, viewer: ViewerPanel, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = session_with_takes
    session.edit("Cast", lambda film: casting.add_subject(film, casting.new_subject("NILS", subject_id="nils")))
    look, said = session.film.cast[-1].looks[0].name, list[str]()
    before = sorted((session.folder / "panels").rglob("*")), sorted((session.folder / "cast").rglob("*"))
    monkeypatch.setattr(type(session), "read_only", property(lambda self: True))
    session.said.connect(lambda problem: said.append(problem.hint))
    drawn = QImage(8, 8, QImage.Format.Format_RGB32)
    drawn.save(str(source := session.folder.parent / "drawn.png"))
    keep_files(viewer, session, [source], lambda kept: None)
    keep_image(viewer, session, drawn, lambda kept: None)
    session.playhead.seek(0)
    uses.use_as_reference("nils", look)
    assert said == ["It can be looked at here, not edited."] * 3
    QThreadPool.globalInstance().waitForDone()
    assert (sorted((session.folder / "panels").rglob("*")), sorted((session.folder / "cast").rglob("*"))) == before
