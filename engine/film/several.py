"""Edits of several shots at once, Film -> Film: what a selection on the board needs, in one pass over the film.

Edits of one shot (`board`, `coverage`) look the shot up and check the whole film; two thousand of them one after the other would be felt.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from engine.errors import BadInput
from engine.film.board import add_shot, duplicate_shot, merge_shots, remove_shot, twin
from engine.film.document import Film
from engine.film.locate import find_shot, must_hold, scene_of
from engine.film.numbers import between, slate_for
from engine.film.rows import NewId
from engine.film.shots import Scene, Shot
from engine.film.values import fresh_id


def edit_shots(film: Film, shot_ids: Collection[str], change: Callable[[Shot], Shot]) -> Film:
    """The film with `change` made to these shots. Raises BadInput when one then names what the film does not have."""
    wanted = frozenset(shot_ids)
    edited: list[Shot] = []

    def change_scene(scene: Scene) -> Scene:
        if not any(shot.id in wanted for shot in scene.shots):
            return scene
        shots = tuple(change(shot) if shot.id in wanted else shot for shot in scene.shots)
        new = [shot for shot, was in zip(shots, scene.shots, strict=True) if shot is not was]
        edited.extend(new)
        return scene.with_(shots=shots) if new else scene

    scenes = tuple(change_scene(scene) for scene in film.scenes)
    if not edited:
        return film
    after = film.with_(scenes=scenes)
    must_hold(after, *edited)
    return after


def in_story_order(film: Film, shot_ids: Collection[str]) -> tuple[str, ...]:
    """These shots as the story has them; ids that the film does not know are left out."""
    wanted = frozenset(shot_ids)
    return tuple(shot.id for shot in film.shots if shot.id in wanted)


def move_shots(film: Film, shot_ids: Collection[str], scene_id: str, *, at: int | None = None) -> Film:
    """The shots side by side in a scene, in story order, before the shot that stands at position `at` there now (None: last)."""
    wanted = frozenset(shot_ids)
    moved = tuple(shot for shot in film.shots if shot.id in wanted)
    target = scene_of(film, scene_id)
    before = target.shots if at is None else target.shots[:at]
    position = sum(1 for shot in before if shot.id not in wanted)
    scenes: list[Scene] = []
    for scene in film.scenes:
        rest = tuple(shot for shot in scene.shots if shot.id not in wanted)
        if scene.id == scene_id:
            rest = (*rest[:position], *moved, *rest[position:])
        scenes.append(scene if rest == scene.shots else scene.with_(shots=rest))
    return film if tuple(scenes) == film.scenes else film.with_(scenes=tuple(scenes))


def remove_shots(film: Film, shot_ids: Collection[str]) -> Film:
    """The film without these shots (see `board.remove_shot`)."""
    for shot_id in in_story_order(film, shot_ids):
        film = remove_shot(film, shot_id)
    return film


def duplicate_shots(film: Film, shot_ids: Collection[str], *, new_id: NewId = fresh_id) -> Film:
    """A copy of each shot right behind it, takes included."""
    for shot_id in in_story_order(film, shot_ids):
        film = duplicate_shot(film, shot_id, new_id=new_id)
    return film


def insert_copies(
    film: Film, copied: Sequence[Shot], scene_id: str, *, at: int | None = None, new_id: NewId = fresh_id
) -> Film:
    """Copies of shots as they were when they were copied, side by side before position `at` of a scene (None: last). One that
    followed a shot which is gone follows none."""
    there = {shot.id for shot in film.shots}
    place = len(scene_of(film, scene_id).shots) if at is None else at
    for number, shot in enumerate(copied, place):
        slate = new_shot(film, scene_id, at=number).slate
        free = shot if shot.follows in there else shot.with_(follows=None)
        film = add_shot(film, scene_id, twin(free, slate, new_id), at=number)
    return film


def merge_run(film: Film, shot_ids: Sequence[str]) -> Film:
    """Neighbouring shots of a scene as one, the first. Raises BadInput for fewer than two, or for shots that are not neighbours."""
    first, *others = in_story_order(film, shot_ids) or ("",)
    if not others:
        raise BadInput("Two shots or more are needed to merge.", "Select neighbouring shots of one scene.")
    for other in others:
        film = merge_shots(film, first, other)
    return film


def new_shot(film: Film, scene_id: str, *, at: int | None = None, seconds: int = 3, new_id: NewId = fresh_id) -> Shot:
    """A blank shot for position `at` of a scene, with a slate that is free; not in the film yet."""
    scene = scene_of(film, scene_id)
    where = len(scene.shots) if at is None else at
    return Shot(id=new_id(), slate=_free_slate(film, scene, where), duration=max(1, round(seconds * film.rate)))


def new_scene(film: Film, *, at: int | None = None, new_id: NewId = fresh_id) -> Scene:
    """An empty scene for position `at` (None: last) with a number that is free; not in the film yet."""
    numbers = [scene.number for scene in film.scenes]
    taken = {*numbers}
    where = len(numbers) if at is None else at
    if where < len(numbers):
        return Scene(id=new_id(), number=between(numbers[where - 1] if where else None, numbers[where], taken))
    number = len(numbers) + 1
    while str(number) in taken:
        number += 1
    return Scene(id=new_id(), number=str(number))


def place_behind(film: Film, shot_id: str) -> tuple[str, int]:
    """The scene of a shot, and the position right behind it."""
    scene, index, _ = find_shot(film, shot_id)
    return scene.id, index + 1


def _free_slate(film: Film, scene: Scene, at: int) -> str:
    taken = {shot.slate for shot in film.shots}
    if film.numbering == "locked" and scene.shots:
        before = scene.shots[at - 1].slate if at else None
        return between(before, scene.shots[at].slate if at < len(scene.shots) else None, taken)
    number = len(scene.shots)
    while (slate := slate_for(scene.number, number)) in taken:
        number += 1
    return slate
