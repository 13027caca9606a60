"""Feelings that no word names: what English faces and bodies show, and signs that give way to what is told."""

from __future__ import annotations

import pytest

from engine.plan.feelings import felt_as_written


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("Dimples appear in her cheeks.", "happy"),
        ("He cannot keep the smile off his face.", "happy"),
        ("Sobs rack the girl's body.", "sad"),
        ("His shoulders slump.", "sad"),
        ("A vein throbs at his temple.", "angry"),
        ("Fists balled, he waits.", "angry"),
        ("All the colour leaves her face.", "afraid"),
        ("Gooseflesh runs up her arms.", "afraid"),
        ("His eyebrows shoot up.", "surprised"),
        ("Her jaw drops.", "surprised"),
        ("Dark circles lie under his eyes.", "tired"),
        ("His chin sinks onto his chest.", "tired"),
    ],
)
def test_a_face_or_a_body_shows_it(text: str, mood: str) -> None:
    assert mood in {told for _, told, _ in felt_as_written(text, [])}


def test_a_sign_counts_where_nothing_is_told() -> None:
    assert felt_as_written("He drags his feet.", [])[0][1:] == ("tired", False)
    assert {mood for _, mood, _ in felt_as_written("Furious, he drags his feet.", [])} == {"angry"}
