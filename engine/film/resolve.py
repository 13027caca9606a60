"""A cut laid flat: what is on the screen at every frame, as a row of segments for playback and export.

    segments(film, cut[, known]) -> tuple[Segment, ...]        Segment = Black | Run | Blend
    track_segments(film, track) -> tuple[Segment, ...]

Segments tile [0, cut.frames) exactly, in order, none empty. Ranges inside a `Strip` are film frames counted from the
shot's frame 0; `supply.picture_at` turns one into a picture of the take. Nothing is read from disk here: a strip whose
take is None is for the caller to draw (a panel, a slate), and where a take is too short the strip says by how much, so
that the front end can warn and the conform can hold the nearest picture.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from types import MappingProxyType
from typing import Literal, TypeAlias

from engine.film.cuts import Clip, Cut, Footage, Track
from engine.film.document import Film
from engine.film.rows import Row, row_of
from engine.film.supply import Shots, footage_span, shots_by_id, supplying_take, take_span
from engine.film.takes import Take

Style: TypeAlias = Literal["dissolve", "fade", "wipe"]


@dataclass(frozen=True, slots=True)
class Strip:
    """Film frames [start, start + frames) of a shot (or of footage), and the take that supplies them.

    Exactly one of `shot` and `footage` is set. `take` is None for footage, and for a shot nobody has rendered yet.
    `short_head` and `short_tail` count the frames at either end that the take (or footage) does not have; they are 0
    when there is no take at all.
    """

    clip: str
    shot: str | None
    footage: Footage | None
    take: Take | None
    start: int
    frames: int
    short_head: int = 0
    short_tail: int = 0

    @property
    def shortfall(self) -> int:
        """How many of the frames the media do not have."""
        return min(self.frames, self.short_head + self.short_tail)

    def part(self, skip: int, frames: int) -> Strip:
        """`frames` frames of the strip, after skipping some."""
        left = self.frames - skip - frames
        return replace(
            self,
            start=self.start + skip,
            frames=frames,
            short_head=max(0, min(frames, self.short_head - skip)),
            short_tail=max(0, min(frames, self.short_tail - left)),
        )


@dataclass(frozen=True, slots=True)
class Black:
    """Black picture (or silence) over record frames [start, start + frames)."""

    start: int
    frames: int


@dataclass(frozen=True, slots=True)
class Run:
    """One strip, straight, over record frames [start, start + frames)."""

    start: int
    frames: int
    strip: Strip


@dataclass(frozen=True, slots=True)
class Blend:
    """A transition over record frames [start, start + frames). A side of None is black.

    Both strips are `frames` long and include the handles. `length` is the whole transition and `offset` where this
    segment begins in it: they differ from `frames` and 0 only where a track above hides a part.
    """

    start: int
    frames: int
    style: Style
    outgoing: Strip | None
    incoming: Strip | None
    offset: int
    length: int

    def mix(self, index: int) -> Fraction:
        """Weight of the incoming side at picture `index` of this segment: strictly between 0 and 1, evenly spaced."""
        return Fraction(self.offset + index + 1, self.length + 1)


Segment: TypeAlias = Black | Run | Blend
Strips: TypeAlias = Mapping[str, Strip]
"""Strips of an earlier laying at the same rate, by their clips: who is asked again after every edit of a long cut brings them along."""

NONE_KNOWN: Strips = MappingProxyType({})


def strips_in(row: Iterable[Segment]) -> Strips:
    """The strips of clips that are seen straight, for `segments` to know them again."""
    return {segment.strip.clip: segment.strip for segment in row if isinstance(segment, Run)}


def segments(film: Film, cut: Cut, known: Strips = NONE_KNOWN) -> tuple[Segment, ...]:
    """What the picture tracks show: they tile [0, cut.frames). The first picture track is the lowest; where a track
    above it has a clip, that is seen instead; one that is off is not seen. Strips that are as they are `known` are not measured again.
    Raises KeyError for a clip of a shot that the film does not have."""
    shots = shots_by_id(film)
    seen: tuple[Segment, ...] = (Black(0, cut.frames),) if cut.frames else ()
    for track in cut.playing:
        if track.kind == "picture":
            seen = _over(row_segments(film, row_of(track), shots, known), seen)
    return seen


def within(row: Iterable[Segment], first: int, end: int) -> tuple[Segment, ...]:
    """What a row shows over record frames [first, end), as it shows it there: a transition is cut, not left out."""
    return tuple(_between(row, first, end))


def track_segments(film: Film, track: Track) -> tuple[Segment, ...]:
    """One track by itself (a sound track, say): its segments tile [0, track.frames)."""
    return coalesced(row_segments(film, row_of(track), shots_by_id(film)))


def strip_of(film: Film, clip: Clip, shots: Shots, start: int, frames: int, known: Strips = NONE_KNOWN) -> Strip:
    """Source frames [start, start + frames) of the clip's shot or footage, with what supplies them."""
    if clip.shot is not None and clip.shot not in shots:
        raise KeyError(clip.shot)
    take = supplying_take(clip, shots)
    old = known.get(clip.id)
    if old is not None and _shows(old, clip, take, start, frames):
        return old
    span = footage_span(clip.footage, film.rate) if clip.footage else take_span(take, film.rate) if take else None
    short_head = max(0, min(frames, span.first - start)) if span else 0
    short_tail = max(0, min(frames, start + frames - span.end)) if span else 0
    return Strip(clip.id, clip.shot, clip.footage, take, start, frames, short_head, short_tail)


def _shows(strip: Strip, clip: Clip, take: Take | None, start: int, frames: int) -> bool:
    """Whether it is what the clip shows; its media by which objects they are."""
    same = strip.shot == clip.shot and strip.take is take and strip.footage is clip.footage
    return same and strip.start == start and strip.frames == frames


def row_segments(film: Film, row: Row, shots: Shots, known: Strips = NONE_KNOWN) -> Iterator[Segment]:
    """A row by itself, gaps as black."""
    for index, at, item in row.placed():
        if row.joins[index] is not None:
            yield from _join_segment(film, row, index, at, shots)
        after = row.overlap(index)[1] if row.joins[index] is not None else 0
        before = row.overlap(index + 1)[0] if row.joins[index + 1] is not None else 0
        start, frames = at + after, item.frames - after - before
        if frames > 0 and isinstance(item, Clip):
            yield Run(start, frames, strip_of(film, item, shots, item.start + after, frames, known))
        elif frames > 0:
            yield Black(start, frames)
    yield from _join_segment(film, row, len(row.timed), row.frames, shots)


def _join_segment(film: Film, row: Row, index: int, at: int, shots: Shots) -> Iterator[Segment]:
    """The transition at edit point `index`, which lies at record frame `at`, if there is one."""
    join = row.joins[index]
    before, after = row.overlap(index)
    if join is None or before + after == 0:
        return
    frames = before + after
    left = row.timed[index - 1] if index else None
    right = row.timed[index] if index < len(row.timed) else None
    outgoing = incoming = None
    if isinstance(left, Clip):
        outgoing = strip_of(film, left, shots, left.start + left.frames - before, frames)
    if isinstance(right, Clip):
        incoming = strip_of(film, right, shots, right.start - before, frames)
    if outgoing is None and incoming is None:
        yield Black(at - before, frames)
    else:
        yield Blend(at - before, frames, join.style, outgoing, incoming, 0, frames)


def _over(upper: Iterable[Segment], lower: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """The upper track where it has something, the lower one elsewhere."""
    seen: list[Segment] = []
    end = 0
    for segment in upper:
        end = segment.start + segment.frames
        seen += _between(lower, segment.start, end) if isinstance(segment, Black) else [segment]
    tail = lower[-1].start + lower[-1].frames if lower else 0
    return coalesced([*seen, *_between(lower, end, tail)])


def _between(row: Iterable[Segment], start: int, end: int) -> Iterator[Segment]:
    for segment in row:
        first, last = max(start, segment.start), min(end, segment.start + segment.frames)
        if first < last:
            yield _part(segment, first - segment.start, last - first)


def _part(segment: Segment, skip: int, frames: int) -> Segment:
    """`frames` frames of a segment, after skipping some."""
    start = segment.start + skip
    if isinstance(segment, Black):
        return Black(start, frames)
    if isinstance(segment, Run):
        return Run(start, frames, segment.strip.part(skip, frames))
    sides = [side and side.part(skip, frames) for side in (segment.outgoing, segment.incoming)]
    return replace(
        segment, start=start, frames=frames, outgoing=sides[0], incoming=sides[1], offset=segment.offset + skip
    )


def coalesced(row: Iterable[Segment]) -> tuple[Segment, ...]:
    """Neighbouring holds of black as one."""
    whole: list[Segment] = []
    for segment in row:
        last = whole[-1] if whole else None
        if isinstance(last, Black) and isinstance(segment, Black):
            whole[-1] = Black(last.start, last.frames + segment.frames)
        else:
            whole.append(segment)
    return tuple(whole)
