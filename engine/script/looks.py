"""Parts what a subject is from what it wears, in the script's own words.

A subject's description holds in every look; the costume is the first look, and "now in a raincoat" or 换上 makes another.
The words are kept as they are written, because the puppets (and later the video models) read words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.film.document import Language
from engine.script.lexicon import lexicon
from engine.script.nouns import nouns_in

_ITEM_EN = re.compile(
    r",\s*(?:and\s+)?|\s+and\s+(?=(?:a|an|his|her|with|in)\b|\w+\s+\w+$|\w+$)|\s+(?=(?:with|in|wearing|dressed in|wears)\s)"
)
_ITEM_ZH = re.compile(r"[，、,；;]|(?=身穿|(?<!身)穿|头戴|(?<!头)戴|身披|(?<!身)披(?!肩|风)|围(?!巾|裙))")
_WEARS_ZH = re.compile(r"穿|戴|披|围着?.{0,3}(?:巾|裙)|系着?|裹着?|(?:[工便劲戎军]装|[衣服袍褂袄裙裤衫帽靴])$")
_CHANGE_EN = re.compile(
    r"\b(?P<how>now\s+(?:in|wearing|dressed in|wears)|(?:has\s+)?chang(?:es|ed|ing)\s+into|puts?\s+on|pulls?\s+on|slips?\s+into|"
    r"(?<=[a-z] )in(?=\s+(?:the|an?|his|her)\s+(?:[a-z-]+\s+){0,3}?(?:gown|dress|suit|uniform|robe|costume|tuxedo|pajamas|pyjamas)\b)|"
    r"(?<=, )(?:in|wearing|dressed\s+in)(?=\s+(?:an?\s+|his\s+|her\s+)?(?:[a-z-]+\s+){0,3}?[a-z-]+,)|wears|(?:is|are)\s+(?:wearing|dressed\s+in))\s+"
    r"(?P<what>[^.;!?]+)",
    re.IGNORECASE,
)
_CHANGE_ZH = re.compile(
    r"(?P<how>换上了?|换了|换成了?|改穿|穿上了?|戴上了?|披上了?|套上了?|(?:身|正)?穿着|(?:头)?戴着|披着|身穿|头戴|身披)(?P<what>[^，。；！？]+)"
)
_ADDS = re.compile(r"^(?:puts?|pulls?)\b|穿上|戴上|披上|套上", re.IGNORECASE)
_TOLD = re.compile(r"^(?:wears|in\b|wearing|dressed|is\b|are\b)|着$|身穿|头戴|身披", re.IGNORECASE)
_AGE = re.compile(
    r"(?P<digits>\d{1,3})(?:\s*(?:years?\b|岁|s\b|多岁)|\b)|(?P<decade>twenties|thirties|forties|fifties|sixties|seventies|eighties)|"
    r"(?P<han>[零一二三四五六七八九十]{1,3})(?:来|多|几)?岁",
    re.IGNORECASE,
)
_HAN_DIGIT = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
_DECADES = {
    "twenties": 20,
    "thirties": 30,
    "forties": 40,
    "fifties": 50,
    "sixties": 60,
    "seventies": 70,
    "eighties": 80,
}


@dataclass(frozen=True, slots=True)
class Change:
    """A change of costume at `start` in a text. `adds` is True where the new piece joins what was worn before."""

    start: int
    end: int
    costume: str
    adds: bool
    told: bool = False  # only says what is worn: no change unless something else was worn


def split_costume(text: str, language: Language) -> tuple[str, str]:
    """(what the subject is, what it wears), both in the words of `text`."""
    body: list[str] = []
    worn: list[str] = []
    joint = "，" if language == "zh" else ", "
    for item in (_ITEM_ZH if language == "zh" else _ITEM_EN).split(text):
        if stripped := item.strip(" ，,、；;（）()"):
            (worn if is_costume(stripped, language) else body).append(stripped)
    return joint.join(body), joint.join(worn)


def is_costume(words: str, language: Language) -> bool:
    """Whether the words speak of clothes (hair and beards stay with the body)."""
    clothes = lexicon(language).words("wear")
    if language == "zh" and _WEARS_ZH.search(words):
        return True
    return any(noun.name in clothes for noun in nouns_in(words, language))


def costume_changes(text: str, language: Language) -> tuple[Change, ...]:
    """Every change of costume in an action line, in order."""
    found: list[Change] = []
    for match in (_CHANGE_ZH if language == "zh" else _CHANGE_EN).finditer(text):
        what = _until_verb(match["what"], language)
        if language == "zh" and re.match(r"(?!自己)[他她][们]?的", what):
            continue  # 披着他的外套 is somebody else's coat
        if is_costume(what, language):
            how = match["how"]
            end = match.start("what") + len(what)
            found.append(Change(match.start(), end, what.strip(), bool(_ADDS.search(how)), bool(_TOLD.search(how))))
    return tuple(found)


def _until_verb(words: str, language: Language) -> str:
    if language == "zh":
        return words
    known = lexicon("en")
    for token in re.finditer(r"[A-Za-z-]+", words):
        after_and = re.search(r"\band\s+$", words[: token.start()])
        if (
            known.verb(token.group())
            and token.group().endswith("s")
            and (after_and or not known.category(token.group()))
        ):
            return words[: after_and.start() if after_and else token.start()].rstrip(" ,")
    return words.split(", ")[0]


_TO_NINE = "one two three four five six seven eight nine"
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
_BY_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ONES = {word: n for n, word in enumerate(_TO_NINE.split(), 1)}
_TENS = (
    {word: 10 * n for n, word in enumerate(_BY_TENS.split(), 2)}
    | {word: n for n, word in enumerate(_TEENS.split(), 10)}
    | {word: n for word, n in _ONES.items() if n > 3}
)
_SPELLED = re.compile(
    rf"(?:about |around |barely )?({'|'.join(_TENS)})(?:[ -]({'|'.join(_ONES)}))?(?: years old)?", re.I
)


def age_in(description: str) -> int | None:
    """The age that a description gives in years ("8", "mid-30s", 六十岁, "in her forties"); None where it gives none."""
    for match in _AGE.finditer(description):
        if match["digits"] and int(match["digits"]) <= 120:
            return int(match["digits"])
        if match["decade"]:
            return _DECADES[match["decade"].casefold()]
        if match["han"]:
            return _han_number(match["han"])
    return next((years for piece in description.split(",") if (years := _spelled(piece)) is not None), None)


def _spelled(words: str) -> int | None:
    """35 for a piece that is "thirty-five" and no more than that."""
    found = _SPELLED.fullmatch(words.strip())
    return _TENS.get(found[1].casefold(), 0) + _ONES.get((found[2] or "").casefold(), 0) if found else None


def _han_number(han: str) -> int:
    tens, ten, ones = han.partition("十")
    if not ten:
        return _HAN_DIGIT.get(han[-1], 0)
    return 10 * (_HAN_DIGIT.get(tens, 0) if tens else 1) + (_HAN_DIGIT.get(ones, 0) if ones else 0)
