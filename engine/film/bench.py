"""The cutting bench: where every edit of a cut begins (find it, unlocked) and ends (settle it, check it, put it back).

The check at the end is what lets the verbs stay simple. Each works on rows as if there were endless picture; here a
clip that now reaches past what its shot can give is refused. A clip that already reached too far (its take came out
short) may stay or shrink, but not reach further.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, TypeAlias

from engine.errors import BadInput
from engine.film.cuts import Clip, Cut, Gap, Track
from engine.film.document import Film
from engine.film.locate import index_of, must_be_free, put
from engine.film.rows import NewId, Row, Timed, changed, row_of, settled, spliced, split, with_row
from engine.film.supply import Shots, Span, available, shots_by_id

Edge: TypeAlias = Literal["head", "tail"]
Tracks: TypeAlias = Iterable[str] | None
"""Ids of the tracks that take part; None means all, so that picture and sound stay in step."""

Source: TypeAlias = tuple[str | None, str | None, str | None]


class Need(NamedTuple):
    """What a clip needs of its source: film frames [first, end), from the shot's frame 0."""

    clip: Clip
    source: Source
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """An item of a cut: on which track, at which position of its row, from which record frame."""

    track: Track
    row: Row
    index: int
    at: int
    item: Timed

    @property
    def end(self) -> int:
        """The record frame behind its last one."""
        return self.at + self.item.frames


def cut_of(film: Film, cut_id: str) -> Cut:
    """The cut of that id, locked or not."""
    return film.cuts[index_of(film.cuts, cut_id, "cut")]


def open_cut(film: Film, cut_id: str) -> Cut:
    """The cut of that id. Raises BadInput when it is locked."""
    cut = cut_of(film, cut_id)
    if cut.locked:
        raise BadInput(f"The cut {cut.name!r} is locked.", "Duplicate it and edit the copy, or unlock it.")
    return cut


def track_of(cut: Cut, track_id: str) -> Track:
    """The track of that id."""
    return cut.tracks[index_of(cut.tracks, track_id, f"track in the cut {cut.name!r}")]


def item_of(cut: Cut, item_id: str) -> Found:
    """The clip or gap of that id."""
    for track in cut.tracks:
        if any(item.id == item_id for item in track.items):
            row = row_of(track)
            for index, at, item in row.placed():
                if item.id == item_id:
                    return Found(track, row, index, at, item)
    raise BadInput(f"The cut {cut.name!r} has no clip with the id {item_id!r}.", "Look it up again.")


def clip_of(cut: Cut, clip_id: str) -> tuple[Found, Clip]:
    """The clip of that id."""
    found = item_of(cut, clip_id)
    if not isinstance(found.item, Clip):
        raise BadInput(f"{clip_id!r} is a gap, not a clip.", "Fill it first.")
    return found, found.item


def must_be_new_here(cut: Cut, item_id: str) -> None:
    """Raises BadInput when the cut has an item of that id."""
    must_be_free(item_id, (item.id for track in cut.tracks for item in track.items), f"clip in the cut {cut.name!r}")


def each_track(cut: Cut, tracks: Tracks, change: Callable[[Track, Row], Row], *, always: str = "") -> Cut:
    """The cut with the rows of these tracks changed; the track with the id `always` is among them in any case.

    None leaves alone what is locked or not in step. Raises BadInput for a locked one that is named.
    """
    named = {*(track_of(cut, each).id for each in tracks or ()), *({always} & {track.id for track in cut.tracks})}
    for each in named:
        must_be_open(track_of(cut, each))
    in_step = {track.id for track in cut.tracks if track.in_step and not track.locked}
    wanted = named | in_step if tracks is None else named
    return cut.with_(tracks=tuple(rewritten(track, change) if track.id in wanted else track for track in cut.tracks))


def must_be_open(track: Track) -> None:
    """Raises BadInput for a locked track."""
    if track.locked:
        raise BadInput(f"The track {track.name or track.id} is locked.", "Unlock it first.")


def one_track(cut: Cut, track: Track, row: Row) -> Cut:
    """The cut with another row on this track. Raises BadInput when it is locked."""
    must_be_open(track)
    index = index_of(cut.tracks, track.id, "track")
    return cut.with_(tracks=put(cut.tracks, index, with_row(track, settled(row))))


def opened(row: Row, at: int, frames: int, new_id: NewId) -> Row:
    """The row with a gap of `frames` at record frame `at`; a row that ends before is left alone."""
    if at >= row.frames:
        return row
    row, index = split(row, at, new_id)
    return spliced(row, index, index, opening(frames, new_id))


def opening(frames: int, new_id: NewId) -> tuple[Timed, ...]:
    """A gap of that length, or nothing when it is 0."""
    return (Gap(id=new_id(), frames=frames),) if frames > 0 else ()


def replaced(row: Row, start: int, end: int, timed: tuple[Timed, ...], new_id: NewId) -> Row:
    """Record frames [start, end) of the row taken out, and `timed` put there; the rest closes up.

    What is left of a clip whose head was taken out is still that clip.
    """
    known = {item.id for item in row.timed}
    row, first = split(row, start, new_id)
    row, last = split(row, min(end, row.frames), new_id)
    if first < last < len(row.timed) and row.timed[last].id not in known and row.timed[last - 1].id in known:
        row = changed(row, last, _named_as(row.timed[last], row.timed[last - 1]))
    return spliced(row, first, last, timed)


def _named_as(item: Timed, whole: Timed) -> Timed:
    if isinstance(item, Clip) and isinstance(whole, Clip):
        return item.with_(id=whole.id, link=whole.link)
    return item.with_(id=whole.id)


def with_markers_from(cut: Cut, frame: int, by: int) -> Cut:
    """Markers at or after `frame` moved by `by` frames; those on frames that were taken out stand where they were."""
    if not by or not cut.markers:
        return cut
    moved = (
        m.with_(frame=max(frame, m.frame + by) if by < 0 else m.frame + by) if m.frame >= frame else m
        for m in cut.markers
    )
    return cut.with_(markers=tuple(moved))


def put_cut(film: Film, cut: Cut) -> Film:
    """The film with the edited cut. Raises BadInput when a clip now needs frames that do not exist.

    Only clips that need other frames than before are looked at: a drag edits a cut of a thousand clips many times a second.
    """
    before = cut_of(film, cut.id)
    tracks = [track for track in cut.tracks if not any(track is old for old in before.tracks)]
    as_it_was = {each for track in before.tracks for each in map(id, track.items)} if tracks else set[int]()
    needed = [each for track in tracks for each in _needs(track, as_it_was)]
    if needed:
        _must_reach(film, before, needed)
    return film.with_(cuts=put(film.cuts, index_of(film.cuts, cut.id, "cut"), cut))


def rewritten(track: Track, change: Callable[[Track, Row], Row]) -> Track:
    """The track with its row changed and settled, locked or not; the same track when nothing changed."""
    before = row_of(track)
    after = change(track, before)
    return track if after is before else with_row(track, settled(after))


def _needs(track: Track, as_it_was: Collection[int] = ()) -> Iterator[Need]:
    """The clips of the track with the range of the source that each needs, handles of its transitions included; without
    those that are the very objects `as_it_was` and stand at no transition."""
    row = row_of(track)
    joined = {
        place
        for n, join in enumerate(row.joins)
        if join is not None
        for place in (n - 1, n)
        if place in range(len(row.timed))
    }
    others = sorted(joined | {n for n, each in enumerate(map(id, row.timed)) if each not in as_it_was})
    for index in others:
        if isinstance(item := row.timed[index], Clip):
            yield Need(item, _source(item), *row.reach(index))


def _reaches(cut: Cut) -> dict[Source, Span]:
    """How far the cut reaches into each of its sources already."""
    reached: dict[Source, Span] = {}
    for need in (each for track in cut.tracks for each in _needs(track)):
        had = reached.get(need.source, Span(need.first, need.end))
        reached[need.source] = Span(min(need.first, had.first), max(need.end, had.end))
    return reached


def _must_reach(film: Film, before: Cut, needed: Sequence[Need]) -> None:
    """Raises BadInput for the first clip whose source does not exist or has too few frames."""
    shots = shots_by_id(film)
    had: dict[Source, Span] | None = None
    for need in needed:
        clip = need.clip
        _must_exist(clip, shots)
        span = available(film, clip, shots)
        if span.holds(need.first, need.end):
            continue
        had = _reaches(before) if had is None else had
        reached = had.get(need.source, span)
        if not Span(min(span.first, reached.first), max(span.end, reached.end)).holds(need.first, need.end):
            name = f"Shot {shots[clip.shot].slate}" if clip.shot is not None else "The footage"
            raise BadInput(
                f"{name} has only the frames {span.first} to {span.end - 1}; this needs {need.first} to {need.end - 1}.",
                "Use fewer frames, or make the shot longer.",
            )


def _must_exist(clip: Clip, shots: Shots) -> None:
    if clip.shot is not None and clip.shot not in shots:
        raise BadInput(f"There is no shot with the id {clip.shot!r}.", "Add the shot first.")
    if clip.shot is not None and clip.take is not None and shots[clip.shot].take(clip.take) is None:
        raise BadInput(f"Shot {shots[clip.shot].slate} has no take {clip.take!r}.", "Choose one of its takes.")


def _source(clip: Clip) -> Source:
    return clip.shot, clip.take, clip.footage.digest if clip.footage else None
