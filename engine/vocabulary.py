"""The big word tables: every noun of a dictionary, what it is to a film, and its broader terms.

Hand-made lists know how a film uses the words it meets most; these know that a spaniel is a dog and 茶壶 a pot, so that a word
nobody thought of still finds its place. Compiled by packaging/vocabulary.py from WordNet 3.1 and CC-CEDICT.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, cast

from engine.assets import assets_folder, word_table
from engine.errors import StorageFailed

if TYPE_CHECKING:
    from collections.abc import Mapping


_KEEPERS = (
    "tamer rider walker burglar watcher seller driver keeper trainer owner thief hunter lady farmer herder breeder "
    "catcher vendor dealer handler groom shepherd fisherman fisher boy girl man woman merchant trader poacher "
    "charmer fancier sitter whisperer vet tender butcher master herdsman monger poulterer racer jockey groomer "
    "cowboy hand 主人 贩子 猎人 车夫 饲养员 驯养员 商人 商贩 农夫 农民 牧民 骑手 骑士 骑兵 屠夫 小贩 老板 饲养者 爱好者 兽医 训练师 驯兽师 倌 人 "
)
KEEPERS = frozenset(_KEEPERS.split())
"""Who is named by the animals they work with: a lion tamer is no lion, as a fox innkeeper is a fox."""


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


@dataclass(frozen=True, slots=True)
class PlaceWord:
    """A Chinese word for a place: the set that stands for it, and whether that is under a roof."""

    set: str
    inside: bool


@cache
def place_words() -> Mapping[str, PlaceWord]:
    """Every Chinese word for a place of assets/lexicon/places.zh.json. The script finds them, the theatre builds them."""
    table = word_table("places.zh.json")
    sides = cast("dict[str, dict[str, str]]", table)
    return MappingProxyType(
        {
            word: PlaceWord(kind, side == "inside")
            for side, kinds in sides.items()
            for kind, words in kinds.items()
            for word in words.split()
        }
    )


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
