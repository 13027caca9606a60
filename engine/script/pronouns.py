"""Whom he, she, it, they, both and 两人 mean: whoever was last there and fits, and is not the one who does it to them.

A pronoun brings nobody new; one that fits nobody is passed over, except "it", which may be the last thing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.film.document import Language
from engine.script.extras import meet_crowd
from engine.script.kinship import kin_pair
from engine.script.lexicon import wordset
from engine.script.noun import Noun
from engine.script.nouns import nouns_in
from engine.script.passage import Passage
from engine.script.roles import Company, Role, Sex

_PRONOUN_EN = re.compile(
    r"\b(they all|all of them|everyone|everybody|he|him|his|she|her|hers|they|them|their|both|all (?:two|three|four)|the (?:two|three|four)(?= of (?:them|us)\b| (?:sit|sat|walk|stand|stood|look|run|ran)\b)|it|its)\b(?!['’]s|\s+(?:is|was|rains|snows|seems|gets|grows)\b)|\b(he|she|they)\b",
    re.I,
)
_PRONOUN_ZH = re.compile(
    r"他们|她们|它们|[两二三四]人(?!一[个只条组间]|[二三四五六七八九])|[两三四]个人(?!物)|俩|(?<![其吉])他(?![乡人])|她|它"
)
_SEX: dict[str, Sex] = {
    "he": "male",
    "him": "male",
    "his": "male",
    "她": "female",
    "他": "male",
    "she": "female",
    "her": "female",
    "hers": "female",
}
_COUNTS = {"three": 3, "four": 4, "三人": 3, "三个人": 3, "四人": 4, "四个人": 4, "two": 2}
_MANY = wordset("they them their both 他们 她们 它们 两人 二人 两个人 俩")
_EVERYBODY = frozenset({"they all", "all of them", "everyone", "everybody"})
_TO_WHOM_ZH = re.compile(r"[问对给向把被让请叫带抱看追救帮拉跟陪朝][着了]?$")
_ITS_OWN = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:whiskers|tail|paws?|beak|wings?|fur|snout|muzzle|feathers|mane|hoo(?:f|ves)|claws?|antlers|trunk)\b",
    re.I,
)
"""Only animals have these."""
_AND_THEN = re.compile(r"\w and $")
""" "The robot opens the door and she stumbles in": she is not the robot."""
_NEW_CLAUSE = re.compile(r"(?:\b(?:and|as|while|when|until|but|so)|[,;])\s+(?:the|an?|his|her|its)\s", re.I)
_SEES_ZH = re.compile(r"(?:看[见到着了向]|望[见着向]|盯着|发现|遇[见上到]|撞见|[向朝对冲给跟把将让叫])$")


def pronouns_in(text: str, language: Language) -> Iterator[tuple[int, int, str]]:
    """Where the pronouns of a text stand, in lower case."""
    for match in (_PRONOUN_ZH if language == "zh" else _PRONOUN_EN).finditer(text):
        yield match.start(), match.end(), match.group().casefold()


def who_says(company: Company, pronoun: str) -> list[Role]:
    """Whom the pronoun in "Higher!" she says means, when the sentence is read; empty for nobody."""
    role = company.fitting(_SEX[pronoun])
    return [] if role is None else [role]


def meet_pronoun(passage: Passage, pronoun: str, start: int) -> None:
    """Put on the set whom the pronoun means."""
    company = passage.company
    beasts = any(role.kind in {"animal", "bird"} for role in passage.roles)
    if beasts and pronoun in {"his", "her", "its"} and _ITS_OWN.match(passage.text, start + len(pronoun)):
        return
    if pronoun in _EVERYBODY:
        _meet_everybody(passage, start)
        return
    if pronoun in _MANY or any(word in pronoun for word in _COUNTS):
        _meet_many(passage, pronoun, start)
        return
    if pronoun in {"it", "它"} and (passage.casting.thing_last or any(noun.known for noun in passage.things)):
        passage.its = True
        return
    other = pronoun == "him" or (pronoun in {"he", "she"} and _AND_THEN.search(passage.text[:start]) is not None)
    if _TO_WHOM_ZH.search(passage.text[:start]) and passage.roles:
        besides = passage.roles[-1]  # 海鸥飞来，问他: not the gull
    else:
        besides = _doer(passage, start) if other else _object(passage, start) if pronoun in {"he", "she"} else None
    role = company.fitting(_SEX[pronoun], besides) if pronoun in _SEX else company.last_creature()
    if role is None and _opens_a_tale(passage, pronoun, start):
        role = company.add(pronoun)
        role.sex = _SEX[pronoun]
    if role is not None:
        passage.see(role, start)
    else:
        passage.its = passage.its or pronoun in {"it", "它"}


def _opens_a_tale(passage: Passage, pronoun: str, start: int) -> bool:
    """她掏出手帕: in a film that tells of nobody else, she is somebody without any name."""
    opens = re.search(r"(?:^|[。！？；，])$", passage.text[:start]) is not None
    nobody = not any(role.kind == "person" for role in passage.company.roles)
    return passage.language == "zh" and pronoun in {"他", "她"} and opens and nobody


def _object(passage: Passage, start: int) -> Role | None:
    """ "He pinned the monkey": whom the sentence names behind the pronoun that opens it is somebody else."""
    if start > 2 or passage.language != "en":
        return None
    recent = passage.company.recent
    last = recent[-1] if recent else None
    named = [
        n for n in nouns_in(passage.text, "en") if n.determiner == "the" and n.kind in {"person", "animal", "bird"}
    ]
    return last if last is not None and any(set(last.heads) & {noun.name} for noun in named) else None


def _doer(passage: Passage, start: int) -> Role | None:
    """Who opens the sentence and does something to him: somebody else than he."""
    if len(set(passage.roles)) != 1:
        return None
    at, role = passage.spots[0]
    opens = len(passage.text[:at].split()) <= 2 and not _NEW_CLAUSE.search(passage.text[at:start])
    return role if opens else None


def _meet_everybody(passage: Passage, start: int) -> None:
    """All who are in the scene; a crowd where nobody or only one is."""
    people = [role for role in dict.fromkeys(passage.company.recent) if role.kind == "person"]
    if len(people) > 1:
        for role in people[-_FEW:]:
            passage.see(role, start)
    else:
        meet_crowd(passage, Noun("crowd", "person", (), start, start, start, determiner="a"))


_FEW = 6
"""More than that do not stand in a row."""


def _meet_many(passage: Passage, pronoun: str, start: int) -> None:
    """They, both, all three: the last ones mentioned, those of the scene before when nobody has been yet."""
    company = passage.company
    count = next((n for word, n in _COUNTS.items() if word in pronoun), 2)
    here = company.recent if len(company.recent) >= count else [*company.before, *company.recent]
    if pronoun == "them" and len(set(passage.roles)) == 1 and len(set(here)) > count:
        here = [role for role in here if role not in passage.roles]  # who stares at them is not one of them
    people = [role for role in dict.fromkeys(here) if role.kind == "person"]
    if kin := kin_pair(company, passage.text[:start], three=passage.text[start] == "三"):
        people, count = kin, len(kin)
    elif len(people) < count and len(here) < count and any(word in pronoun for word in _COUNTS):
        gone = [role for role in company.roles if role.kind == "person" and role.seen and role not in people]
        people = [*gone, *people]
    if count > 2:
        people = _principals(people, company, count)
    pair = [role for role in company.pair if role in company.recent]
    if passage.language == "en" and not passage.roles and len(pair) == count == 2:
        people = pair  # two who were told of together, whoever came by since
    enough = len(people) >= count or 1 < len(people) > len(here) - 1
    seer = _who_sees(passage, start)
    if seer is not None:
        people, here = ([role for role in pool if role is not seer] for pool in (people, here))
        enough = len(people) >= count
        if not enough and len(company.before) >= count:
            people, enough = [role for role in company.before if role is not seer], True
    for role in (people if enough else list(dict.fromkeys(here)))[-count:]:
        passage.see(role, start)


def _principals(people: list[Role], company: Company, count: int) -> list[Role]:
    """Those with names before the villagers around them, when there are enough of them: "the three of them" aren't three of a crowd."""
    if not any(_EXTRA.search(role.name) for role in people[-count:]):
        return people
    known = [role for role in dict.fromkeys([*company.roles, *people]) if role.kind == "person" and role.seen]
    named = [role for role in known if role.named]
    return named if len(named) >= count else people


_EXTRA = re.compile(r"\d$")
"""VILLAGER 2, 茶客们人3: whoever the casting had to number."""


def _who_sees(passage: Passage, start: int) -> Role | None:
    """王总冲上天台，看见两人: not one of the two."""
    clause = passage.text[:start]
    alone = len(set(passage.roles)) == 1 and passage.language == "zh"
    return passage.roles[0] if alone and _SEES_ZH.search(clause) else None
