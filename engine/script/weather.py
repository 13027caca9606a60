"""What the weather is, from the words of a heading or an action line.

A scene has one weather, so the first word about it counts; rain that stops is no rain.
"""

from __future__ import annotations

import re

from engine.film.document import Language
from engine.film.shots import Weather

_ENGLISH: tuple[tuple[Weather, str], ...] = (
    ("storm", r"\b(?:thunder(?:storm)?s?|lightning|stormy|(?:a|the|violent|heavy) storm(?!ed| out)|storm)\b(?! out| off| in)"),
    ("snow", r"\b(?:snow(?:s|ing|y|fall|flakes?|storm)?|blizzard|sleet)\b(?!-white| white)"),
    ("rain", r"\b(?:rain(?:s|ing|y|drops?|fall)?|drizzles?|drizzling|downpour|pouring)\b(?! boots?| coats?)"),
    ("fog", r"\b(?:fog(?:gy)?|mist(?:y)?|haze|hazy)\b"),
    ("wind", r"\b(?:windy|gale|gusts?|(?:the|a|strong|cold|icy|howling) wind|wind (?:blows|howls|rises)|breezy)\b"),
    ("clear", r"\b(?:clear|sunny|cloudless|bright sun(?:shine)?|sunlit|moonlit)\b"),
)  # fmt: skip
_CHINESE: tuple[tuple[Weather, str], ...] = (
    ("storm", r"雷雨|暴雨|暴风|闪电|雷声|打雷|狂风|风暴|雷鸣"),
    ("snow", r"雪(?!白|茄|糕|人|橇|山)|雨夹雪"),
    ("rain", r"雨(?!衣|伞|靴|披|鞋|刮)"),
    ("fog", r"雾|霾"),
    ("wind", r"大风|起风|刮风|寒风|秋风|北风|风吹|风很大|风声|一阵风"),
    ("clear", r"晴|阳光|天朗|万里无云"),
)
_OVER_EN = re.compile(
    r"^[^.!?]{0,30}?\b(?:is over|are over|has stopped|have stopped|stops|stopped|is gone|ends|has ended|has passed|clears|lifts)\b|^\s*is over",
    re.IGNORECASE,
)
_OVER_ZH = re.compile(r"^[^。！？，]{0,4}?(?:停|住了|过后|过去|散|歇|霁)|^后|^过天[晴青]")
_NONE_EN = re.compile(r"\b(?:no|no more|without|after the|after|before the|until the)\s+(?:\w+\s+)?$", re.IGNORECASE)
_NONE_ZH = re.compile(r"(?:没有|不再下?|无|停了?)$")


def weather_in(text: str, language: Language) -> Weather | None:
    """The first weather that `text` tells of, "clear" where rain or snow ends, None where it does not say."""
    hits: list[tuple[int, int, Weather]] = []
    for order, (weather, pattern) in enumerate(_CHINESE if language == "zh" else _ENGLISH):
        for found in re.finditer(pattern, text, re.IGNORECASE):
            gone = _is_gone(text, found, language)
            hits.append((found.start(), order, "clear" if gone else weather))
            break
    return min(hits)[2] if hits else None


def _is_gone(text: str, found: re.Match[str], language: Language) -> bool:
    before, after = text[: found.start()], text[found.end() :]
    if language == "zh":
        return bool(_OVER_ZH.search(after) or _NONE_ZH.search(before))
    return bool(_OVER_EN.search(after) or _NONE_EN.search(before))
