"""Hands and what they hold: arms take the stance of the thing, it turns with the hand, and fingers close over it."""

from __future__ import annotations

import numpy as np
import pytest
import skia

from engine.backends.animatic.acting import Placed, in_hand
from engine.backends.animatic.puppets.casting import puppet_for, thing_for
from engine.backends.animatic.puppets.grips import InHand, can_share, other_hand, slant_of
from engine.backends.animatic.puppets.nouns import picture_of
from engine.backends.animatic.puppets.one_sheet import Thing
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.puppets.things import is_drawn
from engine.backends.animatic.stage import Act, Pose

TOM = puppet_for("TOM", "a man of 40 in a grey coat", "", 11)


def held(name: str) -> Thing:
    thing = thing_for(name)
    assert isinstance(thing, Thing)
    return thing


@pytest.mark.parametrize(
    ("name", "hold"),
    [
        ("lantern", "lamp"), ("灯笼", "lamp"), ("book", "open"), ("书", "open"), ("umbrella", "roof"), ("油纸伞", "roof"), ("sword", "upright"),
        ("剑", "upright"), ("cup", "cup"), ("phone", "card"), ("手机", "card"), ("staff", "pole"), ("bouquet", "cradle"), ("suitcase", "hang"),
        ("broom", "pole"), ("扫帚", "pole"), ("fishing rod", "pole"), ("camera", "card"), ("letter", "card"), ("信", "card"),
        ("candle", "upright"), ("knife", "upright"), ("bag", "hang"), ("spear", "pole"), ("毛笔", "upright"), ("guitar", "strum"), ("琵琶", "strum"),
    ],
)  # fmt: skip
def test_each_thing_is_held_in_its_own_way(name: str, hold: str) -> None:
    assert held(name).hold == hold


@pytest.mark.parametrize("name", ["书箱", "热粥", "钱袋", "碎银", "银子"])
def test_things_of_an_inn_are_drawn_and_no_dollar_is_on_them(name: str) -> None:
    found = picture_of(name)
    assert is_drawn(name)
    assert found is not None
    assert found.art != "💰"


def grasp(pose: Pose) -> tuple[float, float]:
    assert isinstance(TOM, Person)
    at = TOM.grasp(pose)
    assert at is not None
    return at


def test_a_suitcase_hangs_low_a_cup_is_at_the_chest_and_a_book_between_both_hands() -> None:
    low, chest, book = (grasp(Pose(yaw=60, carries=True, grip=grip)) for grip in ("hang", "cup", "open"))
    assert low[1] < chest[1] - 0.15
    assert isinstance(TOM, Person)
    pose = Pose(yaw=60, carries=True, grip="open")
    hands = [TOM.joint(pose, "hand", i)[0] for i in (0, 1)]
    assert min(hands) - 0.06 < book[0] < max(hands) + 0.08


def test_what_hangs_swings_with_the_walk_and_what_is_gripped_leans_ahead() -> None:
    walking = Pose(act=Act.WALK, yaw=90, travel=1.2, carries=True, grip="hang")
    swings = {round(slant_of(Pose(**{**_fields(walking), "gone": g})), 2) for g in (0.0, 0.3, 0.6)}
    assert len(swings) == 3
    assert slant_of(Pose(yaw=90, grip="upright")) > 5 > -5 > slant_of(Pose(yaw=-90, grip="upright"))


def _fields(pose: Pose) -> dict[str, object]:
    return {name: getattr(pose, name) for name in pose.__slots__}


def test_a_staff_stands_on_the_ground_and_not_in_it() -> None:
    pose = Pose(yaw=60, carries=True, grip="pole")
    child = puppet_for("IVY", "a girl of 5", "", 3)
    placed = in_hand(Placed(0.0, 1.0, Pose()), thing_for("spear"), Placed(0.0, 0.3, pose), child)
    assert placed.lift == 0.3


def _drawn(puppet: object, pose: Pose) -> np.ndarray:
    surface = skia.Surface(200, 200)
    canvas = surface.getCanvas()
    canvas.clear(0)
    canvas.translate(100, 150)
    canvas.scale(220, 220)
    puppet.draw(canvas, pose)  # pyright: ignore[reportAttributeAccessIssue]
    return surface.makeImageSnapshot().toarray(colorType=skia.ColorType.kRGBA_8888_ColorType)


@pytest.mark.parametrize("name", ["letter", "book", "sword", "suitcase"])
def test_fingers_are_drawn_over_what_is_held(name: str) -> None:
    thing = held(name)
    pose = Pose(yaw=40, carries=True, grip=thing.hold)
    bare, gripped = _drawn(thing, pose), _drawn(InHand(thing, TOM, pose), pose)
    assert isinstance(TOM, Person)
    skin = np.array([int(TOM.costume.skin[i : i + 2], 16) for i in (1, 3, 5)])
    fingers = [(np.abs(p[..., :3].astype(int) - skin).max(-1) < 14) & (p[..., 3] > 250) for p in (bare, gripped)]
    assert fingers[1].sum() > fingers[0].sum() + 20


def test_the_holders_back_hides_what_is_before_the_chest_but_not_a_lantern() -> None:
    for name, seen in (("letter", False), ("lantern", True)):
        thing = held(name)
        pose = Pose(yaw=180, carries=True, grip=thing.hold)
        assert _drawn(InHand(thing, TOM, pose), pose)[..., 3].any() == seen, name


@pytest.mark.parametrize("name", ["letter", "umbrella", "suitcase", "fishing rod", "bouquet"])
def test_bounds_hold_thing_and_fingers(name: str) -> None:
    thing = held(name)
    for yaw in (-90, 0, 60):
        pose = Pose(yaw=yaw, carries=True, grip=thing.hold)
        box = InHand(thing, TOM, pose).bounds(pose)
        rows, columns = np.nonzero(_drawn(InHand(thing, TOM, pose), pose)[..., 3] > 8)
        assert box.left() * 220 + 100 <= columns.min() + 1
        assert columns.max() <= box.right() * 220 + 101
        assert box.top() * 220 + 150 <= rows.min() + 1


def test_the_left_hand_takes_the_second_thing() -> None:
    pose = Pose(yaw=60, carries=True, grip="hang", left="lamp")
    assert isinstance(TOM, Person)
    right, left = grasp(pose), grasp(other_hand(pose))
    assert abs(right[1] - left[1]) > 0.1, "a suitcase low, a lantern high"
    placed = in_hand(Placed(0.0, 1.0, Pose(swapped=True)), thing_for("lantern"), Placed(0.0, 0.0, pose), TOM)
    assert placed.lift + held("lantern").grip * held("lantern").height == pytest.approx(left[1])
    assert can_share("cup", "card")
    assert not can_share("cradle", "cup")


def test_what_is_held_up_to_the_face_is_higher() -> None:
    for grip in ("cup", "card", "open"):
        assert (
            grasp(Pose(yaw=60, carries=True, grip=grip, raised=True))[1]
            > grasp(Pose(yaw=60, carries=True, grip=grip))[1] + 0.08
        )
