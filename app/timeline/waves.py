"""Waveforms: the peaks of a sound, read once from the film's cache and drawn at any zoom.

A peaks file holds a pair (lowest, highest) for each hundredth of a second; where a pixel spans several, it shows their extremes. The
engine makes the file; until it is there a sound is a plain bar, and `arrived` says when that has changed.
"""

from __future__ import annotations

import contextlib
from array import array
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QThreadPool, Signal, SignalInstance
from PySide6.QtGui import QColor, QPainter, QPolygonF

from app.timeline.scale import Scale
from engine.film.cuts import Clip
from engine.plan.desk import peaks_path

PAIRS_A_SECOND = 100


class Sounds(Protocol):
    """Who makes peaks: the bridge to the engine. `sound_ready` is a signal with the digest."""

    @property
    def sound_ready(self) -> SignalInstance: ...

    @property
    def want_sound(self) -> Callable[[str, str], object]: ...


@dataclass(frozen=True, slots=True)
class Source:
    """A sound: its file inside the film folder, and its digest."""

    path: str
    digest: str


class Waves(QObject):
    """The peaks of one film's sounds."""

    arrived = Signal(str)
    _read = Signal(str, object)

    def __init__(self, folder: Path, sounds: Sounds | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder, self._sounds = folder, sounds
        self._peaks: dict[str, array[int]] = {}
        self._asked: set[str] = set()
        self._readers = QThreadPool(self)
        self._readers.setMaxThreadCount(1)
        self._read.connect(self._hold, Qt.ConnectionType.QueuedConnection)

    def peaks(self, source: Source) -> array[int] | None:
        """Pairs (lowest, highest), or None while there are none; empty for what has no sound."""
        found = self._peaks.get(source.digest)
        if found is None and source.digest not in self._asked:
            self._asked.add(source.digest)
            self._readers.start(lambda: self._fetch(source))
        return found

    def made(self, digest: str) -> None:
        """The engine has made the peaks: look again."""
        if digest not in self._peaks:
            self._asked.discard(digest)
            self.arrived.emit(digest)

    def settle(self) -> None:
        """Wait for what is being read."""
        self._readers.waitForDone()

    def _fetch(self, source: Source) -> None:
        """In the reader's thread."""
        found = read_peaks(self._folder / peaks_path(source.digest))
        with contextlib.suppress(RuntimeError):
            self._read.emit(source.digest, (source, found))

    def _hold(self, digest: str, answer: tuple[Source, array[int] | None]) -> None:
        source, found = answer
        if found is not None:
            self._peaks[digest] = found
            self.arrived.emit(digest)
        elif self._sounds is not None:
            self._sounds.want_sound(source.path, digest)


def read_peaks(path: Path) -> array[int] | None:
    """The pairs in a peaks file; None when it is not there."""
    try:
        content = path.read_bytes()
    except OSError:
        return None
    found = array("h")
    found.frombytes(content[: len(content) // 4 * 4])
    return found


def paint_wave(
    painter: QPainter,
    box: QRectF,
    seen: QRectF,
    clip: Clip,
    scale: Scale,
    rate: Fraction,
    peaks: array[int],
    color: QColor,
) -> None:
    """The clip's part of the waveform inside `box`, as far as it is `seen`."""
    pairs_a_frame = float(PAIRS_A_SECOND / rate)
    left, right = max(box.left(), seen.left()), min(box.right(), seen.right())
    middle, half = box.center().y(), box.height() / 2 - 1
    louder = 10 ** (clip.gain / 20) / 32768
    upper: list[QPointF] = []
    lower: list[QPointF] = []
    step = max(1.0, scale.per_frame / pairs_a_frame)
    x = left
    while x < right:
        first = int((clip.start + (x - box.left()) / scale.per_frame) * pairs_a_frame)
        end = int((clip.start + (x + step - box.left()) / scale.per_frame) * pairs_a_frame)
        low, high = extremes(peaks, first, max(first + 1, end))
        upper.append(QPointF(x, middle - min(1.0, high * louder) * half - 0.5))
        lower.append(QPointF(x, middle - max(-1.0, low * louder) * half + 0.5))
        x += step
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPolygon(QPolygonF([*upper, *reversed(lower)]))


def extremes(peaks: array[int], first: int, end: int) -> tuple[int, int]:
    """The lowest and highest of the pairs [first, end); silence beyond the ends."""
    first, end = max(0, first), min(len(peaks) // 2, end)
    if first >= end:
        return 0, 0
    every = max(1, (end - first) // 64)
    return min(peaks[2 * first : 2 * end : 2 * every]), max(peaks[2 * first + 1 : 2 * end : 2 * every])
