"""From noise to a clip and back: rectified flow with a clean-picture estimate.

A noisy clip is `t * clip + (1 - t) * noise`: time 0 is noise, 1 is the clip (Liu et al. 2022, arXiv:2209.03003; Lipman et al. 2022,
arXiv:2210.02747). The transformer estimates the clip, the loss is that of the velocity (JiT, arXiv:2511.13720), which is the same error
weighed by `1 / (1 - t)**2`; near the end that weight has no bound, hence `_NEAREST`. Time is kept per slab: a slab that is given
stands at 1 (or a little below, so that a window can go on from a slab that is not perfect).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import torch
from torch import Tensor

from engine.backends.draft.conditions import SLAB, Conditions, joined

Estimate = Callable[[Tensor, Tensor, Conditions, Tensor | None], Tensor]
"""(clip (B, 3, T, H, W), time (B, S), conditions, slabs or None) -> estimate of the clean clip."""

_NEAREST = 0.07
"""1 - t counts as no less than this in the loss's weight."""
_SUBJECT_WEIGHT = 0.5
_TRAINED_FRAMES = 16


@dataclass(frozen=True, slots=True)
class Guidance:
    """How far to go beyond the plain estimate without a classifier (Ho & Salimans 2022, arXiv:2207.12598): `words` and `reference` apart
    (Brooks et al. 2023, arXiv:2211.09800), 1 is not at all; only at times in `during` (Kynkäänniemi et al. 2024, arXiv:2404.07724)."""

    words: float = 2.2
    reference: float = 2.2
    during: tuple[float, float] = (0.05, 0.95)


def by_frame(slabs: Tensor) -> Tensor:
    """(B, S) a number a slab -> (B, 1, T, 1, 1), to be multiplied with a clip."""
    return slabs.repeat_interleave(SLAB, 1)[:, None, :, None, None]


def noised(clip: Tensor, noise: Tensor, time: Tensor) -> Tensor:
    """The clip (B, 3, T, H, W) as noisy as `time` (B, S) says."""
    level = by_frame(time)
    return level * clip + (1 - level) * noise


def training_times(count: int, frames: int, generator: torch.Generator | None = None) -> Tensor:
    """(count,) times to learn at: a bell around the difficult middle (Esser et al. 2024, arXiv:2403.03206), nearer to noise the longer a clip is,
    for many frames of one picture are easily told from noise; one in ten anywhere."""
    device = generator.device if generator is not None else None
    bell = torch.sigmoid(torch.randn(count, generator=generator, device=device) * 0.9 - 0.6)
    anywhere = torch.rand(count, generator=generator, device=device)
    picked = torch.rand(count, generator=generator, device=device) < 0.1
    return shifted(torch.where(picked, anywhere, bell), shift_for(frames))


def shift_for(frames: int) -> float:
    """The shift toward noise for clips of this length."""
    return max(1.0, (frames / _TRAINED_FRAMES) ** 0.5)


def shifted(time: Tensor, shift: float) -> Tensor:
    """Times moved toward noise by `shift` (1: not at all)."""
    return time / (time + shift * (1 - time))


def velocity_loss(estimate: Tensor, clip: Tensor, time: Tensor, masks: Tensor, wanted: Tensor) -> Tensor:
    """(B,) the velocity's squared error over the slabs that were `wanted` (B, S), a little heavier on subjects (masks (B, T, H, W))."""
    error = (estimate.float() - clip.float()).square().mean(1, keepdim=True)
    weight = (1 + _SUBJECT_WEIGHT * masks[:, None].float()) * by_frame(wanted.float())
    level = by_frame(1 / (1 - time).clamp(min=_NEAREST).square())
    shares = by_frame(wanted.float()).expand_as(error).sum((1, 2, 3, 4)).clamp(min=1)
    return (error * weight * level).sum((1, 2, 3, 4)) / shares


def steps_of(steps: int, frames: int) -> Tensor:
    """(steps + 1,) times of a sampler's path for a clip of this length."""
    return shifted(torch.linspace(0, 1, steps + 1), shift_for(frames))


def guided(estimate: Estimate, guidance: Guidance) -> Estimate:
    """The estimate with guidance. Words and reference at one strength need two passes, at two strengths three."""

    def pulled(clip: Tensor, time: Tensor, conditions: Conditions, slabs: Tensor | None) -> Tensor:
        if not _pulls(guidance, float(time.amin())):
            return estimate(clip, time, conditions, slabs)
        plain = conditions.without_words().without_references()
        parts = [conditions, plain]
        if guidance.words != guidance.reference:
            parts.append(conditions.without_words())
        passes = len(parts)
        answers = estimate(clip.repeat(passes, 1, 1, 1, 1), time.repeat(passes, 1), joined(parts), slabs).chunk(passes)
        if passes == 2:
            return answers[1] + guidance.words * (answers[0] - answers[1])
        told, nothing, shown = answers
        return nothing + guidance.reference * (shown - nothing) + guidance.words * (told - shown)

    return pulled


def sample(
    estimate: Estimate,
    conditions: Conditions,
    noise: Tensor,
    *,
    steps: int,
    given: Tensor | None = None,
    given_time: Tensor | None = None,
    slabs: Tensor | None = None,
    each: Callable[[int, float, Tensor], None] | None = None,
) -> Tensor:
    """A clip (B, 3, T, H, W) from `noise` in Euler steps.

    given: a clip like the noise whose slabs at `given_time` (B, S) above 0 are kept (1: exactly; below 1: noised that much when the model sees
    them). each: called with the step's number, its time and the clean estimate; it may raise to stop.
    """
    slab_count = noise.shape[2] // SLAB
    kept = torch.zeros(len(noise), slab_count, device=noise.device) if given_time is None else given_time
    given = noise if given is None else given
    is_kept = by_frame((kept > 0).to(noise.dtype))
    known = noised(given, noise, kept.to(noise.dtype))
    path = steps_of(steps, int((kept[0] == 0).sum()) * SLAB).tolist()
    clip = noise
    for step, (now, after) in enumerate(pairwise(path)):
        time = torch.where(kept > 0, kept, torch.full_like(kept, now))
        clean = estimate(is_kept * known + (1 - is_kept) * clip, time, conditions, slabs)
        if each is not None:
            each(step, now, clean)
        clip = clean if after >= 1 else clip + (after - now) * (clean - clip) / (1 - now)
    return (is_kept * given + (1 - is_kept) * clip).clamp(-1, 1)


def _pulls(guidance: Guidance, time: float) -> bool:
    first, last = guidance.during
    return first <= time <= last and (guidance.words, guidance.reference) != (1.0, 1.0)
