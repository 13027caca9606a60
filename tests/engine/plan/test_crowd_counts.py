"""How many a line tells of: numbers, dozens, crowds, in both languages."""

from __future__ import annotations

import pytest

from engine.plan.crowds import MOST, count_of


@pytest.mark.parametrize(
    ("action", "noun", "count"),
    [
        ("Twelve soldiers march across the square.", "soldier", 12),
        ("A dozen tired monks sit down.", "monk", 12),
        ("Seven children run past.", "child", 7),
        ("400 soldiers stand in line.", "soldier", MOST),
        ("Two soldiers march.", "guard", 0),
        ("A soldier marches.", "miner", 0),
        ("Three dogs bark.", "dog", 0),
        ("十二个士兵列队走过广场。", "士兵", 12),
        ("二十名学生跑过操场。", "学生", 20),
        ("两个孩子坐着。", "孩子", 0),
    ],
)
def test_the_number_in_the_words_is_the_number(action: str, noun: str, count: int) -> None:
    assert count_of(action, noun) == count


@pytest.mark.parametrize(
    ("action", "noun"), [("A crowd cheers.", "crowd"), ("人群欢呼起来。", "人群"), ("村民们围着篝火跳舞。", "村民们")]
)
def test_a_crowd_is_more_than_three(action: str, noun: str) -> None:
    assert count_of(action, noun) > 6
