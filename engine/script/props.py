"""The prop table: every thing that is seen, once, under the name it was first called.

"A red balloon" and "the balloon" are one prop, a blue one is another; what belongs to the place's own scenery (the lamps
of a street, the trees of a forest) is painted on the set and is no prop.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from engine.film.cast import Prop
from engine.film.document import Language
from engine.script.lexicon import lexicon, wordset
from engine.script.noun import Noun
from engine.script.roles import slug

_OWN: tuple[tuple[re.Pattern[str], frozenset[str]], ...] = (
    (
        re.compile(r"street|road|alley|lane|avenue|town|village|city|街|巷|路|镇|城|村", re.I),
        wordset(
            "lamp,street lamp,streetlamp,lamppost,lamp post,window,shop window,sign,door,roof,chimney,烟囱,路灯,窗户,窗子,窗,门,招牌",
            ",",
        ),
    ),
    (
        re.compile(r"forest|wood|jungle|grove|park|garden|mountain|hill|meadow|林|园|山", re.I),
        wordset(
            "tree,pine tree,branch,leaf,bush,plant,log,stump,树,大树,小树,老树,枯树,松树,树枝,树叶,叶子,落叶,竹子", ","
        ),
    ),
    (
        re.compile(
            r"room|house|kitchen|study|bedroom|hall|cottage|hut|cabin|ward|hospital|office|library|train|carriage|compartment|bus|plane|cockpit|spaceship|spacecraft|starship|capsule|space station|房|室|屋|厅|家|车厢|舱|飞船|医院|办公",
            re.I,
        ),
        wordset("window,curtain,窗户,窗子,窗帘,窗", ","),
    ),
)
_NEGATED_EN = re.compile(
    r"\b(?:no|without|not an?|never an?|like|as|than|size of)\s+(?:(?:an?|the|his|her)\s+)?(?:\w+\s+)?$", re.I
)
_NEGATED_ZH = re.compile(r"(?:没有|不见|无|像|如|似|仿佛|好似|不是)$")
_HOUSE = re.compile(r"屋|房(?!间)|\b(?:house|cottage|cabin|hut|farmhouse)\b", re.I)
_HIS = wordset("his her their its my your our")
_LIES_ABOUT = re.compile(r"\s+(?:stands?|lies?|lay|hangs?|hung|rests?|sits?|dr(?:y|ies)|floats?|waits?)\b", re.I)
"""His boots that stand by the door are not on his feet."""


@dataclass(slots=True)
class PropTable:
    """Props in the order in which they come up. `last` is the one mentioned last in the scene."""

    language: Language
    props: dict[str, Prop] = field(default_factory=dict[str, Prop])
    last: str | None = None

    def lay(self, noun: Noun, text: str, place: str) -> str | None:
        """The id of the prop a noun means in `text`, new or known; None when it is no prop at all."""
        his = noun.determiner in _HIS and not _LIES_ABOUT.match(text, noun.end)
        if noun.worn and (his or lexicon(self.language).category(noun.name) == "appearance"):
            return None
        if (
            self._is_negated(noun, text)
            or is_scenery(noun, place)
            or _is_part_of_a_ship(noun, text)
            or _is_part_of_a_house(noun, text)
        ):
            return None
        known = self._known(noun)
        if known is None and _is_the_lens(noun, text):
            return None
        self.last = known or self._new(noun, place, text)
        return self.last

    def _is_negated(self, noun: Noun, text: str) -> bool:
        pattern = _NEGATED_ZH if self.language == "zh" else _NEGATED_EN
        return pattern.search(text[: noun.from_]) is not None

    def _known(self, noun: Noun) -> str | None:
        asked = self._colours(noun.adjectives)
        for prop_id, prop in reversed(self.props.items()):
            if self._same_thing(prop.aliases[0], noun):
                have = self._colours((prop.name,))
                if not asked or not have or asked & have:
                    return prop_id
        return None

    def _same_thing(self, name: str, noun: Noun) -> bool:
        """The boat is the rowing boat of before, 船 the 小船; "a boat" may be another."""
        if name == noun.name:
            return True
        joint = "" if self.language == "zh" else " "
        new = noun.determiner in {"a", "an", "another"} or noun.determiner.startswith("一")
        said = noun.name.removesuffix("子") if len(noun.name) == 2 else noun.name  # 箱子 is the 手提箱 of before
        return not new and (name.endswith((joint + noun.name, said)) or noun.name.endswith(joint + name))

    def _colours(self, words: tuple[str, ...]) -> set[str]:
        colours = lexicon(self.language).words("colour")
        if self.language == "zh":
            return {
                colour.removesuffix("色")
                for colour in colours
                if len(colour) < 4 and any(colour in word for word in words)
            }
        return {token for word in words for token in word.split() if token in colours}

    def _new(self, noun: Noun, place: str, text: str) -> str:
        prop_id = f"prop-{slug(noun.phrase)}"
        while prop_id in self.props:
            prop_id += "x"
        size = _size_told(noun, text)
        described = ", ".join(words for words in (noun.phrase if noun.adjectives or size else "", size) if words)
        is_bell = noun.name in {"钟", "大钟"} and re.search(r"[寺庙庵观]|钟楼", place) is not None
        self.props[prop_id] = Prop(
            id=prop_id, name="铜钟" if is_bell else noun.phrase, aliases=(noun.name,), description=described
        )
        return prop_id


_SIZE_EN = re.compile(
    r"\s*,?\s*(?:(?:that|which) (?:is|was)\s+)?((?:as|almost as|nearly as)\s+(?:tall|high|big|large|huge|long|small)\s+as\s+(?:an?\s+|the\s+)?(?:\w+\s+)?\w+"
    r"|the size of (?:an?|the|his|her) (?:\w+ )?\w+|taller than (?:an?|the) \w+|\w+[ -](?:metres?|meters?|feet|foot|stor(?:ey|eys|ies)) (?:tall|high|long))",
    re.I,
)
_SIZE_ZH = re.compile(
    r"(?:[像如跟和与有比]一?[座棵头个]?[\u3400-\u9fff]{1,3}(?:一般|一样|那么|那样|还)[高大长小]|[一二两三四五六七八九十\d]+(?:人|层楼|米|丈|尺)多?[高长])的?[\u3400-\u9fff]{0,4}$"
)


def _size_told(noun: Noun, text: str) -> str:
    """ "As tall as a house", 两人高: how large a thing is said to be right behind its name, in Chinese before it."""
    found = _SIZE_EN.match(text, noun.end) if noun.name.isascii() else _SIZE_ZH.search(text[: noun.start])
    return "" if found is None else (found[1] if noun.name.isascii() else found.group())


def coloured(props: Sequence[Prop], told: Sequence[str], language: Language) -> tuple[Prop, ...]:
    """The props with the colour that the cast list gives them ("TOM: 40, always with a red umbrella") where no scene names one."""
    colours = sorted(lexicon(language).words("colour"), key=len, reverse=True)
    any_colour = "|".join(re.escape(colour) for colour in colours)
    return tuple(_coloured(prop, told, any_colour, language) for prop in props)


def _coloured(prop: Prop, told: Sequence[str], colours: str, language: Language) -> Prop:
    if language == "zh":
        noun = re.escape(prop.aliases[0].removesuffix("子"))
        known, pattern = re.compile(colours), re.compile(rf"(?:{colours})色?的?[^，。、；\s]{{0,3}}?{noun}")
    else:
        known = re.compile(rf"\b(?:{colours})\b", re.I)
        pattern = re.compile(rf"\b(?:{colours})\b(?:[\s-]+[\w-]+){{0,2}}\s+{re.escape(prop.aliases[0])}\b", re.I)
    if known.search(f"{prop.name} {prop.description}"):
        return prop
    found = next((match.group() for text in told if (match := pattern.search(text))), "")
    return prop.model_copy(update={"description": found}) if found else prop


_OUR_CAMERA = re.compile(
    r"\b(?:towards?|to|from|at|into|past|facing|before|behind|of)\s+(?:the\s+)?$|[向朝对往离背面着]$", re.I
)


def _is_the_lens(noun: Noun, text: str) -> bool:
    """ "She walks away from the camera", 向镜头走来: the one that takes the picture is not in it."""
    return (
        noun.name in {"camera", "lens", "镜头", "摄像机", "摄影机"}
        and _OUR_CAMERA.search(text[: noun.from_]) is not None
    )


def _is_part_of_a_house(noun: Noun, text: str) -> bool:
    """The chimney and the smoke of a house that is in the picture are on it."""
    return noun.name in {"烟囱", "chimney"} and _HOUSE.search(text) is not None


def _is_part_of_a_ship(noun: Noun, text: str) -> bool:
    """ "Kit sits in the bow": no bow and arrow."""
    return noun.name == "bow" and re.search(r"\b(?:in|at|from|off|over)\s+$", text[: noun.from_], re.I) is not None


def _sold_there(name: str, place: str) -> bool:
    """The bread of a 面包店 is no part of its walls."""
    return re.search(f"{re.escape(name)}[店铺馆厂摊坊]", place) is not None


def is_scenery(noun: Noun, place: str) -> bool:
    """Whether the set of `place` (its name) shows this already."""
    if (
        noun.kind == "scenery"
        or noun.name.casefold() in place.casefold().split()
        or (not noun.name.isascii() and noun.name in place and not _sold_there(noun.name, place))
    ):
        return True
    return any(pattern.search(place) and noun.name in own for pattern, own in _OWN)
