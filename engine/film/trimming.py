"""Edits of a cut at an edge, Film -> Film: trim, ripple, roll, slip, slide.

`by` is always how many frames to the right (later) the edge, the edit point or the clip moves; negative moves it left.

    trim      one edge moves; a gap opens, or one beside it is used up            cut as long as before *
    ripple    one edge moves; everything behind keeps its content and follows     longer or shorter by `by`
    roll      the edit point between two items moves                              as long as before
    slip      the clip shows a later (+) or earlier (-) part of its shot          as long as before
    slide     the clip moves between its neighbours, which give and take          as long as before

    * trimming the last tail of a track makes the track end there

Transitions stay on their edit points and are shortened where they no longer fit; one between two clips goes when a gap
opens there. Raises BadInput for a locked cut, when
no frame of a clip would be left, when something is in the way, and for frames a shot does not have.
"""

from __future__ import annotations

from engine.errors import BadInput
from engine.film.bench import (
    Edge,
    Found,
    Tracks,
    clip_of,
    each_track,
    one_track,
    open_cut,
    opened,
    opening,
    put_cut,
    replaced,
    with_markers_from,
)
from engine.film.cuts import Clip, Gap, Track
from engine.film.document import Film
from engine.film.rows import NewId, Row, Timed, changed, spliced, with_join
from engine.film.supply import Span, available, shots_by_id
from engine.film.values import fresh_id


def trim(film: Film, cut_id: str, clip_id: str, edge: Edge, by: int, *, new_id: NewId = fresh_id) -> Film:
    """One edge of the clip moves and nothing else does: a gap opens behind it, or the gap before it is used up."""
    cut = open_cut(film, cut_id)
    found, clip = clip_of(cut, clip_id)
    row = changed(found.row, found.index, _edged(clip, edge, by))
    outward = -by if edge == "head" else by
    row = (
        _room_given(row, found.index, edge, -outward, new_id) if outward < 0 else _room_taken(row, found, edge, outward)
    )
    return put_cut(film, one_track(cut, found.track, row))


def ripple(
    film: Film, cut_id: str, clip_id: str, edge: Edge, by: int, *, tracks: Tracks = None, new_id: NewId = fresh_id
) -> Film:
    """One edge of the clip moves and everything behind follows, on the clip's track and on `tracks` (None: all).

    The clip stays where it begins in the cut: rippling its head takes frames from (or gives them to) its first part.
    """
    cut = open_cut(film, cut_id)
    found, clip = clip_of(cut, clip_id)
    edited = _edged(clip, edge, by)
    longer = edited.frames - clip.frames
    first = found.at if edge == "head" else found.end + min(0, longer)

    def change(track: Track, row: Row) -> Row:
        if track.id == found.track.id:
            return changed(row, found.index, edited)
        return _rippled(row, first, longer, new_id)

    after = each_track(cut, tracks, change, always=found.track.id)
    return put_cut(film, with_markers_from(after, first, longer) if tracks is None else after)


def roll(film: Film, cut_id: str, clip_id: str, edge: Edge, by: int) -> Film:
    """The edit point at that edge of the clip moves: what one side gives, the other takes."""
    cut = open_cut(film, cut_id)
    found, _ = clip_of(cut, clip_id)
    point = found.index if edge == "head" else found.index + 1
    if not 0 < point < len(found.row.timed):
        raise BadInput("There is nothing to roll against at the end of a track.", "Trim or ripple it instead.")
    return put_cut(film, one_track(cut, found.track, _with_edges(found.row, point - 1, point, by)))


def slip(film: Film, cut_id: str, clip_id: str, by: int) -> Film:
    """The clip keeps its place and length and shows another part of its shot, `by` frames later."""
    cut = open_cut(film, cut_id)
    found, clip = clip_of(cut, clip_id)
    row = changed(found.row, found.index, clip.with_(start=clip.start + by))
    return put_cut(film, one_track(cut, found.track, row))


def slide(film: Film, cut_id: str, clip_id: str, by: int) -> Film:
    """The clip keeps its content and moves `by` frames; the neighbour it leaves grows, the other shrinks."""
    cut = open_cut(film, cut_id)
    found, _ = clip_of(cut, clip_id)
    if not 0 < found.index < len(found.row.timed) - 1:
        raise BadInput("A clip at the end of a track has no neighbour to slide against.", "Trim or ripple it instead.")
    row = _with_edges(found.row, found.index - 1, found.index + 1, by)
    return put_cut(film, one_track(cut, found.track, row))


def room(film: Film, cut_id: str, clip_id: str) -> Span:
    """The frames the clip's source can give, so that a drag can stop there: [first, end), from the shot's frame 0."""
    _, clip = clip_of(open_cut(film, cut_id), clip_id)
    return available(film, clip, shots_by_id(film))


def _edged(clip: Clip, edge: Edge, by: int) -> Clip:
    """The clip with one edge moved."""
    frames = clip.frames - by if edge == "head" else clip.frames + by
    if frames < 1:
        raise BadInput("That would leave no frame of the clip.", "Remove the clip instead.")
    return clip.with_(start=clip.start + by, frames=frames) if edge == "head" else clip.with_(frames=frames)


def _room_given(row: Row, index: int, edge: Edge, frames: int, new_id: NewId) -> Row:
    """A gap where the clip's edge moved inward; none at the tail of the track, which simply ends there."""
    point = index if edge == "head" else index + 1
    if point == len(row.timed):
        return row
    beside = index - 1 if edge == "head" else index + 1
    if beside >= 0 and isinstance(gap := row.timed[beside], Gap):
        return changed(row, beside, gap.with_(frames=gap.frames + frames))
    join = row.joins[point]
    row = spliced(row, point, point, opening(frames, new_id))
    return row if point else with_join(row, 1, join)  # a fade from black is the clip's


def _room_taken(row: Row, found: Found, edge: Edge, frames: int) -> Row:
    """The gap beside the clip's edge, which moved outward, gives way."""
    beside = found.index - 1 if edge == "head" else found.index + 1
    if frames == 0 or beside == len(row.timed):
        return row
    gap = row.timed[beside] if beside >= 0 else None
    if not isinstance(gap, Gap) or gap.frames < frames:
        room = f"only {gap.frames} empty frames" if isinstance(gap, Gap) else "no empty frames"
        raise BadInput(f"There are {room} beside the clip.", "Ripple or roll the edge instead.")
    if gap.frames == frames:
        join = row.joins[found.index if edge == "head" else found.index + 1]
        row = spliced(row, beside, beside + 1, ())
        return with_join(row, beside, join) if beside in (0, len(row.timed)) else row
    return changed(row, beside, gap.with_(frames=gap.frames - frames))


def _rippled(row: Row, at: int, longer: int, new_id: NewId) -> Row:
    """Another track follows: `longer` frames open at `at`, or are taken out from there."""
    if longer > 0:
        return opened(row, at, longer, new_id)
    return replaced(row, at, at - longer, (), new_id) if longer and at < row.frames else row


def _moved(item: Timed, edge: Edge, by: int) -> Timed | None:
    """The item with one edge moved; None for a gap that is used up."""
    if isinstance(item, Clip):
        return _edged(item, edge, by)
    frames = item.frames - by if edge == "head" else item.frames + by
    if frames < 0:
        raise BadInput(f"The gap beside the clip has only {item.frames} frames.", "Move it less far.")
    return item.with_(frames=frames) if frames else None


def _with_edges(row: Row, left: int, right: int, by: int) -> Row:
    """The tail of item `left` and the head of item `right` moved together; a gap that is used up goes."""
    moved = {left: _moved(row.timed[left], "tail", by), right: _moved(row.timed[right], "head", by)}
    for index in (right, left):
        item = moved[index]
        row = spliced(row, index, index + 1, ()) if item is None else changed(row, index, item)
    return row
