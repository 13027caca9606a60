"""What somebody feels, by the words of a clause: words for feelings, faces and bodies that show them, verbs of expression.

Three sources, because none is enough: our own short list (engine.plan.verbs), the habits of prose for showing a feeling without
naming it (assets/lexicon/feelings.json: a jaw drops, 垂头丧气), and the dictionary's adjectives, adverbs and nouns. Where two
overlap the longer one counts: tears of joy are no grief.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, cast

from engine.assets import word_table
from engine.plan.acts import Mood
from engine.plan.together import is_verb_here
from engine.plan.verb_forms import forms_of
from engine.plan.verbs import MOOD_WORDS, MOODS
from engine.vocabulary import Feeling, feelings, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from engine.plan.names import Mention

_OWN = r"(?:his|her|their|its|my|your|(?:the |an? )?(?:[a-z]+ )?\w+['’]s?|the|a)(?: own)?"
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*", re.I)
_LATIN = re.compile(r"[a-z]{3}", re.I)
_MOST_WORDS = 3
_LONGEST_ZH = 5
_IDIOM_ZH = 4
_NOT_EN = re.compile(r"(?:\b(?:not|never|no longer|without|no|hardly|nothing)|n['’]t)\s+(?:\w+\s+)?$", re.I)
_NOT_ZH = re.compile(r"(?:[不没别无未]|毫无|没有|并不|不再|不要|不会)$")
_FEELS_IT = re.compile(r"\b(?:with|in|for|from|of|by|from)\s+(?:(?!the\b)\w+\s+){0,2}$", re.I)
_SEIZES = re.compile(
    r"^\s+(?:grips?|gripped|fills?|filled|seizes?|seized|overcomes?|overcame|washes|floods|rises|takes hold|overwhelms?)\b",
    re.I,
)
_SHOWS = re.compile(
    r"^\s+(?:\w+\s+)?(?:eyes?|face|smile|grin|look|looks|expression|voice|tears?|laugh|gaze|glance|sigh|cry|tone)\b",
    re.I,
)
_NEXT = re.compile(r"^\s+([a-z]+)", re.I)


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    mood: Mood | None
    """None: a longer word that only holds a feeling's character, 惊堂木."""


_Patterns = tuple[tuple[Mood, re.Pattern[str]], ...]


@dataclass(frozen=True, slots=True)
class _Table:
    """`shown`: patterns of faces and bodies, English and Chinese; `verbs`: each form of a verb of expression."""

    shown: tuple[tuple[Mood | None, re.Pattern[str]], ...]
    verbs: dict[str, Mood]


@cache
def _table() -> _Table:
    raw = cast("dict[str, dict[str, object]]", word_table("feelings.json"))
    nobodys = raw.pop("")
    shown: list[tuple[Mood | None, re.Pattern[str]]] = [
        (None, _pattern(cast("list[str]", nobodys["en"]))),
        (None, re.compile("|".join(cast("list[str]", nobodys["zh"])))),
    ]
    shown += _shown_zh()
    verbs: dict[str, Mood] = {}
    for mood, told in cast("dict[Mood, dict[str, object]]", raw).items():
        chinese = "|".join(cast("list[str]", told["zh"]))
        shown.append((mood, _pattern(cast("list[str]", told["en"]))))
        shown.append((mood, re.compile(chinese)))
        verbs |= {form: mood for verb in str(told["verbs"]).split(", ") for form in forms_of(verb)}
    return _Table(tuple(shown), verbs)


@dataclass(frozen=True, slots=True)
class _English:
    """`faces` show a feeling, `signs` may mean something else; `verbs` are more verbs of expression."""

    faces: _Patterns
    signs: _Patterns
    verbs: dict[str, Mood]


@cache
def _english_table() -> _English:
    raw = cast("dict[Mood, dict[str, list[str]]]", word_table("feelings.en.json"))
    faces: _Patterns = tuple((mood, _pattern(told["faces"])) for mood, told in raw.items())
    signs: _Patterns = tuple((mood, _pattern(told["signs"])) for mood, told in raw.items())
    verbs: dict[str, Mood] = {}
    for mood, told in raw.items():
        verbs |= {form: mood for verb in told["verbs"] for form in forms_of(verb)}
    return _English(faces, signs, verbs)


def _shown_zh() -> list[tuple[Mood | None, re.Pattern[str]]]:
    """The faces and bodies of Chinese prose, a table of its own because there are so many."""
    raw = cast("dict[Mood, list[str]]", word_table("feelings.zh.json"))
    return [(mood or None, re.compile("|".join(rows))) for mood, rows in raw.items()]


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(phrases)})(?!\w)".replace("~", _OWN), re.I)


def known_verbs() -> frozenset[str]:
    """Every form of a verb that tells of a feeling."""
    return frozenset(_table().verbs)


def felt(clause: str, mentions: list[Mention]) -> list[tuple[int, Mood]]:
    """The feelings a clause tells of, in order: where the word stands, and the mood."""
    return [(one.start, one.mood) for one in _longest(clause, mentions) if one.mood and not _denied(clause, one.start)]


def felt_as_written(clause: str, mentions: list[Mention]) -> list[tuple[int, Mood, bool]]:
    """`felt`, and what English faces and bodies show. False: a sign that may mean other things, told where nothing else is."""
    english = _english_table()
    faces = [*_in_english(clause, english.faces), *_by_verb(clause, mentions, english.verbs)]
    if told := [one for one in _longest(clause, mentions, faces) if one.mood and not _denied(clause, one.start)]:
        return [(one.start, one.mood, True) for one in told if one.mood]
    signs = sorted(_in_english(clause, english.signs), key=lambda one: one.start)
    return [(one.start, one.mood, False) for one in signs if one.mood and not _denied(clause, one.start)]


def _in_english(clause: str, table: _Patterns) -> list[_Found]:
    found: list[_Found] = []
    for mood, pattern in table if _LATIN.search(clause) else ():
        found += [_Found(hit.start(), hit.end(), mood) for hit in pattern.finditer(clause)]
    return found


_SIGNS_ZH: dict[str, re.Pattern[str]] = {
    "angry": re.compile(r"浑身|全身|直?(?:哆嗦|发抖|颤抖)|手[指都]?[^，。]{0,3}[抖颤]|嘴唇|抖"),
    "afraid": re.compile("瘫|腿"),
    "happy": re.compile(r"浑身|手[^，。]{0,3}[抖颤]|直哆嗦|[一整][夜宿晚][^，。]{0,2}没|睡不着|通宵"),
}
"""Who is angry trembles with it, and who is afraid sinks down: such a sign tells nothing new of them."""


def only_a_sign(told: str, mood: Mood) -> bool:
    """Whether what is told only shows the mood that somebody is in already."""
    sign = _SIGNS_ZH.get(mood)
    return sign is not None and sign.match(told) is not None


def felt_at(text: str, mentions: list[Mention]) -> list[tuple[int, int]]:
    """Where in a text a feeling is told: words that no reader may put into others."""
    return [(one.start, one.end) for one in _longest(text, mentions)]


def idioms_of_feeling(text: str) -> list[tuple[int, int]]:
    """Where Chinese idioms stand: the wind of 满面春风 does not blow."""
    told = () if text.isascii() else (*_shown(text), *_chinese(text))
    return [(one.start, one.end) for one in told if one.mood and one.end - one.start == _IDIOM_ZH]


def _longest(clause: str, mentions: list[Mention], more: Sequence[_Found] = ()) -> list[_Found]:
    named = [(m.start, m.end) for m in mentions]
    found = [
        one
        for one in (
            *more,
            *_listed(clause),
            *_shown(clause),
            *_by_verb(clause, mentions, _table().verbs),
            *_by_dictionary(clause, named),
        )
        if not any(a <= one.start and one.end <= b for a, b in named)
    ]
    kept: list[_Found] = []
    for one in sorted(found, key=lambda one: (one.start - one.end, one.start)):
        if not any(one.start < other.end and other.start < one.end for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda one: one.start)


def _denied(clause: str, start: int) -> bool:
    before = clause[:start]
    return bool(_NOT_EN.search(before) or _NOT_ZH.search(before))


def _listed(clause: str) -> Iterator[_Found]:
    for match in MOOD_WORDS.finditer(clause):
        if not _inside_noun(clause, match.start(), match.end()):
            yield _Found(match.start(), match.end(), MOODS[match.group().casefold()])


def _inside_noun(clause: str, start: int, end: int) -> bool:
    """The 惊 of 惊堂木 is nobody's."""
    if end - start > 1 or clause[start].isascii():
        return False
    known = vocabulary("zh")
    for size in (3, 4):
        for at in range(max(0, end - size), start + 1):
            word = known.get(clause[at : at + size])
            if word is not None and word.category not in {"abstract", "person"}:
                return True
    return False


@lru_cache(maxsize=512)  # a clause is asked in plain words, and as it was written
def _shown(clause: str) -> tuple[_Found, ...]:
    return tuple(
        _Found(match.start(), match.end(), mood)
        for mood, pattern in _table().shown
        for match in pattern.finditer(clause)
    )


def _by_verb(clause: str, mentions: list[Mention], verbs: dict[str, Mood]) -> Iterator[_Found]:
    for match in _WORD.finditer(clause):
        mood = verbs.get(match.group().casefold())
        if mood is not None and is_verb_here(match.group(), clause, match.start(), mentions):
            yield _Found(match.start(), match.end(), mood)


def _by_dictionary(clause: str, named: list[tuple[int, int]]) -> Iterator[_Found]:
    yield from _english(clause, named)
    if not clause.isascii():
        yield from _chinese(clause)


def _english(clause: str, named: list[tuple[int, int]]) -> Iterator[_Found]:
    words = list(_WORD.finditer(clause))
    for at, word in enumerate(words):
        for last in words[at : at + _MOST_WORDS]:
            feeling = _felt_word(clause[word.start() : last.end()].casefold())
            if feeling is None:
                continue
            after = clause[last.end() :]
            if feeling.noun:
                sure = _FEELS_IT.search(clause[: word.start()]) or _SEIZES.match(after)
            else:
                sure = last.group().endswith("ly") or not _tells_of_a_thing(after, last.end(), named)
            if sure:
                yield _Found(word.start(), last.end(), cast("Mood", feeling.mood))


def _felt_word(word: str) -> Feeling | None:
    """What a word tells; an adverb that the dictionary lacks tells what its adjective does."""
    known = feelings("en")
    found = known.get(word)
    if found is None and word.endswith("ly"):
        stem = word[:-2]
        found = known.get(stem) or known.get(stem[:-1] + "y" if stem.endswith("i") else stem + "l")
        found = None if found is None or found.noun else found
    return found


def _tells_of_a_thing(after: str, at: int, named: list[tuple[int, int]]) -> bool:
    """The merry tune, an angry sea: nobody's feeling."""
    following = _NEXT.match(after)
    if following is None or _SHOWS.match(after) or any(start <= at + following.start(1) < end for start, end in named):
        return False
    word = following.group(1).casefold()
    noun = vocabulary("en").get(word) or vocabulary("en").get(word.removesuffix("s"))
    return noun is not None and noun.category not in {"abstract", "person", "animal", "bird"}


def _chinese(clause: str) -> Iterator[_Found]:
    known, at = feelings("zh"), 0
    while at < len(clause):
        size = next((n for n in range(_LONGEST_ZH, 1, -1) if clause[at : at + n] in known), 0)
        if size:
            feeling = known[clause[at : at + size]]
            if not feeling.noun:
                yield _Found(at, at + size, cast("Mood", feeling.mood))
        at += size or 1
