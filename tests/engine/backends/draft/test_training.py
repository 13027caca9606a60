"""Training: what a lesson asks, that a run goes on from a run, and that a tiny transformer learns to look at its references."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import torch
from tiny_atlas import tiny_atlas

from engine.backends.draft.conditions import SLAB
from engine.backends.draft.train import RECORD, STATE, Regime, Trainer, check, lesson_of, resumed, train
from engine.backends.draft.uvit import UViT
from engine.backends.draft.world import World

CPU = torch.device("cpu")


@pytest.fixture(scope="module")
def world() -> World:
    return World(tiny_atlas(), "cpu", size=(32, 64), reference=32)


def small() -> UViT:
    torch.manual_seed(0)
    return UViT((64, 32), patch=8, width=64, heads=1, depth=3, hidden=128, bottleneck=64, reference=32, detail=8)


def regime(steps: int = 0, batch: int = 8) -> Regime:
    return Regime(minutes=0.02, plan_minutes=0.04, batch=batch, checks=1)


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


def test_a_run_goes_on_from_a_run_with_its_optimisers_and_without(world: World, tmp_path: Path) -> None:
    said: list[str] = []
    train(world, resumed(tmp_path, regime(), CPU, small), tmp_path, said.append)
    first = json.loads((tmp_path / RECORD).read_text(encoding="utf-8"))
    assert first["steps"] > 0
    assert len(first["history"]) == 1
    assert "wrong_subject" in said[0]
    assert list(tmp_path.glob("samples-*.png"))

    again = resumed(tmp_path, regime(), CPU, small)
    assert again.progress.steps == first["steps"]
    kept = torch.load(tmp_path / STATE, weights_only=True)["weights"]
    assert all(torch.equal(kept[name], one) for name, one in again.weights.state_dict().items())
    (tmp_path / STATE).unlink()
    bare = resumed(tmp_path, regime(), CPU, small)
    assert bare.progress.steps == first["steps"]
    assert bare.warm == 0
    for name, one in bare.weights.state_dict().items():
        torch.testing.assert_close(one, again.average.state_dict()[name], atol=0.01, rtol=0.01)


def test_a_tiny_transformer_learns_to_look_at_its_references(world: World) -> None:
    trainer = Trainer(
        small(), Regime(60, 60, batch=16, average=0.98), resumed(Path("nowhere"), regime(), CPU, small).progress
    )
    dice = torch.Generator().manual_seed(5)
    for _ in range(150):
        trainer.learn(lesson_of(world.clips(16, 16, dice), dice), dice)
    figures = check(trainer, world.clips(32, 16, torch.Generator().manual_seed(6)))
    assert figures["right_subject"] < 0.8 * figures["wrong_subject"]
