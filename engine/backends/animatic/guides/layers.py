"""Which layer each pixel of a frame shows, and by which homography each layer moves: what every guide pass is read from.

A pixel belongs to the nearest layer that covers more than half of it. Veils of mist, weather and thrown shadows cover nothing: they
are seen through, and a video model should not take them for things.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import skia
from numpy.typing import NDArray

from engine.backends.animatic.sheets import Way
from engine.backends.animatic.theatre import Laid, Theatre

NOTHING = -1
"""The index of a pixel that no layer covers."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A frame taken apart: `layers` far to near, `index` (H, W) int16 into them (NOTHING: none of them), and `lens` (3, 3), the way from
    the composed picture into the frame."""

    layers: tuple[Laid, ...]
    index: NDArray[np.int16]
    lens: NDArray[np.float64]

    def of(self, number: int) -> NDArray[np.bool_]:
        """Where that layer is seen: bool (H, W)."""
        return self.index == number

    def into_frame(self, number: int) -> NDArray[np.float64]:
        """The homography (3, 3) from that layer's own pixels into the frame."""
        return self.lens @ matrix(self.layers[number].way)


def matrix(way: Way) -> NDArray[np.float64]:
    """A way as a homography (3, 3)."""
    return np.array([[way.a, 0.0, way.bx], [0.0, way.a, way.by], [0.0, 0.0, 1.0]])


def seen(theatre: Theatre, frame: int) -> Seen:
    """The frame taken apart."""
    layers, lens = theatre.laid(frame), theatre.lens(theatre.camera(frame))
    index = np.full((theatre.height, theatre.width), NOTHING, np.int16)
    for number, laid in enumerate(layers):
        index[covered(theatre, laid, lens)] = number
    return Seen(layers, index, lens)


def covered(theatre: Theatre, laid: Laid, lens: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Where a layer alone covers more than half of a pixel of the frame: bool (H, W)."""
    width, height = theatre.composed
    pixels = np.zeros((height, width, 4), np.uint8)
    canvas = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeN32Premul(width, height), pixels).getCanvas()
    laid.draw(canvas)
    return framed(theatre, pixels[:, :, 3], lens) > 127


def framed(theatre: Theatre, plane: NDArray[np.uint8], lens: NDArray[np.float64]) -> NDArray[np.uint8]:
    """A single-channel composed picture as the frame shows it (bilinear), uint8 (H, W)."""
    if plane.shape == (theatre.height, theatre.width) and np.allclose(lens, np.eye(3)):
        return plane
    size = (theatre.width, theatre.height)
    warped = cv2.warpPerspective(plane, lens, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(warped, np.uint8)
