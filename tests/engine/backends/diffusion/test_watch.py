"""The watch by which a machine's pace is learnt, turned by hand."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack

import pytest
import torch
from tiny_shelf import STEPS
from tiny_studio import Studio

from engine.backends.diffusion import watch
from engine.backends.diffusion.watch import Timesheet, Watch, idle_share
from engine.errors import Cancelled
from engine.plan.costing import take_cost
from engine.shelf.speeds import pace

Open = Callable[..., Studio]
CPU = torch.device("cpu")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [0.0]
    monkeypatch.setattr(watch.time, "monotonic", lambda: now[0])
    return now


def test_denoising_and_decoding_are_told_apart_and_the_floor_is_left_between(clock: list[float]) -> None:
    stay, left = ExitStack(), []
    stay.callback(lambda: left.append(clock[0]))
    one = Watch(CPU, stay)
    for clock[0] in (5.0, 10.0, 15.0):
        one.passing()
    clock[0] = 20.0
    one.denoised()
    clock[0] = 23.0
    one.denoised()  # decoded in pieces
    one.decoded()
    assert (one.denoising, one.passes, one.waited, one.memory_mb) == (20.0, 15.0, 0.0, None)
    assert left == [20.0]


def test_what_a_first_pass_waited_for_belongs_to_the_run(clock: list[float]) -> None:
    times = Timesheet(0.0)
    clock[0] = 30.0
    first = Watch(CPU, None)
    for clock[0] in (31.0, 51.0, 53.0, 55.0):
        first.passing()
    clock[0] = 57.0
    first.denoised()
    clock[0] = 60.0
    assert (first.passes, first.waited) == (26.0, 18.0)
    assert times.opening(first) == 30.0 + 18.0
    assert times.beside(first) == 4.0  # one before the passes, three after
    times.left()
    assert times.opening(first) is None


def test_what_another_shot_hides_costs_nothing(clock: list[float]) -> None:
    times, second = Timesheet(None), Watch(CPU, None)
    second.passing()
    clock[0] = 10.0
    second.denoised()
    times.left()  # the one before it, which was decoded meanwhile
    clock[0] = 14.0
    assert times.beside(second) == 0.0
    times.left()
    third = Watch(CPU, None)
    clock[0] = 15.0
    third.passing()
    clock[0] = 25.0
    third.denoised()
    clock[0] = 29.0
    assert times.beside(third) == 5.0


def test_the_idle_share_is_what_lies_between_shots(clock: list[float]) -> None:
    watches = []
    for began, denoised in ((0.0, 10.0), (11.0, 20.0), (20.0, 30.0), (32.0, 40.0)):
        clock[0] = began
        watches.append(Watch(CPU, None))
        clock[0] = denoised
        watches[-1].denoised()
    assert idle_share(watches) == pytest.approx(3 / 40)
    assert idle_share([]) == 0


def test_what_a_render_teaches_is_what_the_next_estimate_asks(studio: Open) -> None:
    """Also of a pipeline that makes the guided pass and the other in one; the opening is told with the first shot of a run alone."""
    own = studio("cogvideox")
    own.take()
    order = own.order(seed=4)
    own.render(order)
    cost, known = take_cost(order, own.manifest), pace(own.engine)
    assert cost is not None
    assert known is not None
    first, second = known.last
    assert second.forwards == first.forwards == cost.forwards == 2 * STEPS
    assert (second.tokens, second.pixels) == (cost.tokens, cost.width * cost.height * cost.pictures)
    assert second.beside > 0
    assert len(known.openings) == 1


def test_a_render_that_went_on_teaches_nothing(studio: Open) -> None:
    own = studio("wan-t2v", steps=6)
    own.stop_at = 3
    with pytest.raises(Cancelled):
        own.take()
    own.stop_at = -1
    own.reopen()
    own.take()
    assert pace(own.engine) is None
