"""Which of the theatre's sets stands for a place, from the words of a heading or description, in English or Chinese.

A word is either the set's own ("street", 森林) or a neighbour that the set can only suggest ("desert" on the mountain
set); a neighbour, like a place nobody knows, gets a lettered sign, so that the picture never lies about where we are.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from typing import get_args

from engine.backends.animatic.blocking.adjectives import dressing_for
from engine.backends.animatic.blocking.built_places import BUILT_PLACES
from engine.backends.animatic.blocking.named import Named
from engine.backends.animatic.blocking.outdoor_words import OUTDOORS
from engine.backends.animatic.sets.airless import is_airless
from engine.backends.animatic.sets.sea import afloat
from engine.backends.animatic.stage import INDOORS, SHELTERED, BuiltKind, LandKind, SetKind, SetOrder
from engine.backends.animatic.winds import admitted
from engine.plan.orders import PlaceOrder, ShotOrder
from engine.vocabulary import kin, place_words

_OWN: dict[SetKind, str] = {
    "street": """street road avenue lane alley city town village market square plaza crossroads neighbourhood
        neighborhood downtown sidewalk pavement courtyard corner backyard yard crossroad driveway marketplace doorstep porch
        街 路 巷 城 镇 村 庭院 小院 后院 院落 市集 集市 市场 广场 胡同 小区 院子 弄堂 马路""",
    "forest": """forest wood woods woodland jungle grove garden park orchard trees clearing thicket meadow glade rainforest tree
        花丛 草丛 树丛 灌木 园子 森林 树林 竹林 丛林 林间 林中 林子 花园 公园 果园 树下 林""",
    "sea": """sea ocean beach shore seashore seaside seafront coast coastline riverside lakeside waterfront lakeshore harbour harbor bay pier dock quay lake river riverbank island
        lighthouse water canal pond cove lagoon wharf stream
        海 江 河 湖 岸 港 码头 沙滩 滩 礁 岛 池塘 灯塔 溪 渡口 水边 水面 江面 湖面 洲 浦""",
    "mountains": """mountain mountains mountainside mountaintop hilltop hill hills hillside cliff cliffs valley peak ridge summit pass slope countryside
        field fields grassland plain plains farmland
        草地 草坪 花海 旷野 田里 地里 山 岭 峰 谷 崖 峭壁 坡 山路 田野 草原 田 原野 郊外 乡间""",
    "room": """room house home apartment flat kitchen bedroom study hall office cottage cabin hut parlour parlor attic
        living-room bathroom cellar basement dining hallway lounge nursery sitting lobby
        房间 房 室 屋 厅 家 客厅 卧室 厨房 书房 阁楼 公寓 房屋 室内 小屋 木屋""",
    "night sky": """sky stars heaven heavens clouds galaxy milky moonlight rooftop roof skyline
        夜空 星空 天空 星河 银河 云端 云 屋顶 天上 月下""",
}

_NEAR: dict[SetKind, str] = {
    "street": """bridge station temple palace gate shop school tower castle factory stadium
        桥 车站 火车站 寺 庙 宫 门口 城门 学校 塔 城堡 工厂 亭 校园 幼儿园""",
    "forest": "swamp graveyard cemetery farm camp 园 沼泽 墓地 农场 营地",
    "sea": "ship boat deck ferry waterfall swimming 龙宫 海底 冰面 船 甲板 舟 轮渡 瀑布 码头边",
    "mountains": "oasis steppe savanna savannah wilderness prairie wasteland volcano mine battlefield ranch corral mesa highway freeway motorway roadside railway railroad tracks track rails desert dune dunes snowfield glacier cave canyon quarry tundra 冰原 冰山 南极 北极 牧场 仙境 洞口 废墟 沙漠 沙丘 大漠 荒漠 沙海 雪原 雪地 冰川 山洞 峡谷 戈壁 绿洲 荒野 荒原 稻田 麦田 战场 火山 草坡 菜园 菜地 瓜田 茶园",
    "room": """cafe café restaurant bar library classroom hospital ward teahouse store cinema theatre theater studio
        laboratory lab museum church train carriage car bus spaceship cockpit elevator corridor prison cell tent inn
        咖啡馆 餐厅 酒吧 图书馆 教室 医院 病房 茶馆 茶楼 酒楼 商店 店 电影院 剧院 实验室 博物馆 教堂 车厢 飞船 电梯 走廊
        监狱 帐篷 客栈 办公室 馆 舱""",
    "night sky": "space orbit moon planet 天宫 天庭 月宫 广寒宫 仙宫 南天门 凌霄殿 太空 宇宙 月球 月亮上 星球 火星",
}

_BEFORE_IT = re.compile(r"(?:门|窗|屋|墙|楼|院)[外前]$|门口$|\boutside\b", re.IGNORECASE)
"""In front of a house one is not in it."""

_HAN = re.compile(r"[\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class _Found:
    kind: SetKind
    own: bool
    at: int
    size: int
    built: Named | None = None


def _vocabulary(table: dict[SetKind, str]) -> dict[str, SetKind]:
    return {word: kind for kind, words in table.items() for word in words.split()}


_KINDS: dict[str, SetKind] = {kind: kind for kind in (*get_args(LandKind), *get_args(BuiltKind), *INDOORS)}
_WORDS: dict[str, tuple[SetKind, bool]] = {
    **{word: (_KINDS[told.set], True) for word, told in place_words().items() if not told.inside},
    **{word: (kind, False) for word, kind in _vocabulary(_NEAR).items()},
    **{word: (kind, True) for word, kind in _vocabulary(_OWN).items()},
    **{word: (kind, True) for word, kind in _vocabulary(OUTDOORS).items()},
}

_BUILT: dict[str, Named] = {
    **{word: Named(word, (_KINDS[told.set], "building")) for word, told in place_words().items() if told.inside},
    **{word.strip().casefold(): row for row in BUILT_PLACES for word in row.words.split(",")},
}


def _pattern(words: list[str]) -> re.Pattern[str]:
    words = sorted(words, key=len, reverse=True)
    latin = "|".join(re.escape(word).replace(r"\-", "[- ]") for word in words if not _HAN.search(word))
    han = "|".join(re.escape(word) for word in words if _HAN.search(word))
    return re.compile(rf"\b(?:{latin})(?:s|es)?\b|{han}", re.IGNORECASE)


_PLACES = _pattern([*_WORDS, *_BUILT])


def _find(text: str, interior: bool | None = None) -> list[_Found]:
    """The places a text names, in its order; of one with two sets, the one that fits inside or outside."""
    found: list[_Found] = []
    for match in _PLACES.finditer(text):
        word = match.group().casefold()
        word = word.replace(" ", "-") if word.replace(" ", "-") in _WORDS else word
        built = _BUILT.get(word) or _BUILT.get(word.removesuffix("s")) or _BUILT.get(word.removesuffix("es"))
        if built is not None and (chosen := built.chosen(interior)):
            found.append(_Found(chosen, True, match.start(), len(word), built))
            continue
        known = _WORDS.get(word) or _WORDS.get(word.removesuffix("s")) or _WORDS.get(word.removesuffix("es"))
        if known:
            found.append(_Found(known[0], known[1], match.start(), len(word)))
    return found


_NEAR_KIN = 3
"""A broader term within so many steps is the place itself, as far as a set can tell; a farther one needs its sign."""


def _find_kin(name: str, interior: bool | None) -> list[_Found]:
    """What the dictionary says a place is a kind of, where no table of ours knows it: an oratory is a chapel."""
    words = name.casefold().split()
    phrases = (
        [name[at:] for at in range(len(name) - 1)]
        if _HAN.search(name)
        else [" ".join(words[at:]) for at in range(len(words))]
    )
    for phrase in phrases:
        for form in dict.fromkeys((phrase, phrase.removesuffix("s"))):
            for step, term in enumerate(kin(form)):
                if found := _find(term, interior):
                    return [replace(found[-1], own=found[-1].own and step < _NEAR_KIN, at=0, size=len(name))]
    return []


def places_in() -> re.Pattern[str]:
    """What finds the words for places in a text."""
    return _PLACES


_WAY = re.compile(r"\b(?:road|path|trail|track|lane|highway|route)s?$", re.IGNORECASE)
_LANDS: frozenset[SetKind] = frozenset(
    ("mountains", "forest", "desert", "snowfield", "grassland", "farm field", "bamboo grove", "swamp", "moon")
)
_OF = re.compile(
    r"\s(?:of|over|by|under|above|below|beside|behind|near|on|at|with|in|across|overlooking)\s|,", re.IGNORECASE
)
"""In English what goes before these is the place, and what follows only tells where that is."""


_IN_SPACE = re.compile(
    r"\b(?:space|moon|lunar|orbital)\b.*\b(?:station|base|port|dock|colony|outpost)\b", re.IGNORECASE
)


_AMONG_STARS = _Found("night sky", False, 0, 0)
"""A space station from outside hangs among the stars."""

_AROUND: dict[str, SetKind] = {
    r"\b(?:train|locomotive|(?:train|railway) car(?:riage)?)$|(?:火车|列车|高铁|动车|车厢)$": "mountains",
    r"\b(?:space ?ship|space ?craft|starship|mothership|space shuttle)$|(?:飞船|太空船|星舰)$": "night sky",
}
"""What a ride is seen in from outside, where the words do not say."""

_WET: frozenset[SetKind] = frozenset(("river", "sea", "beach", "harbour", "desert", "grassland", "mountains"))


def _head(named: list[_Found], name: str) -> _Found:
    """The head of a name; of a desert road or a mountain path it is the land it leads through."""
    if _IN_SPACE.search(name):
        return next((found for found in named if found.kind in ("moon", "night sky")), named[-1])
    town = name.find(" - ")  # of a street in Dry Creek it is the street, whatever the town is called
    if any(found.kind == "street" and found.at < town for found in named):
        named = [found for found in named if found.at < town or found.kind not in _WET]
    cut = next((m.start() for m in _OF.finditer(name) if any(found.at < m.start() for found in named)), len(name))
    named = [found for found in named if found.at < cut]
    land = [found for found in named[:-1] if found.kind in _LANDS]
    return land[-1] if land and _WAY.search(name.strip()) else named[-1]


def set_for(name: str, description: str, action: str, interior: bool | None, *, night: bool) -> tuple[SetKind, str]:
    """The set and the sign to hang there (empty: none needed). The name counts first, then description, then action.

    In a name the last word is its head ("harbour street" is a street), so the last match wins; an interior is some room
    whatever stands outside it, or a place that is shut in by nature.
    """
    outside = interior is False or (not interior and _BEFORE_IT.search(name) is not None)
    named = _find(name, False if outside else interior) or _find_kin(name, False if outside else interior)
    if interior:
        return _indoors(name, named or _find(description, interior))
    if outside:
        named = [f for f in named if f.kind not in INDOORS] or ([_AMONG_STARS] if _IN_SPACE.search(name) else [])
        lands: list[SetKind] = [land for words, land in _AROUND.items() if re.search(words, name, re.I)]
        if lands and not named:
            told: list[SetKind] = [found.kind for found in _find(action, False) if found.kind not in INDOORS]
            return (told or lands)[0], ""
    if named:
        head = _part(named) or _head(named, name)
        return head.kind, "" if head.own else name
    for text in (description, "" if name else action):
        outdoors = [f for f in _find(text, False if outside else None) if not outside or f.kind not in INDOORS]
        if outdoors:
            return outdoors[0].kind, name
    return (
        "night sky" if night and not name else "room" if interior is None and name and not outside else "street"
    ), name


def _indoors(name: str, named: list[_Found]) -> tuple[SetKind, str]:
    """An interior: the part of a building that is named, else the building or what is shut in by nature, else a room."""
    roofed = [f for f in named if f.kind in SHELTERED or f.built]
    head = _part(roofed) or next((f for f in reversed(roofed) if f.kind != "room"), None)
    if head is not None and head.own:
        return head.kind, ""
    return "room", "" if not name or any(f.own for f in roofed) else name


def _part(named: list[_Found]) -> _Found | None:
    """The last part of a building that is named: the hospital's kitchen is a kitchen."""
    return next((found for found in reversed(named) if found.built and found.built.part), None)


_IN_THE_OPEN = re.compile(
    r"(?<!\w)(?:in|into|through) the (?:\w+ )?(?:rain|snow|snowfall|downpour|blizzard|hail|snowstorm|rainstorm)\b(?! (?:room|globe|boots?|coat))"
    r"|(?:在|进|入)(?:大|暴|细|风|小|雷|飞|纷飞的)?[雨雪](?:中|里|地里)",
    re.IGNORECASE,
)
_FROM_WITHIN = re.compile(
    r"\b(?:windows?|panes?|glass|watch\w*|looks?|looking|star(?:es|ing)|gaz(?:es|ing)|listens?|hears?|comes? in|shelter\w*|remember\w*|painting|photo\w*|dream\w*)\b"
    r"|窗|玻璃|[看望听]|盯|画|照片|回忆|梦",
    re.IGNORECASE,
)
""" "They embrace in the rain": whoever is in it is no longer in the ballroom; who watches it from the window is."""


def where(order: ShotOrder) -> PlaceOrder:
    """The place of a shot: before the house, where the heading is a room and the words have the company out in the rain."""
    place, told = order.place, order.action
    if place.interior is not False and _IN_THE_OPEN.search(told) and not _FROM_WITHIN.search(told):
        inside = set_for(place.name, place.description, told, place.interior, night=False)[0]
        if inside in INDOORS:
            return PlaceOrder(interior=False)
    return place


_SOMEBODY_ZH = re.compile("[人男女孩]")
"""A gull (海鸥) tells of the sea, whoever is called so does not."""


def _without_names(order: ShotOrder) -> str:
    """The action without its people: 林小雨 walks in no forest, and 江河 by no river."""
    action = order.action
    for subject in order.cast:
        if len(subject.name) > 1 and not subject.name.isascii() and _SOMEBODY_ZH.search(subject.description):
            action = action.replace(subject.name, "")
    return action


def scenery(order: ShotOrder) -> SetOrder:
    """The set order of a shot. The same place has the same seed in every shot, so it is the same street each time."""
    place = where(order)
    night = order.time_of_day == "night"
    kind, sign = set_for(place.name, place.description, _without_names(order), place.interior, night=night)
    seed = int.from_bytes(hashlib.sha256((place.name or kind).casefold().encode()).digest()[:4])
    words = f"{place.name} {place.description}".strip()
    kind = "sea" if kind == "river" and afloat(place.name) else kind  # in a boat there is no bank
    airless = kind == "moon" or (kind == "night sky" and is_airless(words))
    return SetOrder(
        kind=kind,
        time_of_day="night" if airless else order.time_of_day,
        weather="clear" if kind in SHELTERED - INDOORS or airless else order.weather,
        seed=seed,
        words=words,
        sign=sign,
        dressing=dressing_for(place.name, (place.description, order.action), _PLACES),
        air=admitted(kind, () if airless else order.air),
        period=order.period,
    )
