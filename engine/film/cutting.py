"""Edits of a cut by range, Film -> Film: insert, overwrite, append, fill, razor, lift, extract, ripple-delete.

What each does to the length of the cut:

    insert, append                  longer by the clip
    overwrite, fill, lift, razor    as it was (overwrite past the tail: up to the clip's end)
    extract, ripple_delete          shorter by the range

Nothing but the range changes, except that a transition goes when the edit point it stood on goes, and is shortened when
less of its clips is left than it needs. Record frames count from the cut's frame 0. `tracks` names the tracks that take
part (None: all of them; sound follows). Raises BadInput for a locked cut, for an id or frame that does not exist, and for
frames a shot does not have.
"""

from __future__ import annotations

from typing import Any

from engine.errors import BadInput
from engine.film.bench import (
    Found,
    Tracks,
    clip_of,
    each_track,
    item_of,
    must_be_new_here,
    must_be_open,
    one_track,
    open_cut,
    opened,
    opening,
    put_cut,
    replaced,
    track_of,
    with_markers_from,
)
from engine.film.cuts import Clip, Cut, Gap, Track
from engine.film.document import Film
from engine.film.faults import amended
from engine.film.locate import index_of, must_be_free, put
from engine.film.rows import NewId, Row, fits, row_of, spliced, split
from engine.film.values import fresh_id


def insert(
    film: Film, cut_id: str, track_id: str, at: int, clip: Clip, *, tracks: Tracks = None, new_id: NewId = fresh_id
) -> Film:
    """The clip goes in at record frame `at` and everything behind it moves right; the other tracks get a gap there.

    Past the tail of the track, a gap leads up to it.
    """
    cut = _ready_for(film, cut_id, clip, at)
    target = track_of(cut, track_id)

    def change(track: Track, row: Row) -> Row:
        if track.id != target.id:
            return opened(row, at, clip.frames, new_id)
        row, index = split(row, at, new_id)
        return spliced(row, index, index, (clip,))

    edited = each_track(cut, tracks, change, always=target.id)
    return put_cut(film, with_markers_from(edited, at, clip.frames) if tracks is None else edited)


def overwrite(film: Film, cut_id: str, track_id: str, at: int, clip: Clip, *, new_id: NewId = fresh_id) -> Film:
    """The clip takes the place of whatever the track has from `at` for as long as the clip lasts."""
    cut = _ready_for(film, cut_id, clip, at)
    track = track_of(cut, track_id)
    return put_cut(film, one_track(cut, track, replaced(row_of(track), at, at + clip.frames, (clip,), new_id)))


def append(film: Film, cut_id: str, track_id: str, clip: Clip) -> Film:
    """The clip comes last on the track; no other track changes."""
    cut = _ready_for(film, cut_id, clip, 0)
    track = track_of(cut, track_id)
    row = row_of(track)
    return put_cut(film, one_track(cut, track, spliced(row, len(row.timed), len(row.timed), (clip,))))


def fill(film: Film, cut_id: str, gap_id: str, clip: Clip, *, new_id: NewId = fresh_id) -> Film:
    """The clip goes into the gap: a longer one is trimmed at its tail, a shorter one leaves the rest of the gap."""
    cut = _ready_for(film, cut_id, clip, 0)
    found = item_of(cut, gap_id)
    if not isinstance(found.item, Gap):
        raise BadInput(f"{gap_id!r} is a clip, not a gap.", "Use overwrite instead.")
    fitting = clip.with_(frames=min(clip.frames, found.item.frames))
    rest = opening(found.item.frames - fitting.frames, new_id)
    return put_cut(
        film, one_track(cut, found.track, spliced(found.row, found.index, found.index + 1, (fitting, *rest)))
    )


def razor(film: Film, cut_id: str, frame: int, *, tracks: Tracks = None, new_id: NewId = fresh_id) -> Film:
    """Clips that `frame` lies inside are divided there; what is seen stays the same, so never inside a transition."""
    cut = open_cut(film, cut_id)

    def change(_: Track, row: Row) -> Row:
        for index in range(len(row.joins)):
            before, after = row.overlap(index)
            if row.edge(index) - before < frame < row.edge(index) + after:
                raise BadInput(f"Frame {frame} lies inside a transition.", "Cut beside it, or remove it first.")
        return split(row, frame, new_id)[0] if 0 < frame < row.frames else row

    return put_cut(film, each_track(cut, tracks, change))


def lift(film: Film, cut_id: str, start: int, end: int, *, tracks: Tracks = None, new_id: NewId = fresh_id) -> Film:
    """Record frames [start, end) become a gap."""
    cut = open_cut(film, cut_id)
    _must_be_range(start, end)

    def change(_: Track, row: Row) -> Row:
        last = min(end, row.frames)
        return replaced(row, start, last, opening(last - start, new_id), new_id) if start < last else row

    return put_cut(film, each_track(cut, tracks, change))


def extract(film: Film, cut_id: str, start: int, end: int, *, tracks: Tracks = None, new_id: NewId = fresh_id) -> Film:
    """Record frames [start, end) go, and what follows moves left."""
    cut = open_cut(film, cut_id)
    _must_be_range(start, end)

    def change(_: Track, row: Row) -> Row:
        return replaced(row, start, end, (), new_id) if start < row.frames else row

    edited = each_track(cut, tracks, change)
    return put_cut(film, with_markers_from(edited, start, start - end) if tracks is None else edited)


def ripple_delete(film: Film, cut_id: str, item_id: str, *, tracks: Tracks = None, new_id: NewId = fresh_id) -> Film:
    """The clip (or gap) goes with its time, on its own track and on `tracks`."""
    found = item_of(open_cut(film, cut_id), item_id)
    wanted = None if tracks is None else {*tracks, found.track.id}
    return extract(film, cut_id, found.at, found.end, tracks=wanted, new_id=new_id)


def lift_clip(film: Film, cut_id: str, clip_id: str, *, new_id: NewId = fresh_id) -> Film:
    """The clip goes, its time stays as a gap; no other track changes."""
    found, _ = clip_of(open_cut(film, cut_id), clip_id)
    return lift(film, cut_id, found.at, found.end, tracks=(found.track.id,), new_id=new_id)


def pin_take(film: Film, cut_id: str, clip_id: str, take_id: str | None) -> Film:
    """The clip shows this take whatever is circled; None lets it follow the circled or newest one again."""
    cut = open_cut(film, cut_id)
    found, clip = clip_of(cut, clip_id)
    return put_cut(film, _with_item(cut, found, clip.with_(take=take_id)))


def set_gain(film: Film, cut_id: str, clip_id: str, gain: float) -> Film:
    """The clip is heard `gain` decibels louder or softer."""
    cut = open_cut(film, cut_id)
    found, clip = clip_of(cut, clip_id)
    return put_cut(film, _with_item(cut, found, amended(clip, "The clip", {"gain": gain})))


def add_track(film: Film, cut_id: str, track: Track) -> Film:
    """One more track, above the others."""
    cut = open_cut(film, cut_id)
    must_be_free(track.id, (each.id for each in cut.tracks), f"track in the cut {cut.name!r}")
    for item in track.items:
        must_be_new_here(cut, item.id)
    _must_fit(track)
    return put_cut(film, cut.with_(tracks=(*cut.tracks, track)))


def set_track(film: Film, cut_id: str, track: Track) -> Film:
    """The track of that id, with other items."""
    cut = open_cut(film, cut_id)
    must_be_open(track_of(cut, track.id))
    index = index_of(cut.tracks, track.id, f"track in the cut {cut.name!r}")
    for item in track.items:
        must_be_new_here(cut.with_(tracks=put(cut.tracks, index)), item.id)
    _must_fit(track)
    return put_cut(film, cut.with_(tracks=put(cut.tracks, index, track)))


def remove_track(film: Film, cut_id: str, track_id: str) -> Film:
    """The cut without that track."""
    cut = open_cut(film, cut_id)
    must_be_open(track_of(cut, track_id))
    return put_cut(film, cut.with_(tracks=put(cut.tracks, index_of(cut.tracks, track_id, "track"))))


def edit_track(film: Film, cut_id: str, track_id: str, **changes: Any) -> Film:
    """The track with another name, gain, play= or locked=; also while it is locked, for no frame moves."""
    cut = open_cut(film, cut_id)
    if "items" in changes:
        raise BadInput("The items of a track are not one of its settings.", "Use set_track instead.")
    index = index_of(cut.tracks, track_id, "track")
    track = amended(cut.tracks[index], "The track", changes)
    return put_cut(film, cut.with_(tracks=put(cut.tracks, index, track)))


def _with_item(cut: Cut, found: Found, clip: Clip) -> Cut:
    must_be_open(found.track)
    items = tuple(clip if item.id == clip.id else item for item in found.track.items)
    index = index_of(cut.tracks, found.track.id, "track")
    return cut.with_(tracks=put(cut.tracks, index, found.track.with_(items=items)))


def _ready_for(film: Film, cut_id: str, clip: Clip, at: int) -> Cut:
    cut = open_cut(film, cut_id)
    must_be_new_here(cut, clip.id)
    if at < 0:
        raise BadInput(f"Frame {at} lies before the head of the cut.", "Choose a frame from 0 on.")
    return cut


def _must_be_range(start: int, end: int) -> None:
    if not 0 <= start < end:
        raise BadInput(f"Frames {start} to {end} are no range of the cut.", "Choose a first frame and a later end.")


def _must_fit(track: Track) -> None:
    ids = [item.id for item in track.items]
    if len(set(ids)) < len(ids):
        raise BadInput("Two items of the track have the same id.", "Give each an id of its own.")
    if not fits(row_of(track)):
        raise BadInput("A transition on the track runs past its clips.", "Make it shorter.")
