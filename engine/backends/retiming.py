"""From a model's own pictures to the film's: between them in time, and to its raster.

Frames are never doubled silently: a take's facts name the way it was done. What moves is moved along the optical flow and the two ends
dissolved, in the model's raster, where that costs least. Bytes stay bytes and floats floats, so that a 10-bit master has ten bits.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.plan.capabilities import Between

Picture = NDArray[Any]
"""(H, W, 3): uint8, or float32 in 0 to 1."""
Size = tuple[int, int]
"""Width and height in pixels."""


def moments(length: int, rate: Fraction, native: Fraction) -> Iterator[tuple[int, float]]:
    """For each film frame the model's frame at or before it, and how far on it is to the next, 0 to 1."""
    for frame in range(length):
        at = frame * native / rate
        yield math.floor(at), float(at - math.floor(at))


def conformed(
    shots: Sequence[Picture] | Picture, length: int, rate: Fraction, native: Fraction, film: Size, how: Between = "flow"
) -> Iterator[Picture]:
    """`length` film frames at `rate` from a model's frames at `native`, one at a time. Raises IndexError where those don't reach."""
    tween, last = _Tween(shots[0], shots[0], how), -1
    for number, share in moments(length, rate, native):
        if number != last:
            tween, last = _Tween(shots[number], shots[min(number + 1, len(shots) - 1)], how), number
        yield scaled(tween.at(share), film)


def scaled(picture: Picture, size: Size) -> Picture:
    """Cropped to the shape of `size` about the middle, and brought to it (up by Lanczos, which keeps paper's edges crisp)."""
    wide, high = kept((picture.shape[1], picture.shape[0]), size)
    top, left = (picture.shape[0] - high) // 2, (picture.shape[1] - wide) // 2
    cut = picture[top : top + high, left : left + wide]
    way = cv2.INTER_LANCZOS4 if wide < size[0] else cv2.INTER_AREA
    sized = np.asarray(cv2.resize(cut, size, interpolation=way), picture.dtype)
    return sized if sized.dtype == np.uint8 else np.clip(sized, 0, 1)  # Lanczos rings


def kept(size: Size, film: Size) -> Size:
    """What is left of a picture's width and height in a film of that size."""
    wide, high = size
    aspect = Fraction(*film)
    return (wide, min(high, round(wide / aspect))) if aspect * high >= wide else (min(wide, round(high * aspect)), high)


@dataclass(slots=True)
class _Tween:
    """Two neighbouring pictures; the flow between them is worked out when it is first asked for."""

    before: Picture
    after: Picture
    how: Between
    _ways: tuple[NDArray[np.float32], NDArray[np.float32]] | None = None

    def at(self, share: float) -> Picture:
        """The picture at 0 (before) to 1 (after)."""
        if share == 0 or self.how == "nearest":
            return self.before if share < 0.5 else self.after
        if self.how == "blend":
            return _mixed(self.before, self.after, share)
        if self._ways is None:
            one, two = _grey(self.before), _grey(self.after)
            self._ways = flow(one, two), flow(two, one)
        there, back = self._ways
        return _mixed(_moved(self.before, there, share), _moved(self.after, back, 1 - share), share)


def flow(one: NDArray[np.uint8], two: NDArray[np.uint8]) -> NDArray[np.float32]:
    """(h, w, 2) the way of each pixel of the grey `one` to `two`: dense inverse search (Kroeger et al. 2016)."""
    search = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_MEDIUM)
    return np.asarray(search.calc(one, two, np.zeros((*one.shape, 2), np.float32)), np.float32)


def _grey(picture: Picture) -> NDArray[np.uint8]:
    whole = picture if picture.dtype == np.uint8 else np.rint(picture * 255).astype(np.uint8)
    return np.asarray(cv2.cvtColor(whole, cv2.COLOR_RGB2GRAY), np.uint8)


def _moved(picture: Picture, way: NDArray[np.float32], share: float) -> Picture:
    rows, columns = np.indices(picture.shape[:2], np.float32)
    return np.asarray(
        cv2.remap(
            picture,
            columns - share * way[..., 0],
            rows - share * way[..., 1],
            cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REPLICATE,
        ),
        picture.dtype,
    )


def _mixed(one: Picture, two: Picture, share: float) -> Picture:
    return np.asarray(cv2.addWeighted(one, 1 - share, two, share, 0), one.dtype)
