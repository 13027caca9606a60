"""Several takes of a shot: the same order with other seeds, so that there is something to choose from.

The film asks for one take a shot, and stays so: which further seeds were wanted stands in the queue alone. So a take that was
drawn for another seed is known again by its order, also after the editor was closed.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from dataclasses import replace

from engine.film.document import Film
from engine.film.shots import Shot
from engine.plan.orders import canonical, key_of
from engine.plan.plan import Node, Plan, plan

_SEEDS = 2**63


def more_takes(film: Film, shots: Collection[str] | None, takes: int) -> tuple[Node, ...]:
    """The nodes of takes 2 to `takes` of every wanted shot (None: all), the second takes of all before the third ones: with the
    seeds that follow the shot's own."""
    if takes < 2:
        return ()
    planned = [plan(_seeded(film, shots, step), shots) for step in range(1, takes)]
    known = set(plan(film, shots).keys.values())
    return tuple(node for each in planned for node in each.nodes if node.key not in known)


def siblings(planned: Plan, payloads: Mapping[str, str]) -> tuple[Node, ...]:
    """Those of these jobs (key -> payload) that ask for what a node of the plan asks for, with another seed."""
    known = {node.key for node in planned.nodes}
    bare = {_bare(canonical(node.order, node.stands_on).decode()): node for node in planned.nodes}
    found = ((key, bare.get(_bare(told)), _seed(told)) for key, told in payloads.items() if key not in known)
    nodes = (replace(node, key=key, order=node.order.with_(seed=seed)) for key, node, seed in found if node is not None)
    return tuple(node for node in nodes if key_of(node.order, node.stands_on) == node.key)


def answers(planned: Plan, shot: Shot) -> frozenset[str] | None:
    """The keys that takes of the shot as it is now have, with the seeds that its takes were drawn with; None where it is not planned."""
    node = next((node for node in planned.nodes if shot.id in node.shots and node.stage == "motion"), None)
    if node is None:
        return None
    seeds = {take.recipe.seed for take in shot.takes if take.recipe.seed is not None}
    return frozenset((node.key, *(key_of(node.order.with_(seed=seed), node.stands_on) for seed in seeds)))


def _seeded(film: Film, shots: Collection[str] | None, step: int) -> Film:
    def seeded(shot: Shot) -> Shot:
        return shot.with_(seed=((shot.seed or 0) + step) % _SEEDS) if shots is None or shot.id in shots else shot

    scenes = (scene.with_(shots=tuple(seeded(shot) for shot in scene.shots)) for scene in film.scenes)
    return film.with_(scenes=tuple(scenes))


def _bare(payload: str) -> str:
    """The order without its seed."""
    told = json.loads(payload)
    told["order"].pop("seed", None)
    return json.dumps(told, sort_keys=True)


def _seed(payload: str) -> int:
    return json.loads(payload)["order"].get("seed", 0)
