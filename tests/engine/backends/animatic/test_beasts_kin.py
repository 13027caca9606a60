"""狐狸妈妈 is a fox and 大象医生 an elephant; 马老师 is a teacher whose name is Ma."""

from __future__ import annotations

import pytest

from engine.backends.animatic.puppets.bird import Bird
from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.puppets.quadruped import Quadruped


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("狐狸妈妈", Quadruped),
        ("熊爸爸", Quadruped),
        ("大象医生", Quadruped),
        ("猫头鹰爷爷", Bird),
        ("妈妈", Person),
        ("马老师", Person),
        ("牛大叔", Person),
    ],
)
def test_a_beast_with_a_title_is_a_beast(name: str, kind: type) -> None:
    assert isinstance(puppet_for(name, "", "", 7), kind)


def test_a_robot_with_a_name_is_no_man() -> None:
    assert not isinstance(puppet_for("小铁", "机器人", "", 7, (), ("机器人",)), Person)
    assert isinstance(puppet_for("小铁", "一个男人", "", 7), Person)
