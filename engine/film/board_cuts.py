"""What an edit of the board does to the cuts that show the shot.

Picture and sound stay in step; locked cuts are not touched at all.
"""

from __future__ import annotations

from collections.abc import Callable

from engine.film.bench import replaced, rewritten, with_markers_from
from engine.film.cuts import Clip, Cut, Gap, Track
from engine.film.document import Film
from engine.film.rows import NewId, Row, Timed, changed, halves, row_of, spliced
from engine.film.shots import Shot
from engine.film.values import fresh_id


def remove_clips(film: Film, shot_id: str, *, close: bool) -> Film:
    """Clips of the shot become gaps (under the clip's id). `close` first takes the time of its picture clips out of
    every track, so that sound stays in step; only sound that ran over into other shots is left as a gap then."""
    if close:
        film = _each_cut(film, shot_id, lambda cut: _closed(cut, shot_id))

    def gone(row: Row) -> Row:
        for index, item in enumerate(row.timed):
            if isinstance(item, Clip) and item.shot == shot_id:
                row = spliced(row, index, index + 1, (Gap(id=item.id, frames=item.frames),))
        return row

    return _each_row(film, shot_id, gone)


def split_clips(film: Film, shot_id: str, frame: int, second: Shot, new_id: NewId) -> Film:
    """Clips of the shot that reach past `frame` show the second half from there on."""

    def divided(row: Row) -> Row:
        for index in reversed(range(len(row.timed))):
            item = row.timed[index]
            if isinstance(item, Clip) and item.shot == shot_id:
                row = _divided_at(row, index, item, frame, second, new_id)
        return row

    return _each_row(film, shot_id, divided)


def merge_clips(film: Film, first: Shot, second: Shot) -> Film:
    """Clips of the second shot show the same frames of the first one, behind its own; their pins go with the takes."""

    def moved(row: Row) -> Row:
        for index, item in enumerate(row.timed):
            if isinstance(item, Clip) and item.shot == second.id:
                row = changed(row, index, item.with_(shot=first.id, start=item.start + first.duration, take=None))
        return row

    return _each_row(film, second.id, moved)


def _divided_at(row: Row, index: int, clip: Clip, frame: int, second: Shot, new_id: NewId) -> Row:
    left = frame - clip.start
    if left >= clip.frames:
        return row
    if left <= 0:
        return changed(row, index, _of_second(clip, frame, second))
    first, rest = halves(clip, left, new_id)
    assert isinstance(rest, Clip)
    timed: tuple[Timed, ...] = (*row.timed[:index], first, _of_second(rest, frame, second), *row.timed[index + 1 :])
    return Row(timed, (*row.joins[: index + 1], None, *row.joins[index + 1 :]))


def _of_second(clip: Clip, frame: int, second: Shot) -> Clip:
    take = clip.take if clip.take is not None and second.take(clip.take) else None
    return clip.with_(shot=second.id, start=clip.start - frame, take=take)


def _closed(cut: Cut, shot_id: str) -> Cut:
    while (found := _picture_clip(cut, shot_id)) is not None:
        start, end = found

        def change(_: Track, row: Row, start: int = start, end: int = end) -> Row:
            return replaced(row, start, end, (), fresh_id) if start < row.frames else row

        cut = with_markers_from(_every_track(cut, change), start, start - end)
    return cut


def _picture_clip(cut: Cut, shot_id: str) -> tuple[int, int] | None:
    """The record range of a picture clip of the shot."""
    for track in cut.tracks:
        if track.kind == "picture":
            for _, at, item in row_of(track).placed():
                if isinstance(item, Clip) and item.shot == shot_id:
                    return at, at + item.frames
    return None


def _each_cut(film: Film, shot_id: str, change: Callable[[Cut], Cut]) -> Film:
    """The film with every unlocked cut that shows the shot changed."""
    cuts = tuple(change(cut) if _shows(cut, shot_id) and not cut.locked else cut for cut in film.cuts)
    return film.with_(cuts=cuts)


def _each_row(film: Film, shot_id: str, change: Callable[[Row], Row]) -> Film:
    def changed_cut(cut: Cut) -> Cut:
        return _every_track(cut, lambda _, row: change(row))

    return _each_cut(film, shot_id, changed_cut)


def _every_track(cut: Cut, change: Callable[[Track, Row], Row]) -> Cut:
    """Locked tracks too: what the board does not have any more cannot stay in a cut."""
    return cut.with_(tracks=tuple(rewritten(track, change) for track in cut.tracks))


def _shows(cut: Cut, shot_id: str) -> bool:
    return any(isinstance(item, Clip) and item.shot == shot_id for track in cut.tracks for item in track.items)
