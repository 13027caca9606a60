"""Who can appear: some eight hundred subjects, each with the puppet that plays it and what it is called.

Breadth of subjects is what makes a reference generalise, so people are dressed from a seed, animals come in several coats, and
drawn art (twemoji, CC-BY 4.0) fills up with what has no joints. The words never claim more than the picture shows.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, Protocol

import emoji

from engine.backends.animatic.puppets.art import code_of
from engine.backends.animatic.puppets.breeds import BREEDS
from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.puppets.fleet import FLEET
from engine.backends.animatic.puppets.flocks import FLOCK
from engine.backends.animatic.puppets.noun_words import FACING_LEFT
from engine.backends.animatic.puppets.things import Art
from engine.backends.animatic.stage import Puppet
from engine.backends.draft.captions import SALT, Phrases, held_out_of

Gait = Literal["limbs", "wheels", "paper"]
"""How it gets about: on joints, on wheels (or a keel), or as one sheet of paper that hops."""

Pair = tuple[str, str]
"""The same in English and in Chinese."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject: `phrases.key` is its name; `puppet` draws it."""

    phrases: Phrases
    puppet: Puppet
    gait: Gait


COLOURS: tuple[Pair, ...] = (
    ("red", "红色"), ("blue", "蓝色"), ("green", "绿色"), ("yellow", "黄色"), ("orange", "橙色"), ("purple", "紫色"),
    ("pink", "粉色"), ("white", "白色"), ("black", "黑色"), ("brown", "棕色"), ("grey", "灰色"), ("teal", "青色"),
)  # fmt: skip
_COATS: tuple[Pair, ...] = (
    ("brown", "棕色"),
    ("white", "白色"),
    ("black", "黑色"),
    ("grey", "灰色"),
    ("golden", "金色"),
)
_PEOPLE: tuple[Pair, ...] = (
    ("girl", "女孩"), ("boy", "男孩"), ("woman", "女人"), ("man", "男人"), ("old woman", "老奶奶"), ("old man", "老爷爷"),
)  # fmt: skip
_MEN = frozenset({"boy", "man", "old man"})
_CLOTHES: tuple[Pair, ...] = (
    ("coat", "大衣"), ("sweater", "毛衣"), ("jacket", "夹克"), ("shirt", "衬衫"), ("raincoat", "雨衣"), ("robe", "长袍"),
    ("dress", "连衣裙"), ("suit", "西装"),
)  # fmt: skip
_HAIR_HERS: tuple[Pair, ...] = (("braids", "辫子"), ("long hair", "长发"), ("a ponytail", "马尾"), ("a bun", "发髻"), ("curly hair", "卷发"), ("a bob", "齐耳短发"))  # fmt: skip
_HAIR_HIS: tuple[Pair, ...] = (("short hair", "短发"), ("curly hair", "卷发"), ("a crew cut", "寸头"))
_EXTRAS: tuple[Pair, ...] = (
    ("a straw hat", "草帽"), ("a beanie", "毛线帽"), ("a top hat", "高礼帽"), ("a cap", "鸭舌帽"), ("a beret", "贝雷帽"), ("a red scarf", "红围巾"),
    ("glasses", "眼镜"), ("a cape", "斗篷"), ("a backpack", "背包"), ("a yellow scarf", "黄围巾"), ("a bamboo hat", "斗笠"), ("a crown", "皇冠"),
)  # fmt: skip
_HELD_ON = {"背包": "背", "斗篷": "披", "红围巾": "围", "黄围巾": "围"}
_BEARDS: tuple[Pair, ...] = (("a long white beard", "长长的白胡子"), ("a moustache", "小胡子"))
_BUILDS: tuple[Pair, ...] = (("", ""), ("", ""), ("tall ", "高个子"), ("fat ", "胖"), ("thin ", "瘦"))


def _an(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def people(count: int) -> tuple[Subject, ...]:
    """That many people, no two described alike."""
    draw = random.Random(SALT)
    found: dict[str, Subject] = {}
    while len(found) < count:
        one = _person(draw, len(found))
        found.setdefault(one.phrases.key, one)
    return tuple(found.values())


def _person(draw: random.Random, number: int) -> Subject:
    who, build = _PEOPLE[number % len(_PEOPLE)], draw.choice(_BUILDS)
    man = who[0] in _MEN
    colour, garment = draw.choice(COLOURS), draw.choice(_CLOTHES[:6] + _CLOTHES[7:] if man else _CLOTHES[:7])
    hair = draw.choice(_HAIR_HIS if man else _HAIR_HERS)
    extra = draw.choice(_EXTRAS)
    bearded = draw.choice(_BEARDS) if who[0] in ("man", "old man") and draw.random() < 0.4 else None
    noun, name = f"{build[0]}{who[0]}", f"{build[1] + '的' if build[1] == '高个子' else build[1]}{who[1]}"
    worn = f"{colour[0]} {garment[0]}"
    look, mien = (bearded[0], bearded[1]) if bearded else hair
    full = f"{_an(noun)} with {look}, wearing {_an(worn)} and {extra[0]}"
    wears = f"穿{colour[1]}{garment[1]}"
    extra_zh = f"{_HELD_ON.get(extra[1], '戴')}着{extra[1]}"
    phrases = Phrases(
        full,
        (f"{_an(noun)} in {_an(worn)}", full, f"the {who[0]} with {extra[0]} in the {worn}"),
        (f"{wears}的{name}", f"{wears}、{extra_zh}、留着{mien}的{name}", f"{extra_zh}、{wears}的{who[1]}"),
    )
    return Subject(phrases, puppet_for(who[0], full, "", number * 7 + 1), "limbs")


def _first(words: str) -> Pair | None:
    """The first name in each language; None for what only one of them names."""
    parts = words.split("|")
    chinese = next((part for part in parts if not part.isascii()), None)
    return (parts[0], chinese) if chinese else None


def _creature(noun: Pair, colour: Pair | None, number: int, gait: Gait, scarf: bool = False) -> Subject:
    said = f"{colour[0]} {noun[0]}" if colour else noun[0]
    told = f"{colour[1]}的{noun[1]}" if colour else noun[1]
    key = _an(said) + (" with a red scarf" if scarf else "")
    english = (
        (key, f"the {said}") if scarf else (key, f"the {said}", f"{_an(noun[0])}, {colour[0]}" if colour else noun[0])
    )
    chinese = (f"围着红围巾的{told}", told) if scarf else (told, f"一{'辆' if gait == 'wheels' else '只'}{told}")
    return Subject(Phrases(key, english, chinese), puppet_for(noun[0], key, "", number), gait)


class _Worded(Protocol):
    """A pattern of the animatic engine with its words, both languages' in one row."""

    @property
    def words(self) -> str: ...


def _names(patterns: Iterable[_Worded]) -> list[Pair]:
    return [noun for pattern in patterns if (noun := _first(pattern.words)) is not None]


def creatures() -> tuple[Subject, ...]:
    """Every breed, bird and vehicle of the animatic engine in three colours or more."""
    out: list[Subject] = []
    for i, noun in enumerate(_names(BREEDS)):
        out += [_creature(noun, None, i, "limbs"), _creature(noun, _COATS[i % 5], i, "limbs")]
        out.append(_creature(noun, None if i % 2 else _COATS[(i + 2) % 5], i + 50, "limbs", scarf=True))
    for i, noun in enumerate(_names(FLOCK)):
        out += [_creature(noun, None, i, "limbs"), _creature(noun, COLOURS[i % 12], i, "limbs")]
        out.append(_creature(noun, COLOURS[(i + 5) % 12], i + 50, "limbs"))
    for i, noun in enumerate(_names(FLEET)):
        out += [_creature(noun, None, i, "wheels")]
        out += [_creature(noun, COLOURS[(i + k) % 12], i, "wheels") for k in (0, 4, 9)]
    return tuple({subject.phrases.key: subject for subject in out}.values())


_ART = (
    (0x1F32D, 0x1F37F), (0x1F380, 0x1F393), (0x1F3A0, 0x1F3AF), (0x1F3B7, 0x1F3BB), (0x1F400, 0x1F43E), (0x1F466, 0x1F469), (0x1F46E, 0x1F478),
    (0x1F47B, 0x1F47E), (0x1F4A1, 0x1F4A1), (0x1F4E6, 0x1F4E7), (0x1F4F7, 0x1F4FB), (0x1F600, 0x1F637), (0x1F638, 0x1F64A), (0x1F680, 0x1F6A3),
    (0x1F6E9, 0x1F6FC), (0x1F947, 0x1F96F), (0x1F980, 0x1F9B8), (0x1F9C1, 0x1F9CB), (0x1F9D1, 0x1F9DF), (0x1F9E6, 0x1F9FF), (0x1FA80, 0x1FAAF),
    (0x1FAB0, 0x1FAC0), (0x1FAC5, 0x1FACF), (0x2603, 0x2604), (0x26C4, 0x26C4), (0x26F5, 0x26F5), (0x1F333, 0x1F335), (0x1F33B, 0x1F33B),
)  # fmt: skip
"""Runs of characters whose art reads as somebody or something that could act."""
_NOT = re.compile(r"flag|sign|symbol|button|clock|hand|arrow|light$|traffic|barrier|slice|footprint|heart|fire engine|monkey_zoo|prohibited|children crossing|water wave|ear$|eye|foot|leg|bone|tooth|lungs|blood|link|chart")  # fmt: skip
_FLIERS = frozenset("🎈🪁🦋🐝🛸🦇👻☁🎐")


def drawn_art() -> tuple[Subject, ...]:
    """The emoji of those runs that have a picture and a name in both languages."""
    emoji.config.load_language("zh")
    found: dict[str, Subject] = {}
    for picture, facts in emoji.EMOJI_DATA.items():
        bare = picture.replace("\ufe0f", "")
        if len(bare) != 1 or not any(low <= ord(bare) <= high for low, high in _ART):
            continue
        english = str(facts.get("en", "")).strip(":").replace("_", " ").replace("-", " ").lower()
        chinese = str(facts.get("zh", "")).strip(":").replace("_", "")
        code = code_of(picture)
        if code is None or not english or not chinese or _NOT.search(english) or english in found:
            continue
        phrases = Phrases(f"{english} (drawn)", (_an(english), f"the {english}", english), (chinese, f"一个{chinese}"))
        art = Art(code, 1.0, "", bare in FACING_LEFT, bare in _FLIERS)
        found[english] = Subject(phrases, art, "paper")
    return tuple(found.values())


def company(crowd: int = 180) -> tuple[Subject, ...]:
    """Everybody, `crowd` of them people."""
    return people(crowd) + creatures() + drawn_art()


def held_out_subjects(keys: tuple[str, ...]) -> frozenset[str]:
    """The names of the tenth that training never sees."""
    return frozenset(held_out_of(keys))
