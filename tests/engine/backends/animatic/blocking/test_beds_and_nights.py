"""A head lies on its pillow, and who is a thumb high in the night is seen."""

from __future__ import annotations

import numpy as np
import pytest

from engine.backends.animatic.blocking.seats import head_side
from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.stage import Act, Beat
from engine.backends.animatic.theatre import Theatre
from engine.film.rate import FILM, Raster
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_text

RASTER = Raster(width=640, height=360)


def _order(text: str):
    return next(order for _, order in orders(breakdown(read_text(text), rate=FILM, raster=RASTER)))


@pytest.mark.parametrize(
    "action", ["MARA lies in the bed.", "MARA sleeps in her bed.", "TOM stands at the bed. MARA lies in it."]
)
def test_the_head_lies_on_the_pillow_of_a_bed_that_is_named(action):
    staging = stage(_order(f"INT. HOSPITAL - DAY\n\n{action}\n"))
    lying = [beat for p in staging.players if p.name == "MARA" for beat in p.beats if beat.act is Act.LIE]
    assert lying
    assert all(head_side(beat) == -1 for beat in lying)


@pytest.mark.parametrize("action", ["MARA lies down.", "MARA sleeps."])
def test_the_rooms_own_bed_turns_its_pillow_to_the_head(action):
    staging = stage(_order(f"INT. BEDROOM - NIGHT\n\n{action}\n"))
    (mara,) = (p for p in staging.players if p.name == "MARA")
    (bed,) = (fitting for fitting in staging.scenery.fittings if "bed" in fitting.what)
    assert bed.side == head_side(next(beat for beat in reversed(mara.beats) if beat.act is Act.LIE))


def test_who_sleeps_has_turned_on_the_back():
    lying = Beat(Act.LIE, 0, 1, 0, 0, 38.0)
    assert head_side(lying) == -head_side(Beat(Act.LIE, 0, 1, 0, 0, 38.0, business="sleep")) == 1


@pytest.mark.parametrize("place", ["FIELD", "BEACH", "FOREST", "DESERT", "MOUNTAINS"])
def test_two_figures_in_an_extreme_wide_night_are_tall_enough_and_stand_out(place):
    staging = stage(_order(f"EXT. {place} - NIGHT\n\nEXTREME WIDE SHOT. MARA and TOM stand and talk.\n"))
    theatre = Theatre(staging, RASTER, FILM)
    picture, plate = theatre.picture(24).astype(int), theatre.plate(24).astype(int)
    for player in (p for p in staging.players if not p.is_thing):
        mask = theatre.mask(player.name, 24)
        rows, cols = np.nonzero(mask)
        assert np.ptp(rows) + 1 >= 0.08 * RASTER.height
        around = np.zeros_like(mask)
        around[rows.min() - 3 : rows.max() + 3, cols.min() - 3 : cols.max() + 3] = True
        rim = around & ~mask
        lit = picture[rim][:, :3].max(axis=0).sum() - plate[rim][:, :3].max(axis=0).sum()
        assert lit > 60, f"no rim of light round {player.name}"
