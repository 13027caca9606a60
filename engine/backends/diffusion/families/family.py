"""What a family of models is to the back end: a small adapter from a call sheet to the arguments of its pipeline, and back to pictures.

Whatever all families share (loading, steps, cancel, checkpoints, decoding ahead) knows none of them; adding one is a file in this folder.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import torch
from numpy.typing import NDArray

from engine.backends.diffusion.call_sheet import CallSheet
from engine.plan.capabilities import ModelManifest

Arguments = dict[str, Any]
Words = dict[str, torch.Tensor]
"""Encoded prompts under the names by which the pipeline takes them."""

Layout = Literal["cthw", "tchw", "packed", "packed 2x2"]
"""How its latents lie behind the batch: channels first, time first, or one row of tokens (of one or of four latent pixels)."""


@dataclass(frozen=True, slots=True)
class Sound:
    """Samples (channels, count) in -1..1 at `rate` a second."""

    samples: NDArray[np.float32]
    rate: int


@dataclass(frozen=True, slots=True)
class Family:
    """One family. `pipeline` names the class for a shot; `encode` turns its words into tensors with the encoders at hand, and None
    leaves words to the pipeline, for families whose encoder reads the pictures too. `tune` sets what is no argument (a guider).
    `regional`: its repeated blocks compile whole; `caches`: its drafts may leave steps out (engine.backends.diffusion.step_cache)."""

    pipeline: Callable[[ModelManifest, CallSheet], str]
    arguments: Callable[[CallSheet], Arguments]
    encode: Callable[[Any, CallSheet], Words] | None
    layout: Layout = "cthw"
    regional: bool = True
    caches: bool = False
    tune: Callable[[Any, CallSheet], None] = lambda pipeline, sheet: None
    sound: Callable[[Any, Any], Sound | None] = lambda pipeline, made: None


def its_own(manifest: ModelManifest, sheet: CallSheet) -> str:
    """The pipeline that the manifest names."""
    return manifest.pipeline


def sized(sheet: CallSheet) -> Arguments:
    """What every pipeline is told."""
    wide, high = sheet.size
    return {"width": wide, "height": high, "num_inference_steps": sheet.recipe.steps}


def from_draft(sheet: CallSheet) -> Arguments:
    """What a pipeline that starts from a video is told; half a step more, since it counts them rounded down."""
    return {"video": list(sheet.drafted), "strength": min(1.0, (sheet.steps + 0.5) / sheet.recipe.steps)}


def guided(sheet: CallSheet) -> bool:
    """Whether the words to steer away from are heard at all."""
    return sheet.recipe.guidance > 1


def pictures_of(made: Any) -> NDArray[np.float32]:
    """(T, H, W, 3) in 0..1 of whatever a pipeline returns with output_type="np"; T is 1 for a still."""
    if isinstance(made, np.ndarray):
        found = made
    else:
        found = made.frames if hasattr(made, "frames") else made.images
    array = np.asarray(found, np.float32)
    return array[0] if array.ndim == 5 else array
