"""Who does something that only the dictionary knows is somebody all the same, and what is done is no thing."""

from __future__ import annotations

import pytest

from engine.film.rate import FILM, Raster
from engine.script.breakdown import breakdown
from engine.script.reading import read_text


def _film(action: str) -> tuple[set[str], set[str]]:
    film = breakdown(read_text(f"EXT. FIELD - DAY\n\n{action}\n"), rate=FILM, raster=Raster(width=320, height=180))
    return {subject.name for subject in film.cast}, {prop.name for prop in film.props}


@pytest.mark.parametrize(
    ("action", "name"),
    [
        ("Ella beams at the letter.", "ELLA"),
        ("Oscar wolfs down his soup.", "OSCAR"),
        ("Sam's jaw drops when the curtain opens.", "SAM"),
        ("Nervous and sweating, Felix listens at the door.", "FELIX"),
        ("Zorkan guzzles his milk.", "ZORKAN"),
    ],
)
def test_a_name_before_a_verb_of_the_dictionary_is_somebody(action: str, name: str) -> None:
    assert {spelled.upper() for spelled in _film(action)[0]} == {name}


@pytest.mark.parametrize("action", ["The foreman bellows at Ann.", "The striker boots the ball into the net."])
def test_what_somebody_does_is_no_thing(action: str) -> None:
    assert not any("bellows" in name or "boots" in name for name in _film(action)[1])
