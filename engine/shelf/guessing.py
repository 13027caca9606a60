"""How fast each engine of a plan draws here: as it was measured, or guessed from how fast this CPU multiplies where nothing was.

A guess says hours or weeks and must be called one, so that a film-maker can stop before the night is gone; beside a graphics card it would be
far off, and the first shot tells there soon enough. Asking for cards starts a program: once, since a machine gets none while we run.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from engine.machine import cards
from engine.plan.capabilities import ModelManifest
from engine.plan.costing import take_cost
from engine.plan.orders import ShotOrder
from engine.plan.plan import Node
from engine.plan.speed import Pace, assumed
from engine.shelf.speeds import multiplications_per_second, pace


@dataclass(frozen=True, slots=True)
class Paces:
    """A pace for each engine that has one, and the engines whose pace nobody measured."""

    by_engine: dict[str, Pace]
    guessed: frozenset[str]


@cache
def has_card() -> bool:
    """Whether this machine has a graphics card."""
    return bool(cards())


def paces_of(nodes: Iterable[Node], manifests: Mapping[str, ModelManifest]) -> Paces:
    """The pace of each engine that these nodes name and `manifests` knows."""
    orders = {node.engine: node.order for node in nodes if node.engine in manifests}
    known = {engine: met for engine in orders if (met := pace(engine)) is not None}
    strange = {engine: order for engine, order in orders.items() if engine not in known}
    told = {engine: guessed(manifests[engine], order) for engine, order in strange.items()}
    guesses = {engine: guess for engine, guess in told.items() if guess is not None}
    return Paces({**known, **guesses}, frozenset(guesses))


def guessed(manifest: ModelManifest, order: ShotOrder) -> Pace | None:
    """A pace that nobody measured. None where there is a card, or work that cannot be counted."""
    if manifest.made_of is None or has_card() or (cost := take_cost(order, manifest)) is None:
        return None
    return assumed(manifest.made_of, cost.tokens, _speed())


@cache
def _speed() -> float:
    return multiplications_per_second()
