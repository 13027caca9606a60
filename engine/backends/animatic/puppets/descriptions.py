"""What a description says of a person, in English or Chinese: ages, sexes, words and the colours that belong to them.

Only reading is done here; what the wardrobe makes of it, and what it chooses where the script is silent, is in `wardrobe`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TypeVar

from engine.backends.animatic.puppets import wardrobe_words as words
from engine.backends.animatic.puppets.colours import colours_in, tone
from engine.backends.animatic.puppets.costume import Age

T = TypeVar("T")
_BREAK = re.compile(r"[,，。;；.、!！?？\n]| and | with |和|与|戴|穿|披|系|背|撑")
_LINKS = frozenset({"", "is", "are", "was", "were", "of", "in", "all", "is a", "是", "为", "都", "已", "全"})
"""What may stand between a noun and the colour that is said of it."""
_MODIFIERS = (
    (-0.10, re.compile(r"(?:dark|deep|深|暗)[\s-]*$", re.IGNORECASE)),
    (0.09, re.compile(r"(?:light|pale|soft|浅|淡|粉)[\s-]*$", re.IGNORECASE)),
)
_AGE_EN = re.compile(
    r"\b(?:aged?\s+|is\s+|(?:m[ae]n|wom[ae]n|girl|boy|lady|person|child)\s+of\s+)(\d{1,3})\b|\b(\d{1,3})[\s-]*(?:years?|yrs?|yo)\b|[(（,，]\s*(\d{1,3})\s*[)）,，.。]|^\s*(\d{1,3})\b|,\s*(\d{1,3})(?=\s*$|\s+[A-Z]{2})"
)
_AGE_TENS = re.compile(r"\b(?:in (?:his|her|their) )?(?:early |mid |late )?(\d)0s\b")
_AGE_ZH = re.compile(r"(\d{1,3})\s*[多来余]?\s*岁|([一二三四五六七八九十]{1,3})[多来余]?岁")
_ZH_DIGITS = {c: i + 1 for i, c in enumerate("一二三四五六七八九")}


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


@lru_cache(maxsize=2048)
def pattern_of(source: str) -> re.Pattern[str]:
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
    return pattern_of(source).search(text)


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


def is_female(name: str, text: str, draw: Draw, part: str = "") -> bool:
    """A beard settles it; else the name's own words, then the description, then given names, then the part that is played ("f",
    "m"), then the seed."""
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
    if part:
        return part == "f"
    if any(c in words.ZH_FEMALE_SIGNS for c in name[1:] or name):
        return True
    if not name.isascii() and any(c in words.ZH_MALE_SIGNS for c in name[1:]):
        return False
    return draw.number("sex") < (0.5 if name.isascii() else 0.35)
