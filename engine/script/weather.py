"""What the weather is, from the words of a heading or an action line.

A scene begins with one weather, so the first word about it counts; rain that stops is no rain. Where the words tell of a
change (it begins to snow, 雨停了), the shots from there on have another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from engine.film.document import Language
from engine.film.shots import Weather
from engine.script.names_zh import name_at
from engine.skies import skies
from engine.skies_en import is_figurative, weather_tellings

_ENGLISH: tuple[tuple[Weather, str], ...] = (
    ("storm", r"\b(?:thunder(?:storm|clap|bolt|cloud)?s?|lightning|stormy|(?:a|the|violent|heavy) storm(?!ed| out)|storm|squalls?|tempest|hurricane|typhoon)\b(?! out| off| in)"),
    ("snow", r"\b(?:snow(?:s|ing|y|fall|flakes?|storm)?|blizzard|sleet|(?:first|few|big|white) flakes|(?<!soap )(?<!corn )(?<!oat )(?<!paint )(?<!ash )(?<!gold )flakes (?:fall|drift|settle|whirl|swirl|dance|melt|land|flutter|come down)\w*|flurr(?:y|ies)(?! of (?!snow|flakes|white))|dusting of (?:white|snow))\b(?!-white| white)"),
    ("rain", r"\b(?:rain(?:s|ing|y|drops?|fall)?|drizzles?|drizzling|downpour|cloudburst|(?:light|heavy|sudden|summer|passing) showers?|bucketing down|heavens open(?:s|ed)?|deluge|it(?:['’]s| is| was)? (?:\w+ly |just |only )?(?:spit(?:s|ting)?|spat)(?: with rain| down| rain| a little)?(?= *[.,;:!?]| with rain| down| rain|$)|(?:first|few|fat|big|heavy|cold|scattered|stray) (?:rain)?drops (?:\w+ )?(?:to )?(?:fall|spit|spatter|patter|hit|strike|splash|plop|dot|wet|land|come|begin|start|darken)\w*|it(?:['’]s| is| was| has been|['’]s been)? (?:\w+ly |still |now )?(?:pour(?:s|ed|ing)|bucket(?:s|ed|ing)|teem(?:s|ed|ing)|tip(?:s|ped|ping) (?:it )?down|chuck(?:s|ed|ing) it down|pelt(?:s|ed|ing) down|lash(?:es|ed|ing) down)(?! (?:out|into|from|onto|over|an?|the|some|his|her|its|tea|coffee|water|wine|milk)\b)|hail(?:s|ing|stones?|storm)?|pouring(?=\s+(?:down|rain|outside)|\s*[.,!?]|$))\b(?! boots?| coats?)"),
    ("fog", r"\b(?:(?:fog|smog)(?:gy)?|murk|brume|pea[- ]?souper|(?:gr[ae]y|white|thick|damp|cold|swirling) vapou?r|mist(?:y)?|(?<!heat )haze|hazy)\b"),
    ("wind", r"\b(?:(?:dust|sand)[ -]?storms?|windy|gale|gusts?|(?:the|a|strong|cold|icy|howling) wind|winds? (?:blows?|howls?|rises?|tears?|whips?|screams?|lashes|bends?|moans?|batters?)|dust devils?|breez(?:y|es?)|zephyrs?|cyclones?|tornado(?:e?s)?|twister|whirlwinds?)\b|(?:^|[.,;!?]\s+|\b(?:and|as|while) )wind (?!up|down|chimes|turbines|instruments|mills)[a-z]+s\b"),
    ("clear", r"\b(?:clear|sunny|cloudless|bright sun(?:shine)?|sunlit|moonlit)\b"),
)  # fmt: skip
_WEATHERS: tuple[Weather, ...] = ("storm", "snow", "rain", "fog", "wind", "clear")
_FAINT: frozenset[Weather] = frozenset(("wind", "clear"))
"""A breeze or sunshine beside rain, snow or fog goes with them."""
_OVER_EN = re.compile(
    r"^[^.!?]{0,30}?\b(?:is over|are over|has stopped|have stopped|stops|stopped|is gone|ends|has ended|has passed|clears|(?:dies|died|drops|dropped) (?:down|away|off)|lifts(?! (?:an?|the|his|her|their|him|it|up)\b))\b|^\s*is over",
    re.IGNORECASE,
)
_OVER_ZH = re.compile(
    r"^[^。！？，没未不]{0,4}?(?:停(?![在着驻满])|(?<![埋盖罩遮覆封困挡堵冻裹压迷])住了|过后|过去|散(?![落发布乱])|歇|霁)|^后|^过天[晴青]"
)
_LIES_ZH = re.compile(r"后的")
"""雪后的森林: no flake falls any more, and all is white. 雪后，一轮明月 tells of the sky, which is clear."""
_NONE_EN = re.compile(r"\b(?:no|no more|without|after the|after|before the|until the)\s+(?:\w+\s+)?$", re.IGNORECASE)
_NONE_ZH = re.compile(r"(?:没有|不再下?|无|停了?)$")


_LONG_OVER = re.compile(r"\b(?:has|have|is|are)\b", re.I)
"""It was over before the shot began."""
_BEGINS_EN = (
    re.compile(r"\b(?:begins?|beginning|began|starts?|starting|started|suddenly|turn(?:s|ing|ed)? (?:in)?to|gives? way to|now|first)"
               r"[\s,]+(?:(?:to|a|an|the|some|is|\w+ly|heavy|soft|light|fine|thin)\s+){0,3}$", re.I),
    re.compile(r"^[^.!?,;]{0,14}?\b(?:begin(?:s|ning)?|began|starts?|started|sets? in|rolls? in|breaks?|picks? up|rises?|drifts? in|moves? in"
               r"|thickens?|comes? (?:down|up|on|in))\b", re.I),
)  # fmt: skip
"""What stands before and behind a weather that was not there yet."""
_BEGINS_ZH = (
    re.compile(
        r"(?:开始[下飘刮起]?|[下飘落刮起打]起了?|突然|忽然|骤然|变成了?|转|起)(?:[一阵场了大小细暴片漫天倾盆瓢泼]|鹅毛|纷纷){0,4}$"
    ),
    re.compile(r"^.{0,3}?(?:[下飘落刮]?(?:了?起来)|来了|袭来|响起|[下飘落]了$|了$)"),
)
_CLEARS = re.compile(
    r"\b(?:the )?(?:sun|sunlight|moon) (?:comes? out|breaks? through|appears|returns)|\b(?:sky|skies|weather) clears?\b|clouds (?:part|break|lift)\b"
    r"|放晴|转晴|天晴了|晴了|太阳(?:又)?出来|云开|云散|阳光穿[过透][^，。雾霾]{0,3}云",
    re.I,
)


_WRITTEN = re.compile(
    r"(?:\b(?:reads?|reading|says?|saying|headlined?|headline|titled|inscribed|carved|written|marked|message|label(?:l?ed)|words?)\b|写着|写道|写有|刻着|印着|标着|题着|显示|上书|字样)"
    r"[^.。\"“「]{0,24}[\"“「『][^\"”」』]*[\"”」』]",
    re.I,
)
"""What stands in a letter or on a front page is not the weather."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What a sentence tells of the weather: what it is from here on and, where it `changes`, what it was (None: unsaid)."""

    now: Weather
    changes: bool = False
    was: Weather | None = None


def telling_in(text: str, language: Language) -> Telling | None:
    """The first weather that `text` tells of, "clear" where rain or snow ends, None where it does not say."""
    text = _WRITTEN.sub("", text)
    hits = [(at, order, told) for order, (at, told) in enumerate(_tellings(text, language))]
    if _CLEARS.search(text) and not any(told.changes for *_, told in hits):
        return Telling("clear", changes=True)
    turned = [hit for hit in hits if hit[2].changes and hit[2].was is None]  # "the rain turns to snow"
    return min(turned or hits, key=lambda hit: hit[:2])[2] if hits else None


def weather_in(text: str, language: Language) -> Weather | None:
    """The weather of `telling_in`, changed or not."""
    told = telling_in(text, language)
    return told.now if told is not None else None


def first_weather(shots: Sequence[Sequence[str]], language: Language) -> Weather | None:
    """How a scene begins, from its sentences, shot by shot; None where they do not say, or only tell what begins later."""
    for place, sentences in enumerate(shots):
        for told in filter(None, (telling_in(sentence, language) for sentence in sentences)):
            return told.was if told.changes and place else told.now
    return None


def weathers(start: Weather, shots: Sequence[Sequence[str]], language: Language) -> Iterator[Weather]:
    """The weather of each shot of a scene that begins with `start`: a change holds from its shot on."""
    now = start
    for sentences in shots:
        for told in filter(None, (telling_in(sentence, language) for sentence in sentences)):
            now = told.now if told.changes else now
        yield now


def _tellings(text: str, language: Language) -> Iterator[tuple[int, Telling]]:
    """The first mention of each weather, with its place in the text."""
    for weather, found in _first_chinese(text) if language == "zh" else _first_english(text):
        if _is_gone(text, found, language) and not (weather == "snow" and _LIES_ZH.match(text, found.end())):
            perfect = _LONG_OVER.search(text[found.end() :])
            yield found.start(), Telling("clear", changes=True, was=None if perfect else weather)
        elif language == "en" or not skies().is_unreal(text, found.start(), found.end()):
            yield found.start(), Telling(weather, changes=_begins(text, found, language))


def _first_english(text: str) -> Iterator[tuple[Weather, re.Match[str]]]:
    """Where each weather is first told in earnest; what has ended is told too."""
    for weather, pattern in _ENGLISH:
        plain = re.finditer(pattern, text, re.IGNORECASE)
        told = [hit for hit in plain if _is_gone(text, hit, "en") or not is_figurative(text, hit)]
        if hits := [*told, *weather_tellings(weather, text)]:
            yield weather, min(hits, key=lambda hit: hit.start())


def _first_chinese(text: str) -> Iterator[tuple[Weather, re.Match[str]]]:
    """The first of each weather that is really there, else the first: of 不再下雨 the end is told. Faint ones only where they are alone."""
    plain, table = skies().plain(text), skies()
    told: dict[Weather, re.Match[str]] = {}
    for weather in _WEATHERS:
        hits = sorted(
            (hit for pattern in _patterns(weather) for hit in pattern.finditer(plain) if not _is_called_so(plain, hit)),
            key=lambda hit: hit.start(),
        )
        real = (hit for hit in hits if not table.is_unreal(text, hit.start(), hit.end()))
        if found := next(real, hits[0] if hits else None):
            told[weather] = found
    if table.told["sandstorm"].search(plain):
        told.pop("fog", None)  # it is the sand that one cannot see through
    alone = _FAINT.issuperset(told)
    for weather, found in told.items():
        if alone or weather not in _FAINT:
            yield weather, found


def _is_called_so(text: str, found: re.Match[str]) -> bool:
    """李晓雨, 陈雪: whoever is called so brings no rain and no snow."""
    return any(len(name_at(text[found.start() - at :])) > at for at in (1, 2) if found.start() >= at)


@cache
def _patterns(weather: Weather) -> tuple[re.Pattern[str], ...]:
    """How Chinese tells a weather: by its words, and by those for the airs that need it."""
    names = [weather, *(air for air, needed in skies().means.items() if needed == weather)]
    return tuple(table[name] for table in (skies().told, skies().shown) for name in names if name in table)


def _begins(text: str, found: re.Match[str], language: Language) -> bool:
    before, after = _BEGINS_ZH if language == "zh" else _BEGINS_EN
    return bool(before.search(text[: found.start()]) or after.search(text[found.end() :]))


def _is_gone(text: str, found: re.Match[str], language: Language) -> bool:
    before, after = text[: found.start()], text[found.end() :]
    if language == "zh":
        return bool(_OVER_ZH.search(after) or _NONE_ZH.search(before))
    return bool(_OVER_EN.search(after) or _NONE_EN.search(before))
