"""Every set in every light and weather: planes enough, alike for one seed, different for two, dark at night."""

from __future__ import annotations

import itertools
from functools import cache
from typing import get_args

import cv2
import numpy as np
import pytest
import skia

from engine.backends.animatic.camera import Camera
from engine.backends.animatic.mediums.hand import hand_for
from engine.backends.animatic.palette import Palette, luma, palette_for
from engine.backends.animatic.paper import Knife
from engine.backends.animatic.sets import parts, sea
from engine.backends.animatic.sets.sea import is_afloat
from engine.backends.animatic.sets.shelf import SHELF, scenery_for
from engine.backends.animatic.sheets import Sheet, Table, bake, gather
from engine.backends.animatic.stage import INDOORS, SHELTERED, SetKind, SetOrder
from engine.backends.animatic.weather import beyond
from engine.film.setup import Angle, Size
from engine.film.shots import TimeOfDay, Weather

KINDS = get_args(SetKind)
TIMES = get_args(TimeOfDay)
WEATHERS = get_args(Weather)


def _order(kind="street", time="day", weather="clear", seed=3, words="", sign="") -> SetOrder:
    return SetOrder(kind, time, weather, seed, words, sign)


@pytest.fixture(scope="module")
def wide(built):
    """The first two pictures of a set in a wide shot, int (2, 270, 480, 4); those many tests look at are painted once."""

    def painted(kind: str, weather: str) -> np.ndarray:
        stage = built(kind=kind, weather=weather, size=Size.WIDE)
        return np.stack([stage.picture(0), stage.picture(1)])

    kept = cache(painted)

    def look(kind: str, weather: str = "clear") -> np.ndarray:
        return (kept if weather in ("clear", "snow") else painted)(kind, weather).astype(int)

    yield look
    kept.cache_clear()


def test_every_kind_is_on_the_shelf():
    assert set(SHELF) == set(KINDS)


@pytest.mark.parametrize(
    ("kind", "words"), [*((kind, "") for kind in KINDS), ("night sky", "the moon"), ("sea", "the deck")]
)
def test_a_set_has_a_sky_and_four_or_more_planes_besides_the_ground(kind, words):
    order = _order(kind, words=words)
    sheets = scenery_for(kind).sheets(order, palette_for(order))
    depths = {s.z for s in sheets if not s.joins and not s.veil}
    assert max(depths) >= 280, "a sky"
    assert len([z for z in depths if z < 280]) >= 4
    assert len([s for s in sheets if s.joins]) >= 6, "ground in strips"


def test_the_moon_is_dust_under_a_black_sky_and_mars_is_red(theatre):
    grey, red = (
        theatre(kind="night sky", time="night", size=Size.WIDE, words=words).picture(0)[:, :, :3].astype(float)
        for words in ("the moon", "mars")
    )
    top, foot = grey[: len(grey) // 5], grey[-len(grey) // 8 :]
    assert top.mean() < 0.6 * foot.mean()
    assert np.ptp(foot.mean(axis=(0, 1))) < 30, "no meadow"
    blue, _, rust = red[-len(red) // 8 :].mean(axis=(0, 1))
    assert rust > 1.3 * blue


@pytest.mark.parametrize("kind", [k for k in KINDS if k != "moon"])
def test_the_four_hours_look_different_and_night_is_dark_and_blue(theatre, wide, kind):
    pictures = {
        time: wide(kind)[0, :, :, :3]
        if time == "day"
        else theatre(kind=kind, time=time, size=Size.WIDE).picture(0)[:, :, :3].astype(int)
        for time in TIMES
    }
    for a, b in itertools.combinations(TIMES, 2):
        assert np.abs(pictures[a] - pictures[b]).mean() > (3 if kind in SHELTERED else 6)
    assert pictures["night"].mean() < 0.7 * pictures["day"].mean()
    assert pictures["night"].mean() > 20, "night is blue, not black"
    if kind not in INDOORS:
        blue, _, red = pictures["night"].mean(axis=(0, 1))
        assert blue > 1.15 * red


RUN_PAST = ("train", "car", "spaceship")


@pytest.mark.parametrize("kind", [k for k in KINDS if k not in RUN_PAST])
@pytest.mark.parametrize("weather", WEATHERS)
def test_weather_is_seen_outdoors_and_through_windows_but_stays_out_of_rooms(wide, kind, weather):
    moved = np.abs(np.subtract(*wide(kind, weather))).max(axis=2)
    falls = weather in ("rain", "snow", "storm", "wind") and kind not in SHELTERED
    if kind in INDOORS:
        assert (moved[200:] < 20).all(), "no rain on the floor"
        wet = beyond(_order(kind, weather=weather)) is not None and kind in ("room", "living room", "office", "bedroom")
        assert not wet or moved.max() > 12
    else:
        assert (moved.max() > 20) == falls


@pytest.mark.parametrize("kind", RUN_PAST)
def test_land_or_stars_pass_by_and_come_round_again(theatre, kind):
    stage = theatre(kind=kind, size=Size.WIDE)
    drifts = {texture.drift for texture in stage.textures if texture.drift}
    assert drifts
    assert np.abs(stage.picture(0).astype(int) - stage.picture(6)).max() > 20
    for drift in drifts:
        assert drift.gone(drift.period / drift.speed) == pytest.approx(0, abs=1e-6) or drift.gone(
            drift.period / drift.speed
        ) == pytest.approx(drift.period)
    assert (theatre(kind=kind, size=Size.WIDE).picture(6) == stage.picture(6)).all(), "whatever was drawn before"


def test_a_parked_car_stands_still(theatre):
    stage = theatre(kind="car", words="the parked car", size=Size.WIDE)
    assert np.abs(stage.picture(0).astype(int) - stage.picture(1)).max() < 20


@pytest.mark.parametrize("kind", [k for k in KINDS if k not in SHELTERED and k != "snowfield"])
def test_snow_lies_on_the_ground(wide, kind):
    foot = {weather: wide(kind, weather)[0, 215:, 150:330, :3].mean() for weather in ("clear", "snow")}
    assert foot["snow"] > foot["clear"] + 15


@pytest.mark.parametrize("kind", KINDS)
def test_two_seeds_are_two_places_and_one_seed_is_one(theatre, wide, kind):
    a = wide(kind)[0]  # of seed 11
    again, b, c = (theatre(kind=kind, seed=seed, size=Size.WIDE).picture(0).astype(int) for seed in (11, 5, 7))
    assert (a == again).all()
    assert np.abs(a - b).mean() + np.abs(a - c).mean() > 5


@pytest.mark.parametrize("kind", KINDS)
def test_a_plan_is_no_elevation(theatre, wide, kind):
    level = wide(kind)[0]
    above = theatre(kind=kind, size=Size.WIDE, angle=Angle.BIRDS_EYE).picture(0).astype(int)
    assert np.abs(level - above).mean() > 10
    assert above[:, :, :3].std() > 4


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("forest", "竹林"),
        ("forest", "autumn wood"),
        ("sea", "a boat on the lake"),
        ("mountains", "寺"),
        ("night sky", "rooftop"),
        ("room", "library"),
    ],
)
def test_words_dress_the_set(theatre, wide, kind, words):
    dressed = theatre(kind=kind, size=Size.WIDE, words=words).picture(0).astype(int)
    assert np.abs(wide(kind)[0] - dressed).mean() > 0.6


@pytest.mark.parametrize("kind", KINDS)
def test_a_sign_hangs_lettered_where_the_players_do_not_hide_it(theatre, wide, kind):
    signed = theatre(kind=kind, size=Size.WIDE, sign="月球基地").picture(0).astype(int)
    other = theatre(kind=kind, size=Size.WIDE, sign="火星基地").picture(0).astype(int)
    assert np.abs(wide(kind)[0] - signed).max(axis=2).astype(bool).sum() > 1000
    assert (np.abs(signed - other).max(axis=2) > 25).sum() > 20, "the letters differ, so they are drawn and not boxes"


@pytest.mark.parametrize("kind", KINDS)
def test_distance_takes_contrast_away(kind):
    palette = palette_for(_order(kind))
    near, far = palette.at(palette.near, 2), palette.at(palette.near, 120)
    assert abs(luma(far) - luma(palette.sky_low)) < 0.5 * abs(luma(near) - luma(palette.sky_low)) + 1e-6


def test_subjects_stand_out_from_every_ground(theatre):
    """Value first: around the doll, the frame differs from the doll."""
    for kind in KINDS:
        for time in ("day", "night"):
            stage = theatre(kind=kind, time=time)
            picture, mask = stage.picture(0)[:, :, :3].astype(float), stage.mask("Ann", 0)
            ring = (cv2.dilate(mask.astype(np.uint8), np.ones((31, 31))) > 0) & ~mask
            assert np.abs(picture[mask].mean(axis=0) - picture[ring].mean(axis=0)).max() > 18, (kind, time)


def _flat(name, z, colour=(0.5, 0.2, 0.2), top=1.0):
    def paint(knife, x0, x1):
        knife.rect(x0, 0, x1 - x0, top, colour, 0)

    return Sheet(name, z, paint, top=top, bottom=0)


def test_planes_that_do_not_move_against_each_other_are_pressed_together():
    table = Table(Camera(0, 1, -4, 1.7), 480, 270, 270)
    sheets = [_flat(str(z), z) for z in (30.0, 8.0, 0.5)]
    pans = [Camera(0, 1, -4, 1.7, shift_x=k * 0.1) for k in range(5)]
    assert len(gather(sheets, table, pans, 4)) == 1
    trucks = [Camera(k * 0.2, 1, -4, 1.7) for k in range(5)]
    assert len(gather(sheets, table, trucks, 4)) == 3
    assert len(gather(sheets, table, trucks, 2)) == 2


def test_grain_moves_with_its_sheet():
    """The same stretch of a sheet shows the same fibres wherever the camera has slid it."""
    palette: Palette = palette_for(_order())
    still = Camera(0, 0.5, -4, 1.7)
    moved = Camera(0, 0.5, -4, 1.7, shift_x=40 / 270)
    images = []
    for camera in (still, moved):
        texture = bake(
            "x", [_flat("x", 0.0)], Table(camera, 480, 270, 270), [camera], palette, hand_for("paper").marks
        )[0]
        pixels = np.zeros((270, 480, 4), np.uint8)
        canvas = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeN32Premul(480, 270), pixels).getCanvas()
        canvas.drawImage(texture.image, texture.x, texture.y)
        images.append(pixels[:, :, :3].astype(int))
    a, b = images[0][100:180, 100:300], images[1][100:180, 140:340]
    assert a.std() > 1
    assert np.abs(a - b).mean() < 0.6 < np.abs(a - images[1][100:180, 100:300]).mean()


def _drawn_on(paint, width=400, height=300, x0=-4.0, x1=4.0, low=-1.0) -> np.ndarray:
    """What a painter lays on nothing: (height, width, 4) BGRA, premultiplied, world x0 to x1 across, `low` at the foot."""
    pixels = np.zeros((height, width, 4), np.uint8)
    canvas = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeN32Premul(width, height), pixels).getCanvas()
    scale = width / (x1 - x0)
    canvas.translate(-x0 * scale, height + low * scale)
    canvas.scale(scale, -scale)
    paint(Knife(canvas, 1 / scale, (0.1, 0.1, 0.2)), x0, x1)
    return pixels


def test_a_lamp_hangs_from_a_joist_and_not_from_the_air():
    order = _order("room", "night")
    sheet = next(s for s in scenery_for("room").sheets(order, palette_for(order)) if s.name == "lamps")
    pixels = _drawn_on(sheet.paint, 400, 300)
    joist = pixels[300 - round((4.15 + 0.1 + 1) * 50), :, 3]
    assert (joist == 255).all()


def test_the_lighthouse_beam_fades_before_it_ends():
    order = _order("sea", "night")
    pixels = _drawn_on(lambda k, a, b: sea.beam(k, -20, 5, 46, palette_for(order)), 600, 200, -25, 35, -2)
    light = pixels[:, :, 3].max(axis=0).astype(int)
    assert light[60] > 30
    assert light[500] < 6
    assert np.abs(np.diff(light[60:])).max() < 8, "no hard edge"


@pytest.mark.parametrize("weather", ["clear", "snow"])
@pytest.mark.parametrize("time", TIMES)
def test_the_cliff_shows_before_the_sky_so_that_no_lighthouse_floats(time, weather):
    order = _order("sea", time, weather)
    palette = palette_for(order)
    sheet = next(s for s in scenery_for("sea").sheets(order, palette) if s.name == "headland")
    pixels = _drawn_on(sheet.paint, 600, 200, -90, 90, -2)
    foot = pixels[190:196][pixels[190:196, :, 3] == 255][:, 2::-1].mean(axis=0) / 255
    assert np.abs(foot - np.array(palette.sky_low)).max() > 0.12


@pytest.mark.parametrize("weather", ["clear", "snow"])
def test_grass_or_snow_lies_round_the_foot_of_a_trunk(weather):
    palette = palette_for(_order("mountains", "day", weather))
    pixels = _drawn_on(lambda k, a, b: parts.foot(k, 0.0, 0.25, palette, 2.0, 3), 400, 200, -1, 1, -0.5)
    columns = np.flatnonzero(pixels[:, :, 3].any(axis=0))
    assert columns[0] < 150
    assert columns[-1] > 250


class _Recorder(Knife):
    """Keeps the boxes of what is cut, in world units (top is the lower edge)."""

    def __init__(self) -> None:
        super().__init__(skia.Surface(8, 8).getCanvas(), 1.0, (0, 0, 0))
        self.boxes: list[skia.Rect] = []

    def cut(self, path, colour, lift=1.0) -> None:
        self.boxes.append(path.getBounds())


def test_no_far_cloud_shows_only_its_foot_under_a_near_one():
    clouds = 0
    for seed in range(80):
        order, knife = _order("mountains", "day", "snow", seed), _Recorder()
        parts._clouds(knife, -150, 150, order, palette_for(order), 1.0, None)
        clouds += len(knife.boxes)
        for far, near in itertools.combinations(knife.boxes, 2):
            covered = near.left() < far.left() and near.right() > far.right() and near.bottom() > far.bottom()
            assert not (covered and 0 < near.top() - far.top() < 0.5 * far.height()), (
                f"a plank under a cloud with seed {seed}"
            )
    assert clouds > 300


def test_one_stands_on_the_planks_of_a_ship_and_not_in_the_water():
    ship, boat = (_order("sea", words=words) for words in ("pirate ship - deck", "a rowing boat"))
    assert is_afloat(boat)
    assert not is_afloat(ship)
    assert "rail" in {sheet.name for sheet in scenery_for("sea").sheets(ship, palette_for(ship))}
