"""The words the breakdown knows: nouns by kind, verbs, colours and ages, English and Chinese.

Our own lists (assets/lexicon/*.json) come first, the names of the `emoji` package second: what has a drawn picture
there is a thing that can be shown, so the two lists grow together with what the theatre can draw.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

import emoji

from engine.assets import word_table
from engine.film.document import Language

Category = Literal[
    "person", "crowd", "animal", "bird", "vehicle", "thing", "wear", "appearance", "scenery", "abstract", "body"
]
_CATEGORIES: tuple[Category, ...] = (
    "thing", "appearance", "wear", "vehicle", "bird", "animal", "scenery", "body", "abstract", "crowd", "person",
)  # fmt: skip
"""Weakest first: a word in two lists belongs to the later one."""

_NOT_A_THING = re.compile(
    r"\b(?:face|button|symbol|sign|mark|arrow|circle|square|hearts?|hands?|fists?|fingers?|thumbs|thirty|keycap|suit"
    r"|people|men|women|child(?:ren)?|no|control|chart|dash|droplets|decoration|exclamation|gesture|salute|decreasing"
    r"|increasing|arrival|departure|claim|luggage|exchange|mode|slider|battery|loop|tray|numbers|letters|frames)\b"
    r"|^(?:man|woman|person|deaf|pregnant|older|oncoming|raised|left|right|down|up)\b"
    r"|[^a-z -]|^(?:multiply|plus|minus|divide|infinity|information|warning|wireless|prohibited|registered|copyright|om"
    r"|mate|pick|cooking|selfie|kiss|locked|unlocked|family|wedding|collision|construction|landslide|camping|link|customs"
    r"|restroom|shower|radioactive|biohazard|dizzy|bullseye|confetti|foggy|blossom|label|brick|gear|cricket|bowling|tennis"
    r"|zzz|dashing away|high voltage|exploding head|flexed biceps|circled m|biting lip|performing arts|pouring liquid|sake|lungs"
    r"|brain|building construction|star-struck|breast-feeding|classical building|fight cloud|handshake|horse racing|t-rex"
    r"|baseball|softball|lacrosse|badminton|sparkle|hole|lime|knot|memo|pie|salt|herb|seat|yarn|splatter|bubbles)$"
)
_TRADE_ZH = re.compile(r"(?:员|师|工|农民|法官|学生|[^小]学家|术家|侦探|忍者|卫兵|歌手|上班族)$")
_FLAGS_AND_STARS = frozenset(map(chr, (*range(0x1F1E6, 0x1F200), *range(0x2648, 0x2654), 0x26CE, 0x1F3F4)))
"""First characters of country flags and of the signs of the zodiac: places and fates, not things."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """`nouns` maps a word (lower case, singular in English) to its category; the rest are sets of words."""

    language: Language
    nouns: dict[str, Category]
    lists: dict[str, frozenset[str]]
    plurals: dict[str, str]
    verb_forms: dict[str, str]
    longest: int

    def words(self, name: str) -> frozenset[str]:
        """The list of that name in the JSON file; empty when there is none."""
        return self.lists.get(name, frozenset())

    def category(self, word: str) -> Category | None:
        """The category of a word or phrase as written (English: any case, singular or plural)."""
        return self.nouns.get(self.lemma(word))

    def lemma(self, word: str) -> str:
        """The dictionary form: lower case, and the last word singular where that is a known noun."""
        low = word.casefold().replace("’", "'")
        if self.language == "zh" or low in self.nouns:
            return self.plurals.get(low, low)
        head, _, last = low.rpartition(" ")
        for form in _singulars(last, self.plurals):
            whole = f"{head} {form}".strip()
            if whole in self.nouns:
                return whole
        return low

    def verb(self, word: str) -> str | None:
        """The base form when the word is a verb form we know."""
        return self.verb_forms.get(word.casefold())


def _singulars(word: str, plurals: dict[str, str]) -> list[str]:
    forms = [plurals[word]] if word in plurals else []
    if word.endswith("ies"):
        forms.append(word[:-3] + "y")
    if word.endswith("ves"):
        forms += [word[:-3] + "f", word[:-3] + "fe"]
    if re.search(r"(?:s|x|z|ch|sh|o)es$", word):  # "bares" is no plural of bar
        forms.append(word[:-2])
    if word.endswith("s") and not word.endswith("ss"):
        forms.append(word[:-1])
    return forms


def wordset(text: str, separator: str | None = None) -> frozenset[str]:
    """The words of a table written as one text, apart by blanks (or by `separator`)."""
    return frozenset(text.split(separator))


@cache
def lexicon(language: Language) -> Lexicon:
    """The lexicon of a language, read once."""
    raw = cast("dict[str, list[str]]", word_table(f"{language}.json"))
    lists = {name: frozenset(_split(lines)) for name, lines in raw.items()}
    nouns: dict[str, Category] = {}
    for category in _CATEGORIES:
        nouns |= dict.fromkeys(lists.get(category, frozenset()), category)
    plurals = _pairs(lists.get("plural_person", frozenset()))
    for name in _emoji_names(language):
        head = name.split()[-1] if language == "en" else name[-1]  # a "black cat" is a cat, 黑猫 too
        alive = head != name and nouns.get(head) in {"animal", "bird"}
        if not alive and not any(form in nouns for form in _singulars(name, plurals)):
            nouns.setdefault(name, "person" if language == "zh" and _TRADE_ZH.search(name) else "thing")
    forms = _verb_forms(lists) if language == "en" else {}
    return Lexicon(language, nouns, lists, plurals, forms, max(map(len, nouns)))


def _split(lines: list[str]) -> list[str]:
    return [word.strip() for line in lines for word in line.split(",") if word.strip()]


def _pairs(words: frozenset[str]) -> dict[str, str]:
    return {left: right for left, _, right in (word.partition(":") for word in words)}


def _verb_forms(lists: dict[str, frozenset[str]]) -> dict[str, str]:
    forms = _pairs(lists["irregular"])
    for base in lists["verbs"]:
        forms.setdefault(base, base)
        stem = base[:-1] if base.endswith("e") else base
        ending = "es" if re.search(r"(?:s|x|z|ch|sh|o)$", base) else "s"
        third = base[:-1] + "ies" if re.search(r"[^aeiou]y$", base) else base + ending
        past = base[:-1] + "ied" if re.search(r"[^aeiou]y$", base) else stem + "ed"
        for form in (third, past, stem + "ing", base + base[-1] + "ing", base + base[-1] + "ed"):
            forms.setdefault(form, base)
    return forms


def _emoji_names(language: Language) -> set[str]:
    emoji.config.load_language(language)
    names: set[str] = set()
    for character, entry in emoji.EMOJI_DATA.items():
        english = str(entry["en"]).strip(":").replace("_", " ").casefold()
        drawable = entry["status"] == emoji.STATUS["fully_qualified"] and character[0] not in _FLAGS_AND_STARS
        if drawable and len(english.split()) <= 2 and not _NOT_A_THING.search(english):
            names.add(str(entry.get(language, "")).strip(":").replace("_", " ").casefold())
    return {name for name in names if len(name) > (2 if language == "en" else 1)}
