"""Chinese compounds that no list holds: what a thing is of, for or like stands before its head (铁皮青蛙, 咖啡机, 烤乳猪, 酒葫芦).

A frog of tin is a toy and no frog, and a gourd for wine is one thing, not wine and a gourd. So neighbours are read as one noun where
nothing parts them, and go by the whole name.
"""

from __future__ import annotations

import re
from dataclasses import replace

from engine.script.lexicon import lexicon, wordset
from engine.script.noun import Noun

_OF = wordset(
    "木头 实木 红木 樟木 楠木 檀木 紫檀 松木 梨木 桃木 榆木 柏木 乌木 黄杨木 铁皮 铸铁 生铁 精铁 玄铁 白铁 青铜 黄铜 紫铜 白铜 纯金 黄金 白银 镀金 鎏金 包金 描金 烫金 "
    "玻璃 水晶 琉璃 琥珀 象牙 翡翠 玛瑙 珊瑚 珍珠 白玉 碧玉 青玉 羊脂玉 汉白玉 大理石 花岗岩 青石 石头 水泥 陶瓷 青花 青花瓷 白瓷 粗瓷 陶土 搪瓷 塑料 橡胶 橡皮 泡沫 不锈钢 "
    "丝绸 绸缎 锦缎 丝绒 天鹅绒 毛绒 绒布 棉布 粗布 蓝布 花布 土布 白布 黑布 红布 碎花 格子 条纹 绣花 羊皮 牛皮 鹿皮 虎皮 狐皮 狼皮 兽皮 貂皮 鳄鱼皮 油布 油纸 宣纸 牛皮纸 草纸 彩纸 皱纹纸 硬纸 纸板 "
    "柳条 藤条 芦苇 麦秆 稻草 竹篾 竹编 草编 藤编 羽毛 鹅毛 鸡毛 孔雀毛 马尾 毛线 麻绳 糖 面 泥 布 纸 木 竹 铁 铜 锡 铝 石 玉 瓷 陶 蜡 冰 雪 草 藤 皮 绒 麻 绢 绸 金 银 玩具 发条 遥控 充气 电动 儿童 迷你 微型"
)
_MATERIAL = re.compile(rf"(?:{'|'.join(sorted(_OF, key=len, reverse=True))})$")
_COOKED = re.compile(
    r"(?:红烧|清蒸|油炸|油焖|糖醋|盐焗|冰镇|凉拌|爆炒|干煸|水煮|香煎|炭烤|[烤炸煮蒸炒煎卤腌熏炖烧焖酱糟])$"
)
_TAKEN = re.compile(r"(?:[把将的着块只个串条盘碟锅碗笼份根片盆]|[一两几])$")
_LIVING = frozenset(("animal", "bird"))
_HEAD_KINDS = frozenset(("thing", "vehicle", "animal", "bird"))
_TOUCHES = wordset("上 下 里 外 内 前 后 中 边 旁")


def as_compounds(found: list[Noun], text: str) -> list[Noun]:
    """The nouns, with what belongs together made one."""
    made: list[Noun] = []
    for noun in found:
        before = made[-1] if made else None
        if before is not None and _belongs(before, noun):
            made[-1] = _joined(made[-1], noun, text)
        else:
            made.append(_of_material(noun, before.end if before else 0, text))
    return made


def _belongs(first: Noun, then: Noun) -> bool:
    """Whether a noun only says of what sort the next one is. What is counted apart, or is a person, stands for itself."""
    close = first.end == then.start == then.from_ and not then.determiner and not then.worn
    sort = first.kind == "thing" or first.name in _OF
    return close and sort and not first.worn and then.kind in _HEAD_KINDS and _is_head(then)


def _is_head(noun: Noun) -> bool:
    return noun.name not in _TOUCHES and not noun.crowd and noun.count == 1


def _joined(first: Noun, then: Noun, text: str) -> Noun:
    return replace(
        then,
        name=text[first.start : then.end],
        start=first.start,
        from_=first.from_,
        adjectives=first.adjectives,
        determiner=first.determiner,
        count=first.count,
        counted=first.counted,
    )


def _of_material(noun: Noun, free: int, text: str) -> Noun:
    """The noun with what it is made of before it, or how it is cooked; an animal of tin is a toy."""
    left = text[max(free, noun.from_ if noun.determiner else free, noun.start - 4) : noun.start]
    if (
        noun.kind in _HEAD_KINDS
        and not noun.worn
        and (of := _MATERIAL.search(left))
        and _starts(left, of.start(), text, noun)
    ):
        toy = noun.kind in _LIVING | {"vehicle"}
        kind = "thing" if toy else noun.kind
        return replace(
            noun,
            name=of.group() + noun.name,
            kind=kind,
            start=noun.start - len(of.group()),
            from_=min(noun.from_, noun.start - len(of.group())),
        )
    cooked = _COOKED.search(left) if noun.kind in _LIVING | {"thing"} else None
    if cooked and (noun.determiner or _TAKEN.search(text[: noun.start - len(cooked.group())])):
        size = len(cooked.group())
        return replace(
            noun,
            name=cooked.group() + noun.name,
            kind="thing",
            start=noun.start - size,
            from_=min(noun.from_, noun.start - size),
        )
    return noun


def _starts(left: str, at: int, text: str, noun: Noun) -> bool:
    """Whether a word may begin there: long words for materials always, 木 and 纸 only behind a measure word or what takes one."""
    if noun.start - (len(left) - at) <= 0 or len(left) - at > 1:
        return True
    before = text[noun.start - (len(left) - at) - 1]
    known = lexicon("zh").words("measure") | lexicon("zh").words("adjective") | lexicon("zh").words("colour")
    return before in known or before in "的着把拿抱提举捧握端了块片带骑推拉有是成、，。"
