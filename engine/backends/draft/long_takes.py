"""Takes of any length: one pass up to 16 s, as Vidu's are, and windows beyond that; and takes that go on from pictures that are there.

Each window is given the last slab of the one before, a little noisy so that its small faults are not taken for truth, and the very
first slab as an anchor, without which a subject dissolves after two or three windows (exposure bias).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

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


@dataclass(frozen=True, slots=True)
class Before:
    """What a take goes on from: `prefix` (B, 3, P, H, W) in [-1, 1], the P pictures before it (whole slabs), and an `anchor`
    (B, 3, 4, H, W) from long before, for who must stay as they were."""

    prefix: Tensor
    anchor: Tensor | None = None


def windows(slab_count: int) -> list[tuple[int, int]]:
    """(first, last + 1) of the new slabs of every window of a take of `slab_count` slabs."""
    first = min(slab_count, LONGEST // SLAB)
    spans = [(0, first)]
    while spans[-1][1] < slab_count:
        begin = spans[-1][1]
        spans.append((begin, min(slab_count, begin + _WINDOW - 2)))
    return spans


def passes(frames: int, prefix: int = 0) -> int:
    """How many windows a take of that many frames is made in, behind a prefix of so many."""
    return len(windows((frames + prefix) // SLAB))


def whole_take(
    estimate: Estimate,
    told: Conditions,
    noise: Tensor,
    *,
    steps: int,
    before: Before | None = None,
    each: Callable[[int, float, Tensor], None] | None = None,
) -> Tensor:
    """A take as long as `told`'s camera path, (B, 3, T, H, W).

    noise: (B, 3, P + T, H, W), P the frames of `before`'s prefix (0 without one). each: called as `flow.sample` does, window after window.
    """
    before = before or Before(noise[:, :, :0])
    known = before.prefix.shape[2] // SLAB
    still = torch.zeros_like(told.camera[:, :1]).expand(-1, known, -1)
    told = replace(told, camera=torch.cat([still, told.camera], 1))
    clip = before.prefix
    for begin, end in windows(noise.shape[2] // SLAB):
        anchor = clip[:, :, :SLAB] if begin and before.anchor is None else before.anchor
        window = _window(told, noise, clip, anchor, range(max(0, begin - 1), end))
        made = sample(
            estimate,
            window.told,
            window.noise,
            steps=steps,
            given=window.given,
            given_time=window.time,
            slabs=window.slabs,
            each=each,
        )
        clip = torch.cat([clip, made[:, :, int((window.time[0] > 0).sum()) * SLAB :]], 2)
    return clip[:, :, known * SLAB :]


@dataclass(frozen=True, slots=True)
class _Window:
    """One pass, all but the slabs' numbers (S,) as `flow.sample` takes it."""

    told: Conditions
    noise: Tensor
    given: Tensor
    time: Tensor
    slabs: Tensor


def _window(told: Conditions, noise: Tensor, clip: Tensor, anchor: Tensor | None, span: range) -> _Window:
    """The slabs of `span`, of which `clip` holds the first ones already, behind an anchor where there is one."""
    numbers = torch.tensor([*span], device=noise.device)
    of_clip = clip[:, :, span.start * SLAB :]
    known = of_clip.shape[2] // SLAB
    fresh = noise[:, :, span.start * SLAB : span.stop * SLAB]
    given = torch.cat([of_clip, torch.zeros_like(fresh[:, :, known * SLAB :])], 2)
    time = torch.where(numbers < span.start + known, _PREFIX_TIME, 0.0).expand(len(noise), -1)
    slabs = torch.arange(len(numbers), device=noise.device)
    if anchor is None:
        return _Window(told.at_slabs(numbers), fresh, given, time, slabs)
    return _Window(
        told.at_slabs(torch.cat([numbers[:1] * 0, numbers])),
        torch.cat([noise[:, :, :SLAB], fresh], 2),
        torch.cat([anchor, given], 2),
        torch.cat([torch.ones_like(time[:, :1]), time], 1),
        torch.cat([slabs[:1] * 0, slabs + _ANCHOR_AWAY]),
    )
