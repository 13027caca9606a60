"""A revised script comes in: Film -> Film, one edit and so one undo, with the list of what it changes.

Three films meet: the one that a person has been working on, the last reading of its script, and the new reading. What the
last reading says is what no person has done; without one (a film made by an older Storyreel) everything that differs from the
new script counts as a person's work, save the words themselves.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.film.check import circles
from engine.film.document import Film
from engine.film.revision.changes import Change, changes, kept_edits
from engine.film.revision.matching import match
from engine.film.revision.merging import NO_TAKES, Merge, assumed
from engine.film.revision.numbering import numbered
from engine.film.revision.recut import recut
from engine.film.revision.same_ids import under_known_ids
from engine.film.revision.threeway import V
from engine.film.shots import Scene, Shot


@dataclass(frozen=True, slots=True)
class Revised:
    """The film as it would be, the reading to compare the next revision with, and what changes."""

    film: Film
    reading: Film
    changes: tuple[Change, ...]


def revise(film: Film, script: Film, last: Film | None = None) -> Revised:
    """`film` brought up to the revised `script` (a breakdown); `last` is the reading that the last revision returned.

    No take is ever lost: a shot that the script no longer has is omitted with its takes. Locked cuts stay as they are.
    """
    found = match(last if last is not None else film.played, script, film)
    theirs = under_known_ids(script, found, (film, last) if last is not None else (film,))
    base = last if last is not None else _assumed(film, theirs)
    merged = Merge(base, film, theirs).film()
    counted = numbered(base, film, theirs, merged)
    after = _followed(recut(base, film, theirs, counted))
    reading = _with_numbers(theirs, after)
    told = (*changes(film, after), *kept_edits(base, film, theirs, after))
    return Revised(film if after == film else after, reading, told)


def untouched(film: Film, reading: Film) -> bool:
    """Whether nobody has edited the film since the script was read so: takes and what was omitted don't count."""

    def bare(each: Film) -> Film:
        scenes = (scene.with_(shots=tuple(shot.with_(**NO_TAKES) for shot in scene.shots)) for scene in each.scenes)
        return each.with_(scenes=tuple(scenes), style=reading.style, engine=reading.engine, numbering="free")

    known = {each.id for row in (reading.cast, reading.props, reading.places) for each in row}
    played = film.played
    played = played.with_(
        cast=tuple(each for each in played.cast if each.id in known),
        props=tuple(each for each in played.props if each.id in known),
        places=tuple(each for each in played.places if each.id in known),
    )
    return bare(played) == bare(reading)


def _assumed(film: Film, theirs: Film) -> Film:
    """The last reading of a film that has none: the film's words with everything else as the script has it now."""
    said = {shot.id: shot for shot in theirs.shots}
    scenes = {scene.id: scene for scene in theirs.scenes}

    def shot_of(own: Shot) -> Shot:
        return assumed(own, said[own.id]) if own.id in said else own

    def scene_of(own: Scene) -> Scene:
        told = scenes.get(own.id, own)
        words = {"heading": own.heading, "synopsis": own.synopsis, "number": own.number}
        return told.with_(**words, shots=tuple(shot_of(shot) for shot in own.shots if not shot.omitted))

    played = film.played
    return theirs.with_(
        cast=_known(theirs.cast, film.cast, lambda each: each.id),
        props=_known(theirs.props, film.props, lambda each: each.id),
        places=_known(theirs.places, film.places, lambda each: each.id),
        scenes=tuple(scene_of(scene) for scene in played.scenes),
        cuts=(),
    )


def _known(theirs: tuple[V, ...], mine: tuple[V, ...], key: Callable[[V], str]) -> tuple[V, ...]:
    """All that the film has, as the script has it where it has it."""
    said = {key(each): each for each in theirs}
    return tuple(said.get(key(each), each) for each in mine)


def _followed(film: Film) -> Film:
    """The film in which no shot follows one that is gone, or itself over others."""
    there = {shot.id for shot in film.shots}
    lost = any(shot.follows is not None and shot.follows not in there for shot in film.shots)
    if not lost and next(circles(film), None) is None:
        return film
    everything = next(circles(film), None) is not None

    def freed(shot: Shot) -> Shot:
        return shot.with_(follows=None) if everything or shot.follows not in there else shot

    return film.with_(
        scenes=tuple(scene.with_(shots=tuple(freed(shot) for shot in scene.shots)) for scene in film.scenes)
    )


def _with_numbers(reading: Film, film: Film) -> Film:
    """The reading with the film's numbers, where those are locked: a number that was given is no person's edit."""
    if film.numbering == "free":
        return reading
    numbers = {scene.id: scene.number for scene in film.scenes}
    slates = {shot.id: shot.slate for shot in film.shots}
    return reading.with_(
        scenes=tuple(
            scene.with_(
                number=numbers.get(scene.id, scene.number),
                shots=tuple(shot.with_(slate=slates.get(shot.id, shot.slate)) for shot in scene.shots),
            )
            for scene in reading.scenes
        )
    )
