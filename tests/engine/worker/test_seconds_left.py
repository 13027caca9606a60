"""What is said to be left of a job: from the pace of the steps made here, not of those an earlier life had made."""

from __future__ import annotations

import io

import pytest

from engine import protocol
from engine.worker import wire
from engine.worker.wire import Reporter, Wire


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The time, in a list of one, to be turned by hand."""
    now = [100.0]
    monkeypatch.setattr(wire.time, "monotonic", lambda: now[0])
    return now


def told(clock: list[float], *steps: tuple[float, int]) -> list[float | None]:
    """The seconds left after each (seconds since the start, steps done of 10)."""
    line = io.BytesIO()
    reporter = Reporter(Wire(line))
    reporter.started("a")
    for seconds, done in steps:
        clock[0] = 100.0 + seconds
        reporter.progress("a", done, 10)
    events = [protocol.decode_event(each) for each in line.getvalue().splitlines()]
    return [event.seconds_left for event in events if isinstance(event, protocol.Progress)]


def test_what_is_left_is_the_pace_so_far(clock: list[float]) -> None:
    assert told(clock, (0, 0), (2, 1), (4, 2), (20, 10)) == [None, 18.0, 16.0, 0.0]


def test_waiting_for_the_floor_is_no_work(clock: list[float]) -> None:
    """A shot is opened at its desk while another denoises, and says so again when it is let on."""
    assert told(clock, (0, 0), (50, 0), (52, 1)) == [None, None, 18.0]


def test_a_job_that_goes_on_is_paced_by_its_new_steps(clock: list[float]) -> None:
    assert told(clock, (0, 0), (1, 6), (3, 7), (5, 8)) == [None, None, 6.0, 4.0]
