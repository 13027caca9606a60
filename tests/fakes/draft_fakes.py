"""Small stand-ins for the draft engine's tests: a transformer of a few thousand weights, and random conditions."""

from __future__ import annotations

import torch

from engine.backends.draft.conditions import CAMERA, SLAB, WORDS, Conditions
from engine.backends.draft.uvit import UViT

REFERENCE = 32

# Nets this small are slower on two threads than on one, and many times so on a busy machine.
torch.set_num_threads(1)


def tiny(seed: int = 0) -> UViT:
    """A transformer for clips of 64x32 whose every part has something to say."""
    torch.manual_seed(seed)
    weights = UViT((64, 32), width=64, heads=1, depth=3, hidden=128, bottleneck=32, reference=REFERENCE, detail=8)
    with torch.no_grad():
        for parameter in weights.parameters():
            if not parameter.any():
                parameter.normal_(std=0.02)
    return weights.eval()


def slight() -> UViT:
    """A fresh transformer that learns on a CPU in half a minute."""
    torch.manual_seed(0)
    return UViT((64, 32), patch=8, width=64, heads=1, depth=3, hidden=128, bottleneck=64, reference=32, detail=0)


def conditions(count: int, frames: int, seed: int = 1) -> Conditions:
    """Everything said and shown, at random."""
    dice = torch.Generator().manual_seed(seed)
    return Conditions(
        phrases=torch.nn.functional.normalize(torch.randn(count, 6, WORDS, generator=dice), dim=-1),
        said=torch.ones(count, 6, dtype=torch.bool),
        references=torch.rand(count, 2, 3, REFERENCE, REFERENCE, generator=dice) * 2 - 1,
        shown=torch.ones(count, 2, dtype=torch.bool),
        camera=torch.randn(count, frames // SLAB, CAMERA, generator=dice) * 0.3,
        directed=torch.ones(count, dtype=torch.bool),
    )
