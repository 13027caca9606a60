"""Trains the draft transformer in the paper-theatre world, in runs that go on from each other.

    python -P -m engine.backends.draft.train ATLAS OUT --minutes 9 --plan-minutes 27

OUT/weights receives the averaged weights in bf16 (safetensors in files under 16 MB) and `training.json`, what was done so far with every
figure that was measured; OUT/samples.png shows held-out clips. OUT/state.pt holds the optimisers: a run that finds it goes on exactly, a run
that finds only the weights warms up again and loses nothing else. The plan's minutes set the learning rate, so give the same in each run.

The error with the *wrong* reference is watched beside the right one: the plain loss hides a transformer that ignores its references.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import torch

from engine.backends.draft.checkpoints import resumed, save
from engine.backends.draft.conditions import SLAB
from engine.backends.draft.flow import Guidance, guided, noised, sample, training_times, velocity_loss
from engine.backends.draft.lessons import Lesson, lesson_of
from engine.backends.draft.samples import write_sheet
from engine.backends.draft.trainer import Regime, Trainer, mixed_precision
from engine.backends.draft.uvit import UViT
from engine.backends.draft.world import Clips, World

SAMPLES = "samples.png"

_LENGTHS = ((16, 0.55), (32, 0.2), (64, 0.15), (128, 0.1))
_ANCHORED = 0.15
_CHECK = 64  # held-out clips in a check


def tiny() -> UViT:
    """A size that learns something on one CPU core in a quarter of an hour: 64x40 pixels, a million weights."""
    return UViT((64, 40), patch=8, width=128, heads=2, depth=5, hidden=512, bottleneck=128, reference=32, detail=16)


SIZES: dict[str, Callable[[], UViT]] = {"full": UViT, "tiny": tiny}


def world_for(atlas: Path, weights: UViT, device: torch.device) -> World:
    """The world at the size of picture that the weights draw."""
    across, down = weights.raster
    return World(atlas, device, size=(down, across), reference=weights.reference)


def lessons(world: World, trainer: Trainer, generator: torch.Generator) -> Iterator[Lesson]:
    """Batches without end: short clips first, later of every length, some with slabs that are given."""
    while True:
        frames = _length(trainer, generator)
        count = max(1, trainer.regime.batch * 16 // frames)
        anchored = frames <= 64 and _chance(generator) < _ANCHORED
        clips = world.clips(count, frames + SLAB * (8 if anchored else 0), generator)
        yield lesson_of(clips, generator, anchored=anchored)


def check(weights: UViT, clips: Clips, seed: int = 5) -> dict[str, float]:
    """Errors on held-out clips: velocity loss, plain error, and the subjects' pixels with the right reference and with a wrong one."""
    device = clips.video.device
    generator = torch.Generator(device).manual_seed(seed)
    time = training_times(len(clips.video), clips.video.shape[2], generator)
    time = time[:, None].repeat(1, clips.video.shape[2] // SLAB)
    noise = torch.randn(clips.video.shape, generator=generator, device=device)
    masks = clips.masks.amax(1)
    wrong = clips.conditions.with_references_of(torch.arange(len(time), device=device).roll(1))
    figures: dict[str, float] = {}
    for name, conditions in (("right", clips.conditions), ("wrong", wrong)):
        with torch.no_grad(), mixed_precision(device):
            estimate = weights(noised(clips.video, noise, time), time, conditions).float()
        error = (estimate - clips.video).square().mean(1)
        figures[f"{name}_subject"] = float((error * masks).sum() / masks.sum())
        if name == "right":
            figures["loss"] = float(velocity_loss(estimate, clips.video, time, masks, torch.ones_like(time)).mean())
            figures["error"] = float(error.mean())
    return figures


def draw(weights: UViT, clips: Clips, path: Path, steps: int = 20) -> None:
    """Held-out clips as the weights would make them, below the real ones."""
    device = clips.video.device
    generator = torch.Generator(device).manual_seed(11)
    noise = torch.randn(clips.video.shape, generator=generator, device=device)
    with torch.no_grad(), mixed_precision(device):
        made = sample(guided(weights, Guidance()), clips.conditions, noise, steps=steps)
    write_sheet(path, clips, made.float())


def train(world: World, trainer: Trainer, folder: Path, say: Callable[[str], None] = print) -> None:
    """Learn until the run's minutes are up, checking and saving on the way."""
    generator = torch.Generator(world.device).manual_seed(trainer.regime.seed + trainer.progress.steps)
    held_out = world.clips(_CHECK, 16, torch.Generator(world.device).manual_seed(3), split="held-out")
    gallery = world.clips(8, 16, torch.Generator(world.device).manual_seed(4), split="held-out")
    every = 60 * trainer.regime.minutes / trainer.regime.checks
    due, recent, begun = every, list[float](), time.monotonic()
    for lesson in lessons(world, trainer, generator):
        recent.append(trainer.learn(lesson, generator))
        if time.monotonic() - begun > due or trainer.over:
            due += every
            _note(trainer, held_out, recent, say)
            recent = []
            save(trainer, folder)
        if trainer.over:
            break
    draw(trainer.average, gallery, folder / SAMPLES)


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("atlas", type=Path, help="painted by `python -P -m engine.backends.draft.atlas ATLAS`")
    parser.add_argument("out", type=Path)
    parser.add_argument("--minutes", type=float, default=9.0, help="of this run")
    parser.add_argument("--plan-minutes", type=float, default=27.0, help="of all runs together")
    parser.add_argument("--batch", type=int, default=128)
    parser.add_argument("--size", choices=SIZES, default="full")
    chosen = parser.parse_args()
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    torch.set_float32_matmul_precision("high")
    regime = Regime(chosen.minutes, chosen.plan_minutes, chosen.batch, compiled=device.type == "cuda")
    trainer = resumed(chosen.out, regime, device, SIZES[chosen.size])
    train(world_for(chosen.atlas, trainer.average, device), trainer, chosen.out)


def _note(trainer: Trainer, held_out: Clips, recent: list[float], say: Callable[[str], None]) -> None:
    seen = [loss for loss in recent if loss == loss]
    figures = {"steps": trainer.progress.steps, "clips": trainer.progress.clips, "seconds": trainer.progress.seconds}
    figures |= {"train": sum(seen) / max(1, len(seen)), **check(trainer.average, held_out)}
    trainer.progress.history.append(figures)
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


def _chance(generator: torch.Generator) -> float:
    return float(torch.rand((), generator=generator, device=generator.device))


if __name__ == "__main__":
    main()
