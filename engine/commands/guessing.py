"""How long a model may take on a machine that has drawn nothing with it yet and has no graphics card: hours or weeks, called a guess.

A film-maker who starts such a render must be able to stop it before the night is gone; on a graphics card the first shot tells soon enough.
"""

from __future__ import annotations

from engine.machine import cards
from engine.plan.capabilities import ModelManifest
from engine.plan.costing import take_cost
from engine.plan.orders import ShotOrder
from engine.plan.speed import Pace, assumed
from engine.shelf.speeds import multiplications_per_second


def guessed(manifest: ModelManifest, order: ShotOrder) -> Pace | None:
    """A pace that nobody measured, from how fast this CPU multiplies. None where there is a card, or work that cannot be counted."""
    cost = take_cost(order, manifest)
    if cost is None or manifest.made_of is None or cards():
        return None
    return assumed(manifest.made_of, cost.tokens, multiplications_per_second())
