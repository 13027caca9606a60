"""What is carried is where the hand is, gripped where it is made to be gripped, and goes wherever that hand goes."""

from __future__ import annotations

import pytest

from engine.backends.animatic.acting import Placed, in_hand, pose_at
from engine.backends.animatic.puppets.casting import puppet_for, thing_for
from engine.backends.animatic.puppets.things import Thing
from engine.backends.animatic.stage import Act, Beat, Handed, Player, Pose, Puppet

TOM = puppet_for("TOM", "a man of 40 in a grey coat", "", 11)


def _grasp(pose: Pose) -> tuple[float, float]:
    assert isinstance(TOM, Handed)
    at = TOM.grasp(pose)
    assert at is not None
    return at


def _grip(thing: Puppet) -> tuple[float, float]:
    assert isinstance(thing, Thing)
    return thing.grip_x * thing.height, thing.grip * thing.height


def _holder(yaw: float = 38.0, act: Act = Act.STAND, clock: float = 0.3) -> Placed:
    return Placed(1.5, 0.2, Pose(act=act, phase=2.0, length=6.0, yaw=yaw, clock=clock, carries=True))


def _carried(name: str, holder: Placed) -> Placed:
    return in_hand(Placed(0.0, 1.0, Pose(act=Act.WALK, travel=1.0)), thing_for(name), holder, TOM)


@pytest.mark.parametrize("yaw", [-78, -38, 0, 38, 78])
@pytest.mark.parametrize("name", ["red lantern", "letter", "umbrella", "fishing rod", "suitcase"])
def test_the_grip_is_at_the_hand(name, yaw):
    holder, thing = _holder(yaw), thing_for(name)
    hand = _grasp(holder.pose)
    placed = _carried(name, holder)
    turn = -1 if yaw < 0 else 1
    assert placed.x + turn * _grip(thing)[0] == pytest.approx(1.5 + hand[0])
    assert placed.lift + _grip(thing)[1] == pytest.approx(0.2 + hand[1])
    assert placed.pose.act is Act.STAND, "it does not hop along by itself"


def test_a_lantern_hangs_below_the_hand_and_an_umbrella_stands_above_it():
    holder = _holder()
    hand = 0.2 + _grasp(holder.pose)[1]
    for name, below in (("red lantern", 0.9), ("suitcase", 0.85), ("umbrella", 0.0), ("staff", 0.5)):
        low, tall = _carried(name, holder).lift, thing_for(name).height
        share = (hand - low) / tall
        assert (share > below) if below else (share < 0.2), name


def test_the_carrying_hand_is_out_in_front_while_the_other_waves_or_talks():
    idle, carrying = (_grasp(Pose(yaw=78, carries=c)) for c in (False, True))
    assert carrying[0] > idle[0] + 0.15
    for act, emphasis in ((Act.WAVE, 0.0), (Act.TALK, 1.0)):
        pose = Pose(act=act, phase=1.0, length=4.0, yaw=78, carries=True, emphasis=emphasis)
        x, y = _grasp(pose)
        assert abs(x - carrying[0]) < 0.12
        assert abs(y - carrying[1]) < 0.12


def test_what_somebody_drops_who_falls_lies_on_the_ground():
    assert _carried("letter", _holder(act=Act.FALL)).lift == 0.0


def test_only_a_puppet_with_hands_carries():
    assert isinstance(TOM, Handed)
    fox = puppet_for("FOX", "", "", 11)
    assert not isinstance(fox, Handed)
    free = Placed(3.0, 0.4, Pose())
    assert in_hand(free, thing_for("letter"), _holder(), fox) == free


def test_a_player_who_carries_says_so_in_the_pose():
    beat = Beat(Act.STAND, 0.0, 4.0, 0.0, 0.0, 38.0)
    assert pose_at(Player("TOM", TOM, (beat,), carries=True), 1.0).pose.carries
    assert not pose_at(Player("TOM", TOM, (beat,)), 1.0).pose.carries
