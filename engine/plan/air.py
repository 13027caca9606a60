"""What is in the air of each shot beyond the document's six weathers: drizzle or downpour, petals, fireflies, the moon's phase.

The document keeps one word a shot because a person picks it from a list; how hard it rains, or that leaves fall, stands in
the script's own words. They hold from the shot that tells of them to the end of the scene, or until they are told to be over.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Literal

from engine.film.shots import Scene, Weather

Air = Literal[
    "drizzle", "downpour", "flurry", "blizzard", "sandstorm", "breeze", "gale", "mist", "leaves", "petals", "fireflies",
    "dust", "sunbeams", "embers", "rainbow", "meteors", "crescent", "half moon", "full moon", "moonless", "starry", "glow",
    "hail", "overcast", "aurora",
]  # fmt: skip
"""One thing in the air. `glow` is a sky on fire at sunset or sunrise, `flurry` light snow, `gale` and `breeze` winds."""

_EN: Mapping[Air, str] = {
    "drizzle": r"drizzl\w+|light(?: |ly\s+)rain\w*|rains? lightly|light showers?|fine rain|soft rain|spring rain|a few drops|first drops|it(?:['’]s| is| was)? (?:\w+ly |just |only )?(?:spit(?:s|ting)?|spat)(?: with rain| down| rain| a little)?(?= *[.,;:!?]| with rain| down| rain|$)|(?:first|few|fat|big|heavy|cold|scattered|stray) (?:rain)?drops (?:\w+ )?(?:to )?(?:fall|spit|spatter|patter|hit|strike|splash|plop|dot|wet|land|come|begin|start|darken)\w*|sprinkl(?:e|es|ing) of rain|raining softly",
    "downpour": r"downpours?|pour(?:s|ing)(?: down)?(?= rain|\W*$|[.,;!])|pouring rain|torrential|(?:heavy|hard|driving|lashing|pelting) rain\w*|rain(?:s|ing)? (?:hard|heavily|in sheets|in torrents)"
    r"|(?:comes?|coming|pours?) down in (?:sheets|torrents|buckets)|bucketing (?:down|with rain)|cloudburst|rain hammers|rain lashes|buckets of rain|deluge|heavens open(?:s|ed)?|it(?:['’]s| is| was| has been|['’]s been)? (?:\w+ly |still |now )?(?:pour(?:s|ed|ing)|bucket(?:s|ed|ing)|teem(?:s|ed|ing)|tip(?:s|ped|ping) (?:it )?down|chuck(?:s|ed|ing) it down|pelt(?:s|ed|ing) down|lash(?:es|ed|ing) down)(?! (?:out|into|from|onto|over|an?|the|some|his|her|its|tea|coffee|water|wine|milk)\b)|typhoon|hurricane|monsoon",
    "flurry": r"(?:light|first|soft|gentle|thin) snow\w*|snow(?:flakes)? (?:falls?|drifts?|comes? down) (?:softly|gently|lightly|slowly)|flurr(?:y|ies)|a few (?:snow)?flakes",
    "blizzard": r"blizzards?|snow ?storms?|(?:heavy|driving|thick|whirling|swirling) snow\w*|white-?out|snow (?:whips|lashes|drives|swirls|whirls|swallows)|snow(?:s|ing)? (?:hard|heavily)",
    "sandstorm": r"(?:sand|dust)[ -]?storms?|dust devils?|(?:blowing|flying|driving|whirling) sand|wall of (?:sand|dust)",
    "breeze": r"(?:light |gentle |soft |warm |cool |sea )?breezes?|breezy|zephyrs?|light wind|gentle wind",
    "gale": r"gales?|gusts? of wind|(?:strong|howling|fierce|violent|icy|heavy|great) winds?|wind howls|hurricane|typhoon|cyclones?|tornado(?:e?s)?|twister|whirlwinds?|tempest|stormy wind",
    "mist": r"mist(?:y|s)?|haz[ey]|thin fog|light fog",
    "leaves": r"(?:falling|fallen|autumn|dead|yellow|red|golden|dry|swirling|whirling) leaves|(?:leaves|foliage)(?:,[^,.]{0,30},)? (?:\w+ )?(?:fall|drift|whirl|swirl|dance|blow|come down|rain down|spin|flutter|tumbl|spiral|scatter|settl|skitter|twirl|sail|float)(?:e?s|ing|e)?|(?:sheds?|shedding|drops?|dropping|los(?:es?|ing)|losing) (?:all )?(?:its|their)(?: \w+)? leaves|(?:autumn|golden|red|brown|dead) foliage"
    r"|leaf falls|leaves are falling",
    "petals": r"(?:(?:cherry|plum|peach|apple|rose|pear|lotus|flower|pink|white|red|pale) )?petals?|(?:cherry|plum|peach|apple) blossoms? (?:fall|drift|whirl|rain|float|flutter|blow|dance)\w*|falling blossoms?|blossoms? drift|sheds? (?:its|their) (?:petals|blossoms?)|dandelion (?:seeds?|fluff|clocks?)|thistledown",
    "fireflies": r"firefl(?:y|ies)|glow-?worms?|lightning bugs?",
    "dust": r"(?:motes? of |specks? of )?dust (?:dances?|motes?|floats?|hangs?|swirls?|drifts?|rises?)|dusty air|air (?:is )?(?:full of|thick with) dust|motes",
    "sunbeams": r"sun ?beams?|(?:shafts?|rays?|beams?|bars?|stripes?) of (?:\w+ )?(?:sun)?light|sun ?rays?|sun(?:light)? (?:streams?|slants?|pours?|falls? through|breaks? through|shines through|filters?)|god rays",
    "embers": r"embers|sparks (?:fly|rise|drift|dance|rain)|ash(?:es)? (?:falls?|drifts?|rains?|floats?)|falling ash|rain of ash",
    "rainbow": r"rainbows?",
    "meteors": r"meteors?|shooting stars?|falling stars?|meteor shower|comets?",
    "crescent": r"(?:crescent|sickle|new|thin|young|waning|waxing)(?: of (?:a|the))? moon|moon(?:'s)? (?:crescent|sickle)|sliver of (?:a )?moon|moon (?:is |like |, )?(?:only |just )?an? (?:\w+ )?(?:sliver|sickle|crescent)",
    "half moon": r"half[ -]?moon|quarter moon",
    "full moon": r"full[ -]?moon|moon is full|round moon",
    "moonless": r"moonless|no moon|without a moon|dark of the moon|pitch[- ]dark",
    "starry": r"starry|star-?lit|full of stars|(?:thousands?|millions?|countless|carpet|sea|sky|blanket) (?:of )?(?:\w+ )?stars|milky way|stars (?:fill|cover|glitter|shine|twinkle|come out|blaze|sparkle)",
    "glow": r"sun ?sets?\b|setting sun|sun (?:sinks|goes down|is setting|dips|rises|is rising|comes up)|sun ?rise|rising sun|afterglow|sky (?:burns|glows|turns (?:red|orange|gold))|(?:horizon|sky|clouds|west|east)(?: \w+)? (?:on fire|ablaze|aflame|afire|reddens?|redden|blushes|blazes|flames)|(?:sets?|setting|paint|paints|painting|dyes?|dyeing|stains?|staining|turn|turns|turning|flush|flushes|colou?rs?|colou?ring|lights?|lighting) the (?:\w+ ){0,2}(?:horizon|sky|clouds)(?: \w+)? (?:on fire|ablaze|aflame|afire|red|orange|gold(?:en)?|pink|crimson|scarlet|purple|up)|sun (?:slips|drops|melts|vanishes|disappears|dies|hangs low)|red sky|blood-?red sun|golden hour",
    "hail": r"hail(?:s|ing|stones?|storm)?",
    "overcast": r"overcast|(?:dark|black|heavy|low|grey|gray|storm|rain) clouds?|clouds (?:gather|darken|mass|roll in|close in|hang low)|gr[ae]y sky|leaden sky|sky (?:darkens|is (?:gr[ae]y|leaden|dark))|cloudy",
    "aurora": r"northern lights|southern lights|aurora\w*|polar lights",
}  # fmt: skip
_ZH: Mapping[Air, str] = {
    "drizzle": r"[小细微毛][毛]?雨|毛毛雨|雨丝|春雨|烟雨|濛濛|细雨|蒙蒙细雨|零星(?:的)?雨|淅淅沥沥",
    "downpour": r"[大暴骤豪狂]雨|雨下?得?(?:很|更|越来越|真)大|倾盆|瓢泼|滂沱|雨如注|台风|飓风|雨越下越大",
    "flurry": r"小雪|细雪|初雪|雪花(?:轻轻|缓缓|静静|慢慢)?飘|零星(?:的)?雪|微雪",
    "blizzard": r"暴风雪|[大暴]雪|风雪|鹅毛大雪|雪越下越大|漫天飞雪|漫天大雪|白毛风",
    "sandstorm": r"沙尘?暴|风沙|黄沙滚滚|滚滚黄沙|黄沙漫天|飞沙|漫天黄沙|狂沙|沙尘",
    "breeze": r"微风|轻风|风轻?轻?拂|清风|和风|海风|晚风|春风|凉风|风轻轻",
    "gale": r"[大狂烈强飓台]风|暴风(?!雪)|龙卷风|风很大|狂风|寒风(?:呼啸|凛冽|刺骨)|风呼啸|呼啸的风|大作",
    "mist": r"薄雾|轻雾|晨雾|雾气|烟霭|雾霭|淡淡的雾|水汽",
    "leaves": r"落叶|[枯黄红秋]叶|叶子?[^，。]{0,3}[飘落纷]|树叶[^，。]{0,4}[飘落]|叶落",
    "petals": r"花瓣|柳絮|蒲公英|落英|落花|花雨|[樱桃梅梨杏]花[^，。]{0,4}[飘落飞]|飞花",
    "fireflies": r"萤火虫?|流萤|萤光点点",
    "dust": r"灰尘|尘埃|浮尘|尘土飞扬|扬尘|飞尘",
    "sunbeams": r"光柱|光束|一[道束缕]{1,2}(?:\w{0,2})?[阳日]?光|阳光[^，。]{0,6}(?:透|穿|斜|洒|照进|射)|斜阳照",
    "embers": r"火星[^，。]{0,3}[飞飘溅]|火星四溅|灰烬|飘灰|余烬",
    "rainbow": r"彩虹|虹桥|一道虹",
    "meteors": r"流星|陨石雨|彗星|扫帚星",
    "crescent": r"月牙|弯月|新月|残月|蛾眉月|一弯|一钩|如钩|像一?[把弯]?镰刀|上弦月?细|眉月",
    "half moon": r"半月|半个月亮|上弦月|下弦月|半轮",
    "full moon": r"满月|圆月|明月|一轮月|皓月|月圆|中秋|圆圆的月",
    "moonless": r"没有月亮|无月|不见月|月黑",
    "starry": r"繁星|星斗|满天星|漫天星|星光|星河|银河|群星|星空|点点星",
    "glow": r"日落|夕阳|落日|晚霞|朝霞|日出|旭日|残阳|斜阳|霞光|火烧云|红日|天边[^，。]{0,4}红|(?:半边天|天空|天际|云彩|云)[^，。]{0,3}(?:烧|染|映|通|火)红|太阳(?:落|下山|西沉|升起|西下)",
    "hail": r"冰雹|雹子",
    "overcast": r"乌云|阴云|阴天|阴沉|阴霾|黑云|彤云|天[色空]?(?:阴|暗)|多云|云层厚",
    "aurora": r"极光|北极光",
}  # fmt: skip
_LEFT_OUT = {
    "en": r"(?:\bno|\bno more|\bwithout(?: a| any)?|\bnot an?|\bbefore the|\blike(?: a| an| the)?|\bafter the) (?:\w+ )?$",
    "zh": r"(?:没有|不见|无|仿佛|好像|像|如同?|似)[^，。]{0,2}$",
}
_ENDS = {
    "en": r"^[^.,;!?]{0,24}\b(?:stops?|stopped|ends?|is over|are gone|is gone|fades?|vanish(?:es)?|dies down|die down|goes out|go out|has passed|disappears?|lifts|clears)\b",
    "zh": r"^[^，。]{0,4}(?:停|散|消失|不见|熄灭|过去|过后|褪)",
}
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
    "rainbow": frozenset({"clear", "wind", "rain"}),
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
    for air, hit, language in sorted(_hits(text), key=lambda found: (found[1].start(), found[0])):
        before, after = text[: hit.start()], text[hit.end() :]
        if air == "moonless" or not re.search(_LEFT_OUT[language], before, re.I):
            told.append((air, re.search(_ENDS[language], after, re.I) is not None))
    return tuple(told)


def _hits(text: str) -> Iterator[tuple[Air, re.Match[str], str]]:
    for language, letters in _LETTERS.items():
        tables = _PATTERNS[language] if letters.search(text) else ()
        for air, pattern in tables:
            for hit in pattern.finditer(text):
                yield air, hit, language


_LETTERS = {"en": re.compile(r"[A-Za-z]{3}"), "zh": re.compile(r"[\u3400-\u9fff]")}
_PATTERNS: dict[str, tuple[tuple[Air, re.Pattern[str]], ...]] = {
    "en": tuple((air, re.compile(rf"\b(?:{words})(?![\w-])", re.I)) for air, words in _EN.items()),
    "zh": tuple((air, re.compile(words)) for air, words in _ZH.items()),
}
