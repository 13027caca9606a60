"""Where everybody was last seen, so that prose which cuts away comes back: "Meanwhile in the village ..." and then "Tilly pulls the rope".

A tale seldom says a second time where its hero is. Whoever acts, was not in the scene that goes on, and does not arrive in
it, is where we left them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from engine.film.document import Language
from engine.script.lexicon import lexicon
from engine.script.nouns import nouns_in

Where = tuple[str, bool | None]

_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")
_CAPITALISED = re.compile(r"\b[A-Z][a-z]{2,}\b")
_GOES = r"(?:run|ran|walk|ride|rode|drive|drove|sail|hop|crawl|creep|crept|go|went|climb|jump|step|rush|hurr|wander|march|fly|flies|flew|swim|swam|slip|dash)"
_COMES = re.compile(
    r"\b(?:arriv|com(?=e|i)|came|enter|appear|return|approach|join|land(?=s|ed)|follow|meet|met|visit|burst|reach|bring|brought|leave|left)\w*\b"
    rf"|\b{_GOES}\w*\s+(?:back\s+)?(?:in|into|up|over|to|out|after|towards?|along|past|through|away|off|home)\b",
    re.I,
)
"""Whoever goes or comes may come here."""
_OUTDOORS = re.compile(r"\b(?:snow|rain|sand|grass|mud|trees?|sun|sky|wind|waves?)\b", re.I)
"""Whoever walks there has left the room."""
_PRONOUN = re.compile(r"\W*(?:he|she|they|it|his|her|their|its)\b", re.I)
_WAYS = frozenset(("road", "path", "track", "trail"))
_LAND = re.compile(
    r"\b(?:forest|woods?|jungle|savannah?|desert|mountains?|hills?|valley|meadow|fields?|prairie|plains?|steppe|tundra|wilderness|swamp|moor)$",
    re.I,
)
_LIVING = frozenset({"person", "animal", "bird"})


@dataclass(slots=True)
class Whereabouts:
    """Reads shots in story order. `names` are capitalised words that are somebody's name, as far as one can tell."""

    names: frozenset[str] = frozenset()
    last: dict[str, Where] = field(default_factory=dict[str, Where])
    around: set[str] = field(default_factory=set[str])

    def back_to(self, texts: Sequence[str], here: Where | None) -> Where | None:
        """Where the shot plays that names no place: where its doer was left, None where that is here or nobody knows."""
        told = " ".join(texts)
        there = self._mentioned(texts)
        if (
            here is None
            or not there
            or _PRONOUN.match(told)
            or self.around & set(there)
            or _COMES.search(_QUOTED.sub("", told))
        ):
            return None
        left = self.last.get(there[0])
        outdoors = left is not None and left[1] and _OUTDOORS.search(told)
        return left if left != here and not outdoors else None

    def again(self, place: Where | None, here: Where | None) -> Where | None:
        """ "The bridge" is the old wooden bridge that we know, where we know but one."""
        if place is None or " " in place[0]:
            return place
        if here is not None and place[0].casefold() in _WAYS and _LAND.search(here[0]):
            return f"{here[0]} {place[0]}", False  # the road of those who are in the savanna leads through it
        met = [here, *self.last.values()] if here is not None else list(self.last.values())
        same = list(dict.fromkeys(known for known in met if known[0].casefold().endswith(f" {place[0].casefold()}")))
        return same[0] if len(same) == 1 or (same and same[0] == here) else place

    def note(self, texts: Sequence[str], here: Where | None, *, moved: bool) -> None:
        """Remember who is in this shot, which plays `here`; `moved` says that a new place begins with it."""
        there = self._mentioned(texts)
        self.around = set(there) if moved else self.around | set(there)
        if here is not None:
            self.last |= dict.fromkeys(there, here)

    def _mentioned(self, texts: Sequence[str]) -> list[str]:
        """Who is named outside of quotation marks, in order."""
        found: list[str] = []
        for text in texts:
            spoken = _QUOTED.sub(lambda quote: " " * len(quote.group()), text)
            nouns = [(noun.start, noun.name) for noun in nouns_in(spoken, "en") if noun.kind in _LIVING]
            names = [(m.start(), m.group()) for m in _CAPITALISED.finditer(spoken) if m.group() in self.names]
            found += [name for _, name in sorted([*nouns, *names])]
        return found


def whereabouts(texts: Iterable[str], language: Language) -> Whereabouts:
    """A fresh `Whereabouts` for a script; in Chinese, which has no capitals, it knows nobody by name."""
    if language == "zh":
        return Whereabouts()
    words = lexicon("en")
    count = Counter(word for text in texts for word in set(_CAPITALISED.findall(text)))
    plain = {word for word in count if words.category(word) or words.verb(word) or word.casefold() in _PLAIN}
    return Whereabouts(frozenset(word for word in count if count[word] > 1 and word not in plain))


_PLAIN = frozenset(
    [
        "the",
        "then",
        "when",
        "what",
        "where",
        "who",
        "why",
        "how",
        "and",
        "but",
        "for",
        "from",
        "his",
        "her",
        "their",
        "they",
        "she",
        "that",
        "this",
        "these",
        "those",
        "there",
        "here",
        "now",
        "one",
        "two",
        "three",
        "all",
        "every",
        "suddenly",
        "finally",
        "later",
        "soon",
        "next",
        "once",
        "after",
        "before",
        "while",
        "with",
        "without",
        "under",
        "over",
        "behind",
        "beside",
        "inside",
        "outside",
        "close",
        "wide",
        "medium",
        "below",
        "above",
    ]
)
