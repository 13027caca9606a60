"""Snapping: an edge that comes near another one, the playhead, a mark or a marker stands exactly there."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from app.timeline.laid import Laid
from engine.film.cuts import Cut

REACH = 8.0
"""Pixels within which an edge is drawn in."""


@dataclass(frozen=True, slots=True)
class Snap:
    """Move `by` more frames, so that an edge stands at record frame `at`."""

    by: int
    at: int


def points(laid: Laid, cut: Cut, others: Iterable[int | None], *, without: Iterable[str] = ()) -> tuple[int, ...]:
    """The record frames to snap to, in order; the edges of the clips `without` are left out: they move themselves."""
    moving = set(without)
    found = {0, *(frame for frame in others if frame is not None), *(marker.frame for marker in cut.markers)}
    for lane in laid.lanes:
        for box in lane.boxes:
            if box.item.id not in moving:
                found.update((box.at, box.end))
    return tuple(sorted(found))


def nearest(edges: Iterable[int], targets: tuple[int, ...], frames: float) -> Snap | None:
    """The smallest step that brings one of the edges onto a target, at most `frames` away."""
    best: Snap | None = None
    for edge in edges:
        place = bisect_left(targets, edge)
        for target in targets[max(0, place - 1) : place + 1]:
            if abs(target - edge) <= frames and (best is None or abs(target - edge) < abs(best.by)):
                best = Snap(target - edge, target)
    return best
