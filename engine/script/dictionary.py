"""Looking a word up in the dictionary when no list of ours knows it.

Our lists say how films use a word; the dictionary only what the word means first. So it is asked last, never about names, and
what it calls abstract (or a part of a body) puts nothing on the set.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from engine.film.document import Language
from engine.script.lexicon import Category, lexicon
from engine.vocabulary import vocabulary

_IRREGULAR = {"mice": "mouse", "geese": "goose", "teeth": "tooth", "feet": "foot", "oxen": "ox", "lice": "louse"}


@dataclass(frozen=True, slots=True)
class Entry:
    """What the dictionary says of a word: its singular, its category, and whether it may be no noun at all."""

    name: str
    category: Category
    doubtful: bool
    plural: bool = False


def looked_up(word: str, language: Language) -> Entry | None:
    """The dictionary's entry of a word or phrase as written; None for no noun. Words of our own lists are not looked up."""
    low = word.casefold().replace("’", "'")
    forms = _singulars(low) if language == "en" else [low]
    for name in forms:
        found = vocabulary(language).get(name)
        if found is not None and not _is_ours(name, language):
            return Entry(name, cast("Category", found.category), found.doubtful, plural=name != low)
    return None


def _is_ours(name: str, language: Language) -> bool:
    words = lexicon(language)
    listed = any(name in list_ for key, list_ in words.lists.items() if not key.startswith("given_"))
    return listed or words.category(name) is not None or words.verb(name) is not None


def _singulars(low: str) -> list[str]:
    """The word and what it may be the plural of, the likeliest first: oranges are no orangs."""
    head, _, last = low.rpartition(" ")
    forms = [last]
    if last in _IRREGULAR:
        forms.append(_IRREGULAR[last])
    elif last.endswith("men"):
        forms.append(last[:-3] + "man")
    elif last.endswith("ies") and len(last) > 4:
        forms += [last[:-3] + "y", last[:-1]]
    elif last.endswith(("ches", "shes", "sses", "xes", "oes", "zes")):
        forms += [last[:-2], last[:-1]]
    elif last.endswith("ves"):
        forms += [last[:-1], last[:-3] + "f", last[:-3] + "fe"]
    elif last.endswith("s") and not last.endswith(("ss", "us", "is")) and len(last) > 3:
        forms.append(last[:-1])
    return [f"{head} {form}".strip() for form in forms]
