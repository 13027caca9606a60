"""When a film plays: today, or in an old or far tale, and whether that is one of the East, from the words of the whole film.

One shot cannot tell it (an empty rooftop by night is any rooftop), so the plan reads all headings, actions, cast and costumes once
and writes the period into every order: no skyscraper looks over an emperor's shoulder. A scene that plainly plays in another time
(somebody falls through the centuries) keeps its own, and whoever is first seen there wears it. The words stand in
assets/lexicon/periods.json; dialogue is left out, since people of today speak of kings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from engine.assets import word_table
from engine.film.document import Film
from engine.film.shots import Scene

Period = Literal["", "old", "old east"]
"""Today, long ago, long ago in the East."""

_HINTS = 3
"""So many different hints are as good as a sure sign."""


_SURE = 2
"""So many sure signs, and nothing of today, take a scene out of a film that plays today."""


@dataclass(frozen=True, slots=True)
class Periods:
    """When the film plays, and when a scene or somebody's clothes do that plainly differ from it, by id."""

    film: Period
    scenes: Mapping[str, Period] = field(default_factory=dict[str, Period])
    cast: Mapping[str, Period] = field(default_factory=dict[str, Period])

    def of_scene(self, scene_id: str) -> Period:
        """When the scene plays."""
        return self.scenes.get(scene_id, self.film)

    def of_subject(self, subject_id: str) -> Period:
        """Of when somebody's clothes are, where nothing else tells."""
        return self.cast.get(subject_id, self.film)


def periods_of(film: Film) -> Periods:
    """Of the film, its scenes and its cast."""
    signs = _signs("\n".join(_told(film)))
    whole = _period(signs, film)
    if not (signs.modern and (signs.east or signs.west)):
        return Periods(whole)
    told: dict[str, Period] = {scene.id: _apart(scene, whole, film) for scene in film.scenes}
    first: dict[str, Period] = {}
    for scene in film.scenes:
        for who in {casting.subject for shot in scene.shots for casting in shot.cast}:
            first.setdefault(who, told[scene.id])
    return Periods(whole, told, first)


def period_of(film: Film) -> Period:
    """When the film plays as a whole."""
    return periods_of(film).film


@dataclass(frozen=True, slots=True)
class _Signs:
    """The different words that tell a time."""

    east: set[str]
    west: set[str]
    hints: set[str]
    modern: set[str]


def _signs(words: str) -> _Signs:
    words = words.casefold()
    return _Signs(*(_found(which, words) for which in ("east", "west", "hints", "modern")))


def _period(signs: _Signs, film: Film) -> Period:
    """A single thing of today outweighs hints, and a sure sign counts as two of them."""
    east, west = signs.east, signs.west
    if not (east or west or (len(signs.hints) >= _HINTS and not signs.modern)):
        return ""
    if 2 * len(signs.modern) > len(east) + len(west) + 0.5 * len(signs.hints):
        return ""
    return "old east" if len(east) > len(west) or (len(east) == len(west) and film.language == "zh") else "old"


def _apart(scene: Scene, whole: Period, film: Film) -> Period:
    """The scene's own time where its own words leave no doubt; else the film's."""
    signs = _signs("\n".join(_told_in(scene)))
    sure = len(signs.east) + len(signs.west)
    if whole and signs.modern and not _period(signs, film):
        return ""
    if not whole and sure >= _SURE and not signs.modern:
        return _period(signs, film)
    return whole


def _told(film: Film) -> Iterator[str]:
    for subject in film.cast:
        yield from (subject.name, *subject.aliases, subject.description, *(look.description for look in subject.looks))
    for named in (*film.props, *film.places):
        yield from (named.name, named.description)
    for scene in film.scenes:
        yield from _told_in(scene)


def _told_in(scene: Scene) -> Iterator[str]:
    yield scene.heading
    yield from (shot.action for shot in scene.shots)


def _found(which: str, words: str) -> set[str]:
    return {match.group() for match in _pattern(which).finditer(words)}


@lru_cache(maxsize=4)
def _pattern(which: str) -> re.Pattern[str]:
    table = word_table("periods.json")
    rows = {
        "east": table["east"]["sure"],
        "west": table["west"]["sure"],
        "hints": [*table["east"]["hint"], *table["west"]["hint"]],
        "modern": table["modern"],
    }
    return _any_of(rows[which])


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    ordered = sorted(set(words), key=len, reverse=True)
    latin = "|".join(re.escape(word) for word in ordered if word.isascii())
    han = "|".join(re.escape(word) for word in ordered if not word.isascii())
    return re.compile("|".join(part for part in (rf"\b(?:{latin})\b" if latin else "", han) if part))
