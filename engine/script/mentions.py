"""Who is on the set in a sentence: names, nouns and pronouns in the order in which they are read.

One pass in story order, because "she" and "the old man" mean whoever was last there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from engine.script.appositions import in_apposition
from engine.script.casting import Casting
from engine.script.christening import christen
from engine.script.costumes import change_costume, describe, describe_by_noun
from engine.script.looks import costume_changes
from engine.script.nameless import meet_noun
from engine.script.names_zh import given_name
from engine.script.naming import dress, spelled
from engine.script.noun import Noun
from engine.script.nouns import nouns_in
from engine.script.passage import Passage
from engine.script.pronouns import meet_pronoun, pronouns_in
from engine.script.roles import Role
from engine.script.spoken_of import NAMED_KIN_EN, WHOSE, place_is_whose, possesses, unquoted, without_pictured
from engine.script.weather import weather_in

_JOINED = re.compile(r"\s+(?:and|or|with|but)\b", re.I)
_FALLS = re.compile(r"(?:[下着阵场降淋飘冒的]|蒙蒙|淅沥|绵绵)$")
_FALLEN = re.compile(r"[中里天停淅蒙霏绵]|过后|纷纷|不[停断]|打[在湿]|落[在下]")
_Event = tuple[int, int, Role | Noun | str]


@dataclass(frozen=True, slots=True)
class Sighting:
    """What a sentence puts on the set: roles with the look they wear, and nouns that are nobody (props to be)."""

    cast: tuple[tuple[Role, str | None], ...] = ()
    nouns: tuple[Noun, ...] = ()
    introduced: tuple[Role, ...] = ()
    its: bool = False  # an "it" that is nobody: the last prop


def sighted(casting: Casting, sentence: str) -> Sighting:
    """What the next sentence of the story puts on the set; the casting remembers it."""
    sighting = _read(Passage(casting, without_pictured(unquoted(sentence))))
    creature = any(role.kind != "person" for role, _ in sighting.cast)
    known = any(noun.known for noun in sighting.nouns)
    casting.thing_last = False if creature else known or casting.thing_last
    return sighting


def _read(passage: Passage) -> Sighting:
    christen(passage)
    changes = list(costume_changes(passage.text, passage.language))
    for start, end, what in _events(passage):
        while changes and changes[0].start < start:
            change_costume(passage, changes.pop(0))
        if passage.is_taken(start):
            if isinstance(what, Noun) and passage.carries(what):
                passage.things.append(what)
            continue
        _meet(passage, start, end, what)
    for change in changes:
        change_costume(passage, change)
    people = [role for role in dict.fromkeys(passage.roles) if role.kind == "person"]
    if len(people) > 1:
        passage.company.pair = tuple(people)
    cast = tuple((role, passage.casting.look_of(role)) for role in dict.fromkeys(passage.roles))
    return Sighting(cast, tuple(passage.things), tuple(passage.introduced), passage.its)


def _events(passage: Passage) -> list[_Event]:
    """Names, nouns and pronouns from left to right; where two begin together, the longer one first."""
    names = list(_names(passage))
    bearers = {start: role for start, _, role in names}
    nouns = [noun for noun in _nouns(passage) if not _titles(passage, noun[2], bearers)]
    events = [*names, *nouns, *pronouns_in(passage.text, passage.language)]
    return sorted(events, key=lambda event: (event[0], -event[1]))


def _titles(passage: Passage, noun: Noun, bearers: dict[int, Role]) -> bool:
    """服务员小周 is one person: what somebody is, and right behind it the name."""
    bearer = bearers.get(noun.end)
    one = noun.kind == "person" and noun.count == 1 and not noun.crowd and not noun.determiner
    if passage.language != "zh" or bearer is None or not bearer.named or bearer.kind != "person" or not one:
        return False
    if not bearer.body:
        dress(bearer, noun.name)
    return True


def _names(passage: Passage) -> Iterator[tuple[int, int, Role]]:
    for role in passage.company.roles:
        for spelling in role.spellings():
            for match in spelled(spelling, passage.language).finditer(passage.text):
                yield match.start(), match.end(), role
        yield from _by_given_name(passage, role)


def _by_given_name(passage: Passage, role: Role) -> Iterator[tuple[int, int, Role]]:
    """小雨 is 林小雨, where nobody else is called so, and it is no drizzle."""
    name = given_name(role.name) if passage.language == "zh" and role.named and role.kind == "person" else ""
    if not name or passage.company.named(name) is not None:
        return
    weather = weather_in(name, "zh") is not None
    for match in re.finditer(name, passage.text):
        falls = _FALLS.search(passage.text[: match.start()]) or _FALLEN.match(passage.text, match.end())
        if not (weather and falls):
            yield match.start(), match.end(), role


def _nouns(passage: Passage) -> Iterator[tuple[int, int, Noun]]:
    for noun in nouns_in(passage.text, passage.language):
        yield noun.start, noun.end, noun


def _meet(passage: Passage, start: int, end: int, what: Role | Noun | str) -> None:
    if isinstance(what, Role):
        if possesses(passage, end, NAMED_KIN_EN) and not _JOINED.match(passage.text, end):
            return
        if place_is_whose(passage, start, end):
            return
        passage.see(what, start)
        describe_by_noun(passage, what, start, end)
        passage.taken.append((start, end))
        passage.named.append((start, end))
        in_apposition(passage, what, end)
        describe(passage, what, end)
    elif isinstance(what, Noun):
        meet_noun(passage, what)
    else:
        if what not in WHOSE or not possesses(passage, end):
            meet_pronoun(passage, what, start)
