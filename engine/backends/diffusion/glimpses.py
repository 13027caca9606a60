"""A glimpse of a shot while it is denoised: its clean latent brought to red, green and blue by one small matrix.

Nobody's matrix is shipped: it is fitted by least squares to the first shot that this machine decodes, where latent and pixels are both at
hand, and kept for the next one. Until then the latent's three strongest directions stand for colours. No small autoencoder is needed.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

import cv2
import numpy as np
import torch
from numpy.typing import NDArray

from engine.backends.diffusion.families.family import Layout

Grid = NDArray[np.float32]
"""A latent's pixels in rows and columns: (h, w, channels)."""

_POINTS = 20_000
_WIDE = 480


def grid_of(latent: torch.Tensor, layout: Layout, rows: tuple[int, int]) -> Grid:
    """The middle of a shot's latents. `rows` and columns are where a packed row of tokens breaks."""
    one = latent[0].detach().float().cpu()
    if layout == "cthw":
        return one[:, one.shape[1] // 2].permute(1, 2, 0).numpy()
    if layout == "tchw":
        return one[one.shape[0] // 2].permute(1, 2, 0).numpy()
    high, wide = rows if one.shape[0] % (rows[0] * rows[1]) == 0 else (1, one.shape[0])
    pictures = one.shape[0] // (high * wide)
    return one.reshape(pictures, high, wide, -1)[pictures // 2].numpy()


def fitted(grid: Grid, picture: NDArray[np.float32]) -> NDArray[np.float32]:
    """(channels + 1, 3): the matrix that brings `grid` nearest to `picture` (H, W, 3)."""
    small = cv2.resize(picture, (grid.shape[1], grid.shape[0]), interpolation=cv2.INTER_AREA)
    points = _with_one(grid.reshape(-1, grid.shape[2]))[:_POINTS]
    matrix = np.linalg.lstsq(points, small.reshape(-1, 3)[:_POINTS], rcond=None)[0]
    return matrix.astype(np.float32)


def shown(grid: Grid, matrix: NDArray[np.float32] | None) -> NDArray[np.uint8]:
    """(H, W, 3) RGB, 480 wide."""
    points = grid.reshape(-1, grid.shape[2])
    colours = (
        _with_one(points) @ matrix if matrix is not None and len(matrix) == points.shape[1] + 1 else _guessed(points)
    )
    small = np.clip(colours, 0, 1).reshape(*grid.shape[:2], 3).astype(np.float32)
    high = max(1, round(_WIDE * grid.shape[0] / grid.shape[1]))
    large = cv2.resize(small, (_WIDE, high), interpolation=cv2.INTER_CUBIC)
    return np.rint(np.clip(large, 0, 1) * 255).astype(np.uint8)


def _guessed(points: NDArray[np.float32]) -> NDArray[np.float32]:
    """The three strongest directions, each about the middle grey."""
    centred = points - points.mean(axis=0)
    _, _, directions = np.linalg.svd(centred[:_POINTS], full_matrices=False)
    found = centred @ directions[:3].T
    return 0.5 + found / (4 * found.std(axis=0) + 1e-6) @ np.eye(found.shape[1], 3, dtype=np.float32)


def _with_one(points: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.concatenate([points, np.ones((len(points), 1), np.float32)], axis=1)


def kept(path: Path) -> NDArray[np.float32] | None:
    """The matrix of an earlier shot; None where there is none."""
    try:
        matrix = np.load(path, allow_pickle=False)
    except (OSError, ValueError):
        return None
    return matrix if matrix.ndim == 2 and matrix.shape[1] == 3 else None


def keep(path: Path, matrix: NDArray[np.float32]) -> None:
    """For the next shot. Never raises: a glimpse is worth no trouble."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".part")
        with partial.open("wb") as out:
            np.save(out, matrix)
        partial.replace(path)
