"""The shot grammar: every value there and back in both languages, and sentences that only look like camera talk."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.film.setup import Angle, Move, Setup, Size
from engine.script.grammar import abbreviation_of, describe, is_only_setup, name_of, opens_with_setup, parse_setup

VALUES = [*Size, *Angle, *Move]


def _said(text: str, language: str = "en") -> tuple[object, ...]:
    hints = parse_setup(text, language)  # pyright: ignore[reportArgumentType]
    return tuple(hint for hint in (hints.size, hints.angle, hints.move, hints.lens) if hint is not None)


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("value", VALUES)
def test_a_name_leads_back_to_its_value(value: Size | Angle | Move, language: str) -> None:
    hints = parse_setup(name_of(value, language), language)  # pyright: ignore[reportArgumentType]
    assert _said(name_of(value, language), language) == (value,)  # pyright: ignore[reportArgumentType]
    assert hints.rest == ""


@pytest.mark.parametrize("value", VALUES)
def test_abbreviations_and_the_values_own_words_lead_back(value: Size | Angle | Move) -> None:
    assert _said(abbreviation_of(value)) == (value,)
    assert _said(value.value) == (value,)
    assert _said(f"{abbreviation_of(value)}: Mary waits") == (value,)


def test_no_two_values_share_a_name() -> None:
    for names in (abbreviation_of, lambda value: name_of(value, "en"), lambda value: name_of(value, "zh")):
        assert len({names(value) for value in VALUES}) == len(VALUES)


setups = st.builds(
    Setup,
    size=st.sampled_from(Size),
    angle=st.sampled_from(Angle),
    move=st.sampled_from(Move),
    lens=st.one_of(st.none(), st.integers(8, 400)),
)


@given(setups, st.sampled_from(["en", "zh"]))
def test_a_described_setup_is_read_back_whole(setup: Setup, language: str) -> None:
    hints = parse_setup(describe(setup, language), language)  # pyright: ignore[reportArgumentType]
    assert hints.applied_to(Setup()) == setup
    assert hints.rest == ""


def test_descriptions_read_like_a_shot_list() -> None:
    setup = Setup(size=Size.MEDIUM_CLOSE, angle=Angle.LOW, move=Move.PUSH_IN)
    assert describe(setup, "en") == "MCU, low angle, push in"
    assert describe(setup, "zh") == "中近景，仰拍，推"
    assert describe(Setup(lens=35), "en") == "MS, 35mm"


ENGLISH = [
    ("Close on Mary's hand.", (Size.CLOSE_UP,), "Mary's hand."),
    ("CLOSE ON MARY", (Size.CLOSE_UP,), "MARY"),
    ("Extreme close-up of an eye, 85mm.", (Size.EXTREME_CLOSE_UP, 85), "An eye."),
    ("ECU - a key.", (Size.EXTREME_CLOSE_UP,), "a key."),
    ("WIDE. The harbour at dawn.", (Size.WIDE,), "The harbour at dawn."),
    ("We see a wide shot of the harbour.", (Size.WIDE,), "The harbour."),
    ("In close-up, Mary cries.", (Size.CLOSE_UP,), "Mary cries."),
    ("MCU, low angle, push in - Mary cries.", (Size.MEDIUM_CLOSE, Angle.LOW, Move.PUSH_IN), "Mary cries."),
    ("The fox runs, pan left.", (Move.PAN_LEFT,), "The fox runs."),
    ("A long shot of the fox, static.", (Size.WIDE, Move.STATIC), "The fox."),
    ("(CU) A key turns.", (Size.CLOSE_UP,), "A key turns."),
    ("The fox [high angle, slow zoom out] sleeps.", (Angle.HIGH, Move.ZOOM_OUT), "The fox sleeps."),
    ("Slow pan left, the harbour.", (Move.PAN_LEFT,), "the harbour."),
    ("The camera slowly pushes in on Mary's face.", (Move.PUSH_IN,), "Mary's face."),
    ("The camera pans across the harbour from left to right.", (Move.PAN_RIGHT,), "The harbour."),
    ("The camera pans across the harbour from right to left.", (Move.PAN_LEFT,), "The harbour."),
    ("The camera moves left past the shelves.", (Move.TRUCK_LEFT,), "The shelves."),
    ("The camera rises over the roofs.", (Move.CRANE_UP,), "The roofs."),
    ("The camera descends to the street.", (Move.CRANE_DOWN,), "The street."),
    ("The camera orbits the tree to the left.", (Move.ORBIT_LEFT,), "The tree."),
    ("The camera rotates counterclockwise.", (Move.ROLL_COUNTERCLOCKWISE,), ""),
    ("The camera looks down on the square.", (Angle.HIGH,), "The square."),
    ("The camera is hand-held.", (Move.HANDHELD,), ""),
    ("The camera holds on Mary.", (Move.STATIC,), "Mary."),
    ("The camera pushes in and tilts up.", (Move.PUSH_IN,), ""),
    ("Mary cries as the camera pulls back.", (Move.PULL_OUT,), "Mary cries."),
    ("We follow Mary through the market.", (Move.FOLLOW,), "Mary through the market."),
    ("Follow the fox down the hill.", (Move.FOLLOW,), "The fox down the hill."),
    ("Tracking shot: the fox runs.", (Move.FOLLOW,), "The fox runs."),
    ("Pull back to reveal the crowd.", (Move.PULL_OUT,), "The crowd."),
    ("Pan left to the window.", (Move.PAN_LEFT,), "The window."),
    ("Tilt down to her shoes.", (Move.TILT_DOWN,), "Her shoes."),
    ("Whip pan to Tom.", (Move.WHIP_PAN_RIGHT,), "Tom."),
    ("Zoom in on the ring.", (Move.ZOOM_IN,), "The ring."),
    ("Crane up over the roofs.", (Move.CRANE_UP,), "The roofs."),
    ("Dolly out from the house.", (Move.PULL_OUT,), "The house."),
    ("Over Mary's shoulder, Tom waves.", (Angle.OVER_SHOULDER,), "Mary, Tom waves."),
    ("OTS Tom, Mary smiles.", (Angle.OVER_SHOULDER,), "Tom, Mary smiles."),
    ("From Tom's point of view, the door swings.", (Angle.POINT_OF_VIEW,), "Tom, the door swings."),
    ("POV - the door opens.", (Angle.POINT_OF_VIEW,), "the door opens."),
    ("A bird's eye view of the town.", (Angle.BIRDS_EYE,), "The town."),
    ("God’s-eye view of the town.", (Angle.BIRDS_EYE,), "The town."),
    ("Worm's eye view: the giant.", (Angle.LOW,), "The giant."),
    ("Dutch angle on the corridor.", (Angle.DUTCH,), "The corridor."),
    ("35mm lens, the fox.", (35,), "the fox."),
    ("Wide-angle lens: the hall.", (24,), "The hall."),
]

ENGLISH_TRAPS = [
    "She pushes the door open.",
    "She pushes in the chair.",
    "The boys push in through the crowd.",
    "He pulls out a chair.",
    "He pulls back the curtain.",
    "A pan left on the stove smokes.",
    "She fries eggs in a pan.",
    "Close the door!",
    "She closes the door.",
    "Close to tears, she nods.",
    "He looks over her shoulder.",
    "Mary throws a bag over the shoulder.",
    "Wide open doors.",
    "Full of joy, she jumps.",
    "He won by a long shot.",
    "The planets orbit the sun.",
    "Static. The radio crackles.",
    "Overhead, a plane passes.",
    "A handheld radio.",
    "Tracks in the snow.",
    "They follow the road.",
    "A crane stands in the water.",
    "She tilts up her chin.",
    "He rolls up his sleeves and zooms off.",
    "Dolly the sheep eats.",
    "A 35mm film camera and a 9mm pistol.",
    "The camera falls.",
    "Tom picks up the camera and follows her.",
    "The security camera pans left.",
    "The truck turns left at the arc of lights.",
    "We eat. We push the boat.",
    "The medium closes her eyes.",
    "At eye level, a row of books.",
    "She moves left. He drops the cup.",
]

CHINESE = [
    ("特写：老人的手。", (Size.CLOSE_UP,), "老人的手。"),
    ("【全景】江面上一只小船", (Size.FULL,), "江面上一只小船"),
    ("全景 推 老人走来", (Size.FULL, Move.PUSH_IN), "老人走来"),
    ("近景，仰拍，推：老人抬头", (Size.CLOSE, Angle.LOW, Move.PUSH_IN), "老人抬头"),
    ("大远景，俯拍，雪山", (Size.EXTREME_WIDE, Angle.HIGH), "雪山"),
    ("【大远景，缓推】大雪落满群山。", (Size.EXTREME_WIDE, Move.PUSH_IN), "大雪落满群山。"),
    ("全景老人坐在船上", (Size.FULL,), "老人坐在船上"),
    ("中近景。小明笑了。", (Size.MEDIUM_CLOSE,), "小明笑了。"),
    ("给老人的手一个特写", (Size.CLOSE_UP,), "给老人的手"),
    ("从全景推到特写，老人的眼睛", (Size.FULL, Move.PUSH_IN), "老人的眼睛"),
    ("推至老人的脸", (Move.PUSH_IN,), "老人的脸"),
    ("镜头缓缓推向老人的脸。", (Move.PUSH_IN,), "老人的脸。"),
    ("镜头拉远，露出整座城。", (Move.PULL_OUT,), "露出整座城。"),
    ("镜头拉近他的脸。", (Move.PUSH_IN,), "他的脸。"),
    ("镜头从左向右摇过街道。", (Move.PAN_RIGHT,), "街道。"),
    ("镜头从右向左摇过街道。", (Move.PAN_LEFT,), "街道。"),
    ("镜头向上摇到月亮。", (Move.TILT_UP,), "月亮。"),
    ("镜头从上往下摇。", (Move.TILT_DOWN,), ""),
    ("镜头向左移动。", (Move.TRUCK_LEFT,), ""),
    ("镜头横移过书架", (Move.TRUCK_RIGHT,), "书架"),
    ("镜头跟着小明走进院子。", (Move.FOLLOW,), "小明走进院子。"),
    ("跟拍小明。", (Move.FOLLOW,), "小明。"),
    ("镜头上升，越过屋顶。", (Move.CRANE_UP,), "越过屋顶。"),
    ("镜头缓缓下降。", (Move.CRANE_DOWN,), ""),
    ("镜头旋转。", (Move.ROLL_CLOCKWISE,), ""),
    ("镜头逆时针旋转", (Move.ROLL_COUNTERCLOCKWISE,), ""),
    ("镜头向左环绕老人", (Move.ORBIT_LEFT,), "老人"),
    ("镜头围绕着老人。", (Move.ORBIT_RIGHT,), "老人。"),
    ("镜头甩向门口", (Move.WHIP_PAN_RIGHT,), "门口"),
    ("画面摇晃", (Move.HANDHELD,), ""),
    ("固定机位，空街", (Move.STATIC,), "空街"),
    ("变焦推：戒指", (Move.ZOOM_IN,), "戒指"),
    ("主观镜头：门开了", (Angle.POINT_OF_VIEW,), "门开了"),
    ("过肩：老王看着小明", (Angle.OVER_SHOULDER,), "老王看着小明"),
    ("航拍雪山", (Angle.BIRDS_EYE,), "雪山"),
    ("荷兰角，走廊", (Angle.DUTCH,), "走廊"),
    ("50mm镜头，近景，老人", (Size.CLOSE, 50), "老人"),
    ("广角，街道", (24,), "街道"),
    ("（手持）追逐开始。", (Move.HANDHELD,), "追逐开始。"),
    ("MCU，老人抬头。", (Size.MEDIUM_CLOSE,), "老人抬头。"),
]

CHINESE_TRAPS = [
    "推门",
    "老人推门进来。",
    "老人推着车，拉着孩子。",
    "他移开视线。",
    "小明跟老王走了。",
    "他跟着老王走进院子。",
    "城市的全景尽收眼底。",
    "报纸上的一篇特写报道",
    "手持长剑的武士冲来",
    "他左摇右晃地走来。",
    "拉开窗帘",
    "她在雨里旋转，旋转。",
    "太阳升起。",
    "气球上升。",
    "雪花降下",
    "他很主观。",
    "过肩摔",
    "他拿起手机镜头对准小明",
    "镜头前的老人笑了",
    "他俯视山谷",
    "远景规划",
    "他固定好船，甩了甩手。",
    "孩子们环绕着大树。",
    "天平放在桌上，门定住了。",
]


@pytest.mark.parametrize(("text", "said", "rest"), ENGLISH)
def test_english_camera_talk(text: str, said: tuple[object, ...], rest: str) -> None:
    assert _said(text) == said
    assert parse_setup(text).rest.casefold() == rest.casefold()


@pytest.mark.parametrize(("text", "said", "rest"), CHINESE)
def test_chinese_camera_talk(text: str, said: tuple[object, ...], rest: str) -> None:
    assert _said(text, "zh") == said
    assert parse_setup(text, "zh").rest == rest


@pytest.mark.parametrize("text", ENGLISH_TRAPS)
def test_english_everyday_words_are_left_alone(text: str) -> None:
    assert _said(text) == ()
    assert parse_setup(text).rest == text


@pytest.mark.parametrize("text", CHINESE_TRAPS)
def test_chinese_everyday_words_are_left_alone(text: str) -> None:
    assert _said(text, "zh") == ()
    assert parse_setup(text, "zh").rest == text


def test_shot_lines_open_with_the_camera() -> None:
    assert opens_with_setup("CLOSE ON MARY")
    assert opens_with_setup("【全景】江面", "zh")
    assert opens_with_setup("ANGLE ON THE DOOR")
    assert not opens_with_setup("Mary cries as the camera pulls back.")
    assert is_only_setup("缓推", "zh")
    assert not is_only_setup("特写：手", "zh")


pieces = st.lists(
    st.one_of(
        st.text(max_size=12),
        st.sampled_from(
            [
                "close-up",
                "the camera pans left",
                "镜头推向",
                "推",
                "，",
                ". ",
                "【特写】",
                "POV",
                "Mary's",
                "35mm",
                "(",
                "over her shoulder",
            ]
        ),
    ),
    max_size=8,
).map("".join)


@given(pieces, st.sampled_from(["en", "zh"]))
def test_any_text_is_read_and_the_rest_is_in_its_own_words(text: str, language: str) -> None:
    hints = parse_setup(text, language)  # pyright: ignore[reportArgumentType]
    letters = iter(re.sub(r"[\W_]+", "", text.casefold()))
    assert all(letter in letters for letter in re.sub(r"[\W_]+", "", hints.rest.casefold()))
