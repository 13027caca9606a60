"""How a model is fitted into a machine: four rungs, each slower and smaller than the last, chosen from measured free memory.

Weights are what decides, and their bytes are known from the files; what a shot needs beside them is learnt by running out of memory once,
which moves one rung down and is remembered for this machine. Host memory is part of the sum: what leaves the GPU must lie somewhere.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any, Literal

import psutil
import torch
from diffusers.hooks.group_offloading import apply_group_offloading
from filelock import FileLock, Timeout
from pydantic import TypeAdapter

from engine.backends.diffusion.parts import Checkpoint, part_dtype
from engine.errors import StoryreelError
from engine.shelf.places import keep, kept, shelf

Rung = Literal["resident", "fp8", "streamed", "tiled"]
RUNGS: tuple[Rung, ...] = ("resident", "fp8", "streamed", "tiled")

TOLD: dict[Rung, str] = {
    "resident": "stays on the GPU",
    "fp8": "stays on the GPU with its transformer in 8 bits",
    "streamed": "streams its transformer from main memory, block by block",
    "tiled": "streams from main memory layer by layer and decodes in tiles",
}

FULL = (torch.OutOfMemoryError, MemoryError)
"""What is raised where memory ran out."""

FITS = "fits.json"
"""On the shelf: device -> model -> the rung that a shot of so many tokens ran out of memory on."""

_FILE = TypeAdapter(dict[str, dict[str, dict[Rung, int]]])
_log = logging.getLogger(__name__)

_ROOM = 6 << 30
"""Bytes beside the weights for one shot's work, until this machine knows better: activations, and decoding a few frames."""
_SPARE = 2 << 30
"""Bytes of main memory that others keep."""


@dataclass(frozen=True, slots=True)
class Free:
    """Bytes that are free now: on the GPU (0: none) and in main memory."""

    video: int
    host: int


@dataclass(frozen=True, slots=True)
class Load:
    """What a checkpoint weighs: its transformers, and the other parts that stay (autoencoders, image encoders). `packed` ones (GGUF) are in
    few bits already."""

    transformers: int
    others: int
    packed: bool = False


def measured(device: torch.device) -> Free:
    """What is free at this moment."""
    video = torch.cuda.mem_get_info(device)[0] if device.type == "cuda" else 0
    return Free(video, psutil.virtual_memory().available)


def load_of(checkpoint: Checkpoint, device: torch.device) -> Load:
    """What its parts will weigh in memory, from their files and how precise they are kept."""
    weights = {name: _in_memory(checkpoint, name, device) for name in checkpoint.classes}
    heavy = sum(weights[name] for name in checkpoint.transformers)
    others = sum(weights.values()) - heavy - sum(weights[name] for name in checkpoint.encoders)
    return Load(heavy, others, checkpoint.packed)


def _in_memory(checkpoint: Checkpoint, name: str, device: torch.device) -> int:
    size = checkpoint.bytes_of(name)
    return size * 2 if part_dtype(name, checkpoint.manifest, device) == torch.float32 else size


def chosen(load: Load, free: Free, at_least: Rung = "resident") -> Rung:
    """The first rung from `at_least` on that the weights leave room on; the last where none does."""
    need: dict[Rung, int] = {
        "resident": load.transformers + load.others + _ROOM,
        "fp8": load.transformers // 2 + load.others + _ROOM,
        "streamed": load.others + _ROOM,
    }
    lower = [rung for rung in RUNGS[RUNGS.index(at_least) :] if not (load.packed and rung == "fp8")]
    for rung in lower:
        if rung in need and need[rung] <= free.video:
            return rung
    return "tiled"


def sentence(title: str, rung: Rung, load: Load, free: Free) -> str:
    """Which rung and why, in one line; and whether main memory may fall short."""
    told = (
        f"{title} {TOLD[rung]}: {_gib(load.transformers + load.others)} of weights, {_gib(free.video)} free on the GPU"
    )
    short = rung in ("streamed", "tiled") and load.transformers + _SPARE > free.host
    return f"{told}; main memory is short, too: {_gib(free.host)} are free." if short else f"{told}."


def _gib(count: int) -> str:
    return f"{count / 2**30:.1f} GiB"


def within_reach(rung: Rung, *, packed: bool) -> Rung:
    """The rung, or where it is 8 bits and the transformer is packed in few bits already, the one below it."""
    return "streamed" if packed and rung == "fp8" else rung


def next_rung(rung: Rung) -> Rung | None:
    """One down; None at the bottom."""
    place = RUNGS.index(rung) + 1
    return RUNGS[place] if place < len(RUNGS) else None


def lower(rung: Rung, than: Rung) -> bool:
    """Whether the first is below the second."""
    return RUNGS.index(rung) > RUNGS.index(than)


def remembered(device: str, model: str, tokens: int) -> Rung:
    """Where to begin for a shot of that size: below every rung that a shot no larger has run out of memory on. Never raises: what
    cannot be read is forgotten, and met again."""
    failed = _told().get(device, {}).get(model, {})
    low = [RUNGS.index(rung) for rung in RUNGS if tokens >= failed.get(rung, tokens + 1)]
    return RUNGS[min(max(low, default=-1) + 1, len(RUNGS) - 1)]


def remember(device: str, model: str, rung: Rung, tokens: int) -> None:
    """A shot of that size ran out of memory on that rung. Never raises: a full disk must not cost the shot that can still be drawn."""
    try:
        shelf().mkdir(parents=True, exist_ok=True)
        with FileLock(shelf() / f".{FITS}.lock", timeout=2):
            told = _told()
            failed = told.setdefault(device, {}).setdefault(model, {})
            failed[rung] = min(tokens, failed.get(rung, tokens))
            keep(shelf() / FITS, told)
    except (OSError, Timeout, StoryreelError) as bad:
        _log.info("where %s ran out of memory was not noted: %s", model, bad)


def _told() -> dict[str, dict[str, dict[Rung, int]]]:
    try:
        return _FILE.validate_python(kept(shelf() / FITS))
    except (ValueError, StoryreelError) as bad:
        _log.info("where memory ran out cannot be read: %s", bad)
        return {}


def settled(name: str, part: Any, rung: Rung, device: torch.device) -> Any:
    """A part (torch.nn.Module) where the rung wants it."""
    if not name.startswith("transformer") or rung == "resident":
        placed = part.to(device)
    elif rung == "fp8":
        precise = next(part.parameters()).dtype
        part.enable_layerwise_casting(storage_dtype=torch.float8_e4m3fn, compute_dtype=precise)
        placed = part.to(device)
    else:
        placed = _streamed(part, rung, device)
    if rung == "tiled" and name == "vae" and hasattr(placed, "enable_tiling"):
        placed.enable_tiling()
    return placed


def _streamed(part: torch.nn.Module, rung: Rung, device: torch.device) -> Any:
    """Weights lie in main memory and come when their block or layer is due, the next ones while it works."""
    streams = device.type == "cuda"
    how: dict[str, Any] = {"offload_type": "leaf_level"} if rung == "tiled" else {
        "offload_type": "block_level", "num_blocks_per_group": 1
    }  # fmt: skip
    apply_group_offloading(
        part, onload_device=device, offload_device=torch.device("cpu"), use_stream=streams, non_blocking=streams, **how
    )
    return part
