"""What stands in only one kind of place: a blackboard in a classroom, an altar in a church, 讲台 in a classroom.

Weaker than any place that is named, so it is asked only where a tale names none. The tables are assets/lexicon/fixtures.en.json
and fixtures.zh.json: for each side of the walls, a place and the words (parts of patterns) that tell of it.
"""

from __future__ import annotations

import re
from functools import cache
from typing import cast

from engine.assets import word_table
from engine.film.document import Language

Where = tuple[str, bool | None]


@cache
def _fixtures(language: Language) -> tuple[tuple[Where, re.Pattern[str]], ...]:
    table = cast("dict[str, dict[str, str]]", word_table(f"fixtures.{language}.json"))
    return tuple(
        ((place, side == "inside"), _any_of(words.split(" | "), language))
        for side, places in table.items()
        for place, words in places.items()
    )


def _any_of(words: list[str], language: Language) -> re.Pattern[str]:
    spelled = "|".join(words)
    return re.compile(spelled if language == "zh" else rf"\b(?:{spelled})\b", re.I)


def fixtures_told(text: str, language: Language) -> list[tuple[Where, int, int]]:
    """Each place that the things in a text stand in, how many of them do, and where the first is told."""
    found = [(where, [hit.start() for hit in pattern.finditer(text)]) for where, pattern in _fixtures(language)]
    return [(where, len(hits), hits[0]) for where, hits in found if hits]


def place_of_fixtures(text: str, language: Language) -> Where | None:
    """The place that most of them stand in; of several the first told. None where no such thing is told of."""
    told = fixtures_told(text, language)
    return min(told, key=lambda one: (-one[1], one[2]))[0] if told else None
