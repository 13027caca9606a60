"""What a shot says, as text that two versions of a script can be compared by, and how like two such texts are.

Word for word in English, sign for sign in Chinese, with their neighbours: "Mary storms in" is like "Mary walks in", and
unlike "In walks the storm". The measure is Dice's (1945), over what both have in common, counted.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from itertools import pairwise
from typing import TypeAlias

from engine.film.document import Film
from engine.film.shots import Scene, Shot

Marks: TypeAlias = "Counter[str]"

_TOKENS = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]|[^\W_\u3400-\u9fff]+")


def words_of(film: Film, shot: Shot) -> str:
    """The shot's action and lines, speakers by name; the note where it has neither (the view of a place)."""
    names = {subject.id: subject.name for subject in film.cast}
    said = [f"{names.get(line.speaker, '')}: {line.text}" for line in shot.lines]
    return "\n".join(filter(None, (shot.action, *said))) or f"[{shot.note}]"


def heading_of(scene: Scene) -> str:
    """The heading without case and extra blanks."""
    return " ".join(scene.heading.casefold().split())


def likeness(one: str, other: str) -> float:
    """From 0, nothing in common, to 1, the same words."""
    if one == other:
        return 1.0
    first, second = marks(one), marks(other)
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0


@lru_cache(maxsize=4096)
def marks(text: str) -> Marks:
    """The text's words and pairs of neighbours, counted."""
    tokens = [token.casefold() for token in _TOKENS.findall(text)]
    return Counter([*tokens, *(f"{a} {b}" for a, b in pairwise(tokens))])
