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
    now = tokens.now()
    font = QFont(family())
    font.setPixelSize(now.title_size if title else now.text_size - 2 if small else now.text_size)
    font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
    font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return font


def figures(*, strong: bool = False, title: bool = False, small: bool = False) -> QFont:
    """A font for timecode: every figure as wide as the next, so that running numbers stand still."""
    font = letters(strong=strong, title=title, small=small)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
