"""Reads an action line for the stage: who does what, in which order, to whom, in which mood.

It is no grammar, only the three habits of screenplay prose: the doer stands before the verb, whoever stands behind it
is looked at or approached, and a clause without a name goes on with the last one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from engine.plan.acts import Act, Mood
from engine.plan.no_deeds import SLIPS, is_no_deed
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
_WENT_IN = re.compile(
    r"^\s+(?:into\b|inside\b|in(?=\s*(?:$|[.,;!?]|(?:from|through|with|and|carrying|holding|leading)\b)))", re.I
)
_WENT_OFF = re.compile(r"^\s+(?:\w+\s+)?(?:away|off|out)\b", re.I)
_UP = re.compile(r"\blooks?\w*\s+(?:\w+\s+)?up\b|\bup at\b|抬起?头|仰望|举头|仰头", re.I)
_DOWN = re.compile(r"\blooks?\w*\s+(?:\w+\s+)?down\b|\bdown at\b|低下?头|俯瞰|俯视", re.I)
_BACK = re.compile(r"\b(?:back|home|returns?|returning)\b|回(?![头答忆望看])|归", re.I)
_SOMETHING_ELSE = re.compile(
    r"^\s*(?:(?:then|now|suddenly|outside|and)\s+)*(?:the|a|an|some|his|her|its|their|one|two|three)\s+\w+"
    r"|^\s*(?:rain|snow|wind|fog|mist|thunder|lightning|leaves|waves|clouds|stars|night|darkness|light|music|silence)\b"
    r"|[雪雨风月云雷灯门钟雾浪叶花雁]|火光|火苗|火焰|烛光|尘土|影子|红旗|旗子|太阳|星星|夜色|天色",
    re.I,
)
"""A clause that is about something outside the company: its verb moves nobody."""
_TOWARD = re.compile(r"[向对朝给跟替为]\s*$|\b(?:to|at|toward|towards|from|past|behind|with)\s+(?:the\s+)?$", re.I)
_COVERB = re.compile(r"[向对朝给跟]\s*$")
_AWAY = re.compile(r"\bfrom\s+(?:the\s+|his\s+|her\s+)?$", re.I)
_OBJECT = re.compile(
    r"^(?:\s+\w+){0,4}?\s+(?:to|at|toward|towards|after|beside|past|over)\s+(?:her|him|it|them)\b|^[向朝到]?[她他它]",
    re.I,
)
_PROPPED_ZH = re.compile(r"[靠倚坐]着?[在着]?[^，。躺倒]*$")
"""靠着车门睡着了: nobody lies down."""
_HITHER_ZH = re.compile(r"(?:回|过|上)[来去前]")
"""跑回来, 走上前: to whoever is there."""
_BRAVES_ZH = re.compile(r"[冒顶迎踏披淋逆]着?[大狂风]?[风雨雪浪]")
"""冒雪走来: it is not the snow that walks."""
_LEADING = re.compile(r"[牵领带赶扶搀拉](?:着|了)[^，。着了]{0,6}$")
"""Whoever is led goes along: 林远牵着骆驼走."""
_PRONOUN_FIRST = re.compile(
    r"^\s*(?:(?:as|when|while|then|and|until|before|after)\s+)?(?:he|she|it|they)\b|^\s*(?:他|她|它)", re.I
)
_MOVING = frozenset({Act.WALK, Act.RUN, Act.FLY})
_STOP_WORDS = frozenset({"the", "and", "old", "young", "little", "big", "small", "man", "woman", "mrs"})
_ASIDE = re.compile(r"[（(][^（）()]*[）)]")
"""What stands in brackets describes; nobody does it."""
_PLACE_FIRST = re.compile(
    r"^\s*(?:and\s+)?(?:in|on|at|under|beside|behind|by|near|next to|above|below|there|outside|inside)\b", re.I
)
_KNEELS = re.compile(r"kn(?:eel|elt)|crouch|squat|[蹲跪]", re.I)
_GROUND = re.compile(
    r"\b(?:on|upon|in) (?:the |his |her |their )?(?:\w+ )?(?:floor|ground|grass|sand|rug|carpet|snow|earth|dirt|mat|knees|pavement"
    r"|kerb|curb|leaves|hay|straw|deck)\b|cross-legged|^[^，,]{0,3}(?:地上|地板|草地|沙滩|雪地|地毯|席子|盘腿)",
    re.I,
)
_WATCHES = re.compile(
    r"\b(?:watch|see|hear|notice|feel|let|make|help)(?:s|es|ing)?\b|\b(?:watched|saw|heard|felt|made)\b", re.I
)
_FOLLOWS = re.compile(r"follow|chas|pursu|跟|追")
_AFTER = re.compile(r"^\s+(?:\w+ly\s+)?after\b", re.I)
_OWNS = re.compile(r"['’]s?\s")
_LINKS = re.compile(r"\b(?:and|to|then|but|as|while|who)\b|,", re.I)
_BY = re.compile(r"^\s+by\b", re.I)
_TAKES_HIM = re.compile(r"chas|pursu|hunt|follow|lead|led|greet|face|approach|hug|embrac|kiss", re.I)
_WITH_HIM = re.compile(r"(?:\b(?:with|by)|,)\s+(?:(?:the|an?|his|her|their|its)\s+)?(?:[a-z]+\s+)?$", re.I)
_BESIDE = re.compile(r"\s+(?:between|beside|behind|alongside|at (?:his|her|their|its) (?:side|heels?))\b", re.I)
_DOING = re.compile(r"\s+(?:\w+ly\s+)?(?:\w+ing|on|in|at|under|aboard)\b")
EMBRACES = re.compile(r"hug|embrac|拥抱|相拥|抱住|搂住|扑进|扑到")
_EMBRACES_ZH = frozenset({"拥抱", "相拥"})
_ADVERB = re.compile(r"\s+(?:\w+ly\s+)?$")
_HUNTS = re.compile(r"chas|pursu|hunt", re.I)
_HIM = re.compile(r"^\s+(?:her|him|it|them)\b", re.I)
_TAKES_ALONG = re.compile(r"(?:leads?|leading|led)$", re.I)
_AT_TABLE = re.compile(
    r"\b(?:at|around|round)\s+(?:the|a|an|their|her|his|its)\s+(?:\w+\s+){0,2}?(?:table|desk|bar|counter|piano|campfire|fire)\b",
    re.I,
)
_AT_DESK = re.compile(
    r"\b(?:at|behind)\s+(?:a|an|the|his|her|their)\s+(?:\w+\s+)?(?:desk|piano|typewriter|computer)\b"
    r"|^\s*on\s+(?:a|an|the|his|her|their)\s+(?:\w+\s+)?(?:bench|sofa|couch|stool|pew|armchair|settee|swing)\b",
    re.I,
)
_DINES = re.compile(
    r"\b(?:eats?|eating|dines?|dining|feasts?|drinks?|drinking|plays?|playing|writes?|writing|works?|working)\b", re.I
)
_THERE = re.compile(r"\s+(?:an?|the|two|three|his|her|their|some)\s|[着了](?=[一两三几])", re.I)
_MEANWHILE = re.compile(r"\s+(?:as|while|when|where|until)\s+(?:an?|the)\s+(?:[\w-]+\s+){1,2}$", re.I)
""" "Lucille, as a shadow falls": she does not."""
_AND_ANOTHER = re.compile(r"\s+and\s+(?:(?:the|an?|his|her|their)\s+)?(?:[a-z]+\s+)?", re.I)
_AHEAD = re.compile(r"\s+(?:\w+\s+)?(?:ahead|in front|on)\b", re.I)
_JUST_OUT = re.compile(r"\s+out\s*(?:[,.;]|$)", re.I)
""" "The door opens. An old man climbs out": now we see him."""
_WHO = re.compile(r",?\s+who\s+(?:\w+ly\s+|now\s+|still\s+)?", re.I)
_EACH_OTHER = re.compile(r"\s+(?:each other|one another)\b", re.I)
_MEANTIME = re.compile(r"\b(?:while|as|when)\s", re.I)
_SLIPS_BY = re.compile(r"\s+(?:quietly\s+|silently\s+)?(?:into|in|out|away|past|inside|behind|through|off)\b")
"""Who slips a letter under the door, or past the guards, does not fall."""
_OUT_OF_A_CAR = re.compile(
    r"\s+out\s+of\s+(?:the|an?|his|her|their)\s+(?:[\w-]+\s+)?(?:car|van|truck|taxi|cab|bus|train|jeep|helicopter|plane|boat|water|pool|limousine|limo|ambulance|carriage)\b",
    re.I,
)
_COMES_OUT = re.compile(
    r"\s+(?:slowly\s+)?(?:out\s+of|from)\s+(?:the\s+)?(?:\w+\s+)?(?:smoke|fog|mist|haze|dust|dark|darkness|shadows?|gloom|rain|snow"
    r"|storm|woods|trees|forest|bushes|crowd|water|sea|waves|wreck|wreckage|ruins|rubble|flames|fire|tunnel|cave|reeds)\b",
    re.I,
)
"""Who staggers out of the smoke comes to us."""
_STAYS_THERE = re.compile(
    r"(?:sit|stand|lie|kneel|crouch|perch|sleep|wait|walk|come|run)s$|(?:sat|stood|lay|knelt|slept|came|ran)$", re.I
)
"""Verbs that come before their doer: "beside him sits Toby"."""
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
    word: str = field(default="", compare=False)  # the verb as written, lower case
    trails: bool = field(default=False, compare=False)  # goes after the target, who goes on
    ground: bool = field(default=False, compare=False)  # kneels, crouches, or sits on the floor


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
class Mention:
    """Where a text names somebody: from `start` to before `end`."""

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

    def mentions(self, text: str) -> list[Mention]:
        """Every mention, in order of place; "the guards" mention each guard, "the guard" the first of them."""
        return [
            Mention(name, match.start(), match.end())
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
    return _read(text, _frozen(company), _frozen(things))


_OUT_OF_ZH = re.compile(r"[走跑冲奔]出了?(?P<what>[^，。！？；来去]{2,8})")


def from_outside(reading: Reading, action: str, place: str) -> Reading:
    """The reading as the street sees it: 走出理发店 brings somebody there whom it takes away from everybody inside."""
    found = _OUT_OF_ZH.search(action)
    if found is None or found["what"][:2] in place or found["what"][-2:] in place:
        return reading
    deeds = (
        replace(deed, act=Act.ENTER) if deed.act is Act.EXIT and found.group().startswith(deed.word) else deed
        for deed in reading.deeds
    )
    return replace(reading, deeds=tuple(deeds))


_Known = tuple[tuple[str, tuple[str, ...]], ...]


def _frozen(known: Sequence[tuple[str, Sequence[str]]]) -> _Known:
    return tuple((name, tuple(aliases)) for name, aliases in known)


@lru_cache(maxsize=4096)
def _read(text: str, company: _Known, things: _Known) -> Reading:
    names = names_of((*company, *things))
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
            doers = _together(clause, names, tuple(name for name, _ in company)) or doers
            doers = _read_clause(clause, names, doers, tuple(name for name, _ in company), deeds, moods)
            doers = tuple(doer for doer in doers if doer in alive) or doers
            doers = _takes_over(clause, names) or doers
            deeds += _at_table(clause, text, names, doers, tuple(name for name, _ in company))
    return Reading(tuple(deeds), moods, mentioned)


def _takes_over(clause: str, names: Names) -> tuple[str, ...]:
    """火车鸣笛，缓缓驶离: who or what opens a clause that has no deed we know goes on in the next."""
    first = next(iter(names.mentions(clause)), None)
    before = clause[: first.start].strip() if first is not None else ""
    opens = first is not None and len(before) < 3 and not _TOWARD.search(before) and not first.name.isascii()
    return (first.name,) if first is not None and opens and not ACT_WORDS.search(clause) else ()


def _together(clause: str, names: Names, everyone: tuple[str, ...]) -> tuple[str, ...]:
    """Everybody, where a clause begins with 二人 or 他们 and names nobody: what the next clause tells, they all do."""
    plural = any(clause.lstrip().startswith(word) for word in PLURAL_PRONOUNS if not word.isascii())
    return everyone if plural and not any(m.name in everyone for m in names.mentions(clause)) else ()


@lru_cache(maxsize=256)
def names_of(known: _Known) -> Names:
    """The `Names` of (name, aliases), made once."""
    return Names(known)


def _read_clause(
    clause: str,
    names: Names,
    doers: tuple[str, ...],
    everyone: tuple[str, ...],
    deeds: list[Deed],
    moods: dict[str, Mood],
) -> tuple[str, ...]:
    mentions, known = names.mentions(clause), len(deeds)
    for match in ACT_WORDS.finditer(clause):
        inside_a_name = any(m.start <= match.start() < m.end for m in mentions)
        if inside_a_name or _NOUN_BEFORE.search(clause[: match.start()]) or is_no_deed(match, clause):
            continue
        if _is_about_something_else(clause[: match.start()], mentions):
            continue
        before = doers
        inside = _embedded(clause, mentions, match, doers, everyone)
        if inside is not None:
            deeds += inside
            continue
        doers = _standing_there(clause, mentions, match) or _doers(
            clause[: match.start()], mentions, doers, everyone, plural=_is_bare(match.group())
        )
        target = _aimed_at(clause, mentions, match, doers) or _meant(
            match.group(), clause[match.end() :], before if len(everyone) > 2 else (*before, *everyone), doers
        )
        if not target and len(doers) == 1 and len(everyone) == 2 and _HITHER_ZH.match(clause, match.end()):
            target = next(name for name in everyone if name not in doers)
        word = match.group().casefold()
        if word in _EMBRACES_ZH and not target and len(doers) == 2:
            target, doers = doers[1], doers[:1]
        if EMBRACES.match(word) and not target:  # herself, her knees, a pillow
            continue
        if word.startswith(("climb", "slip")) and _JUST_OUT.match(clause[match.end() :]):
            deeds += [Deed(doer, Act.ENTER, word=word) for doer in doers]
            continue
        slips = SLIPS.match(word) and _SLIPS_BY.match(clause[match.end() :])
        around = word.startswith("circl") and _EACH_OTHER.match(clause[match.end() :])  # nobody flies
        act = _act(Act.WALK if slips or around else ACTS[word], clause[match.end() :])
        act = Act.SIT if act is Act.LIE and _PROPPED_ZH.search(clause[: match.start()]) else act
        ground = act is Act.SIT and bool(_KNEELS.match(word) or _GROUND.search(clause[match.end() :]))
        gaze, back = _gaze(clause) if act is Act.LOOK else "", bool(_BACK.search(clause))
        goal = "" if _TAKES_ALONG.match(word) else target
        trails = _trails(word, clause[match.end() :])
        deeds += [Deed(doer, act, goal, gaze, back, word, trails, ground) for doer in doers]
        deeds += _drawn_along(match.group(), target, doers[0] if doers else "")
    deeds += _along(clause, mentions, deeds[known:])
    for match in MOOD_WORDS.finditer(clause):
        for doer in _doers(clause[: match.start()], mentions, doers, everyone):
            moods[doer] = MOODS[match.group().casefold()]
    return doers


def _along(clause: str, mentions: list[Mention], deeds: Sequence[Deed]) -> list[Deed]:
    """ "They walk away, the dog between them": whoever is said to be beside those who go, goes too."""
    going = [deed for deed in deeds if deed.act in _MOVING | {Act.EXIT, Act.ENTER}]
    beside = [m for m in mentions if _BESIDE.match(clause[m.end :]) and _WITH_HIM.search(clause[: m.start])]
    return [Deed(m.name, going[0].act, going[0].doer, word=going[0].word, trails=True) for m in beside if going]


def _at_table(clause: str, text: str, names: Names, doers: tuple[str, ...], everyone: tuple[str, ...]) -> list[Deed]:
    """Who eats, drinks, plays or writes at a table sits there, and so does who is only said to be at a desk."""
    dines = _DINES.search(clause) if _AT_TABLE.search(text) else None
    dines = dines or (None if ACT_WORDS.search(clause) else _AT_DESK.search(clause))
    if dines is None:
        return []
    plural = not dines.group().endswith("s")
    diners = _doers(clause[: dines.start()], names.mentions(clause), doers, everyone, plural=plural)
    return [Deed(diner, Act.SIT, word=dines.group().casefold()) for diner in diners if diner in everyone]


def _drawn_along(verb: str, target: str, leader: str = "") -> tuple[Deed, ...]:
    """Who is chased runs, who is led walks behind the leader."""
    if target and (_HUNTS.match(verb) or verb in {"追", "追赶"}):
        return (Deed(target, Act.RUN),)
    return (Deed(target, Act.WALK, leader, trails=True),) if target and _TAKES_ALONG.match(verb) else ()


def _embedded(
    clause: str, mentions: list[Mention], verb: re.Match[str], doers: tuple[str, ...], everyone: tuple[str, ...]
) -> list[Deed] | None:
    """The deeds of somebody inside another's clause; None where the verb is the clause's own.

    "with the guard chasing her", "followed by a police car", "watch the train disappear" (nobody, if no train is cast).
    """
    before, after, word = clause[: verb.start()], clause[verb.end() :], verb.group().casefold()
    act = _act(ACTS[word], after)
    if word.endswith("ed") and _BY.match(after):
        behind = [m.name for m in mentions if m.start >= verb.end()][:1]
        return _after_whom(behind, act, word, doers)
    if word.endswith("ing"):
        close = [m for m in mentions if m.end <= len(before) and _ADVERB.fullmatch(before[m.end :])]
        while close and (joined := [m for m in mentions if _AND_ANOTHER.fullmatch(before[m.end : close[0].start])]):
            close = [joined[0], *close]  # "the van crawls, Weiss and the old man walking ahead"
        if close and _AHEAD.match(after) and _WITH_HIM.search(before[: close[0].start]):
            return [Deed(m.name, act, word=word) for m in close]
        return (
            _after_whom([m.name for m in close], act, word, doers)
            if close and _WITH_HIM.search(before[: close[0].start])
            else None
        )
    watching = list(_WATCHES.finditer(before))
    seen = before[watching[-1].end() :] if watching and _is_bare(word) else ""
    if not seen.strip() or _LINKS.search(seen):
        return None
    named = [m.name for m in mentions if watching[-1].end() <= m.start and m.end <= len(before)]
    others = (
        [name for name in everyone if name not in doers] if set(seen.split()) & {"him", "her", "it", "them"} else []
    )
    return [Deed(name, act, word=word) for name in named or others[:1]]


def _after_whom(names: Sequence[str], act: Act, word: str, doers: tuple[str, ...]) -> list[Deed]:
    whom = next((doer for doer in doers if doer not in names), "")
    chased = _drawn_along(word, whom) if names else ()
    return [*(Deed(name, act, whom, word=word, trails=True) for name in names), *chased]


def _trails(word: str, after: str) -> bool:
    """ "Follows her", "waddles after her", 跟着她: a way as long as hers."""
    return bool(_FOLLOWS.match(word) or _AFTER.match(after))


def _aimed_at(clause: str, mentions: list[Mention], verb: re.Match[str], doers: tuple[str, ...]) -> str:
    """Who stands behind the verb, or before it after a word of direction (向老翁挥手)."""
    behind = [
        m.name
        for m in mentions
        if m.start >= verb.end() and not _AWAY.search(clause[: m.start]) and not _is_beside_the_point(m, clause)
    ]
    toward = [m.name for m in mentions if m.end <= verb.start() and _COVERB.search(clause[: m.start])]
    return next((name for name in (*behind, *toward) if name not in doers), "")


def _is_beside_the_point(mention: Mention, clause: str) -> bool:
    """ "Nina runs with the guard chasing her", "they walk, the dog between them": the guard and the dog are no goals."""
    accompanied = _WITH_HIM.search(clause[: mention.start])
    if accompanied is None:
        return False
    after = clause[mention.end :]
    return accompanied.group().startswith("by") or bool(_DOING.match(after) or _BESIDE.match(after))


def _meant(verb: str, after: str, before: tuple[str, ...], doers: tuple[str, ...]) -> str:
    """Whom a pronoun behind the verb means ("flies down to her", "chases them"): who did something last."""
    meant = _OBJECT.search(after) or (_TAKES_HIM.match(verb) and _HIM.match(after))
    return next((name for name in before if name not in doers), "") if meant else ""


def _is_about_something_else(before: str, mentions: list[Mention]) -> bool:
    """Rain falls, the moon rises: no member of the company stands before the verb, something else does."""
    last = max((mention.end for mention in mentions if mention.end <= len(before)), default=0)
    if last and _MEANWHILE.match(before[last:]):
        return True
    if any(mention.end <= len(before) for mention in mentions) or PLURAL_PRONOUNS & set(before.casefold().split()):
        return False
    return bool(_SOMETHING_ELSE.search(_BRAVES_ZH.sub("", before)))


def _standing_there(clause: str, mentions: list[Mention], verb: re.Match[str]) -> tuple[str, ...]:
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


def _is_bare(verb: str) -> bool:
    return verb.casefold() in BASE_FORMS


def _doers(
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
            if between in {
                "and",
                ",",
                "with",
                "和",
                "与",
                "、",
                "跟",
                "同",
                "and the",
                "and her",
                "and his",
                "and a",
            } or _LEADING.search(between):
                joined.append(mention)
        return tuple(dict.fromkeys(mention.name for mention in joined))
    if words & PLURAL_PRONOUNS or together:
        return everyone
    if words & PRONOUNS or last:
        return last
    return everyone[:1]


def _act(act: Act, after: str) -> Act:
    if act in _MOVING and (_COMES_OUT.match(after) or _OUT_OF_A_CAR.match(after)):
        return Act.ENTER
    if act in _MOVING and _WENT_OFF.match(after):
        return Act.EXIT
    if act in (Act.WALK, Act.RUN) and _WENT_IN.match(after):
        return Act.ENTER
    return act


def _gaze(clause: str) -> str:
    return "up" if _UP.search(clause) else "down" if _DOWN.search(clause) else ""
