"""Names that nothing introduces are somebody; what only opens a clause is nobody."""

from __future__ import annotations

import pytest

from engine.script.breakdown import breakdown
from engine.script.reading import read_text
from engine.script.told_names import told_names


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (["小明推开门。"], ("小明",)),
        (["林晓雨坐在窗边看书。", "阿花追上来。"], ("林晓雨", "阿花")),
        (["石敢拿起锤子。", "石敢低着头。"], ("石敢",)),
        (["苏婉孤身走来。", "苏婉哭了。"], ("苏婉",)),
        (["屋里，后羿把玉瓶交给嫦娥。"], ("后羿", "嫦娥")),
        (["慢慢走来。", "慢慢坐下。"], ()),
        (["浪涛拍打着礁石。", "浪涛卷走了船。"], ()),
        (["抬头望着月亮。", "转身走开。"], ()),
        (["众人看着他。", "众人笑了。"], ()),
        (["老人坐下。", "狐狸跑来。"], ()),
    ],
)
def test_who_acts_without_an_introduction(texts: list[str], names: tuple[str, ...]) -> None:
    assert told_names(texts) == names


def test_they_are_cast_and_a_wife_with_a_name_is_one_person() -> None:
    film = breakdown(read_text("屋里，后羿把一只玉瓶交给妻子嫦娥。\n\n嫦娥举起玉瓶，一口喝下。\n"))
    assert [subject.name for subject in film.cast] == ["后羿", "嫦娥"]
    assert [prop.name for prop in film.props] == ["玉瓶"]


@pytest.mark.parametrize("called", ["它叫了一声。", "它叫了两声，跑开。", "它叫着。", "它叫一声。"])
def test_a_cat_that_calls_out_is_called_nothing(called: str) -> None:
    film = breakdown(read_text(f"一只猫走进院子。{called}\n"))
    assert [subject.name for subject in film.cast] == ["猫"]


def test_an_ant_that_carries_something_is_somebody() -> None:
    film = breakdown(read_text("草地上，一只小蚂蚁扛着一粒米往家走。\n\n小蚂蚁躲到一朵蘑菇下面。\n"))
    assert all(len(shot.cast) == 1 for scene in film.scenes for shot in scene.shots)


def test_a_rainbow_is_drawn() -> None:
    film = breakdown(read_text("雨停了，天边挂着一道彩虹。\n\n一阵风吹过。\n"))
    assert [prop.name for prop in film.props] == ["彩虹"]
