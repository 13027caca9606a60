"""What makes a shot faster than a plain call: the attention that suits the GPU, and blocks compiled once.

None of it touches a pipeline's sums but for rounding, and none of it leaks: attention is chosen for a run and given back, compiled code is kept
on the shelf for the next day. On a CPU there is nothing to gain, and a run is what it always was.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import torch
from diffusers.models.attention_dispatch import attention_backend
from torch.nn.attention import SDPBackend, sdpa_kernel

from engine.shelf.places import shelf

_HOPPER = (9, 0)
_OTHERS = (SDPBackend.FLASH_ATTENTION, SDPBackend.EFFICIENT_ATTENTION, SDPBackend.MATH)
_WORTH_COMPILING = 150
"""Forwards of a run from which on a minute of compiling is won back; afterwards it costs nothing, it is kept."""


def large_pages() -> None:
    """Have torch ask for large pages of main memory, unless a person said otherwise: on a CPU decoding takes up to a quarter less time, because
    Linux need not hand over every picture's memory in pieces of 4 kB. torch looks when it first makes a tensor."""
    os.environ.setdefault("THP_MEM_ALLOC_ENABLE", "1")


@contextmanager
def attention(device: torch.device) -> Iterator[None]:
    """The fastest attention that a call allows, while the block runs: cuDNN's first where it is the fastest, and others for calls that it
    cannot serve (a mask, full precision). It is set for the whole process, so one block is open at a time."""
    if device.type != "cuda":
        yield
        return
    hopper = torch.cuda.get_device_capability(device) >= _HOPPER
    order = [SDPBackend.CUDNN_ATTENTION, *_OTHERS] if hopper else [*_OTHERS, SDPBackend.CUDNN_ATTENTION]
    with attention_backend("native"), sdpa_kernel(order, set_priority=True):
        yield


def worth_compiling(device: torch.device, forwards: int) -> bool:
    """Whether a run of so many forwards wins the minute back that compiling takes."""
    return device.type == "cuda" and forwards >= _WORTH_COMPILING


def hindrance() -> str:
    """Why nothing can be compiled on this machine, in one sentence; empty where it can."""
    if importlib.util.find_spec("triton") is None:
        return (
            "The transformer is not compiled, because this torch has no Triton: shots take longer, and look the same."
        )
    if not os.environ.get("CC") and not any(map(shutil.which, ("cc", "gcc", "clang"))):
        return "The transformer is not compiled, because there is no C compiler: shots take longer, and look the same."
    return ""


def compiled(transformers: Sequence[Any], **how: Any) -> None:
    """Compile the repeated blocks of those that are not yet; it happens in their first forward. Later runs find the code on the shelf."""
    os.environ.setdefault("TORCHINDUCTOR_CACHE_DIR", str(shelf() / "compiled"))
    for transformer in transformers:
        if not is_compiled(transformer):
            transformer.compile_repeated_blocks(fullgraph=True, **how)


def is_compiled(transformer: Any) -> bool:
    """Whether any of its blocks is."""
    return any(_calls(block) is not None for block in transformer.modules())


def as_written(transformers: Sequence[Any]) -> bool:
    """Let them run as they were written again; says whether any was compiled."""
    blocks = [block for each in transformers for block in each.modules() if _calls(block) is not None]
    for block in blocks:
        block._compiled_call_impl = None  # torch offers no other way back
    return bool(blocks)


def compiler_failed(error: BaseException) -> bool:
    """Whether that came of compiling, which fails in a first forward only."""
    from torch._dynamo.exc import TorchDynamoException  # a second's import, for those who compile

    return isinstance(error, TorchDynamoException)


def _calls(block: Any) -> Any:
    return getattr(block, "_compiled_call_impl", None)
