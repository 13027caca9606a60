"""Who does it: the names before the verb, the one behind it ("on a branch sits an owl"), or whoever did the last thing.

A clause may also be about nobody of the company (rain falls), and then its verb moves nobody.
"""

from __future__ import annotations

import re

from engine.plan.names import Mention, Names
from engine.plan.verbs import ACT_WORDS, PLURAL_PRONOUNS, PRONOUNS

_SOMETHING_ELSE = re.compile(
    r"^\s*(?:(?:then|now|suddenly|outside|and)\s+)*(?:the|a|an|some|his|her|its|their|one|two|three)\s+\w+"
    r"|^\s*(?:rain|snow|wind|fog|mist|thunder|lightning|leaves|waves|clouds|stars|night|darkness|light|music|silence)\b"
    r"|[雪雨风月云雷灯门钟雾浪叶花雁]|火光|火苗|火焰|烛光|尘土|影子|红旗|旗子|太阳|星星|夜色|天色",
    re.I,
)
"""A clause that is about something outside the company: its verb moves nobody."""
_TOWARD = re.compile(
    r"[向对朝给跟替为]\s*$|[向对朝](?:着)?[^，,]{1,5}的$|\b(?:to|at|toward|towards|from|past|behind|with)\s+(?:the\s+)?$",
    re.I,
)
_BRAVES_ZH = re.compile(r"[冒顶迎踏披淋逆]着?[大狂风]?[风雨雪浪]")
"""冒雪走来: it is not the snow that walks."""
_LEADING = re.compile(r"[牵领带赶扶搀拉](?:着|了)[^，。着了]{0,6}$")
"""Whoever is led goes along: 林远牵着骆驼走."""
_JOINS = frozenset({"and", ",", "with", "和", "与", "、", "跟", "同", "and the", "and her", "and his", "and a"})
_PLACE_FIRST = re.compile(
    r"^\s*(?:and\s+)?(?:in|on|at|under|beside|behind|by|near|next to|above|below|there|outside|inside)\b", re.I
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
_OBJECT_PRONOUN = re.compile(r"\b(?:he|she|they|it)\b", re.I)


def doers_of(
    before: str, mentions: list[Mention], last: tuple[str, ...], everyone: tuple[str, ...], *, plural: bool = False
) -> tuple[str, ...]:
    """Who does it: the first names before the verb ("Mary and Tom"), else a plural pronoun, else whoever did last."""
    who = [m.name for m in mentions if m.end <= len(before) and _WHO.fullmatch(before[m.end :])]
    if who:
        return tuple(who[-1:])
    earlier = [m for m in mentions if m.end <= len(before) and not _TOWARD.search(before[: m.start])]
    words = set(re.findall(r"[a-z]+", before.casefold()))
    turns = max((found.end() for found in _MEANTIME.finditer(before)), default=0)
    earlier = [m for m in earlier if m.start >= turns] or earlier  # "he plays while Claire dances"
    somebody = [m for m in earlier if m.name in everyone and not _OWNS.match(before[m.end :])] or [
        m for m in earlier if m.name in everyone
    ]
    together = any(word in before for word in PLURAL_PRONOUNS if not word.isascii())
    earlier = somebody or ([] if words & (PRONOUNS | PLURAL_PRONOUNS) or together else earlier)
    if earlier:
        first, *others = earlier
        joined = earlier if plural else [first]
        for mention in () if plural else others:
            if mention.start == joined[-1].start:
                joined.append(mention)
                continue
            between = before[joined[-1].end : mention.start].strip().casefold()
            if between in _JOINS or _LEADING.search(between):
                joined.append(mention)
        return tuple(dict.fromkeys(mention.name for mention in joined))
    if words & PLURAL_PRONOUNS or together:
        return everyone
    if words & PRONOUNS or last:
        return last
    return everyone[:1]


def standing_there(clause: str, mentions: list[Mention], verb: re.Match[str]) -> tuple[str, ...]:
    """The doer behind the verb: "on a branch sits an owl", 身边趴着一条狗."""
    before, after = clause[: verb.start()], clause[verb.end() :]
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
    return bool(_SOMETHING_ELSE.search(_BRAVES_ZH.sub("", before)))


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
