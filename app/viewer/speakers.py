"""Sound out of the machine: QtMultimedia pulls samples from the mixer, and says how many have been heard.

QtMultimedia is loaded when a film with sound is first played, because it costs a cold start a third of a second; where there is no
sound card (or no sound system at all) the film plays silently by the machine's clock.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from fractions import Fraction
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
from PySide6.QtCore import QIODevice, QLoggingCategory
from PySide6.QtGui import QGuiApplication

from app.viewer.mixing import Mixer
from app.viewer.route import Route
from engine.plan.desk import SAMPLE_RATE

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioSink

_BYTES = 4  # a stereo frame of 16 bits
_BUFFERED = SAMPLE_RATE // 10


class Speakers(Protocol):
    """Something that plays a route's sound."""

    def start(self, score: Score) -> None:
        """Begin pulling."""
        ...

    def stop(self) -> None:
        """Be silent at once."""
        ...

    def heard(self) -> float:
        """Seconds that have been heard since `start`."""
        ...


Open = Callable[[], "Speakers | None"]


class Score:
    """The mixer's sound along a route, one read after the other."""

    def __init__(self, mixer: Mixer, route: Route, rate: Fraction) -> None:
        self._mixer, self._route, self._rate = mixer, route, rate
        self.read = 0  # samples

    def next(self, count: int) -> bytes:
        """The next `count` stereo samples."""
        parts = [
            np.zeros((run, 2), np.int16) if place < 0 else self._mixer.pull(place, run)
            for place, run in self._route.samples(self.read, count, SAMPLE_RATE, self._rate)
        ]
        self.read += count
        return np.concatenate(parts).tobytes() if parts else b""


class _Well(QIODevice):
    """What the sound card draws from; it never runs dry."""

    def __init__(self, score: Score) -> None:
        super().__init__()
        self.score = score
        self.open(QIODevice.OpenModeFlag.ReadOnly)

    def readData(self, maxlen: int) -> bytes:  # the name is Qt's
        return self.score.next(min(maxlen // _BYTES, _BUFFERED)) if maxlen >= _BYTES else b""

    def bytesAvailable(self) -> int:
        return _BUFFERED * _BYTES

    def isSequential(self) -> bool:
        return True


class SoundCard:
    """The machine's default loudspeakers."""

    def __init__(self, sink: QAudioSink) -> None:
        self._sink = sink
        self._well: _Well | None = None

    def start(self, score: Score) -> None:
        """Begin pulling."""
        self._well = _Well(score)
        self._sink.start(self._well)

    def stop(self) -> None:
        """Be silent at once."""
        with contextlib.suppress(RuntimeError):  # the application may be closing
            self._sink.reset()
        self._well = None

    def heard(self) -> float:
        """What the card says it has played, and never more than was read less what still waits in Qt's buffer: some systems
        count what they were handed. (PulseAudio, Qt 6.11: the first runs smoothly, the second in steps of 85 ms.)"""
        if self._well is None:
            return 0.0
        waiting = max(0, self._sink.bufferSize() - self._sink.bytesFree()) // _BYTES
        handed = max(0, self._well.score.read - waiting) / SAMPLE_RATE
        return min(self._sink.processedUSecs() / 1e6, handed)


def load_sound_system() -> None:
    """Takes a third of a second: for a thread, before anybody presses play. What it says of libraries it can do without is
    nobody's business."""
    if _on_a_screen():
        QLoggingCategory.setFilterRules("qt.multimedia*=false")
        import_module("PySide6.QtMultimedia")


def open_speakers() -> Speakers | None:
    """The default sound card; None where there is none that plays 48 kHz stereo, and for windows on no screen."""
    if not _on_a_screen():
        return None
    load_sound_system()
    from PySide6.QtMultimedia import QAudioFormat, QAudioSink, QMediaDevices

    device: Any = QMediaDevices.defaultAudioOutput()
    form = QAudioFormat()
    form.setSampleRate(SAMPLE_RATE)
    form.setChannelCount(2)
    form.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    if device.isNull() or not device.isFormatSupported(form):
        return None
    sink = QAudioSink(device, form)
    sink.setBufferSize(_BUFFERED * _BYTES)
    return SoundCard(sink)


def _on_a_screen() -> bool:
    return QGuiApplication.platformName() not in ("offscreen", "minimal", "")
