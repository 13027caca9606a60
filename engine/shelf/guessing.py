"""A pace that nobody measured, from how fast this CPU multiplies: hours or weeks, and it must be called a guess.

Whether there is a graphics card, with which it would be far off, is for those to ask who may look at the machine.
"""

from __future__ import annotations

from functools import cache

from engine.plan.capabilities import ModelManifest
from engine.plan.costing import take_cost
from engine.plan.orders import ShotOrder
from engine.plan.speed import Pace, assumed
from engine.shelf.speeds import multiplications_per_second


def cpu_pace(manifest: ModelManifest, order: ShotOrder) -> Pace | None:
    """How fast the model may draw on this CPU. None for work that cannot be counted."""
    cost = take_cost(order, manifest)
    if cost is None or manifest.made_of is None:
        return None
    return assumed(manifest.made_of, cost.tokens, _speed())


@cache
def _speed() -> float:
    return multiplications_per_second()
