"""Writing the take of a pickup: the parent's pictures as they are, the new ones over them where they were asked for.

Its master is lossless (FFV1, RFC 9043), since ProRes would touch every picture again, also those that nobody asked to change.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from engine.errors import MediaFailed
from engine.film.rate import Raster
from engine.media.compositing import Planes, Weight, composited, planes_of
from engine.media.ffmpeg import address, run
from engine.media.masters import Encoded, MasterWriter
from engine.media.probe import probe

_PARENT = "parent.part"


class PickupWriter:
    """Like MasterWriter, for RGB floats. `weight` says of a picture of the new take how much of it is new: None is all of it, and so is
    every picture that the parent doesn't have. `ahead` is how many pictures the new take has before the parent's first."""

    def __init__(
        self,
        folder: Path,
        raster: Raster,
        rate: Fraction,
        parent: Path,
        weight: Callable[[int], Weight | None],
        ahead: int = 0,
    ) -> None:
        shown = probe(parent)
        if (shown.width, shown.height, shown.rate) != (raster.width, raster.height, rate):
            raise MediaFailed("That take has another size or rate than the film.", "Render the shot whole.")
        self._weight, self._ahead, self._written = weight, ahead, 0
        self._size = raster.width, raster.height
        folder.mkdir(parents=True, exist_ok=True)
        self._raw = folder / _PARENT
        self._parent = self._decoded(parent, shown.frames)
        self._master = MasterWriter(folder, raster, rate, "yuv422p10")

    def write(self, picture: NDArray[np.float32]) -> None:
        """The next picture, as it was drawn."""
        self._master.write(_flat(self._over(self._written, picture)))
        self._written += 1

    def close(self) -> Encoded:
        """As MasterWriter.close."""
        made = self._master.close()
        self._forget()
        return made

    def abort(self) -> None:
        """As MasterWriter.abort."""
        self._master.abort()
        self._forget()

    def _over(self, number: int, picture: NDArray[np.float32]) -> Planes:
        at, weight = number - self._ahead, self._weight(number)
        if weight is None or not 0 <= at < len(self._parent):
            return planes_of(picture)
        old = _planes(self._parent[at], *self._size)
        return composited(old, planes_of(picture), weight) if weight.any() else old

    def _decoded(self, parent: Path, frames: int) -> NDArray[np.uint16]:
        form = ["-map", "0:v:0", "-f", "rawvideo", "-pix_fmt", "yuv422p10le", address(self._raw)]
        run(["-i", address(parent), *form], doing="reading a take", out=self._raw)
        each = 2 * self._size[0] * self._size[1]
        whole = np.memmap(self._raw, np.uint16, "r")
        if whole.size != frames * each:
            raise MediaFailed("That take cannot be read to its end.", "Render the shot again.")
        return whole.reshape(frames, each)

    def _forget(self) -> None:
        self._parent = np.empty((0, 0), np.uint16)
        self._raw.unlink(missing_ok=True)


def _planes(flat: NDArray[np.uint16], wide: int, high: int) -> Planes:
    luma, rest = flat[: wide * high].reshape(high, wide), flat[wide * high :].reshape(2, high, wide // 2)
    return luma, rest[0], rest[1]


def _flat(planes: Planes) -> NDArray[Any]:
    high, wide = planes[0].shape
    return np.concatenate([plane.ravel() for plane in planes]).reshape(2 * high, wide, 1)
