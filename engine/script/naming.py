"""Names as they are written and found again: spellings, namesakes, and a noun phrase as a description.

Kept apart from the reading of sentences, which only asks whether a name is somebody's.
"""

from __future__ import annotations

import re

from engine.film.cast import Look
from engine.film.document import Language
from engine.script.looks import split_costume
from engine.script.noun import Noun
from engine.script.roles import Company, Role


def written(name: str) -> str:
    """Names stand in capitals in the cast, as scripts write them."""
    return name.upper()


def without_epithet(name: str) -> list[str]:
    """OLD MARTA is MARTA too."""
    epithet, _, rest = name.partition(" ")
    return [rest] if rest and epithet in {"OLD", "YOUNG", "LITTLE", "BIG"} else []


def as_words(noun: Noun, language: Language) -> str:
    """The noun phrase as a description: "a young fox", 穿黄色雨衣，小女孩."""
    if language == "zh":
        long = [adjective for adjective in noun.adjectives if len(adjective) > 2]
        short = "".join(adjective for adjective in noun.adjectives if len(adjective) <= 2)
        return "，".join([*long, short + noun.trade + noun.name])
    return f"{'an' if noun.phrase[:1] in 'aeiou' else 'a'} {noun.phrase}"


def dress(role: Role, description: str) -> None:
    """Give a role its description and default costume from the words that introduce it."""
    body, costume = split_costume(description, role.language)
    role.body = body
    role.looks[0] = Look(description=costume)
    role.learn(description)


def namesake(company: Company, name: str) -> Role | None:
    """MARY for MARY SMITH, and the other way round; in Chinese a name without its surname."""
    for role in company.roles:
        if not role.named:
            continue
        if company.language == "zh":
            if len(name) >= 2 and len(role.name) >= 2 and (name.endswith(role.name) or role.name.endswith(name)):
                return role
        elif set(name.casefold().split()) <= set(role.name.casefold().split()) or set(
            role.name.casefold().split()
        ) <= set(name.casefold().split()):
            return role
    return None


def spelled(spelling: str, language: Language) -> re.Pattern[str]:
    """Where a text says the name: in capitals, as a title or as it is written, and never inside a word."""
    if language == "zh" and not spelling.isascii():
        return re.compile(re.escape(spelling))
    title = spelling.title().replace("'S", "'s")
    plain = " ".join(map(str.capitalize, spelling.split()))  # Eun-ji
    forms = "|".join(map(re.escape, dict.fromkeys((spelling.upper(), title, plain, spelling))))
    letter = "[A-Za-z0-9_-]" if language == "zh" else r"[\w-]"  # Li Wei推门: a Chinese sign ends the name
    return re.compile(rf"(?<!{letter})(?:{forms})(?!{letter})")
