"""A place told by any word of the dictionary behind a preposition: "along the boulevard", 在御膳房里, "through the pines".

The lists of `places` know how stories speak of the places they meet most, and are asked first; this knows that a boulevard is a
street and 古刹 a temple by its last character. Names are what they are called in the text: the engine finds the set.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from engine.film.document import Language
from engine.script.fixtures import place_of_fixtures
from engine.script.lexicon import lexicon, wordset
from engine.vocabulary import vocabulary

Where = tuple[str, bool | None]

_ROOFED = wordset(
    "room building shop restaurant house dwelling church chapel tavern shed hut theater theatre hotel hospital school prison jail "
    "library stable workplace store cabin compartment hall corridor office kitchen bedroom"
)
_OPEN = wordset(
    "street road thoroughfare alley lane village town settlement city square park garden forest wood woodland grove valley ravine gorge mountain hill "
    "cliff field grassland pasture farm desert beach shore coast bay inlet sea ocean lake pond river stream pool swamp marsh wetland "
    "island harbor port pier dock quay bridge tower castle fortress fort stronghold bastion palace temple mosque cave cavern cemetery courtyard marketplace market "
    "bazaar cloister porch veranda balcony roof tunnel path track glacier waterfall canal orchard vineyard camp"
)
_SMALL = wordset("kennel doghouse birdhouse dollhouse henhouse hutch beehive dovecote sandbox hole barrow")
"""Places that nobody plays a scene in."""
_NEAR_KIN = 5
"""So many broader terms tell what a place is; the farther ones (structure, area) tell nothing."""
_TREES = frozenset(("tree", "conifer"))
_WHOSE = r"(?:the|an?|his|her|their|its|this|\w+['’]s)"
_BEFORE = re.compile(
    r"\b(?P<how>in|inside|into|within|at|on|onto|along|through|throughout|across|around|amid|amidst|among|amongst|between|beneath|under|behind|below"
    r"|down|up|over|past|by|beside|near|outside|off|from|against|alongside|enters?|reach(?:es)?|leaves?"
    rf"|(?:cottages?|houses?|huts?|roofs?|rooftops?|streets?|gates?|walls?|floor|halls?|bars|lights|windows?|doors?|alleys?|lanes?|shores?) of)\s+{_WHOSE}\s+(?=(?P<what>[a-z][a-z -]*))",
    re.I,
)
_ABOARD = re.compile(
    r"\b(?:aboard|on board(?: of)?|inside|in)\s+(?:an?|the|his|her|their)\s+((?:[a-z-]+\s+){0,2}?(?:starship|spaceship|spacecraft|space ?craft|space station|shuttle|capsule|lander|submarine))\b",
    re.I,
)
_ON_A_SHIP = re.compile(
    r"\b(?:aboard|on board(?: of)?)\s+(?:an?|the|his|her|their)\s+(?:[a-z-]+\s+){0,2}?(?:ship|galleon|schooner|frigate|ferry|yacht|steamer|liner|trawler|junk|vessel)\b",
    re.I,
)
_IN_A_TRAIN = re.compile(
    r"\b(?:aboard|on board(?: of)?|(?:windows?|seats?|doors?|aisle|corridor) of)\s+(?:an?|the|his|her|their)\s+(?:[a-z-]+\s+){0,2}?"
    r"((?:train|railway carriage|carriage|compartment|tram|bus|express|coach|plane|airplane))\b",
    re.I,
)
_STOPS = wordset(
    "as while when where with from for of and but or that who which is are was were into to by on in at near under over beside behind "
    "before after until then the a an his her their"
)
_PASSES = re.compile(r"between|under|behind|below|down|up|over|past|by|beside|near|outside|off|from|leaves?", re.I)
"""Of a place that one only passes, or whose parts one stands among, what stands where one is tells more."""
_OUTSIDE = re.compile(
    r"outside|past|by|beside|near|over|behind|under|below|between|from|off|against|alongside|up", re.I
)
_INTO = re.compile(r"in|inside|into|within", re.I)
_LOOKS = re.compile(r"\b(?:look|star|gaz|peer|point|glanc|smil|wav|shout)\w*\s+(?:(?:up|down|out|back)\s+)?$", re.I)
_ENTERS = re.compile(r"in|inside|into|within|at|onto|across|enters?|reach(?:es)?", re.I)
_ALONGSIDE = re.compile(r"against|alongside", re.I)
_MOORED = wordset("pier dock quay port wharf jetty harbor")
_WOODS = re.compile(r"enters?|reach(?:es)?|in|into|through|among|amongst|amid|amidst|between|beneath|under|past", re.I)


def location_in(text: str, language: Language, *, settled: bool = False) -> Where | None:
    """The first place that a line tells of by a word of the dictionary, and whether it is under a roof; None where it does not.

    Who is somewhere already (`settled`) is elsewhere only when the line says that they are in it, not that they pass by.
    """
    return _in_chinese(text) if language == "zh" else _in_english(text, settled=settled)


def _in_english(text: str, *, settled: bool) -> Where | None:
    if aboard := _ABOARD.search(text):
        return aboard[1].casefold(), True
    if _ON_A_SHIP.search(text):
        return "deck", False
    if ridden := _IN_A_TRAIN.search(text):
        return ridden[1].casefold(), True
    passed: Where | None = None
    for found in _BEFORE.finditer(text):
        how = found["how"]
        if _LOOKS.search(text[: found.start()]) or (settled and _ENTERS.fullmatch(how) is None):
            continue
        place = _headed(how, found["what"].split())
        if place is None or (settled and place[0] == "forest"):
            continue
        if _PASSES.fullmatch(how) is None:
            return place
        passed = passed or place
    return place_of_fixtures(text, "en") or passed if passed is not None else None


def _headed(how: str, words: list[str]) -> Where | None:
    """The place that these words begin with: its head is the first that is one and that no other noun follows."""
    for at, word in enumerate(words[:4]):
        if word in _STOPS:
            return None
        after = words[at + 1] if at + 1 < len(words) else ""
        if _goes_on(after):
            continue
        if _WOODS.fullmatch(how) and _is_trees(word):
            return "forest", False
        if _ALONGSIDE.fullmatch(how) and _MOORED.isdisjoint(_terms(word)):
            return None
        if (inside := _roofed(word)) is not None:
            many = _terms(word)[0] != word.casefold() and _INTO.fullmatch(how) is None  # of houses one is in none
            return " ".join(words[: at + 1]), inside and not many and _OUTSIDE.fullmatch(how) is None
    return None


def _goes_on(after: str) -> bool:
    """Whether the next word makes a compound with this one: the station master."""
    if not after or after in _STOPS or lexicon("en").verb(after) is not None:
        return False
    known = vocabulary("en").get(after)
    return lexicon("en").category(after) is not None or (known is not None and not known.doubtful)


def _singular(word: str) -> Iterator[str]:
    yield word
    if word.endswith("ies"):
        yield word[:-3] + "y"
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
        yield word.removesuffix("es")


def _is_trees(word: str) -> bool:
    """The pines: more than one tree, by name."""
    told = (vocabulary("en").get(form) for form in list(_singular(word))[1:])
    return any(known is not None and not _TREES.isdisjoint(known.kin) for known in told)


def _roofed(word: str) -> bool | None:
    """Whether the place that the word means is under a roof; None for no place."""
    heads = (term.split()[-1] for term in _terms(word))
    found = next((head for head in heads if head in _ROOFED or head in _OPEN), None)
    return None if found is None else found in _ROOFED


def _terms(word: str) -> tuple[str, ...]:
    """A word for scenery and what it is a kind of; () for any other word."""
    for form in _singular(word):
        known = vocabulary("en").get(form) if form not in _SMALL else None
        if known is not None and known.category == "scenery":
            return (form, *known.kin[:_NEAR_KIN])
    return ()


_ROOFED_ZH = "馆店铺房室厅舱厢牢狱窖棚厩仓库舍廊堂斋轩邸殿"
_OPEN_ZH = "街巷路道弄林山谷峰岭崖坡洞江河湖海溪涧滩湾港岛洲田园圃院村镇城寨庙寺刹观庵宫府楼阁塔亭桥站营墓坟池塘沼泽原漠径岗关渡"
_HOLLOW_ZH = "楼阁塔寺庙刹庵观宫府"
"""Who is in one of these is in its hall; who is at it sees it from outside."""
_GO_ZH = r"(?:走进|走入|踏进|踏入|跑进|冲进|闯进|钻进|溜进|涌进|涌入|挤进|来到|回到|走到|赶到|到达|抵达|进入|进了|迈进|穿过|穿越|走出|走过|翻过)"
_INTO_ZH = rf"(?:{_GO_ZH}|在|从|沿着)"
_ENTERS_ZH = re.compile(r"[走踏跑冲闯钻溜涌挤迈]进|[走踏涌进]入")
_SAID_ZH = re.compile(_INTO_ZH)
_COMES_ZH = re.compile(_GO_ZH)
_NO_NAME_ZH = "的了着过座间家条个片所栋幢处这那一两几去来往，。、：；！？"
_TOLD_ZH = re.compile(
    rf"(?P<how>{_INTO_ZH}|^|(?<=[，。；！？]))(?P<what>[^，。；：！？“”]{{0,10}}?[{_ROOFED_ZH}{_OPEN_ZH}])(?P<at>的?(?:大?门口|深处|角落|尽头|中央)|上(?!空)|[里内中下边旁前后外间])?(?=$|[^{_ROOFED_ZH}{_OPEN_ZH}])"
)
_FALLS_ZH = r"[落掉跌沉坠跳扑滚滑飞飘游流扔丢投][进入到在向]"
_IN_WATER_ZH = re.compile(rf"{_FALLS_ZH}了?([海河江湖])$")
_CUT_ZH = re.compile(rf"{_INTO_ZH}|{_FALLS_ZH}|[{_NO_NAME_ZH}]")
_SPOTS_ZH = re.compile(
    r"^(?:半路|一路|路上|街上|马路|走路|赶路|身|地上|天|市场上?|现场|当场|立场|上场|下场|全场|出场|登场|知道|味道|地道|观|参观|旁观|营|关|上海|大海)$"
)

_BESIDE_ZH = re.compile(r"[他她它我你您]|[面眼身跟]前|[身背]后")
"""在她面前关上: where somebody stands is no place, and what shuts there is no pass."""


def _in_chinese(text: str) -> Where | None:
    for found in _TOLD_ZH.finditer(text):
        name = _CUT_ZH.split(found["what"])[-1]
        if fallen := _IN_WATER_ZH.search(found["what"]):
            return f"{fallen[1]}面", False  # 风筝落进海里: seen on the water
        if not found["how"] and name != found["what"] and not _SAID_ZH.search(found["what"]):
            continue  # 管家听见楼上的脚步声
        told = found["how"] + found["what"]
        stays = "在" in told and name[-1:] in _ROOFED_ZH
        if not found["at"] and not stays and _COMES_ZH.search(told) is None:
            continue
        if _BESIDE_ZH.search(name):
            continue
        if not 2 <= len(name) <= 5 or _SPOTS_ZH.match(name) or lexicon("zh").category(name) in {"person", "animal"}:
            continue
        outside = found["at"] is not None and found["at"][-1] in "前外口旁边下后"
        within = (found["at"] or "外")[-1] in "里内中处落央" or _ENTERS_ZH.search(told) is not None
        roofed = name[-1] in _ROOFED_ZH or name[0] == "寝" or (within and name[-1] in _HOLLOW_ZH)
        return name, roofed and not outside
    return None
