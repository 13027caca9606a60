"""Edits of the board, Film -> Film: scenes and shots added, removed, split, merged, moved, duplicated, renumbered.

What happens to the cuts: moving and adding change none (a cut has an order of its own). Where a shot goes, its clips in
unlocked cuts become gaps, or close up on every track where that is asked for; a locked cut never changes, so a shot that one uses cannot
be removed or merged away. Takes are never lost by a split: both halves keep them, the second one shifted.

Every function raises BadInput for an id or position that does not exist. `new_id` makes the ids of new things.
"""

from __future__ import annotations

from typing import Any, Literal

from engine.errors import BadInput
from engine.film.board_cuts import merge_clips, remove_clips, split_clips
from engine.film.document import Film
from engine.film.faults import amended
from engine.film.locate import (
    find_shot,
    index_of,
    inserted,
    line_ids,
    must_be_free,
    must_hold,
    must_keep_pinned_takes,
    must_not_be_in_a_locked_cut,
    must_not_circle,
    panel_ids,
    put,
    scene_of,
    shot_of,
    with_each_shot,
    with_scene,
    with_shot,
)
from engine.film.numbers import behind, slate_for
from engine.film.rows import NewId
from engine.film.shots import Casting, Line, Panel, Scene, Shot
from engine.film.takes import Take
from engine.film.values import fresh_id


def add_shot(film: Film, scene_id: str, shot: Shot, *, at: int | None = None) -> Film:
    """A new shot in a scene, before position `at` (None: last)."""
    must_be_free(shot.id, (each.id for each in film.shots), "shot")
    _lines_and_panels_are_new(film, shot)
    scene = scene_of(film, scene_id)
    after = with_scene(film, scene.with_(shots=inserted(scene.shots, at, shot)))
    must_hold(after, shot)
    must_not_circle(after)
    return after


def edit_shot(film: Film, shot_id: str, **changes: Any) -> Film:
    """The shot with other contents: edit_shot(film, id, action="...", duration=60). Cuts keep their own lengths."""
    before = shot_of(film, shot_id)
    shot = amended(before, f"Shot {before.slate}", changes)
    must_keep_pinned_takes(film, shot)
    if {"lines", "panels"} & changes.keys():
        _lines_and_panels_are_new(with_shot(film, before.with_(lines=(), panels=())), shot)
    return with_shot(film, shot)


def remove_shot(film: Film, shot_id: str, *, clips: Literal["gap", "close"] = "gap") -> Film:
    """The film without the shot. In unlocked cuts its clips become gaps, or close up on all tracks (`clips="close"`)."""
    scene, index, shot = find_shot(film, shot_id)
    must_not_be_in_a_locked_cut(film, shot)
    film = remove_clips(film, shot_id, close=clips == "close")
    return _refollowed(with_scene(film, scene.with_(shots=put(scene.shots, index))), shot_id, None)


def move_shot(film: Film, shot_id: str, scene_id: str, *, at: int | None = None) -> Film:
    """The shot in another place; `at` is its position among the other shots of that scene (None: last)."""
    scene, index, shot = find_shot(film, shot_id)
    film = with_scene(film, scene.with_(shots=put(scene.shots, index)))
    target = scene_of(film, scene_id)
    return with_scene(film, target.with_(shots=inserted(target.shots, at, shot)))


def duplicate_shot(film: Film, shot_id: str, *, slate: str | None = None, new_id: NewId = fresh_id) -> Film:
    """A copy of the shot right behind it, takes included: the same order is the same picture, so nothing is rendered."""
    scene, index, shot = find_shot(film, shot_id)
    copy = twin(shot, slate or _free_slate(film, scene, index), new_id)
    return with_scene(film, scene.with_(shots=put(scene.shots, index, shot, copy)))


def twin(shot: Shot, slate: str, new_id: NewId = fresh_id) -> Shot:
    """The same shot once more, with ids of its own; not in a film yet."""
    return shot.with_(
        id=new_id(),
        slate=slate,
        lines=tuple(line.with_(id=new_id()) for line in shot.lines),
        panels=tuple(panel.with_(id=new_id()) for panel in shot.panels),
    )


def split_shot(film: Film, shot_id: str, frame: int, *, slate: str | None = None, new_id: NewId = fresh_id) -> Film:
    """Two shots out of one: the first keeps frames [0, frame), the second follows on from it.

    A line goes with the half it begins in and keeps its length, so one that runs over the split becomes an L cut. What
    followed the shot now follows its second half. Clips in unlocked cuts are divided; locked cuts stay with the first
    half, whose takes still hold all their frames.
    """
    scene, index, shot = find_shot(film, shot_id)
    if not 0 < frame < shot.duration:
        raise BadInput(
            f"Shot {shot.slate} cannot be split at frame {frame}.", f"Choose a frame from 1 to {shot.duration - 1}."
        )
    second = _second_half(film, shot, frame, slate or _free_slate(film, scene, index), new_id)
    first = shot.with_(
        duration=frame,
        lines=tuple(line for line in shot.lines if line.start < frame),
        panels=tuple(panel for panel in shot.panels if panel.start < frame),
        last_frame=None,
    )
    film = _refollowed(film, shot_id, second.id)
    film = with_scene(
        film, scene_of(film, scene.id).with_(shots=put(scene_of(film, scene.id).shots, index, first, second))
    )
    return split_clips(film, shot_id, frame, second, new_id)


def merge_shots(film: Film, first_id: str, second_id: str) -> Film:
    """Two neighbouring shots of a scene as one: the first one's setup and takes, both actions, lines, cast, props and
    panels. The second one's takes leave the film (their media stay in the take store)."""
    scene, index, first = find_shot(film, first_id)
    if index + 1 >= len(scene.shots) or scene.shots[index + 1].id != second_id:
        raise BadInput(
            f"Only a shot and the next one of its scene can be merged; {first.slate} is not before that one.",
            "Move it there.",
        )
    second = scene.shots[index + 1]
    must_not_be_in_a_locked_cut(film, second)
    film = merge_clips(film, first, second)
    merged = _merged(first, second)
    shots = put(put(scene.shots, index + 1), index, merged)
    after = _refollowed(with_scene(film, scene.with_(shots=shots)), second_id, first_id)
    must_not_circle(after)
    return after


def add_scene(film: Film, scene: Scene, *, at: int | None = None) -> Film:
    """A new scene before position `at` (None: last)."""
    must_be_free(scene.id, (each.id for each in film.scenes), "scene")
    _place_exists(film, scene)
    after = film.with_(scenes=inserted(film.scenes, at, scene.with_(shots=())))
    for shot in scene.shots:
        after = add_shot(after, scene.id, shot.with_(follows=None))
    return _put_scene_shots(after, scene)


def edit_scene(film: Film, scene_id: str, **changes: Any) -> Film:
    """The scene with another number, heading, place, time, weather or synopsis; shots have edits of their own."""
    before = scene_of(film, scene_id)
    if "shots" in changes:
        raise BadInput("A scene's shots are not edited as a whole.", "Add, move or remove them one by one.")
    scene = amended(before, f"Scene {before.number}", changes)
    _place_exists(film, scene)
    return with_scene(film, scene)


def remove_scene(film: Film, scene_id: str, *, clips: Literal["gap", "close"] = "gap") -> Film:
    """The film without the scene and its shots (see `remove_shot`)."""
    for shot in scene_of(film, scene_id).shots:
        film = remove_shot(film, shot.id, clips=clips)
    return film.with_(scenes=put(film.scenes, index_of(film.scenes, scene_id, "scene")))


def move_scene(film: Film, scene_id: str, *, at: int | None = None) -> Film:
    """The scene in another position, counted among the others (None: last)."""
    index = index_of(film.scenes, scene_id, "scene")
    return film.with_(scenes=inserted(put(film.scenes, index), at, film.scenes[index]))


def split_scene(
    film: Film, scene_id: str, shot_id: str, *, number: str | None = None, new_id: NewId = fresh_id
) -> Film:
    """Two scenes out of one: `shot_id` becomes the first shot of the second, which plays at the same place and time."""
    scene = scene_of(film, scene_id)
    at = index_of(scene.shots, shot_id, f"shot in scene {scene.number}")
    if at == 0:
        raise BadInput(f"Scene {scene.number} cannot be split before its first shot.", "Choose a later shot.")
    second = scene.with_(id=new_id(), number=number or _free_number(film, scene.number), shots=scene.shots[at:])
    index = index_of(film.scenes, scene_id, "scene")
    return film.with_(scenes=put(film.scenes, index, scene.with_(shots=scene.shots[:at]), second))


def merge_scenes(film: Film, first_id: str, second_id: str) -> Film:
    """Two neighbouring scenes as one: the first one's number, heading, place and time, and the shots of both."""
    index = index_of(film.scenes, first_id, "scene")
    first = film.scenes[index]
    if index + 1 >= len(film.scenes) or film.scenes[index + 1].id != second_id:
        raise BadInput(
            f"Only a scene and the next one can be merged; scene {first.number} is not before that one.",
            "Move it there.",
        )
    second = film.scenes[index + 1]
    synopsis = _joined(first.synopsis, second.synopsis)
    merged = first.with_(shots=(*first.shots, *second.shots), synopsis=synopsis)
    return film.with_(scenes=put(put(film.scenes, index + 1), index, merged))


def renumber(film: Film) -> Film:
    """Scenes numbered 1, 2, 3 in story order and shots slated 1A, 1B, ... (no I, no O; then 1AA, 1AB). Raises BadInput
    while the numbers are locked."""
    if film.numbering == "locked":
        raise BadInput("The film's numbers are locked.", "Unlock them first.")
    scenes: list[Scene] = []
    for number, scene in enumerate(film.scenes, 1):
        shots = tuple(shot.with_(slate=slate_for(str(number), index)) for index, shot in enumerate(scene.shots))
        scenes.append(scene.with_(number=str(number), shots=shots))
    return film.with_(scenes=tuple(scenes))


def _second_half(film: Film, shot: Shot, frame: int, slate: str, new_id: NewId) -> Shot:
    panels = [panel.with_(start=panel.start - frame) for panel in shot.panels if panel.start >= frame]
    standing = max((p for p in shot.panels if p.start < frame), key=lambda panel: panel.start, default=None)
    if standing is not None and all(panel.start for panel in panels):
        panels.insert(0, standing.with_(id=new_id(), start=0))
    takes = tuple(_picked_up(take, frame, film) for take in shot.takes)
    kept = tuple(take for take in takes if take is not None)
    return shot.with_(
        id=new_id(),
        slate=slate,
        lines=tuple(line.with_(start=line.start - frame) for line in shot.lines if line.start >= frame),
        duration=shot.duration - frame,
        panels=tuple(panels),
        first_frame=None,
        key_frame=None,
        follows=shot.id,
        takes=kept,
        verdicts=tuple(each for each in shot.verdicts if any(take.id == each.take for take in kept)),
        binned=(),
        circled=shot.circled if any(take.id == shot.circled for take in kept) else None,
    )


def _picked_up(take: Take, frame: int, film: Film) -> Take | None:
    """The same media with frame 0 `frame` film frames later; None where that is not a whole picture of the take, or
    where no picture is left."""
    shift = frame if take.retime == "retimed" else frame * take.rate / film.rate
    head = take.head + shift
    if head != int(head) or head >= take.frames:
        return None
    return take.with_(head=int(head), recipe=take.recipe.with_(origin="pickup"))


def _merged(first: Shot, second: Shot) -> Shot:
    at = first.duration
    worn = {casting.subject for casting in first.cast}
    cast: tuple[Casting, ...] = (*first.cast, *(each for each in second.cast if each.subject not in worn))
    lines: tuple[Line, ...] = (*first.lines, *(line.with_(start=line.start + at) for line in second.lines))
    panels: tuple[Panel, ...] = (*first.panels, *(panel.with_(start=panel.start + at) for panel in second.panels))
    panels = tuple(sorted(panels, key=lambda panel: panel.start))  # one may stand behind the end of its shot
    return first.with_(
        action=_joined(first.action, second.action),
        note=_joined(first.note, second.note),
        lines=lines,
        cast=cast,
        props=tuple(dict.fromkeys((*first.props, *second.props))),
        duration=at + second.duration,
        panels=panels,
        last_frame=second.last_frame,
        follows=None if first.follows == second.id else first.follows,
    )


def _joined(first: str, second: str) -> str:
    return "\n".join(text for text in (first, second) if text)


def _refollowed(film: Film, gone: str, heir: str | None) -> Film:
    """Every shot that followed `gone` follows `heir` instead; the heir itself follows nobody then."""

    def change(shot: Shot) -> Shot:
        if shot.follows != gone:
            return shot
        return shot.with_(follows=None if shot.id == heir else heir)

    return with_each_shot(film, change)


def _free_slate(film: Film, scene: Scene, index: int) -> str:
    """The slate of a shot right behind the one at `index`: a locked one's letter, or the scene's next."""
    taken = {shot.slate for shot in film.shots}
    if film.numbering == "locked":
        return behind([shot.slate for shot in scene.shots], index, scene.number, taken)
    at = len(scene.shots)
    while slate_for(scene.number, at) in taken:
        at += 1
    return slate_for(scene.number, at)


def _free_number(film: Film, number: str) -> str:
    """12 -> 12A, 12B, ...: the trade's way to add a scene without renumbering the rest."""
    taken = {scene.number for scene in film.scenes}
    at = 0
    while slate_for(number, at) in taken:
        at += 1
    return slate_for(number, at)


def _place_exists(film: Film, scene: Scene) -> None:
    if scene.place is not None:
        index_of(film.places, scene.place, "place")


def _put_scene_shots(film: Film, scene: Scene) -> Film:
    """The scene's shots as they are, `follows` included, once they all stand in the film."""
    after = with_scene(film, scene)
    must_hold(after, *scene.shots)
    must_not_circle(after)
    return after


def _lines_and_panels_are_new(film: Film, shot: Shot) -> None:
    lines, panels = line_ids(film), panel_ids(film)
    for line in shot.lines:
        must_be_free(line.id, lines, "line")
        lines.add(line.id)
    for panel in shot.panels:
        must_be_free(panel.id, panels, "panel")
        panels.add(panel.id)
