"""A cut's pictures laid flat, and laid anew after an edit: only what the edit touched is measured again.

    flattened(film, cut, before) -> Flat

An undo in a cut of a thousand clips moves most of them and changes one, so what is known of a clip must not hold where it stands. A
row falls apart at every hard cut between two clips: no transition and no run of black reaches over it, so what lies before the first
changed item and behind the last is taken as it was, and only the places where it begins are counted anew.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import accumulate, chain

from engine.film.cuts import Cut
from engine.film.differing import differing
from engine.film.document import Film
from engine.film.resolve import NONE_KNOWN, Black, Run, Segment, coalesced, row_segments, segments, strips_in
from engine.film.rows import Row, row_of
from engine.film.shots import Shot
from engine.film.supply import shots_by_id


@dataclass(frozen=True, slots=True)
class Flat:
    """What the picture tracks show. `pieces` are the segments as they were measured; where each stands is said by `starts` alone."""

    film: Film
    cut: Cut
    pieces: tuple[Segment, ...]
    starts: tuple[int, ...]

    def at(self, frame: int) -> int:
        """Which piece is seen at a record frame; there must be one."""
        return bisect_right(self.starts, frame) - 1


@dataclass(frozen=True, slots=True)
class _Touched:
    """Of the row as it was, items [head, was) and now items [head, now) are not the same."""

    head: int
    was: int
    now: int


def flattened(film: Film, cut: Cut, before: Flat | None = None) -> Flat:
    """The cut laid flat, with what is known from `before`. Raises KeyError for a clip of a shot that the film does not have."""
    if before is None or before.film.rate != film.rate:
        return _anew(film, cut, None)
    was, now = _only_row(before.cut), _only_row(cut)
    if was is None or now is None:
        return _anew(film, cut, before)
    same_tail = before.cut.frames - was.frames == cut.frames - now.frames
    otherwise = _supplied_otherwise(before.film, film)
    if was is now and same_tail and not otherwise:
        return replace(before, film=film, cut=cut)
    touched = _touched(was, now, otherwise, same_tail=same_tail)
    return _mended(film, cut, before, (was, now), touched)


def _anew(film: Film, cut: Cut, before: Flat | None) -> Flat:
    row = segments(film, cut, strips_in(before.pieces) if before is not None else NONE_KNOWN)
    return Flat(film, cut, row, tuple([each.start for each in row]))


def _only_row(cut: Cut) -> Row | None:
    """The row of the only picture track that is seen; of several, one may hide parts of another."""
    seen = [track for track in cut.playing if track.kind == "picture"]
    return row_of(seen[0]) if len(seen) == 1 else None


def _supplied_otherwise(before: Film, after: Film) -> Collection[str]:
    """Shots whose clips may show other pictures."""
    return {shot for shot, pair in differing(before, after).items() if not _supplied_alike(*pair)}


def _supplied_alike(was: Shot | None, now: Shot | None) -> bool:
    return was is not None and now is not None and was.takes is now.takes and was.chosen is now.chosen


def _touched(was: Row, now: Row, otherwise: Collection[str], *, same_tail: bool) -> _Touched:
    """What an edit touched, from one hard cut to another."""
    shorter = min(len(was.timed), len(now.timed))
    head = _alike(zip(was.timed, now.timed, strict=False))
    tail = min(_alike(zip(reversed(was.timed), reversed(now.timed), strict=False)), shorter - head) if same_tail else 0
    last = len(now.timed)
    if otherwise:
        others = [n for n, item in enumerate(now.timed) if item.kind == "clip" and item.shot in otherwise]
        head, tail = min([head, *others[:1]]), min([tail, *(last - n - 1 for n in others[-1:])])
    if was.joins[: head + 1] != now.joins[: head + 1]:
        head = max(0, _alike(zip(was.joins, now.joins, strict=False)) - 1)
    if tail and was.joins[-tail - 1 :] != now.joins[-tail - 1 :]:
        tail = max(0, _alike(zip(reversed(was.joins), reversed(now.joins), strict=False)) - 1)
    while head and not (_is_hard(was, head) and _is_hard(now, head)):
        head -= 1
    while tail and not (_is_hard(was, len(was.timed) - tail) and _is_hard(now, last - tail)):
        tail -= 1
    return _Touched(head, len(was.timed) - tail, last - tail)


def _alike(pairs: Iterator[tuple[object, object]]) -> int:
    """How many of the first pairs are the same objects."""
    count = 0
    for one, other in pairs:
        if one is not other:
            break
        count += 1
    return count


def _is_hard(row: Row, index: int) -> bool:
    """Whether two clips, and nothing else, meet at an edit point; its head and tail count, where nothing comes in or goes out."""
    around = row.timed[max(0, index - 1) : index + 1]
    return row.joins[index] is None and all(item.kind == "clip" for item in around)


def _mended(film: Film, cut: Cut, before: Flat, rows: tuple[Row, Row], touched: _Touched) -> Flat:
    was, now = rows
    first, end = was.edge(touched.head), was.edge(touched.was)
    head = bisect_left(before.starts, first)
    tail = bisect_left(before.starts, end) if touched.was < len(was.timed) else len(before.pieces)
    part = Row(now.timed[touched.head : touched.now], now.joins[touched.head : touched.now + 1])
    fresh = row_segments(film, part, shots_by_id(film), strips_in(before.pieces[head:tail]))
    black = cut.frames - now.frames if touched.now == len(now.timed) else 0
    middle = coalesced(chain(fresh, [Black(0, black)] if black else []))
    places = tuple(accumulate([each.frames for each in middle], initial=first))
    moved = places[-1] - end
    behind = before.starts[tail:]
    later = behind if moved == 0 else tuple([start + moved for start in behind])
    return Flat(
        film, cut, before.pieces[:head] + middle + before.pieces[tail:], before.starts[:head] + places[:-1] + later
    )


def runs_of(flat: Flat, shot_id: str) -> Iterator[tuple[int, int]]:
    """Record frames [first, end) where a clip of the shot is seen straight."""
    for start, piece in zip(flat.starts, flat.pieces, strict=True):
        if isinstance(piece, Run) and piece.strip.shot == shot_id:
            yield start, start + piece.frames
