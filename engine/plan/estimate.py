"""What a plan will cost, said before anything starts, from costs that were measured and stand in the manifests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from engine.plan.capabilities import Condition, ModelManifest
from engine.plan.costing import take_cost
from engine.plan.orders import ShotOrder
from engine.plan.plan import Node
from engine.plan.references import pictured
from engine.plan.speed import Pace, opening_of

_NAMES: Mapping[Condition, str] = {
    "references": "reference pictures",
    "first_frame": "a first frame",
    "last_frame": "a last frame",
    "panels": "drawn panels",
    "control": "a guide pass",
}


@dataclass(frozen=True, slots=True)
class Estimate:
    """`seconds` is None when an engine in the plan was never measured; `memory_mb` is the dearest engine's."""

    shots: int
    frames: int
    seconds: float | None
    memory_mb: int | None


def estimate(
    nodes: Iterable[Node], manifests: Mapping[str, ModelManifest], paces: Mapping[str, Pace] | None = None
) -> Estimate:
    """Add up what the nodes cost: with the pixels, or with the work where an engine's architecture is known and this machine's
    pace with it (`paces`, by engine); each engine opens once."""
    nodes = tuple(nodes)
    openings = sum(opening_of((paces or {}).get(engine)) for engine in {node.engine for node in nodes})
    costs = [_cost(node.order, manifests.get(node.engine), (paces or {}).get(node.engine)) for node in nodes]
    each, peaks = [seconds for seconds, _ in costs], [peak for _, peak in costs]
    known = [seconds for seconds in each if seconds is not None]
    memory = [peak for peak in peaks if peak is not None]
    return Estimate(
        shots=len(nodes),
        frames=sum(node.order.length for node in nodes),
        seconds=openings + sum(known) if len(known) == len(each) else None,
        memory_mb=max(memory, default=None),
    )


def _cost(order: ShotOrder, manifest: ModelManifest | None, pace: Pace | None) -> tuple[float | None, int | None]:
    """Seconds and megabytes; None for what nobody knows."""
    if manifest is None:
        return None, None
    if (take := take_cost(order, manifest, pace)) is not None:
        return take.seconds, take.memory_mb
    cost = manifest.cost
    if cost.seconds_per_frame is None:
        return None, cost.memory_mb
    pixels = order.raster.width * order.raster.height / (cost.width * cost.height)
    return order.length * pixels * cost.seconds_per_frame, cost.memory_mb


def asked(order: ShotOrder) -> frozenset[Condition]:
    """What the order brings along beyond words."""
    brought: dict[Condition, bool] = {
        "references": bool(pictured(order)),
        "first_frame": order.first_frame is not None,
        "last_frame": order.last_frame is not None,
        "panels": bool(order.panels),
        "control": bool(order.control),
    }
    here: list[Condition] = [what for what in brought if brought[what]]
    return frozenset(here)


def unmet(order: ShotOrder, manifest: ModelManifest) -> tuple[str, ...]:
    """What the order asks for and the engine cannot do, as short phrases; said before rendering, never dropped silently."""
    brought = asked(order)
    return tuple(name for what, name in _NAMES.items() if what in brought and what not in manifest.conditions)
