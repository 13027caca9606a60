"""Finds what stands in the foreground of a drawn panel by looking at it, and says so only when it is sure.

What no way leads to from the edge of the picture without crossing a change of colour is surrounded, and what is surrounded at most
thresholds is a figure (boolean map saliency, Zhang and Sclaroff 2013): that holds for an outline on bare paper as for a painting.
GrabCut (Rother et al. 2004) draws the cut from there. It is made several times from different beginnings, and only a cut on which
two of them agree, whose edge runs along edges and beside which little else stands out, is believed: a wrong cut tears a figure in
two, where a flat panel is merely flat.
"""

from __future__ import annotations

import itertools

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.backends.animatic.panels.matte import LARGEST, SMALLEST, Bgr, Plane, u8

Mask = NDArray[np.uint8]
"""0 or 1: uint8 (H, W)."""

_WIDE = 320
"""Looking is done on a picture so many pixels wide."""

_LEVELS = 20
"""Thresholds for each channel of colour."""

_BEGINNINGS = ((1.0, 0.5), (1.25, 0.8), (0.8, 0.6))
"""From which saliency on something is surely, and from which it may be, the figure: shares of what stands out in this panel."""

_PIECE = 0.3
"""A second figure is at least so large beside the largest; what is smaller is a cloud, a window, a stone."""

_AGREED, _FAINT, _BUSY, _LEFT, _MOST, _TORN = 0.78, 0.05, 0.33, 0.3, 3, 0.05
"""What a cut must show (see `_is_sure` and `_torn`), measured on the board of tests/perf/panels.py."""


def detected(picture: Bgr) -> Plane | None:
    """The matte of the foreground as far as it can be told, 0..1 at the picture's size; None when it cannot."""
    height, width = picture.shape[:2]
    small = u8(cv2.resize(picture, (_WIDE, max(8, round(height * _WIDE / width))), interpolation=cv2.INTER_AREA))
    found = _figure(small)
    if found is None:
        return None
    soft = cv2.GaussianBlur(found.astype(np.float32), (0, 0), 1.0)
    return np.asarray(cv2.resize(soft, (width, height), interpolation=cv2.INTER_CUBIC), np.float32).clip(0, 1)


def _figure(small: Bgr) -> Mask | None:
    """The best cut that is believed."""
    salient = _surrounded(small)
    out = max(0.35, float(np.quantile(salient, 0.9)))
    cuts = [cut for sure, may in _BEGINNINGS if (cut := _grabbed(small, salient, sure * out, may * out)) is not None]
    slope = _slope(small)
    for one, other in sorted(itertools.combinations(cuts, 2), key=lambda pair: -_overlap(*pair)):
        cut = max(one, other, key=np.count_nonzero)
        agreed = _overlap(one, other) >= _AGREED
        if agreed and _is_sure(cut, slope, salient > 0.5 * out) and _torn(cut, slope) < _TORN:
            return cut
    return None


def _rim(shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """Where the background surely is: the upper edge, the sides, the lower corners. A figure may be cut by the lower edge."""
    rim = np.zeros(shape, bool)
    rim[0] = rim[:, 0] = rim[:, -1] = True
    corner = shape[1] // 8
    rim[-1, :corner] = rim[-1, -corner:] = True
    return rim


def _surrounded(small: Bgr) -> Plane:
    """How many of the thresholds of each channel cut a pixel off from the rim, 0..1."""
    colours = cv2.cvtColor(cv2.GaussianBlur(small, (0, 0), 1.2), cv2.COLOR_BGR2LAB)
    rim, votes = _rim(small.shape[:2]), np.zeros(small.shape[:2], np.float32)
    for channel in cv2.split(colours):
        low, high = int(channel.min()), int(channel.max())
        if high - low < 12:
            continue
        for level in range(low + 5, high, max(5, (high - low) // _LEVELS)):
            above = np.where(channel > level, 1, 0).astype(np.uint8)
            for side in (above, 1 - above):
                votes += (side > 0) & ~_reached(side, rim)
    return votes / max(1.0, float(votes.max()))


def _reached(side: Mask, rim: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """What of a mask is connected to the rim."""
    count, labels = cv2.connectedComponents(side, connectivity=4)
    regions = np.asarray(labels, np.intp)
    is_reached = np.zeros(count, bool)
    is_reached[np.unique(regions[rim & (side > 0)])] = True
    return is_reached[regions]


def _grabbed(small: Bgr, salient: Plane, sure: float, may: float) -> Mask | None:
    mask = np.full(salient.shape, cv2.GC_PR_BGD, np.uint8)
    mask[salient > may] = cv2.GC_PR_FGD
    mask[cv2.erode((salient > sure).astype(np.uint8), np.ones((3, 3), np.uint8)) > 0] = cv2.GC_FGD
    mask[(salient < 0.04) | _rim(salient.shape)] = cv2.GC_BGD
    front = np.isin(mask, (cv2.GC_FGD, cv2.GC_PR_FGD))
    if front.sum() < 60 or front.all():
        return None
    cv2.setRNGSeed(7)  # GrabCut starts from k-means, which draws lots
    try:
        cv2.grabCut(small, mask, (0, 0, 1, 1), np.zeros((1, 65)), np.zeros((1, 65)), 4, cv2.GC_INIT_WITH_MASK)
    except cv2.error:
        return None
    found = np.isin(mask, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8)
    found = u8(cv2.morphologyEx(found, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)))
    return _large(u8(cv2.morphologyEx(found, cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))))


def _large(mask: Mask) -> Mask | None:
    """The large pieces of a mask, with their holes filled."""
    outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    areas = [cv2.contourArea(line) for line in outlines]
    if not areas:
        return None
    filled = np.zeros(mask.shape, np.uint8)
    kept = [line for line, area in zip(outlines, areas, strict=True) if area >= _PIECE * max(areas)]
    cv2.drawContours(filled, kept, -1, 1, cv2.FILLED)
    return filled if filled.any() else None


def _overlap(one: Mask, other: Mask) -> float:
    return float((one & other).sum()) / max(1.0, float((one | other).sum()))


def _slope(small: Bgr) -> Plane:
    """How steeply colour changes, in the channel where it changes most."""
    colours = cv2.cvtColor(cv2.GaussianBlur(small, (0, 0), 0.8), cv2.COLOR_BGR2LAB).astype(np.float32)
    steep = [np.hypot(cv2.Sobel(c, cv2.CV_32F, 1, 0), cv2.Sobel(c, cv2.CV_32F, 0, 1)) for c in cv2.split(colours)]
    return np.asarray(cv2.dilate(np.max(steep, axis=0), np.ones((3, 3), np.uint8)), np.float32)


def _is_sure(cut: Mask, slope: Plane, standing: NDArray[np.bool_]) -> bool:
    """Whether a cut can be believed: neither a speck nor the whole picture; in one piece or a few; its edge nowhere faint and much
    clearer than what lies around it; and little else of the picture (`standing`) stands out as it does."""
    count, _ = cv2.connectedComponents(cut)
    if not SMALLEST < float(cut.mean()) < LARGEST or count - 1 > _MOST:
        return False
    edge = cv2.morphologyEx(cut, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)) > 0
    edge[:2] = edge[-2:] = False
    edge[:, :2] = edge[:, -2:] = False
    around = (cv2.dilate(cut, np.ones((25, 25), np.uint8)) > 0) & (cv2.dilate(cut, np.ones((5, 5), np.uint8)) == 0)
    if not edge.any() or not around.any():
        return False
    faint = float((slope[edge] < 0.5 * float(np.quantile(slope, 0.85))).mean())
    busy = float(slope[around].mean()) / float(slope[edge].mean())
    left = float((standing & (cut == 0)).sum()) / float(cut.sum())
    return faint < _FAINT and busy < _BUSY and left < _LEFT


def _torn(cut: Mask, slope: Plane) -> float:
    """How much of a cut's edge runs along plain pieces that end before the sides of the picture: a coat below a face, a hood around
    it. Background goes on to the sides. The greater share of two ways to tell pieces apart."""
    near = (cv2.dilate(cut, np.ones((17, 17), np.uint8)) > 0) & (cut == 0)
    worst = 0.0
    for share in (0.7, 0.8):
        plain = ((slope <= max(12.0, float(np.quantile(slope, share)))) & (cut == 0)).astype(np.uint8)
        _, labels, stats, _ = cv2.connectedComponentsWithStats(plain, connectivity=4)
        pieces = np.asarray(labels, np.intp)
        ends = stats[:, cv2.CC_STAT_AREA] > 0.08 * float(cut.sum())
        ends[np.unique(pieces[:, [1, -2]])] = False
        ends[0] = False
        beside = near & (plain > 0)
        worst = max(worst, float((ends[pieces] & beside).sum()) / max(1.0, float(beside.sum())))
    return worst
