"""The engine behind Qt: nothing waits, everything comes back in the GUI thread, and the film takes in what was drawn."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from card_films import CARDBOARD
from card_films import film as card_film
from pytestqt.qtbot import QtBot

from app.bridge import Engine
from app.problems import Problem
from app.state.opening import make_film, open_film
from app.state.session import Session
from app.state.standing import Failed, Fresh, Queued, Rendering, Stale, Unrendered
from engine.client import Client, Paused, Waiting
from engine.film.board import edit_shot
from engine.film.judging import bin_take
from engine.plan.more_takes import more_takes
from engine.plan.plan import plan

PATIENCE = 20_000


class Room:
    """An open film of cards and its engine."""

    def __init__(self, folder: Path, actions: list[str], *, engines: list[Path] | None = None) -> None:
        self.session = Session(make_film(folder, card_film(actions)))
        self.said: list[Problem] = []
        self.session.said.connect(self.said.append)
        self.engine = Engine(self.session, engines=[CARDBOARD] if engines is None else engines, linger=0.3, look=0.1)

    def close(self) -> None:
        self.engine.close()
        self.session.let_go()

    def stands(self, *kinds: type) -> Callable[[], bool]:
        """Whether the shots stand so, in order."""
        ids = [shot.id for shot in self.session.film.shots]
        return lambda: [type(self.engine.standing(shot)) for shot in ids] == list(kinds)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Callable[..., Room]]:
    made: list[Room] = []

    def open_room(*actions: str, **more: Any) -> Room:
        made.append(Room(tmp_path / "Cards.film", list(actions), **more))
        return made[-1]

    yield open_room
    for each in made:
        each.close()


def test_what_is_rendered_is_taken_in_and_stands_fresh(room: Callable[..., Room], qtbot: QtBot) -> None:
    open_ = room("a", "b")
    qtbot.waitUntil(open_.stands(Unrendered, Unrendered), timeout=PATIENCE)
    with qtbot.waitSignals([open_.engine.taken] * 2, timeout=PATIENCE):
        open_.engine.render()
    qtbot.waitUntil(open_.stands(Fresh, Fresh), timeout=PATIENCE)
    assert all(len(shot.takes) == 1 for shot in open_.session.film.shots)
    assert open_.session.undo.count() == 0


def test_an_edit_makes_its_shot_stale_and_undo_makes_it_fresh_again(room: Callable[..., Room], qtbot: QtBot) -> None:
    open_ = room("a", "b")
    open_.engine.render()
    qtbot.waitUntil(open_.stands(Fresh, Fresh), timeout=PATIENCE)
    open_.session.edit("Edit", lambda film: edit_shot(film, "shot-0", action="c"))
    qtbot.waitUntil(open_.stands(Stale, Fresh), timeout=PATIENCE)
    open_.session.undo.undo()
    qtbot.waitUntil(open_.stands(Fresh, Fresh), timeout=PATIENCE)


def test_going_back_to_an_earlier_wording_finds_its_take(room: Callable[..., Room], qtbot: QtBot) -> None:
    open_ = room("a")
    open_.engine.render()
    qtbot.waitUntil(open_.stands(Fresh), timeout=PATIENCE)
    open_.session.edit("Edit", lambda film: edit_shot(film, "shot-0", action="b"))
    qtbot.waitUntil(open_.stands(Stale), timeout=PATIENCE)
    open_.engine.render()
    qtbot.waitUntil(open_.stands(Fresh), timeout=PATIENCE)
    open_.session.edit("Edit", lambda film: edit_shot(film, "shot-0", action="a"))
    qtbot.waitUntil(lambda: not open_.stands(Fresh)() or len(open_.session.film.scenes[0].shots[0].takes) == 2)
    qtbot.waitUntil(open_.stands(Fresh), timeout=PATIENCE)
    assert len(open_.session.film.scenes[0].shots[0].takes) == 2


def test_signals_arrive_in_the_gui_thread(room: Callable[..., Room], qtbot: QtBot) -> None:
    open_ = room("a")
    heard: list[threading.Thread] = []
    open_.engine.taken.connect(lambda _: heard.append(threading.current_thread()))
    open_.engine.progress.connect(lambda *_: heard.append(threading.current_thread()))
    with qtbot.waitSignal(open_.engine.taken, timeout=PATIENCE):
        open_.engine.render()
    assert set(heard) == {threading.main_thread()}


def test_a_shot_that_fails_says_why_and_the_next_goes_on(room: Callable[..., Room], qtbot: QtBot) -> None:
    open_ = room("fail", "b")
    open_.engine.render()
    qtbot.waitUntil(open_.stands(Failed, Fresh), timeout=PATIENCE)
    assert open_.engine.standing("shot-0") == Failed("The card is torn.", "Glue it.")
    assert any("1-0" in problem.sentence and "torn" in problem.sentence for problem in open_.said)


def test_a_crash_of_the_worker_is_one_sentence_and_the_next_job_goes_on(
    room: Callable[..., Room], qtbot: QtBot
) -> None:
    open_ = room("die", "b")
    open_.engine.render()
    qtbot.waitUntil(open_.stands(Failed, Fresh), timeout=PATIENCE)
    told = [problem.sentence for problem in open_.said if "renderer" in problem.sentence]
    assert len(told) == 2  # it is tried once more; then it has failed
    assert "Traceback" not in "".join(told)


def test_a_paused_queue_waits_and_goes_on(room: Callable[..., Room], qtbot: QtBot) -> None:
    open_ = room("slow", "slow", "c")
    open_.engine.render()
    qtbot.waitUntil(lambda: Rendering in {type(open_.engine.standing(s.id)) for s in open_.session.film.shots})
    open_.engine.pause()
    qtbot.waitUntil(lambda: open_.engine.line.paused and not open_.engine.line.drawing, timeout=PATIENCE)
    assert Queued in {type(open_.engine.standing(s.id)) for s in open_.session.film.shots}
    open_.engine.resume()
    qtbot.waitUntil(open_.stands(Fresh, Fresh, Fresh), timeout=PATIENCE)


def test_what_is_cancelled_is_drawn_no_further(room: Callable[..., Room], qtbot: QtBot) -> None:
    open_ = room("slow", "slow")
    open_.engine.render()
    with qtbot.waitSignal(open_.engine.started, timeout=PATIENCE):
        pass
    open_.engine.cancel()
    qtbot.waitUntil(lambda: not open_.engine.line.drawing and not open_.engine.line.waiting, timeout=PATIENCE)
    assert not all(shot.takes for shot in open_.session.film.shots)


def test_the_line_can_be_reordered(room: Callable[..., Room], qtbot: QtBot) -> None:
    open_ = room("slow", "b", "c")
    keys = plan(open_.session.film).keys
    open_.engine.pause()
    Client(open_.session.folder).submit(plan(open_.session.film).nodes)
    open_.engine.move(keys["shot-2"])
    qtbot.waitUntil(lambda: [row.job.key for row in open_.engine.line.waiting][:1] == [keys["shot-2"]])
    assert open_.engine.standing("shot-2") == Queued(1)


def test_what_waits_from_another_day_waits_for_a_person(
    room: Callable[..., Room], tmp_path: Path, qtbot: QtBot
) -> None:
    open_ = room("a")
    open_.close()
    folder = open_.session.folder
    Client(folder).submit(plan(open_.session.film).nodes)
    assert Client(folder).state() == Waiting(1)
    again = Session(open_film(folder))
    engine = Engine(again, engines=[CARDBOARD], linger=0.3, look=0.1)
    try:
        qtbot.waitUntil(lambda: engine.line.paused, timeout=PATIENCE)
        assert Client(folder).state() == Paused(1)
        with qtbot.waitSignal(engine.taken, timeout=PATIENCE):
            engine.resume()
    finally:
        engine.close()
        again.let_go()


def test_nothing_to_render_is_said(room: Callable[..., Room], qtbot: QtBot) -> None:
    open_ = room("a")
    open_.engine.render()
    qtbot.waitUntil(open_.stands(Fresh), timeout=PATIENCE)
    open_.said.clear()
    open_.engine.render()
    qtbot.waitUntil(lambda: bool(open_.said), timeout=PATIENCE)
    assert "Nothing to render" in open_.said[0].sentence


def test_what_is_asked_for_again_comes_out_of_the_bin(room: Callable[..., Room], qtbot: QtBot) -> None:
    open_ = room("a", "b")
    session = open_.session
    open_.engine.render()
    qtbot.waitUntil(open_.stands(Fresh, Fresh), timeout=PATIENCE)
    take = session.film.shot("shot-0").takes[0].id
    session.edit("Bin", lambda film: bin_take(film, "shot-0", take))
    qtbot.waitUntil(open_.stands(Unrendered, Fresh), timeout=PATIENCE)
    open_.engine.render(["shot-0"])
    qtbot.waitUntil(open_.stands(Fresh, Fresh), timeout=PATIENCE)
    assert [each.id for each in session.film.shot("shot-0").takes] == [take]
    assert session.film.shot("shot-0").binned == ()
    assert open_.said[-1].sentence == "One take was in the bin and is back."
    session.undo.undo()
    assert session.film.shot("shot-0").takes == ()


def test_closing_in_mid_shot_leaves_the_shot_in_line(room: Callable[..., Room], qtbot: QtBot) -> None:
    open_ = room("slow", "slow")
    open_.engine.render()
    with qtbot.waitSignal(open_.engine.started, timeout=PATIENCE):
        pass
    open_.engine.close()
    assert isinstance(Client(open_.session.folder).state(), Waiting)


def test_several_takes_of_a_shot_are_drawn_and_its_own_stays_the_newest(
    room: Callable[..., Room], qtbot: QtBot
) -> None:
    open_ = room("a", "b")
    with qtbot.waitSignals([open_.engine.taken] * 6, timeout=PATIENCE):
        open_.engine.render(takes=3)

    def seeds() -> list[list[int]]:
        return [sorted(take.recipe.seed or 0 for take in shot.takes) for shot in open_.session.film.shots]

    qtbot.waitUntil(lambda: seeds() == [[0, 1, 2], [1, 2, 3]], timeout=PATIENCE)
    qtbot.waitUntil(open_.stands(Fresh, Fresh), timeout=PATIENCE)


def test_a_further_take_that_failed_is_tried_again_itself(room: Callable[..., Room], qtbot: QtBot) -> None:
    open_ = room("fail")
    (further,) = more_takes(open_.session.film, None, 2)
    failed: list[str] = []
    open_.engine.failed.connect(lambda key, problem: failed.append(key))
    open_.engine.render(takes=2)
    qtbot.waitUntil(lambda: further.key in failed, timeout=PATIENCE)
    failed.clear()
    open_.engine.again(further.key)
    qtbot.waitUntil(lambda: bool(failed), timeout=PATIENCE)
    assert set(failed) == {further.key}


def test_further_takes_that_finished_while_nobody_looked_are_taken_in(
    room: Callable[..., Room], qtbot: QtBot, tmp_path: Path
) -> None:
    open_ = room("a")
    film, client = open_.session.film, Client(open_.session.folder, extra=[CARDBOARD])
    open_.engine.close()
    client.submit((*plan(film).nodes, *more_takes(film, None, 2)))
    client.run(lambda event: None)
    engine = Engine(open_.session, engines=[CARDBOARD], linger=0.3, look=0.1)
    try:
        qtbot.waitUntil(lambda: len(next(iter(open_.session.film.shots)).takes) == 2, timeout=PATIENCE)
        assert [take.recipe.seed for take in next(iter(open_.session.film.shots)).takes] == [1, 0]
    finally:
        engine.close()


def test_an_estimate_comes_before_the_start(room: Callable[..., Room], qtbot: QtBot) -> None:
    open_ = room("a", "b", engines=[])
    open_.session.edit("Edit", lambda film: film.with_(engine="animatic"))
    told: list[Any] = []
    open_.engine.forecast(None, told.append)
    qtbot.waitUntil(lambda: bool(told), timeout=PATIENCE)
    assert (told[0].cost.shots, told[0].cost.frames, told[0].kept) == (2, 12, 0)
    assert told[0].cost.seconds > 0
