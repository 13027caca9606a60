"""Verbs that look like deeds and are none, and deeds that are done at the same time: walks while reading, 边走边唱.

One after the other is the rule; an -ing form beside a finite verb, "while", 着 and 边 are its exceptions.
"""

from __future__ import annotations

import re
from dataclasses import replace

from engine.plan.acts import Act
from engine.plan.business import named
from engine.plan.deeds import Deed
from engine.plan.names import Mention
from engine.plan.verbs import WAITS, is_bare

_LEADS_TO_A_VERB = re.compile(
    r"(?:^|[,;:—–\-\"“”(]|\b(?:he|she|they|it|who|we|i|you|and|then|to|both|all|also|still|now|again|just|soon|suddenly|never|always|often|each"
    r"|slowly|together|begin|begins|began|start|starts|started|starting|can|could|will|must|would|should|may|everyone|everybody|two|three|four|one|or|but|that|as|while"
    r"|while|when|not|quickly|finally|once|twice|there|up|down|out|himself|herself|themselves|back|forward|over|in|away|on|him|her|them|nearby|alone|people|another|\w+ly))\s*$",
    re.I,
)
_LEADS_TO_BARE = re.compile(
    r"\b(?:to|they|we|you|i|and|or|but|both|all|can|could|will|would|must|should|may|might|let|lets|help|helps|make|makes|then|everyone|who|people"
    r"|him|her|them|it|not|two|three|four|he|she|\w+ly)\s*$",
    re.I,
)
""" "Phone to her ear" is no call: one who does something in the present does it with an -s."""
_TOLD_OF = re.compile(
    r"\s*,?\s*(?:in|with|on|at|from|of|wearing|carrying|holding|by|behind|beside|under|near|inside|outside)\s[^,;]{1,48}?,?\s*",
    re.I,
)
""" "The fisherman in the straw hat lights a lantern": what stands between only tells of him."""
_OF_A_THING = re.compile(
    r"\b(?:of|for|with|from|by|no|some|more|any|two|three|four|many|much|\w+['’]s|into|the|a|an|his|her|its|their|this|that)\s+$",
    re.I,
)
_DETERMINER = re.compile(
    r"\b(?:the|a|an|his|her|its|their|my|your|this|that|these|those|some|no|\w+['’]s)\s+(?:[\w-]+\s+){0,2}$", re.I
)
_DOES_SOMETHING = re.compile(
    r"^\s*(?:$|[.,;!?]|(?:the|a|an|his|her|its|their|it|him|them|to|at|with|in|on|up|down|out|from|over|into|for|off|and|as|like|through|across|around|by|\w+ly)\b)",
    re.I,
)
_ORDERED = re.compile(r"\b(?:then|before|after|until|and)\b", re.I)
_ENDS = re.compile(r"\b(?:stop|finish|quit|end|cease)\w*\s+$", re.I)
_MEANWHILE_EN = re.compile(r"\b(?:while|as)\s+(?:(?:he|she|they|it|still)\s+)?(?:\w+ly\s+)?$", re.I)
_ALSO_ZH = re.compile(r"^\s*(?:一边|边|同时|一面)")
_BOTH_ZH = re.compile(r"(?:一边|边|一面)[^，。]*$")
_DURING_ZH = re.compile(r"^着(?!急|火|凉|迷|陆)[^，。]{0,6}$")
_BASES = frozenset({Act.WALK, Act.RUN, Act.ENTER, Act.EXIT, Act.FLY, Act.SIT, Act.LIE, Act.STAND, Act.LOOK})


_VOICES = frozenset({"sing", "laugh", "cry", "shout", "whisper", "gesture"})


def is_verb_here(word: str, clause: str, start: int, mentions: list[Mention]) -> bool:
    """Whether an English word that may also be a noun is a verb: somebody stands before it, or what leads to a verb."""
    if not word.isascii():
        return True
    before, after = clause[:start], clause[start + len(word) :]
    if word.split()[0].endswith("ing"):
        return not _OF_A_THING.search(before) and not re.match(r"-", after)
    if any(before[m.end :].strip() == "" and m.end <= start for m in mentions):
        return True
    head = word.split()[0]
    if head.endswith("s") and any(_TOLD_OF.fullmatch(before[m.end :]) for m in mentions if m.end <= start):
        return True
    if is_bare(word) and not _LEADS_TO_BARE.search(before):
        return False
    if not _LEADS_TO_A_VERB.search(before):
        return False
    if re.search(r"\bto\s+$", before) and _DETERMINER.search(before.rstrip()[:-2]):
        return True
    return bool(before.strip()) or bool(_DOES_SOMETHING.match(after))


def new_subject(clause: str, mentions: list[Mention], start: int, last_end: int) -> tuple[str, ...]:
    """ "Lin plays and the fisherman dances": whoever stands between "and" and the next verb does that one."""
    if last_end < 0:
        return ()
    fresh = [m for m in mentions if m.start >= last_end and m.end <= start and not clause[m.end : start].strip()]
    return tuple(m.name for m in fresh[-1:] if _AND_THE.search(clause[last_end : m.start]))


_AND_THE = re.compile(r"\b(?:and|but|while|as)\s+(?:then\s+)?(?:(?:the|an?|his|her|their)\s+)?(?:\w+\s+)?$", re.I)


def joined(deeds: list[Deed], deed: Deed, word: str, clause: str, start: int, last_end: int) -> bool:
    """Whether the deed is done during the doer's last one, which then carries it along; it is no deed of its own then.
    `last_end` is where the last verb of the clause ended (-1: it stands in an earlier clause)."""
    last = next((i for i in range(len(deeds) - 1, -1, -1) if deeds[i].doer == deed.doer), -1)
    if last < 0 or not _at_once(deeds[last], word, clause, start, last_end):
        return False
    both = _both(deeds[last], deed)
    if both is not None:
        deeds[last] = both
    return both is not None


def _at_once(last: Deed, word: str, clause: str, start: int, last_end: int) -> bool:
    word = word.split()[0]
    if not word.isascii():
        if _ALSO_ZH.match(clause) and not re.search("边|一面", clause[: max(0, start - 3)]):
            return True
        between = clause[last_end:start] if last_end >= 0 else ""
        return last_end >= 0 and bool(
            (_DURING_ZH.match(between))
            or (last.word.endswith("着") and len(between) < 6)
            or (_BOTH_ZH.search(clause[:last_end]) and "边" in between)
        )
    before = clause[:start]
    if _MEANWHILE_EN.search(before):
        return True
    between = before[max(0, last_end) :]
    if _ORDERED.search(between) or WAITS.match(last.word) or _ENDS.search(before):
        return bool(word.endswith("ing") and last.word.endswith("ing") and re.fullmatch(r"\s*and\s*", between))
    return word.endswith("ing") or (last_end >= 0 and last.word.endswith("ing"))


def _both(one: Deed, other: Deed) -> Deed | None:
    """One deed out of two at once: the one that goes or sits is the base, the other is what hands and face do."""
    if (
        other.business
        and not _is_gait(other)
        and one.act in _BASES
        and not (one.act is Act.LOOK and other.act is Act.LOOK)
    ):
        return replace(one, along=other.business)
    for hands, voice in ((one, other), (other, one)):  # sweeps and hums: the hands go on
        if voice.business in _VOICES and (busy := named(hands.business)) is not None and busy.hands:
            return replace(hands, along=voice.business)
    if one.business and not _is_gait(one) and other.act in _BASES - {Act.LOOK, Act.STAND}:
        return replace(other, along=one.business, target=other.target or one.target)
    return None


def _is_gait(deed: Deed) -> bool:
    business = named(deed.business)
    return business is not None and business.gait and deed.act is not Act.BUSINESS
