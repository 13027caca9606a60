"""How tall a thing is once its words are heard: a giant pumpkin, a clock as tall as a house, a key ten feet long, 两人高的石像.

A picture comes with the height of the usual thing. Big and small words change that by a share, the more so the smaller the thing
is; a comparison or a measure says it in metres.
"""

from __future__ import annotations

import re

GIANT = re.compile(
    r"\b(?:giant|gigantic|colossal|enormous|immense|humongous|monstrous|titanic|towering|vast|oversized|monumental)\b|\bhuge\b|巨大|巨型|硕大|庞大|巨(?!人)|参天",
    re.I,
)
_BIG = re.compile(r"\b(?:big|large|massive|hefty|bulky)\b|大大的|偌大", re.I)
TINY = re.compile(r"\b(?:tiny|minuscule|miniature|teeny|wee|minute)\b|迷你|微小|小小|袖珍", re.I)
_SMALL = re.compile(r"\b(?:small|little)\b", re.I)

_LIKE_EN = re.compile(
    r"\b(?:(?:as|so)\s+(?:tall|high|big|large|huge|long|small|tiny)\s+as|size\s+of|taller\s+than)\s+((?:[\w']+[\s.,;!?]*){1,3})|\b(\w+)-sized\b",
    re.I,
)
_LIKE_ZH = re.compile(
    r"[像如跟和与有比]一?[座棵头个]?(房子|房屋|房|屋子|屋|楼|塔|树|大树|山|小山|人|大象|马|牛|猫|车|船|拇指|手指|头)(?:还|一般|一样|那么|那样|似的)?[高大长小]"
)
_STOREYS_ZH = re.compile(r"([一二两三四五六七八九十]|\d+)(人|层楼|米|丈|尺)(?:多)?[高长]")
_METRES_EN = re.compile(
    r"\b(\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|fifty|hundred)[ -](metres?|meters?|m|feet|foot|ft|stor(?:ey|y|eys|ies))[ -](?:tall|high|long)\b",
    re.I,
)

_TALL = {
    "house": 6.0, "cottage": 5.0, "barn": 7.0, "building": 14.0, "skyscraper": 40.0, "tower": 18.0, "church": 14.0, "castle": 20.0, "tree": 7.0,
    "oak": 8.0, "mountain": 30.0, "hill": 12.0, "man": 1.75, "person": 1.75, "woman": 1.65, "child": 1.15, "boy": 1.2, "girl": 1.2, "giant": 4.0,
    "elephant": 3.0, "horse": 1.7, "cow": 1.4, "dog": 0.6, "cat": 0.35, "mouse": 0.08, "car": 1.5, "bus": 3.0, "truck": 3.0, "ship": 12.0, "boat": 2.0,
    "whale": 4.0, "barrel": 0.9, "table": 0.8, "door": 2.0, "thumb": 0.06, "finger": 0.08, "hand": 0.18, "fist": 0.1, "head": 0.28, "pea": 0.02,
    "room": 2.6, "bed": 1.0, "pumpkin": 0.35, "football": 0.22, "melon": 0.3, "apple": 0.08, "egg": 0.06, "coin": 0.03, "wagon": 2.0, "carriage": 2.4,
    "房": 6.0, "屋": 6.0, "楼": 14.0, "塔": 18.0, "树": 7.0, "山": 30.0, "人": 1.75, "象": 3.0, "马": 1.7, "牛": 1.5, "猫": 0.35, "车": 1.6, "船": 4.0,
    "指": 0.07, "头": 0.28,
}  # fmt: skip
"""Metres that comparisons are made with."""
_NUMBERS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "twenty": 20, "thirty": 30,
    "fifty": 50, "hundred": 100, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
}  # fmt: skip
_UNITS = {"人": 1.75, "层楼": 3.0, "米": 1.0, "丈": 3.3, "尺": 0.33}
_LEAST, _MOST = 0.02, 30.0


def told_height(text: str) -> float | None:
    """The height in metres that `text` gives a thing by a comparison or a measure; None where it gives none."""
    compared = _LIKE_EN.search(text)
    words = re.findall(r"[a-z]+", (compared[1] or compared[2]).casefold()) if compared is not None else []
    if known := [_TALL[word] for word in map(_single, words) if word in _TALL]:
        return known[0]
    if found := _LIKE_ZH.search(text):
        return _TALL[found[1].removesuffix("子")[-1]]
    if found := _METRES_EN.search(text):
        unit = found[2].casefold()
        return _number(found[1]) * (3.0 if unit.startswith("stor") else 0.305 if unit.startswith("f") else 1.0)
    if found := _STOREYS_ZH.search(text):
        return _number(found[1]) * _UNITS[found[2]]
    return None


def height_as_told(height: float, text: str) -> float:
    """The height of a thing that is usually `height` metres tall, by the words for it."""
    told = told_height(text)
    if told is not None:
        return min(max(told, _LEAST), _MOST)
    for pattern, share in ((GIANT, 3.4 if height < 0.8 else 2.0), (_BIG, 1.3), (TINY, 0.5), (_SMALL, 0.8)):
        if pattern.search(text):
            return height * share
    return height


def _single(word: str) -> str:
    return word if word in _TALL else word.removesuffix("s")


def _number(word: str) -> float:
    return float(_NUMBERS.get(word.casefold(), 0)) or float(word)
