"""Which way a verb goes, by the words behind it: who walks in enters, who walks off leaves, who looks up looks up.

English tells the way after the verb, so the verb alone would have everybody walk on the spot.
"""

from __future__ import annotations

import re
from dataclasses import replace

from engine.plan.acts import Act
from engine.plan.business import Business
from engine.plan.deeds import Reading

MOVING = frozenset({Act.WALK, Act.RUN, Act.FLY})
_WENT_IN = re.compile(
    r"^\s+(?:into\b|inside\b|in(?=\s*(?:$|[.,;!?]|(?:from|through|with|and|carrying|holding|leading)\b)))", re.I
)
_WENT_OFF = re.compile(r"^\s+(?:\w+\s+)?(?:away|off|out)\b", re.I)
_OUT_OF_A_CAR = re.compile(
    r"\s+(?:(?:out\s+of|down\s+from)\s+(?:the|an?|his|her|their)\s+(?:[\w-]+\s+)?(?:car|van|truck|taxi|cab|bus|train|jeep|helicopter|plane|boat"
    r"|water|pool|limousine|limo|ambulance|carriage)|off\s+(?:the|an?|his|her|their)\s+(?:[\w-]+\s+)?(?:train|bus|coach|tram|plane|ship|boat|ferry))\b",
    re.I,
)
_COMES_OUT = re.compile(
    r"\s+(?:slowly\s+)?(?:out\s+of|from)\s+(?:the\s+)?(?:\w+\s+)?(?:smoke|fog|mist|haze|dust|dark|darkness|shadows?|gloom|rain|snow"
    r"|storm|woods|trees|forest|bushes|crowd|water|sea|waves|wreck|wreckage|ruins|rubble|flames|fire|tunnel|cave|reeds)\b",
    re.I,
)
"""Who staggers out of the smoke comes to us."""
_UP = re.compile(r"\blooks?\w*\s+(?:\w+\s+)?up\b|\bup at\b|抬起?头|仰望|举头|仰头", re.I)
_DOWN = re.compile(r"\blooks?\w*\s+(?:\w+\s+)?down\b|\bdown at\b|低下?头|俯瞰|俯视", re.I)
_OUT_OF_ZH = re.compile(r"[走跑冲奔]出了?(?P<what>[^，。！？；来去]{2,8})")


def act_with(act: Act, after: str) -> Act:
    """What the verb's act becomes with the words right behind it."""
    if act in MOVING and (_COMES_OUT.match(after) or _OUT_OF_A_CAR.match(after)):
        return Act.ENTER
    if act in MOVING and _WENT_OFF.match(after):
        return Act.EXIT
    if act in (Act.WALK, Act.RUN) and _WENT_IN.match(after):
        return Act.ENTER
    return act


_SOMEWHERE = re.compile(
    r"^\s+(?:(?:him|her|it|them|the|a|an|his|its|their)\s+)?(?:[\w-]+\s+){0,3}?(?:over(?! (?:his|her|their|one|the) (?:\w+ )?shoulders?)|into|onto|across|off|through|toward|towards|down|out|from|away|along|past|to|after"
    r"|around the|round the|up the|home|forward)\b|^[^，。]{0,4}[到进过上下向出入回来去走跑]",
    re.I,
)
_ON_THE_SPOT = re.compile(
    r"^\s+(?:up and down|to (?:the|a|his|her) (?:music|song|beat|rhythm|tune)|from foot to foot|for joy)\b", re.I
)


def goes(business: Business, act: Act, word: str, after: str) -> Act:
    """The act of business that may be done on the spot or on the way: it goes where a direction follows."""
    if not business.stays:
        return act
    going = _SOMEWHERE.match(after) and not _ON_THE_SPOT.match(after) and not word.endswith("着")
    going = going or word.endswith(tuple("过上到向进"))
    return (Act.WALK if act is Act.BUSINESS else act) if going else Act.BUSINESS


def gaze_of(clause: str) -> str:
    """Where whoever looks, looks: "up", "down" or ""."""
    return "up" if _UP.search(clause) else "down" if _DOWN.search(clause) else ""


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
