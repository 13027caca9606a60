"""A transformer read from a GGUF file: its weights stay packed and are unpacked a layer at a time while it computes.

diffusers knows the makers' names of the layers, for some families; the settings lie beside the file, as in any checkpoint.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from diffusers.quantizers.quantization_config import GGUFQuantizationConfig


def unpacked(made: Any, file: Path, dtype: torch.dtype) -> Any:
    """A transformer of the class `made`, on the CPU, that computes in `dtype`. Raises what diffusers raises for a file that is not one,
    and ValueError for a family whose files it cannot read or a file that lacks a layer."""
    if not hasattr(made, "from_single_file"):
        raise ValueError(f"{made.__name__} is read from no GGUF file")
    part = made.from_single_file(
        str(file),
        config=str(file.parent),
        quantization_config=GGUFQuantizationConfig(compute_dtype=dtype),
        dtype=dtype,
        local_files_only=True,
    )
    if lacking := next((name for name, weight in part.named_parameters() if weight.is_meta), ""):
        raise ValueError(f"{file.name} lacks {lacking}")
    return part
