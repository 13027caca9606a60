"""A cut laid out as lanes of boxes: what stands where, in frames across and pixels down.

Pure, and kept from one edit to the next: a lane whose track has not changed is the same lane, so that a drag through a cut of
a thousand clips lays out one track.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, count, repeat
from typing import NamedTuple, cast

from engine.film.cuts import Clip, Cut, Gap, Track, Transition
from engine.film.rows import row_of
from engine.film.spoken import Spoken

PICTURE_HEIGHT, TALLEST_PICTURE = 76, 124
SOUND_HEIGHT, TALLEST_SOUND = 52, 76
BETWEEN = 2
DIVIDE = 8
"""Pixels between the lowest picture and the first sound."""


class Box(NamedTuple):
    """An item that takes time, over record frames [at, end). A tuple, because a drag makes a thousand of them at every step."""

    item: Clip | Gap
    track: str
    place: int  # in its row
    at: int
    end: int


@dataclass(frozen=True, slots=True)
class JoinBox:
    """A transition around the edit point at record frame `point`, over [first, end)."""

    join: Transition
    track: str
    point: int
    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Lane:
    """A track on the screen, `top` pixels below the ruler."""

    track: Track
    boxes: tuple[Box, ...]
    joins: tuple[JoinBox, ...]
    starts: tuple[int, ...]
    top: int
    height: int

    @property
    def bottom(self) -> int:
        """The first pixel below."""
        return self.top + self.height

    def between(self, first: int, end: int) -> tuple[Box, ...]:
        """The boxes that touch record frames [first, end)."""
        index = max(0, bisect_right(self.starts, first) - 1)
        index += index < len(self.boxes) and self.boxes[index].end <= first
        return self.boxes[index : bisect_left(self.starts, end)]

    def at(self, frame: int) -> Box | None:
        """The box at a record frame."""
        return next(iter(self.between(frame, frame + 1)), None)


@dataclass(frozen=True)
class Laid:
    """All lanes, the highest first."""

    lanes: tuple[Lane, ...] = ()
    frames: int = 0
    lines: tuple[Spoken, ...] = ()
    head: int = 0  # pixels above the first lane, for the lines
    measured: Lane | None = None  # whose cuts have numbers, in the strip below it
    seam_top: int = 0
    strip: int = 0  # how high that strip is
    ghost: int = 0  # of the pixels above the first lane the lowest, for the cut that this one is compared with

    @cached_property
    def boxes(self) -> dict[str, Box]:
        """Every box by its item's id; worked out when somebody asks."""
        return {box.item.id: box for lane in self.lanes for box in lane.boxes}

    @property
    def height(self) -> int:
        """Pixels below the ruler."""
        low = self.lanes[-1].bottom if self.lanes else 0
        return max(low, self.seam_top + self.strip) + BETWEEN if self.lanes else 0

    @property
    def heads(self) -> tuple[object, ...]:
        """All that the heads of the tracks show; a drag through the clips leaves it as it is."""
        rows = [
            (t.id, t.kind, t.name, t.play, t.locked, t.in_step, t.gain, lane.top, lane.height)
            for lane in self.lanes
            for t in (lane.track,)
        ]
        return (*rows, self.head, self.seam_top, self.strip, self.ghost)

    def lane(self, track_id: str) -> Lane | None:
        """The lane of a track."""
        return next((lane for lane in self.lanes if lane.track.id == track_id), None)

    def lane_at(self, y: float) -> Lane | None:
        """The lane at a height below the ruler."""
        return next((lane for lane in self.lanes if lane.top <= y < lane.bottom), None)


def lay(
    cut: Cut,
    before: Laid | None = None,
    room: int = 0,
    lines: tuple[Spoken, ...] = (),
    head: int = 0,
    strip: int = 0,
    ghost: int = 0,
) -> Laid:
    """The cut's lanes: pictures with the highest track on top, then sounds; higher where there are `room` pixels for it. The
    spoken `lines` stand above them, in `head` pixels; `strip` pixels are kept free below the lowest picture,
    and of the head the lowest `ghost` for another cut."""
    known = {lane.track.id: lane for lane in before.lanes} if before else {}
    pictures = [track for track in reversed(cut.tracks) if track.kind == "picture"]
    sounds = [track for track in cut.tracks if track.kind == "sound"]
    tall, low = _heights(len(pictures), len(sounds), room - head - strip)
    lanes: list[Lane] = []
    measured: Lane | None = None
    top = BETWEEN + head
    for track in (*pictures, *sounds):
        if track.kind == "sound" and lanes and lanes[-1].track.kind == "picture":
            top += DIVIDE - BETWEEN
        height = tall if track.kind == "picture" else low
        lanes.append(_lane(track, top, height, known.get(track.id)))
        top += height + BETWEEN
        if strip and track is pictures[-1]:
            measured = lanes[-1]
            top += strip
    seam_top = measured.bottom + 1 if measured is not None else 0
    return Laid(tuple(lanes), cut.frames, lines, head, measured, seam_top, strip, ghost)


def _heights(pictures: int, sounds: int, room: int) -> tuple[int, int]:
    """How high a picture and a sound lane are: pictures get two parts of what is left over, sounds one."""
    used = pictures * (PICTURE_HEIGHT + BETWEEN) + sounds * (SOUND_HEIGHT + BETWEEN) + DIVIDE + BETWEEN
    part = max(0, room - used) // max(1, 2 * pictures + sounds)
    return min(TALLEST_PICTURE, PICTURE_HEIGHT + 2 * part), min(TALLEST_SOUND, SOUND_HEIGHT + part)


def _lane(track: Track, top: int, height: int, before: Lane | None) -> Lane:
    if before is not None and before.track is track and (before.top, before.height) == (top, height):
        return before
    if before is not None and before.track.items is track.items:
        return Lane(track, before.boxes, before.joins, before.starts, top, height)
    row = row_of(track)
    edges = tuple(accumulate([item.frames for item in row.timed], initial=0))
    placed = zip(row.timed, repeat(track.id), count(), edges, edges[1:], strict=False)
    boxes = tuple(cast("Iterator[Box]", map(tuple.__new__, repeat(Box), placed)))  # a third of the time of calling Box
    joins: list[JoinBox] = []
    for index, join in enumerate(row.joins):
        if join is not None:
            earlier, later = row.overlap(index)
            joins.append(JoinBox(join, track.id, edges[index], edges[index] - earlier, edges[index] + later))
    return Lane(track, boxes, tuple(joins), edges[:-1], top, height)
