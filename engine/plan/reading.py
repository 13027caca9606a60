"""Reads an action line for the stage: who does what, in which order, to whom, in which mood.

It is no grammar, only the three habits of screenplay prose: the doer stands before the verb, whoever stands behind it
is looked at or approached, and a clause without a name goes on with the last one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from engine.plan.acts import Act, Mood
from engine.plan.verbs import (
    ACT_WORDS,
    ACTS,
    BASE_FORMS,
    MOOD_WORDS,
    MOODS,
    PLURAL_PRONOUNS,
    PRONOUNS,
    word_pattern,
)

_CLAUSE = re.compile(r"[.!?;:。！？；：\n]+|,\s+(?=(?:and|then|but)\b)|，|、然后")
_NOUN_BEFORE = re.compile(r"\b(?:a|an|the|his|her|its|their|my|your|of|no|one|fallen|dry|dead|red|this|that)\s+$", re.I)
_WENT_IN = re.compile(r"^\s+(?:into\b|inside\b|in(?=\s*(?:$|[.,;!?]|from\b|through\b)))", re.I)
_WENT_OFF = re.compile(r"^\s+(?:\w+\s+)?(?:away|off|out)\b", re.I)
_GETS_UP = re.compile(r"^\s+up\b", re.I)
_UP = re.compile(r"\blooks?\w*\s+(?:\w+\s+)?up\b|\bup at\b|抬头|仰望|举头|仰头", re.I)
_DOWN = re.compile(r"\blooks?\w*\s+(?:\w+\s+)?down\b|\bdown at\b|低头|俯瞰|俯视", re.I)
_BACK = re.compile(r"\b(?:back|home|returns?|returning)\b|回(?![头答忆望看])|归", re.I)
_SOMETHING_ELSE = re.compile(
    r"^\s*(?:(?:then|now|suddenly|outside|and)\s+)*(?:the|a|an|some|his|her|its|their|one|two|three)\s+\w+"
    r"|^\s*(?:rain|snow|wind|fog|mist|thunder|lightning|leaves|waves|clouds|stars|night|darkness|light|music|silence)\b"
    r"|[雪雨风月云雷灯门钟雾浪叶花雁]|太阳|星星|夜色|天色",
    re.I,
)
"""A clause that is about something outside the company: its verb moves nobody."""
_TOWARD = re.compile(r"[向对朝给跟替为]\s*$|\b(?:to|at|toward|towards|from|past|behind|with)\s+(?:the\s+)?$", re.I)
_COVERB = re.compile(r"[向对朝给跟]\s*$")
_AWAY = re.compile(r"\bfrom\s+(?:the\s+|his\s+|her\s+)?$", re.I)
_OBJECT = re.compile(
    r"^(?:\s+\w+){0,2}?\s+(?:to|at|toward|towards|after|beside|past|over)\s+(?:her|him|it|them)\b|^[向朝到]?[她他它]",
    re.I,
)
_PRONOUN_FIRST = re.compile(r"^\s*(?:he|she|it|they|他|她|它)", re.I)
_MOVING = frozenset({Act.WALK, Act.RUN, Act.FLY})
_STOP_WORDS = frozenset({"the", "and", "old", "young", "little", "big", "small", "man", "woman", "mrs"})
_ASIDE = re.compile(r"[（(][^（）()]*[）)]")
"""What stands in brackets describes; nobody does it."""
_PLACE_FIRST = re.compile(
    r"^\s*(?:and\s+)?(?:in|on|at|under|beside|behind|by|near|next to|above|below|there|outside|inside)\b", re.I
)
_THERE = re.compile(r"\s+(?:an?|the|two|three|his|her|their|some)\s|[着了](?=[一两三几])", re.I)
_OBJECT_PRONOUN = re.compile(r"\b(?:he|she|they|it)\b", re.I)
_IT = re.compile(r"\bit\b|它", re.I)


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing somebody does. `target` is who stands behind the verb, or "" ; `back` is a way home (screen left)."""

    doer: str
    act: Act
    target: str = ""
    gaze: str = ""  # "up", "down" or ""
    back: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """The deeds in order, each name's mood, and the order in which names are first mentioned."""

    deeds: tuple[Deed, ...]
    moods: dict[str, Mood]
    mentioned: tuple[str, ...]

    def of(self, name: str) -> tuple[Deed, ...]:
        """What `name` does, in order."""
        return tuple(deed for deed in self.deeds if deed.doer == name)


@dataclass(frozen=True, slots=True)
class _Mention:
    name: str
    start: int
    end: int


class Names:
    """Finds the company's names in a text: full name, aliases, and telling words of a name ("Smith" of MARY SMITH)."""

    def __init__(self, names: Iterable[tuple[str, Sequence[str]]]) -> None:
        self._owners: dict[str, list[str]] = {}
        for name, aliases in names:
            for spelling in dict.fromkeys(low.strip().casefold() for low in (name, *aliases)):
                self._owners.setdefault(spelling, []).append(name)
        for spelling, owners in list(self._owners.items()):
            for word in spelling.split():
                if len(word) > 2 and word not in _STOP_WORDS:
                    self._owners.setdefault(word, owners)
        self._alone = {spelling: owners[:1] for spelling, owners in self._owners.items() if spelling.isascii()}
        for spelling, owners in list(self._owners.items()):
            if spelling.isascii() and spelling.replace(" ", "").isalpha():
                self._owners.setdefault(_plural(spelling), owners)
        self._pattern = word_pattern(list(self._owners))

    def mentions(self, text: str) -> list[_Mention]:
        """Every mention, in order of place; "the guards" mention each guard, "the guard" the first of them."""
        return [
            _Mention(name, match.start(), match.end())
            for match in self._pattern.finditer(text)
            for name in self._meant(match.group().casefold())
        ]

    def _meant(self, spelling: str) -> list[str]:
        return self._alone.get(spelling) or self._owners[spelling]


def _plural(word: str) -> str:
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith(("child", "person")):
        return {"d": word + "ren", "n": word[:-6] + "people"}[word[-1]]
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "ch", "sh")) else "s")


def read_action(
    text: str, company: Sequence[tuple[str, Sequence[str]]], things: Sequence[tuple[str, Sequence[str]]] = ()
) -> Reading:
    """Read `text` for a company of (name, aliases) and the things about them. Names nobody mentions have no deeds; a thing
    does something only where nobody else could have."""
    names = Names([*company, *things])
    text = _ASIDE.sub("", text)
    mentioned = tuple(dict.fromkeys(mention.name for mention in names.mentions(text)))
    by_name = mentioned and not _PRONOUN_FIRST.match(text)
    lead = mentioned[0] if by_name else (company[0][0] if company else "")
    deeds: list[Deed] = []
    moods: dict[str, Mood] = {}
    alive = {name for name, _ in company}
    doers: tuple[str, ...] = (lead,) if lead else ()
    for clause in _CLAUSE.split(text):
        if clause and clause.strip():
            doers = _read_clause(clause, names, doers, tuple(name for name, _ in company), deeds, moods)
            doers = tuple(doer for doer in doers if doer in alive) or doers
    return Reading(tuple(deeds), moods, mentioned)


def _read_clause(
    clause: str,
    names: Names,
    doers: tuple[str, ...],
    everyone: tuple[str, ...],
    deeds: list[Deed],
    moods: dict[str, Mood],
) -> tuple[str, ...]:
    mentions = names.mentions(clause)
    for match in ACT_WORDS.finditer(clause):
        inside_a_name = any(m.start <= match.start() < m.end for m in mentions)
        if inside_a_name or _NOUN_BEFORE.search(clause[: match.start()]):
            continue
        if _is_about_something_else(clause[: match.start()], mentions):
            continue
        before = doers
        doers = _standing_there(clause, mentions, match) or _doers(
            clause[: match.start()], mentions, doers, everyone, plural=_is_bare(match.group())
        )
        target = _aimed_at(clause, mentions, match, doers) or _meant(clause[match.end() :], before, doers)
        act = _act(ACTS[match.group().casefold()], clause[match.end() :])
        for doer in doers:
            deeds.append(Deed(doer, act, target, _gaze(clause) if act is Act.LOOK else "", bool(_BACK.search(clause))))
        if match.group().casefold() in {"chase", "chases", "chasing", "chased", "追", "追赶"} and target:
            deeds.append(Deed(target, Act.RUN, ""))
    for match in MOOD_WORDS.finditer(clause):
        for doer in _doers(clause[: match.start()], mentions, doers, everyone):
            moods[doer] = MOODS[match.group().casefold()]
    return doers


def _aimed_at(clause: str, mentions: list[_Mention], verb: re.Match[str], doers: tuple[str, ...]) -> str:
    """Who stands behind the verb, or before it after a word of direction (向老翁挥手)."""
    behind = [m.name for m in mentions if m.start >= verb.end() and not _AWAY.search(clause[: m.start])]
    toward = [m.name for m in mentions if m.end <= verb.start() and _COVERB.search(clause[: m.start])]
    return next((name for name in (*behind, *toward) if name not in doers), "")


def _meant(after: str, before: tuple[str, ...], doers: tuple[str, ...]) -> str:
    """Whom a pronoun behind the verb means ("flies down to her"): who did something last."""
    return next((name for name in before if name not in doers), "") if _OBJECT.search(after) else ""


def _is_about_something_else(before: str, mentions: list[_Mention]) -> bool:
    """Rain falls, the moon rises: no member of the company stands before the verb, something else does."""
    if any(mention.end <= len(before) for mention in mentions) or PLURAL_PRONOUNS & set(before.casefold().split()):
        return False
    return bool(_SOMETHING_ELSE.search(before))


def _standing_there(clause: str, mentions: list[_Mention], verb: re.Match[str]) -> tuple[str, ...]:
    """The doer behind the verb: "on a branch sits an owl", 身边趴着一条狗."""
    before, after = clause[: verb.start()], clause[verb.end() :]
    if any(m.end <= verb.start() for m in mentions) or not (
        _PLACE_FIRST.match(before) or after.startswith(("着", "了"))
    ):
        return ()
    follows = _THERE.match(after)
    behind = [m for m in mentions if follows and 0 <= m.start - verb.end() - follows.end() <= 14]
    return (behind[0].name,) if behind and not _OBJECT_PRONOUN.search(before) else ()


def _is_bare(verb: str) -> bool:
    return verb.casefold() in BASE_FORMS


def _doers(
    before: str, mentions: list[_Mention], last: tuple[str, ...], everyone: tuple[str, ...], *, plural: bool = False
) -> tuple[str, ...]:
    """Who does it: the first names before the verb ("Mary and Tom"), else a plural pronoun, else whoever did last."""
    earlier = [m for m in mentions if m.end <= len(before) and not _TOWARD.search(before[: m.start])]
    words = set(re.findall(r"[a-z]+", before.casefold()))
    somebody = [m for m in earlier if m.name in everyone]
    earlier = somebody or ([] if words & (PRONOUNS | PLURAL_PRONOUNS) else earlier)
    if earlier:
        first, *others = earlier
        joined = earlier if plural else [first]
        for mention in () if plural else others:
            if mention.start == joined[-1].start:
                joined.append(mention)
                continue
            between = before[joined[-1].end : mention.start].strip().casefold()
            if between in {"and", ",", "with", "和", "与", "、", "跟", "同", "and the", "and her", "and his", "and a"}:
                joined.append(mention)
        return tuple(dict.fromkeys(mention.name for mention in joined))
    if words & PLURAL_PRONOUNS or any(word in before for word in PLURAL_PRONOUNS if not word.isascii()):
        return everyone
    if words & PRONOUNS or last:
        return last
    return everyone[:1]


def _act(act: Act, after: str) -> Act:
    if act in _MOVING and _WENT_OFF.match(after):
        return Act.EXIT
    if act in (Act.WALK, Act.RUN) and _WENT_IN.match(after):
        return Act.ENTER
    if act in (Act.SIT, Act.LIE) and _GETS_UP.match(after):
        return Act.STAND
    return act


def _gaze(clause: str) -> str:
    return "up" if _UP.search(clause) else "down" if _DOWN.search(clause) else ""
