"""Giant pumpkins are giant, and a clock as tall as a house is."""

from __future__ import annotations

import pytest

from engine.backends.animatic.puppets.casting import prop_for, puppet_for
from engine.backends.animatic.puppets.sizes import height_as_told, told_height
from engine.script.breakdown import breakdown
from engine.script.reading import read_text


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("a golden clock as tall as a house", 6.0), ("an egg the size of a barrel.", 0.9), ("a pea-sized pearl", 0.02), ("taller than any tree", 7.0),
        ("a sword ten feet long", 3.05), ("a statue 4 metres tall", 4.0), ("两人高的石像", 3.5), ("像房子一样高的钟", 6.0), ("比人还高的花瓶", 1.75),
        ("三层楼高的木马", 9.0),
    ],
)  # fmt: skip
def test_a_comparison_is_a_measure(text: str, metres: float) -> None:
    assert told_height(text) == pytest.approx(metres)


@pytest.mark.parametrize("text", ["a red lantern", "as tall as hope", "the size of the problem", "一个南瓜", "大人"])
def test_what_tells_no_size_changes_none(text: str) -> None:
    assert height_as_told(0.4, text) == 0.4


def test_giant_and_tiny_things_and_beasts() -> None:
    pumpkin = prop_for("pumpkin").height
    assert prop_for("giant pumpkin", "giant pumpkin").height > 2 * pumpkin > 3.9 * prop_for("tiny pumpkin").height
    assert puppet_for("DOG", "an enormous dog", "", 1).height > 1.6 * puppet_for("DOG", "a dog", "", 1).height


@pytest.mark.parametrize(
    ("text", "height"),
    [
        ("EXT. FIELD - DAY\n\nA golden clock as tall as a house stands there.", 6.0),
        ("EXT. FIELD - DAY\n\nTOM (40) finds an egg the size of a barrel.", 0.9),
        ("第一场 外景 田野 日\n\n田里立着一座两人高的石像。", 3.5),
    ],
)
def test_the_script_says_it_once_and_the_thing_keeps_its_size(text: str, height: float) -> None:
    props = breakdown(read_text(text + "\n")).props
    assert [prop_for(prop.name, prop.description, prop.aliases).height for prop in props] == [pytest.approx(height)]
