"""What English puts into the air: every way we know of saying that it rains, that leaves fall, that the moon is a sickle.

Both readers of a script's words need them, the one for a shot's weather and the one for what hangs in its air, and a mention is
no telling: the storm in a heart, the rain of last night and the snow that a shirt is as white as are in nobody's sky. The
phrases stand in assets/lexicon/skies.en.json.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, TypedDict, cast

from engine.assets import word_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

WEATHER_OF: Mapping[str, str] = {
    "drizzle": "rain",
    "downpour": "rain",
    "hail": "rain",
    "flurry": "snow",
    "blizzard": "snow",
    "sandstorm": "wind",
    "breeze": "wind",
    "gale": "wind",
    "mist": "fog",
}
"""The weather that a thing in the air is a kind of."""

_FAMILY = re.compile(r"<([a-z]+)>")


class _Table(TypedDict):
    verbs: dict[str, str]
    words: dict[str, str]
    weather: dict[str, list[str]]
    told: dict[str, list[str]]
    shown: dict[str, list[str]]


@cache
def _table() -> _Table:
    return cast("_Table", word_table("skies.en.json"))


def _in_all_forms(stem: str) -> str:
    """A verb in every form that is made by rule; forms that are not stand in the table as words of their own."""
    if stem.endswith("e"):
        return f"{stem[:-1]}(?:es?|ed|ing)"
    if stem.endswith("y") and stem[-2] not in "aeiou":
        return f"{stem[:-1]}(?:y|ies|ied|ying)"
    return f"{stem}(?:e?s|{stem[-1]}?(?:ed|ing))?"


@cache
def _families() -> Mapping[str, str]:
    verbs = {name: "|".join(map(_in_all_forms, stems.split())) for name, stems in _table()["verbs"].items()}
    return _table()["words"] | {name: f"(?:{forms})" for name, forms in verbs.items()}


def _spelled(phrase: str) -> str:
    """A phrase with its families written out, those within families too."""
    while _FAMILY.search(phrase):
        phrase = _FAMILY.sub(lambda name: _families()[name[1]], phrase)
    return phrase


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(_spelled, phrases))})(?![\w-])", re.I)


@cache
def told_airs() -> Mapping[str, re.Pattern[str]]:
    """Thing in the air (engine.plan.air.Air) -> the words for it."""
    return {air: _pattern(phrases) for air, phrases in _table()["told"].items()}


@cache
def shown_airs() -> Mapping[str, re.Pattern[str]]:
    """Thing in the air -> what things do in it that are things still: shutters bang, umbrellas turn inside out."""
    return {air: _pattern(phrases) for air, phrases in _table()["shown"].items()}


@cache
def _weather_patterns() -> Mapping[str, tuple[re.Pattern[str], ...]]:
    found = {weather: [_pattern(phrases)] for weather, phrases in _table()["weather"].items()}
    for air, weather in WEATHER_OF.items():
        found.setdefault(weather, []).extend(table[air] for table in (told_airs(), shown_airs()) if air in table)
    return {weather: tuple(patterns) for weather, patterns in found.items()}


def weather_tellings(weather: str, text: str) -> Iterator[re.Match[str]]:
    """Where an English text tells of a weather (engine.film.shots.Weather), or of a thing in the air that is one."""
    for pattern in _weather_patterns().get(weather, ()):
        yield from (hit for hit in pattern.finditer(text) if not is_figurative(text, hit))


_BODY = r"(?:hearts?|soul|mind|head|chest|eyes?|voice|teacup|breast|brain|memory|stomach|veins|thoughts|gut|belly|life|smile|gaze|ears|skull|imagination|dreams?|throat|blood)"
_WHOSE = r"(?:his|her|their|my|your|our|its|the|\w+['’]s)"
_SEASON = r"(?:night|week|month|year|winter|summer|spring|autumn|fall|evening|time|\w+day|century|january|february|march|april|may|june|july|august|september|october|november|december)"
_BEFORE = re.compile(
    rf"\b(?:dream(?:s|t|ed|ing)?|talk(?:s|ed|ing)?|speak(?:s|ing)?|spoke|sing(?:s|ing)?|sang|read(?:s|ing)?|warn(?:s|ed|ing)?|complain(?:s|ed|ing)?|know(?:s|ing)?) (?:of|about) (?:an?|the|some)?(?: ?\w+){{0,2}} ?$"
    r"|\bthink(?:s|ing)? (?:of|about) (?:an?|the)?(?: ?\w+)? ?$"
    r"|\b(?:remember|recall|imagin|forecast|predict|describ|mention)\w* (?:an?|the|that|how|when)?(?: ?\w+){0,2} ?$"
    r"|\b(?:wait|pray|hop|long|wish|beg)(?:e?s|ed|ing)? for (?:an?|the|some)?(?: ?\w+)? ?$"
    r"|\b(?:photo(?:graph)?|picture|painting|poster|postcard|drawing|mural|film|footage|memory|memories|story|tale|legend|promise|threat|chance|fear|rumou?r|report|word|print|sketch|tapestry|scroll|model)s? of (?:an?|the)?(?: ?\w+)? ?$"
    r"|\b(?:had|would|might|will|could|may|['’]ll|going to|used to|if it|unless it|whether it|if the|when it|in case of|in case it|supposed to|meant to|about to|threatens to|threatening to|never) (?:\w+ly |not |be )?$"
    rf"|\b(?:yesterday|tomorrow|today)['’]s (?:\w+ )?$|\b(?:last|next|every|that|one) {_SEASON}['’]s (?:\w+ )?$"
    r"|\bas (?:[a-z]+) as (?:an?|the)? ?(?:[a-z]+ )?$|\bthan (?:an?|the)? ?(?:[a-z]+ )?$"
    r"|\b(?:white|quick|fast|light|soft|cold|pale|free|swift|quiet|silent|pure|fresh|bright|thick|black|gentle|fierce|sudden|changeable|graceful) as (?:an?|the)? ?(?:[a-z]+ )?$"
    r"|\b(?:like|as if|as though) (?:an?|the|so many|some|it)? ?(?:\w+ ){0,2}$"
    r"|\b(?:no|no more|without|not|before|until|after) (?:an?|any|the)? ?(?:\w+ )?$"
    r"|\b(?:named|called|nicknamed|titled|entitled|christened) (?:the )?$",
    re.I,
)  # fmt: skip
"""What makes of the words that follow it no more than a mention."""
_AFTER = re.compile(
    rf"^[^.;!?,]{{0,16}}?\b(?:in|inside|within|behind|of|across|through|around) (?:{_WHOSE} )?(?:own )?(?:\w+ )?{_BODY}\b"
    rf"|^[^.;!?]{{0,28}}?\b(?:yesterday|last {_SEASON}|(?:hours|days|weeks|months|years|ages) ago|the (?:day|night|week) before|tomorrow|next {_SEASON})\b"
    r"|^ (?:down )?(?:blows|punches|kisses|arrows|bullets|curses|insults|fists|fire|money|abuse|gold|coins|questions|praise)\b"
    r"|^ (?:jacket|lamp|machine|cover|dance|check|stone|shine|light (?:sonata|show)|catcher)s?\b",
    re.I,
)
_OF_WHAT = re.compile(
    r"^ of (?!(?:the|a|an|\w+ly|fine|thin|cold|pink|white|red|icy|stinging|driving|wet|new|fresh|fat|big|yellow|gold|golden|dry|dead|brown|autumn|cherry|fallen|wind|wind-\w+|air|sea|salt|cool|warm|rain|snow|sleet|hail|flakes|snowflakes|leaves|petals|blossoms?|dust|sand|grit|ash|sparks|embers|ice|spring|spray|light|sun|stars?|moon|morning|evening|june|april|winter|autumn|thunder|lightning)\b)",
    re.I,
)
"""A rain of arrows, a storm of applause, a fog of sleep."""
_CAN_BE_OF = re.compile(
    r"\b(?:rain|storm|hail|hailstorm|blizzard|flurry|deluge|shower|torrent|whirlwind|tornado|tempest|mist|fog|haze|cloud|thunder|lightning|gust|gale|snowstorm|drizzle|downpour|hurricane|squall|flicker|breeze|sunrise|dawn)$",
    re.I,
)
_SOMEBODY_THUNDERS = re.compile(
    r"(?:thunder|thundered|thunders|thundering|breezes|breezed|breezing|stormed|storms|storming|rains|rain|rained|raining|hails|hailed|hailing)$",
    re.I,
)
_SKY_BEFORE = re.compile(
    r"(?:^|[.,;:!?]\s*|\b(?:it|sky|skies|heavens?|storms?|clouds?|the|and|of|with|hard|heavy|distant|\w+ed|\w+ing|as|while|when)\b['’]?s? (?:is |was |has |been |still |now |softly |always |\w+ly )*)$",
    re.I,
)
_ON_SOMETHING = re.compile(
    r"^(?: \w+ly)? (?:down|on|upon|over|past|by|across|along|into|through|up|towards?|out|off|from|in|away|around|about|back|to|the|a|an|him|her|them|his|its|their)\b",
    re.I,
)
_CLOUDED = re.compile(
    r"\b(?:eyes?|gaze|mind|brain|head|glasses|spectacles|vision|voice|mirror|visor|goggles|lens|lenses|windscreen|windshield|windows?|thoughts)(?: \w+){0,2} $",
    re.I,
)
_QUOTED = re.compile(r"[“\"][^“”\"]*[”\"]")


def is_figurative(text: str, hit: re.Match[str]) -> bool:
    """Whether the words only mention a weather: denied, remembered, compared to, somebody's feeling, or in somebody's speech."""
    before, after, said = text[: hit.start()], text[hit.end() :], hit.group()
    if said[:2].casefold() != "no" and _BEFORE.search(before):
        return True
    if _AFTER.search(after) or (_CAN_BE_OF.search(said) and _OF_WHAT.match(after)):
        return True
    if _SOMEBODY_THUNDERS.fullmatch(said) and not _SKY_BEFORE.search(before) and _ON_SOMETHING.match(after):
        return True
    clouded = re.match(r"mist|fog|haz|steam|cloud", said, re.I) is not None and _CLOUDED.search(before)
    return bool(clouded) or any(a.start() < hit.start() < a.end() for a in _QUOTED.finditer(text))
