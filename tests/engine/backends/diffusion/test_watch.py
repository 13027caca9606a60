"""The watch by which a machine's pace is learnt, turned by hand."""

from __future__ import annotations

from contextlib import ExitStack

import pytest
import torch

from engine.backends.diffusion import watch
from engine.backends.diffusion.watch import Watch, idle_share

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
    clock[0] = 20.0
    one.denoised()
    clock[0] = 23.0
    one.denoised()  # decoded in pieces
    clock[0] = 25.0
    assert (one.denoising, one.decoding(), one.memory_mb()) == (20.0, 5.0, None)
    assert left == [20.0]


def test_the_idle_share_is_what_lies_between_shots(clock: list[float]) -> None:
    watches = []
    for began, denoised in ((0.0, 10.0), (11.0, 20.0), (20.0, 30.0), (32.0, 40.0)):
        clock[0] = began
        watches.append(Watch(CPU, None))
        clock[0] = denoised
        watches[-1].denoised()
    assert idle_share(watches) == pytest.approx(3 / 40)
    assert idle_share([]) == 0
