"""How Chinese prose says that somebody does or feels something: set phrases, verbs with their objects, bodies and faces."""

from __future__ import annotations

import pytest

from engine.plan.acts import Act
from engine.plan.reading import read_action

_WHO = "老王"


def _done(told: str, *things: str) -> set[str]:
    reading = read_action(f"{_WHO}{told}。", [(_WHO, ())], [(thing, ()) for thing in things])
    return {name for deed in reading.of(_WHO) for name in (deed.business, deed.along, deed.act.value)}


def _felt(told: str) -> str:
    return read_action(f"{_WHO}{told}。", [(_WHO, ())]).moods.get(_WHO, "calm")


@pytest.mark.parametrize(
    ("told", "performance"),
    [
        ("叼着烟斗吞云吐雾", "smoke"),
        ("一针一线地纳着鞋底", "sew"),
        ("捋着胡须，半晌不语", "think"),
        ("拾级而上", "walk"),
        ("一溜烟地没了影", "run"),
        ("夺门而出", "run"),
        ("打起了盹", "sleep"),
        ("抡起大锤砸向铁砧", "hammer"),
        ("右手齐眉，立正站好", "salute"),
        ("擂起战鼓", "drum"),
        ("化为一股青烟", "vanish"),
        ("一仰脖，把碗里的酒喝干", "drink"),
        ("扒着窗户往里瞧", "peek"),
        ("谛听远处的钟声", "listen"),
        ("翻箱倒柜", "search"),
        ("蹑手蹑脚地溜进厨房", "sneak"),
        ("脚下一绊", "stumble"),
        ("踩着缝纫机", "sew"),
        ("收竿一看，空空如也", "fish"),
        ("掏出钥匙，拧开了锁", "open"),
        ("把手帕递到她手里", "give"),
        ("拱手作揖", "bow"),
    ],
)
def test_ways_of_doing_are_played(told: str, performance: str) -> None:
    assert performance in _done(told)


@pytest.mark.parametrize(
    ("told", "mood"),
    [
        ("一蹦三尺高", "happy"),
        ("乐得合不拢嘴", "happy"),
        ("鼻子一酸，眼圈红了", "sad"),
        ("唉声叹气", "sad"),
        ("气不打一处来", "angry"),
        ("柳眉倒竖", "angry"),
        ("脊背发凉", "afraid"),
        ("吓得尿了裤子", "afraid"),
        ("惊得下巴都掉了下来", "surprised"),
        ("如遭雷击，僵在原地", "surprised"),
        ("累得像散了架", "tired"),
        ("眼皮直打架", "tired"),
    ],
)
def test_bodies_and_faces_tell_the_mood(told: str, mood: str) -> None:
    assert _felt(told) == mood


@pytest.mark.parametrize(
    ("told", "performance"),
    [
        ("打算去学校跳舞", "dance"),
        ("不敢抬头", "look up"),
        ("忘了关门", "close"),
        ("没去钓鱼", "fish"),
        ("站在跳舞学校门口", "dance"),
        ("昨天在这里唱过歌", "sing"),
    ],
)
def test_what_is_not_done_is_not_played(told: str, performance: str) -> None:
    assert performance not in _done(told)


def test_what_a_coverb_leads_does_nothing() -> None:
    """The wine in 把碗里的酒喝干 drinks nothing, and the lamp in 就着灯光 sews nothing."""
    assert "drink" in _done("仰起脖子，把碗里的酒喝干", "碗", "酒")
    assert "sew" in _done("戴上眼镜，就着灯光缝补棉袄", "眼镜", "棉袄")
    assert "peek" in _done("踮着脚，从门缝里偷看", "门")


def test_who_is_caught_does_not_catch() -> None:
    reading = read_action("小偷被警察抓住。", [("小偷", ()), ("警察", ())])
    assert [deed.doer for deed in reading.deeds] == ["警察"]
    assert not read_action("新娘被人搀扶着。", [("新娘", ())]).deeds


def test_the_knife_lies_and_not_the_cook() -> None:
    assert not read_action("厨师的菜刀躺在案板上。", [("厨师", ())], [("菜刀", ())]).of("厨师")


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("小宇趴在桌上写日记。", Act.SIT),
        ("小宇趴在窗台上看雨。", Act.SIT),
        ("小宇趴在地上。", Act.LIE),
        ("小宇爬上床睡着了。", Act.LIE),
    ],
)
def test_leaning_on_a_table_is_no_lying_and_going_to_bed_no_climbing(text: str, act: Act) -> None:
    assert read_action(text, [("小宇", ())]).deeds[0].act is act


def test_who_trembles_with_anger_stays_angry() -> None:
    assert _felt("拍案而起，浑身直哆嗦") == "angry"


def test_what_happens_outside_is_nobodys_feeling() -> None:
    assert read_action("小兰站在窗前，窗外的风在哭泣。", [("小兰", ())]).moods == {}
    reading = read_action("老人坐着，对面的孩子在哭。", [("老人", ()), ("孩子", ())])
    assert reading.moods == {"孩子": "sad"}


def test_what_was_just_taken_up_hands_nothing_over() -> None:
    reading = read_action("老王从抽屉里取出一张照片递给小李。", [(_WHO, ()), ("小李", ())], [("照片", ())])
    assert [(deed.doer, deed.business, deed.target) for deed in reading.deeds][-1] == (_WHO, "give", "小李")
