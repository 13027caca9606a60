"""The title page chooses a style, in either language; a genre there is no style and no fault."""

from __future__ import annotations

import pytest

from engine.script.breakdown import breakdown
from engine.script.reading import read_text


@pytest.mark.parametrize(
    ("page", "style"),
    [
        ("Title: Two\nStyle: ink wash", "ink"),
        ("Title: Two\nVisual style: Shadow puppets", "shadow"),
        ("片名：两个\n风格：水墨", "ink"),
        ("片名：两个\n画风：皮影", "shadow"),
        ("风格：铅笔", "pencil"),
        ("Title: Two\nStyle: noir", "paper"),
        ("片名：两个\n风格：悬疑", "paper"),
        ("Title: Two", "paper"),
    ],
)
def test_the_title_page_tells_the_style(page: str, style: str) -> None:
    script = f"{page}\n\nEXT. STREET - DAY\n\nMARY, 30, in a red coat, walks past the lamps.\n"
    film = breakdown(read_text(script))
    assert film.style == style
    assert sum(1 for _ in film.shots) > 0
