"""Which shots of two films are not the same: what whoever shows a film asks after every edit.

Scenes that are the same value are not looked into, so one edit on a board of two thousand shots costs one scene.
"""

from __future__ import annotations

from engine.film.document import Film
from engine.film.shots import Shot

Differing = dict[str, tuple[Shot | None, Shot | None]]


def differing(before: Film, after: Film) -> Differing:
    """By id, each shot as it was and as it is; None where it was not there, or is there no more."""
    same = {id(scene) for scene in before.scenes} & {id(scene) for scene in after.scenes}
    was, now = (
        {shot.id: shot for scene in film.scenes if id(scene) not in same for shot in scene.shots}
        for film in (before, after)
    )
    return {
        shot_id: (was.get(shot_id), now.get(shot_id))
        for shot_id in {**was, **now}
        if was.get(shot_id) is not now.get(shot_id)
    }
