"""Which verbs of an action line move nobody: a fishing rod, a letter slipped under the door, arms that are crossed.

English has one word for what a person and what a thing does, so most of these rules look at what stands right behind it.
"""

from __future__ import annotations

import re

_LIMBS_BEFORE = re.compile(r"\b(?:arms|legs|ankles|fingers)\s+$", re.I)
_LIMBS = re.compile(r"\s+(?:his|her|its|their)\s+(?:arms|legs|ankles|fingers|heart)\b", re.I)
"""Crossed arms go nowhere."""
_HAULS = re.compile(r"carr|haul|wheel|lug|escort|usher")
_ON_THE_WAY = re.compile(
    r"\b(?:down|along|across|through|past|towards?|into|out of|away|out|off|up the|to the|over the)\b(?! (?:his|her|their) (?:arm|shoulder)s?)"
)
"""Where those go who carry something: "down the road"."""
SLIPS = re.compile(r"slip|trip|slid")
_PUTS = re.compile(r"\s+(?:off\s+)?(?:an?|the|his|her|its|their|it|him|them|something|one|two)\b")
_ALMOST = re.compile(r"(?:差点儿?|险些|几乎|没有?|不|别)$|\b(?:almost|nearly|never|not)\s+$", re.I)
_WHICH_ZH = re.compile(r"[着了过落下起来动]{0,2}的(?!时候|瞬间)")
"""Nobody does what 差点 happens, nor what only tells of a thing: 飘落的雪花."""
_NOUN_ZH = re.compile(
    "跑道|跑车|跑鞋|走廊|走道|飞机|飞船|飞鸟|飞虫|飞刀|飞镖|飞蛾|飞碟|站台|站长|站牌|坐垫|坐椅|看台|看守|睡衣|睡袋|立柱|停车场|停车位"
    "|追兵|游船|游客|游戏|游乐|行人|行李|行囊|唱片|唱机|读者|听众|听诊器|望远镜|跳板|跳绳|躺椅|卧室|卧铺|叫声|喊声|问题|讲台|讲桌|念珠"
    "|守卫|守门|骑士|骑兵|落叶|落日|流水|说书"
)
"""在跑道上, 推开卧室的门: nouns that begin like a deed."""
_PUTS_ZH = re.compile(r"[扔丢放塞投装倒插抛踢寄递收藏]$")
"""扔进水里: a stone goes in, nobody else."""
_HIS_HAND = re.compile(r"^\s+(?:a|an|the|his|her|its|their|one|both)\b", re.I)
_GERUND = re.compile(
    r"^[ -](?:rods?|nets?|boats?|lines?|bags?|sticks?|shoes|boots|rooms?|trunks|ropes?|poles?|carpets?|pills?|horses?|desks?"
    r"|glasses|lamps?|village|gear|station|track|frame)\b",
    re.I,
)


_SIDE = re.compile(
    r"\b(?:look|glance|turn|point|lean|step|peer|stare|gaze|head|to the|on the|on (?:his|her|their|its)|from|and|then|or|right)\w*,?\s+(?:to the )?$",
    re.I,
)
"""Who looks left does not leave."""


def is_no_deed(verb: re.Match[str], clause: str) -> bool:
    """A fishing rod, a hand that rests on a table: nobody fishes or lies down. Who carries a bag need not go anywhere."""
    word, after = verb.group().casefold(), clause[verb.end() :]
    if (
        word == "left"
        and _SIDE.search(clause[: verb.start()])
        and not re.match(r"\s+(?:the|his|her|their|for|him|it)\b", after)
    ):
        return True
    if word in {"row", "rows"} and after.startswith(" of "):
        return True
    if word.startswith("cross") and (_LIMBS_BEFORE.search(clause[: verb.start()]) or _LIMBS.match(after)):
        return True
    if (_HAULS.match(word) and not _ON_THE_WAY.search(after)) or (SLIPS.match(word) and _PUTS.match(after)):
        return True
    if _ALMOST.search(clause[: verb.start()]) or _WHICH_ZH.match(clause[verb.end() :]):
        return True
    if _NOUN_ZH.match(clause, verb.start()):
        return True
    if verb.group() == "飞" and clause[verb.end() : verb.end() + 1] in {"快", "速"}:
        return True  # 飞快地跑: nobody leaves the ground
    if verb.group() in {"进", "出", "落", "掉"} and _PUTS_ZH.search(clause[: verb.start()]):
        return True
    rests = verb.group().casefold().startswith("rest") and _HIS_HAND.match(clause[verb.end() :])
    return bool(rests or (verb.group().casefold().endswith("ing") and _GERUND.match(clause[verb.end() :])))
