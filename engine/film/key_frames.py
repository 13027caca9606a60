"""Key frames, Film -> Film: proposed for a shot, approved by a person, put aside.

Approved means that the shot begins with it: there is no second mark that could say otherwise.
Every function raises BadInput for an id that does not exist.
"""

from __future__ import annotations

from collections.abc import Collection

from engine.film.document import Film
from engine.film.locate import shot_of, with_shot
from engine.film.shots import KeyFrame, Shot


def is_approved(shot: Shot) -> bool:
    """Whether the shot begins with its key frame."""
    return shot.key_frame is not None and shot.first_frame == shot.key_frame.picture


def propose(film: Film, shot_id: str, key_frame: KeyFrame) -> Film:
    """A key frame to be looked at. One that was approved gives way: the shot no longer begins with it."""
    shot = shot_of(film, shot_id)
    first = None if is_approved(shot) else shot.first_frame
    return with_shot(film, shot.with_(key_frame=key_frame, first_frame=first))


def approve(film: Film, shot_ids: Collection[str]) -> Film:
    """These shots begin with their key frames; those without one stay as they are."""
    for shot in [shot_of(film, each) for each in shot_ids]:
        if shot.key_frame is not None:
            film = with_shot(film, shot.with_(first_frame=shot.key_frame.picture))
    return film


def put_aside(film: Film, shot_ids: Collection[str]) -> Film:
    """The shots without their key frames, approved or not."""
    for shot in [shot_of(film, each) for each in shot_ids]:
        first = None if is_approved(shot) else shot.first_frame
        film = with_shot(film, shot.with_(key_frame=None, first_frame=first))
    return film
