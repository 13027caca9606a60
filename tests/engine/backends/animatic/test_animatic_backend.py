"""The back end: every picture of an order in order, one bad order fails alone, cancelling leaves nothing."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from engine.backends.animatic.backend import AnimaticBackend
from engine.backends.base import Failed, Taken
from engine.errors import Cancelled, RenderFailed, StorageFailed
from engine.film.rate import Raster
from engine.plan.orders import ShotOrder, SubjectOrder


class Reel:
    """A take sink in memory."""

    def __init__(self, breaks: bool) -> None:
        self.pictures, self.facts, self.breaks = [], None, breaks

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass

    def write(self, picture):
        if self.breaks:
            raise StorageFailed("The disk is full.", "Free some space.")
        self.pictures.append(picture.copy())

    def finish(self, facts):
        self.facts = facts


class Reels:
    """A take writer in memory; the reels of `broken` keys cannot be written."""

    def __init__(self, broken=()) -> None:
        self.reels, self.broken = {}, broken

    def open(self, order, key, *, rate, pixels):
        assert pixels == "bgra8"
        self.reels[key] = Reel(key in self.broken)
        return self.reels[key]


class Silent:
    def __init__(self) -> None:
        self.seen = []

    def progress(self, key, done, total):
        self.seen.append((key, done, total))

    def note(self, sentence):
        pass


class Never:
    def check(self):
        pass


class After:
    """Cancels at the nth check."""

    def __init__(self, checks) -> None:
        self.left = checks

    def check(self):
        self.left -= 1
        if self.left < 0:
            raise Cancelled("Stopped.")


def _order(**how) -> ShotOrder:
    basic = {
        "engine": "animatic",
        "style": "paper",
        "language": "en",
        "raster": Raster(width=320, height=180),
        "rate": Fraction(24),
        "frames": 6,
        "head": 2,
        "tail": 1,
    }
    return ShotOrder(**{**basic, "cast": (SubjectOrder(name="IRIS", look_seed=4),), "action": "Iris waves.", **how})


def test_all_pictures_come_in_order_with_their_handles():
    out, report = Reels(), Silent()
    outcomes = list(AnimaticBackend().run([("k", _order())], out, report, Never()))
    assert outcomes == [Taken("k")]
    assert len(out.reels["k"].pictures) == 9
    assert out.reels["k"].pictures[0].shape == (180, 320, 4)
    assert out.reels["k"].facts == {"engine": "animatic", "version": AnimaticBackend.version}
    assert report.seen[-1] == ("k", 9, 9)


def test_two_runs_are_equal():
    reels = []
    for _ in range(2):
        out = Reels()
        list(AnimaticBackend().run([("k", _order())], out, Silent(), Never()))
        reels.append(out.reels["k"].pictures)
    assert all((a == b).all() for a, b in zip(*reels, strict=True))
    assert np.ptp(reels[0][0]) > 50


def test_one_bad_order_fails_alone():
    out = Reels(broken=("bad",))
    outcomes = list(AnimaticBackend().run([("bad", _order()), ("good", _order())], out, Silent(), Never()))
    assert isinstance(outcomes[0], Failed)
    assert isinstance(outcomes[0].error, StorageFailed)
    assert outcomes[1] == Taken("good")


def test_an_unexpected_trouble_becomes_a_sentence():
    class Clumsy(Reels):
        def open(self, order, key, *, rate, pixels):
            raise ValueError("internal")

    (outcome,) = AnimaticBackend().run([("k", _order())], Clumsy(), Silent(), Never())
    assert isinstance(outcome, Failed)
    assert isinstance(outcome.error, RenderFailed)
    assert isinstance(outcome.error.__cause__, ValueError)


def test_cancelling_stops_between_pictures():
    out = Reels()
    with pytest.raises(Cancelled):
        list(AnimaticBackend().run([("k", _order())], out, Silent(), After(4)))
    assert len(out.reels["k"].pictures) < 9
    assert out.reels["k"].facts is None
