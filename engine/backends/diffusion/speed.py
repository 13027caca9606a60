"""What makes a film faster than its shots one by one: the attention that suits the GPU, blocks compiled once, decoding beside denoising.

None of it touches a pipeline's sums but for rounding, and none of it leaks: attention is chosen for a run and given back, compiled code is kept
on the shelf for the next day. On a CPU there is nothing to gain, and a run is what it always was.
"""

from __future__ import annotations

import importlib.util
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from queue import SimpleQueue
from typing import Any, TypeVar

import torch
from diffusers.models.attention_dispatch import attention_backend

from engine.shelf.places import shelf

_HOPPER = (9, 0)
_WORTH_COMPILING = 150
"""Forwards of a run from which on a minute of compiling is won back; afterwards it costs nothing, it is kept."""

Sheet = TypeVar("Sheet")
Outcome = TypeVar("Outcome")


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


class Floor:
    """The studio floor: one shot at a time denoises on it. `hand_over` is called when a shot is about to decode, and lets the next one on."""

    def __init__(self) -> None:
        self._lock = threading.Lock()

    @contextmanager
    def taken(self, vae: Any) -> Iterator[ExitStack]:
        """Hold the floor until `vae` decodes or the block ends. What is pushed on the stack is left when the floor is."""
        with ExitStack() as stay:
            stay.enter_context(self._lock)
            plain = vae.decode

            def decode(*args: Any, **kwargs: Any) -> Any:
                stay.close()
                return plain(*args, **kwargs)

            vae.decode = decode
            try:
                yield stay
            finally:
                vae.decode = plain


def overlapped(sheets: Sequence[Sheet], draw: Callable[[Sheet, int], Outcome], desks: int) -> Iterator[Outcome]:
    """`draw(sheet, desk)` for each, its outcomes in order. With two desks a shot is decoded, conformed and encoded at one while the
    next is denoised at the other."""
    if desks == 1:
        for sheet in sheets:
            yield draw(sheet, 0)
        return
    free: SimpleQueue[int] = SimpleQueue()
    for desk in range(desks):
        free.put(desk)

    def seated(sheet: Sheet) -> Outcome:
        desk = free.get()
        try:
            return draw(sheet, desk)
        finally:
            free.put(desk)

    with ThreadPoolExecutor(desks, thread_name_prefix="desk") as pool:
        waiting = [pool.submit(seated, sheet) for sheet in sheets]
        try:
            for future in waiting:
                yield future.result()
        finally:
            for future in waiting:
                future.cancel()


@contextmanager
def own_stream(device: torch.device, desk: int) -> Iterator[None]:
    """A CUDA stream for each desk, so that one's decoding does not wait for the other's denoising."""
    if device.type != "cuda":
        yield
        return
    stream = _streams.setdefault(desk, torch.cuda.Stream(device))
    stream.wait_stream(torch.cuda.default_stream(device))
    with torch.cuda.stream(stream):
        yield
    stream.synchronize()


_streams: dict[int, Any] = {}
