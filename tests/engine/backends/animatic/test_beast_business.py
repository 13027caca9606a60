"""What animals can of the verbs: heads go down to eat, dogs dig and bark, everything leaps."""

from __future__ import annotations

import pytest

from engine.backends.animatic.acting import pose_at
from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.puppets.quadruped import Quadruped, build_of
from engine.backends.animatic.stage import Act, Beat, Player, Pose

HORSE, DOG = (puppet_for(name, name, "", 5, (), ()) for name in ("horse", "dog"))


def build(puppet: object, business: str, t: float = 1.6, act: Act = Act.BUSINESS):
    assert isinstance(puppet, Quadruped)
    return build_of(puppet.breed, Pose(act=act, business=business, phase=t, length=3.0, yaw=40), 1.0)


@pytest.mark.parametrize("business", ["eat", "drink", "search", "dig", "pick up"])
def test_the_head_goes_down_for_what_is_on_the_ground(business: str) -> None:
    still, bent = build(HORSE, ""), build(HORSE, business)
    assert bent.nod > still.nod + 20
    assert bent.chest[1] < still.chest[1]


@pytest.mark.parametrize(
    "business", ["shout", "dance", "stretch", "shake head", "look up", "struggle", "shiver", "crawl"]
)
def test_an_animal_does_something_of_its_own(business: str) -> None:
    assert any(build(DOG, business, t) != build(DOG, "", t) for t in (0.4, 0.9, 1.3))


def test_a_dog_leaps_off_the_ground_and_lands() -> None:
    player = Player(
        "dog", DOG, (Beat(Act.RUN, 0, 2, -1.0, 1.4, 78, business="jump"), Beat(Act.STAND, 2, 4, 1.4, 1.4, 38))
    )
    lifts = [pose_at(player, i / 24).lift for i in range(60)]
    assert max(lifts) > 0.25
    assert lifts[0] == lifts[-1] == 0
