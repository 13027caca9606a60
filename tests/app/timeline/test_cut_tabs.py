"""The film's cuts as tabs, and what differs between two of them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from app import words
from app.timeline.against import Mark
from engine.film import trimming

Room = Any


def names(room: Room) -> list[str]:
    return [room.panel.tabs.bar.tabText(index) for index in range(room.panel.tabs.bar.count())]


def test_a_copy_is_chosen_and_undo_takes_it_away(room: Room) -> None:
    first = room.session.cut_id
    room.panel.tabs.duplicate(first)
    assert names(room) == ["Assembly", "Assembly 2"]
    assert room.panel.tabs.bar.currentIndex() == 1
    assert room.session.cut_id != first
    room.session.undo.undo()
    assert names(room) == ["Assembly"]
    assert room.session.cut_id == first


def test_a_tab_is_renamed_in_place(room: Room) -> None:
    room.panel.tabs.begin_rename(0)
    field = room.panel.tabs._field
    field.setText("Director's cut")
    field.editingFinished.emit()
    assert names(room) == ["Director's cut"]


def test_a_new_cut_takes_a_free_name_and_is_empty(room: Room) -> None:
    room.panel.tabs.make()
    room.panel.tabs.make()
    assert names(room) == ["Assembly", "Cut", "Cut 2"]
    assert room.clips() == []


def test_an_unrendered_cut_is_not_locked_and_the_reason_is_said(room: Room) -> None:
    said: list[Any] = []
    room.session.said.connect(said.append)
    room.panel.tabs.lock(room.session.cut_id, True)
    assert not room.cut.locked
    assert "no take yet" in said[0].sentence


def test_what_differs_is_listed_in_both_languages_and_coloured(room: Room) -> None:
    first = room.session.cut_id
    room.panel.tabs.duplicate(first)
    cut, clip = room.session.cut_id, room.clips()[1].id
    room.session.edit("x", lambda film: trimming.ripple(film, cut, clip, "tail", -5))
    room.hold.compare_with(first)
    found = [room.panel.differences.list.item(index).text() for index in range(room.panel.differences.list.count())]
    assert found == ["1B: tail -5", "The cut is 5 frames shorter"]
    assert room.view.showing.differs[clip] == Mark("trimmed", "-5")
    words.speak("zh")
    assert room.panel.differences.list.item(0).text() == "1B：结尾 -5"
    room.session.choose_cut(first)
    assert not room.panel.differences.isVisible()
    assert room.view.showing.differs == {}


def test_a_difference_leads_to_its_place(room: Room) -> None:
    first = room.session.cut_id
    room.panel.tabs.duplicate(first)
    cut, clip = room.session.cut_id, room.clips()[2].id
    room.session.edit("x", lambda film: trimming.slip(film, cut, clip, 2))
    room.hold.compare_with(first)
    room.panel.differences.list.itemActivated.emit(room.panel.differences.list.item(0))
    assert room.hold.chosen == (clip,)
    assert room.session.playhead.frame == room.placed()[2][0]


def test_the_menu_offers_what_can_be_done(room: Room) -> None:
    menu = room.panel.tabs.menu(room.session.cut_id)
    texts = [action.text() for action in menu.actions() if action.text()]
    assert {"New empty cut", "Duplicate", "Rename", "Lock", "Remove"} <= set(texts)
    assert "Compare with" not in texts


def test_what_this_cut_has_left_out_is_seen_in_a_row_above_it(room: Room) -> None:
    first = room.session.cut_id
    room.panel.tabs.duplicate(first)
    assert room.view.laid.ghost == 0
    gone, kept, at = room.clips()[1].id, room.clips()[2].id, room.placed()[1][0]
    room.hold.choose((gone,))
    room.key(Qt.Key.Key_Delete)
    room.hold.compare_with(first)
    other = room.view.showing.against
    assert other is not None
    assert [box.item.id for box in other.lane.boxes][1] == gone
    assert room.view.showing.differs[gone].kind == "removed"
    assert kept not in room.view.showing.differs
    assert room.view.laid.ghost > 0
    assert room.panel.headers.other.isVisible()
    room.session.playhead.seek(0)
    room.panel.differences.wanted.emit(gone)
    assert room.session.playhead.frame == at
    room.hold.compare_with("")
    assert (room.view.laid.ghost, room.view.showing.against) == (0, None)


def test_a_clip_says_how_it_differs(room: Room) -> None:
    first, clip = room.session.cut_id, room.clips()[0].id
    room.panel.tabs.duplicate(first)
    cut = room.session.cut_id
    room.session.edit("x", lambda film: trimming.slip(film, cut, clip, 3))
    room.hold.compare_with(first)
    plain = room.view.viewport().grab().toImage()
    assert room.view.showing.differs == {clip: Mark("slipped", "+3")}
    room.hold.compare_with("")
    assert room.view.viewport().grab().toImage() != plain
