"""Reads an action line for the stage: who does what, in which order, to whom, in which mood.

It is no grammar, only the three habits of screenplay prose: the doer stands before the verb, whoever stands behind it
is looked at or approached, and a clause without a name goes on with the last one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from engine.plan.acts import Act, Mood
from engine.plan.aims import aimed_at, meant_by_pronoun
from engine.plan.companions import TAKES_ALONG, along, drawn_along, embedded, trails_after
from engine.plan.deeds import Deed, Reading
from engine.plan.doers import all_together, doers_of, is_about_something_else, standing_there, takes_over
from engine.plan.names import Known, Names, frozen, names_of
from engine.plan.no_deeds import SLIPS, is_no_deed
from engine.plan.verbs import ACT_WORDS, ACTS, MOOD_WORDS, MOODS, is_bare
from engine.plan.ways import act_with, gaze_of

_CLAUSE = re.compile(r"[.!?;:。！？；：\n]+|,\s+(?=(?:and|then|but)\b)|，|、然后")
_NOUN_BEFORE = re.compile(r"\b(?:a|an|the|his|her|its|their|my|your|of|no|one|fallen|dry|dead|red|this|that)\s+$", re.I)
_BACK = re.compile(r"\b(?:back|home|returns?|returning)\b|回(?![头答忆望看])|归", re.I)
_PROPPED_ZH = re.compile(r"[靠倚坐]着?[在着]?[^，。躺倒]*$")
"""靠着车门睡着了: nobody lies down."""
_HITHER_ZH = re.compile(r"(?:回|过|上)[来去前]")
"""跑回来, 走上前: to whoever is there."""
_PRONOUN_FIRST = re.compile(
    r"^\s*(?:(?:as|when|while|then|and|until|before|after)\s+)?(?:he|she|it|they)\b|^\s*(?:他|她|它)", re.I
)
_ASIDE = re.compile(r"[（(][^（）()]*[）)]")
"""What stands in brackets describes; nobody does it."""
_KNEELS = re.compile(r"kn(?:eel|elt)|crouch|squat|[蹲跪]", re.I)
_GROUND = re.compile(
    r"\b(?:on|upon|in) (?:the |his |her |their )?(?:\w+ )?(?:floor|ground|grass|sand|rug|carpet|snow|earth|dirt|mat|knees|pavement"
    r"|kerb|curb|leaves|hay|straw|deck)\b|cross-legged|^[^，,]{0,3}(?:地上|地板|草地|沙滩|雪地|地毯|席子|盘腿)",
    re.I,
)
EMBRACES = re.compile(r"hug|embrac|拥抱|相拥|抱住|搂住|扑进|扑到")
_EMBRACES_ZH = frozenset({"拥抱", "相拥"})
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
_JUST_OUT = re.compile(r"\s+out\s*(?:[,.;]|$)", re.I)
""" "The door opens. An old man climbs out": now we see him."""
_EACH_OTHER = re.compile(r"\s+(?:each other|one another)\b", re.I)
_SLIPS_BY = re.compile(r"\s+(?:quietly\s+|silently\s+)?(?:into|in|out|away|past|inside|behind|through|off)\b")
"""Who slips a letter under the door, or past the guards, does not fall."""


def read_action(
    text: str, company: Sequence[tuple[str, Sequence[str]]], things: Sequence[tuple[str, Sequence[str]]] = ()
) -> Reading:
    """Read `text` for a company of (name, aliases) and the things about them. Names nobody mentions have no deeds; a thing
    does something only where nobody else could have."""
    return _read(text, frozen(company), frozen(things))


@lru_cache(maxsize=4096)
def _read(text: str, company: Known, things: Known) -> Reading:
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
            doers = all_together(clause, names, tuple(name for name, _ in company)) or doers
            doers = _read_clause(clause, names, doers, tuple(name for name, _ in company), deeds, moods)
            doers = tuple(doer for doer in doers if doer in alive) or doers
            doers = takes_over(clause, names) or doers
            deeds += _at_table(clause, text, names, doers, tuple(name for name, _ in company))
    return Reading(tuple(deeds), moods, mentioned)


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
        if is_about_something_else(clause[: match.start()], mentions):
            continue
        before = doers
        inside = embedded(clause, mentions, match, doers, everyone)
        if inside is not None:
            deeds += inside
            continue
        doers = standing_there(clause, mentions, match) or doers_of(
            clause[: match.start()], mentions, doers, everyone, plural=is_bare(match.group())
        )
        target = aimed_at(clause, mentions, match, doers) or meant_by_pronoun(
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
        act = act_with(Act.WALK if slips or around else ACTS[word], clause[match.end() :])
        act = Act.SIT if act is Act.LIE and _PROPPED_ZH.search(clause[: match.start()]) else act
        ground = act is Act.SIT and bool(_KNEELS.match(word) or _GROUND.search(clause[match.end() :]))
        gaze, back = gaze_of(clause) if act is Act.LOOK else "", bool(_BACK.search(clause))
        goal = "" if TAKES_ALONG.match(word) else target
        trails = trails_after(word, clause[match.end() :])
        deeds += [Deed(doer, act, goal, gaze, back, word, trails, ground) for doer in doers]
        deeds += drawn_along(match.group(), target, doers[0] if doers else "")
    deeds += along(clause, mentions, deeds[known:])
    for match in MOOD_WORDS.finditer(clause):
        for doer in doers_of(clause[: match.start()], mentions, doers, everyone):
            moods[doer] = MOODS[match.group().casefold()]
    return doers


def _at_table(clause: str, text: str, names: Names, doers: tuple[str, ...], everyone: tuple[str, ...]) -> list[Deed]:
    """Who eats, drinks, plays or writes at a table sits there, and so does who is only said to be at a desk."""
    dines = _DINES.search(clause) if _AT_TABLE.search(text) else None
    dines = dines or (None if ACT_WORDS.search(clause) else _AT_DESK.search(clause))
    if dines is None:
        return []
    plural = not dines.group().endswith("s")
    diners = doers_of(clause[: dines.start()], names.mentions(clause), doers, everyone, plural=plural)
    return [Deed(diner, Act.SIT, word=dines.group().casefold()) for diner in diners if diner in everyone]
