"""How Chinese tells what is in the air: words for it (细雨, 鹅毛大雪), what shows it (树梢猛地一弯), and what only sounds like it (心花怒放).

Chinese seldom says "it rains": the sky leaks, gauze lies on the river, the moon is a hook. The script asks for the weather and the
plan for what is in the air, so the table (assets/lexicon/skies.zh.json) is read here, for both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

from engine.assets import word_table

if TYPE_CHECKING:
    from collections.abc import Mapping

_Patterns = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Skies:
    """The table, compiled. `told` are words for a weather or air, `shown` what things do in it; `means` says which weather an air needs."""

    told: Mapping[str, re.Pattern[str]]
    shown: Mapping[str, re.Pattern[str]]
    means: Mapping[str, str]
    _idioms: re.Pattern[str]
    _before: re.Pattern[str]
    _after: re.Pattern[str]

    def plain(self, text: str) -> str:
        """The text with its idioms blanked out, letter by letter: in 满面春风 blows no wind."""
        return self._idioms.sub(lambda idiom: "·" * len(idiom.group()), text)

    def is_unreal(self, text: str, start: int, end: int) -> bool:
        """Whether what stands there is not to be seen: it is missing, long ago, only like it, or in somebody's heart."""
        return self._before.search(text[:start]) is not None or self._after.match(text, end) is not None


@cache
def skies() -> Skies:
    """The Chinese table, read once."""
    table = word_table("skies.zh.json")
    unreal = cast("dict[str, str | list[str]]", table["unreal"])
    return Skies(
        told=_compiled(cast("_Patterns", table["told"])),
        shown=_compiled(cast("_Patterns", table["shown"])),
        means=MappingProxyType(cast("dict[str, str]", table["means"])),
        _idioms=re.compile("|".join(unreal["idioms"])),
        _before=re.compile(str(unreal["before"])),
        _after=re.compile(str(unreal["after"])),
    )


def _compiled(patterns: _Patterns) -> Mapping[str, re.Pattern[str]]:
    return MappingProxyType({name: re.compile("|".join(words)) for name, words in patterns.items()})
