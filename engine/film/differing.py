"""Which shots of two films are not the same: what whoever shows a film asks after every edit.

Scenes that are the same value are not looked into, so one edit on a board of two thousand shots costs one scene.
Everybody who listens asks after the same edit, so the last answer is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from engine.film.document import Film
from engine.film.itself import Itself
from engine.film.shots import Scene, Shot

Scenes = tuple[Scene, ...]

Differing = Mapping[str, tuple[Shot | None, Shot | None]]


def differing(before: Film, after: Film) -> Differing:
    """By id, each shot as it was and as it is; None where it was not there, or is there no more."""
    return _differing(Itself(before.scenes), Itself(after.scenes))


@lru_cache(maxsize=2)
def _differing(before: Itself[Scenes], after: Itself[Scenes]) -> Differing:
    same = {id(scene) for scene in before.value} & {id(scene) for scene in after.value}
    was, now = (
        {shot.id: shot for scene in scenes if id(scene) not in same for shot in scene.shots}
        for scenes in (before.value, after.value)
    )
    kept = set(map(id, was.values())).intersection(map(id, now.values()))
    other = dict.fromkeys(name for shots in (was, now) for name, shot in shots.items() if id(shot) not in kept)
    return MappingProxyType({name: (was.get(name), now.get(name)) for name in other})


def other_takes(before: Film, after: Film) -> bool:
    """Whether a take has come, gone or been chosen, or a shot with takes come or gone."""
    return any(_takes(was) != _takes(now) for was, now in differing(before, after).values())


def _takes(shot: Shot | None) -> object:
    return (shot.takes, shot.circled, shot.omitted) if shot is not None and shot.takes else ()


def only_shots_differ(before: Film, after: Film) -> bool:
    """Whether nothing but scenes and shots has changed: not a cut, nor the cast, nor the film's own settings."""
    return all(getattr(before, name) is getattr(after, name) for name in Film.model_fields if name != "scenes")
