"""Spoken lines over the pictures: pulled over an edit they are heard under the other shot."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QPoint

from app.timeline.ruler import HEIGHT
from engine.film import coverage
from engine.film.spoken import spoken

Room = Any


def on_line(room: Room, frame: float) -> QPoint:
    return QPoint(round(room.view.scale.x(frame)), HEIGHT + 12)


def test_a_line_is_pulled_over_the_edit_as_one_step(room: Room) -> None:
    line = spoken(room.session.film, room.cut)[0]
    shot = line.shot
    room.hold.toggle_snapping()
    room.drag(on_line(room, line.start + 3), on_line(room, line.start), on_line(room, line.start - 9))
    after = spoken(room.session.film, room.cut)[0]
    assert after.start == line.start - 12
    assert after.shot == shot
    assert room.session.undo.count() == 1
    room.session.undo.undo()
    assert spoken(room.session.film, room.cut)[0].start == line.start


def test_a_line_that_is_clicked_brings_its_shot_to_hand(room: Room) -> None:
    line = spoken(room.session.film, room.cut)[1]
    room.session.take_in_hand(room.clips()[0].shot)
    room.click(on_line(room, line.start + 2))
    assert room.session.shot_id == line.shot


def test_where_nobody_speaks_there_is_no_strip(room: Room) -> None:
    assert room.view.laid.head > 0
    for each in spoken(room.session.film, room.cut):
        room.session.edit("x", lambda film, each=each: coverage.remove_line(film, each.shot, each.line.id))
    assert room.view.laid.head == 0
    assert not room.panel.headers.lines.isVisible()
