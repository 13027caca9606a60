"""How the words dress a place: ruined, empty, crowded, small, huge, old, overgrown, frozen, flooded, hung with lanterns.

In a heading every such word is about the place. In a description or an action most of them may be about somebody, so
they count only right before a place's name or said of it: an old man on a bridge makes no old bridge.
"""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterable
from dataclasses import fields

from engine.assets import assets_folder
from engine.backends.animatic.stage import Dressing
from engine.errors import StorageFailed

_HAN = re.compile(r"[\u3400-\u9fff]")
_NOT = re.compile(
    r"(?:\b(?:not|no longer|never|isn't|aren't|without|hardly)\s+(?:\w+\s+)?|[不没]再?[是有]?|并不|毫无)$", re.I
)
_BETWEEN = re.compile(
    r"[\s,]*(?:(?!of\b|the\b|an?\b|in\b|on\b|at\b|by\b|and\b)[a-z-]+[\s,]+){0,2}$|(?![人师板爷奶太虎鼠头妇汉婆者年乡公伯叔])的?[\u3400-\u9fff]{0,2}$",
    re.I,
)
_SAID_OF = re.compile(
    r"^\W{0,2}(?:is|are|was|were|lies|stands|sits|seems|looks|grows|falls|now)\s+(?:\w+\s+){0,2}$|^[里上中]?(?:一片|显得|又|很|非常|已经?|早已)?$",
    re.I,
)


def dressing_for(name: str, told: Iterable[str], places: re.Pattern[str]) -> Dressing:
    """The dressing that a place's name and what is told of it (description, action) ask for. `places` finds the words for
    places. Raises StorageFailed when the shipped list of words is missing or damaged."""
    texts = tuple(told)
    words = {
        trait: _has(always, name)
        or _names(of_place, name, places)
        or any(_told(always, of_place, t, places) for t in texts)
        for trait, (always, of_place) in _traits().items()
    }
    if words["crowded"]:
        words["empty"] = False
    return Dressing(**words)


def _has(pattern: re.Pattern[str], text: str) -> bool:
    return any(not _NOT.search(text[: match.start()]) for match in pattern.finditer(text))


def _names(of_place: re.Pattern[str], name: str, places: re.Pattern[str]) -> bool:
    """Whether a heading says it: an English word anywhere in it; a Chinese one is a single sign, and in 夜空 no 空."""
    return any(
        not _HAN.match(match.group()) or _is_of_a_place(name, match, places) for match in of_place.finditer(name)
    )


def _told(always: re.Pattern[str], of_place: re.Pattern[str], text: str, places: re.Pattern[str]) -> bool:
    return _has(always, text) or any(
        _is_of_a_place(text, match, places) and not _NOT.search(text[: match.start()])
        for match in of_place.finditer(text)
    )


_ABOVE = re.compile(r"sky|skies|stars?|clouds?|heavens?|moon|天空|夜空|星空|天上|云端?|月亮?", re.I)
"""A sky full of stars crowds no street, and an empty one empties none."""


def _is_of_a_place(text: str, word: re.Match[str], places: re.Pattern[str]) -> bool:
    """Whether a word stands before a place ("the old stone bridge") or is said of one ("the street is empty")."""
    after, before = text[word.end() : word.end() + 40], text[max(0, word.start() - 40) : word.start()]
    ahead = places.search(after)
    if ahead and not _ABOVE.fullmatch(ahead.group()) and _BETWEEN.match(after[: ahead.start()]):
        return True
    behind = list(places.finditer(before))
    behind = [place for place in behind if not _ABOVE.fullmatch(place.group())]
    return bool(behind) and _SAID_OF.match(before[behind[-1].end() :]) is not None


@functools.cache
def _traits() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    path = assets_folder() / "sets" / "dressing.json"
    try:
        listed = json.loads(path.read_text(encoding="utf-8"))["traits"]
        return {
            field.name: (_pattern(listed[field.name]["always"]), _pattern(listed[field.name]["of_place"]))
            for field in fields(Dressing)
        }
    except (OSError, ValueError, KeyError) as bad:
        raise StorageFailed(
            "The words that dress a set (assets/sets/dressing.json) cannot be read.", "Install Storyreel again."
        ) from bad


def _pattern(words: list[str]) -> re.Pattern[str]:
    words = sorted(words, key=len, reverse=True)
    latin = "|".join(re.escape(word) for word in words if not _HAN.search(word))
    han = "|".join(re.escape(word) for word in words if _HAN.search(word))
    return re.compile("|".join(part for part in (rf"\b(?:{latin})\b" if latin else "", han) if part), re.I)
