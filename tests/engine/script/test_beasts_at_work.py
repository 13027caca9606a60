"""A beast with a trade is one beast under either name; who works with beasts is a person, and brings none along."""

from __future__ import annotations

import pytest

from engine.backends.animatic.puppets.bird import Bird
from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.puppets.quadruped import Quadruped
from engine.backends.animatic.puppets.wild.creature import Creature
from engine.script.breakdown import breakdown
from engine.script.reading import read_text


def _cast(text: str) -> list[str]:
    return [subject.name for subject in breakdown(read_text(text + "\n")).cast]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("INT. INN - NIGHT\n\nA fox innkeeper pours tea.\n\nThe innkeeper smiles.\n\nThe fox nods.", "FOX INNKEEPER"),
        ("EXT. ALLEY - NIGHT\n\nA robot policeman waits.\n\nThe robot turns.", "ROBOT POLICEMAN"),
        ("第一场 内景 客栈 夜\n\n一只狐狸掌柜端来一壶茶。\n\n掌柜笑了。\n\n狐狸点点头。", "狐狸掌柜"),
        ("第一场 外景 小巷 夜\n\n机器人警察挡住去路。", "机器人警察"),
    ],
)
def test_a_beast_with_a_trade_is_one(text: str, name: str) -> None:
    assert _cast(text) == [name]


def test_who_works_with_beasts_brings_none() -> None:
    assert _cast("INT. CIRCUS - NIGHT\n\nA lion tamer bows.") in (["TAMER"], ["LION TAMER"])
    assert _cast("EXT. FIELD - DAY\n\nA sheep farmer waits.") in (["FARMER"], ["SHEEP FARMER"])


@pytest.mark.parametrize(
    ("described", "puppet"),
    [
        ("a robot policeman", Creature), ("an owl teacher", Bird), ("a fox innkeeper", Quadruped), ("a lion tamer", Person),
        ("机器人警察", Creature), ("猫头鹰老师", Bird), ("狐狸掌柜", Quadruped), ("马夫", Person), ("a bat boy", Person),
    ],
)  # fmt: skip
def test_the_puppet_is_the_beasts(described: str, puppet: type) -> None:
    assert isinstance(puppet_for(described.upper().removeprefix("A "), described, "", 1, (), ()), puppet)
