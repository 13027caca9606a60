"""The cut's sound, mixed while it plays: decoded sound lies in the film's cache, and each sample asked for is summed from it.

Positions follow from frames by `sample_at`, as in the export, so what is heard here and there is the same to the sample. What
has not been decoded yet is silent, and is asked for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.film.cuts import Cut
from engine.film.document import Film
from engine.film.heard import Heard, heard
from engine.film.rate import sample_at
from engine.plan.desk import SAMPLE_RATE, Sound, pcm_path

Samples = NDArray[np.int16]
"""(n, 2) int16 at SAMPLE_RATE."""


@dataclass(frozen=True, slots=True)
class Laid:
    """Decoded sound over the cut's samples [at, at + count), from its own sample `start` on; `gain` is a factor, the fades are
    samples at either end."""

    digest: str
    source: str
    at: int
    start: int
    count: int
    gain: float = 1.0
    fade_in: int = 0
    fade_out: int = 0


def laid_sounds(film: Film, cut: Cut) -> tuple[Laid, ...]:
    """What the cut's sound tracks play, by where it begins."""
    return tuple(_laid(each, film.rate) for each in heard(film, cut))


def _laid(one: Heard, rate: Fraction) -> Laid:
    def samples(frames: int) -> int:
        return sample_at(frames, SAMPLE_RATE, rate)

    return Laid(
        one.digest,
        one.source,
        samples(one.at),
        samples(one.start),
        samples(one.start + one.frames) - samples(one.start),
        10 ** (one.gain / 20),
        samples(one.fade_in),
        samples(one.fade_out),
    )


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
            part = sound[source + skip : source + end - first]
            place = first - at + skip
            mixed[place : place + len(part)] += part * _level(laid, first - laid.at + skip, len(part))
        return np.clip(np.rint(mixed), -32768, 32767).astype(np.int16)

    def _sound(self, digest: str) -> Samples | None:
        if digest not in self._sounds:
            self._sounds[digest] = _mapped(self._folder / pcm_path(digest))
        return self._sounds[digest]


def _level(laid: Laid, first: int, count: int) -> NDArray[np.float32] | np.float32:
    """The factor of each of `count` samples from the sound's `first` on: sounds that cross keep their power together (a quarter
    of a sine each, as in the export)."""
    near_head, near_tail = first < laid.fade_in, first + count > laid.count - laid.fade_out
    if not near_head and not near_tail:
        return np.float32(laid.gain)
    place = np.arange(first, first + count, dtype=np.float32)
    level = np.full(count, laid.gain, np.float32)
    if near_head:
        level *= np.sin(np.clip(place / laid.fade_in, 0, 1) * np.float32(np.pi / 2))
    if near_tail:
        level *= np.sin(np.clip((laid.count - place) / laid.fade_out, 0, 1) * np.float32(np.pi / 2))
    return level[:, None]


def _mapped(path: Path) -> Any:
    """The file's samples, read from the disk as they are needed; None when it is not there."""
    try:
        size = path.stat().st_size // 4
        if size == 0:
            return np.zeros((0, 2), np.int16)
        return np.memmap(path, np.dtype("<i2"), "r", shape=(size, 2))
    except OSError:
        return None
