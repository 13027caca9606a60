"""A night is planned from what one take of each shot costs, and nothing is promised that was not measured."""

from __future__ import annotations

from datetime import datetime

from app.renders.overnight import MOST, night, told

TEN = datetime(2026, 11, 23, 22, 0)  # ten hours until the morning


def test_as_many_takes_as_fit_are_planned() -> None:
    plan = night(12, 2.4 * 3600, TEN)
    assert (plan.seconds, plan.takes, plan.shots) == (36_000, 4, 12)
    assert told(12, 2.4 * 3600, TEN) == "Overnight, until 08:00: 12 shots, 4 takes of each, 9 h 36 min."


def test_a_film_that_does_not_fit_is_told_by_shots() -> None:
    assert night(12, 15 * 3600, TEN).shots == 8
    assert told(12, 15 * 3600, TEN) == "Overnight, until 08:00: 8 of 12 shots; the rest waits in line."


def test_after_the_morning_the_next_one_is_meant() -> None:
    assert night(1, 3600, datetime(2026, 11, 23, 8, 0)).seconds == 86_400


def test_what_nobody_measured_and_what_is_quick_is_not_planned() -> None:
    assert told(12, None, TEN) == told(0, 5.0, TEN) == told(12, 40.0, TEN) == ""
    assert night(12, 40.0, TEN).takes == MOST
