"""Dissolves, fades and wipes at edit points, Film -> Film.

A transition takes no time of its own: it overlaps `before` frames of what leaves and `after` frames of what comes, so
each clip must have that many frames as a handle beyond its edge. At the head or tail of a track only one side exists.
Raises BadInput for a locked cut, where it does not fit, and where the handles are too short.
"""

from __future__ import annotations

from typing import Any

from engine.errors import BadInput
from engine.film.bench import Edge, clip_of, must_be_new_here, one_track, open_cut, put_cut
from engine.film.cuts import Cut, Track, Transition
from engine.film.document import Film
from engine.film.faults import amended
from engine.film.resolve import Style
from engine.film.rows import NewId, Row, fits, row_of, with_join
from engine.film.values import fresh_id


def add_transition(
    film: Film,
    cut_id: str,
    clip_id: str,
    edge: Edge,
    *,
    style: Style = "dissolve",
    before: int = 6,
    after: int = 6,
    new_id: NewId = fresh_id,
) -> Film:
    """A transition at the clip's head or tail; next to a gap or at the end of the track it goes from or to black."""
    cut = open_cut(film, cut_id)
    found, _ = clip_of(cut, clip_id)
    point = found.index if edge == "head" else found.index + 1
    if found.row.joins[point] is not None:
        raise BadInput("There is a transition at that edit point already.", "Change its length, or remove it first.")
    ends = {"before": before if point else 0, "after": after if point < len(found.row.timed) else 0}
    blank = Transition(id=new_id(), style=style)
    must_be_new_here(cut, blank.id)
    return _put_join(film, cut, found.track, found.row, point, amended(blank, "The transition", ends))


def edit_transition(film: Film, cut_id: str, transition_id: str, **changes: Any) -> Film:
    """The transition in another length (before=, after=) or style."""
    cut = open_cut(film, cut_id)
    track, row, point, join = _find(cut, transition_id)
    return _put_join(film, cut, track, row, point, amended(join, "The transition", changes))


def remove_transition(film: Film, cut_id: str, transition_id: str) -> Film:
    """A straight cut instead."""
    cut = open_cut(film, cut_id)
    track, row, point, _ = _find(cut, transition_id)
    return put_cut(film, one_track(cut, track, with_join(row, point, None)))


def first_clear(cut: Cut) -> int:
    """The first frame of a cut that no fade darkens: what stands for it at rest."""
    row = next((row_of(track) for track in cut.tracks if track.kind == "picture" and track.items), None)
    opening = row.joins[0] if row is not None else None
    return opening.after if opening is not None else 0


def _put_join(film: Film, cut: Cut, track: Track, row: Row, point: int, join: Transition) -> Film:
    row = with_join(row, point, join)
    if not fits(row):
        raise BadInput("The transition is longer than the clips beside it can bear.", "Make it shorter.")
    return put_cut(film, one_track(cut, track, row))


def _find(cut: Cut, transition_id: str) -> tuple[Track, Row, int, Transition]:
    for track in cut.tracks:
        row = row_of(track)
        for point, join in enumerate(row.joins):
            if join is not None and join.id == transition_id:
                return track, row, point, join
    raise BadInput(f"The cut {cut.name!r} has no transition with the id {transition_id!r}.", "Look it up again.")
