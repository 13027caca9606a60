"""What the draft transformer is told about a clip, as tensors: the contract between the world, the trainer and the pipeline.

A subject's words, what it does and its reference picture share a *slot*, so that with two subjects the model knows who of
them runs. Whatever is left out (a phrase nobody wrote, a reference nobody has, guidance's empty pass) is masked, never zeroed:
the model has a learned token for "nothing said".
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace

import torch
from torch import Tensor

WORDS = 512
"""Numbers in a phrase's embedding (universal sentence encoder, English and Chinese in one space)."""

PHRASES = ("place", "light", "subject", "action", "subject", "action")
"""What each phrase of a clip speaks of; the last two pairs belong to the first and the second subject."""
SLOT_OF_PHRASE = (0, 0, 1, 1, 2, 2)
"""0: the whole picture; 1 and 2: the first and the second subject."""
SUBJECTS = 2

CAMERA = 4
"""Numbers of a camera path at one slab: centre x, centre y (frame widths from the clip's first frame, right and down are
positive), log2 of the zoom (positive is closer), roll (turns, clockwise is positive)."""

FPS = 8
SLAB = 4
"""Frames that share one layer of tokens."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """Conditions of B clips of S slabs.

    phrases: (B, 6, 512) float; said: (B, 6) bool, False where a phrase is missing.
    references: (B, 2, 3, R, R) float in [-1, 1], the subject on a plain ground; shown: (B, 2) bool.
    camera: (B, S, 4) float, at each slab's middle (see CAMERA); directed: (B,) bool, False where nobody asked for a path.
    """

    phrases: Tensor
    said: Tensor
    references: Tensor
    shown: Tensor
    camera: Tensor
    directed: Tensor

    def __len__(self) -> int:
        return len(self.phrases)

    def to(self, device: torch.device | str, dtype: torch.dtype | None = None) -> Conditions:
        """The same on another device; floating tensors in `dtype` where it is given."""

        def moved(tensor: Tensor) -> Tensor:
            return tensor.to(device, dtype if tensor.is_floating_point() else None)

        return Conditions(*(moved(getattr(self, field.name)) for field in fields(self)))

    def without_words(self, drop: Tensor | None = None) -> Conditions:
        """The clips where `drop` (B,) is True (None: all) told nothing in words, nor a camera path."""
        keep = torch.zeros_like(self.directed) if drop is None else ~drop
        return replace(self, said=self.said & keep[:, None], directed=self.directed & keep)

    def without_references(self, drop: Tensor | None = None) -> Conditions:
        """The clips where `drop` (B,) is True (None: all) shown no reference."""
        keep = torch.zeros_like(self.directed) if drop is None else ~drop
        return replace(self, shown=self.shown & keep[:, None])

    def at_slabs(self, slabs: Tensor) -> Conditions:
        """The camera at these slabs only, given by number (N,)."""
        return replace(self, camera=self.camera[:, slabs])

    def with_references_of(self, others: Tensor) -> Conditions:
        """Each clip shown the references of clip `others[i]`: what a model that ignores references doesn't notice."""
        return replace(self, references=self.references[others], shown=self.shown[others])


def joined(parts: list[Conditions]) -> Conditions:
    """Several batches as one."""
    return Conditions(*(torch.cat([getattr(part, field.name) for part in parts]) for field in fields(Conditions)))
