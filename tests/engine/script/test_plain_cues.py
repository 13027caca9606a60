"""Who speaks in plain text: a name alone above the words, with or without a colon; and what looks so and is nobody."""

from __future__ import annotations

import pytest

from engine.script.reading import read_text


def spoken(text: str) -> list[tuple[str, str]]:
    """Who says what."""
    said: list[tuple[str, str]] = []
    speaker = ""
    for element in read_text(text).elements:
        speaker = element.text if element.kind == "character" else speaker
        said += [(speaker, element.text)] if element.kind == "dialogue" else []
    return said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("小雨推开门。\n\n小雨：\n你终于来了。\n\n老王：\n嗯，我来了。", [("小雨", "你终于来了。"), ("老王", "嗯，我来了。")]),
        ("小雨推开门。\n\n小雨\n你终于来了。\n\n老王\n嗯，我来了。", [("小雨", "你终于来了。"), ("老王", "嗯，我来了。")]),
        ("小雨推开门。\n小雨\n你终于来了。\n老王\n嗯。\n小雨\n坐吧。", [("小雨", "你终于来了。"), ("老王", "嗯。"), ("小雨", "坐吧。")]),
        ("Mara opens the door.\n\nMARA:\nYou came.\n\nTom:\nYes.\n\nMara smiles.", [("MARA", "You came."), ("TOM", "Yes.")]),
        ("Mara: You came.\nTom (whispering): Yes, I did.\nMara closes the door.", [("MARA", "You came."), ("TOM", "Yes, I did.")]),
        ("A door opens.\n\nMARA\nYou came.\n\nTOM\nYes.", [("MARA", "You came."), ("TOM", "Yes.")]),
    ],
)  # fmt: skip
def test_a_name_above_words_speaks(text: str, said: list[tuple[str, str]]) -> None:
    assert spoken(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "救命！\n他大喊着跑进雨里。\n\n快跑\n他们冲出门去。",
        "茶馆\n老王坐着喝茶。\n\n街上\n下着雨。",
        "小雨\n老王\n李伟\n\n他们走进茶馆。",
        "清单：\n苹果\n香蕉\n\n小雨看着它。",
        "STOP!\nHe runs.\n\nKITCHEN\nMara cooks.",
        "Shopping list:\nApples\nMilk\n\nMara reads it.",
        "Later:\nMara sleeps.\n\nNIGHT:\nThe wind howls.",
        "Wide: Mara walks.\nClose-up: Mara smiles.\nScene: a kitchen.",
    ],
)
def test_an_exclamation_a_place_or_a_list_does_not_speak(text: str) -> None:
    assert spoken(text) == []
