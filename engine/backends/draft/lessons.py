"""What a batch of clips asks of the transformer: how noisy each slab is, which are given, and what it is not told.

A model that is to go on from a window must have met windows while it learnt, and one that is to be guided must have met clips
without words and without references: all of that is decided here, for each clip apart.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import torch
from torch import Tensor

from engine.backends.draft.conditions import SLAB, Conditions
from engine.backends.draft.flow import training_times
from engine.backends.draft.world import Clips

_NO_WORDS, _NO_REFERENCES, _NO_PHRASE = 0.1, 0.2, 0.1
_GOES_ON = 0.3


@dataclass(frozen=True, slots=True)
class Lesson:
    """A batch to learn from: what is clean, how noisy each slab is shown, and for which slabs the answer counts."""

    clip: Tensor
    masks: Tensor
    conditions: Conditions
    time: Tensor
    wanted: Tensor
    slabs: Tensor | None


def lesson_of(clips: Clips, generator: torch.Generator, *, anchored: bool = False) -> Lesson:
    """What is asked about these clips. With `anchored`, the first slab is far from the rest, as in the middle of a long take."""
    count, slab_count = len(clips.video), clips.video.shape[2] // SLAB
    slabs = _window(slab_count, clips.video.device) if anchored else None
    clip, masks, conditions = _taken(clips, slabs)
    time = training_times(count, clip.shape[2], generator)[:, None].repeat(1, clip.shape[2] // SLAB)
    given = _given(time, generator, anchored=anchored)
    shown = torch.where(given, _given_times(time, generator), time)
    return Lesson(clip, masks, _with_gaps(conditions, generator), shown, ~given, slabs)


def _window(slab_count: int, device: torch.device) -> Tensor:
    """Slab 0, a gap of eight, and the rest."""
    return torch.cat([torch.zeros(1, dtype=torch.long), torch.arange(9, slab_count)]).to(device)


def _taken(clips: Clips, slabs: Tensor | None) -> tuple[Tensor, Tensor, Conditions]:
    masks = clips.masks.amax(1)
    if slabs is None:
        return clips.video, masks, clips.conditions
    frames = (slabs[:, None] * SLAB + torch.arange(SLAB, device=slabs.device)).flatten()
    return clips.video[:, :, frames], masks[:, frames], clips.conditions.at_slabs(slabs)


def _given(time: Tensor, generator: torch.Generator, *, anchored: bool) -> Tensor:
    """(B, S) which slabs are given: none mostly, else the first one or two; with an anchor it and the slab after it."""
    count, slab_count = time.shape
    number = torch.arange(slab_count, device=time.device)[None]
    if anchored:
        return (number < 2).repeat(count, 1)
    goes_on = torch.rand(count, 1, generator=generator, device=time.device) < _GOES_ON
    two = torch.rand(count, 1, generator=generator, device=time.device) < 0.5
    return goes_on & (number < 1 + two.long())


def _given_times(time: Tensor, generator: torch.Generator) -> Tensor:
    """A given slab is clean half of the time, else a little noisy, so that a window forgives the one before it."""
    noisy = 0.75 + 0.25 * torch.rand(time.shape, generator=generator, device=time.device)
    clean = torch.rand(time.shape, generator=generator, device=time.device) < 0.5
    return torch.where(clean, torch.ones_like(time), noisy)


def _with_gaps(conditions: Conditions, generator: torch.Generator) -> Conditions:
    """Some clips lose their words, some their references (so that names are learnt too), some a phrase or the camera's path."""
    device, count = conditions.said.device, len(conditions)

    def some(share: float, *shape: int) -> Tensor:
        return torch.rand(*shape, generator=generator, device=device) < share

    said = conditions.said & ~some(_NO_PHRASE, *conditions.said.shape)
    directed = conditions.directed & ~some(_NO_PHRASE, count)
    thinned = replace(conditions, said=said, directed=directed)
    return thinned.without_words(some(_NO_WORDS, count)).without_references(some(_NO_REFERENCES, count))
