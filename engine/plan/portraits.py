"""The order for somebody's portrait: what the paper theatre would draw of a subject, a prop or a place by itself.

It is the order of a one-shot film with nothing else in it, so whoever is cast for the film sits for the portrait, in the same
clothes, and whatever changes the one changes the other.
"""

from __future__ import annotations

from engine.film.document import Film
from engine.film.rate import Raster
from engine.film.setup import Setup, Size
from engine.film.shots import Casting, Scene, Shot
from engine.plan.orders import ShotOrder
from engine.plan.period import Period, periods_of
from engine.plan.plan import orders

RASTER = Raster(width=320, height=320)

_ID = "portrait"


def portrait_of(film: Film, entry_id: str, look: str | None = None) -> ShotOrder:
    """The order for a portrait of the subject (in that look), prop or place with that id. Raises KeyError."""
    scene = _scene(film, entry_id, look)
    alone = film.with_(scenes=(scene,), cuts=(), raster=RASTER, handles=0, engine="animatic")
    ((_, order),) = orders(alone)
    period = _period(film, entry_id)
    cast = tuple(subject.with_(period=period) for subject in order.cast)
    return order.with_(period=period, cast=cast)


def _period(film: Film, entry_id: str) -> Period:
    """A place is of the time of the first scene that plays there."""
    periods = periods_of(film)
    here = next((scene.id for scene in film.scenes if scene.place == entry_id), "")
    return periods.of_scene(here) if here else periods.of_subject(entry_id)


def _scene(film: Film, entry_id: str, look: str | None) -> Scene:
    seconds = round(2 * film.rate)
    place = next((place for place in film.places if place.id == entry_id), None)
    if place is not None:
        setup = Setup(size=Size.WIDE)
        heading = _heading(film, entry_id)
        shot = Shot(id=_ID, slate=_ID, duration=seconds, setup=setup)
        return Scene(id=_ID, number="1", heading=heading, place=entry_id, shots=(shot,))
    if any(prop.id == entry_id for prop in film.props):
        shot = Shot(id=_ID, slate=_ID, duration=seconds, setup=Setup(size=Size.CLOSE_UP), props=(entry_id,))
    else:
        film.subject(entry_id)
        cast = (Casting(subject=entry_id, look=look),)
        shot = Shot(id=_ID, slate=_ID, duration=seconds, setup=Setup(size=Size.MEDIUM_CLOSE), cast=cast)
    return Scene(id=_ID, number="1", shots=(shot,))


def _heading(film: Film, place_id: str) -> str:
    return next((scene.heading for scene in film.scenes if scene.place == place_id), "")
