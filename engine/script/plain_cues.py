"""Who speaks in plain English text: "MARA:" alone above her words, or "Mara: You came." on one line.

A colon stands behind many words that are nobody ("Later:", "Wide:", "Shopping list:"), so a name needs a witness: a list of given names, capitals, or the rest of the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from engine.script.grammar import parse_setup
from engine.script.headings import time_in
from engine.script.lexicon import lexicon, wordset
from engine.script.lines import Line
from engine.script.screenplay import Element

_CUE = re.compile(
    r"^(?P<name>[A-Z][\w'’-]*\.?(?: [A-Z][\w'’-]*){0,2})(?P<how>\s*\([^()]{1,40}\))?\s*:\s*(?P<said>[^\s\"“].*)?$"
)
_NOBODY = wordset(
    "later meanwhile afterwards then now note notes title scene act shot panel frame cut fade super caption chapter part flashback montage action dialogue "
    "setting place time location cast characters character sound music sfx vfx end intro outro logline synopsis prologue epilogue day date camera insert angle "
    "story plot script storyboard draft version warning example remember first second third finally int ext author by props theme genre tone"
)


def speakers_in(lines: Sequence[Line]) -> frozenset[str]:
    """The names before a colon that are somebody's, as they are written."""
    text = "\n".join(line.text for line in lines)
    found = [cue for line in lines if (cue := _CUE.match(line.text.strip())) is not None]
    return frozenset(cue["name"] for cue in found if _is_somebody(cue, text))


def _is_somebody(cue: re.Match[str], text: str) -> bool:
    name, known = cue["name"], lexicon("en")
    words = name.casefold().replace(".", "").split()
    thing = known.category(name.casefold()) or known.category(words[-1])
    if set(words) & _NOBODY or thing not in {None, "person", "animal", "bird"} or time_in(name) is not None:
        return False
    if parse_setup(f"{name}.", "en").any:
        return False
    given = bool(set(words) & (known.words("given_female") | known.words("given_male")))
    told = re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-]|\s*(?:\([^()]*\)\s*)?:)", text, re.I) is not None
    return given or told or (name.isupper() and cue["said"] is None)


def spoken_block(
    block: Sequence[Line], speakers: frozenset[str], action: Callable[[Line], list[Element]]
) -> list[Element]:
    """A paragraph in which somebody speaks: cues, words, and what is seen between them. [] where nobody does."""
    made: list[Element] = []
    speaks = open_ = False
    for line in block:
        cue = _CUE.match(line.text.strip())
        if cue is not None and cue["name"] in speakers:
            made.append(Element("character", cue["name"].upper(), line.number))
            made += [Element("parenthetical", cue["how"].strip(" ()"), line.number)] if cue["how"] else []
            made += [Element("dialogue", cue["said"].strip('"“” '), line.number)] if cue["said"] else []
            speaks, open_ = True, cue["said"] is None
        elif open_:
            made.append(Element("dialogue", line.text.strip().strip('"“”'), line.number))
        else:
            made += action(line)
    return made if speaks else []
