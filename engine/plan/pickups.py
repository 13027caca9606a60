"""A pickup as a piece of work: the order that draws a part of a take again, beside the plan and never in it.

A shot asks for one take, but of a take any number of parts may be picked up; so these orders come from a person's hand, each once,
and their keys tell them from the shot's own and from each other.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine.errors import BadInput
from engine.film.cast import Digest
from engine.film.document import Film
from engine.film.shots import Shot
from engine.film.takes import Take
from engine.plan.orders import PickupOrder, key_of
from engine.plan.plan import Node, orders


@dataclass(frozen=True, slots=True)
class Part:
    """What to draw again, in film frames from the shot's frame 0: from `first` up to `end`, in the painted mask only where there is
    one, with `feather` pixels around it; and so many more frames before and after the take's own."""

    first: int = 0
    end: int = 0
    mask: Digest | None = None
    feather: int = 12
    more_head: int = 0
    more_tail: int = 0


def can_be_picked_up(take: Take, film: Film) -> bool:
    """Whether the take was drawn here, at the film's rate: nothing else can be continued to the frame."""
    return take.recipe.key is not None and take.rate == film.rate


def pickup_node(film: Film, shot: Shot, parent: Take, part: Part, engine: str, seed: int | None = None) -> Node:
    """The one piece of work that picks the part up. Raises BadInput for what is not in the take."""
    if not can_be_picked_up(parent, film):
        raise BadInput(
            f"The take {parent.id} was imported, or has a rate of its own.",
            "Pick up a take that was rendered at the film's rate.",
        )
    _check(shot, parent, part)
    assert parent.recipe.key is not None
    order = next(order for _, order in orders(film, {shot.id}))
    order = order.with_(
        engine=engine,
        seed=(order.seed + 1) % 2**63 if seed is None else seed,
        head=parent.head + part.more_head,
        tail=max(0, parent.frames - parent.head - order.frames) + part.more_tail,
        pickup=PickupOrder(
            take=parent.recipe.key,
            head=parent.head,
            first=part.first,
            end=part.end,
            mask=part.mask,
            feather=part.feather,
        ),
    )
    return Node(key_of(order), "motion", engine, order, (shot.id,))


def _check(shot: Shot, parent: Take, part: Part) -> None:
    first, end = -parent.head, parent.frames - parent.head
    longer = part.more_head > 0 or part.more_tail > 0
    if part.first >= part.end and not longer:
        raise BadInput(
            "Nothing is to be drawn again.", "Say from which frame to which, or ask for a longer head or tail."
        )
    if part.first < part.end and not first <= part.first < part.end <= end:
        raise BadInput(f"The take has the frames {first} to {end} of shot {shot.slate}.", "Choose a range among them.")
    if min(part.more_head, part.more_tail, part.feather) < 0:
        raise BadInput(
            "A head, a tail or a feather cannot be less than nothing.", "Give a whole number of frames or pixels."
        )
