"""Who follows one shot's render: hears a cancel, tells how far it is, shows a glimpse, and keeps where it stands.

All of it hangs on the tape's steps and costs a few milliseconds at most; glimpses are made no oftener than eyes want them.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.backends.base import Cancel, Report
from engine.backends.diffusion import checkpoints
from engine.backends.diffusion.call_sheet import CallSheet
from engine.backends.diffusion.families.family import Layout
from engine.backends.diffusion.glimpses import Grid, grid_of, shown
from engine.backends.diffusion.tape import Standing, Stepped

_GLIMPSE_EVERY = 1.0


class Following:
    """Implements engine.backends.diffusion.tape.Hears for one shot."""

    def __init__(
        self, sheet: CallSheet, layout: Layout, rows: tuple[int, int], report: Report, cancel: Cancel, path: Path
    ) -> None:
        """`rows` and columns of the latents."""
        self.sheet, self.path = sheet, path
        self.standing: Callable[[], Standing | None] = lambda: None
        self.made_by: dict[str, str] = {}
        self.matrix: NDArray[np.float32] | None = None
        self.grid: Grid | None = None
        """Of the last step: what the take's pixels are decoded from."""
        self._layout: Layout = layout
        self._rows = rows
        self._report, self._cancel = report, cancel
        self._glimpsed = self._kept = time.monotonic()
        self._steps = max(1, sheet.steps)

    def let_on(self) -> None:
        """The shot's own work begins; until now it may have waited for another's."""
        self._report.progress(self.sheet.key, 0, self._steps + 1)

    def check(self) -> None:
        """Raises Cancelled; where the shot stands is kept first, so that it goes on from there when it is asked for again."""
        try:
            self._cancel.check()
        except BaseException:
            self.keep()
            raise

    def stepped(self, stepped: Stepped) -> None:
        """One step more."""
        now = time.monotonic()
        if now - self._kept >= checkpoints.EVERY:
            self.keep()
            self._kept = time.monotonic()
        last = stepped.step >= self._steps
        if last or now - self._glimpsed >= _GLIMPSE_EVERY:
            self.grid = grid_of(stepped.expected, self._layout, self._rows)
            self._report.preview(self.sheet.key, shown(self.grid, self.matrix))
            self._glimpsed = now
        self._report.progress(self.sheet.key, min(stepped.step, self._steps), self._steps + 1)

    def keep(self) -> None:
        """Write where the render stands."""
        standing = self.standing()
        if standing is not None:
            checkpoints.save(self.path, standing, self.made_by)

    def finished(self) -> None:
        """The pictures are written; nothing is left to go on with."""
        checkpoints.drop(self.path)
        self._report.progress(self.sheet.key, self._steps + 1, self._steps + 1)
