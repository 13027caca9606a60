"""The extras: a crowd is three people, and "the family" are those who are here.

A crowd that comes back is the same crowd, so its people are roles like all others.
"""

from __future__ import annotations

import re

from engine.script.kinship import KIN_ZH
from engine.script.lexicon import lexicon, wordset
from engine.script.noun import Noun
from engine.script.passage import Passage
from engine.script.roles import Company, Role
from engine.script.spoken_of import NAMED_KIN_EN, possesses

_TOGETHER = wordset(
    "family couple group team band others caravan procession crew gang trio duo party convoy pair 家人 一家人 大家 众人"
)
_EVERYBODY_ZH = wordset("众人 大家")
_SIDES = wordset("team squad crew gang band group platoon")


_OF_WHOM = re.compile(r"\s+of((?:\s+[a-z-]+){1,4})", re.I)
_NOBODY_ELSE = wordset("people persons men women folk them us others faces bodies")


def is_of_others(text: str, end: int) -> bool:
    """Whether a crowd that ends there is one of people with a noun of their own: of thirty villagers, who are cast themselves."""
    found = _OF_WHOM.match(text, end)
    for word in found[1].casefold().split() if found else ():
        if word in _NOBODY_ELSE:
            return False
        if (word.endswith("s") or word in _ODD) and lexicon("en").category(word) == "person":
            return True
    return False


_ODD = wordset("children fishermen policemen firemen townspeople townsfolk villagefolk oxen geese")


def meet_crowd(passage: Passage, noun: Noun) -> None:
    """ "The family" are those who are here; a crowd nobody has met is three extras, who stay the same people."""
    company = passage.company
    extras = [role for role in company.roles if noun.name in role.heads]
    here = company.recent if len(company.recent) > 1 else company.before
    if noun.name in _EVERYBODY_ZH and passage.roles and here is company.before:
        here = []  # a woman sings, 众人跳舞: the people of this place, and not of the one before
    numbered = [role for role in company.roles if role.kind == "person" and re.search(r" \d$", role.name)]
    if noun.name in _SIDES and len(company.recent) < 2 and not extras:
        extras = numbered[:3]  # the team are the kids who played
    together = noun.determiner in {"the", "their", "his", "her", ""} and noun.name in _TOGETHER
    kin = [role for role in company.roles if any(KIN_ZH.fullmatch(head) for head in role.heads)]
    if noun.name in {"一家人", "家人"} and kin and not extras:
        met = [*[role for role in company.roles if role.kind == "person" and role not in kin][:1], *kin][:4]
    elif together and not extras and len(here) > 1:
        met = [role for role in here if role.kind != "bird"][-4:]
    elif possesses(passage, noun.end, NAMED_KIN_EN):
        return
    else:
        met = extras or [_extra(passage.company, noun, n) for n in range(1, 4)]
    for role in met[: max(2, 4 - len(set(passage.roles)))]:
        passage.see(role, noun.start)


def _extra(company: Company, noun: Noun, number: int) -> Role:
    language = company.language
    single = "人" if language == "zh" else "PERSON"
    name = f"{noun.name}{single}{number}" if language == "zh" else f"{noun.name.upper()} {single} {number}"
    role = company.add(name, "person")
    role.heads = [noun.name]
    return role
