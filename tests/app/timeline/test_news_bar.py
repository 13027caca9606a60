"""The cut speaks up about what has come onto the board, and only brings in what a person wants."""

from __future__ import annotations

from typing import Any

from engine.film import board, cutting
from engine.film.shots import Shot

Room = Any


def add_shot(room: Room, at: int = 1) -> None:
    scene = room.session.film.scenes[0].id
    shot = Shot(id="gull", slate="1X", action="A gull lands.", duration=30)
    room.session.edit("Add shot", lambda film: board.add_shot(film, scene, shot, at=at))


def test_a_cut_that_shows_all_is_quiet(room: Room) -> None:
    assert not room.panel.news.isVisible()


def test_a_new_shot_is_told_and_brought_in(room: Room) -> None:
    add_shot(room)
    assert room.panel.news.isVisible()
    assert "1 new shot" in room.panel.news.sentence.text()
    room.panel.news.bring.click()
    assert [clip.shot for clip in room.clips()][1] == "gull"
    assert not room.panel.news.isVisible()
    room.session.undo.undo()
    assert room.panel.news.isVisible()


def test_what_is_not_ticked_stays_out(room: Room) -> None:
    add_shot(room)
    room.panel.news.review.setChecked(True)
    room.panel.news._boxes[0][1].setChecked(False)
    room.panel.news.bring.click()
    assert all(clip.shot != "gull" for clip in room.clips())


def test_a_clip_that_was_removed_on_purpose_is_no_news_unless_asked(room: Room) -> None:
    cut, clip = room.session.cut_id, room.clips()[1].id
    room.session.edit("x", lambda film: cutting.ripple_delete(film, cut, clip))
    assert not room.panel.news.isVisible()
    room.panel.news.ask()
    assert room.panel.news.isVisible()
    room.panel.news.later.click()
    assert not room.panel.news.isVisible()


def test_a_shot_of_another_length_is_told_but_a_trim_is_not(room: Room) -> None:
    cut, (clip, other) = room.session.cut_id, room.clips()[:2]
    room.session.edit("x", lambda film: cutting.razor(film, cut, 10))
    room.session.edit("x", lambda film: board.edit_shot(film, other.shot, duration=100))
    assert "1 shot of another length" in room.panel.news.sentence.text()
    assert clip.shot != other.shot
