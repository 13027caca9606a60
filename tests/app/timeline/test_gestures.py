"""Gestures on the tracks, by real mouse events: each one undo step, each given up with Esc."""

from __future__ import annotations

from typing import Any

import pytest
from editor_films import put_take
from PySide6.QtCore import Qt

from engine.film import board
from engine.film.cuts import Gap, Transition
from engine.film.marking import add_marker

Key, Modifier = Qt.Key, Qt.KeyboardModifier
Room = Any


def undone(room: Room, before: object) -> bool:
    """Whether one undo step brings the cut back."""
    room.session.undo.undo()
    return room.cut == before


def test_a_tail_is_trimmed_and_a_gap_opens(room: Room) -> None:
    before = room.cut
    (first, length), *_ = room.placed()
    end = first + length
    room.hold.toggle_snapping()
    room.drag(room.at(end - 1.2), room.at(end - 5), room.at(end - 11.2))
    assert room.placed()[0] == (0, length - 10)
    assert isinstance(room.cut.tracks[0].items[1], Gap)
    assert room.session.undo.count() == 1
    assert undone(room, before)


def test_a_drag_stops_where_the_engine_refuses_and_says_why(room: Room) -> None:
    (first, length), *_ = room.placed()
    end = first + length
    room.hold.toggle_snapping()
    room.drag(room.at(end - 1.2), room.at(end + 30), let_go=False)
    proposal = room.view.proposal
    assert proposal is not None
    assert proposal.by == 0
    assert "no empty frames" in proposal.refused.sentence
    room.key(Key.Key_Escape)
    assert room.view.proposal is None


def test_ripple_with_the_tool_closes_up(room: Room) -> None:
    total, (_, length) = room.cut.frames, room.placed()[0]
    room.key(Key.Key_B)
    assert room.hold.tool == "ripple"
    room.hold.toggle_snapping()
    room.drag(room.at(length - 1.2), room.at(length - 5), room.at(length - 9.2))
    assert room.cut.frames == total - 8
    assert room.placed()[1][0] == length - 8


def test_an_edit_point_is_rolled_by_the_selection_tool_itself(room: Room) -> None:
    total, (_, length), second = room.cut.frames, room.placed()[0], room.placed()[1]
    room.hold.toggle_snapping()
    room.drag(room.at(length - 0.25), room.at(length + 2), room.at(length - 6.25))
    assert room.cut.frames == total
    assert room.placed()[0][1] == length - 6
    assert room.placed()[1] == (length - 6, second[1] + 6)


def test_a_slip_goes_as_far_as_the_handles(room: Room) -> None:
    room.hold.take("slip")
    room.drag(room.at(30), room.at(32), room.at(60))
    assert room.clips()[0].start == -room.session.film.handles
    assert room.placed()[0][0] == 0


def test_a_slide_moves_the_clip_between_its_neighbours(room: Room) -> None:
    (_, one), (start, length), (_, three) = room.placed()[:3]
    room.hold.take("slide")
    room.hold.toggle_snapping()
    room.drag(room.at(start + 20), room.at(start + 18), room.at(start + 15))
    assert room.placed()[:3] == [(0, one - 5), (start - 5, length), (start + length - 5, three + 5)]


def test_a_clip_is_carried_over_others_and_snaps(room: Room) -> None:
    last = room.clips()[-1]
    at, length = room.placed()[-1]
    end = room.cut.frames
    room.session.playhead.seek(end + 5)
    room.view.zoom(0.5, 0)
    room.drag(room.at(at + 10), room.at(at + 14), room.at(at + 10 + end + 4 - at))
    assert room.placed()[-1] == (end + 5, length)
    assert room.clips()[-1].id == last.id


def test_with_ctrl_a_clip_comes_in_between(room: Room) -> None:
    order = [clip.id for clip in room.clips()]
    at, _ = room.placed()[2]
    room.drag(room.at(at + 10), room.at(at), room.at(2), keys=Modifier.ControlModifier)
    assert [clip.id for clip in room.clips()] == [order[2], order[0], order[1], *order[3:]]
    assert room.session.undo.count() == 1


def test_escape_gives_a_drag_up(room: Room) -> None:
    before = room.session.film
    room.drag(room.at(30), room.at(40), room.at(90), let_go=False)
    assert room.view.proposal is not None
    room.key(Key.Key_Escape)
    assert room.view.proposal is None
    assert room.session.film is before
    assert room.session.undo.count() == 0


def test_the_razor_divides_the_clip_under_it(room: Room) -> None:
    room.hold.take("razor")
    room.click(room.at(20))
    assert room.placed()[:2] == [(0, 20), (20, room.placed()[1][1])]
    assert len(room.clips()) == 6


def test_clips_are_chosen_one_by_one_and_by_a_band(room: Room) -> None:
    ids = [clip.id for clip in room.clips()]
    room.click(room.at(20))
    assert room.hold.chosen == (ids[0],)
    room.click(room.at(room.placed()[1][0] + 20), Modifier.ShiftModifier)
    assert room.hold.chosen == (ids[0], ids[1])
    below = room.at(room.cut.frames + 20)
    room.drag(below, room.at(room.cut.frames + 10), room.at(room.placed()[-1][0] + 5))
    assert room.hold.chosen == (ids[-1],)


def test_the_clip_that_is_chosen_is_the_shot_in_hand_and_back(room: Room) -> None:
    room.click(room.at(room.placed()[1][0] + 20))
    assert room.session.shot_id == room.clips()[1].shot
    assert room.session.selection == (room.clips()[1].shot,)
    room.session.select([room.clips()[3].shot])
    assert room.hold.chosen == (room.clips()[3].id,)


@pytest.mark.parametrize(("frame", "mark"), [(50, None), (74, 72)])
def test_the_ruler_moves_the_playhead_and_snaps(room: Room, frame: int, mark: int | None) -> None:
    room.session.playhead.resize(room.cut.frames)
    if mark is not None:
        room.session.edit("m", lambda film: marked(film, room.session.cut_id, mark))
    point = room.at(frame)
    point.setY(10)
    start = room.at(frame + 30)
    start.setY(10)
    room.drag(start, point, point)
    assert room.session.playhead.frame == (frame if mark is None else mark)


def marked(film: Any, cut: str, frame: int) -> Any:
    return add_marker(film, cut, frame)


def test_a_marker_is_dragged_along_the_ruler(room: Room) -> None:
    room.session.edit("m", lambda film: marked(film, room.session.cut_id, 40))
    room.hold.toggle_snapping()
    start, end = room.at(40), room.at(52)
    start.setY(28)
    end.setY(28)
    room.drag(start, room.at(45), end)
    assert [marker.frame for marker in room.cut.markers] == [52]


def test_a_transition_is_stretched_at_its_edge(room: Room) -> None:
    room.session.playhead.resize(room.cut.frames)
    point = room.placed()[1][0]
    room.session.playhead.seek(point)
    room.do("cut.dissolve")
    (join,) = [item for item in room.cut.tracks[0].items if isinstance(item, Transition)]
    assert (join.before, join.after) == (6, 6)
    room.drag(room.at(point + 5.5, down=0.2), room.at(point + 4, down=0.2), room.at(point + 2.5, down=0.2))
    (join,) = [item for item in room.cut.tracks[0].items if isinstance(item, Transition)]
    assert (join.before, join.after) == (3, 3)


def test_a_locked_cut_refuses_in_a_sentence(room: Room) -> None:
    said: list[Any] = []
    room.session.said.connect(said.append)
    last = room.clips()[-1].id
    room.hold.choose((last,))
    room.do("cut.remove")
    room.panel.tabs.lock(room.session.cut_id, True)
    room.do("cut.razor")
    assert "locked" in said[-1].sentence


def test_a_drag_counts_on_while_the_view_scrolls_under_it(room: Room, qtbot: Any) -> None:
    room.hold.toggle_snapping()
    last = room.placed()[-1]
    room.view.scroll_to(room.view.scale.per_frame * (last[0] - 200))
    edge = room.at(0)
    edge.setX(room.view.viewport().width() - 2)
    room.drag(room.at(last[0] + 10), room.at(last[0] + 14), edge, let_go=False)
    left, by = room.view.scale.left, room.view.proposal.by
    qtbot.waitUntil(lambda: room.view.scale.left > left + 60)
    assert room.view.proposal.by > by + 5
    room.key(Key.Key_Escape)


def test_the_pictures_that_decide_a_roll_are_those_on_both_sides(room: Room) -> None:
    at = room.placed()[1][0]
    room.drag(room.at(at - 0.25), room.at(at + 2), room.at(at - 4), let_go=False)
    ids = [clip.id for clip in room.clips()]
    assert [(look.clip, look.edge) for look in room.view.proposal.looks] == [(ids[0], "tail"), (ids[1], "head")]
    assert not room.panel.grab().isNull()
    room.key(Key.Key_Escape)


def test_a_double_click_looks_at_a_clip_and_a_quick_second_press_on_an_edge_still_trims(room: Room, qtbot: Any) -> None:
    room.session.playhead.resize(room.cut.frames)
    at, length = room.placed()[1]
    qtbot.mouseDClick(room.view.viewport(), Qt.MouseButton.LeftButton, Modifier.NoModifier, room.at(at + 30))
    assert room.session.playhead.frame == at
    room.hold.toggle_snapping()
    end = room.at(at + length - 1.2)
    qtbot.mouseDClick(room.view.viewport(), Qt.MouseButton.LeftButton, Modifier.NoModifier, end)
    room.move(room.at(at + length - 5))
    room.move(room.at(at + length - 9.2))
    qtbot.mouseRelease(room.view.viewport(), Qt.MouseButton.LeftButton, Modifier.NoModifier, room.at(at + length - 9.2))
    assert room.placed()[1] == (at, length - 8)


def test_a_take_that_arrives_does_not_end_a_drag(room: Room) -> None:
    (first, length), *_ = room.placed()
    end = first + length
    room.hold.toggle_snapping()
    room.drag(room.at(end - 1.2), room.at(end - 5), room.at(end - 11.2), let_go=False)
    before = room.session.film
    shot = next(iter(before.shots))
    take = put_take(room.session.folder, "e" * 64, shot)
    room.session.adopt(board.edit_shot(before, shot.id, takes=(*shot.takes, take)))
    assert room.view.proposal is not None
    assert room.view.proposal.by == -10
    assert take in next(iter(room.view.showing.film.shots)).takes
    room.let_go(room.at(end - 11.2))
    assert room.placed()[0] == (0, length - 10)
    assert take in next(iter(room.session.film.shots)).takes


def test_an_undo_in_mid_drag_ends_it(room: Room) -> None:
    room.hold.take("razor")
    room.click(room.at(20))
    room.hold.take("select")
    room.drag(room.at(30), room.at(40), room.at(90), let_go=False)
    room.session.undo.undo()
    assert room.view.proposal is None
    assert len(room.clips()) == 5


def test_hands_of_two_editing_programs_find_their_keys(room: Room) -> None:
    """And no command of the room has a key that another one of it has."""
    keys = [key.toString() for command in room.actions for key in command.action.shortcuts()]
    assert {"Ctrl+K", "Ctrl+B", "Ctrl+D", "Ctrl+T", ",", "Alt+Left", "\\", "Shift+Z"} <= set(keys)
    assert len(keys) == len(set(keys))
