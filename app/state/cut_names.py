"""What a cut is called on the screen: the name that somebody gave it, or for one that nobody has named, its name in the language of
now. The film keeps the word it began with, so that a change of language is no edit.
"""

from __future__ import annotations

import re

from app.words import tr
from engine.film.cuts import Cut

_UNNAMED = re.compile(r"(?:Assembly|初剪)( \d+)?")


def cut_name(cut: Cut) -> str:
    """The name to show."""
    unnamed = _UNNAMED.fullmatch(cut.name)
    return tr("Assembly") + (unnamed[1] or "") if unnamed else cut.name
