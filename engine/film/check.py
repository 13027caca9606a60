"""Whether a film holds together: every id is its owner's alone, and everything that is named exists.

It runs where a film enters or leaves (load, import, save), not on every edit: edits keep a whole film whole. Each
complaint names one culprit, the way a person would find it: by slate, name or cut.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from engine.errors import BadFilm
from engine.film.cast import Subject
from engine.film.cuts import Clip, Cut
from engine.film.document import Film
from engine.film.rows import fits, row_of
from engine.film.shots import Shot
from engine.film.supply import shots_by_id

Complaints = Iterator[str]


def checked(film: Film) -> Film:
    """The same film. Raises BadFilm with the first complaint."""
    complaint = next(complaints(film), None)
    if complaint is not None:
        raise BadFilm(
            f"The film {film.title!r} does not hold together: {complaint}.", "Correct it, or go back to a copy."
        )
    return film


def complaints(film: Film) -> Complaints:
    """Everything that is wrong, each as a clause without a full stop."""
    yield from _doubles("cast, props and places", (v.id for v in (*film.cast, *film.props, *film.places)))
    yield from _doubles("scenes", (scene.id for scene in film.scenes))
    yield from _doubles("shots", (shot.id for shot in film.shots))
    yield from _doubles("lines", (line.id for shot in film.shots for line in shot.lines))
    yield from _doubles("panels", (panel.id for shot in film.shots for panel in shot.panels))
    yield from _doubles("cuts", (cut.id for cut in film.cuts))
    yield from _subjects(film)
    yield from _scenes(film)
    yield from _shots(film)
    yield from circles(film)
    shots = shots_by_id(film)
    for cut in film.cuts:
        yield from cut_complaints(cut, shots)


def _subjects(film: Film) -> Complaints:
    for subject in film.cast:
        yield from _doubles(f"the looks of {subject.name}", (look.name for look in subject.looks))


def _scenes(film: Film) -> Complaints:
    places = {place.id for place in film.places}
    for scene in film.scenes:
        if scene.place is not None and scene.place not in places:
            yield f"scene {scene.number} plays at a place that is missing ({scene.place})"


@dataclass(frozen=True, slots=True)
class Known:
    """What a shot may name."""

    cast: dict[str, Subject]
    props: frozenset[str]
    followed: frozenset[str]


def known(film: Film, shots: Iterable[Shot]) -> Known:
    """Everything these shots may name. The film's other shots are looked through only where one of these follows another:
    an edit of one shot of two thousand must not."""
    follow = any(shot.follows is not None for shot in shots)
    return Known(
        {subject.id: subject for subject in film.cast},
        frozenset(prop.id for prop in film.props),
        frozenset(shot.id for shot in film.shots) if follow else frozenset(),
    )


def shot_complaints(shot: Shot, names: Known) -> Complaints:
    """What is wrong with one shot, circles of `follows` left out."""
    yield from _shot_cast(shot, names.cast)
    yield from _doubles(f"the takes of shot {shot.slate}", (take.id for take in shot.takes))
    yield from _doubles(f"the props of shot {shot.slate}", shot.props)
    yield from (f"shot {shot.slate} shows a prop that is missing ({p})" for p in shot.props if p not in names.props)
    if shot.follows is not None and shot.follows not in names.followed:
        yield f"shot {shot.slate} follows a shot that is missing ({shot.follows})"


def circles(film: Film) -> Complaints:
    """A shot that follows itself over others could never be rendered: each would wait for the next."""
    follows = {shot.id: shot.follows for shot in film.shots}
    slates = {shot.id: shot.slate for shot in film.shots}
    cleared: set[str] = set()
    for shot in follows:
        trail: dict[str, None] = {}
        at: str | None = shot
        while at is not None and at in follows and at not in cleared and at not in trail:
            trail[at] = None
            at = follows[at]
        if at is not None and at in trail:
            yield f"shot {slates[at]} follows itself"
        cleared.update(trail)


def _shots(film: Film) -> Complaints:
    names = known(film, film.shots)
    for shot in film.shots:
        yield from shot_complaints(shot, names)


def _shot_cast(shot: Shot, cast: dict[str, Subject]) -> Complaints:
    yield from _doubles(f"the cast of shot {shot.slate}", (casting.subject for casting in shot.cast))
    for casting in shot.cast:
        subject = cast.get(casting.subject)
        if subject is None:
            yield f"shot {shot.slate} casts a subject that is missing ({casting.subject})"
        elif casting.look is not None and all(look.name != casting.look for look in subject.looks):
            yield f"in shot {shot.slate}, {subject.name} wears a look that is missing ({casting.look})"
    for line in shot.lines:
        if line.speaker and line.speaker not in cast:
            yield f"in shot {shot.slate}, a line is spoken by a subject that is missing ({line.speaker})"


def cut_complaints(cut: Cut, shots: Mapping[str, Shot]) -> Complaints:
    """What is wrong with one cut of a film that has these shots (by id)."""
    where = f"cut {cut.name}"
    yield from _doubles(f"the tracks of {where}", (track.id for track in cut.tracks))
    yield from _doubles(where, (item.id for track in cut.tracks for item in track.items))
    yield from _doubles(f"the markers of {where}", (marker.id for marker in cut.markers))
    for track in cut.tracks:
        yield from (c for item in track.items if isinstance(item, Clip) for c in _clip(item, cut, shots))
        if not fits(row_of(track)):
            yield f"in {where}, a transition on track {track.name or track.id} runs past its clips"


def _clip(clip: Clip, cut: Cut, shots: Mapping[str, Shot]) -> Complaints:
    if clip.shot is None:
        return
    shot = shots.get(clip.shot)
    if shot is None:
        yield f"cut {cut.name} shows a shot that is missing ({clip.shot})"
    elif clip.take is not None and shot.take(clip.take) is None:
        yield f"cut {cut.name} pins a take that shot {shot.slate} does not have ({clip.take})"
    elif clip.take is None and cut.locked:
        yield f"cut {cut.name} is locked, but names no take for shot {shot.slate}"


def _doubles(where: str, ids: Iterable[str]) -> Complaints:
    seen: set[str] = set()
    for each in ids:
        if each in seen:
            yield f"{each!r} stands twice in {where}"
        seen.add(each)
