"""The big word tables: whole, well formed, and telling what a word nobody listed is a kind of."""

from __future__ import annotations

from typing import Literal, get_args

import pytest

from engine.script.lexicon import Category
from engine.vocabulary import kin, vocabulary


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_line_is_a_word_of_a_known_category(language: Literal["en", "zh"]) -> None:
    words = vocabulary(language)
    assert len(words) > 25_000
    assert {word.category for word in words.values()} <= set(get_args(Category))
    assert all("" not in word.kin for word in words.values())


def test_a_spaniel_is_a_dog() -> None:
    assert "dog" in kin("spaniel")


def test_a_chinese_word_leads_to_its_english_name() -> None:
    assert kin("听诊器")[0] == "stethoscope"


def test_a_word_of_no_dictionary_has_no_kin() -> None:
    assert kin("glomp") == ()
