"""Where a frame lies on the screen: pixels per frame, and how far the view is scrolled.

Everything in the timeline counts frames; only this value knows pixels, so that a zoom is one new value and no rounding adds up.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction

from engine.film.timecode import nominal, timecode

NEAREST = 24.0
"""Pixels a frame takes at most: a single frame can be seen and hit."""

FARTHEST = 0.001

_LABEL_ROOM = 112.0


@dataclass(frozen=True, slots=True)
class Scale:
    """`per_frame` pixels a frame; `left` is the pixel of the cut that stands at x = 0."""

    per_frame: float = 2.0
    left: float = 0.0

    def x(self, frame: float) -> float:
        """Where the head of a frame is."""
        return frame * self.per_frame - self.left

    def frame(self, x: float) -> int:
        """The frame under x; never before the head."""
        return max(0, math.floor(self.place(x) + 1e-6))

    def edge(self, x: float) -> int:
        """The nearest head of a frame; never before the head of the cut."""
        return max(0, round(self.place(x)))

    def place(self, x: float) -> float:
        """The frame under x with its fraction, however far the view is scrolled: what distances are taken from."""
        return (x + self.left) / self.per_frame

    def zoomed(self, factor: float, x: float) -> Scale:
        """Nearer or farther; the frame under x stays there."""
        held = self.place(x)
        per_frame = min(NEAREST, max(FARTHEST, self.per_frame * factor))
        return Scale(per_frame, max(0.0, held * per_frame - x))

    def scrolled(self, left: float) -> Scale:
        """The same zoom, from another pixel on."""
        return replace(self, left=max(0.0, left))


def fitted(frames: int, width: float) -> Scale:
    """The whole cut, with a little air behind its tail."""
    air = max(24.0, width * 0.04)
    return Scale(min(NEAREST, max(FARTHEST, (width - air) / max(1, frames))))


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of the ruler; only some carry a label."""

    frame: int
    label: str = ""


def ticks(scale: Scale, width: float, rate: Fraction, start: int, left: float = 0.0) -> Iterator[Tick]:
    """The ruler's lines between x = `left`, or 0, and `width`; `start` is the timecode of frame 0."""
    step, parts = _steps(scale, nominal(rate))
    index = max(0, math.floor((scale.left + max(0.0, left)) / scale.per_frame / step * parts))
    while True:
        frame = index * step // parts
        if scale.x(frame) > width:
            return
        yield Tick(frame, timecode(frame + start, rate) if index % parts == 0 else "")
        index += 1


def _steps(scale: Scale, second: int) -> tuple[int, int]:
    """(frames from label to label, how many parts that is divided into)."""
    minute, hour = 60 * second, 3600 * second
    for step, parts in (
        (1, 1), (2, 2), (5, 5), (second // 2, 4), (second, 4), (2 * second, 2), (5 * second, 5), (10 * second, 5),
        (15 * second, 3), (30 * second, 6), (minute, 6), (2 * minute, 4), (5 * minute, 5), (10 * minute, 5), (30 * minute, 6),
    ):  # fmt: skip
        if step * scale.per_frame >= _LABEL_ROOM and step % parts == 0:
            return step, parts
    return hour, 6
