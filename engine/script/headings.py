"""What a scene heading says: inside or outside, which place, what time, what weather.

Headings are written by habit, not by grammar, so every piece between dashes is asked in turn whether it is a time, a
kind of weather or a word like LATER; what nobody claims is the place's name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.film.document import Language
from engine.film.shots import TimeOfDay, Weather
from engine.script.lexicon import wordset
from engine.script.weather import weather_in

_PREFIX = re.compile(
    r"^\s*(?:(?P<both>INT\.?\s*/\s*EXT\.?|EXT\.?\s*/\s*INT\.?|I\s*/\s*E\.?|内外景|内景\s*/\s*外景|外景\s*/\s*内景|内/外|外/内|室内外|内外)"
    r"|(?P<inside>INT(?:ERIOR)?\b\.?|内景|室内|内(?=[\s,，.、·])|内$)|(?P<outside>EXT(?:ERIOR)?\b\.?|外景|室外|外(?=[\s,，.、·])|外$)"
    r"|(?P<est>EST(?:ABLISHING)?\.))[\s.:：,，·、。-]*",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"^\s*(?:第\s*[0-9０-９零〇一二三四五六七八九十百]+\s*[场幕集][\s:：.、，·]*|场景\s*[0-9一二三四五六七八九十]+[\s:：.、]*|\d+[A-Z]?[.、-]\d*\s*)"
)
_BREAK_EN = re.compile(
    r"\s+[-–—]+\s+|\s*--+\s*|[,;]\s*|\s*[()\[\]]\s*|(?<!\bST)(?<!\bMT)(?<!\bDR)(?<!\bMR)(?<!\bMRS)\.\s+|\s*/\s*",
    re.IGNORECASE,
)
_BREAK_ZH = re.compile(r"[\s·，,、。；;（）()【】\[\]/—–-]+")

TIMES: dict[TimeOfDay, frozenset[str]] = {
    "dawn": wordset(
        "dawn,daybreak,sunrise,early morning,first light,sunup,晨,清晨,晨光,凌晨,黎明,拂晓,破晓,日出,晨景", ","
    ),
    "day": wordset(
        "day,daytime,morning,late morning,noon,midday,afternoon,early afternoon,late afternoon,daylight,the next day,next day,"
        "日,早,早上,早晨,白天,白日,大白天,日景,上午,中午,正午,午,下午,午后,次日,翌日,第二天,夜转日",
        ",",
    ),
    "dusk": wordset(
        "dusk,evening,early evening,sunset,sundown,twilight,magic hour,golden hour,nightfall,昏,黄昏,傍晚,日落,夕阳,晚霞,暮,暮色,日转夜",
        ",",
    ),
    "night": wordset(
        "night,late night,midnight,nighttime,the dead of night,夜,晚,夜晚,晚上,夜里,深夜,午夜,半夜,子夜,夜景,月夜,雨夜,雪夜",
        ",",
    ),
}
_SAME = wordset(
    "continuous,later,moments later,same,same time,a moment later,later that day,minutes later,hours later,连续,接前,同时,稍后,片刻后,"
    "later that night,the same,simultaneous",
    ",",
)

_LATER_OR = re.compile(
    r"(?:(?:the|that|this|next|following|same|very|late|later|early|pre|(?:mon|tues|wednes|thurs|fri|satur|sun)day)[\s-]+)+",
    re.IGNORECASE,
)
"""What may stand before a time behind the place's name: THE NEXT MORNING, LATER THAT NIGHT, PRE-DAWN."""
_IS_ASIDE = re.compile(
    r"(?:[\w-]+ ){1,3}(?:years?|months?|weeks?|days?|nights?|hours?|minutes?|seconds?|time|while) (?:later|earlier|before|after|ago)|"
    r"(?:late |early )?(?:spring|summer|autumn|fall|winter)|\d{4}s?|flashback|present(?: day)?|dream|establishing|moving|[初深暮仲]?[春夏秋冬][天季]?|\d{4}年|回忆|闪回|梦境|现在",
    re.IGNORECASE,
)
"""Seasons, years and kinds of telling: no part of the place's name."""


def _times() -> dict[str, TimeOfDay]:
    table: dict[str, TimeOfDay] = {}
    for time, words in TIMES.items():
        table |= dict.fromkeys(words, time)
    return table


_TIME_OF = _times()
_IN_ACTION: tuple[tuple[TimeOfDay, re.Pattern[str]], ...] = (
    ("night", re.compile(r"\b(?:at night|midnight|moonlight|moonlit|by night|under the (?:moon|stars)|night falls|starlight|starlit|moonrise|the (?:full |pale |silver |yellow )?moon (?:rises|is up|comes up|climbs|shines|hangs)|the stars (?:come out|appear|shine|twinkle)|(?:that|one|all|every|each) (?:[a-z]+ ){0,2}night)\b|starry sky|starry night|starlit|^\W*night\b(?=[.,:;]|\s*[-–—]\s|$)|夜里|深夜|黑夜|夜晚|晚上|(?:^|(?<=[。，]))夜(?=[，。])|天色?(?:渐渐|慢慢|完全|已经|全|都|渐)?黑|漆黑一片|半夜|夜半|午夜|子夜|入夜|夜幕|夜色|月色|月夜|夜深|[今当那]夜|月光|月下|星空|夜空", re.I)),
    ("dawn", re.compile(r"\b(?:at dawn|(?:until|till|by|before) (?:dawn|sunrise|daybreak)|sunrise|daybreak|the sun rises|the sun comes up|(?:next|the following) morning)\b|^\W*dawn\b(?=[.,:;]|\s*[-–—]\s|$)|清晨|黎明|拂晓|破晓|凌晨|晨曦|晨光|朝霞|朝阳|旭日|日出|天亮|天(?:快|就要|将|快要)亮|东方(?:泛白|发白|既白|渐白)|鱼肚白|天蒙蒙亮|天刚亮|(?:太阳|红日)(?:刚刚?|慢慢|缓缓|渐渐)?(?:从[^，。]{1,6})?升", re.I)),
    ("dusk", re.compile(r"\b(?:at dusk|sunset|twilight|the sun sets|evening)\b|^\W*(?:dusk|evening)\b(?=[.,:;]|\s*[-–—]\s|$)|黄昏|傍晚|夕阳|日落|落日|暮色|日暮|天色?(?:渐渐|慢慢|已经|渐)?(?:暗|晚)(?=[，。了下])|晚霞|夕照|斜阳|残阳|太阳(?:落|下山|西沉)", re.I)),
    ("day", re.compile(r"\b(?:(?:in the|on an?|one) (?:\w+ )?(?:morning|afternoon)|at noon|sunny|sunshine|(?:the )?(?:next|following) day)\b|^\W*(?:morning|noon|afternoon)\b(?=[.,:;]|\s*[-–—]\s|$)|早晨|早上|上午|中午|正午|午后|下午|白天|阳光|烈日", re.I)),
)  # fmt: skip

_NIGHT_SKY_ZH = re.compile(
    r"(?<![像如似成是回向到往])(?:月亮(?!形|船|门|湾)|明月|弯月|圆月|新月|残月|满月|皓月|繁星|群星|满天星|星星(?:点点|闪|亮|在|一颗|眨)|流星|银河)"
)
"""What hangs in the sky only at night, where no word tells the hour."""
_YEARS_ON_ZH = re.compile(r"第二年|来年|(?:多|几|数|许多)年[以之]?后")
"""Of another year we see an ordinary day."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading taken apart. `time` and `weather` are None where it does not say."""

    place: str
    interior: bool | None = None
    time: TimeOfDay | None = None
    weather: Weather | None = None
    same_time: bool = False


_OMITTED = re.compile(
    r"\W*(?:(?:scenes?\s+)?omit(?:ted)?|(?:本场|此场|场景)?已?(?:删除|删去|删掉|删|取消|略))\W*", re.I
)


def is_omitted(heading: str) -> bool:
    """Whether a heading says that nothing is left of its scene but the number: "12 OMITTED", 第十二场（删）."""
    return _OMITTED.fullmatch(_NUMBER.sub("", heading.strip(), count=1)) is not None


def read_heading(text: str, language: Language) -> Heading:
    """Take a heading apart; any text gives some heading, a place with no name in the worst case."""
    rest = _NUMBER.sub("", text.strip(), count=1)
    interior, rest = _inside(rest)
    pieces = [piece.strip(" .:：-–—") for piece in (_BREAK_ZH if language == "zh" else _BREAK_EN).split(rest)]
    if language == "zh" and interior is None:
        interior, pieces = _inside_later(pieces)
    return _sorted(pieces, interior, language)


def _inside(text: str) -> tuple[bool | None, str]:
    found = _PREFIX.match(text)
    if found is None:
        return None, text
    interior = True if found["inside"] or found["both"] else False if found["outside"] else None
    return interior, text[found.end() :]


def _inside_later(pieces: list[str]) -> tuple[bool | None, list[str]]:
    """ "1-1 日 内 教室": the word for inside may stand anywhere."""
    for index, piece in enumerate(pieces):
        if piece in {"内", "内景", "室内", "外", "外景", "室外", "内外", "内外景"}:
            return piece.startswith(("内", "室内")), pieces[:index] + pieces[index + 1 :]
    return None, pieces


def _sorted(pieces: list[str], interior: bool | None, language: Language) -> Heading:
    time: TimeOfDay | None = None
    weather: Weather | None = None
    names: list[str] = []
    same = False
    for piece in filter(None, pieces):
        low = piece.casefold()
        if (low not in _SAME and _IS_ASIDE.fullmatch(piece)) or (names and low in {"int", "ext"}):
            continue
        told = _TIME_OF.get(low) or (_TIME_OF.get(_LATER_OR.sub("", low)) if names else None)
        if told is not None or low in _SAME:
            time = told if told is not None else time
            same = same or low in _SAME
            weather = weather or weather_in(piece, language)
        elif names and low in _SKIES:
            weather = weather or _SKIES[low]
        elif (found := weather_in(piece, language)) and names and _is_a_sky(piece):
            weather = weather or found
        else:
            weather = weather or found
            names.append(piece)
    name = " - ".join(names)
    if language == "zh" and time is None and name and (glued := _glued_time(name)):
        name, time = glued
    return Heading(name, interior, time, weather, same)


_SKIES: dict[str, Weather] = {
    "wind": "wind", "winds": "wind", "overcast": "clear", "cloudy": "clear", "grey": "clear", "gray": "clear", "fine": "clear", "fair": "clear",
    "dry": "clear", "阴": "clear", "阴天": "clear", "多云": "clear", "风": "wind",
}  # fmt: skip
"""What a heading may say of the sky in one bare word, and what no weather stands for: clouds are clear weather."""


def _is_a_sky(piece: str) -> bool:
    """Whether all of a piece is the weather: HEAVY SNOW, RAIN AND WIND, and no RAINBOW STREET CAFE."""
    words = re.split(r"\s+(?:and|with|&)\s+|\s*/\s*", piece, flags=re.I)
    return all(len(word.split()) <= 2 and len(word) <= 12 for word in words)


def _glued_time(name: str) -> tuple[str, TimeOfDay] | None:
    """ "咖啡馆夜": a time that no blank sets apart."""
    for size in (3, 2, 1):
        if len(name) > size + 1 and name[-size:] in _TIME_OF and not name.endswith(("节日", "生日", "假日", "末日")):
            return name[:-size], _TIME_OF[name[-size:]]
    return None


def time_in(text: str) -> TimeOfDay | None:
    """The time of day that an action line tells, None where it does not."""
    for time, pattern in _IN_ACTION:
        if pattern.search(text):
            return time
    if _YEARS_ON_ZH.search(text):
        return "day"
    return "night" if _NIGHT_SKY_ZH.search(text) else None
