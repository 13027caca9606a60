"""Who does it: the names before the verb, the one behind it ("on a branch sits an owl"), or whoever did the last thing.

A clause may also be about nobody of the company (rain falls), and then its verb moves nobody.
"""

from __future__ import annotations

import re

from engine.plan.names import Mention, Names
from engine.plan.verbs import ACT_WORDS, PLURAL_PRONOUNS, PRONOUNS
from engine.vocabulary import vocabulary

_SOMETHING_ELSE = re.compile(
    r"^\s*(?:(?:then|now|suddenly|outside|and)\s+)*(?:the|a|an|some|his|her|its|their|one|two|three)\s+\w+"
    r"|^\s*(?:rain|snow|wind|fog|mist|thunder|lightning|leaves|waves|clouds|stars|night|darkness|light|music|silence)\b"
    r"|[雪雨风月云雷灯门钟雾浪叶花雁]|音乐|旋律|[歌琴钟笛风雨鼓笑哭]声|思绪|记忆|往事|时光|岁月|念头|火光|火苗|火焰|烛光|尘土|影子|红旗|旗子|太阳|星星|夜色|天色",
    re.I,
)
"""A clause that is about something outside the company: its verb moves nobody."""
_TOWARD = re.compile(
    r"[向对朝给跟替为冲]着?\s*$|(?:[向朝冲给替为]|对(?!面))(?:着)?[^，,]{1,6}的$|\b(?:to|at|toward|towards|from|past|behind|with)\s+(?:the\s+)?$",
    re.I,
)
_GOVERNED_ZH = re.compile(
    r"(?:[把将给在从往向朝对冲沿顺贴靠趴围绕隔透借就用拿替为让叫被]|望[着见]|看[着见]|听[着见到]|跟着|抱着|[^，。的]着|[^，。]了)[^，。着了]{0,8}$"
)
"""把碗里的酒, 就着灯光, 从门缝里: what such a word leads does nothing itself."""
_LED_ZH = re.compile(r"(?:[把将在从往靠贴挨]|[骑驾开坐乘划撑](?:着|上|了)?)\s*$")
_SUFFERED_ZH = re.compile(r"(?:被|遭到?)[^，。]{0,10}$")
_A_THING_ZH = re.compile(
    r"(?:[^，。]{1,6}的)?([\u3400-\u9fff]{1,3}?)(?:(?:正|还|也|都|又)?在(?:[^，。]{1,4}[里中上下外前后])?|[\u3400-\u9fff]{2}地|)"
)
_NO_THING_ZH = re.compile(r"[把将被给在从往向朝对冲沿顺为就用拿又再还也便一][^，。]*|[^，。]*[着了]")
_WATERS_ZH = re.compile(r"[海河江湖溪波巨][水浪涛潮]")
_NATURE_ZH = "水风雨雪云山树花草灯火河江海月光星雾叶门窗墙盖钟铃旗烟影尘音声路桥屋塔石波浪潮"
_OWNED_ZH = re.compile(r"(?:家)?的$|家$")
_OPENS_WITH = re.compile(
    r"^\s*(?:(?:\w+ly|still|now|then|and|but)\s+)?(?:\w+(?:ing|ed)|from|with|in|on|at|under|behind|beside|before|after|near|by|over|across|through|for|like|between|among"
    r"|around|beneath|above|below|unlike|despite|without)\b[^,]*,\s*(?:(?:the|an?|his|her|their|its|two|three|both|old|young|little)\s+)*(?:[\w-]+\s+)?$",
    re.I,
)
""" "Facing the bear, the trapper backs away": he does."""
_BRAVES_ZH = re.compile(r"[冒顶迎踏披淋逆]着?[大狂风]?[风雨雪浪]")
"""冒雪走来: it is not the snow that walks."""
_LEADING = re.compile(r"[牵领带赶扶搀拉](?:着|了)[^，。着了]{0,6}$")
"""Whoever is led goes along: 林远牵着骆驼走."""
_JOINS = frozenset({"and", ",", "with", "和", "与", "、", "跟", "同", "and the", "and her", "and his", "and a"})
_PLACE_FIRST = re.compile(
    r"^\s*(?:and\s+)?(?:in|on|at|under|beneath|among|between|beside|behind|by|near|next to|above|below|there|outside|inside)\b",
    re.I,
)
_OWNS = re.compile(r"['’]s?\s")
_THERE = re.compile(r"\s+(?:an?|the|two|three|his|her|their|some)\s|[着了](?=[一两三几])", re.I)
_MEANWHILE = re.compile(r"\s+(?:as|while|when|where|until)\s+(?:an?|the)\s+(?:[\w-]+\s+){1,2}$", re.I)
""" "Lucille, as a shadow falls": she does not."""
_WHO = re.compile(r",?\s+who\s+(?:\w+ly\s+|now\s+|still\s+)?", re.I)
_MEANTIME = re.compile(r"\b(?:while|as|when)\s", re.I)
_STAYS_THERE = re.compile(
    r"(?:sit|stand|lie|kneel|crouch|perch|sleep|wait|walk|come|run)s$|(?:sat|stood|lay|knelt|slept|came|ran)$", re.I
)
"""Verbs that come before their doer: "beside him sits Toby"."""
_NAMED_THERE = re.compile(_PLACE_FIRST.pattern + r"(?:(?!\b(?:he|she|they|it|who|and)\b)[^,;])*", re.I)
""" "Under the apple tree lies Benedikt"."""
_OBJECT_PRONOUN = re.compile(r"\b(?:he|she|they|it)\b", re.I)


def doers_of(
    before: str, mentions: list[Mention], last: tuple[str, ...], everyone: tuple[str, ...], *, plural: bool = False
) -> tuple[str, ...]:
    """Who does it: the first names before the verb ("Mary and Tom"), else a plural pronoun, else whoever did last."""
    who = [m.name for m in mentions if m.end <= len(before) and _WHO.fullmatch(before[m.end :])]
    if who:
        return tuple(who[-1:])
    earlier = [m for m in mentions if m.end <= len(before) and not _TOWARD.search(before[: m.start])]
    earlier = [m for m in earlier if m.name in everyone or not _GOVERNED_ZH.search(before[: m.start])]
    earlier = [m for m in earlier if not _LED_ZH.search(before[: m.start])] or earlier
    earlier = _by_whom(before, earlier) or earlier
    earlier = _what_is_owned(before, earlier, everyone) or earlier
    earlier = [m for m in earlier if m.name in everyone and _OPENS_WITH.search(before[: m.start])] or earlier
    words = set(re.findall(r"[a-z]+", before.casefold()))
    turns = max((found.end() for found in _MEANTIME.finditer(before)), default=0)
    earlier = [m for m in earlier if m.start >= turns] or earlier  # "he plays while Claire dances"
    somebody = [m for m in earlier if m.name in everyone and not _OWNS.match(before[m.end :])] or [
        m for m in earlier if m.name in everyone
    ]
    together = any(word in before for word in PLURAL_PRONOUNS if not word.isascii())
    earlier = somebody or ([] if words & (PRONOUNS | PLURAL_PRONOUNS) or together else earlier)
    if earlier:
        joined = earlier if plural else _joined(before, earlier)
        return tuple(dict.fromkeys(mention.name for mention in joined))
    if words & PLURAL_PRONOUNS or together:
        return everyone
    if words & PRONOUNS or last:
        return last
    return everyone[:1]


def _joined(before: str, named: list[Mention]) -> list[Mention]:
    """The first of them, and whoever is joined to those before: Mary and Tom, 林远牵着骆驼."""
    joined = named[:1]
    for mention in named[1:]:
        between = before[joined[-1].end : mention.start].strip().casefold()
        if mention.start == joined[-1].start or between in _JOINS or _LEADING.search(between):
            joined.append(mention)
    return joined


def _what_is_owned(before: str, earlier: list[Mention], everyone: tuple[str, ...]) -> list[Mention]:
    """厨师的菜刀躺在案板上: the knife does, where a thing and no hand or eye stands right behind its owner."""
    owner = next((m for m in earlier if m.name in everyone), None)
    if owner is None or before.isascii():
        return []
    return [
        m
        for m in earlier
        if m.name not in everyone and m.end == len(before) and _OWNED_ZH.fullmatch(before[owner.end : m.start])
    ]


def _by_whom(before: str, earlier: list[Mention]) -> list[Mention]:
    """小偷被警察抓住: the policeman does it."""
    by = before.rfind("被")
    return [m for m in earlier if by >= 0 and m.start > by and not before[by + 1 : m.start].strip("那个这几名位一只两")]


def is_suffered(before: str, mentions: list[Mention]) -> bool:
    """新娘被人搀扶着: done to her by somebody who is not in the company."""
    found = _SUFFERED_ZH.search(before)
    return found is not None and not any(found.start() < m.start and m.end <= len(before) for m in mentions)


def standing_there(clause: str, mentions: list[Mention], verb: re.Match[str]) -> tuple[str, ...]:
    """The doer behind the verb: "on a branch sits an owl", 身边趴着一条狗."""
    before, after = clause[: verb.start()], clause[verb.end() :]
    named = [m.name for m in mentions if m.start - verb.end() == 1]
    if named and _NAMED_THERE.fullmatch(before) and _STAYS_THERE.match(verb.group()):
        return (named[0],)
    if any(m.end <= verb.start() for m in mentions) or not (
        _PLACE_FIRST.match(before) or after.startswith(("着", "了"))
    ):
        return ()
    follows = _THERE.match(after)
    behind = [m for m in mentions if follows and 0 <= m.start - verb.end() - follows.end() <= 14] or [
        m for m in mentions if _STAYS_THERE.match(verb.group()) and m.start - verb.end() == 1
    ]
    return (behind[0].name,) if behind and not _OBJECT_PRONOUN.search(before) else ()


def is_about_something_else(before: str, mentions: list[Mention]) -> bool:
    """Rain falls, the moon rises: no member of the company stands before the verb, something else does."""
    last = max((mention.end for mention in mentions if mention.end <= len(before)), default=0)
    if last and _MEANWHILE.match(before[last:]):
        return True
    if any(mention.end <= len(before) for mention in mentions) or PLURAL_PRONOUNS & set(before.casefold().split()):
        return False
    if is_a_things_doing(before):
        return True
    told = _SOMETHING_ELSE.search(_BRAVES_ZH.sub("", before))
    return told is not None and not (not before.isascii() and _GOVERNED_ZH.search(before[: told.start()]))


_PLACE_ZH = re.compile(r"[边旁侧上下里中外前后间处畔]$")
"""身边, 门外: where it is done, and not who does it."""


def is_a_things_doing(before: str) -> bool:
    """窗外的风在哭泣, 河水欢快地奔跑: what stands before the verb is no body's part and nobody."""
    before = _BRAVES_ZH.sub("", before)
    found = None if _NO_THING_ZH.match(before) or _PLACE_ZH.search(before) else _A_THING_ZH.fullmatch(before)
    if found is None:
        return False
    noun, bare = found[1], found.end(1) == len(before)
    if noun[-1] in _NATURE_ZH and (not bare or _WATERS_ZH.fullmatch(noun)):
        return True
    words = [vocabulary("zh").get(noun[-size:]) for size in (3, 2) if len(noun) >= size]
    return any(word is not None and word.category in {"scenery", "thing", "abstract"} for word in words)


def all_together(clause: str, names: Names, everyone: tuple[str, ...]) -> tuple[str, ...]:
    """Everybody, where a clause begins with 二人 or 他们 and names nobody: what the next clause tells, they all do."""
    plural = any(clause.lstrip().startswith(word) for word in PLURAL_PRONOUNS if not word.isascii())
    return everyone if plural and not any(m.name in everyone for m in names.mentions(clause)) else ()


def takes_over(clause: str, names: Names) -> tuple[str, ...]:
    """火车鸣笛，缓缓驶离: who or what opens a clause that has no deed we know goes on in the next."""
    first = next(iter(names.mentions(clause)), None)
    before = clause[: first.start].strip() if first is not None else ""
    opens = first is not None and len(before) < 3 and not _TOWARD.search(before) and not first.name.isascii()
    return (first.name,) if first is not None and opens and not ACT_WORDS.search(clause) else ()
