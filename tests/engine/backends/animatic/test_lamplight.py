"""Lamps light what is near: a set's own are found by watching its painters, a carried one goes along."""

from __future__ import annotations

import pytest

from engine.backends.animatic import light
from engine.backends.animatic.palette import luma, palette_for
from engine.backends.animatic.sets import lamplight
from engine.backends.animatic.sets.shelf import scenery_for
from engine.backends.animatic.stage import SetOrder


def lamps(kind: str, time: str) -> tuple[light.Lamp, ...]:
    order = SetOrder(kind, time, "clear", 5)  # pyright: ignore[reportArgumentType]
    return lamplight.lamps_of_set(scenery_for(order.kind).sheets, order, palette_for(order))


@pytest.mark.parametrize("kind", ["street", "tavern", "living room", "station", "temple"])
def test_a_set_has_lamps_by_night_and_none_by_day(kind: str) -> None:
    assert lamps(kind, "night")
    assert lamps(kind, "day") == ()


def test_a_lamp_is_where_the_painter_has_moved_its_canvas() -> None:
    fires = [lamp for lamp in lamps("tavern", "night") if lamp.y < 1.0]
    assert fires, "the fire on the hearth"


def test_under_a_lamp_it_is_bright_and_warm_and_far_from_it_dark() -> None:
    lamp = light.Lamp(2.0, 2.5, 1.0, 2.5, 0.9)
    near, far = light.nearness([lamp], 2.0, 0.0), light.nearness([lamp], -6.0, 0.0)
    assert near > 0.4 > far == 0.0
    grade = light.Grade((0.8, 0.8, 0.9), (0.2, 0.3, 0.5), 0.1, (0, 0, 0))
    bright, dim = (light.lit(grade, share, (1.0, 0.8, 0.5)) for share in (near, far))
    assert luma(bright.gel) > luma(dim.gel)
    assert bright.gel[0] / bright.gel[2] > dim.gel[0] / dim.gel[2]
    assert light.lit(grade, near, (1.0, 0.8, 0.5), 0.0).gel == grade.gel, "a style without light shows none"


def test_pools_lie_on_the_ground_under_low_lamps_only() -> None:
    palette = palette_for(SetOrder("street", "night", "clear", 5))
    low, high = light.Lamp(0, 2, 2, 2, 0.8), light.Lamp(0, 9, 3, 2, 0.8)
    assert [sheet.veil for sheet in lamplight.pools([low, high], palette)] == [True]


def test_who_walks_under_a_street_lamp_is_lit_by_it(theatre) -> None:
    stage = theatre(kind="street", time="night", seed=5)
    assert stage._set_lamps
    assert theatre(kind="street", time="day", seed=5)._set_lamps == ()
