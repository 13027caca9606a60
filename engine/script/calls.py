"""Lines that call for a shot, taken apart: what they look at, from where, and how two calls make one.

They know words and hints only; which shot a call belongs to is the shot list's business.
"""

from __future__ import annotations

import re
from dataclasses import replace

from engine.film.setup import Angle
from engine.script.grammar import SetupHints

_ANGLE_ON = re.compile(
    r"^(?:(?:ANOTHER |NEW |REVERSE )?ANGLE(?: ON)?|BACK (?:TO|ON)|RESUME(?: ON)?|FAVOU?RING|ON)\b[:\s-]*(?=[A-Z ]*$)"
)
_ANGLE_OPENS = re.compile(r"^(?:ANOTHER |NEW |REVERSE )?ANGLE(?: ON)?\b([A-Z' ]*)\s*[—–:-]\s*(?=\S)")
_ANGLE_SEES = re.compile(
    r"^(?:(?:ANOTHER |NEW |REVERSE )?ANGLE|FAVOU?RING|RESUME|BACK)(?: ON| TO) (?=(?:the |a |an |his |her )?[A-Z]?[a-z]|[A-Z]+ (?:\(|[a-z]))"
)
_THROUGH = re.compile(r"\s*[,—–-]*\s*\bTHROUGH (?:THE |A |AN |HIS |HER )?[A-Z]+(?: [A-Z]+)?(?=\s*[:—–-])")
"""What one looks through is not seen."""
_DEPICTS = re.compile(
    r"\W*((?:[\w'’]+ ){0,4}?(?:medal|photo|photograph|picture|painting|poster|newspaper|letter|note|screen|map|coin|tattoo|sign|card"
    r"|book|page|diary|headline|badge|locket|postcard|ticket|video|monitor|drawing|portrait|snapshot|polaroid|clipping))\s*[:—–-]\s*\S",
    re.I,
)
"""What a picture shows is in the picture."""


def angle_on(text: str) -> tuple[str, str]:
    """("THE HORSE", "ANGLE ON THE HORSE"): what an angle line looks at, and the line; the text and "" for any other."""
    opened = _ANGLE_OPENS.match(text.strip())
    if opened is not None:
        seen = opened[1].strip(" .-").capitalize()
        return f"{seen}. {text.strip()[opened.end() :]}" if seen else text.strip()[opened.end() :], opened[0]
    if opened := _ANGLE_SEES.match(text.strip()):
        return text.strip()[opened.end() :], opened[0].strip()
    found = _ANGLE_ON.match(text.strip())
    if found is None or not found.group() or len(text) > 60:
        return text, ""
    return text.strip()[found.end() :].strip(" .").capitalize() + ".", text


def from_a_height(hints: SetupHints) -> SetupHints:
    """ "HIGH WIDE SHOT: ...": the height stands before the size."""
    found = (
        re.match(r"\W*(HIGH|LOW)\b(?=\W|$)\s*[:,—–-]?\s*", hints.rest) if hints.size and hints.angle is None else None
    )
    if found is None:
        return hints
    return replace(hints, angle=Angle.HIGH if found[1] == "HIGH" else Angle.LOW, rest=hints.rest[found.end() :])


def looked_at(sentence: str, hints: SetupHints) -> str:
    """The words of a called shot without what one looks through, and without what is only depicted in an insert."""
    told = hints.rest
    if hints.angle is Angle.POINT_OF_VIEW:
        told = _THROUGH.sub("", told)
    depicts = _DEPICTS.match(told) if sentence.lstrip().startswith("INSERT") else None
    return f"{depicts[1]}." if depicts else told


def merged(first: SetupHints, second: SetupHints) -> SetupHints:
    """Two calls for one shot: what the first leaves open, the second says."""
    return SetupHints(
        size=first.size or second.size,
        angle=first.angle or second.angle,
        move=first.move or second.move,
        lens=first.lens or second.lens,
        rest=second.rest,
    )
