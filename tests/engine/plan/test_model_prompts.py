"""What each family is told of a shot, in English and Chinese: every part once, a look in the same words every time."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest

from engine.assets import assets_folder
from engine.film.rate import FILM, Raster
from engine.film.setup import Angle, Move, Setup, Size
from engine.film.shots import TimeOfDay, Weather
from engine.film.style import StyleSheet
from engine.plan.air import Air
from engine.plan.capabilities import Family, ModelManifest, load_manifest
from engine.plan.orders import LineOrder, PlaceOrder, PropOrder, ShotOrder, SubjectOrder
from engine.plan.period import Period
from engine.plan.prompts import prompt_for, unread, words_in

MODELS = assets_folder() / "models"
FAMILIES = {
    "wan": "wan2.2-ti2v-5b",
    "wan-vace": "wan2.1-vace-14b",
    "ltx": "ltx-video-0.9.8-distilled",
    "ltx2": "ltx-2",
    "cogvideox": "cogvideox-2b",
    "hunyuan15": "hunyuanvideo-1.5",
    "flux2": "flux.2-klein-4b",
    "qwen-edit": "qwen-image-edit-plus",
}
STILLS = {"flux2", "qwen-edit"}


def manifest(family: str) -> ModelManifest:
    return load_manifest(MODELS, FAMILIES[family])


IVY = SubjectOrder(
    name="IVY",
    description="8, a small girl",
    look="a yellow raincoat, red boots",
    look_seed=1,
    side=-1,
    references=("a" * 64,),
)
WALTER = SubjectOrder(name="WALTER", description="a tall thin postman", look="in a blue coat", look_seed=2, side=1)
POST = ShotOrder(
    engine="x", style="ink", language="en", raster=Raster(), rate=FILM, frames=96,
    action="WALTER looks down at IVY.", setup=Setup(size=Size.MEDIUM_CLOSE, angle=Angle.LOW, lens=35, move=Move.PUSH_IN),
    place=PlaceOrder(name="STREET", interior=False), time_of_day="dusk", weather="rain", air=("petals",),
    cast=(IVY, WALTER), props=(PropOrder(name="red postbox"),),
    lines=(LineOrder(speaker="WALTER", text="The post has gone!", frames=48),),
)  # fmt: skip
MONK = ShotOrder(
    engine="x", style="ink", language="zh", raster=Raster(), rate=FILM, frames=96, action="小和尚捂着嘴大笑。",
    setup=Setup(size=Size.CLOSE, move=Move.PAN_LEFT), place=PlaceOrder(name="大殿", interior=True), time_of_day="night",
    cast=(SubjectOrder(name="小和尚", description="8岁，光头", look="穿黄色僧袍", look_seed=3),),
    lines=(LineOrder(speaker="小和尚", text="骗人！", frames=24),),
)  # fmt: skip


def test_every_family_has_a_template() -> None:
    assert set(FAMILIES) == set(get_args(Family))


@pytest.mark.parametrize("family", FAMILIES)
def test_each_family_is_told_the_whole_shot_in_english(family: str) -> None:
    told = prompt_for(POST, manifest(family))
    assert told.language == "en"
    for part in (
        "Ivy is 8 years old, a small girl, wearing a yellow raincoat, red boots, on the left of the frame",
        "Walter is a tall thin postman, in a blue coat, on the right of the frame",
        "Walter looks down at Ivy",
        "edium close shot, low angle, looking up, 35 mm lens",
        "utdoors, street",
        "warm light of dusk, rain, falling petals",
        "Also seen: red postbox",
        "nk wash animation",
    ):
        assert told.text.count(part) == 1, (part, told.text)
    assert ("pushes in" in told.text) is (family not in STILLS)
    assert told.text.endswith(".")
    assert ".." not in told.text


@pytest.mark.parametrize("family", FAMILIES)
def test_each_family_is_told_a_chinese_shot_in_the_language_it_reads(family: str) -> None:
    model = manifest(family)
    told = prompt_for(MONK, model)
    assert "小和尚捂着嘴大笑" in told.text
    if "zh" in model.reads:
        assert told.language == "zh"
        for part in ("小和尚：8岁，光头，穿黄色僧袍", "近景", "室内，大殿", "夜晚的灯光", "水墨动画"):
            assert told.text.count(part) == 1, (part, told.text)
        assert told.text.endswith("。")
        assert not unread(MONK, model)
    else:
        assert told.language == "en"
        assert "Close shot" in told.text
        assert "lamplight at night" in told.text
        assert unread(MONK, model)
    assert not unread(POST, model)


def test_a_model_with_sound_is_told_the_line_and_one_without_who_speaks() -> None:
    assert 'Walter says: "The post has gone!"' in prompt_for(POST, manifest("ltx2")).text
    silent = prompt_for(POST, manifest("wan")).text
    assert "Walter is speaking" in silent
    assert "The post has gone" not in silent
    assert "小和尚正在说话" in prompt_for(MONK, manifest("wan")).text


def test_a_look_is_told_in_the_same_words_whatever_happens() -> None:
    elsewhere = POST.with_(action="They run.", setup=Setup(), time_of_day="night", place=PlaceOrder(name="SHORE"))
    worn = "Ivy is 8 years old, a small girl, wearing a yellow raincoat, red boots, on the left of the frame"
    assert worn in prompt_for(POST, manifest("wan")).text
    assert worn in prompt_for(elsewhere, manifest("wan")).text


def test_an_image_model_is_told_which_picture_shows_whom() -> None:
    assert "mage 1 shows Ivy" in prompt_for(POST, manifest("qwen-edit")).text
    assert (
        "图1是小和尚"
        in prompt_for(MONK.with_(cast=(MONK.cast[0].with_(references=("b" * 64,)),)), manifest("flux2")).text
    )
    assert "shows" not in prompt_for(POST, manifest("wan-vace")).text


def test_what_steers_away_is_in_the_prompts_language() -> None:
    assert prompt_for(POST, manifest("wan")).negative.startswith("overexposed")
    assert prompt_for(MONK, manifest("wan")).negative.startswith("过曝")
    assert prompt_for(POST, manifest("cogvideox")).negative == ""


def test_a_style_of_ones_own_is_told_by_its_title() -> None:
    own = StyleSheet(name="noir", title="Black-and-white film noir, hard shadows")
    assert "Black-and-white film noir, hard shadows" in prompt_for(POST.with_(style=own), manifest("wan")).text


def test_a_bare_shot_leaves_no_empty_sentence() -> None:
    bare = ShotOrder(engine="x", style="paper", language="en", raster=Raster(), rate=FILM, frames=24)
    told = prompt_for(bare, manifest("wan")).text
    assert told == (
        "Cut-paper animation, layers of coloured paper with soft shadows. Medium shot. Daylight. "
        "The camera is locked off and does not move."
    )


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_value_of_the_document_has_a_word(language: str) -> None:
    words = words_in("en" if language == "en" else "zh")
    wanted = {
        "size": [*Size], "angle": [*Angle], "move": [*Move], "light": get_args(TimeOfDay), "light inside": get_args(TimeOfDay),
        "weather": get_args(Weather), "air": get_args(Air), "period": [period for period in get_args(Period) if period],
    }  # fmt: skip
    for kind, keys in wanted.items():
        assert set(words[kind]) == {str(key) for key in keys}
    shipped = {
        json.loads(path.read_text(encoding="utf-8"))["name"] for path in (assets_folder() / "styles").glob("*.json")
    }
    assert set(words["style"]) == shipped


def told(order: ShotOrder, model: str = "ltx-2") -> str:
    return prompt_for(order, load_manifest(MODELS, model)).text


def test_nobody_is_called_what_they_are_called() -> None:
    fox = SubjectOrder(name="FOX", description="a fox, young and bright orange", look_seed=1)
    assert "Fox is young and bright orange." in told(bare(cast=(fox,)))
    assert "is a monkey" not in told(bare(cast=(SubjectOrder(name="Monkey", description="a monkey", look_seed=1),)))


def test_a_prop_that_a_look_tells_of_is_told_once() -> None:
    guard = SubjectOrder(name="Guard", description="a soldier", look="armour, with a long spear", look_seed=1)
    spear = PropOrder(name="long spear")
    assert "Also seen" not in told(bare(cast=(guard,), props=(spear,)))
    assert "Also seen: long spear" in told(bare(props=(spear,)))


def test_a_line_ends_once_and_a_voice_over_moves_no_mouth() -> None:
    line = LineOrder(speaker="IVY", text="Tonight!", frames=9)
    assert 'Ivy says: "Tonight!" The scene' in told(bare(lines=(line,), place=PlaceOrder(name="quay")))
    assert 'Ivy, off screen, says: "Tonight!"' in told(bare(lines=(line.with_(voice_over=True),)))
    verse = line.with_(speaker="诗人", text="孤舟蓑笠翁，")
    assert '诗人 says: "孤舟蓑笠翁".' in told(bare(lines=(verse,)))


def test_a_word_to_the_camera_is_no_action() -> None:
    assert "Iris takes a photograph" in told(bare(action="REVERSE. Iris takes a photograph."))
    assert "REVERSE" not in told(bare(action="REVERSE. Iris takes a photograph."))


def bare(**brings: Any) -> ShotOrder:
    fields: dict[str, Any] = {
        "engine": "e",
        "style": "paper",
        "language": "en",
        "raster": {"width": 128, "height": 64},
        "rate": "24",
        "frames": 9,
    }
    return ShotOrder.model_validate(fields | brings)
