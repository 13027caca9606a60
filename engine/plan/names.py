"""Finds the company's names in an action: full names, aliases, plurals ("the guards") and telling words of a name.

Made once for each company, because a plan reads the same few names in a thousand actions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from engine.plan.verbs import word_pattern

_STOP_WORDS = frozenset({"the", "and", "old", "young", "little", "big", "small", "man", "woman", "mrs"})

Known = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text names somebody: from `start` to before `end`."""

    name: str
    start: int
    end: int


class Names:
    """Finds the company's names in a text: full name, aliases, and telling words of a name ("Smith" of MARY SMITH)."""

    def __init__(self, names: Iterable[tuple[str, Sequence[str]]]) -> None:
        self._owners: dict[str, list[str]] = {}
        for name, aliases in names:
            for spelling in dict.fromkeys(low.strip().casefold() for low in (name, *aliases)):
                self._owners.setdefault(spelling, []).append(name)
        for spelling, owners in list(self._owners.items()):
            for word in spelling.split():
                if len(word) > 2 and word not in _STOP_WORDS:
                    self._owners.setdefault(word, owners)
        self._alone = {
            spelling: owners[:1]
            for spelling, owners in self._owners.items()
            if spelling.isascii() and not _is_a_crowd(spelling, owners)
        }
        for spelling, owners in list(self._owners.items()):
            if spelling.isascii() and spelling.replace(" ", "").isalpha():
                self._owners.setdefault(_plural(spelling), owners)
        self._pattern = word_pattern(list(self._owners))

    def mentions(self, text: str) -> list[Mention]:
        """Every mention, in order of place; "the guards" mention each guard, "the guard" the first of them."""
        return [
            Mention(name, match.start(), match.end())
            for match in self._pattern.finditer(text)
            for name in self._meant(match.group().casefold())
        ]

    def _meant(self, spelling: str) -> list[str]:
        return self._alone.get(spelling) or self._owners[spelling]


def _is_a_crowd(spelling: str, owners: list[str]) -> bool:
    """What the crowd does, all of it does."""
    return len(owners) > 1 and all(name.casefold().startswith(f"{spelling} person ") for name in owners)


_VES = frozenset(
    {
        "wolf",
        "thief",
        "elf",
        "dwarf",
        "wife",
        "housewife",
        "midwife",
        "calf",
        "leaf",
        "knife",
        "loaf",
        "shelf",
        "werewolf",
        "fishwife",
    }
)


def _plural(word: str) -> str:
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith(("child", "person")):
        return {"d": word + "ren", "n": word[:-6] + "people"}[word[-1]]
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    if word in _VES:
        return word.removesuffix("e")[:-1] + "ves"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


@lru_cache(maxsize=256)
def names_of(known: Known) -> Names:
    """The `Names` of (name, aliases), made once."""
    return Names(known)


def frozen(known: Sequence[tuple[str, Sequence[str]]]) -> Known:
    """The same as a key, for what is worked out once."""
    return tuple((name, tuple(aliases)) for name, aliases in known)
