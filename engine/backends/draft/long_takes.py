"""Takes of any length: one pass up to 16 s, as Vidu's are, and windows beyond that.

Each window is given the last slab of the one before, a little noisy so that its small faults are not taken for truth, and the very
first slab as an anchor, without which a subject dissolves after two or three windows (exposure bias).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import torch
from torch import Tensor

from engine.backends.draft.conditions import SLAB, Conditions
from engine.backends.draft.flow import Estimate, sample

LONGEST = 128
"""Frames in one pass."""
_WINDOW = 16
"""Slabs of a window that goes on: the anchor, the slab before, and new ones."""
_ANCHOR_AWAY = 9
"""Where the slab before stands on the time axis when the anchor stands at 0: as in training."""
_PREFIX_TIME = 0.9


def windows(slab_count: int) -> list[tuple[int, int]]:
    """(first, last + 1) of the new slabs of every window of a take of `slab_count` slabs."""
    first = min(slab_count, LONGEST // SLAB)
    spans = [(0, first)]
    while spans[-1][1] < slab_count:
        begin = spans[-1][1]
        spans.append((begin, min(slab_count, begin + _WINDOW - 2)))
    return spans


def whole_take(
    estimate: Estimate,
    told: Conditions,
    noise: Tensor,
    *,
    steps: int,
    each: Callable[[int, float, Tensor], None] | None = None,
) -> Tensor:
    """A take as long as `noise` (B, 3, T, H, W); `each` is called as `flow.sample` does, window after window."""
    first, *others = windows(noise.shape[2] // SLAB)
    clip = sample(estimate, _slabs_of(told, range(*first)), noise[:, :, : first[1] * SLAB], steps=steps, each=each)
    for begin, end in others:
        numbers = [0, begin - 1, *range(begin, end)]
        kept = torch.zeros(len(noise), len(numbers), device=noise.device)
        kept[:, 0], kept[:, 1] = 1.0, _PREFIX_TIME
        given = torch.cat(
            [clip[:, :, :SLAB], clip[:, :, -SLAB:], torch.zeros_like(noise[:, :, begin * SLAB : end * SLAB])], 2
        )
        fresh = torch.cat([noise[:, :, n * SLAB : (n + 1) * SLAB] for n in numbers], 2)
        away = torch.cat([torch.zeros(1), torch.arange(len(numbers) - 1) + _ANCHOR_AWAY]).to(noise.device)
        made = sample(
            estimate, _slabs_of(told, numbers), fresh, steps=steps, given=given, given_time=kept, slabs=away, each=each
        )
        clip = torch.cat([clip, made[:, :, 2 * SLAB :]], 2)
    return clip


def _slabs_of(told: Conditions, numbers: Sequence[int] | range) -> Conditions:
    return told.at_slabs(torch.tensor(list(numbers), device=told.camera.device))
