"""Which of the models at hand draws a shot, by what the shot brings along and what a model can take in; said in one line.

A shot with reference pictures goes to a model that takes references, one with a first and a last frame to one that animates between
them, a blocked-out one to a model that follows its guide passes, spoken lines to one that speaks where sound is asked for. Among those
that can do all of it the order of the shelf decides; what none can do is said, never silently dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from engine.errors import Unsupported
from engine.film.document import Film
from engine.plan.capabilities import Condition, ModelManifest
from engine.plan.costing import recipe_of
from engine.plan.estimate import asked, unmet
from engine.plan.finals import in_words, way_of
from engine.plan.native import longest_shot, moves, slowed, too_long
from engine.plan.orders import ShotOrder
from engine.plan.plan import Node
from engine.plan.prompts import unread
from engine.plan.references import pictured

_REASONS: tuple[tuple[Condition, str], ...] = (
    ("references", "it has reference pictures"),
    ("last_frame", "it has a last frame"),
    ("first_frame", "it has a first frame"),
    ("control", "it follows its blocking"),
    ("audio", "its lines are spoken"),
)
"""What sends a shot to a model, the strongest first."""

_NEEDS: dict[Condition, str] = {
    "first_frame": "a first frame",
    "last_frame": "a last frame",
    "references": "reference pictures of its subjects",
    "control": "a guide pass to follow",
}


@dataclass(frozen=True, slots=True)
class Route:
    """The model that draws a shot, and why in one line."""

    manifest: ModelManifest
    why: str


def route(order: ShotOrder, models: Sequence[ModelManifest], *, sound: bool = False) -> Route:
    """The model for the order, of `models` (the ones at hand, the preferred first). `sound`: spoken lines want a model that
    speaks. Raises Unsupported, with the reason of the first, where none can draw it."""
    drawing = [model for model in models if moves(model)]
    able = [model for model in drawing if not lacking(order, model)]
    if not able:
        reason = lacking(order, drawing[0])[0] if drawing else "No model is on the shelf."
        slower = (
            " It may be slowed down: render --overlong stretch."
            if any(too_long(order, model) for model in drawing)
            else ""
        )
        raise Unsupported(reason, f"`storyreel models` lists others; the animatic engine draws every shot.{slower}")
    wanted = _wanted(order, sound)
    best = min(able, key=lambda model: (_dropped(wanted, model), _idle(wanted, model)))
    used = [why for what, why in _REASONS if what in wanted and what in best.conditions]
    dropped = [*unmet(order, best), *(["the lines"] if "audio" in wanted and "audio" not in best.conditions else [])]
    why = f"{best.title}: {' and '.join(used[:2]) or 'words are all it brings'}"
    return Route(best, f"{why}; no model at hand can use {', '.join(dropped)}." if dropped else f"{why}.")


def lacking(order: ShotOrder, manifest: ModelManifest) -> tuple[str, ...]:
    """Why the model cannot draw the order at all, in sentences: what it needs and is not given, and shots that are too long."""
    given = asked(order)
    if order.pickup is not None:
        given |= {"first_frame", "last_frame"}  # the pictures that stay; engine.plan.pickups.hindrance asks for them
    missing = [_NEEDS.get(what, what) for what in manifest.needs if what not in given]
    told = [f"{manifest.title} needs {' and '.join(missing)}."] if missing else []
    if too_long(order, manifest) and not order.overlong:
        longest = longest_shot(order.rate, manifest)
        told.append(
            f"{manifest.title} draws at most {float(longest / order.rate):.1f} s at once; the shot is "
            f"{float(order.length / order.rate):.1f} s with its handles."
        )
    return tuple(told)


def remarks(order: ShotOrder, manifest: ModelManifest) -> tuple[str, ...]:
    """What is worth knowing before the shot is drawn with that model, in sentences: first why it cannot be drawn at all, then
    what is left out."""
    left_out = [f"{manifest.title} cannot use {what}; it is left out." for what in unmet(order, manifest)]
    shown, most = len(pictured(order)), manifest.max_references
    if "references" in manifest.conditions and most is not None and shown > most:
        left_out.append(f"{manifest.title} takes {most} references; the shot has {shown}, the first ones are used.")
    if manifest.family is not None and unread(order, manifest):
        left_out.append(f"{manifest.title} reads no Chinese; the shot's own words reach it as they are.")
    if order.finish == "draft" and manifest.family is not None and recipe_of(order, manifest) == manifest.defaults:
        left_out.append(f"{manifest.title} has no quick recipe for drafts; its usual one is used.")
    if manifest.family is not None and not moves(manifest):
        left_out.append(f"{manifest.title} draws stills: one picture is held for the whole shot.")
    if (speed := slowed(order, manifest)) < 1:
        left_out.append(f"It is longer than {manifest.title} draws at once, and slowed to {speed:.0%} of its speed.")
    if order.drafted is not None and way_of(manifest) == "seed":
        left_out.append(in_words(order, manifest))
    return (*lacking(order, manifest), *left_out)


def remarks_on(film: Film, nodes: Iterable[Node], manifests: Mapping[str, ModelManifest]) -> Iterator[tuple[str, str]]:
    """A slate and a sentence for each remark on these pieces of work of the film, as far as their engines are known. A draft that would be
    no other picture is in no order (engine.plan.idle_wishes): who wished for one is told all the same."""
    shots = {shot.id: shot for shot in film.shots}
    for node in (each for each in nodes if each.engine in manifests):
        order, shot = node.order, next((shots[each] for each in node.shots if each in shots), None)
        if shot is not None and shot.rendering.finish == "draft" and (shot.engine or film.engine) == node.engine:
            order = order.with_(finish="draft")
        for remark in remarks(order, manifests[node.engine]):
            yield node.key[:8] if shot is None else shot.slate, remark


def _wanted(order: ShotOrder, sound: bool) -> frozenset[Condition]:
    spoken = sound and any(not line.voice_over for line in order.lines)
    wanted: list[Condition] = [what for what, _ in _REASONS if what in asked(order) or (what == "audio" and spoken)]
    return frozenset(wanted)


def _dropped(wanted: frozenset[Condition], model: ModelManifest) -> int:
    """How much would be left out: what counts more weighs more than all that counts less."""
    return sum(
        2 ** (len(_REASONS) - at) for at, (what, _) in enumerate(_REASONS) if what in wanted - set(model.conditions)
    )


def _idle(wanted: frozenset[Condition], model: ModelManifest) -> int:
    """Whether the model is made for something that the shot does not bring (a plain shot needs no control model)."""
    return len({what for what, _ in _REASONS} & set(model.conditions) - wanted) if not wanted else 0
