"""Every verb is performed: it moves, ends where it can be gone on from, plays seated, facing left, and over a walk."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
import skia

from engine.backends.animatic.acting import pose_at
from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.puppets.implements import IMPLEMENTS
from engine.backends.animatic.puppets.motion import stance_of
from engine.backends.animatic.puppets.performances.company import PERFORMANCES, WHOLE_BODY
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.puppets.stance import Stance
from engine.backends.animatic.stage import Act, Beat, Player, Pose
from engine.plan.business import table

WHO = puppet_for("Ada", "a young woman in a red coat", "", 3, (), ())
assert isinstance(WHO, Person)
FRAME = WHO.body.frame
BUSINESS = [name for name in table().business if name not in {"wave", "meet", "circle", "sleep"}]


def stance(name: str, t: float, length: float = 4.0, **more: object) -> Stance:
    return stance_of(Pose(act=Act.BUSINESS, business=name, phase=t, length=length, yaw=45.0, **more), FRAME)  # pyright: ignore[reportArgumentType]


def apart(a: Stance, b: Stance) -> float:
    return sum(abs(p - q) / (1.0 if abs(p) + abs(q) > 3 else 0.02) for p, q in zip(a, b, strict=True))


@pytest.mark.parametrize("name", BUSINESS)
def test_every_business_has_a_performance_that_is_not_standing_about(name: str) -> None:
    assert name in PERFORMANCES
    still = stance_of(Pose(act=Act.STAND, yaw=45.0), FRAME)
    length = table().business[name].seconds or 4.0
    played = [stance(name, share * length, length) for share in (0.2, 0.4, 0.5, 0.6, 0.8)]
    assert max(apart(still, one) for one in played) > 8
    assert all(math.isfinite(number) for one in played for number in one)


@pytest.mark.parametrize(
    "name", sorted(name for name in BUSINESS if table().business[name].seconds and name not in {"faint", "sink"})
)
def test_what_is_done_once_ends_where_it_began(name: str) -> None:
    """So that whatever comes next follows without a jump."""
    seconds = table().business[name].seconds
    base = stance_of(Pose(act=Act.STAND, phase=seconds, yaw=45.0), FRAME)
    loose = {"pick up", "take", "vanish", "appear", "transform", "look around"}
    assert name in loose or apart(stance(name, seconds, seconds), base) < 40


@pytest.mark.parametrize("name", ["read", "eat", "drink", "write", "guitar", "laugh", "phone", "clap"])
def test_who_sits_keeps_the_legs_of_a_sitter(name: str) -> None:
    seated = stance(name, 1.3, seated=True)
    plain = stance_of(Pose(act=Act.SIT, phase=9.0, yaw=45.0), FRAME)
    assert (seated.hip, seated.foot_l, seated.seat) == (plain.hip, plain.foot_l, plain.seat)
    assert abs(seated.arm_r - plain.arm_r) + abs(seated.arm_l - plain.arm_l) + abs(seated.nod - plain.nod) > 3


def test_facing_left_the_other_hand_works() -> None:
    right, left = (
        stance("drink", 1.5),
        stance_of(Pose(act=Act.BUSINESS, business="drink", phase=1.5, length=4, yaw=-45.0), FRAME),
    )
    assert (right.arm_r, right.arm_r_bend) == pytest.approx((left.arm_l, left.arm_l_bend), abs=3)


def test_a_reader_who_walks_has_a_walkers_legs_and_a_readers_arms() -> None:
    walk = Pose(act=Act.WALK, phase=1.0, length=4, travel=1.2, gone=1.2, span=4.0, yaw=78.0)
    walking = stance_of(walk, FRAME)
    reading = stance_of(
        Pose(act=Act.WALK, over="read", phase=1.0, length=4, travel=1.2, gone=1.2, span=4.0, yaw=78.0), FRAME
    )
    assert (reading.foot_l, reading.foot_r, reading.hip) == (walking.foot_l, walking.foot_r, walking.hip)
    assert reading.arm_r_bend - walking.arm_r_bend > 20


def test_kneeling_goes_on_under_a_prayer() -> None:
    beats = (Beat(Act.SIT, 0, 2, 0, 0, 40, business="kneel"), Beat(Act.BUSINESS, 2, 5, 0, 0, 40, business="pray"))
    pose = pose_at(Player("Ada", WHO, beats), 4.0).pose
    assert pose.posture == "kneel"
    assert stance_of(pose, FRAME).hip < 0.6


@pytest.mark.parametrize("first", ["nod", "bow", "kneel", "read", "sleep", "dance", "crawl"])
@pytest.mark.parametrize("second", ["", "point", "crouch"])
def test_one_act_grows_out_of_the_other(first: str, second: str) -> None:
    """No joint jumps between two drawings of a twelfth of a second."""
    acts = {"kneel": Act.SIT, "sleep": Act.LIE, "crouch": Act.SIT}
    beats = (
        Beat(acts.get(first, Act.BUSINESS), 0, 2.2, 0, 0, 40, business=first),
        Beat(acts.get(second, Act.BUSINESS if second else Act.STAND), 2.2, 6, 0, 0, 40, business=second),
    )
    player = Player("Ada", WHO, beats)
    assert isinstance(WHO, Person)
    drawn = [WHO.bones(pose_at(player, 2.0 + i / 24).pose) for i in range(14)]
    turned = [abs(b.tip - a.tip) for a, b in itertools.pairwise(drawn)]
    moved = [math.dist(a.hips, b.hips) for a, b in itertools.pairwise(drawn)]
    assert max(turned) < 24
    assert max(moved) < 0.16


@pytest.mark.parametrize("name", sorted(IMPLEMENTS))
def test_a_tool_is_drawn_and_stays_in_its_bounds(name: str) -> None:
    """What hands work with is seen, and no pixel of it falls off the sheet."""
    pose = Pose(act=Act.BUSINESS, business=name, phase=1.9, length=2.6, yaw=48.0, reach=1.0)
    with_tool, without = (
        _inked(pose),
        _inked(Pose(act=Act.BUSINESS, business=name, phase=1.9, length=2.6, yaw=48.0, reach=1.0, carries=True)),
    )
    assert with_tool.any()
    edges = (with_tool[0], with_tool[-1], with_tool[:, 0], with_tool[:, -1])
    assert not any(edge.any() for edge in edges)
    assert without.any()


def _inked(pose: Pose) -> np.ndarray:
    box = WHO.bounds(pose)
    scale = 120
    surface = skia.Surface.MakeRasterN32Premul(math.ceil(box.width() * scale) + 4, math.ceil(box.height() * scale) + 4)
    canvas = surface.getCanvas()
    canvas.translate(2 - box.left() * scale, 2 - box.top() * scale)
    canvas.scale(scale, scale)
    WHO.draw(canvas, pose)
    return surface.makeImageSnapshot().toarray()[:, :, 3] > 40


def test_nobody_is_there_after_a_puff() -> None:
    before, after = (Pose(act=Act.WAVE, business="vanish", phase=t, length=1.8, yaw=30) for t in (0.2, 1.75))
    assert _inked(before).sum() > 4000 > 60 * _inked(after).sum()


def test_what_leaves_no_posture_is_a_performance() -> None:
    assert set(PERFORMANCES) >= WHOLE_BODY
