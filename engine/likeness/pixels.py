"""Pixels to palettes: the few colours that make up a subject, out of the pixels that show it.

Colours are clustered in CIE L*a*b*, where equal steps look equally far apart; eight of them keep a scarf apart from a coat, and more
of them tell nothing that held on films they were not fitted on.
"""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.plan.sittings import Palette, Tone

TONES = 8
MOST_PIXELS = 4000
LEAST_PIXELS = 40
_DARK = 6.0
"""Mean lightness of a picture that shows nothing: the start of a fade."""

Bgr = NDArray[np.uint8]
Mask = NDArray[np.bool_]
Lab = NDArray[np.float32]


def lab_of(pixels: Bgr) -> Lab:
    """BGR pixels, (..., 3) uint8, in L*a*b*, float32 of the same shape."""
    if pixels.size == 0:  # cvtColor takes no empty picture
        return np.zeros(pixels.shape, np.float32)
    flat = np.ascontiguousarray(pixels, np.float32).reshape(1, -1, 3) / 255
    return np.asarray(cv2.cvtColor(flat, cv2.COLOR_BGR2LAB), np.float32).reshape(pixels.shape)


def palette_of(colours: Lab) -> Palette:
    """The palette of L*a*b* colours (N, 3), the largest share first; () for too few of them. The same pixels give the same palette."""
    if len(colours) < LEAST_PIXELS:
        return ()
    step = max(1, len(colours) // MOST_PIXELS)
    some = np.ascontiguousarray(colours[::step], np.float32)
    cv2.setRNGSeed(1)
    stop = (cv2.TERM_CRITERIA_EPS + cv2.TERM_CRITERIA_MAX_ITER, 20, 0.5)
    start = np.zeros((len(some), 1), np.int32)
    _, labels, middles = cv2.kmeans(some, TONES, start, stop, 1, cv2.KMEANS_PP_CENTERS)
    shares = np.bincount(np.ravel(labels), minlength=TONES) / len(some)
    rows = sorted(zip(shares.tolist(), np.asarray(middles).tolist(), strict=True), reverse=True)
    return tuple(
        Tone(lightness=round(light, 2), a=round(a, 2), b=round(b, 2), share=round(share, 4))
        for share, (light, a, b) in rows
        if share > 0
    )


def inner(mask: Mask) -> Mask:
    """The mask without its rim, where subject and ground are mixed."""
    return np.asarray(cv2.erode(mask.astype(np.uint8), np.ones((3, 3), np.uint8), borderValue=1), bool)


def shows_something(picture: Bgr) -> bool:
    """Whether it is more than the black of a fade."""
    return float(lab_of(picture[::4, ::4])[..., 0].mean()) > _DARK


def colours_in(pictures: Sequence[Bgr], masks: Sequence[Mask]) -> Lab:
    """What the masks show of the pictures, in L*a*b* (N, 3)."""
    parts = [lab_of(picture[inner(mask)]) for picture, mask in zip(pictures, masks, strict=True)]
    return np.concatenate(parts) if parts else np.zeros((0, 3), np.float32)


def subject_of(picture: Bgr) -> Mask:
    """The subject of a reference picture: what is unlike the picture's edges; where nearly everything or nothing is, its middle."""
    height, width = picture.shape[:2]
    lab = lab_of(picture)
    edge = max(2, min(height, width) // 20)
    rim = np.concatenate([lab[:edge].reshape(-1, 3), lab[:, :edge].reshape(-1, 3), lab[:, -edge:].reshape(-1, 3)])
    ground = palette_of(rim)
    far = np.full((height, width), np.inf, np.float32)
    for tone in ground:
        if tone.share > 0.08:
            far = np.minimum(far, np.linalg.norm(lab - np.array((tone.lightness, tone.a, tone.b), np.float32), axis=2))
    found = far > 14
    return found if 0.04 < found.mean() < 0.9 else _middle(height, width)


def _middle(height: int, width: int) -> Mask:
    """An ellipse over the middle."""
    y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
    return np.asarray((x / 0.6) ** 2 + (y / 0.85) ** 2 < 1, bool)
