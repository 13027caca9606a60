"""A checkpoint that has everything a checkpoint's folder has but a model: sound to look at, made without torch."""

from __future__ import annotations

import json
import struct
from pathlib import Path

from engine.plan.capabilities import ModelManifest

SETTINGS = ("tokenizer", "scheduler", "processor", "guider", "extractor")


def tensors(size: int = 4000) -> bytes:
    """A safetensors file that holds one tensor of that many bytes."""
    header = json.dumps({"w": {"dtype": "U8", "shape": [size], "data_offsets": [0, size]}}).encode()
    return struct.pack("<Q", len(header)) + header + bytes(range(256)) * (size // 256) + b"\0" * (size % 256)


def files_of(manifest: ModelManifest) -> dict[str, bytes]:
    """File -> content of a checkpoint of that model."""
    index: dict[str, object] = {"_class_name": manifest.pipeline, "_diffusers_version": "0.42.1"}
    made = {"LICENSE.txt": b"Do what you like."}
    for part in manifest.components:
        kind = part.classes[0] if part.classes else "Thing"
        index[part.name] = ["transformers" if "Encoder" in kind or "Token" in kind else "diffusers", kind]
        if any(word in part.name for word in SETTINGS):
            made[f"{part.name}/settings.json"] = b"{}"
        else:
            made[f"{part.name}/config.json"] = json.dumps({"_class_name": kind} | _scale(manifest, kind)).encode()
            made[f"{part.name}/weights.safetensors"] = tensors()
    return {"model_index.json": json.dumps(index).encode(), **made}


def _scale(manifest: ModelManifest, kind: str) -> dict[str, object]:
    """What tells the VAEs of one class apart."""
    return (
        {"scale_factor_spatial": manifest.made_of.stride[1]} if manifest.made_of and kind == "AutoencoderKLWan" else {}
    )


def lay(folder: Path, manifest: ModelManifest) -> Path:
    """Those files in a folder."""
    for name, content in files_of(manifest).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder
