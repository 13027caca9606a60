"""Finds the nouns of an action line: who and what can be shown, with the adjectives that dress them.

There is no tagger here. English leans on the lexicon and on what determiners promise; Chinese on the longest match in
the lexicon and on measure words, which stand before almost every new thing a script puts in front of the camera.
"""

from __future__ import annotations

from functools import lru_cache

from engine.film.document import Language
from engine.script import nouns_en, nouns_zh
from engine.script.beasts_at_work import at_work
from engine.script.noun import Noun


@lru_cache(maxsize=8192)  # each line is asked about five times, and again whenever a card beside it is written
def nouns_in(text: str, language: Language) -> tuple[Noun, ...]:
    """Every concrete noun of `text` in order: persons, animals, birds, vehicles, things and scenery.

    Abstract nouns and body parts are left out: nobody can put them on a set.
    """
    found = nouns_zh.find(text) if language == "zh" else nouns_en.find(text)
    return tuple(at_work(text, found))
