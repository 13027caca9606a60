"""Markers of a cut, Film -> Film: notes at a frame, each with a colour.

A locked cut is what was agreed on, and its notes are part of that, so it takes none. Raises
BadInput for a locked cut, for an id that does not exist, and for a frame before the head.
"""

from __future__ import annotations

from typing import Any

from engine.film.bench import open_cut
from engine.film.cuts import Colour, Cut, Marker
from engine.film.document import Film
from engine.film.faults import amended
from engine.film.locate import index_of, put
from engine.film.rows import NewId
from engine.film.values import fresh_id


def add_marker(
    film: Film, cut_id: str, frame: int, *, text: str = "", colour: Colour = "amber", new_id: NewId = fresh_id
) -> Film:
    """A marker at record frame `frame`; where one stands already, nothing changes."""
    cut = open_cut(film, cut_id)
    if any(marker.frame == frame for marker in cut.markers):
        return film
    blank = Marker(id=new_id(), frame=0)
    return _with_markers(
        film, cut, (*cut.markers, amended(blank, "The marker", {"frame": frame, "text": text, "colour": colour}))
    )


def edit_marker(film: Film, cut_id: str, marker_id: str, **changes: Any) -> Film:
    """The marker with another text=, colour= or frame=."""
    cut = open_cut(film, cut_id)
    index = index_of(cut.markers, marker_id, "marker")
    return _with_markers(film, cut, put(cut.markers, index, amended(cut.markers[index], "The marker", changes)))


def remove_marker(film: Film, cut_id: str, marker_id: str) -> Film:
    """The cut without that marker."""
    cut = open_cut(film, cut_id)
    return _with_markers(film, cut, put(cut.markers, index_of(cut.markers, marker_id, "marker")))


def _with_markers(film: Film, cut: Cut, markers: tuple[Marker, ...]) -> Film:
    """Markers stand in record order, so that a list of them reads like the cut."""
    ordered = tuple(sorted(markers, key=lambda each: each.frame))
    cuts = put(film.cuts, index_of(film.cuts, cut.id, "cut"), cut.with_(markers=ordered))
    return film.with_(cuts=cuts)
