"""While an edge is dragged, the pictures that decide it stand where the viewer's picture is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.timeline.drags import Look
from app.timeline.two_up import TwoUp, cells

Room = Any


@pytest.fixture
def shown(room: Room, qtbot: QtBot) -> Iterator[TwoUp]:
    screen = QWidget()
    qtbot.addWidget(screen)
    screen.resize(800, 450)
    screen.show()
    room.hold.toggle_snapping()
    yield room.panel.show_trims_over(screen)
    screen.close()


def names(shown: TwoUp, room: Room) -> list[tuple[int, str, bool]]:
    """(number of the clip in the cut, edge, whether it stays as it is)."""
    order = [clip.id for clip in room.clips()]
    return [(order.index(each.clip), each.edge, each.aside) for each in shown.looks]


def test_a_roll_shows_what_leaves_and_what_comes_in(room: Room, shown: TwoUp) -> None:
    assert shown.isHidden()
    length = room.placed()[0][1]
    room.drag(room.at(length - 0.25), room.at(length + 2), room.at(length - 6.25), let_go=False)
    assert shown.isVisible()
    assert names(shown, room) == [(0, "tail", False), (1, "head", False)]
    before = shown.grab().toImage()
    room.move(room.at(length - 3.25))
    assert shown.grab().toImage() != before  # the distance, at least
    room.key(Qt.Key.Key_Escape)
    assert shown.isHidden()


def test_a_slip_shows_both_ends_and_its_neighbours(room: Room, shown: TwoUp) -> None:
    room.hold.take("slip")
    at = room.placed()[1][0]
    room.drag(room.at(at + 20), room.at(at + 18), room.at(at + 16), let_go=False)
    assert names(shown, room) == [(1, "head", False), (1, "tail", False), (0, "tail", True), (2, "head", True)]


def test_a_slide_shows_its_neighbours_and_both_ends(room: Room, shown: TwoUp) -> None:
    room.hold.take("slide")
    at = room.placed()[1][0]
    room.drag(room.at(at + 20), room.at(at + 18), room.at(at + 15), let_go=False)
    assert names(shown, room) == [(0, "tail", False), (2, "head", False), (1, "head", True), (1, "tail", True)]


def test_a_ripple_of_the_first_head_has_nothing_before_it(room: Room, shown: TwoUp) -> None:
    room.hold.take("ripple")
    room.drag(room.at(1), room.at(4), room.at(8), let_go=False)
    assert names(shown, room) == [(0, "head", False)]


def test_a_clip_that_is_carried_shows_none(room: Room, shown: TwoUp) -> None:
    room.drag(room.at(30), room.at(40), room.at(60), let_go=False)
    assert shown.isHidden()


@pytest.mark.parametrize("many", [1, 2, 4])
@pytest.mark.parametrize("size", [(800, 450), (400, 600), (1400, 300)])
def test_the_pictures_keep_their_shape_and_stay_apart(many: int, size: tuple[int, int]) -> None:
    looks = tuple(Look(str(n), "head", aside=n > 1) for n in range(many))
    room = QRectF(0, 0, *size)
    placed = [cell for _, cell in cells(looks, room, 16 / 9)]
    assert len(placed) == many
    for index, cell in enumerate(placed):
        assert room.contains(cell)
        assert cell.width() / cell.height() == pytest.approx(16 / 9, rel=0.01)
        assert not any(cell.intersects(other) for other in placed[:index])
