"""Looking camera words up: one pattern for all terms of `camera_words`, and what each term says and how surely.

The longest term wins, so that 'medium close-up' is never read as 'medium' and 大特写 never as 特写.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from engine.film.setup import Angle, Move, Size
from engine.script import camera_words as words
from engine.script.lines import has_han

Hint = Size | Angle | Move | int | None  # an int is a lens in mm, None a camera word that names no value

SURE, PHRASE, WORD = 3, 2, 1


def _terms(listed: str) -> list[str]:
    return [term.strip() for term in listed.split(",") if term.strip()]


def _key(term: str) -> str:
    """How a term is looked up: hyphens and apostrophes aside; abbreviations keep their capitals."""
    bare = re.sub(r"[\s-]+", " ", term.replace("'", "")).strip()
    return bare if bare.isupper() and bare.isascii() else bare.lower()


def _pattern(term: str) -> str:
    pattern = r"[\s-]+".join(re.escape(part).replace("'", "'?") for part in re.split(r"[\s-]+", term))
    if has_han(term):
        return pattern
    pattern = rf"(?<![A-Za-z0-9']){pattern}(?![A-Za-z0-9'])"
    return pattern if term.isupper() else f"(?i:{pattern})"


def every_name() -> list[tuple[Size | Angle | Move, words.Names]]:
    """Each value with its names."""
    return [*words.SIZES.items(), *words.ANGLES.items(), *words.MOVES.items()]


@cache
def _lexicon() -> dict[str, tuple[Hint, int]]:
    lexicon: dict[str, tuple[Hint, int]] = {}

    def enter(hint: Hint, grade: int, terms: Iterable[str]) -> None:
        for term in terms:
            lexicon.setdefault(_key(term), (hint, grade))

    for value, names in every_name():
        enter(value, WORD, _terms(names.word))
        enter(value, PHRASE, _terms(names.phrase))
        enter(value, SURE, _terms(names.sure))
        for name in (names.english, names.chinese, names.short):
            enter(value, _grade_of(name), [name])
    for lens, (sure, phrase) in words.LENSES.items():
        enter(lens, SURE, _terms(sure))
        enter(lens, PHRASE, _terms(phrase))
    enter(None, SURE, _terms(words.NAMELESS[0]))
    enter(None, PHRASE, _terms(words.NAMELESS[1]))
    return lexicon


_SURE_NAMES = frozenset(
    _terms(
        "extreme wide shot, wide shot, full shot, medium shot, medium close-up, close shot, close-up, extreme close-up, high angle, low angle, "
        "bird's eye view, dutch angle, whip pan left, whip pan right, EWS, MCU, CU, ECU, OTS, POV, 大远景, 中近景, 特写, 大特写, 荷兰角, 俯拍, 仰拍"
    )
)


def _grade_of(name: str) -> int:
    """Names not among the sure ones count as phrases: alone between two stops."""
    return SURE if name in _SURE_NAMES else PHRASE


@cache
def _by_first_letter() -> dict[str, re.Pattern[str]]:
    """One pattern for the terms that begin with the same letter: six hundred alternatives at every letter would be slow."""
    terms: dict[str, list[str]] = {}
    for term in set(_every_written_term()):
        terms.setdefault(term[0].lower(), []).append(term)
    return {
        letter: re.compile("|".join(_pattern(term) for term in sorted(group, key=lambda term: (-len(term), term))))
        for letter, group in terms.items()
    }


def term_at(view: str, start: int, end: int | None = None) -> tuple[int, Hint, int] | None:
    """The longest term at `start`: where it ends, its value and grade; None when there is none."""
    pattern = _by_first_letter().get(view[start].lower()) if start < len(view) else None
    found = pattern.match(view, start, len(view) if end is None else end) if pattern else None
    if found is None:
        return None
    hint, grade = _hint_of_term(found[0])
    return found.end(), hint, grade


def _every_written_term() -> list[str]:
    listed: list[str] = []
    for _, names in every_name():
        listed += [names.english, names.chinese, names.short]
        listed += _terms(names.sure) + _terms(names.phrase) + _terms(names.word)
    for pair in (*words.LENSES.values(), words.NAMELESS):
        listed += [term for part in pair for term in _terms(part)]
    return listed


def value_of(term: str) -> Hint:
    """What a term of the tables says; KeyError when the tables lack it."""
    return _hint_of_term(term)[0]


@cache
def manner() -> re.Pattern[str]:
    """Matches manner and glue ('slowly', 缓缓)."""
    ordered = sorted(_terms(words.MANNERS), key=lambda term: (-len(term), term))
    return re.compile("|".join(_pattern(term) for term in ordered))


def _hint_of_term(term: str) -> tuple[Hint, int]:
    """Value and grade of a term as met: as the abbreviation it may be, else as words ('CLOSE ON' in capitals)."""
    lexicon = _lexicon()
    return lexicon[_key(term)] if _key(term) in lexicon else lexicon[_key(term.lower())]
