"""Numbers of scenes and shots, as the trade counts them: 12A behind 12, 12A1 behind 12A, A12A before it.

Slates leave out I and O, which read as 1 and 0. A number that is given keeps its place in the order for good, so what comes in
between two others must sort between them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_PREFIXED = re.compile(r"([A-Z]*)(.*)", re.S)
_LETTERED = re.compile(r"(.*\d)([A-Z])")
_Place: TypeAlias = "tuple[tuple[tuple[int, str], ...], str]"


def slate_for(number: str, index: int) -> str:
    """The slate of the shot at `index` (from 0) of scene `number`: 12A; after a number that ends in a letter, 12A-B."""
    letters = ""
    left = index + 1
    while left:
        left, letter = divmod(left - 1, len(_LETTERS))
        letters = _LETTERS[letter] + letters
    return f"{number}-{letters}" if number[-1:].isalpha() else f"{number}{letters}"


def between(before: str | None, after: str | None, taken: set[str]) -> str:
    """The number of what comes in between two others (None: the head or the tail), one that is not taken."""
    if before is not None and not _follows(before, after):
        return _suffixed(before, after, taken)
    at = 0
    while (number := f"{slate_for('', at)}{after or '1'}") in taken:
        at += 1
    return number


def _follows(before: str, after: str | None) -> bool:
    """Whether `after` is a number that came in behind `before`: 12A behind 12, 12A1 behind 12A."""
    more = "[0-9]" if before[-1:].isalpha() else "[A-Z-]"
    return after is not None and re.fullmatch(rf"{re.escape(before)}{more}.*", after) is not None


def _suffixed(before: str, after: str | None, taken: set[str]) -> str:
    """12A, 12B, ... behind `before`; behind 12A comes 12B while that is free, and 12A1 where it is not."""
    lettered = _LETTERED.fullmatch(before)
    if lettered is not None and lettered[1] in taken:
        number = free_letter(lettered[1], _LETTERS.find(lettered[2]) + 1, taken)
        if after is None or _place(number) < _place(after):
            return number
    return free_letter(before, 0, taken)


def free_letter(number: str, at: int, taken: set[str]) -> str:
    """A letter behind digits, a digit behind letters: 12A-A would be the first shot of scene 12A."""
    while (free := f"{number}{at + 1}" if number[-1:].isalpha() else slate_for(number, at)) in taken:
        at += 1
    return free


def _place(number: str) -> _Place:
    """Where a number stands in the order: 12, A12A, 12A, 12B, 13."""
    found = _PREFIXED.fullmatch(number)
    prefix, rest = (found[1], found[2]) if found and found[2] else ("", number)
    parts = re.findall(r"\d+|\D", rest)
    return tuple((int(part), "") if part.isdecimal() else (10**9, part) for part in parts), prefix or "~"


def counted_on(before: str | None, root: str, taken: set[str]) -> str:
    """1C behind 1B, 1-3 behind 1-2, where those are slates of scene `root`; "" for others."""
    rest = (before or "").removeprefix(root) if root and (before or "").startswith(root) else ""
    if re.fullmatch(r"-\d+", rest):
        at = int(rest[1:]) + 1
        while (free := f"{root}-{at}") in taken:
            at += 1
        return free
    return free_letter(root, _LETTERS.find(rest) + 1, taken) if rest and rest in _LETTERS else ""


def behind(row: Sequence[str], index: int, root: str, taken: set[str]) -> str:
    """The number of what comes in behind the one at `index` of a `row` in scene `root`."""
    after = row[index + 1] if index + 1 < len(row) else None
    return (counted_on(row[index], root, taken) if after is None else "") or between(row[index], after, taken)


def fits(before: str | None, own: str, after: str | None) -> bool:
    """Whether a number sorts between two others (None: nothing there)."""
    return (before is None or _place(before) < _place(own)) and (after is None or _place(own) < _place(after))
