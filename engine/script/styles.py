"""Which style a script asks for on its title page ("Style: ink wash", 风格：皮影).

People also write a genre there (风格：悬疑), so words that name no style are no fault: the film is then cut from paper.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping

from engine.assets import assets_folder
from engine.film.style import PAPER, STYLES, StyleSheet, style_meant, styles_in


@functools.cache
def shipped() -> Mapping[str, StyleSheet]:
    """The styles that come with Storyreel, by name."""
    return styles_in(assets_folder() / STYLES)


def style_told(page: Mapping[str, str]) -> str:
    """The name of the shipped style that the title page asks for."""
    meant = style_meant(page.get("style", ""), shipped().values())
    return meant.name if meant else PAPER
