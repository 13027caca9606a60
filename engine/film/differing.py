"""Which shots of two films are not the same: what whoever shows a film asks after every edit.

Scenes that are the same value are not looked into, so one edit on a board of two thousand shots costs one scene.
Everybody who listens asks after the same edit, so the last answer is kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from engine.film.document import Film
from engine.film.shots import Shot

Differing = Mapping[str, tuple[Shot | None, Shot | None]]


def differing(before: Film, after: Film) -> Differing:
    """By id, each shot as it was and as it is; None where it was not there, or is there no more."""
    return _differing(_Scenes(before), _Scenes(after))


class _Scenes:
    """A film's scenes, known by which object they are: to compare two thousand shots by value is what should not happen."""

    def __init__(self, film: Film) -> None:
        self.scenes = film.scenes

    def __hash__(self) -> int:
        return id(self.scenes)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Scenes) and self.scenes is other.scenes


@lru_cache(maxsize=2)
def _differing(before: _Scenes, after: _Scenes) -> Differing:
    same = {id(scene) for scene in before.scenes} & {id(scene) for scene in after.scenes}
    was, now = (
        {shot.id: shot for scene in film.scenes if id(scene) not in same for shot in scene.shots}
        for film in (before, after)
    )
    return MappingProxyType(
        {
            shot_id: (was.get(shot_id), now.get(shot_id))
            for shot_id in {**was, **now}
            if was.get(shot_id) is not now.get(shot_id)
        }
    )


def other_takes(before: Film, after: Film) -> bool:
    """Whether a take has come, gone or been chosen, or a shot with takes come or gone."""
    return any(_takes(was) != _takes(now) for was, now in differing(before, after).values())


def _takes(shot: Shot | None) -> object:
    return (shot.takes, shot.circled, shot.omitted) if shot is not None and shot.takes else ()


def only_shots_differ(before: Film, after: Film) -> bool:
    """Whether nothing but scenes and shots has changed: not a cut, nor the cast, nor the film's own settings."""
    return all(getattr(before, name) is getattr(after, name) for name in Film.model_fields if name != "scenes")
