"""Durations as people type and read them: 2.5s, 60f, 1:12 (seconds and frames), 1m30, 2.5 秒, 60 帧; a bare number is seconds."""

from __future__ import annotations

import re
from fractions import Fraction

from app.words import tr
from engine.errors import BadInput
from engine.film.timecode import nominal

LONGEST = 600
"""Seconds: no shot of a short film is longer, and a slip of the keyboard should not make one of a week."""

_SECONDS = re.compile(
    r"(?:(\d+)\s*(?:m|min|分钟|分)\s*)?(?:(\d+(?:[.,]\d+)?)\s*(?:s|sec|seconds?|秒钟|秒|″|\")?)?", re.IGNORECASE
)
_FRAMES = re.compile(r"(\d+)\s*(?:f|fr|frames?|帧|格)", re.IGNORECASE)
_MIXED = re.compile(r"(\d+)\s*(?:s|秒)\s*(\d+)\s*(?:f|帧|格)", re.IGNORECASE)
_LABEL = re.compile(r"(?:(\d+):)?(\d+):(\d+)")


def frames_of(text: str, rate: Fraction) -> int:
    """The duration in film frames, one at least. Raises BadInput, in one sentence, for what is none."""
    frames = _read(text.strip(), rate)
    if frames is None:
        raise BadInput(tr("{given} is no duration.", given=text.strip() or "?"), tr("Write 2.5s, 60f or 1:12."))
    if not 1 <= frames <= LONGEST * rate:
        raise BadInput(tr("A shot lasts from one frame to ten minutes."), tr("Write 2.5s, 60f or 1:12."))
    return frames


def offset_of(text: str, rate: Fraction) -> int:
    """A time before (-) or after frame 0, in film frames. Raises BadInput for what is none."""
    plain = text.strip().replace("−", "-")
    frames = _read(plain.removeprefix("-").strip(), rate)
    if frames is None or frames > LONGEST * rate:
        raise BadInput(tr("{given} is no time.", given=plain or "?"), tr("Write 2.5s, 60f or 1:12."))
    return -frames if plain.startswith("-") else frames


def _read(text: str, rate: Fraction) -> int | None:
    text = text.replace("：", ":")
    if found := _FRAMES.fullmatch(text):
        return int(found[1])
    if found := _MIXED.fullmatch(text):
        return round(int(found[1]) * rate) + int(found[2])
    if found := _LABEL.fullmatch(text):
        labels = nominal(rate)
        return (int(found[1] or 0) * 60 + int(found[2])) * labels + int(found[3]) if int(found[3]) < labels else None
    if (found := _SECONDS.fullmatch(text)) and (found[1] or found[2]):
        seconds = Fraction(found[2].replace(",", ".")) if found[2] else Fraction(0)
        return round((60 * int(found[1] or 0) + seconds) * rate)
    return None


def in_seconds(frames: int, rate: Fraction) -> str:
    """2.5 s, as the language writes it; a minute and more as 1:05."""
    seconds = frames / rate
    if frames < 0:
        return "-" + in_seconds(-frames, rate)
    if round(seconds) >= 60:
        return f"{round(seconds) // 60}:{round(seconds) % 60:02}"
    exact = f"{float(seconds):.1f}".removesuffix(".0")
    return tr("{s} s", s=exact)


def as_label(frames: int, rate: Fraction) -> str:
    """Seconds and frames: 2:12."""
    labels = nominal(rate)
    return f"{frames // labels}:{frames % labels:02}"
