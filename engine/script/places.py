"""The film's places, from headings or, in prose, from what the lines say: in the forest, 来到江边."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.film.cast import Place
from engine.film.document import Language
from engine.script.fixtures import fixtures_told, place_of_fixtures
from engine.script.lexicon import lexicon, wordset
from engine.script.noun import Noun
from engine.script.roles import slug
from engine.vocabulary import place_words

_EN = wordset("street road alley square market park garden forest woods wood jungle field meadow mountain mountains hill hills cliff cave desert "
    "sea ocean beach shore seashore harbour harbor pier lake river pond island room kitchen bedroom attic cellar office classroom school "
    "hospital library cafe restaurant bar shop station platform train house cottage cabin hut castle church temple bridge rooftop roof "
    "village town city night sky space moon boat ship lighthouse tower farm barn playground museum theatre theater stage tent doorstep porch "
    "bay cove lagoon coast wharf dock quay reef riverbank stream waterfall swamp valley canyon volcano orchard vineyard courtyard corridor hallway "
    "laboratory lab cockpit airlock greenhouse spaceship planet asteroid crater glacier palace dungeon tavern inn bakery workshop studio airport "
    "tunnel hillside hilltop clearing glade grove pasture riverside seaside deck quarterdeck farmyard burrow den lair stable dune dunes hotel motel savanna savannah jungle rainforest steppe prairie oasis plain plains "
    "wilderness swamp canyon cliffs seaside countryside hillside mountainside roadside riverbank lakeside waterfront graveyard cemetery mine "
    "camp campsite ranch mill windmill barnyard attic basement lobby nursery gym ward prison cell circus fair fairground stadium harbourside pond "
    "kitchens dungeons stables yard backyard backstreet saloon pub loft hamlet bazaar fortress gorge ravine moor heath wheatfield cornfield paddy creek brook marsh bog thicket iceberg tundra snowfield wasteland ruins kingdom waterhole fields meadows gardens streets caves islands kindergarten bookshop teahouse parlour")  # fmt: skip
_NO_OPENING = wordset("boat ship spaceship train stage moon sky night space tent tower boulder planet asteroid")
_ZH = wordset("街道 大街 街头 小巷 巷子 马路 广场 市场 集市 公园 花园 森林 树林 竹林 林子 草地 草原 田野 山顶 山坡 山谷 山路 雪山 群山 山上 山里 山洞 悬崖 沙漠 大海 海边 海面 海滩 沙滩 岸边 码头 "
    "港口 江边 江面 江上 江心 河边 河面 湖边 湖面 湖上 池塘 小岛 房间 屋里 屋子 厨房 卧室 客厅 书房 阁楼 办公室 教室 学校 医院 图书馆 咖啡馆 餐厅 茶馆 商店 车站 站台 火车站 家里 小屋 木屋 城堡 教堂 寺庙 "
    "桥上 桥头 屋顶 村庄 村口 小镇 城市 夜空 星空 天空 太空 月球 船上 灯塔 操场 院子 庭院 舞台 帐篷 "
    "果园 菜园 茶园 葡萄园 桃林 桃园 稻田 麦田 田里 田边 地里 牧场 农场 荒野 荒原 戈壁 绿洲 雪地 雪原 冰面 战场 城墙 城门 宫殿 御花园 井边 桥边 溪边 河岸 湖岸 村头 老街 古镇 街上 街角 路口 小路 山路 "
    "巷口 胡同 弄堂 门前 门外 院里 院中 屋前 渡口 甲板 船头 天台 阳台 机场 洞口 沼泽 酒馆 酒楼 客栈 饭馆 面馆 书店 花店 病房 走廊 车厢 大堂 大殿 祠堂 博物馆 剧院 电影院 厨房里 温室 暖房 冰山上 冰山 冰川 南极 北极 大山 基地 营地 工地 礁石滩 石滩 河滩上 月亮上 星球上 星球表面 外星球 "
    "山林 密林 丛林 林中 林间 深林 树丛 草丛 花丛 海上 海底 海中 湖中 湖心 天庭 天宫 月宫 龙宫 云端 云上 云海 仙境 山脚 山脚下 山崖 山巅 山间 山腰 峰顶 河滩 小溪 溪水 沙丘 冰原 荒漠 废墟 火星 "
    "船舱 太空舱 驾驶舱 舰桥 控制室 实验室 空间站 太空站 飞船里 飞船内 舱内 机舱 地下室 储藏室 山村 渔村 村里 城里 园子 大草原 大森林 大沙漠 旷野 郊外 河畔 湖畔 海岸 江畔 崖边 崖顶 塔顶 城楼 树下")  # fmt: skip
_HUT_ZH = re.compile(
    r"(?:小?木屋|小屋|茅草?屋|草屋|石屋|屋子|房子|房屋)(?=[门窗]?[前外旁边]|的?门口|[，。]|的?烟囱|的?屋顶)"
)
"""A hut that one comes to or stands before: a thing to see, and no place to be in."""
_SPOTS_ZH = wordset("雪地 草地 草丛 花丛 树丛 树下 冰面 小路 井边")
_WEAK_ZH = wordset(
    "门前 门外 院里 院中 屋前 树下 草丛 花丛 树丛 雪地 草地 井边 小路 路口 街上 桥下 门口 天空 空中 窗前 窗边 屋里 山上 山里 家里"
)
"""Spots of wherever one is: 古刹门前 is the temple's."""
_ABOARD_ZH = wordset("船头 船尾 船上")
_WATERS_ZH = re.compile(r"[岛洋江河湖海溪水池塘港渡]|码头")
_LOOKED_AT_ZH = re.compile(r"[望看仰指数盯视眺][着向见到了]?(?:远处的?|头顶的?|满天的?|漫天的?|深邃的?)?$")
_VISTAS_ZH = wordset("天空 夜空 星空 空中 云端 云上 天幕 苍穹 云霄 夜幕 银河 半空中")
_ALOFT_ZH = re.compile(r"飞|飘|翱翔|云|天上|空中|翅膀|盘旋|升空|月亮|月下")
_ENTERED_ZH = wordset("基地 营地 灯塔 城堡 学校 帐篷 寺庙 宫殿 车站 火车站 舞台")
_INSIDE_ZH = re.compile(r"[里内](?!外)|的?(?:大厅|房间|走廊)")
"""灯塔里 is a room, 灯塔下 is not."""
_BEFORE_ZH = re.compile(r"的?(?:门口|门前|门外|外面|外墙|窗外|前(?!台|厅|排)|外(?![套衣人地]))")
"""In front of a house one is not in it."""
_ABOARD_SOMEBODY_ELSES = re.compile(r"[小木渔破帆客轮的]$")
_PASSAGES = frozenset(("corridor", "hallway", "走廊"))
"""Parts of any building: the stretcher in it tells that it is a hospital's."""
_SEAS_OF_ZH = ("竹", "林", "花", "人", "沙", "火", "雪", "树", "麦")
_SAID_ZH = re.compile(
    r"(?:[进入到在]|登上|爬上|走上|踏上|跑上|冲上|穿过|走出|出了|置身|潜入|沉入|后来)(?:了|一[座片间条家个处])?[^，。；过从望看]{0,6}$"
)
_WITHIN_ZH = re.compile(r"[里内]|深处|中(?![间国])")
_FROZEN_ZH = re.compile(r"(?:结冰|结了冰|冰封|封冻|冻住|冻实|上冻)了?的$")
_PARKS_ZH = re.compile(r"公园|花园|园林|植物园|校园|王府|庭院")
_PARTS_ZH = wordset("回廊 曲廊 走廊 院墙 宫墙 宫门 院门 寺门 庙门 屋顶 门前 门外 假山 凉亭 池边 草坪")
_TOY_ZH = re.compile(r"(?:堆|沙|积木|纸|玩具|拼|画|搭)[^，。]{0,4}$")
_SKIES_ZH = wordset("大山 夜空 星空 天空 太空 雪山 群山 火星 月球")
"""Who looks up at the sky is not in it."""
_PLACE_EN = "|".join(sorted(_EN, key=len, reverse=True))
_BETWEEN = r"(?:as|while|when|where|who|that|and|but|or|of|for|from|is|are|was|were)"
"""What never stands between an article and its place: "in their compartment as fields rush past"."""
_IN_EN = re.compile(
    rf"\b(?:in|into|at|on|onto|through|across|along|inside|reaches|enters|dots?|roams?|cross(?:es|ed|ing)?|pac(?:e|es|ing)|patrols?|prowls?|wanders?|crowds?|packs?|haunts?|to|past|over|beside|by|above|aboard|against|(?:floors?|walls?|shelves|counter|halls?) of)\s+(?:the\s+(?:very\s+)?(?:[a-z]+\s+)?(?:edge|middle|foot|top|end|side|heart|bottom|cent(?:er|re)|corner|banks?|mouth|flank|crest|brow|lip|rim|shoulder|base|depths|shade|shadow|outskirts|slopes?|surface|gloom|silence)\s+of\s+)?(?:an?|the|his|her|their)\s+((?:(?!{_BETWEEN}\b)[a-z-]+\s+){{0,2}}?(?:{_PLACE_EN}))\b(?!\s+(?:{_PLACE_EN}|bed|beds)\b)",
    re.I,
)
_OPENING_EN = re.compile(
    rf"^(?:[^.]{{0,40}}?\s[-–—]\s|\W*)(?:an?|the)\s+((?:[a-z-]+\s+){{0,3}}?(?:{'|'.join(sorted(_EN - _NO_OPENING, key=len, reverse=True))}))"
    r"(?=\s*(?:[.,;:]|$|at\b|by\b|in\b|on\b|under\b|near\b|beside\b|between\b|during\b|with\b|full of\b|behind\b|beyond\b|is\b|lies\b|sleeps\b))",
    re.I,
)
"""A sentence that begins with a place and has no verb of its own shows us that place: "A snowy forest at night."."""
_ARRIVES = re.compile(r"\b(?:into|reaches|enters)\b|[到进回过]", re.I)
_PASSES = re.compile(r"(?:reaches|past|by|beside|over|along)\b", re.I)
_BUILDING = re.compile(
    r"\b(?:house|pub|saloon|cottage|cabin|hut|church|school|hospital|museum|theatre|theater|tent|shop|hotel|motel|basement|lobby|nursery|gym|ward|prison|cell|kindergarten|bookshop|teahouse|parlour|inn|tavern)$",
    re.I,
)
"""Whoever only reaches one of these, or passes it, is still outside."""
_TO_A_VESSEL = re.compile(
    r"^(?:at|to|past|by|over|beside|across|along|reaches|through)\b.*\b(?:boat|ship|spaceship|train|moon|planet|stage)$",
    re.I,
)
"""Going up to a boat is not being in it."""
_INSIDE_EN = re.compile(
    r"\binside\s+(?:an?|the|his|her|their)\s+((?:[a-z-]+\s+){0,2}?(?:bus|car|taxi|cab|van|truck|lorry|plane|aeroplane|airplane|carriage|tram|submarine|rocket|ambulance|limousine))\b",
    re.I,
)
_UNDER_WATER = re.compile(
    r"\b(?:under|beneath|below|off)\s+(?:an?|the)\s+((?:[a-z-]+\s+)?(?:sea|ocean|waves|lake|coast))\b", re.I
)
_STOPS_EN = re.compile(r"\b(?:stop|arrive|halt|park|wait|pull(?:s|ed)? up)\w*\s+$", re.I)
_LOOKS_EN = re.compile(
    r"\b(?:look|star(?=e|i)|gaz|peer|point|glanc|gawk|gawp|gap|marvel|squint)\w*\s+(?:(?:up|down|out|back)\s+)?$", re.I
)
_THERE_EN = re.compile(r"(?:into|at|to|in|on)\b", re.I)
_OVER_A_PLANET = re.compile(r"(?:above|over|past|toward)\b.*\b(?:planet|moon|asteroid)$", re.I)
_OVERHEAD = re.compile(r"(?:above|over|past|beside|by)\b", re.I)
"""A place that one is only above or beside, weaker than what stands where one is: among the chimneys, high above the city."""
_LEANS = re.compile(
    r"^(?:against\b(?!.*\b(?:sea|ocean)$)|above\b.*\b(?:bar|shop|stage|room|sky|space|moon|train)$)", re.I
)
"""Leaning against a house, or hung above a bar, one is not yet shown the place."""
_IN_ZH = re.compile(
    "|".join(
        rf"(?<![基营工场墓草产阵]){name}" if name == "地里" else name
        for name in sorted({*_ZH, *place_words()}, key=len, reverse=True)
    )
)
_INDOORS = re.compile(
    r"\b(?:room|pub|saloon|loft|kitchens?|dungeons|stables|bedroom|attic|cellar|office|classroom|school|hospital|library|cafe|restaurant|bar|shop|house|cottage|cabin|hut|museum|"
    r"theatre|theater|tent|church|corridor|hallway|laboratory|lab|cockpit|airlock|greenhouse|spaceship|stage|dungeon|tavern|inn|bakery|workshop|studio|stable|hotel|motel|burrow|den|lair|ward|nursery|prison|cell|gym|lobby|basement|kindergarten|bookshop|teahouse|parlour)$|房间|屋里|屋子|厨房|卧室|客厅|书房|阁楼|办公室|教室|医院|图书馆|咖啡馆|餐厅|茶馆|酒馆|酒楼|客栈|饭馆|面馆|书店|花店|病房|走廊|车厢|大堂|大殿|祠堂|博物馆|剧院|电影院|商店|家里|小屋|木屋|教堂|船舱|太空舱|驾驶舱|舰桥|控制室|实验室|空间站|太空站|飞船[里内]|舱内|机舱|地下室|储藏室|温室|暖房",
    re.I,
)


@dataclass(slots=True)
class Places:
    """Places in the order in which the film comes to them; the same name inside or outside is the same place."""

    places: dict[str, Place] = field(default_factory=dict[str, Place])

    def at(self, name: str, interior: bool | None, description: str) -> str:
        """The id of the place, new or known."""
        low = name.strip().casefold()
        for place in self.places.values():
            if place.name.casefold() == low and (
                interior is None or place.interior is None or place.interior == interior
            ):
                if not place.description and description:
                    self.places[place.id] = place.with_(description=description)
                return place.id
        place_id = f"place-{slug(name)}"
        while place_id in self.places:
            place_id += "-outside" if interior is False else "-inside"
        self.places[place_id] = Place(id=place_id, name=name.strip(), interior=interior, description=description)
        return place_id


def place_in(text: str, language: Language, *, settled: bool = False) -> tuple[str, bool | None] | None:
    """The place a line of prose takes us to, and whether it is indoors; None where it does not say.

    Who is somewhere already (`settled`) is elsewhere only when a Chinese line says that they are in it, not that they pass by.
    """
    if language == "en" and (inside := _INSIDE_EN.search(text)):
        return inside[1], True
    if language == "en" and (water := _UNDER_WATER.search(text)):
        return water[1].casefold(), False
    found = _found(text, language, settled=settled)
    if found is None:
        return None
    name = found.group() if language == "zh" else found.group(1)
    passed = language == "en" and _OVERHEAD.match(found.group()) is not None
    if passed and (stands := place_of_fixtures(text[: found.start()], language)):
        return stands
    if name.split()[-1] in _PASSAGES and (stands := place_of_fixtures(text, language)):
        return stands
    if language == "en" and (stands := _better_told(name, found.group(), text)):
        return stands
    if language == "en" and _OVER_A_PLANET.match(found.group()):
        return "space", False
    faint = language == "zh" and not settled and name in _WEAK_ZH | _VISTAS_ZH
    if faint and (stands := place_of_fixtures(text, language)):
        return stands
    if language == "zh" and _FROZEN_ZH.search(text[: found.start()]) and _WATERS_ZH.search(name):
        return "冰湖", False
    if language == "zh" and name in _ENTERED_ZH:
        return name, _INSIDE_ZH.match(text, found.end()) is not None or text[: found.start()].endswith("进")
    outside = _BUILDING.search(name) is not None and _PASSES.match(found.group()) is not None
    before_it = language == "zh" and name[-1] not in "室房" and _BEFORE_ZH.match(text, found.end()) is not None
    outside = outside or before_it  # outside a ward one is in the hospital still
    outside = outside or (_BUILDING.search(name) is not None and _STOPS_EN.search(text[: found.start()]) is not None)
    return name, _is_indoors(name) and not outside


def _is_indoors(name: str) -> bool:
    known = place_words().get(name)
    return bool(_INDOORS.search(name)) or (known is not None and known.inside and name not in _ENTERED_ZH)


def _better_told(name: str, phrase: str, text: str) -> tuple[str, bool | None] | None:
    """Where the things in a text tell more than a place that it only names in passing, or that may be anything."""
    inside = _INDOORS.search(name) is not None
    told = fixtures_told(text, "en")
    anything = name.split()[-1] in _ANYTHING and " ".join(name.split()[-2:]) not in _CERTAIN
    if anything and (same := [one for one in told if one[0][1] == inside or name == "house"]):
        return min(same, key=lambda one: (-one[1], one[2]))[0]
    many = [one for one in told if one[1] >= _MANY]
    return min(many, key=lambda one: (-one[1], one[2]))[0] if many and _IN_PASSING.match(phrase) else None


_ANYTHING = wordset("room house hall plain plains den")
_CERTAIN = wordset(
    "living room,dining room,throne room,engine room,control room,drawing room,sitting room,hotel room,operating room,dressing room,reading room,waiting room,town hall,concert hall,lecture hall,dining hall,great hall,throne hall,frozen plain,snowy plain",
    ",",
)
_IN_PASSING = re.compile(r"(?:to|past|over|by|above|beside)\b", re.I)
_MANY = 2
"""So many things of one place outweigh another that is only gone to or passed."""


def is_vista(name: str, here: tuple[str, bool | None] | None) -> bool:
    """Whether a shot of the sky is only a look up from the ground that we are on."""
    return name in _VISTAS_ZH and here is not None and here[0] not in _VISTAS_ZH


def flies(texts: Sequence[str]) -> bool:
    """Whether the words go on up there."""
    return any(_ALOFT_ZH.search(text) for text in texts)


def is_spot(name: str, here: tuple[str, bool | None]) -> bool:
    """Whether the place is only a spot of the one outdoors that we are in: the snow on the ground of a forest."""
    afloat = name in _ABOARD_ZH and _WATERS_ZH.search(here[0]) is not None
    return (name in _SPOTS_ZH or afloat) and not here[1]


def arrives_in(text: str, language: Language) -> bool:
    """Whether the line comes to its place ("reaches a cottage", 来到江边): whatever was before it was elsewhere."""
    found = _found(text, language)
    return found is not None and bool(_ARRIVES.search(text[max(0, found.start() - 2) : found.end()]))


def _found(text: str, language: Language, *, settled: bool = False) -> re.Match[str] | None:
    if language == "zh":
        huts = {at for hut in _HUT_ZH.finditer(text) for at in range(*hut.span())}
        told = [m for m in _IN_ZH.finditer(text) if m.start() not in huts and not _far_off_zh(m, text)]
        told = [m for m in told if not settled or m.group() in _ZH or _is_said_zh(m, text)]
        told = [m for m in told if not _stands_in_it_zh(m, told, text)]
        return min(told, key=lambda m: (_is_shown_zh(m, text), m.group() in _WEAK_ZH, m.start()), default=None)
    inside = (
        match for match in _IN_EN.finditer(text) if not _only_near(match.group()) and not _seen_from_afar(match, text)
    )
    opening = _OPENING_EN.match(text)
    if opening is not None and all(_dresses(word) for word in opening.group(1).split()[:-1]):
        return opening
    return next(inside, None)


def _far_off_zh(found: re.Match[str], text: str) -> bool:
    if found.group() == "火星" and re.match(r"[四飞迸溅乱]", text[found.end() :]):
        return True  # sparks are no planet
    if found.group()[0] == "海" and text[: found.start()].endswith(_SEAS_OF_ZH):
        return True  # a sea of bamboo is a grove
    if found.group() in _ABOARD_ZH and _ABOARD_SOMEBODY_ELSES.search(text[: found.start()]):
        return True  # 趴在一艘翻了的小船上: the boat is a thing in the place we are in
    before = text[: found.start()]
    if text.startswith("之间", found.end()) and _is_indoors(found.group()):
        return True  # between houses one is in none
    if found.group() in {"城堡", "宫殿", "灯塔"} and _TOY_ZH.search(before):
        return True
    if found.group() == "群山" and before.endswith("一"):
        return True  # 一群山雀: a flock
    if re.search(r"(?:扫过|照亮|掠过)$", before):
        return True  # a beam of light over the sea
    if re.search(r"[望眺][着向见]?$", before):
        return True  # 焦急地望着湖心, from the shore
    return found.group() in _SKIES_ZH and _LOOKED_AT_ZH.search(before) is not None


def _is_said_zh(found: re.Match[str], text: str) -> bool:
    """Whether the line says that somebody is or comes there."""
    before, after = text[: found.start()], text[found.end() :]
    within = (_WITHIN_ZH.match(after) or found.group()[-1] in "里内中上") and not before.endswith("从")
    return bool(within) or _SAID_ZH.search(before) is not None


def _stands_in_it_zh(found: re.Match[str], told: Sequence[re.Match[str]], text: str) -> bool:
    """山脚下的小镇 is the town."""
    heads = (m for m in told if m.start() > found.end() and not _is_part_zh(found.group(), m.group()))
    if any(re.fullmatch(r"[下里上边旁中]?的[^，。]{0,4}", text[found.end() : m.start()]) for m in heads):
        return True
    whole = (m for m in told if m.end() < found.start() and _is_part_zh(m.group(), found.group()))
    return any(re.fullmatch(r"[里中内]?的[^，。]{0,4}", text[m.end() : found.start()]) for m in whole)


def _is_part_zh(whole: str, part: str) -> bool:
    """Whether what follows is only a part of the place: the lake of a park, the gallery of a palace."""
    return part in _PARTS_ZH or (_PARKS_ZH.search(whole) is not None and _WATERS_ZH.search(part) is not None)


def _is_shown_zh(found: re.Match[str], text: str) -> bool:
    """一座温室在山坡上亮着灯: a building that stands in another place, seen from there."""
    shown = re.search(r"一[座间栋幢所家][^，。在]{0,6}$", text[: found.start()]) is not None
    return shown and re.match(r"[里内中]", text[found.end() :]) is None


def is_hut_outside(noun: Noun, text: str) -> bool:
    """Whether a Chinese noun is a hut seen from outside: 来到一座小木屋前."""
    found = _HUT_ZH.match(text, noun.start)
    return found is not None and found.end() == noun.end


def _seen_from_afar(found: re.Match[str], text: str) -> bool:
    """Whether somebody only looks there: "looks down into the river"."""
    return _LOOKS_EN.search(text[: found.start()]) is not None and _THERE_EN.match(found.group()) is not None


def _only_near(phrase: str) -> bool:
    return bool(_TO_A_VESSEL.match(phrase) or _LEANS.match(phrase))


def _dresses(word: str) -> bool:
    """Whether the word may stand between the article and the place: "the old stone bridge"."""
    words = lexicon("en")
    alive = words.category(word) in {"person", "crowd", "animal", "bird", "vehicle"}
    return not alive and words.verb(word) is None and word.casefold() not in {"a", "an", "the", "of", "in", "and"}
