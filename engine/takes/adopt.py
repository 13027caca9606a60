"""Takes that finished while nobody looked become takes of their shots, and takes of an older order are named stale.

The store knows no shots and the film knows no store; only the plan's keys tie them. Adopting is idempotent, and it never
circles: only a person does. What a person threw into the bin stays there.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from engine.errors import DamagedTake
from engine.film.document import Film
from engine.film.shots import Scene, Shot
from engine.film.takes import Recipe, Take
from engine.plan.idle_wishes import without_idle
from engine.plan.plan import Node, Plan
from engine.takes.record import MASTER
from engine.takes.store import TakeStore


def adopt(film: Film, plan: Plan, store: TakeStore) -> Film:
    """The film with every finished take that answers a shot's present order as that shot's current take.

    A take the shot has already is not added twice: when the order went back to an earlier wording its old take becomes
    the newest again, unless a person has since imported or picked up another. A take whose record is damaged is left for
    the next render.
    """
    wanted = {shot: node for node in plan.nodes for shot in node.shots if node.stage == "motion"}
    scenes = tuple(_scene(scene, wanted, store) for scene in film.scenes)
    return film if scenes == film.scenes else film.with_(scenes=scenes)


def stale(film: Film, plan: Plan) -> frozenset[str]:
    """Ids of the planned shots whose chosen take was rendered from another order than the present one."""
    wanted = plan.keys
    return frozenset(shot.id for shot in film.shots if shot.id in wanted and _is_stale(shot, wanted[shot.id]))


def older_engine(film: Film, versions: Mapping[str, str]) -> frozenset[str]:
    """Ids of shots whose chosen take came from another version of its engine (`versions`: engine -> present version).

    Such a take still answers its order; it is not stale and is not rendered again by itself.
    """
    return frozenset(shot.id for shot in film.shots if _is_older(shot, versions))


def take_id(key: str) -> str:
    """The id of the take that answers `key`, the same whoever adopts it."""
    return f"take-{key[:12]}"


def _scene(scene: Scene, wanted: Mapping[str, Node], store: TakeStore) -> Scene:
    shots = tuple(_shot(shot, wanted[shot.id], store) if shot.id in wanted else shot for shot in scene.shots)
    return scene if all(a is b for a, b in zip(shots, scene.shots, strict=True)) else scene.with_(shots=shots)


def _shot(shot: Shot, node: Node, store: TakeStore) -> Shot:
    if any(binned.recipe.key == node.key for binned in shot.binned):
        return shot
    try:
        take = take_of(node, store)
    except (DamagedTake, KeyError):
        return shot
    place = next((n for n, known in enumerate(shot.takes) if known.recipe.key == node.key), None)
    if place is None:
        return shot.with_(takes=(*shot.takes, take))
    return _renewed(shot, place, take)


def _renewed(shot: Shot, place: int, take: Take) -> Shot:
    """The take known at `place` as the store has it now (a damaged one was rendered again), newest where it may be."""
    known, later = shot.takes[place], shot.takes[place + 1 :]
    take = take.with_(id=known.id, retime=known.retime, fit=known.fit)
    if any(other.recipe.origin != "rendered" for other in later):
        takes = (*shot.takes[:place], take, *later)
    else:
        takes = (*shot.takes[:place], *later, take)
    return shot if takes == shot.takes else shot.with_(takes=takes)


def take_of(node: Node, store: TakeStore, origin: Literal["rendered", "pickup"] = "rendered") -> Take:
    """The take that answers a node. Raises KeyError while there is none, DamagedTake."""
    key = node.key
    record = store.read(key)
    master = record.file(MASTER)
    if master is None:
        raise KeyError(key)
    return Take(
        id=take_id(key),
        recipe=Recipe(
            engine=record.engine,
            version=record.version,
            key=key,
            seed=node.order.seed,
            origin=origin,
            parent=node.order.pickup.take if node.order.pickup is not None else None,
            finish="draft" if without_idle(node.order).finish == "draft" else "",
        ),
        rate=record.rate,
        frames=record.frames,
        head=record.head,
        media=f"takes/{key[:2]}/{key}/{MASTER}",
        digest=master.digest,
    )


def _is_stale(shot: Shot, key: str) -> bool:
    take = shot.chosen
    return take is not None and take.recipe.origin == "rendered" and take.recipe.key != key


def _is_older(shot: Shot, versions: Mapping[str, str]) -> bool:
    take = shot.chosen
    if take is None or take.recipe.origin != "rendered":
        return False
    return versions.get(take.recipe.engine, take.recipe.version) != take.recipe.version
