"""A tiny Wan's transformer packed in a GGUF file as people share them: under its makers' names, the wide layers of its blocks in 8 bits."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import gguf
import numpy as np
import torch
from safetensors.torch import load_file, save_file

_BITS = gguf.GGMLQuantizationType.Q8_0
_THEIRS = (
    ("attn1.to_out.0", "self_attn.o"), ("attn2.to_out.0", "cross_attn.o"), ("attn1.to_", "self_attn."), ("attn2.to_", "cross_attn."),
    ("attn1.", "self_attn."), ("attn2.", "cross_attn."), ("ffn.net.0.proj", "ffn.0"), ("ffn.net.2", "ffn.2"), (".norm2.", ".norm3."),
    ("condition_embedder.text_embedder.linear_1", "text_embedding.0"), ("condition_embedder.text_embedder.linear_2", "text_embedding.2"),
    ("condition_embedder.time_embedder.linear_1", "time_embedding.0"), ("condition_embedder.time_embedder.linear_2", "time_embedding.2"),
    ("condition_embedder.time_proj", "time_projection.1"), ("proj_out", "head.head"),
)  # fmt: skip


def packed(folder: Path, into: Path, part: str = "transformer") -> tuple[Path, Path]:
    """Copies of a checkpoint: with that part in a GGUF file, and with the same rounded weights in safetensors."""
    small, plain = into / "packed", into / "plain"
    for copy in (small, plain):
        if not copy.is_dir():
            shutil.copytree(folder, copy)
    (file,) = (plain / part).glob("*.safetensors")
    weights = {name: one.float() for name, one in load_file(file).items()}
    for gone in (small / part).glob("*.safetensors"):
        gone.unlink()
    writer = gguf.GGUFWriter(small / part / "tiny-Q8_0.gguf", "wan")
    for name, weight in weights.items():
        if "blocks." in name and weight.dim() == 2 and weight.shape[1] % 32 == 0:
            bits = gguf.quants.quantize(weight.numpy(), _BITS)
            weights[name] = torch.from_numpy(gguf.quants.dequantize(bits, _BITS).copy())
            writer.add_tensor(theirs(name), bits, raw_dtype=_BITS)
        else:
            writer.add_tensor(theirs(name), np.ascontiguousarray(weight.numpy()))
    for step in (writer.write_header_to_file, writer.write_kv_data_to_file, writer.write_tensors_to_file, writer.close):
        step()
    save_file(weights, file)
    return small, plain


def theirs(name: str) -> str:
    """What Wan's makers call it."""
    for ours, original in _THEIRS:
        name = name.replace(ours, original)
    name = re.sub(r"^(blocks\.\d+)\.scale_shift_table$", r"\1.modulation", name)
    return "head.modulation" if name == "scale_shift_table" else name
