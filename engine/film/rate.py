"""Frame rates as exact fractions, and the raster. Float seconds exist only at codec and widget edges."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainSerializer

from engine.film.values import Value

_WRITTEN = re.compile(r"\s*\d{1,6}(?:/[1-9]\d{0,5})?\s*", re.ASCII)


def _rate(value: Any) -> Fraction:
    known = isinstance(value, (int, Fraction)) or (isinstance(value, str) and _WRITTEN.fullmatch(value))
    rate = Fraction(value) if known else None
    if rate is None or not 1 <= rate <= 240:
        raise ValueError("a rate is a fraction such as 24 or 30000/1001, between 1 and 240 frames per second")
    return rate


Rate = Annotated[
    Fraction,
    BeforeValidator(_rate),
    PlainSerializer(str, return_type=str),
]
"""Frames per second, exact; written as "24" or "30000/1001"."""

FILM = Fraction(24)
PAL = Fraction(25)
FILM_NTSC = Fraction(24000, 1001)
NTSC = Fraction(30000, 1001)


class Raster(Value):
    """Picture size in pixels (square), even on both sides so that 4:2:0 codecs take it."""

    width: Annotated[int, Field(ge=64, le=8192, multiple_of=2)] = 1280
    height: Annotated[int, Field(ge=64, le=8192, multiple_of=2)] = 720


def rate_told(rate: Rate) -> str:
    """24, 23.976: as it stands in a camera's menu."""
    return f"{float(rate):.3f}".rstrip("0").rstrip(".")


def sample_at(frame: int, sample_rate: int, rate: Fraction) -> int:
    """Index of the first audio sample of `frame`: floor(frame * sample_rate / rate), never summed."""
    return (frame * sample_rate * rate.denominator) // rate.numerator
