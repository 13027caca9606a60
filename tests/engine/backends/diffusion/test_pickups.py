"""A pickup is led by its take: the model sees what stays and a mask of what is to change; a model that cannot says so."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from tiny_studio import Studio

from engine.backends.base import Failed, Taken
from engine.backends.diffusion.part_of_a_take import takes_part
from engine.backends.diffusion.stretches import stretch_of
from engine.plan.native import Pass
from engine.plan.orders import PickupOrder, ShotOrder

Open = Callable[..., Studio]
PARENT = "a" * 64


def shot(own: Studio, count: int = 10, **changes: object) -> ShotOrder:
    """An order for a pickup of a take of `count` pictures, lighter from one to the next."""
    own.keep(PARENT, np.stack([np.full((64, 128, 3), n / 20, np.float32) for n in range(count)]))
    fields: dict[str, object] = {"take": PARENT, "head": 1, "first": 2, "end": 5}
    return own.order(pickup=PickupOrder.model_validate(fields | changes))


def test_what_stays_is_shown_and_what_changes_is_grey(studio: Open) -> None:
    own = studio("wan-vace")
    order = shot(own)
    kept, redrawn = takes_part(order, (64, 32), Pass(13, order.rate), own)
    white = [n for n, mask in enumerate(redrawn) if np.asarray(mask).all()]
    assert white == [3, 4, 5]  # picture 1 is the shot's frame 0
    assert not any(np.asarray(mask).any() for n, mask in enumerate(redrawn) if n not in white)
    assert {int(np.asarray(kept[n]).mean()) for n in white} == {128}
    assert abs(np.asarray(kept[1]).mean() - 255 / 20) < 2


def test_what_the_take_does_not_have_is_all_new(studio: Open) -> None:
    own = studio("wan-vace")
    order = shot(own, first=0, end=0).with_(head=3, tail=4)
    _, redrawn = takes_part(order, (64, 32), Pass(15, order.rate), own)
    assert [n for n, mask in enumerate(redrawn) if np.asarray(mask).all()] == [0, 1, 12, 13, 14]


def test_a_painted_mask_is_what_changes(studio: Open) -> None:
    own = studio("wan-vace")
    mask = own.picture_in((0, 0, 0))
    own.album[mask] = np.zeros((48, 96, 3), np.uint8)
    own.album[mask][:, :48] = 255
    _, redrawn = takes_part(shot(own, mask=mask, feather=0), (64, 32), Pass(10, own.order().rate), own)
    painted = np.asarray(redrawn[3])
    assert painted[:, :32].all()
    assert not painted[:, 32:].any()


def test_the_take_leads_the_model(studio: Open) -> None:
    own = studio("wan-vace")
    order = shot(own)
    assert own.render(order) == [Taken("0")]
    led = own.reels["0"].seen
    own.keep(PARENT, np.full((10, 64, 128, 3), 0.9, np.float32))
    own.render(order)
    assert not np.array_equal(led, own.reels["0"].seen)


def test_a_model_without_a_mask_says_so(studio: Open) -> None:
    own = studio("wan-t2v")
    (answer,) = own.render(shot(own))
    assert isinstance(answer, Failed)
    assert answer.error.sentence == "Tiny wan-t2v cannot draw a part of a take again."


def test_a_take_that_is_gone_is_told(studio: Open) -> None:
    own = studio("wan-vace")
    (answer,) = own.render(own.order(pickup=PickupOrder(take="b" * 64, first=0, end=2)))
    assert isinstance(answer, Failed)
    assert "no longer there" in answer.error.sentence


def stretched(own: Studio, **changes: object) -> list[int]:
    """The grey of what was drawn, held where the take's own pictures stay: (picture of the take, where another one begins)."""
    assert own.render(shot(own, **changes)) == [Taken("0")]
    seen = own.reels["0"].seen
    return [n for n in range(1, len(seen)) if not np.array_equal(seen[n], seen[n - 1])]


@pytest.mark.parametrize("name", ["wan-flf", "wan-i2v", "ltx", "ltx2"])
def test_a_model_of_two_frames_draws_between_those_that_stay(studio: Open, name: str) -> None:
    """Pictures 3 to 5 of the take: led by what stays on both sides, and by nothing else of it."""
    own = studio(name)
    assert stretched(own) == [4, 5]
    drawn = own.reels["0"].seen[3:6]
    pictures = np.stack([np.full((64, 128, 3), n / 20, np.float32) for n in range(10)])
    pictures[[0, 1, 3, 4, 5, 7, 8, 9]] = 0.9
    own.keep(PARENT, pictures)
    again = own.order(pickup=PickupOrder(take=PARENT, head=1, first=2, end=5))
    own.render(again)
    assert np.array_equal(own.reels["0"].seen[3:6], drawn)
    pictures[6] = 0.9
    own.keep(PARENT, pictures)
    own.render(again)
    assert not np.array_equal(own.reels["0"].seen[3:6], drawn)


def test_a_longer_tail_goes_on_from_the_last_picture(studio: Open) -> None:
    own = studio("wan-5b")
    order = shot(own, first=0, end=0).with_(tail=4)
    stretch, first, last = stretch_of(order, (64, 32), own)
    assert (stretch.begin, stretch.end, stretch.length) == (10, 13, 4)
    assert first is not None
    assert last is None
    assert own.render(order) == [Taken("0")]
    assert len(own.reels["0"].seen) == 13


def test_two_stretches_or_a_mask_are_too_much_for_it(studio: Open) -> None:
    own = studio("wan-5b")
    (answer,) = own.render(shot(own).with_(tail=4))
    assert isinstance(answer, Failed)
    assert answer.error.sentence == "This model draws one stretch of whole pictures at a time."
