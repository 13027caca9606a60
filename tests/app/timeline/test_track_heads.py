"""The heads of the tracks: every switch is an undo step, and the engine's word counts."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from app.commands import cuts
from app.theme import tokens
from engine.film import cutting

Room = Any


def head(room: Room, track: int = 0) -> Any:
    return room.panel.headers.header(room.cut.tracks[track].id)


@pytest.mark.parametrize(
    ("switch", "field", "value"), [("shown", "play", "off"), ("solo", "play", "solo"), ("lock", "locked", True)]
)
def test_a_switch_changes_the_track_and_undo_brings_it_back(room: Room, switch: str, field: str, value: object) -> None:
    getattr(head(room), switch).click()
    assert getattr(room.cut.tracks[0], field) == value
    room.session.undo.undo()
    assert not getattr(head(room), switch).isChecked()


def test_tracks_are_added_with_the_next_name_and_removed(room: Room) -> None:
    room.panel.headers.add("sound")
    room.panel.headers.add("picture")
    assert [track.name for track in room.cut.tracks] == ["V1", "A1", "V2"]
    assert [lane.track.name for lane in room.view.laid.lanes] == ["V2", "V1", "A1"]
    room.panel.headers.remove(room.cut.tracks[2].id)
    assert [track.name for track in room.cut.tracks] == ["V1", "A1"]


def test_a_track_is_renamed_in_its_head(room: Room, qtbot: Any) -> None:
    name = head(room).name
    name.setFocus()
    name.setText("Picture")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert room.cut.tracks[0].name == "Picture"


def test_pulling_the_level_is_one_step(room: Room) -> None:
    room.panel.headers.add("sound")
    steps = room.session.undo.count()
    for value in (-10, -60, -120):
        head(room, 1).level.setValue(value)
    assert room.cut.tracks[1].gain == -12.0
    assert room.session.undo.count() == steps + 1


def test_a_locked_track_is_not_cut_and_the_switch_has_a_name(room: Room) -> None:
    head(room).lock.click()
    before = room.placed()
    room.hold.take("razor")
    room.click(room.at(20))
    assert room.placed() == before
    assert head(room).lock.accessibleName() == "Lock the track"


def test_heads_stand_beside_their_lanes_in_both_themes(room: Room) -> None:
    room.panel.headers.add("sound")
    for theme in ("light", "dark"):
        tokens.use(theme)
        for lane in room.view.laid.lanes:
            assert head(room, [t.id for t in room.cut.tracks].index(lane.track.id)).geometry().top() == lane.top
        assert not room.panel.grab().isNull()


def test_an_edit_of_the_clips_leaves_the_heads_and_the_tabs_alone(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(type(head(room)), "follow", lambda *_: told.append("head"))
    monkeypatch.setattr(type(room.panel.tabs), "follow", lambda *_: told.append("tabs"))
    first = room.clips()[0].id
    room.session.edit("Trim", cuts.rippled(room.cut.id, [first], "tail", -1))
    room.session.undo.undo()
    assert told == []
    room.panel.tabs.rename(room.cut.id, "Rough")
    room.session.edit("Lock", lambda film: cutting.edit_track(film, room.cut.id, room.cut.tracks[0].id, locked=True))
    assert set(told) == {"tabs", "head"}
