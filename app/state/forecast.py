"""What drawing would cost, and who else could draw: worked out from the film's orders before anything starts.

All of it is slow for a long film, so it runs in a thread; it asks the disk which takes are there, and no engine.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from app.state.engines import manifests
from engine.errors import Unsupported
from engine.film.document import Film
from engine.film.shots import Finish, Shot
from engine.plan.capabilities import ModelManifest
from engine.plan.estimate import Estimate, estimate
from engine.plan.idle_wishes import without_idle
from engine.plan.key_frames import LAYOUT, key_frame_node, still_of
from engine.plan.more_takes import more_takes
from engine.plan.orders import ShotOrder, key_of
from engine.plan.plan import Node, orders, plan
from engine.plan.routing import lacking
from engine.shelf import guessing
from engine.shelf.manifests import find
from engine.shelf.quick import at_hand
from engine.shelf.readiness import hurdle


@dataclass(frozen=True, slots=True)
class Wish:
    """How a person wants to have it drawn: by which engine and recipe (None: as each shot says), and how many takes of each shot."""

    engine: str | None = None
    finish: Finish | None = None
    takes: int = 1


@dataclass(frozen=True, slots=True)
class Forecast:
    """What a render would cost: the estimate of what is missing, how many shots are there already, the missing nodes, what
    draws them, a sentence for each of these that cannot draw on this machine, how many takes of each shot were wished for, whether
    the time is a guess, and whether the machine has a graphics card."""

    cost: Estimate
    kept: int
    missing: tuple[Node, ...]
    manifests: dict[str, ModelManifest]
    absent: tuple[str, ...] = ()
    takes: int = 1
    guessed: bool = False
    on_card: bool = True


@dataclass(frozen=True, slots=True)
class Offer:
    """An engine that might draw the shots: what one take of each that it has not drawn would cost, a sentence where it cannot draw
    on this machine, why it cannot draw some of the shots ("" where it can draw all), and, as of a forecast, the time and the card."""

    manifest: ModelManifest
    cost: Estimate
    stopped: str
    lacks: str
    guessed: bool = False
    on_card: bool = True

    @property
    def able(self) -> bool:
        """Whether it could begin now."""
        return not self.stopped and not self.lacks


def wished(film: Film, shots: Collection[str] | None, wish: Wish) -> Film:
    """The film that asks for it so. For the whole film (None) the film's engine changes and shots that have one of their own keep
    it; for some shots these get it. The recipe is every shot's own."""
    if wish.engine is not None and shots is None:
        film = film.with_(engine=wish.engine)

    def so(shot: Shot) -> Shot:
        if shots is not None and shot.id not in shots:
            return shot
        if wish.engine is not None and shots is not None:
            shot = shot.with_(engine=None if wish.engine == film.engine else wish.engine)
        if wish.finish is not None and shot.rendering.finish != wish.finish:
            shot = shot.with_(rendering=shot.rendering.with_(finish=wish.finish))
        return shot

    scenes = tuple(scene.with_(shots=tuple(so(shot) for shot in scene.shots)) for scene in film.scenes)
    return film if scenes == film.scenes else film.with_(scenes=scenes)


def forecast(film: Film, shots: Collection[str] | None, wish: Wish, has: Callable[[str], bool]) -> Forecast:
    """What drawing these shots (None: all) so would cost. Raises StorageFailed."""
    asked = wished(film, shots, wish)
    whole = plan(asked, shots)
    nodes = (*whole.nodes, *more_takes(asked, shots, wish.takes))
    missing = tuple(node for node in nodes if not has(node.key))
    drawing, absent = _drawing(missing)
    kept = sum(1 for node in whole.nodes if has(node.key))
    cost, guess = _cost(missing, drawing)
    return Forecast(cost, kept, missing, drawing, absent, wish.takes, guess, guessing.has_card())


def offers(film: Film, shots: Collection[str] | None, wish: Wish, has: Callable[[str], bool]) -> tuple[Offer, ...]:
    """What every engine there is would make of it, those that need no graphics card first. Raises StorageFailed."""
    asked = tuple(orders(wished(film, shots, Wish(finish=wish.finish)), shots))
    return tuple(_offer(at_hand(manifest), asked, has) for manifest in manifests().values())


def of_key_frames(
    film: Film, shots: Collection[str], engine: str, has: Callable[[str], bool], *, another: bool
) -> Forecast:
    """What key frames of these shots would cost: one picture each, `another` than any that is there. A layout is drawn whatever is
    there: its order is the take's own. Raises StorageFailed."""
    asked = tuple(orders(film, shots))
    nodes = [key_frame_node(shot.id, order, engine) for shot, order in asked]
    missing = tuple(node for node in nodes if another or engine == LAYOUT or not has(node.key))
    drawing, absent = _drawing(missing)
    drawn = {node.shots[0] for node in missing}
    stills = tuple(_node(_priced(order, engine), shot) for shot, order in asked if shot.id in drawn)
    cost, guess = _cost(stills, drawing)
    return Forecast(
        cost, len(nodes) - len(missing), missing, drawing, absent, guessed=guess, on_card=guessing.has_card()
    )


def _priced(order: ShotOrder, engine: str) -> ShotOrder:
    """What a key frame costs as much as. For a layout the set is built as for a take: that takes as long as a second of it."""
    still = still_of(order, engine)
    return still.with_(frames=max(1, round(order.rate))) if engine == LAYOUT else still


def _drawing(nodes: tuple[Node, ...]) -> tuple[dict[str, ModelManifest], tuple[str, ...]]:
    """Who draws them, and what keeps these from it; a film may come from a machine with engines that are not known here."""
    known: dict[str, ModelManifest] = {}
    stopped: list[str] = []
    for engine in sorted({node.engine for node in nodes}):
        try:
            known[engine] = at_hand(find(engine))
            told = hurdle(known[engine])
        except Unsupported as unknown:
            told = unknown
        if told is not None:
            stopped.append(told.sentence)
    return known, tuple(stopped)


def _offer(manifest: ModelManifest, asked: tuple[tuple[Shot, ShotOrder], ...], has: Callable[[str], bool]) -> Offer:
    cast = [(shot, without_idle(order.with_(engine=manifest.engine))) for shot, order in asked]
    drawn = {node.key: node for shot, order in cast if not has((node := _node(order, shot)).key)}
    missing = tuple(drawn.values())
    told = hurdle(manifest)
    lacks = next((reasons[0] for _, order in cast if (reasons := lacking(order, manifest))), "")
    cost, guess = _cost(missing, {manifest.engine: manifest})
    return Offer(manifest, cost, told.sentence if told is not None else "", lacks, guess, guessing.has_card())


def _node(order: ShotOrder, shot: Shot) -> Node:
    return Node(key_of(order), "motion", order.engine, order, (shot.id,))


def _cost(nodes: tuple[Node, ...], drawing: dict[str, ModelManifest]) -> tuple[Estimate, bool]:
    """What they cost, and whether the time of any of them is only guessed, as it is where there is no card to draw on."""
    paces = guessing.paces_of(nodes, drawing)
    return estimate(nodes, drawing, paces.by_engine), bool(paces.guessed)
