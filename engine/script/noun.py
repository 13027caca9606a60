"""What a noun is to a film: its kind, its adjectives and where it stands in the text.

It lives apart from the finders so that the English and the Chinese one can share it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from engine.script.lexicon import Category

NounKind = Literal["person", "animal", "bird", "vehicle", "thing", "scenery"]

_KINDS: dict[Category, NounKind] = {
    "person": "person",
    "crowd": "person",
    "animal": "animal",
    "bird": "bird",
    "vehicle": "vehicle",
    "thing": "thing",
    "wear": "thing",
    "appearance": "thing",
    "scenery": "scenery",
}


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun in a text. `start` and `end` span the head word, `from_` the whole phrase with determiner and adjectives.

    `name` is the dictionary form; `known` is False for a noun found by rule alone; `worn` marks clothes and hair, which
    belong to somebody's look when they stand in a description. `determiner` is the word before ("a", "the", "一只", ""). `count`
    is how many a numeral or a plural promises.
    """

    name: str
    kind: NounKind
    adjectives: tuple[str, ...]
    start: int
    end: int
    from_: int
    known: bool = True
    worn: bool = False
    crowd: bool = False
    determiner: str = ""
    count: int = 1
    counted: bool = False  # a numeral says how many
    besides: str = ""  # what a beast is besides: the last part of a fox innkeeper's name
    trade: str = ""  # what is joined to the front of a Chinese word for somebody: 值班 of 值班护士

    @property
    def phrase(self) -> str:
        """Adjectives and name: "red balloon", 红气球."""
        joint = "" if any("\u3400" <= ch <= "\u9fff" for ch in self.name) else " "
        return joint.join(filter(None, (*self.adjectives, self.trade, self.name)))


def kind_of(category: Category) -> NounKind | None:
    """What a lexicon category is on a set; None for abstract nouns and body parts."""
    return _KINDS.get(category)
