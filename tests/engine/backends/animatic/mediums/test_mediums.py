"""Every style draws every plane and player in its own way, alike each time, and leaves their outlines where they are."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import replace

import cv2
import numpy as np
import pytest
import skia
from numpy.typing import NDArray

from engine.assets import assets_folder
from engine.backends.animatic.camera import Camera
from engine.backends.animatic.light import Grade
from engine.backends.animatic.mediums import pigment
from engine.backends.animatic.mediums.hand import hand_for
from engine.backends.animatic.mediums.hide import MOTIFS, piercing
from engine.backends.animatic.mediums.medium import Cel, Plane
from engine.backends.animatic.mediums.pencil import hatching
from engine.backends.animatic.mediums.toning import toned
from engine.backends.animatic.palette import luma
from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.puppets.paper_cut import paper_is
from engine.backends.animatic.sheets import Sheet, Table, bake
from engine.backends.animatic.stage import Act, Beat, Player, Pose, SetOrder, Staging
from engine.backends.animatic.theatre import Theatre
from engine.film.rate import FILM, Raster
from engine.film.setup import Move, Size
from engine.film.style import STYLES, InkWash, StyleSheet, Toning, styles_in

SHIPPED = styles_in(assets_folder() / STYLES)
OTHERS = [name for name in SHIPPED if name != "paper"]
SMALL = Raster(width=480, height=270)
Stage = Callable[..., Theatre]


@pytest.fixture
def in_style(staging_of: Callable[..., Staging]) -> Stage:
    """Builds a small theatre in a style."""

    def build(style: str | StyleSheet, *players: Player, **how: object) -> Theatre:
        return Theatre(replace(staging_of(*players, **how), style=style), SMALL, FILM)

    return build


def floats(theatre: Theatre, frame: int = 0) -> NDArray[np.float64]:
    return theatre.picture(frame)[:, :, :3].astype(float)


def chroma(pixels: NDArray[np.float64]) -> NDArray[np.float64]:
    return pixels.max(axis=-1) - pixels.min(axis=-1)


def daub(colour: tuple[int, int, int] = (200, 60, 50), size: int = 160) -> NDArray[np.uint8]:
    """A disc of one colour (red, green, blue), premultiplied BGRA."""
    pixels = np.zeros((size, size, 4), np.uint8)
    canvas = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeN32Premul(size, size), pixels).getCanvas()
    canvas.drawCircle(size / 2, size / 2, size * 0.4, skia.Paint(AntiAlias=True, Color=skia.ColorSetRGB(*colour)))
    return pixels


UNLIT = Grade((1.0, 1.0, 1.0), (1.0, 1.0, 1.0), 0.0, (0.0, 0.0, 0.0))
CEL = Cel(80, 150, 1.0, 200.0, 0, soft=False, seed=3, grade=UNLIT)


@pytest.mark.parametrize("style", OTHERS)
def test_no_style_looks_like_another(in_style: Stage, style: str) -> None:
    here = floats(in_style(style))
    for other in SHIPPED:
        if other != style:
            assert np.abs(here - floats(in_style(other))).mean() > 12


@pytest.mark.parametrize("style", SHIPPED)
def test_a_frame_is_the_same_whatever_was_drawn_before(
    in_style: Stage, stand: Callable[..., Player], style: str
) -> None:
    walker = stand(-1.0, to=1.0)
    straight = in_style(style, walker, move=Move.TRUCK_RIGHT)
    for frame in (3, 40, 11):
        straight.picture(frame)
    assert (in_style(style, walker, move=Move.TRUCK_RIGHT).picture(20) == straight.picture(20)).all()


@pytest.mark.parametrize("style", OTHERS)
@pytest.mark.parametrize("soft", [False, True])
def test_a_medium_keeps_the_silhouette(style: str, soft: bool) -> None:
    """Masks, depth and clean plates are exact only if finishing a plane never moves its outline."""
    before = daub()
    after = hand_for(style).marks.figure(before.copy(), replace(CEL, soft=soft))
    assert (after[:, :, 3] == before[:, :, 3]).all()
    assert (after[:, :, :3].max(axis=2) <= after[:, :, 3]).all(), "not premultiplied"
    assert np.abs(after[60:100, 60:100, :3].astype(int) - before[60:100, 60:100, :3]).max() > 12


@pytest.mark.parametrize("style", OTHERS)
def test_no_shadow_falls_on_the_sheet_behind(in_style: Stage, stand: Callable[..., Player], style: str) -> None:
    theatre = in_style(style, stand(0.0))
    drawing, _ = theatre._drawn(theatre.staging.players[0], 0, theatre.camera(0))
    assert drawing is not None
    assert drawing.whole.width() == drawing.figure.width()


def _flat(z: float, tone: tuple[float, float, float], top: float = 2.0) -> Sheet:
    return Sheet(
        "flat", z, lambda knife, a, b: knife.rect(a - 1, -9, b - a + 2, 9 + top, tone, 0), top=top, bottom=-9, gap=0
    )


@pytest.mark.parametrize("style", SHIPPED)
def test_marks_move_with_their_sheet(style: str) -> None:
    """The same stretch of a sheet shows the same fibres, strokes and hatching wherever the camera has slid it."""
    hand = hand_for(style)
    palette = hand.palette(SetOrder("street", "day", "clear", 5))
    images = []
    for shift in (0.0, 40 / 270):
        camera = Camera(0, 0.5, -4, 1.7, shift_x=shift)
        flat = _flat(0.0, (0.45, 0.4, 0.35), top=9)
        texture = bake("x", [flat], Table(camera, 480, 270, 270), [camera], palette, hand.marks)[0]
        pixels = np.zeros((270, 480, 4), np.uint8)
        canvas = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeN32Premul(480, 270), pixels).getCanvas()
        canvas.drawImage(texture.image, texture.x, texture.y)
        images.append(pixels[:, :, :3].astype(int))
    a, b = images[0][100:180, 100:300], images[1][100:180, 140:340]
    assert a.std() > 0.5
    assert np.abs(a - b).mean() < 0.35 * np.abs(a - np.roll(a, 9, axis=1)).mean()


# Ink


def test_ink_has_few_colours_and_one_red(in_style: Stage, stand: Callable[..., Player]) -> None:
    red, green = (in_style("ink", stand(0.0, colour=c)) for c in (0xFFC0392B, 0xFF2E8B57))
    body = (slice(130, 190), slice(228, 252))
    assert chroma(floats(red))[body].mean() > 90
    assert chroma(floats(green))[body].mean() < 45
    assert chroma(floats(green)).mean() < 22


def test_ink_comes_in_five_tones() -> None:
    grey = np.repeat(np.linspace(0, 1, 501)[:, None], 3, axis=1)
    ink = SHIPPED["ink"].sets
    flat = toned(grey, ink.with_(steps=1.0, chroma=0.0)).mean(axis=1)
    slope = toned(grey, ink.with_(steps=0.0, chroma=0.0)).mean(axis=1)
    assert len(ink.ramp) == 5
    assert (np.abs(np.diff(flat)) < 1e-6).mean() > 0.5 > (np.abs(np.diff(slope)) < 1e-6).mean()


def test_a_wash_dissolves_below_its_upper_edge_and_further_off_more_so() -> None:
    def foot_and_ridge(z: float) -> tuple[float, float]:
        marks = hand_for("ink").marks
        palette = hand_for("ink").palette(SetOrder("mountains", "day", "clear", 5))
        pixels = np.zeros((400, 300, 4), np.uint8)
        pixels[60:] = (90, 90, 90, 255)
        marks.sheet(pixels, Plane(150, 350, 1.0, z, False, palette))
        return float(pixels[340:390, 50:250, 1].mean()), float(pixels[72:90, 50:250, 1].mean())

    foot, ridge = foot_and_ridge(40.0)
    assert foot > ridge + 40
    assert foot > foot_and_ridge(2.0)[0] + 15


def test_a_style_without_mist_has_none() -> None:
    style = SHIPPED["ink"].with_(name="dry", medium=InkWash(kind="ink", mist=0, pool=0))
    pixels = np.zeros((400, 300, 4), np.uint8)
    pixels[60:] = (90, 90, 90, 255)
    hand = hand_for(style)
    hand.marks.sheet(pixels, Plane(150, 350, 1.0, 40.0, False, hand.palette(SetOrder("sea", "day", "clear", 5))))
    assert abs(float(pixels[340:390, 50:250, 1].mean()) - float(pixels[90:140, 50:250, 1].mean())) < 28


# Pencil


def test_pencil_is_grey(in_style: Stage) -> None:
    assert chroma(floats(in_style("pencil"))).max() < 30


def test_the_darker_the_more_lead_and_strokes_cross_in_the_dark() -> None:
    tile = hatching(7).astype(int)
    covered = [(tile < dark).mean() for dark in range(0, 256, 16)]
    assert covered[0] == 0
    assert all(a <= b for a, b in itertools.pairwise(covered))
    assert covered[-1] > 0.7

    def directions(dark: int) -> float:
        """How evenly the strokes of a tone run both ways: 0 all one way."""
        drawn = (tile < dark).astype(np.float32)
        rising = np.abs(drawn[1:, 1:] - drawn[:-1, :-1]).mean()
        falling = np.abs(drawn[1:, :-1] - drawn[:-1, 1:]).mean()
        return float(min(rising, falling) / max(rising, falling))

    assert directions(230) > directions(110) + 0.1


def test_the_set_is_hatched_broader_and_gentler_than_a_player() -> None:
    """A player reads before its set, and what fills the frame is cheap to encode."""
    pencil, size = hand_for("pencil").marks, 400
    grey = SetOrder("street", "day", "clear", 1)
    plane = Plane(size / 2, size / 2, 1.0, 0.0, veil=False, palette=hand_for("pencil").palette(grey))
    behind = daub((70, 70, 70), size)
    pencil.sheet(behind, plane)
    before = pencil.figure(daub((70, 70, 70), size), CEL)

    def steps(pixels: NDArray[np.uint8]) -> float:
        """How much neighbours differ within the disc."""
        inner = pixels[120:280, 120:280, 1].astype(float)
        return float(np.abs(np.diff(inner, axis=1)).mean())

    assert steps(behind) < 0.6 * steps(before)
    assert steps(behind) > 1


def test_lines_are_drawn_anew_but_the_silhouette_stays(in_style: Stage, stand: Callable[..., Player]) -> None:
    theatre = in_style("pencil", stand(0.0))
    first, later = (theatre._drawn(theatre.staging.players[0], f, theatre.camera(f))[0] for f in (0, 4))
    assert first is not None
    assert later is not None
    a, b = first.figure.toarray().astype(int), later.figure.toarray().astype(int)
    assert (a[:, :, 3] == b[:, :, 3]).all()
    assert np.abs(a - b).max() > 15


def test_who_stands_still_in_cut_paper_does_not_boil(in_style: Stage, stand: Callable[..., Player]) -> None:
    theatre = in_style("paper", stand(0.0), kind="office")  # where nothing sways
    assert (theatre.picture(0) == theatre.picture(2)).all()


# Shadow play


def test_shadow_puppets_are_seen_in_profile(in_style: Stage, stand: Callable[..., Player]) -> None:
    turned = replace(stand(0.0), beats=(Beat(Act.STAND, -2, 9, 0, 0, -20),))
    for style, yaw in (("shadow", -86.0), ("paper", -20.0)):
        theatre = in_style(style, turned)
        assert theatre._placed(theatre.staging.players[0], 0.0, theatre.camera(0)).pose.yaw == yaw
        assert theatre.staging.players[0].beats[0].yaw == yaw


def test_the_screen_is_lit_in_the_middle_and_dark_round_it(in_style: Stage, stand: Callable[..., Player]) -> None:
    picture = floats(in_style("shadow", stand(0.0), size=Size.WIDE)).mean(axis=2)
    assert picture[:2].mean() < 0.35 * picture[60:120, 140:340].mean()
    assert picture[:, :2].mean() < 0.35 * picture[60:120, 140:340].mean()
    r, b = (in_style("shadow").picture(0)[60:120, 140:340, c].mean() for c in (2, 0))
    assert r > b + 60, "the cloth is warm"


@pytest.mark.parametrize(
    ("colour", "motif"), [((200, 50, 40), "plum"), ((50, 90, 190), "scales"), ((40, 40, 44), "rice")]
)
def test_wide_pieces_are_pierced_in_a_pattern_for_their_dye(colour: tuple[int, int, int], motif: str) -> None:
    hide = SHIPPED["shadow"].medium
    plain = SHIPPED["shadow"].with_(name="plain", medium=hide.with_(pierce=0.0))
    whole, pierced = (hand_for(s).marks.figure(daub(colour), CEL).astype(int) for s in (plain, "shadow"))
    holes = (pierced - whole)[:, :, :3].sum(axis=2) > 60
    assert 0.05 < holes[40:120, 40:120].mean() < 0.6
    pattern = pigment.tiled(piercing(motif, round(0.062 * CEL.scale)), (160, 160), CEL.x, CEL.y) > 128
    inner = (slice(55, 105), slice(55, 105))
    assert np.corrcoef(holes[inner].ravel(), pattern[inner].ravel())[0, 1] > 0.8


def test_small_puppets_are_not_riddled() -> None:
    small = replace(CEL, scale=60.0)
    plain = SHIPPED["shadow"].with_(name="plain", medium=SHIPPED["shadow"].medium.with_(pierce=0.0))
    assert (hand_for("shadow").marks.figure(daub(), small) == hand_for(plain).marks.figure(daub(), small)).all()


def test_set_pieces_are_pierced_but_not_the_ground_nor_the_sky() -> None:
    marks = hand_for("shadow").marks
    palette = hand_for("shadow").palette(SetOrder("street", "day", "clear", 5))

    def rough(z: float, *, is_ground: bool = False, veil: bool = False) -> float:
        pixels = np.full((300, 300, 4), (50, 60, 70, 255), np.uint8)
        marks.sheet(pixels, Plane(150, 290, 1.0, z, veil, palette, is_ground))
        return float(pixels[40:260, 40:260, 1].std())

    bare = rough(8.0, is_ground=True)
    assert rough(8.0) > 3 * bare
    assert rough(300.0) < 1.5 * bare
    assert rough(60.0) < rough(8.0)


def test_every_motif_repeats_without_a_seam() -> None:
    for motif in MOTIFS:
        tile = piercing(motif, 12).astype(int)
        assert (tile[:12, :12] == tile[12:24, 12:24]).all()
        assert 0.04 < (tile > 128).mean() < 0.6


# A style of one's own


def test_a_ramp_makes_a_sepia_film_of_cut_paper(in_style: Stage) -> None:
    ramp = Toning(ramp=("#2a1a0e", "#e8d4a8"))
    sepia = floats(in_style(StyleSheet(name="sepia", sets=ramp, figures=ramp)))
    assert (sepia[:, :, 2] >= sepia[:, :, 0]).mean() > 0.98
    assert chroma(floats(in_style("paper"))).std() > 1.5 * chroma(sepia).std()


def test_a_styles_own_palette_is_used_for_its_place_and_hour(in_style: Stage) -> None:
    hues = dict.fromkeys(("sky_top", "sky_low", "far", "near", "ground", "accent", "light"), "#20c040")
    style = StyleSheet.model_validate({"name": "green", "palettes": {"sea": {"day": hues}}})
    sea, dusk, street = (
        hand_for(style).palette(SetOrder(kind, time, "clear", 5))  # pyright: ignore[reportArgumentType]
        for kind, time in (("sea", "day"), ("sea", "dusk"), ("street", "day"))
    )
    assert sea.sky_top == sea.near == pytest.approx((0x20 / 255, 0xC0 / 255, 0x40 / 255))
    assert dusk == hand_for("paper").palette(SetOrder("sea", "dusk", "clear", 5))
    assert street == hand_for("paper").palette(SetOrder("street", "day", "clear", 5))


@pytest.mark.parametrize("style", OTHERS)
def test_rain_and_snow_are_seen_in_every_style(in_style: Stage, stand: Callable[..., Player], style: str) -> None:
    for weather in ("rain", "snow"):
        theatre = in_style(style, stand(0.0), weather=weather, size=Size.WIDE)
        moved = np.abs(floats(theatre, 0) - floats(theatre, 6)).max(axis=2)
        assert (moved > 24).mean() > 0.002


@pytest.mark.parametrize("style", OTHERS)
def test_night_is_darker_than_day_in_every_style(in_style: Stage, style: str) -> None:
    day, night = (floats(in_style(style, time=time, size=Size.WIDE)).mean() for time in ("day", "night"))
    assert night < 0.9 * day


def test_noise_repeats_without_a_seam_and_tiles_turn_with_their_pin() -> None:
    tile = pigment.noise(5, 8, 60)
    inside = np.abs(np.diff(tile, axis=0)).mean()
    assert np.abs(tile[0] - tile[-1]).mean() < 2 * inside
    a = pigment.tiled(tile, (300, 700), 0, 0)
    b = pigment.tiled(tile, (300, 700), 31, 17)
    assert (a[:200, :600] == b[17:217, 31:631]).all()


def test_a_look_up_is_the_function_to_within_a_cell() -> None:
    table = pigment.colour_table(lambda colours: 1 - colours)
    pixels = np.random.default_rng(3).integers(0, 256, (40, 50, 4), np.uint8)
    assert (
        np.abs(pigment.recolour(pixels, table)[:, :, :3].astype(int) - (255 - pixels[:, :, :3].astype(int))).max() <= 3
    )


def test_edges_are_where_colour_changes_and_nowhere_else() -> None:
    lines = pigment.edges(daub())
    assert lines[80, 80] == 0
    assert lines[:, 80].max() > 100
    assert cv2.countNonZero(lines) < 0.1 * lines.size


@pytest.mark.parametrize("style", OTHERS)
def test_a_halo_is_left_behind_players_and_is_no_part_of_them(
    in_style: Stage, stand: Callable[..., Player], style: str
) -> None:
    bare = SHIPPED[style].with_(name="bare", lighting=SHIPPED[style].lighting.with_(halo=None))
    drawings = []
    for sheet in (SHIPPED[style], bare):
        theatre = in_style(sheet, stand(0.0))
        drawing, _ = theatre._drawn(theatre.staging.players[0], 0, theatre.camera(0))
        assert drawing is not None
        drawings.append(drawing)
        figure = drawing.figure.toarray()[:, :, 3].astype(int)
        around = drawing.whole.toarray()[: figure.shape[0], : figure.shape[1], 3].astype(int)
        rim = (figure == 0) & (around > 20)
        assert rim.any() == (sheet is not bare)
        assert (around[figure == 255] == 255).all()
    shapes = [np.count_nonzero(drawing.figure.toarray()[:, :, 3]) for drawing in drawings]
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("air", ["leaves", "petals"])
def test_leaves_and_petals_take_the_styles_colours(staging_of: Callable[..., Staging], air: str) -> None:
    """A pencil leaf is grey, however red an autumn is."""

    def most(style: str) -> float:
        staging = staging_of(kind="street", size=Size.WIDE)
        falling = replace(staging, scenery=replace(staging.scenery, air=(air,)), style=style, players=())  # pyright: ignore[reportArgumentType]
        blown = Theatre(falling, SMALL, FILM).picture(30)[:, :, :3].astype(float)
        still = Theatre(replace(falling, scenery=staging.scenery), SMALL, FILM).picture(30)[:, :, :3].astype(float)
        moved = np.abs(blown - still).max(axis=2) > 24
        assert moved.any()
        return float(chroma(blown)[moved].max())

    assert most("paper") > 70
    assert most("pencil") < 45


def test_puppets_are_cut_from_smooth_paper_where_the_medium_has_a_grain_of_its_own() -> None:
    iris = puppet_for("IRIS", "a young woman, 28", "red coat", 5)
    drawn = []
    for smooth in (False, True, False):
        pixels = np.zeros((600, 300, 4), np.uint8)
        canvas = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeN32Premul(300, 600), pixels).getCanvas()
        canvas.translate(150, 590)
        canvas.scale(320, 320)
        with paper_is(smooth=smooth):
            iris.draw(canvas, Pose())
        drawn.append(pixels)
    colours = [len(np.unique(pixels.reshape(-1, 4), axis=0)) for pixels in drawn]
    assert colours[1] < 0.9 * colours[0]
    assert (drawn[0] == drawn[2]).all()


def test_an_hour_of_ones_own_may_stand_for_all() -> None:
    """The moon's sky is black at noon, in every style."""
    for style in OTHERS:
        moon, street = (hand_for(style).palette(SetOrder(kind, "day", "clear", 5)) for kind in ("moon", "street"))
        assert luma(moon.sky_top) < 0.4 * luma(street.sky_top)


def test_the_pencil_takes_a_light_into_its_tones_as_paint_takes_it() -> None:
    tones = pigment.tones_of(None)
    pixels = np.zeros((1, 3, 4), np.uint8)
    pixels[0, :, :3] = (200, 40, 90), (10, 220, 160), (128, 128, 128)
    gel, air, haze = (0.9, 0.8, 0.6), (0.2, 0.4, 0.9), 0.25
    painted = pixels[:, :, 2::-1] / 255 * gel * (1 - haze) + np.array(air) * haze
    expected = painted @ (0.299, 0.587, 0.114) * 255
    np.testing.assert_allclose(pigment.toned(pixels, pigment.lit_tones(tones, gel, air, haze)), expected, atol=4)


def test_a_shaking_hand_moves_pixels_alike_however_large_the_drawing_is() -> None:
    drawing = np.random.default_rng(4).integers(0, 255, (700, 90), np.uint8)
    for x, y in ((0.0, 0.0), (300.0, 411.0), (-37.0, 5.0)):
        tall = pigment.Ground((700, 90), x, y, 1.0).shaken(drawing, 2.0, 16, 81)
        short = pigment.Ground((400, 90), x, y, 1.0).shaken(drawing[:400], 2.0, 16, 81)
        np.testing.assert_array_equal(tall[:380], short[:380])
