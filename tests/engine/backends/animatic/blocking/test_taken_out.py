"""What comes out of a bag or a drawer never lies on the ground, and nobody stoops for it."""

from __future__ import annotations

import pytest

from engine.backends.animatic.acting import holder_at, pose_at
from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.stage import Player, Staging
from engine.film.rate import FILM, Raster
from engine.film.setup import Setup, Size
from engine.plan.orders import PlaceOrder, PropOrder, ShotOrder, SubjectOrder


def _stage(action: str, thing: str) -> tuple[Player, Player]:
    who = "老王" if not action.isascii() else "Anna"
    order = ShotOrder(
        engine="animatic", style="paper", language="en", raster=Raster(width=320, height=180), rate=FILM, frames=120, action=action,
        setup=Setup(size=Size.FULL), cast=(SubjectOrder(name=who, description="somebody", look_seed=3),),
        place=PlaceOrder(name="ROOM", interior=True), props=(PropOrder(name=thing),),
    )  # fmt: skip
    staging: Staging = stage(order)
    found = {player.name: player for player in staging.players}
    return found[who], found[thing]


@pytest.mark.parametrize(
    ("action", "thing"),
    [
        ("Anna pulls a letter from her bag.", "letter"),
        ("Anna takes out a letter.", "letter"),
        ("Anna takes a letter out of the drawer.", "letter"),
        ("老王从抽屉里取出一封信。", "信"),
        ("老王掏出一封信。", "信"),
    ],
)
def test_what_comes_out_of_something_lies_nowhere_before(action: str, thing: str) -> None:
    who, letter = _stage(action, thing)
    assert not any(beat.business == "pick up" for beat in who.beats)
    assert pose_at(letter, 0.1).lift > 0.3
    assert letter.z > who.z
    assert holder_at(letter, 4.5) == who.name


@pytest.mark.parametrize(
    ("action", "thing"),
    [
        ("Anna picks up a letter.", "letter"),
        ("Anna takes a letter from the floor.", "letter"),
        ("老王从地上捡起一封信。", "信"),
    ],
)
def test_what_lies_on_the_ground_is_stooped_for(action: str, thing: str) -> None:
    who, letter = _stage(action, thing)
    assert any(beat.business == "pick up" for beat in who.beats)
    assert pose_at(letter, 0.1).lift < 0.3
