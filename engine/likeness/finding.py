"""Where a subject is in a picture of which nobody knows the blocking: the window that holds its colours, in their parts, and holds
most of what the picture has of them.

A histogram search after Swain and Ballard (1991), with weights for what is rare in the picture: a red scarf in the snow finds its
wearer, and a grey coat in a grey street finds nothing.
"""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.likeness.pixels import Bgr, Mask, lab_of
from engine.likeness.tones import LIGHT_COUNTS
from engine.plan.sittings import Palette

_WIDE = 160  # pixels of the picture that is searched
_NEAR = 9.0  # steps of L*a*b* at which a pixel is still half of a palette's colour
_FILL = 0.45  # the part of its window that a subject fills
_HEIGHTS, _SHAPES = (0.95, 0.66, 0.46, 0.3, 0.2), (0.45, 0.8, 1.4, 2.4)

Plane = NDArray[np.float32]


def found(picture: Bgr, palette: Palette) -> Mask:
    """Where the picture (H, W, 3) most likely shows who has that palette: bool (H, W), empty where nothing is near."""
    height, width = picture.shape[:2]
    high = max(16, round(_WIDE * height / width))
    lab = lab_of(np.asarray(cv2.resize(picture, (_WIDE, high), interpolation=cv2.INTER_AREA), np.uint8))
    middles = np.array([(tone.lightness, tone.a, tone.b) for tone in palette], np.float32)
    gaps = (lab[:, :, None, :] - middles) * np.array((LIGHT_COUNTS, 1, 1), np.float32)
    far = np.sqrt((gaps**2).sum(-1))
    near = np.exp(-((far.min(-1) / _NEAR) ** 2))
    planes = [np.where(far.argmin(-1) == each, near, 0).astype(np.float32) for each in range(len(palette))]
    box = _best(planes, _worth(palette, planes), [tone.share for tone in palette])
    mask = np.zeros((high, _WIDE), np.uint8)
    if box is not None:
        top, left, tall, wide = box
        mask[top : top + tall, left : left + wide] = near[top : top + tall, left : left + wide] > 0.35
    return np.asarray(cv2.resize(mask, (width, height), interpolation=cv2.INTER_NEAREST), bool)


def _worth(palette: Palette, planes: list[Plane]) -> list[float]:
    """What each colour tells: much of the subject, strong, and rare in the picture."""
    worth = [
        tone.share * (1 + 0.02 * float(np.hypot(tone.a, tone.b))) / (float(plane.mean()) + 0.03)
        for tone, plane in zip(palette, planes, strict=True)
    ]
    whole = sum(worth) or 1.0
    return [each / whole for each in worth]


def _best(planes: list[Plane], worth: list[float], shares: list[float]) -> tuple[int, int, int, int] | None:
    """The window (top, left, height, width) that holds the palette best."""
    high, wide = planes[0].shape
    sums = [np.asarray(cv2.integral(plane), np.float32) for plane in planes]
    best, box = 0.0, None
    for tall in (round(high * part) for part in _HEIGHTS):
        for across in (round(tall * shape) for shape in _SHAPES):
            if across >= wide:
                continue
            tops = np.arange(0, high - tall + 1, max(1, tall // 8))
            lefts = np.arange(0, wide - across + 1, max(1, across // 8))
            score = _scores(sums, worth, shares, tops, lefts, (tall, across))
            at = int(score.argmax())
            if float(score.flat[at]) > best:
                best = float(score.flat[at])
                row, column = divmod(at, len(lefts))
                box = (int(tops[row]), int(lefts[column]), tall, across)
    return box


def _scores(
    sums: list[Plane],
    worth: list[float],
    shares: list[float],
    tops: NDArray[np.intp],
    lefts: NDArray[np.intp],
    size: tuple[int, int],
) -> Plane:
    """How well each window of that size holds the palette, and how much of the picture's share of it."""
    tall, across = size
    held: Plane = np.zeros((len(tops), len(lefts)), np.float32)
    most = held.copy()
    for plane, value, share in zip(sums, worth, shares, strict=True):
        inside = (
            plane[np.ix_(tops + tall, lefts + across)]
            - plane[np.ix_(tops, lefts + across)]
            - plane[np.ix_(tops + tall, lefts)]
            + plane[np.ix_(tops, lefts)]
        )
        held += np.minimum(inside / (tall * across * _FILL), share) * np.float32(value / max(share, 1e-3))
        most += inside * np.float32(value / (float(plane[-1, -1]) + 1e-6))
    return np.asarray(held * (0.3 + most), np.float32)
