"""At whom a deed aims: whoever stands behind the verb, before it after 向 or 对, or is meant by a pronoun there.

Not everybody behind a verb is its goal: some only come along.
"""

from __future__ import annotations

import re

from engine.plan.companions import BESIDE, WITH_HIM
from engine.plan.names import Mention

_COVERB = re.compile(r"[向对朝给跟]\s*$")
_AWAY = re.compile(r"\bfrom\s+(?:the\s+|his\s+|her\s+)?$", re.I)
_OBJECT = re.compile(
    r"^(?:\s+\w+){0,4}?\s+(?:to|at|toward|towards|after|beside|past|over)\s+(?:her|him|it|them)\b|^[向朝到]?[她他它]",
    re.I,
)
_DOING = re.compile(r"\s+(?:\w+ly\s+)?(?:\w+ing|on|in|at|under|aboard)\b")
_TAKES_HIM = re.compile(r"chas|pursu|hunt|follow|lead|led|greet|face|approach|hug|embrac|kiss", re.I)
_HIM = re.compile(r"^\s+(?:her|him|it|them)\b", re.I)


def aimed_at(clause: str, mentions: list[Mention], verb: re.Match[str], doers: tuple[str, ...]) -> str:
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
    accompanied = WITH_HIM.search(clause[: mention.start])
    if accompanied is None:
        return False
    after = clause[mention.end :]
    return accompanied.group().startswith("by") or bool(_DOING.match(after) or BESIDE.match(after))


def meant_by_pronoun(verb: str, after: str, before: tuple[str, ...], doers: tuple[str, ...]) -> str:
    """Whom a pronoun behind the verb means ("flies down to her", "chases them"): who did something last."""
    meant = _OBJECT.search(after) or (_TAKES_HIM.match(verb) and _HIM.match(after))
    return next((name for name in before if name not in doers), "") if meant else ""
