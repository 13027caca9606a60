"""What is built like a Chinese name, and whether it is a man's or a woman's: 秦瑶, 阿强, 何老板, 司马青, 马克, 玉兰.

Chinese letters have no capitals, so the build of a name is all there is: a surname and what parents choose, a nickname's 阿 or 小, a
title, sounds of a foreign tongue. What a dictionary knows is no name (高兴, 江水, 马蹄声), and behind a name something must begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from engine.assets import assets_folder, word_table
from engine.script.lexicon import lexicon, wordset

NameSex = Literal["", "female", "male"]

_SOUNDS = frozenset(
    "阿艾安奥巴贝本比波博布查达黛戴丹德蒂迪杜多尔凡菲芬佛弗夫福伽盖格哈海赫亨霍基吉加杰卡凯坎科克库拉莱兰劳雷里丽利莉琳林卢鲁露罗洛马玛迈麦曼梅蒙米密莫姆娜纳内尼妮诺欧帕佩皮普齐奇琪乔茜切琼瑞萨塞森莎珊"
    "史斯丝苏索塔泰汤特提图托瓦威维温文沃乌西希夏谢雅亚扬伊英约詹珍兹佐茨伦顿逊顺恩朵蕾薇娅芙葛依古孜热娜江买尔勒旺扎措央卓玛吉才让"
)
_LONG_SOUNDS = 3
_ADDED = re.compile(r"[哥姐爷叔姨伯婶嫂妈婆总导]|老师|师傅|先生|小姐|大哥|大姐|叔叔|阿姨|爷爷|奶奶|同学")
_NOT_NICK = wordset(
    "小心 小声 小步 小跑 小睡 小憩 小口 小雨 小雪 小风 小河 小溪 小路 小桥 小巷 小镇 小村 小院 小屋 小店 小楼 老树 老屋 老街 老宅 老井 老路 大雨 大雪 大风"
)
_RUNS = re.compile(
    r"(?:手拉手|手牵手|手挽手|肩并肩|并肩|一起|相视|没|不|正|又|也|还|就|才|却|已|被|把|将|从|向|朝|在|给|跟|和|与|对|用|以|拿|是|有|一|只|忽|猛|连|都|刚|再|可|的[手眼脸脚头身背声泪脑嘴影心血双两额腿肩胸目视嗓呼牙鼻耳眉拳])"
)
_BODY = re.compile(
    r"(?:嘴角|嘴唇|眼睛|眼神|眼眶|眼泪|眼里|眼中|眼前|脸色|脸上|满脸|满眼|满头|满身|满面|浑身|全身|双手|双眼|双腿|双脚|两眼|两手|两腿|眉头|眉毛|额头|额上|心里|心中|心头|心如|手里|手中|手上|手捧|手持|手心|肩上|身穿|身后|身上|头戴|头发|头上|气得|吓得|乐得|急得|累得|高兴得|肚子|喉咙|鼻子|鼻涕|汗水|冷汗|声音|泪)"
)
_DOES_AT_ONCE = re.compile(
    r"[走跑跳爬追逃躲藏看望盯瞪瞧听问喊叫说笑哭唱睡醒坐站跪躺趴蹲靠拿提举抱背牵骑推拉穿戴披伸挥握捡递捧端摘拔拾读写画喝吃敲打扶搀扑拍搂抹擦系解脱扔踢踩闭睁皱叹咬愣停等守种修摆挑扛划撑挡挤游跟陪送救摇攥揉捂指点甩累气吓急冲转低抬张"
    r"掏接放收拖搬切炒煮洗扫钓射弹吹拧翻撕剥撞摔滚蹦退躬鞠垂仰俯凑贴偷瞄瞥盼想念奔迈踱踮踏登攀跨跃飞落骂吼嚷哼念咳喘颤抖哆眨流咽吞嚼啃舔尝闻嗅抚摸挠抓揪掐拽扯捏揪搓甩抛投砸劈砍锯刻绣缝织补挠挺撒探搅掀揭裹蹭抡舞刨绕磕叩拜弯昂蜷缩钻窜溜闯冒拐瘸晃荡漂浮沉吐喷嗑吸憋噎泣唤嘟嘀哄劝训斥夸谢求祈诵抄描涂漆贴剪裁绑捆拴勒锁关掩挎揣搜寻觅找挖埋浇割晒磨烧烤煎熬盛舀斟敬饮品颠驾乘御施念变化化遁现显会遇逢挽携依偎偷耸耷垮怒愁悲羞惊慌愕怔僵软傻呆瘪撇嘴脸泪汗两单一]"
)
_AT_ONCE_ENDS = re.compile(r".[着了过起出到向住满开上下进回来去得完倒瘫入醒掉给在动紧碎破]")


_PET = re.compile(
    r"[豆果糖米乐贝毛点丁当球朵洋阳天明强欢圆甜妞囡安晨晴佳倩琪珊楠露菲萌婷娜芳静丽莉媛萍玲兰燕薇蓉多咪嘟童宝]"
)
_HUMAN = re.compile(
    r"(?:惊讶|吃惊|高兴|开心|害怕|生气|伤心|难过|得意|兴奋|好奇|害羞|委屈|紧张|认真|小声|大声|悄悄|偷偷|慌忙|连忙|赶紧|吓得|气得|急得|乐得|笑得|哭得|不好意思|小心翼翼)|[说问喊叫哭笑捂眨撅噘嚷骂拉牵抱举捧扑躲跑蹦跳坐蹲趴踮]|点点?头|摇摇?头|抬起?头|低下?头|背着|拎着|拿着"
)


_NUMBERED = re.compile(
    r"[小老阿][大二三四五六七八九][子儿狗毛宝丫妹]?(?=[^十百千万个只条年月天])|[王李张刘陈杨赵孙周吴郑冯牛马田胡朱高何郭罗梁宋唐许韩][大二三四五六七八九](?:麻子|愣子|柱子|狗子|[叔爷哥姐嫂娘婶婆妹弟丫牛虎狗蛋愣柱妞毛伯])"
)
"""小六子, 王二麻子, 李四爷: the how manieth of a family."""
_SOUNDS_OR_TIME = re.compile(
    r"(?:[啪哗扑噗咚砰哐咣嗖唰刷呼嗷哇哼嘿哈嘭哧吱腾霍倏][\u3400-\u9fff]{0,2}(?:地|一声|的一声)|整[天日夜晚]|每[天日晚]|一[听看见进出到把脚手口头步边路阵下屁个骨溜]"
    r"|连[做走跑喝吃哭着]|此刻|从小|平[日时]|终[日于]|(?:脸|眼|手脚|嘴|腿|眉|脊|背脊|背上|鼻|胳膊|嗓|脚下|脚底|喉头|剑|枪|刀锋)|[两双][眼手腿脚拳膝颊人肩臂]|十指|身[形子体]|[怒喜悲惊][目气不从]|[冻累吓气急乐笑哭疼困饿羞]得)"
)
"""啪地立正, 整天闷闷不乐, 脸涨得通红: what begins so is told of somebody."""


@dataclass(frozen=True, slots=True)
class _Tables:
    surnames: frozenset[str]
    word_surnames: frozenset[str]
    compound: frozenset[str]
    given: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]
    female_given: frozenset[str]
    male_given: frozenset[str]
    titles: tuple[str, ...]
    female_titles: frozenset[str]
    male_titles: frozenset[str]


@cache
def _tables() -> _Tables:
    raw = cast("dict[str, list[str]]", word_table("names.zh.json"))
    told = {key: " ".join(lines) for key, lines in raw.items()}
    female, male = frozenset(told["female"]), frozenset(told["male"])
    ladies, men = wordset(told["title_female"]), wordset(told["title_male"])
    return _Tables(
        surnames=frozenset(told["surname"]) - {" "},
        word_surnames=frozenset(told["surname_word"]),
        compound=wordset(told["surname_compound"]),
        given=(frozenset(told["given"]) | female | male) - {" "},
        female=female - male,
        male=male - female,
        female_given=wordset(told["female_given"]),
        male_given=wordset(told["male_given"]),
        titles=tuple(sorted(wordset(told["title"]) | ladies | men, key=len, reverse=True)),
        female_titles=ladies,
        male_titles=men,
    )


@cache
def _foreigners() -> dict[str, str]:
    """Names of other tongues and whose they are, "-" where we do not know: the dictionary's, then our own."""
    raw = cast("dict[str, list[str]]", word_table("names.zh.json"))
    ours = {name: sex for sex in ("female", "male") for name in " ".join(raw[f"foreign_{sex}"]).split()}
    return {**_pairs("foreign.zh.tsv"), **ours}


@cache
def _pairs(table: str) -> dict[str, str]:
    path = assets_folder() / "vocabulary" / table
    lines = path.read_text(encoding="utf-8").splitlines()
    return {word: kind for word, _, kind in (line.partition("\t") for line in lines)}


def name_at(clause: str) -> str:
    """The name that a clause opens with and that does something there; "" for none."""
    told = next((name for name in _shapes(clause) if goes_on(clause[len(name) :])), "")
    return told or _addressed(clause)


def given_name(name: str) -> str:
    """What friends call somebody: 小雨 of 林小雨; "" where nothing is left of two signs or more without the surname."""
    tables = _tables()
    size = 2 if name[:2] in tables.compound else 1 if name[:1] in tables.surnames | tables.word_surnames else 0
    given = name[size:]
    plain = len(given) != 2 or lexicon("zh").category(given) is not None  # 白娘子 is no 白 who is called 娘子
    return "" if plain or not size else given


def _addressed(clause: str) -> str:
    """胡老板, 唐队长: a surname with a long title is somebody whatever follows."""
    tables = _tables()
    size = 2 if clause[:2] in tables.compound else 1 if clause[:1] in tables.surnames | tables.word_surnames else 0
    title = next((t for t in tables.titles if len(t) > 1 and clause.startswith(t, size)), "") if size else ""
    title = "" if clause[: size + 1] in _pairs("words.zh.tsv") else title  # 史书记载
    end = size + len(title)
    return clause[:end] if title and not re.match(r"[的们和与]", clause[end:]) else ""


def name_before(text: str) -> str:
    """The name that `text` opens with, somebody to whom something is done: 把信交给王芳, so it must be plainly one."""
    return next((name for name in _shapes(f"{text}，") if _ends(text[len(name) :]) and _is_plain(name)), "")


def name_alone(clause: str) -> str:
    """The clause when it is a name and nothing else: 秦瑶，一身红衣，走来."""
    sure = _tables().surnames
    return next((n for n in _shapes(f"{clause}，") if n == clause and (_is_plain(n) or n[0] in sure)), "")


def is_word(word: str, kind: str) -> bool:
    """Whether the dictionary has the word: "p" for what can follow a subject, "n" for any other."""
    return _pairs("words.zh.tsv").get(word) == kind


def goes_on(rest: str) -> bool:
    """Whether what somebody does, or how, begins here: 撒腿就跑, 垂头丧气地走, 嘴角上扬."""
    words = _pairs("words.zh.tsv")
    said = any(words.get(rest[:size]) == "p" for size in (4, 3, 2))
    return bool(
        said
        or _SOUNDS_OR_TIME.match(rest)
        or _BODY.match(rest)
        or _RUNS.match(rest)
        or _DOES_AT_ONCE.match(rest)
        or _AT_ONCE_ENDS.match(rest)
    ) and not re.match(r"的(?![手眼脸脚头身背声泪脑嘴影心血双两额腿肩胸目视嗓呼牙鼻耳眉拳])|[得着了过们]", rest)


def certain_sex(name: str) -> NameSex:
    """Whose a name is where nobody would ask: 王阿姨, 玛丽, 桂兰, 小红. Of 秦瑶 a "he" may still tell otherwise; the wardrobe guesses."""
    tables = _tables()
    if foreign := _foreigners().get(name.partition("·")[0]):
        return cast("NameSex", foreign) if foreign != "-" else ""
    title = next((t for t in tables.titles if name.endswith(t) and len(name) > len(t)), "")
    if title in tables.female_titles or title in tables.male_titles:
        return "female" if title in tables.female_titles else "male"
    given = _given_of(name.removesuffix(title))
    if given in tables.female_given or given in tables.male_given:
        return "female" if given in tables.female_given else "male"
    nick = given if is_childs(name) else ""
    return "female" if nick and nick in tables.female else "male" if nick and nick in tables.male else ""


def is_childs(name: str) -> bool:
    """小红 is a girl and 豆豆 a child; 小王 is whoever works with you."""
    tables = _tables()
    nick = len(name) == 2 and name[0] == "小" and name[1] in tables.given
    pet = len(name) == 2 and name[0] == name[1] and name[0] in "豆果糖米乐贝毛点丁球朵妞囡圆甜宝童"
    pet = pet or (len(name) == 3 and name[0] == "小" and lexicon("zh").category(name[1:]) in {"thing", "scenery"})
    return pet or (nick and name[1] not in tables.surnames | tables.word_surnames)


def _given_of(name: str) -> str:
    """瑶 of 秦瑶, 青 of 司马青, 强 of 阿强, 建国 of 建国."""
    tables = _tables()
    if name in tables.female_given or name in tables.male_given:
        return name
    if len(name) > 2 and name[:2] in tables.compound:
        return name[2:]
    if name[:1] in "阿小老大" or name[:1] in tables.surnames | tables.word_surnames:
        return name[1:]
    return name


def _shapes(text: str) -> Iterator[str]:
    """What may be a name at the beginning of a text, the surest shape first."""
    yield from _titled(text)
    yield from (found.group() for found in [_NUMBERED.match(text)] if found)
    yield from _foreign(text)
    if text[:2] in _tables().compound:
        yield from (text[:size] for size in (4, 3) if _is_given(text[2:size]) and len(text) > size)
    yield from _nicknames(text)
    yield from _full_names(text)
    yield from _given_names(text)
    yield from _pet_names(text)


def _pet_names(text: str) -> Iterator[str]:
    """小叶子, 豆豆: a thing or a doubled sign, where what follows is only ever done by somebody."""
    for size in (2, 3):
        name, rest = text[:size], text[size:]
        thing = name[:1] == "小" and lexicon("zh").category(name[1:]) in {"thing", "scenery"} and size == 3
        doubled = size == 2 and name[:1] == name[1:] and name not in _pairs("words.zh.tsv") and _PET.match(name)
        if (thing or doubled) and _HUMAN.match(rest):
            yield name


def _titled(text: str) -> Iterator[str]:
    """林教授, 何老板, 王阿姨, 晓雯姐, 建国叔."""
    tables = _tables()
    for size in (1, 2, 3):
        whose = text[:size]
        surname = whose in tables.compound or (size == 1 and whose in tables.surnames | tables.word_surnames)
        known = whose in tables.female_given or whose in tables.male_given or (size > 1 and _is_full(whose))
        for title in tables.titles:
            if not text.startswith(title, size):
                continue
            single = len(title) == 1 and size == 1 and text[: size + 1] in _pairs("words.zh.tsv")
            single = single or _crosses(text, size + len(title))
            if (surname or (known and _ADDED.fullmatch(title))) and not single:
                yield whose + title


def _foreign(text: str) -> Iterator[str]:
    """马克, 艾米丽, 安娜·卡列尼娜: known, or three and more signs that are used for sounds."""
    known = _foreigners()
    for size in range(min(5, len(text)), 1, -1):
        name = text[:size]
        sounds = size >= _LONG_SOUNDS and set(name) <= _SOUNDS
        if name in known or (sounds and not _is_word(name)):
            title = _ADDED.match(text, size)
            yield from (name + title.group(), name) if title else (name,)


def _nicknames(text: str) -> Iterator[str]:
    """阿强, 小红, 老周, 阿秀英; 小雨 and 老树 are weather and wood."""
    tables = _tables()
    prefix, rest = text[:1], text[1:2]
    if text[2:3] == "子" or len(text) < 3 or prefix not in "阿小老大" or text[:2] in _NOT_NICK or _crosses(text, 2):
        return
    surname, chosen = rest in tables.surnames | tables.word_surnames, rest in tables.given
    if lexicon("zh").category(text[:2]) or (text[:2] in _pairs("words.zh.tsv") and rest not in tables.surnames):
        return
    if prefix == "阿" and chosen and text[2] in tables.given and text[1:3] in tables.female_given | tables.male_given:
        yield text[:3]
    little = prefix == "小" and rest in "丫妞蛋毛胖黑虎牛狗猴龙凤菊娥"
    if prefix == "阿" or little or (prefix in "阿小" and (surname or chosen)) or (prefix in "老大" and surname):
        yield text[:2]


def _full_names(text: str) -> Iterator[str]:
    """陈默, 林晓雨: the longer one where the shorter one leaves the middle of a word."""
    for size in (3, 2):
        if len(text) > size and _is_full(text[:size]) and not _crosses(text, size):
            yield text[:size]


def _is_full(name: str) -> bool:
    tables = _tables()
    if not 1 < len(name) < 4 or _is_word(name) or not _is_given(name[1:]):
        return False
    return (
        name[0] in tables.surnames
        or (name[0] in "林叶江夏苗方" and name[1:] in "雪雨云月霜露梅兰竹菊")
        or (name[0] in tables.word_surnames and _is_chosen(name[1:]))
    )


def _given_names(text: str) -> Iterator[str]:
    """玉兰, 建国, 晓雯: known given names without any surname."""
    tables = _tables()
    name = text[:2]
    if name in tables.female_given | tables.male_given and len(text) > 2 and not lexicon("zh").category(name):
        yield name


def _is_given(given: str) -> bool:
    """Signs that parents choose, and no word that says something else."""
    tables = _tables()
    return bool(given) and len(given) < 3 and set(given) <= tables.given


def _is_chosen(given: str) -> bool:
    """What parents alone choose: behind 黄 and 白 no 花 or 石, for those are yellow flowers and white stones."""
    tables, known = _tables(), lexicon("zh").nouns
    chosen = [c for c in given if c not in known and c in tables.female | tables.male | tables.given]
    return len(chosen) == len(given) or (len(given) > 1 and bool(chosen))


def _is_word(name: str) -> bool:
    known = lexicon("zh")
    listed = any(known.category(name[a:b]) for a in range(len(name)) for b in range(a + 2, len(name) + 1))
    return listed or name in _pairs("words.zh.tsv") or (len(name) > 2 and name[1:] in _NOT_NICK)


def _crosses(text: str, size: int) -> bool:
    """Whether a word begins inside the name and ends behind it: 明白了 in 张明白了, 马蹄声."""
    words = _pairs("words.zh.tsv")
    if any(words.get(text[:longer]) for longer in (3, 4) if longer > size):
        return True
    inside = any(text[size - 1 : end] in words for end in range(size + 1, size + 4))
    return inside and not any(words.get(text[size : size + more]) == "p" for more in (4, 3, 2))


def _ends(rest: str) -> bool:
    return not rest or re.match(r"[，。！？；、：的]", rest) is not None or goes_on(rest)


def _is_plain(name: str) -> bool:
    """Whether a name is one beyond doubt, wherever it stands."""
    tables = _tables()
    if name in _foreigners() or name in tables.female_given | tables.male_given or name[0] == "阿":
        return True
    titled = any(name.endswith(title) and len(name) > len(title) for title in tables.titles)
    return titled or name[:2] in tables.compound or (name[0] in tables.surnames | {"小"} and _is_chosen(name[1:]))
