"""Sounds and markers that stay at their shots while the pictures of a cut are laid anew.

    carried(cut, picture) -> Cut        the cut with that picture track in place of the one of the same id

A sound that is the shot's own, or linked to its picture, keeps its distance from the shot's frame 0, and its tail goes along with the
shot's. Any other sound, and every marker, stays at the frame of the shot that it began over; what began over a shot that is no longer
played comes to the seam it left. Tracks that are locked or not in step (music) are left alone. Nothing is overwritten: two sounds that
come to lie over each other are put on two tracks, for which of them to lose is an editor's choice and not a move's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from engine.film.cuts import Clip, Cut, Gap, Track, Transition
from engine.film.linking import next_track
from engine.film.rows import Join, NewId, Row, Timed, row_of, settled, with_row
from engine.film.values import fresh_id


@dataclass(frozen=True, slots=True)
class _Stood:
    """Where a shot's frame 0 stands in the cut, and how many frames of it are seen."""

    at: int
    frames: int


@dataclass(frozen=True, slots=True)
class _Laid:
    """A sound from record frame `at`."""

    at: int
    clip: Clip

    @property
    def end(self) -> int:
        return self.at + self.clip.frames


@dataclass(frozen=True)
class _Move:
    """The pictures as they were and as they are, by shot."""

    row: Row
    was: dict[str, _Stood]
    now: dict[str, _Stood]
    total: int

    @cached_property
    def _starts(self) -> list[int]:
        return [start for _, start, _ in self.row.placed()]

    @cached_property
    def _seams(self) -> list[int]:
        """Behind each item, where the first of those that are still played stands: worked out once for all that is asked about."""
        seams: list[int] = []
        seam = self.total
        for item in reversed(self.row.timed):
            seams.append(seam)
            stands = self._stands(item)
            seam = seam if stands is None else max(0, stands.at)  # a head that was trimmed away lies before the film
        return seams[::-1]

    def _stands(self, item: Timed) -> _Stood | None:
        return self.now.get(item.shot or "") if item.kind == "clip" else None

    def frame(self, at: int) -> int:
        """Where record frame `at` has gone."""
        if at >= self.row.frames:
            return self.total + at - self.row.frames
        index = bisect_right(self._starts, at) - 1
        item = self.row.timed[index]
        stands = self._stands(item)
        if stands is None:
            return self._seams[index]
        return max(0, stands.at + min(_first(item) + at - self._starts[index], stands.frames - 1))

    def own(self, laid: _Laid, shot: str) -> _Laid:
        """The sound of a shot, as far from the shot's head as it was."""
        was, now = self.was[shot], self.now[shot]
        away = laid.at - was.at
        longer = now.frames - was.frames if away + laid.clip.frames >= was.frames else 0
        at = now.at + away
        missing = max(0, -at)  # a J cut whose picture opens the film now
        frames = max(1, laid.clip.frames + longer - missing)
        return _Laid(at + missing, laid.clip.with_(start=laid.clip.start + missing, frames=frames))


def carried(cut: Cut, picture: Track, *, new_id: NewId = fresh_id) -> Cut:
    """The cut with another picture track, everything that is in step with it carried along."""
    row = next(row_of(track) for track in cut.tracks if track.id == picture.id)
    move = _Move(row, _stands(row), _stands(row_of(picture)), picture.frames)
    tracks = tuple(picture if track.id == picture.id else track for track in cut.tracks)
    markers = tuple(each.with_(frame=move.frame(each.frame)) for each in cut.markers)
    return _with_sounds(cut.with_(tracks=tracks, markers=markers), cut, move, new_id)


def _with_sounds(cut: Cut, before: Cut, move: _Move, new_id: NewId) -> Cut:
    seen = {item.link: item.shot for item in move.row.timed if isinstance(item, Clip) and item.link is not None}
    following = [each for each in cut.tracks if each.kind == "sound" and each.in_step and not each.locked]
    rows: dict[str, list[_Laid]] = {}
    spilled: list[_Laid] = []
    for track in following:
        rows[track.id], over = _side_by_side(_gone_along(track, move, seen))
        spilled += over
    for each in spilled:
        cut, room = _room_for(cut, rows, each, new_id)
        rows[room] = sorted((*rows.get(room, ()), each), key=lambda laid: laid.at)
    old = {track.id: track for track in before.tracks}
    tracks = (_relaid(t, old.get(t.id, t), rows[t.id], new_id) if t.id in rows else t for t in cut.tracks)
    return cut.with_(tracks=tuple(tracks))


def _gone_along(track: Track, move: _Move, seen: dict[str, str | None]) -> Iterator[_Laid]:
    """The sounds of the track where they belong now; a shot's own goes with a shot that is played no more."""
    for _, at, item in row_of(track).placed():
        if not isinstance(item, Clip):
            continue
        shot = item.shot or seen.get(item.link or "")
        if shot in move.was and shot in move.now:
            yield move.own(_Laid(at, item), shot)
        elif item.shot is None:
            yield _Laid(move.frame(at), item)


def _side_by_side(sounds: Iterable[_Laid]) -> tuple[list[_Laid], list[_Laid]]:
    """Those that have room one behind the other, and those that would lie over one of them."""
    kept: list[_Laid] = []
    over: list[_Laid] = []
    for each in sorted(sounds, key=lambda laid: laid.at):
        (over if kept and each.at < kept[-1].end else kept).append(each)
    return kept, over


def _room_for(cut: Cut, rows: dict[str, list[_Laid]], sound: _Laid, new_id: NewId) -> tuple[Cut, str]:
    """The first track in step that is free there, or one more."""
    for track, laid in rows.items():
        if all(each.end <= sound.at or sound.end <= each.at for each in laid):
            return cut, track
    fresh = next_track(cut, "sound", new_id=new_id)
    return cut.with_(tracks=(*cut.tracks, fresh)), fresh.id


def _relaid(track: Track, old: Track, sounds: list[_Laid], new_id: NewId) -> Track:
    """The track with these sounds; two that touched and touch still keep what joined them."""
    if sounds == [_Laid(at, item) for _, at, item in row_of(old).placed() if isinstance(item, Clip)]:
        return old
    joined = _joins(row_of(old))
    timed: list[Timed] = []
    end = 0
    for each in sounds:
        timed += [Gap(id=new_id(), frames=each.at - end)] if each.at > end else []
        timed.append(each.clip)
        end = each.end
    names = [None, *(_name(item) for item in timed), None]
    joins = tuple(joined.get(pair) for pair in pairwise(names))
    return with_row(track, settled(Row(tuple(timed), joins)))


def _joins(row: Row) -> dict[tuple[str | None, str | None], Transition]:
    """Every transition by the clips before and behind it (None: empty time, or an end of the track)."""
    names = [None, *(_name(item) for item in row.timed), None]
    joins: Iterable[Join] = row.joins
    return {pair: join for pair, join in zip(pairwise(names), joins, strict=True) if join is not None}


def _name(item: Timed) -> str | None:
    return item.id if isinstance(item, Clip) else None


def _first(item: Timed) -> int:
    return item.start if isinstance(item, Clip) else 0


def _stands(row: Row) -> dict[str, _Stood]:
    """Every shot of the row by its frame 0, and up to where it is seen (its clips stand side by side)."""
    found: dict[str, _Stood] = {}
    for _, at, item in row.placed():
        if isinstance(item, Clip) and item.shot is not None:
            head = found[item.shot].at if item.shot in found else at - item.start
            found[item.shot] = _Stood(head, item.start + item.frames)
    return found
