"""How four legs go: the order of the feet, how long they stand, and that no foot slides on the ground."""

from __future__ import annotations

import itertools

import pytest

from engine.backends.animatic.acting import pose_at
from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.puppets.paces import AMBLE, BOUND, TROT, WALK, Gait, gait_of, paced
from engine.backends.animatic.puppets.quadruped import Quadruped, build_of
from engine.backends.animatic.stage import Act, Beat, Player

FORE_LEFT, FORE_RIGHT, HIND_LEFT, HIND_RIGHT = range(4)


def beast(name: str) -> Quadruped:
    puppet = puppet_for(name, name, "", 5, (), ())
    assert isinstance(puppet, Quadruped)
    return puppet


def landings(gait: Gait) -> list[int]:
    """The feet in the order in which they come down, from the left hind foot on, over one stride far from both ends."""
    moments = [paced(gait, 40 + i / 100, 0.0, 1.2, 0.8) for i in range(400)]
    order = [
        foot
        for now, then in itertools.pairwise(moments)
        for foot in range(4)
        if not now.feet[foot].planted and then.feet[foot].planted
    ]
    first = order.index(HIND_LEFT)
    return order[first : first + 4]


def test_a_walk_is_left_hind_left_fore_right_hind_right_fore() -> None:
    assert landings(WALK) == [HIND_LEFT, FORE_LEFT, HIND_RIGHT, FORE_RIGHT]
    moments = [paced(WALK, 40 + i / 100, 0.0, 1.2, 0.8) for i in range(400)]
    share = sum(m.feet[0].planted for m in moments) / len(moments)
    assert 0.58 < share < 0.72
    assert min(sum(foot.planted for foot in m.feet) for m in moments) >= 2


def test_a_trot_pairs_the_diagonals_and_a_hare_bounds() -> None:
    for i in range(100):
        fore_left, fore_right, hind_left, hind_right = paced(TROT, 40 + i / 50, 0.0, 2.0, 0.8).feet
        assert fore_left.planted == hind_right.planted
        assert fore_right.planted == hind_left.planted
    hops = [paced(BOUND, 40 + i / 100, 0.0, 1.0, 0.2).feet for i in range(200)]
    assert any(not any(foot.planted for foot in feet) for feet in hops)


@pytest.mark.parametrize(
    ("name", "speed", "runs", "springs"),
    [("horse", 3.4, True, True), ("deer", 3.0, True, True), ("dog", 2.1, True, True), ("cat", 0.6, False, False), ("elephant", 3.4, True, False)],
)  # fmt: skip
def test_who_runs_gallops_and_an_elephant_never_does(name: str, speed: float, runs: bool, springs: bool) -> None:
    puppet = beast(name)
    gait = gait_of(puppet.breed, speed, (1 - puppet.breed.deep * 0.6) * puppet.tall, runs=runs)
    assert gait.springs is springs
    if name == "elephant":
        assert gait is AMBLE


@pytest.mark.parametrize(("name", "act", "span"), [
    ("horse", Act.WALK, 4.0), ("horse", Act.RUN, 9.0), ("dog", Act.WALK, 1.7), ("cat", Act.RUN, 3.1), ("rabbit", Act.RUN, 2.0), ("elephant", Act.WALK, 3.0),
])  # fmt: skip
def test_no_foot_slides_while_it_stands(name: str, act: Act, span: float) -> None:
    puppet = beast(name)
    player = Player(name, puppet, (Beat(act, 0.0, 3.0, 0.0, span, 90), Beat(Act.STAND, 3.0, 4.0, span, span, 90)))
    long = puppet.breed.long * puppet.tall
    stood: list[float] = []
    for foot in range(4):
        at: float | None = None
        for i in range(1, 290):
            now = pose_at(player, i / 100)
            x, up = puppet.foot(now.pose, foot)
            where = now.x + x
            if up > 1e-6:
                at = None
                continue
            at = where if at is None else at
            stood.append(abs(where - at))
    assert max(stood) < 0.01 * long


def test_the_way_begins_and_ends_on_four_feet() -> None:
    puppet = beast("horse")
    player = Player("horse", puppet, (Beat(Act.WALK, 0.0, 3.0, 0.0, 4.0, 90),))
    from_rest, at_rest = pose_at(player, 0.0).pose, pose_at(player, 3.0 - 1e-6).pose
    still = build_of(puppet.breed, pose_at(Player("h", puppet, ()), 0.0).pose, puppet.tall)
    for pose in (from_rest, at_rest):
        for (x, up), (rest, _) in zip(build_of(puppet.breed, pose, puppet.tall).feet, still.feet, strict=True):
            assert abs(x - rest) < 0.02
            assert up < 0.01


def test_a_galloping_trunk_rocks_and_a_cats_spine_flexes() -> None:
    horse, cat = beast("horse"), beast("cat")
    run = [Beat(Act.RUN, 0.0, 3.0, 0.0, 8.0, 90)]
    builds = [build_of(horse.breed, pose_at(Player("h", horse, tuple(run)), 1 + i / 24).pose, horse.tall) for i in range(24)]  # fmt: skip
    tilts = [b.chest[1] - b.rump[1] for b in builds]
    assert max(tilts) > 0.08
    assert min(tilts) < -0.08
    cats = [build_of(cat.breed, pose_at(Player("c", cat, tuple(run)), 1 + i / 24).pose, cat.tall) for i in range(24)]
    lengths = [b.chest[0] - b.rump[0] for b in cats]
    assert max(lengths) / min(lengths) > 1.12
