"""The big word tables: every noun of a dictionary, what it is to a film, and its broader terms.

Hand-made lists know how a film uses the words it meets most; these know that a spaniel is a dog and 茶壶 a pot, so that a word
nobody thought of still finds its place. Compiled by packaging/vocabulary.py from WordNet 3.1 and CC-CEDICT.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from engine.assets import assets_folder
from engine.errors import StorageFailed

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Word:
    """A noun of the dictionary. `kin` are English terms, the nearest first: for 茶壶 its own name "teapot", then "pot".

    `category` is one of the lexicon's (engine.script.lexicon.Category). `doubtful` says that the word is a verb or an adjective too.
    """

    category: str
    kin: tuple[str, ...]
    doubtful: bool


@dataclass(frozen=True, slots=True)
class Feeling:
    """A word for a feeling: its mood, one of the six faces that are acted, and whether it is a noun (with joy)."""

    mood: str
    noun: bool


@cache
def vocabulary(language: Literal["en", "zh"]) -> Mapping[str, Word]:
    """Every word of the table of a language, read once. Raises StorageFailed when the installation lacks it."""
    return MappingProxyType(dict(map(_word, _lines(f"{language}.tsv"))))


@cache
def broader_verbs(language: Literal["en", "zh"]) -> Mapping[str, tuple[str, ...]]:
    """Verb (base form) -> English verbs that mean the same or more widely, the nearest first. Raises StorageFailed like `vocabulary`."""
    rows = (line.partition("\t") for line in _lines(f"verbs.{language}.tsv"))
    return MappingProxyType({verb: tuple(broader.split("|")) for verb, _, broader in rows})


@cache
def feelings(language: Literal["en", "zh"]) -> Mapping[str, Feeling]:
    """Word -> what is felt by whom it tells of. Raises StorageFailed like `vocabulary`."""
    rows = (line.split("\t") for line in _lines(f"feelings.{language}.tsv"))
    return MappingProxyType({word: Feeling(mood, sort == "n") for word, mood, sort in rows})


def _lines(name: str) -> list[str]:
    try:
        return (assets_folder() / "vocabulary" / name).read_text(encoding="utf-8").splitlines()
    except OSError as broken:
        raise StorageFailed(
            "Storyreel's word tables (assets/vocabulary) cannot be read.", "Install Storyreel again."
        ) from broken


def _word(line: str) -> tuple[str, Word]:
    word, category, kin = (*line.split("\t"), "")[:3]
    return word, Word(category.rstrip("*"), tuple(kin.split("|")) if kin else (), category.endswith("*"))


def kin(word: str) -> tuple[str, ...]:
    """The broader English terms of a word (English: lower case and singular; or Chinese), nearest first; () when it is unknown."""
    known = vocabulary("en" if word.isascii() else "zh").get(word)
    return known.kin if known else ()
