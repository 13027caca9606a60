"""'Again until it looks like the cast': seeds are tried until a take reaches the line or nothing is left, and nothing is circled."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from PySide6.QtCore import QObject, Signal

from app.problems import Problem
from app.state.session import Session
from app.viewer.until_like import Resting, Trying, UntilLike
from engine.film.board import edit_shot
from engine.film.coverage import add_take
from engine.film.shots import Shot
from engine.likeness.roll_call import TRIED


class FakeLikenesses(QObject):
    measured = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.known: dict[str, float] = {}

    def scores(self, shot: Shot) -> tuple[Mapping[str, float], Mapping[str, str]]:
        found = {take.id: self.known[take.id] for take in shot.takes if take.id in self.known}
        return found, dict.fromkeys(found, "")


class Room:
    """The command with everything around it; `arrive` brings the awaited take with a score."""

    def __init__(self, session: Session) -> None:
        self.session, self.likenesses = session, FakeLikenesses()
        self.rendered: list[tuple[str, ...]] = []
        self.said: list[str] = []
        session.said.connect(self._hear)
        self.command = UntilLike(session, self.likenesses, self.rendered.append, self.likenesses)

    def _hear(self, problem: Problem) -> None:
        self.said.append(problem.sentence)

    def shot(self) -> Shot:
        assert self.session.shot is not None
        return self.session.shot

    def arrive(self, score: float) -> None:
        shot = self.shot()
        take = shot.takes[-1]
        recipe = take.recipe.with_(seed=shot.seed, engine="dyer")
        made = take.with_(id=f"t{shot.seed}", recipe=recipe)
        self.session.adopt(add_take(self.session.film, shot.id, made), self.session.film)
        self.likenesses.known[made.id] = score
        self.likenesses.measured.emit()


@pytest.fixture
def room(session_with_takes: Session) -> Room:
    session = session_with_takes
    shot = next(shot for shot in session.film.shots if shot.cast and shot.takes)
    session.edit("Engine", lambda film: edit_shot(film, shot.id, engine="dyer"))
    session.take_in_hand(shot.id)
    return Room(session)


def test_seeds_are_tried_until_one_is_alike(room: Room) -> None:
    circled = room.shot().circled
    room.command.begin()
    assert isinstance(room.command.state, Trying)
    room.arrive(0.3)
    room.arrive(0.9)
    assert room.command.state == Resting()
    assert len(room.rendered) == 2
    assert "looks like the cast, at 90%" in room.said[-1]
    assert room.shot().circled == circled


def test_it_gives_up_and_tells_which_is_nearest(room: Room) -> None:
    room.command.begin()
    for score in (0.2, 0.5, 0.3, 0.1):
        room.arrive(score)
    assert room.command.state == Resting()
    assert len(room.rendered) == TRIED
    assert "comes nearest, at 50%" in room.said[-1]


def test_another_take_is_not_mistaken_for_the_awaited_one(room: Room) -> None:
    room.command.begin()
    room.likenesses.known[room.shot().takes[0].id] = 0.1
    room.likenesses.measured.emit()
    assert isinstance(room.command.state, Trying)
    assert len(room.rendered) == 1


def test_what_is_alike_already_is_not_drawn_again(room: Room) -> None:
    room.likenesses.known[room.shot().takes[0].id] = 0.95
    room.command.begin()
    assert room.rendered == []
    assert "looks like the cast, at 95%" in room.said[-1]


def test_an_engine_without_seeds_says_so(room: Room) -> None:
    shot = room.shot()
    room.session.edit("Engine", lambda film: edit_shot(film, shot.id, engine="animatic"))
    room.command.begin()
    assert room.rendered == []
    assert "draws the same with every seed" in room.said[-1]


def test_a_shot_without_cast_says_so(room: Room) -> None:
    shot = room.shot()
    room.session.edit("Nobody", lambda film: edit_shot(film, shot.id, cast=()))
    room.command.begin()
    assert room.rendered == []
    assert room.said[-1].startswith("Nobody is cast")


def test_all_its_seeds_are_one_undo_step(room: Room) -> None:
    before, steps = room.shot().seed, room.session.undo.count()
    room.command.begin()
    room.arrive(0.2)
    room.arrive(0.3)
    assert room.session.undo.count() == steps + 1
    room.session.undo.undo()
    assert room.shot().seed == before


def test_who_takes_the_seed_back_is_not_drawn_for_again(room: Room) -> None:
    room.command.begin()
    awaited = room.shot().seed
    room.session.undo.undo()
    room.likenesses.measured.emit()
    assert room.command.state == Resting()
    assert room.shot().seed != awaited


def test_it_gives_up_when_nothing_will_come(room: Room) -> None:
    room.command.begin()
    room.command.give_up(("another shot",))
    assert isinstance(room.command.state, Trying)
    room.command.give_up((room.shot().id,))
    assert room.command.state == Resting()
