"""Wind, lightning and what flies: seen in the pixels, the same for the same moment, and none of it where it does not belong."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import skia

from engine.backends.animatic import heavens, motes, weather
from engine.backends.animatic.falling import sheets_of
from engine.backends.animatic.palette import luma, palette_for
from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.stage import Pose, SetOrder
from engine.backends.animatic.winds import admitted, gust, wind_of
from engine.film.setup import Size

SIZE = (320, 180)


def _order(weather: str = "clear", *air: str, kind: str = "mountains", time: str = "day") -> SetOrder:
    return SetOrder(kind, time, weather, 5, air=air)  # pyright: ignore[reportArgumentType]


def _drawn(order: SetOrder, seconds: float = 1.0) -> np.ndarray:
    pixels = np.zeros((SIZE[1], SIZE[0], 4), np.uint8)
    canvas = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeN32Premul(*SIZE), pixels).getCanvas()
    for draw in (weather.draw_behind, weather.draw_before):
        draw(canvas, order, palette_for(order), SIZE, seconds, (0.0, 0.0), weather.Ground(100.0, 150.0))
    return pixels


@pytest.mark.parametrize("air", ["leaves", "petals", "embers", "dust"])
def test_what_flies_is_seen_moves_and_is_the_same_at_the_same_moment(air):
    order = _order("clear", air)
    assert weather.stirs(order)
    first, later, again = _drawn(order, 1.0), _drawn(order, 2.0), _drawn(order, 1.0)
    assert first.any()
    assert not np.array_equal(first, later)
    assert np.array_equal(first, again)


def test_fireflies_shine_by_night_only():
    assert _drawn(_order("clear", "fireflies", time="night")).any()
    assert not _drawn(_order("clear", "fireflies", time="day")).any()


def test_nothing_of_the_weather_comes_into_a_room_but_dust_and_light():
    told = ("blizzard", "dust", "leaves", "sunbeams")
    assert admitted("room", told) == ("dust", "sunbeams")
    assert admitted("street", told) == told


def test_a_downpour_is_more_than_rain_and_a_drizzle_less():
    drops = [
        sum(f.count * f.size for f in sheets_of(_order("rain", *air), near=False))
        for air in (("drizzle",), (), ("downpour",))
    ]
    assert drops[0] < 0.5 * drops[1] < drops[1] < 0.6 * drops[2]


def test_wind_drives_the_rain_and_a_blizzard_aslant():
    straight, blown = (sheets_of(_order("rain", *air), near=True)[0].drift for air in ((), ("gale",)))
    assert blown > 2 * straight
    calm, wild = (sheets_of(_order("snow", *air), near=True)[0].drift for air in ((), ("blizzard",)))
    assert wild > 4 * calm


def test_gusts_swell_within_the_wind_and_a_calm_has_none():
    order = _order("wind")
    gusts = [gust(order, t / 12) for t in range(120)]
    assert 0 < min(gusts) < 0.7 * max(gusts)
    assert max(gusts) < 1.15 * wind_of(order)
    assert gust(_order("clear"), 3.0) == 0


def test_hair_and_coat_give_way_to_the_wind():
    woman = puppet_for("Mara", "a woman with long loose hair and a long coat", "", 3, (), ())

    def drawn(wind: float) -> np.ndarray:
        pixels = np.zeros((300, 300, 4), np.uint8)
        canvas = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeN32Premul(300, 300), pixels).getCanvas()
        canvas.translate(150, 280)
        canvas.scale(150, 150)
        woman.draw(canvas, Pose(yaw=38, wind=wind))
        return pixels[:, :, 3] > 127

    still, blown = drawn(0.0), drawn(1.0)
    assert np.flatnonzero(blown.any(axis=0))[0] < np.flatnonzero(still.any(axis=0))[0]


def test_lightning_shows_the_bolt_and_lights_every_plane(theatre):
    stage = theatre(kind="sea", weather="storm", time="night", seconds=9.0)
    flashes = [frame for frame in range(200) if weather.flash(stage.staging.scenery, frame / 24) > 0.9]
    assert flashes
    lit, dark = stage.picture(flashes[0]), stage.picture(flashes[0] - 3)
    assert lit.mean() > 1.4 * dark.mean()
    assert any(texture.name == weather.BOLT for texture in stage.textures)
    corners = [np.s_[:60, :100], np.s_[-60:, -100:]]
    assert all(lit[corner].mean() > 1.2 * dark[corner].mean() for corner in corners)


def test_a_flash_never_comes_without_a_storm():
    assert not any(weather.flash(_order("rain"), t / 24) for t in range(400))


@pytest.mark.parametrize(("air", "name"), [("rainbow", "rainbow"), ("sunbeams", "beams 0.6"), ("glow", "glow")])
def test_what_stands_in_the_sky_is_baked_with_the_set(air, name):
    order = _order("clear", air)
    assert name in {sheet.name for sheet in heavens.sheets(order, palette_for(order))}
    assert name not in {sheet.name for sheet in heavens.sheets(_order(), palette_for(order))}


def test_the_moon_has_phases():
    full, half, crescent = (
        heavens.moon(_order("clear", *air), 0, 0, 10) for air in ((), ("half moon",), ("crescent",))
    )
    assert full is not None
    assert half is not None
    assert crescent is not None
    middle = [path.contains(-3, 0) for path in (full, half, crescent)]
    edge = [path.contains(9, -1) for path in (full, half, crescent)]
    assert (middle, edge) == ([True, False, False], [True, True, True])
    assert heavens.moon(_order("clear", "moonless"), 0, 0, 10) is None


def test_a_sandstorm_is_the_colour_of_sand_and_hides_what_is_far():
    calm, storm = palette_for(_order("wind")), palette_for(_order("wind", "sandstorm"))
    assert storm.air < 0.3 * calm.air
    assert storm.sky_top[0] > storm.sky_top[2] + 0.1 > calm.sky_top[0] - calm.sky_top[2]
    assert heavens.thickness(_order("wind", "sandstorm")) > heavens.thickness(_order("rain"))
    assert luma(palette_for(_order("rain", "downpour")).sky_low) < luma(palette_for(_order("rain", "drizzle")).sky_low)


def test_a_told_wind_carries_leaves_where_there_are_trees():
    assert motes.flying(_order("wind")) == ("leaves",)
    assert motes.flying(_order("wind", kind="sea")) == ()
    assert motes.flying(replace(_order("wind"), air=("petals",))) == ("petals",)


def test_boughs_before_the_lens_sway_in_the_wind_and_stone_does_not(theatre):
    swayed = {}
    for kind in ("forest", "street"):
        stage = theatre(kind=kind, weather="wind", size=Size.WIDE)
        wing = next(texture for texture in stage.textures if texture.name.startswith("wing"))
        camera = stage.camera(0)
        swayed[kind] = {stage._way_of(wing, camera, frame).bx for frame in range(0, 96, 4)}
    assert len(swayed["forest"]) > 1
    assert len(swayed["street"]) == 1
