"""Where the cut is being looked at: one frame, and the marks between which it loops.

Everybody seeks; only the player plays. So the viewer and the timeline never speak to each other, and a test needs neither.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal


@dataclass(frozen=True, slots=True)
class Stopped:
    """The picture stands."""


@dataclass(frozen=True, slots=True)
class Playing:
    """The picture runs; `speed` 1.0 is real time, a negative one runs backwards."""

    speed: float = 1.0


Motion: TypeAlias = Stopped | Playing


class Playhead(QObject):
    """A position in film frames, 0 <= frame < length (frame 0 where there is no length)."""

    moved = Signal(int)
    marks_changed = Signal(object, object)  # in and out: int | None
    length_changed = Signal(int)
    motion_changed = Signal(object)  # Motion

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._frame = 0
        self._length = 0
        self._in: int | None = None
        self._out: int | None = None
        self._motion: Motion = Stopped()

    @property
    def frame(self) -> int:
        """The frame looked at."""
        return self._frame

    @property
    def length(self) -> int:
        """How many frames there are; 0 while nobody has said so."""
        return self._length

    @property
    def in_mark(self) -> int | None:
        """The first frame of the loop; None: the cut's first."""
        return self._in

    @property
    def out_mark(self) -> int | None:
        """The last frame of the loop; None: the cut's last."""
        return self._out

    @property
    def state(self) -> Motion:
        """Whether the picture runs."""
        return self._motion

    def seek(self, frame: int) -> None:
        """Go to a frame, or the nearest there is."""
        frame = max(0, min(frame, self._length - 1) if self._length else frame)
        if frame != self._frame:
            self._frame = frame
            self.moved.emit(frame)

    def resize(self, frames: int) -> None:
        """The cut is this long now."""
        if frames == self._length:
            return
        self._length = max(0, frames)
        self.length_changed.emit(self._length)
        self.seek(self._frame)

    def mark(self, first: int | None, last: int | None) -> None:
        """Loop between these frames, both inside; None takes a mark away. A mark past the other one pushes that out."""
        if first is not None and last is not None and first > last:
            first, last = (first, None) if first != self._in else (None, last)
        if (first, last) != (self._in, self._out):
            self._in, self._out = first, last
            self.marks_changed.emit(first, last)

    def move(self, motion: Motion) -> None:
        """The player says how the picture runs."""
        if motion != self._motion:
            self._motion = motion
            self.motion_changed.emit(motion)
