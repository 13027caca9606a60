"""What a model is asked to draw: sizes and lengths of its own grid, and how they become the film's, said in one line."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.assets import assets_folder
from engine.errors import Unsupported
from engine.film.rate import FILM, NTSC, Raster
from engine.plan.capabilities import ModelManifest, load_manifest
from engine.plan.native import Pass, longest_shot, mapped, native_frames, native_pass, native_size, needed, slowed
from engine.plan.orders import ShotOrder, canonical, key_of

MODELS = assets_folder() / "models"
HD = Raster()
VIDEO = (
    "wan2.1-t2v-1.3b",
    "wan2.2-ti2v-5b",
    "wan2.1-vace-14b",
    "ltx-video-0.9.8-distilled",
    "ltx-2",
    "cogvideox-2b",
    "hunyuanvideo-1.5",
)


def manifest(name: str) -> ModelManifest:
    return load_manifest(MODELS, name)


def order(frames: int, raster: Raster = HD, **more: object) -> ShotOrder:
    told = {"engine": "x", "style": "paper", "language": "en", "raster": raster, "rate": FILM, "frames": frames, **more}
    return ShotOrder.model_validate(told)


@pytest.mark.parametrize(
    ("name", "raster", "size"),
    [
        ("wan2.2-ti2v-5b", Raster(), (1280, 704)),  # its own raster: the film's shape within a crop of 2%
        ("wan2.1-t2v-1.3b", Raster(width=1920, height=1080), (832, 480)),
        ("wan2.1-t2v-1.3b", Raster(width=720, height=1280), (480, 832)),  # upright
        ("wan2.1-t2v-1.3b", Raster(width=1024, height=1024), (640, 640)),
        ("ltx-2", Raster(width=256, height=144), (256, 128)),  # a small film is drawn small
        ("wan2.2-ti2v-5b", Raster(width=64, height=64), (64, 64)),
    ],
)
def test_a_raster_is_the_films_shape_on_the_models_grid(name: str, raster: Raster, size: tuple[int, int]) -> None:
    assert native_size(raster, manifest(name)) == size


@given(
    name=st.sampled_from(VIDEO),
    width=st.integers(32, 2048).map(lambda half: 2 * half),
    height=st.integers(32, 2048).map(lambda half: 2 * half),
)
def test_any_film_gets_edges_of_the_grid_and_never_more_than_the_model_knows(
    name: str, width: int, height: int
) -> None:
    model = manifest(name)
    assert model.native is not None
    wide, high = native_size(Raster(width=width, height=height), model)
    many = model.native.multiple
    assert wide % many == 0
    assert high % many == 0
    assert min(wide, high) >= many
    own = model.native.width * model.native.height
    assert wide * high <= 1.03 * own or min(wide, high) == many


@given(
    name=st.sampled_from(VIDEO),
    length=st.integers(1, 400),
    rate=st.sampled_from([FILM, NTSC, Fraction(25), Fraction(30)]),
)
def test_pictures_are_of_the_grid_and_reach_the_last_frame(name: str, length: int, rate: Fraction) -> None:
    model = manifest(name)
    assert model.native is not None
    assert model.frame_grid is not None
    step, first = model.frame_grid
    frames = needed(length, rate, model)
    assert frames % step == first
    last = (length - 1) * model.native.rate / rate
    assert frames - 1 >= last
    assert frames - step - 1 < last or frames == first


def test_the_longest_shot_is_the_last_that_is_drawn() -> None:
    model = manifest("wan2.1-t2v-1.3b")
    longest = longest_shot(FILM, model)
    assert longest == 121
    assert native_frames(longest, FILM, model) == 81
    with pytest.raises(
        Unsupported, match=r"at most 121 frames of this film at once \(5\.0 s\); the shot has 122"
    ) as told:
        native_frames(longest + 1, FILM, model)
    assert "split" in told.value.action


def test_a_line_says_how_the_pictures_become_the_films() -> None:
    same = mapped(order(121, Raster(width=1280, height=704)), manifest("wan2.2-ti2v-5b"))
    assert same == "121 pictures of 1280x704 at 24 a second; each is one of the film's; the film's own raster"
    other = mapped(order(48), manifest("wan2.1-t2v-1.3b"))
    assert other == (
        "33 pictures of 832x480 at 16 a second; the film's 24 a second are moved along the motion between them; "
        "cropped 3% top and bottom, scaled to 1280x720"
    )
    assert "the nearest one" in mapped(order(48, between="nearest"), manifest("wan2.1-t2v-1.3b"))


def test_a_shot_that_is_too_long_may_be_slowed_down_by_choice() -> None:
    model = manifest("wan2.1-t2v-1.3b")
    long = order(241)
    with pytest.raises(Unsupported, match="--overlong stretch"):
        native_pass(long, model)
    stretched = long.with_(overlong="stretch")
    assert native_pass(stretched, model) == Pass(81, Fraction(8))  # 80 steps over the ten seconds of the film's 240
    assert slowed(stretched, model) == 0.5
    assert mapped(stretched, model).startswith("81 pictures of 832x480 at 16 a second, slowed to 8 a second; ")
    short = order(49, overlong="stretch")
    assert native_pass(short, model) == Pass(33, Fraction(16))
    assert slowed(short, model) == 1


def test_of_a_model_of_stills_one_picture_is_held() -> None:
    klein = manifest("flux.2-klein-4b")
    assert needed(500, FILM, klein) == 1
    assert native_pass(order(500), klein).frames == 1
    assert mapped(order(500), klein) == "one picture of 1280x720, held; the film's own raster"


def test_an_engine_without_a_raster_of_its_own_is_not_asked_for_one() -> None:
    with pytest.raises(Unsupported, match="own raster"):
        native_size(Raster(), manifest("animatic"))


def test_what_an_order_leaves_as_usual_is_no_part_of_its_key() -> None:
    plain = order(24)
    assert b"control" not in canonical(plain)
    changed = {
        key_of(plain.with_(**{name: value}))
        for name, value in (("control", "depth"), ("between", "blend"), ("finish", "draft"))
    }
    assert len(changed | {key_of(plain)}) == 4
