"""A number in the continuity lane, clicked: the shot behind the cut is in hand and the playhead stands on it."""

from __future__ import annotations

from app.rooms import Rooms
from app.state.session import Session
from app.timeline.panel import TimelinePanel


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
