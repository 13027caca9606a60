"""Whom a noun means: "the old man" who was here before, somebody new, nobody, or a thing for the property master.

Whoever is known comes first, then whoever a word of kinship may mean. A new role is the last resort, because one person in two
roles spoils every shot that follows.
"""

from __future__ import annotations

import re
from dataclasses import replace

from engine.script.costumes import describe, dresses_a_thing, dresses_whom_it_names
from engine.script.extras import is_of_others, meet_crowd
from engine.script.kinship import animal_kin, beasts_relation, tells_of_animals, turns_out_kin
from engine.script.lexicon import lexicon, wordset
from engine.script.naming import as_words, dress
from engine.script.noun import Noun
from engine.script.nouns import nouns_in
from engine.script.nouns_zh import beasts_kin
from engine.script.passage import Passage
from engine.script.places import is_hut_outside
from engine.script.roles import ANIMAL_KIN, Company, Role
from engine.script.spoken_of import NAMED_KIN_EN, WHOSE, is_absent, only_says_whose, possesses

_GENERIC = wordset("figure silhouette person somebody nobody anyone 身影 人 行人 路人")
_NAMED_NEXT = re.compile(r"[^.:;—]*:\s*[A-Z]{2}")
_ONE_BY_ONE = re.compile(r"\s*[,:—–]\s*(?:an?|one)\s+[^.;!?—–]*?\s+and\s+(?:an?|one|the other)\s+[^,.;!?—–]*")
_INSIDE = re.compile(r"\binside\s+$", re.I)
_PARENTS = wordset("father mother dad mom mum papa mama parent")
_POINTS_OUT = wordset("other another first second third fourth last same")


def meet_noun(passage: Passage, noun: Noun) -> None:
    """Put on the set whom or what the noun means."""
    acts = noun.kind in {"person", "animal", "bird"} or passage.casting.acts(noun.name)
    absent = is_absent(passage, noun)
    if noun.crowd and is_of_others(passage.text, noun.end):
        return
    if noun.crowd and acts and not absent:
        meet_crowd(passage, noun)
    elif acts and not absent:
        _meet_somebody(passage, noun)
    elif noun.worn and dresses_whom_it_names(passage, noun):
        return
    elif noun.kind in {"thing", "vehicle"} and not absent and not dresses_a_thing(passage, noun):
        passage.things.append(noun)
    elif is_hut_outside(noun, passage.text):
        passage.things.append(replace(noun, kind="thing"))


def _meet_somebody(passage: Passage, noun: Noun) -> None:
    known = passage.company.meant_by(noun)
    if _leads_on(passage, noun, known):
        return
    known = known or _relation(passage, noun)
    beasts_own = noun.determiner in WHOSE and noun.name in ANIMAL_KIN
    if not known and beasts_own and tells_of_animals(passage.company, passage.roles):
        sort = passage.roles[-1]
        meet_noun(passage, replace(noun, name=sort.heads[0], kind=sort.kind, adjectives=(noun.name,)))
        return
    if not known and (creature := animal_kin(passage.company, passage.roles, noun)):
        known = (creature,)
    if not known and only_says_whose(passage, noun):
        return
    if noun.kind == "vehicle" and _INSIDE.search(passage.text[: noun.from_]):
        return
    if not known and noun.name in _GENERIC and (passage.roles or noun.name in {"人", "行人", "路人"}):
        return
    _bring_on(passage, noun if known else beasts_relation(passage.company, noun), known)


def _leads_on(passage: Passage, noun: Noun, known: tuple[Role, ...]) -> bool:
    """The boy's father is not the boy, and "two children: MIA and BO" are met by their names."""
    if noun.kind == "person" and noun.count == 1 and possesses(passage, noun.end, NAMED_KIN_EN):
        return True
    if known or noun.count < 2:
        return False
    named_next = _NAMED_NEXT.match(passage.text, noun.end) is not None
    return named_next or (noun.kind == "person" and _told_one_by_one(passage, noun))


def _relation(passage: Passage, noun: Noun) -> tuple[Role, ...]:
    """Whom "her mother" means: a stranger who just came, or the parent of somebody here."""
    whose = noun.determiner in WHOSE or (passage.language == "zh" and not noun.determiner)
    if whose and (relation := turns_out_kin(passage.company, noun)):
        return (relation,)
    if noun.determiner in WHOSE and noun.name in _PARENTS:
        return tuple(role.elder for role in reversed(passage.company.recent) if role.elder is not None)[:1]
    return ()


def _bring_on(passage: Passage, noun: Noun, known: tuple[Role, ...]) -> None:
    """Those who are known, else as many new roles as the noun counts; an adjective may dress somebody who wore nothing yet."""
    numbers = [str(n + 1) if noun.count > 1 else "" for n in range(min(noun.count, 3))]
    for role in known or tuple(newcomer(passage.company, noun, number) for number in numbers):
        role.call(noun.name)
        if noun.kind == "vehicle":
            role.call(noun.name.split()[-1])
        passage.see(role, noun.start)
        describe(passage, role, noun.end, before="" if known else as_words(noun, passage.language))
    undressed = len(known) == 1 and not known[0].body and not known[0].looks[0].description
    if undressed and noun.count == 1 and noun.adjectives and not _POINTS_OUT & set(noun.adjectives):
        dress(known[0], as_words(noun, passage.language))


def _told_one_by_one(passage: Passage, noun: Noun) -> bool:
    """ "Two children, a girl in a yellow coat and a boy in a blue hat": each is met where the words come to them."""
    listed = _ONE_BY_ONE.match(passage.text, noun.end)
    people = [n for n in nouns_in(listed.group(), "en") if n.kind == noun.kind] if listed else []
    return passage.language == "en" and len(people) == noun.count


def newcomer(company: Company, noun: Noun, number: str) -> Role:
    """A new role, nameless yet: called by the noun, and by a number where there are several."""
    language = company.language
    distinctive = lexicon(language).words("age") | lexicon(language).words("colour")
    kept = [adjective for adjective in noun.adjectives if adjective in distinctive] if noun.kind == "person" else []
    base = "".join([*kept, noun.trade, noun.name]) if language == "zh" else " ".join([*kept, noun.name]).upper()
    name = f"{base}{' ' if language == 'en' else ''}{number}" if number else base
    if company.named(name) is not None:
        name = next(f"{name} {n}" for n in range(2, 1000) if company.named(f"{name} {n}") is None)
    role = company.add(name, noun.kind)
    role.adjectives = list(noun.adjectives)
    role.call(noun.name)
    if noun.besides:
        role.call(noun.besides)
        role.call(noun.name.removesuffix(noun.besides).strip())
    if noun.kind != "person" and (kin := beasts_kin(noun.name)):
        role.call(kin)
    return role
