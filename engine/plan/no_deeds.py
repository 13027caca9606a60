"""Which verbs of an action line move nobody: a fishing rod, a letter slipped under the door, arms that are crossed.

English has one word for what a person and what a thing does, so most of these rules look at what stands right behind it.
"""

from __future__ import annotations

import re

_LIMBS_BEFORE = re.compile(r"\b(?:arms|legs|ankles|fingers)\s+$", re.I)
_LIMBS = re.compile(r"\s+(?:his|her|its|their)\s+(?:arms|legs|ankles|fingers|heart)\b", re.I)
"""Crossed arms go nowhere."""
_HAULS = re.compile(r"wheel|escort|usher")
_ON_THE_WAY = re.compile(
    r"\b(?:down|along|across|through|past|towards?|into|out of|away|out|off|up the|to the|over the)\b(?! (?:his|her|their) (?:arm|shoulder)s?)"
)
"""Where those go who carry something: "down the road"."""
SLIPS = re.compile(r"slip|trip|slid")
_PUTS = re.compile(r"\s+(?:off\s+)?(?:an?|the|his|her|its|their|it|him|them|something|one|two)\b")
_ALMOST = re.compile(r"(?:差一?点儿?|险些|几乎|没有?|不|别)$|\b(?:almost|nearly|never|not)\s+$", re.I)
_UNDONE_ZH = re.compile(
    r"(?:打算|计划|梦想|渴望|希望|盼望|想要|想去|想学|不想|不愿|不肯|从不|从未|从来[不没]|没有|没[去来再想能]|未能|不再|不会|不能|不敢|不得|无法|无力|忘了|忘记|来不及|舍不得|学不会"
    r"|禁止|严禁|不要|别再|是一?[个位名]|不许|不准|明天|后天|下次|将来|以后)[^，。；、]{0,6}$"
)
"""打算去跳舞, 不敢抬头: what somebody does not do, or not yet."""
_LONG_AGO_ZH = re.compile(r"昨[天晚日夜]|前天|曾经?|当年|去年|从前|以前|小时候|那年|上周|上个?月|[一二三几多]年前")
_ONCE_ZH = re.compile(r"[着了]?过")
_MODIFIES_ZH = re.compile(
    r"(?:学校|教室|教练|比赛|老师|培训|协会|中心|用品|俱乐部|课程|大会|节目|机器|高手|冠军|爱好者|工具|技巧|能力|声)(?![\u3400-\u9fff]{0,3}[着了])"
)
"""跳舞学校, 游泳教练: a verb that only says which."""
_UNDONE_EN = re.compile(
    r"(?:(?:\w+n['’]t|\b(?:cannot|never|without|no longer|nobody|no one|never \w+ to|instead of|rather than|unable to|too \w+ to|used to|about to|supposed to|afraid to|ready to))"
    r"|\b(?:refus|forget|forgot|fail|declin|long|wish|hop|want|plan|intend|dream|promis|threaten|yearn|forbid|beg|wait|need|like|lov|hat|offer|expect|swear|swore)\w*"
    r"\s+(?:(?:him|her|them|\w+)\s+)?(?:to|of)|\b(?:ask|tell|told|order|invit|want|urg|beg|teach|taught)\w*\s+(?:him|her|them|the \w+|\w+)\s+(?:not )?to)"
    r"\s+(?:\w+ly\s+|ever\s+|even\s+|once\s+|really\s+|be\s+){0,2}$",
    re.I,
)
_DONE_AFTER_ALL = re.compile(
    r"(?:can(?:no|['’])t|couldn['’]t|cannot)\s+(?:help|stop|resist|keep from)\s+$|\bn['’]t\s+(?:stop|cease)\s+$", re.I
)
_IDLE = re.compile(
    r"\b(?:time|years?|days?|hours?|minutes?|weeks?|months?|seasons?|centuries|rumou?rs?|news|words?|hopes?|prices|memories|opinions?|fame)\s+(?:\w+ly\s+)?$",
    re.I,
)
""" "Years fly by"."""
_LONG_AGO_EN = re.compile(
    r"\b(?:yesterday|tomorrow|last (?:night|week|month|year|summer|winter)|(?:years|months|weeks|days) ago|next (?:week|month|year|summer|winter|time)|some ?day|one day soon"
    r"|in (?:his|her|their) (?:youth|childhood|dreams?|imagination|memory|head)|as a (?:child|boy|girl))\b",
    re.I,
)
""" "Refuses to dance", "asks her to sing", "yesterday he swam": what nobody does now."""
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


def _is_untold(before: str, verb: str, after: str) -> bool:
    """What is only wished for, long past, or says of a thing which one it is."""
    past = _LONG_AGO_ZH.search(before) and _ONCE_ZH.match(after)
    which = _MODIFIES_ZH.match(after) and verb[-1] not in "开入出进到过向去回来在着了于"
    return bool(past or which or _UNDONE_ZH.search(before))


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
    before = clause[: verb.start()]
    if (
        (_UNDONE_EN.search(before) and not _DONE_AFTER_ALL.search(before))
        or _LONG_AGO_EN.search(clause)
        or _IDLE.search(before)
    ):
        return True
    if _ALMOST.search(clause[: verb.start()]) or _WHICH_ZH.match(clause[verb.end() :]):
        return True
    if _NOUN_ZH.match(clause, verb.start()):
        return True
    if not word.isascii() and _is_untold(clause[: verb.start()], word, after):
        return True
    if verb.group() == "飞" and clause[verb.end() : verb.end() + 1] in {"快", "速"}:
        return True  # 飞快地跑: nobody leaves the ground
    if verb.group() in {"进", "出", "落", "掉"} and _PUTS_ZH.search(clause[: verb.start()]):
        return True
    rests = verb.group().casefold().startswith("rest") and _HIS_HAND.match(clause[verb.end() :])
    return bool(rests or (verb.group().casefold().endswith("ing") and _GERUND.match(clause[verb.end() :])))
