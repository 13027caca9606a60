"""The six sample films: short, varied, with two subjects that return, and everything in them can be staged."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from engine.assets import assets_folder
from engine.film.check import checked
from engine.film.document import Film
from engine.film.setup import Move
from engine.script.breakdown import breakdown
from engine.script.reading import read_script

SCRIPTS = sorted((assets_folder() / "films").glob("[0-9]-*"))


def _film(path: Path) -> Film:
    return checked(breakdown(read_script(path)))


def test_there_are_six_and_the_first_comes_first() -> None:
    assert [path.name[0] for path in SCRIPTS] == ["1", "2", "3", "4", "5", "6"]


def test_the_new_three_are_in_ink_shadow_and_pencil() -> None:
    assert [str(_film(path).style).split()[0] for path in SCRIPTS[3:]] == ["ink", "shadow", "pencil"]


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_each_is_a_short_film_of_eight_or_more_varied_shots(path: Path) -> None:
    film = _film(path)
    shots = list(film.shots)
    assert len(shots) >= 8
    assert 45 <= sum(shot.duration for shot in shots) / film.rate <= 95
    assert len({shot.setup.size for shot in shots}) >= 5
    assert len({shot.setup.angle for shot in shots}) >= 3
    assert len({shot.setup.move for shot in shots} - {Move.STATIC}) >= 5


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_two_subjects_return_in_most_scenes(path: Path) -> None:
    film = _film(path)
    seen = Counter(casting.subject for shot in film.shots for casting in shot.cast)
    first, second = (count for _, count in seen.most_common(2))
    assert first >= 7
    assert second >= 5
    assert sum(not shot.cast and not shot.props for shot in film.shots) <= 1  # a storm is a shot of its own
    assert all(len(shot.cast) <= 4 for shot in film.shots)


@pytest.mark.parametrize(
    ("film", "props"),
    [
        (0, {"letter", "red postbox", "fish"}),
        (1, {"红伞", "钓竿", "蓝色小鱼", "桌子", "毛笔", "蜡烛", "红灯笼"}),
        (2, set[str]()),
    ],
)
def test_nothing_is_on_a_set_that_the_script_does_not_name(film: int, props: set[str]) -> None:
    assert {prop.name for prop in _film(SCRIPTS[film]).props} == props


def test_the_wordless_one_has_no_words() -> None:
    assert [line for shot in _film(SCRIPTS[2]).shots for line in shot.lines] == []


def test_the_poem_is_spoken_whole() -> None:
    film = _film(SCRIPTS[1])
    spoken = "".join(line.text for shot in film.shots for line in shot.lines)
    assert all(verse in spoken for verse in ("千山鸟飞绝", "万径人踪灭", "孤舟蓑笠翁", "独钓寒江雪"))
    assert film.language == "zh"


def test_the_films_together_use_six_kinds_of_place_and_four_kinds_of_light() -> None:
    films = [_film(path) for path in SCRIPTS]
    assert {scene.time_of_day for film in films for scene in film.scenes} == {"day", "dusk", "night", "dawn"}
    assert {scene.weather for film in films for scene in film.scenes} >= {"clear", "rain", "snow"}


@pytest.mark.parametrize(
    ("film", "skies"),
    [
        (0, "rain clear clear clear clear"),
        (1, "snow snow clear clear"),
        (2, "snow clear clear clear snow clear"),
    ],
)
def test_every_scene_has_its_weather(film: int, skies: str) -> None:
    assert " ".join(scene.weather for scene in _film(SCRIPTS[film]).scenes) == skies
