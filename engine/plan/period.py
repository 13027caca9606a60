"""When a film plays: today, or in an old or far tale, and whether that is one of the East, from the words of the whole film.

One shot cannot tell it (an empty rooftop by night is any rooftop), so the plan reads all headings, actions, cast and costumes once
and writes the period into every order: no skyscraper looks over an emperor's shoulder. The words stand in
assets/lexicon/periods.json; dialogue is left out, since people of today speak of kings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

from engine.assets import word_table
from engine.film.document import Film

Period = Literal["", "old", "old east"]
"""Today, long ago, long ago in the East."""

_HINTS = 3
"""So many different hints are as good as a sure sign."""


def period_of(film: Film) -> Period:
    """When the film plays. A single thing of today outweighs hints, and a sure sign counts as two of them."""
    words = "\n".join(_told(film)).casefold()
    east, west, modern = (_found(which, words) for which in ("east", "west", "modern"))
    hints = _found("hints", words)
    if not (east or west or (len(hints) >= _HINTS and not modern)):
        return ""
    if 2 * len(modern) > len(east) + len(west) + 0.5 * len(hints):
        return ""
    return "old east" if len(east) > len(west) or (len(east) == len(west) and film.language == "zh") else "old"


def _told(film: Film) -> Iterator[str]:
    for subject in film.cast:
        yield from (subject.name, *subject.aliases, subject.description, *(look.description for look in subject.looks))
    for named in (*film.props, *film.places):
        yield from (named.name, named.description)
    for scene in film.scenes:
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
