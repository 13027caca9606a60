"""What stands in the foreground of a drawn panel: told by its alpha, by a hand-drawn matte, or found by looking.

Looking is guesswork. A line drawing on paper is filled from its outlines; a painting is cut by GrabCut (Rother et al. 2004) from where
spectral residual saliency (Hou and Zhang 2007) says something stands. What comes out is used only when it looks like a figure: else the
panel is played flat, which is honest, where a wrong cut would tear a picture in two.
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


_WIDE = 320
"""Looking is done on a picture so many pixels wide."""

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


def detected(picture: Bgr) -> Plane | None:
    """The matte of the foreground as far as it can be told, 0..1 at the picture's size; None when it cannot."""
    height, width = picture.shape[:2]
    small = u8(cv2.resize(picture, (_WIDE, max(8, round(height * _WIDE / width))), interpolation=cv2.INTER_AREA))
    paper = paper_of(small)
    found = _filled(small, paper) if paper is not None else _grabbed(small)
    if found is None or not _is_a_figure(small, found, drawn=paper is not None):
        return None
    soft = cv2.GaussianBlur(found.astype(np.float32), (0, 0), 1.0)
    return np.asarray(cv2.resize(soft, (width, height), interpolation=cv2.INTER_CUBIC), np.float32).clip(0, 1)


def _filled(small: Bgr, paper: NDArray[np.float32]) -> NDArray[np.uint8] | None:
    """Closed shapes drawn on paper, insides and all; lines that run from edge to edge (the horizon) are the background's."""
    ink = (np.abs(small.astype(np.float32) - paper).max(axis=2) > 26).astype(np.uint8)
    lines = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    count, regions = cv2.connectedComponents(1 - lines, connectivity=4)
    border = np.concatenate([regions[0], regions[-1], regions[:, 0], regions[:, -1]])
    inside = ~np.isin(regions, [0, *np.unique(border)]) if count > 1 else np.zeros(regions.shape, bool)
    solid = cv2.morphologyEx(lines, cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
    bodies = cv2.dilate(cv2.max(inside.astype(np.uint8), solid), np.ones((5, 5), np.uint8))
    outlines, _ = cv2.findContours(bodies, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    whole = small.shape[0] * small.shape[1]
    shapes = [line for line in outlines if _stands(line, small.shape[1], whole)]
    if not shapes:
        return None
    shapes.sort(key=cv2.contourArea, reverse=True)
    mask = np.zeros(small.shape[:2], np.uint8)
    cv2.drawContours(mask, shapes[:4], -1, 1, cv2.FILLED)
    return u8(cv2.morphologyEx(mask, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)))


def _stands(outline: cv2.typing.MatLike, width: int, whole: int) -> bool:
    x, _, w, h = cv2.boundingRect(outline)
    area = cv2.contourArea(outline)
    spans = x <= 2 and x + w >= width - 2
    return not spans and area > 0.008 * whole and area > 0.18 * w * h


def _grabbed(small: Bgr) -> NDArray[np.uint8] | None:
    salient = _saliency(small)
    points = np.argwhere(salient > max(0.35, float(np.quantile(salient, 0.93))))
    if len(points) < 20:
        return None
    (y0, x0), (y1, x1) = np.quantile(points, 0.03, axis=0).astype(int), np.quantile(points, 0.97, axis=0).astype(int)
    h, w = small.shape[:2]
    pad_x, pad_y = max(6, (x1 - x0) // 5), max(6, (y1 - y0) // 5)
    left, top, right, low = max(2, x0 - pad_x), max(2, y0 - pad_y), min(w - 2, x1 + pad_x), min(h - 1, y1 + pad_y)
    if right - left < 12 or low - top < 12 or (right - left) * (low - top) > 0.8 * w * h:
        return None
    mask = np.zeros((h, w), np.uint8)
    back, front = np.zeros((1, 65), np.float64), np.zeros((1, 65), np.float64)
    cv2.setRNGSeed(7)  # GrabCut starts from k-means, which draws lots
    try:
        cv2.grabCut(small, mask, (left, top, right - left, low - top), back, front, 5, cv2.GC_INIT_WITH_RECT)
    except cv2.error:
        return None
    found = np.isin(mask, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.uint8)
    found = cv2.morphologyEx(found, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8))
    return _largest(u8(cv2.morphologyEx(found, cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8))))


def _saliency(small: Bgr) -> Plane:
    """Spectral residual: what is unlike the average spectrum of the picture, 0..1."""
    grey = cv2.resize(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), (64, 64), interpolation=cv2.INTER_AREA).astype(
        np.float32
    )
    spectrum = np.fft.fft2(grey)
    log = np.log(np.abs(spectrum) + 1e-6)
    residual = log - cv2.blur(log, (3, 3))
    map_ = np.abs(np.fft.ifft2(np.exp(residual + 1j * np.angle(spectrum)))) ** 2
    map_ = cv2.GaussianBlur(map_.astype(np.float32), (0, 0), 2.5)
    whole = cv2.resize(map_, (small.shape[1], small.shape[0]), interpolation=cv2.INTER_LINEAR)
    return np.asarray((whole - whole.min()) / max(float(np.ptp(whole)), 1e-6), np.float32)


def _largest(mask: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The large pieces of a mask, with their holes filled."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask)
    areas = stats[1:, cv2.CC_STAT_AREA]
    kept = [n + 1 for n in range(count - 1) if areas[n] > 0.2 * areas.max()] if count > 1 else []
    outlines, _ = cv2.findContours(np.isin(labels, kept).astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    filled = np.zeros(mask.shape, np.uint8)
    cv2.drawContours(filled, outlines, -1, 1, cv2.FILLED)
    return filled


def _is_a_figure(small: Bgr, mask: NDArray[np.uint8], *, drawn: bool) -> bool:
    """Whether a cut can be trusted: neither a speck nor the whole picture, and its edge runs where the picture has edges."""
    share = float(mask.mean())
    if not SMALLEST < share < LARGEST:
        return False
    if drawn:
        return True
    grey = cv2.GaussianBlur(cv2.cvtColor(small, cv2.COLOR_BGR2GRAY), (0, 0), 1.0)
    slope = np.hypot(cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1))
    edge = cv2.morphologyEx(mask, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8)) > 0
    edge[:2] = edge[-2:] = False
    edge[:, :2] = edge[:, -2:] = False
    if not edge.any():
        return False
    clear, faint = float(slope[edge].mean()) / (float(slope.mean()) + 1e-6), float((slope[edge] < slope.mean()).mean())
    return clear > 3.3 and faint < 0.22
