"""Over the cut: who left right comes in left, the act begun goes on, and the plan knows who is off screen."""

from __future__ import annotations

from engine.film.rate import FILM, Raster
from engine.plan.orders import ShotOrder
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_text


def _orders(script: str) -> list[ShotOrder]:
    film = breakdown(read_text(script), rate=FILM, raster=Raster(width=320, height=180))
    return [order for _, order in orders(film)]


LEAVES = """EXT. STREET - DAY

MARA, 30, red coat, stands.

Mara walks away.
"""


def test_who_left_right_comes_in_left_in_the_next_place():
    *_, last = _orders(LEAVES + "\nEXT. FOREST - DAY\n\nMara enters.\n")
    assert last.cast[0].comes_by == -1


def test_who_left_right_comes_back_by_the_right_into_the_same_place():
    shots = _orders(LEAVES + "\nThe street is empty.\n\nMara comes in.\n")
    assert shots[-1].cast[0].comes_by == 1


def test_chinese_exits_count_too():
    *_, last = _orders("1. 外景 街道 日\n\n小红站在街上。\n\n小红离开。\n\n2. 外景 森林 日\n\n小红走进来。\n")
    assert last.cast[0].comes_by == -1


def test_a_walk_over_a_cut_is_one_walk():
    one, other = _orders(
        "EXT. FIELD - DAY\n\nWIDE SHOT. MARA, 30, walks across the field.\n\nCLOSE ON Mara. Mara walks.\n"
    )[:2]
    assert one.cast[0].goes_on
    assert 0 < other.cast[0].begun <= 2
    assert not other.cast[0].goes_on


def test_another_act_is_another_act():
    one, other = _orders(
        "EXT. FIELD - DAY\n\nWIDE SHOT. MARA, 30, walks across the field.\n\nCLOSE ON Mara. Mara stops.\n"
    )[:2]
    assert not one.cast[0].goes_on
    assert other.cast[0].begun == 0


def test_a_single_knows_who_is_off_screen():
    shots = _orders(
        "INT. KITCHEN - DAY\n\nMARA, 30, and TOM, a boy of 8, stand.\n\nCLOSE ON Mara. She waits.\n\nCLOSE ON Tom. He waits.\n"
    )
    assert [order.opposite.name if order.opposite else "" for order in shots] == ["", "TOM", "MARA"]
