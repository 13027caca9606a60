"""Likeness in the editor: a few takes are looked at when nothing is drawn, scores and jumps come of it, and nothing is asked twice."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from app import words
from app.state.likeness import AT_ONCE, Likenesses
from app.state.line import Line
from app.state.session import Session
from engine.film.board import edit_shot
from engine.film.shots import Shot
from engine.film.versions import add_cut, assembly
from engine.plan.plan import Plan
from engine.plan.sittings import Sat, Seen, Sitting, Tone, sat_path

RED = (Tone(lightness=45, a=50, b=35, share=1.0),)
BLUE = (Tone(lightness=45, a=5, b=-45, share=1.0),)


class FakeDesk:
    """Looks at takes when `look` says so: the first take of each shot is red, and so is every reference; others are blue."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self.asked: list[tuple[tuple[Sitting, ...], Callable[[], object]]] = []

    def look_at(self, sittings: tuple[Sitting, ...], then: Callable[[], object]) -> str:
        self.asked.append((sittings, then))
        return f"job {len(self.asked)}"

    def look(self) -> None:
        sittings, then = self.asked[-1]
        firsts = {shot.takes[0].media for shot in self._session.film.shots if shot.takes}
        for sitting in sittings:
            seen = RED if sitting.media in firsts else BLUE
            cast = tuple(Seen(name=each.name, palette=seen, share=0.2, sources=(RED,)) for each in sitting.sitters)
            path = self._session.folder / sat_path(sitting)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(Sat(subjects=cast, head=RED, tail=RED).model_dump_json(), encoding="utf-8")
        then()


class FakeEngine(QObject):
    planned, failed, cancelled = Signal(object), Signal(str, object), Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.plan, self.line, self.desk = Plan(()), Line(), FakeDesk(session)

    def ask(self, work: Callable[[], object], then: Callable[[object], object]) -> None:
        then(work())


@pytest.fixture
def engine(session_with_takes: Session) -> FakeEngine:
    return FakeEngine(session_with_takes)


@pytest.fixture
def likenesses(session_with_takes: Session, engine: FakeEngine, qtbot: QtBot) -> Likenesses:
    return Likenesses(session_with_takes, engine, engine, rest=0)


def with_cast(session: Session) -> Shot:
    """A shot of the film in which somebody is cast, in hand."""
    shot = next(shot for shot in session.film.shots if shot.cast and len(shot.takes) > 1)
    session.take_in_hand(shot.id)
    return shot


def look_at_all(likenesses: Likenesses, engine: FakeEngine) -> None:
    likenesses.look()
    for _ in range(20):
        before = len(engine.desk.asked)
        engine.desk.look()
        if len(engine.desk.asked) == before:
            return


def test_a_few_takes_at_a_time_and_none_twice(
    session_with_takes: Session, likenesses: Likenesses, engine: FakeEngine
) -> None:
    with_cast(session_with_takes)
    look_at_all(likenesses, engine)
    asked = [sitting.media for sittings, _ in engine.desk.asked for sitting in sittings]
    assert all(len(sittings) <= AT_ONCE for sittings, _ in engine.desk.asked)
    assert len(asked) == len(set(asked)) > 0


def test_takes_have_scores_and_reasons(session_with_takes: Session, likenesses: Likenesses, engine: FakeEngine) -> None:
    shot = with_cast(session_with_takes)
    look_at_all(likenesses, engine)
    scores, told = likenesses.scores(shot)
    first, second = shot.takes[0].id, shot.takes[1].id
    assert scores[first] > 0.9 > 0.3 > scores[second]
    assert told[first].endswith("looks alike.")
    words.speak("zh")
    assert likenesses.scores(shot)[1][first].endswith("前后一致。")


def test_a_cut_tells_what_jumps(session_with_takes: Session, likenesses: Likenesses, engine: FakeEngine) -> None:
    session = session_with_takes
    session.edit("Cut", lambda film: add_cut(film, assembly(film, name="One")))
    look_at_all(likenesses, engine)
    jumps, told = likenesses.jumps(session.film.cuts[0].id)
    assert jumps
    assert set(jumps) == set(told)
    assert all(0 <= jump <= 1 for jump in jumps.values())
    assert likenesses.jumps("no such cut") == ({}, {})


def test_typing_asks_for_nothing(
    session_with_takes: Session, likenesses: Likenesses, engine: FakeEngine, qtbot: QtBot
) -> None:
    shot = with_cast(session_with_takes)
    qtbot.wait(1)  # what taking it in hand began is over
    look_at_all(likenesses, engine)
    asked = len(engine.desk.asked)
    with qtbot.assertNotEmitted(likenesses.measured, wait=30):
        session_with_takes.edit("Action", lambda film: edit_shot(film, shot.id, action="Somebody else waits."))
    assert len(engine.desk.asked) == asked


def test_takes_of_a_job_that_failed_are_not_asked_for_again(
    session_with_takes: Session, likenesses: Likenesses, engine: FakeEngine
) -> None:
    with_cast(session_with_takes)
    likenesses.look()
    likenesses.look()
    assert len(engine.desk.asked) == 1
    engine.failed.emit("job 1", None)
    assert len(engine.desk.asked) == 2  # the others are
    engine.cancelled.emit("job 2")  # as everything that waited
    first, second, *third = ({sitting.media for sitting in sittings} for sittings, _ in engine.desk.asked)
    assert not first & second
    assert likenesses._job != "job 2"
    assert all(not each & (first | second) for each in third)


def test_a_take_that_nobody_can_read_is_asked_for_once(
    session_with_takes: Session, likenesses: Likenesses, engine: FakeEngine
) -> None:
    with_cast(session_with_takes)
    likenesses.look()
    for _ in range(9):
        engine.desk.asked[-1][1]()  # done, and no answer lies there
    asked = [sitting.media for sittings, _ in engine.desk.asked for sitting in sittings]
    assert len(asked) == len(set(asked))
