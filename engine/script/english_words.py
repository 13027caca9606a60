"""The English words that hold a sentence together, and a text cut into words.

Articles, prepositions and their like are a closed class: they can be listed once and for all, as nouns cannot.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.script.lexicon import Lexicon, wordset

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+")
ARTICLES = wordset("a an the this these those another every each some several many few any")
POSSESSIVES = wordset("his her their its my our your whose")
NUMERALS = wordset("one two three four five six seven eight nine ten eleven twelve dozen hundred")
SPREADS = wordset("patch clump cluster bed field")
MEASURES = SPREADS | wordset(
    "pair pile stack bunch set handful heap row sack basket bowl cup glass bottle plate tray box jar"
)
DETERMINERS = ARTICLES | POSSESSIVES | NUMERALS
PREPOSITIONS = wordset(
    "of with in on at by from under over into onto through behind beside between near above below beneath across along "
    "around past toward towards without like inside outside against off upon beyond down up for about as than "
    "after before during among"
)
FUNCTION = PREPOSITIONS | wordset(
    "and or but nor so then to not no that which who whom while when where if because he she it they them him me us we i "
    "you is are was were be been being am has have had do does did can could will would should must may might there here "
    "instead anyway ahead nearby twice once upstairs downstairs forever very too also just only still again now suddenly slowly away out back together alone all both"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text, as written and in lower case, and where it stands."""

    text: str
    low: str
    start: int
    end: int
    joined: bool  # only blanks between this token and the one before
    aside: bool = False  # a bracket closes right before it


def tokens_of(text: str) -> list[Token]:
    """The words of a text; an 's belongs to the word before."""
    tokens: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(text):
        between = text[end : match.start()]
        word = match.group()
        if tokens and word.casefold() in {"s", "t", "re", "ll", "ve", "d", "m"} and between in {"'", "’"}:
            end = match.end()
            continue
        joined = bool(tokens) and not between.strip()
        tokens.append(Token(word, word.casefold(), match.start(), match.end(), joined, between.strip() == ")"))
        end = match.end()
    return tokens


def is_adjective(low: str, words: Lexicon) -> bool:
    """Whether a word in lower case is a colour, an age or another quality that we know, or a compound like "wide-eyed"."""
    return (
        low in words.words("colour")
        or low in words.words("age")
        or low in words.words("adjective")
        or ("-" in low and not words.category(low))
    )


def measures(tokens: list[Token], at: int) -> bool:
    """The "of" of "a pair of tweezers" promises a thing as an article does."""
    return 0 < at < len(tokens) and tokens[at].low == "of" and tokens[at - 1].low in MEASURES
