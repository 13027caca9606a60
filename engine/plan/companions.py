"""Who goes along: the dog between them, the guard chasing her, whoever is led, followed, or only watched.

Their deeds stand inside somebody else's clause, where the nearest name before the verb is not always its doer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.plan.acts import Act
from engine.plan.deeds import Deed
from engine.plan.names import Mention
from engine.plan.verbs import ACTS, is_bare
from engine.plan.ways import MOVING, act_with

WITH_HIM = re.compile(r"(?:\b(?:with|by)|,)\s+(?:(?:the|an?|his|her|their|its)\s+)?(?:[a-z]+\s+)?$", re.I)
BESIDE = re.compile(r"\s+(?:between|beside|behind|alongside|at (?:his|her|their|its) (?:side|heels?))\b", re.I)
TAKES_ALONG = re.compile(r"(?:leads?|leading|led)$", re.I)
_WATCHES = re.compile(
    r"\b(?:watch|see|hear|notice|feel|let|make|help)(?:s|es|ing)?\b|\b(?:watched|saw|heard|felt|made)\b", re.I
)
_SEES = re.compile(
    r"\b(?:(?:watch|see|hear|notice|spot)(?:s|es)?|saw|(?:look|stare|gaze|point)s? (?:at|after))\b", re.I
)
_FOLLOWS = re.compile(r"follow|chas|pursu|跟|追")
_AFTER = re.compile(r"^\s+(?:\w+ly\s+)?after\b", re.I)
_LINKS = re.compile(r"\b(?:and|to|then|but|as|while|who)\b|,", re.I)
_BY = re.compile(r"^\s+by\b", re.I)
_ADVERB = re.compile(r"\s+(?:\w+ly\s+)?$")
_HUNTS = re.compile(r"chas|pursu|hunt", re.I)
_AND_ANOTHER = re.compile(r"\s+and\s+(?:(?:the|an?|his|her|their)\s+)?(?:[a-z]+\s+)?", re.I)
_AHEAD = re.compile(r"\s+(?:\w+\s+)?(?:ahead|in front|on)\b", re.I)


def along(clause: str, mentions: list[Mention], deeds: Sequence[Deed]) -> list[Deed]:
    """ "They walk away, the dog between them": whoever is said to be beside those who go, goes too."""
    going = [deed for deed in deeds if deed.act in MOVING | {Act.EXIT, Act.ENTER}]
    beside = [m for m in mentions if BESIDE.match(clause[m.end :]) and WITH_HIM.search(clause[: m.start])]
    return [Deed(m.name, going[0].act, going[0].doer, word=going[0].word, trails=True) for m in beside if going]


def embedded(
    clause: str, mentions: list[Mention], verb: re.Match[str], doers: tuple[str, ...], everyone: tuple[str, ...]
) -> list[Deed] | None:
    """The deeds of somebody inside another's clause; None where the verb is the clause's own.

    "with the guard chasing her", "followed by a police car", "watch the train disappear" (nobody, if no train is cast).
    """
    before, after, word = clause[: verb.start()], clause[verb.end() :], verb.group().casefold()
    act = act_with(ACTS[word], after)
    if word.endswith("ed") and _BY.match(after):
        behind = [m.name for m in mentions if m.start >= verb.end()][:1]
        return _after_whom(behind, act, word, doers)
    if word.endswith("ing"):
        close = [m for m in mentions if m.end <= len(before) and _ADVERB.fullmatch(before[m.end :])]
        while close and (joined := [m for m in mentions if _AND_ANOTHER.fullmatch(before[m.end : close[0].start])]):
            close = [joined[0], *close]  # "the van crawls, Weiss and the old man walking ahead"
        if close and _AHEAD.match(after) and WITH_HIM.search(before[: close[0].start]):
            return [Deed(m.name, act, word=word) for m in close]
        return (
            _after_whom([m.name for m in close], act, word, doers)
            if close and WITH_HIM.search(before[: close[0].start])
            else None
        )
    seen = watched(clause, mentions, verb, doers, everyone)
    return None if seen is None else [Deed(name, act, word=word) for name in seen]


def watched(
    clause: str, mentions: list[Mention], verb: re.Match[str], doers: tuple[str, ...], everyone: tuple[str, ...]
) -> tuple[str, ...] | None:
    """Whom somebody watches do what the verb tells: Tom in "Ann watches Tom dance", "sees Tom dancing". None where nobody watches."""
    before = clause[: verb.start()]
    doing = verb.group().casefold().endswith("ing") and any(before[m.end :].isspace() for m in mentions)
    watching = list((_SEES if doing else _WATCHES).finditer(before)) if doing or is_bare(verb.group()) else []
    seen = before[watching[-1].end() :] if watching else ""
    if not seen.strip() or _LINKS.search(seen):
        return None
    named = [m.name for m in mentions if watching[-1].end() <= m.start and m.end <= len(before)]
    others = (
        [name for name in everyone if name not in doers] if set(seen.split()) & {"him", "her", "it", "them"} else []
    )
    return tuple(named or others[:1])


def _after_whom(names: Sequence[str], act: Act, word: str, doers: tuple[str, ...]) -> list[Deed]:
    whom = next((doer for doer in doers if doer not in names), "")
    chased = drawn_along(word, whom) if names else ()
    return [*(Deed(name, act, whom, word=word, trails=True) for name in names), *chased]


def drawn_along(verb: str, target: str, leader: str = "") -> tuple[Deed, ...]:
    """Who is chased runs, who is led walks behind the leader."""
    if target and (_HUNTS.match(verb) or verb in {"追", "追赶"}):
        return (Deed(target, Act.RUN),)
    return (Deed(target, Act.WALK, leader, trails=True),) if target and TAKES_ALONG.match(verb) else ()


def trails_after(word: str, after: str) -> bool:
    """ "Follows her", "waddles after her", 跟着她: a way as long as hers."""
    return bool(_FOLLOWS.match(word) or _AFTER.match(after))
