"""What other engines would make of a film: they are asked for what the shots wish, also where the film's own engine cannot use it."""

from __future__ import annotations

from app.state.forecast import Offer, Wish, offers
from engine.film.document import Film
from engine.film.shots import Rendering, Scene, Shot


def offered(rendering: Rendering, engine: str = "wan2.1-t2v-1.3b") -> Offer:
    """By that engine, for a film of the paper theatre's with two equal shots that are long for it."""
    shots = tuple(Shot(id=name, slate=f"1{name}", duration=200, rendering=rendering) for name in "AB")
    film = Film(title="One", engine="animatic", scenes=(Scene(id="s", number="1", shots=shots),))
    return next(each for each in offers(film, None, Wish(), lambda key: False) if each.manifest.id == engine)


def test_a_shot_that_may_be_slowed_down_is_not_too_long_for_another_engine() -> None:
    assert "draws at most" in offered(Rendering()).lacks
    assert offered(Rendering(overlong="stretch")).lacks == ""


def test_equal_shots_are_drawn_once() -> None:
    assert offered(Rendering(overlong="stretch")).cost.shots == 1
