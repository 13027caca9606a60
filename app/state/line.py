"""The queue as the editor sees it at one moment: its rows in line order, and whether a person holds it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from engine.client import AtWork, InLine, Row


@dataclass(frozen=True)
class Line:
    """Rows in line order. `elsewhere` is the process id of another Storyreel that works on them, or None."""

    rows: tuple[Row, ...] = ()
    paused: bool = False
    elsewhere: int | None = None

    @cached_property
    def drawing(self) -> tuple[Row, ...]:
        """What is being drawn or done now."""
        return tuple(row for row in self.rows if isinstance(row.state, AtWork) and row.state.begun)

    @cached_property
    def waiting(self) -> tuple[Row, ...]:
        """What waits, the next first: what a worker has in hand already comes before what is in line."""
        handed = (row for row in self.rows if isinstance(row.state, AtWork) and not row.state.begun)
        return (*handed, *(row for row in self.rows if isinstance(row.state, InLine)))

    @cached_property
    def settled(self) -> tuple[Row, ...]:
        """What ended, the latest first."""
        ended = (row for row in self.rows if not isinstance(row.state, AtWork | InLine))
        return tuple(sorted(ended, key=lambda row: -row.changed))

    @property
    def rendering(self) -> bool:
        """Whether pictures are being drawn, or will be without anybody's doing."""
        waits = not self.paused and any(row.job.lane == "render" for row in self.waiting)
        return waits or any(row.job.lane == "render" for row in self.drawing)
