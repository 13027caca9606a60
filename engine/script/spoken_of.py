"""Who is only spoken of and not on the set: denied, compared, pictured, quoted, or named to say whose something is.

Most words for people in a script mean somebody who is there, so the exceptions are listed and everybody else is seen.
"""

from __future__ import annotations

import re

from engine.script.kinship import KIN, KIN_ZH
from engine.script.lexicon import lexicon, wordset
from engine.script.noun import Noun
from engine.script.passage import Passage

WHOSE = wordset("his her their 他 她 他们 她们")
"""His dog: the word says whose, and he need not be there."""
_ABSENT_EN = re.compile(
    r"\b(?:no|without|like|as|not|than|photograph|photo|picture|painting|portrait|drawing|statue|memory|memories|dreams?|thinks?)\s+(?:of\s+)?$|"
    r"\b(?:is|are|was|were|becomes?|as if)\s+$",
    re.I,
)
_AS_WHEN_EN = re.compile(r"(?:^|[.,;—–-])\s*(?:just )?as\s+$", re.I)
_AS_DOES_EN = re.compile(
    r"(?<!\bdressed)(?<!\bdisguised)(?<!\bknown)(?<!\bmasked)(?<!\bcast)\s+(?:just )?as\s+$|^as\s+$", re.I
)
_AS_BIG_AS_EN = re.compile(r"\b(?:as\s+\w+|such|same\b.*)\s+as\s+$", re.I)
_DOES_EN = re.compile(r"\s+(?:\w+ly\s+)?(?:[a-z]{3,}s|is|has)\b(?!\s+(?:a|the)\s+\w+$)")
""" "Tom waits as the secretary enters"."""
_ABSENT_ZH = re.compile(
    r"(?:没有|不见|无|像|如同|如|似|仿佛|好似|(?<![里上中下边旁前后内外面])是|成了?|变成|当|(?<![里上中下边旁前后内外面])是[^，。！？]{1,6}的)$"
)
_WISHED_ZH = re.compile(r"(?:愿望|梦想|盼望|渴望|想要|想看|想去)[^，。！？]{0,12}$")
_PICTURE_ZH = re.compile(
    r"^的?(?:[叫吠吼哭笑歌喊鸣啼嚎]声|叫[声喊]|脚步声|马蹄声|汽笛声|引擎声|遗像|遗照|牌位|灵位|墓碑|坟墓|坟|墓|照片|相片|画像|雕像|塑像|肖像|故事|名字|声音|家书)"
)
_GONE_EN = re.compile(
    r"\s+(?:is|was)\s+(?:now\s+)?(?:only|just|nothing but|no more than)\s+an?\b|\s+(?:is|are|was|were|has|have)\s+(?:gone(?! in an? (?:\w+ )?(?:puff|flash|cloud|blink|wink|swirl))|nowhere|missing|left|vanished|disappeared)\b",
    re.I,
)
_GONE_ZH = re.compile(r"(?:已经)?(?:不见了|走了|不在了|消失了|没了)[，。！]?$")
_KIN_EN = re.compile(rf"\s+(?:[a-z-]+\s+){{0,2}}(?:{KIN})s?\b", re.I)
NAMED_KIN_EN = re.compile(
    rf"(?:['’]s?)(?:{_KIN_EN.pattern}|\s+(?:[a-z-]+\s+){{0,2}}(?:car|van|truck|taxi|cab|bus|limo|limousine|jeep|plane)s?\b)",
    re.I,
)
"""Whose car it is sits in it, out of sight."""
_COMES_TO_ZH = re.compile(r"(?:[在到进回往向朝]|走出|离开|路过|经过)$")
_AT_HIS_ZH = re.compile(
    r"的(?![身面背怀肩眼脸脚头手腿膝耳胸])[^，。]{1,5}?(?:[前旁边上里外中内]|门口)(?=[，。；！？]|$)"
)
"""站在阿远的工位前: his desk is there, and he need not be."""
_PICTURED_ZH = re.compile(r"^[^，。]{0,6}?(?:照片|相片|画像|油画|海报|屏幕|电视|画面)[上里中](?=[，,是的有])")
_QUOTED = re.compile(r"[“\"「『][^“”\"「」『』]*[”\"」』]")


def is_absent(passage: Passage, noun: Noun) -> bool:
    """Only compared to, pictured, denied or what somebody is: not on the set."""
    before, after = passage.text[: noun.from_], passage.text[noun.end :]
    if passage.language == "zh":
        return bool(
            _ABSENT_ZH.search(before) or _WISHED_ZH.search(before) or _PICTURE_ZH.match(after) or _GONE_ZH.match(after)
        )
    when = noun.count > 1 and _AS_WHEN_EN.search(before) and not after.startswith(",")  # as reporters crowd the steps
    does = noun.determiner in {"the", "his", "her", "their"} and _AS_DOES_EN.search(before) and _DOES_EN.match(after)
    when = when or bool(does and not _AS_BIG_AS_EN.search(before))
    return bool((_ABSENT_EN.search(before) and not when) or _GONE_EN.match(after))


def possesses(passage: Passage, end: int, english: re.Pattern[str] = _KIN_EN) -> bool:
    """Whether the word that ends here only says whose: "Martin's daughter", "her dog", 老赵的孙子."""
    pattern = KIN_ZH if passage.language == "zh" else english
    return pattern.match(passage.text, end) is not None


def only_says_whose(passage: Passage, noun: Noun) -> bool:
    """ "A chef's hat" brings no chef."""
    owned = re.match(r"['’]s?\s+([a-z]+)", passage.text[noun.end :])
    return owned is not None and lexicon("en").category(owned[1]) in {"thing", "wear", "scenery"}


def place_is_whose(passage: Passage, start: int, end: int) -> bool:
    """站在阿远的工位前: the name only says whose place that is."""
    behind = _AT_HIS_ZH.match(passage.text, end) if passage.language == "zh" else None
    return behind is not None and _COMES_TO_ZH.search(passage.text[:start]) is not None


def without_pictured(text: str) -> str:
    """照片上，年轻的李师傅抱着吉他: the photograph is here, and nobody of those in it."""
    found = _PICTURED_ZH.match(text)
    return text if found is None else found.group() + " " * (len(text) - found.end())


def unquoted(text: str) -> str:
    """The text with what is said in it blanked: who is only spoken of is not there."""
    return _QUOTED.sub(lambda said: " " * len(said.group()), text)
