"""What stands in the foreground of a drawn panel, told by its alpha or by a hand-drawn matte (`looking` finds it where neither is
there), and the paper that a panel is drawn on.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Plane = NDArray[np.floating]
Bgr = NDArray[np.uint8]


def u8(pixels: cv2.typing.MatLike) -> NDArray[np.uint8]:
    """What OpenCV returns, as the bytes that it is."""
    return np.asarray(pixels, np.uint8)


SMALLEST, LARGEST = 0.02, 0.55
"""Shares of the panel between which something counts as a figure in front of a background."""


def from_alpha(alpha: NDArray[np.uint8]) -> Plane | None:
    """The matte of a picture with transparency, 0..1; None when all of it is opaque (or empty)."""
    share = float((alpha > 127).mean())
    return alpha.astype(np.float32) / 255 if SMALLEST / 4 < share < 0.98 else None


def from_file(mask: NDArray[np.uint8], size: tuple[int, int]) -> Plane:
    """A hand-drawn matte, white in front, at the panel's size (width, height)."""
    grey = cv2.cvtColor(mask[:, :, :3], cv2.COLOR_BGR2GRAY) if mask.ndim == 3 else mask
    if mask.ndim == 3 and mask.shape[2] == 4 and int(mask[:, :, 3].min()) < 255:
        grey = mask[:, :, 3]
    return np.asarray(cv2.resize(grey, size, interpolation=cv2.INTER_AREA), np.float32) / 255


def paper_of(picture: Bgr) -> NDArray[np.float32] | None:
    """The colour (BGR) of the paper a panel is drawn on, seen at its edges; None for a picture that fills its frame."""
    edge = max(2, min(picture.shape[:2]) // 40)
    strips = [
        picture[:edge],
        picture[-edge:],
        picture[:, :edge].reshape(1, -1, 3),
        picture[:, -edge:].reshape(1, -1, 3),
    ]
    border = np.concatenate([strip.reshape(-1, 3) for strip in strips]).astype(np.float32)
    middle = np.median(border, axis=0)
    near = np.abs(border - middle).max(axis=1) < 18
    return middle.astype(np.float32) if near.mean() > 0.8 and middle.mean() > 90 else None
