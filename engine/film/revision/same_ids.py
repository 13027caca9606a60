"""A reading of a revised script under the ids that the film knows its scenes, shots and lines by.

Ids come from words, so revised words bring new ones. What is matched takes the film's id back, because takes, cuts and
edits hang on it; what is new keeps its own unless the film uses that already (for a shot whose words were revised before).
"""

from __future__ import annotations

from collections.abc import Iterable

from engine.film.cuts import Clip, Cut, Item
from engine.film.document import Film
from engine.film.revision.matching import Matches
from engine.film.shots import Scene, Shot


def under_known_ids(reading: Film, found: Matches, taken: Iterable[Film]) -> Film:
    """The reading with every matched id replaced; `taken` are the films whose ids new things must not have."""
    films = tuple(taken)
    shots = _ids([s.id for s in reading.shots], found.shots, {s.id for film in films for s in film.shots})
    scenes = _ids([s.id for s in reading.scenes], found.scenes, {s.id for film in films for s in film.scenes})
    known_lines = {line.id for film in films for shot in film.shots for line in shot.lines}
    lines = _ids([line.id for shot in reading.shots for line in shot.lines], found.lines, known_lines)
    return reading.with_(
        scenes=tuple(_scene(scene, scenes, shots, lines) for scene in reading.scenes),
        cuts=tuple(_cut(cut, shots) for cut in reading.cuts),
    )


def _ids(ids: Iterable[str], found: dict[str, str], taken: set[str]) -> dict[str, str]:
    """What each id becomes; an id that is taken gets the first free number behind it."""
    given: dict[str, str] = {}
    used = {*taken, *found.values()}
    for each in ids:
        name, number = found.get(each, each), 1
        while each not in found and name in used:
            number += 1
            name = f"{each}-{number}"
        used.add(name)
        given[each] = name
    return given


def _scene(scene: Scene, scenes: dict[str, str], shots: dict[str, str], lines: dict[str, str]) -> Scene:
    return scene.with_(id=scenes[scene.id], shots=tuple(_shot(shot, shots, lines) for shot in scene.shots))


def _shot(shot: Shot, shots: dict[str, str], lines: dict[str, str]) -> Shot:
    return shot.with_(
        id=shots[shot.id],
        lines=tuple(line.with_(id=lines[line.id]) for line in shot.lines),
        follows=shots.get(shot.follows, shot.follows) if shot.follows else None,
    )


def _cut(cut: Cut, shots: dict[str, str]) -> Cut:
    tracks = tuple(track.with_(items=tuple(_item(item, shots) for item in track.items)) for track in cut.tracks)
    return cut.with_(tracks=tracks)


def _item(item: Item, shots: dict[str, str]) -> Item:
    """A clip of the first cut is named after its shot, and a transition after the shot that it leads to."""
    kind, _, shot = item.id.partition("-")
    named = f"{kind}-{shots[shot]}" if shot in shots else item.id
    if isinstance(item, Clip) and item.shot is not None:
        return item.with_(id=named, shot=shots.get(item.shot, item.shot))
    return item.with_(id=named)
