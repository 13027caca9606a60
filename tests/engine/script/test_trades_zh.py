"""Who somebody is in Chinese: what is joined to a word for a person, who is known by the build of a word, and she without a name."""

from __future__ import annotations

import pytest

from engine.script.breakdown import breakdown
from engine.script.reading import read_text


def _cast(text: str) -> list[str]:
    return [subject.name for subject in breakdown(read_text(f"第一场 外景 田野 日\n\n{text}\n")).cast]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("值班护士打开门。", "值班护士"),
        ("银行经理站着。", "银行经理"),
        ("女记者举起相机。", "女记者"),
        ("陈队长啪地立正。", "陈队长"),
        ("得知自己被骗，胡老板脸涨得通红。", "胡老板"),
        ("阿明整天闷闷不乐。", "阿明"),
        ("小六子冻得直跺脚。", "小六子"),
        ("王二麻子蹿上前。", "王二麻子"),
        ("加班到凌晨的小赵两眼布满血丝。", "小赵"),
        ("服务员小周收拾着桌子。", "小周"),
        ("守夜人背脊发凉。", "守夜人"),
        ("老学究摇头晃脑地念着书。", "老学究"),
        ("裁缝师傅还在赶活儿。", "裁缝师傅"),
        ("她掏出手帕。", "她"),
    ],
)
def test_one_person_by_that_name(text: str, who: str) -> None:
    names = _cast(text)
    assert names == [who]


def test_nobody_comes_of_a_stone_or_a_pronoun_of_somebody_known() -> None:
    assert _cast("王芳站着。\n\n她掏出手帕。") == ["王芳"]
    assert _cast("二人走来。") == []
    assert _cast("小猫舒舒服服地躺着。") == ["小猫"]
