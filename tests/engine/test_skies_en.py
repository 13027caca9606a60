"""English tells the weather without its name, and names it where there is none."""

from __future__ import annotations

import pytest

from engine.plan.air import airs_in
from engine.script.weather import weather_in

_SHOWN = [
    ("It mizzles all afternoon.", "drizzle"),
    ("Rain is coming down in sheets.", "downpour"),
    ("A few stray flakes spin past.", "flurry"),
    ("They vanish into the white-out.", "blizzard"),
    ("A curtain of sand rolls over the tents.", "sandstorm"),
    ("The wind whispers through the reeds.", "breeze"),
    ("Gusts tear at the roof.", "gale"),
    ("A scarf of vapour lies along the canal.", "mist"),
    ("Ginkgo leaves spiral past the bench.", "leaves"),
    ("The plum trees rain petals on the path.", "petals"),
    ("A plume of dust follows the cart.", "dust"),
    ("A blade of sunlight falls across the bed.", "sunbeams"),
    ("Cinders rain on the thatch.", "embers"),
    ("An arch of seven colours spans the bay.", "rainbow"),
    ("A star falls. Then another.", "meteors"),
    ("A paring of moon above the mill.", "crescent"),
    ("Half a moon floats in the pond.", "half moon"),
    ("The moon rises, huge and round.", "full moon"),
    ("Clouds have swallowed the moon.", "moonless"),
    ("Orion hangs over the barn.", "starry"),
    ("The dying sun bleeds into the sea.", "glow"),
]


@pytest.mark.parametrize(("text", "air"), _SHOWN)
def test_the_air_is_known_by_what_it_does(text: str, air: str) -> None:
    assert air in airs_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "There is a storm in her heart.",
        "It rained yesterday.",
        "A rain of arrows falls on the castle.",
        "He remembers the snow of his childhood.",
        "Her shirt is white as snow.",
        "He dreams of falling leaves.",
        "Her eyes mist over.",
        "Tom storms across the room.",
        "The horses thunder past the barn.",
        "A photograph of a blizzard hangs on the wall.",
        '"It will snow tomorrow," says the baker.',
    ],
)
def test_what_is_only_spoken_of_is_nowhere(text: str) -> None:
    assert (airs_in(text), weather_in(text, "en")) == ((), None)
