"""What Chinese action lines make the company do together."""

from __future__ import annotations

import pytest

from engine.plan.acts import Act
from engine.plan.reading import read_action


def _company(*names: str) -> list[tuple[str, tuple[str, ...]]]:
    return [(name, ()) for name in names]


def test_two_round_a_fire_both_sit() -> None:
    reading = read_action("两人围着篝火坐着。", _company("林远", "奶奶"), _company("篝火"))
    assert [(d.doer, d.act) for d in reading.deeds] == [("林远", Act.SIT), ("奶奶", Act.SIT)]


def test_two_people_on_a_bench_both_sit() -> None:
    reading = read_action("两个人坐在长椅上。", _company("老王", "小雨"), _company("长椅"))
    assert {(d.doer, d.act) for d in reading.deeds} == {("老王", Act.SIT), ("小雨", Act.SIT)}


def test_whoever_is_led_goes_along() -> None:
    reading = read_action("林远牵着骆驼走在沙地上。", _company("林远", "骆驼"))
    assert {(d.doer, d.act) for d in reading.deeds} == {("林远", Act.WALK), ("骆驼", Act.WALK)}


def test_a_nap_on_a_chair_is_no_bed() -> None:
    assert [d.act for d in read_action("奶奶坐在门前打瞌睡。", _company("奶奶")).of("奶奶")] == [Act.SIT, Act.SIT]
    assert {d.act for d in read_action("燕七趴在桌上睡觉。", _company("燕七")).of("燕七")} == {Act.SIT}


def test_a_title_before_the_name_does_not_part_leader_and_led() -> None:
    reading = read_action("邮差林远牵着骆驼走在沙地上。", [("林远", ("邮差",)), ("骆驼3", ("骆驼",))])
    assert {(d.doer, d.act) for d in reading.deeds} == {("林远", Act.WALK), ("骆驼3", Act.WALK)}


def test_what_is_thrown_goes_in_alone() -> None:
    thrown = read_action("阿朵捡起石头，扔进水里。", _company("阿朵")).deeds
    assert [(deed.act, deed.business) for deed in thrown] == [(Act.BUSINESS, "pick up"), (Act.BUSINESS, "throw")]
    assert [d.act for d in read_action("阿朵走进屋里。", _company("阿朵")).deeds] == [Act.ENTER]


def test_what_two_begin_both_go_on_with() -> None:
    reading = read_action("二人一前一后，消失在雪原尽头。", _company("燕七", "柳如烟"))
    assert {(d.doer, d.act) for d in reading.deeds} == {("燕七", Act.EXIT), ("柳如烟", Act.EXIT)}


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("小宇冲进来，差点摔倒。", [Act.ENTER]),
        ("小宇抬头看着飘落的雪花。", [Act.LOOK, Act.LOOK]),
        ("小宇摔倒了。", [Act.FALL]),
        ("小宇看着他的脸。", [Act.LOOK]),
        ("Xiao almost falls.", []),
    ],
)
def test_what_nearly_happens_or_only_describes_is_no_deed(text: str, acts: list[Act]) -> None:
    assert [deed.act for deed in read_action(text, _company("小宇", "Xiao")).deeds] == acts


def test_two_who_embrace_come_together() -> None:
    reading = read_action("阿海和父亲紧紧拥抱在一起。", _company("阿海", "父亲"))
    assert [(d.doer, d.act, d.target) for d in reading.deeds] == [("阿海", Act.WALK, "父亲")]


def test_who_braves_the_snow_comes_along() -> None:
    assert [d.act for d in read_action("剑客冒雪走来。", _company("剑客")).deeds] == [Act.ENTER]
    assert [d.act for d in read_action("剑客牵着马，冒雪走来。", _company("剑客", "马")).of("剑客")] == [Act.ENTER]
    assert read_action("雪飘落。", _company("剑客")).deeds == ()
