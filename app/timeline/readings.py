"""What was measured at the cuts: how far face, costume and palette jump from one clip to the next.

Distances go by the pair of clips that meet, so a pair that an edit has parted says nothing until it is measured again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from app.words import tr
from engine.likeness.roll_call import JUMPS

if TYPE_CHECKING:
    from app.timeline.laid import Lane

Pair: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Readings:
    """Distances of pairs of clips, 0 the same to 1 another film; what more to say of them; and the line."""

    distances: Mapping[Pair, float] = field(default_factory=dict[Pair, float])
    words: Mapping[Pair, str] = field(default_factory=dict[Pair, str])
    line: float = JUMPS


@dataclass(frozen=True, slots=True)
class Seam:
    """A cut that was measured, at record frame `point`."""

    pair: Pair
    point: int
    distance: float


def seams(lane: Lane, readings: Readings, first: int, end: int) -> Iterator[Seam]:
    """The measured cuts of a lane that touch record frames [first, end)."""
    before = ""
    for box in lane.between(max(0, first - 1), end + 1):
        pair = (before, box.item.id)
        if pair in readings.distances:
            yield Seam(pair, box.at, readings.distances[pair])
        before = box.item.id


def reading(readings: Readings, seam: Seam) -> str:
    """What a number means, in words."""
    number, line = hundredths(seam.distance), hundredths(readings.line)
    if seam.distance > readings.line:
        plain = tr("The picture jumps at this cut: {n} of 100; the line is at {line}.", n=number, line=line)
    else:
        plain = tr("The pictures match at this cut: {n} of 100; the line is at {line}.", n=number, line=line)
    said = readings.words.get(seam.pair, "")
    return f"{plain}\n{said}" if said else plain


def hundredths(distance: float) -> int:
    """A distance as a whole number that is read at a glance."""
    return round(max(0.0, min(1.0, distance)) * 100)
