"""What a run leaves for the next one: the averaged weights that ship, and a state that stays where it is.

A run may be killed at any moment, so nothing is ever half there: the weights are written into a folder beside the old one and swapped in by
renaming, with their record (training.json) written last; the state is one file that is replaced whole. Whichever of them has come further
is gone on from.
"""

from __future__ import annotations

import copy
import json
import shutil
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch
from torch import nn

from engine.backends.draft.trainer import Progress, Regime, Trainer
from engine.backends.draft.uvit import UViT

WEIGHTS = "weights"
"""The folder of the averaged weights in bf16: what the draft engine loads, and what comes back from a leased machine."""
RECORD = "training.json"
STATE = "state.pt"
SHARD = "15MB"
"""Files stay below 16 MB: what comes back from a leased machine, and what a source tree should hold, is limited by file."""


def save(trainer: Trainer, folder: Path) -> None:
    """The state for an exact continuation, then the weights with their record."""
    _save_state(trainer, folder / STATE)
    save_weights(trainer.average, trainer.progress, folder)


def save_weights(average: UViT, progress: Progress, folder: Path) -> None:
    """Swap new weights in for the old ones; at every moment one whole set of them has a name that `standing` knows."""
    current, fresh, old = (folder / f"{WEIGHTS}{part}" for part in ("", ".new", ".old"))
    if not _whole(current):  # a kill between the two renames left the last whole set under another name
        _restore(folder)
    for left_over in (fresh, old):
        shutil.rmtree(left_over, ignore_errors=True)
    shipped = copy.deepcopy(average)
    nn.Module.to(shipped, torch.bfloat16)
    shipped.save_pretrained(fresh, max_shard_size=SHARD)
    (fresh / RECORD).write_text(json.dumps(asdict(progress), indent=1), encoding="utf-8")
    if current.exists():
        current.rename(old)
    fresh.rename(current)
    shutil.rmtree(old, ignore_errors=True)


def standing(folder: Path) -> Path | None:
    """The newest whole set of weights in `folder`, under whichever name a kill left it; None where there is none."""
    return next((path for path in (folder / f"{WEIGHTS}{part}" for part in ("", ".new", ".old")) if _whole(path)), None)


def resumed(folder: Path, regime: Regime, device: torch.device, fresh: Callable[[], UViT]) -> Trainer:
    """Go on from what lies in `folder`: state and all, or the weights alone, or from nothing."""
    found = standing(folder)
    recorded = _progress(found) if found is not None else Progress(device=_named(device))
    state = _state(folder / STATE, device)
    if state is not None and state["progress"]["steps"] >= recorded.steps:
        return _continued(state, regime, device, fresh)
    weights = fresh() if found is None else UViT.from_pretrained(found, torch_dtype=torch.float32)
    return Trainer(_there(weights, device).train(), regime, recorded)


def _continued(state: dict[str, Any], regime: Regime, device: torch.device, fresh: Callable[[], UViT]) -> Trainer:
    weights = _there(fresh(), device)
    weights.load_state_dict(state["weights"])
    trainer = Trainer(weights, regime, Progress(**state["progress"]))
    trainer.average.load_state_dict(state["average"])
    for optimiser, saved in zip(trainer.optimisers, state["optimisers"], strict=True):
        optimiser.load_state_dict(saved)
    trainer.warm = state["warm"]
    return trainer


def _save_state(trainer: Trainer, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    state: dict[str, Any] = {
        "progress": asdict(trainer.progress),
        "warm": trainer.warm,
        "weights": trainer.weights.state_dict(),
        "average": trainer.average.state_dict(),
        "optimisers": [optimiser.state_dict() for optimiser in trainer.optimisers],
    }
    partial = path.with_suffix(".new")
    torch.save(state, partial)
    partial.replace(path)


def _state(path: Path, device: torch.device) -> dict[str, Any] | None:
    return torch.load(path, map_location=device, weights_only=True) if path.exists() else None


def _restore(folder: Path) -> None:
    found = standing(folder)
    if found is not None:
        shutil.rmtree(folder / WEIGHTS, ignore_errors=True)
        found.rename(folder / WEIGHTS)


def _whole(weights: Path) -> bool:
    return (weights / RECORD).is_file()


def _progress(weights: Path) -> Progress:
    return Progress(**json.loads((weights / RECORD).read_text(encoding="utf-8")))


def _there(weights: UViT, device: torch.device) -> UViT:
    nn.Module.to(weights, device)
    return weights


def _named(device: torch.device) -> str:
    return torch.cuda.get_device_name(device) if device.type == "cuda" else "cpu"
