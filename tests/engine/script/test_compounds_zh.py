"""Chinese nouns that no list holds, by what they are made of, ordered for or cooked like, and where an unknown one ends."""

import pytest

from engine.script.nouns import nouns_in


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("一只铁皮青蛙落满了灰。", "铁皮青蛙", "thing"),
        ("她抱着一只布老虎。", "布老虎", "thing"),
        ("孩子骑着木马。", "木马", "thing"),
        ("一匹枣红马冲出马厩。", "枣红马", "animal"),
        ("一条娃娃鱼探出头来。", "娃娃鱼", "animal"),
        ("一头羊驼走来。", "羊驼", "animal"),
        ("咖啡机嗡嗡地响。", "咖啡机", "thing"),
        ("洒水车驶过长街。", "洒水车", "vehicle"),
        ("阿婆端来一笼小笼包。", "小笼包", "thing"),
        ("她把烤红薯掰成两半。", "烤红薯", "thing"),
        ("一只黄鼠狼竖起身子。", "黄鼠狼", "animal"),
        ("那盆绿萝蔫了。", "绿萝", "thing"),
        ("一个乘警走过来。", "乘警", "person"),
        ("皇上拿起玉玺。", "玉玺", "thing"),
        ("晾衣绳上的床单鼓了起来。", "床单", "thing"),
    ],
)
def test_a_compound_goes_by_its_whole_name(text: str, name: str, kind: str) -> None:
    assert (name, kind) in [(noun.name, noun.kind) for noun in nouns_in(text, "zh")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("孩子们一起放风筝。", ["风筝"]),
        ("荒山之中立着客栈。", ["山", "客栈"]),
        ("老船工坐在船头。", ["船"]),
        ("老人和狗走过木桥。", ["老人", "狗", "木桥"]),
    ],
)
def test_neighbours_that_are_two_stay_two(text: str, names: list[str]) -> None:
    found = [noun.name for noun in nouns_in(text, "zh")]
    assert all(name in found for name in names)
