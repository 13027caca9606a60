"""Whose words stand in quotation marks when the Chinese sentence says that a clause away."""

from __future__ import annotations

import pytest

from engine.script.prose import read_prose


def spoken(text: str) -> list[str]:
    return [element.text for element in read_prose(text).elements if element.kind in ("character", "dialogue")]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("沈青云把灯笼放在桌上，低声说：“走吧。”", "沈青云"),
        ('沈青云拔剑，怒道："走吧。"', "沈青云"),
        ("李晓雨放下手机，笑着说：“走吧。”", "李晓雨"),
        ("沈青云把刀往桌上一拍，厉声喝道：“走吧。”", "沈青云"),
        ("老板娘王婶擦着桌子，头也不抬地说：“走吧。”", "王婶"),
        ("掌柜老周抬头，吃了一惊：“走吧。”", "老周"),
        ("李晓雨愣住了：“走吧。”", "李晓雨"),
        ("老周皱起眉头，放下茶碗：“走吧。”", "老周"),
        ("老周冷笑一声：“走吧。”", "老周"),
        ("李晓雨看了看陈默，陈默摇头：“走吧。”", "陈默"),
        ("店小二跑过来，满脸堆笑：“走吧。”", "店小二"),
        ("一个黑衣人从屋顶跃下，沉声道：“走吧。”", "黑衣人"),
        ("孙悟空跳上云端，大喝一声：“走吧。”", "孙悟空"),
        ("“走吧。”沈青云大喊。", "沈青云"),
        ("沈青云轻轻地说：“走吧。”", "沈青云"),
    ],
)
def test_how_it_is_said_is_nobody_and_the_speaker_stands_before_it(sentence: str, who: str) -> None:
    assert spoken(sentence) == [who, "走吧。"]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("她说：“走吧。”", "她"),
        ("李晓雨抬起头。她低声说：“走吧。”", "她"),
        ("“走吧。”他说。", "他"),
        ("“走吧。”她对他说。", "她"),
        ("他放下茶碗，笑着问道：“走吧。”", "他"),
        ("沈青云坐在窗边。他转身，压低声音说：“走吧。”", "他"),
        ("她头也不抬地说：“走吧。”", "她"),
    ],
)
def test_he_or_she_is_left_to_whoever_reads_the_whole_story(sentence: str, who: str) -> None:
    assert spoken(sentence) == [who, "走吧。"]


@pytest.mark.parametrize(
    "sentence",
    [
        "他们说：“走吧。”",
        "“走吧。”她们说。",
        "她的老师说：“走吧。”",
        "他妈妈说：“走吧。”",
        "他听见李晓雨说：“走吧。”",
        "他看见牌子上写着：“走吧。”",
    ],
)
def test_he_does_not_say_what_others_say_beside_him(sentence: str) -> None:
    assert not {"他", "她"} & set(spoken(sentence))


@pytest.mark.parametrize(
    ("sentence", "who", "words"),
    [
        ("李晓雨说：你好。", "李晓雨", "你好。"),
        ("李晓雨抬起头。李晓雨说：你好。", "李晓雨", "你好。"),
        ("老师问：到了吗？", "老师", "到了吗？"),
        ("一个女人喊道：站住！", "女人", "站住！"),
        ("老王放下茶碗，低声问道：你去哪儿？我也去。李晓雨笑了。", "老王", "你去哪儿？我也去。"),
        ("店小二答：来了！", "店小二", "来了！"),
    ],
)
def test_a_colon_is_enough_where_somebody_is_named_who_says_it(sentence: str, who: str, words: str) -> None:
    assert spoken(sentence) == [who, words]


@pytest.mark.parametrize(
    "sentence",
    [
        "牌子上说：不要进。",
        "这就是说：不行。",
        "俗话说：早起的鸟儿有虫吃。",
        "他说：不。",
        "大家喊：快跑！",
        "孩子们喊：快跑！",
        "时间说：停",
    ],
)
def test_a_colon_alone_is_no_line_of_a_thing_or_of_nobody_in_particular(sentence: str) -> None:
    assert spoken(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "墙上写着：“闲人免进”。",
        "老周递来字条，上面写着：“今夜三更。”",
        "李晓雨低头看手机：“走吧。”",
        "老周给他起了个名字：“阿福”。",
        "屏幕上跳出一行字：“游戏结束”",
        "老周走了，大家齐声喊：“走吧。”",
    ],
)
def test_what_is_written_and_what_nobody_in_particular_says_is_no_line(sentence: str) -> None:
    assert spoken(sentence) == []
