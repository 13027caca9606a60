"""The continuity lane: a number under each measured cut, hidden while nothing was measured."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from PySide6.QtCore import QPoint, QPointF, Qt

from app.timeline.hits import OnSeam
from app.timeline.ruler import HEIGHT
from app.timeline.tellings import telling

Room = Any


def measure(room: Room, *distances: float) -> list[str]:
    ids = [clip.id for clip in room.clips()]
    pairs = list(pairwise(ids))
    room.panel.continuity.show(dict(zip(pairs, distances, strict=False)), {pairs[0]: "Iris: the scarf is gone."})
    return ids


def seam(room: Room, index: int) -> QPoint:
    laid = room.view.laid
    at = room.placed()[index][0]
    return QPoint(round(room.view.scale.x(at)), HEIGHT + laid.seam_top + laid.strip // 2)


def test_it_is_not_there_until_something_was_measured(room: Room) -> None:
    assert (room.view.laid.strip, room.panel.headers.continuity.isVisible()) == (0, False)
    measure(room, 0.6, 0.1)
    assert room.view.laid.strip > 0
    assert room.panel.headers.continuity.isVisible()
    room.panel.continuity.show({})
    assert (room.view.laid.strip, room.view.laid.measured) == (0, None)


def test_a_number_says_what_it_means_and_is_coloured_by_the_line(room: Room) -> None:
    measure(room, 0.6, 0.1)
    hits = [room.view.hit(QPointF(seam(room, index))) for index in (1, 2, 3)]
    assert [isinstance(each, OnSeam) for each in hits] == [True, True, False]
    jump, match = (telling(room.view.showing, each) for each in hits[:2])
    assert "jumps" in jump
    assert "60 of 100" in jump
    assert "the scarf is gone" in jump
    assert "match" in match
    assert colour(room, 1) != colour(room, 2)
    room.panel.continuity.set_line(0.7)
    assert colour(room, 1) == colour(room, 2)


def test_a_click_goes_there_and_asks(room: Room) -> None:
    ids = measure(room, 0.6)
    asked: list[tuple[str, str]] = []
    room.panel.continuity.asked.connect(lambda before, behind: asked.append((before, behind)))
    room.click(seam(room, 1))
    assert asked == [(ids[0], ids[1])]
    assert room.session.playhead.frame == room.placed()[1][0]


def test_clips_that_no_longer_meet_have_no_number(room: Room) -> None:
    measure(room, 0.6, 0.1)
    room.hold.choose((room.clips()[0].id,))
    room.key(Qt.Key.Key_Backspace)
    point = QPoint(round(room.view.scale.x(room.placed()[0][0])), seam(room, 0).y())
    assert not isinstance(room.view.hit(QPointF(point)), OnSeam)


def colour(room: Room, index: int) -> str:
    """Of the ground behind the number, a little left of its figures."""
    point = seam(room, index)
    return room.view.viewport().grab().toImage().pixelColor(point.x() - 9, point.y()).name()
