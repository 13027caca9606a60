"""What is in the air of each shot beyond the document's six weathers: drizzle or downpour, petals, fireflies, the moon's phase.

The document keeps one word a shot because a person picks it from a list; how hard it rains, or that leaves fall, stands in
the script's own words. They hold from the shot that tells of them to the end of the scene, or until they are told to be over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Literal, get_args

from engine.film.shots import Scene, Weather
from engine.skies import skies
from engine.skies_en import is_figurative, shown_airs, told_airs

Air = Literal[
    "drizzle", "downpour", "flurry", "blizzard", "sandstorm", "breeze", "gale", "mist", "leaves", "petals", "fireflies",
    "dust", "sunbeams", "embers", "rainbow", "meteors", "crescent", "half moon", "full moon", "moonless", "starry", "glow",
    "hail", "overcast", "aurora",
]  # fmt: skip
"""One thing in the air. `glow` is a sky on fire at sunset or sunrise, `flurry` light snow, `gale` and `breeze` winds."""

_ENDS = re.compile(
    r"^[^.,;!?]{0,24}\b(?:stops?|stopped|ends?|is over|are gone|is gone|fades?|vanish(?:es)?|dies down|die down|goes out|go out|has passed|disappears?|lifts|clears)\b",
    re.I,
)
_ENDS_ZH = re.compile(r"^[^，。没未不]{0,4}(?:停(?![在着驻满])|散(?![落发布乱])|消失|不见|熄灭|过去|过后|褪)")
_RIVALS: tuple[frozenset[Air], ...] = (
    frozenset({"drizzle", "downpour"}),
    frozenset({"flurry", "blizzard"}),
    frozenset({"breeze", "gale"}),
    frozenset({"crescent", "half moon", "full moon", "moonless"}),
)
"""Of these the last told counts."""
_NEEDS: Mapping[Air, frozenset[Weather]] = {
    "drizzle": frozenset({"rain", "storm"}),
    "downpour": frozenset({"rain", "storm"}),
    "flurry": frozenset({"snow"}),
    "blizzard": frozenset({"snow"}),
    "sandstorm": frozenset({"wind", "storm"}),
    "mist": frozenset({"fog"}),
    "hail": frozenset({"rain", "storm"}),
    "rainbow": frozenset({"clear", "wind", "rain", "fog"}),
    "sunbeams": frozenset({"clear", "wind", "fog", "rain"}),
}
"""What a thing in the air cannot be without: when the rain is over, so is the drizzle."""


def airs(scene: Scene) -> dict[str, tuple[Air, ...]]:
    """Shot id -> what is in its air, sorted."""
    told = _told([], scene.heading)
    found: dict[str, tuple[Air, ...]] = {}
    for shot in scene.shots:
        told = _told(told, shot.action)
        weather = shot.weather or scene.weather
        found[shot.id] = tuple(sorted(air for air in told if weather in _NEEDS.get(air, {weather})))
    return found


def airs_in(text: str) -> tuple[Air, ...]:
    """What a text puts into the air, sorted."""
    return tuple(sorted(_told([], text)))


def only_in_the_air(names: Iterable[str], text: str) -> bool:
    """Whether a text names something nowhere but among the words for the air: the cherry of "cherry petals fall"."""
    spoken = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True) if name)
    found = list(re.finditer(spoken, text, re.I)) if spoken else []
    spans = [hit.span() for _, hit, _ in _hits(text)]
    return bool(found) and all(any(a <= f.start() and f.end() <= b + 2 for a, b in spans) for f in found)


def is_about_the_air(clause: str) -> bool:
    """Whether a clause tells what the air does, and nobody: sparks fly, 落叶飘下."""
    first = min((hit.start() for _, hit, _ in _hits(clause)), default=-1)
    before = clause[: max(first, 0)]
    return first >= 0 and len(before.split()) <= 3 and not _SOMEBODY.search(clause) and not _WHOSE.search(before)


_SOMEBODY = re.compile(r"\b(?:he|she|they|we|who)\b|[他她我你人]", re.I)
_WHOSE = re.compile(r"\b(?:him|her|them|his|their)\b", re.I)


def hushed(text: str, kept: Sequence[tuple[int, int]] = ()) -> str:
    """The text with the words for the air blanked out, letter by letter, so that nobody is taken to do what leaves do: "she
    runs through falling leaves". What overlaps a span of `kept` stays."""
    for _, hit, _ in _hits(text):
        if not any(start < hit.end() and hit.start() < end for start, end in kept):
            text = text[: hit.start()] + "·" * (hit.end() - hit.start()) + text[hit.end() :]
    return text


def _told(before: Sequence[Air], text: str) -> list[Air]:
    """What is in the air after `text`, when `before` was in it."""
    now: list[Air] = list(before)
    for air, ends in _mentions(text):
        now = [kept for kept in now if kept != air and not any({kept, air} <= group for group in _RIVALS)]
        if not ends:
            now.append(air)
    return now


@lru_cache(maxsize=4096)  # the plan asks again after every edit
def _mentions(text: str) -> tuple[tuple[Air, bool], ...]:
    """Each thing the text tells of, in order, and whether that is over now."""
    told: list[tuple[Air, bool]] = []
    for air, hit, language in sorted([*_hits(text), *_signs(text)], key=lambda found: (found[1].start(), found[0])):
        if not _is_unreal(air, hit, text, language):
            over = _ENDS_ZH if language == "zh" else _ENDS
            told.append((air, air != "meteors" and over.search(text[hit.end() :]) is not None))
    return tuple(told)


def _is_unreal(air: Air, hit: re.Match[str], text: str, language: str) -> bool:
    """Whether the words only say that it is not there, or like it."""
    if language == "zh":
        return (air != "moonless" or hit.group()[:1] == "月") and skies().is_unreal(text, hit.start(), hit.end())
    return is_figurative(text, hit)


@lru_cache(maxsize=512)  # whoever reads a clause asks three times
def _hits(text: str) -> tuple[_Hit, ...]:
    english = _found(_told_en(), text, "en") if _LATIN.search(text) else ()
    chinese = _found(_table(skies().told), skies().plain(text), "zh") if _HAN.search(text) else ()
    return (*english, *chinese)


@cache
def _told_en() -> _Tables:
    return _table(told_airs())


def _signs(text: str) -> Iterator[_Hit]:
    """What things do in the wind or rain; they are things still, where `_hits` are nothing but air."""
    if _LATIN.search(text):
        yield from _found(_table(shown_airs()), text, "en")
    if _HAN.search(text):
        yield from _found(_table(skies().shown), skies().plain(text), "zh")


def _found(tables: _Tables, text: str, language: str) -> Iterator[_Hit]:
    return ((air, hit, language) for air, pattern in tables for hit in pattern.finditer(text))


def _table(patterns: Mapping[str, re.Pattern[str]]) -> _Tables:
    return tuple((air, patterns[air]) for air in _AIRS if air in patterns)


_LATIN, _HAN = re.compile(r"[A-Za-z]{3}"), re.compile(r"[\u3400-\u9fff]")
_Hit = tuple[Air, re.Match[str], str]
_Tables = tuple[tuple[Air, re.Pattern[str]], ...]
_AIRS: tuple[Air, ...] = get_args(Air)
