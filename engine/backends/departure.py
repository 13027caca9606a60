"""How far a final has come away from its draft, from the pictures of both: does it move the same way, and stand in the same places?

More steps sharpen a shot and now and then change it; what a director approved in the draft was its motion and its layout, so these two are
measured, each from -1 to 1 (the same). Both are blind to detail on purpose: detail is what the final is for.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.backends.retiming import Picture, flow

Grey = NDArray[np.uint8]
"""(h, w) as `seen_small` gives it."""

_WIDE = 160
_STILL = 0.05
"""Pixels a frame, at that width, below which nothing moves that an eye would see."""
_LAYOUT = 16
"""Columns in which a layout is compared."""
_FLAT = 1.0
"""Grey levels: a picture with less contrast has no layout."""

SAME_FLOW, SAME_LAYOUT = 0.6, 0.7
"""Below these a final is another shot."""


@dataclass(frozen=True, slots=True)
class Departure:
    """`flow` and `layout` from -1 to 1: how alike the final's motion and its composition are to the draft's."""

    flow: float
    layout: float

    @property
    def visible(self) -> bool:
        """Whether somebody who approved the draft should look again."""
        return self.flow < SAME_FLOW or self.layout < SAME_LAYOUT


def departure(draft: Sequence[Grey], final: Sequence[Grey]) -> Departure:
    """Of a final from its draft, picture by picture from the first; both as `seen_small` makes them."""
    return Departure(flow_correlation(draft, final), layout_correlation(draft, final))


def seen_small(picture: Picture) -> Grey:
    """An RGB picture (H, W, 3), uint8 or float in 0..1, as grey and small: all that is compared."""
    whole = picture if picture.dtype == np.uint8 else np.rint(np.clip(picture, 0, 1) * 255).astype(np.uint8)
    high = max(16, round(whole.shape[0] * _WIDE / whole.shape[1]))
    small = cv2.resize(whole, (_WIDE, high), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.cvtColor(small, cv2.COLOR_RGB2GRAY), np.uint8)


def flow_correlation(one: Sequence[Grey], other: Sequence[Grey]) -> float:
    """The correlation of two optical flows (dense inverse search, Kroeger et al. 2016) over all pixels and pictures, not centred,
    so that two pans to opposite sides are -1; 1 where neither moves, 0 where only one does."""
    across = own = theirs = 0.0
    pairs = min(len(one), len(other)) - 1
    for n in range(pairs):
        u, v = flow(one[n], one[n + 1]), flow(other[n], other[n + 1])
        across, own, theirs = across + float((u * v).sum()), own + float((u * u).sum()), theirs + float((v * v).sum())
    still = _STILL**2 * max(1, pairs) * (one[0].size if len(one) else 1)
    if own < still or theirs < still:
        return 1.0 if own < still and theirs < still else 0.0
    return across / float(np.sqrt(own * theirs))


def layout_correlation(one: Sequence[Grey], other: Sequence[Grey]) -> float:
    """The mean over pictures of Pearson's correlation of what is light and dark where, in a coarse grid."""
    alike = [_alike(_coarse(a), _coarse(b)) for a, b in zip(one, other, strict=False)]
    return float(np.mean(alike)) if alike else 1.0


def _coarse(picture: Grey) -> NDArray[np.float32]:
    high = max(4, round(picture.shape[0] * _LAYOUT / picture.shape[1]))
    small = cv2.resize(picture.astype(np.float32), (_LAYOUT, high), interpolation=cv2.INTER_AREA)
    return np.asarray(small - small.mean(), np.float32)


def _alike(one: NDArray[np.float32], other: NDArray[np.float32]) -> float:
    own, theirs = float(one.std()), float(other.std())
    if own < _FLAT or theirs < _FLAT:
        return 1.0 if own < _FLAT and theirs < _FLAT else 0.0
    return float((one * other).mean()) / (own * theirs)
