"""Steps that hardly differ from the one before take most of it from there: First Block Cache, as diffusers has it.

It changes pixels, so it is for drafts alone, off unless a manifest's recipe asks for it, and only for families for which a test shows that
forwards are skipped and pictures stay close: others go wrong with it without a word (VACE adds its hints twice).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any

from diffusers.hooks.first_block_cache import FirstBlockCacheConfig

from engine.backends.diffusion.call_sheet import CallSheet
from engine.backends.diffusion.fit import Rung
from engine.backends.diffusion.resident import Resident
from engine.backends.diffusion.speed import is_compiled

_RUNGS: tuple[Rung, ...] = ("resident", "fp8")
"""Where weights stay on the device: what streams them hooks into the same blocks."""


def cache_for(sheet: CallSheet, resident: Resident) -> float:
    """How far a step's first block may be from the last one's for the rest to be left out; 0: never."""
    if not sheet.quick or not sheet.recipe.cache or any(map(is_compiled, resident.transformers)):
        return 0.0  # compiled blocks are one graph, and a cache breaks it
    able = resident.family.caches and not resident.manifest.modular and resident.rung in _RUNGS
    return sheet.recipe.cache if able else 0.0


@contextmanager
def cached(transformers: Sequence[Any], threshold: float) -> Iterator[None]:
    """The transformers leave steps out while the block runs; nothing of it stays."""
    with ExitStack() as caches:
        if threshold > 0:
            for transformer in transformers:
                transformer.enable_cache(FirstBlockCacheConfig(threshold=threshold))
                caches.callback(transformer.disable_cache)
        yield
