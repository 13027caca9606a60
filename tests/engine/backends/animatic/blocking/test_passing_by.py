"""Nobody is ridden over: who stands where a horse or a car passes stands before it."""

from __future__ import annotations

import pytest

from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.puppets.person import Person
from engine.film.rate import FILM, Raster
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_text


def _staged(action: str):
    film = breakdown(read_text(f"EXT. ROAD - DAY\n\n{action}\n"), rate=FILM, raster=Raster(width=320, height=180))
    return stage(next(order for _, order in orders(film)))


@pytest.mark.parametrize(
    "action", ["TOM, 30, rides a horse. MARA, 20, waves at him.", "TOM rides past on a horse. MARA stands and waits."]
)
def test_who_waves_at_a_rider_is_seen_before_the_horse(action):
    staging = _staged(action)
    horse = next(p for p in staging.players if "HORSE" in p.name.upper())
    mara = next(p for p in staging.players if p.name == "MARA")
    reach = [x for beat in horse.beats for x in (beat.x0, beat.x1)]
    half = horse.puppet.width / 2
    if min(reach) - half < mara.beats[-1].x1 < max(reach) + half:
        assert mara.z < horse.z - 0.3


def test_a_rider_stays_on_the_mount():
    staging = _staged("TOM, 30, rides a horse. MARA, 20, waves at him.")
    horse = next(p for p in staging.players if "HORSE" in p.name.upper())
    tom = next(p for p in staging.players if p.name == "TOM" and isinstance(p.puppet, Person))
    assert abs(tom.z - horse.z) < 0.1
