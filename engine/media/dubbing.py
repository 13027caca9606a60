"""A take's own sound, laid into its master: models that hear what they draw hand over samples with their pictures.

The pictures are copied, not encoded again; the sound is what an imported clip's is, 48 kHz in stereo without loss, so that everything
that plays or conforms takes hears both alike.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from engine.media.ffmpeg import BITEXACT, BT709, address, run
from engine.plan.desk import SAMPLE_RATE


def dub(master: Path, samples: NDArray[np.float32], rate: int) -> None:
    """Lay `samples` (channels, count), -1..1, `rate` a second, into the master from its first
    picture on. Raises MediaFailed, StorageFailed, OSError."""
    raw, dubbed = master.with_suffix(".pcm"), master.with_suffix(".dubbed")
    try:
        raw.write_bytes(np.ascontiguousarray(np.clip(samples, -1, 1).T, "<f4").tobytes())
        heard = ["-f", "f32le", "-ar", str(rate), "-ac", str(len(samples)), "-i", address(raw)]
        form = ["-c:v", "copy", "-c:a", "pcm_s16le", "-ac", "2", "-ar", str(SAMPLE_RATE)]
        run(
            ["-i", address(master), *heard, "-map", "0:v", "-map", "1:a", *form, *BT709, *BITEXACT, "-f", "mov", address(dubbed)],
            doing="laying in a take's sound",
            out=master,
        )  # fmt: skip
        dubbed.replace(master)
    finally:
        raw.unlink(missing_ok=True)
        dubbed.unlink(missing_ok=True)
