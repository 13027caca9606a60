"""What every script reader yields: a title page and a row of elements, each with the line it came from.

Readers (Fountain, Chinese screenplay, prose) know syntax only. `engine.script.breakdown` gives the elements a meaning.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from engine.film.document import Language
from engine.script.columns import Length

Kind = Literal[
    "heading",  # scene heading, as written without markup: "INT. HOUSE - DAY", "外景 街道 夜"
    "action",
    "character",  # the cue: "MARY (V.O.)", "老王"
    "parenthetical",  # without its brackets
    "dialogue",
    "lyrics",
    "transition",  # "CUT TO:", "叠化"
    "section",  # Fountain # headings; `level` 1..6
    "synopsis",
    "note",  # [[ ... ]]; in Chinese also "人物：小明，8岁" (one person of a cast list) and "音效：雨声"
    "centered",
    "page break",
    "shot",  # an explicit shot line or camera instruction: "CLOSE ON MARY", "特写：", "镜头3 ..."
    "row",  # a row of a shot list: one shot, whatever its words; `row` holds the other cells
]


@dataclass(frozen=True, slots=True)
class Row:
    """What a shot list says of one shot beside its action: its slate, camera words, length, and who is in it."""

    slate: str
    setup: str = ""
    length: Length | None = None
    cast: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Element:
    """One paragraph of a script. `text` has its markup (emphasis) removed; `line` is 1-based."""

    kind: Kind
    text: str
    line: int
    level: int = 0
    number: str = ""  # scene number, where the script gives one
    dual: bool = False  # dual dialogue: spoken beside the previous cue
    row: Row | None = None


@dataclass(frozen=True, slots=True)
class Screenplay:
    """A script as it was read."""

    elements: tuple[Element, ...]
    language: Language
    title_page: dict[str, str] = field(default_factory=dict[str, str])  # keys lower case: "title", "author", ...
    format: Literal["fountain", "chinese", "prose", "final draft", "shot list"] = "fountain"
