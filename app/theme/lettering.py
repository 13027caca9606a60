"""The one face of the editor, Latin and Chinese in one file, in two sizes and two weights.

It is the face that the engine letters titles with, shipped with us: a machine's own fonts draw Chinese in whatever comes first.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from app.theme import tokens
from engine.assets import caption_font


@cache
def family() -> str:
    """The face's name, loaded once per process."""
    loaded = QFontDatabase.addApplicationFont(str(caption_font()))
    names = QFontDatabase.applicationFontFamilies(loaded)
    return names[0] if names else QFont().family()


def letters(*, strong: bool = False, title: bool = False, small: bool = False) -> QFont:
    """A font for text; `small` is for what stands on pictures and clips."""
    return QFont(_cut(_size(title, small), strong, False))


def figures(*, strong: bool = False, title: bool = False, small: bool = False) -> QFont:
    """A font for timecode: every figure as wide as the next, so that running numbers stand still."""
    return QFont(_cut(_size(title, small), strong, True))


def _size(title: bool, small: bool) -> int:
    now = tokens.now()
    return now.title_size if title else now.text_size - 2 if small else now.text_size


@cache
def _cut(size: int, strong: bool, tabular: bool) -> QFont:
    """Made once: a board asks for a hundred fonts a frame."""
    font = QFont(family())
    font.setPixelSize(size)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    if tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font
