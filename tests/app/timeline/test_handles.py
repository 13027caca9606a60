"""Handles on a clip: its level line, and the corners that make fades and dissolves."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt

from app.timeline.handles import LOUDEST, SOFTEST, corners, gain_at, level_y
from app.timeline.hits import OnCorner, OnLevel
from app.timeline.laid import Box, Lane
from app.timeline.ruler import HEIGHT
from engine.film.cuts import Clip, Track, Transition
from engine.film.heard import heard

Room = Any


def lane_of(room: Room, track: int) -> Lane:
    return room.view.laid.lane(room.cut.tracks[track].id)


def level(room: Room, index: int, gain: float, *, at: int = 30) -> QPoint:
    """On the line of a sound clip, or where it would lie at another level."""
    first = room.placed(1)[index][0]
    return QPoint(round(room.view.scale.x(first + at)), round(HEIGHT + level_y(lane_of(room, 1), gain)))


def corner(room: Room, track: int, index: int, edge: str) -> QPoint:
    lane = lane_of(room, track)
    box = lane.boxes[index]
    return next(
        (point for side, point in corners(lane, box, room.view.scale) if side == edge)
    ).toPoint() + QPoint(0, HEIGHT)  # fmt: skip


@pytest.fixture
def sounds(room: Room) -> Room:
    """The first two clips have their sounds below them."""
    room.hold.choose([clip.id for clip in room.clips()[:2]])
    room.do("cut.sound")
    room.hold.choose(())
    room.hold.toggle_snapping()
    return room


@pytest.mark.parametrize("gain", [LOUDEST, 3.5, 0.0, -0.5, -6.0, -24.0, SOFTEST])
def test_a_level_lies_where_it_is_taken(gain: float) -> None:
    lane = Lane(Track(id="a", kind="sound"), (), (), (), 100, 76)
    assert gain_at(lane, level_y(lane, gain)) == pytest.approx(gain, abs=0.05)
    assert lane.top < level_y(lane, gain) < lane.bottom


def test_the_level_line_is_pulled_down(sounds: Room) -> None:
    assert isinstance(sounds.view.hit(level(sounds, 0, 0.0).toPointF()), OnLevel)
    steps = sounds.session.undo.count()
    sounds.drag(level(sounds, 0, 0.0), level(sounds, 0, -3.0), level(sounds, 0, -12.0))
    assert sounds.clips(1)[0].gain == pytest.approx(-12, abs=1.5)
    assert sounds.clips(1)[1].gain == 0
    assert sounds.session.undo.count() == steps + 1
    sounds.session.undo.undo()
    assert sounds.clips(1)[0].gain == 0


def test_the_chosen_sounds_get_softer_together(sounds: Room) -> None:
    sounds.hold.toggle_links()
    sounds.hold.choose([clip.id for clip in sounds.clips(1)])
    sounds.drag(level(sounds, 0, 0.0), level(sounds, 0, -3.0), level(sounds, 0, -6.0))
    one, other = (clip.gain for clip in sounds.clips(1))
    assert one == other < -3


def test_near_the_unchanged_level_it_snaps_and_a_double_click_brings_it_back(sounds: Room, qtbot: Any) -> None:
    sounds.drag(level(sounds, 0, 0.0), level(sounds, 0, -3.0), level(sounds, 0, -12.0))
    sounds.hold.toggle_snapping()
    gain = sounds.clips(1)[0].gain
    sounds.drag(level(sounds, 0, gain), level(sounds, 0, -3.0), level(sounds, 0, -0.3))
    assert sounds.clips(1)[0].gain == 0
    sounds.drag(level(sounds, 0, 0.0), level(sounds, 0, 3.0), level(sounds, 0, 6.0))
    gain = sounds.clips(1)[0].gain
    assert gain > 4
    qtbot.mouseDClick(sounds.view.viewport(), Qt.MouseButton.LeftButton, pos=level(sounds, 0, gain))
    assert sounds.clips(1)[0].gain == 0


def test_a_corner_at_the_head_of_the_film_fades_from_black(room: Room) -> None:
    room.hold.toggle_snapping()
    point = corner(room, 0, 0, "head")
    assert isinstance(room.view.hit(point.toPointF()), OnCorner)
    room.drag(point, point + QPoint(20, 0), point + QPoint(48, 0))
    join = room.cut.tracks[0].items[0]
    assert isinstance(join, Transition)
    assert (join.style, join.before, join.after) == ("fade", 0, 12)


def test_a_corner_between_two_clips_dissolves_as_far_as_the_handles_go(room: Room) -> None:
    room.hold.toggle_snapping()
    point = corner(room, 0, 0, "tail")
    room.drag(point, point - QPoint(16, 0), point - QPoint(400, 0))
    join = room.cut.tracks[0].items[1]
    assert isinstance(join, Transition)
    assert join.style == "dissolve"
    assert 2 < join.before + join.after <= 2 * room.session.film.handles + 1
    lane = lane_of(room, 0)
    assert [edge for edge, _ in corners(lane, lane.boxes[0], room.view.scale)] == [
        "head"
    ]  # the join is taken hold of itself


def test_a_corner_of_a_sound_is_a_fade_that_is_heard(sounds: Room) -> None:
    point = corner(sounds, 1, 0, "head")
    sounds.drag(point, point + QPoint(16, 0), point + QPoint(40, 0))
    first = heard(sounds.session.film, sounds.cut)[0]
    assert (first.fade_in, first.fade_out) == (10, 0)


def test_a_narrow_clip_has_no_corners(room: Room) -> None:
    room.view.zoom(0.05, 0)
    lane = lane_of(room, 0)
    assert corners(lane, lane.boxes[0], room.view.scale) == []
    clip = Clip(id="c", shot="s", frames=10)
    assert corners(lane, Box(clip, "t", 0, 0, 10), room.view.scale) == []
