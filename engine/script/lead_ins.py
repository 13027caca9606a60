"""Who speaks when a Chinese sentence leads up to a quotation: 沈青云放下灯笼，低声说：“…”, 掌柜老周吃了一惊：“…”.

The verb of speaking is often a clause away from whoever speaks, and what stands right before it is only how it is said; without this
the manner becomes a person (低声, 笑着).
"""

from __future__ import annotations

import re

from engine.script.lines import HAN
from engine.script.nouns import nouns_in
from engine.script.told_names import who_opens

SAY = (
    "说道|问道|答道|喊道|叫道|笑道|怒道|喝道|骂道|叹道|嚷道|吼道|应道|劝道|惊道|回答道|回答|大喊|大叫|高喊|大喝|怒喝|怒吼|低吼|惊呼|惊叫|尖叫|反问|追问|吩咐"
    "|说|问|喊|叫|答|道|吼|骂|嚷|嘀咕|低语|嘟囔|自言自语"
)
_HOW = (
    r"[轻低小大高厉沉朗柔颤失尖冷怒嘶哑闷粗细脆齐连]声|冷冷|淡淡|缓缓|慢慢|幽幽|恨恨|狠狠|悄悄|默默|喃喃|[微苦冷]?笑着|[抽哽]?哭着"
    r"|[压放]低了?(?:声音|嗓门|嗓音)|提高了?(?:声音|嗓门|嗓音)|急忙|连忙|赶紧|又|也|便|就|才|忍不住|一边走一边|喘着气|转过身来?|回过头来?|抬起头"
)
MANNER = rf"(?:(?:{_HOW}|(?:(?<=[{HAN}]{{2}})[{HAN}]{{4}}|[{HAN}]{{2}})地)[,，]?)*"
"""How something is said, before the verb."""

_ONLY_HOW = re.compile(
    rf"(?:{_HOW}|[{HAN}]{{2,4}}地|[{HAN}]{{1,3}}着|[怒笑哭喝骂叹惊急喊叫问答应吼嚷冷]|一字一[顿句]|没好气)*(?:{SAY})?"
)
_AT_LENGTH = re.compile(rf"[{HAN}]{{3,6}}地(?:{SAY})?")
"""头也不抬地说, 怒不可遏地喝道."""
_SAID = re.compile(rf"(?:{SAY})[着了]?$")
_WRITTEN = re.compile(
    r"[写刻印贴题标绣画读念看听翻]|显示|弹出|跳出|[字信牌匾]|纸条|布条|横幅|标语|屏幕|手机|[叫名称]|[是有为]$|歌词|广播|喇叭"
)
"""Behind these stands what is read, heard from afar, or called so."""
_STOP = re.compile(r"[。！？!?…；;\n“”\"「」『』]")
_PRONOUN = re.compile(r"[他她它我你您咱这那谁]|大家|众人|有人|人们|所有人")
_HE_OR_SHE = re.compile(
    r"[他她](?![们的家妈爸爹娘哥姐弟妹爷奶叔姨姑舅婆]|父亲|母亲|儿子|女儿|丈夫|妻子|老师|同[学事]|朋友|[^，,]{0,4}(?:看[见到]|听[见到]|发现|[让叫请]))"
)
"""Says it herself: not 她的老师说, 他妈妈说, nor 他听见李晓雨说."""
_ONE = re.compile(r"^(?:一|那|这)[个名位只条群]")


def is_manner(words: str) -> bool:
    """Whether this tells only how something is said, or that nobody in particular says it: 低声, 笑着, 厉声喝, 大家."""
    return _ONLY_HOW.fullmatch(words) is not None or _PRONOUN.match(words) is not None


def speaker_before(led: str) -> str:
    """Who says what follows `led`, which ends with a colon or a comma; "" when nobody does, or nobody in particular.

    他 or 她 where only whoever reads the whole story knows whom it means.
    """
    before, mark = led[:-1], led[-1:]
    *earlier, last = re.split("[，,]", _STOP.split(before)[-1].strip())
    if not (_SAID.search(last) or (mark in ":：" and not _WRITTEN.search(last))):
        return ""
    for clause in reversed((*earlier, last)):
        opened = _ONE.sub("", clause)
        if who := _who(opened):
            return who
        if _PRONOUN.match(opened):
            return opened[0] if _HE_OR_SHE.match(opened) else ""
    return ""


def far_from(clause: str) -> bool:
    """Whether a clause that leads up to a quotation names nobody, at length: 头也不抬地说."""
    return _AT_LENGTH.fullmatch(clause) is not None and not who_opens(clause)


def _who(clause: str) -> str:
    """The name or the noun that a clause opens with."""
    if is_manner(clause) or far_from(clause):
        return ""
    first = next(iter(nouns_in(clause, "zh")), None)
    named = first.name if first and first.start == 0 and first.kind in {"person", "animal", "bird"} else ""
    return who_opens(clause) or named
