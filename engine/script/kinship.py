"""Who is meant by a word of kinship: 父子俩 are the father and his son, and 爷爷 across the room is the old man.

Ages decide, and names that hold a name: 小凯爸爸 is the father of 小凯. Where a tale has only animals, the words are theirs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from engine.script.lexicon import wordset
from engine.script.looks import age_in
from engine.script.noun import Noun
from engine.script.nouns_zh import beasts_kin
from engine.script.roles import ANIMAL_KIN, Age, Company, Role, Sex
from engine.script.strangers import kin_here

KIN = (
    "son|daughter|mother|father|mom|mum|dad|sister|brother|wife|husband|grandson|granddaughter|grandmother|grandfather|grandma"
    "|grandpa|uncle|aunt|cousin|nephew|niece|friend|dog|cat|horse|parrot|boss|assistant|servant|partner|neighbou?r|teacher"
)
KIN_ZH = re.compile(
    r"的?(?:[大小老]{0,2})(?:孙子|孙女|儿子|女儿|妻子|丈夫|母亲|父亲|妈妈|爸爸|爷爷|奶奶|哥哥|弟弟|姐姐|妹妹|朋友|徒弟|师父|老师|同学|邻居)"
)
_PAIR_ZH = re.compile(r"(?:祖孙|爷孙|婆孙|父子|父女|母子|母女)$")
_PARENT_ZH = re.compile(r"爸|父|爹|妈|母亲|娘|爷爷|奶奶|外公|外婆")
_CALLED_ZH: dict[str, tuple[Sex, Age]] = {
    **dict.fromkeys(["爷爷", "大爷", "老伯", "老先生", "老爷爷", "大伯"], ("male", "elder")),
    **dict.fromkeys(["奶奶", "婆婆", "大娘", "老奶奶", "阿婆"], ("female", "elder")),
    **dict.fromkeys(["爸", "爸爸", "爹", "叔叔", "大叔", "大哥"], ("male", "adult")),
    **dict.fromkeys(["妈", "妈妈", "娘", "阿姨", "大姐", "大婶"], ("female", "adult")),
    **dict.fromkeys(["小朋友", "孩子", "小家伙"], ("", "child")),
}  # fmt: skip
_YOUNG_KIN = wordset("son daughter child baby boy girl brother sister")
_ANYBODY = wordset("man woman lady gentleman stranger")
_ELDERLY = wordset("奶奶 爷爷 外婆 外公 祖孙 爷孙 婆孙")


def kin_pair(company: Company, before: str, *, three: bool) -> list[Role]:
    """The two (祖孙三人: three) of 祖孙二人, 母女俩, the older one first; empty where `before` ends in no such word."""
    found = _PAIR_ZH.search(before)
    if found is None:
        return []
    here = dict.fromkeys([*reversed(company.recent), *reversed(company.before), *reversed(company.roles)])
    people = [role for role in here if role.kind == "person" and (role.seen or role.named)]
    child = next((role for role in people if role.age == "child"), None) or _youngest(people)
    wanted: tuple[Age, ...] = ("elder",) if found.group() in _ELDERLY else ("adult", "", "elder")
    others = [role for role in people if role is not child]
    sex: Sex = "female" if found.group()[0] == "母" else "male" if found.group()[0] == "父" else ""
    older = [role for age in wanted for role in others if role.age == age and (not sex or role.sex in {"", sex})]
    older.sort(key=lambda role: not _is_parent_of(role, child))
    if child is None or not older:
        return []
    between = [role for role in others if role.age not in {"elder", "child"}] if three else []
    return [older[0], *between[:1], child]


def _youngest(people: Sequence[Role]) -> Role | None:
    """The one whose parent is here by name, else the youngest by years."""
    named = [role for role in people if any(_is_parent_of(other, role) for other in people)]
    ages = [(years, role) for role in people if (years := age_in(role.body)) is not None]
    return named[0] if named else min(ages, key=lambda aged: aged[0])[1] if len(ages) > 1 else None


def _is_parent_of(role: Role, child: Role | None) -> bool:
    if child is None or role is child:
        return False
    words = f"{role.name}{role.body}{''.join(role.heads)}"
    return child.name in words and _PARENT_ZH.search(words) is not None


def called_by_age(company: Company, words: str, speaking: Sequence[Role]) -> Role | None:
    """Whom a speaker means who says 爷爷 to somebody: whoever is here and as old as that."""
    found = re.match(rf"[“\"]?({'|'.join(sorted(_CALLED_ZH, key=len, reverse=True))})[，,！!：。…]", words)
    if company.language != "zh" or found is None:
        return None
    sex, age = _CALLED_ZH[found[1]]
    here = [role for role in reversed(company.recent) if role.kind == "person" and role not in speaking]
    fitting = [role for role in here if role.age == age or (age == "adult" and not role.age)]
    return next((role for role in fitting if not sex or role.sex in {"", sex}), None)


def turns_out_kin(company: Company, noun: Noun) -> Role | None:
    """ "Her mother" is the nameless woman who just came running."""
    if company.language == "zh":
        return kin_here(company, noun.name)
    sex = Role(noun.name, "person", 0, company.language)
    sex.call(noun.name)
    if noun.kind != "person" or re.fullmatch(KIN, noun.name) is None or not sex.sex:
        return None
    here = [r for r in company.recent if set(r.heads) and set(r.heads) <= _ANYBODY]
    return here[-1] if here and here[-1].sex == sex.sex else None


def animal_kin(company: Company, roles: Sequence[Role], noun: Noun) -> Role | None:
    """Where a tale has only animals, "mother" is the mother hedgehog and "her son" the little one we know."""
    if noun.kind != "person" or any(role.kind == "person" for role in company.roles):
        return None
    here = [r for r in dict.fromkeys((*company.recent, *company.before)) if r.kind in {"animal", "bird"}]
    called = [role for role in here if noun.name in role.adjectives]
    young = [role for role in here if role not in roles and not ANIMAL_KIN & set(role.adjectives)]
    family = {head for role in here if ANIMAL_KIN & set(role.adjectives) for head in role.heads}
    young = [role for role in young if family & set(role.heads) and noun.determiner not in {"a", "an"}]
    return next(iter(called or (young if noun.name in _YOUNG_KIN else [])), None)


def tells_of_animals(company: Company, roles: Sequence[Role]) -> bool:
    """ "Three little pigs lived with their mother": a pig too."""
    nobody = all(role.kind != "person" for role in company.roles if role.seen)
    return nobody and bool(roles) and roles[-1].kind in {"animal", "bird"} and bool(roles[-1].heads)


def beasts_relation(company: Company, noun: Noun) -> Noun:
    """Where only beasts are about, 妈妈 is the mother of the last one."""
    people = any(role.kind == "person" and (role.seen or role.named) for role in company.roles)
    cub = company.last_creature()
    if people or noun.kind != "person" or not beasts_kin(f"兽{noun.name}") or cub is None:
        return noun
    if cub.kind not in {"animal", "bird"}:
        return noun
    species = re.sub(r"^小|\d+$|(?:妈妈|爸爸)$", "", cub.heads[0] if cub.heads else cub.name)
    return replace(noun, name=species + noun.name, kind=cub.kind)
