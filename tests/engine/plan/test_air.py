"""What is in the air beyond the weather: read in both languages, kept through a scene, over when it is told to be."""

from __future__ import annotations

import pytest

from engine.film.rate import FILM, Raster
from engine.plan.air import airs_in, only_in_the_air
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_text

SAID = [
    ("A light drizzle falls on the square.", "drizzle"),
    ("It rains hard.", "downpour"),
    ("A cloudburst empties the street.", "downpour"),
    ("Soft snow on the roofs.", "flurry"),
    ("A blizzard swallows the road.", "blizzard"),
    ("A dust storm rolls in.", "sandstorm"),
    ("A howling wind bends the reeds.", "gale"),
    ("A gentle breeze.", "breeze"),
    ("Dead leaves whirl about her feet.", "leaves"),
    ("Plum blossoms drift over the wall.", "petals"),
    ("Fireflies rise from the reeds.", "fireflies"),
    ("Motes of dust float in the light.", "dust"),
    ("Shafts of light between the trunks.", "sunbeams"),
    ("Sparks fly from the anvil.", "embers"),
    ("A rainbow stands over the hills.", "rainbow"),
    ("A shooting star!", "meteors"),
    ("A thin moon over the roofs.", "crescent"),
    ("The full moon rises.", "full moon"),
    ("A moonless night.", "moonless"),
    ("The sun goes down behind the ridge.", "glow"),
    ("细雨蒙蒙，行人匆匆。", "drizzle"),
    ("瓢泼大雨从天而降。", "downpour"),
    ("鹅毛大雪下了一夜。", "blizzard"),
    ("微风吹过湖面。", "breeze"),
    ("狂风卷起沙石。", "gale"),
    ("枯叶在风中打转。", "leaves"),
    ("樱花轻轻飘落。", "petals"),
    ("几只萤火虫飞过。", "fireflies"),
    ("一束光照进阁楼。", "sunbeams"),
    ("雨后天边挂着一道彩虹。", "rainbow"),
    ("流星划过夜空。", "meteors"),
    ("一弯新月升起。", "crescent"),
    ("繁星满天。", "starry"),
    ("Northern lights over the ice.", "aurora"),
    ("Dark clouds gather.", "overcast"),
    ("乌云密布。", "overcast"),
    ("冰雹砸下来。", "hail"),
    ("Dandelion seeds float by.", "petals"),
    ("The moon is a thin sliver.", "crescent"),
    ("夕阳染红了江面。", "glow"),
]


@pytest.mark.parametrize(("text", "air"), SAID)
def test_what_the_words_put_into_the_air_is_there(text, air):
    assert air in airs_in(text)


@pytest.mark.parametrize(
    "text",
    ["No fireflies tonight.", "She laughs like a rainbow.", "She pours the tea.", "The fireflies go out.", "雪像花瓣一样。", "没有流星。"],
)  # fmt: skip
def test_what_is_denied_compared_or_over_is_not(text):
    assert airs_in(text) == ()


def _airs(script: str) -> list[tuple[str, ...]]:
    film = breakdown(read_text(script), rate=FILM, raster=Raster(width=320, height=180))
    return [order.air for _, order in orders(film)]


def test_it_holds_through_a_scene_and_not_into_the_next():
    airs = _airs("""EXT. GARDEN - NIGHT

Fireflies. MARA, 30, sits.

CLOSE ON Mara.

EXT. STREET - NIGHT

Mara walks.
""")
    assert ["fireflies" in air for air in airs] == [True, True, False]


def test_the_drizzle_is_over_with_the_rain_and_gives_way_to_a_downpour():
    airs = _airs("""EXT. STREET - DAY

A light drizzle. MARA, 30, stands.

CLOSE ON Mara. Suddenly a downpour.

The rain stops. Mara walks.
""")
    assert airs == [("drizzle",), ("downpour",), ()]


def test_a_word_that_only_tells_of_the_air_names_no_thing():
    assert only_in_the_air(["cherry"], "Cherry blossoms drift down.")
    assert not only_in_the_air(["cherry"], "Cherry blossoms drift down. She eats a cherry.")


def test_sparks_between_lovers_are_no_embers() -> None:
    assert airs_in("Sparks fly between the two lovers.") == ()
    assert airs_in("Sparks fly between them.") == ()
    assert airs_in("Sparks fly between the blades.") == ("embers",)
    assert airs_in("Sparks fly up from the forge.") == ("embers",)
