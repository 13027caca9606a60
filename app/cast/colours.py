"""A palette out of reference pictures: the few colours that a costume is told by.

Counted, not averaged: a mean of red and green is a brown that nobody wears. What is colourful counts for more than what is grey, because a
grey background is larger than any scarf.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

MOST = 5
_STEP = 24
_APART = 0.16
"""How far two colours of a palette are from each other at least, in shares of the colour cube's edge."""


def palette_of(pictures: Sequence[QImage], most: int = MOST) -> tuple[str, ...]:
    """The main colours of the pictures as #rrggbb, the most telling first; empty where there are none."""
    counts: dict[tuple[int, int, int], float] = {}
    for picture in pictures:
        _count(picture, counts)
    chosen: list[QColor] = []
    for bucket in sorted(counts, key=lambda each: -counts[each]):
        colour = QColor(*(min(255, part * _STEP + _STEP // 2) for part in bucket))
        if all(apart(colour, other) >= _APART for other in chosen):
            chosen.append(colour)
        if len(chosen) == most:
            break
    return tuple(colour.name() for colour in chosen)


_NAMED = {
    "red": "#b8392f", "blue": "#3f6fb0", "green": "#4f8a4c", "yellow": "#e0b83f", "orange": "#d9803f", "purple": "#7a4e94",
    "violet": "#7a4e94", "pink": "#d98aa4", "brown": "#7d5636", "black": "#33323a", "white": "#ece6da", "grey": "#8d8f93",
    "gray": "#8d8f93", "golden": "#d8a93f", "navy": "#2c3e63", "beige": "#d6c28a", "红": "#b8392f", "蓝": "#3f6fb0", "绿": "#4f8a4c",
    "黄": "#e0b83f", "橙": "#d9803f", "紫": "#7a4e94", "粉": "#d98aa4", "棕": "#7d5636", "黑": "#33323a", "白": "#ece6da", "灰": "#8d8f93",
}  # fmt: skip
_NO_CLOTH = r"(?!\s*(?:-|hair|beard|eye|skin|发|头发|胡|须|眼|皮))"
"""What has a colour of its own: a white beard is not worn."""
_WORN = re.compile(
    rf"\b({'|'.join(name for name in _NAMED if name.isascii())})\b{_NO_CLOTH}|([红蓝绿黄橙紫粉棕黑白灰])色?{_NO_CLOTH}",
    re.IGNORECASE,
)


def worn_colours(words: str) -> tuple[str, ...]:
    """The colours that a description names for what is worn ("in a red coat", 穿蓝布衫), first named first."""
    found = ((match[1] or match[2]).lower() for match in _WORN.finditer(words))
    return tuple(dict.fromkeys(_NAMED[name] for name in found))[:2]


def _count(picture: QImage, counts: dict[tuple[int, int, int], float]) -> None:
    small = picture.scaled(56, 56, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    pixels = bytes(small.convertToFormat(QImage.Format.Format_RGBA8888).constBits())
    total = max(1, len(pixels) // 4)
    for red, green, blue, alpha in zip(pixels[::4], pixels[1::4], pixels[2::4], pixels[3::4], strict=True):
        if alpha > 127:
            spread = (max(red, green, blue) - min(red, green, blue)) / 255
            bucket = (red // _STEP, green // _STEP, blue // _STEP)
            counts[bucket] = counts.get(bucket, 0.0) + (0.1 + spread) / total


def apart(one: QColor, other: QColor) -> float:
    """How far two colours are from each other, in shares of the colour cube's edge."""
    return sum((a - b) ** 2 for a, b in zip(parts(one), parts(other), strict=True)) ** 0.5


def parts(colour: QColor) -> tuple[float, float, float]:
    """Red, green and blue from 0 to 1."""
    return colour.redF(), colour.greenF(), colour.blueF()
