"""Where an unfinished render is kept in the film's cache, so that a killed process, a cancel or a closed lid costs a step and not the shot.

One file that is replaced whole. It is believed only when the same engine, weights and torch wrote it: another scheduler's memory
would end in other pixels without a word.
"""

from __future__ import annotations

import contextlib
import pickle
from pathlib import Path
from typing import Any

import torch
from torch.utils import _pytree as pytree

from engine.backends.diffusion.tape import Desk, Standing

EVERY = 15.0
"""Seconds between two checkpoints: what a crash may cost at most. Writing one takes milliseconds."""


def save(path: Path, standing: Standing, made_by: dict[str, str]) -> None:
    """Replace the checkpoint. A full disk is no reason to stop rendering: then the old one stays."""
    state: dict[str, Any] = {
        "made_by": made_by,
        "steps": standing.steps,
        "chance": standing.chance,
        "desks": [{"fields": desk.fields, "answer": list(desk.answer)} for desk in standing.desks],
    }
    partial = path.with_suffix(".part")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        torch.save(pytree.tree_map(_at_rest, state), partial)
        partial.replace(path)


def load(path: Path, made_by: dict[str, str]) -> Standing | None:
    """Where the render stood; None where there is none, it is damaged, or others made it."""
    try:
        state = torch.load(path, map_location="cpu", weights_only=True)
        if state["made_by"] != made_by:
            return None
        desks = tuple(Desk(desk["fields"], tuple(desk["answer"])) for desk in state["desks"])
        return Standing(state["steps"], desks, state["chance"])
    except (OSError, EOFError, RuntimeError, KeyError, TypeError, pickle.UnpicklingError):
        return None


def drop(path: Path) -> None:
    """The take is finished, or never will be."""
    with contextlib.suppress(OSError):
        path.unlink(missing_ok=True)


def _at_rest(value: Any) -> Any:
    return value.detach().cpu() if isinstance(value, torch.Tensor) else value
