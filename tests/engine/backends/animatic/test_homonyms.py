"""A bat that is swung is a club; a bat that flies is an animal."""

import pytest

from engine.backends.animatic.puppets.casting import prop_for
from engine.backends.animatic.puppets.homonyms import meant
from engine.backends.animatic.puppets.things import OwnCut
from engine.backends.animatic.puppets.wild.creature import Creature


@pytest.mark.parametrize(
    ("action", "club"),
    [
        ("Sam swings a bat.", True), ("Sam grips the old bat and waits for the ball.", True), ("A bat flies over his head.", False), ("The bat hangs from the beam.", False),
        ("She hits the ball with a bat.", True), ("Bats pour out of the cave.", False),
    ],
)  # fmt: skip
def test_a_bat_is_what_is_done_with_it(action: str, club: bool) -> None:
    puppet = prop_for(meant("bat", action))
    assert isinstance(puppet, OwnCut if club else Creature)


def test_a_mouse_on_a_desk_is_no_beast() -> None:
    assert meant("mouse", "She clicks the mouse.") == "computer mouse"
    assert meant("mouse", "A mouse runs under the stove.") == "mouse"
    assert meant("seal", "He breaks the seal of the letter.") == "stamp"
    assert meant("red lantern", "He swings the lantern.") == "red lantern"


def test_a_baseball_bat_is_a_club_whatever_happens() -> None:
    assert isinstance(prop_for("baseball bat"), OwnCut)
    assert isinstance(prop_for("球棒"), OwnCut)


def test_smoke_that_is_lit_is_a_cigarette() -> None:
    assert meant("烟", "阿K点燃一支烟，抬头看。") == "香烟"
    assert meant("烟", "屋顶上冒出烟来。") == "烟"
