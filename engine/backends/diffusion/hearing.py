"""A cancel heard while words are read and pictures decoded, which take minutes on a small machine and have no steps.

It is asked before each block of a net. Raising there is safe: nets keep nothing of a call but what they clear when the next one begins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import chain
from typing import Any

from torch import nn


@contextmanager
def hearing(nets: Iterable[Any], check: Callable[[], None]) -> Iterator[None]:
    """`check` is called before each block of these nets while the block runs; what it raises ends the call."""
    with ExitStack() as hooks:
        for block in chain.from_iterable(map(_blocks, nets)):
            hooks.callback(block.register_forward_pre_hook(lambda *_: check()).remove)
        yield


def _blocks(net: Any) -> list[nn.Module]:
    """The members of its lists of modules: what a net does one after the other."""
    if not isinstance(net, nn.Module):
        return []
    lists = (part for part in net.modules() if isinstance(part, nn.ModuleList))
    return [block for each in lists for block in each if isinstance(block, nn.Module)]  # Flux2's lists have gaps
