"""A new board is whole from its first card, in the language of who began it."""

from __future__ import annotations

from app.start.beginnings import empty_board


def test_the_first_cut_has_a_name_in_the_films_language() -> None:
    assert empty_board("未命名", "zh").cuts[0].name == "初剪"
    assert empty_board("Untitled", "en").cuts[0].name == "Assembly"
