"""Panels share a shot's time: what one gains another gives, and each command is one undo step."""

from __future__ import annotations

from app.commands import panels
from app.commands.panels import ends, panel_of
from app.state.session import Session
from engine.film.board import edit_shot
from engine.film.cast import Reference
from engine.film.setup import Move
from engine.film.shots import Shot

PICTURE = Reference(path="panels/a.png", digest="a" * 64)


def _shot(session: Session) -> Shot:
    return session.film.shot(session.shot_id)


def _starts(session: Session) -> list[int]:
    return [panel.start for panel in _shot(session).panels]


def _three(session: Session) -> list[str]:
    session.edit("Length", lambda film: edit_shot(film, session.shot_id, duration=96))
    first = panels.add_panel(session, session.shot_id)
    second = panels.add_panel(session, session.shot_id, first)
    third = panels.add_panel(session, session.shot_id, second)
    return [first, second, third]


def test_a_new_panel_takes_half_of_the_time(session: Session) -> None:
    _three(session)
    assert _starts(session) == [0, 48, 72]
    assert ends(_shot(session)) == (48, 72, 96)
    session.undo.undo()
    assert _starts(session) == [0, 48]


def test_a_panel_of_one_frame_cannot_share_it(session: Session) -> None:
    first, *_ = _three(session)
    panels.retime_panel(session, session.shot_id, _shot(session).panels[1].id, 1)
    assert _starts(session)[1] == 1
    assert panels.add_panel(session, session.shot_id, first) == ""


def test_a_removed_panel_leaves_its_time_to_its_neighbour(session: Session) -> None:
    first, second, third = _three(session)
    panels.remove_panel(session, session.shot_id, first)
    assert [p.id for p in _shot(session).panels] == [second, third]
    assert _starts(session) == [0, 72]
    panels.remove_panel(session, session.shot_id, third)
    assert ends(_shot(session)) == (96,)


def test_a_moved_panel_takes_its_length_along(session: Session) -> None:
    first, second, third = _three(session)
    panels.move_panel(session, session.shot_id, first, 2)
    assert [(p.id, p.start) for p in _shot(session).panels] == [(second, 0), (third, 24), (first, 48)]
    session.undo.undo()
    assert [p.id for p in _shot(session).panels] == [first, second, third]


def test_a_grip_stays_between_its_neighbours_and_a_drag_is_one_step(session: Session) -> None:
    _, second, _ = _three(session)
    before = session.undo.count()
    for frame in (50, 60, 500):
        panels.retime_panel(session, session.shot_id, second, frame)
    assert _starts(session) == [0, 71, 72]
    assert session.undo.count() == before + 1
    session.undo.undo()
    assert _starts(session) == [0, 48, 72]


def test_panels_are_spread_evenly(session: Session) -> None:
    _three(session)
    panels.spread_panels(session, session.shot_id)
    assert _starts(session) == [0, 32, 64]


def test_a_duplicate_stands_behind_with_the_same_picture(session: Session) -> None:
    first = panels.add_panel(session, session.shot_id)
    session.edit("Draw", lambda film: panels.hung(film, session.shot_id, first, PICTURE, None))
    copy = panels.duplicate_panel(session, session.shot_id, first)
    made = panel_of(_shot(session), copy)
    assert made is not None
    assert made.picture == PICTURE
    assert made.start > 0


def test_the_first_stroke_makes_the_panel_and_a_mark_sets_the_move(session: Session) -> None:
    session.edit("Draw", lambda film: panels.hung(film, session.shot_id, "new", PICTURE, None, move=Move.PUSH_IN))
    assert [p.id for p in _shot(session).panels] == ["new"]
    assert _shot(session).setup.move is Move.PUSH_IN
    session.undo.undo()
    assert _shot(session).panels == ()


def test_a_note_and_flat_are_kept(session: Session) -> None:
    first = panels.add_panel(session, session.shot_id)
    panels.note_panel(session, session.shot_id, first, "she tu")
    panels.note_panel(session, session.shot_id, first, "she turns")
    panels.flatten_panel(session, session.shot_id, first, True)
    assert (_shot(session).panels[0].note, _shot(session).panels[0].flat) == ("she turns", True)
    assert session.undo.count() == 3
