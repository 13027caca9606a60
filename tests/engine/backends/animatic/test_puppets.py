"""Puppets as pixels: the same look is the same picture, different looks differ, and no pixel leaves its box."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
import skia
from numpy.typing import NDArray

from engine.backends.animatic.puppets.casting import puppet_for, thing_for
from engine.backends.animatic.puppets.nouns import picture_of
from engine.backends.animatic.stage import Act, Pose, Puppet

SIZE = 360


def drawn(puppet: Puppet, pose: Pose, scale: float = 100.0) -> NDArray[np.uint8]:
    """The drawing on nothing, BGRA (SIZE, SIZE, 4), feet at (SIZE / 2, 0.75 SIZE)."""
    surface = skia.Surface(SIZE, SIZE)
    canvas = surface.getCanvas()
    canvas.clear(0)
    canvas.translate(SIZE / 2, SIZE * 0.75)
    canvas.scale(scale, scale)
    puppet.draw(canvas, pose)
    return surface.makeImageSnapshot().toarray(colorType=skia.ColorType.kBGRA_8888_ColorType)


def cast(name: str, description: str = "", look: str = "", seed: int = 11) -> Puppet:
    return puppet_for(name, description, look, seed)


def difference(a: NDArray[np.uint8], b: NDArray[np.uint8]) -> int:
    """Pixels that differ clearly."""
    return int((np.abs(a.astype(int) - b.astype(int)).max(-1) > 24).sum())


CAST = {
    "man": ("TOM", "a tall man in a green coat"),
    "child": ("IRIS", "a girl of 8 in a yellow raincoat, braids"),
    "hat": ("渔翁", "老人，斗笠，蓑衣，长须"),
    "dress": ("QUEEN", "long black hair, crimson gown, red cape"),
    "dog": ("REX", "a brown dog"),
    "horse": ("白马", ""),
    "crow": ("CROW", ""),
    "crane": ("鹤", ""),
    "car": ("TAXI", ""),
    "boat": ("孤舟", ""),
    "plane": ("PLANE", ""),
    "thing": ("BALLOON", ""),
    "card": ("ORRERY", ""),
}


def member(key: str) -> Puppet:
    return thing_for("orrery") if key == "card" else cast(*CAST[key])


@pytest.mark.parametrize("key", CAST)
def test_the_same_look_gives_the_same_pixels(key: str) -> None:
    puppet_for.cache_clear()
    first = drawn(member(key), Pose(clock=0.3), 60)
    puppet_for.cache_clear()
    drawn(member("man"), Pose(act=Act.WAVE, phase=1, clock=9))
    assert np.array_equal(first, drawn(member(key), Pose(clock=0.3), 60))


@pytest.mark.parametrize("key", CAST)
@pytest.mark.parametrize("act", list(Act))
def test_bounds_hold_every_pixel(key: str, act: Act) -> None:
    puppet = member(key)
    scale = 110 / max(puppet.height, puppet.width)
    for yaw, pitch, phase in ((0, 0, 0.3), (60, 0, 0.8), (-90, 0, 2.0), (170, 0, 1.2), (35, 90, 1.0), (35, 38, 1.0)):
        pose = Pose(act=act, phase=phase, length=4, travel=1.1, gone=phase * 1.1, span=6, yaw=yaw, pitch=pitch, clock=phase, mood="surprised")  # fmt: skip
        alpha = drawn(puppet, pose, scale)[..., 3]
        assert alpha.any(), "nothing was drawn"
        box = puppet.bounds(pose)
        rows, columns = np.nonzero(alpha > 8)
        left, right = (columns.min() - SIZE / 2) / scale, (columns.max() + 1 - SIZE / 2) / scale
        top, low = (rows.min() - SIZE * 0.75) / scale, (rows.max() + 1 - SIZE * 0.75) / scale
        pixel = 1.5 / scale
        assert box.left() - pixel <= left, (key, act, yaw, pitch)
        assert box.right() + pixel >= right, (key, act, yaw, pitch)
        assert box.top() - pixel <= top, (key, act, yaw, pitch)
        assert box.bottom() + pixel >= low, (key, act, yaw, pitch)


def test_two_undescribed_people_never_look_alike() -> None:
    names = ("MARY", "TOM", "NINA", "PAUL", "ANNA", "VICTOR", "张伟", "王芳")
    pictures = [drawn(cast(n, seed=i * 7919 + 5), Pose(yaw=25), 120) for i, n in enumerate(names)]
    for i, one in enumerate(pictures):
        for other in pictures[i + 1 :]:
            filled = max(int((one[..., 3] > 0).sum()), int((other[..., 3] > 0).sum()))
            assert difference(one, other) > 0.25 * filled


def test_silhouettes_differ_at_48_pixels() -> None:
    people = [cast("A", "tall thin man, top hat"), cast("B", "stout woman in a dress, bun"), cast("C", "boy of 6"), cast("D", "老人，斗笠，长袍"), cast("E", "woman, braids, raincoat with a hood")]  # fmt: skip
    masks = [drawn(p, Pose(yaw=25), 48 / 1.75)[..., 3] > 127 for p in people]
    for i, one in enumerate(masks):
        for other in masks[i + 1 :]:
            assert (one ^ other).sum() > 0.16 * max(one.sum(), other.sum())


@pytest.mark.parametrize(("key", "minimum"), [("man", 40), ("dog", 12), ("crow", 8), ("car", 8), ("thing", 4)])
def test_every_act_draws_something_of_its_own(key: str, minimum: int) -> None:
    puppet = member(key)
    scale = 200 / max(puppet.height, puppet.width)
    pose = Pose(phase=1.0, length=5, clock=1.0, yaw=60, mouth="open", gaze=(0.8, 0.2), emphasis=0.0)
    pictures = {
        act: drawn(puppet, replace(pose, act=act, travel=1.2 if act in (Act.WALK, Act.RUN) else 0, gone=1.3 if act is Act.RUN else 1.15, span=8, emphasis=0.9 if act is Act.TALK else 0.0), scale)
        for act in (Act.STAND, Act.WALK, Act.RUN, Act.WAVE, Act.SIT, Act.FALL, Act.FLY, *((Act.LOOK, Act.TALK) if key == "man" else ()))
    }  # fmt: skip
    acts = list(pictures)
    for i, one in enumerate(acts):
        for other in acts[i + 1 :]:
            if key != "man" and Act.STAND not in (one, other):
                continue
            if key in ("car", "thing") and {one, other} & {Act.SIT, Act.RUN, Act.WALK, Act.FLY, Act.WAVE}:
                continue
            assert difference(pictures[one], pictures[other]) > minimum, (one, other)


def test_every_mood_and_mouth_changes_the_face() -> None:
    puppet = cast("MARY", "a woman in a red dress")
    scale = 190.0
    faces = {m: drawn(puppet, Pose(yaw=15, mood=m, clock=0.1), scale) for m in ("calm", "happy", "sad", "angry", "afraid", "surprised", "tired")}  # fmt: skip
    mouths = {v: drawn(puppet, Pose(yaw=15, mouth=v, clock=0.1), scale) for v in ("closed", "open", "wide", "round", "teeth")}  # fmt: skip
    for pictures, least in ((faces, 25), (mouths, 6)):
        keys = list(pictures)
        for i, one in enumerate(keys):
            for other in keys[i + 1 :]:
                assert difference(pictures[one], pictures[other]) > least, (one, other)


def test_every_view_is_its_own_drawing() -> None:
    puppet = cast("MARY", "a woman in a red dress, long black hair")
    views = [
        drawn(puppet, Pose(yaw=yaw, pitch=pitch, clock=0.1))
        for yaw, pitch in ((0, 0), (35, 0), (90, 0), (180, 0), (-35, 0), (0, 45), (0, 90))
    ]
    for i, one in enumerate(views):
        for other in views[i + 1 :]:
            assert difference(one, other) > 60


def test_the_face_is_hidden_from_behind_and_blinks_in_front() -> None:
    puppet = cast("TOM", "a man in a blue coat, brown hair")
    behind = (
        drawn(puppet, Pose(yaw=180, mood="surprised"), 190),
        drawn(puppet, Pose(yaw=180, mood="surprised", mouth="open"), 190),
    )
    assert np.array_equal(*behind)
    open_eyes, shut = (drawn(puppet, Pose(yaw=10, clock=t), 190) for t in _blink_times())
    assert difference(open_eyes, shut) > 20


def _blink_times() -> tuple[float, float]:
    from engine.backends.animatic.puppets.motion import blink

    times = [t / 24 for t in range(24 * 9)]
    shut = [t for t in times if blink(t) == 1.0]
    gaps = [b - a for a, b in pairwise(shut) if b - a > 0.5]
    assert gaps
    assert all(1.5 < gap < 7 for gap in gaps)
    return 0.1, shut[0]


@pytest.mark.parametrize("key", ["man", "child", "hat", "dress", "dog", "crow", "car", "thing"])
def test_nothing_is_pure_black_or_white(key: str) -> None:
    puppet = member(key)
    pixels = drawn(puppet, Pose(clock=0.1), 200 / max(puppet.height, puppet.width))
    solid = pixels[pixels[..., 3] == 255][:, :3]
    assert (solid.max(-1) < 8).mean() < 0.002
    assert (solid.min(-1) > 250).mean() < 0.004


def test_a_held_thing_is_seen_in_the_hand() -> None:
    puppet = cast("TOM", "a man in a grey coat")
    bare, holding = (drawn(puppet, Pose(yaw=60, holds=h)) for h in ((), ("red lantern",)))
    assert difference(bare, holding) > 100


def test_heights_are_those_of_the_world() -> None:
    assert 1.55 < cast("TOM", "a man of 40").height < 2.0
    assert 0.9 < cast("IRIS", "a girl of 6").height < 1.35
    assert cast("FOX").height < 0.8 < cast("HORSE").height
    for name, low, high in (("cup", 0.05, 0.2), ("boat", 0.5, 2.0), ("house", 4, 9), ("balloon", 0.2, 0.5)):
        assert low < thing_for(name).height < high, name


def test_who_has_an_age_or_clothes_is_a_person_whatever_the_name_means() -> None:
    from engine.backends.animatic.puppets.person import Person

    for name, description, look in (
        ("小月", "9岁，双马尾", "红色棉袄"),
        ("STAR", "9, pigtails", "a red coat"),
        ("小星", "", "蓝布围裙"),
    ):
        assert isinstance(puppet_for(name, description, look, 5), Person)
    assert not isinstance(puppet_for("BALLOON", "a red balloon", "", 5), Person)


def test_a_fox_in_a_scarf_shows_it_under_the_chin() -> None:
    scarfed = drawn(cast("BRAMBLE", "a small red fox", look="in a blue scarf"), Pose(yaw=38), 300)
    blue = (scarfed[..., 0].astype(int) - scarfed[..., 2] > 60) & (scarfed[..., 3] > 200)
    assert blue.sum() > 250


def test_what_a_thing_is_made_of_is_not_the_thing() -> None:
    assert picture_of("glass case") is None
    assert picture_of("wine glass") is not None
    assert picture_of("paper boat") is not None
