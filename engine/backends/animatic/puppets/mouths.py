"""Lip movement from text: which of five mouths a line makes when, and on which words the hands move.

There is no sound to follow yet, so the line's own syllables set the rhythm: English vowel groups, Chinese characters, pauses at
punctuation. At twelve drawings a second a syllable is three drawings: consonant, vowel, release.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from typing import NamedTuple

from engine.backends.animatic.stage import Viseme

_TOKENS = re.compile(r"[\u3400-\u9fff]|[A-Za-z0-9'’]+|[,，、;；:：—–-]+|[.。!！?？…]+")
_SYLLABLE = re.compile(r"[^aeiouy]*[aeiouy]+(?:[^aeiouy]+(?![aeiouy]))?", re.IGNORECASE)
_LIPS, _TEETH = frozenset("mbp"), frozenset("fvszcxjtdk")
_WIDE, _ROUND = frozenset("eiy"), frozenset("ouw")
_RELEASES: tuple[Viseme, ...] = ("closed", "teeth")
_ZH: tuple[tuple[Viseme, Viseme], ...] = (
    ("teeth", "open"), ("closed", "open"), ("teeth", "wide"), ("closed", "round"), ("teeth", "round"), ("wide", "open"),
)  # fmt: skip


class Sound(NamedTuple):
    """One stretch of a line: it ends at `end` (share of the line's time, 0..1) with that mouth."""

    end: float
    mouth: Viseme


class Stress(NamedTuple):
    """A stressed word: its middle (share of the line's time) and the hand that marks it (+1 right, -1 left)."""

    at: float
    hand: int


def _vowel(syllable: str) -> Viseme:
    for c in syllable:
        if c in _ROUND:
            return "round"
        if c in _WIDE:
            return "wide"
        if c == "a":
            return "open"
    return "open"


def _part(weight: float, mouth: Viseme) -> tuple[float, Viseme]:
    return weight, mouth


def _word(word: str) -> list[tuple[float, Viseme]]:
    """(weight, mouth) for each sound of an English word."""
    sounds: list[tuple[float, Viseme]] = []
    low = word.lower().rstrip("e") or word.lower()
    for syllable in _SYLLABLE.findall(low) or [low]:
        first, last = syllable[0], syllable[-1]
        onset: Viseme = "closed" if first in _LIPS else "teeth" if first in _TEETH else "wide"
        release: Viseme = "closed" if last in _LIPS else "teeth" if last in _TEETH else "wide"
        sounds += [_part(0.28, onset), _part(0.47, _vowel(syllable)), _part(0.25, release)]
    return sounds


def _character(character: str) -> list[tuple[float, Viseme]]:
    onset, vowel = _ZH[ord(character) % len(_ZH)]
    sounds: list[tuple[float, Viseme]] = [(0.27, onset), (0.48, vowel)]
    sounds.append((0.25, _RELEASES[ord(character) % 5 != 0]))
    return sounds


@lru_cache(maxsize=512)
def sounds_of(text: str) -> tuple[Sound, ...]:
    """The mouths of a line in order; shares of its time add up to 1. Empty when nothing can be spoken."""
    parts: list[tuple[float, Viseme]] = []
    for token in _TOKENS.findall(text):
        if token[0] in ",，、;；:：—–-":
            parts.append((0.7, "closed"))
        elif token[0] in ".。!！?？…":
            parts.append((1.3, "closed"))
        elif token.isascii() or "’" in token:
            parts += _word(token)
        else:
            parts += _character(token)
    while parts and parts[-1][0] in (0.7, 1.3):
        parts.pop()
    total = sum(weight for weight, _ in parts) or 1.0
    sounds: list[Sound] = []
    at = 0.0
    for weight, mouth in parts:
        at += weight / total
        sounds.append(Sound(at, mouth))
    return tuple(sounds)


@lru_cache(maxsize=512)
def stresses_of(text: str) -> tuple[Stress, ...]:
    """The words the hands mark: long words, words before a pause, every few Chinese characters; hands take turns."""
    tokens = _TOKENS.findall(text)
    weights = [_weight(t) for t in tokens]
    total = sum(weights) or 1.0
    found: list[Stress] = []
    at, since = 0.0, 99.0
    for i, (token, weight) in enumerate(zip(tokens, weights, strict=True)):
        spoken = token[0].isalnum()
        before_pause = i + 1 < len(tokens) and not tokens[i + 1][0].isalnum()
        strong = spoken and (
            len(token) >= 5 or (token.isupper() and len(token) > 1) or before_pause or not token.isascii()
        )
        since += weight
        if strong and since > (4.2 if token.isascii() else 4.9):
            found.append(Stress((at + weight / 2) / total, 1 if len(found) % 2 == 0 else -1))
            since = 0.0
        at += weight
    return tuple(found)


def _weight(token: str) -> float:
    if token[0] in ",，、;；:：—–-":
        return 0.7
    if token[0] in ".。!！?？…":
        return 1.3
    return float(len(_SYLLABLE.findall(token.lower())) or 1) if token.isascii() else 1.0


def mouth_at(text: str, share: float) -> Viseme:
    """The mouth when `share` (0..1) of the line's time is over; closed outside."""
    sounds = sounds_of(text)
    if not sounds or not 0.0 <= share < 1.0:
        return "closed"
    return sounds[min(len(sounds) - 1, bisect_right([s.end for s in sounds], share))].mouth
