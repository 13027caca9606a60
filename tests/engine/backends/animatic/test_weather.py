"""What falls is strewn evenly, smaller behind than before, comes in again above, and shows before a pale sky."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import skia

from engine.backends.animatic import weather
from engine.backends.animatic.palette import palette_for
from engine.backends.animatic.sets.shell import WALL
from engine.backends.animatic.stage import Player, SetOrder
from engine.backends.animatic.theatre import Theatre
from engine.film.rate import Raster
from engine.film.setup import Size

SIZE = (640, 360)
FALLS = [fall for sheets in (*weather.RAIN, *weather.SNOW) for fall in sheets]


def _order(kind: str = "rain", seed: int = 3) -> SetOrder:
    return SetOrder("mountains", "day", kind, seed)  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize("seed", [1, 77, 123_456_789])
@pytest.mark.parametrize("fall", FALLS)
def test_pieces_are_strewn_evenly_and_not_in_clumps(fall, seed):
    w, h = SIZE
    xs, ys = weather.places(fall, seed, SIZE, 0.0, (0.0, 0.0))
    apart = np.hypot(xs[:, None] - xs, ys[:, None] - ys)
    np.fill_diagonal(apart, np.inf)
    by_chance = 0.5 * np.sqrt(1.2 * w * 1.24 * h / fall.count)  # Clark and Evans 1954
    assert apart.min(axis=1).mean() > 1.2 * by_chance


def test_what_leaves_below_comes_in_again_above_and_nothing_leaves_the_room_around_the_picture():
    w, h = SIZE
    for seconds in (0.0, 1.3, 40.0):
        for fall in FALLS:
            xs, ys = weather.places(fall, 9, SIZE, seconds, (300.0, -80.0))
            for at, room, beyond in ((xs, w, 0.1), (ys, h, 0.12)):
                assert -beyond * room <= at.min()
                assert at.max() <= (1 + beyond) * room


@pytest.mark.parametrize("kind", ["rain", "storm", "snow"])
def test_the_near_pieces_are_larger_faster_and_fewer(kind):
    behind, before = (weather.sheets_of(_order(kind), near=near) for near in (False, True))
    assert max(f.size for f in behind) < min(f.size for f in before)
    assert max(f.speed for f in behind) < min(f.speed for f in before)
    assert sum(f.count for f in behind) > 2 * sum(f.count for f in before)


def test_a_storm_drives_more_drops_and_further_aside_than_rain():
    rain, storm = (weather.sheets_of(_order(kind), near=True)[0] for kind in ("rain", "storm"))
    assert storm.count > rain.count
    assert storm.drift > 2 * rain.drift


def test_snow_shows_on_white_paper_by_its_shadow():
    order = _order("snow")
    pixels = np.full((SIZE[1], SIZE[0], 4), 255, np.uint8)
    surface = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeN32Premul(*SIZE), pixels)
    weather.draw_before(surface.getCanvas(), order, palette_for(order), SIZE, 1.0, (0.0, 0.0))
    assert int(pixels[:, :, :3].min()) < 240


def test_the_same_moment_gives_the_same_pixels():
    order, pictures = _order("snow"), []
    for _ in range(2):
        pixels = np.zeros((SIZE[1], SIZE[0], 4), np.uint8)
        surface = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeN32Premul(*SIZE), pixels)
        weather.draw_behind(surface.getCanvas(), order, palette_for(order), SIZE, 2.5, (3.0, 1.0))
        pictures.append(pixels)
    assert np.array_equal(*pictures)
    assert pictures[0].any()


def test_it_snows_outside_the_window_of_a_wide_wall_and_not_on_the_wall(
    theatre: Callable[..., Theatre], stand: Callable[..., Player], monkeypatch: pytest.MonkeyPatch
):
    full, child = Raster(width=1280, height=720), stand(0.0, height=1.3)
    room = theatre(child, kind="kitchen", time="night", weather="snow", size=Size.MEDIUM, seed=3036341003, raster=full)
    assert sum(texture.name == WALL for texture in room.textures) > 1
    laid: list[object] = []
    monkeypatch.setattr(weather, "draw_behind", lambda *told: laid.append(told))
    room.picture(0)
    assert len(laid) == 1  # before the second piece it would lie on the first
