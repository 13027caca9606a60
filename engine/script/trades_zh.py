"""Chinese people by what they are: 值班护士 is one nurse, 守夜人 and 老学究 are somebody though no dictionary has them.

Chinese joins a trade to the word for its bearer without any sign between, so what stands right before a word for somebody is read
with it; and at the head of a clause, what ends like a person and then does something is one.
"""

from __future__ import annotations

import re
from dataclasses import replace

from engine.script.lexicon import lexicon, wordset
from engine.script.names_zh import goes_on, is_word
from engine.script.noun import Noun
from engine.vocabulary import vocabulary

_BUSY = wordset(
    "值班 值勤 值夜 实习 见习 退休 退伍 流浪 失业 打工 巡逻 巡夜 守门 守夜 守塔 卖花 卖唱 卖艺 洗碗 送货 送信 送奶 扫地 看门 打更 采茶 采药 采莲 放牛 放羊 牧羊 "
    "砍柴 打鱼 赶车 摆渡 说书 唱戏 跑堂 打铁 修车 修表 修鞋 补锅 磨刀 算命 耍猴 拾荒 烧火 挑水 卖菜 卖糖 敲钟 打柴 养蜂 领航 驾驶 带头 主治 主刀 替补 练摊 蒙面 "
    "年轻 中年 老年 青年 少年 邻家 邻居 隔壁 夜班 晚班 早班 杂技 芭蕾 考古 探险 勘探 侦察 巡查 搜救 救援 指挥 作战 训练 摄影 录音 翻译 采访 主持 表演 舞蹈 歌唱 游泳 跳水 拳击 体操 滑冰 赛车 攀岩 登山 潜水 捕鱼 狩猎 建筑 装修 搬运 清洁 保洁 修理 维修 雕刻 刺绣 纺织 烘焙 推销 销售 安检 执勤 办案 摇滚 街头 新科 当值 随行 贴身 首席 独臂 独眼 白衣 黑衣 红衣 青衣 蓝衣 灰衣 绿衣 布衣 锦衣 盲 聋 哑"
)
_ONE_SIGN = frozenset("女男老小大少副胖瘦高矮新盲聋哑")
_OPENS = re.compile(r"(?:^|[，。！？；：、“”\s的位名个群])$")
_SOMEBODY = re.compile(
    r"[\u3400-\u9fff]{1,4}?[人者娘夫匠师员客徒家郎婆仆工兵将侠妇汉翁童僧尼妃佬迷犯贼匪倌嫂爷妈婶友究贩商农警医探盗官吏卒奴婢魔鬼仙妖孩娃仔弟妹哥姐]|[老大小][\u3400-\u9fff]{1,2}[子墩儿头究工]"
)
_NOBODY = re.compile(
    r"[逢的了着在是有和与把被将给对向从往到跟这那哪每各某别他她它我你没无众两三四几些]|^[一个]|[一独][个人]|独自|[二五六七八九十百]人|主人家|人家|大家|国家|作家|专家$|时[候间]|^人"
)


def with_trades(text: str, found: list[Noun]) -> list[Noun]:
    """The nouns of a text, each person with what is joined to it: 银行 and 经理 are one."""
    joined: list[Noun] = []
    for noun in found:
        trade = (
            _trade(text, noun)
            if noun.kind == "person" and not noun.crowd and noun.start == noun.from_ and not noun.trade
            else ""
        )
        before = joined[-1] if joined else None
        if trade and before is not None and before.end > noun.start - len(trade):
            joined.pop()
        joined.append(replace(noun, from_=noun.start - len(trade), trade=trade) if trade else noun)
    return joined


def _trade(text: str, noun: Noun) -> str:
    """What is joined to the front of a word for somebody; "" for nothing."""
    for size in (4, 3, 2, 1):
        at = noun.start - size
        if at < 0 or not _OPENS.search(text[:at]):
            continue
        told = text[at : noun.start]
        if size == 1:
            return told if told in _ONE_SIGN and text[at : noun.end] not in lexicon("zh").nouns else ""
        return told if _is_trade(told) else ""
    return ""


def _is_trade(told: str) -> bool:
    """Whether the words are of the sort that says what somebody is."""
    if told in _BUSY or told[-2:] in _BUSY:
        return True
    entry = vocabulary("zh").get(told)
    category = lexicon("zh").category(told) or (entry.category if entry is not None and not entry.doubtful else None)
    return category in {"abstract", "scenery", "thing", "vehicle", "crowd", "appearance", "wear"} and not is_word(
        told, "p"
    )


def somebody_at(text: str, at: int) -> int:
    """Length of a word for somebody that nobody listed, where a clause opens with it and it does something. 0 for none."""
    if not _OPENS.search(text[:at]):
        return 0
    for size in (3, 2, 4, 5):
        word, rest = text[at : at + size], text[at + size :]
        if len(word) == size and _SOMEBODY.fullmatch(word) and not _NOBODY.search(word) and goes_on(rest):
            entry = vocabulary("zh").get(word)
            if lexicon("zh").category(word) is not None:
                return 0
            if entry is not None:
                return size if entry.category == "person" else 0
            return 0 if is_word(word, "p") or _holds_noun(word) else size
    return 0


def _holds_noun(word: str) -> bool:
    """门外客人: what holds a longer noun is read as that."""
    known, bears = lexicon("zh").nouns, word[-1] in "师手家员工匠夫客商"
    return any(
        word[a:b] in known and not (bears and (b == len(word) or (a == 0 and b == len(word) - 1)))
        for a in range(len(word))
        for b in range(a + 2, len(word) + 1)
    )
