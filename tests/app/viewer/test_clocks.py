"""Time while the film plays: it never runs backwards, follows the sound card, and does not wait for its steps."""

from __future__ import annotations

from fractions import Fraction

import pytest

from app.viewer.clocks import SoundClock, WallClock
from app.viewer.route import Route

HALF_A_FRAME = 1 / 48


class Hands:
    """A clock that a test sets."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def test_the_wall_clock_begins_at_nought() -> None:
    hands = Hands()
    clock = WallClock(hands)
    hands.now += 2.5
    assert clock.seconds() == 2.5


def test_the_picture_waits_until_the_sound_has_begun() -> None:
    hands, heard = Hands(), [0.0]
    clock = SoundClock(lambda: heard[0], HALF_A_FRAME, hands)
    hands.now += 0.3
    assert clock.seconds() == 0
    heard[0] = 0.01  # its buffer is full
    hands.now += 0.01
    assert clock.seconds() == 0
    heard[0] = 0.02  # it plays
    hands.now += 0.01
    assert 0 < clock.seconds() < 0.03


@pytest.mark.parametrize("drift", [0.999, 1.0, 1.001])
def test_a_card_that_runs_fast_or_slow_is_followed_within_half_a_frame(drift: float) -> None:
    """The card reports in steps of 20 ms, as pull buffers do; the film runs ten minutes, looked at 48 times a second."""
    hands, elapsed = Hands(), [0.0]
    clock = SoundClock(lambda: int(elapsed[0] * drift / 0.02) * 0.02, HALF_A_FRAME, hands)
    last, worst = 0.0, 0.0
    for tick in range(48 * 600):
        elapsed[0] += 1 / 48
        hands.now += 1 / 48
        seconds = clock.seconds()
        assert seconds >= last
        last = seconds
        if tick > 48:
            worst = max(worst, abs(seconds - elapsed[0] * drift))
    assert worst < HALF_A_FRAME


def test_a_card_that_stumbles_is_caught_up_with_at_once() -> None:
    hands, heard = Hands(), [0.02]
    clock = SoundClock(lambda: heard[0], HALF_A_FRAME, hands)
    clock.seconds()
    heard[0] = 0.04
    clock.seconds()
    heard[0] = 3.0
    hands.now += 0.02
    assert clock.seconds() == pytest.approx(3.0)


def test_a_card_that_falls_silent_does_not_stop_the_film() -> None:
    hands = Hands()
    clock = SoundClock(lambda: 0.0, HALF_A_FRAME, hands)  # it never begins
    for _ in range(100):
        hands.now += 0.02
        clock.seconds()
    assert 1.3 < clock.seconds() < 1.5
    hands, heard = Hands(), [0.0]
    clock = SoundClock(lambda: heard[0], HALF_A_FRAME, hands)
    for tick in range(200):
        hands.now += 0.02
        heard[0] = min(1.0, tick * 0.02)  # it dies after a second
        clock.seconds()
    assert 3.0 < clock.seconds() < 4.0


def test_a_route_runs_to_its_end_and_loops_between_its_marks() -> None:
    once = Route(3, 0, 6)
    assert [once.frame(n) for n in range(5)] == [3, 4, 5, None, None]
    assert once.last == 5
    around = Route(3, 2, 5, loops=True)
    assert [around.frame(n) for n in range(6)] == [3, 4, 2, 3, 4, 2]
    back = Route(3, 2, 5, step=-2, loops=True)
    assert [back.frame(n) for n in range(4)] == [3, 4, 2, 3]
    assert Route(0, 0, 100, step=4).ahead(1, 3) == (4, 8, 12)
    assert around.ahead(0, 9) == (3, 4, 2)


def test_sound_takes_the_same_way_round() -> None:
    rate = Fraction(24)
    assert Route(22, 0, 24).samples(0, 5000, 48_000, rate) == [(44_000, 4000), (-1, 1000)]
    assert Route(22, 21, 24, loops=True).samples(0, 11_000, 48_000, rate) == [
        (44_000, 4000),
        (42_000, 6000),
        (42_000, 1000),
    ]
    assert Route(22, 21, 24, loops=True).samples(4000 + 6000 + 5, 10, 48_000, rate) == [(42_005, 10)]
