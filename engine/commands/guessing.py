"""How long a model may take on a machine that has drawn nothing with it yet and has no graphics card: hours or weeks, called a guess.

A film-maker who starts such a render must be able to stop it before the night is gone; on a graphics card the first shot tells soon enough.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from engine.machine import cards
from engine.plan.capabilities import ModelManifest
from engine.plan.orders import ShotOrder
from engine.plan.plan import Node
from engine.plan.speed import Pace
from engine.shelf.guessing import cpu_pace


def guessed(manifest: ModelManifest, order: ShotOrder) -> Pace | None:
    """A pace that nobody measured, from how fast this CPU multiplies. None where there is a card, or work that cannot be counted."""
    guess = cpu_pace(manifest, order)
    return None if guess is None or cards() else guess


def guessed_of(nodes: Iterable[Node], manifests: Mapping[str, ModelManifest]) -> dict[str, Pace]:
    """Such a pace for each engine of these, where there is one. The machine is asked once for an engine, however many shots it draws."""
    orders = {node.engine: node.order for node in nodes}
    found = {engine: guessed(manifests[engine], order) for engine, order in orders.items()}
    return {engine: guess for engine, guess in found.items() if guess is not None}
