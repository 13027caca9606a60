"""Prose and poems: what is one shot, and who says what."""

from __future__ import annotations

from itertools import pairwise

import pytest

from engine.script.breakdown import breakdown
from engine.script.fountain import read_fountain
from engine.script.prose import read_prose


def _pairs(text: str) -> list[tuple[str, str]]:
    return [(element.kind, element.text) for element in read_prose(text).elements]


def _spoken(text: str) -> list[tuple[str, str]]:
    elements = read_prose(text).elements
    return [(cue.text, line.text) for cue, line in pairwise(elements) if cue.kind == "character"]


def test_a_paragraph_is_a_shot_and_so_is_a_line_broken_on_purpose() -> None:
    text = "A fox walks.\nIt sniffs the snow.\n\nThe old man who lives by the sea has not slept\nfor three nights now. He waits.\n\n- a red door\n- a key"
    assert _pairs(text) == [
        ("action", "A fox walks."),
        ("action", "It sniffs the snow."),
        ("action", "The old man who lives by the sea has not slept for three nights now. He waits."),
        ("action", "a red door"),
        ("action", "a key"),
    ]


def test_titles_sections_transitions_and_shot_lines() -> None:
    screenplay = read_prose("# The Fox\n\n## One\n\nA fox.\n\nCUT TO:\n\nClose-up: its nose.")
    assert screenplay.title_page == {"title": "The Fox"}
    assert [element.kind for element in screenplay.elements] == ["section", "action", "transition", "shot"]
    assert read_prose("Title: The Fox\nAuthor: Ann\n\nA fox.").title_page == {"title": "The Fox", "author": "Ann"}


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ('"Wait," said Mary.', [("MARY", "Wait")]),
        ('"Wait," Mary said. "I know you."', [("MARY", "Wait"), ("MARY", "I know you.")]),
        ('Mary says, "Wait." Tom shouted: "No!"', [("MARY", "Wait."), ("TOM", "No!")]),
        ('The old man whispers, "Come here." Tom shouted: "No!"', [("OLD MAN", "Come here."), ("TOM", "No!")]),
        ("“Who?” asked the girl.", [("GIRL", "Who?")]),
        ('Mary: "Wait."', [("MARY", "Wait.")]),
        ('"Run!" Mary Smith shouts to Tom.', [("MARY SMITH", "Run!")]),
        ('He said, "Yes."', [("he", "Yes.")]),
        ('"Higher" she says.', [("she", "Higher")]),
        ('A sign reads "Exit" in red.', []),
        ("小明说：“等等。”", [("小明", "等等。")]),
        ("老人对孩子说：“你好。”孩子笑了。“再见！”小明大声喊道。", [("老人", "你好。"), ("小明", "再见！")]),
        ("“等等，”小明轻轻地说，“我认识你。”", [("小明", "等等"), ("小明", "我认识你。")]),
        ("他说：“不。”", [("他", "不。")]),
        ("牌子上是“出口”二字。", []),
    ],
)
def test_attributed_speech(text: str, spoken: list[tuple[str, str]]) -> None:
    assert _spoken(text) == spoken
    first = read_prose(text).elements[0]
    assert (first.kind, first.text) == ("action", text)


@pytest.mark.parametrize(
    "text",
    [
        "《江雪》\n柳宗元\n\n千山鸟飞绝，万径人踪灭。\n孤舟蓑笠翁，独钓寒江雪。",
        "江雪\n柳宗元\n\n千山鸟飞绝，\n万径人踪灭。\n孤舟蓑笠翁，\n独钓寒江雪。",
        "《江雪》\n\n〔唐〕柳宗元\n千山鸟飞绝，\n万径人踪灭。\n孤舟蓑笠翁，\n独钓寒江雪。",
    ],
)
def test_a_poem_is_told_verse_by_verse(text: str) -> None:
    screenplay = read_prose(text)
    assert screenplay.title_page["title"] == "江雪"
    assert "柳宗元" in screenplay.title_page["author"]
    assert [element.text for element in screenplay.elements] == [
        "千山鸟飞绝，",
        "万径人踪灭。",
        "孤舟蓑笠翁，",
        "独钓寒江雪。",
    ]
    assert screenplay.language == "zh"


@pytest.mark.parametrize(
    ("story", "headings"),
    [
        ("A snowy forest at night. A wolf sits.\n\nThe wolf runs.\n\nA girl reaches a cottage.", ["EXT. SNOWY FOREST", "EXT. COTTAGE"]),
        ("A small village by the sea at dawn.\n\nA girl walks.", ["EXT. SMALL VILLAGE"]),
        ("A girl walks and walks.\n\nShe enters a cottage.", ["", "INT. COTTAGE"]),
    ],
)  # fmt: skip
def test_a_place_is_where_the_words_put_it_and_not_before(story: str, headings: list[str]) -> None:
    assert [scene.heading for scene in breakdown(read_prose(story)).scenes] == headings


@pytest.mark.parametrize(
    ("story", "cast"),
    [
        ("Old Marta, a fisherwoman of seventy, walks.\n\nBehind Marta a dog barks. Marta waves.", {"OLD MARTA", "DOG"}),
        ("Old Tom walks. Rain falls on Tom.", {"OLD TOM"}),
        ("少年阿杰，十五岁，骑马过来。\n\n老板娘陈姨正在扫地。\n\n阿杰陪着她。", {"阿杰", "陈姨"}),
        ("老板娘彩云在扫地。\n\n彩云说：“来了？”", {"彩云"}),
    ],
)
def test_a_name_beside_what_its_bearer_is_makes_one_person(story: str, cast: set[str]) -> None:
    assert {subject.name for subject in breakdown(read_prose(story)).cast if subject.name != "马"} == cast


@pytest.mark.parametrize("line", ["FADE IN", "FADE OUT.", "FADE TO WHITE", "CUT TO:", "淡出"])
def test_transitions_are_the_same_in_prose_and_in_fountain(line: str) -> None:
    for read in (read_prose, read_fountain):
        kinds = [element.kind for element in read(f"A fox runs.\n\n{line}\n\nA fox sleeps.\n").elements]
        assert kinds == ["action", "transition", "action"]
