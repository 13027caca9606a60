"""Who plays what: the part that a name or description speaks of (knight, nurse, 书生, 孙悟空), and what its people wear.

The parts stand in assets/wardrobe.json, so that a new one is a line of data. A part hands out defaults only: what the script says
of somebody always wins.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from engine.assets import assets_folder
from engine.backends.animatic.puppets import wardrobe_words as words
from engine.backends.animatic.puppets.descriptions import Draw, pattern_of

Facts = Mapping[str, Any]
"""Fields of a costume by name; a list is a choice."""

_CLAUSE = re.compile(
    r"[,，。;；.!?！？\n(（:：]|\b(?:with|who|whose|while|and|but|from|named|called)\b|带着|抱着|拿着|叫做?"
)
_SOMEBODY_ELSES = re.compile(r"^(?:'s|’s|s')(?!\s+(?:uniform|costume|outfit|clothes|coat|robes?|armou?r|hat|cap|dress|habit))\b|^的(?=[^，。,]*[子女儿妻母父徒妹弟兄姐人友])", re.I)  # fmt: skip
"""The king's daughter is no king; a nurse's uniform is a nurse's."""
_NOT_NOW = re.compile(
    r"(?:\b(?:retired|former|ex-?|would-be|aspiring|future|failed|toy|of (?:a|an|the)|(?:to be(?:come)?|of being|of becoming|to|for) (?:an? |the )?)\s*|退休的?|退伍的?|前|想当|想做|想成为|梦想成为|假扮)$",
    re.I,
)
_SURNAMED = re.compile(r"^(?:mr|mrs|ms|miss|mister|aunt|uncle)\b\.?", re.I)


@lru_cache(maxsize=1)
def _book() -> dict[str, list[dict[str, Any]]]:
    return json.loads((assets_folder() / "wardrobe.json").read_text(encoding="utf-8"))


def _hits(text: str) -> Iterator[tuple[int, int, dict[str, Any]]]:
    """(end, start, part) of every part the clause speaks of, somebody else's left out."""
    for part in _book()["roles"]:
        for found in pattern_of(part["words"]).finditer(text):
            if not _SOMEBODY_ELSES.match(text[found.end() :]) and not _NOT_NOW.search(text[: found.start()]):
                yield found.end(), found.start(), part


def _in_clauses(text: str) -> dict[str, Any] | None:
    """The part that stands last in the first clause that names one; the longest name of those that end together."""
    for clause in _CLAUSE.split(text):
        found = list(_hits(clause))
        if found:
            return max(found, key=lambda hit: (hit[0], -hit[1]))[2]
    return None


def _in_name(name: str) -> dict[str, Any] | None:
    """A title before a name or the name itself: CAPTAIN AHAB, 王医生; JACK KNIGHT and MR BAKER are only called so."""
    if _SURNAMED.match(name.strip()):
        return None
    found = [hit for hit in _hits(name) if name.isascii() or hit[0] - hit[1] > 1]
    if not found:
        return None
    if not name.isascii():
        return max(found, key=lambda hit: (hit[0], -hit[1]))[2]
    _, start, part = min(found, key=lambda hit: (hit[1], -hit[0]))
    before = set(re.findall(r"[a-z]+", name[:start].lower()))
    return None if before & (words.GIVEN_FEMALE | words.GIVEN_MALE) else part


def role_of(name: str, description: str, look: str) -> dict[str, Any] | None:
    """The part somebody plays: as dressed now, else as described, else as named."""
    return _in_clauses(look) or _in_clauses(description) or _in_name(name)


def is_dressed_as(look: str) -> bool:
    """Whether the look itself names a part ("in a nurse's uniform")."""
    return _in_clauses(look) is not None


def worn_by(part: Facts | None, text: str, period: str, *, female: bool, chinese: bool, draw: Draw) -> dict[str, Any]:
    """What people of that part wear, choices made by the seed; the era that the text tells of, else the film's, comes under it."""
    era = next((era for era in _book()["eras"] if pattern_of(era["words"]).search(text)), None)
    era = era or next((era for era in _book()["eras"] if period and era.get("period") == period), None)
    facts, own = (_layer(layer, female=female, chinese=chinese) for layer in (era, part))
    if "garment" in facts and not _is_of_old(own):  # a poet of the Tang wears no sweater
        own = {fact: value for fact, value in own.items() if fact not in _OF_TODAY}
    facts.update(own)
    return {
        fact: draw.pick(f"part {fact}", value) if _is_choice(fact, value) else value for fact, value in facts.items()
    }


def _layer(told: Facts | None, *, female: bool, chinese: bool) -> dict[str, Any]:
    if told is None:
        return {}
    sexed = told.get("she" if female else "he", {})
    return {**told.get("wears", {}), **sexed, **(told.get("zh", {}) if chinese else {})}


_OF_OLD = frozenset(
    {"robe", "ruqun", "beizi", "aoqun", "qizhuang", "changshan", "round robe", "gi", "monk", "habit", "gown", "plate", "lamellar", "kimono", "hakama", "tunic", "rags"}
)  # fmt: skip
_OF_TODAY = frozenset({"garment", "colour", "bottom", "bottom_colour", "hat", "hat_colour", "scarf", "glasses", "extra", "pattern", "hair", "accent"})  # fmt: skip


def _is_of_old(facts: Facts) -> bool:
    """Whether the part's own clothes belong into times past."""
    garment = facts.get("garment", "")
    return bool(garment) and set([garment] if isinstance(garment, str) else garment) <= _OF_OLD


def _is_choice(fact: str, value: object) -> bool:
    return isinstance(value, list) and fact != "marks"
