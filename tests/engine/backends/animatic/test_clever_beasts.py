"""A monkey has hands: what it holds is in the paw, and it bows and gives."""

from __future__ import annotations

import pytest

from engine.backends.animatic.puppets.wild.clever import Clever, lean_of, paw_of
from engine.backends.animatic.puppets.wild.menagerie import creature
from engine.backends.animatic.stage import Act, Handed, Pose


def test_a_monkey_holds_and_a_turtle_does_not() -> None:
    monkey = creature("wild:monkey", 1.0)
    assert isinstance(monkey, Clever)
    assert isinstance(monkey, Handed)
    assert not isinstance(creature("wild:turtle", 0.5), Handed)
    assert monkey.grasp(Pose()) is None
    across, up = monkey.grasp(Pose(carries=True, yaw=60)) or (0.0, 0.0)
    assert 0.3 < across < 0.7
    assert 0.3 < up < 0.6


@pytest.mark.parametrize("business", ["give", "reach", "scratch head"])
def test_what_a_monkey_does_moves_its_hand(business: str) -> None:
    assert paw_of(Pose()) is None
    assert paw_of(Pose(act=Act.BUSINESS, business=business, phase=1.0)) is not None


def test_a_monkey_bows() -> None:
    assert lean_of(Pose(act=Act.BUSINESS, business="bow", phase=0.5, length=1.0)) > 15
