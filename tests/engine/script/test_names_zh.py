"""What is built like a Chinese name is somebody; what only begins like one is nobody."""

from __future__ import annotations

import pytest

from engine.script.breakdown import breakdown
from engine.script.lexicon import wordset
from engine.script.names_zh import certain_sex, name_at, name_before
from engine.script.reading import read_text

_FIELD = "第一场 外景 田野 日\n\n"


@pytest.mark.parametrize(
    ("clause", "name"),
    [
        ("秦瑶撒腿就跑", "秦瑶"),
        ("陈默嘴角上扬", "陈默"),
        ("周宁没想到门外有人", "周宁"),
        ("张伟明白了", "张伟"),
        ("林晓雨坐在窗边", "林晓雨"),
        ("李建国推开门", "李建国"),
        ("白洁低着头", "白洁"),
        ("欧阳锋纵身跃下", "欧阳锋"),
        ("阿强垂头丧气地走", "阿强"),
        ("小月笑得合不拢嘴", "小月"),
        ("老周抽着烟", "老周"),
        ("林教授点头", "林教授"),
        ("王总把文件摔在桌上", "王总"),
        ("马克推开门", "马克"),
        ("艾米丽跳起舞来", "艾米丽"),
        ("玉兰望着摇篮", "玉兰"),
    ],
)
def test_who_opens_a_clause_by_name(clause: str, name: str) -> None:
    assert name_at(clause) == name


_NOBODY = wordset(
    """高楼林立 马蹄声远去 白雪覆盖山岭 江水滔滔 黄昏降临 金色的阳光洒满大地 高兴地跳起来 马上就要下雨 许多人涌来 石桥横跨小河 钟声响起 云海翻腾 小雨淅淅沥沥 老树抽出新芽
    阿姨走来 汤碗冒着热气 白烟升起 黄叶飘落 江面波光粼粼 安静地坐着 史书记载着 温泉冒着热气 华灯初上 柳枝摇曳 万物复苏 于是他走了 张开双臂 孔雀开屏
    梅花开了 向日葵转向太阳 白云飘过 红旗飘扬 小路通向山里 马车飞奔而来 水花四溅 童年的记忆 金光闪闪 石阶长满青苔"""
)


@pytest.mark.parametrize("clause", sorted(_NOBODY))
def test_a_word_that_begins_with_a_surname_is_nobody(clause: str) -> None:
    assert name_at(clause) == ""


def test_somebody_has_something_done_to_her() -> None:
    assert name_before("王芳，转身就走") == "王芳"
    assert name_before("黄土里") == ""


@pytest.mark.parametrize(
    ("name", "sex"),
    [("玛丽", "female"), ("马克", "male"), ("王阿姨", "female"), ("李哥", "male"), ("玉兰", "female"), ("小红", "female"), ("林教授", "")],
)  # fmt: skip
def test_whose_a_name_is(name: str, sex: str) -> None:
    assert certain_sex(name) == sex


@pytest.mark.parametrize(
    ("sentence", "cast"),
    [
        ("跑完步，刘洋累瘫在地上。", ["刘洋"]),
        ("何老板摇摇头，把当票推了回来。", ["何老板"]),
        ("安娜把一封信交给马克。", ["安娜", "马克"]),
        ("老僧在山道上缓缓踱步。", ["老僧"]),
        ("苍鹰展开双翅，在峡谷上空翱翔。", ["苍鹰"]),
        ("高楼林立。马蹄声远去。白雪覆盖山岭。", []),
    ],
)
def test_they_are_cast(sentence: str, cast: list[str]) -> None:
    assert [subject.name for subject in breakdown(read_text(f"{_FIELD}{sentence}\n")).cast] == cast


def test_little_red_is_a_girl() -> None:
    (girl,) = breakdown(read_text(f"{_FIELD}小红蹲在地上哭。\n")).cast
    assert (girl.name, girl.description) == ("小红", "女孩")


@pytest.mark.parametrize(
    ("sentence", "cast"),
    [
        ("李白，唐代诗人，提着酒壶走来。", [("李白", "唐代诗人，男子")]),
        ("赵铁山，退役拳击手，推开体育馆的门。", [("赵铁山", "退役拳击手")]),
        ("邻居大妈敲开门。", [("邻居大妈", "邻居大妈，女子")]),
        ("小叶子惊讶地捂住嘴巴。", [("小叶子", "孩子")]),
        ("受伤的士兵一瘸一拐地走来。", [("士兵", "受伤士兵，人")]),
        ("听到噩耗，夫人两眼一黑，昏了过去。", [("夫人", "夫人，人")]),
    ],
)
def test_one_person_is_cast_once(sentence: str, cast: list[tuple[str, str]]) -> None:
    film = breakdown(read_text(f"{_FIELD}{sentence}\n"))
    assert [(subject.name, subject.description) for subject in film.cast] == cast


def test_a_list_of_people_is_no_apposition() -> None:
    film = breakdown(read_text(f"{_FIELD}李白，诗人，渔夫，都坐在地上。\n"))
    assert len(film.cast) == 3


def test_a_frog_that_leaps_is_somebody() -> None:
    (frog,) = breakdown(read_text(f"{_FIELD}青蛙纵身一跃，跳到荷叶上。\n")).cast
    assert frog.name == "青蛙"


def test_whose_granddaughter_she_is_makes_her_no_old_man() -> None:
    film = breakdown(read_text(f"{_FIELD}一个老人走来。小女孩叫阿朵，是老人的孙女。阿朵扑进老人怀里。\n"))
    assert sorted(subject.name for subject in film.cast) == ["老人", "阿朵"]
    (girl,) = (subject for subject in film.cast if subject.name == "阿朵")
    assert "老人" not in girl.aliases
