"""Remarks: a note on a take, in which each part may begin with the moment it is about: `1:20 the hand is late; 3:02 hold this`.

A note is one sentence in the film, for it is read in lists and in other programs too; moments are only words in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

_PART = re.compile(r"\s*[;；]\s*")
_MOMENT = re.compile(r"(\d+):(\d\d)(?!\d)\s*(.*)", re.S)


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of one frame of a take."""

    frame: int
    words: str


def moment(frame: int, rate: Fraction) -> str:
    """Seconds and frames: 3:12."""
    seconds, frames = divmod(frame, round(rate))
    return f"{seconds}:{frames:02}"


def begun(note: str, frame: int | None, rate: Fraction) -> str:
    """The note with the beginning of a remark on this frame (None: on the whole take)."""
    about = "" if frame is None else f"{moment(frame, rate)} "
    return f"{finished(note)}; {about}".removeprefix("; ")


def finished(note: str) -> str:
    """The note without moments of which nothing is said."""
    parts = (part for part in _PART.split(note.strip()) if part)
    return "; ".join(part for part in parts if (found := _MOMENT.fullmatch(part)) is None or found[3])


def remarks(note: str, rate: Fraction) -> tuple[Remark, ...]:
    """What the note says of moments, in their order."""
    found = (_MOMENT.fullmatch(part) for part in _PART.split(note.strip()))
    told = (Remark(int(m[1]) * round(rate) + int(m[2]), m[3]) for m in found if m is not None and m[3])
    return tuple(sorted(told, key=lambda remark: remark.frame))


def said_at(told: Iterable[Remark], frame: int, rate: Fraction) -> str:
    """What is said while this frame is seen: the latest remark of the second before it, or "". A remark is of one frame, and one frame
    is too short to be read by."""
    latest = [remark for remark in told if remark.frame <= frame < remark.frame + rate]
    return latest[-1].words if latest else ""
