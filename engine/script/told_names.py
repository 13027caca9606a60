"""Names that a Chinese text uses as if everybody knew them: 后羿把玉瓶交给嫦娥, with no cue, age or 名叫 anywhere.

Nothing marks a name in Chinese letters, so the text must say so itself: the same unlisted characters open clauses and do
there what only somebody can do (拿, 坐, 说, 转身). Once is enough for what is built like a name (小明, 林晓雨, 阿花).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from engine.script.introductions import SURNAMES, new_names
from engine.script.lexicon import lexicon, wordset
from engine.script.names_zh import name_alone, name_at, name_before

_CLAUSE = re.compile(r"[，。！？；：、…—\s“”‘’「」『』（）()《》【】\[\]|\d]+")
_OPENS = re.compile(
    r"^(?:忽然|突然|这时候?|此时|那时|接着|于是|只见|随后|然后|最后|终于|后来|从此|但是?|可是?|当|而|镜头|画面|特写|原来|屋里|门外|窗外)"
)
_TIME = re.compile(
    r"^(?:(?:清晨|早晨|早上|上午|中午|正午|午后|下午|傍晚|黄昏|夜里|夜晚|深夜|半夜|凌晨|当晚|第二天|次日|一天|这天|那天|今天|许久|良久|片刻|不久|不一会儿)后?|[一-龥]{1,4}(?:里|上|中|下|前|旁|边|外|内|后)(?=[一-龥]{4}))"
)
_TO_WHOM = re.compile(
    r"[把被对向朝给跟和与]|交到|望着|看着|盯着|抱着|抱住|拉住|拉着|扶着|扶起|叫醒|喊着|身后的|身旁的|身边的"
)
_DOES = re.compile(
    r"(?:[慢轻静缓悄独默急匆猛忽连][慢轻静缓悄自默忙匆地然]?地?|[\u3400-\u9fff]{2}地|正在?|孤身|孤零零地?|也|又|还|就|便|都|已经?|才|立刻|马上|终于|一个人|独自|从[^，。]{1,6}?|在[^，。]{1,8}?|向[^，。]{1,5}?|对[^，。]{1,5}?|和[^，。]{1,4}?)*"
    r"(?:把|将(?!军)|拿|提|举|抱|背(?!景|影)|牵|骑|推|拉|穿|戴|披|望|看|盯|瞪|转身|转过|低下?头|低着头|抬起?头|抬头|点头|点点头|摇头|回头|蹲|坐|站|跪|躺|趴|靠|走|跑|跳|奔|爬|追|逃|躲|藏|闯|挥|伸|握|捡|递|捧|端|摘"
    r"|拔|拾|说|问|喊|叫|笑|哭|唱|睡|醒|写|读|画|喝|吃|敲|打开|打着|打了|关上|扶|搀|扑|拍|搂|抹|擦|系|解|脱|换上|收拾|收起|放下|放着|接过|接住|扔|踢|踩|登上|跃|飞奔|来到|回到|赶来|赶到|听|闭|睁|微笑|皱|叹|咬|愣|停下|躲|守|等|种|修|摆|挑|扛|划|撑|尖叫|大[喊叫笑]|招招?手|挥挥?手|挡|挤|飞到|飞向|游|跟着?|带着|陪|送|救|摇|张开|张大|点了|探出|钻)"
)
_NO_NAME = re.compile(
    r"[的地得了着过是有我你您他她它们这那哪谁一二三四五六七八九十两几个每各某自己被把将让给跟和与或及向从往朝在上下里外内中前左右旁边不没别也都又还就再很最太更已正刚才只却便并因所为如像似同当到去来出进起回说问喊叫走跑坐站看望听"
    r"拿提举抱牵骑推拉抬转蹲跪躺伸挥握捡递拍吃喝哭笑睡醒写读画唱打开关放躲藏追逃爬跳飞穿戴披挂扑搂闭睁咬叹皱愣停等守登踩踢扔接]"
)
_NOBODY = wordset(
    "小心 小声 小步 小跑 小睡 小憩 小口 老远 老实 众人 大家 人们 双方 对方 彼此 全家 全村 家人 镜头 画面 远处 近处 忽然 突然 此刻 此时 瞬间 随即 随后 紧接 众多 所有 整个 全身 浑身 满脸 目光 泪水 微风 众神 群臣 众仙"
)
_BUILT_LIKE = re.compile(rf"(?:[小阿][\u3400-\u9fff]{{1,2}}|老[{SURNAMES}]|[{SURNAMES}][\u3400-\u9fff]{{1,2}})")
_LEGENDS = wordset(
    "嫦娥 后羿 吴刚 女娲 盘古 夸父 哪吒 孙悟空 悟空 唐僧 沙僧 牛郎 织女 愚公 神农 大禹 花木兰 木兰 白素贞 许仙 白娘子 梁山伯 祝英台 二郎神 玉帝 王母 王母娘娘 土地公 土地爷 济公 李白 杜甫 白居易 王维 孟浩然 苏轼 关羽 张飞 刘备 诸葛亮 玄奘 杨过 小龙女 郭靖 黄蓉 令狐冲 张无忌 赵子龙 赵云 曹操 孙权 周瑜 吕布 貂蝉 西施 杨贵妃 武则天 秦始皇 孔子 孟子 庄子 屈原 荆轲 项羽 刘邦 韩信 岳飞 包拯 包公 林黛玉 贾宝玉 王熙凤 薛宝钗 林冲 武松 鲁智深 宋江 李逵 猪八戒 沙和尚 孟姜女 董永 七仙女 钟馗 鲁班 华佗 李时珍 陶渊明 李清照 辛弃疾 陆游 唐伯虎 秋香 罗密欧 朱丽叶 哈姆雷特"
)
"""Whom nobody needs to introduce."""
_LONGEST = 3


def told_names(texts: Iterable[str]) -> tuple[str, ...]:
    """The names that nothing introduces, in the order in which the text first uses them."""
    written = list(texts)
    whole = "\n".join(written)
    acting = Counter(name for text in written for name in _subjects(text))
    told = [name for name in _LEGENDS if name in whole]
    told += [name for name, times in acting.items() if times > 1 or _is_plainly(name, whole)]
    built = list(dict.fromkeys(name for text in written for name in _built(text)))
    told = [name for name in told if not any(name != other and other in name for other in built)] + built
    told = [name[:2] if whole.count(name[:2]) > whole.count(name) else name for name in told]
    introduced = {introduction.name for text in written for introduction in new_names(text, "zh")}
    told = [name for name in told if name not in introduced]
    whole_names = [n for n in dict.fromkeys(told) if not any(n != other and n in other for other in told)]
    return tuple(sorted(whole_names, key=whole.find))


def does(text: str) -> bool:
    """Whether a Chinese text begins with what only somebody can do: 扛着一粒米, 慢慢地走."""
    return _DOES.match(text) is not None


def who_opens(clause: str) -> str:
    """The name that a clause begins with, behind an hour, a place or a trade; "" for none."""
    opened = _OPENS.sub("", clause)
    legend = next((name for name in _LEGENDS if opened.startswith(name)), "")
    return legend or name_at(opened) or name_at(_TIME.sub("", opened)) or _described(opened) or _by_trade(opened)


def _built(text: str) -> Iterator[str]:
    """What is built like a name, and acts at the head of a clause or has something done to it."""
    opening = re.match(r"[\u3400-\u9fff·]{2,5}(?=，)", text)
    if opening and (name := name_alone(opening.group())):
        yield name
    for clause in _CLAUSE.split(text):
        if name := who_opens(clause):
            yield name
        yield from filter(None, (name_before(clause[found.end() :]) for found in _TO_WHOM.finditer(clause)))


def _described(clause: str) -> str:
    """加班到凌晨的小赵两眼布满血丝: a whole sentence may tell of somebody before his name."""
    return next((name for found in re.finditer("的", clause) if (name := name_at(clause[found.end() :]))), "")


def _by_trade(clause: str) -> str:
    """服务员小周: the name behind what somebody is."""
    trade = next((size for size in (4, 3, 2) if lexicon("zh").category(clause[:size]) == "person"), 0)
    return name_at(clause[trade:]) if trade else ""


def _is_plainly(name: str, whole: str) -> bool:
    """小明, 阿花, 林晓雨: once will do; 林芳 says it by being spoken of again."""
    built = _BUILT_LIKE.fullmatch(name) is not None
    return built and (name[0] in "小阿老" or len(name) == _LONGEST or whole.count(name) > 1)


def _subjects(text: str) -> Iterator[str]:
    """What opens a clause and acts in it, clause by clause."""
    for clause in _CLAUSE.split(text):
        opened = _OPENS.sub("", clause)
        found = next((opened[:size] for size in range(2, _LONGEST + 1) if _is_name_before(opened, size)), "")
        if found:
            yield found


def _is_name_before(clause: str, size: int) -> bool:
    name, rest = clause[:size], clause[size:]
    if len(name) < size or not _DOES.match(rest) or _NO_NAME.search(name) or name in _NOBODY:
        return False
    known = lexicon("zh")
    words = known.words("adjective") | known.words("colour") | known.words("distractor") | known.words("verbs")
    if name in words or name[:2] in words or (name[0] == name[1] and size == 2):
        return False
    listed = any(known.category(name[a:b]) for a in range(size) for b in range(a + 2, size + 1))
    beast = known.category(name[-1]) in {"animal", "bird", "vehicle"}  # 白鹅, 黄狗
    return not listed and not beast and known.category(name) is None
