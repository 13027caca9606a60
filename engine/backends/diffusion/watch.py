"""How long a shot denoised and decoded, and how much memory it took: what the next estimate is made of.

The GPU works behind the program's back, so its stream is waited for where the one ends and the other begins; the next shot would have to
wait for it anyway.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from contextlib import ExitStack
from itertools import pairwise

import torch


class Watch:
    """Started with the shot. `stay` is the floor that is left when it has denoised; None: it stays till the end."""

    def __init__(self, device: torch.device, stay: ExitStack | None) -> None:
        self._device, self._stay = device, stay
        self._gpu, self._decoding = device.type == "cuda", False
        if self._gpu:
            torch.cuda.reset_peak_memory_stats(device)
        self.began_at = self.denoised_at = time.monotonic()

    def denoised(self) -> None:
        """Decoding begins. Pipelines that decode in pieces say so more than once."""
        if self._gpu:
            torch.cuda.current_stream(self._device).synchronize()
        if not self._decoding:
            self._decoding, self.denoised_at = True, time.monotonic()
        if self._stay is not None:
            self._stay.close()

    @property
    def denoising(self) -> float:
        """Seconds, of a shot that has begun to decode."""
        return max(self.denoised_at - self.began_at, 1e-6)

    def decoding(self) -> float:
        """Seconds from there to now."""
        return time.monotonic() - self.denoised_at

    def memory_mb(self) -> int | None:
        """The peak since the shot began; None on a CPU, where nobody counts."""
        return round(torch.cuda.max_memory_allocated(self._device) / 1e6) if self._gpu else None


def idle_share(watches: Sequence[Watch]) -> float:
    """Of the time from the first shot's beginning to the last one's last step, the part in which no transformer worked: 0..1. The
    watches come in the order in which their shots denoised."""
    gaps = [max(0.0, after.began_at - before.denoised_at) for before, after in pairwise(watches)]
    span = watches[-1].denoised_at - watches[0].began_at if watches else 0.0
    return sum(gaps) / span if span > 0 else 0.0
