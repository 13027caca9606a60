"""How sentences stand one behind the other, and what narrow places show of them."""

from __future__ import annotations

from PySide6.QtGui import QFontMetricsF

from app import words
from app.theme.lettering import letters
from app.timeline.dialogue import told_in
from app.words import in_a_row


def test_chinese_sets_no_blank_between_sentences() -> None:
    assert in_a_row("The disk is full.", "Free some.", "") == "The disk is full. Free some."
    words.speak("zh")
    assert in_a_row("磁盘已满。", "请清理。") == "磁盘已满。请清理。"


def test_a_narrow_line_says_who_speaks_and_a_hair_nothing() -> None:
    metrics = QFontMetricsF(letters(small=True))
    whole = metrics.horizontalAdvance("OTTO: Last train is gone.")
    assert told_in(whole + 1, "OTTO", "Last train is gone.", metrics) == "OTTO: Last train is gone."
    assert told_in(metrics.horizontalAdvance("OTTO") + 1, "OTTO", "Last train is gone.", metrics) == "OTTO"
    assert told_in(8, "OTTO", "Last train is gone.", metrics) == ""


def test_two_chinese_letters_are_a_word_and_a_short_line_is_told_whole() -> None:
    words.speak("zh")
    metrics = QFontMetricsF(letters(small=True))
    room = metrics.horizontalAdvance("沈青云：灯笼…") + 1
    assert told_in(room, "沈青云", "灯笼灭了，快走。", metrics) == "沈青云：灯笼…"
    assert told_in(room - metrics.horizontalAdvance("笼"), "沈青云", "灯笼灭了，快走。", metrics) == "沈青云"
    assert told_in(room, "李", "走。", metrics) == "李：走。"
