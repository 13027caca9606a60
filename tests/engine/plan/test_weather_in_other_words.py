"""Weather that is told without its name: it spits, the heavens open, foliage flutters, 风掀翻了帐篷."""

from __future__ import annotations

import pytest

from engine.film.document import Language
from engine.plan.air import airs_in
from engine.script.weather import weather_in


@pytest.mark.parametrize(
    ("text", "language", "weather"),
    [
        ("The first drops fall on the dust.", "en", "rain"),
        ("It is spitting, and Jo opens her umbrella.", "en", "rain"),
        ("It was pouring, and the roads were rivers.", "en", "rain"),
        ("The heavens open and the crowd scatters.", "en", "rain"),
        ("A flurry whirls about the lamp.", "en", "snow"),
        ("Flakes settle on her eyelashes.", "en", "snow"),
        ("The lighthouse vanishes in the murk.", "en", "fog"),
        ("Wind slams the door.", "en", "wind"),
        ("A tornado spins across the plain.", "en", "wind"),
        ("A whirlwind lifts the haystack.", "en", "wind"),
        ("A thunderclap shakes the windows.", "en", "storm"),
        ("风掀翻了帐篷。", "zh", "wind"),
        ("龙卷风卷走了谷仓。", "zh", "wind"),
        ("暴风雪困住了登山队。", "zh", "snow"),
        ("A flurry of punches knocks him down.", "en", None),
        ("Soap flakes drift over the tub.", "en", None),
        ("It pours tea into the cups.", "en", None),
        ("The crowd is pouring into the square.", "en", None),
        ("He gets wind of the plan.", "en", None),
        ("她扇着电风扇，威风凛凛。", "zh", None),
        ("一路风景很美。", "zh", None),
    ],
)
def test_weather_is_known_by_what_it_does(text: str, language: Language, weather: str | None) -> None:
    assert weather_in(text, language) == weather


@pytest.mark.parametrize(
    ("text", "air"),
    [
        ("It spits with rain.", "drizzle"),
        ("It's chucking it down; Ben runs.", "downpour"),
        ("Brown foliage spirals to the ground.", "leaves"),
        ("The oak sheds its leaves on the grass.", "leaves"),
        ("Leaves, red and gold, come tumbling past.", "leaves"),
        ("The western sky is ablaze with red.", "glow"),
        ("Daybreak paints the sky pink.", "glow"),
        ("A zephyr ruffles the grass.", "breeze"),
        ("A cyclone rips the roof off the barn.", "gale"),
        ("雨下得很大。", "downpour"),
        ("半边天都烧红了。", "glow"),
        ("天边一片火红。", "glow"),
    ],
)
def test_what_is_in_the_air_is_known_by_what_it_does(text: str, air: str) -> None:
    assert air in airs_in(text)


def test_a_blizzard_is_no_gale_of_rain() -> None:
    assert airs_in("暴风雪吞没了村子。") == ("blizzard",)
