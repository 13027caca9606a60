"""Nameless people who turn out to be somebody: the old man in the wheelchair who speaks as 顾教授, the old lady who is his mother.

A script shows first and names later; without this the one who is shown and the one who speaks are two people.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.script.lexicon import wordset
from engine.script.roles import Company, Role

_ANYBODY_ZH = wordset(
    "人 男人 女人 男子 女子 老人 老人家 老者 老头 老汉 老太太 老太婆 老妇 老妇人 妇人 中年妇女 姑娘 少年 少女 青年 年轻人 小伙子 陌生人 黑影 蒙面人 "
    "白衣女子 黑衣女子 女鬼 老翁 男孩 女孩 小男孩 小女孩 孩子"
)
_KIN_ZH = wordset("母亲 妈妈 娘 父亲 爸爸 爹 奶奶 爷爷 外婆 外公 妻子 丈夫 女儿 儿子 孙子 孙女 姐姐 妹妹 哥哥 弟弟")
_YOUNG_KIN = wordset("女儿 儿子 孙子 孙女 妹妹 弟弟")


def who_speaks_up(company: Company, cued: Role) -> Role | None:
    """The one stranger in the scene whom a cue names that no action line ever introduced; None where it may be several."""
    if company.language != "zh" or cued.seen or cued.kind != "person":
        return None
    strangers = [role for role in company.recent if _is_nobody_yet(role) and not _differ(role, cued)]
    return strangers[0] if len(strangers) == 1 else None


def made_known(company: Company, stranger: Role, cued: Role) -> Role:
    """The stranger under the name of the cue, with what a cast list said of it."""
    company.unmask(stranger, cued.name, cued)
    stranger.body = "，".join(filter(None, (cued.body, stranger.body)))
    stranger.aliases += [alias for alias in cued.aliases if alias not in stranger.aliases]
    if cued.looks[0].description:
        stranger.looks = cued.looks
    stranger.sex, stranger.age = stranger.sex or cued.sex, stranger.age or cued.age
    return stranger


def as_listed(company: Company, roles: dict[Role, str | None], names: Sequence[str]) -> bool:
    """Put those whom a shot list names into the `roles` of its shot: "A girl walks", cast: Lily, is Lily. True where
    somebody is seen for the first time."""
    missing = [role for name in names if (role := company.named(name)) is not None and role not in roles]
    nobodies = [role for role in roles if role.kind == "person" and not role.named and not role.speaks]
    new = False
    for role in missing:
        stranger = next((each for each in nobodies if role.kind == "person" and not _differ(each, role)), None)
        new = new or not role.seen
        if stranger is not None and not role.seen:
            nobodies.remove(stranger)
            made_known(company, stranger, role)
        else:
            role.seen = True
            company.touch(role)
            roles[role] = None
    return new


def kin_here(company: Company, word: str) -> Role | None:
    """母亲 without any 他的: the nameless woman who was just there."""
    if company.language != "zh" or word not in _KIN_ZH:
        return None
    kin = Role(word, "person", 0, "zh")
    kin.call(word)
    young = word in _YOUNG_KIN
    fitting = [
        role
        for role in company.recent
        if _is_nobody_yet(role) and not _differ(role, kin) and (role.age == "child") == (young and role.age == "child")
    ]
    return fitting[-1] if fitting else None


def _is_nobody_yet(role: Role) -> bool:
    nameless = role.kind == "person" and not role.named and not role.speaks and bool(role.heads)
    return nameless and set(role.heads) <= _ANYBODY_ZH and re.search(r"\d$", role.name) is None


def _differ(role: Role, other: Role) -> bool:
    sexes, ages = {role.sex, other.sex} - {""}, {role.age, other.age} - {""}
    return len(sexes) > 1 or ("child" in ages and len(ages) > 1)
