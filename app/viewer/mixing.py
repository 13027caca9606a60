"""The cut's sound, mixed while it plays: decoded sound lies in the film's cache, and each sample asked for is summed from it.

Positions follow from frames by `sample_at`, as in the export, so what is heard here and there is the same to the sample. What
has not been decoded yet is silent, and is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.film.cuts import Clip, Cut
from engine.film.document import Film
from engine.film.rate import sample_at
from engine.film.rows import row_of
from engine.film.supply import Shots, shots_by_id, supplying_take
from engine.plan.desk import SAMPLE_RATE, Sound, pcm_path

Samples = NDArray[np.int16]
"""(n, 2) int16 at SAMPLE_RATE."""


@dataclass(frozen=True, slots=True)
class Laid:
    """Decoded sound over the cut's samples [at, at + count), from its own sample `start` on; `gain` is a factor."""

    digest: str
    source: str
    at: int
    start: int
    count: int
    gain: float = 1.0


def laid_sounds(film: Film, cut: Cut) -> tuple[Laid, ...]:
    """What the cut's sound tracks play, by where it begins."""
    shots = shots_by_id(film)
    found: list[Laid] = []
    for track in cut.playing:
        if track.kind == "sound":
            for _, at, item in row_of(track).placed():
                if isinstance(item, Clip):
                    found += _laid(item, at, film.rate, shots, track.gain + item.gain)
    return tuple(sorted(found, key=lambda laid: laid.at))


def _laid(clip: Clip, at: int, rate: Fraction, shots: Shots, gain: float) -> Iterator[Laid]:
    first, end = (sample_at(at + n, SAMPLE_RATE, rate) for n in (0, clip.frames))
    factor = 10 ** (gain / 20)
    if clip.footage is not None:
        start = sample_at(clip.start, SAMPLE_RATE, rate)
        yield Laid(clip.footage.digest, clip.footage.path, first, start, end - first, factor)
        return
    take = supplying_take(clip, shots)
    if take is not None:
        start = sample_at(clip.start, SAMPLE_RATE, rate) + sample_at(take.head, SAMPLE_RATE, take.rate)
        yield Laid(take.digest, take.media, first, start, end - first, factor)


class Mixer:
    """The sum of laid sounds. Any thread may pull; `wanting` tells what has not been decoded yet."""

    def __init__(self, laid: Sequence[Laid], folder: Path) -> None:
        self._laid = tuple(laid)
        self._folder = folder
        self._sounds: dict[str, Samples | None] = {}

    @property
    def silent(self) -> bool:
        """Whether nothing is laid at all."""
        return not self._laid

    @property
    def wanting(self) -> tuple[Sound, ...]:
        """Desk work that would make the missing sounds heard."""
        missing = {laid.digest: laid.source for laid in self._laid if self._sound(laid.digest) is None}
        return tuple(Sound(source=source, digest=digest) for digest, source in missing.items())

    def look_again(self) -> None:
        """Sounds may have been decoded since."""
        self._sounds = {digest: sound for digest, sound in self._sounds.items() if sound is not None}

    def pull(self, at: int, count: int) -> Samples:
        """`count` samples of the cut from sample `at` on."""
        mixed = np.zeros((count, 2), np.float32)
        for laid in self._laid:
            first, end = max(at, laid.at), min(at + count, laid.at + laid.count)
            sound = self._sound(laid.digest) if first < end else None
            if sound is None:
                continue
            source = laid.start + first - laid.at
            skip = max(0, -source)
            heard = sound[source + skip : source + end - first]
            place = first - at + skip
            mixed[place : place + len(heard)] += heard * np.float32(laid.gain)
        return np.clip(np.rint(mixed), -32768, 32767).astype(np.int16)

    def _sound(self, digest: str) -> Samples | None:
        if digest not in self._sounds:
            self._sounds[digest] = _mapped(self._folder / pcm_path(digest))
        return self._sounds[digest]


def _mapped(path: Path) -> Any:
    """The file's samples, read from the disk as they are needed; None when it is not there."""
    try:
        size = path.stat().st_size // 4
        if size == 0:
            return np.zeros((0, 2), np.int16)
        return np.memmap(path, np.dtype("<i2"), "r", shape=(size, 2))
    except OSError:
        return None
