"""The strip: thumbs to choose and carry, grips that retime."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.commands.panels import panel_of
from app.sketch.strip import Strip, lay_out
from app.state.prints import Prints
from app.state.session import Session
from engine.film.board import edit_shot
from engine.film.rate import FILM
from engine.film.shots import Panel, Shot

SHOT = Shot(
    id="s",
    slate="1A",
    duration=100,
    panels=tuple(Panel(id=name, start=start) for name, start in (("a", 0), ("b", 40), ("c", 70))),
)
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def strip(qtbot: QtBot, session: Session) -> Iterator[Strip]:
    prints = Prints(session.folder)
    made = Strip(prints)
    qtbot.addWidget(made)
    made.resize(816, made.height())
    made.show_shot(SHOT, FILM, 16 / 9, "a")
    made.show()
    yield made
    prints.close()


def test_grips_are_true_to_time_and_thumbs_equally_wide() -> None:
    laid = lay_out(SHOT, 816, 16 / 9)
    assert laid.grips == (8, 328, 568)
    assert len(laid.thumbs) == 4
    assert {box.width() for box in laid.thumbs} == {135}


def test_a_click_chooses_and_the_empty_place_adds(qtbot: QtBot, strip: Strip) -> None:
    chosen: list[str] = []
    strip.chosen.connect(chosen.append)
    laid = lay_out(SHOT, 816, 16 / 9)
    qtbot.mouseClick(strip, LEFT, pos=laid.thumbs[1].center())
    qtbot.mouseClick(strip, LEFT, pos=QPoint(700, laid.rule.center().y()))
    assert chosen == ["b", "c"]
    with qtbot.waitSignal(strip.added):
        qtbot.mouseClick(strip, LEFT, pos=laid.thumbs[3].center())


def test_a_grip_is_dragged_to_another_frame(qtbot: QtBot, strip: Strip) -> None:
    told: list[tuple[str, int]] = []
    strip.retimed.connect(lambda panel, frame: told.append((panel, frame)))
    y = lay_out(SHOT, 816, 16 / 9).rule.center().y()
    qtbot.mousePress(strip, LEFT, pos=QPoint(329, y))
    qtbot.mouseMove(strip, QPoint(408, y))
    qtbot.mouseRelease(strip, LEFT, pos=QPoint(408, y))
    assert told[-1] == ("b", 50)


def test_a_panel_is_carried_behind_another(qtbot: QtBot, strip: Strip) -> None:
    told: list[tuple[str, int]] = []
    strip.moved.connect(lambda panel, at: told.append((panel, at)))
    boxes = lay_out(SHOT, 816, 16 / 9).thumbs
    qtbot.mousePress(strip, LEFT, pos=boxes[0].center())
    qtbot.mouseMove(strip, boxes[1].center() + QPoint(20, 0))
    qtbot.mouseRelease(strip, LEFT, pos=boxes[1].center() + QPoint(20, 0))
    assert told == [("a", 1)]


def test_arrows_go_along_and_alt_carries(qtbot: QtBot, strip: Strip) -> None:
    chosen: list[str] = []
    moved: list[tuple[str, int]] = []
    strip.chosen.connect(chosen.append)
    strip.moved.connect(lambda panel, at: moved.append((panel, at)))
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    qtbot.keyClick(strip, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert (chosen, moved) == (["b"], [("a", 1)])


def test_a_long_strip_scrolls_to_the_panel_in_hand(strip: Strip, session: Session) -> None:
    many = tuple(Panel(id=f"p{n}", start=n) for n in range(12))
    session.edit("Many", lambda film: edit_shot(film, session.shot_id, panels=many))
    shot = session.film.shot(session.shot_id)
    strip.show_shot(shot, FILM, 16 / 9, "p11")
    assert panel_of(shot, "p11") is not None
    at = strip._laid()
    assert at is not None
    assert 0 < at.thumbs[11].left() < strip.width()
