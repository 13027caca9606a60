"""Chinese nouns without a segmenter: the longest match in the lexicon, and what a measure word counts (一把铁锹).

Single characters that mean other things inside other words (花了, 相信, 马上) count only after a measure word, 的, or a
verb that takes them in the hand; words that merely contain a noun are listed as distractors and stepped over.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from engine.script.compounds_zh import as_compounds
from engine.script.dictionary import looked_up
from engine.script.lexicon import Category, Lexicon, lexicon, wordset
from engine.script.noun import Noun, kind_of
from engine.script.trades_zh import somebody_at, with_trades
from engine.vocabulary import broader_verbs

_COUNT = r"(?:[这那][一两三几]?|[一两二三四五六七八九十几半每某数]|\d+)"
_STOP = re.compile(
    r"[的地得着了过是在从向往朝把被将和与跟同对给让叫使有没不也都就又还才正很太上下里外内中前后左右旁边间起来去到进出回站走跑飞坐看望通"
    r"拿放落掉飘停等说为以而且或如像用我你他她它\W\da-zA-Z]"
)
_STEPPED_OVER = wordset(
    "一头扎 一头撞 一头栽 一头冲 一头倒 车后座 后座 一个人 两个人 三个人 两人 三人 一人 一口气 一下 一下子 一边 一样 一起 一直 一定 一切 一般 一面 一动不动 一点 一些 一会 一会儿 一次 一同 一旁 一身 "
    "一声不响 这个 那个 这样 那样 这里 那里 那边 这边 十分 万分 半天 每天 某天 一眼 一步 几步 一动"
)
_TAKES = "拿握举提抱背扛拎捧端放推拉扔抛接递给送喝吃骑划撑打开关上敲读写看点画戴穿披挂弹吹拔捡摘咬叼抓牵采卖买换坐上下乘有是见钓收装倒修摸拾抬叠折着了把将"
_HANDLED = "着出了的下上起过、拿提握举抱背拎捧端敲打开关把用"
_COMPOUND = re.compile(
    r"[\u3400-\u9fff]{1,2}?[箱枪刀剑灯伞琴笛鼓包盒瓶杯碗壶锅桶篮桌椅床柜帽鞋袍裙饼糕球旗牌表镜笔票币环链冠盾弓炮弹炉塔椅凳袋罐盘筐笼绳网桨锤斧钳铲锄轿车船舟筏]"
    r"(?=[，。！？；：、\s）”」]|[放挂立站摆在向朝走跑对给和与里上下前旁后]|$)"
)
_HEADED = re.compile(
    r"[\u3400-\u9fff]{1,3}[灯钟扇镜琴笛鼓箱盒瓶杯碗壶锅桶篮桌椅凳床柜架车船艇机炉帘帽鞋袍裙袄饼糕球旗牌表枪刀剑伞笔票袋罐盘筐笼绳网桨锤斧钳铲锄毯垫匣匾碑]"
    r"(?=[，。！？；：、”」]|$)"
)
_MADE_FOR = re.compile(r"[球鞋书酒茶饭药花鱼鸟米马刀箭雪布票信画琴糖][鞋帽衣裤裙盒架柜箱筐篓笼罐坛篮盆缸]")
"""球鞋 is no ball and 鞋盒 no shoe: the last character says what it is."""
_HOW_MANY = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_BESIDE = frozenset("上下前边旁里后头")
_FULL_NAME = {
    "桌": "桌子",
    "椅": "椅子",
    "窗": "窗户",
    "绳": "绳子",
    "帽": "帽子",
    "袍": "长袍",
    "裙": "裙子",
    "梨": "梨子",
}
_MADE_OF = re.compile(r"[灯鞍鞭蹄皮毛肉圈棚厩奶蛋汤粪]")
"""马灯, 羊毛, 鸡汤: of an animal, and no animal."""
_BEASTS_KIN = re.compile(
    r"(?P<kin>妈妈|爸爸|奶奶|爷爷|外婆|哥哥|姐姐|弟弟|妹妹|婆婆|公公|宝宝"
    r"|(?<=[\u3400-\u9fff]{2})(?:先生|太太|小姐|夫人|大叔|大婶|大哥|大姐|阿姨|叔叔|伯伯|老师|医生|警官|警长))"
)
"""狐狸妈妈 is a fox, 大象医生 an elephant."""
_HERDS: dict[str, tuple[str, Category]] = {
    "象": ("大象", "animal"), "狼": ("狼", "animal"), "羊": ("羊", "animal"), "牛": ("牛", "animal"), "马": ("马", "animal"),
    "鹿": ("鹿", "animal"), "猴": ("猴子", "animal"), "鸟": ("鸟", "bird"), "雁": ("大雁", "bird"), "鸭": ("鸭子", "bird"),
    "鹅": ("鹅", "bird"), "鸡": ("鸡", "bird"),
}  # fmt: skip
_HERD = re.compile(rf"([{''.join(_HERDS)}])群")
_TITLED_BEAST = re.compile(r"[象熊猫狗兔鼠狼虎狮猴羊猪鹿蛇龟鸡鸭鹅](?:妈妈|爸爸|奶奶|爷爷|哥哥|姐姐|弟弟|妹妹|宝宝)")
_DOUBLED = re.compile(r"(?![爸妈爷奶哥姐弟妹叔伯舅姑婆公宝娃])([\u3400-\u9fff])\1([\u3400-\u9fff])\2(?=地)")
"""舒舒服服地: how, and nothing one could hold."""
_ONE_BY_ONE = re.compile(r"一([\u3400-\u9fff])(?:一\1|\1)")
"""一口一口, 一圈圈: how often."""
_HOUSE_OF = re.compile(r"[铺店馆厂库站坊摊]")
"""The 车 of 修车铺, the 花 of 花店: what a house deals in need not be there."""
_FULL_OF = re.compile(
    r"(?:[挤坐站围聚]满了?|到处都?是|全都?是|[围聚挤]着(?:很多|许多|不少)?|围了(?:一圈|很多|许多|不少))$"
)
"""挤满了人: a crowd."""
_DAZED = wordset("发呆 出神 发愣 发抖 发笑 打转 打滚 打盹 玩耍 嬉戏 聊天 路过 经过 发光")
"""Verbs that end a noun nobody knows."""
_DAMAGED = re.compile(r"(?:破|裂|烂|划|撕|磨)[了开出]{1,2}$")
"""破了一个洞: a hole in something is nothing of its own."""
_SOMEBODY = re.compile(
    r"[^动人成会官满超饰]员$|[^校]医$|[士民枪哨卫骑步伤逃]兵$|[本军]兵$|[绑劫土]匪$|[盗窃小]贼$|[民刑交特女]警$|[木铁石花锁鞋]匠$|[摄琴厨律导]影?师$"
)
"""Endings of trades: 值班员, 摄影师."""
_ADDRESSED = wordset(
    "大妈 大爷 大叔 大婶 大嫂 大姐 大哥 大娘 阿姨 叔叔 伯伯 姐姐 哥哥 爷爷 奶奶 婆婆 老太太 老头 老汉 老人 小伙 小伙子 姑娘 小哥 先生 女士 小姐 妹妹 弟弟 小妹 小弟 师傅 大伯 老伯 大婶 嫂子 娘娘 男孩 女孩 少年 少女 男子 女子"
)
_KIN = re.compile(r"[爷奶爸妈爹娘父母公婆姐妹哥弟兄叔伯姑姨舅婶嫂儿女孙夫妻孩]")
_SMALLEST_GUESS, _LONGEST_GUESS = 1, 4


def beasts_kin(name: str) -> str:
    """What a beast is called among its own: 妈妈 of 狐狸妈妈; "" for any other name."""
    found = _BEASTS_KIN.search(name, 1)
    return found["kin"] if found and found.end() == len(name) else ""


def find(text: str) -> tuple[Noun, ...]:
    """The concrete nouns of a Chinese text, in order."""
    words = lexicon("zh")
    found: list[Noun] = []
    at = 0
    while at < len(text):
        if skipped := _stepped_over(text, at, words):
            at += skipped
            continue
        at = (
            _counted(text, at, words, found)
            or _unlisted(text, at, found)
            or _listed(text, at, words, found)
            or _looked_up(text, at, words, found)
            or at + 1
        )
    return tuple(as_compounds(with_trades(text, _one_person(found)), text))


def _one_person(found: list[Noun]) -> list[Noun]:
    """邻居大妈 and 警察叔叔 are one each: what somebody is, and how one speaks to them. 爷爷奶奶 are two."""
    people: list[Noun] = []
    for noun in found:
        if people and _is_addressed(people[-1], noun):
            first = people.pop()
            noun = replace(noun, from_=first.from_, adjectives=first.adjectives, trade=first.name)
        people.append(noun)
    return people


def _is_addressed(noun: Noun, then: Noun) -> bool:
    people = noun.kind == then.kind == "person" and noun.end == then.start == then.from_ and noun.count == 1
    called = then.name in _ADDRESSED or (then.name[-1] in "师员匠夫" and len(then.name) == 2)
    return people and called and noun.name not in _ADDRESSED and _KIN.search(noun.name) is None


@cache
def _counted_pattern() -> re.Pattern[str]:
    measures = sorted(lexicon("zh").words("measure"), key=len, reverse=True)
    return re.compile(rf"({_COUNT})({'|'.join(measures)})(?![上下着了])")


@cache
def _adjective_pattern() -> re.Pattern[str]:
    words = lexicon("zh")
    known = words.words("colour") | words.words("age") | words.words("adjective")
    longest_first = "|".join(sorted(known, key=len, reverse=True))
    return re.compile(rf"((?:很|非常|又)?(?:{longest_first}))(的)?|([\u3400-\u9fff]{{1,5}}?)的")


def _stepped_over(text: str, at: int, words: Lexicon) -> int:
    """How many characters to skip: words that only look as if they held a noun. 0 for none."""
    if doubled := _DOUBLED.match(text, at) or _ONE_BY_ONE.match(text, at):
        return doubled.end() - at
    if at and text[at] == "的" and _longest(text, at + 1, words)[0] > 1:
        return 1  # 受伤的士兵: no 的士
    for size in range(min(4, len(text) - at), 1, -1):
        chunk = text[at : at + size]
        if chunk in words.nouns:
            return 0
        if chunk in _STEPPED_OVER or chunk in words.words("distractor"):
            return size
    return 0


def _longest(text: str, at: int, words: Lexicon) -> tuple[int, Category | None]:
    for size in range(min(words.longest, len(text) - at), 0, -1):
        if size == 1 and (made := _MADE_FOR.match(text, at)) and text[at + 1 : at + 3] not in words.nouns:
            return 2, "wear" if made.group()[1] in "鞋帽衣裤裙" else "thing"
        category = words.nouns.get(text[at : at + size].casefold())
        wider = _in_dictionary(text, at, words) if category is not None else (0, None)
        if wider[0] > size and (size == 1 or wider[1] not in {"abstract", "scenery"}):
            return wider  # a 鸭嘴兽 is no duck, a 娃娃鱼 no doll
        if category is not None and not _runs_on(text, at, size, words):
            kin = _BEASTS_KIN.match(text, at + size) if category in {"animal", "bird"} else None
            return (kin.end() - at if kin else size), category
    return 0, None


def _runs_on(text: str, at: int, size: int, words: Lexicon) -> bool:
    """Whether the end of the match really begins a distractor: the 花 of 红花了 is no reason to miss 花了."""
    tail = text[at + size - 1 : at + size + 1]
    if size == 2 and text[at] in "老小大" and words.nouns.get(text[at + 1 : at + 3]) in {"person", "animal"}:
        return True  # a 老道士 is a 道士
    if size == 1 and _MADE_OF.match(text, at + 1) and words.nouns.get(text[at]) in {"animal", "bird"}:
        return True
    return size > 1 and tail in words.words("distractor") and tail not in words.nouns


def _counted(text: str, at: int, words: Lexicon, found: list[Noun]) -> int:
    """A number or pointer with its measure word, and the noun behind it. Returns where reading goes on, 0 for no match."""
    match = _counted_pattern().match(text, at)
    if match is None:
        return 0
    if max(_longest(text, at, words)[0], _in_dictionary(text, at, words)[0]) > len(match.group()):
        return 0  # a 三轮车 is one
    mass = match.group(2) in words.words("mass_measure") and match.group(2) != "道"  # 一道彩虹
    start, adjectives = _adjectives(text, match.end(), words)
    size, category = _longest(text, start, words)
    if not size:
        size, category = _in_dictionary(text, start, words)
        if category is not None and kind_of(category) is None:
            return start + size
    if not size and not mass:
        size = _headed(text, start) or _guess(text, start, words)
        if not size:
            return 0
        if _DAMAGED.search(text[:at]):
            return start + size
        head, category = _longest(text, start + size, words)
        if head and category is not None and kind_of(category) is not None:
            dressed = (*adjectives, text[start : start + size])
            found.append(_noun(text, start + size, head, category, dressed, at, match.group()))
            return start + size + head
        somebody = match.group(2) in {"名", "位"} or _SOMEBODY.search(text[start : start + size]) is not None
        category = "person" if somebody else "thing"
        found.append(_noun(text, start, size, category, adjectives, at, match.group(), known=somebody))
        return start + size
    if not size or category is None:
        return match.end()
    if category in {"wear", "appearance"} and (wearer := _wearer(text, start + size, words)):
        dressed = (*adjectives, text[start : start + size])
        found.append(_noun(text, start + size, wearer[0], wearer[1], dressed, at, match.group()))
        return start + size + wearer[0]
    if text[start : start + size] == "水" and match.group(2) in "盆桶壶杯碗瓢缸":
        vessel = _noun(text, start, size, "thing", adjectives, at, match.group())
        found.append(replace(vessel, name=f"水{match.group(2)}"))  # 一盆水: what holds it is seen
    elif kind_of(category) is not None and not (mass and category == "thing"):
        found.append(_noun(text, start, size, category, adjectives, at, match.group()))
    return start + size


def _wearer(text: str, at: int, words: Lexicon) -> tuple[int, Category] | None:
    """一个白胡子猎人: the beard is the hunter's."""
    size, category = _longest(text, at, words)
    return (size, category) if category in {"person", "animal", "bird"} else None


def _adjectives(text: str, at: int, words: Lexicon) -> tuple[int, tuple[str, ...]]:
    """Adjectives from `at` on, but never so many that no noun is left."""
    adjectives: list[str] = []
    while True:
        size = _longest(text, at, words)[0] or _in_dictionary(text, at, words)[0]
        match = _adjective_pattern().match(text, at)
        if match is None or (match.group(1) and size > len(match.group(1))) or (match.group(3) and size):
            return at, tuple(adjectives)
        rest = match.end()
        if not _longest(text, rest, words)[0] and not _guess(text, rest, words) and not match.group(2):
            return at, tuple(adjectives)
        adjectives.append(match.group(1) or match.group(3))
        at = rest


def _headed(text: str, at: int) -> int:
    """Length of an unknown noun that begins with what might be a verb, and ends in what is a thing: a 落地钟. 0 for none."""
    found = _HEADED.match(text, at)
    return len(found.group()) if found and _STOP.match(found.group()) else 0


def _guess(text: str, at: int, words: Lexicon) -> int:
    """Length of an unknown noun that begins at `at`: up to the next function word, listed verb or noun. 0 for none."""
    size = 0
    while size < _LONGEST_GUESS and at + size < len(text):
        here = text[at + size : at + size + 1]
        if (
            _STOP.match(here)
            or (size and text[at + size + 1 : at + size + 2] == here)  # 探测车缓缓驶来
            or text.startswith(("交给", "交到"), at + size)
            or (size >= _SMALLEST_GUESS + 1 and here in words.words("verbs"))
            or (size >= _SMALLEST_GUESS + 1 and _is_deed(text, at + size))
        ):
            break
        if size and (_longest(text, at + size, words)[0] > 1 or text[at + size : at + size + 2] in _DAZED):
            break
        size += 1
    doubled = text[at + size : at + size + 1] == text[at + size + 1 : at + size + 2] != ""
    if size == 1 and (text[at] in words.words("verbs") or doubled):
        return 0  # 一口喝下, 一片白茫茫
    return 0 if size > 1 and text[at + size - 1] == text[at + size - 2] else size  # 一片白茫茫 is no thing


def _is_deed(text: str, at: int) -> bool:
    """Whether a verb begins there that ends a noun nobody knows: 黄鼠狼竖起, 绿萝蔫了."""
    return text[at + 1 : at + 2] in set("了得着起满在到过") or text[at : at + 2] in broader_verbs("zh")


def _listed(text: str, at: int, words: Lexicon, found: list[Noun]) -> int:
    """A noun of the lexicon without a measure word. Returns where reading goes on, 0 for no match."""
    if end := _herd(text, at, found):
        return end
    if size := _compound(text, at, words):
        from_, adjectives = _adjectives_before(text, at, words)
        found.append(_noun(text, at, size, "thing", adjectives, from_, "", known=False))
        return at + size
    size, category = _longest(text, at, words)
    if category is None:
        return 0
    word = text[at : at + size]
    if word == "人" and _FULL_OF.search(text[:at]):
        crowd = _noun(text, at, 1, "crowd", (), at, "")
        found.append(replace(crowd, name="人群"))
        return at + 1
    if size == 1 and (house := _HOUSE_OF.match(text, at + 1)):
        return house.end()
    if word in words.words("ambiguous") and not _has_evidence(text, at):
        return 0
    if kind_of(category) is not None:
        from_, adjectives = _adjectives_before(text, at, words)
        found.append(_noun(text, at, size, category, adjectives, from_, ""))
    return at + size


def _unlisted(text: str, at: int, found: list[Noun]) -> int:
    """守夜人, 老学究: somebody by the build of the word. Returns where reading goes on, 0 for no match."""
    size = somebody_at(text, at)
    if size:
        from_, adjectives = _adjectives_before(text, at, lexicon("zh"))
        found.append(_noun(text, at, size, "person", adjectives, from_, ""))
    return at + size if size else 0


def _looked_up(text: str, at: int, words: Lexicon, found: list[Noun]) -> int:
    """A noun of the dictionary without a measure word. Returns where reading goes on, 0 for no match."""
    size, category = _in_dictionary(text, at, words)
    if category is None:
        return 0
    if kind_of(category) is not None:
        from_, adjectives = _adjectives_before(text, at, words)
        found.append(_noun(text, at, size, category, adjectives, from_, ""))
    return at + size


def _in_dictionary(text: str, at: int, words: Lexicon) -> tuple[int, Category | None]:
    """The longest dictionary noun at `at` that hides no noun of our own: a 红灯 would hide the 灯笼 of a 红灯笼."""
    for size in range(min(5, len(text) - at), 1, -1):
        entry = looked_up(text[at : at + size], "zh")
        if entry is None:
            continue
        alone = entry.category != "person"  # a 拳击手 has a hand and is none
        if not any(_hides(text, inside, at + size, words, alone=alone) for inside in range(at + 1, at + size)):
            return size, entry.category
    return 0, None


_NO_HEADS = frozenset(("body", "scenery", "abstract", "person"))
"""What a word ends in may be of that sort (黄包车), but a 船头 is no head, nor a 荒山 more than a mountain."""


def _hides(text: str, inside: int, end: int, words: Lexicon, *, alone: bool) -> bool:
    """Whether a listed noun begins at `inside` that is longer than what is left of the word, or (`alone`) all that is left."""
    return any(
        text[inside : inside + size] in words.nouns
        for size in range(end - inside + alone, min(5, len(text) - inside + 1))
        if size > 1
    ) or (inside == end - 1 and alone and words.nouns.get(text[inside]) in _NO_HEADS)


def _herd(text: str, at: int, found: list[Noun]) -> int:
    """象群 is several elephants, 象妈妈 one. Returns where reading goes on, 0 for neither."""
    if match := _HERD.match(text, at):
        name, category = _HERDS[match.group(1)]
        herd = _noun(text, at, 1, category, (), at, "群")
        found.append(replace(herd, name=name, end=match.end(), count=3))
        return match.end()
    titled = _TITLED_BEAST.match(text, at)
    if titled is None:
        return 0
    category = "bird" if text[at] in "鸡鸭鹅" else "animal"
    found.append(_noun(text, at, titled.end() - at, category, (), at, ""))
    return titled.end()


def _compound(text: str, at: int, words: Lexicon) -> int:
    """Length of a compound nobody listed whose last character says what it is: 药箱, 猎枪, 茶碗. 0 for none."""
    if not at or text[at - 1] not in _HANDLED:
        return 0
    found = _COMPOUND.match(text, at)
    if found is None or found.group() in words.nouns or _longest(text, at, words)[0] >= len(found.group()):
        return 0
    bad = (
        _STOP.search(found.group())
        or found.group()[0] in "开吃喝买卖做煮"
        or found.group()[0] in words.words("colour") | words.words("age")
    )
    return 0 if bad or found.group() in words.words("distractor") else len(found.group())


def _has_evidence(text: str, at: int) -> bool:
    before = text[at - 1] if at else ""
    if text[at + 1 : at + 2] in _BESIDE:
        return True
    return before == "的" or before in _TAKES or before in "红黄蓝绿白黑青紫灰金银大小老旧新破长短"


def _adjectives_before(text: str, at: int, words: Lexicon) -> tuple[int, tuple[str, ...]]:
    known = words.words("colour") | words.words("age") | words.words("adjective")
    adjectives: list[str] = []
    while True:
        end = at - 1 if text[at - 1 : at] == "的" else at
        size = next((n for n in (3, 2, 1) if end >= n and text[end - n : end] in known), 0)
        if not size or (text[end - 1 : end] == "方" and text[end - 2 : end - 1] in "远前后东南西北四对地官"):
            return at, tuple(reversed(adjectives))
        adjectives.append(text[end - size : end])
        at = end - size


def _count(determiner: str) -> int:
    if determiner[-1:] in {"群", "排"} or determiner[:1] in {"几", "数"}:
        return 3
    if determiner[-1:] in {"对", "双"}:
        return 2
    digits = re.match(r"\d+", determiner)
    return int(digits.group()) if digits else _HOW_MANY.get(determiner[:1], 1)


def _noun(
    text: str,
    start: int,
    size: int,
    category: Category,
    adjectives: tuple[str, ...],
    from_: int,
    determiner: str,
    *,
    known: bool = True,
) -> Noun:
    many = text[start + size : start + size + 1] == "们"
    return Noun(
        name=_FULL_NAME.get(text[start : start + size], text[start : start + size]),
        kind=kind_of(category) or "thing",
        adjectives=adjectives,
        start=start,
        end=start + size,
        from_=from_,
        known=known,
        worn=category in {"wear", "appearance"},
        crowd=category == "crowd",
        determiner=determiner,
        count=3 if many else _count(determiner),
        counted=determiner[:1] in _HOW_MANY or determiner[:1].isdigit(),
    )
