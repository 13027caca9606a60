"""The pace is what was really drawn: frames count, a pause stands still, and a run ends with its queue."""

from __future__ import annotations

import pytest

from app.renders.pace import Pace
from app.state.line import Line
from engine.client import AtWork, Done, Failed, InLine, Row
from engine.protocol import Job, Lane
from engine.queue.ledger import State
from engine.queue.lessee import this_process


def row(key: str, state: State, lane: Lane = "render", changed: float = 1.0) -> Row:
    return Row(Job(key, "cardboard", "", lane=lane), 0, state, changed)


def at_work() -> AtWork:
    return AtWork(this_process(), stopping=False, begun=True)


LENGTHS = {"a": 100, "b": 300}


def begun(pace: Pace, now: float = 0.0) -> None:
    pace.see(Line((row("a", at_work()), row("b", InLine()))), LENGTHS, now)
    pace.begin(now)


def test_frames_count_and_not_shots() -> None:
    pace = Pace()
    begun(pace)
    pace.draw("a", 1.0)
    reach = pace.reach(10.0)
    assert (reach.done, reach.total, reach.share) == (100, 400, 0.25)
    assert reach.seconds_left == pytest.approx(30.0)


def test_nothing_is_foretold_in_the_first_second() -> None:
    pace = Pace()
    begun(pace)
    pace.draw("a", 0.5)
    assert pace.reach(0.5).seconds_left is None
    assert pace.reach(2.0).seconds_left is not None


def test_a_pause_does_not_make_the_machine_slow() -> None:
    pace = Pace()
    begun(pace)
    pace.draw("a", 1.0)
    pace.see(Line((row("a", Done(1.0)), row("b", InLine())), paused=True), LENGTHS, 10.0)
    assert pace.reach(500.0).seconds_left is None
    pace.see(Line((row("a", Done(1.0)), row("b", at_work()))), LENGTHS, 1000.0)
    pace.begin(1000.0)
    pace.draw("b", 0.5)
    assert pace.reach(1015.0).seconds_left == pytest.approx(15.0)


def test_between_two_shots_and_in_the_first_second_of_the_next_the_time_that_is_left_is_still_told() -> None:
    """A film of shots of four seconds each said when it is done for two of them, and nothing for the others."""
    pace = Pace()
    begun(pace)
    pace.draw("a", 1.0)
    pace.see(Line((row("a", Done(1.0)), row("b", InLine()))), LENGTHS, 10.0)
    assert pace.reach(10.2).seconds_left == pytest.approx(30.0)
    pace.see(Line((row("a", Done(1.0)), row("b", at_work()))), LENGTHS, 10.4)
    pace.begin(10.4)
    assert pace.reach(10.4).seconds_left == pytest.approx(30.0)
    pace.draw("b", 0.01)
    assert pace.reach(10.7).seconds_left == pytest.approx(297 * 10.3 / 103)


def test_who_looks_late_sees_the_whole_run_and_nothing_of_the_one_before() -> None:
    pace = Pace()
    rows = (
        row("old", Done(1.0), changed=5.0),
        row("a", Done(1.0), changed=20.0),
        row("b", at_work(), changed=21.0),
        row("c", InLine(), changed=10.0),
    )
    pace.see(Line(rows), {"old": 50, **LENGTHS, "c": 100}, 100.0)
    reach = pace.reach(100.0)
    assert reach.shots == (1, 3)
    assert (reach.done, reach.total) == (100, 500)


def test_what_failed_is_no_longer_counted() -> None:
    pace = Pace()
    begun(pace)
    pace.see(Line((row("a", Failed("Torn.", "")), row("b", InLine()))), LENGTHS, 1.0)
    assert (pace.reach(2.0).total, pace.reach(2.0).shots) == (300, (0, 1))


def test_a_run_ends_when_nothing_waits() -> None:
    pace = Pace()
    begun(pace)
    pace.see(Line((row("a", Done(1.0)), row("b", Done(1.0)))), LENGTHS, 1.0)
    assert pace.reach(2.0).total == 0


def test_desk_work_is_no_part_of_the_film() -> None:
    pace = Pace()
    pace.see(Line((row("x", at_work(), lane="desk"),)), {}, 0.0)
    assert pace.reach(1.0).total == 0
