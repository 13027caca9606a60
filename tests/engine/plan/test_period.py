"""When a film plays, from its words; what is said aloud, a toy knight or a single queen make no old tale."""

from __future__ import annotations

import pytest

from engine.film.rate import FILM, Raster
from engine.plan.period import period_of
from engine.plan.plan import orders
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
