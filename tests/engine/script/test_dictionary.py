"""The dictionary behind the hand-made lists: asked last, never about names, and silent about what cannot be shown."""

from __future__ import annotations

import pytest

from engine.script.dictionary import looked_up
from engine.script.noun import Noun
from engine.script.nouns import nouns_in


def _shown(text: str, language: str) -> list[tuple[str, str]]:
    found: tuple[Noun, ...] = nouns_in(text, "zh" if language == "zh" else "en")
    return [(noun.name, noun.kind) for noun in found if noun.kind != "scenery"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("A platypus swims by.", [("platypus", "animal")]),
        (
            "She lays tweezers and a sextant on the table.",
            [("tweezers", "thing"), ("sextant", "thing"), ("table", "thing")],
        ),
        ("The apothecary weighs the saffron.", [("apothecary", "person"), ("saffron", "thing")]),
        ("Two rickshaws wait.", [("rickshaw", "vehicle")]),
        ("Two ospreys fly over.", [("osprey", "bird")]),
        ("He breaks the monotony.", []),
        ("Fern and Kit walk home.", []),
        ("She is lacing up.", []),
    ],
)
def test_english_words_of_no_list(text: str, shown: list[tuple[str, str]]) -> None:
    assert [pair for pair in _shown(text, "en") if pair[0] not in {"shoe", "home"}] == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("桌上摆着听诊器。", [("听诊器", "thing")]),
        ("一只鸭嘴兽游过。", [("鸭嘴兽", "animal")]),
        ("门口挂着一盏红灯笼。", [("灯笼", "thing")]),
        ("他感到一种孤独感。", []),
    ],
)
def test_chinese_words_of_no_list(text: str, shown: list[tuple[str, str]]) -> None:
    assert [pair for pair in _shown(text, "zh") if pair[0] != "桌子"] == shown


def test_a_plural_is_that_of_the_likelier_word() -> None:
    entry = looked_up("oranges", "en")
    assert entry is None or entry.name == "orange"
    entry = looked_up("octopuses", "en")
    assert entry is None or entry.name == "octopus"


def test_our_own_words_are_not_looked_up() -> None:
    assert looked_up("lantern", "en") is None
    assert looked_up("灯笼", "zh") is None
