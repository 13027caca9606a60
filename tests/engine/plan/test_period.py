"""When a film plays, from its words; what is said aloud, a toy knight or a single queen make no old tale."""

from __future__ import annotations

import pytest

from engine.film.rate import FILM, Raster
from engine.plan.period import period_of, periods_of
from engine.plan.plan import orders
from engine.plan.portraits import portrait_of
from engine.script.breakdown import breakdown
from engine.script.reading import read_text


def _film(text: str):
    return breakdown(read_text(text), rate=FILM, raster=Raster(width=320, height=180))


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("EXT. ROOFTOP - NIGHT\n\nA swordsman in hanfu waits on the ridge.\n", "old east"),
        ("EXT. FOREST - DAY\n\nA knight rides through the trees.\n", "old"),
        ("EXT. VILLAGE - DAY\n\nA king, a blacksmith and a shepherd raise their swords.\n", "old"),
        ("EXT. STREET - DAY\n\nMARA walks home.\n", ""),
        ("EXT. STREET - DAY\n\nA man dressed as a knight waits for the bus, a phone in his hand.\n", ""),
        ("INT. KITCHEN - DAY\n\nMARA cooks.\n\nMARA\nOnce upon a time there was a knight.\n", ""),
        ("场景一 外 屋顶 夜\n\n一名剑客站在屋脊上。\n", "old east"),
        ("场景一 内 房间 日\n\n书生正在读书。\n", "old east"),
        ("场景一 外 街道 日\n\n小明骑着自行车回家。\n", ""),
        ("场景一 内 地铁 日\n\n穿汉服的姑娘在看手机。\n", ""),
    ],
)
def test_a_film_plays_when_its_words_say(text, period):
    film = _film(text)
    assert period_of(film) == period
    assert {order.period for _, order in orders(film)} == {period}


def test_one_knight_makes_the_empty_rooftop_of_another_scene_old():
    film = _film("EXT. ROOFTOP - NIGHT\n\nMoonlight.\n\nEXT. FOREST - DAY\n\nA knight rides.\n")
    assert {order.period for _, order in orders(film)} == {"old"}


_FALLEN = """场景一 内 客栈 夜

剑客沈青云独坐窗边，长剑横在桌上。

场景二 外 天台 日

现代写字楼的天台。林小雨靠着栏杆打电话。沈青云站在她身后。
"""


def test_a_scene_of_another_time_keeps_it_and_whoever_is_first_seen_there_wears_it():
    film = _film(_FALLEN)
    periods = periods_of(film)
    clothes = {subject.name: periods.of_subject(subject.id) for subject in film.cast}
    told = {shot.id: order.period for shot, order in orders(film)}
    inn, roof = ({told[shot.id] for shot in scene.shots} for scene in film.scenes)
    assert (inn, roof) == ({"old east"}, {""})
    assert clothes == {"沈青云": "old east", "林小雨": ""}


def test_a_portrait_is_of_the_time_in_which_somebody_is_first_seen():
    film = _film(_FALLEN)
    told = {subject.name: portrait_of(film, subject.id).period for subject in film.cast}
    assert told == {"沈青云": "old east", "林小雨": ""}
    assert [portrait_of(film, place.id).period for place in film.places] == ["old east", ""]


def test_a_dream_of_old_in_a_film_of_today_is_old_and_a_costume_in_it_is_not():
    today = "场景一 内 地铁 日\n\n小明看手机。\n\n场景二 内 公司 日\n\n小明修电脑。\n\n场景三 内 大殿 夜\n\n{}\n"
    assert [
        periods_of(film).of_scene(film.scenes[-1].id)
        for film in map(
            _film, (today.format("皇帝坐着，太监跪下。"), today.format("小明扮成皇帝和太监，同事用手机拍他。"))
        )
    ] == ["old east", ""]
