"""What cells of a shot list say in words: who speaks, names in a row, and the ways to write "as above".

Dialogue cells hold anything from a bare sentence to a whole exchange, so the same cell is asked for names before a colon
first, and only then given to the one who is in the shot.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from engine.film.document import Language
from engine.script.lines import has_han
from engine.script.screenplay import Element

NAMES_APART = re.compile(r"[、，,;；/\n＋+&＆]|\s+and\s+|(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])", re.I)
"""What stands between names in a cell (a bracket's commas included: they are cut off with it)."""

AS_ABOVE = re.compile(r"同上|同前|接上|as above|ditto|same|[\"”″〃]|cont(?:inued|['’]?d)?\.?", re.I)
TITLE_KEYS = frozenset(
    {"project", "film", "production", "show", "project title", "项目", "项目名称", "影片", "影片名称", "作品"}
)
SLUG_FIRST = re.compile(r"\s*((?:INT|EXT|I/E)\b\.?[^.:\n]{2,60})[.:\n]\s*(\S.*)", re.S)
SUM = re.compile(r"(?:总|合|共)计?(?:时长)?|小计|(?:sub)?total|sum|end", re.I)
NO_SIZE = re.compile(
    r"空镜头?|插入|字幕|字卡|黑场|黑屏|白场|不限|insert|cutaway|title|card|graphic|black|any|vfx|montage", re.I
)
"""What people write in the column of sizes that leaves the size open."""

_ASIDE = re.compile(r"\s*[(（]([^()（）]{1,20})[)）]\s*")
_TURN = re.compile(
    r"(?:^|(?<=[\n。！？!?…”\"」.])\s*)(?P<who>[^\s:：，,。！？!?.“”\"'][^:：，。！？!?“”\"\n]{0,24}?)\s*[:：]\s*(?=\S)"
)
_QUOTED = re.compile(r"[“\"「『](.*)[”\"」』]", re.S)
_LEFT_TO_RIGHT = re.compile(r"\bL(?:eft)?\s*(?:-|–|→|>|to|/)+\s*R(?:ight)?\b", re.I)
_RIGHT_TO_LEFT = re.compile(r"\bR(?:ight)?\s*(?:-|–|→|>|to|/)+\s*L(?:eft)?\b", re.I)
_INNER = re.compile(r"o\.?s\.?|内心(?:独白|os)?|心声|独白|画外音?|v\.?o\.?", re.I)
_NARRATION = re.compile(
    r"旁白|画外音?|解说词?|字幕|独白|vo|v\.o\.?|voice[ -]?over|narrator|narration|super|title", re.I
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """One speech of a cell; without a speaker it is narration, "?" is whoever is seen."""

    who: str
    text: str
    manner: str = ""

    def elements(self, row: int, language: Language) -> tuple[Element, ...]:
        """The cue and what is under it, as any reader yields them."""
        narrator = "旁白" if language == "zh" else "NARRATOR"
        cue = Element("character", (self.who if has_han(self.who) else self.who.upper()) or narrator, row)
        aside = (Element("parenthetical", self.manner, row),) if self.manner else ()
        return (cue, *aside, Element("dialogue", self.text, row))


def written_out(camera: str) -> str:
    """Camera words as the grammar knows them: "Pan L-R" pans right."""
    return _RIGHT_TO_LEFT.sub("left", _LEFT_TO_RIGHT.sub("right", camera))


def spoken_in(cell: str, speakers: Sequence[str], language: Language) -> tuple[Spoken, ...]:
    """The speeches in a dialogue cell; words without a name belong to the first of `speakers`, and so does OS."""
    turns = [turn for turn in _TURN.finditer(cell) if _is_name(turn["who"], language)]
    bounds = [*(turn.start() for turn in turns), len(cell)]
    mine = speakers[0] if speakers else "?"
    said = [_said(mine, cell[: bounds[0]])]
    for turn, end in zip(turns, bounds[1:], strict=True):
        who = turn["who"].strip()
        if speakers and _INNER.fullmatch(who):
            who = f"{mine}（画外音）" if has_han(mine) else f"{mine} (V.O.)"
        said.append(_said(who, cell[turn.end() : end]))
    return tuple(each for each in said if each.text)


def _is_name(who: str, language: Language) -> bool:
    """A colon in mid sentence makes no name: names are short, and no Chinese one has a blank."""
    bare = _ASIDE.sub("", who)
    return len(bare) <= (8 if has_han(bare) else 24) and len(bare.split()) <= 3 and bool(bare.strip())


def _said(who: str, text: str) -> Spoken:
    """The name without its bracket, the words without their quotation marks."""
    manner = ""
    if (aside := _ASIDE.search(who)) and not re.fullmatch(
        r"\W*(?:V\.?O|O\.?S|O\.?C|画外音?|旁白|独白)\W*", aside[1], re.I
    ):
        who, manner = _ASIDE.sub("", who), aside[1]
    text = text.strip()
    if (opening := _ASIDE.match(text)) and not manner:
        manner, text = opening[1], text[opening.end() :].strip()
    if (quoted := _QUOTED.fullmatch(text)) and not re.search(r"[“”\"「」『』]", quoted[1]):
        text = quoted[1]
    if _NARRATION.fullmatch(who.strip()) or _INNER.fullmatch(who.strip()):
        who = ""
    return Spoken(who.strip(), text.strip(), manner.strip())
