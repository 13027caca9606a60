"""The keys of the cut room: on what is chosen, at the playhead, over the marked range."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from engine.film.cuts import Gap, Transition

Key, Modifier = Qt.Key, Qt.KeyboardModifier
Room = Any


@pytest.fixture(autouse=True)
def _length(room: Room) -> None:
    room.session.playhead.resize(room.cut.frames)


@pytest.mark.parametrize(
    ("key", "tool"),
    [("V", "select"), ("B", "ripple"), ("N", "roll"), ("Y", "slip"), ("U", "slide"), ("C", "razor"), ("H", "hand")],
)
def test_every_tool_has_its_key_and_its_button(room: Room, key: str, tool: str) -> None:
    room.hold.take("hand" if tool != "hand" else "select")
    room.key(key)
    assert room.hold.tool == tool
    assert room.actions[f"cut.tool.{tool}"].isChecked()


def test_lift_leaves_a_gap_and_ripple_delete_closes_it(room: Room) -> None:
    total, second = room.cut.frames, room.clips()[1]
    room.hold.choose((second.id,))
    room.key(Key.Key_Backspace)
    gap = room.cut.tracks[0].items[1]
    assert isinstance(gap, Gap)
    room.hold.choose((gap.id,))
    room.key(Key.Key_Delete)
    assert room.cut.frames == total - second.frames


def test_with_nothing_chosen_the_clip_under_the_playhead_is_meant(room: Room) -> None:
    second = room.clips()[1].id
    room.session.playhead.seek(room.placed()[1][0] + 5)
    room.key(Key.Key_Delete)
    assert second not in [clip.id for clip in room.clips()]


def test_head_and_tail_are_trimmed_to_the_playhead(room: Room) -> None:
    (_, first), (at, second) = room.placed()[:2]
    room.session.playhead.seek(at + 10)
    room.do("cut.trim.head")
    assert room.placed()[1] == (first, second - 10)
    assert room.session.playhead.frame == first
    room.session.playhead.seek(first + 20)
    room.do("cut.trim.tail")
    assert room.placed()[1] == (first, 20)


def test_an_edit_is_extended_to_the_playhead(room: Room) -> None:
    at = room.placed()[1][0]
    room.session.playhead.seek(at - 4)
    room.do("cut.extend")
    assert room.placed()[1][0] == at - 4


def test_a_marked_range_is_lifted_and_extracted(room: Room) -> None:
    total = room.cut.frames
    room.session.playhead.mark(10, 19)
    room.do("cut.lift.range")
    assert room.placed()[0] == (0, 10)
    assert room.cut.frames == total
    room.session.undo.undo()
    room.do("cut.extract.range")
    assert room.cut.frames == total - 10
    assert room.session.playhead.in_mark is None


def test_without_marks_a_range_asks_for_them(room: Room) -> None:
    said: list[Any] = []
    room.session.said.connect(said.append)
    room.do("cut.extract.range")
    assert "Mark a range first" in said[0].sentence


def test_the_playhead_goes_from_edit_to_edit_and_from_marker_to_marker(room: Room) -> None:
    edges = [at for at, _ in room.placed()]
    room.key(Key.Key_Down)
    assert room.session.playhead.frame == edges[1]
    room.session.playhead.seek(edges[1] + 7)
    room.do("cut.marker")
    room.key(Key.Key_Up)
    assert room.session.playhead.frame == edges[1]
    room.do("cut.marker.next")
    assert room.session.playhead.frame == edges[1] + 7


def test_nudges_are_one_step(room: Room) -> None:
    room.hold.choose((room.clips()[-1].id,))
    at = room.placed()[-1][0]
    for _ in range(3):
        room.do("cut.nudge.right")
    assert room.placed()[-1][0] == at + 3
    assert room.session.undo.count() == 1


def test_clips_are_copied_and_pasted_at_the_playhead(room: Room) -> None:
    first = room.clips()[0]
    room.hold.choose((first.id,))
    room.key(Key.Key_C, Modifier.ControlModifier)
    end = room.cut.frames
    room.session.playhead.resize(end + 10)
    room.session.playhead.seek(end)
    room.key(Key.Key_V, Modifier.ControlModifier)
    assert room.placed()[-1] == (end, first.frames)
    assert room.clips()[-1].shot == first.shot
    assert room.clips()[-1].id != first.id


def test_a_dissolve_is_shortened_to_the_handles_and_becomes_a_wipe(room: Room) -> None:
    room.session.playhead.seek(room.placed()[1][0])
    room.do("cut.dissolve")
    (join,) = [item for item in room.cut.tracks[0].items if isinstance(item, Transition)]
    assert join.style == "dissolve"
    room.panel.acts.join("wipe")
    (join,) = [item for item in room.cut.tracks[0].items if isinstance(item, Transition)]
    assert join.style == "wipe"
    room.hold.choose((join.id,))
    room.key(Key.Key_Delete)
    assert not any(isinstance(item, Transition) for item in room.cut.tracks[0].items)


def test_sound_is_laid_out_trimmed_with_its_picture_and_let_go(room: Room) -> None:
    room.hold.choose((room.clips()[1].id,))
    room.do("cut.sound")
    at, frames = room.placed()[1]
    assert room.placed(1) == [(at, frames)]
    room.hold.toggle_snapping()
    room.drag(room.at(at + 1.2), room.at(at + 4), room.at(at + 9.2))
    assert (room.placed()[1], room.placed(1)) == ((at + 8, frames - 8), [(at + 8, frames - 8)])
    room.drag(room.at(at + 9.2, 1), room.at(at + 7, 1), room.at(at + 5.2, 1), keys=Modifier.AltModifier)
    assert room.placed()[1] == (at + 8, frames - 8)
    assert room.placed(1) == [(at + 4, frames - 4)]
    room.hold.choose((room.clips()[1].id,))
    room.do("cut.link")
    assert all(clip.link is None for clip in room.clips())


def test_a_take_is_pinned_and_let_follow(room: Room) -> None:
    clip = room.clips()[1]
    shot = next(shot for shot in room.session.film.shots if shot.id == clip.shot)
    room.hold.choose((clip.id,))
    room.panel.acts.pin(shot.takes[0].id)
    assert room.clips()[1].take == shot.takes[0].id
    room.panel.acts.pin(None)
    assert room.clips()[1].take is None


@pytest.mark.parametrize(("command", "longer"), [("cut.insert", True), ("cut.overwrite", False)])
def test_the_shot_in_hand_is_put_in_at_the_playhead(room: Room, command: str, longer: bool) -> None:
    total, at = room.cut.frames, room.placed()[2][0]
    shots = list(room.session.film.shots)
    room.session.select([shots[0].id])
    room.session.playhead.seek(at)
    room.do(command)
    assert room.clips()[2].shot == shots[0].id
    assert room.placed()[2] == (at, shots[0].duration)
    assert (room.cut.frames > total) is longer
