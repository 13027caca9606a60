"""Which vehicles and things act in a script: a balloon that follows somebody is cast, a balloon that is held is a prop.

It is asked once for the whole script, so that the balloon is a member of the cast from the first shot on.
"""

from __future__ import annotations

import re

from engine.film.document import Language
from engine.script.lexicon import lexicon, wordset
from engine.script.names_zh import goes_on
from engine.script.noun import Noun
from engine.script.nouns import nouns_in
from engine.script.told_names import does
from engine.vocabulary import broader_verbs


def acting_nouns(texts: list[str], language: Language) -> frozenset[str]:
    """Nouns of vehicles and things that move or speak by themselves anywhere: they are cast, not carried."""
    found: set[str] = set()
    for text in texts:
        for noun in nouns_in(text, language):
            if noun.kind not in {"vehicle", "thing"} or noun.worn:
                continue
            opens = _OPENS_CLAUSE.search(_WHOSE.sub("", text[: noun.from_])) and _acts(noun, text[noun.end :], language)
            opens = opens or (language == "en" and _is_figure_acting(noun, text))
            after = text[noun.end :]
            opens = opens or (language == "zh" and noun.name in _ALIVE_ZH and (does(after) or goes_on(after)))
            drives = noun.kind == "vehicle" and (
                _carries(noun, text, language) or _DRIVEN_BY.search(text[: noun.from_])
            )
            if opens or drives:
                found.add(noun.name)
    return frozenset(found)


_OPENS_CLAUSE = re.compile(
    r"(?:^|[.,;:!?。，；：！？、—]\s*|\b(?:and|then|as|while|when|where|but|suddenly|there)\s+)$", re.I
)
_WHOSE = re.compile(r"\b[A-Z][\w-]*['’]s?\s+$")
_DRIVEN_BY = re.compile(r"\b(?:follow|chas|pursu|pass|overtak|hit|driv)\w*\s+by\s+$", re.I)
_ADVERBS_EN = r"^(?:\s+(?:slowly|quickly|suddenly|softly|gently|then|now|also|still|[a-z]+ly))*\s+"
_MOVES_EN = "fl(?:y|ies|ew|ying)|float(?:s|ed|ing)?|follow(?:s|ed|ing)?|runs?|ran|walk(?:s|ed)?|danc(?:es?|ed)|chas(?:es?|ed)|com(?:es?|ing)|came|hops?|speaks?"
_DRIVES_EN = (
    _MOVES_EN
    + "|(?:beat|heel|plough|plow|plunge|pitch|heave|rest|creak|limp|near|lurch|orbit|dock|cut|slice|pass|sail|leave|enter|roll|drift|turn|land|speed|race|row|roar|approach|cross|appear|move|glide|return|rattle|honk|arrive"
    "|wait|stand|hang|burn|crash|explode|rock|float|slip|sink|dive|surface|submerge|founder|capsize|vanish|disappear|bob)(?:s|es|d|ed|ing)?|sank|dove|drives?|driving|drove|left|stops?|stopped|(?:screech|skid|squeal|pull|race|roar|swerve|thunder|chug|rumble|sputter|screech)(?:e?s|ed|d)?|takes? off|took off|(?:lift|blast)(?:s|ed)? off|launch(?:es|ed)?|ris(?:es|ing)|rose|orbits?"
    "|pull(?:s|ed)? (?:up|in|away|out)|goes|went|sped|is parked"
)
_ADVERBS_ZH = r"^(?:[慢缓静悄忽突匆][慢缓静悄然匆]?地?|从[^，。]{1,8}?|向[^，。]{1,6}?|在[^，。]{1,6}?|[扬冒鸣闪亮]着[^，。]{1,4}?|沿着[^，。]{1,6}?|也|又|就|都|正|越|已经|随着[^，。]{1,4}?|跟着[^，。]{1,4}?)*"
_MOVES_ZH = r"(?:飞(?!落)|飘(?!落|散|动|扬)|跟|追|走|跑|说|漂(?!亮)|来)"
_DRIVES_ZH = r"(?:飞|驶|开(?!着|门|花)|划|漂(?!亮)|靠岸|停|经过|穿过|过来|出现|来|走|跑|起飞|降落|滑|离|荡)"
_ACTS = {
    ("en", "thing"): re.compile(_ADVERBS_EN + rf"(?:{_MOVES_EN})\b(?!\s+(?:from|open|shut))", re.I),
    ("en", "vehicle"): re.compile(_ADVERBS_EN + rf"(?:{_DRIVES_EN})\b", re.I),
    ("zh", "thing"): re.compile(_ADVERBS_ZH + _MOVES_ZH),
    ("zh", "vehicle"): re.compile(_ADVERBS_ZH + _DRIVES_ZH),
}


FIGURES = wordset(
    "dragonfly butterfly moth wasp beetle spider ladybug cricket grasshopper snail caterpillar jellyfish octopus squid starfish shrimp mosquito cockroach scorpion seahorse crayfish snowman scarecrow doll puppet teddy marionette nutcracker statue gargoyle fish goldfish bee ant crab lobster worm firefly ladybird pumpkin"
)
"""What a tale brings to life: whatever they do, they act."""

_ALIVE_ZH = wordset(
    "蜘蛛 蝴蝶 蜜蜂 蜻蜓 萤火虫 蝉 知了 蟋蟀 蛐蛐 蚂蚁 小蚂蚁 蚂蚱 蚯蚓 蜗牛 小蜗牛 青蛙 小青蛙 蛤蟆 蝌蚪 小蝌蚪 乌龟 小乌龟 龟 海龟 蛇 小蛇 蜥蜴 鳄鱼 螃蟹 小螃蟹 龙虾 虾 章鱼 鲸鱼 鲸 海豚 鲨鱼 水母 蝙蝠 "
    "虫子 小虫 毛毛虫 瓢虫 甲虫 小金鱼 小鲤鱼 雪人 稻草人 布娃娃 木偶 玩具熊 泰迪熊 石狮子 机器猫 南瓜"
)
"""What is alive, or comes alive in tales: whatever somebody does, they do."""


def _is_figure_acting(noun: Noun, text: str) -> bool:
    """ "The snowman smiles", "the scarecrow lifts his hat"."""
    then = re.match(rf"{_ADVERBS_EN}([a-z]+)\b", text[noun.end :], re.I)
    alive = noun.name.split()[-1] in FIGURES and noun.determiner not in {"his", "her", "their"}
    verb = lexicon("en").verb(then[1]) if then is not None else None
    acts = then is not None and (
        verb is not None or then[1].removesuffix("s") in lexicon("en").words("deeds") | broader_verbs("en").keys()
    )
    return alive and then is not None and acts and verb not in {"be", "stand", "lie"} and then[1].endswith("s")


def _carries(noun: Noun, text: str, language: Language) -> bool:
    """Whether somebody is aboard: "in his boat", 坐在船上."""
    if language == "zh":
        return bool(
            (re.search(r"[在上坐乘驾划撑]$", text[: noun.from_]) and re.match(r"[上里中头尾，。]", text[noun.end :]))
            or re.search(r"(?:骑[着上了]?|驾着|开着|赶着|跨上)$", text[: noun.from_])
            or re.match(r"[头尾舱]|[上里中](?:坐|站|躺|立|蹲)", text[noun.end :])
        )
    return bool(
        re.search(
            r"\b(?:in|into|on|onto|aboard|rows?|rowing|drives?|driving|rides?|riding|boards?|leads?|pulls?|mounts?|steers?)\s+$",
            text[: noun.from_],
            re.I,
        )
    )


def _acts(noun: Noun, after: str, language: Language) -> bool:
    return bool(_ACTS[language, "vehicle" if noun.kind == "vehicle" else "thing"].match(after))
