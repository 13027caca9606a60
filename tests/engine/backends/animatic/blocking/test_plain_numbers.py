"""A staging is made of Python's own numbers: one array's number in a puppet's width would spread to every mark and beat."""

from __future__ import annotations

from dataclasses import fields

import numpy as np
import pytest

from engine.backends.animatic.blocking.staging import stage
from engine.film.rate import FILM, Raster
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_text


@pytest.mark.parametrize(
    "action",
    [
        "MARA walks in with a lantern and puts it down beside an apple.",
        "MARA kicks the balloon to TOM. TOM runs after it.",
        "小明拿起苹果，递给老张。老张提着灯笼走开。",
    ],
)
def test_marks_and_beats_hold_no_array_numbers(action: str):
    film = breakdown(read_text(f"EXT. STREET - DAY\n\n{action}\n"), rate=FILM, raster=Raster(width=320, height=180))
    players = [player for _, order in orders(film) for player in stage(order).players]
    assert any(player.is_thing for player in players)
    for player in players:
        held = {f"{field.name} of {player.name}": getattr(player, field.name) for field in fields(player)}
        held |= {f"{f.name} of beat {i}": getattr(b, f.name) for i, b in enumerate(player.beats) for f in fields(b)}
        held |= {"width": player.puppet.width, "height": player.puppet.height, "eyes": player.puppet.eye_line}
        assert not {name: value for name, value in held.items() if isinstance(value, np.generic)}
