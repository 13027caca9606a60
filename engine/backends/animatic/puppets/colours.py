"""Colours by name (English and Chinese) and the tones of one sheet of paper.

Tones are taken in OKLab (Björn Ottosson, 2020), so that 'a shade lighter' looks like the same step on every hue; shades lean
toward blue and lights toward yellow, which is what keeps flat paper from looking like plastic.
"""

from __future__ import annotations

import re
from functools import lru_cache

PALETTE = (
    "#c8553d",  # brick
    "#2f6f73",  # teal
    "#e0a437",  # ochre
    "#4a5d8f",  # denim
    "#7d8c4a",  # olive
    "#8c4a6b",  # plum
    "#d98a6a",  # apricot
    "#3f7d5c",  # bottle green
    "#b5495b",  # raspberry
    "#6f8fae",  # rain
    "#8a6242",  # tobacco
    "#5e4b7d",  # violet
    "#d6c28a",  # straw
    "#a8324a",  # wine
    "#4f9a8f",  # jade
    "#3c3f52",  # slate
    "#a9b56a",  # moss
    "#c77f9a",  # rose
    "#d9d3c4",  # linen
    "#2f4f7a",  # navy
)
"""Main colours of people about whom the script says nothing."""

NAMED = {
    "red": "#c63d32",
    "scarlet": "#cf3a2b",
    "crimson": "#a92e3a",
    "maroon": "#7a2e35",
    "pink": "#e39aa8",
    "rose": "#d9788a",
    "orange": "#e0803a",
    "amber": "#dd9a33",
    "yellow": "#e9bd3f",
    "mustard": "#c99a2e",
    "gold": "#d8a93f",
    "golden": "#d8a93f",
    "green": "#4f8a4c",
    "olive": "#7d8445",
    "teal": "#2f7d7b",
    "turquoise": "#4bb0a8",
    "jade": "#5fa583",
    "cyan": "#58adb8",
    "blue": "#3f6fb0",
    "navy": "#2c3e63",
    "denim": "#4a5d8f",
    "indigo": "#42478a",
    "purple": "#7a4e94",
    "violet": "#75539c",
    "lilac": "#b39ac9",
    "brown": "#7d5636",
    "tan": "#c39b6d",
    "beige": "#d8c3a0",
    "khaki": "#b5a36c",
    "cream": "#efe3c8",
    "ivory": "#efe6d2",
    "white": "#ece6da",
    "grey": "#8d8f93",
    "gray": "#8d8f93",
    "silver": "#b4b9be",
    "black": "#33323a",
    "blonde": "#dcb867",
    "blond": "#dcb867",
    "ginger": "#c46a35",
    "auburn": "#8a4230",
    "chestnut": "#6e4228",
    "红": "#c63d32",
    "赤": "#b8392f",
    "朱": "#cf4a32",
    "绯": "#cf3a4b",
    "粉": "#e39aa8",
    "桃": "#e6a0a0",
    "橙": "#e0803a",
    "橘": "#e0803a",
    "黄": "#e9bd3f",
    "金": "#d8a93f",
    "绿": "#4f8a4c",
    "碧": "#4a9a7e",
    "翠": "#3f9068",
    "青": "#3f7f86",
    "蓝": "#3f6fb0",
    "藏青": "#2c3e63",
    "靛": "#42478a",
    "紫": "#7a4e94",
    "褐": "#7d5636",
    "棕": "#7d5636",
    "咖啡": "#6b4a33",
    "米": "#e3d2b0",
    "白": "#ece6da",
    "素": "#e4dccb",
    "灰": "#8d8f93",
    "银": "#b4b9be",
    "黑": "#33323a",
    "墨": "#3a3d45",
    "玄": "#38353f",
}
"""Colour words; as a puppet maker would mix them: no pure black, no pure white."""

_ENGLISH = re.compile(
    r"\b(" + "|".join(sorted((w for w in NAMED if w.isascii()), key=len, reverse=True)) + r")(?:ish)?\b", re.IGNORECASE
)
_CHINESE = re.compile("|".join(sorted((w for w in NAMED if not w.isascii()), key=len, reverse=True)))


def colours_in(text: str) -> tuple[tuple[int, int, str], ...]:
    """Every colour word of the text as (start, end, "#rrggbb"), in order."""
    found = [(m.start(), m.end(), NAMED[m.group(1).lower()]) for m in _ENGLISH.finditer(text)]
    found += [(m.start(), m.end(), NAMED[m.group()]) for m in _CHINESE.finditer(text)]
    return tuple(sorted(found))


def _rgb(colour: str) -> tuple[float, float, float]:
    value = int(colour[1:], 16)
    return (value >> 16) / 255, (value >> 8 & 255) / 255, (value & 255) / 255


def _linear(c: float) -> float:
    return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4


def _gamma(c: float) -> float:
    c = min(1.0, max(0.0, c))
    return 12.92 * c if c <= 0.0031308 else 1.055 * c ** (1 / 2.4) - 0.055


@lru_cache(maxsize=1024)
def oklab(colour: str) -> tuple[float, float, float]:
    """OKLab lightness (0..1), a and b of "#rrggbb"."""
    r, g, b = (_linear(c) for c in _rgb(colour))
    long = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    medium = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    short = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def from_oklab(lightness: float, a: float, b: float) -> str:
    """The nearest "#rrggbb"."""
    long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    rgb = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    return "#" + "".join(f"{round(_gamma(c) * 255):02x}" for c in rgb)


@lru_cache(maxsize=4096)
def tone(colour: str, step: float) -> str:
    """The colour `step` lighter (or, negative, darker) in OKLab lightness; shades cool a little, lights warm a little."""
    lightness, a, b = oklab(colour)
    keep = 1 - 0.35 * abs(step)
    return from_oklab(min(0.97, max(0.16, lightness + step)), a * keep, b * keep + 0.06 * step)


@lru_cache(maxsize=1024)
def blend(first: str, second: str, share: float) -> str:
    """`first` with a share (0..1) of `second`, mixed in OKLab."""
    return from_oklab(*(p + (q - p) * share for p, q in zip(oklab(first), oklab(second), strict=True)))


def apart(first: str, second: str) -> float:
    """How different two colours look (OKLab distance; under 0.1 is hard to tell)."""
    return sum((p - q) ** 2 for p, q in zip(oklab(first), oklab(second), strict=True)) ** 0.5


@lru_cache(maxsize=4096)
def ink(colour: str, alpha: float = 1.0) -> int:
    """The colour as skia's ARGB integer."""
    return round(alpha * 255) << 24 | int(colour[1:], 16)
