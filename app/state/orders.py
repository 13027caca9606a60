"""Whether an edit can change what shots ask for: arriving takes, circles, ratings and cuts cannot, so they plan nothing anew."""

from __future__ import annotations

from engine.film.document import Film
from engine.film.shots import Scene, Shot

_APART = frozenset({"scenes", "cuts"})
_OF_TAKES = ("takes", "circled", "verdicts", "binned")


def same_orders(before: Film, after: Film) -> bool:
    """Whether both films ask the engine for the same pictures, as far as is known without a plan."""
    if any(getattr(before, name) != getattr(after, name) for name in Film.model_fields if name not in _APART):
        return False
    if len(before.scenes) != len(after.scenes):
        return False
    return all(a is b or _same_scene(a, b) for a, b in zip(before.scenes, after.scenes, strict=True))


def _same_scene(before: Scene, after: Scene) -> bool:
    if len(before.shots) != len(after.shots) or before.with_(shots=()) != after.with_(shots=()):
        return False
    return all(a is b or _same_shot(a, b) for a, b in zip(before.shots, after.shots, strict=True))


def _same_shot(before: Shot, after: Shot) -> bool:
    theirs = {name: getattr(after, name) for name in _OF_TAKES}
    return before.model_copy(update=theirs) == after
