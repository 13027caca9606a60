"""Finding things in a film by id, and putting changed ones back: what every edit does first and last.

A wrong id is the caller's slip and gets a sentence, not a KeyError: ids come from windows and command lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

from engine.errors import BadInput
from engine.film.check import circles, known, shot_complaints
from engine.film.cuts import Clip, Cut
from engine.film.document import Film
from engine.film.shots import Scene, Shot


class _HasId(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_HasId)
V = TypeVar("V")


def index_of(values: tuple[T, ...], wanted: str, what: str) -> int:
    """Where the value of that id stands. Raises BadInput when nothing has it; `what` names the kind."""
    for index, value in enumerate(values):
        if value.id == wanted:
            return index
    raise BadInput(f"There is no {what} with the id {wanted!r}.", "Look it up again: it may have been removed.")


def must_be_free(wanted: str, taken: Iterable[str], what: str) -> None:
    """Raises BadInput when the id is in use."""
    if wanted in taken:
        raise BadInput(f"There is already a {what} with the id {wanted!r}.", "Give it an id of its own.")


def put(values: tuple[V, ...], index: int, *new: V) -> tuple[V, ...]:
    """The values with the one at `index` replaced by `new` (none: removed)."""
    return (*values[:index], *new, *values[index + 1 :])


def inserted(values: tuple[V, ...], at: int | None, new: V) -> tuple[V, ...]:
    """The values with `new` before position `at`, or last. Raises BadInput for a position that does not exist."""
    where = len(values) if at is None else at
    if not 0 <= where <= len(values):
        raise BadInput(f"There is no position {where}: positions go from 0 to {len(values)}.", "Choose another.")
    return (*values[:where], new, *values[where:])


def scene_of(film: Film, scene_id: str) -> Scene:
    """The scene of that id."""
    return film.scenes[index_of(film.scenes, scene_id, "scene")]


def shot_of(film: Film, shot_id: str) -> Shot:
    """The shot of that id."""
    return find_shot(film, shot_id)[2]


def find_shot(film: Film, shot_id: str) -> tuple[Scene, int, Shot]:
    """The shot of that id, with its scene and its position there."""
    for scene in film.scenes:
        for index, shot in enumerate(scene.shots):
            if shot.id == shot_id:
                return scene, index, shot
    raise BadInput(f"There is no shot with the id {shot_id!r}.", "Look it up again: it may have been removed.")


def with_scene(film: Film, scene: Scene) -> Film:
    """The film with the scene of that id replaced."""
    return film.with_(scenes=put(film.scenes, index_of(film.scenes, scene.id, "scene"), scene))


def with_shot(film: Film, shot: Shot) -> Film:
    """The film with the shot of that id replaced, once what it names is known to exist."""
    scene, index, before = find_shot(film, shot.id)
    after = with_scene(film, scene.with_(shots=put(scene.shots, index, shot)))
    must_hold(after, shot)
    if shot.follows != before.follows:
        must_not_circle(after)
    return after


def with_each_shot(film: Film, change: Callable[[Shot], Shot]) -> Film:
    """The film with every shot changed; scenes in which none is, stay the same value."""
    scenes: list[Scene] = []
    for scene in film.scenes:
        shots = tuple(change(shot) for shot in scene.shots)
        same = all(old is new for old, new in zip(scene.shots, shots, strict=True))
        scenes.append(scene if same else scene.with_(shots=shots))
    return film.with_(scenes=tuple(scenes))


def must_hold(film: Film, *shots: Shot) -> None:
    """Raises BadInput when one of these shots names something the film does not have."""
    names = known(film, shots)
    for shot in shots:
        for complaint in shot_complaints(shot, names):
            raise BadInput(f"That cannot be: {complaint}.", "Add it first, or leave it out.")


def must_not_circle(film: Film) -> None:
    """Raises BadInput when a shot follows itself over others."""
    for complaint in circles(film):
        raise BadInput(f"That cannot be: {complaint}.", "Let it follow another shot.")


def line_ids(film: Film) -> set[str]:
    """The ids of all lines."""
    return {line.id for shot in film.shots for line in shot.lines}


def panel_ids(film: Film) -> set[str]:
    """The ids of all panels."""
    return {panel.id for shot in film.shots for panel in shot.panels}


def locked_cut_with(film: Film, shot_id: str) -> Cut | None:
    """A locked cut that shows the shot, if there is one."""
    for cut in film.cuts:
        if cut.locked and any(isinstance(i, Clip) and i.shot == shot_id for track in cut.tracks for i in track.items):
            return cut
    return None


def must_not_be_in_a_locked_cut(film: Film, shot: Shot) -> None:
    """Raises BadInput when a locked cut shows the shot."""
    cut = locked_cut_with(film, shot.id)
    if cut is not None:
        raise BadInput(f"Shot {shot.slate} is used by the locked cut {cut.name!r}.", "Unlock or remove that cut first.")


def must_keep_pinned_takes(film: Film, shot: Shot) -> None:
    """Raises BadInput when a cut pins a take that the shot, as it would be, has no more."""
    takes = {take.id for take in shot.takes}
    for cut in film.cuts:
        for item in (item for track in cut.tracks for item in track.items):
            if item.kind == "clip" and item.shot == shot.id and item.take is not None and item.take not in takes:
                raise BadInput(
                    f"A take of shot {shot.slate} is pinned by the cut {cut.name!r}.", "Unpin it there first."
                )
