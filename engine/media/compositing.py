"""A newly drawn picture laid over an old one so that nothing else changes: in the master's own planes, where a weight of nothing is the old
picture to the last bit.

Planes are Y, Cb and Cr of 4:2:2 at ten bits (ITU-R BT.709, limited range), as ProRes decodes to them: a picture that went to RGB and back would
come home a little changed everywhere.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

Planes = tuple[NDArray[np.uint16], NDArray[np.uint16], NDArray[np.uint16]]
"""Y (H, W), Cb and Cr (H, W/2)."""
Weight = NDArray[np.float32]
"""(H, W): 1 is the new picture, 0 the old one."""

_KR, _KB = 0.2126, 0.0722
_WHITE = 0.5


def feathered(mask: NDArray[np.uint8], size: tuple[int, int], feather: int) -> Weight:
    """A painted mask (h, w), white where something is to change, as a weight of `size` (width, height): 1 on the paint, then falling to
    0 over `feather` pixels around it, and exactly 0 beyond."""
    paint = cv2.resize(mask.astype(np.float32) / 255, size, interpolation=cv2.INTER_LINEAR) >= _WHITE
    if feather < 1 or not paint.any():
        return paint.astype(np.float32)
    away = cv2.distanceTransform((~paint).astype(np.uint8), cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    return np.asarray(np.clip(1 - away / (feather + 1), 0, 1), np.float32)


def planes_of(picture: NDArray[np.float32]) -> Planes:
    """An RGB picture (H, W, 3) in 0..1 as planes (Rec. ITU-R BT.709-6, 3.2 to 3.4); a column's chroma is the mean of its two pixels."""
    red, green, blue = (np.clip(picture[..., channel], 0, 1) for channel in range(3))
    luma = _KR * red + (1 - _KR - _KB) * green + _KB * blue
    chroma = ((blue - luma) / (2 * (1 - _KB)), (red - luma) / (2 * (1 - _KR)))
    blue_side, red_side = (_ten_bits(896 * _halved(np.asarray(side, np.float32)) + 512) for side in chroma)
    return _ten_bits(np.asarray(876 * luma + 64, np.float32)), blue_side, red_side


def composited(old: Planes, new: Planes, weight: Weight) -> Planes:
    """The new picture over the old one. Where the weight is 0 the old one stays to the last bit, where it is 1 the new one stands."""
    luma = _mixed(old[0], new[0], weight)
    coarse = _halved(weight)
    return luma, _mixed(old[1], new[1], coarse), _mixed(old[2], new[2], coarse)


def _mixed(old: NDArray[np.uint16], new: NDArray[np.uint16], weight: Weight) -> NDArray[np.uint16]:
    return np.rint(old + weight * (new.astype(np.float32) - old)).astype(np.uint16)


def _halved(plane: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray((plane[:, 0::2] + plane[:, 1::2]) / 2, np.float32)


def _ten_bits(plane: NDArray[np.float32]) -> NDArray[np.uint16]:
    return np.rint(plane).astype(np.uint16)
