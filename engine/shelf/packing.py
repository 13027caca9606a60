"""Transformers packed in a GGUF file, as people share them for small graphics cards: known by their files, and looked at without torch.

Such a file holds numbers and nothing that runs, like safetensors. It stands in its part's folder in place of them, because a GGUF file
brings no settings that diffusers reads.
"""

from __future__ import annotations

import struct
from pathlib import Path

from engine.errors import Unsupported

PACKED = ".gguf"

READABLE = frozenset(
    {
        "Flux2Transformer2DModel",
        "LTX2VideoTransformer3DModel",
        "LTXVideoTransformer3DModel",
        "QwenImageTransformer2DModel",
        "WanTransformer3DModel",
        "WanVACETransformer3DModel",
    }
)
"""Of the classes that our models are made of, those whose layers diffusers finds in such a file, under its makers' names."""


def packed_in(part: Path) -> Path | None:
    """The GGUF file that a part's weights are packed in; None where they lie there as safetensors, or not at all."""
    if any(part.glob("*.safetensors")):
        return None
    return next(iter(sorted(part.glob(f"*{PACKED}"))), None)


def is_packed(folder: Path) -> bool:
    """Whether what denoises in that checkpoint is packed."""
    return any(packed_in(part) is not None for part in folder.glob("transformer*"))


def check_packed(path: Path) -> None:
    """A GGUF file must be as long as its header says. Raises Unsupported, OSError."""
    try:
        from gguf import GGUFReader
    except ImportError as missing:
        raise Unsupported(
            "Reading a GGUF file needs a package that is not installed (gguf).",
            'Install it with: pip install "storyreel[diffusion]"',
        ) from missing
    try:
        GGUFReader(path)
    except (ValueError, IndexError, KeyError, TypeError, OverflowError, struct.error) as bad:
        raise Unsupported(f"{path.name} is no GGUF file, or is cut short.", "Fetch or copy that file again.") from bad
