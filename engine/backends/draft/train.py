"""Trains the draft transformer in the paper-theatre world, in runs that go on from each other.

    python -P -m engine.backends.draft.train ATLAS OUT --minutes 9 --plan-minutes 27

OUT receives the averaged weights in bf16 (safetensors in files under 16 MB), `training.json` (what was done so far, every figure that was
measured) and `samples-*.png`. `state.pt` holds the optimisers: a run that finds it goes on exactly, a run that finds only the weights
warms up again and loses nothing else. The plan's minutes set the learning rate, so give the same in each run.

Weights of blocks are turned by Muon (Jordan et al. 2024), the rest by AdamW; at equal time that learnt more than AdamW alone. The error
with the *wrong* reference is watched beside the right one: the plain loss hides a transformer that ignores its references.
"""

from __future__ import annotations

import argparse
import copy
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from engine.backends.draft.conditions import SLAB, Conditions
from engine.backends.draft.flow import (
    Guidance,
    guided,
    noised,
    sample,
    training_times,
    velocity_loss,
)
from engine.backends.draft.samples import write_sheet
from engine.backends.draft.uvit import UViT
from engine.backends.draft.world import Clips, World

STATE = "state.pt"
RECORD = "training.json"
SHARD = "15MB"

_LENGTHS = ((16, 0.55), (32, 0.2), (64, 0.15), (128, 0.1))
_MUON_RATE = 2e-3
_ADAM_RATE = 1e-3
_WARM = 80  # steps
_NO_WORDS, _NO_REFERENCES, _NO_PHRASE = 0.1, 0.2, 0.1
_GOES_ON, _ANCHORED = 0.3, 0.15
_CHECK = 64  # held-out clips in a check


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
    history: list[dict[str, float]] | None = None


@dataclass(frozen=True, slots=True)
class Lesson:
    """A batch to learn from: what is clean, how noisy each slab is shown, and for which slabs the answer counts."""

    clip: Tensor
    masks: Tensor
    conditions: Conditions
    time: Tensor
    wanted: Tensor
    slabs: Tensor | None


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
        with torch.no_grad():
            torch._foreach_lerp_(list(self.average.parameters()), list(self.weights.parameters()), 1 - keep)  # pyright: ignore[reportPrivateUsage]
        self.progress.steps = done
        self.progress.clips += clips
        self.progress.seconds = self._seconds
        self.warm += 1

    def _set_rates(self) -> None:
        falling = 1.0 if self.share < 0.5 else max(0.02, 2 * (1 - self.share))
        rate = falling * min(1.0, (self.warm + 1) / _WARM)
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


def lessons(world: World, trainer: Trainer, generator: torch.Generator) -> Iterator[Lesson]:
    """Batches without end: short clips first, later of every length, some with slabs that are given."""
    while True:
        frames = _length(trainer, generator)
        count = max(1, trainer.regime.batch * 16 // frames)
        anchored = frames <= 64 and _chance(generator) < _ANCHORED
        clips = world.clips(count, frames + SLAB * (8 if anchored else 0), generator)
        yield lesson_of(clips, generator, anchored=anchored)


def lesson_of(clips: Clips, generator: torch.Generator, *, anchored: bool = False) -> Lesson:
    """What is asked about these clips. With `anchored`, the first slab is far from the rest, as in the middle of a long take."""
    count, slab_count = len(clips.video), clips.video.shape[2] // SLAB
    slabs = _window(slab_count, clips.video.device) if anchored else None
    clip, masks, conditions = _taken(clips, slabs)
    time = training_times(count, clip.shape[2], generator)[:, None].repeat(1, clip.shape[2] // SLAB)
    given = _given(time, generator, anchored=anchored)
    shown = torch.where(given, _given_times(time, generator), time)
    return Lesson(clip, masks, _with_gaps(conditions, generator), shown, ~given, slabs)


def check(trainer: Trainer, clips: Clips, seed: int = 5) -> dict[str, float]:
    """Errors of the average on held-out clips: velocity loss, subjects' pixels, and those with the wrong reference."""
    device = clips.video.device
    generator = torch.Generator(device).manual_seed(seed)
    time = training_times(len(clips.video), clips.video.shape[2], generator)[:, None].repeat(
        1, clips.video.shape[2] // SLAB
    )
    noise = torch.randn(clips.video.shape, generator=generator, device=device)
    masks = clips.masks.amax(1)
    wrong = clips.conditions.with_references_of(torch.arange(len(time), device=device).roll(1))
    figures: dict[str, float] = {}
    for name, conditions in (("right", clips.conditions), ("wrong", wrong)):
        with torch.no_grad(), mixed_precision(device):
            estimate = trainer.average(noised(clips.video, noise, time), time, conditions).float()
        error = (estimate - clips.video).square().mean(1)
        figures[f"{name}_subject"] = float((error * masks).sum() / masks.sum())
        if name == "right":
            figures["loss"] = float(velocity_loss(estimate, clips.video, time, masks, torch.ones_like(time)).mean())
            figures["error"] = float(error.mean())
    return figures


def draw(trainer: Trainer, clips: Clips, path: Path, steps: int = 20) -> None:
    """Held-out clips as the average would make them, below the real ones."""
    device = clips.video.device
    generator = torch.Generator(device).manual_seed(11)
    noise = torch.randn(clips.video.shape, generator=generator, device=device)
    with torch.no_grad(), mixed_precision(device):
        made = sample(guided(trainer.average, Guidance()), clips.conditions, noise, steps=steps)
    write_sheet(path, clips, made.float())


def save(trainer: Trainer, folder: Path, *, whole: bool = True) -> None:
    """The average in bf16 and the record; with `whole` the optimisers too."""
    folder.mkdir(parents=True, exist_ok=True)
    copy.deepcopy(trainer.average).to(torch.bfloat16).save_pretrained(folder, max_shard_size=SHARD)
    (folder / RECORD).write_text(json.dumps(asdict(trainer.progress), indent=1), encoding="utf-8")
    if whole:
        state: dict[str, Any] = {
            "weights": trainer.weights.state_dict(),
            "average": trainer.average.state_dict(),
            "optimisers": [optimiser.state_dict() for optimiser in trainer.optimisers],
        }
        torch.save(state, folder / f"{STATE}.new")
        (folder / f"{STATE}.new").replace(folder / STATE)


def resumed(folder: Path, regime: Regime, device: torch.device, fresh: Callable[[], UViT]) -> Trainer:
    """Go on from what lies in `folder`: state and all, or the weights alone, or from nothing."""
    record = folder / RECORD
    if not record.exists():
        return Trainer(fresh().to(device), regime, Progress(device=_named(device), history=[]))
    progress = Progress(**json.loads(record.read_text(encoding="utf-8")))
    weights = UViT.from_pretrained(folder, torch_dtype=torch.float32).to(device).train()
    trainer = Trainer(weights, regime, progress)
    if (folder / STATE).exists():
        state = torch.load(folder / STATE, map_location=device, weights_only=True)
        weights.load_state_dict(state["weights"])
        trainer.average.load_state_dict(state["average"])
        for optimiser, saved in zip(trainer.optimisers, state["optimisers"], strict=True):
            optimiser.load_state_dict(saved)
        trainer.warm = _WARM
    return trainer


def train(world: World, trainer: Trainer, folder: Path, say: Callable[[str], None] = print) -> None:
    """Learn until the run's minutes are up, checking, drawing and saving on the way."""
    generator = torch.Generator(world.device).manual_seed(trainer.regime.seed + trainer.progress.steps)
    held_out = world.clips(_CHECK, 16, torch.Generator(world.device).manual_seed(3), split="held-out")
    gallery = world.clips(8, 16, torch.Generator(world.device).manual_seed(4), split="held-out")
    every = 60 * trainer.regime.minutes / trainer.regime.checks
    due, recent, begun = every, [], time.monotonic()
    for lesson in lessons(world, trainer, generator):
        recent.append(trainer.learn(lesson, generator))
        if time.monotonic() - begun > due or trainer.over:
            due += every
            _note(trainer, held_out, recent, say)
            recent = []
            save(trainer, folder, whole=not trainer.over)
        if trainer.over:
            break
    draw(trainer, gallery, folder / f"samples-{trainer.progress.steps:06d}.png")
    save(trainer, folder)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("atlas", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--minutes", type=float, default=9.0)
    parser.add_argument("--plan-minutes", type=float, default=27.0)
    parser.add_argument("--batch", type=int, default=128)
    chosen = parser.parse_args()
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.set_float32_matmul_precision("high")
    regime = Regime(chosen.minutes, chosen.plan_minutes, chosen.batch, compiled=device.type == "cuda")
    trainer = resumed(chosen.out, regime, device, UViT)
    train(World(chosen.atlas, device), trainer, chosen.out)


def _note(trainer: Trainer, held_out: Clips, recent: list[float], say: Callable[[str], None]) -> None:
    seen = [loss for loss in recent if loss == loss]
    figures = {"steps": trainer.progress.steps, "clips": trainer.progress.clips, "seconds": trainer.progress.seconds}
    figures |= {"train": sum(seen) / max(1, len(seen)), **check(trainer, held_out)}
    trainer.progress.history = [*(trainer.progress.history or []), figures]
    say("  ".join(f"{name} {value:.4g}" for name, value in figures.items()))


def _length(trainer: Trainer, generator: torch.Generator) -> int:
    if trainer.share < trainer.regime.mixed_from:
        return 16
    dice = _chance(generator)
    for frames, share in _LENGTHS:
        if dice < share:
            return frames
        dice -= share
    return 16


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


def _chance(generator: torch.Generator) -> float:
    return float(torch.rand((), generator=generator, device=generator.device))


def _named(device: torch.device) -> str:
    return torch.cuda.get_device_name(device) if device.type == "cuda" else "cpu"


if __name__ == "__main__":
    main()
