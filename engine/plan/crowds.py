"""How many there are: "twelve soldiers", 十二个士兵, a crowd, 人群: more than a cast list would name one by one.

The cast of a shot keeps the two or three who may speak; the number behind the words is read here for the rows behind them.
"""

from __future__ import annotations

import re

MOST = 40
_CROWD, _GROUP, _FEW = 16, 9, 6
_EN = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_MANY_EN = {
    "dozen": 12,
    "dozens": 30,
    "thirty": 30,
    "forty": 40,
    "fifty": 40,
    "hundred": 40,
    "hundreds": 40,
    "thousand": 40,
    "thousands": 40,
    "many": 12,
    "several": 6,
}
_DIGITS_ZH = "零一二三四五六七八九"
_MANY_ZH = {
    "几十": 30,
    "数十": 30,
    "上百": 40,
    "数百": 40,
    "几百": 40,
    "成千上万": 40,
    "成群": _GROUP,
    "许多": 12,
    "很多": 12,
    "一群": _GROUP,
    "一队": _GROUP,
    "一排": _GROUP,
    "一大群": _CROWD,
    "百": 40,
    "千": 40,
    "众": _GROUP,
}
_NUMBER_EN = "|".join(sorted((*_EN[3:], *_MANY_EN, r"\d{1,4}"), key=len, reverse=True))
_NUMBER_ZH = "|".join(
    sorted(
        (*_MANY_ZH, "[两二三四五六七八九]?十[一二三四五六七八九]?", "[三四五六七八九]", r"\d{1,4}"),
        key=len,
        reverse=True,
    )
)
_CROWDS = re.compile(
    r"\b(?:crowds?|mobs?|throngs?|audiences?|army|armies|troops|villagers|townspeople|townsfolk|soldiers|guests|spectators|onlookers"
    r"|protesters|dancers|pilgrims|refugees|workers|peasants|passengers|students|monks|bandits|warriors|knights|sailors|fans)\b"
    r"|人群|众人|村民|士兵|军队|大军|观众|百姓|乡亲|游客|路人|宾客|官兵|群众|行人|僧人|学生们|工人们|孩子们|战士们|弟子们|难民",
    re.I,
)
_SOME = re.compile(
    r"\b(?:children|kids|schoolchildren|pupils|schoolgirls|schoolboys|girls|boys|neighbou?rs|guards|policemen|firemen|nurses|nuns|waiters|farmers"
    r"|fishermen|hunters|servants|maids|cowboys|pirates|elves|dwarves|goblins|robots|astronauts|musicians|acrobats|worshippers|beggars|merchants"
    r"|elders|courtiers|cadets|recruits|marchers|revellers|mourners|wedding guests)\b"
    r"|小朋友们|同学们|姑娘们|少年们|卫兵们|侍卫们|宫女们|农民们|渔民们|猎人们|海盗们|邻居们|老人们|女人们|男人们|妇女们|舞者们|乐手们",
    re.I,
)
"""A few more than two, where the words give no number."""
_ALWAYS = re.compile(
    r"\b(?:crowds?|mobs?|throngs?|audiences?|army|armies|troops)\b|人群|众人|军队|大军|观众|百姓", re.I
)


_MASSES_EN = "crowd|mob|throng|army|horde|host|mass|sea|audience|procession"
_HERDS_EN = (
    "flock|herd|pack|drove|colony|gaggle|pride|litter|convoy|fleet|squadron|flight|skein|team|swarm|shoal|school|cloud"
)
_ODD_PLURALS = {
    "goose": "geese",
    "mouse": "mice",
    "wolf": "wolves",
    "calf": "calves",
    "ox": "oxen",
    "child": "children",
}
_SWARMS = frozenset({"swarm", "shoal", "school", "cloud"})
"""A school of fish is more than a herd of horses."""


def count_of(action: str, noun: str) -> int:
    """How many of them the words tell of; 0 where they tell no number above three and of no crowd."""
    told = _counted_zh(action, noun) if not noun.isascii() else _counted_en(action, noun)
    if told:
        return min(MOST, told)
    found = _CROWDS.search(noun) or next((m for m in _CROWDS.finditer(action) if _same(m.group(), noun)), None)
    some = found is None and _is_told_of_some(action, noun)
    if some:
        return _FEW
    if found is None or not (noun in action or _same_in(action, noun)):
        return 0
    return _CROWD if _ALWAYS.search(found.group()) else _GROUP


def _is_told_of_some(action: str, noun: str) -> bool:
    """Whether they are some, of a kind that comes in groups: "the children dance". Two and three are said to be so many."""
    if re.search(r"\b(?:two|three|both|pair of|couple of)\b|两[个名位]|三[个名位]", action, re.I):
        return False
    plural = _ODD_PLURALS.get(noun.casefold(), noun)
    return any(_same(m.group(), noun) or _same(m.group(), plural) for m in _SOME.finditer(action))


def _same(word: str, noun: str) -> bool:
    low, base = word.casefold(), noun.casefold()
    return low == base or low.rstrip("s") == base or low.startswith(base)


def _same_in(action: str, noun: str) -> bool:
    return bool(re.search(re.escape(noun), action, re.I))


def _counted_en(action: str, noun: str) -> int:
    plural = (
        rf"{re.escape(noun)}(?:s|es)?|{re.escape(noun[:-1])}ies|{re.escape(noun[:-2])}en" if len(noun) > 2 else noun
    )
    plural += f"|{_ODD_PLURALS.get(noun.casefold(), noun)}"
    found = re.search(
        rf"\b({_NUMBER_EN})\s+(?:of\s+)?(?:[\w-]+\s+){{0,2}}?(?:{plural}|children|people|men|women)\b", action, re.I
    )
    if found is None:
        herd = re.search(rf"\b({_HERDS_EN})s? of (?:[\w-]+ ){{0,2}}?(?:{plural})\b", action, re.I)
        mass = re.search(rf"\b(?:{_MASSES_EN})s? of (?:[\w-]+ ){{0,2}}?(?:{plural})\b", action, re.I)
        many = mass is not None or (herd is not None and herd[1].casefold() in _SWARMS)
        return _CROWD if many else _GROUP if herd is not None else 0
    word = found[1].casefold()
    number = int(word) if word.isdigit() else _MANY_EN.get(word) or _EN.index(word)
    return number if number > 3 else 0


def _counted_zh(action: str, noun: str) -> int:
    found = re.search(
        rf"({_NUMBER_ZH})[多来几余]?[个名位只匹头条群队排]?[^，。个名位]{{0,3}}?{re.escape(noun.removesuffix('们'))}",
        action,
    )
    if found is None:
        return 0
    number = _number_zh(found[1])
    return number if number > 3 else 0


def _number_zh(word: str) -> int:
    if word.isdigit():
        return int(word)
    if word in _MANY_ZH:
        return _MANY_ZH[word]
    tens, _, ones = word.replace("两", "二").rpartition("十")
    if "十" not in word:
        return _DIGITS_ZH.index(word)
    return 10 * (_DIGITS_ZH.index(tens) if tens else 1) + (_DIGITS_ZH.index(ones) if ones else 0)
