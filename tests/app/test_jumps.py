"""A number in the continuity lane, clicked: the shot behind the cut is in hand and the playhead stands on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app import preferences
from app.actions import Actions
from app.rooms import Rooms
from app.state.session import Session
from app.timeline.panel import TimelinePanel


@pytest.fixture
def rooms(session_with_takes: Session, actions: Actions, qtbot: QtBot, tmp_path: Path) -> Iterator[Rooms]:
    built = Rooms(session_with_takes, actions, preferences.read(tmp_path / "editor.json"))
    qtbot.addWidget(built)
    yield built
    built.close_rooms()


def test_a_jump_leads_to_its_cut(rooms: Rooms, session_with_takes: Session) -> None:
    session = session_with_takes
    rooms.enter("cut")
    timeline = rooms.findChild(TimelinePanel)
    assert timeline is not None
    session.choose_cut(session.film.cuts[0].id)
    one, other = session.film.cuts[0].tracks[0].items[:2]
    session.take_in_hand(one.shot)
    timeline.continuity.asked.emit(one.id, other.id)
    assert session.shot_id == other.shot
    assert session.playhead.frame == one.frames
    assert rooms.bench.side.currentWidget() is rooms.bench.takes
