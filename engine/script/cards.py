"""The cards of a board, read as the script they are: the same reader as for a script file, so that a film written by hand is drawn as one
that was brought in.

Each card goes in as one row of a shot list, each scene under its heading, or as prose where it has none; what comes out stands under the film's own ids.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TypeVar

from engine.film.cast import Place, Prop, Subject
from engine.film.document import Film, Language
from engine.film.rate import Rate
from engine.film.shots import Casting, Line, Scene, Shot
from engine.script.breakdown import breakdown
from engine.script.lines import is_chinese
from engine.script.screenplay import Element, Row, Screenplay
from engine.script.small_letters import with_capitals, with_names_told
from engine.script.tongues import Parted, other_than, parted, shot_words

V = TypeVar("V", Subject, Prop, Place)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words of some scenes say, by the film's ids. A scene of the film may be several of the story's: `moves` names the shots that
    begin somewhere else than the shot before them."""

    language: Language
    cast: tuple[Subject, ...] = ()
    props: tuple[Prop, ...] = ()
    places: tuple[Place, ...] = ()
    scenes: dict[str, Scene] = field(default_factory=dict[str, Scene])
    shots: dict[str, Shot] = field(default_factory=dict[str, Shot])
    moves: dict[str, Scene] = field(default_factory=dict[str, Scene])


def read_cards(
    film: Film,
    scenes: Sequence[Scene],
    known: Sequence[Subject] = (),
    said: Mapping[str, Sequence[Element]] | None = None,
) -> Reading:
    """The reading of these scenes of the film. `known` are those of its cast whom the words alone do not give; `said` are cues and
    speeches behind a shot's own lines."""
    said = said or {}
    heard = {shot: " ".join(element.text for element in speeches) for shot, speeches in said.items()}
    language = language_of(scenes, film.language, heard)
    parts = parted(scenes, language, heard)
    own = _read_in(film, parts.own, known, {k: v for k, v in said.items() if k not in parts.cards}, language)
    if not parts.cards and not parts.scenes:
        return own
    met = {subject.id: subject for subject in (*own.cast, *known)}
    theirs = {k: v for k, v in said.items() if k in parts.cards}
    return _together(own, _read_in(film, parts.other, tuple(met.values()), theirs, other_than(language)), parts)


def _read_in(
    film: Film,
    scenes: Sequence[Scene],
    known: Sequence[Subject],
    said: Mapping[str, Sequence[Element]],
    language: Language,
) -> Reading:
    return _under_ids(film, scenes, _read(_rows(film, scenes, said), language, film.rate, tuple(known)), language)


def _together(own: Reading, other: Reading, parts: Parted) -> Reading:
    """One reading of both: each card, and each scene that is wholly of one tongue, as its own reader has it."""
    shots, scenes = dict(own.shots), dict(own.scenes)
    for scene in parts.scenes & set(other.scenes):
        scenes[scene] = other.scenes[scene]
    for shot in parts.cards & set(other.shots):
        sky = own.shots[shot].weather if shot in own.shots else None
        shots[shot] = other.shots[shot].with_(weather=other.shots[shot].weather or sky)
    return Reading(
        own.language,
        _each_once(own.cast, other.cast),
        _each_once(own.props, other.props),
        _each_once(own.places, other.places),
        scenes,
        shots,
        {shot: scene for shot, scene in own.moves.items() if shot not in parts.cards},
    )


def _each_once(own: Sequence[V], other: Sequence[V]) -> tuple[V, ...]:
    known = {each.id for each in own}
    return (*own, *(each for each in other if each.id not in known))


def strangers_to(film: Film, scenes: Sequence[Scene]) -> tuple[Subject, ...]:
    """Those of the cast whom the words of these scenes alone do not give: somebody put them there by hand, or another scene did."""
    given = {subject.id for subject in read_cards(film, scenes).cast}
    strangers = (each for each in film.cast if each.id not in given)
    return tuple(
        Subject(id=s.id, name=s.name, aliases=s.aliases, description=s.description, looks=s.looks, look_seed=0)
        for s in strangers
    )


def language_of(scenes: Iterable[Scene], usual: Language, heard: Mapping[str, str] | None = None) -> Language:
    """The tongue that most cards of the scenes are written in, or their headings where no card is; `usual` where as many are in either."""
    scenes = tuple(scenes)
    cards = [shot_words(shot, heard or {}) for scene in scenes for shot in scene.shots]
    written = [words for words in cards if words] or [scene.heading for scene in scenes if scene.heading.strip()]
    more = sum(1 if is_chinese(words) else -1 for words in written)
    return usual if not more else "zh" if more > 0 else "en"


def _rows(film: Film, scenes: Sequence[Scene], said: Mapping[str, Sequence[Element]]) -> tuple[Element, ...]:
    names = {subject.id: subject.name for subject in film.cast}
    known = [subject.name for subject in film.cast if subject.name.isascii()]
    return tuple(_elements(_legible(scenes, known), names, said))


def _legible(scenes: Sequence[Scene], known: Sequence[str]) -> tuple[Scene, ...]:
    """The scenes with capitals on the names that were typed without."""
    read = iter(with_capitals((shot.action for scene in scenes for shot in scene.shots), known))
    return tuple(
        scene.with_(shots=tuple(shot.with_(action=with_names_told(next(read))) for shot in scene.shots))
        for scene in scenes
    )


def _elements(
    scenes: Sequence[Scene], names: Mapping[str, str], said: Mapping[str, Sequence[Element]]
) -> Iterator[Element]:
    number = 0
    for scene in (each for each in scenes if not each.omitted):
        yield Element("heading", scene.heading, number, number=scene.id)
        for shot in (each for each in scene.shots if not each.omitted):
            number += 1
            yield Element("row", shot.action, number, row=Row(shot.id))
            for line in shot.lines:
                yield from _spoken(line, names, number)
            yield from said.get(shot.id, ())


def _spoken(line: Line, names: Mapping[str, str], number: int) -> Iterator[Element]:
    if name := names.get(line.speaker, ""):
        yield Element("character", f"{name} (V.O.)" if line.voice_over else name, number)
    if line.manner:
        yield Element("parenthetical", line.manner, number)
    yield Element("dialogue", line.text, number)


@lru_cache(maxsize=32)  # what was read after one card is what stood there before the next
def _read(elements: tuple[Element, ...], language: Language, rate: Rate, known: tuple[Subject, ...]) -> Film:
    return breakdown(Screenplay(elements, language, format="prose"), rate=rate, known=known)


def _under_ids(film: Film, scenes: Sequence[Scene], read: Film, language: Language) -> Reading:
    """The reading with the film's ids for everybody and everything that it knows."""
    cast = _known_as(read.cast, film.cast)
    props, places = _known_as(read.props, film.props), _known_as(read.places, film.places)
    homes = {shot.id: scene.id for scene in scenes for shot in scene.shots}
    known = {scene.id for scene in scenes}
    here = ""
    found = Reading(
        language,
        tuple(subject.with_(id=cast[subject.id]) for subject in read.cast),
        tuple(prop.with_(id=props[prop.id]) for prop in read.props),
        tuple(place.with_(id=places[place.id]) for place in read.places),
    )
    for told in read.scenes:
        scene = told.with_(place=places.get(told.place or ""), shots=())
        here = told.number if told.number in known else here
        found.scenes.setdefault(here, scene)
        for index, shot in enumerate(each for each in told.shots if each.slate in homes):
            if index == 0 and told.number not in known:
                found.moves[shot.slate] = scene
            sky = shot.weather or told.weather
            usual = found.scenes[here].weather
            found.shots[shot.slate] = shot.with_(
                id=shot.slate,
                cast=tuple(Casting(subject=cast[each.subject], look=each.look) for each in shot.cast),
                props=tuple(dict.fromkeys(props[each] for each in shot.props)),
                lines=tuple(line.with_(speaker=cast.get(line.speaker, "")) for line in shot.lines),
                weather=None if sky == usual else sky,
            )
    return found


def _known_as(read: Sequence[V], known: Sequence[V]) -> dict[str, str]:
    """What each is called in the film: by its id there, else by its name, else as it was read. Nobody is two."""
    ids = {each.id for each in known}
    found = {each.id: each.id for each in read if each.id in ids}
    for each in (one for one in read if one.id not in found):
        free = [one for one in known if one.id not in found.values()]
        own = each.name.casefold()
        same = next((one for one in free if own in _folded(one) or one.name.casefold() in _folded(each)), each)
        found[each.id] = same.id
    return found


def _folded(value: Subject | Prop | Place) -> tuple[str, ...]:
    return tuple(name.casefold() for name in _names(value))


def _names(value: Subject | Prop | Place) -> tuple[str, ...]:
    return (value.name, *value.aliases)
