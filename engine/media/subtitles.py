"""Captions as files: SubRip (.srt) and WebVTT (.vtt).

Times are rounded to the millisecond on which the frame begins, never summed, so that a long film does not drift.
WebVTT: W3C Candidate Recommendation "WebVTT: The Web Video Text Tracks Format"; SubRip has no standard, only custom.
"""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from engine.media.captions import Caption


def srt(captions: Iterable[Caption], rate: Fraction) -> str:
    """The captions as a SubRip file (to be written as UTF-8)."""
    return "\n".join(
        f"{number}\n{_clock(one.start, rate, ',')} --> {_clock(one.end, rate, ',')}\n{_body(one)}\n"
        for number, one in enumerate(captions, 1)
    )


def vtt(captions: Iterable[Caption], rate: Fraction) -> str:
    """The captions as a WebVTT file (to be written as UTF-8)."""
    cues = (
        f"{_clock(one.start, rate, '.')} --> {_clock(one.end, rate, '.')}\n{_escaped(_body(one))}\n" for one in captions
    )
    return "\n".join(("WEBVTT\n", *cues))


def _body(caption: Caption) -> str:
    return "\n".join(caption.lines)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clock(frame: int, rate: Fraction, point: str) -> str:
    milliseconds = round(frame * 1000 / rate)
    seconds, left = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}{point}{left:03}"
