"""What a plan will cost, said before anything starts, from costs that were measured and stand in the manifests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from engine.plan.capabilities import ModelManifest
from engine.plan.orders import ShotOrder
from engine.plan.plan import Node


@dataclass(frozen=True, slots=True)
class Estimate:
    """`seconds` is None when an engine in the plan was never measured; `memory_mb` is the dearest engine's."""

    shots: int
    frames: int
    seconds: float | None
    memory_mb: int | None


def estimate(nodes: Iterable[Node], manifests: Mapping[str, ModelManifest]) -> Estimate:
    """Add up what the nodes cost. Cost grows with the number of pixels."""
    nodes = tuple(nodes)
    each = [_seconds(node.order, manifests.get(node.engine)) for node in nodes]
    known = [seconds for seconds in each if seconds is not None]
    costs = [manifests[engine].cost for engine in {node.engine for node in nodes} & manifests.keys()]
    memory = [cost.memory_mb for cost in costs if cost.memory_mb is not None]
    return Estimate(
        shots=len(nodes),
        frames=sum(node.order.length for node in nodes),
        seconds=sum(known) if len(known) == len(each) else None,
        memory_mb=max(memory, default=None),
    )


def _seconds(order: ShotOrder, manifest: ModelManifest | None) -> float | None:
    if manifest is None or manifest.cost.seconds_per_frame is None:
        return None
    cost = manifest.cost
    pixels = order.raster.width * order.raster.height / (cost.width * cost.height)
    return order.length * pixels * manifest.cost.seconds_per_frame


def unmet(order: ShotOrder, manifest: ModelManifest) -> tuple[str, ...]:
    """What the order asks for and the engine cannot do, as short phrases; said before rendering, never dropped silently."""
    asked = {
        "references": any(subject.references for subject in order.cast),
        "first_frame": order.first_frame is not None,
        "last_frame": order.last_frame is not None,
        "panels": bool(order.panels),
    }
    names = {
        "references": "reference pictures",
        "first_frame": "a first frame",
        "last_frame": "a last frame",
        "panels": "drawn panels",
    }
    return tuple(names[what] for what, wanted in asked.items() if wanted and what not in manifest.conditions)
