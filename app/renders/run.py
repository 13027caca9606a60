"""One run of the queue as everybody reads it: which shot of how many, how far, done when.

The Renders room and the status line tell the same run, so the counting is here and not in either.
"""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal

from app.bridge import Engine
from app.renders.pace import Pace, Reach
from app.state.line import Line
from app.times import clock, lasting
from app.words import tr


class Run(QObject):
    """Follows an engine; `changed` comes whenever it should be told anew, once a second while shots are drawn."""

    changed = Signal()

    def __init__(self, engine: Engine, parent: QObject) -> None:
        super().__init__(parent)
        self._engine, self._pace = engine, Pace()
        self._tick = QTimer(self, interval=1000)
        self._tick.timeout.connect(self.changed)
        engine.queue_changed.connect(self._see)
        engine.planned.connect(self._see)
        engine.started.connect(self._begin)
        engine.progress.connect(self._draw)
        self._see()

    @property
    def reach(self) -> Reach:
        """How far it is now."""
        return self._pace.reach(time.monotonic())

    # --- inside

    def _see(self, *_: object) -> None:
        line = self._engine.line
        lengths = {node.key: node.order.length for node in self._engine.plan.nodes}
        self._pace.see(line, lengths, time.monotonic())
        if line.rendering:
            self._tick.start()
        else:
            self._tick.stop()
        self.changed.emit()

    def _begin(self, key: str) -> None:
        self._pace.begin(time.monotonic())

    def _draw(self, key: str, done: int, total: int, left: object) -> None:
        self._pace.draw(key, done / total if total else 0.0)


def in_short(line: Line, reach: Reach) -> str:
    """For the status line; "" while nobody draws."""
    if not line.rendering and not (line.paused and reach.shots[1]):
        return ""
    said = heading(line, reach)
    if line.paused or reach.seconds_left is None:
        return said
    left = tr("{time} left, done about {clock}", time=lasting(reach.seconds_left), clock=clock(reach.seconds_left))
    return f"{said}   {left}"


def heading(line: Line, reach: Reach, *, drawn: bool = False) -> str:
    """What is going on; `drawn` where every shot is."""
    done, total = reach.shots
    if line.paused and total:
        return tr("Paused: {n} shots wait", n=total - done)
    if line.rendering:
        return tr("Drawing shot {number} of {total}", number=min(done + 1, total), total=total)
    if drawn:
        return tr("Every shot is drawn")
    return tr("Working at the desk") if line.drawing else tr("Nothing waits to be drawn")


def telling(line: Line, reach: Reach, failed: int, *, drawn: bool = False) -> str:
    """How far it is and when it is done, or what one may do."""
    if not line.rendering and drawn:
        return tr("The film can be exported. Change a shot, and it is drawn again with the next render.")
    if line.paused and line.waiting:
        return tr("What waits is drawn when you go on.")
    if not line.rendering and failed:
        return tr("{n} shots could not be drawn; below stands why, and what helps.", n=failed)
    if not line.rendering:
        return tr("Render the film, and what is missing or out of date is drawn; all else is kept.")
    by = tr("Another Storyreel draws (process {number}).", number=line.elsewhere) if line.elsewhere else ""
    share = f"{100 * reach.share:.0f}%"
    if reach.seconds_left is None:
        return f"{share}  {by}".strip()
    left = tr("{time} left, done about {clock}", time=lasting(reach.seconds_left), clock=clock(reach.seconds_left))
    return f"{share}   {left}  {by}".strip()
