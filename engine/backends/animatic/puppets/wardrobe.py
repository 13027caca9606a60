"""From a description to a costume: reads what the script says, in English or Chinese, and lets the look's seed choose the rest.

Missing facts come from independent draws of the seed (one per fact), so that adding 'wears glasses' to a description changes the
glasses and nothing else, and two people about whom nothing is said differ in colour, shape and one own thing.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar, cast

from engine.backends.animatic.puppets import wardrobe_words as words
from engine.backends.animatic.puppets.colours import PALETTE, apart, blend, colours_in, tone
from engine.backends.animatic.puppets.costume import (
    Age,
    Beard,
    Bottom,
    Build,
    Costume,
    Extra,
    Fringe,
    Garment,
    Hair,
    Hat,
    Pattern,
)

T = TypeVar("T")
_BREAK = re.compile(r"[,，。;；.、!！?？\n]| and | with |和|与|戴|穿|披|系|背|撑")
_LINKS = frozenset({"", "is", "are", "was", "were", "of", "in", "all", "is a", "是", "为", "都", "已", "全"})
"""What may stand between a noun and the colour that is said of it."""
_MODIFIERS = (
    (-0.10, re.compile(r"(?:dark|deep|深|暗)[\s-]*$", re.IGNORECASE)),
    (0.09, re.compile(r"(?:light|pale|soft|浅|淡|粉)[\s-]*$", re.IGNORECASE)),
)
_AGE_EN = re.compile(
    r"\b(?:aged?\s+|is\s+)(\d{1,3})\b|\b(\d{1,3})[\s-]*(?:years?|yrs?|yo)\b|[(（,，]\s*(\d{1,3})\s*[)）,，.。]|^\s*(\d{1,3})\b|,\s*(\d{1,3})(?=\s*$|\s+[A-Z]{2})"
)
_AGE_TENS = re.compile(r"\b(?:in (?:his|her|their) )?(?:early |mid |late )?(\d)0s\b")
_AGE_ZH = re.compile(r"(\d{1,3})\s*[多来余]?\s*岁|([一二三四五六七八九十]{1,3})[多来余]?岁")
_ZH_DIGITS = {c: i + 1 for i, c in enumerate("一二三四五六七八九")}
SKINS = ("#f0cdae", "#e8bd98", "#dba880", "#c58c63", "#a06c47", "#7c4f36")
HAIRS = ("#3a2a2a", "#4f3527", "#6e4529", "#8c5a32", "#2f2b33", "#a3683a", "#c99b56")
HAIRS_ZH = ("#2f2b33", "#352a2c", "#3d2f2d")
GREYS = ("#cfcac0", "#b7b4b0", "#9c9a9a")


class Draw:
    """Independent choices from one seed: the same question always gets the same answer."""

    def __init__(self, seed: int, name: str) -> None:
        self._salt = f"{seed}|{name.strip().casefold()}"

    def number(self, question: str) -> float:
        """0..1 (1 excluded)."""
        return int.from_bytes(hashlib.sha256(f"{self._salt}|{question}".encode()).digest()[:6]) / 2**48

    def pick(self, question: str, choices: Sequence[T]) -> T:
        """One of the choices."""
        return choices[int(self.number(question) * len(choices))]


@lru_cache(maxsize=512)
def _pattern(source: str) -> re.Pattern[str]:
    """Whole words where English, anywhere where Chinese."""
    english = [p for p in _alternatives(source) if p.isascii()]
    chinese = [p for p in _alternatives(source) if not p.isascii()]
    parts = ([rf"\b(?:{'|'.join(english)})\b"] if english else []) + chinese
    return re.compile("|".join(parts), re.IGNORECASE)


def _alternatives(source: str) -> list[str]:
    """Split at the bars that are not inside brackets."""
    parts, depth, start = [], 0, 0
    for i, c in enumerate(source):
        depth += (c == "(") - (c == ")")
        if c == "|" and depth == 0:
            parts.append(source[start:i])
            start = i + 1
    return [*parts, source[start:]]


def says(text: str, source: str) -> re.Match[str] | None:
    """The first place where the text says one of the words."""
    return _pattern(source).search(text)


def which(text: str, table: Sequence[tuple[str, str]]) -> tuple[str, re.Match[str]] | None:
    """The first entry of the table that the text says."""
    for value, source in table:
        found = says(text, source)
        if found:
            return value, found
    return None


def colour_of(text: str, found: re.Match[str] | None) -> str | None:
    """The colour that belongs to the noun found: the nearest before it in the same phrase, else 'is/are COLOUR' after it."""
    if found is None:
        return None
    inside = colours_in(found.group())
    if inside:
        return inside[-1][2]
    before = [(s, e, c) for s, e, c in colours_in(text) if e <= found.start() and found.start() - e < 26]
    for start, end, colour in reversed(before):
        if not _BREAK.search(text[end : found.start()]):
            return _modified(text[:start], colour)
    for start, _, colour in colours_in(text):
        if found.end() <= start and text[found.end() : start].strip().lower() in _LINKS:
            return _modified(text[:start], colour)
    return None


def _modified(before: str, colour: str) -> str:
    for step, pattern in _MODIFIERS:
        if pattern.search(before):
            return tone(colour, step)
    return colour


def _years(text: str) -> int | None:
    """An age in years, where the text gives one."""
    found = _AGE_EN.search(text)
    if found:
        return int(next(g for g in found.groups() if g))
    tens = _AGE_TENS.search(text)
    if tens:
        return int(tens.group(1)) * 10 + 5
    found = _AGE_ZH.search(text)
    if found is None:
        return None
    return int(found.group(1)) if found.group(1) else _zh_number(found.group(2))


def _zh_number(figure: str) -> int:
    tens, _, ones = figure.rpartition("十")
    if "十" not in figure:
        return _ZH_DIGITS.get(figure[-1], 10)
    return _ZH_DIGITS.get(tens[-1:], 1) * 10 + _ZH_DIGITS.get(ones[-1:], 0)


def age_of(text: str) -> tuple[Age, int | None]:
    """Which of the four ages, and the years where given."""
    years = _years(text)
    if years is not None and 0 < years < 120:
        return ("child" if years < 13 else "teen" if years < 18 else "adult" if years < 60 else "elder"), years
    if says(text, words.TEEN):
        return "teen", None
    if says(text, words.YOUNG_ADULT):
        return "adult", None
    if says(text, words.CHILD) and not says(text, r"old man|old woman|老人"):
        return "child", None
    return ("elder", None) if says(text, words.ELDER) else ("adult", None)


def is_female(name: str, text: str, draw: Draw) -> bool:
    """A beard settles it; else the name's own words, then the description, then given names, then the seed."""
    if says(text, words.BEARD_NOUN):
        return False
    for source in (name, text):
        woman, man = says(source, words.FEMALE), says(source, words.MALE)
        if woman or man:
            return man is None or (woman is not None and woman.start() < man.start())
    given = {w for w in re.split(r"[^a-z]+", name.lower()) if w}
    given |= {w.lower() for w in re.findall(r"\b[A-Z]{3,}\b", text)}  # OSEI, also known as DR. HANNAH OSEI
    if given & words.GIVEN_FEMALE or given & words.GIVEN_MALE:
        return bool(given & words.GIVEN_FEMALE)
    if any(c in words.ZH_FEMALE_SIGNS for c in name[1:] or name):
        return True
    if not name.isascii() and any(c in words.ZH_MALE_SIGNS for c in name[1:]):
        return False
    return draw.number("sex") < (0.5 if name.isascii() else 0.35)


def _height(age: Age, years: int | None, female: bool, build: Build, text: str, draw: Draw) -> float:
    if age == "child":
        tall = 0.92 + 0.048 * (years - 3) if years and years >= 3 else 1.08 + 0.16 * draw.number("height")
    elif age == "teen":
        tall = 1.46 + 0.14 * draw.number("height")
    else:
        tall = (1.60 if female else 1.70) + 0.10 * draw.number("height") - (0.07 if age == "elder" else 0.0)
    if says(text, words.TALL):
        tall *= 1.09
    elif says(text, words.SHORT) and age != "child":
        tall *= 0.92
    elif build == "thin":
        tall *= 1.03
    return round(tall * (0.96 if build == "round" else 1.0), 3)


def _hair(text: str, age: Age, female: bool, is_chinese: bool, draw: Draw) -> tuple[Hair, Fringe, str]:
    said = which(text, words.HAIR_STYLES)
    if said:
        style = said[0]
    elif female:
        style = draw.pick("hair", {"child": ("braids", "bob", "buns", "ponytail"), "elder": ("bun", "bob", "bun"), "teen": ("ponytail", "long", "bob", "braids")}.get(age, ("long", "bob", "bun", "ponytail", "curly")))  # fmt: skip
    else:
        style = draw.pick("hair", {"elder": ("bald", "short", "crop"), "child": ("short", "short", "curly", "crop")}.get(age, ("short", "short", "crop", "curly")))  # fmt: skip
    if female:
        fringe = draw.pick(
            "fringe", ("full", "parted", "swept") if age in ("child", "teen") else ("parted", "swept", "full")
        )
    else:
        fringe = draw.pick(
            "fringe", ("full", "swept", "parted") if age in ("child", "teen") else ("swept", "none", "parted")
        )
    if style in ("topknot", "bun"):
        fringe = "none" if style == "topknot" or draw.number("bun") < 0.4 else "parted"
    colour = (
        colour_of(text, says(text, words.HAIR_NOUN))
        or _hair_word(text)
        or colour_of(text, says(text, words.BEARD_NOUN))
    )
    if colour is None:
        colour = draw.pick("hair colour", GREYS if age == "elder" else HAIRS_ZH if is_chinese else HAIRS)
    return cast(Hair, style), cast(Fringe, fringe), colour


def _hair_word(text: str) -> str | None:
    if says(text, r"redhead|red-haired|ginger"):
        return "#c46a35"
    if says(text, r"blonde?|fair-haired"):
        return "#dcb867"
    if says(text, r"white-haired|silver-haired|白发|银发|鹤发|花白"):
        return "#dcd7cc"
    return "#a9a7a5" if says(text, r"grey-haired|gray-haired|灰发") else None


def _main_colour(text: str, palette: Sequence[str], draw: Draw, garment: tuple[str, re.Match[str]] | None) -> str:
    if garment:
        said = colour_of(text, garment[1])
        if said:
            return said
    if palette:
        return palette[0].lower()
    dressed = re.search(
        r"\b(?:in|wears?|wearing|dressed in)\s+(?:a |an |all )?(?:dark |light |pale )?([a-z]+)\b|([红蓝绿黄紫白黑灰青粉橙棕])衣|一身([红蓝绿黄紫白黑灰青粉橙棕])",
        text,
        re.IGNORECASE,
    )
    if dressed:
        here = colours_in(dressed.group())
        if here:
            return here[-1][2]
    if garment and garment[0] == "uniform":
        return draw.pick("uniform", ("#3b4f73", "#4a5d8f", "#4f6050"))
    if "蓑" in text:
        return "#a8854a"
    if garment and garment[0] == "raincoat":
        return draw.pick("raincoat", ("#e3b23c", "#e3b23c", "#c8553d", "#4a7f86"))
    if garment and garment[0] == "suit":
        return draw.pick("suit", ("#3f4660", "#4a4a55", "#5a4a42", "#47544f"))
    if says(text, r"doctor|nurse|医生|护士"):
        return "#e6e6e0"
    if says(text, r"monk|和尚|僧"):
        return "#c08a3a"
    return draw.pick("colour", PALETTE)


def _garment(text: str, age: Age, female: bool, draw: Draw) -> tuple[Garment, tuple[str, re.Match[str]] | None]:
    said = which(text, words.GARMENTS)
    if said:
        return cast(Garment, said[0]), said
    if says(
        text, r"poet|monk|emperor|诗人|和尚|僧|道士|书生|侠|剑客|皇|仙|将军|古代|唐|宋|隐士|渔翁|老翁|童子|牧童|琴师"
    ):
        return "robe", None
    if says(text, r"king|queen|princess|prince|bride|goddess|fairy|国王|王后|公主|王子|女王"):
        return ("dress" if female else "robe"), None
    if female:
        return draw.pick("garment", ("dress", "sweater", "coat", "dress", "shirt", "jacket")), None
    if age == "child":
        return draw.pick("garment", ("sweater", "shirt", "jacket")), None
    return draw.pick("garment", ("coat", "sweater", "jacket", "suit", "shirt", "jacket")), None


def _bottom(text: str, garment: Garment, age: Age, female: bool, main: str, draw: Draw) -> tuple[Bottom, str]:
    skirt, shorts, trousers = says(text, words.SKIRTS), says(text, words.SHORTS), says(text, words.TROUSERS)
    darks = ("#3f4660", "#5a4a42", "#47544f", "#4c4252", "#6a5a48", "#37505c")
    colour = colour_of(text, trousers or shorts or skirt) or max(
        (draw.pick("bottom", darks), draw.pick("bottom2", darks)), key=lambda c: apart(c, main)
    )
    if garment in ("dress", "robe"):
        return ("skirt" if garment == "dress" else "trousers"), colour
    if skirt and not trousers:
        return "skirt", colour_of(text, skirt) or draw.pick("skirt", tuple(c for c in PALETTE if apart(c, main) > 0.12))
    if shorts or (age == "child" and not trousers and draw.number("shorts") < 0.4):
        return "shorts", colour
    if female and not trousers and garment in ("sweater", "shirt", "jacket") and draw.number("skirt?") < 0.6:
        return "skirt", draw.pick("skirt", tuple(c for c in PALETTE if apart(c, main) > 0.12))
    return "trousers", colour


def _own_thing(draw: Draw, age: Age, female: bool, garment: Garment) -> dict[str, str]:
    """One thing of their own for somebody about whom the script names none."""
    things = ["scarf", "glasses", "bag", "hat", "pattern", "satchel" if age in ("child", "teen") else "boots"]
    if age not in ("child", "teen"):
        things.append("necklace" if female else "beard")
    if garment in ("suit", "shirt") and not female:
        things.append("bow tie")
    if garment == "robe":
        things = ["hat", "necklace", "bag"]
    return {"thing": draw.pick("own thing", things)}


def costume_of(name: str, description: str, look: str, seed: int, palette: Sequence[str] = ()) -> Costume:
    """The costume of a person: `description` is true in every look, `look` says what is worn now and wins."""
    draw = Draw(seed, "")
    worn = f"{look}. {description}" if look else description
    text = f"{worn} . {name}"
    is_chinese = any("\u4e00" <= c <= "\u9fff" for c in f"{name}{description}")
    age, years = age_of(f"{description} . {look} . {name}")
    female = is_female(name, f"{description} {look}", draw)
    build_said = which(text, words.BUILDS)
    build = cast(
        Build,
        build_said[0]
        if build_said
        else draw.pick("build", ("medium", "medium", "thin", "round", "square" if not female else "medium")),
    )
    told = look if look and which(look, words.GARMENTS) else worn  # what is worn now wins
    garment, garment_said = _garment(f"{told} . {name}", age, female, draw)
    colour = _main_colour(told, palette, draw, garment_said)
    hair, fringe, hair_colour = _hair(text, age, female, is_chinese, draw)
    bottom, bottom_colour = _bottom(worn, garment, age, female, colour, draw)
    accents = [c for c in PALETTE if apart(c, colour) > 0.14] or list(PALETTE)
    accent = palette[1].lower() if len(palette) > 1 else draw.pick("accent", accents)
    skin_said = which(text, words.SKINS)
    skins = SKINS[:3] if is_chinese else SKINS
    costume = Costume(
        age=age, female=female, height=_height(age, years, female, build, text, draw), build=build,
        jaw=round(draw.number("jaw") * 1.2 - (0.9 if female else 0.3) + (0.5 if build == "square" else 0.25 if build == "round" else 0.0), 2),
        skin=skin_said[0] if skin_said else draw.pick("skin", skins), hair=hair, fringe=fringe, hair_colour=hair_colour,
        garment=garment, colour=colour, bottom=bottom, bottom_colour=bottom_colour,
        shoe_colour=colour_of(worn, says(worn, f"{words.BOOTS}|{words.SHOES}")) or draw.pick("shoes", ("#5a3b32", "#3d3a44", "#7a4a34", "#4a4f5e")),
        accent=accent, eye_colour=draw.pick("eyes", ("#4a3426", "#3f2d28", "#3a2f33") if is_chinese else ("#4a3426", "#3f5a52", "#43586e", "#5a4028", "#3a2f33")),
    )  # fmt: skip
    return _dressed(costume, worn, text, draw, bool(garment_said))


_BAREHEADED = (
    r"hair(?:ed)?|bald|curls|curly|braids?|bob|ponytail|pigtails|bun|shaved|blonde?|suit|tuxedo|gown|scrubs|发|秃|辫|髻"
)
"""Nobody gets a hat of the theatre's choosing over these."""


def _dressed(costume: Costume, worn: str, text: str, draw: Draw, described: bool) -> Costume:
    """The costume with its hat, scarf and other own things."""
    from dataclasses import replace

    hat = which(text, words.HATS)
    scarf, cape, apron = says(worn, words.SCARF), says(worn, words.CAPE), says(worn, words.APRON)
    extra = which(worn, words.EXTRAS)
    pattern = which(worn, words.PATTERNS)
    beard = which(text, words.BEARDS) if not costume.female and costume.age in ("adult", "elder") else None
    facts: dict[str, object] = {
        "hat": cast(Hat, hat[0] if hat else ""),
        "hat_colour": _hat_colour(text, hat, costume),
        "scarf": (colour_of(worn, scarf) or costume.accent) if scarf else "",
        "cape": (colour_of(worn, cape) or (costume.accent if described else costume.colour)) if cape else "",
        "apron": (colour_of(worn, apron) or "#e6dcc6") if apron else "",
        "extra": cast(Extra, extra[0] if extra else ""),
        "pattern": cast(Pattern, pattern[0] if pattern else "buttons" if draw.number("buttons") < 0.4 else "plain"),
        "glasses": says(text, words.GLASSES) is not None,
        "boots": says(worn, words.BOOTS) is not None,
        "beard": cast(Beard, beard[0] if beard else ""),
    }
    named = bool(hat or scarf or cape or apron or extra or beard or facts["glasses"] or facts["boots"])
    if not named:
        facts.update(_drawn_thing(costume, draw))
        if facts["hat"] and says(text, _BAREHEADED):  # words about the head are there to be seen
            facts["hat"] = ""
    if facts["hat"] == "headscarf":  # it covers all of it
        facts["hair"] = "short"
    if costume.garment == "raincoat" and not hat and draw.number("rain hood") < 0.75:
        facts["hat"], facts["hat_colour"] = cast(Hat, "hood"), tone(costume.colour, -0.02)
    return replace(costume, **facts)  # pyright: ignore[reportArgumentType]


def _hat_colour(text: str, hat: tuple[str, re.Match[str]] | None, costume: Costume) -> str:
    said = (colour_of(text, says(text, words.HAT_NOUN)) or colour_of(text, hat[1])) if hat else None
    if said:
        return said
    kind = hat[0] if hat else ""
    natural = {
        "straw": "#d9b566",
        "douli": "#c9a35c",
        "top hat": "#3a3742",
        "scholar": "#38353f",
        "crown": "#d8a93f",
        "helmet": "#8d939b",
    }
    if kind == "hood":
        return tone(costume.colour, -0.03)
    return natural.get(kind, tone(blend(costume.colour, costume.accent, 0.85), -0.04))


def _drawn_thing(costume: Costume, draw: Draw) -> dict[str, object]:
    thing = _own_thing(draw, costume.age, costume.female, costume.garment)["thing"]
    match thing:
        case "scarf":
            return {"scarf": costume.accent}
        case "glasses" | "boots":
            return {thing: True}
        case "hat":
            kinds = ("beret", "straw", "beanie", "cap") if costume.female else ("cap", "fedora", "beanie", "straw")
            kind = draw.pick("hat", kinds) if costume.garment != "robe" else "scholar" if not costume.female else ""
            return {
                "hat": kind,
                "hat_colour": {"straw": "#d9b566", "scholar": "#38353f"}.get(kind, tone(costume.accent, -0.02)),
            }
        case "pattern":
            return {"pattern": draw.pick("pattern", ("stripes", "dots", "cross"))}
        case "beard":
            return {"beard": draw.pick("beard", ("short", "moustache", "stubble"))}
        case _:
            return {"extra": thing}
