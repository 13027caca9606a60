"""How long a model may take on a machine that has drawn nothing with it yet and has no graphics card: hours or weeks, called a guess.

A film-maker who starts such a render must be able to stop it before the night is gone; on a graphics card the first shot tells soon enough.
"""

from __future__ import annotations

from engine.machine import cards
from engine.plan.capabilities import ModelManifest
from engine.plan.orders import ShotOrder
from engine.plan.speed import Pace
from engine.shelf.guessing import cpu_pace


def guessed(manifest: ModelManifest, order: ShotOrder) -> Pace | None:
    """A pace that nobody measured, from how fast this CPU multiplies. None where there is a card, or work that cannot be counted."""
    guess = cpu_pace(manifest, order)
    return None if guess is None or cards() else guess
