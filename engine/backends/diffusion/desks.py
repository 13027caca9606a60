"""Two shots in hand at once: one denoises on the studio floor, the other is decoded, conformed and encoded at its desk.

Parts are shared, so nobody may take them away from under a shot: memory is given back only when the floor has been cleared, and a shot
takes its parts only when it is let on.
"""

from __future__ import annotations

import functools
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from queue import SimpleQueue
from typing import Any, TypeVar

import torch

Sheet = TypeVar("Sheet")
Outcome = TypeVar("Outcome")


class Floor:
    """The studio floor. One shot at a time denoises on it; those that are decoded still hold parts and count as being there."""

    def __init__(self) -> None:
        self._entry = threading.Lock()
        self._left = threading.Condition()
        self._inside = 0

    @contextmanager
    def taken(self) -> Iterator[ExitStack]:
        """Be on the floor while the block runs. The next one is let on when the stack is closed, at the latest when the block ends;
        what is pushed on it is left then."""
        with ExitStack() as stay:
            stay.enter_context(self._entry)
            self._count(1)
            try:
                yield stay
            finally:
                stay.close()
                self._count(-1)

    @contextmanager
    def cleared(self) -> Iterator[None]:
        """The floor with nobody on it and nobody let on. Not for somebody who is on it."""
        with self._entry, self._left:
            self._left.wait_for(lambda: not self._inside)
            yield

    def _count(self, more: int) -> None:
        with self._left:
            self._inside += more
            self._left.notify_all()


@contextmanager
def handing_over(vae: Any, leave: Callable[[], None]) -> Iterator[None]:
    """`leave` is called when `vae` begins to decode: transformers are free for the next shot then."""
    plain, held = vae.decode, vae.__dict__.get("decode")

    def decode(*args: Any, **kwargs: Any) -> Any:
        leave()
        return plain(*args, **kwargs)

    vae.decode = decode
    try:
        yield
    finally:
        if held is None:
            del vae.decode
        else:
            vae.decode = held


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
    stream = _stream(desk, device)
    stream.wait_stream(torch.cuda.default_stream(device))
    with torch.cuda.stream(stream):
        yield
    stream.synchronize()


@functools.cache
def _stream(desk: int, device: torch.device) -> Any:
    return torch.cuda.Stream(device)
