"""From a description to a costume: reads what the script says, in English or Chinese, takes what the part wears, and lets the
look's seed choose the rest.

Missing facts come from independent draws of the seed (one per fact), so that adding 'wears glasses' to a description changes the
glasses and nothing else, and two people about whom nothing is said differ in colour, shape and one own thing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, cast

from engine.backends.animatic.puppets import wardrobe_words as words
from engine.backends.animatic.puppets.colours import NAMED, PALETTE, apart, blend, colours_in, tone
from engine.backends.animatic.puppets.costume import Age, Bottom, Build, Costume, Fringe, Garment, Hair
from engine.backends.animatic.puppets.cuts import cut_of
from engine.backends.animatic.puppets.descriptions import Draw, age_of, colour_of, is_female, says, which
from engine.backends.animatic.puppets.roles import is_dressed_as, role_of, worn_by

SKINS = ("#f0cdae", "#e8bd98", "#dba880", "#c58c63", "#a06c47", "#7c4f36")
HAIRS = ("#3a2a2a", "#4f3527", "#6e4529", "#8c5a32", "#2f2b33", "#a3683a", "#c99b56")
HAIRS_ZH = ("#2f2b33", "#352a2c", "#3d2f2d")
GREYS = ("#cfcac0", "#b7b4b0", "#9c9a9a")
_OWN_BODY = frozenset({"age", "hair", "hair_colour", "beard", "skin", "visage", "build", "marks"})
"""What of a part stays when somebody has changed clothes."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What is known of somebody before anything is chosen: `worn` is what the script says is worn, the look before the
    description, `text` that and the name; `part` is what people of the part wear."""

    worn: str
    text: str
    age: Age
    years: int | None
    female: bool
    chinese: bool
    draw: Draw
    part: dict[str, Any]

    def pick(self, question: str, choices: Sequence[str]) -> str:
        """The part's fact of that name, else the seed's choice."""
        return self.part.get(question) or self.draw.pick(question, choices)


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


_STYLES: dict[tuple[bool, str], tuple[str, ...]] = {
    (True, "child"): ("braids", "bob", "buns", "ponytail", "twin tails", "bowl"),
    (True, "teen"): ("ponytail", "long", "bob", "side braid", "high bun", "half up"),
    (True, "adult"): ("long", "bob", "bun", "ponytail", "curly", "wavy", "pixie", "half up", "high bun"),
    (True, "elder"): ("bun", "bob", "bun", "curly"),
    (False, "child"): ("short", "short", "curly", "crop", "bowl", "spiky"),
    (False, "teen"): ("short", "curly", "crop", "spiky", "quiff", "shaggy"),
    (False, "adult"): ("short", "short", "crop", "curly", "slick", "quiff", "shaggy"),
    (False, "elder"): ("bald", "short", "crop", "slick"),
}
_BARE_BROWS = frozenset({"topknot", "cloud", "rings", "geisha", "high bun", "slick", "queue", "chonmage", "quiff", "mohawk", "spiky"})  # fmt: skip


def _hair(told: _Told) -> tuple[Hair, Fringe, str]:
    said, draw, text = which(told.text, words.HAIR_STYLES), told.draw, told.text
    style = said[0] if said else told.pick("hair", _STYLES[told.female, told.age])
    young = told.age in ("child", "teen")
    if told.female:
        fringe = draw.pick("fringe", ("full", "parted", "swept") if young else ("parted", "swept", "full"))
    else:
        fringe = draw.pick("fringe", ("full", "swept", "parted") if young else ("swept", "none", "parted"))
    if style in _BARE_BROWS:
        fringe = "none"
    elif style == "bun":
        fringe = "none" if draw.number("bun") < 0.4 else "parted"
    elif style == "bowl":
        fringe = "full"
    colour = (
        colour_of(text, says(text, words.HAIR_NOUN)) or _hair_word(text) or colour_of(text, says(text, words.BEARD_NOUN))
    )  # fmt: skip
    if colour is None:
        greys = GREYS if told.age == "elder" else HAIRS_ZH if told.chinese else HAIRS
        colour = told.pick("hair_colour", greys) if told.age != "elder" else draw.pick("hair colour", greys)
    return (
        cast(Hair, style),
        cast(Fringe, fringe),
        "#b5532f" if colour == NAMED["red"] else colour,
    )  # no head is that red


def _hair_word(text: str) -> str | None:
    if says(text, r"redhead|red-haired|ginger"):
        return "#c46a35"
    if says(text, r"blonde?|fair-haired"):
        return "#dcb867"
    if says(text, r"white-haired|silver-haired|白发|银发|鹤发|花白"):
        return "#dcd7cc"
    return "#a9a7a5" if says(text, r"grey-haired|gray-haired|灰发") else None


_DRESSED = re.compile(
    r"\b(?:in|wears?|wearing|dressed in)\s+(?:a |an |all )?(?:dark |light |pale )?([a-z]+)\b|([红蓝绿黄紫白黑灰青粉橙棕])衣|一身([红蓝绿黄紫白黑灰青粉橙棕])",
    re.IGNORECASE,
)
_OWN_COLOURS: dict[str, tuple[str, ...]] = {
    "uniform": ("#3b4f73", "#4a5d8f", "#4f6050"),
    "raincoat": ("#e3b23c", "#e3b23c", "#c8553d", "#4a7f86"),
    "suit": ("#3f4660", "#4a4a55", "#5a4a42", "#47544f"),
    "lab coat": ("#e6e6e0",),
    "chef": ("#ece6da",),
    "spacesuit": ("#e6e2d6",),
    "diving suit": ("#34404e", "#2c3e63"),
    "plate": ("#9aa3ab",),
    "lamellar": ("#8d6a4a", "#7c848c"),
    "habit": ("#3c3a44", "#4c4252"),
    "monk": ("#c9a86a", "#8d8f93"),
    "turnout": ("#3c4048", "#c9a04a"),
    "vest": ("#e0803a", "#d9c23f"),
    "scrubs": ("#5fa59a", "#6f8fae"),
    "rags": ("#8a7a62", "#7a6a5a"),
    "mao": ("#3f4660", "#5e6a80", "#4f6050"),
    "overalls": ("#4a5d8f", "#5f7a4f", "#6a5a48"),
    "sailor": ("#ece6da",),
    "school": ("#2c3e63", "#5a3b42"),
}
"""What cloth a garment is usually made of."""


def _main_colour(
    told: _Told, text: str, palette: Sequence[str], seed: int, garment: tuple[str, re.Match[str]] | None, cut: str
) -> str:
    """Said of the garment, the palette's, said of the clothes, the part's, the garment's own, the seed's."""
    said = colour_of(text, garment[1]) if garment else None
    if said or palette:
        return said or palette[0].lower()
    dressed = _DRESSED.search(text)
    here = colours_in(dressed.group()) if dressed else ()
    if here:
        return here[-1][2]
    if told.part.get("garment") == cut and "colour" in told.part:
        return told.part["colour"]
    if "蓑" in text:
        return "#a8854a"
    own = _OWN_COLOURS.get(cut)
    return told.draw.pick(cut, own) if own else PALETTE[seed % len(PALETTE)]


_WESTERN_HERS = ("dress", "sweater", "coat", "dress", "shirt", "jacket", "overalls")
_WESTERN_HIS = ("coat", "sweater", "jacket", "suit", "shirt", "jacket", "waistcoat", "overalls")


def _garment(told: _Told, text: str) -> tuple[Garment, tuple[str, re.Match[str]] | None]:
    """The cut, and the words that say so."""
    said = which(text, words.GARMENTS)
    if said and not _is_vague(said[0], told.part):
        return cast(Garment, said[0]), said
    if "garment" in told.part:
        return told.part["garment"], said
    young = told.age == "child"
    his = ("sweater", "shirt", "jacket", "overalls") if young else _WESTERN_HIS
    return cast(Garment, told.draw.pick("garment", _WESTERN_HERS if told.female else his)), None


_KIN = (
    {"robe", "round robe", "monk", "habit", "ruqun", "beizi", "gi", "kimono", "hakama", "changshan"},
    {"plate", "lamellar"},
    {"gown", "dress", "ruqun", "aoqun", "habit", "tutu"},
    {"coat", "lab coat", "turnout"},
    {"suit", "spacesuit", "diving suit"},
)


def _is_vague(said: str, part: Mapping[str, Any]) -> bool:
    """Whether the word may mean what people of the part wear."""
    return said in words.VAGUE and "garment" in part and _kin(said, part["garment"])


def _kin(said: str, own: str) -> bool:
    """Whether the part's garment may be what a general word means."""
    return said == "uniform" or said == own or any(said in family and own in family for family in _KIN)


_DARKS = ("#3f4660", "#5a4a42", "#47544f", "#4c4252", "#6a5a48", "#37505c")


def _bottom(told: _Told, garment: Garment, main: str) -> tuple[Bottom, str]:
    draw, text = told.draw, told.worn
    skirt, shorts, trousers = says(text, words.SKIRTS), says(text, words.SHORTS), says(text, words.TROUSERS)
    said = colour_of(text, trousers or shorts or skirt)
    chosen = max((draw.pick("bottom", _DARKS), draw.pick("bottom2", _DARKS)), key=lambda c: apart(c, main))
    bright = draw.pick("skirt", tuple(c for c in PALETTE if apart(c, main) > 0.12))
    mine = told.part.get("bottom_colour")
    if garment == "suit" and not mine:
        mine = "cloth"
    colour = said or (main if mine == "cloth" else mine) or (bright if _UNDERSKIRTS & {garment} else chosen)
    if cut_of(garment).hem > 0.3 or garment == "plate":
        return ("skirt" if cut_of(garment).legs == "bare" else "trousers"), colour
    if skirt and not trousers:
        return "skirt", said or bright
    if "bottom" in told.part and not (trousers or shorts):
        return told.part["bottom"], colour
    if shorts or (told.age == "child" and not trousers and "garment" not in told.part and draw.number("shorts") < 0.4):
        return "shorts", colour
    casual = garment in ("sweater", "shirt", "jacket", "school", "waistcoat") and "garment" not in told.part
    if told.female and not trousers and casual and draw.number("skirt?") < 0.6:
        return "skirt", bright
    return "trousers", colour


_UNDERSKIRTS = frozenset({"ruqun", "aoqun", "beizi", "hakama"})


def costume_of(
    name: str, description: str, look: str, seed: int, palette: Sequence[str] = (), period: str = ""
) -> Costume:
    """The costume of a person: `description` is true in every look, `look` says what is worn now and wins."""
    told = _read(name, description, look, period, Draw(seed, ""))
    draw, part = told.draw, told.part
    said_now = look if look and which(look, words.GARMENTS) else told.worn
    garment, garment_said = _garment(told, f"{said_now} . {name}")
    colour = _main_colour(told, said_now, palette, seed, garment_said, garment)
    hair, fringe, hair_colour = _hair(told)
    bottom, bottom_colour = _bottom(told, garment, colour)
    build = _build(told)
    accents = [c for c in PALETTE if apart(c, colour) > 0.14] or list(PALETTE)
    accent = palette[1].lower() if len(palette) > 1 else told.pick("accent", accents)
    skin_said = which(told.text, words.SKINS)
    shoes = colour_of(told.worn, says(told.worn, f"{words.BOOTS}|{words.SHOES}"))
    eyes = (
        ("#4a3426", "#3f2d28", "#3a2f33") if told.chinese else ("#4a3426", "#3f5a52", "#43586e", "#5a4028", "#3a2f33")
    )
    costume = Costume(
        age=told.age, female=told.female, height=_height(told.age, told.years, told.female, build, told.text, draw), build=build,
        jaw=round(draw.number("jaw") * 1.2 - (0.9 if told.female else 0.3) + (0.5 if build == "square" else 0.25 if build == "round" else 0.0), 2),
        skin=skin_said[0] if skin_said else told.pick("skin", SKINS[:3] if told.chinese else SKINS), hair=hair, fringe=fringe, hair_colour=hair_colour,
        garment=garment, colour=colour, bottom=bottom, bottom_colour=bottom_colour,
        shoe_colour=shoes or part.get("shoe_colour") or draw.pick("shoes", ("#5a3b32", "#3d3a44", "#7a4a34", "#4a4f5e")),
        accent=accent, eye_colour=draw.pick("eyes", eyes),
    )  # fmt: skip
    return _bodied(_dressed(costume, told, bool(garment_said)), told)


def _read(name: str, description: str, look: str, period: str, draw: Draw) -> _Told:
    """What the script and the part say."""
    worn = f"{look}. {description}" if look else description
    chinese = any("\u4e00" <= c <= "\u9fff" for c in f"{name}{description}")
    role = role_of(name, description, look)
    female = is_female(name, f"{description} {look}", draw, str(role.get("sex", "")) if role else "")
    part = worn_by(role, f"{worn} {name}", period, female=female, chinese=chinese, draw=draw)
    changed = which(look, words.GARMENTS) if look else None
    if changed and not _is_vague(changed[0], part) and not is_dressed_as(look):  # off duty
        part = {fact: value for fact, value in part.items() if fact in _OWN_BODY}
    age, years = age_of(f"{description} . {look} . {name}")
    if years is None and age == "adult" and "age" in part:
        age = part["age"]
    return _Told(worn, f"{worn} . {name}", age, years, female, chinese, draw, part)


def _build(told: _Told) -> Build:
    said = which(told.text, words.BUILDS)
    shapes = ("medium", "medium", "thin", "round", "square" if not told.female else "medium")
    return cast(Build, said[0] if said else told.pick("build", shapes))


_BAREHEADED = (
    r"hair(?:ed)?|bald|curls|curly|braids?|bob|ponytail|pigtails|bun|shaved|blonde?|suit|tuxedo|gown|scrubs|发|秃|辫|髻"
)
"""Nobody gets a hat of the theatre's choosing over these."""


def _dressed(costume: Costume, told: _Told, described: bool) -> Costume:
    """The costume with its hat, scarf and other own things."""
    worn, text, draw, part = told.worn, told.text, told.draw, told.part
    hat = None if says(text, words.NO_HAT) else which(text, words.HATS)
    scarf, cape, apron = says(worn, words.SCARF), says(worn, words.CAPE), says(worn, words.APRON)
    extra, pattern = which(worn, words.EXTRAS), which(worn, words.PATTERNS)
    bearded = not costume.female and costume.age in ("adult", "elder")
    shaven = says(text, words.SHAVEN) is not None
    beard = which(text, words.BEARDS) if bearded and not shaven else None
    facts: dict[str, Any] = {
        "hat": hat[0] if hat else "" if says(text, words.NO_HAT) else part.get("hat", ""),
        "scarf": (colour_of(worn, scarf) or costume.accent) if scarf else _cloth(part.get("scarf"), costume),
        "cape": (colour_of(worn, cape) or (costume.accent if described else costume.colour)) if cape else _cloth(part.get("cape"), costume),
        "apron": (colour_of(worn, apron) or "#e6dcc6") if apron else part.get("apron", ""),
        "extra": extra[0] if extra else part.get("extra", ""),
        "pattern": pattern[0] if pattern else part.get("pattern") or ("buttons" if draw.number("buttons") < 0.4 else "plain"),
        "glasses": says(text, words.GLASSES) is not None or bool(part.get("glasses")),
        "boots": says(worn, words.BOOTS) is not None or bool(part.get("boots")),
        "beard": beard[0] if beard else part.get("beard", "") if bearded and not shaven else "",
    }  # fmt: skip
    facts["hat_colour"] = _hat_colour(told, hat, facts["hat"], costume)
    if not part and not (hat or scarf or cape or apron or extra or beard or facts["glasses"] or facts["boots"]):
        facts.update(_drawn_thing(costume, draw))
        if facts["hat"] and says(text, _BAREHEADED):  # words about the head are there to be seen
            facts["hat"] = ""
    if facts["hat"] in ("headscarf", "wimple"):  # it covers all of it
        facts["hair"] = "short"
    if costume.garment == "raincoat" and not facts["hat"] and draw.number("rain hood") < 0.75:
        facts["hat"], facts["hat_colour"] = "hood", tone(costume.colour, -0.02)
    return replace(costume, **facts)


def _bodied(costume: Costume, told: _Told) -> Costume:
    """With what has happened to the body: scars, years, a child to come; and what is over the face."""
    text, draw, part = told.text, told.draw, told.part
    lenses, visage = which(text, words.LENSES), which(text, words.VISAGES)
    marks = tuple(mark for mark, source in words.MARKS if says(text, source)) or tuple(part.get("marks", ()))
    support = which(text, words.SUPPORTS)
    stoop = 0.0 if costume.age != "elder" or says(text, words.UPRIGHT) else 3.0 + 9.0 * draw.number("stoop")
    one_legged = says(text, words.ONE_LEGGED) is not None
    return replace(
        costume,
        lenses=lenses[0] if lenses else part.get("lenses", ""),
        glasses=costume.glasses or lenses is not None or "lenses" in part,
        visage=visage[0] if visage else part.get("visage", ""),
        marks=marks,
        support=support[0] if support else "crutch" if one_legged else "",
        one_legged=one_legged,
        expecting=costume.female and says(text, words.EXPECTING) is not None,
        stoop=20.0 if says(text, words.STOOPED) else stoop,
    )


def _cloth(colour: str | bool | None, costume: Costume) -> str:
    """A part's colour; True stands for the second colour of the costume."""
    return costume.accent if colour is True else colour or ""


_NATURAL = {
    "straw": "#d9b566", "douli": "#c9a35c", "top hat": "#3a3742", "scholar": "#38353f", "crown": "#d8a93f", "helmet": "#8d939b",
    "toque": "#ece6da", "nurse": "#ece6da", "sailor": "#ece6da", "wimple": "#3c3a44", "official": "#38353f", "helm": "#9aa3ab", "army": "#66714a",
    "fire": "#c63d32", "hard": "#e3b23c", "witch": "#3c3846", "wizard": "#4a4a8f", "tricorne": "#38353f", "cowboy": "#8a6242", "bowler": "#3a3742",
    "melon": "#38353f", "mortarboard": "#38353f", "fur": "#7d5636", "santa": "#c63d32", "bonnet": "#ece6da", "war helm": "#7c848c",
    "kabuto": "#3c3f52", "horned": "#8d939b", "mitre": "#ece6da", "fez": "#a92e3a", "space": "#e6e2d6", "flowers": "#e39aa8", "peaked": "#35486b",
}  # fmt: skip


def _hat_colour(told: _Told, hat: tuple[str, re.Match[str]] | None, kind: str, costume: Costume) -> str:
    said = (colour_of(told.text, says(told.text, words.HAT_NOUN)) or colour_of(told.text, hat[1])) if hat else None
    if said:
        return said
    mine = told.part.get("hat_colour") if told.part.get("hat") == kind else None
    if mine:
        return tone(costume.colour, -0.02) if mine == "cloth" else mine
    if kind == "hood":
        return tone(costume.cape or costume.colour, -0.03)
    return _NATURAL.get(kind, tone(blend(costume.colour, costume.accent, 0.85), -0.04))


def _own_things(age: Age, female: bool, garment: Garment) -> list[str]:
    """What may be the one thing of their own for somebody about whom the script names none."""
    things = ["scarf", "glasses", "bag", "hat", "pattern", "satchel" if age in ("child", "teen") else "boots"]
    if age not in ("child", "teen"):
        things.append("necklace" if female else "beard")
    if garment in ("suit", "shirt", "waistcoat") and not female:
        things.append("bow tie")
    return ["hat", "necklace", "bag"] if garment == "robe" else things


def _drawn_thing(costume: Costume, draw: Draw) -> dict[str, str | bool]:
    thing = draw.pick("own thing", _own_things(costume.age, costume.female, costume.garment))
    match thing:
        case "scarf":
            return {"scarf": costume.accent}
        case "glasses" | "boots":
            return {thing: True}
        case "hat":
            kinds = (
                ("beret", "straw", "beanie", "cap")
                if costume.female
                else ("cap", "fedora", "beanie", "straw", "bowler")
            )
            kind = draw.pick("hat", kinds) if costume.garment != "robe" else "scholar" if not costume.female else ""
            return {"hat": kind, "hat_colour": _NATURAL.get(kind, tone(costume.accent, -0.02))}
        case "pattern":
            return {"pattern": draw.pick("pattern", ("stripes", "dots", "cross", "checks"))}
        case "beard":
            return {"beard": draw.pick("beard", ("short", "moustache", "stubble", "goatee", "full"))}
        case _:
            return {"extra": thing}
