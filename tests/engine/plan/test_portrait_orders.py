"""A portrait's order says who it is as the film's own orders do, and nothing of what else the film holds."""

from __future__ import annotations

import pytest

from engine.film.document import Film
from engine.film.rate import FILM
from engine.film.setup import Size
from engine.plan.orders import key_of
from engine.plan.plan import orders
from engine.plan.portraits import RASTER, portrait_of
from engine.script.breakdown import breakdown
from engine.script.reading import read_text

SCRIPT = """
INT. TEAHOUSE - NIGHT

MEI, 30, a tall woman in a green qipao, sits at a table with a CUP.

EXT. RIVER - DAY

MEI walks along the river.
"""


@pytest.fixture(scope="module")
def film() -> Film:
    return breakdown(read_text(SCRIPT), rate=FILM)


def test_who_sits_for_it_is_who_plays(film: Film) -> None:
    mei = film.cast[0]
    order = portrait_of(film, mei.id)
    played = next(order for shot, order in orders(film) if shot.cast)
    seen = played.cast[0]
    assert [(s.name, s.description, s.look, s.look_seed, s.period) for s in order.cast] == [
        (seen.name, seen.description, seen.look, seen.look_seed, seen.period)
    ]
    assert (order.raster, order.setup.size, order.action, order.head) == (RASTER, Size.MEDIUM_CLOSE, "", 0)


def test_props_and_places_have_theirs(film: Film) -> None:
    cup = next(prop for prop in film.props if "cup" in prop.name.casefold())
    assert [prop.name for prop in portrait_of(film, cup.id).props] == [cup.name]
    river = next(place for place in film.places if "RIVER" in place.name)
    assert portrait_of(film, river.id).place.name == river.name


def test_another_shot_changes_no_portrait_and_another_look_does(film: Film) -> None:
    mei = film.cast[0]
    fewer = film.with_(scenes=film.scenes[:1])
    assert key_of(portrait_of(fewer, mei.id)) == key_of(portrait_of(film, mei.id))
    other = mei.with_(description="a short woman with a cane")
    redrawn = film.with_(cast=(other, *film.cast[1:]))
    assert key_of(portrait_of(redrawn, mei.id)) != key_of(portrait_of(film, mei.id))


def test_nobody_has_no_portrait(film: Film) -> None:
    with pytest.raises(KeyError):
        portrait_of(film, "nobody")
