"""A pickup is led by its take: the model sees what stays and a mask of what is to change; a model that cannot says so."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from tiny_studio import Studio

from engine.backends.base import Failed, Taken
from engine.backends.diffusion.part_of_a_take import takes_part
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
