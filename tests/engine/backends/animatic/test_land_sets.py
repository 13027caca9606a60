"""The sets out of doors that are cut for one place: what their words dress them with, where their water is, their edges."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest

from engine.backends.animatic.blocking.places import scenery, set_for
from engine.backends.animatic.palette import local, palette_for
from engine.backends.animatic.sets.land import LAND
from engine.backends.animatic.sets.shelf import scenery_for
from engine.backends.animatic.sets.waters import LEVELS, SHORES
from engine.backends.animatic.stage import Dressing, SetOrder
from engine.film.rate import Raster
from engine.film.setup import Setup, Size
from engine.plan.orders import PlaceOrder, ShotOrder, SubjectOrder

KINDS = tuple(LAND)


def _names(order: SetOrder) -> list[str]:
    return [sheet.name for sheet in scenery_for(order.kind).sheets(order, palette_for(order))]


@pytest.mark.parametrize("kind", KINDS)
def test_three_seeds_are_three_dressings(theatre, kind):
    pictures = [theatre(kind=kind, seed=seed, size=Size.WIDE).picture(0).astype(int) for seed in (1, 2, 4)]
    for a, b in itertools.combinations(pictures, 2):
        assert np.abs(a - b).mean() > 2.5


@pytest.mark.parametrize("kind", KINDS)
def test_a_crowd_has_ground_to_stand_on_behind_the_players(kind):
    near, far = LAND[kind][3]
    assert 0.5 < near < far
    assert kind not in SHORES or far < SHORES[kind]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("BACK ALLEY", "alley"), ("CITY SKYLINE", "skyline"), ("ROOFTOPS OF PARIS", "rooftop"), ("BAMBOO FOREST", "bamboo grove"),
        ("SANDY BEACH", "beach"), ("LAKESIDE", "river"), ("WATERFALL", "river"), ("ARCTIC", "snowfield"), ("PRAIRIE", "grassland"),
        ("SAHARA", "desert"), ("FOOTBRIDGE", "bridge"), ("FISHING PORT", "harbour"), ("OLD LIGHTHOUSE", "lighthouse"), ("CAVERN", "cave"),
        ("CORAL REEF", "underwater"), ("LUNAR BASE", "moon"), ("WHEAT FIELD", "farm field"), ("CITY PARK", "garden"), ("MARSH", "swamp"),
        ("胡同", "alley"), ("天际线", "skyline"), ("天台", "rooftop"), ("竹海", "bamboo grove"), ("海滩", "beach"), ("荷塘", "river"),
        ("雪原", "snowfield"), ("大草原", "grassland"), ("戈壁", "desert"), ("断桥", "bridge"), ("渔港", "harbour"), ("灯塔", "lighthouse"),
        ("溶洞", "cave"), ("海底", "underwater"), ("月球基地", "moon"), ("稻田", "farm field"), ("沼泽", "swamp"),
    ],
)  # fmt: skip
def test_its_words_find_it_without_a_sign(name, kind):
    assert set_for(name, "", "", False, night=False) == (kind, "")


@pytest.mark.parametrize(
    ("kind", "plain", "words"),
    [
        ("river", "river", "waterfall"), ("river", "river", "lake"), ("river", "river", "湖边"), ("snowfield", "snow", "iceberg"),
        ("grassland", "meadow", "savanna"), ("farm field", "wheat field", "稻田"), ("farm field", "wheat field", "cornfield"),
        ("garden", "garden", "花园"), ("rooftop", "rooftop", "屋顶"), ("alley", "alley", "胡同"), ("bridge", "stone bridge", "wooden bridge"),
        ("cave", "cave", "mine"), ("underwater", "sea bed", "龙宫"), ("moon", "moon", "moon base"), ("moon", "moon", "mars"),
        ("harbour", "harbour", "渔港"),
    ],
)  # fmt: skip
def test_words_dress_it(theatre, kind, plain, words):
    a, b = (theatre(kind=kind, size=Size.WIDE, words=w).picture(0).astype(int) for w in (plain, words))
    assert np.abs(a - b).mean() > 1.0


def test_a_roof_and_a_bridge_end_and_what_is_behind_lies_below():
    for kind in ("rooftop", "skyline", "bridge", "harbour"):
        order = SetOrder(kind, "day", "clear", 11)
        ground = [s for s in scenery_for(kind).sheets(order, palette_for(order)) if s.name.startswith("ground")]
        assert max(s.z for s in ground) < 3
        water = [s for s in scenery_for(kind).sheets(order, palette_for(order)) if s.name.startswith("water ")]
        assert all(s.top < 0 for s in water)


def test_boats_have_water_under_them_at_the_depth_where_marks_put_them():
    for kind, shore in SHORES.items():
        order = SetOrder(kind, "day", "clear", 11)
        water = [s for s in scenery_for(kind).sheets(order, palette_for(order)) if s.name.startswith(("water", "wave"))]
        level = LEVELS.get(kind, 0.0)
        assert any(abs(s.top - level) < 1.2 for s in water if s.z > shore), kind


def test_a_frozen_lake_is_walked_on_and_a_frozen_river_has_no_waves():
    thawed, frozen = (SetOrder("river", "day", "clear", 11, "lake", dressing=Dressing(frozen=f)) for f in (False, True))
    assert any(name.startswith("water") for name in _names(thawed))
    assert not any(name.startswith(("water", "ground")) for name in _names(frozen))
    assert "reeds" not in _names(frozen)


def test_nobody_tends_a_ruined_light(theatre):
    lit, dark = (
        theatre(kind="lighthouse", time="night", size=Size.WIDE, dressing=Dressing(ruined=r)).picture(0)[:60, :, :3]
        for r in (False, True)
    )
    assert lit.max(axis=2).max() > dark.max(axis=2)[:40].max()


def test_a_things_own_colour_follows_the_hour():
    day, dusk, night = (palette_for(SetOrder("street", t, "clear", 1)) for t in ("day", "dusk", "night"))  # pyright: ignore[reportArgumentType]
    red = (0.8, 0.3, 0.2)
    assert sum(local(red, day)) > sum(local(red, dusk)) > sum(local(red, night))
    assert local(red, night)[2] / local(red, night)[0] > 2 * local(red, day)[2] / local(red, day)[0]


def _order(name: str, action: str = "") -> ShotOrder:
    return ShotOrder(
        engine="animatic", style="paper", language="en", raster=Raster(width=320, height=180), rate=24, frames=96,  # pyright: ignore[reportArgumentType]
        place=PlaceOrder(name=name, interior=False), time_of_day="day", weather="clear", setup=Setup(), action=action,
    )  # fmt: skip


def test_adjectives_reach_the_set_from_heading_and_action():
    assert scenery(_order("RUINED BRIDGE")).dressing == Dressing(ruined=True)
    assert scenery(_order("BRIDGE", "Mara crosses the frozen bridge.")).dressing == Dressing(frozen=True)
    assert replace(scenery(_order("BRIDGE", "An old man waits.")).dressing) == Dressing()


def test_in_a_boat_there_is_no_bank():
    assert scenery(_order("BOAT ON THE RIVER")).kind == "sea"
    assert scenery(_order("RIVERBANK")).kind == "river"


def test_somebodys_name_is_no_place():
    order = _order("", "林小雨走进来。").with_(place=PlaceOrder())
    girl = SubjectOrder(name="林小雨", description="女子", look_seed=1)
    gull = SubjectOrder(name="海鸥", look_seed=1)
    assert scenery(order).kind == "forest"
    assert scenery(order.with_(cast=(girl,))).kind == "street"
    assert scenery(order.with_(action="海鸥飞来。", cast=(gull,))).kind == "sea"
