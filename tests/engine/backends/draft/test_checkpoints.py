"""What a run leaves: the next one goes on from it, with the optimisers or without, whenever the last one was killed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import torch
from draft_fakes import slight
from tiny_atlas import tiny_atlas

from engine.backends.draft import checkpoints
from engine.backends.draft.checkpoints import RECORD, STATE, WEIGHTS, resumed, save, standing
from engine.backends.draft.lessons import lesson_of
from engine.backends.draft.train import SAMPLES, check, train
from engine.backends.draft.trainer import Regime, Trainer
from engine.backends.draft.world import World

CPU = torch.device("cpu")
SHORT = Regime(minutes=0.02, plan_minutes=0.04, batch=4, checks=1)


@pytest.fixture(scope="module")
def world() -> World:
    return World(tiny_atlas(60, vivid=True), "cpu", size=(32, 64), reference=32)


def begun(folder: Path) -> Trainer:
    return resumed(folder, SHORT, CPU, slight)


def learn(world: World, trainer: Trainer, steps: int, seed: int = 1) -> None:
    dice = torch.Generator().manual_seed(seed)
    for _ in range(steps):
        trainer.learn(lesson_of(world.clips(4, 4, dice), dice), dice)


def same(one: Trainer, two: Trainer) -> bool:
    pairs = ((one.weights, two.weights), (one.average, two.average))
    return all(torch.equal(a, b.state_dict()[name]) for a, b in pairs for name, a in a.state_dict().items())


def test_a_run_leaves_weights_record_samples_and_state(world: World, tmp_path: Path) -> None:
    said: list[str] = []
    train(world, begun(tmp_path), tmp_path, said.append)
    record = json.loads((tmp_path / WEIGHTS / RECORD).read_text(encoding="utf-8"))
    assert record["steps"] > 0
    assert len(record["history"]) == 1
    assert "wrong_subject" in said[0]
    assert (tmp_path / SAMPLES).stat().st_size > 0
    assert begun(tmp_path).progress.steps == record["steps"]


def test_a_run_in_two_halves_is_one_run(world: World, tmp_path: Path) -> None:
    endless = Regime(60, 1e9)
    whole = resumed(tmp_path / "whole", endless, CPU, slight)
    learn(world, whole, 3, seed=1)
    learn(world, whole, 3, seed=2)
    first = resumed(tmp_path / "halves", endless, CPU, slight)
    learn(world, first, 3, seed=1)
    save(first, tmp_path / "halves")
    second = resumed(tmp_path / "halves", endless, CPU, slight)
    assert second.progress.steps == 3
    learn(world, second, 3, seed=2)
    assert same(whole, second)


def test_weights_alone_go_on_without_harm(world: World, tmp_path: Path) -> None:
    """From another machine come the averaged weights in bf16 and nothing else."""
    held_out = world.clips(16, 4, torch.Generator().manual_seed(9), "held-out")
    first = resumed(tmp_path, Regime(60, 60), CPU, slight)
    learn(world, first, 60)
    save(first, tmp_path)
    (tmp_path / STATE).unlink()
    before = check(first.average, held_out)["loss"]
    bare = resumed(tmp_path, Regime(60, 60), CPU, slight)
    assert bare.progress.steps == 60
    assert bare.warm == 0
    assert check(bare.average, held_out)["loss"] == pytest.approx(before, rel=0.02)
    learn(world, bare, 20, seed=3)
    assert check(bare.average, held_out)["loss"] < 1.02 * before


class Killed(Exception):
    """The machine was taken away."""


@pytest.mark.parametrize("moment", range(7))
def test_a_kill_at_any_moment_of_saving_leaves_something_whole(
    tmp_path: Path, moment: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    trainer = begun(tmp_path)
    trainer.progress.steps = 1
    save(trainer, tmp_path)
    trainer.progress.steps = 2
    with monkeypatch.context() as patch:
        done = 0

        def dying(name: str, owner: object) -> None:
            honest = getattr(owner, name)

            def act(*args: object, **more: object) -> object:
                nonlocal done
                done += 1
                if done > moment:
                    raise Killed
                return honest(*args, **more)

            patch.setattr(owner, name, act)

        for name in ("replace", "rename", "write_text"):
            dying(name, Path)
        dying("rmtree", shutil)
        dying("save", torch)
        try:
            save(trainer, tmp_path)
        except Killed:
            pass
        else:
            assert done == 7
    found = standing(tmp_path)
    assert found is not None
    assert json.loads((found / RECORD).read_text(encoding="utf-8"))["steps"] in (1, 2)
    assert same(begun(tmp_path), trainer)
    (tmp_path / STATE).unlink()
    assert begun(tmp_path).progress.steps in (1, 2)
    trainer.progress.steps = 3
    save(trainer, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [STATE, WEIGHTS]
    assert begun(tmp_path).progress.steps == 3


def test_what_comes_back_is_small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files of the weights stay under the limit that each of them has."""
    monkeypatch.setattr(checkpoints, "SHARD", "100KB")
    trainer = begun(tmp_path)
    save(trainer, tmp_path)
    shards = sorted((tmp_path / WEIGHTS).glob("*.safetensors"))
    assert len(shards) > 1
    assert all(shard.stat().st_size < 130_000 for shard in shards)
    assert sum(shard.stat().st_size for shard in shards) < 2.2 * sum(p.numel() for p in trainer.average.parameters())
