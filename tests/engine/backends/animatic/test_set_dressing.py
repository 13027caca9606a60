"""What the words add to a set: to every set, from outside, and to the right things only."""

from __future__ import annotations

from dataclasses import fields, replace

import numpy as np
import pytest
import skia

from engine.backends.animatic.palette import luma, palette_for
from engine.backends.animatic.paper import Knife
from engine.backends.animatic.sets import dressing
from engine.backends.animatic.sets.shelf import scenery_for
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import Dressing, SetOrder
from engine.film.setup import Size

TRAITS = [field.name for field in fields(Dressing)]


def _street(**worn: bool) -> SetOrder:
    return SetOrder("street", "day", "clear", 11, dressing=Dressing(**worn))


def _sheets(order: SetOrder) -> tuple[Sheet, ...]:
    scenery, palette = scenery_for(order.kind), palette_for(order)
    return dressing.dress(scenery.sheets(order, palette), order, palette, scenery.room)


@pytest.mark.parametrize("trait", TRAITS)
def test_each_word_changes_the_picture(theatre, trait):
    plain = theatre(size=Size.WIDE).picture(0).astype(int)
    worn = theatre(size=Size.WIDE, dressing=Dressing(**{trait: True})).picture(0).astype(int)
    assert np.abs(plain - worn).mean() > (0.1 if trait == "empty" else 0.4)


def test_nothing_said_leaves_the_set_alone():
    order = _street()
    plain = scenery_for("street").sheets(order, palette_for(order))
    assert [s.name for s in _sheets(order)] == [s.name for s in plain]


def test_an_empty_place_has_no_washing_and_a_crowded_one_has_people_in_two_rows():
    names = [s.name for s in _sheets(_street())]
    assert "line" in names
    assert "line" not in [s.name for s in _sheets(_street(empty=True))]
    crowd = [s for s in _sheets(_street(crowded=True)) if s.name.startswith("crowd")]
    near, far = scenery_for("street").room
    assert len(crowd) == 2
    assert all(near <= sheet.z <= far for sheet in crowd)


def _painted(sheet: Sheet, x0: float = -8.0, x1: float = 8.0) -> np.ndarray:
    """(300, 800, 4) BGRA of a sheet, world x0 to x1, from 1 m under the ground."""
    pixels = np.zeros((300, 800, 4), np.uint8)
    canvas = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeN32Premul(800, 300), pixels).getCanvas()
    scale = 800 / (x1 - x0)
    canvas.translate(-x0 * scale, 300 - scale)
    canvas.scale(scale, -scale)
    sheet.paint(Knife(canvas, 1 / scale, (0.1, 0.1, 0.2)), x0, x1)
    return pixels


def _houses(order: SetOrder) -> np.ndarray:
    return _painted(next(s for s in _sheets(order) if s.name == "houses"))


def test_a_ruin_is_bitten_into_and_keeps_its_foot():
    whole, ruin = _houses(_street())[:, :, 3] > 0, _houses(_street(ruined=True))[:, :, 3] > 0
    assert ruin.sum() < 0.93 * whole.sum()
    assert not (ruin & ~whole).any()
    assert (ruin[-70:-60] == whole[-70:-60]).mean() > 0.98


def test_ivy_and_rime_stay_inside_the_walls():
    whole = _houses(_street())
    for worn in ({"overgrown": True}, {"frozen": True}, {"old": True}):
        order = _street(**worn)
        kept = replace(order, dressing=Dressing())
        bare = next(s for s in scenery_for("street").sheets(kept, palette_for(kept)) if s.name == "houses")
        covered = _painted(dressing._worn(bare, order, palette_for(kept)))
        assert (covered[:, :, 3] <= whole[:, :, 3].astype(int) + 1).all()
        assert np.abs(covered.astype(int) - whole)[:, :, :3].mean() > 0.3


def test_a_flood_reaches_over_the_feet_and_before_them():
    water = [s for s in _sheets(_street(flooded=True)) if s.name.startswith("water")]
    assert min(s.z for s in water) < 0 < max(s.z for s in water)
    assert all(s.top > 0.15 for s in water)


def test_frozen_is_pale_and_blue():
    plain, frozen = palette_for(_street()), palette_for(_street(frozen=True))
    assert luma(frozen.ground) > luma(plain.ground)
    assert frozen.ground[2] - frozen.ground[0] > plain.ground[2] - plain.ground[0] + 0.1
    assert frozen.snowy


def test_a_crowd_is_the_same_whatever_was_drawn_before(theatre):
    first, again = (theatre(size=Size.WIDE, dressing=Dressing(crowded=True)).picture(0) for _ in range(2))
    assert (first == again).all()
