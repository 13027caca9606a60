"""Key frames in the inspector: asked for, approved, replaced; without an image model it says which there are."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot
from standing_shots import Stand

from app.actions import Actions
from app.board.card_painter import foot_box
from app.board.inspector.panel import InspectorPanel
from app.board.panel import BoardPanel
from app.commands import key_frames as commands
from app.state.session import Session
from app.state.stills import KeyFrame as Approved
from app.state.stills import Proposed, Stills, candidates
from engine.film.board import edit_shot
from engine.film.cast import Reference
from engine.film.key_frames import is_approved, propose
from engine.film.shots import KeyFrame, Panel, Shot

DRAWN = KeyFrame(picture=Reference(path="panels/key.png", digest="a" * 64), engine="animatic", seed=7)


@pytest.fixture
def inspector(
    session: Session, stills: Stills, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> InspectorPanel:
    monkeypatch.setenv("STORYREEL_MODELS", str(tmp_path / "shelf"))
    (session.folder / "panels").mkdir(exist_ok=True)
    QImage(64, 36, QImage.Format.Format_RGB32).save(str(session.folder / "panels" / "key.png"))
    made = InspectorPanel(session, stills)
    qtbot.addWidget(made)
    made.resize(360, 1600)
    made.show()
    return made


def shots(session: Session) -> list[Shot]:
    return list(session.film.shots)


def test_without_an_image_model_it_says_which_there_are_and_lays_out(
    inspector: InspectorPanel, session: Session, qtbot: QtBot
) -> None:
    section = inspector.key_frame
    session.select([shots(session)[0].id])
    qtbot.waitUntil(section.shelf.isVisible)
    assert "FLUX" in section.none_here.text()
    assert [section.engine.itemData(at) for at in range(section.engine.count())] == ["animatic"]
    with qtbot.waitSignal(section.shelf_wanted):
        section.shelf.click()
    with qtbot.waitSignal(section.wanted) as asked:
        section.draw.click()
    assert asked.args == [(shots(session)[0].id,), "animatic", False]


def test_approving_lets_the_shots_begin_with_their_key_frames(inspector: InspectorPanel, session: Session) -> None:
    section, (first, second, *_) = inspector.key_frame, shots(session)
    for each in (first, second):
        session.edit("x", lambda film, each=each: propose(film, each.id, DRAWN))
    session.select([first.id, second.id])
    assert section.state.text() == "2 wait for approval"
    assert isinstance(candidates(session.film, shots(session)[0])[0], Proposed)
    before = session.undo.count()
    section.approve.click()
    assert all(is_approved(each) for each in shots(session)[:2])
    assert isinstance(candidates(session.film, shots(session)[0])[0], Approved)
    assert section.state.text() == "All approved"
    assert not section.approve.isVisible()
    assert session.undo.count() == before + 1


def test_a_card_with_a_take_tells_of_a_key_frame_that_waits(
    session_with_takes: Session, actions: Actions, stand: Stand, qtbot: QtBot
) -> None:
    session, prints = session_with_takes, Stills(session_with_takes)
    board = BoardPanel(session, actions, prints, stand)
    qtbot.addWidget(board)
    board.resize(900, 700)
    board.show()
    first = shots(session)[0]

    def told() -> tuple[bool, str]:
        box = board.view.card_of(first.id)
        assert box is not None
        return board.view.card_for(shots(session)[0])[0].waits, board.view.told_at(foot_box(box).center())

    assert told() == (False, "")
    plain = board.view.grab().toImage()
    session.edit("x", lambda film: propose(film, first.id, DRAWN))
    assert told() == (True, "Key frame to approve")
    assert board.view.grab().toImage() != plain
    commands.approve(session, [first.id])
    assert told() == (False, "")
    prints.close()


def test_another_seed_is_asked_of_the_same_engine(inspector: InspectorPanel, session: Session, qtbot: QtBot) -> None:
    first = shots(session)[0]
    session.select([first.id])
    session.edit("x", lambda film: propose(film, first.id, DRAWN))
    assert "Layout" in inspector.key_frame.state.text()
    with qtbot.waitSignal(inspector.key_frame.wanted) as asked:
        inspector.key_frame.again.click()
    assert asked.args == [(first.id,), "animatic", True]


def test_a_panel_or_a_picture_of_ones_own_needs_no_approval(
    inspector: InspectorPanel, session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    first = shots(session)[0]
    session.select([first.id])
    panel = Panel(id="p", picture=Reference(path="panels/key.png", digest="b" * 64))
    session.edit("x", lambda film: edit_shot(film, first.id, panels=(panel,)))
    inspector.key_frame.use_panel()
    assert shots(session)[0].first_frame == panel.picture
    own = tmp_path / "own.png"
    image = QImage(32, 18, QImage.Format.Format_RGB32)
    image.fill(7)
    image.save(str(own))
    inspector.key_frame.picture.file_given.emit(own)
    qtbot.waitUntil(lambda: shots(session)[0].first_frame != panel.picture)
    assert is_approved(shots(session)[0])
    inspector.key_frame.picture.emptied.emit()
    assert (shots(session)[0].key_frame, shots(session)[0].first_frame) == (None, None)


def test_where_there_is_nothing_to_approve_it_says_so(session: Session) -> None:
    said: list[str] = []
    session.said.connect(lambda problem: said.append(problem.sentence))
    commands.approve(session, [shots(session)[0].id])
    commands.use_panels(session, [shots(session)[0].id])
    assert said[0].startswith("There is no key frame")
    assert said[1].startswith("There is no drawn panel")
