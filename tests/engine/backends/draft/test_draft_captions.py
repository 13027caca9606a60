"""Words for everything, in both languages, and a split that never moves."""

from __future__ import annotations

import re

import pytest

from engine.backends.draft.captions import (
    HELD_OUT_PLACES,
    LIGHTS,
    PLACES,
    VERBS,
    Phrases,
    every_phrase,
    held_out_of,
)

_HAN = re.compile(r"[\u3400-\u9fff]")


@pytest.mark.parametrize("saying", [*VERBS, *PLACES, *LIGHTS], ids=lambda s: s.key)
def test_everything_is_said_in_six_ways_in_each_language(saying: Phrases) -> None:
    assert len(set(saying.english)) >= 6
    assert len(set(saying.chinese)) >= 6
    assert not any(_HAN.search(phrase) for phrase in saying.english)
    assert all(_HAN.search(phrase) for phrase in saying.chinese)


def test_there_are_twelve_verbs_or_more_each_named_once() -> None:
    assert len({verb.key for verb in VERBS}) == len(VERBS) >= 12


@pytest.mark.parametrize("sayings", [VERBS, PLACES, LIGHTS])
def test_no_phrase_stands_for_two_things(sayings: tuple[Phrases, ...]) -> None:
    assert len(every_phrase(sayings)) == sum(len(s.english) + len(s.chinese) for s in sayings)


@pytest.mark.parametrize("saying", [*VERBS, *PLACES], ids=lambda s: s.key)
def test_some_phrases_of_each_language_are_kept_from_training(saying: Phrases) -> None:
    held_out = set(saying.held_out)
    assert held_out & set(saying.english)
    assert held_out & set(saying.chinese)
    assert held_out.isdisjoint(saying.trained)
    assert len(saying.held_out) <= 0.2 * (len(saying.english) + len(saying.chinese))


def test_the_split_depends_on_names_alone() -> None:
    names = [f"subject {i}" for i in range(200)]
    assert len(held_out_of(names)) == 20
    assert set(held_out_of(names)) == set(held_out_of(names[::-1]))
    assert len(HELD_OUT_PLACES) == 2
