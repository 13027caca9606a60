"""The engine's sentences in Chinese. The engine speaks English with names and numbers put in; the catalogue in
assets/words/engine.zh.json is keyed by its templates, with {0}, {1}, ... for the gaps.

A sentence is matched against the templates, most fixed letters first, and what stood in the gaps is carried over. What no
template knows stays as it is: English is better than nothing.
"""

from __future__ import annotations

import json
import operator
import re
from functools import cache, lru_cache

from engine.assets import assets_folder

_GAP = re.compile(r"\{(\d)\}")
_FULL_STOP = re.compile(r"(?<=[.!?]) (?=[A-Z`])")
_MOST_INSIDE = 3  # sentences inside sentences


@lru_cache(maxsize=512)
def chinese_of(sentence: str, depth: int = 0) -> str:
    """The sentence in Chinese, or as it is."""
    known = _exact().get(sentence)
    if known is not None:
        return known
    for pattern, said in _patterns():
        found = pattern.fullmatch(sentence)
        if found is not None:
            inside = [_within(value, depth) for value in found.groups()]
            return _GAP.sub(lambda gap, inside=inside: inside[int(gap[1])], said)
    return _one_by_one(sentence, depth)


def _one_by_one(sentences: str, depth: int) -> str:
    """What is wrong and what to do are often said in one breath."""
    said = _FULL_STOP.split(sentences)
    told = [chinese_of(each, depth) for each in said] if len(said) > 1 else said
    return sentences if any(map(operator.eq, said, told)) else "".join(told)


def _within(value: str, depth: int) -> str:
    """A gap may hold a sentence of the engine's again."""
    return chinese_of(value, depth + 1) if " " in value and depth < _MOST_INSIDE else value


@cache
def _exact() -> dict[str, str]:
    path = assets_folder() / "words" / "engine.zh.json"
    return json.loads(path.read_text(encoding="utf-8"))


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Templates with gaps as patterns; those that fix more letters come first."""
    templates = [template for template in _exact() if _GAP.search(template)]
    templates.sort(key=lambda template: len(_GAP.sub("", template)), reverse=True)
    return tuple((_pattern(template), _exact()[template]) for template in templates)


def _pattern(template: str) -> re.Pattern[str]:
    """Gap 0 is group 1 and so on; the same gap twice must hold the same."""
    parts = _GAP.split(template)
    seen: set[str] = set()
    made = ""
    for at, part in enumerate(parts):
        if at % 2 == 0:
            made += re.escape(part)
        elif part in seen:
            made += f"(?P=gap{part})"
        else:
            seen.add(part)
            made += f"(?P<gap{part}>.+?)"
    return re.compile(made, re.DOTALL)
