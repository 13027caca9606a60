"""Who is meant by a word of kinship: 父子俩 are the father and his son, and 爷爷 across the room is the old man.

Ages decide, and names that hold a name: 小凯爸爸 is the father of 小凯.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.script.lexicon import wordset
from engine.script.looks import age_in
from engine.script.roles import Age, Company, Role, Sex

_PAIR_ZH = re.compile(r"(?:祖孙|爷孙|婆孙|父子|父女|母子|母女)$")
_PARENT_ZH = re.compile(r"爸|父|爹|妈|母亲|娘|爷爷|奶奶|外公|外婆")
_CALLED_ZH: dict[str, tuple[Sex, Age]] = {
    **dict.fromkeys(["爷爷", "大爷", "老伯", "老先生", "老爷爷", "大伯"], ("male", "elder")),
    **dict.fromkeys(["奶奶", "婆婆", "大娘", "老奶奶", "阿婆"], ("female", "elder")),
    **dict.fromkeys(["爸", "爸爸", "爹", "叔叔", "大叔", "大哥"], ("male", "adult")),
    **dict.fromkeys(["妈", "妈妈", "娘", "阿姨", "大姐", "大婶"], ("female", "adult")),
    **dict.fromkeys(["小朋友", "孩子", "小家伙"], ("", "child")),
}  # fmt: skip
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
