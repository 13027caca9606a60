"""Names that somebody wrote in a hurry: "mara the old keeper sits down", "a boy called finn comes in".

The English readers know a name by its capital. Only the copy that they read gets one; what stands on the card stays as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from engine.script.introductions import given_names, is_described
from engine.script.kinship import KIN
from engine.script.lexicon import lexicon, wordset
from engine.script.trades_en import told_by_trade
from engine.vocabulary import vocabulary

_WORD = re.compile(r"(?<![\w'’-])[a-z]{2,}(?![\w-])")
_CALLED = re.compile(r"\b(?:called|named)\s+(?P<name>[a-z]{2,})\b")
_SAYS = re.compile(
    r"(?:^|[.!?\n]\s*)(?P<name>[a-z]{2,})(?:\s+(?:says|asks|shouts|whispers|cries|replies|answers|yells|mutters|calls)\b|:\s)"
)
_OWNED = re.compile(
    r"(?P<who>\b(?i:his|her|their|my|our)\s+(?P<what>[a-z]{2,}))\s+(?P<name>[A-Za-z][a-z]+)(?=\s+(?:\w+ly\s+)?(?:bark|growl|whine|purr|meow|miaow|hiss|yawn|sniff|lick"
    r"|chase|trot|run|jump|leap|walk|sleep|eat|drink|laugh|smile|grin|cry|crie|sob|wave|nod|look|watche|stare|say|ask|shout|whisper|follow|listen|dance)s\b)"
)
"""her dog biscuit barks: what only somebody does, behind a word that stands beside the dog."""
_BESIDE_A_BEAST = wordset("food bed leash collar bowl toy house box tag hair paw tail nose head eye ear basket kennel")
_OPENS = re.compile(r"(?:^|[.!?,;:\n]\s*|\b(?:and|then|while|as|when)\s+)$")
_DOES = re.compile(r"\s+(?:\w+ly\s+)?(?P<verb>are|[a-z]+s)\b")
_WITH_ARTICLE = re.compile(r"(?:^|\s)(?:an?|the|this|that|some|no|every)\s+(?:[a-z-]+\s+)?$")
_NEVER = wordset(
    "he she it we you they him her his its hers them jan april june august christian out off up down away back to for on in at by from over "
    "after upon the an and or but who that this home here there then now so"
)
_THINGS_TOO = wordset(
    "angelica bill clementine daisy dean earl eve grace grant hazel iris ivy jasmine jay lily ling mark may penny pearl poppy ray roman rose rowan "
    "ruby serge valentine viola violet will wren bob joy king victor"
)
"""Given names that are said of things more often: only "called" or what its bearer is makes one a name."""


def with_capitals(texts: Iterable[str], known: Iterable[str] = ()) -> tuple[str, ...]:
    """The texts with a capital on every name that one of them tells, or that is `known`."""
    written = tuple(texts)
    names = frozenset(name.casefold() for name in known if name.isalpha() and name.isascii())
    told = names.union(*map(told_in, written)) if written else names
    return tuple(_lifted(text, told - _NEVER) for text in written)


def with_names_told(text: str) -> str:
    """The text in which "her dog biscuit barks" says that the dog is named so."""

    def told(found: re.Match[str]) -> str:
        name = found["name"].casefold()
        return f"{found['who']} named {name.capitalize()}" if _is_called(found["what"], name) else found.group()

    return _OWNED.sub(told, text)


def _is_called(what: str, name: str) -> bool:
    """Whether a kinsman or a beast may be called so: a given name, or a noun."""
    known = lexicon("en")
    if re.fullmatch(KIN, what) is None and known.category(what) not in {"animal", "bird"}:
        return False
    category = known.category(name)
    living = category in {"person", "animal", "bird"} or name in _BESIDE_A_BEAST | _NEVER
    return not living and (name in given_names() or category is not None or name in vocabulary("en"))


@lru_cache(maxsize=4096)
def told_in(text: str) -> frozenset[str]:
    """The names in small letters that a text tells, in small letters."""
    return frozenset(_told(text))


def _told(text: str) -> Iterator[str]:
    for found in _CALLED.finditer(text):
        if _may_be_a_name(found["name"]):
            yield found["name"]
    for found in _SAYS.finditer(text):
        if _may_be_a_name(found["name"]) and found["name"] not in vocabulary("en"):
            yield found["name"]
    for found in _WORD.finditer(text):
        word = found.group()
        if word in given_names() and word not in _NEVER and _is_meant(word, text, found.start(), found.end()):
            yield word


def _may_be_a_name(word: str) -> bool:
    """Nothing that the word lists know as something else."""
    known = lexicon("en")
    if word in given_names():
        return word not in _NEVER and known.category(word) != "person"
    is_word = known.category(word) is not None or known.verb(word) is not None or word in known.words("adjective")
    return not is_word and word not in _NEVER and (word not in vocabulary("en"))


def _is_meant(word: str, text: str, start: int, end: int) -> bool:
    """Whether a given name is one here: always where it is no word besides, else where its bearer acts or is told of."""
    known = lexicon("en")
    if known.category(word) == "person" or _WITH_ARTICLE.search(text[:start]):
        return False
    if told_by_trade(text, end) is not None or is_described(text, end):
        return True
    if word in _THINGS_TOO:
        return False
    alone = word not in vocabulary("en") and known.category(word) is None and known.verb(word) is None
    does = _DOES.match(text, end)
    acts = does is not None and (does["verb"] in ("is", "are") or known.verb(does["verb"]) is not None)
    return alone or (acts and _OPENS.search(text[:start]) is not None)


def _lifted(text: str, names: frozenset[str]) -> str:
    def capital(found: re.Match[str]) -> str:
        word = found.group()
        return word.capitalize() if word in names and not _WITH_ARTICLE.search(text[: found.start()]) else word

    return _WORD.sub(capital, text) if names else text
