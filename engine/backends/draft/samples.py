"""Contact sheets of training clips: references, the real clip, and what the transformer made of the same order."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from engine.backends.draft.world import Clips

_COLUMNS = 6
_GAP = 2


def write_sheet(path: Path, clips: Clips, made: Tensor | None = None) -> None:
    """Two rows a clip (one without `made`): references, then frames evenly spaced. `made` is like `clips.video`."""
    rows: list[Tensor] = []
    for number in range(len(clips.video)):
        references = clips.conditions.references[number]
        rows.append(_row(references, clips.video[number]))
        if made is not None:
            rows.append(_row(references, made[number]))
    sheet = F.pad(_stacked(rows, 1), (_GAP,) * 4, value=1.0)
    pixels = ((sheet.float().cpu().clamp(-1, 1) + 1) * 127.5).byte().permute(1, 2, 0).numpy()
    path.parent.mkdir(parents=True, exist_ok=True)
    cv2.imwrite(str(path), np.ascontiguousarray(pixels[:, :, ::-1]))


def _row(references: Tensor, video: Tensor) -> Tensor:
    """(3, H, W'): two references on top of each other, then frames of video (3, T, H, W)."""
    height = video.shape[2]
    small = F.interpolate(references, size=(height // 2, height // 2), mode="area")
    picked = [round(n * (video.shape[1] - 1) / (_COLUMNS - 1)) for n in range(_COLUMNS)]
    column = _stacked(list(small), 1)[:, :height]
    return _stacked([F.pad(column, (0, 0, 0, height - column.shape[1])), *(video[:, frame] for frame in picked)], 2)


def _stacked(pictures: list[Tensor], axis: int) -> Tensor:
    width, height = (_GAP, 0) if axis == 2 else (0, _GAP)
    return torch.cat([F.pad(picture, (0, width, 0, height), value=1.0) for picture in pictures], axis)
