"""Birds do what birds do: peck, preen, sleep with the head on the back, look about, spread their wings, brake before they land."""

from __future__ import annotations

import pytest

from engine.backends.animatic.acting import pose_at
from engine.backends.animatic.puppets.bird import Bird
from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.stage import Act, Beat, Player, Pose


def bird(name: str) -> Bird:
    puppet = puppet_for(name, name, "", 5, (), ())
    assert isinstance(puppet, Bird)
    return puppet


@pytest.mark.parametrize("name", ["sparrow", "crow", "crane", "duck", "鸡"])
def test_a_bird_that_eats_pecks_at_the_ground_and_looks_up_again(name: str) -> None:
    one = bird(name)
    heads = [
        -one.head_at(Pose(act=Act.BUSINESS, business="eat", phase=1 + i / 24, length=6, yaw=80))[1] for i in range(72)
    ]
    still = -one.head_at(Pose(yaw=80))[1]
    assert min(heads) < 0.45 * still
    assert max(heads) > 1.4 * min(heads)


def test_who_preens_or_sleeps_has_the_beak_over_the_back() -> None:
    crow = bird("crow")
    for business, act in (("wash", Act.BUSINESS), ("sleep", Act.LIE)):
        pose = Pose(act=act, business=business, phase=2, length=4, yaw=80)
        assert crow.looks_back(pose)
        assert crow.beak_at(pose)[0] < crow.head_at(pose)[0]
    assert not crow.looks_back(Pose(yaw=80))


def test_a_bird_looks_to_either_side_in_turn() -> None:
    dove = bird("dove")
    seen = {dove.looks_back(Pose(act=Act.BUSINESS, business="look around", phase=t / 4, length=4)) for t in range(12)}
    assert seen == {True, False}


def test_who_lands_brakes_with_the_breast_up_and_who_flies_on_does_not() -> None:
    crow = bird("crow")
    down = Player("c", crow, (Beat(Act.FLY, 0, 2, -2, 0, 80), Beat(Act.STAND, 2, 4, 0, 0, 40)))
    on = Player("c", crow, (Beat(Act.FLY, 0, 2, -2, 0, 80), Beat(Act.FLY, 2, 4, 0, 2, 80)))
    assert crow.perch(pose_at(down, 1.9).pose).lean > crow.perch(pose_at(down, 1.0).pose).lean + 20
    assert crow.perch(pose_at(on, 1.9).pose).lean == crow.perch(pose_at(on, 1.0).pose).lean


def test_who_takes_off_labours_upward() -> None:
    crow = bird("crow")
    up = Player("c", crow, (Beat(Act.STAND, 0, 1, 0, 0, 40), Beat(Act.FLY, 1, 4, 0, 3, 80, 2.0)))
    assert crow.perch(pose_at(up, 1.15).pose).lean > crow.perch(pose_at(up, 3.0).pose).lean + 10
