"""Weather is nobody: heavy rain introduces no HEAVY, what letters say of storms is no storm, and leaves act for no one."""

from __future__ import annotations

import pytest

from engine.film.rate import FILM, Raster
from engine.plan.reading import read_action
from engine.script.breakdown import breakdown
from engine.script.reading import read_text
from engine.script.weather import weather_in


def cast_of(action: str) -> list[str]:
    script = f"EXT. FOREST - DAY\n\nMARA, 30, sits.\n\n{action}\n"
    return [
        subject.name for subject in breakdown(read_text(script), rate=FILM, raster=Raster(width=320, height=180)).cast
    ]


@pytest.mark.parametrize(
    "action",
    ["Soft snow falls.", "Northern lights dance in the sky.", "Petals fall.", "Sparks fly.", "Heavy rain falls on the roofs.", "Autumn leaves drift down.", "Heavy snow.", "Golden leaves fall.", "Icy wind howls."],
)  # fmt: skip
def test_an_adjective_before_the_weather_is_no_name(action):
    assert cast_of(action) == ["MARA"]


@pytest.mark.parametrize("action", ["Amara waves.", "Autumn leaves.", "Heather runs."])
def test_who_really_acts_still_comes_in(action):
    assert len(cast_of(action)) == 2


def test_what_stands_on_a_front_page_is_not_the_weather():
    assert weather_in('The headline reads "STORM TAKES LIGHTHOUSE".', "en") is None
    assert weather_in("报纸上写着“暴雨将至”。", "zh") is None
    assert weather_in("A storm breaks.", "en") == "storm"


@pytest.mark.parametrize(
    ("action", "acts"),
    [
        ("Sparks fly from the fire. Mara stands.", ["stand"]),
        ("Petals drift down around her.", []),
        ("Mara runs through falling leaves.", ["run"]),
        ("Leaves fall and she sits.", ["sit"]),
        ("落叶飘下，Mara站着。", ["stand"]),
    ],
)
def test_nobody_does_what_leaves_and_sparks_do(action, acts):
    assert [deed.act.value for deed in read_action(action, [("Mara", ())]).deeds] == acts


@pytest.mark.parametrize(
    ("text", "language", "weather"),
    [
        ("A squall hits the boat.", "en", "storm"),
        ("Hail hammers the roof.", "en", "rain"),
        ("A breeze ruffles the curtains.", "en", "wind"),
        ("Wind tears at the tents.", "en", "wind"),
        ("Smog hangs over the city.", "en", "fog"),
        ("A heat haze shimmers over the road.", "en", None),
        ("Ash falls like snow.", "en", None),
        ("She takes a shower.", "en", None),
        ("微风拂面。", "zh", "wind"),
        ("黄沙滚滚。", "zh", "wind"),
        ("冰雹砸在屋顶上。", "zh", "rain"),
    ],
)
def test_more_words_for_the_six_weathers(text, language, weather):
    assert weather_in(text, language) == weather


@pytest.mark.parametrize("action", ["地铁站里，李晓雨看着手机。", "陈雪推门进来。", "林雨站起来，看着窗外。"])
def test_whoever_is_called_rain_brings_none(action: str) -> None:
    assert weather_in(action, "zh") is None


@pytest.mark.parametrize(
    ("action", "told"), [("秋雨打湿了石阶。", "rain"), ("白雪飘落。", "snow"), ("陈雪冒雨跑来。", "rain")]
)
def test_rain_beside_a_name_still_falls(action: str, told: str) -> None:
    assert weather_in(action, "zh") == told
