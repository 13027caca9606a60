"""How long a line takes to say and an action to see, in seconds and frames.

A shot too short for its line is what film-makers complain of most, so the line sets the length: English at 2.7 words a
second, Chinese at 4.5 characters, pauses between sentences, and room to breathe at head and tail.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import ceil

from engine.film.document import Language
from engine.film.shots import Line
from engine.script.lexicon import lexicon, wordset

WORDS_PER_SECOND = Fraction(27, 10)
HAN_PER_SECOND = Fraction(9, 2)
HEAD = Fraction(2, 5)
"""Silence before the first line of a shot, in seconds."""
TAIL = Fraction(3, 5)
"""Silence after the last line of a shot, in seconds."""
BETWEEN = Fraction(2, 5)
"""Silence between two lines in one shot, in seconds."""
SHORTEST_ACTION, LONGEST_ACTION = Fraction(5, 2), Fraction(6)

_SHORTEST_LINE = Fraction(3, 5)
_HAN = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")
_WORD = re.compile(r"[^\W\d_\u3400-\u9fff\uf900-\ufaff]+(?:['’-][^\W\d_]+)*")
_NUMBER = re.compile(r"\d+")
_SENTENCE_PAUSE = re.compile(r"[.!?。！？]+(?=\W*\w)")
_LONG_PAUSE = re.compile(r"\.{3,}|…+|——+|--+|—")
_TRAVEL_ZH = re.compile(r"走|跑|飞|驶|划|穿过|经过|路过|追|爬|飘|游|骑")
_TRAVEL = wordset(
    "walk run go come drive ride fly sail float drift swim cross climb follow chase march stroll wander row gallop trot "
    "glide soar circle creep crawl enter exit race flee"
)


def spoken_seconds(text: str) -> Fraction:
    """How long it takes to say `text`, in either language or both mixed. A digit counts as a word (about one syllable
    group each: "35" is thirty-five, 三十五)."""
    han = len(_HAN.findall(text))
    digits = sum(len(number) for number in _NUMBER.findall(text))
    words = len(_WORD.findall(text))
    if han:
        seconds = Fraction(han + 2 * words + max(0, 2 * digits - 1)) / HAN_PER_SECOND
    else:
        seconds = Fraction(words + digits) / WORDS_PER_SECOND
    pauses = len(_SENTENCE_PAUSE.findall(text)) * Fraction(1, 4) + len(_LONG_PAUSE.findall(text)) * Fraction(2, 5)
    return max(_SHORTEST_LINE, seconds + pauses)


def line_frames(text: str, rate: Fraction) -> int:
    """Frames a spoken line lasts, rounded up: a line is never cut short."""
    return ceil(spoken_seconds(text) * rate)


def action_seconds(text: str, language: Language) -> Fraction:
    """How long an action needs to be read by the eye: 2.5 to 6 seconds, longer where somebody travels."""
    return min(LONGEST_ACTION, max(SHORTEST_ACTION, action_need(text, language)))


def action_need(text: str, language: Language) -> Fraction:
    """The same without limits: more than `LONGEST_ACTION` is more than one shot should hold."""
    if not text.strip():
        return SHORTEST_ACTION
    length = len(_HAN.findall(text)) * Fraction(9, 100) + len(_WORD.findall(text)) * Fraction(14, 100)
    return Fraction(21, 10) + length + (Fraction(4, 5) if travels(text, language) else 0)


def travels(text: str, language: Language) -> bool:
    """Whether the action goes from one spot to another."""
    if language == "zh":
        return bool(_TRAVEL_ZH.search(text))
    words = lexicon(language)
    return any(words.verb(word) in _TRAVEL for word in _WORD.findall(text))


def layout(texts: Sequence[str], rate: Fraction, *, start: Fraction = HEAD) -> tuple[tuple[int, int], ...]:
    """(start, frames) of lines spoken one after the other in one shot, the first one `start` seconds in."""
    placed: list[tuple[int, int]] = []
    at = ceil(start * rate)
    for text in texts:
        frames = line_frames(text, rate)
        placed.append((at, frames))
        at += frames + ceil(BETWEEN * rate)
    return tuple(placed)


def shot_frames(spans: Iterable[tuple[int, int]], action: Fraction, rate: Fraction) -> int:
    """A shot's length in frames: what its action needs, or its last line plus the tail, whichever is longer."""
    end = max((start + frames for start, frames in spans), default=0)
    spoken = end + ceil(TAIL * rate) if end else 0
    return max(1, spoken, round(action * rate))


def fitted(lines: Sequence[Line], frames: int) -> list[Line]:
    """Lines that all sound within a shot of a length that was given: those that do not fit are spoken faster."""
    end = max((line.start + line.frames for line in lines), default=0)
    if end <= frames:
        return list(lines)
    return [line.with_(start=line.start * frames // end, frames=max(1, line.frames * frames // end)) for line in lines]
