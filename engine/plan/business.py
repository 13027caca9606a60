"""Stage business: what somebody does with body and hands, as a table of verbs (assets/lexicon/acting.json).

An `Act` says where somebody goes and how they are down; business says what is seen of it: who sits may read, who walks may
limp. Both tables stay apart, because the blocking needs a dozen acts and an audience a hundred performances.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, cast

from engine.assets import word_table
from engine.plan.acts import Act
from engine.plan.verb_forms import forms_of

_BEHIND_EN, _BEHIND_ZH = 48, 12
"""How many letters behind a verb its object is looked for."""


@dataclass(frozen=True, slots=True)
class Business:
    """One performance. `seconds`: how long it takes once (0: it goes on); `gait`: a way of going; `stays`: on the spot unless
    a direction follows; `near`: metres at which it is done to somebody; `answer`: what they do meanwhile; `mutual`: two who
    do it do it with each other; `own`: worth showing though it only is talk; `low`: done down on the ground; `rides`: done
    by whoever sits in what moves; `hands`: both are busy; `far`: answered from a distance; `aims`: best seen from the side;
    `up`: done on one's feet."""

    name: str
    act: Act | None = None
    seconds: float = 0.0
    gait: bool = False
    stays: bool = False
    near: float = 0.0
    answer: str = ""
    mutual: bool = False
    own: bool = False
    low: bool = False
    rides: bool = False
    hands: bool = False
    far: bool = False
    aims: bool = False
    up: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The whole lexicon: `words` maps each written form to its dictionary form, `verbs` that to the business, `objects` to what
    it is with certain words behind it ("" business: none)."""

    business: dict[str, Business]
    words: dict[str, str]
    verbs: dict[str, str]
    objects: dict[str, tuple[tuple[re.Pattern[str], str], ...]]
    not_zh: re.Pattern[str]


@cache
def table() -> Table:
    """The table, read once."""
    raw = cast("dict[str, object]", word_table("acting.json"))
    entries = cast("dict[str, dict[str, object]]", raw["verbs"])
    rules = cast("dict[str, list[list[str]]]", raw["objects"])
    verbs = {base: name for name, entry in entries.items() for base in _bases(entry)}
    words = {form: base for base in (*rules, *verbs) for form in forms_of(base)}
    words |= {base: base for base in (*rules, *verbs)}
    return Table(
        business={name: _business(name, entry) for name, entry in entries.items()},
        words=words,
        verbs=verbs,
        objects={base: tuple((re.compile(p, re.I), name) for p, name in made) for base, made in rules.items()},
        not_zh=re.compile("|".join(word for row in cast("list[str]", raw["not_zh"]) for word in row.split())),
    )


def _bases(entry: dict[str, object]) -> list[str]:
    return [word.strip() for key in ("en", "zh") for word in str(entry[key]).split(",") if word.strip()]


def _business(name: str, entry: dict[str, object]) -> Business:
    known = {field.name for field in fields(Business)}
    told: dict[str, Any] = {key: value for key, value in entry.items() if key in known}
    if "act" in told:
        told["act"] = Act(str(told["act"]))
    return Business(name, **told)


def named(name: str) -> Business | None:
    """The business of that name; None for "" and for what no table knows."""
    return table().business.get(name)


def business_of(word: str, before: str, after: str) -> tuple[bool, Business | None]:
    """(whether the table knows the word, the business it is here), by the words around it."""
    known = table()
    low = word.casefold()
    base = known.words.get(low) or known.words.get(low.split()[0])  # "hides behind" is hiding
    if base is None:
        return False, None
    if not base.isascii() and _inside_compound(word, before, after):
        return True, None
    return True, known.business.get(_meant(base, after))


def _meant(base: str, after: str) -> str:
    known = table()
    close = after[: _BEHIND_EN if base.isascii() else _BEHIND_ZH]
    for pattern, name in known.objects.get(base, ()):
        if pattern.search(close) if base.isascii() else pattern.match(close):
            return name
    return known.verbs.get(base, "")


def _inside_compound(word: str, before: str, after: str) -> bool:
    """母亲, 一切: a longer word that only holds the verb's character."""
    reach = 4
    text = before[-reach:] + word + after[:reach]
    start = min(reach, len(before))
    return any(
        found.start() <= start and found.end() >= start + len(word) and len(found.group()) > len(word)
        for found in table().not_zh.finditer(text)
    )
