"""The transformer while it learns: its running average, its optimisers, and how far they have come.

Weights of blocks are turned by Muon (Jordan et al. 2024), the rest by AdamW; at equal time that learnt more than AdamW alone. Time and
not steps sets the learning rate, for a leased machine is paid by the minute and its speed is not known before.
"""

from __future__ import annotations

import copy
import time
from dataclasses import dataclass, field

import torch
from torch import nn
from torch.optim.swa_utils import get_ema_multi_avg_fn

from engine.backends.draft.flow import noised, velocity_loss
from engine.backends.draft.lessons import Lesson
from engine.backends.draft.uvit import UViT

_MUON_RATE = 2e-3
_ADAM_RATE = 1e-3
WARM = 80
"""Steps in which the rates climb, in every run that begins without the optimisers' memory."""


@dataclass(frozen=True, slots=True)
class Regime:
    """One run: how long, how large a batch (in clips of 16 frames), from which share of the plan on lengths are mixed."""

    minutes: float
    plan_minutes: float
    batch: int = 128
    mixed_from: float = 0.65
    average: float = 0.9995
    checks: int = 4
    compiled: bool = False
    seed: int = 1


@dataclass(slots=True)
class Progress:
    """What all runs together have done; written to training.json."""

    steps: int = 0
    clips: int = 0
    seconds: float = 0.0
    device: str = ""
    history: list[dict[str, float]] = field(default_factory=list[dict[str, float]])


class Trainer:
    """The transformer, its running average, its optimisers, and how far they have come."""

    def __init__(self, weights: UViT, regime: Regime, progress: Progress) -> None:
        self.weights = weights
        self.regime = regime
        self.progress = progress
        self.average = copy.deepcopy(weights).eval().requires_grad_(False)
        self.optimisers = optimisers(weights)
        self.warm = 0
        self._begun = time.monotonic()
        self._before = progress.seconds
        if regime.compiled:
            weights.compile_repeated_blocks(dynamic=False)
            if weights.detailer is not None:
                weights.detailer.compile(dynamic=False)

    @property
    def share(self) -> float:
        """How much of the plan is behind us, 0 to 1."""
        return min(1.0, self._seconds / (60 * self.regime.plan_minutes))

    @property
    def over(self) -> bool:
        """Whether this run's minutes are up."""
        return time.monotonic() - self._begun > 60 * self.regime.minutes

    @property
    def _seconds(self) -> float:
        return self._before + time.monotonic() - self._begun

    def learn(self, lesson: Lesson, generator: torch.Generator) -> float:
        """One step; returns the loss."""
        self._set_rates()
        noise = torch.randn(lesson.clip.shape, generator=generator, device=lesson.clip.device)
        with mixed_precision(lesson.clip.device):
            estimate = self.weights(
                noised(lesson.clip, noise, lesson.time), lesson.time, lesson.conditions, lesson.slabs
            )
        loss = velocity_loss(estimate, lesson.clip, lesson.time, lesson.masks, lesson.wanted).mean()
        loss.backward()
        nn.utils.clip_grad_norm_(self.weights.parameters(), 1.0)
        for optimiser in self.optimisers:
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
        self._follow(len(lesson.clip))
        return float(loss.detach()) if self.progress.steps % 20 == 0 else float("nan")

    def _follow(self, clips: int) -> None:
        """The average goes after the weights, quickly at first."""
        done = self.progress.steps + 1
        keep = min(self.regime.average, done / (10 + done))
        follow = get_ema_multi_avg_fn(keep)
        follow(list(self.average.parameters()), list(self.weights.parameters()), 0)
        self.progress.steps = done
        self.progress.clips += clips
        self.progress.seconds = self._seconds
        self.warm += 1

    def _set_rates(self) -> None:
        falling = 1.0 if self.share < 0.5 else max(0.02, 2 * (1 - self.share))
        rate = falling * min(1.0, (self.warm + 1) / WARM)
        for optimiser in self.optimisers:
            for group in optimiser.param_groups:
                group["lr"] = group["full_rate"] * rate


def optimisers(weights: UViT) -> list[torch.optim.Optimizer]:
    """Muon for the matrices of the blocks, AdamW for everything else."""
    matrices = [
        parameter
        for name, parameter in weights.named_parameters()
        if parameter.ndim == 2 and name.split(".")[0] in ("down", "middle", "up")
    ]
    chosen = {id(parameter) for parameter in matrices}
    others = [parameter for parameter in weights.parameters() if id(parameter) not in chosen]
    muon = torch.optim.Muon(matrices, lr=_MUON_RATE, weight_decay=0.01, ns_steps=4, adjust_lr_fn="match_rms_adamw")
    adam = torch.optim.AdamW(others, lr=_ADAM_RATE, betas=(0.9, 0.98), weight_decay=0.0)
    for optimiser in (muon, adam):
        for group in optimiser.param_groups:
            group["full_rate"] = group["lr"]
    return [muon, adam]


def mixed_precision(device: torch.device) -> torch.autocast:
    """bf16 on a GPU; plain numbers on a CPU, where bf16 is no faster."""
    return torch.autocast(device.type, torch.bfloat16, enabled=device.type == "cuda")
