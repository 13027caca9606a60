"""Shot lists in tables become shots: the head row, the ruler and the seconds are no pictures."""

from __future__ import annotations

import pytest

from engine.script.breakdown import breakdown
from engine.script.reading import read_text
from engine.script.tables import without_tables

_CHINESE = """《小船》分镜表

| 镜号 | 景别 | 运镜 | 画面 | 时长 |
| --- | --- | --- | --- | --- |
| 1 | 大远景 | 固定 | 清晨，海边，浪涛拍打着礁石。 | 5 |
| 2 | 全景 | 跟 | 一个小女孩在沙滩上奔跑 | 4 |
| 3 | 特写 | 推 | 小女孩的脸。 | 2 |
"""
_TABS = "镜号\t景别\t画面\t时间\n1\t远景\t一只狐狸走过森林。\t4秒\n2\t特写\t狐狸抬起头。\t2秒\n"
_NO_HEAD = "1 | 远景 | 一只狐狸走过森林。\n2 | 特写 | 狐狸抬起头。\n"
_ENGLISH = """| Shot | Size | Camera | Action | Length |
|---|---|---|---|---|
| 1 | Wide shot | Static | A fox walks through the forest. | 4 s |
| 2 | Close-up | Push in | The fox looks up. | 2 s |
"""


def _shots(text: str) -> list[tuple[str, str, str]]:
    film = breakdown(read_text(text))
    return [(s.setup.size.value, s.setup.move.value, s.action) for scene in film.scenes for s in scene.shots]


def test_each_row_is_one_shot_with_its_own_size_and_move() -> None:
    assert [shot[:2] for shot in _shots(_CHINESE)] == [
        ("extreme wide", "static"),
        ("full", "follow"),
        ("close-up", "push in"),
    ]


@pytest.mark.parametrize("text", [_CHINESE, _TABS, _NO_HEAD, _ENGLISH])
def test_nothing_of_the_table_itself_is_played(text: str) -> None:
    assert not any(mark in action for *_, action in _shots(text) for mark in "|\t0123456789-")


@pytest.mark.parametrize(
    ("text", "sizes"),
    [(_TABS, ["wide", "close-up"]), (_NO_HEAD, ["wide", "close-up"]), (_ENGLISH, ["wide", "close-up"])],
)
def test_tabs_bare_rows_and_english_heads(text: str, sizes: list[str]) -> None:
    assert [size for size, *_ in _shots(text)] == sizes


def test_a_column_of_speech_is_spoken_and_a_place_column_moves_the_scene() -> None:
    film = breakdown(
        read_text(
            "镜号|场景|景别|画面|台词\n1|森林|全景|小明走来。|小明：你好\n2|海边|中景|小明坐下。|无\n3|海边|特写|小明笑了。|-\n"
        )
    )
    assert [line.text for scene in film.scenes for shot in scene.shots for line in shot.lines] == ["你好"]
    assert [place.name for place in film.places] == ["森林", "海边"]


def test_other_text_is_left_alone() -> None:
    for text in ("A man walks. | Then he stops.", "\tA man walks.\n\tHe stops.", "他走了\t回来了"):
        assert without_tables(text) == text
