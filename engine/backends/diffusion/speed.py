"""What makes a shot faster than a plain call: the attention that suits the GPU, and blocks compiled once.

None of it touches a pipeline's sums but for rounding, and none of it leaks: attention is chosen for a run and given back, compiled code is kept
on the shelf for the next day. On a CPU there is nothing to gain, and a run is what it always was.
"""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import torch
from diffusers.models.attention_dispatch import attention_backend

from engine.shelf.places import shelf

_HOPPER = (9, 0)
_WORTH_COMPILING = 150
"""Forwards of a run from which on a minute of compiling is won back; afterwards it costs nothing, it is kept."""


def attention(device: torch.device) -> AbstractContextManager[None]:
    """The fastest attention that is installed, while the block runs. It is set for the whole process, so one block is open at a time."""
    if device.type != "cuda":
        return nullcontext()
    if torch.cuda.get_device_capability(device) >= _HOPPER:
        flash = importlib.util.find_spec("flash_attn_interface") is not None
        return attention_backend("_flash_3" if flash else "_native_cudnn")
    return attention_backend("native")


def compiled(transformers: Sequence[Any], device: torch.device, forwards: int) -> bool:
    """Compile the repeated blocks where that pays; says whether it did. Later runs find the code on the shelf."""
    if device.type != "cuda" or forwards < _WORTH_COMPILING:
        return False
    os.environ.setdefault("TORCHINDUCTOR_CACHE_DIR", str(shelf() / "compiled"))
    for transformer in transformers:
        transformer.compile_repeated_blocks(fullgraph=True)
    return True
