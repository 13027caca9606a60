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
from engine.plan.air import hushed, is_about_the_air
from engine.plan.attributes import attributes
from engine.plan.business import Business, business_of
from engine.plan.companions import TAKES_ALONG, along, drawn_along, embedded, trails_after, watched
from engine.plan.deeds import Deed, Reading
from engine.plan.doers import (
    all_together,
    doers_of,
    is_a_things_doing,
    is_about_something_else,
    is_suffered,
    standing_there,
    takes_over,
)
from engine.plan.feelings import felt, felt_as_written, idioms_of_feeling, only_a_sign
from engine.plan.names import Known, Mention, Names, frozen, names_of
from engine.plan.no_deeds import SLIPS, is_no_deed
from engine.plan.plain_words import plain
from engine.plan.together import is_verb_here, joined, new_subject
from engine.plan.verbs import ACT_WORDS, ACTS, DEED_WORDS, is_bare
from engine.plan.ways import act_with, gaze_of, goes

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
_SPOKEN = re.compile(r"(?<=[:：,，])\s*(?:\"[^\"]*\"|“[^“”]*”|「[^「」]*」)")
"""What somebody says is done by nobody: says: "The boat is gone." """
_CALLED = " called "
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
_EACH_OTHER = re.compile(r"\s+(?:each other|one another|him|her|them|it|round|around)\b", re.I)
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
    written = _met_by_name(_SPOKEN.sub("", _ASIDE.sub("", text)), company)
    text = plain(written, names, names_of(company))
    mentioned = tuple(dict.fromkeys(mention.name for mention in names.mentions(text)))
    by_name = mentioned and not _PRONOUN_FIRST.match(text)
    lead = mentioned[0] if by_name else (company[0][0] if company else "")
    deeds: list[Deed] = []
    moods: dict[str, Mood] = {}
    alive = {name for name, _ in company}
    doers: tuple[str, ...] = (lead,) if lead else ()
    for told, as_written in _clauses(text, written):
        if (
            told
            and told.strip()
            and not any(_airy(each, names, alive) for each in (told, as_written if as_written.isascii() else told))
        ):
            clause = hushed(told, [*((m.start, m.end) for m in names.mentions(told)), *idioms_of_feeling(told)])
            known = len(deeds)
            doers = all_together(clause, names, tuple(name for name, _ in company)) or doers
            doers = _read_clause(clause, names, doers, tuple(name for name, _ in company), deeds, moods)
            _felt_as_written(as_written, names, doers, tuple(name for name, _ in company), moods)
            doers = tuple(doer for doer in doers if doer in alive) or doers
            over = takes_over(clause, names)
            doers = (
                over if over and (over[0] in alive or not alive & {m.name for m in names.mentions(clause)}) else doers
            )
            _seat(deeds, known, _at_table(clause, text, names, doers, tuple(name for name, _ in company)))
    everyone = tuple(name for name, _ in company)
    idle = alive - {deed.doer for deed in deeds}
    for clause in attributes(text, [m for m in names.mentions(text) if m.name in idle]):
        _read_clause(clause, names, (), everyone, deeds, moods)
    return Reading(tuple(deeds), moods, mentioned)


def _met_by_name(text: str, company: Known) -> str:
    """The text without "a boy called" before a name: nobody beckons there."""
    for name in (name for name, _ in company if name.isascii() and _CALLED in text.casefold()):
        text = re.sub(rf"\b(?:an?|the)\s+(?:[a-z-]+\s+){{1,3}}?called\s+(?={re.escape(name)}\b)", "", text, flags=re.I)
    return text


def _clauses(text: str, written: str) -> list[tuple[str, str]]:
    """Each clause in plain words, and as it was written; where plain words made other clauses of it, all of it at the last."""
    clauses, originals = _CLAUSE.split(text), _CLAUSE.split(written)
    if text == written and not written.isascii():
        originals = [""] * len(clauses)  # read already
    elif len(clauses) != len(originals):
        originals = [""] * (len(clauses) - 1) + [written]
    return list(zip(clauses, originals, strict=True))


def _felt_as_written(
    clause: str, names: Names, doers: tuple[str, ...], everyone: tuple[str, ...], moods: dict[str, Mood]
) -> None:
    """一蹦三尺高 is a jump in plain words, and joy as it was written. A mere sign tells only of who has no mood yet."""
    mentions = names.mentions(clause)
    for start, mood, sure in felt_as_written(clause, mentions):
        if is_a_things_doing(clause[:start]) and not any(m.end <= start for m in mentions):
            continue
        for doer in _who_feels(clause[:start], mentions, doers, everyone):
            sure = sure and not only_a_sign(clause[start:], moods.get(doer, "calm"))
            moods[doer] = mood if sure else moods.get(doer, mood)


def _airy(clause: str, names: Names, company: set[str]) -> bool:
    """Whether leaves, sparks or clouds do what the clause tells, and nobody in the company."""
    return is_about_the_air(clause) and not any(mention.name in company for mention in names.mentions(clause))


def _read_clause(
    clause: str,
    names: Names,
    doers: tuple[str, ...],
    everyone: tuple[str, ...],
    deeds: list[Deed],
    moods: dict[str, Mood],
) -> tuple[str, ...]:
    mentions, known, last_end = names.mentions(clause), len(deeds), -1
    for match in DEED_WORDS.finditer(clause):
        business = _business(match, clause, mentions)
        if business is None or _is_none(match, clause, mentions):
            continue
        if business.near and is_suffered(clause[: match.start()], mentions):
            continue
        before = doers
        inside = embedded(clause, mentions, match, doers, everyone) if _moves(match) else None
        if inside is not None:
            deeds += inside
            continue
        if (seen := watched(clause, mentions, match, doers, everyone)) is not None:
            deeds += _deeds(clause, mentions, match, (seen, doers, everyone), business)
            continue
        fresh = standing_there(clause, mentions, match) or new_subject(clause, mentions, match.start(), last_end)
        doers = fresh or doers_of(clause[: match.start()], mentions, doers, everyone, plural=is_bare(match.group()))
        if business.answer and _was_just_taken(doers, deeds[known:], everyone):
            doers = before
        made = _deeds(clause, mentions, match, (doers, before, everyone), business)
        word = match.group().casefold()
        deeds += [d for d in made if not joined(deeds, d, word, clause, match.start(), last_end)]
        last_end = match.end() if made else last_end
    deeds += along(clause, mentions, deeds[known:])
    for start, mood in felt(clause, mentions):
        if is_a_things_doing(clause[:start]) and not any(m.end <= start for m in mentions):
            continue
        for doer in _who_feels(clause[:start], mentions, doers, everyone):
            if not only_a_sign(clause[start:], moods.get(doer, "calm")):
                moods[doer] = mood
    return doers


def _was_just_taken(doers: tuple[str, ...], so_far: list[Deed], everyone: tuple[str, ...]) -> bool:
    """取出一张照片递给小凯: the photograph that somebody has taken up hands nothing over, it is handed over."""
    return bool(doers) and not set(doers) & set(everyone) and {deed.target for deed in so_far} >= set(doers)


def _who_feels(
    before: str, mentions: list[Mention], doers: tuple[str, ...], everyone: tuple[str, ...]
) -> tuple[str, ...]:
    """剪刀当啷一声落了地: it is no pair of scissors that is startled."""
    told = doers_of(before, mentions, doers, everyone)
    return tuple(name for name in told if name in everyone) or tuple(d for d in doers if d in everyone) or told


_NONE = Business("")
"""A verb that moves somebody and has no business of its own."""


def _moves(verb: re.Match[str]) -> bool:
    return verb.group().casefold() in ACTS


def _business(verb: re.Match[str], clause: str, mentions: list[Mention]) -> Business | None:
    """What is seen of the verb; `_NONE` for one that only moves; None where it is no verb of the stage."""
    word = verb.group().casefold()
    _, found = business_of(word, clause[: verb.start()], clause[verb.end() :])
    sure = word not in ACTS or (found is not None and is_bare(word))  # a cat eats fish, and fishes for none
    if not sure:
        return found or _NONE
    return found if found is not None and is_verb_here(word, clause, verb.start(), mentions) else None


def _is_none(verb: re.Match[str], clause: str, mentions: list[Mention]) -> bool:
    before = clause[: verb.start()]
    inside = [m for m in mentions if m.start <= verb.start() < m.end]
    if (inside and not _is_a_thing_too(before, inside[0], mentions)) or _NOUN_BEFORE.search(before):
        return True
    return is_no_deed(verb, clause) or is_about_something_else(before, mentions)


def _is_a_thing_too(before: str, noun: Mention, mentions: list[Mention]) -> bool:
    """ "Marlowe phones": right behind somebody, what may be a thing as well is done."""
    return any(m.end <= noun.start and m.name != noun.name and before[m.end :].isspace() for m in mentions)


def _deeds(
    clause: str,
    mentions: list[Mention],
    match: re.Match[str],
    who: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]],
    business: Business,
) -> list[Deed]:
    """What one verb comes to. `who` are its doers, the doers before them, and everybody."""
    doers, before, everyone = who
    word, after = match.group().casefold(), clause[match.end() :]
    target = aimed_at(clause, mentions, match, doers) or meant_by_pronoun(
        match.group(), after, before if len(everyone) > 2 else (*before, *everyone), doers
    )
    if not target and len(doers) == 1 and len(everyone) == 2 and _HITHER_ZH.match(clause, match.end()):
        target = next(name for name in everyone if name not in doers)
    if target and target not in everyone and (business.near or business.answer):  # gives the letter to whom?
        behind = [m.name for m in mentions if m.start >= match.end() and m.name in everyone and m.name not in doers]
        target = behind[0] if behind else target
    if (word in _EMBRACES_ZH or business.mutual) and not target and len(doers) == 2:
        target, doers = doers[1], doers[:1]
    if EMBRACES.match(word) and not target:  # herself, her knees, a pillow
        return []
    if word.startswith(("climb", "slip")) and _JUST_OUT.match(after):
        return [Deed(doer, Act.ENTER, word=word) for doer in doers]
    act = _act(match, clause, business)
    ground = act is Act.SIT and bool(business.low or _KNEELS.match(word) or _GROUND.search(after))
    gaze, back = gaze_of(clause) if act is Act.LOOK else "", bool(_BACK.search(clause))
    goal = "" if TAKES_ALONG.match(word) else target
    trails = trails_after(word, after)
    made = [Deed(doer, act, goal, gaze, back, word, trails, ground, business.name) for doer in doers]
    return [*made, *drawn_along(match.group(), target, doers[0] if doers else "")]


def _act(match: re.Match[str], clause: str, business: Business) -> Act:
    word, after = match.group().casefold(), clause[match.end() :]
    slips = SLIPS.match(word) and _SLIPS_BY.match(after)
    around = word.startswith("circl") and _EACH_OTHER.match(after)  # nobody flies
    act = Act.WALK if slips or around else ACTS.get(word) or business.act or Act.BUSINESS
    on_the_ground = act is Act.FLY and business.name in {"throw", "raise"}  # a paper plane, a toy rocket
    if business.act is Act.BUSINESS or on_the_ground:  # who flies a kite stays on the ground
        return Act.BUSINESS
    act = act_with(goes(business, act, word, after), after)
    return Act.SIT if act is Act.LIE and _PROPPED_ZH.search(clause[: match.start()]) else act


def _seat(deeds: list[Deed], since: int, seated: list[Deed]) -> None:
    """Who dines at a table sits down before the first bite of the clause."""
    for deed in seated:
        at = next(
            (i for i in range(since, len(deeds)) if deeds[i].doer == deed.doer and deeds[i].act is Act.BUSINESS), None
        )
        deeds.insert(len(deeds) if at is None else at, deed)


def _at_table(clause: str, text: str, names: Names, doers: tuple[str, ...], everyone: tuple[str, ...]) -> list[Deed]:
    """Who eats, drinks, plays or writes at a table sits there, and so does who is only said to be at a desk."""
    dines = _DINES.search(clause) if _AT_TABLE.search(text) else None
    dines = dines or (None if ACT_WORDS.search(clause) else _AT_DESK.search(clause))
    if dines is None:
        return []
    plural = not dines.group().endswith("s")
    diners = doers_of(clause[: dines.start()], names.mentions(clause), doers, everyone, plural=plural)
    return [Deed(diner, Act.SIT, word=dines.group().casefold()) for diner in diners if diner in everyone]
