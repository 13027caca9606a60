"""Palettes: the same colours are alike, others are not, and the sentence names the difference that an eye would name."""

from __future__ import annotations

import pytest

from engine.likeness import telling
from engine.likeness.tones import alike, distance, moved, shift
from engine.plan.sittings import Palette, Seen, Tone

COAT = (Tone(lightness=45, a=50, b=35, share=0.7), Tone(lightness=70, a=15, b=20, share=0.3))
"""Red, and a face."""

BLUE = (Tone(lightness=45, a=5, b=-45, share=0.7), Tone(lightness=70, a=15, b=20, share=0.3))
MOTLEY = (
    Tone(lightness=45, a=-45, b=35, share=0.4),
    Tone(lightness=45, a=50, b=-45, share=0.4),
    COAT[1].with_(share=0.2),
)
GREY = (Tone(lightness=60, a=0, b=1, share=1.0),)


def told(seen: Palette, expected: Palette = COAT) -> str:
    return telling.of_subject("IRIS", expected, seen, alike(expected, seen))


def test_the_same_is_alike_and_another_is_not() -> None:
    assert distance(COAT, COAT) == 0
    assert distance(COAT, COAT[::-1]) == 0  # the order of tones is nothing
    assert alike(COAT, COAT) > 0.98
    assert alike(COAT, BLUE) < 0.2


def test_it_goes_both_ways() -> None:
    assert distance(COAT, BLUE) == pytest.approx(distance(BLUE, COAT))


def test_light_counts_less_than_paint() -> None:
    assert distance(COAT, moved(COAT, 12, 0, 0)) < distance(COAT, moved(COAT, 0, 12, 0))


def test_a_small_red_scarf_weighs_more_than_its_area() -> None:
    plain = (Tone(lightness=60, a=0, b=0, share=1.0),)
    scarf = (Tone(lightness=60, a=0, b=0, share=0.9), Tone(lightness=45, a=60, b=40, share=0.1))
    drab = (Tone(lightness=60, a=0, b=0, share=0.9), Tone(lightness=30, a=0, b=0, share=0.1))
    assert distance(plain, scarf) > 0.1 * 40 * 1.5
    assert distance(plain, scarf) > 2 * distance(plain, drab)


@pytest.mark.parametrize(
    ("seen", "sentence"),
    [
        (COAT, "IRIS looks alike."),
        (moved(COAT, 35, 0, 0), "IRIS is lighter."),
        (moved(COAT, -35, 0, 0), "IRIS is darker."),
        (moved(COAT, 0, 25, 0), "IRIS is redder."),
        (moved(COAT, 0, -25, 0), "IRIS is greener."),
        (moved(COAT, 0, 0, 25), "IRIS is yellower."),
        (moved(COAT, 0, 0, -25), "IRIS is bluer."),
        (MOTLEY, "IRIS has other colours."),
    ],
)
def test_the_sentence_names_the_difference(seen: Palette, sentence: str) -> None:
    assert told(seen) == sentence


def test_greys_are_not_judged_with_confidence() -> None:
    assert told(GREY, GREY) == "IRIS has hardly any colour; the score tells little."


def test_strength_is_named() -> None:
    faded = tuple(tone.with_(a=tone.a * 0.2, b=tone.b * 0.2) for tone in COAT)
    vivid = (Tone(lightness=45, a=50, b=35, share=0.35), Tone(lightness=45, a=-50, b=35, share=0.65))
    assert told(faded, vivid) == "IRIS is paler."
    assert told(vivid, faded) == "IRIS is stronger in colour."


@pytest.mark.parametrize(
    ("light", "a", "b", "sentence"),
    [
        (20, 2, 2, "The picture grows lighter at the cut."),
        (-20, 2, 2, "The picture grows darker at the cut."),
        (2, 3, 20, "The picture grows warmer at the cut."),
        (2, 3, -20, "The picture grows colder at the cut."),
        (2, 20, 3, "The picture grows redder at the cut."),
        (2, -20, 3, "The picture grows greener at the cut."),
    ],
)
def test_light_at_a_cut_has_a_word(light: float, a: float, b: float, sentence: str) -> None:
    assert telling.of_light(shift(GREY, moved(GREY, light, a, b))) == sentence


def test_who_was_not_measured_is_told_why() -> None:
    assert telling.of_absent(Seen(name="IRIS")) == "IRIS is out of the picture."
    assert telling.of_absent(Seen(name="IRIS", share=0.001)) == "IRIS is too small to judge."
    assert telling.of_absent(Seen(name="IRIS", by="colour", sources=(COAT,))) == "IRIS is not to be found."
    assert telling.of_absent(Seen(name="IRIS", back=True, share=0.3)) == "IRIS is seen from behind."
    assert telling.of_absent(Seen(name="IRIS", palette=COAT, share=0.6)) == "IRIS is too near to judge."
    assert telling.of_absent(Seen(name="IRIS", by="colour")) == "IRIS has no reference to compare with."
