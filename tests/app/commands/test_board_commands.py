"""What a person does to shots, scenes and lines: one undo step each, and a refusal is said, not raised."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.commands import company, lines, scenes, shots
from app.commands.dictation import rename_scene
from app.problems import Problem
from app.state.session import Session
from engine.film.check import checked
from engine.script.timing import line_frames


def ids(session: Session) -> list[str]:
    return [shot.id for shot in session.film.shots]


def headings(session: Session) -> list[str]:
    return [scene.heading for scene in session.film.scenes]


Act = Callable[[Session], object]

ACTS: dict[str, Act] = {
    "add": lambda s: shots.add(s),
    "add in a scene": lambda s: shots.add(s, s.film.scenes[1].id, 0),
    "remove": lambda s: shots.remove(s, ids(s)[:2]),
    "duplicate": lambda s: shots.duplicate(s, ids(s)[1:3]),
    "split": lambda s: shots.split(s, ids(s)[0], 10),
    "merge": lambda s: shots.merge(s, ids(s)[:3]),
    "move": lambda s: shots.move(s, [ids(s)[0]], s.film.scenes[1].id, None),
    "action": lambda s: shots.set_action(s, ids(s), "Rain."),
    "duration": lambda s: shots.set_duration(s, ids(s), 30),
    "engine": lambda s: shots.set_engine(s, ids(s), "draft"),
    "slate": lambda s: shots.set_slate(s, ids(s)[0], "X1"),
    "add scene": lambda s: scenes.add(s, behind=s.film.scenes[0].id),
    "rename scene": lambda s: rename_scene(s, s.film.scenes[0].id, "EXT. SEA"),
    "remove scene": lambda s: scenes.remove(s, s.film.scenes[0].id),
    "move scene": lambda s: scenes.move(s, s.film.scenes[0].id, 1),
    "split scene": lambda s: scenes.split(s, s.film.scenes[0].id, ids(s)[1]),
    "merge scenes": lambda s: scenes.merge_with_next(s, s.film.scenes[0].id),
    "place": lambda s: scenes.set_new_place(s, s.film.scenes[0].id, "Pier"),
    "no place": lambda s: scenes.set_place(s, s.film.scenes[0].id, None),
    "time": lambda s: scenes.set_time(s, s.film.scenes[0].id, "dawn"),
    "weather": lambda s: scenes.set_weather(s, s.film.scenes[0].id, "snow"),
    "line": lambda s: lines.add(s, ids(s)[0], text="Come on."),
    "cast": lambda s: company.cast(s, ids(s), "A gull"),
    "prop": lambda s: company.add_prop(s, ids(s), "Rope"),
}


@pytest.mark.parametrize("name", ACTS)
def test_each_is_one_step_that_undo_takes_back_whole(session: Session, name: str) -> None:
    before = session.film
    ACTS[name](session)
    after = session.film
    assert after != before
    checked(after)
    assert session.undo.count() == 1
    assert session.undo.undoText()
    session.undo.undo()
    assert session.film == before
    session.undo.redo()
    assert session.film == after


@pytest.mark.parametrize(
    "name", ["add", "remove", "duplicate", "merge", "move", "duration", "remove scene", "move scene"]
)
def test_the_untouched_cut_stays_the_board(session: Session, name: str) -> None:
    ACTS[name](session)
    (track,) = session.film.cuts[0].tracks
    assert [clip.shot for clip in track.items if clip.kind == "clip"] == ids(session)
    assert session.film.cuts[0].frames == sum(shot.duration for shot in session.film.shots)


def test_what_the_engine_refuses_is_one_sentence(session: Session) -> None:
    said: list[Problem] = []
    session.said.connect(said.append)
    before = session.film
    shots.merge(session, [ids(session)[0], ids(session)[2]])
    shots.split(session, ids(session)[0], 0)
    assert session.film is before
    assert len(said) == 2


def test_a_new_shot_of_an_empty_film_makes_its_scene_and_its_cut(session: Session) -> None:
    session.edit("Empty", lambda film: film.with_(scenes=(), cuts=()))
    shot = shots.add(session)
    assert session.shot_id == shot
    assert [scene.number for scene in session.film.scenes] == ["1"]
    assert session.film.cuts[0].frames == session.film.shot(shot).duration


def test_scenes_move_within_the_film_only(session: Session) -> None:
    before = headings(session)
    scenes.move(session, session.film.scenes[0].id, -1)
    assert headings(session) == before
    scenes.move(session, session.film.scenes[0].id, 1)
    assert headings(session) == before[::-1]


def test_a_place_of_a_known_name_is_not_made_twice(session: Session) -> None:
    places = len(session.film.places)
    known = session.film.places[0].name
    scenes.set_new_place(session, session.film.scenes[1].id, known.lower())
    assert len(session.film.places) == places
    assert session.film.scenes[1].place == session.film.places[0].id


def test_a_line_lasts_as_long_as_it_takes_to_say_until_somebody_says_otherwise(session: Session) -> None:
    shot, rate = ids(session)[0], session.film.rate
    first = lines.add(session, shot, text="Come on.")
    second = lines.add(session, shot)
    one, two = session.film.shot(shot).lines
    assert two.start > one.start + one.frames
    lines.set_text(session, shot, first, "Come on, we have to go now, all of us.")
    assert session.film.shot(shot).lines[0].frames == line_frames("Come on, we have to go now, all of us.", rate)
    lines.edit(session, shot, first, frames=99)
    lines.set_text(session, shot, first, "Short.")
    assert session.film.shot(shot).lines[0].frames == 99
    lines.remove(session, shot, second)
    assert len(session.film.shot(shot).lines) == 1


def test_who_is_known_by_an_alias_is_not_made_twice(session: Session) -> None:
    cast = len(session.film.cast)
    company.cast(session, ids(session), " mira ")
    assert len(session.film.cast) == cast
    assert all(len(shot.cast) == len({c.subject for c in shot.cast}) for shot in session.film.shots)
