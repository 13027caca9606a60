"""A key frame as a piece of work: one picture of a shot as it begins, from an image model or laid out by the paper theatre.

It is no stage of the plan, because a person looks at it first: only what they approve becomes the shot's first frame.
"""

from __future__ import annotations

from engine.plan.orders import ShotOrder, key_of
from engine.plan.plan import Node

LAYOUT = "animatic"
"""The engine that needs no model: its key frame is the planned shot's layout, drawn in paper."""


def still_of(order: ShotOrder, engine: str) -> ShotOrder:
    """The order for one picture of the shot, as it begins; what is about time or about a video model is left out."""
    return order.with_(
        engine=engine, frames=1, head=0, tail=0, lines=(), first_frame=None, last_frame=None,
        control="", between="", finish="", overlong="", drafted=None,
    )  # fmt: skip


def key_frame_node(shot_id: str, order: ShotOrder, engine: str, seed: int | None = None) -> Node:
    """The piece of work that draws it; another seed draws another. A layout keeps the shot's time: where everybody stands at its
    beginning follows from what they are about to do."""
    seeded = order if seed is None else order.with_(seed=seed)
    still = seeded.with_(engine=LAYOUT) if engine == LAYOUT else still_of(seeded, engine)
    return Node(key_of(still), "motion", engine, still, (shot_id,))
