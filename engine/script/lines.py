"""Lines and letters: what every reader needs to know about raw text before it knows any syntax.

Chinese scripts come with full-width digits, letters and stops; all of them are mapped one to one onto their half-width
twins, so that a match in the mapped text has the same place in the original.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇"
_HAN = re.compile(f"[{HAN}]")
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ]+")
_HALF_WIDTH = {0xFF01 + i: 0x21 + i for i in range(94)} | {0x3000: 0x20, 0x2019: 0x27, 0x2018: 0x27, 0xFF0E: 0x2E}

_SENTENCE_END = re.compile(r"[.!?:;…。！？：；][\"'”’」』)）\]】]*$")
_WRAPPED_FROM = 45  # columns: nobody breaks a line by hand in mid sentence this far out

_DIGITS = {**dict(zip("零一二三四五六七八九", range(10), strict=True)), "〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file: its 1-based number and its text without the line break."""

    number: int
    text: str

    @property
    def blank(self) -> bool:
        """Nothing but white space."""
        return not self.text.strip()


def numbered(text: str) -> list[Line]:
    """The lines of `text`, whose line breaks are already plain newlines."""
    return [Line(number, line) for number, line in enumerate(text.split("\n"), start=1)]


def half_width(text: str) -> str:
    """`text` with full-width ASCII and the ideographic space made half-width; same length."""
    return text.translate(_HALF_WIDTH)


def has_han(text: str) -> bool:
    """Whether a Chinese character occurs."""
    return _HAN.search(text) is not None


def is_chinese(text: str) -> bool:
    """Whether the text is mainly Chinese: more characters than Latin words."""
    han = len(_HAN.findall(text))
    return han > 0 and han >= len(_LATIN_WORD.findall(text))


def columns(text: str) -> int:
    """Width of a line on a terminal: a Chinese character takes two columns."""
    return len(text) + len(_HAN.findall(text))


def ends_sentence(text: str) -> bool:
    """Whether the line closes with a stop, quotes and brackets aside."""
    return _SENTENCE_END.search(text.rstrip()[-9:]) is not None


def rejoined(lines: Iterable[str]) -> str:
    """One paragraph from its lines. A line broken by a margin flows on; one broken on purpose keeps its newline."""
    parts: list[str] = []
    last = ""
    for line in (each.strip() for each in lines):
        if line:
            parts += [_joint(last, line), line] if last else [line]
            last = line
    return "".join(parts)


def _joint(before: str, after: str) -> str:
    if ends_sentence(before):
        return "\n"
    if after[0].islower() or columns(before) >= _WRAPPED_FROM:
        return "" if has_han(before[-1]) and has_han(after[0]) else " "
    return "\n"


def chinese_number(text: str) -> int | None:
    """The value of '12', '十二' or '一百零三'; None when it is no number."""
    if text.isdecimal():
        return int(text)
    if not text or any(sign not in _DIGITS and sign not in _UNITS for sign in text):
        return None
    if not any(sign in _UNITS for sign in text):
        return int("".join(str(_DIGITS[sign]) for sign in text))
    total, digit = 0, 0
    for sign in text:
        if sign in _UNITS:
            total += (digit or 1) * _UNITS[sign]
            digit = 0
        else:
            digit = _DIGITS[sign]
    return total + digit
