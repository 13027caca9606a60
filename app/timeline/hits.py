"""What is under the pointer: the one place that decides what can be taken hold of where.

Edges win over bodies within a few pixels, inside the clip, so that two clips that touch have each their own edge to take.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from app.timeline.handles import corner_at, on_level
from app.timeline.laid import Box, JoinBox, Laid, Lane
from app.timeline.readings import Seam
from app.timeline.scale import Scale
from engine.film.bench import Edge
from engine.film.cuts import Clip, Cut, Gap, Marker
from engine.film.spoken import Spoken

GRIP = 7.0
"""Pixels at a clip's edge that take hold of the edge."""


@dataclass(frozen=True, slots=True)
class OnRuler:
    """The ruler, at a frame."""

    frame: int


@dataclass(frozen=True, slots=True)
class OnMarker:
    """A marker's flag."""

    marker: Marker


@dataclass(frozen=True, slots=True)
class OnEdge:
    """The head or tail of a clip."""

    box: Box
    edge: Edge


@dataclass(frozen=True, slots=True)
class OnCorner:
    """An upper corner of a clip, pulled inward for a fade or a dissolve."""

    box: Box
    edge: Edge


@dataclass(frozen=True, slots=True)
class OnLevel:
    """The level line of a sound."""

    box: Box


@dataclass(frozen=True, slots=True)
class OnBody:
    """A clip."""

    box: Box


@dataclass(frozen=True, slots=True)
class OnJoin:
    """A transition: its head, its tail, or all of it."""

    join: JoinBox
    part: Literal["head", "tail", "body"]


@dataclass(frozen=True, slots=True)
class OnGap:
    """Empty time between clips."""

    box: Box


@dataclass(frozen=True, slots=True)
class OnLine:
    """A spoken line."""

    spoken: Spoken


@dataclass(frozen=True, slots=True)
class OnSeam:
    """The number at a cut."""

    seam: Seam


@dataclass(frozen=True, slots=True)
class OnLane:
    """A track behind its last clip."""

    track: str
    frame: int


@dataclass(frozen=True, slots=True)
class Nowhere:
    """Below the last track."""


Hit: TypeAlias = (
    OnRuler | OnMarker | OnEdge | OnCorner | OnLevel | OnBody | OnJoin | OnGap | OnLine | OnSeam | OnLane | Nowhere
)


def hit(laid: Laid, cut: Cut, scale: Scale, x: float, y: float) -> Hit:
    """What is at (x, y); `y` counts from the tracks' top, the ruler lies above 0."""
    if y < 0:
        return _on_ruler(cut, scale, x)
    lane = laid.lane_at(y)
    if lane is None:
        spoken = line_at(laid.lines, scale, x) if y < laid.head - laid.ghost else None
        return OnLine(spoken) if spoken is not None else Nowhere()
    return _on_join(lane, scale, x, y) or _on_handle(lane, scale, x, y) or _on_box(lane, scale, x)


def line_at(lines: Sequence[Spoken], scale: Scale, x: float) -> Spoken | None:
    """The line under x, the last begun where two overlap."""
    frame = scale.frame(x)
    return next((each for each in reversed(lines) if each.start <= frame < each.start + each.frames), None)


def _on_ruler(cut: Cut, scale: Scale, x: float) -> OnRuler | OnMarker:
    for marker in reversed(cut.markers):
        if abs(scale.x(marker.frame) - x) <= 6:
            return OnMarker(marker)
    return OnRuler(scale.frame(x))


def _on_join(lane: Lane, scale: Scale, x: float, y: float) -> OnJoin | None:
    if y - lane.top > join_height(lane):
        return None
    for box in lane.joins:
        first, end = scale.x(box.first), scale.x(box.end)
        if first - 2 <= x <= end + 2:
            grip = min(GRIP, (end - first) / 3)
            part = "head" if x < first + grip else "tail" if x > end - grip else "body"
            return OnJoin(box, part)
    return None


def _on_handle(lane: Lane, scale: Scale, x: float, y: float) -> OnCorner | OnLevel | None:
    """A corner or the level line of the clip under the pointer; its edges stay its own."""
    box = lane.at(scale.frame(x))
    if box is None:
        return None
    if (edge := corner_at(lane, box, scale, x, y)) is not None:
        return OnCorner(box, edge)
    inside = scale.x(box.at) + GRIP < x < scale.x(box.end) - GRIP
    return OnLevel(box) if inside and on_level(lane, box, y) else None


def join_height(lane: Lane) -> float:
    """How far down from the lane's top a transition is drawn: below it the clips' own edges can be taken."""
    return lane.height * 0.5


def _on_box(lane: Lane, scale: Scale, x: float) -> Hit:
    frame = scale.frame(x)
    box = lane.at(frame)
    if box is None:
        last = lane.boxes[-1] if lane.boxes else None
        if last is not None and isinstance(last.item, Clip) and x - scale.x(last.end) < 4:
            return OnEdge(last, "tail")
        return OnLane(lane.track.id, frame)
    if isinstance(box.item, Gap):
        return OnGap(box)
    first, end = scale.x(box.at), scale.x(box.end)
    grip = min(GRIP, (end - first) / 4)
    if x < first + grip:
        return OnEdge(box, "head")
    return OnEdge(box, "tail") if x > end - grip else OnBody(box)
