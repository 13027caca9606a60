"""Scene headings of Chinese screenplays, whatever order they are written in: '1-1 日 内 教室' is '内景 教室 日', number 1-1.

They live apart from the reader because the Fountain reader meets them too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.script import chinese_words as words
from engine.script.lines import chinese_number, half_width, has_han

BRACKETED = re.compile(r"^(?:【([^【】]+)】|\[([^\[\]]+)\])\s*[:：]?\s*(.*)$")
BARE_SCENE = re.compile(r"(?:第.*[场幕]|场[景次]?)\s*\S*")
"""A heading that says no more than its number."""


@dataclass(frozen=True, slots=True)
class ChineseHeading:
    """A scene heading in one order: '内景 教室 日', with the scene's number apart ('' when it has none)."""

    text: str
    number: str


def chinese_heading(line: str) -> ChineseHeading | None:
    """The scene heading that this line is, or None."""
    text = half_width(line).strip()
    if found := BRACKETED.match(text):
        text = " ".join(part for part in found.groups() if part)
    text = re.sub(r"^([内外]{1,2}景)。", r"\1 ", text)
    if len(text) > 48 or words.PROSE_STOP.search(text):
        return None
    for pattern in (words.NUMBERED_SCENE, words.COUNTED_SCENE):
        if found := pattern.match(text):
            number = chinese_number(found[1])
            rest = text[found.end() :]
            return ChineseHeading(in_order(rest) or text, str(number) if number is not None else found[1])
    found = words.BARE_NUMBER.match(text)
    number, rest = (found["inner"] or found["bare"], text[found.end() :]) if found else ("", text)
    if not _names_a_scene(rest, numbered=bool(found)):
        return None
    value = chinese_number(number)
    return ChineseHeading(in_order(rest), str(value) if value is not None else number)


def _fields(text: str) -> list[str]:
    text = re.sub(r"内景?\s*[./、·]\s*外景?|INT\.?\s*/\s*EXT\.?", "内外景 ", text)
    fields: list[str] = []
    for part in words.HEADING_BREAK.split(text):
        if glued := words.GLUED.match(part):
            fields += [glued[1], glued[2]]
        elif len(part) == 2 and all(sign in words.TIMES or sign in words.INTERIOR for sign in part):
            fields += [part[0], part[1]]  # 日内, 内夜
        elif part:
            fields.append(part)
    return fields


def _names_a_scene(text: str, *, numbered: bool) -> bool:
    fields = _fields(text)
    inside = [part for part in fields if part.upper() in words.INTERIOR]
    times = [part for part in fields if part in words.TIMES]
    if not inside or len(fields) > 7 or not has_han(text):
        return False
    if fields[0] in ("内景", "外景", "内外景") or re.match(r"(?:内外|内|外)景", text):
        return len(fields) > 1
    if len(fields) == 1 or any(len(part) > 12 for part in fields):
        return False
    return bool(times) or (numbered and len(fields) <= 3)


def in_order(text: str) -> str:
    """Interior first, then the place, then the time and whatever else the heading says."""
    fields = _fields(text)
    inside = [words.INTERIOR[part.upper()] for part in fields if part.upper() in words.INTERIOR]
    if len(set(inside)) > 1:
        inside = ["内外景"]
    others = [part for part in fields if part.upper() not in words.INTERIOR and part not in words.TIMES]
    times = [part for part in fields if part in words.TIMES]
    late = len(others) > 1 and bool(times) and fields.index(times[0]) < fields.index(others[-1])
    place, tail = (
        (others[:1], others[1:]) if late and fields.index(times[0]) > fields.index(others[0]) else (others, [])
    )
    return " ".join([*inside[:1], *place, *times, *tail])
