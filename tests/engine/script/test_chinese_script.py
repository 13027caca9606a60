"""Chinese screenplays in the house styles that people write."""

from __future__ import annotations

import pytest

from engine.script.chinese import chinese_speech, is_chinese_transition, read_chinese
from engine.script.chinese_headings import chinese_heading
from engine.script.screenplay import Element


def _pairs(text: str) -> list[tuple[str, str]]:
    return [(element.kind, element.text) for element in read_chinese(text).elements]


@pytest.mark.parametrize(
    ("line", "text", "number"),
    [
        ("第一场 内景 咖啡馆 日", "内景 咖啡馆 日", "1"),
        ("第十二场　外景　街道　夜", "外景 街道 夜", "12"),
        ("第１２场：外景，街道，黄昏", "外景 街道 黄昏", "12"),
        ("1. 外景 街道 夜", "外景 街道 夜", "1"),
        ("3、内 教室 晨", "内景 教室 晨", "3"),
        ("场景一：内景 客厅 傍晚", "内景 客厅 傍晚", "1"),
        ("场景2 外景 山顶 深夜", "外景 山顶 深夜", "2"),
        ("1-1 日 内 教室", "内景 教室 日", "1-1"),
        ("1-2 夜 外 江边", "外景 江边 夜", "1-2"),
        ("【内景·火车站·清晨】", "内景 火车站 清晨", ""),
        ("内外景 车里 日", "内外景 车里 日", ""),
        ("内/外景 车里 日", "内外景 车里 日", ""),
        ("外景。 森林 - 日", "外景 森林 日", ""),
        ("内景咖啡馆 日", "内景 咖啡馆 日", ""),
        ("外景 街道 夜 雨", "外景 街道 夜 雨", ""),
        ("咖啡馆 内 日", "内景 咖啡馆 日", ""),
        ("第三集第二场 日 外 码头", "外景 码头 日", "2"),
        ("第五场", "第五场", "5"),
        ("第一百零三场 外景 海 黎明", "外景 海 黎明", "103"),
        ("S01 内景 书房 夜", "内景 书房 夜", "01"),
    ],
)
def test_scene_headings_come_out_in_one_order(line: str, text: str, number: str) -> None:
    heading = chinese_heading(line)
    assert heading is not None
    assert (heading.text, heading.number.lstrip("0") or number) == (text, number.lstrip("0"))


@pytest.mark.parametrize(
    "line",
    [
        "第三场雨下了一夜。",
        "第一场雪",
        "内心很平静",
        "他走到外面",
        "外面下着雨，夜很深。",
        "1. 老人走来",
        "日子一天天过去",
        "10 年以后",
        "INT. HOUSE - DAY",
    ],
)
def test_what_is_no_heading(line: str) -> None:
    assert chinese_heading(line) is None


@pytest.mark.parametrize(
    ("line", "kinds", "texts"),
    [
        ("老王：走吧。", "cd", ["老王", "走吧。"]),
        ("老王（笑着）：走吧。", "cpd", ["老王", "笑着", "走吧。"]),
        ("老王(OS)：走吧。", "cd", ["老王（OS）", "走吧。"]),
        ("小明（画外音）：走。（停）好。", "cdpd", ["小明（画外音）", "走。", "停", "好。"]),
        ("小明（旁白，轻声）: 走。", "cd", ["小明（旁白，轻声）", "走。"]),
        ("旁白：很久以前。", "cd", ["旁白", "很久以前。"]),
        ("老王：“走吧。”", "cd", ["老王", "走吧。"]),
        ("老王：", "c", ["老王"]),
        ("Mary：你好。", "cd", ["Mary", "你好。"]),
        ("李想：我来了。", "cd", ["李想", "我来了。"]),
        ("玛丽·史密斯：你好。", "cd", ["玛丽·史密斯", "你好。"]),
    ],
)
def test_speeches(line: str, kinds: str, texts: list[str]) -> None:
    spoken = chinese_speech(line, 7)
    assert "".join(element.kind[0] for element in spoken) == kinds
    assert [element.text for element in spoken] == texts
    assert {element.line for element in spoken} == {7}


@pytest.mark.parametrize(
    "line",
    [
        "时间：夜",
        "地点：咖啡馆",
        "字幕：三年后",
        "人物：小明",
        "音效：雨声",
        "特写：手",
        "镜头1：江面",
        "字条上写着：对不起",
        "他说：好",
        "她低声问：谁",
        "墙上挂着一块很旧的牌子：禁止入内",
        "近景：老人",
    ],
)
def test_a_colon_alone_makes_no_speech(line: str) -> None:
    assert chinese_speech(line, 1) == []


@pytest.mark.parametrize(
    "line",
    [
        "切至：",
        "切至",
        "【叠化】",
        "（淡出）",
        "淡入",
        "黑场",
        "划",
        "转场",
        "闪回",
        "切至：街道",
        "——叠化——",
        "CUT TO:",
    ],
)
def test_transitions(line: str) -> None:
    assert is_chinese_transition(line)


@pytest.mark.parametrize("line", ["切菜", "划船", "他转身", "淡淡的月光", "黑场里有人", "溶溶的月色照着"])
def test_what_is_no_transition(line: str) -> None:
    assert not is_chinese_transition(line)


WHOLE = """《江边》
编剧：张三
原作：无名氏

人物表
小明：8岁，穿红色毛衣的男孩
老王（60岁，白发，戴草帽）

第一场 内景 咖啡馆 日
人物：小明、老王

△小明坐在窗边。
老王（笑着）：你好。
再坐一会儿。
△镜头推向小明。

第二场
时间：黄昏
地点：江边
天气：雪
【全景】江面上一只小船。
特写：老王的手。
镜头3 近景 推 小明流泪
字幕：三年后
音效：雨声
画面：小船远去。
（他转身离开）
【雨越下越大】
叠化
"""


def test_a_whole_script() -> None:
    screenplay = read_chinese(WHOLE)
    assert screenplay.title_page == {"title": "江边", "author": "张三", "原作": "无名氏"}
    assert screenplay.language == "zh"
    assert screenplay.elements == (
        Element("note", "人物：小明：8岁，穿红色毛衣的男孩", 6),
        Element("note", "人物：老王（60岁，白发，戴草帽）", 7),
        Element("heading", "内景 咖啡馆 日", 9, number="1"),
        Element("note", "人物：小明", 10),
        Element("note", "人物：老王", 10),
        Element("action", "小明坐在窗边。", 12),
        Element("character", "老王", 13),
        Element("parenthetical", "笑着", 13),
        Element("dialogue", "你好。", 13),
        Element("dialogue", "再坐一会儿。", 14),
        Element("shot", "镜头推向小明。", 15),
        Element("heading", "江边 黄昏 雪", 17, number="2"),
        Element("shot", "【全景】江面上一只小船。", 21),
        Element("shot", "特写：老王的手。", 22),
        Element("shot", "近景 推 小明流泪", 23, number="3"),
        Element("centered", "三年后", 24),
        Element("note", "音效：雨声", 25),
        Element("action", "小船远去。", 26),
        Element("action", "他转身离开", 27),
        Element("action", "雨越下越大", 28),
        Element("transition", "叠化", 29),
    )


def test_a_cue_on_its_own_line_takes_the_next() -> None:
    assert _pairs("1. 内景 家 夜\n老王：\n“走吧。”\n他走了。")[1:] == [
        ("character", "老王"),
        ("dialogue", "走吧。"),
        ("action", "他走了。"),
    ]


def test_keys_on_one_line_join_the_heading() -> None:
    assert _pairs("第一场\n时间：夜 地点：码头 人物：小明、阿花\n小明走来。") == [
        ("heading", "码头 夜"),
        ("note", "人物：小明"),
        ("note", "人物：阿花"),
        ("action", "小明走来。"),
    ]


def test_names_that_stand_alone_above_their_words() -> None:
    text = "第一场 内景 教室 日\n\n人物：李雷、韩梅梅\n\n夜深了\n教室里很安静。\n\n李雷\n（小声）\n你带橡皮了吗？\n\n韩梅梅\n没有。\n"
    assert _pairs(text)[3:] == [
        ("action", "夜深了"),
        ("action", "教室里很安静。"),
        ("character", "李雷"),
        ("parenthetical", "小声"),
        ("dialogue", "你带橡皮了吗？"),
        ("character", "韩梅梅"),
        ("dialogue", "没有。"),
    ]
