"""A photograph on the stage: people in it, not on the stage beside it; in the hand of who looks at it, or on its wall."""

from __future__ import annotations

import pytest

from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.puppets.likeness import Likeness
from engine.film.rate import FILM, Raster
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_text


def _staged(action: str):
    film = breakdown(
        read_text(f"INT. LIVING ROOM - DAY\n\n{action}\n"), rate=FILM, raster=Raster(width=320, height=180)
    )
    return stage(next(order for _, order in orders(film)))


def test_who_is_only_in_the_photograph_is_not_in_the_room():
    staging = _staged("MARA looks at a photograph of TOM, a boy with red hair.")
    assert [p.name for p in staging.players if not p.is_thing] == ["MARA"]
    (photo,) = (p for p in staging.players if isinstance(p.puppet, Likeness))
    assert photo.carried_by == "MARA"


def test_who_is_in_the_photograph_and_in_the_room_is_in_both():
    staging = _staged("MARA shows a photograph of TOM. TOM laughs.")
    assert {p.name for p in staging.players if not p.is_thing} == {"MARA", "TOM"}


@pytest.mark.parametrize(
    ("action", "held"),
    [
        ("MARA stares at the letter.", True),
        ("MARA studies a photograph.", True),
        ("MARA looks at the photograph on the wall.", False),
        ("MARA looks at the letter on the table.", False),
    ],
)
def test_what_somebody_looks_at_is_in_the_hand_unless_it_is_somewhere(action, held):
    staging = _staged(action)
    assert any(p.is_thing and p.carried_by == "MARA" for p in staging.players) == held


def test_a_portrait_that_hangs_is_off_the_ground():
    staging = _staged("On the wall hangs a family portrait.")
    (portrait,) = (p for p in staging.players if isinstance(p.puppet, Likeness))
    assert portrait.lift > 1.0
