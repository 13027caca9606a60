"""Cuts prose into sentences, and long sentences into clauses, without losing a character.

A shot list is made of sentences; everything else in the breakdown leans on their order and on nothing being dropped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_CLOSERS = r"[\"'”’」』）)\]】》]*"
_ABBREVIATION = re.compile(
    r"(?:\b(?:MR|MRS|MS|DR|ST|Mr|Mrs|Ms|Dr|St|Prof|Sgt|Capt|Lt|Jr|Sr|vs|etc|No)|\b[A-Z]|\bi\.e|\be\.g)\.$"
)
_END = re.compile(rf"(?:[.!?]+{_CLOSERS}(?=\s|$)|…+{_CLOSERS}(?=\s|$)|[。！？]+{_CLOSERS}|……{_CLOSERS}|\n+)")
_CLAUSE = re.compile(r"(?:;|；|，|,\s+(?=(?:and|then|but|while|as|so)\b)|\s+[—–-]+\s+|——|,\s+)")
_CHINESE = re.compile(r"[\u3000-\u9fff\uff00-\uffef“”…]")
_BRACKETED = re.compile(r"\s*【[^】]*】")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text, stripped, in order. A leading 【...】 group stands alone: it is a camera instruction."""
    found: list[str] = []
    bracket = _BRACKETED.match(text)
    start = bracket.end() if bracket else 0
    if bracket:
        found.append(bracket.group())
    for end in _END.finditer(text, start):
        if end.start() < start or _is_abbreviation(text, start, end):
            continue
        found.append(text[start : end.end()])
        start = end.end()
    found.append(text[start:])
    return tuple(stripped for sentence in found if (stripped := sentence.strip()))


def _is_abbreviation(text: str, start: int, end: re.Match[str]) -> bool:
    return end.group().startswith(".") and bool(_ABBREVIATION.search(text[start : end.start() + 1]))


def clauses(sentence: str) -> tuple[str, ...]:
    """The clauses of a sentence; joined with spaces (or nothing, in Chinese) they are the sentence again."""
    found: list[str] = []
    start = 0
    for break_ in _CLAUSE.finditer(sentence):
        found.append(sentence[start : break_.end()])
        start = break_.end()
    found.append(sentence[start:])
    return tuple(stripped for clause in found if (stripped := clause.strip()))


def joined(parts: Iterable[str]) -> str:
    """Sentences or clauses as running text; what ends without a stop gets one, so that it stays a sentence."""
    text = ""
    for part in filter(None, parts):
        if text and text[-1].isalnum():
            text += "。" if _CHINESE.match(text[-1]) else "."
        meets_in_chinese = text and _CHINESE.match(text[-1]) and _CHINESE.match(part[0])
        text = text + part if not text or meets_in_chinese else f"{text} {part}"
    return text
