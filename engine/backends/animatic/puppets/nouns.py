"""From a noun phrase to a picture: 'her old red paper lanterns', '一盏红灯笼' -> the lantern.

English drops words from the left until something is known, puts plurals in the singular and looks before 'of'; Chinese keeps the
longest known ending, because the noun comes last. Our shelf of film nouns is asked first, then every name of every emoji.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

import emoji

from engine.backends.animatic.puppets.noun_words import MEASURES, NAME_GAPS, SHELF
from engine.backends.animatic.puppets.noun_words_more import MORE
from engine.backends.animatic.puppets.wild.words import WILD
from engine.vocabulary import kin

_CJK = re.compile(r"[\u3400-\u9fff]+")
_AFTER = re.compile(r"\b(?:of|with|in|on|from|for|to|at|that|which|who|under|full)\b")
_NUMBER = re.compile(rf"^[一二三四五六七八九十两几数这那每半\d]+[{MEASURES}]?")
_PEOPLE = re.compile(
    r"face|hand|person|man|woman|people|skin|button|flag|symbol|zodiac|clock face|sign$|arrow|square|circle|keycap|family|couple"
)
_PERSON_CODES = (
    (0x1F464, 0x1F478),
    (0x1F481, 0x1F487),
    (0x1F574, 0x1F575),
    (0x1F57A, 0x1F57A),
    (0x1F645, 0x1F64F),
    (0x1F926, 0x1F926),
    (0x1F930, 0x1F93E),
    (0x1F977, 0x1F977),
    (0x1F9B8, 0x1F9B9),
    (0x1F9D0, 0x1F9DF),
    (0x1FAC3, 0x1FAC5),
)
"""Emoji of people: a person is never played by a picture."""
_LOOSE = frozenset(
    [
        "machine",
        "control",
        "mark",
        "food",
        "paper",
        "board",
        "card",
        "side",
        "mouth",
        "up",
        "down",
        "out",
        "back",
        "one",
        "zone",
        "center",
        "point",
        "plus",
        "tone",
        "sound",
        "post",
        "office",
        "room",
    ]
)
"""Last words that say too little to stand for the whole name."""


_STUFF = re.compile(r"glass|paper|stone|rock|gold|silver|cheese|fish|fire|ice|egg|milk|leaf|shell|bone|flower")
"""What things are made of: "glass" before a noun nobody knows is not what is seen."""


_SAYS_TOO_LITTLE = frozenset(
    re.split(
        r"\s",
        "piece symbol decoration strip hole note gear way emblem light pin bar tube engine pad head station mark pipe film card pick "
        "wedge root seal bow art rod letter scale thread club spring structure body wood paint stick control substance plant top jack",
    )
)
"""Broader terms whose picture is of another sense: a tailpipe is a pipe, and nobody smokes it."""


@dataclass(frozen=True, slots=True)
class Picture:
    """What to draw: an emoji or `cut:name`, its height in metres, and the noun that was understood."""

    art: str
    height: float
    noun: str


def singulars(word: str) -> list[str]:
    """The word and what it may be the plural of."""
    forms = [word]
    irregular = {"leaves": "leaf", "knives": "knife", "wolves": "wolf", "mice": "mouse", "geese": "goose", "feet": "foot", "teeth": "tooth", "loaves": "loaf", "shelves": "shelf", "people": "person", "men": "man", "women": "woman", "children": "child", "scarves": "scarf"}  # fmt: skip
    if word in irregular:
        forms.append(irregular[word])
    if word.endswith("ies") and len(word) > 4:
        forms.append(word[:-3] + "y")
    if word.endswith("es") and len(word) > 3:
        forms.append(word[:-2])
    if word.endswith("s") and not word.endswith("ss") and len(word) > 2:
        forms.append(word[:-1])
    return forms


@lru_cache(maxsize=1)
def shelf() -> dict[str, Picture]:
    """Our own names; the first line that claims one has it."""
    names: dict[str, Picture] = {}
    for line in (WILD.strip() + "\n" + SHELF.strip() + MORE.rstrip()).splitlines():
        art, height, rest = line.split(" ", 2)
        for name in rest.split(", "):
            names.setdefault(name, Picture(art, float(height), name))
    return names


@lru_cache(maxsize=1)
def emoji_names() -> dict[str, str]:
    """Every emoji's English and Chinese names; the last word of a long name where nothing better claims it."""
    emoji.config.load_language("zh")
    names: dict[str, str] = {}
    tails: dict[str, str] = {}
    for picture, facts in emoji.EMOJI_DATA.items():
        if facts.get("status", 0) != emoji.STATUS["fully_qualified"] or "\U0001f3fb" <= picture[-1] <= "\U0001f3ff":
            continue
        english = [
            n.strip(":").replace("_", " ").replace("-", " ").lower()
            for n in (str(facts["en"]), *facts.get("alias", ()))
        ]
        if (
            _PEOPLE.search(english[0])
            or _is_somebody(picture)
            or any("\U0001f1e6" <= c <= "\U0001f1ff" for c in picture)
        ):
            continue
        for name in english:
            names.setdefault(name, picture)
            if " " in name and (tail := name.rsplit(" ", 1)[-1]) not in _LOOSE:
                tails.setdefault(tail, picture)
        chinese = str(facts.get("zh", "")).strip(":").replace("_", "")
        if chinese:
            names.setdefault(chinese, picture)
    return tails | names


def _is_somebody(picture: str) -> bool:
    return any(low <= ord(c) <= high for c in picture for low, high in _PERSON_CODES)


_BOOTH = re.compile(r"(?:电话|报刊|书报|岗|收费|售票)亭$")
"""A booth is no pavilion, and no telephone either."""


def _known(phrase: str) -> Picture | None:
    for form in singulars(phrase) if phrase.isascii() else [phrase]:
        if form in shelf():
            return shelf()[form]
        if form in emoji_names():
            return Picture(emoji_names()[form], 0.0, form)
    return None


def _by_kin(word: str) -> Picture | None:
    """The picture of the nearest broader term that has one: a stein is drawn as a mug, 听诊器 by its English name."""
    forms = singulars(word) if word.isascii() else [word]
    terms = (term for form in forms for term in kin(form) if term not in _SAYS_TOO_LITTLE)
    return next((found for term in terms if (found := _known(term))), None)


def _english(phrase: str) -> Picture | None:
    """Drop words from the left; then the words before 'of', 'with', ...; then any single known word, from the right."""
    clean = re.sub(r"[^a-z0-9\s]", " ", phrase.lower().replace("'s ", " ").replace("-", " "))
    words = clean.split()
    words = [word for word in words if not word.isdigit()] or words
    while words and words[0] in NAME_GAPS:
        words.pop(0)
    for i in range(len(words)):
        found = _known(" ".join(words[i:]))
        if found:
            return found
    head = _AFTER.split(" ".join(words))[0].strip()
    if head and head != " ".join(words):
        found = _english(head)
        if found:
            return found
    if found := next((found for i in range(len(words)) if (found := _by_kin(" ".join(words[i:])))), None):
        return found
    told = words[-1:] if len(words) == 2 and _STUFF.fullmatch(words[0]) else words  # a glass case is no glass
    return next((found for word in reversed(told) if len(word) > 2 and (found := _known(word))), None)


def _chinese(phrase: str) -> Picture | None:
    """The longest known ending; then the longest known run of two or more characters anywhere."""
    text = _NUMBER.sub("", "".join(_CJK.findall(phrase)))
    text = text.rstrip("们儿子") if len(text) > 2 and text not in shelf() else text
    if _BOOTH.search(text):
        return None
    for i in range(len(text)):
        found = _known(text[i:])
        if found:
            return found
    if found := next((found for i in range(len(text) - 1) if (found := _by_kin(text[i:]))), None):
        return found
    for size in range(len(text) - 1, 1, -1):
        for i in range(len(text) - size, -1, -1):
            found = _known(text[i : i + size])
            if found:
                return found
    return None


@lru_cache(maxsize=1024)
def picture_of(name: str) -> Picture | None:
    """The picture of a noun phrase, or None."""
    if _CJK.search(name):
        whole = "".join(_CJK.findall(name))
        return _known(whole) or _chinese(name)
    return _english(name) if name.strip() else None
